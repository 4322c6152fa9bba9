//! A mishap in three parts, always: what happened, what it touched and what is safe, what to do now; the code for the telephone
//! last. It stays until answered. Red where data or law is concerned, amber otherwise.

import './errorpanel.css'
import type { ReactNode } from 'react'
import type { Failure } from '../shape'
import { say, sayOf, t } from '../words'
import { ArticleLinks } from './ArticleLink'
import { FindingList } from './Finding'
import { Lamp } from './Lamp'

const GRAVE = new Set<Failure['kind']>(['blocked', 'damaged', 'newer_version', 'io', 'bug'])

export interface MessageProps {
  tone: 'red' | 'amber' | 'plain'
  title: ReactNode
  children?: ReactNode
  /** Links: what to do now. */
  acts?: { words: ReactNode; run(): void }[]
  code?: string
}

/** The same form for a message that is not a failure: a file with macros, a clock that was set back. */
export function Message({ tone, title, children, acts = [], code }: MessageProps) {
  // One sentence with one answer stays one line.
  const brief = !children && acts.length <= 1
  return (
    <div className={`message message-${tone}${brief ? ' message-brief' : ''}`} role={tone === 'plain' ? 'status' : 'alert'}>
      <Lamp state={tone === 'red' ? 'blocked' : tone === 'amber' ? 'risk' : 'note'} />
      <div className="grow">
        <div className="strong">{title}</div>
        {children ? <div>{children}</div> : null}
        {acts.length > 0 || code ? (
          <div className="message-acts">
            {acts.map((act, i) => <button type="button" key={i} className="link" onClick={act.run}>{act.words}</button>)}
            {code ? <span className="second">{t('parts.code', { code })}</span> : null}
          </div>
        ) : null}
      </div>
    </div>
  )
}

export function ErrorPanel({ failure, acts = [] }: { failure: Failure; acts?: MessageProps['acts'] }) {
  // The finding that gave the failure its sentence is not said twice.
  const same = failure.findings.find((finding) => say(finding) === say(failure))
  const others = failure.findings.filter((finding) => finding !== same)
  return (
    <Message tone={GRAVE.has(failure.kind) ? 'red' : 'amber'} title={same ? <>{say(failure)} <ArticleLinks cites={same.cites} /></> : say(failure)} acts={acts} code={failure.code}>
      {sayOf(failure, 'way') || (same ? sayOf(same, 'way') : '')}
      {others.length > 0 ? <FindingList findings={others} /> : null}
    </Message>
  )
}
