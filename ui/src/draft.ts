//! An unsent form that survives a kill: kept in the committee's own file a moment after each change, read back when the form opens.

import { useCallback, useEffect, useRef, useState } from 'react'
import { draftListeners, dropDraft, keepDraft, readDraft } from './api'
import { minuteNow } from './minute'
import { watched } from './store'

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

/** Writes still waiting for their quiet moment. Before the file is locked they are written at once. */
const waiting = new Set<() => Promise<unknown>>()
export const flushDrafts = (): Promise<unknown> => Promise.all([...waiting].map((write) => write().catch(() => undefined)))

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
    const write = async (): Promise<void> => {
      waiting.delete(write)
      window.clearTimeout(timer)
      if (!touched.current) return
      await keepDraft(key, latest.current)
      keptAt.set(minuteNow())
    }
    const timer = window.setTimeout(() => void write().catch(() => undefined), QUIET)
    waiting.add(write)
    return () => {
      window.clearTimeout(timer)
      waiting.delete(write)
    }
  }, [key, value])
  useEffect(() => {
    const recorded = (other: string): void => {
      if (other !== key) return
      touched.current = false
      keptAt.set(null)
    }
    draftListeners.add(recorded)
    return () => void draftListeners.delete(recorded)
  }, [key])
  // Leaving the page within the quiet moment loses nothing either.
  useEffect(() => () => { if (touched.current) void keepDraft(key, latest.current).catch(() => undefined) }, [key])
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
