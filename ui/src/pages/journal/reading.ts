//! The journal read in portions, the newest first. Lines never change, so what was read stays; only what was added since is fetched.

import { useCallback, useEffect, useRef, useState } from 'react'
import { changes, failureOf, look } from '../../api'
import type { JournalEntry, JournalView } from '../../generated/types'
import type { Failure } from '../../shape'
import { useWatched } from '../../store'

const PORTION = 500

interface State { face: string; entries: JournalEntry[]; total: number; head: string; failure: Failure | null; busy: boolean }

/** `all` reads on to the first line without being asked: what is filtered must be looked for everywhere. */
export function useJournal(kind: string, id: string, all: boolean) {
  const face = `${kind}/${id}`
  const tick = useWatched(changes)
  const [asked, ask] = useState(0)
  const [state, setState] = useState<State>({ face: '', entries: [], total: 0, head: '', failure: null, busy: true })
  const now = useRef(state)
  now.current = state
  const reading = useRef(false)
  const read = useCallback((offset: number) => look<JournalView>({ view: 'journal', kind, id, offset, limit: PORTION }), [kind, id])

  useEffect(() => {
    let live = true
    setState((was) => (was.face === face ? { ...was, busy: true } : { face, entries: [], total: 0, head: '', failure: null, busy: true }))
    read(0).then(
      (view) => live && setState((was) => {
        const last = view.entries.at(-1)?.seq ?? 0
        const older = was.face === face ? was.entries.filter((entry) => entry.seq < last) : []
        return { face, entries: [...view.entries, ...older], total: view.total, head: view.head, failure: null, busy: false }
      }),
      (thrown) => live && setState((was) => ({ ...was, face, failure: failureOf(thrown), busy: false })),
    )
    return () => { live = false }
  }, [face, read, tick, asked])

  const more = useCallback(() => {
    const was = now.current
    if (reading.current || was.busy || was.face !== face || was.entries.length >= was.total) return
    reading.current = true
    setState((at) => ({ ...at, busy: true }))
    read(was.entries.length).then(
      (view) => setState((at) => {
        if (at.face !== face) return at
        const last = at.entries.at(-1)?.seq ?? Infinity
        return { ...at, entries: [...at.entries, ...view.entries.filter((entry) => entry.seq < last)], total: view.total, busy: false }
      }),
      (thrown) => setState((at) => ({ ...at, failure: failureOf(thrown), busy: false })),
    ).finally(() => { reading.current = false })
  }, [face, read])

  const rest = all && !state.busy && !state.failure && state.face === face && state.entries.length < state.total
  useEffect(() => { if (rest) more() }, [rest, more, state.entries.length])
  const mine = state.face === face
  return { entries: mine ? state.entries : [], total: mine ? state.total : 0, head: mine ? state.head : '', failure: state.failure, busy: state.busy || !mine, more, again: () => ask((n) => n + 1) }
}
