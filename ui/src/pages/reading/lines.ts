//! What the page works out by itself: which page follows which, which question follows which, where marked words stand on the
//! picture. No judgement: what is missing and what an item's state is comes from the desk.

import type { ChoiceOut, DocumentOut, ItemBack, ItemLine, ItemOut, ItemState, LineOfText, PointOut } from '../../generated/types'
import type { LampState } from '../../parts/Lamp'

export interface Place {
  document: string
  /** In the document, from 1. */
  page: number
}

/** The number that runs through the packet. */
export const running = (document: DocumentOut, page: number): number => document.first_page + page - 1

export const documentOf = (item: ItemOut, place: Place | null): DocumentOut | undefined => item.documents.find((one) => one.id === place?.document)

/** The first page of an item; none when it has no document. */
export const firstPlace = (item: ItemOut): Place | null => (item.documents[0] ? { document: item.documents[0].id, page: 1 } : null)

/** The page after or before, over the end of a document into the next one; the same place at either end of the item. */
export function turn(item: ItemOut, place: Place, by: 1 | -1): Place {
  const at = item.documents.findIndex((one) => one.id === place.document)
  const here = item.documents[at]
  if (!here) return firstPlace(item) ?? place
  const page = place.page + by
  if (page >= 1 && page <= Math.max(1, here.pages)) return { document: here.id, page }
  const next = item.documents[at + by]
  if (!next) return place
  return { document: next.id, page: by === 1 ? 1 : Math.max(1, next.pages) }
}

/** The page with this running number, wherever in the item it lies. */
export function placeOf(item: ItemOut, number: number): Place | null {
  const document = item.documents.find((one) => number >= one.first_page && number < one.first_page + Math.max(1, one.pages))
  return document ? { document: document.id, page: number - document.first_page + 1 } : null
}

export function neighbour(items: readonly ItemLine[], id: string, by: 1 | -1): ItemLine | undefined {
  return items[items.findIndex((one) => one.item.id === id) + by]
}

/** Where the reader goes first: what is begun, else what is not opened yet, else the first. */
export const beginWith = (items: readonly ItemLine[]): ItemLine | undefined =>
  items.find((one) => one.state === 'begun') ?? items.find((one) => one.state === 'unopened') ?? items[0]

const LAMPS: Record<ItemState, LampState> = { unopened: 'dormant', begun: 'waiting', done: 'proven', closed: 'blocked' }
export const lampOfItem = (state: ItemState): LampState => LAMPS[state]

export const pointsOf = (item: ItemOut, dimension: string): PointOut[] => item.points.filter((one) => one.dimension === dimension)
export const answerOf = (filled: ItemBack, point: string): number | null => filled.points[point]?.answer ?? null

/** Whether a dimension is answered and concluded, begun, or untouched. */
export function lampOfDimension(item: ItemOut, filled: ItemBack, dimension: string): LampState {
  const points = pointsOf(item, dimension)
  const answered = points.filter((one) => answerOf(filled, one.key) !== null).length
  const concluded = (filled.dimensions[dimension]?.answer ?? null) !== null
  if (concluded && answered === points.length) return 'proven'
  return answered > 0 || concluded ? 'waiting' : 'dormant'
}

/** A stop of the Tab key at the right: a question, the conclusion of a dimension, the opinion. */
export interface Stop {
  dimension: string
  /** A point's key, `conclusion` or `opinion`. */
  at: string
}

export function stopsOf(item: ItemOut): Stop[] {
  const stops = item.dimensions.flatMap((one) => [...pointsOf(item, one.key).map((point) => ({ dimension: one.key, at: point.key })), { dimension: one.key, at: 'conclusion' }])
  return item.options.length > 0 ? [...stops, { dimension: '', at: 'opinion' }] : stops
}

/** Where the reader goes on in an item: the first question without an answer, else the first of all. */
export function beginStop(item: ItemOut, filled: ItemBack): Stop | undefined {
  const open = (stop: Stop): boolean =>
    stop.at === 'opinion' ? filled.opinion === null : stop.at === 'conclusion' ? (filled.dimensions[stop.dimension]?.answer ?? null) === null : answerOf(filled, stop.at) === null
  const stops = stopsOf(item)
  return stops.find(open) ?? stops[0]
}

/** The stop after or before; undefined at the ends, where Tab goes on to the rest of the window. */
export function nextStop(item: ItemOut, now: Stop, by: 1 | -1): Stop | undefined {
  const stops = stopsOf(item)
  const at = stops.findIndex((one) => one.at === now.at && (one.at === 'opinion' || one.dimension === now.dimension))
  return at < 0 ? undefined : stops[at + by]
}

