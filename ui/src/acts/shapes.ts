//! What `attach` answers, and the views the forms read, in one place for the forms.

export type { CaseView, CommitteeView, IntakeView, MeetingView, PaperView } from '../generated/types'

export interface TakenFile {
  name: string
  sha256: string
  size: number
  /** The record it became, when it was taken into a case. */
  material?: string | null
}

export interface NotTaken {
  name: string
  zh: string
  en: string
}

/** Files taken into the archive, and those that were not, each with its reason. */
export interface Taken {
  taken: TakenFile[]
  refused: NotTaken[]
}
