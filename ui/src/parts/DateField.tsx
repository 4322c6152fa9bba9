//! A date as a person types it: 2026-05-01, 2026年5月1日, 5月1日. The calendar beside it shows 班 and 休. What was typed stays, also when
//! there is no such day.

import './datefield.css'
import { useEffect, useRef, useState } from 'react'
import { addDays, dateWords, dayOf, monthWords, readDate, weekdayName } from '../dates'
import { useToday, useYear } from '../here'
import { t } from '../words'
import { kindOf, useCalendarYear } from '../calendar'
import { DayMark } from './DayMark'
import { Field, type FieldProps } from './Field'
import { Icon } from './Icon'
import { MonthCalendar } from './MonthCalendar'
import { Float } from './Pop'

export interface DateFieldProps extends Omit<FieldProps, 'children'> {
  /** ISO, or empty. */
  value: string
  onChange(iso: string): void
  width?: number
  first?: boolean
}

export function DateField({ value, onChange, width = 176, first = false, ...field }: DateFieldProps) {
  const today = useToday()
  const year = useYear() || Number(value.slice(0, 4))
  const [typed, setTyped] = useState(() => (value ? dateWords(value, { full: true }) : ''))
  const [composing, setComposing] = useState(false)
  const [left, setLeft] = useState(true)
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLSpanElement>(null)
  const sent = useRef(value)
  // A date set from outside (today, a computed one) replaces what is shown.
  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value
      setTyped(value ? dateWords(value, { full: true }) : '')
    }
  }, [value])
  const put = (iso: string): void => {
    sent.current = iso
    onChange(iso)
  }
  const take = (text: string): void => {
    setTyped(text)
    if (composing) return
    const iso = readDate(text, year)
    if (iso) put(iso)
    else if (text.trim() === '') put('')
  }
  const read = readDate(typed, year)
  const wrong = left && !composing && typed.trim() !== '' && read === null
  const calendar = useCalendarYear(Number(value.slice(0, 4)) || 0)
  const day = value && read ? dayOf(value) : null
  return (
    <Field {...field} error={field.error ?? (wrong ? t('parts.no_such_date', { typed }) : undefined)}>
      {(props) => (
        <span className="row wrap">
          <span className="datefield" ref={box} style={{ width }}>
            <input
              {...props} className="input" value={typed} placeholder={t('parts.date_like')} autoComplete="off" data-first={first || undefined}
              onCompositionStart={() => setComposing(true)}
              onCompositionEnd={(event) => { setComposing(false); const text = event.currentTarget.value; setTyped(text); const iso = readDate(text, year); if (iso) put(iso) }}
              onChange={(event) => take(event.target.value)} onFocus={() => setLeft(false)}
              onBlur={() => { setLeft(true); if (read) setTyped(dateWords(read, { full: true })) }}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing || !event.altKey || event.key !== 'ArrowDown') return
                event.preventDefault()
                setOpen(true)
              }}
            />
            <button type="button" tabIndex={-1} aria-label={t('parts.calendar')} aria-expanded={open} onClick={() => setOpen(!open)}><Icon name="calendar" /></button>
          </span>
          {day ? <span className="second whole">{weekdayName(day)}<DayMark kind={kindOf(value, calendar).kind === 'weekend' ? 'holiday' : kindOf(value, calendar).kind} /></span> : null}
          {open ? (
            <Float anchor={box} width={280} close={() => setOpen(false)} label={t('parts.calendar')}>
              <Picker value={value || today} today={today} onPick={(iso) => { put(iso); setTyped(dateWords(iso, { full: true })); setOpen(false) }} />
            </Float>
          ) : null}
        </span>
      )}
    </Field>
  )
}

function Picker({ value, today, onPick }: { value: string; today: string; onPick(iso: string): void }) {
  const start = dayOf(value) ?? dayOf(today) ?? { y: 2026, m: 1, d: 1 }
  const [month, setMonth] = useState({ y: start.y, m: start.m })
  const [at, setAt] = useState(dayOf(value) ? value : today)
  const box = useRef<HTMLDivElement>(null)
  const turn = (by: number): void => setMonth(({ y, m }) => ({ y: y + Math.floor((m - 1 + by) / 12), m: ((((m - 1 + by) % 12) + 12) % 12) + 1 }))
  useEffect(() => { box.current?.querySelector<HTMLElement>(`[data-date="${at}"]`)?.focus() }, [at])
  const move = (by: number): void => {
    const next = addDays(at, by)
    const day = dayOf(next)
    if (!day) return
    setAt(next)
    setMonth({ y: day.y, m: day.m })
  }
  return (
    <div
      className="picker" ref={box}
      onKeyDown={(event) => {
        const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key]
        if (by !== undefined) { event.preventDefault(); event.stopPropagation(); move(by) }
        if (event.key === 'PageUp') { event.preventDefault(); turn(-1) }
        if (event.key === 'PageDown') { event.preventDefault(); turn(1) }
      }}
    >
      <div className="picker-head">
        <button type="button" aria-label={t('parts.month_before')} onClick={() => turn(-1)}><Icon name="left" /></button>
        <strong>{monthWords(month.y, month.m)}</strong>
        <button type="button" aria-label={t('parts.month_after')} onClick={() => turn(1)}><Icon name="right" /></button>
      </div>
      <MonthCalendar year={month.y} month={month.m} small selected={at} today={today} onPick={onPick} />
      <div className="picker-foot"><button type="button" className="link" onClick={() => onPick(today)}>{t('parts.today')}</button><span className="hint">{t('parts.picker_legend')}</span></div>
    </div>
  )
}
