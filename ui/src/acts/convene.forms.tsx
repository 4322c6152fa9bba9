//! Forms of a meeting before it opens (M14, E14): its plan and changes, notices and answers, who presides, advisers, what leaves the
//! agenda. Whether every item can be heard is foreseen by the desk; nothing here reckons with it.

import type { MeetingForm, Reply } from '../generated/types'
import { addDays, dateWords, dayOf, instantParts, weekday } from '../dates'
import { Message } from '../parts/ErrorPanel'
import { ChecksField, RadioField, SelectField, TextArea, TextField, TimeField } from '../parts/Field'
import { Choose } from '../parts/Choose'
import { t } from '../words'
import { asked } from './start'
import { go } from '../router'
import { DayField, instantOf, peopleOf, YesNo } from './fields'
import { form, type Forms, type Subject } from './form'
import { dayIn, idOf, itemOf } from './meeting.forms'
import { given } from './start'

const FORMS: MeetingForm[] = ['on_site', 'hybrid', 'online']
const given_ = (s: Subject, key: string): string => (typeof s.with[key] === 'string' ? (s.with[key] as string) : '')

/** The Friday after next: a day to begin from, always seen and changed in the form. */
function fridayAhead(today: string): string {
  const day = dayOf(today)
  return day ? addDays(today, ((5 - weekday(day) + 7) % 7) + 7) : ''
}

interface PlanForm { day: string; from: string; to: string; form: MeetingForm; place: string; link: string; host: string }

const mayHost = (s: Subject) => peopleOf(s.committee, (id) => s.committee?.rows.some((row) => row.member.id === id && row.role !== 'member') ?? false)

function PlanFields({ v, put, s, wrong }: { v: PlanForm; put(some: Partial<PlanForm>): void; s: Subject; wrong(field: string): string | undefined }) {
  return (
    <>
      <div className="three">
        <DayField label={t('acts_meeting.day')} value={v.day} put={(day) => put({ day })} error={wrong('starts')} />
        <TimeField label={t('acts_meeting.from')} value={v.from} onChange={(from) => put({ from })} />
        <TimeField label={t('acts_meeting.to')} value={v.to} onChange={(to) => put({ to })} error={wrong('ends')} />
      </div>
      <RadioField label={t('acts_meeting.form')} row value={v.form} onChange={(form) => put({ form })} error={wrong('form')} options={FORMS.map((key) => ({ key, words: t(`acts_meeting.form_${key}`) }))} />
      <div className="two">
        <TextField label={t('acts_meeting.place')} value={v.place} onChange={(place) => put({ place })} error={wrong('place')} />
        {v.form === 'on_site' ? null : <TextField label={t('acts_meeting.link')} value={v.link} onChange={(link) => put({ link })} error={wrong('link')} />}
      </div>
      <Choose label={t('acts_meeting.host')} hint={t('acts_meeting.host_hint')} value={v.host} onChange={(host) => put({ host })} error={wrong('host')} options={mayHost(s)} />
    </>
  )
}

const plan_meeting = form<PlanForm>({
  reads: ['committee'],
  width: 600,
  first: (s) => ({
    day: given_(s, 'day') || fridayAhead(s.today), from: given_(s, 'from') || '14:00', to: given_(s, 'to') || '16:30', form: (given_(s, 'form') as MeetingForm) || 'on_site', place: given_(s, 'place'), link: '',
    host: s.committee?.rows.find((row) => row.role === 'chair')?.member.id ?? '',
  }),
  lead: () => t('acts_meeting.plan_lead'),
  Fields: (props) => <PlanFields {...props} />,
  act: (v) => given('plan_meeting', { starts: instantOf(v.day, v.from), ends: instantOf(v.day, v.to), form: v.form, place: v.place, link: v.form === 'on_site' ? undefined : v.link, host: v.host || undefined }),
})

