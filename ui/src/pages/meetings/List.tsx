//! The meetings of some years, the next one first; at the right a month with meetings and the limits of cases not yet heard, and those cases,
//! the most urgent first. Which case is ready and how a meeting stands is said by the desk.

import { useCallback, useEffect, useMemo, useState } from 'react'
import { startAct } from '../../acts/start'
import { dateWords, dayOf, instantParts, instantWords, weekdayName } from '../../dates'
import type { MeetingRow, MeetingsView, ReadyCase } from '../../generated/types'
import { useToday, useYear } from '../../here'
import { useKeys } from '../../keys'
import { useLook } from '../../look'
import { ActButton, Barred, Cap, Empty, ErrorPanel, Lamp, lampOf, LeftChip, MonthCalendar, PageHead, Panes, Register, SaveButton, SectionHead, Segmented, type Column } from '../../parts'
import { Icon } from '../../parts'
import { go, useKept } from '../../router'
import { monthWords } from '../../dates'
import { isEnglish, say, sayOf, t } from '../../words'

const WORKS: Record<string, { words: string; run(row: MeetingRow): void }> = {
  planned: { words: 'meetings.open_plan', run: (row) => go('meetings', row.id) },
  noticed: { words: 'meetings.open_plan', run: (row) => go('meetings', row.id) },
  open: { words: 'meetings.open_room', run: (row) => go('room', row.id) },
  closed: { words: 'meetings.open_after', run: (row) => go('aftermath', row.id) },
  cancelled: { words: 'meetings.look', run: (row) => go('meetings', row.id) },
}
const workOf = (row: MeetingRow) => WORKS[row.state] ?? WORKS.planned!

/** Past years carry their year and, to keep in the column, no weekday. */
const when = (row: MeetingRow, year: number): string => instantWords(row.starts, { year, weekday: row.year === year })

const itemsOf = (row: MeetingRow): string => (row.state === 'closed' || row.state === 'open' ? t('meetings.decided', { n: row.items, d: row.decided }) : t('meetings.items', { n: row.items }))

function useColumns(year: number): Column<MeetingRow>[] {
  return useMemo(() => [
    { key: 'lamp', head: '', width: 16, align: 'center', fixed: true, priority: 1, cell: (row) => <Lamp state={row.state === 'cancelled' ? 'dormant' : row.state === 'closed' ? 'proven' : lampOf(row.lamp)} size={15} /> },
    { key: 'no', head: t('meetings.c_no'), width: isEnglish() ? 124 : 118, fixed: true, priority: 2, text: (row) => t('meetings.year_no', { year: row.year, no: row.no }), cell: (row) => <strong className={row.state === 'cancelled' ? 'hush' : undefined}>{row.year === year ? t('meetings.no', { no: row.no }) : t('meetings.year_no', { year: row.year, no: row.no })}</strong> },
    { key: 'when', head: t('meetings.c_when'), width: isEnglish() ? 166 : 172, fixed: true, priority: 3, text: (row) => when(row, year), cell: (row) => when(row, year) },
    { key: 'place', head: t('meetings.c_place'), priority: 6, text: (row) => row.place, cell: (row) => row.place },
    { key: 'items', head: t('meetings.c_items'), width: isEnglish() ? 122 : 118, priority: 5, text: itemsOf, cell: itemsOf },
    { key: 'attended', head: t('meetings.c_attended'), width: isEnglish() ? 58 : 50, align: 'right', priority: 7, text: (row) => (row.attended ? t('meetings.attended', { n: row.attended, all: row.due_members }) : ''), cell: (row) => (row.attended ? t('meetings.attended', { n: row.attended, all: row.due_members }) : <span className="hush">—</span>) },
    { key: 'state', head: t('meetings.c_state'), width: isEnglish() ? 84 : 52, priority: 8, text: (row) => sayOf(row, 'state'), cell: (row) => <span className={row.state === 'open' ? 'ink strong' : row.state === 'closed' || row.state === 'cancelled' ? 'quiet' : undefined}>{sayOf(row, 'state')}</span> },
    { key: 'act', head: t('meetings.next'), width: isEnglish() ? 112 : 72, fixed: true, priority: 4, align: 'right', cell: (row) => <button type="button" className="link" tabIndex={-1} onClick={(event) => { event.stopPropagation(); workOf(row).run(row) }}>{t(workOf(row).words)}</button> },
  ], [year])
}

