//! Forms of what the committee owes others (M2, M31, E5): complaints and their conclusion, questions and their answers.

import type { CaseView, CommitteeView, ComplaintRow, ScopeHead, ViolationKind } from '../generated/types'
import { dateWords } from '../dates'
import { useLook } from '../look'
import { Check, ChecksField, Field, RadioField, TextArea, TextField } from '../parts/Field'
import { Facts } from '../parts/Table'
import { t } from '../words'
import { DayField, ListField, MembersField, sentences } from './fields'
import { form, type Forms } from './form'
import { given } from './start'
import { useCases } from './WhichCase'
import { useState } from 'react'

const CHANNELS = ['phone', 'letter', 'mail', 'visit', 'platform'] as const
export const HEADS: ScopeHead[] = ['dignity', 'public_order', 'life_health', 'ecology', 'sustainability', 'by_law']

/** A case by its number or name, or none. */
function CaseField({ value, onChange, label }: { value: string; onChange(id: string): void; label: string }) {
  const [text, setText] = useState('')
  const { rows } = useCases(text)
  const { view } = useLook<CaseView>(value ? { view: 'case', id: value } : null)
  if (value) {
    return <Field label={label}>{() => <div className="fileheld"><span className="grow cut">{view ? `${view.number} ${view.case.application.title}` : value}</span><button type="button" className="link" onClick={() => onChange('')}>{t('acts_outward.no_case')}</button></div>}</Field>
  }
  return (
    <Field label={label} hint={t('acts_outward.case_hint')}>
      {(props) => (
        <>
          <input {...props} className="input" value={text} spellCheck={false} autoComplete="off" placeholder={t('cases.filter')} onChange={(event) => setText(event.target.value)} />
          {text.trim() ? rows.slice(0, 4).map((row) => <button type="button" className="menu-item" key={row.id} onClick={() => { onChange(row.id); setText('') }}><span className="cut">{row.number} {row.title}</span><span className="second">{row.leader}</span></button>) : null}
        </>
      )}
    </Field>
  )
}

const namesOf = (committee: CommitteeView | null): string[] => [committee?.committee.secretary ?? '', ...(committee?.rows ?? []).map((row) => row.member.name)].filter(Boolean)

interface ComplaintForm { on: string; channel: string; anonymous: boolean; from: string; about: string; case: string; concerned: string[]; others: string; handler: string }

const record_complaint = form<ComplaintForm>({
  reads: ['committee'],
  width: 680,
  first: (s) => ({ on: s.today, channel: '', anonymous: false, from: '', about: '', case: s.case?.case.id ?? '', concerned: [], others: '', handler: s.committee?.committee.secretary ?? '' }),
  lead: () => t('acts_outward.complaint_lead'),
  Fields: ({ v, put, s, wrong }) => (
    <>
      <TextArea label={t('acts_outward.about')} rows={4} value={v.about} onChange={(about) => put({ about })} error={wrong('about')} needed />
      <div className="two">
        <TextField label={t('acts_outward.channel')} list={CHANNELS.map((key) => t(`acts_outward.channel_${key}`))} value={v.channel} onChange={(channel) => put({ channel })} error={wrong('channel')} needed />
        <DayField label={t('acts_outward.received_on')} value={v.on} put={(on) => put({ on })} error={wrong('on')} />
        <TextField label={t('acts_outward.from')} value={v.anonymous ? '' : v.from} disabled={v.anonymous} onChange={(from) => put({ from })} error={wrong('from')} />
        <Check checked={v.anonymous} onChange={(anonymous) => put({ anonymous })}>{t('acts_outward.anonymous')}</Check>
      </div>
      <CaseField label={t('acts_outward.case')} value={v.case} onChange={(id) => put({ case: id })} />
      <MembersField label={t('acts_outward.concerned')} about={t('acts_outward.concerned_about')} committee={s.committee} value={v.concerned} onChange={(concerned) => put({ concerned })} error={wrong('concerned')} />
      <div className="two">
        <TextField label={t('acts_outward.others')} hint={t('acts_outward.others_hint')} value={v.others} onChange={(others) => put({ others })} />
        <TextField label={t('acts_outward.handler')} list={namesOf(s.committee)} value={v.handler} onChange={(handler) => put({ handler })} error={wrong('handler')} needed />
      </div>
    </>
  ),
  act: (v) => ({
    ...given('record_complaint', { on: v.on, anonymous: v.anonymous, from: v.anonymous ? '' : v.from, case: v.case || undefined, concerned: [...v.concerned, ...v.others.split(/[、，,;；\n]/).map((one) => one.trim()).filter(Boolean)] }),
    // Sent although empty: the desk says at the field what is missing.
    channel: v.channel, about: v.about, handler: v.handler,
  }),
})

