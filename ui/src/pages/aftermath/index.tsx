//! 会后办理: what a closed meeting calls for, drafted at one press: a letter an item, the minutes, the tally, and the dates that follow.
//! Nothing here takes a number or tells anybody; the outcome of each item comes from its votes, its paper from the desk.

import './aftermath.css'
import { useCallback, useEffect, useRef, useState } from 'react'
import { failureOf, perform, type Done } from '../../api'
import { given, startAct } from '../../acts/start'
import type { AftermathView, MeetingView } from '../../generated/types'
import { useKeys } from '../../keys'
import { useLook } from '../../look'
import type { PageProps } from '../../pages'
import { ActButton, Check, Empty, ErrorPanel, Message, PageHead, Panes, saidDone, useDo, useDraft } from '../../parts'
import { go, useKept } from '../../router'
import type { Failure } from '../../shape'
import { say, t } from '../../words'
import { Aside } from './Aside'
import { Dates, Letters, Records } from './Tables'
import { linesOf, type Line } from './lines'
import { mendOf, openLine, preview } from './works'

export default function Aftermath({ id }: PageProps) {
  const { view, failure, again } = useLook<AftermathView>({ view: 'aftermath', meeting: id })
  const { view: meeting } = useLook<MeetingView>({ view: 'meeting', id })
  const doing = useDo()
  // What was ticked off is kept like any unsent form.
  const ticks = useDraft<string[]>(`aftermath.${id}`, [])
  const [chosen, setChosen] = useKept('line', '')
  const [trouble, setTrouble] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const box = useRef<HTMLDivElement>(null)

  const lines = view ? linesOf(view, meeting) : []
  const at = Math.max(0, lines.findIndex((one) => one.line.key === chosen))
  const current = lines[at]
  const out = new Set(ticks.value)
  const open = lines.filter((one) => one.open)
  const wanted = open.filter((one) => !out.has(one.line.key))
  const batch = lines.filter((one) => one.state !== null && one.kind !== 'sign_in')
  const drafted = batch.length > 0 && open.length === 0
  useEffect(() => { box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }) }, [chosen])

  const toggle = (line: Line | undefined): void => {
    if (!line?.open) return
    ticks.set((was) => (was.includes(line.line.key) ? was.filter((key) => key !== line.line.key) : [...was, line.line.key]))
  }
  const toggleAll = (): void => ticks.set(wanted.length === open.length ? open.map((one) => one.line.key) : [])
  const move = (by: number): void => { const to = lines[at + by]; if (to) setChosen(to.line.key) }

  /** Takes drafts back one by one; what has been issued meanwhile stays and is said. */
  const withdraw = useCallback(async (papers: readonly string[]): Promise<void> => {
    setBusy(true)
    let n = 0
    try {
      for (const paper of papers) { await perform(given('drop_draft', { paper })); n++ }
      saidDone(t('aftermath.withdrawn', { n }))
    } catch (thrown) {
      const failed = failureOf(thrown)
      if (n === 0) setTrouble(failed)
      else setTrouble({ ...failed, zh: t('aftermath.withdraw_part', { n, why: failed.zh }), en: t('aftermath.withdraw_part', { n, why: failed.en }) })
    } finally {
      setBusy(false)
    }
  }, [])

  const run = (): void => doing.run(given('run_aftermath', { meeting: id, leave_out: open.filter((one) => out.has(one.line.key)).map((one) => one.line.key) }), {
    verb: t('acts.run_aftermath'), draft: `aftermath.${id}`, silent: true,
    then: (done: Done) => {
      ticks.set([])
      const papers = done.made.refs.filter((ref) => ref.kind === 'paper').map((ref) => ref.id)
      saidDone(say(done.made), () => void withdraw(papers))
    },
  })
  const edit = (): void => {
    if (!current) return
    if (current.line.paper) openLine(current.line.paper)
    else if (current.item?.item.outcome?.decision) startAct('write_decision', { case: current.item.case })
    else mendOf(current, null)?.run()
  }
  useKeys('aftermath', lines.length === 0 ? [] : [
    { combo: 'ArrowDown', label: t('parts.move'), caps: ['↑', '↓'], run: () => move(1), hint: true },
    { combo: 'ArrowUp', label: t('parts.move'), run: () => move(-1) },
    { combo: 'KeyJ', label: t('parts.move_jk'), caps: ['J', 'K'], run: () => move(1) },
    { combo: 'KeyK', label: t('parts.move_jk'), run: () => move(-1) },
    { combo: 'Space', label: t('aftermath.preview'), run: () => preview(current, id), hint: true },
    { combo: 'KeyX', label: t('aftermath.toggle'), run: () => toggle(current), hint: open.length > 0 },
    { combo: 'KeyE', label: t('aftermath.edit'), run: edit, hint: true },
    { combo: 'Enter', label: current?.line.paper ? t('aftermath.see_paper') : t('aftermath.preview'), run: () => (current?.line.paper ? openLine(current.line.paper) : preview(current, id)) },
  ])

  if (!view) return failure ? <div className="page-alone"><ErrorPanel failure={failure} acts={[{ words: t('frame.again'), run: again }, { words: t('aftermath.to_meeting'), run: () => go('meetings', id) }]} /></div> : null
  if (!view.meeting.closed) {
    return (
      <>
        <PageHead title={t('aftermath.title')} lines={[t('meetings.no', { no: view.meeting.no })]} />
        <div className="page-alone"><Message tone="plain" title={t('aftermath.not_closed')} acts={[view.meeting.opened ? { words: t('aftermath.to_room'), run: () => go('room', id) } : { words: t('aftermath.to_meeting'), run: () => go('meetings', id) }]}>{t('aftermath.not_closed_why')}</Message></div>
      </>
    )
  }
  const [first, last] = sentences(say(view))
  const letters = lines.filter((one) => one.line.group === 'letter')
  const records = lines.filter((one) => one.line.group === 'record')
  const issued = batch.some((one) => one.state === 'issued')
  const table = { meeting, selected: current?.line.key ?? '', out, onSelect: setChosen, onToggle: toggle }
  return (
    <>
      <PageHead title={t('aftermath.title')} lines={[first, <strong key="last">{last}</strong>]}>
        <ActButton combo="Space" quiet onPress={() => preview(current, id)}>{drafted ? t('aftermath.preview') : t('aftermath.preview_each')}</ActButton>
        {drafted ? (
          <>
            {issued ? null : <ActButton working={busy || undefined} onPress={() => void withdraw(batch.map((one) => one.line.paper!))}>{t('aftermath.withdraw')}</ActButton>}
            <ActButton main combo="Ctrl+Enter" onPress={() => go('papers')}>{t('aftermath.to_issue')}</ActButton>
          </>
        ) : (
          <>
            {batch.length > 0 ? <ActButton onPress={() => go('papers')}>{t('aftermath.to_issue')}</ActButton> : null}
            <ActButton main combo="Ctrl+Enter" onPress={run} working={doing.working || undefined} locked={wanted.length === 0 ? { reason: open.length === 0 ? t('aftermath.all_there') : t('aftermath.nothing_ticked') } : undefined}>
              {wanted.length === open.length && batch.length === 0 ? t('aftermath.run') : t('aftermath.run_some', { n: wanted.length })}
            </ActButton>
          </>
        )}
      </PageHead>
      {failure ? <ErrorPanel failure={failure} /> : null}
      {trouble ? <ErrorPanel failure={trouble} acts={[{ words: t('parts.close'), run: () => setTrouble(null) }]} /> : null}
      <Panes name="aftermath" flush mainName={t('aftermath.letters')} right={{ width: 352, name: t('aftermath.queue'), body: <Aside lines={lines} drafted={drafted} issued={issued} wanted={wanted.length} /> }}>
        <div className="after-main" ref={box}>
          {lines.length === 0 ? <div className="page-alone"><Empty title={t('aftermath.no_lines')} acts={[{ words: t('aftermath.to_meeting'), run: () => go('meetings', id) }]}>{t('aftermath.no_lines_why')}</Empty></div> : (
            <>
              <Letters {...table} lines={letters} head={open.length > 0 ? <Check checked={wanted.length === open.length} some={wanted.length > 0 && wanted.length < open.length} onChange={toggleAll} label={t('aftermath.all')} /> : null} />
              <div className="after-two">
                <Dates lines={view.lines.filter((line) => line.group === 'date')} meeting={meeting} />
                <Records {...table} lines={records} />
              </div>
            </>
          )}
        </div>
      </Panes>
      {doing.dialog}
    </>
  )
}

/** The facts, then what one press does. */
function sentences(text: string): [string, string] {
  const found = /(以下一次|草稿已齐|Drafts only|All drafts are)/.exec(text)
  return found ? [text.slice(0, found.index).trim(), text.slice(found.index)] : [text, '']
}
