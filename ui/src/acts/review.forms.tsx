//! Forms of review (M16, M19, M20, M22–M24): extension, the simplified procedure, putting on an agenda, expert re-review and the decision on it.

import type { DecisionKind, ExtensionGround, MeetingsView, RereviewOpinion, ReviewerView } from '../generated/types'
import { dateWords, instantWords } from '../dates'
import { useLook } from '../look'
import { Check, NumberField, RadioField, SelectField, TextArea, TextField } from '../parts/Field'
import { Message } from '../parts/ErrorPanel'
import { Facts } from '../parts/Table'
import { go } from '../router'
import { isEnglish, sayOf, t } from '../words'
import { DayField, FileField, ListField, MemberField, MembersField, sentences } from './fields'
import { form, type Forms, type Subject } from './form'
import { asked, given } from './start'

const theCase = (s: Subject): string => s.case?.case.id ?? ''
const round = (s: Subject) => s.case?.case.rounds.at(-1)
const numberOf = (s: Subject): string => s.case?.number ?? ''
const chairOf = (s: Subject): string => s.committee?.rows.find((row) => row.role === 'chair')?.member.id ?? ''
const nameOf = (s: Subject, id: string): string => s.case?.names[id] ?? s.committee?.rows.find((row) => row.member.id === id)?.member.name ?? id
const clock = (s: Subject, key: string) => s.case?.standing.clocks.find((one) => one.key === key)

const EXTENSIONS: ExtensionGround[] = ['complex', 'supplement', 'correction', 'other']

interface ExtendForm { ground: ExtensionGround; facts: string; new_due: string; approved_by: string; on: string }

const extend = form<ExtendForm>({
  reads: ['committee'],
  first: (s) => ({ ground: 'complex', facts: '', new_due: '', approved_by: nameOf(s, chairOf(s)), on: s.today, ...(s.with as Partial<ExtendForm>) }),
  lead: (s) => {
    const due = clock(s, 'decision')?.due
    return due ? t('acts_review.now_due', { date: dateWords(due.nominal) }) : null
  },
  Fields: ({ v, put, wrong }) => (
    <>
      <RadioField label={t('acts_review.extend_ground')} row value={v.ground} onChange={(ground) => put({ ground })} error={wrong('ground')} options={EXTENSIONS.map((key) => ({ key, words: t(`nouns.extension_${key}`) }))} />
      <TextArea label={t('acts_review.extend_facts')} about={t('acts_review.extend_facts_about')} rows={3} value={v.facts} onChange={(facts) => put({ facts })} error={wrong('facts')} />
      <div className="two">
        <DayField label={t('acts_review.new_due')} value={v.new_due} put={(new_due) => put({ new_due })} error={wrong('new_due')} hint={t('acts_review.new_due_hint')} />
        <TextField label={t('acts_review.approved_by')} value={v.approved_by} onChange={(approved_by) => put({ approved_by })} error={wrong('approved_by')} />
      </div>
      <DayField value={v.on} put={(on) => put({ on })} error={wrong('on')} />
    </>
  ),
  act: (v, s) => given('extend', { case: theCase(s), ground: v.ground, facts: v.facts, new_due: v.new_due || undefined, approved_by: v.approved_by, on: v.on || undefined }),
  gate: (v, s) => ({
    title: t('acts_review.extend_gate', { number: numberOf(s), date: dateWords(v.new_due) }), about: t('acts_review.extend_about'),
    facts: [{ name: t('acts_review.extend_ground'), value: t(`nouns.extension_${v.ground}`) }, { name: t('acts_review.extend_facts'), value: v.facts }],
  }),
})

const standing = (s: Subject) => (s.committee?.committee.designations ?? []).filter((one) => one.to === 'reviewing' && !one.ended)

const designate_reviewers = form<{ by: string; reviewers: string[]; on: string; under: string }>({
  reads: ['committee'],
  width: 640,
  first: (s) => ({ by: chairOf(s), reviewers: round(s)?.designation?.reviewers ?? [], on: s.today, under: '' }),
  lead: () => t('acts_review.designate_lead'),
  Fields: ({ v, put, s, wrong }) => (
    <>
      {standing(s).length > 0 ? <RadioField label={t('acts_review.under')} value={v.under} onChange={(under) => put({ under })} error={wrong('under')} options={[{ key: '', words: t('acts_review.under_none') }, ...standing(s).map((one) => ({ key: one.id, words: t('acts_review.under_one', { names: one.members.map((id) => nameOf(s, id)).join(isEnglish() ? ', ' : '、') }), about: `${dateWords(one.from)}—${dateWords(one.until)}` }))]} /> : null}
      <MembersField label={t('acts_review.reviewers')} committee={s.committee} value={v.reviewers} onChange={(reviewers) => put({ reviewers })} error={wrong('reviewers')} />
      <div className="two">
        {v.under ? null : <MemberField label={t('acts_review.designated_by')} committee={s.committee} value={v.by} onChange={(by) => put({ by })} error={wrong('by')} />}
        <DayField value={v.on} put={(on) => put({ on })} error={wrong('on')} />
      </div>
    </>
  ),
  act: (v, s) => given('designate_reviewers', { case: theCase(s), by: v.under ? '' : v.by, reviewers: v.reviewers, on: v.on || undefined, under: v.under || undefined }),
})

