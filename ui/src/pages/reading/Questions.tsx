//! The questions of one dimension at a time, its conclusion, and below them the preliminary opinion. Digits answer the question that is
//! marked, Tab goes to the next one. Which answers want a line of reasons, and what is still missing, the desk says.

import { useEffect, useRef } from 'react'
import type { ChoiceOut, Contents, ItemLine } from '../../generated/types'
import { Icon } from '../../parts/Icon'
import { Lamp } from '../../parts/Lamp'
import { say, sentence, t } from '../../words'
import { answerPoint, choose, conclude, explainPoint, sayOverall } from './fill'
import { answerOf, lampOfDimension, pointsOf, pressed, withPage, type Stop } from './lines'
import { Words } from './Words'

export interface QuestionsProps {
  contents: Contents
  line: ItemLine
  stop: Stop
  onStop(stop: Stop): void
  /** 第66页: what is open in the middle. */
  page: string
}

export function focusStop(at: string): void {
  const group = document.querySelector<HTMLElement>(`[data-stop="${CSS.escape(at)}"]`)
  group?.focus()
  // With its line of reasons, not only its answers.
  window.setTimeout(() => group?.closest('.reading-question')?.scrollIntoView({ block: 'nearest' }), 0)
}
export const focusWords = (at: string): void => document.querySelector<HTMLElement>(`[data-words="${CSS.escape(at)}"]`)?.focus()

/** Answers the marked question; a refusal asked for by 3 and 4 moves on to its line. */
export function answer(contents: Contents, line: ItemLine, stop: Stop, digit: number): void {
  const id = line.item.id
  if (stop.at === 'opinion') {
    const option = line.item.options[digit - 1]
    if (option) void choose(id, line.filled.opinion === option.key ? null : option.key)
    return
  }
  if (stop.at === 'conclusion') {
    const next = pressed(digit, contents.answers.slice(0, 3), line.filled.dimensions[stop.dimension]?.answer ?? null)
    if (next !== undefined) void conclude(id, stop.dimension, next)
    return
  }
  const next = pressed(digit, contents.answers, answerOf(line.filled, stop.at))
  if (next === undefined) return
  void answerPoint(id, stop.at, next).then(() => { if (next !== null && next > 2) focusWords(stop.at) })
}

