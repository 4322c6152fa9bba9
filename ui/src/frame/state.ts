//! What the frame knows for every page: the view round it, the clock, projection privacy, who may leave.

import { useEffect, useState } from 'react'
import { file } from '../api'
import { instantParts } from '../dates'
import { forgetViews, useLook } from '../look'
import { forget } from '../router'
import type { FrameView } from '../shape'
import { useWatched, watched } from '../store'
import { side } from './side'

export const frameView = watched<FrameView | null>(null)
export const useFrameView = (): FrameView | null => useWatched(frameView)

/** Keeps the frame's view fresh; called once, by the frame. */
export function useFrame(): { view: FrameView | null; failure: ReturnType<typeof useLook>['failure'] } {
  const { view, failure } = useLook<FrameView>({ view: 'frame' })
  useEffect(() => {
    if (!view) return
    cameAt = performance.now()
    frameView.set(view)
  }, [view])
  return { view, failure }
}

/** Today as the desk has it, `2026-09-17`. Pages never ask the computer's clock. */
export const useToday = (): string => useFrameView()?.today ?? ''
export const useYear = (): number => Number(useToday().slice(0, 4)) || 0

/** When the frame's view came, on the window's own stopwatch. */
let cameAt = 0

/** Hours and minutes, carried on from the desk's clock. */
export function minuteNow(): string {
  const now = frameView.get()?.now
  if (!now || !instantParts(now)) return ''
  return new Date(Date.parse(now) + (performance.now() - cameAt) + 8 * 3600_000).toISOString().slice(11, 16)
}

export function useMinute(): string {
  const [minute, setMinute] = useState(minuteNow)
  const view = useFrameView()
  useEffect(() => {
    setMinute(minuteNow())
    const timer = window.setInterval(() => setMinute(minuteNow()), 5_000)
    return () => window.clearInterval(timer)
  }, [view])
  return minute
}

/** Projection privacy, F8. Marks the root; `.private` things become grey bars. Never remembered: a new start is at the desk. */
export const privacy = watched(false)
export function setPrivacy(on: boolean): void {
  if (on) document.documentElement.dataset.private = ''
  else delete document.documentElement.dataset.private
  privacy.set(on)
}

/** The file may have been closed; the app looks again. */
export const openTick = watched(0)

/** Everything of the committee leaves the screen and the memory of this window, then the key is forgotten. */
export async function lock(): Promise<void> {
  await file({ file: 'lock' })
  forgetAll()
}

export function forgetAll(): void {
  side.set(null)
  frameView.set(null)
  setPrivacy(false)
  forgetViews()
  forget()
  openTick.set(openTick.get() + 1)
}
