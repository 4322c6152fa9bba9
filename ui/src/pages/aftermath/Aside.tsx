//! The right of the aftermath: papers in the order of signing, what must be supplied before issue, and what the press does and does not do.

import type { Finding } from '../../generated/types'
import { ArticleLinks, Lamp, LampLine, SectionHead, lampOf } from '../../parts'
import { isEnglish, say, sayOf, t } from '../../words'
import { proposed, wanting, type Line } from './lines'
import { mendOf } from './works'
import { dateWords } from '../../dates'
import { useYear } from '../../here'

/** Minutes first, then what rests on them, letters, and last what goes along with them. */
const FIRST = ['minutes', 'tally', 'sign_in']
const place = (line: Line): number => { const at = FIRST.indexOf(line.kind); return at < 0 ? FIRST.length : at }

export function Aside({ lines, drafted, issued, wanted }: { lines: readonly Line[]; drafted: boolean; issued: boolean; wanted: number }) {
  const year = useYear()
  const kinds = new Map<string, Line[]>()
  for (const line of [...lines].sort((a, b) => place(a) - place(b))) { const words = sayOf(line.line, 'paper'); kinds.set(words, [...(kinds.get(words) ?? []), line]) }
  const todo: { line: Line; finding: Finding | null }[] = lines.flatMap((line) => [
    // The desk itself says that the extension waits for the chair, once the letter's check knows of it.
    ...(line.state !== 'issued' && proposed(line) && !wanting(line).some((finding) => finding.rule.startsWith('M16.ext')) ? [{ line, finding: null }] : []),
    ...wanting(line).map((finding) => ({ line, finding })),
  ])
  const sep = isEnglish() ? ': ' : '：'
  const nameOf = (line: Line): string => (line.item ? line.item.number.replace(/^.*?-(?=\d{4}(-[A-Z]\d+)?$)/, '') : sayOf(line.line, 'paper'))
  return (
    <>
      <section>
        <SectionHead title={t('aftermath.queue')} about={t('aftermath.queue_n', { n: lines.length })} />
        {[...kinds].map(([words, of], i) => {
          const counts = ([['queue_none', of.filter((one) => one.open).length], ['queue_draft', of.filter((one) => one.state === 'draft').length], ['queue_issued', of.filter((one) => one.state === 'issued').length]] as const).filter(([, n]) => n > 0)
          return (
            <div className="after-line" key={words}>
              <span className="after-no">{i + 1}</span><span className="grow">{words}</span><span className="whole">{t('aftermath.queue_count', { n: of.length })}</span>
              <span className="after-counts second">{counts.map(([key, n]) => t(`aftermath.${key}`, { n })).join(isEnglish() ? ', ' : '，')}</span>
            </div>
          )
        })}
        <p className="hint after-foot">{t('aftermath.queue_foot')}</p>
      </section>
      <section>
        <SectionHead title={t('aftermath.before_issue')} about={todo.length > 0 ? t('aftermath.before_n', { n: todo.length }) : undefined} />
        {todo.length === 0 ? <p className="second">{t('aftermath.before_none')}</p> : todo.map(({ line, finding }, i) => {
          const act = mendOf(line, finding)
          return (
            <div className="after-todo" key={i}>
              <Lamp state={finding ? lampOf(finding.verdict) : 'risk'} size={14} />
              <span className="grow">{nameOf(line)}{sep}{finding ? say(finding) : `${t('aftermath.new_due', { date: dateWords(proposed(line), { year }) })}${isEnglish() ? '; ' : '，'}${t('aftermath.confirm_extension')}`} <ArticleLinks cites={finding ? finding.cites : ['M16']} /></span>
              {act ? <button type="button" className="link whole" onClick={act.run}>{act.words}</button> : null}
            </div>
          )
        })}
      </section>
      <section>
        <SectionHead title={drafted ? t('aftermath.done_title') : t('aftermath.then_title')} />
        {drafted ? (
          <>
            <LampLine state="dormant">{t('aftermath.done_check')}</LampLine>
            <LampLine state="note">{t('aftermath.done_follow')}</LampLine>
            <LampLine state={issued ? 'dormant' : 'note'}>{issued ? t('aftermath.withdraw_lock') : t('aftermath.done_undo')}</LampLine>
          </>
        ) : (
          <>
            <LampLine state="proven">{t('aftermath.then_drafts', { n: wanted })}</LampLine>
            <LampLine state="dormant">{t('aftermath.then_no_number')}</LampLine>
            <LampLine state="dormant">{t('aftermath.then_undo')}</LampLine>
          </>
        )}
      </section>
    </>
  )
}
