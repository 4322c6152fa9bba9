//! A paper as it will print: page pictures made from the very bytes that are saved and printed, on a grey ground, fit to the pane's height
//! or larger. Never the web view's own rendering of anything.

import './paperpreview.css'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { changes, failureOf, pageUrl, setPaper, type PaperOut, type PaperRequest } from '../api'
import { useKeys } from '../keys'
import type { Failure } from '../shape'
import { useWatched } from '../store'
import { t } from '../words'
import { ErrorPanel, Message } from './ErrorPanel'
import { Icon } from './Icon'
import { useSlow } from './Working'

export interface PaperPreviewProps {
  /** What is to be set: `{paper: 'preview', id}`, `{paper: 'print', kind, …}`. Null shows the empty ground. */
  request: PaperRequest | null
  label: string
  head?: ReactNode
  /** PgUp and PgDn turn pages while this is on the page. */
  keys?: boolean
  /** Told each time it has been set: its token is what `save` and `print` take. */
  onSet?(out: PaperOut): void
  /** While one types: the page and its number stay until the next setting is there, and a fault is only told to `onSet`. */
  steady?: boolean
  /** How a page is fitted at first: whole in the pane's height, or as wide as the pane. */
  begin?: 'page' | 'width'
}

type Fit = 'page' | 'width' | number
const SCALES = [0.5, 0.75, 1, 1.25, 1.5, 2]
/** A4 at 96 dots an inch. */
const A4_WIDTH = 794

export function PaperPreview({ request, label, head, keys = true, onSet, steady = false, begin = 'page' }: PaperPreviewProps) {
  const [out, setOut] = useState<PaperOut | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [at, setAt] = useState(1)
  const [fit, setFit] = useState<Fit>(begin)
  const [broken, setBroken] = useState(false)
  const slow = useSlow(busy, 300)
  const box = useRef<HTMLDivElement>(null)
  const told = useRef(onSet)
  told.current = onSet
  // A draft changes under the same request, so it is set anew after every act; the same bytes come back with the same token.
  const tick = useWatched(changes)
  const face = request === null ? '' : JSON.stringify(request)
  useEffect(() => { if (!steady) { setAt(1); setOut(null) } }, [face, steady])
  useEffect(() => {
    if (face === '') return
    let live = true
    setBusy(true)
    setPaper(JSON.parse(face) as PaperRequest).then(
      (set) => { if (live) { setOut((was) => (steady && set.failure ? was : set)); setFailure(set.failure); setBusy(false); setBroken(false); told.current?.(set) } },
      (thrown) => { if (live) { setFailure(failureOf(thrown)); setBusy(false) } },
    )
    return () => { live = false }
  }, [face, tick, steady])
  const pages = Math.max(1, out?.pages ?? 1)
  const shown = Math.max(1, Math.min(at, pages))
  const turn = (by: number): void => setAt(Math.max(1, Math.min(pages, shown + by)))
  useEffect(() => { box.current?.scrollTo(0, 0) }, [shown])
  useKeys('preview', [
    { combo: 'PageDown', label: t('parts.turn_page'), caps: ['PgUp', 'PgDn'], run: () => turn(1), hint: true },
    { combo: 'PageUp', label: t('parts.turn_page'), run: () => turn(-1) },
  ], { off: !keys || pages < 2 })
  const larger = (by: 1 | -1): void => setFit((now) => {
    const from = typeof now === 'number' ? now : 0.75
    return (by === 1 ? SCALES.find((s) => s > from + 0.01) : [...SCALES].reverse().find((s) => s < from - 0.01)) ?? from
  })
  // 144 dots an inch is sharp on a desk's screen; more where the screen is dense or the page is enlarged.
  const scale = (typeof fit === 'number' && fit > 1) || window.devicePixelRatio > 1.2 ? 3 : 2
  return (
    <div className="preview" data-pane="preview">
      <div className="preview-head">
        <div className="grow">{head}</div>
        <div className="row preview-tools">
          {pages > 1 ? <button type="button" aria-label={t('parts.page_before')} aria-disabled={shown === 1} onClick={() => turn(-1)}><Icon name="left" size={14} /></button> : null}
          <span className="second whole">{t('parts.page_of', { n: shown, all: pages })}</span>
          {pages > 1 ? <button type="button" aria-label={t('parts.page_after')} aria-disabled={shown === pages} onClick={() => turn(1)}><Icon name="right" size={14} /></button> : null}
          <button type="button" aria-label={t('parts.smaller')} onClick={() => larger(-1)}><Icon name="minus" size={14} /></button>
          <button type="button" className="second whole" onClick={() => setFit(fit === 'page' ? 'width' : 'page')}>{fit === 'page' ? t('parts.fit_width') : t('parts.fit_page')}</button>
          <button type="button" aria-label={t('parts.larger')} onClick={() => larger(1)}><Icon name="plus" size={14} /></button>
        </div>
      </div>
      <div className={`preview-ground fit-${typeof fit === 'number' ? 'scaled' : fit}`} ref={box} tabIndex={0} role="img" aria-label={t('parts.page_label', { label, n: shown, all: pages })}>
        {failure && !(steady && out?.token) ? <ErrorPanel failure={failure} /> : broken ? (
          <Message tone="amber" title={t('parts.page_failed')} code="LS-U03" acts={[{ words: t('frame.again'), run: () => setBroken(false) }]}>{t('parts.page_failed_safe')}</Message>
        ) : out?.token ? (
          <img
            className="preview-page" alt="" draggable={false} style={typeof fit === 'number' ? { width: A4_WIDTH * fit } : undefined}
            src={pageUrl({ token: out.token, page: shown, scale })} onError={() => setBroken(true)}
          />
        ) : slow ? <p className="second">{t('parts.setting')}</p> : null}
      </div>
    </div>
  )
}