const change_meeting = form<PlanForm & { reason: string }>({
  reads: ['committee'],
  width: 600,
  first: (s) => {
    const m = s.meeting?.meeting
    const from = instantParts(m?.starts ?? '')
    return { day: given_(s, 'day') || (from?.date ?? ''), from: given_(s, 'from') || (from?.time ?? ''), to: instantParts(m?.ends ?? '')?.time ?? '', form: m?.form ?? 'on_site', place: m?.place ?? '', link: m?.link ?? '', host: m?.host ?? '', reason: '' }
  },
  Fields: (props) => (
    <>
      <PlanFields {...props} put={(some) => props.put(some)} />
      {props.s.meeting?.meeting.noticed ? <TextArea label={t('acts_meeting.change_reason')} hint={t('acts_meeting.change_hint')} rows={2} value={props.v.reason} onChange={(reason) => props.put({ reason })} error={props.wrong('reason')} /> : null}
    </>
  ),
  act: (v, s) => given('change_meeting', {
    meeting: idOf(s), reason: v.reason,
    with: { starts: instantOf(v.day, v.from), ends: instantOf(v.day, v.to), form: v.form, place: v.place.trim(), link: v.form === 'on_site' ? '' : v.link.trim(), host: v.host },
  }),
})

const cancel_meeting = form<{ reason: string }>({
  first: () => ({ reason: '' }),
  lead: () => t('acts_meeting.cancel_lead'),
  Fields: ({ v, put, wrong }) => <TextArea label={t('acts_meeting.cancel_reason')} rows={3} value={v.reason} onChange={(reason) => put({ reason })} error={wrong('reason')} />,
  act: (v, s) => given('cancel_meeting', { meeting: idOf(s), reason: v.reason }),
  gate: (v, s) => ({ title: t('acts_meeting.cancel_gate', { no: s.meeting?.meeting.no ?? '' }), about: t('acts_meeting.cancel_about'), facts: [{ name: t('acts_meeting.cancel_reason'), value: v.reason }] }),
})

const remove_item = form<{ reason: string }>({
  first: () => ({ reason: '' }),
  lead: (s) => { const item = itemOf(s); return item ? <>{t('acts_meeting.item_no', { n: item.order })}　{item.title}　{item.leader}<br />{t('acts_meeting.remove_lead')}</> : null },
  Fields: ({ v, put, s, wrong }) => <TextArea label={t('acts_meeting.remove_reason')} hint={s.meeting?.meeting.noticed ? undefined : t('acts_meeting.remove_hint')} rows={2} value={v.reason} onChange={(reason) => put({ reason })} error={wrong('reason')} />,
  act: (v, s) => given('remove_item', { item: s.item, reason: v.reason }),
})

const send_notices = form<{ on: string }>({
  kept: false,
  first: (s) => ({ on: s.today }),
  lead: (s) => {
    const by = s.meeting?.notice_by
    return <>{t('acts_meeting.notice_lead', { n: s.meeting?.seats.length ?? 0 })}{by ? <><br />{t('acts_meeting.notice_by', { date: dateWords(by.nominal) })}</> : null}</>
  },
  Fields: ({ v, put, wrong }) => <DayField label={t('acts_meeting.noticed_on')} value={v.on} put={(on) => put({ on })} error={wrong('on')} />,
  act: (v, s) => given('send_notices', { meeting: idOf(s), on: v.on || undefined }),
})

const REPLIES: Reply[] = ['attending', 'video', 'absent', 'none']
interface ReplyForm { member: string; reply: Reply; leaving: string; note: string }

const record_reply = form<ReplyForm>({
  width: 600,
  first: (s) => {
    const was = s.meeting?.meeting.invitations.find((one) => one.member === s.member)
    return { member: s.member, reply: (given_(s, 'reply') as Reply) || (was && was.reply !== 'none' ? was.reply : 'attending'), leaving: was?.leaving ? (instantParts(was.leaving)?.time ?? '') : '', note: was?.note ?? '' }
  },
  Fields: ({ v, put, s, wrong }) => (
    <>
      <SelectField label={t('acts_meeting.member')} width={220} value={v.member} onChange={(member) => put({ member })} error={wrong('member')} options={(s.meeting?.seats ?? []).map((seat) => ({ key: seat.id, words: seat.name }))} />
      <RadioField label={t('acts_meeting.reply')} row value={v.reply} onChange={(reply) => put({ reply })} error={wrong('reply')} options={REPLIES.map((key) => ({ key, words: t(`acts_meeting.reply_${key}`) }))} />
      {v.reply === 'attending' || v.reply === 'video' ? <TimeField label={t('acts_meeting.leaving')} hint={t('acts_meeting.leaving_hint')} value={v.leaving} onChange={(leaving) => put({ leaving })} error={wrong('leaving')} /> : null}
      <TextField label={t('acts_meeting.note')} value={v.note} onChange={(note) => put({ note })} error={wrong('note')} />
    </>
  ),
  act: (v, s) => given('record_reply', { meeting: idOf(s), member: v.member, reply: v.reply, leaving: v.leaving && (v.reply === 'attending' || v.reply === 'video') ? instantOf(dayIn(s), v.leaving) : undefined, note: v.note }),
})

