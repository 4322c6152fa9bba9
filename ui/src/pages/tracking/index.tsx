//! 跟踪: every approved activity, the most pressing review first, with its three reminders as steps; and what happened since the
//! approval: changes, incidents, suspensions, ends. At the right the selected one, how it stands and what may be done. All of it is said
//! by the desk.

import './tracking.css'
import { useCallback, useMemo, useState } from 'react'
import { startAct } from '../../acts/start'
import { dateWords } from '../../dates'
import type { TrackingRow, TrackingView } from '../../generated/types'
import { useYear } from '../../here'
import { useKeys } from '../../keys'
import { useLook } from '../../look'
import { ActButton, Barred, DueDate, Empty, ErrorPanel, FilterBox, Lamp, lampOf, LeftChip, openPaper, PageHead, Panes, Register, SaveButton, Tabs, Tag, TwoLine, useDateKey, type Column } from '../../parts'
import type { PageProps } from '../../pages'
import { go, useKept } from '../../router'
import { isEnglish, say, sayOf, shortNumber, t } from '../../words'
import { Events } from './Events'
import { Selected, useSelectedCase } from './Selected'

type Tab = 'all' | 'pressing' | 'suspended' | 'listed' | 'events'

export const contains = (text: string, ...fields: string[]): boolean => fields.some((field) => field.toLowerCase().includes(text.trim().toLowerCase()))

/** The next reminder of a row: first, second, third. */
export const remind = (row: TrackingRow): void => startAct('record_contact', { case: row.id, words: t('tracking.remind_n', { n: Math.min(3, row.reminders.length + 1) }), with: { reminder: String(Math.min(3, row.reminders.length + 1)) } })

function Reminder({ row, n }: { row: TrackingRow; n: number }) {
  const year = useYear()
  const on = row.reminders[n - 1]
  if (on) return <span className="reminded"><Lamp state="proven" size={13} />{dateWords(on, { year })}</span>
  if (n === row.reminders.length + 1 && row.lamp !== 'fine' && !row.suspended) return <button type="button" className="link" tabIndex={-1} onClick={(event) => { event.stopPropagation(); remind(row) }}>{t('tracking.remind')}</button>
  return <span className="later" aria-label={t('parts.step_later')}>—</span>
}

