// @vitest-environment node
import { beforeAll, describe, expect, it } from 'vitest'

let dates: typeof import('./dates')
let words: typeof import('./words')
beforeAll(async () => {
  ;(globalThis as Record<string, unknown>).localStorage = { getItem: () => null, setItem: () => undefined }
  ;(globalThis as Record<string, unknown>).document = { documentElement: {} }
  dates = await import('./dates')
  words = await import('./words')
})

describe('what a person types for a date', () => {
  it.each([
    ['2026-05-01', '2026-05-01'], ['2026-5-1', '2026-05-01'], ['2026/5/1', '2026-05-01'], ['2026.5.1', '2026-05-01'], ['20260501', '2026-05-01'],
    ['2026年5月1日', '2026-05-01'], [' 2026 年 5 月 1 日 ', '2026-05-01'], ['２０２６－０５－０１', '2026-05-01'], ['5月1日', '2026-05-01'], ['5-1', '2026-05-01'],
    ['2024-02-29', '2024-02-29'], ['18 Nov 2026', '2026-11-18'], ['Wed 18 Nov 2026', '2026-11-18'], ['18 november', '2026-11-18'], ['Nov 18, 2027', '2027-11-18'],
  ])('%s', (typed, iso) => expect(dates.readDate(typed, 2026)).toBe(iso))
  it.each(['31 Feb 2026', '18 Nox 2026', '2026-02-30', '2026/2/30', '2025-02-29', '2026-13-01', '明天', '2026-05', '', '5', '0000-01-01'])('%s is no day', (typed) => {
    expect(dates.readDate(typed, 2026)).toBeNull()
  })
})

it.each([['14:00', '14:00'], ['1400', '14:00'], ['9:05', '09:05'], ['9点', '09:00'], ['9点半', '09:30'], ['14时30分', '14:30'], ['１４：００', '14:00']])('%s is %s', (typed, time) => {
  expect(dates.readTime(typed)).toBe(time)
})
it.each(['24:00', '9:60', '', '下午'])('%s is no time', (typed) => expect(dates.readTime(typed)).toBeNull())

describe('how a date is written', () => {
  it('without zeros, without spaces, with its year only outside this one', () => {
    expect(dates.dateWords('2026-09-08', { year: 2026 })).toBe('9月8日')
    expect(dates.dateWords('2027-03-18', { year: 2026 })).toBe('2027年3月18日')
    expect(dates.dateWords('2026-09-08', { year: 2026, full: true })).toBe('2026年9月8日')
    expect(dates.dateWords('2026-09-18', { year: 2026, weekday: true })).toBe('9月18日（周五）')
    expect(dates.longDate('2026-09-17')).toBe('2026年9月17日 星期四')
  })
  it('in English', async () => {
    await words.speak('en')
    expect(dates.dateWords('2026-09-23', { year: 2026 })).toBe('23 Sep')
    expect(dates.dateWords('2027-03-18', { year: 2026 })).toBe('18 Mar 2027')
    await words.speak('zh-CN')
  })
  it('an instant in the committee’s time, whatever zone it came in', () => {
    expect(dates.instantWords('2026-09-18T14:00:00+08:00', { year: 2026 })).toBe('9月18日14:00')
    expect(dates.instantWords('2026-09-18T20:30:00Z', { year: 2026 })).toBe('9月19日04:30')
  })
})

it('weeks begin on Monday and are whole', () => {
  const weeks = dates.monthWeeks(2026, 2)
  expect(weeks[0]).toEqual(['2026-01-26', '2026-01-27', '2026-01-28', '2026-01-29', '2026-01-30', '2026-01-31', '2026-02-01'])
  expect(weeks.at(-1)?.[6]).toBe('2026-03-01')
  expect(weeks.every((week) => week.length === 7)).toBe(true)
  expect(dates.addDays('2024-02-28', 2)).toBe('2024-03-01')
})