const designate_host = form<{ by: string; vice_chair: string; on: string; reason: string }>({
  reads: ['committee'],
  first: (s) => ({ by: s.committee?.rows.find((row) => row.role === 'chair')?.member.id ?? '', vice_chair: s.member || (s.committee?.rows.find((row) => row.role === 'vice_chair')?.member.id ?? ''), on: s.today, reason: '' }),
  lead: () => t('acts_meeting.host_lead'),
  Fields: ({ v, put, s, wrong }) => {
    const people = (role: string) => (s.committee?.rows ?? []).filter((row) => row.role === role).map((row) => ({ key: row.member.id, words: row.member.name, about: t(`nouns.category_${row.member.category}`) }))
    return (
      <>
        <RadioField label={t('acts_meeting.designated_by')} row value={v.by} onChange={(by) => put({ by })} error={wrong('by')} options={people('chair')} />
        <RadioField label={t('acts_meeting.vice_chair')} row value={v.vice_chair} onChange={(vice_chair) => put({ vice_chair })} error={wrong('vice_chair')} options={people('vice_chair')} />
        <TextArea label={t('acts_meeting.host_reason')} rows={2} value={v.reason} onChange={(reason) => put({ reason })} error={wrong('reason')} />
        <DayField label={t('acts_meeting.designated_on')} value={v.on} put={(on) => put({ on })} error={wrong('on')} />
      </>
    )
  },
  act: (v, s) => given('designate_host', { meeting: idOf(s), by: v.by, vice_chair: v.vice_chair, on: v.on, reason: v.reason }),
})

const seat_adviser = form<{ adviser: string; no_interest: boolean | null; items: string[] }>({
  reads: ['committee'],
  width: 600,
  first: (s) => ({ adviser: given_(s, 'adviser'), no_interest: null, items: [] }),
  lead: () => t('acts_meeting.adviser_lead'),
  Fields: ({ v, put, s, wrong }) => {
    const advisers = s.committee?.advisers ?? []
    if (advisers.length === 0) return <Message tone="plain" title={t('acts_meeting.no_advisers')} acts={[{ words: t('acts.register_adviser'), run: () => { asked.set(null); go('committee', undefined, { act: 'register_adviser' }) } }]}>{t('acts_meeting.no_advisers_why')}</Message>
    const chosen = advisers.find((one) => one.id === v.adviser)
    return (
      <>
        <RadioField label={t('acts_meeting.adviser')} value={v.adviser} onChange={(adviser) => put({ adviser, no_interest: advisers.find((one) => one.id === adviser)?.no_interest ? true : v.no_interest })} error={wrong('adviser')} options={advisers.map((one) => ({ key: one.id, words: one.name, about: `${one.unit}　${one.field}` }))} />
        <div className="question"><span>{t('acts_meeting.no_interest')}{chosen?.no_interest ? <span className="second"> {t('acts_meeting.stated_on', { date: dateWords(chosen.no_interest) })}</span> : null}</span><YesNo label={t('acts_meeting.no_interest')} value={v.no_interest} onChange={(no_interest) => put({ no_interest })} /></div>
        <ChecksField label={t('acts_meeting.adviser_items')} value={v.items} onChange={(items) => put({ items })} error={wrong('items')} options={(s.meeting?.items ?? []).map((item) => ({ key: item.id, words: `${item.order}　${item.title}` }))} />
      </>
    )
  },
  act: (v, s) => given('seat_adviser', { meeting: idOf(s), adviser: v.adviser, no_interest: v.no_interest === true, items: v.items }),
})

export const replyWords = (reply: Reply): string => t(`acts_meeting.reply_${reply}`)
export const formWords = (form: MeetingForm): string => t(`acts_meeting.form_${form}`)

export const forms: Forms = { plan_meeting, change_meeting, cancel_meeting, remove_item, send_notices, record_reply, designate_host, seat_adviser }