interface ConcludeForm { complaint: string; result: string; on: string; replied: string; answered: 'yes' | 'no'; referred_to: string }

const conclude_complaint = form<ConcludeForm>({
  width: 620,
  first: (s) => ({ complaint: s.item, result: '', on: s.today, replied: s.today, answered: 'no', referred_to: '' }),
  Fields: ({ v, put, s, wrong }) => {
    const complaint = s.with.complaint as ComplaintRow | undefined
    return (
      <>
        {complaint ? <Facts rows={[{ name: t('acts_outward.about'), value: complaint.about }, { name: t('acts_outward.received_on'), value: `${dateWords(complaint.on)}　${complaint.channel}` }, { name: t('acts_outward.from'), value: complaint.anonymous ? t('acts_outward.anonymous') : complaint.from || '—' }]} /> : null}
        <TextArea label={t('acts_outward.result')} rows={4} value={v.result} onChange={(result) => put({ result })} error={wrong('result') ?? wrong('complaint')} needed />
        <div className="two">
          <DayField label={t('acts_outward.concluded_on')} value={v.on} put={(on) => put({ on })} error={wrong('on')} />
          <TextField label={t('acts_outward.referred_to')} hint={t('acts_outward.referred_hint')} value={v.referred_to} onChange={(referred_to) => put({ referred_to })} />
          <RadioField label={t('acts_outward.reply')} row value={v.answered} onChange={(answered) => put({ answered })} options={[{ key: 'yes', words: t('acts_outward.replied') }, { key: 'no', words: t('acts_outward.not_replied') }]} />
          {v.answered === 'yes' ? <DayField label={t('acts_outward.replied_on')} value={v.replied} put={(replied) => put({ replied })} error={wrong('replied')} /> : null}
        </div>
      </>
    )
  },
  act: (v) => ({ ...given('conclude_complaint', { complaint: v.complaint, on: v.on, replied: v.answered === 'yes' ? v.replied || undefined : undefined, referred_to: v.referred_to }), result: v.result }),
})

interface ConsultForm { on: string; from: string; question: string; answer: string; scope: '' | 'yes' | 'no'; heads: ScopeHead[] }

const record_consultation = form<ConsultForm>({
  width: 660,
  first: (s) => ({ on: s.today, from: '', question: '', answer: '', scope: '', heads: [] }),
  lead: () => t('acts_outward.consult_lead'),
  Fields: ({ v, put, wrong }) => (
    <>
      <div className="two">
        <TextField label={t('acts_outward.asked_by')} value={v.from} onChange={(from) => put({ from })} error={wrong('from')} needed />
        <DayField value={v.on} put={(on) => put({ on })} error={wrong('on')} />
      </div>
      <TextArea label={t('acts_outward.question')} rows={3} value={v.question} onChange={(question) => put({ question })} error={wrong('question')} needed />
      <TextArea label={t('acts_outward.answer')} rows={4} value={v.answer} onChange={(answer) => put({ answer })} error={wrong('answer')} needed />
      <RadioField label={t('acts_outward.scope')} row value={v.scope === '' ? 'none' : v.scope} onChange={(key) => put({ scope: key === 'none' ? '' : key })} options={[{ key: 'none' as const, words: t('acts_outward.scope_none') }, { key: 'yes' as const, words: t('acts_intake.scope_in') }, { key: 'no' as const, words: t('acts_intake.scope_out') }]} />
      {v.scope === 'yes' ? <ChecksField label={t('acts_intake.heads')} row value={v.heads} onChange={(heads) => put({ heads })} options={HEADS.map((key) => ({ key, words: t(`nouns.head_${key}`) }))} /> : null}
    </>
  ),
  act: (v) => ({ ...given('record_consultation', { on: v.on, heads: v.scope === 'yes' ? v.heads : [], ...(v.scope === '' ? {} : { in_scope: v.scope === 'yes' }) }), from: v.from, question: v.question, answer: v.answer }),
})

