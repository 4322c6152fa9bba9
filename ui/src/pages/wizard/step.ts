//! What every step of the wizard is given.

import type { CommitteeView } from '../../generated/types'
import type { Kept } from './state'

export interface StepProps {
  v: Kept
  put(some: Partial<Kept>): void
  view: CommitteeView | null
  wrong(field: string): string | undefined
}
