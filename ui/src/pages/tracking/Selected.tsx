//! The selected activity: how it stands in a sentence, what may be done now and what may not, and what has happened since the approval.

import { useEffect, useState } from 'react'
import { dotted, startAct } from '../../acts/start'
import { dateWords } from '../../dates'
import type { CaseView, Round, TrackingRow, Turn } from '../../generated/types'
import { useYear } from '../../here'
import { useLook } from '../../look'
import { ActColumn, Barred, LockedActs, SectionHead, type ColumnAct } from '../../parts'
import { go } from '../../router'
import { say, shortNumber, t } from '../../words'

/** Read a moment after the selection rests. */
export function useSelectedCase(id: string): CaseView | null {
  const [rested, setRested] = useState('')
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(id), 90)
    return () => window.clearTimeout(timer)
  }, [id])
  const { view } = useLook<CaseView>(rested ? { view: 'case', id: rested } : null)
  return view && view.case.id === id ? view : null
}

/** Acts that belong to an approved activity come first; the others are on the case's own page. */
const OF_TRACKING = new Set(['start_round', 'report_change', 'suspend', 'resume', 'terminate', 'complete', 'archive', 'reopen', 'register_listed', 'record_foreign_approval'])

export function Selected({ row, view }: { row: TrackingRow; view: CaseView | null }) {
  const year = useYear()
  const of = view?.case
  const possible = view?.standing.possible ?? []
  const main = possible.find((one) => one.main)
  const acts: ColumnAct[] = possible.filter((one) => one !== main && OF_TRACKING.has(one.act)).map((one) => ({ key: `${one.act}${one.round ?? ''}`, words: dotted(one.act, say(one)), run: () => startAct(one.act, { case: row.id, round: one.round, words: say(one) }) }))
  acts.push({ key: 'contact', words: t('tracking.contact'), run: () => startAct('record_contact', { case: row.id, with: { reminder: String(Math.min(3, row.reminders.length + 1)) } }) })
  const locked: ColumnAct[] = (view?.standing.impossible ?? []).filter((one) => OF_TRACKING.has(one.act)).map((one) => ({ key: `${one.act}${one.round ?? ''}`, words: say(one), locked: { finding: one.finding }, run: () => undefined }))
  return (
    <div className="tracked">
      <div>
        <p className="strong"><button type="button" className="link" onClick={() => go('case', row.id)}>{shortNumber(row.number)}</button> {row.title}</p>
        <p className="second"><Barred>{[row.department, row.leader]}</Barred></p>
      </div>
      {view ? <p className="tracked-standing">{say(view.standing)}</p> : null}
      {view ? <ActColumn acts={acts} main={main ? { key: main.act, words: dotted(main.act, say(main)), run: () => startAct(main.act, { case: row.id, round: main.round, words: say(main) }) } : undefined} /> : null}
      {of ? <Since rounds={of.rounds} turns={of.turns} year={year} onCase={() => go('case', row.id)} /> : null}
      {locked.length > 0 ? <section><SectionHead title={t('case.cannot')} about={t('case.why_articles')} /><LockedActs acts={locked} /></section> : null}
    </div>
  )
}

/** Later rounds and turns, the newest first. */
function Since({ rounds, turns, year, onCase }: { rounds: Round[]; turns: Turn[]; year: number; onCase(): void }) {
  const lines = [
    ...turns.map((turn) => ({ on: turn.on, words: t(`tracking.turn_${turn.kind}`), detail: [turn.reason, turn.conditions, turn.interim ? t('tracking.interim') : ''].filter(Boolean).join('；') })),
    ...rounds.filter((round) => round.kind === 'tracking' || round.kind === 'amendment').map((round) => ({ on: round.received.slice(0, 10), words: `${t(`nouns.round_${round.kind}`)}${round.suffix ? ` ${round.suffix}` : ''}`, detail: round.decision ? `${t(`nouns.decision_${round.decision.kind}`)} ${dateWords(round.decision.on, { year })}` : t('tracking.under_review') })),
  ].sort((a, b) => b.on.localeCompare(a.on))
  return (
    <section>
      <SectionHead title={t('tracking.since')}><button type="button" className="link" onClick={onCase}>{t('cases.open')}</button></SectionHead>
      {lines.length === 0 ? <p className="second">{t('tracking.since_none')}</p> : (
        <ul className="tracked-since">{lines.map((line, i) => <li key={i}><span className="second">{dateWords(line.on, { year })}</span><span><strong>{line.words}</strong> {line.detail}</span></li>)}</ul>
      )}
    </section>
  )
}
