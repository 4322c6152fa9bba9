//! What a form is: which views it reads, the values it opens with, its fields, and the act they make. One entry an act, in a file an area
//! (`*.forms.tsx`); the registry collects them. A form checks nothing itself: the desk is asked while one types.

import type { ReactNode } from 'react'
import type { Act } from '../api'
import type { CaseView, CommitteeView, IntakeView, MeetingView, PaperLine, PaperView, RoundKind } from '../generated/types'
import type { Tag } from './start'

/** What the act is about, as read from the desk. */
export interface Subject {
  tag: Tag
  today: string
  /** Hours and minutes now. */
  minute: string
  case: CaseView | null
  intake: IntakeView | null
  meeting: MeetingView | null
  paper: PaperView | null
  committee: CommitteeView | null
  item: string
  member: string
  round: RoundKind | null
  /** Values given by who started it. */
  with: Record<string, unknown>
}

export interface FieldsProps<V> {
  v: V
  /** Changes some of the values. */
  put(some: Partial<V>): void
  s: Subject
  /** What is wrong with a field, by the desk's name of it. */
  wrong(field: string): string | undefined
}

export type Reads = 'case' | 'intake' | 'meeting' | 'paper' | 'committee'

export interface ActForm<V> {
  /** The views it needs, besides its subject's own. */
  reads?: readonly Reads[]
  /** Needs a paper: those of the case it may be, to choose from when none is given. */
  paper?(line: PaperLine): boolean
  width?: number
  /** Undefined while a view that it needs has not come. */
  first(s: Subject): V
  Fields(props: FieldsProps<V>): ReactNode
  act(v: V, s: Subject): Act
  /** Names of fields without which the desk cannot even be asked. */
  missing?(v: V, s: Subject): string[]
  /** For a one-way act: what is fixed by it, to be read first. */
  gate?(v: V, s: Subject): { title: string; about: string; facts?: { name: string; value: ReactNode }[] }
  /** A remark under the title. */
  lead?(s: Subject): ReactNode
  /** Whether the draft is kept across a kill; yes unless it holds only a date. */
  kept?: boolean
}

export type Forms = Partial<Record<Tag, ActForm<never>>>

/** Keeps the values' type inside one form; outside, the registry treats all alike. */
export const form = <V extends object>(of: ActForm<V>): ActForm<never> => of as unknown as ActForm<never>
