//! Forms of a meeting under way (M14, M15, E16): who comes and goes, recusal, a further ballot, the record of deliberation, closing an item
//! or sending it to the next meeting, the end, and the correction of a vote. The result of a vote is never typed: it is counted.

import type { ItemView, Remark, SeatView, Vote } from '../generated/types'
import { dateWords, dayOf, instantParts, instantWords } from '../dates'
import { useLook } from '../look'
import { Check, NumberField, RadioField, SelectField, TextArea, TimeField } from '../parts/Field'
import type { MeetingsView } from '../generated/types'
import { Message } from '../parts/ErrorPanel'
import { isEnglish, say, sayOf, t } from '../words'
import { DayField, instantOf, ListField, sentences } from './fields'
import { form, type Forms, type Subject } from './form'
import { pointsOf, PointsOffered, reasonsWith, withPoint } from './points'
import { given } from './start'

export const idOf = (s: Subject): string => s.meeting?.meeting.id ?? ''
export const dayIn = (s: Subject): string => (s.meeting ? (instantParts(s.meeting.meeting.starts)?.date ?? s.today) : s.today)
/** Left empty the moment is now, to the second; a typed one is on the meeting's day. */
export const momentOf = (s: Subject, time: string): string | undefined => (time && dayOf(dayIn(s)) ? instantOf(dayIn(s), time) : undefined)
const timeGiven = (s: Subject): string => (typeof s.with.time === 'string' ? s.with.time : '')

export const itemOf = (s: Subject): ItemView | undefined => s.meeting?.items.find((one) => one.id === s.item)
const nameOf = (s: Subject, id: string): string => s.meeting?.names[id] ?? id
const seatChoices = (seats: readonly SeatView[]) => seats.map((seat) => ({ key: seat.id, words: seat.name, about: t(`nouns.category_${seat.category}`) }))

export function Moment({ time, put, error, label }: { time: string; put(time: string): void; error?: string | undefined; label?: string }) {
  return <TimeField label={label ?? t('acts_meeting.moment')} value={time} onChange={put} error={error} hint={t('acts_meeting.moment_hint')} />
}
const ItemLine = ({ s }: { s: Subject }) => {
  const item = itemOf(s)
  // With its case in the title line the item's number is enough.
  return item ? <>{t('acts_meeting.item_no', { n: item.order })}{s.case ? '' : `　${item.title}　${item.leader}`}</> : null
}

const arrive = form<{ member: string; presence: 'in_room' | 'video'; time: string }>({
  kept: false,
  first: (s) => ({ member: s.member, presence: s.with.presence === 'video' ? 'video' : 'in_room', time: timeGiven(s) }),
  Fields: ({ v, put, s, wrong }) => (
    <>
      <RadioField label={t('acts_meeting.member')} row value={v.member} onChange={(member) => put({ member })} error={wrong('member')} options={seatChoices(s.meeting?.seats.filter((seat) => seat.presence === null || seat.id === s.member) ?? [])} />
      <div className="two">
        <RadioField label={t('acts_meeting.presence')} row value={v.presence} onChange={(presence) => put({ presence })} options={[{ key: 'in_room', words: t('acts_meeting.in_room') }, { key: 'video', words: t('acts_meeting.video') }]} />
        <Moment time={v.time} put={(time) => put({ time })} error={wrong('at')} />
      </div>
    </>
  ),
  act: (v, s) => given('arrive', { meeting: idOf(s), member: v.member, presence: v.presence, at: momentOf(s, v.time) }),
})

const depart = form<{ member: string; time: string }>({
  kept: false,
  first: (s) => ({ member: s.member, time: timeGiven(s) }),
  lead: () => t('acts_meeting.depart_lead'),
  Fields: ({ v, put, s, wrong }) => (
    <>
      <RadioField label={t('acts_meeting.member')} row value={v.member} onChange={(member) => put({ member })} error={wrong('member')} options={seatChoices(s.meeting?.seats.filter((seat) => seat.presence !== null || seat.id === s.member) ?? [])} />
      <Moment time={v.time} put={(time) => put({ time })} error={wrong('at')} />
    </>
  ),
  act: (v, s) => given('depart', { meeting: idOf(s), member: v.member, at: momentOf(s, v.time) }),
})

