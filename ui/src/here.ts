//! What the frame knows for every page: the view round it, the clock, projection privacy, who may leave.

import { useEffect, useState } from 'react'
import { file } from './api'
import { forgetViews, useLook } from './look'
import { forgetCalendars } from './calendar'
import { forget, go, routeNow, type Route } from './router'
import type { FrameView } from './shape'
import { flushDrafts, keptAt } from './draft'
import { useWatched, watched } from './store'
import { frameCame, frameView, minuteNow } from './minute'
import { side } from './side'

export { frameView } from './minute'
export const useFrameView = (): FrameView | null => useWatched(frameView)

/** Keeps the frame's view fresh; called once, by the frame. */
export function useFrame(): { view: FrameView | null; failure: ReturnType<typeof useLook>['failure'] } {
  const { view, failure } = useLook<FrameView>({ view: 'frame' })
  useEffect(() => {
    if (!view) return
    frameCame(view)
  }, [view])
  return { view, failure }
}

/** Today as the desk has it, `2026-09-17`. Pages never ask the computer's clock. */
export const useToday = (): string => useFrameView()?.today ?? ''
export const useYear = (): number => Number(useToday().slice(0, 4)) || 0

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

/** Where one was when the file was locked: only the place, to come back to when the same file is opened again. */
let left: { committee: string; route: Route } | null = null

/** Everything of the committee leaves the screen and the memory of this window, then the key is forgotten. Unsent forms are in the file. */
export async function lock(): Promise<void> {
  await flushDrafts()
  const committee = frameView.get()?.committee ?? ''
  const route = routeNow()
  await file({ file: 'lock' })
  left = { committee, route }
  forgetAll()
}

export function forgetAll(): void {
  side.set(null)
  frameView.set(null)
  keptAt.set(null)
  setPrivacy(false)
  forgetViews()
  forgetCalendars()
  forget()
  openTick.set(openTick.get() + 1)
}

/** Called once the frame knows whose file is open. */
export function comeBack(view: FrameView): void {
  // A file without its committee has only the seven steps to go to.
  if (view.committee === '') return forget({ page: 'wizard' })
  if (left && left.committee === view.committee && left.route.page !== 'today') go(left.route.page, left.route.id, left.route.params)
  left = null
}

/** Locks by itself after some minutes without a key or the mouse; 0 never does. */
export function useIdleLock(minutes: number): void {
  useEffect(() => {
    if (minutes <= 0) return
    let timer = 0
    const again = (): void => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => void lock(), minutes * 60_000)
    }
    const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
    for (const sign of signs) window.addEventListener(sign, again, { passive: true })
    again()
    return () => {
      window.clearTimeout(timer)
      for (const sign of signs) window.removeEventListener(sign, again)
    }
  }, [minutes])
}
