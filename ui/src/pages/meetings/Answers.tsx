//! Who comes: the members' answers (1 attends, 2 by video, 3 absent, on the selected row), the forecast as boxes, who is still lacking, and who
//! sits in without a vote. The forecast is the desk's and comes anew after every answer.

import { useMemo, useRef, useState } from 'react'
import { given, startAct } from '../../acts/start'
import { replyWords } from '../../acts/convene.forms'
import type { MeetingView, Reply, SeatView } from '../../generated/types'
import { useKeys } from '../../keys'
import { Cap, Lamp, SectionHead, useDo } from '../../parts'
import { go } from '../../router'
import { hasPage } from '../../pages'
import { isEnglish, say, t } from '../../words'
import { listWords, timeOf } from './Agenda'

const KEYS: [string, Reply][] = [['Digit1', 'attending'], ['Digit2', 'video'], ['Digit3', 'absent']]
const lampOfReply = (seat: SeatView) => (seat.reply === 'none' ? 'risk' : seat.reply === 'absent' ? 'dormant' : 'proven')
const aboutOf = (seat: SeatView): string => [seat.role === 'chair' ? t('meetings.chair') : seat.role === 'vice_chair' ? t('meetings.vice_chair') : '', seat.external ? t('meetings.external') : ''].filter(Boolean).join(isEnglish() ? ', ' : '，')

