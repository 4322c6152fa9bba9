//! Light, dark or as the system has it. The colours themselves are in styles/tokens.css; `antd` repeats them for the few
//! widgets that come from there, and a test holds the two together.

import { keep, recall } from './remember'
import { watched } from './store'

export type Shade = 'light' | 'dark' | 'system'

export const shade = watched<Shade>(recall<Shade>('shade', 'system'))
const system = window.matchMedia?.('(prefers-color-scheme: dark)')
export const dark = watched(false)

function apply(): void {
  const choice = shade.get()
  const isDark = choice === 'dark' || (choice === 'system' && (system?.matches ?? false))
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
  dark.set(isDark)
}

export function setShade(next: Shade): void {
  keep('shade', next)
  shade.set(next)
  apply()
}

export function startTheme(): void {
  system?.addEventListener('change', apply)
  apply()
}