const recuse = form<{ member: string; reason: string; time: string }>({
  first: (s) => {
    const found = itemOf(s)?.conflicts.find((one) => one.member === s.member)
    return { member: s.member, reason: found ? say({ zh: found.how_zh, en: found.how_en }) : '', time: timeGiven(s) }
  },
  lead: (s) => <ItemLine s={s} />,
  Fields: ({ v, put, s, wrong }) => {
    const item = itemOf(s)
    const out = new Set(item?.item.recusals.map((one) => one.member))
    return (
      <>
        {item?.conflicts.filter((one) => !out.has(one.member)).map((one, i) => (
          <p className="second" key={i}>{one.name}：{say({ zh: one.how_zh, en: one.how_en })}{one.certain ? '' : t('acts_meeting.to_be_asked')} <button type="button" className="link" onClick={() => put({ member: one.member, reason: say({ zh: one.how_zh, en: one.how_en }) })}>{t('acts_meeting.take_this')}</button></p>
        ))}
        <RadioField label={t('acts_meeting.member')} row value={v.member} onChange={(member) => put({ member })} error={wrong('member')} options={seatChoices(s.meeting?.seats ?? [])} />
        <TextArea label={t('acts_meeting.recuse_reason')} rows={2} value={v.reason} onChange={(reason) => put({ reason })} error={wrong('reason')} />
        {s.meeting?.meeting.opened ? <Moment label={t('acts_meeting.left_at')} time={v.time} put={(time) => put({ time })} error={wrong('left')} /> : null}
      </>
    )
  },
  act: (v, s) => given('recuse', { item: s.item, member: v.member, reason: v.reason, left: momentOf(s, v.time) }),
})

const return_recused = form<{ member: string; time: string }>({
  kept: false,
  first: (s) => ({ member: s.member || (itemOf(s)?.item.recusals.find((one) => !one.back)?.member ?? ''), time: timeGiven(s) }),
  lead: (s) => <ItemLine s={s} />,
  Fields: ({ v, put, s, wrong }) => (
    <>
      <RadioField label={t('acts_meeting.member')} row value={v.member} onChange={(member) => put({ member })} error={wrong('member')} options={(itemOf(s)?.item.recusals ?? []).map((one) => ({ key: one.member, words: nameOf(s, one.member), about: one.reason }))} />
      <Moment label={t('acts_meeting.back_at')} time={v.time} put={(time) => put({ time })} error={wrong('at')} />
    </>
  ),
  act: (v, s) => given('return_recused', { item: s.item, member: v.member, at: momentOf(s, v.time) }),
})

const second_ballot = form<{ time: string }>({
  kept: false,
  first: (s) => ({ time: timeGiven(s) }),
  lead: (s) => <><ItemLine s={s} /><br />{t('acts_meeting.second_lead')}</>,
  Fields: ({ v, put, s, wrong }) => {
    const tally = itemOf(s)?.tally
    return <>{tally ? <p>{say(tally)}</p> : null}<Moment time={v.time} put={(time) => put({ time })} error={wrong('at')} /></>
  },
  act: (v, s) => given('second_ballot', { item: s.item, at: momentOf(s, v.time) }),
})

interface RemarksForm { presented: string; answers: string; texts: string[]; dissent: string[] }
/** The six dimensions of Article 15, and what is said in general. */
const DIMENSIONS = [1, 2, 3, 4, 5, 6, 0]

const record_remarks = form<RemarksForm>({
  width: 760,
  first: (s) => {
    const was = itemOf(s)?.item
    const said = (n: number): string => was?.remarks.filter((one) => one.dimension === n && !one.dissent).map((one) => one.text).join('\n') ?? ''
    return { presented: was?.presented ?? '', answers: was?.answers ?? '', texts: DIMENSIONS.map(said), dissent: was?.remarks.filter((one) => one.dissent).map((one) => one.text) ?? [] }
  },
  lead: (s) => <ItemLine s={s} />,
  Fields: ({ v, put, wrong }) => (
    <>
      <div className="two">
        <TextArea label={t('acts_meeting.presented')} rows={3} value={v.presented} onChange={(presented) => put({ presented })} />
        <TextArea label={t('acts_meeting.answers')} rows={3} value={v.answers} onChange={(answers) => put({ answers })} />
      </div>
      <div className="two">
        {DIMENSIONS.map((n, i) => <TextArea key={n} label={t(`acts_meeting.dimension_${n}`)} rows={2} value={v.texts[i] ?? ''} onChange={(text) => put({ texts: DIMENSIONS.map((_, at) => (at === i ? text : (v.texts[at] ?? ''))) })} error={i === 0 ? wrong('remarks') : undefined} />)}
      </div>
      <ListField label={t('acts_meeting.dissent')} rows={1} value={v.dissent} onChange={(dissent) => put({ dissent })} />
    </>
  ),
  act: (v, s) => {
    const remarks: Remark[] = [
      ...DIMENSIONS.flatMap((dimension, i) => (v.texts[i] ?? '').split('\n').map((text) => text.trim()).filter(Boolean).map((text) => ({ dimension, text, dissent: false }))),
      ...sentences(v.dissent).map((text) => ({ dimension: 0, text, dissent: true })),
    ]
    return given('record_remarks', { item: s.item, presented: v.presented, answers: v.answers, remarks })
  },
})

