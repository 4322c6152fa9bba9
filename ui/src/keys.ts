//! One registry of keys. A page names its keys once; the status bar, the Shift ? sheet and the key caps read the same list.
//! Keys are read by position (`event.code`), never while an input method is composing, and single keys never inside a text field.

import { useEffect, useLayoutEffect, useRef } from 'react'
import { useWatched, watched } from './store'

export interface Key {
  /** `Ctrl+KeyK`, `Alt+Digit1`, `Shift+Slash`, `F2`, `Enter`, `Digit1` (the numeric pad counts as well). */
  combo: string
  /** What it does, in the language being read. */
  label: string
  run(event: KeyboardEvent): void
  /** How many of its like it stands for in the sheet and the status bar, `1–6`; overrides the caps. */
  caps?: string[]
  /** Shown in the status bar; the first six are. */
  hint?: boolean
  /** Listed but doing nothing now (a locked act): the key still goes to `run`, which gives the reason. */
  hidden?: boolean
  /** Works inside text fields although it is a single key. */
  inText?: boolean
}

export interface Layer {
  name: string
  /** A dialog: keys of the layers below do not reach through, except those of the frame marked `always`. */
  modal: boolean
  keys: Key[]
}

const layers = watched<readonly Layer[]>([])
export const useLayers = (): readonly Layer[] => useWatched(layers)
export const layersNow = (): readonly Layer[] => layers.get()

/** Adds a layer of keys while the component is mounted. Later layers win; keys that change keep their layer's place in the order. */
export function useKeys(name: string, keys: Key[], options: { modal?: boolean; off?: boolean } = {}): void {
  const live = useRef(keys)
  live.current = keys
  const modal = options.modal ?? false
  const off = options.off ?? false
  const face = keys.map((key) => `${key.combo}|${key.label}|${key.hint ?? ''}|${key.caps ?? ''}`).join('\n')
  const held = useRef<Layer | null>(null)
  // The layer calls through `live`, so a new closure needs no new layer.
  const made = (): Layer => ({ name, modal, keys: live.current.map((key, i) => ({ ...key, run: (event) => live.current[i]?.run(event) })) })
  const put = (): (() => void) => {
    const layer = made()
    held.current = layer
    layers.set([...layers.get(), layer])
    return () => {
      layers.set(layers.get().filter((other) => other !== held.current))
      held.current = null
    }
  }
  // React runs the effects of the buttons inside a dialog before the dialog's own, and a modal layer hides those below it: so it is
  // put down earlier than theirs, before any effect of the same drawing.
  useLayoutEffect(() => (modal && !off ? put() : undefined), [name, modal, off])
  useEffect(() => (!modal && !off ? put() : undefined), [name, modal, off])
  const drawn = useRef(face)
  useEffect(() => {
    const was = held.current
    if (!was || drawn.current === face) return
    drawn.current = face
    const now = made()
    held.current = now
    layers.set(layers.get().map((other) => (other === was ? now : other)))
    // `face` stands for the keys.
  }, [face, off])
}

interface Stroke {
  ctrl: boolean
  alt: boolean
  shift: boolean
  code: string
}

export function parseCombo(combo: string): Stroke {
  const parts = combo.split('+')
  const code = parts.pop()!
  return { ctrl: parts.includes('Ctrl'), alt: parts.includes('Alt'), shift: parts.includes('Shift'), code }
}

/** The numeric pad is the same key: a secretary may record votes with either hand. */
export function sameCode(wanted: string, code: string): boolean {
  if (wanted === code) return true
  if (/^Digit\d$/.test(wanted)) return code === `Numpad${wanted.slice(5)}`
  if (wanted === 'Enter') return code === 'NumpadEnter'
  if (wanted === 'Equal') return code === 'NumpadAdd'
  if (wanted === 'Minus') return code === 'NumpadSubtract'
  return false
}

export function fits(combo: string, event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): boolean {
  const stroke = parseCombo(combo)
  return (
    sameCode(stroke.code, event.code) &&
    stroke.ctrl === (event.ctrlKey || event.metaKey) &&
    stroke.alt === event.altKey &&
    stroke.shift === event.shiftKey
  )
}

const TEXT_INPUTS = new Set(['text', 'search', 'password', 'number', 'email', 'tel', 'url', 'date', 'time', 'datetime-local', 'month'])

