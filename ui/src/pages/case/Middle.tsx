//! The middle of a case: every clock, started or not, with its rule and its date; what is still missing by the next gate; papers; meetings.

import { startAct } from '../../acts/start'
import { dateWords } from '../../dates'
import type { CaseView, Clock, Finding, Limit, PaperLine } from '../../generated/types'
import { useYear } from '../../here'
import { hasPage } from '../../pages'
import { DueDate, FindingRow, Lamp, LeftChip, SectionHead, Table, Cap, inOrder } from '../../parts'
import { go } from '../../router'
import { isEnglish, say, sayOf, sentence, t } from '../../words'

/** A limit as it is spoken: 30日，自然日. */
function limitWords(limit: Limit): string {
  if (limit === 'fixed') return t('case.limit_fixed')
  if ('days' in limit) return t('case.limit_days', { n: limit.days })
  if ('working_days' in limit) return t('case.limit_working_days', { n: limit.working_days })
  if ('months' in limit) return t('case.limit_months', { n: limit.months })
  return t('case.limit_hours', { n: limit.hours })
}

/** The applicant's rights run to the last minute of their day. */
export const endsAtMidnight = (clock: string): boolean => clock === 'appeal' || clock === 'supplement'

/** The committee's own limit and another body's turn amber, never red. */
const lateTone = (clock: Clock): 'red' | 'amber' => (clock.owner === 'internal' || clock.owner === 'authority' ? 'amber' : 'red')

const whose = (clock: Clock): string => (clock.owner === 'committee' ? '' : t(`case.owner_${clock.owner}`))

export function Clocks({ view }: { view: CaseView }) {
  const year = useYear()
  const clocks = view.standing.clocks
  if (clocks.length === 0) return null
  return (
    <section>
      <SectionHead title={t('case.clocks')} about={<>{t('case.clocks_about')} <Cap combo="F2" /></>} />
      <Table<Clock>
        label={t('case.clocks')} rows={clocks} keyOf={(clock) => clock.key} toneOf={(clock) => (clock.left?.state === 'overdue' && !clock.met ? 'red' : undefined)}
        columns={[
          { key: 'what', head: t('case.c_what'), width: 132, cell: (clock) => sentence(say(clock)) },
          { key: 'start', head: t('case.c_start'), width: 104, cell: (clock) => (clock.due ? dateWords(clock.due.start, { year }) : <span className="quiet">—</span>) },
          { key: 'rule', head: t('case.c_rule'), cell: (clock) => <>{clock.due ? limitWords(clock.due.limit) : <span className="quiet">{sayOf(clock, 'not_started')}</span>}{whose(clock) ? <span className="quiet">{t('parts.in_brackets', { words: whose(clock) })}</span> : null}</> },
          { key: 'due', head: t('cases.due'), width: 132, cell: (clock) => (clock.due ? <DueDate due={clock.due} case={view.case.id} clock={clock.key} midnight={endsAtMidnight(clock.key)} /> : <span className="quiet">{t('parts.not_started')}</span>) },
          { key: 'left', head: t('cases.left'), width: 140, cell: (clock) => (clock.met ? <span className={`met ${clock.met.late ? lateTone(clock) : 'green'}`}><Lamp state={clock.met.late ? (lateTone(clock) === 'red' ? 'blocked' : 'risk') : 'proven'} size={13} />{sentence(say(clock.met))}</span> : clock.left ? <LeftChip left={clock.left} bare={clock.left.state === 'calm' || clock.left.state === 'waiting'} /> : <span className="quiet">—</span>) },
        ]}
      />
    </section>
  )
}

export function Missing({ view }: { view: CaseView }) {
  const gates = view.standing.missing
  const about = gates.map((gate) => t('case.gate_n', { gate: say(gate), n: gate.findings.length })).join(t('case.comma'))
  const acts = new Map(view.standing.possible.map((one) => [one.act, one]))
  /** The act that mends it, where the finding's own facts name one that is possible now. */
  const mend = (finding: Finding) => {
    const named = (finding.facts as { act?: string } | null)?.act
    const one = named ? acts.get(named) : undefined
    return one ? { words: say(one), run: () => startAct(one.act, { case: view.case.id, round: one.round, words: say(one) }) } : undefined
  }
  return (
    <section>
      <SectionHead title={t('case.missing')} about={about} />
      {gates.length === 0 ? <p className="second">{t('case.nothing_missing')}</p> : gates.map((gate) => (
        <div key={gate.gate}>
          {gates.length > 1 ? <p className="gate-name">{sentence(say(gate))}</p> : null}
          {inOrder(gate.findings).map((finding, i) => <FindingRow key={`${finding.rule}${i}`} finding={finding as Finding} label={false} act={mend(finding as Finding)} />)}
        </div>
      ))}
    </section>
  )
}

const openPaperPage = (id: string): void => (hasPage('paper') ? go('paper', id) : go('papers', undefined, { paper: id }))

export function Papers({ view }: { view: CaseView }) {
  const year = useYear()
  if (view.papers.length === 0) return null
  return (
    <section>
      <SectionHead title={t('case.papers')} about={t('case.papers_n', { n: view.papers.length })} />
      <Table<PaperLine>
        label={t('case.papers')} rows={view.papers} keyOf={(line) => line.id} toneOf={(line) => (line.state === 'void' ? 'grey' : undefined)}
        columns={[
          { key: 'title', head: t('case.p_title'), cell: (line) => <button type="button" className="link" onClick={() => openPaperPage(line.id)}>{line.title}</button> },
          { key: 'number', head: t('case.p_number'), width: 180, cell: (line) => (line.state === 'void' ? <s>{line.number}</s> : line.number || <span className="quiet">—</span>) },
          { key: 'dated', head: t('case.p_dated'), width: 104, cell: (line) => (line.dated ? dateWords(line.dated, { year }) : <span className="quiet">—</span>) },
          { key: 'state', head: t('case.p_state'), width: isEnglish() ? 96 : 104, cell: (line) => <span className={line.state === 'draft' ? 'amber' : undefined}>{line.next ? t(`case.wait_${line.next}`) : t(`case.state_${line.state}`)}</span> },
        ]}
      />
    </section>
  )
}

export function Items({ view }: { view: CaseView }) {
  const year = useYear()
  if (view.items.length === 0) return null
  return (
    <section>
      <SectionHead title={t('case.meetings')} />
      <Table
        label={t('case.meetings')} rows={view.items} keyOf={(one) => one.item}
        columns={[
          { key: 'meeting', head: t('case.m_meeting'), width: 200, cell: (one) => <button type="button" className="link" onClick={() => go('meeting', one.meeting)}>{t('case.on_agenda', { no: one.meeting_no, order: one.order })}</button> },
          { key: 'day', head: t('fields.day'), width: 120, cell: (one) => dateWords(one.day, { year }) },
          { key: 'outcome', head: t('case.m_outcome'), cell: (one) => sentence(sayOf(one, 'outcome')) || <span className="quiet">{t('case.m_none')}</span> },
        ]}
      />
    </section>
  )
}

