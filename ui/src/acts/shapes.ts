//! The views and answers the forms read, in one place for the forms.

export type { CaseView, CommitteeView, IntakeView, MeetingView, NotTaken, PaperView, Taken, TakenFile } from '../generated/types'