const submit_report = form<{ year: number; on: string }>({
  first: (s) => ({ year: Number(s.today.slice(0, 4)) - 1, on: s.today, ...(s.with as object) }),
  lead: () => t('acts_outward.submit_lead'),
  Fields: ({ v, put, wrong }) => (
    <div className="two">
      <TextField label={t('acts_outward.submit_year')} width={96} maxLength={4} value={String(v.year)} onChange={(year) => put({ year: Number(year) || 0 })} error={wrong('year')} />
      <DayField label={t('report.submitted_on')} value={v.on} put={(on) => put({ on })} error={wrong('on')} />
    </div>
  ),
  act: (v) => given('submit_report', { year: v.year, on: v.on || undefined }),
})

const VIOLATIONS: ViolationKind[] = ['fraud', 'forged', 'unreviewed', 'unapproved', 'beyond_scope', 'obstructing', 'favouritism', 'other']

const record_violation = form<{ on: string; kind: ViolationKind; case: string; persons: string[]; found_by: string; facts: string }>({
  width: 680,
  lead: () => t('acts_outward.violation_lead'),
  first: (s) => ({ on: s.today, kind: 'beyond_scope', case: s.case?.case.id ?? '', persons: [], found_by: '', facts: '', ...(s.with as object) }),
  Fields: ({ v, put, wrong }) => (
    <>
      <RadioField label={t('acts_outward.violation_kind')} value={v.kind} onChange={(kind) => put({ kind })} error={wrong('kind')} options={VIOLATIONS.map((key) => ({ key, words: t(`nouns.violation_${key}`) }))} />
      <TextArea label={t('acts_outward.violation_facts')} rows={4} value={v.facts} onChange={(facts) => put({ facts })} error={wrong('facts')} needed />
      <ListField label={t('acts_outward.violation_persons')} rows={1} value={v.persons} onChange={(persons) => put({ persons })} error={wrong('persons')} />
      <CaseField label={t('acts_outward.case')} value={v.case} onChange={(id) => put({ case: id })} />
      <div className="two">
        <TextField label={t('acts_outward.violation_found_by')} value={v.found_by} onChange={(found_by) => put({ found_by })} error={wrong('found_by')} />
        <DayField label={t('acts_outward.violation_on')} value={v.on} put={(on) => put({ on })} error={wrong('on')} />
      </div>
    </>
  ),
  act: (v) => ({ act: 'record_violation', on: v.on, kind: v.kind, case: v.case || null, persons: sentences(v.persons), found_by: v.found_by, facts: v.facts }),
})

const conclude_violation = form<{ violation: string; on: string; outcome: string; referred_to: string }>({
  first: (s) => ({ violation: '', on: s.today, outcome: '', referred_to: '', ...(s.with as object) }),
  Fields: ({ v, put, wrong }) => (
    <>
      <TextArea label={t('acts_outward.violation_outcome')} rows={3} value={v.outcome} onChange={(outcome) => put({ outcome })} error={wrong('outcome')} needed />
      <div className="two">
        <TextField label={t('acts_outward.violation_referred')} value={v.referred_to} onChange={(referred_to) => put({ referred_to })} error={wrong('referred_to')} />
        <DayField value={v.on} put={(on) => put({ on })} error={wrong('on')} />
      </div>
    </>
  ),
  act: (v) => ({ act: 'conclude_violation', violation: v.violation, on: v.on || null, outcome: v.outcome, referred_to: v.referred_to }),
})

export const forms: Forms = { record_violation, conclude_violation, submit_report, record_complaint, conclude_complaint, record_consultation }
