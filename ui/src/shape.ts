//! The shapes that cross the door and that the frame and the parts need. They repeat the Rust types field by field
//! (`measures::finding`, `measures::clock`, `office::failure`, `office::views`).

export type Verdict = 'block' | 'ask' | 'note' | 'fine'
export type Cite = string

export interface Finding {
  rule: string
  verdict: Verdict
  zh: string
  en: string
  cites: Cite[]
  way_zh: string
  way_en: string
  facts?: unknown
}

export type FailureKind =
  | 'blocked' | 'needs_reason' | 'invalid' | 'not_found' | 'locked' | 'wrong_passphrase'
  | 'damaged' | 'newer_version' | 'busy' | 'stopped' | 'io' | 'paper' | 'bug'

export interface Failure {
  code: string
  kind: FailureKind
  zh: string
  en: string
  way_zh: string
  way_en: string
  findings: Finding[]
  field: string
}

export type LeftState =
  | 'calm' | 'soon' | 'today' | 'grace' | 'urgent' | 'overdue' | 'internal_over' | 'waiting' | 'estimate'

/** How much of a limit is left, counted by the law and worded there. */
export interface Left {
  n: number
  unit: string
  chip_zh: string
  chip_en: string
  state: LeftState
}

export type DayKind = 'working' | 'make_up' | 'weekend' | 'holiday'

export interface Counted {
  date: string
  n: number
  kind: DayKind
  note: string
  note_en: string
}

export interface Due {
  start: string
  nominal: string
  rolled: string
  at: string | null
  certain: boolean
  days: Counted[]
  equation_zh: string
  equation_en: string
  basis: Cite[]
  warning_zh: string
  warning_en: string
}

export interface WhyDay {
  date: string
  kind: DayKind
  name: string
  n: number | null
  last: boolean
  today: boolean
}

export interface WhyRow {
  zh: string
  en: string
  value_zh: string
  value_en: string
  cites: Cite[]
}

export interface WhyClock {
  key: string
  zh: string
  en: string
  due: string | null
  left: Left | null
}

export interface WhyView {
  title_zh: string
  title_en: string
  number: string
  zh: string
  en: string
  due: Due
  left: Left | null
  rows: WhyRow[]
  days: WhyDay[]
  other_zh: string
  other_en: string
  clocks: WhyClock[]
}

export interface PlaceCount {
  place: string
  red: number
  open: number
}

export interface Condition {
  lamp: string
  zh: string
  en: string
}

export interface BackupLamp {
  lamp: string
  zh: string
  en: string
  snapshot: string | null
  second_copy: string | null
}

export interface FrameView {
  committee: string
  secretary: string
  demo: boolean
  read_only: boolean
  now: string
  today: string
  counts: PlaceCount[]
  journal: number
  head: string
  backup: BackupLamp
  language: string
  lock_minutes: number
  notices: Condition[]
  file: string
}

export interface FoundFile {
  name: string
  committee: string
  last_used: string | null
  demo: boolean
}

export interface StartView {
  open: boolean
  files: FoundFile[]
  conditions: Condition[]
  now: string
  version: string
}

export interface SearchHit {
  kind: string
  id: string
  title: string
  detail: string
  title_en: string
  detail_en: string
  how_zh: string
  how_en: string
}

export interface SearchGroup {
  key: string
  zh: string
  en: string
  hits: SearchHit[]
}

export interface SearchView {
  text: string
  groups: SearchGroup[]
}

export interface Reading {
  [field: string]: unknown
}

export interface ArticleView {
  cite: Cite
  zh: string
  en: string
  summary_zh: string
  summary_en: string
  official: string | null
}

export interface HelpView {
  topic: string
  title_zh: string
  title_en: string
  zh: string
  en: string
  topics: [string, string, string][]
}
