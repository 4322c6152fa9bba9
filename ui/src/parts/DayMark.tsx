//! 班 and 休: a make-up working day, or a day off. On a date that means something, and in the corners of a calendar.

import './daymark.css'
import type { DayKind } from '../shape'
import { t } from '../words'

export function DayMark({ kind }: { kind: DayKind }) {
  if (kind === 'working') return null
  const works = kind === 'make_up'
  return <span className={works ? 'daymark daymark-works' : 'daymark'} title={t(works ? 'parts.make_up_day' : 'parts.day_off')}>{t(works ? 'parts.mark_work' : 'parts.mark_off')}</span>
}