/** The answer a digit stands for, when there is one; the same digit again takes it back. */
export function pressed(digit: number, among: readonly ChoiceOut[], now: number | null): number | null | undefined {
  if (digit < 1 || digit > among.length) return undefined
  return now === digit ? null : digit
}

/** Words with the page they rest on at their end; said once only. */
export function withPage(words: string, page: string): string {
  const plain = words.trimEnd()
  if (plain.includes(page)) return words
  return plain === '' ? page : `${plain}${/[，。；、,.;]$/.test(plain) ? '' : /[\x20-\x7e]$/.test(plain) && /^[\x20-\x7e]/.test(page) ? ', ' : '，'}${page}`
}

/** Lines of the contents that are shown: all when they are few, else the upper level only. The page that is open belongs to the last
 * one that begins on it or before. */
export function contentsOf<L extends { level: number; page: number }>(lines: readonly L[], page: number): { shown: L[]; at: L | undefined } {
  const shown = lines.length <= 40 ? [...lines] : lines.filter((line) => line.level === 1)
  return { shown, at: shown.filter((line) => line.page <= page).at(-1) }
}

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** A place framed on a page: left, top, right, bottom in ten-thousandths of it, as it is kept. */
export type Frame = [number, number, number, number]
const WHOLE = 10_000
/** More frames are not one remark any more; the desk refuses them. */
export const MOST_FRAMES = 200

/** A frame from two corners given as parts of the page, whichever way it was drawn; null for a slip of the hand. */
export function frameOf(a: { x: number; y: number }, b: { x: number; y: number }): Frame | null {
  const part = (n: number): number => Math.round(Math.min(1, Math.max(0, n)) * WHOLE)
  const [left, right] = [part(Math.min(a.x, b.x)), part(Math.max(a.x, b.x))]
  const [top, bottom] = [part(Math.min(a.y, b.y)), part(Math.max(a.y, b.y))]
  return right - left < 60 || bottom - top < 40 ? null : [left, top, right, bottom]
}

/** Letters of one line, from and to counted in letters. */
export interface Part {
  line: number
  from: number
  to: number
}

/** The frames of letters on a page, one a line. */
export function framesOf(page: { width: number; height: number; lines: readonly LineOfText[] }, parts: readonly Part[]): Frame[] {
  const part = (n: number, of: number): number => Math.round(Math.min(1, Math.max(0, n / of)) * WHOLE)
  return parts.flatMap(({ line, from, to }): Frame[] => {
    const one = page.lines[line]
    if (!one || to <= from) return []
    const [x, end] = [one.x[from] ?? 0, one.x[to] ?? one.x[one.x.length - 1] ?? 0]
    return end > x ? [[part(x, page.width), part(one.y, page.height), part(end, page.width), part(one.y + one.height, page.height)]] : []
  }).slice(0, MOST_FRAMES)
}

/** As the desk folds words for finding: no blanks, half width, small letters. */
const fold = (char: string): string =>
  /\s/.test(char) ? '' : (char >= '！' && char <= '～' ? String.fromCharCode(char.charCodeAt(0) - 0xfee0) : char).toLowerCase()

/** Where words stand on a page, one box a line; every place when `all`, else the first. */
export function boxesOf(lines: readonly LineOfText[], words: string, all = false): Box[] {
  const wanted = [...words].map(fold).join('')
  if (wanted === '') return []
  const letters: { line: number; at: number }[] = []
  let text = ''
  lines.forEach((line, i) => [...line.text].forEach((char, at) => {
    const folded = fold(char)
    for (let n = 0; n < folded.length; n++) letters.push({ line: i, at })
    text += folded
  }))
  const boxes: Box[] = []
  for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + wanted.length)) {
    let open: { line: number; from: number; to: number } | null = null
    const close = (): void => {
      const line = open && lines[open.line]
      if (!open || !line) return
      const [x, end] = [line.x[open.from] ?? 0, line.x[open.to + 1] ?? line.x[line.x.length - 1] ?? 0]
      boxes.push({ x, y: line.y, width: Math.max(0, end - x), height: line.height })
    }
    for (const letter of letters.slice(from, from + wanted.length)) {
      if (open !== null && (open as { line: number }).line === letter.line) (open as { to: number }).to = letter.at
      else {
        close()
        open = { line: letter.line, from: letter.at, to: letter.at }
      }
    }
    close()
    if (!all) break
  }
  return boxes
}

export type Size = 'small' | 'large' | 'largest'
/** Pixels of running text. */
export const SIZES: Record<Size, number> = { small: 14, large: 17, largest: 20 }
