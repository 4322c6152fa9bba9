//! Page zoom from 80 to 200 per cent, remembered, and the three widths of the layout that follow from it.

import { zoomWebView } from './api'
import { keep, recall } from './remember'
import { watched } from './store'

export type Width = 'wide' | 'narrow' | 'one'

const STEPS = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2]
export const zoom = watched<number>(1)
export const width = watched<Width>('wide')
/** True where the web view zooms by itself: then the window's own width already is in zoomed pixels. */
let native = false

export function widthOf(pixels: number): Width {
  if (pixels >= 1200) return 'wide'
  return pixels >= 900 ? 'narrow' : 'one'
}

export function step(from: number, direction: 1 | -1): number {
  const steps = direction === 1 ? STEPS : [...STEPS].reverse()
  return steps.find((s) => (direction === 1 ? s > from + 0.01 : s < from - 0.01)) ?? from
}

function measure(): void {
  const next = widthOf(window.innerWidth / (native ? 1 : zoom.get()))
  document.documentElement.dataset.width = next
  width.set(next)
}

export async function setZoom(factor: number): Promise<void> {
  const bounded = Math.min(2, Math.max(0.8, factor))
  zoom.set(bounded)
  keep('zoom', bounded)
  native = await zoomWebView(bounded)
  document.documentElement.style.setProperty('zoom', native || bounded === 1 ? '' : String(bounded))
  measure()
}

export function startZoom(): void {
  window.addEventListener('resize', measure)
  measure()
  const before = recall('zoom', 1)
  if (before !== 1) void setZoom(before)
}
