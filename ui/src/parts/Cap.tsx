//! Key caps. The same cap stands on a button, in the status bar and in the sheet of all keys.

import './cap.css'
import { capOf } from '../keys'

/** One cap for a combination: `Ctrl K`. Takes a combo of keys.ts, or the caps' own words. */
export function Cap({ combo, words }: { combo?: string; words?: string }) {
  const face = words ?? (combo ? capOf(combo) : '')
  return <kbd className="cap">{face}</kbd>
}

/** Several caps in a row: `↑` `↓`. */
export function Caps({ words }: { words: readonly string[] }) {
  return <>{words.map((word, i) => (word === '–' ? <span key={i}>–</span> : <Cap key={i} words={word} />))}</>
}