export function List({ params }: { params: Record<string, string> }) {
  const year = useYear()
  const [of, setOf] = useKept('year', 'all')
  const { view, failure, again } = useLook<MeetingsView>({ view: 'meetings', year: of === 'all' ? null : Number(of) })
  const columns = useColumns(year)
  const keyOf = useCallback((row: MeetingRow) => row.id, [])
  const last = view?.rows.find((row) => row.state !== 'cancelled')
  const plan = useCallback((day?: string) => startAct('plan_meeting', { with: { ...(day ? { day } : {}), ...(last ? { place: last.place } : {}) } }), [last])
  // From the search or a case: the form opens once, over the list.
  const wanted = params.act
  useEffect(() => { if (wanted === 'plan_meeting') plan() }, [wanted]) // eslint-disable-line react-hooks/exhaustive-deps
  if (!view) return failure ? <div className="page-alone"><ErrorPanel failure={failure} acts={[{ words: t('frame.again'), run: again }]} /></div> : null
  const years = [{ key: 'all', words: t('meetings.all_years') }, ...[year - 1, year].map((y) => ({ key: String(y), words: t('meetings.year', { y }) }))]
  return (
    <>
      <PageHead title={t('frame.place_meetings')} lines={[say(view)]}>
        <Segmented label={t('meetings.which_year')} items={years} value={of} onChange={setOf} />
        <ActButton combo="KeyB" onPress={() => go('packets')}>{t('packets.title')}</ActButton>
        <SaveButton of={{ bytes: 'table', list: 'meetings', with: { year: of === 'all' ? null : Number(of) } }} />
        <ActButton main combo="Ctrl+Enter" icon="plus" onPress={() => plan()}>{t('meetings.plan')}</ActButton>
      </PageHead>
      {failure ? <ErrorPanel failure={failure} /> : null}
      <Panes name="meetings" flush mainName={t('frame.place_meetings')} right={{ width: 340, name: t('meetings.calendar'), body: <Aside view={view} onPlan={plan} /> }}>
        <Register
          name="meetings" label={t('frame.place_meetings')} columns={columns} rows={view.rows} keyOf={keyOf} rowHeight={34}
          onAct={(row) => workOf(row).run(row)} actLabel={t('parts.next_act')} onOpen={(row) => go('meetings', row.id)}
          empty={<Empty title={t('meetings.none')} acts={[{ words: t('meetings.plan'), combo: 'Ctrl+Enter', run: () => plan() }]}>{t('meetings.none_why')}</Empty>}
        />
      </Panes>
    </>
  )
}

/** A month with its meetings and the limits of cases that wait, then those cases. */
function Aside({ view, onPlan }: { view: MeetingsView; onPlan(day: string): void }) {
  const today = useToday()
  const first = dayOf(today) ?? { y: 2026, m: 1, d: 1 }
  const [month, setMonth] = useKept('month', { y: first.y, m: first.m })
  const turn = (by: number): void => setMonth(({ y, m }) => ({ y: y + Math.floor((m - 1 + by) / 12), m: ((((m - 1 + by) % 12) + 12) % 12) + 1 }))
  const held = useMemo(() => new Map(view.rows.filter((row) => row.state !== 'cancelled').map((row) => [instantParts(row.starts)?.date ?? '', row])), [view])
  const notes = useMemo(() => {
    const out = new Map<string, string>()
    for (const one of view.ready) if (one.due) { const n = view.ready.filter((other) => other.due === one.due).length; out.set(one.due, t('meetings.limit_on', { n })) }
    for (const [day, row] of held) out.set(day, t('meetings.meeting_on', { no: row.no }))
    return out
  }, [view, held])
  const [picked, setPicked] = useState('')
  const pick = (date: string): void => {
    setPicked(date)
    const row = held.get(date)
    if (row) go('meetings', row.id)
    else if (date >= today) onPlan(date)
  }
  useKeys('month', [
    { combo: 'BracketLeft', label: t('parts.month_before'), caps: ['[', ']'], run: () => turn(-1) },
    { combo: 'BracketRight', label: t('parts.month_after'), run: () => turn(1) },
  ])
  return (
    <div className="meetings-aside">
      <section>
        <div className="month-head">
          <button type="button" aria-label={t('parts.month_before')} onClick={() => turn(-1)}><Icon name="left" /></button>
          <strong>{monthWords(month.y, month.m)}</strong>
          <button type="button" aria-label={t('parts.month_after')} onClick={() => turn(1)}><Icon name="right" /></button>
          <span className="grow" />
          <Cap words="[" /><Cap words="]" />
        </div>
        <MonthCalendar year={month.y} month={month.m} today={today} selected={picked} notes={notes} onPick={pick} />
      </section>
      <section>
        <SectionHead title={t('meetings.ready')} about={view.ready.length > 0 ? t('meetings.ready_n', { n: view.ready.length }) : undefined} />
        {view.ready.length === 0 ? <p className="second">{t('meetings.none_ready')}</p> : view.ready.map((one) => <Ready key={one.id} one={one} act={{ words: t('meetings.ready_place'), run: () => startAct('place_item', { case: one.id }) }} />)}
      </section>
    </div>
  )
}

/** A case that could go on an agenda, with its limit. */
export function Ready({ one, act }: { one: ReadyCase; act: { words: string; run(): void } }) {
  const year = useYear()
  const day = one.due ? dayOf(one.due) : null
  return (
    <div className="ready">
      <div className="grow">
        <button type="button" className="plainlink cut" title={one.title} onClick={() => go('case', one.id)}>{one.title}</button>
        <p className="second cut"><Barred>{[one.number.replace(/^[A-Z][A-Z-]*-(?=\d{4}-)/, ''), say({ zh: one.kind_zh, en: one.kind_en }), one.leader]}</Barred></p>
      </div>
      <div className="ready-right">
        <span className="whole">{one.due ? dateWords(one.due, { year }) : ''}{day ? <span className="second"> {weekdayName(day)}</span> : null}</span>
        <span className="row"><LeftChip left={one.left} bare /><button type="button" className="link" onClick={act.run}>{act.words}</button></span>
      </div>
    </div>
  )
}
