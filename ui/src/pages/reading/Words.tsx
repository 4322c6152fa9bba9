//! A field whose words are kept while they are typed: a moment after the last key, at once when it is left, and before the packet is
//! closed or answered. While it holds the caret what comes back from the disk does not overwrite it.

import { useEffect, useRef, useState } from 'react'
import { waiting } from './fill'

const QUIET = 400

export interface WordsProps {
  label: string
  value: string
  keep(words: string): void
  placeholder?: string
  rows?: number
  /** Found by the keys of the page. */
  stop?: string
  wanting?: boolean
  first?: boolean
}

export function Words({ label, value, keep, placeholder, rows = 1, stop, wanting = false, first = false }: WordsProps) {
  const [typed, setTyped] = useState(value)
  const held = useRef<{ words: string; timer: number } | null>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  const live = useRef(keep)
  live.current = keep
  const flush = useRef(() => {
    const now = held.current
    if (!now) return
    window.clearTimeout(now.timer)
    held.current = null
    waiting.delete(flush.current)
    live.current(now.words)
  })
  useEffect(() => { if (!held.current) setTyped(value) }, [value])
  useEffect(() => {
    const give = flush.current
    return give
  }, [])
  // As high as its words.
  useEffect(() => {
    const element = box.current
    if (!element) return
    element.style.height = 'auto'
    element.style.height = `${element.scrollHeight + 2}px`
  }, [typed])
  return (
    <textarea
      ref={box} className={`reading-words${wanting ? ' reading-words-wanting' : ''}`} rows={rows} value={typed} aria-label={label} placeholder={placeholder} spellCheck={false} data-words={stop} data-first={first || undefined}
      onChange={(event) => {
        setTyped(event.target.value)
        window.clearTimeout(held.current?.timer)
        held.current = { words: event.target.value, timer: window.setTimeout(() => flush.current(), QUIET) }
        waiting.add(flush.current)
      }}
      onBlur={() => flush.current()}
    />
  )
}
