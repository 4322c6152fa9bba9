//! A view on screen: read once, read again after every act, and shown from memory at once when one comes back to it.

import { useCallback, useEffect, useRef, useState } from 'react'
import { changes, failureOf, look, type View } from './api'
import type { Failure } from './shape'
import { useWatched } from './store'

export interface Looked<T> {
  /** The last answer, also while a newer one is on its way. */
  view: T | null
  failure: Failure | null
  /** An answer is on its way. */
  busy: boolean
  again(): void
}

const seen = new Map<string, unknown>()
/** After lock or another committee. */
export const forgetViews = (): void => seen.clear()

/** Asks before anything is drawn; a refusal is told when the view is looked at. */
export const lookAhead = (what: View): Promise<void> => look(what).then((view) => void seen.set(JSON.stringify(what), view), () => undefined)

/** `null` looks at nothing. */
export function useLook<T>(what: View | null): Looked<T> {
  const face = what === null ? '' : JSON.stringify(what)
  const tick = useWatched(changes)
  const [asked, ask] = useState(0)
  const [state, setState] = useState<{ face: string; view: T | null; failure: Failure | null; busy: boolean }>(() => ({
    face, view: (seen.get(face) as T | undefined) ?? null, failure: null, busy: face !== '',
  }))
  const latest = useRef(0)
  useEffect(() => {
    if (face === '') {
      setState({ face, view: null, failure: null, busy: false })
      return
    }
    const mine = ++latest.current
    setState((was) => (was.face === face ? { ...was, busy: true } : { face, view: (seen.get(face) as T | undefined) ?? null, failure: null, busy: true }))
    look<T>(JSON.parse(face) as View).then(
      (view) => {
        seen.set(face, view)
        // Fifty views back is further than anyone walks; older ones are read anew.
        if (seen.size > 50) seen.delete(seen.keys().next().value!)
        if (mine === latest.current) setState({ face, view, failure: null, busy: false })
      },
      (thrown) => {
        if (mine === latest.current) setState((was) => ({ ...was, failure: failureOf(thrown), busy: false }))
      },
    )
  }, [face, tick, asked])
  const again = useCallback(() => ask((n) => n + 1), [])
  return { view: state.face === face ? state.view : ((seen.get(face) as T | undefined) ?? null), failure: state.failure, busy: state.busy, again }
}