interface OpinionForm { member: string; view: ReviewerView; doubt: boolean; asks_meeting: boolean; text: string; on: string; source: string }
const VIEWS: ReviewerView[] = ['agree', 'agree_after_changes', 'disagree']

const record_opinion = form<OpinionForm>({
  reads: ['committee'],
  first: (s) => {
    const answered = new Set(round(s)?.opinions.map((one) => one.member))
    const open = { member: s.member || (round(s)?.designation?.reviewers.find((id) => !answered.has(id)) ?? ''), view: 'agree' as ReviewerView, doubt: false, asks_meeting: false, text: '', on: s.today, source: '' }
    // A return on file opens it; what it says is looked at here before it is recorded.
    const { member, view, doubt, text, on, source } = s.with as Partial<OpinionForm>
    return source ? { ...open, member: member ?? open.member, view: view ?? open.view, doubt: doubt ?? false, text: text ?? '', on: on ?? s.today, source } : open
  },
  Fields: ({ v, put, s, wrong }) => {
    const reviewers = round(s)?.designation?.reviewers ?? []
    const answered = round(s)?.opinions ?? []
    return (
      <>
        {v.source ? <Message tone="plain" title={t('acts_review.from_return', { name: nameOf(s, v.member) })}>{t('acts_review.from_return_about')}</Message> : null}
        {answered.map((one) => <p className="second" key={one.member}>{t('acts_review.answered', { name: nameOf(s, one.member), date: dateWords(one.on), view: t(`nouns.reviewer_${one.view}`) })}</p>)}
        <RadioField label={t('acts_review.reviewer')} row value={v.member} onChange={(member) => put({ member })} error={wrong('member')} options={reviewers.filter((id) => !answered.some((one) => one.member === id)).map((id) => ({ key: id, words: nameOf(s, id) }))} />
        <RadioField label={t('acts_review.view')} row value={v.view} onChange={(view) => put({ view })} error={wrong('view')} options={VIEWS.map((key) => ({ key, words: t(`nouns.reviewer_${key}`) }))} />
        <div className="two">
          <Check checked={v.doubt} onChange={(doubt) => put({ doubt })}>{t('acts_review.doubt')}</Check>
          <Check checked={v.asks_meeting} onChange={(asks_meeting) => put({ asks_meeting })}>{t('acts_review.asks_meeting')}</Check>
        </div>
        {v.view !== 'agree' || v.doubt || v.asks_meeting ? <Message tone="amber" title={t('acts_review.will_convert')}>{t('acts_review.will_convert_why')}</Message> : null}
        <TextArea label={t('acts_review.opinion')} rows={4} value={v.text} onChange={(text) => put({ text })} error={wrong('text')} />
        <DayField value={v.on} put={(on) => put({ on })} error={wrong('on')} />
      </>
    )
  },
  act: (v, s) => given('record_opinion', { case: theCase(s), member: v.member, view: v.view, doubt: v.doubt, asks_meeting: v.asks_meeting, text: v.text, on: v.on || undefined, source: v.source || undefined }),
})

const convert = form<{ because: string; on: string }>({
  first: (s) => ({ because: '', on: s.today }),
  lead: () => t('acts_review.convert_lead'),
  Fields: ({ v, put, wrong }) => (
    <>
      <TextArea label={t('acts_review.because')} rows={3} value={v.because} onChange={(because) => put({ because })} error={wrong('because')} />
      <DayField value={v.on} put={(on) => put({ on })} error={wrong('on')} />
    </>
  ),
  act: (v, s) => given('convert', { case: theCase(s), because: v.because, on: v.on || undefined }),
})

interface ConcludeForm { tracking_months: number | null; reasons: string; on: string }

