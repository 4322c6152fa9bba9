//! A date with its working: dotted underline, 班 or 休 where it matters; a click or F2 opens the equation, Enter the whole
//! working. The counting is the law's; here it is only shown.

import './duedate.css'
import { useRef, useState } from 'react'
import { dateWords, dayOf, instantWords, midnightWords, weekdayName } from '../dates'
import { useKeys } from '../keys'
import { useYear } from '../here'
import type { DayKind, Due } from '../shape'
import { sayOf, t } from '../words'
import { ArticleLinks } from './ArticleLink'
import { kindOf, useCalendarYear } from '../calendar'
import { Cap } from './Cap'
import { copyText } from './copy'
import { DayMark } from './DayMark'
import { Float } from './Pop'
import { openWhy } from './WhyDate'

export interface DueDateProps {
  /** Null: not started, or not computable; `why` then says which. */
  due: Due | null | undefined
  /** Opens the whole working: which case and which of its clocks. */
  case?: string
  clock?: string
  /** 24:00 written out for a right that ends at midnight. */
  midnight?: boolean
  /** With its weekday, as in 9月20日 周日. */
  weekday?: boolean
  /** 未起算, 未登记送达，申诉期不起算. */
  why?: string
  /** The act that would start it. */
  act?: { words: string; run(): void }
  /** Which day is shown: the plain last day (default) or the rolled one. */
  show?: 'nominal' | 'rolled'
}

/** Make-up days and holidays are marked; a plain weekend only where the day itself is off. */
function markOf(due: Due, date: string, calendarKind: DayKind): DayKind {
  return due.days.find((day) => day.date === date)?.kind ?? calendarKind
}

export function DueDate({ due, case: caseId, clock, midnight = false, weekday = false, why, act, show = 'nominal' }: DueDateProps) {
  const year = useYear()
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const date = due ? (show === 'rolled' ? due.rolled : due.nominal) : ''
  const calendar = useCalendarYear(due ? Number(date.slice(0, 4)) : 0)
  if (!due) {
    return (
      <span className="duedate-none">
        {why ?? t('parts.not_started')}
        {act ? <> <button type="button" className="link" onClick={act.run}>{act.words}</button></> : null}
      </span>
    )
  }
  const words = due.at ? instantWords(due.at, { year }) : midnight ? midnightWords(dateWords(date, { year })) : dateWords(date, { year })
  const kind = markOf(due, date, kindOf(date, calendar).kind)
  const day = dayOf(date)
  const full = caseId && clock ? () => { setOpen(false); openWhy(caseId, clock) } : undefined
  return (
    <span className="duedate whole">
      <button
        type="button" ref={button} className={due.certain ? 'duedate-button' : 'duedate-button duedate-uncertain'} data-due
        aria-label={t('parts.how_counted', { date: words })} aria-expanded={open} onClick={(event) => { event.stopPropagation(); setOpen(!open) }}
      >
        {words}
      </button>
      {weekday && day ? ` ${weekdayName(day)}` : null}
      <DayMark kind={kind} />
      {open ? (
        <Float anchor={button} width={416} close={() => setOpen(false)} label={t('parts.working')} keys={[
          { combo: 'Ctrl+KeyC', label: t('parts.copy_equation'), run: () => void copyText(sayOf(due, 'equation')) },
          ...(full ? [{ combo: 'Enter', label: t('parts.whole_working'), run: full }] : []),
        ]}>
          <Equation due={due} full={full} />
        </Float>
      ) : null}
    </span>
  )
}

/** The small form of the working: one line of sum, the basis, how it is counted, what rolls. */
export function Equation({ due, full }: { due: Due; full?: (() => void) | undefined }) {
  const year = Number(due.start.slice(0, 4))
  const warning = sayOf(due, 'warning')
  return (
    <div className="float-body equation">
      {due.certain ? null : <p className="amber">{warning || t('parts.uncertain')}</p>}
      <p className="strong">{sayOf(due, 'equation')}</p>
      <dl>
        <dt>{t('parts.basis')}</dt><dd><ArticleLinks cites={due.basis} /></dd>
        <dt>{t('parts.counting')}</dt><dd>{t('parts.first_day_not_counted')}</dd>
        {due.rolled !== due.nominal ? <><dt>{t('parts.rolling')}</dt><dd>{t('parts.rolled_to', { date: dateWords(due.rolled, { year }) })}</dd></> : null}
        {due.certain && warning ? <><dt>{t('parts.notice')}</dt><dd>{warning}</dd></> : null}
      </dl>
      <div className="row">
        {full ? <span><button type="button" className="link" onClick={full}>{t('parts.whole_working')}</button> <Cap combo="Enter" /></span> : null}
        <span><button type="button" className="link" onClick={() => void copyText(sayOf(due, 'equation'))}>{t('parts.copy')}</button> <Cap combo="Ctrl+KeyC" /></span>
      </div>
    </div>
  )
}

/** F2 on a page: opens the date of the selected row, or the first one in sight. Put it once on a page with dates. */
export function useDateKey(): void {
  useKeys('dates', [{
    combo: 'F2', label: t('parts.why_date'), hint: true,
    run: () => {
      const focus = document.activeElement
      const scope = focus?.closest('[data-row]') ?? document.querySelector('.page [data-row][aria-selected="true"]')
      const target = (focus?.matches('[data-due]') ? focus : null) ?? scope?.querySelector('[data-due]') ?? document.querySelector('.page [data-due]')
      if (target instanceof HTMLElement) target.click()
    },
  }])
}
