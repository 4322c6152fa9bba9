//! A small framed word: 一般程序, 演示, 只读. States a fact, never a deadline (that is a chip) and never a count.

import './tag.css'
import type { ReactNode } from 'react'

export type TagTone = 'plain' | 'ink' | 'amber' | 'red' | 'green'

export function Tag({ tone = 'plain', children }: { tone?: TagTone; children: ReactNode }) {
  return <span className={`tag tag-${tone}`}>{children}</span>
}
