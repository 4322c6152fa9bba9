//! The points gathered from the members' opinions, offered to the words of a decision: as a suggestion, a condition or a reason. What is
//! taken over is typed text from then on; where it came from stays with the points.

import { t } from '../words'
import type { Subject } from './form'

/** The points of the present round, in their order. */
export const pointsOf = (s: Subject): string[] => s.case?.points.find((one) => one.round === (s.case?.case.rounds.length ?? 0) - 1)?.points.map((one) => one.text) ?? []

const bare = (text: string): string => text.trim().replace(/[。；.;]+$/u, '')
/** Whether the point already stands somewhere in the letter. */
export const isTaken = (point: string, lists: readonly string[]): boolean => lists.some((one) => bare(one) === bare(point) || one.includes(bare(point)))

/** A list with the point at its end; an empty line that waits is filled first. */
export function withPoint(list: readonly string[], point: string): string[] {
  const at = list.findIndex((one) => one.trim() === '')
  return at < 0 ? [...list, point] : list.map((one, i) => (i === at ? point : one))
}

/** Reasons with the point as their next sentence. */
export const reasonsWith = (reasons: string, point: string): string => {
  const sentence = /[。！？.!?]$/u.test(point.trim()) ? point.trim() : `${point.trim()}${/^[\x20-\x7e]*$/.test(point) ? '.' : '。'}`
  return reasons.trim() === '' ? sentence : `${reasons.trimEnd()}${/[\x20-\x7e]$/.test(reasons.trimEnd()) ? ' ' : ''}${sentence}`
}

export interface Target {
  words: string
  take(point: string): void
}

export function PointsOffered({ points, lists, targets }: { points: readonly string[]; lists: readonly string[]; targets: readonly Target[] }) {
  const open = points.map((text, i) => ({ text, n: i + 1 })).filter((one) => !isTaken(one.text, lists))
  if (points.length === 0) return null
  return (
    <div className="pointsoffered" role="group" aria-label={t('acts_decision.points')}>
      <p className="pointsoffered-head"><strong>{t('acts_decision.points')}</strong> <span className="second">{open.length > 0 ? t('acts_decision.points_about') : t('acts_decision.points_all')}</span></p>
      {open.map((one) => (
        <p key={one.n} className="pointsoffered-one">
          <span className="second">{one.n}</span><span className="grow">{one.text}</span>
          {targets.map((target) => <button type="button" key={target.words} className="link" aria-label={`${target.words}：${one.text}`} onClick={() => target.take(one.text)}>{target.words}</button>)}
        </p>
      ))}
    </div>
  )
}
