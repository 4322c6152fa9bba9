//! Which rows of a long list are in sight. Pure arithmetic on their tops.

/** Where each item begins, and at the end the whole height. */
export function offsetsOf(heights: readonly number[]): number[] {
  const offsets = new Array<number>(heights.length + 1)
  offsets[0] = 0
  for (let i = 0; i < heights.length; i++) offsets[i + 1] = offsets[i]! + heights[i]!
  return offsets
}

/** Some beyond each edge, so that a quick wheel finds them drawn. */
const BEYOND = 8

/** The item that covers a height. */
export function itemAt(offsets: readonly number[], y: number): number {
  let low = 0
  let high = Math.max(0, offsets.length - 2)
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (offsets[middle]! <= y) low = middle
    else high = middle - 1
  }
  return low
}

export function visible(offsets: readonly number[], top: number, height: number): { first: number; last: number } {
  const count = offsets.length - 1
  if (count <= 0) return { first: 0, last: 0 }
  return { first: Math.max(0, itemAt(offsets, top) - BEYOND), last: Math.min(count, itemAt(offsets, top + height) + 1 + BEYOND) }
}