export default function Tracking({ params }: PageProps) {
  const { view, failure, again } = useLook<TrackingView>({ view: 'tracking' })
  const [tab, setTab] = useKept<Tab>('tab', (params.tab as Tab) ?? 'all')
  const [text, setText] = useKept('text', '')
  const [selected, setSelected] = useState<TrackingRow | null>(null)
  const year = useYear()
  const of = useSelectedCase(tab === 'events' ? '' : (selected?.id ?? ''))
  useDateKey()
  const keyOf = useCallback((row: TrackingRow) => row.id, [])
  const columns = useMemo<Column<TrackingRow>[]>(() => [
    { key: 'lamp', head: '', width: 16, align: 'center', fixed: true, priority: 1, cell: (row) => <Lamp state={row.suspended ? 'waiting' : lampOf(row.lamp)} size={14} label={t(`parts.verdict_${row.lamp}`)} /> },
    { key: 'number', head: t('cases.number'), width: 104, fixed: true, priority: 2, text: (row) => row.number, cell: (row) => <span className="whole">{shortNumber(row.number)}</span> },
    {
      key: 'title', head: t('tracking.activity'), fixed: true, priority: 3, text: (row) => `${row.title} ${row.leader} ${row.department}`,
      cell: (row) => (
        <TwoLine
          first={<span title={row.title}>{row.title}{row.suspended ? <> <Tag tone="amber">{t('tracking.suspended')}</Tag></> : null}{row.listed ? <> <Tag tone="ink">{t('tracking.listed')}</Tag></> : null}</span>}
          second={<Barred>{[`${row.department} ${row.leader}`, row.last ? t('tracking.last_on', { date: dateWords(row.last, { year }) }) : '', t('tracking.every', { n: row.months })]}</Barred>}
        />
      ),
    },
    { key: 'due', head: t('cases.due'), width: isEnglish() ? 108 : 116, priority: 4, text: (row) => row.due?.nominal ?? '', cell: (row) => <DueDate due={row.due} case={row.id} clock="tracking" why={t('tracking.no_due')} /> },
    { key: 'left', head: t('cases.left'), width: isEnglish() ? 112 : 84, priority: 5, text: (row) => (row.left ? sayOf(row.left, 'chip') : ''), cell: (row) => <LeftChip left={row.left} bare={row.left?.state === 'calm'} noLamp /> },
    ...[1, 2, 3].map((n): Column<TrackingRow> => ({ key: `remind${n}`, head: t(`tracking.reminder_${n}`), width: 68, align: 'center', priority: 10 + n, text: (row) => row.reminders[n - 1] ?? '', cell: (row) => <Reminder row={row} n={n} /> })),
  ], [year])
  const all = view?.rows ?? []
  const rows = useMemo(() => all.filter((row) =>
    (tab === 'pressing' ? row.lamp !== 'fine' : tab === 'suspended' ? row.suspended : tab === 'listed' ? row.listed : true) && (text.trim() === '' || contains(text, row.number, row.title, row.leader, row.department))), [all, tab, text])
  const main = of?.standing.possible.find((one) => one.main)
  const act = (row: TrackingRow): void => (of && of.case.id === row.id && main ? startAct(main.act, { case: row.id, round: main.round, words: say(main) }) : go('case', row.id))
  const print = (): void => openPaper({ paper: 'print', kind: 'register', saved: 'tracking', text: '', order: 'due', desc: false }, t('tracking.register'))
  useKeys('tracking', [{ combo: 'Ctrl+KeyP', label: t('tracking.print'), run: print }])
  if (!view) return failure ? <div className="page-alone"><ErrorPanel failure={failure} acts={[{ words: t('frame.again'), run: again }]} /></div> : null
  const count = (of: (row: TrackingRow) => boolean): number => all.filter(of).length
  return (
    <>
      <PageHead title={t('frame.place_tracking')} lines={[say(view)]}>
        <FilterBox value={text} onChange={setText} width={220} placeholder={t('tracking.filter')} />
        <ActButton combo="Ctrl+KeyP" icon="printer" quiet onPress={print}>{t('tracking.print')}</ActButton>
        <SaveButton of={{ bytes: 'table', list: 'tracking', with: null }} />
      </PageHead>
      {failure ? <ErrorPanel failure={failure} /> : null}
      <Tabs<Tab>
        value={tab} onChange={setTab}
        items={[
          { key: 'all', words: t('tracking.all'), count: all.length }, { key: 'pressing', words: t('tracking.pressing'), count: count((row) => row.lamp !== 'fine'), red: all.some((row) => row.lamp === 'block') },
          { key: 'suspended', words: t('tracking.tab_suspended'), count: count((row) => row.suspended) }, { key: 'listed', words: t('tracking.tab_listed'), count: count((row) => row.listed) },
          { key: 'events', words: t('tracking.tab_events'), count: view.events.length },
        ]}
      />
      {tab === 'events' ? <Events events={view.events.filter((one) => text.trim() === '' || contains(text, one.number, one.title, one.reason, say(one)))} /> : (
        <Panes name="tracking" flush mainName={t('frame.place_tracking')} right={{ width: 284, name: t('tracking.selected'), body: selected ? <Selected row={selected} view={of} /> : <p className="second">{t('tracking.none_selected')}</p> }}>
          <Register
            name="tracking" label={t('frame.place_tracking')} columns={columns} rows={rows} keyOf={keyOf} onSelect={setSelected} chooseColumns rowHeight={43}
            onAct={act} actLabel={t('parts.next_act')} onOpen={(row) => go('case', row.id)} onSpace={remind} spaceLabel={t('tracking.remind')}
            empty={all.length === 0 ? <Empty title={say(view)} acts={[{ words: t('tracking.to_cases'), combo: 'Alt+Digit2', run: () => go('cases') }]} />
              : text.trim() ? <Empty title={t('cases.no_match', { text: text.trim() })} acts={[{ words: t('cases.clear'), combo: 'Escape', run: () => setText('') }]} />
              : <Empty title={t(`tracking.empty_${tab}`)} acts={[{ words: t('tracking.see_all'), run: () => setTab('all') }]} />}
          />
          <div className="cases-foot tracking-foot"><span className="second"><Barred>{[t('tracking.sorted'), t('tracking.reminders_about')]}</Barred></span></div>
        </Panes>
      )}
    </>
  )
}