export function Answers({ view }: { view: MeetingView }) {
  const m = view.meeting
  const first = view.seats.findIndex((seat) => seat.reply === 'none')
  const [at, setAt] = useState(Math.max(0, first))
  const [here, setHere] = useState(false)
  const doing = useDo()
  const body = useRef<HTMLTableElement>(null)
  const seat = view.seats[Math.min(at, view.seats.length - 1)]
  const noted = m.noticed !== null
  const answer = (reply: Reply): void => {
    if (!seat || doing.working) return
    const was = m.invitations.find((one) => one.member === seat.id)
    const leaving = reply === 'absent' ? undefined : (was?.leaving ?? undefined)
    doing.run(given('record_reply', { meeting: m.id, member: seat.id, reply, leaving, note: was?.note }), {
      verb: t('meetings.reply_key'),
      undo: () => doing.run(given('record_reply', { meeting: m.id, member: seat.id, reply: was?.reply ?? 'none', leaving: was?.leaving ?? undefined, note: was?.note }), { verb: t('meetings.reply_key'), silent: true }),
      then: () => {
        const next = view.seats.findIndex((one, i) => i !== at && one.reply === 'none')
        if (seat.reply === 'none' && next >= 0) setAt(next)
      },
    })
  }
  useKeys('replies', KEYS.map(([combo, reply], i) => ({
    combo, label: i === 0 ? t('meetings.reply_key') : replyWords(reply), run: () => answer(reply), ...(i === 0 ? { hint: true, caps: ['1', '2', '3'] } : {}),
  })))
  useKeys('answers', [
    { combo: 'ArrowDown', label: t('parts.move'), run: () => setAt(Math.min(view.seats.length - 1, at + 1)) },
    { combo: 'ArrowUp', label: t('parts.move'), run: () => setAt(Math.max(0, at - 1)) },
    { combo: 'Enter', label: t('acts.record_reply'), run: () => seat && startAct('record_reply', { meeting: m.id, member: seat.id }) },
  ], { off: !here })
  return (
    <div className="answers">
      <section data-pane="answers">
        <SectionHead title={t('meetings.answers')} about={t('meetings.due_n', { n: view.seats.length })}>
          <Cap words="1" />{t('meetings.key_attend')}<Cap words="2" />{t('meetings.key_video')}<Cap words="3" />{t('meetings.key_absent')}
        </SectionHead>
        <table ref={body} className="table answers-table" role="grid" aria-label={t('meetings.answers')} tabIndex={0} onFocus={() => setHere(true)} onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) setHere(false) }}>
          <thead><tr><th>{t('meetings.c_member')}</th><th>{t('meetings.c_category')}</th><th>{t('meetings.c_reply')}</th><th /></tr></thead>
          <tbody>
            {view.seats.map((one, i) => {
              const barred = one.may_attend.find((finding) => finding.verdict === 'block')
              return (
                <tr key={one.id} aria-selected={i === at} data-row onClick={() => setAt(i)} onDoubleClick={() => startAct('record_reply', { meeting: m.id, member: one.id })}>
                  <td className="whole">{one.name} <span className="second">{aboutOf(one)}</span></td>
                  <td className="whole">{t(`nouns.category_${one.category}`)}</td>
                  <td>
                    <span className={`lamped${one.reply === 'none' && noted ? ' amber strong' : one.reply === 'absent' || one.reply === 'none' ? ' quiet' : ''}`}><Lamp state={one.reply === 'none' && !noted ? 'dormant' : lampOfReply(one)} size={14} />{replyWords(one.reply)}{one.leaving ? t('meetings.leaves', { time: timeOf(one.leaving) }) : ''}</span>
                    {barred ? <span className="second red block" title={say(barred)}>{t('meetings.barred')}</span> : null}
                  </td>
                  <td className="align-right">{i === at ? <button type="button" className="link whole" tabIndex={-1} onClick={() => startAct('record_reply', { meeting: m.id, member: one.id })}>{t('meetings.more')}</button> : null}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
      <Forecast view={view} />
      <Guests view={view} />
      {doing.dialog}
    </div>
  )
}

/** Boxes: solid in the room, hatched by video, dashed unanswered or absent. What is lacking, by item, with who could help. */
function Forecast({ view }: { view: MeetingView }) {
  const { quorum, seats, names } = view
  const boxes = useMemo(() => {
    const kind = (seat: SeatView): string => (seat.reply === 'attending' ? 'room' : seat.reply === 'video' ? 'video' : 'none')
    return [...seats].map(kind).sort((a, b) => ['room', 'video', 'none'].indexOf(a) - ['room', 'video', 'none'].indexOf(b))
  }, [seats])
  const of = (rule: string) => quorum.findings.find((finding) => finding.rule === rule)
  const red = view.items.filter((item) => item.quorum.lamp === 'block')
  const wordsOf = (rule: string): string => { const finding = of(rule); return finding ? say(finding).replace(/[。.]$/, '') : '' }
  /** 7人，须≥5, from the facts of the finding. */
  const count = (rule: string): string => {
    const facts = of(rule)?.facts as { attending?: number; minimum?: number } | null | undefined
    return facts?.attending !== undefined && facts.minimum !== undefined ? t('meetings.f_count', { n: facts.attending, m: facts.minimum }) : wordsOf(rule)
  }
  const lampOfRule = (rule: string) => (of(rule)?.verdict === 'block' ? 'blocked' : 'proven')
  return (
    <section>
      <SectionHead title={t('meetings.forecast')} />
      <dl className="forecast">
        <div><dt>{t('meetings.f_attending')}</dt><dd><span className="boxes" aria-hidden="true">{boxes.map((kind, i) => <span key={i} className={`box box-${kind}`} />)}</span> <span className={of('M14.quorum')?.verdict === 'block' ? 'red strong' : undefined}>{count('M14.quorum')}</span> <Lamp state={lampOfRule('M14.quorum')} size={14} /></dd></div>
        <div><dt>{t('meetings.f_categories')}</dt><dd>{quorum.counts.map(([category, n], i) => <span key={category} className={quorum.missing.includes(category) ? 'red strong' : undefined}>{i > 0 ? <span className="bar" aria-hidden="true" /> : null}{t(`nouns.category_${category}`)}{isEnglish() ? ' ' : ''}{n}</span>)} <Lamp state={lampOfRule('M14.categories')} size={14} /></dd></div>
        <div><dt>{t('meetings.f_host')}</dt><dd>{quorum.host ? names[quorum.host] ?? '' : <span className="red strong">{t('meetings.f_nobody')}</span>}{wordsOf('M14.host') && quorum.host ? <span className="second"> {wordsOf('M14.host')}</span> : null} <Lamp state={lampOfRule('M14.host')} size={14} /></dd></div>
        <div>
          <dt>{t('meetings.f_lacking')}</dt>
          <dd>
            {red.length === 0 ? (view.items.length > 0 ? t('meetings.f_all_fine') : '—') : red.map((item) => {
              const helpers = item.quorum.ways.filter((way) => way.key === 'call_in' && way.member).map((way) => seats.find((seat) => seat.id === way.member)).filter((seat) => seat !== undefined)
              return (
                <div key={item.id}>
                  <span className="red strong">{t('meetings.f_item', { n: item.order, why: item.quorum.findings.filter((finding) => finding.verdict === 'block').map((finding) => say(finding).replace(/[。.]$/, '')).join('；') })}</span>
                  {helpers.length > 0 ? <div>{t('meetings.f_could', { names: listWords(helpers.map((seat) => `${seat.name}（${replyWords(seat.reply)}）`)) })}{helpers.length === 1 ? <span className="private second"> {helpers[0]!.phone}</span> : null}</div> : null}
                </div>
              )
            })}
          </dd>
        </div>
      </dl>
      <p className="hint">{t('meetings.f_legend')}</p>
    </section>
  )
}

function Guests({ view }: { view: MeetingView }) {
  const m = view.meeting
  const order = (id: string): string => String(view.items.find((item) => item.id === id)?.order ?? '')
  return (
    <section>
      <SectionHead title={t('meetings.guests')} about={t('meetings.guests_about')}><button type="button" className="link" onClick={() => startAct('seat_adviser', { meeting: m.id })}>{t('meetings.invite')}</button></SectionHead>
      {m.advisers.length === 0 ? <p className="second">{t('meetings.no_adviser')}</p> : m.advisers.map((seat) => (
        <p key={seat.adviser} className="answers-line">{t('meetings.advisers', { names: seat.name })}<span className="second"> {seat.items.length > 0 ? t('meetings.for_items', { list: listWords(seat.items.map(order)) }) : t('meetings.all_items')}{seat.no_interest ? `　${t('meetings.no_interest')}` : ''}</span></p>
      ))}
      {view.papers.length > 0 ? <Papers view={view} /> : null}
    </section>
  )
}

/** What has been drafted or issued for the meeting. */
export function Papers({ view }: { view: MeetingView }) {
  return (
    <div className="meeting-papers">
      <SectionHead title={t('meetings.papers')} />
      {view.papers.map((paper) => (
        <p key={paper.id} className="answers-line"><button type="button" className="link" onClick={() => (hasPage('paper') ? go('paper', paper.id) : go('papers', undefined, { paper: paper.id }))}>{paper.title}</button> <span className="second">{paper.number || (paper.state === 'draft' ? t('meetings.draft') : '')}</span></p>
      ))}
    </div>
  )
}