interface CloseForm { chair_note: string; reasons: string; suggestions: string[]; conditions: string[]; tracking_months: number | null; resubmit_by: string; more: boolean; time: string }
const ALLOWS = new Set(['approve', 'approve_after_changes', 'continue', 'continue_after_changes', 'pass'])

/** What the applicant is asked to change follows. */
const CHANGES = new Set(['revise', 'approve_after_changes', 'continue_after_changes'])

const close_item = form<CloseForm>({
  width: 640,
  first: (s) => ({ chair_note: '', reasons: '', suggestions: [], conditions: [], tracking_months: null, resubmit_by: '', more: false, time: timeGiven(s) }),
  lead: (s) => <ItemLine s={s} />,
  Fields: ({ v, put, s, wrong }) => {
    const item = itemOf(s)
    const tally = item?.tally
    const decision = tally?.decision ?? null
    const round = s.case?.case.rounds.at(-1)
    return (
      <>
        <div>
          <p className="strong">{decision ? t(`nouns.decision_${decision}`) : t('acts_meeting.no_decision')}</p>
          {tally ? <p className="second">{say(tally)}</p> : null}
          <p className="second">{t('acts_meeting.close_about')}</p>
        </div>
        {tally?.boundary ? <TextArea label={t('acts_meeting.chair_note')} hint={t('acts_meeting.chair_note_hint')} rows={2} value={v.chair_note} onChange={(chair_note) => put({ chair_note })} error={wrong('chair_note')} /> : null}
        {decision ? (
          <PointsOffered
            points={pointsOf(s)} lists={[...v.suggestions, ...v.conditions, v.reasons]}
            targets={[
              ...(CHANGES.has(decision) ? [{ words: t('acts_decision.as_suggestion'), take: (point: string) => put({ suggestions: withPoint(v.suggestions, point) }) }] : []),
              ...(decision === 'reject' ? [{ words: t('acts_decision.as_reason'), take: (point: string) => put({ reasons: reasonsWith(v.reasons, point) }) }] : [{ words: t('acts_decision.as_condition'), take: (point: string) => put({ conditions: withPoint(v.conditions, point) }) }]),
            ]}
          />
        ) : null}
        {decision && CHANGES.has(decision) ? <ListField label={t('acts_meeting.suggestions')} rows={1} value={v.suggestions} onChange={(suggestions) => put({ suggestions })} error={wrong('suggestions')} /> : null}
        <div className="two">
          {decision === 'revise' ? <DayField label={t('acts_meeting.resubmit_by')} value={v.resubmit_by} put={(resubmit_by) => put({ resubmit_by })} error={wrong('resubmit_by')} /> : null}
          {decision && ALLOWS.has(decision) ? <NumberField label={t('acts_meeting.tracking_months')} unit={t('acts_meeting.months')} value={v.tracking_months} onChange={(tracking_months) => put({ tracking_months })} error={wrong('tracking_months')} hint={t('acts_meeting.tracking_hint')} /> : null}
        </div>
        {v.more || v.reasons || decision === 'reject' ? <TextArea label={t('acts_meeting.reasons')} rows={3} value={v.reasons} onChange={(reasons) => put({ reasons })} error={wrong('reasons')} about={round?.kind === 'tracking' ? t('acts_meeting.reasons_report') : undefined} /> : null}
        {v.more || v.conditions.length > 0 ? <ListField label={t('acts_meeting.conditions')} rows={1} value={v.conditions} onChange={(conditions) => put({ conditions })} error={wrong('conditions')} /> : null}
        {v.more ? <Moment time={v.time} put={(time) => put({ time })} error={wrong('at')} /> : <p className="hint">{t('acts_meeting.words_later')} <button type="button" className="link" onClick={() => put({ more: true })}>{t('acts_meeting.words_now')}</button></p>}
      </>
    )
  },
  act: (v, s) => given('close_item', {
    item: s.item, at: momentOf(s, v.time), chair_note: v.chair_note, reasons: v.reasons, suggestions: sentences(v.suggestions), conditions: sentences(v.conditions),
    ...(v.tracking_months === null ? {} : { tracking_months: v.tracking_months }), ...(v.resubmit_by ? { resubmit_by: v.resubmit_by } : {}),
  }),
})

const defer_item = form<{ to: string; reason: string; time: string }>({
  width: 620,
  first: (s) => ({ to: '', reason: typeof s.with.reason === 'string' ? s.with.reason : say(itemOf(s)?.quorum.findings.find((one) => one.verdict === 'block') ?? { zh: '', en: '' }), time: timeGiven(s) }),
  lead: (s) => <><ItemLine s={s} /><br />{t('acts_meeting.defer_lead')}</>,
  Fields: ({ v, put, s, wrong }) => <Defer v={v} put={put} s={s} wrong={wrong} />,
  act: (v, s) => given('defer_item', { item: s.item, reason: v.reason, at: momentOf(s, v.time), ...(v.to ? { to: v.to } : {}) }),
})