export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.tagName === 'TEXTAREA') return true
  return target.tagName === 'INPUT' && TEXT_INPUTS.has((target as HTMLInputElement).type)
}

/** In a text field these belong to the text. */
const TEXT_CODES = new Set(['KeyC', 'KeyX', 'KeyV', 'KeyA', 'KeyZ', 'KeyY'])

/** Enter and Space on a focused button press that button. */
function pressesItself(target: EventTarget | null, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey) return false
  const enter = event.code === 'Enter' || event.code === 'NumpadEnter'
  const space = event.code === 'Space'
  if (!enter && !space) return false
  if (!(target instanceof HTMLElement)) return false
  const own = target.closest('button, a[href], [role="button"], [role="tab"], [role="menuitem"], [role="option"], summary, select, input[type="checkbox"], input[type="radio"]')
  // The tab that is already chosen, the year already shown: pressing it again does nothing, so the key is the list's.
  return own !== null && !own.matches('[role="tab"][aria-selected="true"], .segmented > [aria-checked="true"]')
}

/** The key that would answer this event, from the topmost layer down; null when none may. */
export function find(all: readonly Layer[], event: KeyboardEvent): Key | null {
  // 229 is what some engines send instead of isComposing.
  if (event.isComposing || event.keyCode === 229) return null
  if (pressesItself(event.target, event)) return null
  const inText = isTextField(event.target)
  for (let i = all.length - 1; i >= 0; i--) {
    const layer = all[i]!
    for (const key of layer.keys) {
      if (!fits(key.combo, event)) continue
      const stroke = parseCombo(key.combo)
      const single = !stroke.ctrl && !stroke.alt && !/^F\d+$/.test(stroke.code) && stroke.code !== 'Escape'
      if (inText && single && !key.inText) continue
      if (inText && stroke.ctrl && !stroke.shift && TEXT_CODES.has(stroke.code)) continue
      // Copying selected text is the browser's; our Ctrl C is for a row.
      if (stroke.ctrl && stroke.code === 'KeyC' && (window.getSelection()?.toString() ?? '') !== '') continue
      return key
    }
    if (layer.modal) return null
  }
  return null
}

/** What the web view would do by itself and must not: reload, find bar, caret browsing, its own zoom, history, saving the page. */
export function isBrowserAccelerator(event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): boolean {
  const ctrl = event.ctrlKey || event.metaKey
  if (/^F(1|3|5|6|7|10|11)$/.test(event.code)) return true
  if (event.altKey && /^(ArrowLeft|ArrowRight|Home)$/.test(event.code)) return true
  return ctrl && /^(Key[RFGPSUJHODETNLWKB]|Equal|Minus|Digit0|NumpadAdd|NumpadSubtract|Numpad0)$/.test(event.code)
}

export function listenForKeys(): void {
  window.addEventListener(
    'keydown',
    (event) => {
      const key = find(layers.get(), event)
      if (key) {
        event.preventDefault()
        event.stopPropagation()
        key.run(event)
      } else if (isBrowserAccelerator(event) && !import.meta.env.DEV) {
        event.preventDefault()
      }
    },
    { capture: true },
  )
  // Our zoom is remembered and has limits; the wheel's is neither.
  window.addEventListener('wheel', (event) => event.ctrlKey && event.preventDefault(), { passive: false })
  window.addEventListener('contextmenu', (event) => {
    if (!isTextField(event.target)) event.preventDefault()
  })
  // A file dropped beside a drop field must not replace the page.
  for (const kind of ['dragover', 'drop'] as const) window.addEventListener(kind, (event) => event.preventDefault())
}

const CAPS: Record<string, string> = {
  Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Slash: '/', Space: 'Space', Equal: '+', Minus: '−',
  BracketLeft: '[', BracketRight: ']', PageUp: 'PgUp', PageDown: 'PgDn', Backspace: 'Backspace', Delete: 'Del', Comma: ',', Period: '.',
}

/** A combo as it is printed on a key cap: one cap a combination, `Ctrl K`, `Shift ?`. */
export function capOf(combo: string): string {
  const { ctrl, alt, shift, code } = parseCombo(combo)
  const face = code.replace(/^(Key|Digit|Numpad)/, '')
  const last = shift && code === 'Slash' ? '?' : (CAPS[code] ?? face)
  return [ctrl && 'Ctrl', alt && 'Alt', shift && 'Shift', last].filter(Boolean).join(' ')
}
