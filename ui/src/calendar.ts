//! Which days are worked and which are off, year by year, as the desk has it: read once a year of the calendar and kept.

import { look } from './api'
import { dayOf, weekday } from './dates'
import type { DayKind } from './shape'
import { useWatched, watched } from './store'
import { isEnglish } from './words'
import { useEffect } from 'react'

export interface CalendarYear {
  year: number
  known: boolean
  notice: string
  days: { date: string; kind: 'holiday' | 'make_up'; name: string; name_en: string }[]
}

type Years = ReadonlyMap<number, CalendarYear>
const years = watched<Years>(new Map())
const asked = new Set<number>()

export function forgetCalendars(): void {
  asked.clear()
  years.set(new Map())
}

/** Only after mounting, once a year. A year that cannot be read shows the plain week. */
export function useCalendarYear(year: number): CalendarYear | undefined {
  const all = useWatched(years)
  useEffect(() => {
    if (!year || asked.has(year)) return
    asked.add(year)
    look<CalendarYear>({ view: 'calendar', year }).then(
      (read) => years.set(new Map(years.get()).set(year, read)),
      () => asked.delete(year),
    )
  }, [year])
  return all.get(year)
}

export function kindOf(date: string, calendar: CalendarYear | undefined): { kind: DayKind; name: string } {
  const special = calendar?.days.find((day) => day.date === date)
  if (special) return { kind: special.kind, name: (isEnglish() && special.name_en) || special.name }
  const day = dayOf(date)
  return { kind: day && weekday(day) > 5 ? 'weekend' : 'working', name: '' }
}

/** The year whose notice is wanted: the next one from November on, when it is usually issued, else the present one. */
export const wantedYear = (today: string): number => Number(today.slice(0, 4)) + (today.slice(5) >= '11-01' ? 1 : 0)
