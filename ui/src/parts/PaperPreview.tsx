//! A paper as it will print: page pictures made from the very bytes, on a grey ground, fit to the pane's height or larger. Never the web
//! view's own rendering of anything.

import './paperpreview.css'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { pageUrl } from '../api'
import { useKeys } from '../keys'
import { t } from '../words'
import { Icon } from './Icon'
import { Message } from './ErrorPanel'

export interface PaperPreviewProps {
  /** What the desk's `page` takes; the page number and the scale are added. */
  request: Record<string, unknown>
  pages: number
  /** Bump to draw again: a draft changes under the same request. */
  version?: number | string
  label: string
  head?: ReactNode
  /** PgUp and PgDn turn pages while this is on the page. */
  keys?: boolean
}

type Fit = 'page' | 'width' | number
const SCALES = [0.5, 0.75, 1, 1.25, 1.5, 2]

export function PaperPreview({ request, pages, version = 0, label, head, keys = true }: PaperPreviewProps) {
  const [at, setAt] = useState(1)
  const [fit, setFit] = useState<Fit>('page')
  const [failed, setFailed] = useState(false)
  const shown = Math.max(1, Math.min(at, pages))
  const box = useRef<HTMLDivElement>(null)
  const turn = (by: number): void => setAt(Math.max(1, Math.min(pages, shown + by)))
  const face = JSON.stringify(request)
  useEffect(() => setAt(1), [face])
  useEffect(() => setFailed(false), [face, shown, version])
  useEffect(() => { box.current?.scrollTo(0, 0) }, [shown])
  useKeys('preview', [
    { combo: 'PageDown', label: t('parts.turn_page'), caps: ['PgUp', 'PgDn'], run: () => turn(1), hint: pages > 1 },
    { combo: 'PageUp', label: t('parts.turn_page'), run: () => turn(-1) },
  ], { off: !keys || pages < 2 })
  const larger = (by: 1 | -1): void => setFit((now) => {
    const from = typeof now === 'number' ? now : 0.75
    return (by === 1 ? SCALES.find((s) => s > from + 0.01) : [...SCALES].reverse().find((s) => s < from - 0.01)) ?? from
  })
  // 144 dots an inch is sharp on a desk's screen; twice that where the screen is dense or the page is enlarged.
  const scale = (typeof fit === 'number' && fit > 1) || window.devicePixelRatio > 1.2 ? 3 : 2
  return (
    <div className="preview" data-pane="preview">
      <div className="preview-head">
        <div className="grow">{head}</div>
        <div className="row preview-tools">
          {pages > 1 ? (
            <>
              <button type="button" aria-label={t('parts.page_before')} aria-disabled={shown === 1} onClick={() => turn(-1)}><Icon name="left" size={14} /></button>
              <span className="second whole">{t('parts.page_of', { n: shown, all: pages })}</span>
              <button type="button" aria-label={t('parts.page_after')} aria-disabled={shown === pages} onClick={() => turn(1)}><Icon name="right" size={14} /></button>
            </>
          ) : <span className="second whole">{t('parts.page_of', { n: shown, all: Math.max(1, pages) })}</span>}
          <button type="button" aria-label={t('parts.smaller')} onClick={() => larger(-1)}><Icon name="minus" size={14} /></button>
          <button type="button" className="second whole" onClick={() => setFit(fit === 'page' ? 'width' : 'page')}>{fit === 'page' ? t('parts.fit_width') : t('parts.fit_page')}</button>
          <button type="button" aria-label={t('parts.larger')} onClick={() => larger(1)}><Icon name="plus" size={14} /></button>
        </div>
      </div>
      <div className={`preview-ground fit-${typeof fit === 'number' ? 'scaled' : fit}`} ref={box} tabIndex={0} role="img" aria-label={t('parts.page_label', { label, n: shown, all: pages })}>
        {failed ? (
          <Message tone="amber" title={t('parts.page_failed')} code="LS-U03" acts={[{ words: t('frame.again'), run: () => setFailed(false) }]}>{t('parts.page_failed_safe')}</Message>
        ) : (
          <img
            className="preview-page" alt="" draggable={false} style={typeof fit === 'number' ? { width: 595 * fit * 1.333 } : undefined}
            src={pageUrl({ ...request, page: shown, scale, version })} onError={() => setFailed(true)}
          />
        )}
      </div>
    </div>
  )
}
