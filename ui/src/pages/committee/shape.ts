//! The committee's view with what the desk says of its composition part by part and of what is to be done. Fields that a desk
//! of an earlier build does not send are optional: the page then shows the findings themselves.

import type { CommitteeView, Line, Verdict } from '../../generated/types'

/** Something to be done for the committee, with the act that does it. */
export interface Task {
  lamp: Verdict
  zh: string
  en: string
  member: string
  act: string
  act_zh: string
  act_en: string
}

export type Committee = CommitteeView & {
  /** The six parts of the composition: number, chair, categories, sexes, outsiders, terms. */
  parts?: Line[]
  tasks?: Task[]
}

/** What there is to do, with whom it concerns: from the desk, else from its sentences, which begin with the name. */
export function tasksOf(view: Committee): Task[] {
  if (view.tasks) return view.tasks
  return view.todo.map((line) => ({ lamp: line.lamp, zh: line.zh, en: line.en, member: line.id || (view.rows.find((row) => line.zh.startsWith(row.member.name))?.member.id ?? ''), act: '', act_zh: '', act_en: '' }))
}