const conclude_simplified = form<ConcludeForm>({
  first: () => ({ tracking_months: null, reasons: '', on: '' }),
  lead: () => t('acts_review.conclude_lead'),
  Fields: ({ v, put, s, wrong }) => (
    <>
      <Facts rows={(round(s)?.opinions ?? []).map((one) => ({ name: nameOf(s, one.member), value: `${t(`nouns.reviewer_${one.view}`)}　${dateWords(one.on)}　${one.text}` }))} />
      <TextArea label={t('acts_review.reasons')} about={round(s)?.kind === 'tracking' ? t('acts_review.four_contents') : undefined} rows={3} value={v.reasons} onChange={(reasons) => put({ reasons })} error={wrong('reasons')} />
      <div className="two">
        <NumberField label={t('acts_review.tracking_months')} unit={t('acts_review.months')} value={v.tracking_months} onChange={(tracking_months) => put({ tracking_months })} error={wrong('tracking_months')} hint={t('acts_review.tracking_hint')} />
        <DayField label={t('acts_review.decided_on')} value={v.on} put={(on) => put({ on })} error={wrong('on')} hint={t('acts_review.last_opinion_day')} />
      </div>
    </>
  ),
  act: (v, s) => given('conclude_simplified', { case: theCase(s), tracking_months: v.tracking_months ?? undefined, reasons: v.reasons, on: v.on || undefined }),
  gate: (_, s) => ({ title: t('acts_review.conclude_gate', { number: numberOf(s) }), about: t('acts_review.decide_about') }),
})

const place_item = form<{ meeting: string; minutes: number | null }>({
  width: 600,
  first: (s) => ({ meeting: s.meeting?.meeting.id ?? '', minutes: 15 }),
  Fields: ({ v, put, s, wrong }) => <Agenda v={v} put={put} s={s} wrong={wrong} />,
  act: (v, s) => given('place_item', { meeting: v.meeting, case: theCase(s), minutes: v.minutes ?? 15 }),
})

function Agenda({ v, put, s, wrong }: { v: { meeting: string; minutes: number | null }; put(some: Partial<{ meeting: string; minutes: number | null }>): void; s: Subject; wrong(field: string): string | undefined }) {
  const { view } = useLook<MeetingsView>({ view: 'meetings', year: null })
  const open = (view?.rows ?? []).filter((row) => row.state === 'planned' || row.state === 'noticed')
  const due = clock(s, 'decision')?.due ?? clock(s, 'before_rereview')?.due
  if (view && open.length === 0) {
    return <Message tone="plain" title={t('acts_review.no_meeting')} acts={[{ words: t('acts_review.plan_meeting'), run: () => { asked.set(null); go('meetings', undefined, { act: 'plan_meeting' }) } }]}>{t('acts_review.no_meeting_why')}</Message>
  }
  return (
    <>
      {due ? <p className="second">{t('acts_review.now_due', { date: dateWords(due.nominal) })}</p> : null}
      <RadioField label={t('acts_review.meeting')} value={v.meeting} onChange={(meeting) => put({ meeting })} error={wrong('meeting')} options={open.map((row) => ({ key: row.id, words: t('acts_review.meeting_no', { no: row.no }), about: `${instantWords(row.starts)}　${row.place}　${t('acts_review.items', { n: row.items })}　${sayOf(row, 'state')}` }))} />
      <NumberField label={t('acts_review.minutes')} unit={t('acts_review.minute_unit')} value={v.minutes} onChange={(minutes) => put({ minutes })} error={wrong('minutes')} />
    </>
  )
}

interface SendForm { authority: string; implementer: string; panel: string[]; on: string }

const send_rereview = form<SendForm>({
  reads: ['committee'],
  first: (s) => ({ authority: s.committee?.committee.unit.authority ?? '', implementer: '', panel: [], on: s.today }),
  lead: () => t('acts_review.send_lead'),
  Fields: ({ v, put, wrong }) => (
    <>
      <TextField label={t('acts_review.authority')} value={v.authority} onChange={(authority) => put({ authority })} error={wrong('authority')} />
      <TextField label={t('acts_review.implementer')} hint={t('acts_review.implementer_hint')} value={v.implementer} onChange={(implementer) => put({ implementer })} error={wrong('implementer')} />
      <ListField label={t('acts_review.panel')} rows={1} value={v.panel} onChange={(panel) => put({ panel })} error={wrong('panel')} />
      <DayField label={t('acts_review.sent_on')} value={v.on} put={(on) => put({ on })} error={wrong('on')} />
    </>
  ),
  act: (v, s) => given('send_rereview', { case: theCase(s), authority: v.authority, implementer: v.implementer, panel: sentences(v.panel), on: v.on || undefined }),
})

const rereview_received = form<{ on: string; implementer: string; panel: string[] }>({
  kept: false,
  first: (s) => ({ on: round(s)?.rereview?.received ?? s.today, implementer: round(s)?.rereview?.implementer ?? '', panel: round(s)?.rereview?.panel ?? [] }),
  lead: () => t('acts_review.their_30'),
  Fields: ({ v, put, wrong }) => (
    <>
      <DayField label={t('acts_review.their_receipt')} value={v.on} put={(on) => put({ on })} error={wrong('on')} />
      <TextField label={t('acts_review.implementer')} hint={t('acts_review.implementer_hint')} value={v.implementer} onChange={(implementer) => put({ implementer })} error={wrong('implementer')} />
      <ListField label={t('acts_review.panel')} rows={1} value={v.panel} onChange={(panel) => put({ panel })} error={wrong('panel')} />
    </>
  ),
  act: (v, s) => ({ act: 'rereview_received', case: theCase(s), on: v.on, implementer: v.implementer, panel: sentences(v.panel) }),
})

