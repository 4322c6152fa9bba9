//! An empty place says what it is, why it is empty and what to do next. Left-aligned, dashed, without a picture.

import './empty.css'
import type { ReactNode } from 'react'
import { Cap } from './Cap'

export interface EmptyProps {
  /** What this is and that there is none. */
  title: ReactNode
  /** Why. */
  children?: ReactNode
  acts?: { words: ReactNode; combo?: string; run(): void }[]
}

export function Empty({ title, children, acts = [] }: EmptyProps) {
  return (
    <div className="empty">
      <div className="strong">{title}</div>
      {children ? <div className="empty-why">{children}</div> : null}
      {acts.length > 0 ? (
        <div className="empty-acts">
          {acts.map((act, i) => (
            <span key={i}><button type="button" className="link" onClick={act.run}>{act.words}</button>{act.combo ? <Cap combo={act.combo} /> : null}</span>
          ))}
        </div>
      ) : null}
    </div>
  )
}
