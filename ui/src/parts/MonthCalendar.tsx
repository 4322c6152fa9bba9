//! A month as a working calendar: Monday first, 班 and 休 in the corner, counted days numbered, the last day framed.
//! In a date field its days are buttons; in a working they are read.

import './monthcalendar.css'
import { dayOf, monthWeeks, weekHeads } from '../dates'
import type { WhyDay } from '../shape'
import { t } from '../words'
import { kindOf, useCalendarYear } from '../calendar'
import { DayMark } from './DayMark'

export interface MonthCalendarProps {
  year: number
  month: number
  /** The days of a working, by their date. */
  counted?: ReadonlyMap<string, WhyDay>
  /** What happened or ends on a day: 受理, 送达. */
  notes?: ReadonlyMap<string, string>
  selected?: string
  today?: string
  onPick?(date: string): void
  small?: boolean
  /** Only the weeks that touch this span. */
  from?: string
  until?: string
}

export function MonthCalendar({ year, month, counted, notes, selected, today, onPick, small = false, from = '', until = '9999' }: MonthCalendarProps) {
  const calendar = useCalendarYear(year)
  const cell = (date: string) => {
    const day = dayOf(date)!
    const out = day.m !== month
    const given = counted?.get(date)
    const { kind, name } = given ? { kind: given.kind, name: given.name } : kindOf(date, calendar)
    const off = kind === 'holiday' || kind === 'weekend'
    const number = given?.n ?? null
    const classes = ['day', off && 'day-off', out && !given?.last && number === null && 'day-out', given?.last && 'day-last', date === selected && 'day-selected', date === today && 'day-today'].filter(Boolean).join(' ')
    const inner = (
      <>
        <span className="day-no">{out && day.d === 1 ? t('parts.month_first', { m: day.m }) : day.d}{kind === 'make_up' || kind === 'holiday' ? <DayMark kind={kind} /> : null}</span>
        {small ? null : (
          <span className="day-foot">
            {number !== null && number > 0 ? <span className="day-count">{number}</span> : null}
            <span className="day-note">{notes?.get(date) ?? (number !== null && number > 0 ? '' : (kind === 'holiday' ? name : '') || (given && off ? t('parts.not_counted') : ''))}</span>
          </span>
        )}
      </>
    )
    return (
      <td key={date} className={classes}>
        {onPick ? <button type="button" tabIndex={date === selected ? 0 : -1} data-date={date} aria-pressed={date === selected} onClick={() => onPick(date)}>{inner}</button> : inner}
      </td>
    )
  }
  return (
    <table className={small ? 'month month-small' : 'month'}>
      <thead><tr>{weekHeads().map((head) => <th key={head}>{head}</th>)}</tr></thead>
      <tbody>{monthWeeks(year, month).filter((week) => week[6]! >= from && week[0]! <= until).map((week) => <tr key={week[0]}>{week.map(cell)}</tr>)}</tbody>
    </table>
  )
}
