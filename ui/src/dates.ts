//! Dates as they are written on screen and as they are typed. Wording only: what a date means is counted by the law.

import { isEnglish } from './words'

export interface Day {
  y: number
  m: number
  d: number
}

const pad = (n: number): string => String(n).padStart(2, '0')
export const isoOf = ({ y, m, d }: Day): string => `${y}-${pad(m)}-${pad(d)}`

export function dayOf(iso: string): Day | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso)
  if (!found) return null
  const day = { y: Number(found[1]), m: Number(found[2]), d: Number(found[3]) }
  return exists(day) ? day : null
}

export function exists({ y, m, d }: Day): boolean {
  if (y < 1900 || y > 2999 || m < 1 || m > 12 || d < 1) return false
  return d <= new Date(Date.UTC(y, m, 0)).getUTCDate()
}

/** Monday is 1, Sunday 7. */
export function weekday({ y, m, d }: Day): number {
  return new Date(Date.UTC(y, m - 1, d)).getUTCDay() || 7
}

export function addDays(iso: string, n: number): string {
  const day = dayOf(iso)
  if (!day) return iso
  const at = new Date(Date.UTC(day.y, day.m - 1, day.d + n))
  return isoOf({ y: at.getUTCFullYear(), m: at.getUTCMonth() + 1, d: at.getUTCDate() })
}

const WEEK_ZH = ['一', '二', '三', '四', '五', '六', '日']
const WEEK_EN = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const MONTH_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export const weekdayName = (day: Day): string =>
  isEnglish() ? WEEK_EN[weekday(day) - 1]! : `周${WEEK_ZH[weekday(day) - 1]!}`
export const weekHeads = (): string[] => (isEnglish() ? WEEK_EN.map((w) => w.slice(0, 2)) : WEEK_ZH)

export interface Wording {
  /** The year the reader is in: dates outside it carry their year. */
  year?: number | undefined
  weekday?: boolean | undefined
  /** Always with the year, as on paper. */
  full?: boolean | undefined
}

/** 9月23日 within the year, 2027年3月18日 outside it; 23 Sep, 18 Mar 2027 in English. */
export function dateWords(iso: string | null | undefined, how: Wording = {}): string {
  const day = iso ? dayOf(iso) : null
  if (!day) return iso ?? ''
  const withYear = how.full === true || how.year === undefined || how.year !== day.y
  const base = isEnglish()
    ? `${day.d} ${MONTH_EN[day.m - 1]!}${withYear ? ` ${day.y}` : ''}`
    : `${withYear ? `${day.y}年` : ''}${day.m}月${day.d}日`
  if (!how.weekday) return base
  return isEnglish() ? `${weekdayName(day)} ${base}` : `${base}（${weekdayName(day)}）`
}

export const monthWords = (y: number, m: number): string => (isEnglish() ? `${MONTH_EN[m - 1]!} ${y}` : `${y}年${m}月`)

/** The parts of an instant as it is written, in the committee's own time (+08:00), whatever the computer thinks. */
export function instantParts(instant: string): { date: string; time: string } | null {
  const found = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/.exec(instant)
  if (!found) return null
  const zone = found[4]
  if (zone === undefined || zone === '+08:00' || zone === '+0800') return { date: found[1]!, time: `${found[2]!}:${found[3]!}` }
  const shifted = new Date(Date.parse(instant) + 8 * 3600_000).toISOString()
  return { date: shifted.slice(0, 10), time: shifted.slice(11, 16) }
}

/** 9月18日14:00 · 18 Sep 14:00 */
export function instantWords(instant: string | null | undefined, how: Wording = {}): string {
  const parts = instant ? instantParts(instant) : null
  if (!parts) return instant ?? ''
  return `${dateWords(parts.date, how)}${isEnglish() || how.weekday ? ' ' : ''}${parts.time}`.replace('） ', '）')
}

/** 2026年9月17日 星期四, for the top bar. */
export function longDate(iso: string): string {
  const day = dayOf(iso)
  if (!day) return iso
  return isEnglish() ? `${weekdayName(day)} ${dateWords(iso)}` : `${dateWords(iso, { full: true })} 星期${WEEK_ZH[weekday(day) - 1]!}`
}

const HALF: Record<string, string> = { '０': '0', '１': '1', '２': '2', '３': '3', '４': '4', '５': '5', '６': '6', '７': '7', '８': '8', '９': '9', '．': '.', '／': '/', '－': '-', '。': '.' }

/** The last moment of a day's right, written out: 9月17日24:00 · 17 Sep 24:00. */
export const midnightWords = (words: string): string => `${words}${isEnglish() ? ' ' : ''}24:00`

/** 18 Nov 2026, 18 November, Nov 18 2026: as the English screens write it, and near it. */
function readEnglish(typed: string, thisYear: number): Day | null {
  const text = typed.trim().toLowerCase().replace(/[,.]/g, ' ').replace(/\s+/g, ' ')
  const found = /^(?:[a-z]{3,9} )?(\d{1,2}) ([a-z]{3,9})(?: (\d{4}))?$/.exec(text) ?? /^([a-z]{3,9}) (\d{1,2})(?: (\d{4}))?$/.exec(text)
  if (!found) return null
  const [first, second] = [found[1]!, found[2]!]
  const [day, month] = /^\d/.test(first) ? [first, second] : [second, first]
  const m = MONTH_EN.findIndex((name) => month.startsWith(name.toLowerCase())) + 1
  return m === 0 ? null : { y: found[3] === undefined ? thisYear : Number(found[3]), m, d: Number(day) }
}

/** What a person types for a date: 2026-05-01, 2026/5/1, 2026.5.1, 20260501, 2026年5月1日, 5月1日, 5-1 (this year), 18 Nov 2026.
 *  `null` when there is no such day; the field then says so and keeps what was typed. */
export function readDate(typed: string, thisYear: number): string | null {
  const text = [...typed.trim()].map((c) => HALF[c] ?? c).join('').replace(/\s+/g, '')
  const full = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const short = /^(\d{1,2})[-/.月](\d{1,2})日?$/.exec(text)
  const day = full
    ? { y: Number(full[1]), m: Number(full[2]), d: Number(full[3]) }
    : short
      ? { y: thisYear, m: Number(short[1]), d: Number(short[2]) }
      : readEnglish(typed, thisYear)
  return day && exists(day) ? isoOf(day) : null
}

/** 14:00, 1400, 9点, 9点半, 14時30分 as typed; `null` when it is no time of day. */
export function readTime(typed: string): string | null {
  const text = [...typed.trim()].map((c) => HALF[c] ?? c).join('').replace(/\s+/g, '').replace('：', ':')
  const found = /^(\d{1,2})[:点时](\d{1,2}|半)?分?$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text)
  if (!found) return null
  const h = Number(found[1])
  const m = found[2] === undefined ? 0 : found[2] === '半' ? 30 : Number(found[2])
  return h <= 23 && m <= 59 ? `${pad(h)}:${pad(m)}` : null
}

/** Weeks of a month, Monday first, with the days of its neighbours that fill them. */
export function monthWeeks(y: number, m: number): string[][] {
  const first = isoOf({ y, m, d: 1 })
  const start = addDays(first, 1 - weekday({ y, m, d: 1 }))
  const length = new Date(Date.UTC(y, m, 0)).getUTCDate()
  const rows = Math.ceil((weekday({ y, m, d: 1 }) - 1 + length) / 7)
  return Array.from({ length: rows }, (_, r) => Array.from({ length: 7 }, (_, c) => addDays(start, r * 7 + c)))
}
