//! Work on the file itself, one at a time, for the parts of the settings page.

import { useState } from 'react'
import { failureOf } from '../../api'
import { saidDone } from '../../parts'
import type { Failure } from '../../shape'
import { say } from '../../words'

/** Work on the file itself: one at a time, its failure kept until the next try. */
export function useWork() {
  const [busy, setBusy] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const run = (name: string, work: () => Promise<unknown>): void => {
    if (busy) return
    setBusy(name)
    setFailure(null)
    work().catch((thrown) => { const failed = failureOf(thrown); if (failed.kind === 'stopped') saidDone(say(failed)); else setFailure(failed) }).finally(() => setBusy(''))
  }
  return { busy, failure, run, clear: () => setFailure(null) }
}
