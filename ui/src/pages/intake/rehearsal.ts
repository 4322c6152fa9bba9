//! What the desk would say to an act, asked a moment after each change. Nothing is written by asking.

import { useEffect, useState } from 'react'
import { failureOf, rehearse, type Act } from '../../api'
import type { Failure, Finding } from '../../shape'

export interface Heard {
  findings: readonly Finding[]
  failure: Failure | null
}

export function useRehearsal(act: Act | null): Heard {
  const [heard, setHeard] = useState<Heard>({ findings: [], failure: null })
  const face = act === null ? '' : JSON.stringify(act)
  useEffect(() => {
    if (face === '') return setHeard({ findings: [], failure: null })
    let live = true
    const timer = window.setTimeout(() => {
      rehearse(JSON.parse(face) as Act).then(
        (findings) => live && setHeard({ findings, failure: null }),
        (thrown) => live && setHeard({ findings: [], failure: failureOf(thrown) }),
      )
    }, 300)
    return () => { live = false; window.clearTimeout(timer) }
  }, [face])
  return heard
}
