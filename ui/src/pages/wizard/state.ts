//! What the seven steps keep between two sittings, in the committee's own file: the words not yet recorded by an act, and the recovery
//! sheet until it has been copied back from paper.

import type { Unit } from '../../generated/types'

export interface Sheet {
  file_id: string
  lines: string[]
}

export interface Kept {
  step: number
  name: string
  sheet: Sheet | null
  unit: Unit
  body: { name: string; founded: string; founding_document: string; secretary: string; phone: string; email: string; address: string; office: string; budget: string }
  letter_prefix: string
  case_prefix: string
  /** The two groups to be copied back, from 1. */
  ask: [number, number]
  typed: [string, string]
  printed: string
  copied: boolean
  shelf: string
  copy: string
}

export const first: Kept = {
  step: 0, name: '', sheet: null,
  unit: { name: '', credit_code: '', kind: 'university', affiliation: 'local', province: '', autonomous_area: false, authority: '' },
  body: { name: '', founded: '', founding_document: '', secretary: '', phone: '', email: '', address: '', office: '', budget: '' },
  letter_prefix: '', case_prefix: '', ask: [0, 0], typed: ['', ''], printed: '', copied: false, shelf: '', copy: '',
}

/** What was kept, completed: an earlier sitting may have kept less. */
export const whole = (kept: Partial<Kept>): Kept => ({ ...first, ...kept, unit: { ...first.unit, ...kept.unit }, body: { ...first.body, ...kept.body } })

export interface Group {
  n: number
  words: string
}

/** The groups of the sheet as they are numbered on paper, line by line. */
export const groupsOf = (sheet: Sheet | null): Group[] =>
  (sheet?.lines ?? []).flatMap((line) => line.split('·')[0]!.trim().split(/\s+/)).map((words, i) => ({ n: i + 1, words }))
export const checksOf = (sheet: Sheet | null): string[] => (sheet?.lines ?? []).map((line) => line.split('·')[1]?.trim() ?? '')

/** Two groups apart from each other, chosen anew for each file. */
export function twoGroups(count: number): [number, number] {
  const draw = new Uint32Array(2)
  crypto.getRandomValues(draw)
  const half = Math.floor(count / 2)
  return [(draw[0]! % half) + 1, half + (draw[1]! % half) + 1]
}

/** Capitals, full-width signs and blanks do not matter. */
export const plain = (typed: string): string => typed.normalize('NFKC').toLowerCase().replace(/[^0-9a-f]/g, '')
