//! The shapes of the outward view, field by field as the desk has them (`office::views::outward`).

import type { Due, Finding, Left, Registration, ScopeHead } from '../../generated/types'

export interface SheetField { key: string; zh: string; en: string; value: string }
export interface RegisteredChange { on: string; zh: string; en: string }
export interface ListedRegistration { id: string; number: string; title: string; leader: string; department: string; items: number[]; due: Due | null; left: Left | null; registrations: Registration[]; findings: Finding[]; sheet: SheetField[] }
export interface ForeignRow { id: string; number: string; title: string; leader: string; partners: string[]; all_in: string | null; approvals: string[] }
export interface ConsultationLine { id: string; on: string; from: string; question: string; answer: string; in_scope: boolean | null; heads: ScopeHead[] }
export interface OutwardView {
  zh: string
  en: string
  findings: Finding[]
  due: Due
  left: Left | null
  registrations: Registration[]
  changes: RegisteredChange[]
  sheet: SheetField[]
  listed: ListedRegistration[]
  consultations: ConsultationLine[]
  foreign: ForeignRow[]
}