export function Questions({ contents, line, stop, onStop, page }: QuestionsProps) {
  const { item, filled } = line
  const dimension = item.dimensions.find((one) => one.key === stop.dimension) ?? item.dimensions[0]
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => { body.current?.scrollTo(0, 0) }, [dimension?.key, item.id])
  const points = dimension ? pointsOf(item, dimension.key) : []
  const open = points.filter((one) => answerOf(filled, one.key) === null).length
  return (
    <>
      {item.dimensions.length > 0 ? (
        <div className="reading-tabs" role="tablist" aria-label={t('reading.dimensions')}>
          {item.dimensions.map((one) => (
            <button type="button" role="tab" key={one.key} tabIndex={-1} aria-selected={one.key === dimension?.key} onClick={() => onStop({ dimension: one.key, at: pointsOf(item, one.key)[0]?.key ?? 'conclusion' })}>
              <span>{sentence(say(one))}</span><Lamp state={lampOfDimension(item, filled, one.key)} size={15} />
            </button>
          ))}
        </div>
      ) : null}
      <div className="reading-body" ref={body}>
        {points.map((point) => {
          const now = filled.points[point.key]
          const wants = contents.missing.some((one) => one.item === item.id && one.point === point.key)
          const marked = stop.at === point.key
          return (
            <section key={`${item.id}/${point.key}`} className="reading-question" aria-current={marked ? 'true' : undefined}>
              <h3 id={`q-${point.key}`}><span className="reading-key">{point.key}</span> {sentence(say(point))}</h3>
              <Answers stop={point.key} labelled={`q-${point.key}`} choices={contents.answers} value={now?.answer ?? null} onFocus={() => onStop({ dimension: point.dimension, at: point.key })} onPick={(digit) => answer(contents, line, { dimension: point.dimension, at: point.key }, digit)} />
              {marked || now?.words || wants ? (
                <div className="reading-line" onFocus={() => onStop({ dimension: point.dimension, at: point.key })}>
                  <Words
                    stop={point.key} label={t('reading.reason_for', { point: point.key })} value={now?.words ?? ''} wanting={wants}
                    placeholder={wants ? t('reading.reason_wanted') : t('reading.reason')} keep={(words) => void explainPoint(item.id, point.key, words)}
                  />
                  {page && marked ? <button type="button" className="reading-cite" tabIndex={-1} title={t('reading.cite_page', { page })} onMouseDown={(event) => event.preventDefault()} onClick={() => { const words = withPage(now?.words ?? '', page); void explainPoint(item.id, point.key, words); focusWords(point.key) }}>＋{page}</button> : null}
                </div>
              ) : null}
            </section>
          )
        })}
        {dimension ? (
          <section className="reading-question reading-conclusion" aria-current={stop.at === 'conclusion' ? 'true' : undefined}>
            <h3 id="q-conclusion"><strong>{t('reading.conclusion')}</strong> {open > 0 ? <span className="second">{t('reading.conclusion_after', { n: open })}</span> : null}</h3>
            <Answers stop="conclusion" labelled="q-conclusion" choices={contents.answers.slice(0, 3)} value={filled.dimensions[dimension.key]?.answer ?? null} off={open > 0} onFocus={() => onStop({ dimension: dimension.key, at: 'conclusion' })} onPick={(digit) => answer(contents, line, { dimension: dimension.key, at: 'conclusion' }, digit)} />
          </section>
        ) : null}
        {item.dimensions.length === 0 && item.options.length === 0 && item.points.length === 0 ? <p className="reading-plain">{t('reading.only_read')}</p> : null}
      </div>
      <div className="reading-opinion">
        {item.options.length > 0 ? (
          <>
            <h3 id="q-opinion"><strong>{t(contents.form === 'designation' ? 'reading.own_opinion' : 'reading.opinion')}</strong> <span className="second">{t(contents.form === 'designation' ? 'reading.own_opinion_about' : 'reading.opinion_about')}</span></h3>
            <Answers stop="opinion" labelled="q-opinion" choices={item.options} value={item.options.findIndex((one) => one.key === filled.opinion) + 1 || null} onFocus={() => onStop({ dimension: dimension?.key ?? '', at: 'opinion' })} onPick={(digit) => answer(contents, line, { dimension: '', at: 'opinion' }, digit)} />
          </>
        ) : <h3><strong>{t('reading.view')}</strong> {contents.form === 'consultation' ? <span className="second">{t('reading.view_about')}</span> : null}</h3>}
        <Words key={`${item.id}/overall`} label={t('reading.overall')} value={filled.words} placeholder={t('reading.overall')} rows={item.options.length > 0 ? 1 : 3} keep={(words) => void sayOverall(item.id, words)} />
      </div>
    </>
  )
}

interface AnswersProps {
  stop: string
  labelled: string
  choices: readonly ChoiceOut[]
  /** From 1. */
  value: number | null
  onPick(digit: number): void
  onFocus(): void
  off?: boolean
}

/** One stop of Tab for the group; the digits and the arrows choose, a click takes back what is chosen. */
function Answers({ stop, labelled, choices, value, onPick, onFocus, off = false }: AnswersProps) {
  const step = (by: number): void => {
    const to = (value ?? (by > 0 ? 0 : choices.length + 1)) + by
    if (to >= 1 && to <= choices.length) onPick(to)
  }
  return (
    <div
      className="reading-answers" role="radiogroup" tabIndex={0} data-stop={stop} aria-labelledby={labelled} aria-disabled={off || undefined} onFocus={onFocus}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.shiftKey || (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft')) return
        event.preventDefault()
        step(event.key === 'ArrowRight' ? 1 : -1)
      }}
    >
      {choices.map((choice, i) => (
        <button type="button" role="radio" key={choice.key} tabIndex={-1} aria-checked={value === i + 1} disabled={off} onMouseDown={(event) => { event.preventDefault(); event.currentTarget.parentElement?.focus() }} onClick={() => onPick(i + 1)}>
          {value === i + 1 ? <Icon name="check" size={15} /> : null}<span>{sentence(say(choice))}</span>
        </button>
      ))}
    </div>
  )
}
