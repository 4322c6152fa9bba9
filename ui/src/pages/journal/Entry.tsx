//! One line of the journal: the act, who and when, the reasons typed, what changed (what was, then what is), and its check value.

import { useState } from 'react'
import { instantWords } from '../../dates'
import type { Change, JournalEntry } from '../../generated/types'
import { copyText, Empty, saidDone, SectionHead } from '../../parts'
import { actWords, isEnglish, say, t } from '../../words'

const FIRST = 30

/** A change of one of several records begins with what the record is called; those of one record stand together under it. */
function grouped(changes: readonly Change[]): { name: string; changes: Change[] }[] {
  const groups: { name: string; changes: Change[] }[] = []
  for (const change of changes) {
    const found = /^(.*?》|item \S+|\S+) (.+)$/.exec(change.what)
    const name = found && /[《〔（]|^议题|^item /.test(found[1]!) ? found[1]! : ''
    const plain = name ? { ...change, what: found![2]! } : change
    const last = groups.at(-1)
    if (last?.name === name) last.changes.push(plain)
    else groups.push({ name, changes: [plain] })
  }
  return groups
}

function Marked({ text, mark }: { text: string; mark: string }) {
  const at = mark ? text.toLowerCase().indexOf(mark) : -1
  return at < 0 ? <>{text}</> : <>{text.slice(0, at)}<mark>{text.slice(at, at + mark.length)}</mark>{text.slice(at + mark.length)}</>
}

export function Entry({ entry, mark }: { entry: JournalEntry | null; mark: string }) {
  const [whole, setWhole] = useState(0)
  if (!entry) return <Empty title={t('journal.none_chosen')}>{t('journal.none_chosen_why')}</Empty>
  const open = whole === entry.seq
  const all = isEnglish() ? entry.changes_en : entry.changes
  const changes = open ? all : all.slice(0, FIRST)
  const subject = say(entry)
  return (
    <article className="journal-entry" aria-label={subject}>
      <SectionHead title={actWords(entry.act)} about={t('journal.no', { n: entry.seq.toLocaleString('en-US') })} />
      <p><Marked text={subject.replace(/^[^：:]*[：:]\s?/, '')} mark={mark} /></p>
      <p className="second">{instantWords(entry.at, { weekday: true })}　{entry.by}</p>
      {entry.reasons.length > 0 ? (
        <div className="journal-reasons">
          <strong>{t('journal.reasons')}</strong>
          {entry.reasons.map(([rule, reason]) => <p key={rule}><Marked text={reason} mark={mark} /> <span className="hint">{rule}</span></p>)}
        </div>
      ) : null}
      {all.length === 0 ? <p className="second">{t('journal.no_change')}</p> : (
        <div className="journal-changes">
          <strong>{t('journal.changes')}</strong> <span className="second">{t('journal.changes_about', { n: all.length })}</span>
          {grouped(changes).map((group, i) => (
            <section key={i}>
              {group.name ? <h4>{group.name}</h4> : null}
              <dl>
                {group.changes.map((change, j) => (
                  <div key={j}>
                    <dt><Marked text={change.what} mark={mark} /></dt>
                    <dd>{change.old ? <><span className="journal-old"><Marked text={change.old} mark={mark} /></span> → </> : null}{change.new ? <Marked text={change.new} mark={mark} /> : <span className="hint">{t('journal.gone')}</span>}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
          {all.length > FIRST && !open ? <button type="button" className="link" onClick={() => setWhole(entry.seq)}>{t('journal.more', { n: all.length - FIRST })}</button> : null}
        </div>
      )}
      <div className="journal-check">
        <span className="second">{t('journal.hash')}</span>
        <code className="journal-hash">{entry.hash}</code>
        <button type="button" className="link" onClick={() => void copyText(entry.hash).then(() => saidDone(t('journal.hash_copied', { n: entry.seq })))}>{t('parts.copy')}</button>
        <span className="hint">{t('journal.hash_about')}</span>
      </div>
    </article>
  )
}
