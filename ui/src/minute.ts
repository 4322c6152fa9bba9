//! The frame's view and the minute that runs on from it. The desk's clock, never the computer's.

import { instantParts } from './dates'
import type { FrameView } from './shape'
import { watched } from './store'

export const frameView = watched<FrameView | null>(null)

/** When the view came, on the window's own stopwatch. */
let cameAt = 0
export function frameCame(view: FrameView): void {
  cameAt = performance.now()
  frameView.set(view)
}

/** Hours and minutes, carried on from the desk's clock. */
export function minuteNow(): string {
  const now = frameView.get()?.now
  if (!now || !instantParts(now)) return ''
  return new Date(Date.parse(now) + (performance.now() - cameAt) + 8 * 3600_000).toISOString().slice(11, 16)
}
