//! A letter's way: 打印, 签字, 盖章, 扫描, 送达, each done, now, later or not applicable; a void number stays, struck through.
//! Cells only: the row they stand in is a Register's.

import './papersteps.css'
import type { ReactNode } from 'react'
import { dayOf } from '../dates'
import { t } from '../words'
import { ActButton, type Locked } from './ActButton'
import { Lamp } from './Lamp'

export type StepState = 'done' | 'now' | 'later' | 'none'

export interface StepCellProps {
  state: StepState
  /** When it was done. */
  date?: string | undefined
  /** Who did it, shown on focus. */
  by?: string | undefined
  /** How: 面交. */
  way?: string | undefined
  /** Wet ink later than the date of the letter: amber. */
  late?: boolean
  /** The act of the step that is now: 登记签字…. */
  act?: { words: string; run(): void; locked?: Locked } | undefined
  /** In place of a step that does not apply: 不盖章, 归档. */
  words?: string | undefined
}

const short = (iso: string): string => {
  const day = dayOf(iso)
  return day ? `${day.m}-${day.d}` : iso
}

export function StepCell({ state, date, by, way, late = false, act, words }: StepCellProps) {
  switch (state) {
    case 'done':
      return <span className={`step step-done${late ? ' amber' : ''}`} title={by} tabIndex={by ? 0 : undefined} aria-label={t('parts.step_done', { date: date ?? '', by: by ?? '' })}><Lamp state={late ? 'risk' : 'proven'} size={13} />{date ? short(date) : null}{way}</span>
    case 'now':
      return act ? <ActButton size="small" onPress={act.run} locked={act.locked} quiet>{act.words}</ActButton> : <span className="step">{words}</span>
    case 'later':
      return <span className="step step-later" aria-label={t('parts.step_later')}>—</span>
    case 'none':
      return <span className="step second">{words ?? t('parts.step_none')}</span>
  }
}

/** A letter's number as it is written; void: struck through with the word and the reason. */
export function PaperNumber({ number, title, voided, replaces }: { number: string; title: ReactNode; voided?: { reason: string } | null; replaces?: string }) {
  if (voided) return <span><s className="second">{number}</s> <span className="second">{title}</span> <span className="red">{t('parts.void')}</span><span className="second">{t('parts.in_brackets', { words: voided.reason })}</span></span>
  return <span><strong>{number}</strong> {title}{replaces ? <span className="second">{t('parts.replaces', { number: replaces })}</span> : null}</span>
}

/** Stages of something in a strip: 议程 通知 答复 预检 开会. */
export function StageStrip({ stages, onOpen, value }: { stages: readonly { key: string; words: ReactNode; state: 'done' | 'now' | 'later' }[]; onOpen?(key: string): void; value?: string }) {
  return (
    <div className="segmented stages" role="group">
      {stages.map((stage) => (
        <button type="button" key={stage.key} className={`stage stage-${stage.state}`} aria-current={value === stage.key ? 'step' : undefined} aria-checked={stage.state === 'now'} role="radio" onClick={() => onOpen?.(stage.key)}>
          {stage.state === 'done' ? <Lamp state="proven" size={13} /> : null}{stage.words}
        </button>
      ))}
    </div>
  )
}

export interface Milestone {
  when: ReactNode
  words: ReactNode
  detail?: ReactNode
  state: 'past' | 'now' | 'future'
}

/** 经过: past solid, now ink, future dotted. */
export function Timeline({ points }: { points: readonly Milestone[] }) {
  return (
    <ol className="timeline">
      {points.map((point, i) => (
        <li key={i} className={`timeline-${point.state}`} aria-current={point.state === 'now' ? 'step' : undefined}>
          <span className="timeline-when">{point.when}</span>
          <span className="timeline-dot" aria-hidden="true" />
          <span className="timeline-words"><span>{point.words}</span>{point.detail ? <span className="second">{point.detail}</span> : null}</span>
        </li>
      ))}
    </ol>
  )
}
