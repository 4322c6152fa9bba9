//! 收件: from a folder to an acceptance or one complete notice. A new application is a form that becomes a case when it is received; from
//! then on every verdict, placing and notice is an act. What is missing, what may be sent and what may be accepted is said by the desk.

import type { PageProps } from '../../pages'
import { Counter } from './Counter'
import { NewApplication } from './NewApplication'

export default function Intake({ id }: PageProps) {
  return id === '' || id === 'new' ? <NewApplication /> : <Counter id={id} />
}
