//! How much of a limit is left. Counted and worded by the law (`Left`); the chip gives it its look. Red belongs to the law,
//! grey to the other person's time; the unit is always written out.

import './chip.css'
import type { Left, LeftState } from '../shape'
import { isEnglish, sayOf } from '../words'
import { Lamp, type LampState } from './Lamp'

type Look = 'calm' | 'amber' | 'red' | 'grey' | 'dashed' | 'green'

const LOOK: Record<LeftState, Look> = {
  calm: 'calm', soon: 'amber', today: 'amber', grace: 'amber', internal_over: 'amber', urgent: 'red', overdue: 'red', waiting: 'grey', estimate: 'dashed',
}
const LAMP: Partial<Record<Look, LampState>> = { amber: 'risk', red: 'blocked', green: 'proven' }

export interface ChipProps {
  look: Look
  words: string
  /** Plain text where a frame would be one too many: second lines, waiting rows. */
  bare?: boolean
  /** Without its small lamp: the row already carries one. */
  noLamp?: boolean
}

/** A chip by its words: 按期，第21日 · 等签3天 · 应急 剩05:12. */
export function Chip({ look, words, bare = false, noLamp = false }: ChipProps) {
  const lamp = noLamp || bare ? undefined : LAMP[look]
  // In English the plain chip of a waiting row says whose time it is, not once more that it waits.
  const short = bare && isEnglish() ? words.replace(/^waiting for (the )?/, '') : words
  return <span className={`chip chip-${look}${bare ? ' chip-bare' : ''}`} title={words}>{lamp ? <Lamp state={lamp} size={12} /> : null}<span>{short}</span></span>
}

export function LeftChip({ left, bare = false, noLamp = false }: { left: Left | null | undefined; bare?: boolean; noLamp?: boolean }) {
  if (!left) return null
  return <Chip look={LOOK[left.state] ?? 'calm'} words={sayOf(left, 'chip')} bare={bare} noLamp={noLamp} />
}

/** Order of 余: overdue (longest first), today, then what comes first; the uncertain after the certain. */
export function compareLeft(a: Left | null, b: Left | null): number {
  const rank = (left: Left | null): number => {
    if (!left) return 9e9
    const days = left.unit.startsWith('working') ? left.n * 1.4 : left.unit.startsWith('hour') ? left.n / 24 : left.n
    if (left.state === 'overdue') return -1e6 - Math.abs(days)
    return Math.max(0, days) + (left.state === 'estimate' ? 1e6 : 0)
  }
  return rank(a) - rank(b)
}
