//! The lamp: shape, colour and word together, so that it can be read in black and white and aloud.
//! It shows a verdict; it never forms one.

import './lamp.css'
import type { ReactNode } from 'react'
import type { Cite, Verdict } from '../shape'
import { isEnglish, t } from '../words'
import { ArticleLinks } from './ArticleLink'

export type LampState = 'proven' | 'risk' | 'blocked' | 'waiting' | 'dormant' | 'note'

const OF_VERDICT: Record<Verdict, LampState> = { block: 'blocked', ask: 'risk', note: 'note', fine: 'proven' }

/** A verdict of the law, or the word a view gives for its lamp, as a lamp. */
export function lampOf(word: Verdict | string): LampState {
  return OF_VERDICT[word as Verdict] ?? (['proven', 'risk', 'blocked', 'waiting', 'dormant', 'note'].includes(word) ? (word as LampState) : 'dormant')
}

const WORST: LampState[] = ['blocked', 'risk', 'waiting', 'note', 'proven', 'dormant']
export const worstLamp = (all: readonly LampState[]): LampState => WORST.find((state) => all.includes(state)) ?? 'dormant'

function Shape({ state }: { state: LampState }) {
  switch (state) {
    case 'proven':
      return <><circle cx={8} cy={8} r={7} className="lamp-body" /><path d="M4.6 8.3l2.3 2.3 4.5-4.8" className="lamp-sign" /></>
    case 'risk':
      return <><path d="M8 1.3L15.3 14.4H.7z" className="lamp-body lamp-round" /><path d="M8 6v4" className="lamp-sign" /><circle cx={8} cy={12.2} r={0.95} className="lamp-dot" /></>
    case 'blocked':
      return <><rect x={1} y={1} width={14} height={14} rx={2.5} className="lamp-body" /><path d="M5 5l6 6M11 5l-6 6" className="lamp-sign" /></>
    case 'waiting':
      return <><circle cx={8} cy={8} r={6.2} className="lamp-line" /><path d="M8 4.6V8l2.3 1.6" className="lamp-line" /></>
    case 'dormant':
      return <circle cx={8} cy={8} r={6.2} className="lamp-line" strokeDasharray="2.4 2.2" />
    case 'note':
      return <><circle cx={8} cy={8} r={6.4} className="lamp-line" /><path d="M8 7.2v4" className="lamp-line" /><circle cx={8} cy={4.7} r={0.95} className="lamp-point" /></>
  }
}

export interface LampProps {
  state: LampState
  size?: number
  /** What it says aloud; left out when the neighbouring text says it. */
  label?: string
}

export function Lamp({ state, size = 16, label }: LampProps) {
  const aria = label === undefined ? { 'aria-hidden': true as const } : { role: 'img' as const, 'aria-label': label }
  return (
    <svg className={`lamp lamp-${state}`} width={size} height={size} viewBox="0 0 16 16" {...aria}>
      <Shape state={state} />
    </svg>
  )
}

/** The word that belongs to a lamp where no neighbouring text says it. */
export const lampWord = (state: LampState): string => t(`parts.lamp_${state}`)

/** Lamp and sentence in a line, as in the lists of the right pane. */
export function LampLine({ state, children, size = 14 }: { state: LampState; children: ReactNode; size?: number }) {
  return (
    <div className={`lamp-line-row lamp-text-${state}`}>
      <Lamp state={state} size={size} />
      <span>{children}</span>
    </div>
  )
}

export interface LampStripProps {
  /** The strip's colour; by default the worst of its parts. */
  state?: LampState
  /** The verdict in three words: 可以表决。 */
  verdict: string
  /** The sentence behind it. */
  children?: ReactNode
  parts?: { state: LampState; words: ReactNode }[]
  cites?: readonly Cite[]
  size?: 'normal' | 'large'
}

/** One lamp, one sentence, its parts with small lamps, the articles. Speaks only when its verdict changes. */
export function LampStrip({ state, verdict, children, parts = [], cites = [], size = 'normal' }: LampStripProps) {
  const shown = state ?? worstLamp(parts.map((part) => part.state))
  return (
    <div className={`lampstrip lampstrip-${shown} lampstrip-${size}`}>
      <span role="status" className="unseen">{verdict}</span>
      <Lamp state={shown} size={size === 'large' ? 32 : 28} />
      <div className="lampstrip-text">
        <div>
          <strong>{verdict}</strong>
          {isEnglish() && typeof children === 'string' && /^[^\s]/.test(children) ? ' ' : null}{children} <ArticleLinks cites={parts.length === 0 ? cites : []} />
          {parts.length > 0 && size === 'normal' ? <ArticleLinks cites={cites} /> : null}
        </div>
        {parts.length > 0 && (
          <div className="lampstrip-parts">
            {parts.map((part, i) => (
              <span key={i} className={`lampstrip-part lamp-text-${part.state}`}>
                {size === 'large' ? <>{part.words}<Lamp state={part.state} size={14} /></> : <><Lamp state={part.state} size={14} />{part.words}</>}
              </span>
            ))}
            {size === 'large' ? <ArticleLinks cites={cites} /> : null}
          </div>
        )}
      </div>
    </div>
  )
}
