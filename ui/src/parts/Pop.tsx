//! A floating panel at its button: popovers and small menus. Placed by measuring, kept inside the window, closed by Esc, by a
//! click elsewhere or when its button scrolls away.

import './pop.css'
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useKeys, type Key } from '../keys'
import { t } from '../words'

export interface PopButtonProps {
  onClick(event: React.MouseEvent): void
  'aria-expanded': boolean
  'aria-haspopup': 'dialog'
  ref: (element: HTMLElement | null) => void
}

export interface PopProps {
  button(props: PopButtonProps, open: boolean): ReactNode
  children: (close: () => void) => ReactNode
  width?: number
  /** Where its edge lines up with the button's. */
  align?: 'start' | 'end'
  keys?: (close: () => void) => Key[]
  onOpen?(): void
  label?: string
}

/** The element's rectangle in its own CSS pixels, whatever zoom lies on the page. */
function rectOf(element: HTMLElement): { left: number; top: number; right: number; bottom: number; scale: number } {
  const rect = element.getBoundingClientRect()
  const scale = element.offsetWidth > 0 ? rect.width / element.offsetWidth : 1
  return { left: rect.left / scale, top: rect.top / scale, right: rect.right / scale, bottom: rect.bottom / scale, scale }
}

export function Pop({ button, children, width, align = 'start', keys, onOpen, label }: PopProps) {
  const [open, setOpen] = useState(false)
  const anchor = useRef<HTMLElement | null>(null)
  const setAnchor = useCallback((element: HTMLElement | null) => void (anchor.current = element), [])
  const close = useCallback(() => setOpen(false), [])
  return (
    <>
      {button({
        ref: setAnchor, 'aria-expanded': open, 'aria-haspopup': 'dialog',
        onClick: (event) => {
          event.stopPropagation()
          setOpen((was) => !was)
          if (!open) onOpen?.()
        },
      }, open)}
      {open ? <Float anchor={anchor} align={align} width={width} keys={keys?.(close) ?? []} close={close} label={label}>{children(close)}</Float> : null}
    </>
  )
}

interface FloatProps {
  anchor: React.RefObject<HTMLElement | null>
  align?: 'start' | 'end'
  width?: number | undefined
  keys?: Key[]
  close(): void
  label?: string | undefined
  children: ReactNode
}

/** The panel alone, for parts that open it by a key. */
export function Float({ anchor, align = 'start', width, keys = [], close, label, children }: FloatProps) {
  const panel = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null)
  useKeys('pop', [...keys, { combo: 'Escape', label: t('parts.close'), run: close }])
  useLayoutEffect(() => {
    const put = (): void => {
      if (!anchor.current || !panel.current) return
      const at = rectOf(anchor.current)
      const size = { w: panel.current.offsetWidth, h: panel.current.offsetHeight }
      const view = { w: window.innerWidth / at.scale, h: window.innerHeight / at.scale }
      const wanted = align === 'start' ? at.left : at.right - size.w
      const below = at.bottom + 4 + size.h <= view.h - 4 || at.top - 4 - size.h < 4
      setPlace({
        left: Math.max(8, Math.min(wanted, view.w - size.w - 8)),
        top: below ? Math.max(4, Math.min(at.bottom + 4, view.h - size.h - 4)) : at.top - 4 - size.h,
      })
    }
    put()
    const watch = new ResizeObserver(put)
    if (panel.current) watch.observe(panel.current)
    return () => watch.disconnect()
  }, [anchor, align])
  useEffect(() => {
    const focusBack = anchor.current
    panel.current?.focus({ preventScroll: true })
    const outside = (event: PointerEvent): void => {
      const target = event.target as Node
      if (!panel.current?.contains(target) && !anchor.current?.contains(target)) close()
    }
    const scrolled = (event: Event): void => {
      if (event.target instanceof Node && panel.current?.contains(event.target)) return
      close()
    }
    window.addEventListener('pointerdown', outside, true)
    window.addEventListener('scroll', scrolled, true)
    window.addEventListener('resize', close)
    return () => {
      window.removeEventListener('pointerdown', outside, true)
      window.removeEventListener('scroll', scrolled, true)
      window.removeEventListener('resize', close)
      if (panel.current?.contains(document.activeElement) || document.activeElement === document.body) focusBack?.focus()
    }
  }, [anchor, close])
  return createPortal(
    <div ref={panel} className="float" role="dialog" aria-label={label} tabIndex={-1} style={{ width, left: place?.left ?? -9999, top: place?.top ?? -9999 }} onClick={(event) => event.stopPropagation()}>
      {children}
    </div>,
    document.body,
  )
}