function Defer({ v, put, s, wrong }: { v: { to: string; reason: string; time: string }; put(some: Partial<{ to: string; reason: string; time: string }>): void; s: Subject; wrong(field: string): string | undefined }) {
  const { view } = useLook<MeetingsView>({ view: 'meetings', year: null })
  const later = (view?.rows ?? []).filter((row) => (row.state === 'planned' || row.state === 'noticed') && row.starts > (s.meeting?.meeting.starts ?? '')).sort((a, b) => a.starts.localeCompare(b.starts))
  const due = itemOf(s)?.due
  return (
    <>
      {due ? <p className="second">{t('acts_meeting.item_due', { date: dateWords(due.nominal) })}</p> : null}
      <RadioField
        label={t('acts_meeting.to_meeting')} value={v.to || (later[0]?.id ?? '')} onChange={(to) => put({ to })} error={wrong('to')}
        options={later.map((row) => ({ key: row.id, words: t('acts_review.meeting_no', { no: row.no }), about: `${instantWords(row.starts)}　${row.place}　${sayOf(row, 'state')}` }))}
      />
      {view && later.length === 0 ? <Message tone="plain" title={t('acts_meeting.no_next')}>{t('acts_meeting.no_next_why')}</Message> : null}
      <TextArea label={t('acts_meeting.defer_reason')} rows={3} value={v.reason} onChange={(reason) => put({ reason })} error={wrong('reason')} />
      <Moment time={v.time} put={(time) => put({ time })} error={wrong('at')} />
    </>
  )
}

const close_meeting = form<{ time: string }>({
  kept: false,
  first: (s) => ({ time: timeGiven(s) }),
  lead: () => t('acts_meeting.close_meeting_lead'),
  Fields: ({ v, put, s, wrong }) => (
    <>
      {s.meeting?.items.map((one) => <p className="second" key={one.id}>{one.order}　{one.title}　<strong>{sayOf(one, 'outcome') || t('acts_meeting.open_item')}</strong></p>)}
      <Moment time={v.time} put={(time) => put({ time })} error={wrong('at')} />
    </>
  ),
  act: (v, s) => given('close_meeting', { meeting: idOf(s), at: momentOf(s, v.time) }),
})

const correct_vote = form<{ member: string; vote: Vote | ''; reason: string }>({
  first: (s) => ({ member: s.member, vote: '', reason: '' }),
  lead: (s) => <><ItemLine s={s} /><br />{t('acts_meeting.correct_lead')}</>,
  Fields: ({ v, put, s, wrong }) => {
    const item = itemOf(s)
    const was = item?.item.ballots.at(-1)?.votes[v.member]
    const words = (vote: string | undefined): string => { const found = item?.options.find((one) => one.vote === vote); return found ? say(found) : t('acts_meeting.no_vote') }
    return (
      <>
        <SelectField label={t('acts_meeting.member')} width={220} value={v.member} onChange={(member) => put({ member })} error={wrong('member')} options={(s.meeting?.seats ?? []).map((seat) => ({ key: seat.id, words: seat.name }))} />
        <p>{t('acts_meeting.was')}<strong>{words(was)}</strong></p>
        <RadioField label={t('acts_meeting.now_vote')} row value={v.vote} onChange={(vote) => put({ vote })} error={wrong('vote')} options={(item?.options ?? []).map((one) => ({ key: one.vote, words: say(one) }))} />
        <TextArea label={t('acts_meeting.correct_reason')} rows={2} value={v.reason} onChange={(reason) => put({ reason })} error={wrong('reason')} />
      </>
    )
  },
  act: (v, s) => given('correct_vote', { item: s.item, member: v.member, vote: v.vote || null, reason: v.reason }),
  gate: (v, s) => ({ title: t('acts_meeting.correct_gate', { name: nameOf(s, v.member) }), about: t('acts_meeting.correct_about') }),
})

interface OpenForm { present: string[]; video: string[]; recorder: string; approved: boolean; time: string }

/** Signing in: the room keeps the same values as ticks; from elsewhere they stand in a dialog. */
export const openFirst = (seats: readonly SeatView[], recorder: string): OpenForm => ({
  present: seats.filter((seat) => seat.reply === 'attending').map((seat) => seat.id), video: seats.filter((seat) => seat.reply === 'video').map((seat) => seat.id), recorder, approved: true, time: '',
})
export type { OpenForm }

export const listWords = (names: readonly string[]): string => names.join(isEnglish() ? ', ' : '、')
export { Check }

export const forms: Forms = { arrive, depart, recuse, return_recused, second_ballot, record_remarks, close_item, defer_item, close_meeting, correct_vote }
