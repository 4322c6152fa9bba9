//! What every dialog is: a sheet over the page with a title, its own keys, and the focus kept inside until it is answered.
//! It asks nothing itself; the reason dialog, the gate and the others do.

import './dialog.css'
import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useKeys, type Key } from '../keys'
import { t } from '../words'
import { Cap } from './Cap'
import { Icon } from './Icon'

const FOCUSABLE = 'button:not([disabled]), [href], input:not([disabled]), textarea:not([disabled]), select:not([disabled]), [tabindex]:not([tabindex="-1"])'

export interface DialogProps {
  title: ReactNode
  /** Grey words after the title. */
  about?: ReactNode
  children: ReactNode
  /** Buttons, right-aligned at the foot. */
  foot?: ReactNode
  /** Words at the left of the foot. */
  footNote?: ReactNode
  width?: number
  keys?: Key[]
  onClose(): void
  /** `first`: the first field. `none`: neither button, the first Tab reaches the verb (5.8). */
  focus?: 'first' | 'none'
  /** A cross at the top right as well; for large dialogs. */
  cross?: boolean
  /** No padding round the body: it divides itself into panes. */
  flush?: boolean
}

export function Dialog({ title, about, children, foot, footNote, width = 440, keys = [], onClose, focus = 'first', cross = false, flush = false }: DialogProps) {
  const sheet = useRef<HTMLDivElement>(null)
  const id = useId()
  useKeys('dialog', [...keys, { combo: 'Escape', label: t('parts.close'), run: onClose, hint: true }], { modal: true })
  useLayoutEffect(() => {
    const before = document.activeElement
    const element = sheet.current
    if (focus === 'first') {
      const first = element?.querySelector<HTMLElement>('.dialog-body [data-first]') ?? element?.querySelector<HTMLElement>('.dialog-body :is(input, textarea, select)') ?? element
      // Of a group of radio buttons the chosen one, as Tab does.
      const chosen = first instanceof HTMLInputElement && first.type === 'radio' ? element?.querySelector<HTMLElement>(`input[type="radio"][name="${CSS.escape(first.name)}"]:checked`) : null
      ;(chosen ?? first)?.focus()
    } else element?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [focus])
  useEffect(() => {
    const keepInside = (event: KeyboardEvent): void => {
      const element = sheet.current
      if (event.key !== 'Tab' || !element) return
      const all = [...element.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((e) => e.offsetParent !== null)
      if (all.length === 0) return event.preventDefault()
      const verb = element.querySelector<HTMLElement>('.dialog-foot .act-main')
      const at = document.activeElement
      // From the sheet itself the first Tab reaches the verb.
      if (at === element && !event.shiftKey) {
        event.preventDefault()
        ;(verb ?? all[0]!).focus()
      } else if (!event.shiftKey && at === all[all.length - 1]) {
        event.preventDefault()
        all[0]!.focus()
      } else if (event.shiftKey && (at === all[0] || at === element)) {
        event.preventDefault()
        all[all.length - 1]!.focus()
      }
    }
    const element = sheet.current
    element?.addEventListener('keydown', keepInside)
    return () => element?.removeEventListener('keydown', keepInside)
  }, [])
  return createPortal(
    <div className="veil dialog-veil">
      <div ref={sheet} className={`dialog${flush ? ' dialog-flush' : ''}`} role="dialog" aria-modal="true" aria-labelledby={id} tabIndex={-1} style={{ width }}>
        <div className="dialog-head">
          <h2 id={id}>{title}</h2>
          {about ? <span className="second">{about}</span> : null}
          {cross ? (
            <span className="dialog-cross"><Cap combo="Escape" /><button type="button" aria-label={t('parts.close')} onClick={onClose}><Icon name="close" /></button></span>
          ) : null}
        </div>
        <div className="dialog-body">{children}</div>
        {foot || footNote ? <div className="dialog-foot"><span className="hint grow">{footNote}</span>{foot}</div> : null}
      </div>
    </div>,
    document.body,
  )
}
