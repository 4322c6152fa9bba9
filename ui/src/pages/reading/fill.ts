//! Filling in: each change is sent at once, one after the other, and on the disk before the next is sent. What a change starts from is
//! read when its turn comes, so that an answer and its words, pressed and typed close together, do not undo each other.

import { failureOf, reading } from '../../api'
import { packet } from '../../chair'
import type { Contents, Fill, ItemBack } from '../../generated/types'
import type { Failure } from '../../shape'
import { watched } from '../../store'

/** Changes not yet on the disk. */
export const saving = watched(0)
export const trouble = watched<Failure | null>(null)

let last: Promise<unknown> = Promise.resolve()

/** `make` sees what is filled in by then; null when there is nothing to change. */
export function fill(item: string, make: (filled: ItemBack) => Fill | null): Promise<boolean> {
  saving.set(saving.get() + 1)
  const mine = last.then(async () => {
    const open = packet.get()?.open
    const line = open?.items.find((one) => one.item.id === item)
    const what = line ? make(line.filled) : null
    if (!what) return false
    const contents = await reading<Contents>({ reading: 'fill', what })
    const now = packet.get()
    if (now) packet.set({ ...now, open: contents })
    trouble.set(null)
    return true
  }).catch((thrown) => { trouble.set(failureOf(thrown)); return false }).finally(() => saving.set(saving.get() - 1))
  last = mine
  return mine
}

/** Everything typed so far is on the disk once this is done. Fields give up what they hold first. */
export async function settled(): Promise<void> {
  for (const flush of [...waiting]) flush()
  await last
}
/** Fields with words that wait for their quiet moment. */
export const waiting = new Set<() => void>()

const pointBack = (filled: ItemBack, point: string): { answer: number | null; words: string } => filled.points[point] ?? { answer: null, words: '' }
const dimensionBack = (filled: ItemBack, key: string): { answer: number | null; words: string } => filled.dimensions[key] ?? { answer: null, words: '' }

export const answerPoint = (item: string, point: string, answer: number | null): Promise<boolean> =>
  fill(item, (filled) => ({ fill: 'point', item, point, answer, words: pointBack(filled, point).words }))
export const explainPoint = (item: string, point: string, words: string): Promise<boolean> =>
  fill(item, (filled) => (pointBack(filled, point).words === words ? null : { fill: 'point', item, point, answer: pointBack(filled, point).answer, words }))
export const conclude = (item: string, dimension: string, answer: number | null): Promise<boolean> =>
  fill(item, (filled) => ({ fill: 'dimension', item, dimension, answer, words: dimensionBack(filled, dimension).words }))
export const choose = (item: string, opinion: string | null): Promise<boolean> => fill(item, () => ({ fill: 'opinion', item, opinion }))
export const sayOverall = (item: string, words: string): Promise<boolean> => fill(item, (filled) => (filled.words === words ? null : { fill: 'words', item, words }))
export const note = (item: string, words: string): Promise<boolean> => fill(item, () => ({ fill: 'note', item, words }))
