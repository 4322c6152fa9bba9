//! Starting an act from anywhere: a row of 今日, a case's column, a gap, the search. Which form it needs is known to the registry; acts
//! that are done on a page of their own lead there. Decides nothing: whether an act is possible is said by the desk.

import type { Act as GivenAct, RoundKind } from '../generated/types'
import type { Act } from '../api'
import { go } from '../router'
import { watched } from '../store'
import { sentence } from '../words'

export type Tag = GivenAct['act']

/** What an act is about. A form asks for what is missing (which paper of the case). */
export interface About {
  case?: string
  meeting?: string
  paper?: string
  item?: string
  member?: string
  /** For `start_round`: which kind. */
  round?: RoundKind | null
  /** Values the form opens with, by its own names: the third reminder, the wording of a finding. */
  with?: Record<string, unknown>
  /** The verb as the desk words it here: 第三次催办. */
  words?: string
  /** After it is recorded. */
  then?: () => void
}

export interface Asked extends About {
  tag: string
  /** Another number for each start, so that the same act opens anew. */
  n: number
}

export const asked = watched<Asked | null>(null)
let n = 0

/** Acts that are a page, not a form. */
const PAGES: Partial<Record<Tag, (about: About) => void>> = {
  receive_application: () => go('intake', 'new'),
  check_elements: (about) => (about.case ? go('intake', about.case) : go('cases')),
  attach_material: (about) => (about.case ? go('intake', about.case) : go('cases')),
  open_meeting: (about) => (about.meeting ? go('room', about.meeting) : go('meetings')),
  take_up: (about) => (about.meeting ? go('room', about.meeting) : go('meetings')),
  record_vote: (about) => (about.meeting ? go('room', about.meeting) : go('meetings')),
  close_item: (about) => (about.meeting ? go('room', about.meeting) : go('meetings')),
  run_aftermath: (about) => (about.meeting ? go('aftermath', about.meeting) : go('meetings')),
  import_law_text: () => go('law'),
  freeze_report: () => go('report'),
  adapt_wording: () => go('wording'),
}

/** Opens the form of an act, or the page where it is done. */
export function startAct(tag: string, about: About = {}): void {
  const page = PAGES[tag as Tag]
  if (page) page(about)
  else asked.set({ ...about, tag, n: ++n })
}

/** The verb with … where something is to be filled in. */
export const dotted = (tag: string, words: string): string => sentence(words === '' || tag === '' || PAGES[tag as Tag] || words.endsWith('…') ? words : `${words}…`)

/** The subject of an act from a row that says `place` and `id`. */
export function aboutOf(place: string, id: string, words?: string): About {
  const about: About = words === undefined ? {} : { words }
  if (place === 'case' || place === 'intake') about.case = id
  else if (place === 'meeting' || place === 'room') about.meeting = id
  else if (place === 'paper') about.paper = id
  else if (place === 'member') about.member = id
  return about
}

/** An act with its fields checked against the desk's types; optional ones may be left out. */
export function given<T extends Tag>(tag: T, fields: Partial<Omit<Extract<GivenAct, { act: T }>, 'act'>>): Act {
  // A field left undefined is not sent at all: the desk fills in its own.
  return { act: tag, ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) }
}
