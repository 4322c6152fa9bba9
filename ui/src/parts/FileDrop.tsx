//! Where files are dropped or chosen. In the product the web view names the paths and the desk reads them; what was not taken, and why,
//! is the desk's answer and the page's to show.

import './filedrop.css'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { attach, failureOf, onFilesDropped } from '../api'
import { packetAmong } from '../chair'
import type { Failure } from '../shape'
import { t } from '../words'
import { ErrorPanel } from './ErrorPanel'
import { Icon } from './Icon'
import { useSlow } from './Working'

export interface FileDropProps<T> {
  /** What the desk's `attach` takes beside the files. */
  request: unknown
  children?: ReactNode
  onTaken(answer: T): void
  /** Endings for the dialog; all kinds when left out. */
  kinds?: { name: string; endings: string[] }[]
  title?: string
  /** The whole page takes what is dropped, not only the field. */
  small?: boolean
}

export function FileDrop<T>({ request, children, onTaken, kinds, title, small = false }: FileDropProps<T>) {
  const [over, setOver] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const slow = useSlow(busy, 300)
  const root = useRef<HTMLDivElement>(null)
  const live = useRef({ request, onTaken })
  live.current = { request, onTaken }
  const take = (paths?: string[]): void => {
    setBusy(true)
    setFailure(null)
    attach<T>(live.current.request, paths, { title: title ?? t('parts.choose_files'), ...(kinds ? { kinds } : {}) }).then(
      (answer) => { setBusy(false); if (answer !== null) live.current.onTaken(answer) },
      (thrown) => { setBusy(false); setFailure(failureOf(thrown)) },
    )
  }
  useEffect(() => {
    let stop: (() => void) | null = null
    let gone = false
    // What is dropped while a dialog is open is meant for the dialog; a packet opens chair mode and is nobody's attachment.
    const behind = (): boolean => document.querySelector('[role="dialog"]') !== null && !root.current?.closest('[role="dialog"]')
    void onFilesDropped((paths) => { if (!behind() && !packetAmong(paths)) take(paths) }, (inside) => setOver(inside && !behind())).then((end) => { if (gone) end(); else stop = end })
    return () => { gone = true; stop?.() }
    // Listens once; what is asked is read from `live`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  return (
    <div className="filedrop-box" ref={root}>
      <div className={`filedrop${over ? ' filedrop-over' : ''}${small ? ' filedrop-small' : ''}`}>
        <Icon name="folder" /><span className="grow">{slow ? t('parts.reading_files') : (children ?? t('parts.drop_here'))}</span>
        <button type="button" className="link" disabled={busy} onClick={() => take()}>{t('parts.choose_files')}</button>
      </div>
      {failure ? <ErrorPanel failure={failure} acts={[{ words: t('parts.close'), run: () => setFailure(null) }]} /> : null}
    </div>
  )
}
