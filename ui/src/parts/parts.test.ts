// @vitest-environment node
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Finding, Left } from '../shape'
import { tsv } from './copy'
import { itemAt, offsetsOf, visible } from './virtual'

vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
vi.stubGlobal('document', { documentElement: { dataset: {} } })
vi.stubGlobal('window', { location: { search: '' }, matchMedia: () => ({ matches: false, addEventListener: () => undefined }) })

let chip: typeof import('./Chip')
let votes: typeof import('./VoteGrid')
let reason: typeof import('./ReasonDialog')
let finding: typeof import('./Finding')
let lamp: typeof import('./Lamp')
let themed: typeof import('./Themed')
beforeAll(async () => {
  ;[chip, votes, reason, finding, lamp, themed] = await Promise.all([import('./Chip'), import('./VoteGrid'), import('./ReasonDialog'), import('./Finding'), import('./Lamp'), import('./Themed')])
})

describe('the rows in sight of a long list', () => {
  const offsets = offsetsOf([26, ...Array<number>(50_000).fill(28)])
  it('are few, and cover the view', () => {
    const { first, last } = visible(offsets, 700_000, 600)
    expect(offsets[first]!).toBeLessThanOrEqual(700_000)
    expect(offsets[last]!).toBeGreaterThanOrEqual(700_600)
    expect(last - first).toBeLessThan(45)
  })
  it('at both ends', () => {
    expect(visible(offsets, 0, 600).first).toBe(0)
    expect(visible(offsets, offsets.at(-1)! - 600, 600).last).toBe(50_001)
    expect(visible([0], 0, 600)).toEqual({ first: 0, last: 0 })
  })
  it('the item at a height is the one that covers it', () => {
    expect([0, 25, 26, 53, 54].map((y) => itemAt(offsets, y))).toEqual([0, 0, 1, 1, 2])
  })
})

describe('order of 余', () => {
  const left = (n: number, state: Left['state'], unit = 'days'): Left => ({ n, unit, chip_zh: '', chip_en: '', state })
  it('overdue longest first, then today, then what comes first; the uncertain after the certain', () => {
    const given = [left(14, 'calm'), left(2, 'estimate'), left(-2, 'overdue'), left(0, 'today'), left(-7, 'overdue'), left(3, 'soon')]
    expect([...given].sort(chip.compareLeft).map((l) => `${l.state}${l.n}`)).toEqual(['overdue-7', 'overdue-2', 'today0', 'soon3', 'calm14', 'estimate2'])
  })
})

describe('the cursor of the vote grid', () => {
  const row = (vote: string | null, state: 'in' | 'recused' | 'absent' = 'in') => ({ vote, state })
  it('goes to the next member without a vote, past the recused and the absent, and round', () => {
    const rows = [row(null), row('pass'), row(null, 'recused'), row(null), row(null, 'absent')]
    expect(votes.nextOpen(rows, -1)).toBe(0)
    expect(votes.nextOpen(rows, 0)).toBe(3)
    expect(votes.nextOpen(rows, 3)).toBe(0)
    expect(votes.nextOpen([row('pass'), row(null, 'absent')], 0)).toBe(-1)
    expect(votes.nextOpen([], -1)).toBe(-1)
  })
  it('knows the votes keyed ahead of the disk, but not one that could not be written', () => {
    const rows = [{ id: 'a', vote: null, failed: false }, { id: 'b', vote: null, failed: true }]
    expect(votes.withSent(rows, new Map([['a', 'pass'], ['b', 'pass']])).map((r) => r.vote)).toEqual(['pass', null])
  })
  it('larger committees get lower rows, so that thirteen fit', () => expect([9, 10, 13, 14].map(votes.rowHeightOf)).toEqual([43, 36, 36, 32]))
})

it('a reason is counted in letters and digits, not spaces and punctuation', () => {
  expect(reason.counted('　。。，，  ')).toBe(0)
  expect(reason.counted('9月16日补交，当日重发')).toBe(11)
  expect(reason.counted('𬍛ab1')).toBe(4)
})

it('findings stand worst first', () => {
  const of = (verdict: Finding['verdict']): Finding => ({ rule: verdict, verdict, zh: '', en: '', cites: [], way_zh: '', way_en: '' })
  expect(finding.inOrder([of('fine'), of('note'), of('block'), of('ask')]).map((f) => f.verdict)).toEqual(['block', 'ask', 'note', 'fine'])
})

it('a strip has the colour of its worst part', () => {
  expect(lamp.worstLamp(['proven', 'risk', 'proven'])).toBe('risk')
  expect(lamp.worstLamp(['proven', 'blocked', 'risk'])).toBe('blocked')
  expect(lamp.worstLamp([])).toBe('dormant')
  expect(lamp.lampOf('ask')).toBe('risk')
})

it('a copied row is one line with its heads', () => {
  expect(tsv(['案号', '名称'], [['2026-0053', '具身\n智能\t机器人']])).toBe('案号\t名称\n2026-0053\t具身 智能 机器人')
})

describe('the borrowed widgets wear the same colours', () => {
  const css = readFileSync(join(import.meta.dirname, '../styles/tokens.css'), 'utf8')
  const token = (block: string, name: string): string => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(block)?.[1] ?? ''
  const [light, dark] = css.split(':root[data-theme="dark"]')
  it.each([['light', 0], ['dark', 1]] as const)('%s', (_, at) => {
    const block = [light!, dark!][at]!
    const given = [themed.light, themed.dark][at]!.token!
    const pairs: [string, string | undefined][] = [
      ['ink', given.colorPrimary], ['green', given.colorSuccess], ['amber', given.colorWarning], ['red', given.colorError], ['text-1', given.colorText], ['text-2', given.colorTextSecondary],
      ['text-3', given.colorTextTertiary], ['bg', given.colorBgLayout], ['panel', given.colorBgContainer], ['head', given.colorFillAlter], ['border', given.colorBorder], ['split', given.colorSplit],
    ]
    for (const [name, colour] of pairs) expect(colour, name).toBe(token(block, name))
  })
  it('and are readable: text at least 4.5:1 on its surface', () => {
    const lum = (hex: string): number => {
      const [r, g, b] = [1, 3, 5].map((i) => { const c = parseInt(hex.slice(i, i + 2), 16) / 255; return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4 })
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
    }
    const ratio = (a: string, b: string): number => { const [x, y] = [lum(a), lum(b)].sort((p, q) => q - p); return (x! + 0.05) / (y! + 0.05) }
    for (const block of [light!, dark!]) {
      for (const [text, ground] of [['text-1', 'panel'], ['text-2', 'head'], ['text-3', 'panel'], ['text-3', 'ink-bg'], ['red', 'red-bg'], ['amber', 'amber-bg'], ['green', 'green-bg'], ['ink', 'panel'], ['on-ink', 'ink']] as const) {
        expect(ratio(token(block, text), token(block, ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
      }
    }
  })
})
