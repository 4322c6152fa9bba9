//! The head of a section: its name, a grey remark, something at the right, a hairline below.

import './sectionhead.css'
import type { ReactNode } from 'react'

export function SectionHead({ title, about, children }: { title: ReactNode; about?: ReactNode; children?: ReactNode }) {
  return (
    <div className="sectionhead">
      <h3>{title}</h3>
      {about ? <span className="second">{about}</span> : null}
      {children ? <span className="sectionhead-end">{children}</span> : null}
    </div>
  )
}
