//! 会议: the list with its calendar; with an id the preparation of one meeting, or how it went.

import './meetings.css'
import type { PageProps } from '../../pages'
import { List } from './List'
import { Plan } from './Plan'

export default function Meetings({ id, params }: PageProps) {
  return id ? <Plan id={id} params={params} /> : <List params={params} />
}
