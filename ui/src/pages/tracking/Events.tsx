//! What happened to approved activities: changes of risk, incidents, suspensions, resumptions, ends. Newest first, as recorded.

import { useCallback, useMemo } from 'react'
import { dateWords } from '../../dates'
import { useYear } from '../../here'
import { Empty, Lamp, lampOf, Register, type Column } from '../../parts'
import { go } from '../../router'
import { say, shortNumber, t } from '../../words'
import type { TrackingEvent } from '../../generated/types'

export function Events({ events }: { events: readonly TrackingEvent[] }) {
  const year = useYear()
  const keyOf = useCallback((row: TrackingEvent) => `${row.case} ${row.on} ${row.kind} ${row.reason}`, [])
  const columns = useMemo<Column<TrackingEvent>[]>(() => [
    { key: 'lamp', head: '', width: 16, align: 'center', fixed: true, priority: 1, cell: (row) => <Lamp state={lampOf(row.lamp)} size={14} /> },
    { key: 'on', head: t('tracking.on'), width: 108, fixed: true, priority: 2, text: (row) => row.on, cell: (row) => dateWords(row.on, { year }) },
    { key: 'kind', head: t('tracking.kind'), width: 110, fixed: true, priority: 3, text: (row) => say(row), cell: (row) => <strong>{say(row)}</strong> },
    { key: 'number', head: t('cases.number'), width: 100, priority: 4, text: (row) => row.number, cell: (row) => <span className="whole">{shortNumber(row.number)}</span> },
    { key: 'title', head: t('cases.title'), width: 280, priority: 5, text: (row) => row.title, cell: (row) => <span title={row.title}>{row.title}</span> },
    { key: 'reason', head: t('tracking.reason'), priority: 6, text: (row) => row.reason, cell: (row) => <span title={row.reason}>{row.reason}</span> },
  ], [year])
  return <Register name="tracking-events" label={t('tracking.tab_events')} columns={columns} rows={events} keyOf={keyOf} onOpen={(row) => go('case', row.case)} empty={<Empty title={t('tracking.empty_events')} />} />
}
