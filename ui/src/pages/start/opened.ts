//! After a file was opened: nothing of an earlier one stays in the window, and a committee whose seven steps are not finished is led
//! back to them.

import { readDraft } from '../../api'
import { forgetAll } from '../../here'
import { forget } from '../../router'

export async function opened(): Promise<void> {
  const unfinished = await readDraft('wizard').catch(() => null)
  forgetAll()
  if (unfinished !== null) forget({ page: 'wizard' })
}
