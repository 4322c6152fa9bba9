//! Votes on their way to the desk, one after the other in the order keyed. A vote that could not be written stops the keying and is named; none is
//! ever dropped in silence.

import { useCallback, useRef, useState } from 'react'
import { failureOf, perform } from '../../api'
import { given } from '../../acts/start'
import type { Vote } from '../../generated/types'
import type { Failure } from '../../shape'

export interface Unwritten {
  members: string[]
  vote: Vote | null
  failure: Failure
}

export interface Writing {
  unwritten: Unwritten | null
  one(item: string, member: string, vote: string | null): void
  rest(item: string, vote: string, members: readonly string[]): void
  /** The person has read it; keying goes on. */
  answered(): void
  again(item: string): void
}

export function useVotes(): Writing {
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const stopped = useRef(false)
  const [unwritten, setUnwritten] = useState<Unwritten | null>(null)
  const queue = useCallback((members: string[], vote: Vote | null, write: () => Promise<unknown>) => {
    line.current = line.current.then(async () => {
      if (stopped.current) return
      try {
        await write()
      } catch (thrown) {
        stopped.current = true
        setUnwritten({ members, vote, failure: failureOf(thrown) })
      }
    })
  }, [])
  const one = useCallback((item: string, member: string, vote: string | null) => {
    queue([member], vote as Vote | null, () => perform({ act: 'record_vote', item, member, vote }))
  }, [queue])
  const rest = useCallback((item: string, vote: string, members: readonly string[]) => {
    queue([...members], vote as Vote, () => perform(given('record_votes', { item, votes: Object.fromEntries(members.map((id) => [id, vote as Vote])) })))
  }, [queue])
  const answered = useCallback(() => { stopped.current = false; setUnwritten(null) }, [])
  const again = useCallback((item: string) => {
    const was = unwritten
    stopped.current = false
    setUnwritten(null)
    if (!was) return
    if (was.members.length > 1 && was.vote) rest(item, was.vote, was.members)
    else if (was.members[0]) one(item, was.members[0], was.vote)
  }, [unwritten, one, rest])
  return { unwritten, one, rest, answered, again }
}