interface RereviewForm { opinion: RereviewOpinion; on: string; number: string; text: string; file: string }

const record_rereview = form<RereviewForm>({
  width: 600,
  first: (s) => ({ opinion: 'agree', on: s.today, number: '', text: '', file: '' }),
  Fields: ({ v, put, wrong }) => (
    <>
      <div className="two">
        <RadioField label={t('acts_review.rereview_opinion')} row value={v.opinion} onChange={(opinion) => put({ opinion })} error={wrong('opinion')} options={(['agree', 'disagree'] as const).map((key) => ({ key, words: t(`nouns.rereview_${key}`) }))} />
        <TextField label={t('acts_review.document_number')} value={v.number} onChange={(number) => put({ number })} error={wrong('number')} />
      </div>
      <TextArea label={t('acts_review.opinion_text')} rows={4} value={v.text} onChange={(text) => put({ text })} error={wrong('text')} />
      <div className="two">
        <DayField label={t('acts_review.opinion_received')} value={v.on} put={(on) => put({ on })} error={wrong('on')} />
        <FileField label={t('acts_review.opinion_file')} value={v.file} onChange={(file) => put({ file })} error={wrong('file')} />
      </div>
    </>
  ),
  act: (v, s) => given('record_rereview', { case: theCase(s), opinion: v.opinion, on: v.on, number: v.number, text: v.text, file: v.file || undefined }),
})

interface AfterForm { kind: DecisionKind; reasons: string; suggestions: string[]; tracking_months: number | null; item: string; on: string }
const AFTER: DecisionKind[] = ['approve', 'revise', 'reject']

const decide_after_rereview = form<AfterForm>({
  width: 640,
  first: (s) => ({ kind: round(s)?.rereview?.opinion?.opinion === 'disagree' ? 'revise' : 'approve', reasons: '', suggestions: [], tracking_months: null, item: '', on: s.today }),
  lead: (s) => {
    const result = round(s)?.rereview?.opinion
    return result ? t('acts_review.opinion_was', { opinion: t(`nouns.rereview_${result.opinion}`), number: result.number, date: dateWords(result.on) }) : null
  },
  Fields: ({ v, put, s, wrong }) => (
    <>
      <RadioField label={t('acts_review.decision')} row value={v.kind} onChange={(kind) => put({ kind })} error={wrong('kind')} options={AFTER.map((key) => ({ key, words: t(`nouns.decision_${key}`) }))} />
      {v.kind === 'revise' ? <ListField label={t('acts_review.suggestions')} value={v.suggestions} onChange={(suggestions) => put({ suggestions })} error={wrong('suggestions')} /> : null}
      <TextArea label={t('acts_review.reasons')} rows={3} value={v.reasons} onChange={(reasons) => put({ reasons })} error={wrong('reasons')} />
      {(s.case?.items.length ?? 0) > 0 ? (
        <SelectField label={t('acts_review.ratified_at')} empty={t('acts_review.no_item')} value={v.item} onChange={(item) => put({ item })} error={wrong('item')} options={s.case!.items.map((one) => ({ key: one.item, words: t('acts_review.item_of', { no: one.meeting_no, order: one.order, date: dateWords(one.day), outcome: sayOf(one, 'outcome') }) }))} />
      ) : null}
      <div className="two">
        {v.kind === 'approve' ? <NumberField label={t('acts_review.tracking_months')} unit={t('acts_review.months')} value={v.tracking_months} onChange={(tracking_months) => put({ tracking_months })} error={wrong('tracking_months')} hint={t('acts_review.tracking_hint')} /> : null}
        <DayField label={t('acts_review.decided_on')} value={v.on} put={(on) => put({ on })} error={wrong('on')} />
      </div>
    </>
  ),
  act: (v, s) => given('decide_after_rereview', {
    case: theCase(s), kind: v.kind, reasons: v.reasons, suggestions: v.kind === 'revise' ? sentences(v.suggestions) : [], tracking_months: v.kind === 'approve' ? v.tracking_months ?? undefined : undefined, item: v.item || undefined, on: v.on || undefined,
  }),
  gate: (v, s) => ({ title: t('acts_review.after_gate', { number: numberOf(s), kind: t(`nouns.decision_${v.kind}`) }), about: t('acts_review.decide_about') }),
})

export const forms: Forms = { extend, designate_reviewers, record_opinion, convert, conclude_simplified, place_item, send_rereview, rereview_received, record_rereview, decide_after_rereview }
