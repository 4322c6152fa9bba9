//! An unsent form that survives a kill: kept in the committee's own file a moment after each change, read back when the form opens.

import { useCallback, useEffect, useRef, useState } from 'react'
import { dropDraft, keepDraft, readDraft } from '../api'
import { minuteNow } from '../frame/state'
import { watched } from '../store'

/** When the last draft was kept, for the status bar: 已存09:06. Null while nothing is unsent. */
export const keptAt = watched<string | null>(null)

export interface Draft<T> {
  value: T
  set(next: T | ((now: T) => T)): void
  /** The draft has been read; before that the form shows its first values. */
  ready: boolean
  /** There was one. */
  restored: boolean
  /** After the act is recorded the desk drops it; call this when the form is given up instead. */
  drop(): void
}

const QUIET = 400

export function useDraft<T>(key: string, first: T): Draft<T> {
  const [value, setValue] = useState(first)
  const [state, setState] = useState({ ready: false, restored: false })
  const touched = useRef(false)
  const latest = useRef(value)
  latest.current = value
  useEffect(() => {
    let live = true
    readDraft<T>(key).then(
      (kept) => {
        if (!live) return
        // What was typed while the draft was being read stands.
        if (kept !== null && !touched.current) setValue(kept)
        setState({ ready: true, restored: kept !== null && !touched.current })
      },
      () => live && setState({ ready: true, restored: false }),
    )
    return () => { live = false }
  }, [key])
  useEffect(() => {
    if (!touched.current) return
    const timer = window.setTimeout(() => {
      void keepDraft(key, latest.current).then(() => keptAt.set(minuteNow()), () => undefined)
    }, QUIET)
    return () => window.clearTimeout(timer)
  }, [key, value])
  const set = useCallback((next: T | ((now: T) => T)) => {
    touched.current = true
    setValue(next)
  }, [])
  const drop = useCallback(() => {
    touched.current = false
    keptAt.set(null)
    void dropDraft(key).catch(() => undefined)
  }, [key])
  return { value, set, ready: state.ready, restored: state.restored, drop }
}
