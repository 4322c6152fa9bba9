//! Forms of the people and rules of the committee (M10, E5–E8, M14, M20, M27, E43): appointments and terms, undertakings, interests,
//! trainings, advisers, rule documents, the registration. Nothing here knows who may sit; the desk is asked while one types.

import type { Category, DesignatedFor, Member, Relation, Role, RuleKind, Sex, TermEnd, UndertakingKind } from '../generated/types'
import { addDays, dateWords, dayOf, isoOf } from '../dates'
import { Check, ChecksField, NumberField, RadioField, SelectField, TextArea, TextField } from '../parts/Field'
import { Facts } from '../parts/Table'
import { isEnglish, say, sayOf, t } from '../words'
import { DayField, FileField, MemberField, MembersField } from './fields'
import { form, type Forms, type Subject } from './form'
import { given } from './start'

export const CATEGORIES: Category[] = ['technology', 'application', 'ethics', 'law', 'other']
const ROLES: Role[] = ['chair', 'vice_chair', 'member']
const SEXES: Sex[] = ['male', 'female']
const ENDS: TermEnd[] = ['resigned', 'dismissed', 'suspended', 'other']
const RELATIONS: Relation[] = ['same_team', 'supervision', 'kin', 'shares', 'funding', 'competitor', 'co_author', 'superior', 'other']
const KINDS: RuleKind[] = ['charter', 'review', 'supervision', 'confidentiality', 'archives', 'conflicts', 'simplified', 'emergency', 'emergency_sop', 'video', 'risk_assessment']

/** The last day of a term of so many years that begins on a day. */
export function lastDay(from: string, years: number): string {
  const day = dayOf(from)
  if (!day) return ''
  const there = { ...day, y: day.y + years }
  // 29 February has no anniversary in most years.
  return addDays(isoOf(there.m === 2 && there.d === 29 ? { ...there, m: 3, d: 1 } : there), -1)
}
/** What a form proposes before anything is typed; the desk says how long a term may be. */
const YEARS = 5

const rowOf = (s: Subject, id: string) => s.committee?.rows.find((row) => row.member.id === id)
const personOf = (s: Subject, id: string): Member | undefined => rowOf(s, id)?.member ?? s.committee?.former.find((one) => one.id === id)
const whoOf = (s: Subject, chosen: string): string => s.member || chosen

/** Who it is about: named above, or chosen when the form was opened without anybody. */
function Who({ s, value, put, error, former = false }: { s: Subject; value: string; put(member: string): void; error?: string | undefined; former?: boolean }) {
  const person = personOf(s, whoOf(s, value))
  if (s.member && person) return <p className="strong">{person.name} <span className="second">{[rowOf(s, person.id) ? t(`nouns.role_${rowOf(s, person.id)!.role}`) : t('acts_members.not_in_office'), person.unit].filter(Boolean).join('　')}</span></p>
  if (former) return <SelectField label={t('acts_members.member')} value={value} onChange={put} error={error} options={[...(s.committee?.rows ?? []).map((row) => row.member), ...(s.committee?.former ?? [])].map((one) => ({ key: one.id, words: one.name }))} />
  return <MemberField label={t('acts_members.member')} committee={s.committee} value={value} onChange={put} error={error} />
}

interface AppointForm { name: string; sex: Sex; unit: string; external: boolean; title: string; category: Category; also: Category[]; identity: string; phone: string; email: string; role: Role; from: string; until: string; document: string }

const appoint_member = form<AppointForm>({
  reads: ['committee'],
  width: 680,
  first: (s) => ({ name: '', sex: 'female', unit: '', external: false, title: '', category: 'technology', also: [], identity: '', phone: '', email: '', role: 'member', from: s.today, until: lastDay(s.today, YEARS), document: '', ...s.with }),
  lead: () => t('acts_members.appoint_lead'),
  Fields: ({ v, put, wrong }) => (
    <>
      <div className="two">
        <TextField first needed label={t('acts_members.name')} value={v.name} onChange={(name) => put({ name })} error={wrong('name')} />
        <RadioField label={t('acts_members.sex')} row value={v.sex} onChange={(sex) => put({ sex })} options={SEXES.map((key) => ({ key, words: t(`nouns.sex_${key}`) }))} error={wrong('sex')} />
        <TextField label={t('acts_members.unit')} value={v.unit} onChange={(unit) => put({ unit })} error={wrong('unit')} />
        <TextField label={t('acts_members.title')} value={v.title} onChange={(title) => put({ title })} />
      </div>
      <Check checked={v.external} onChange={(external) => put({ external })}>{t('acts_members.external')}</Check>
      <RadioField label={t('acts_members.f_category')} row value={v.category} onChange={(category) => put({ category, also: v.also.filter((one) => one !== category) })} options={CATEGORIES.map((key) => ({ key, words: t(`nouns.category_${key}`) }))} error={wrong('category')} />
      <ChecksField label={t('acts_members.also')} row value={v.also} onChange={(also) => put({ also })} options={CATEGORIES.filter((key) => key !== v.category).map((key) => ({ key, words: t(`nouns.category_${key}`) }))} />
      <RadioField label={t('acts_members.role')} row value={v.role} onChange={(role) => put({ role })} options={ROLES.map((key) => ({ key, words: t(`nouns.role_${key}`) }))} error={wrong('role')} />
      <div className="two">
        <DayField label={t('acts_members.from')} value={v.from} put={(from) => put({ from, ...(v.until === lastDay(v.from, YEARS) ? { until: lastDay(from, YEARS) } : {}) })} error={wrong('from')} />
        <DayField label={t('acts_members.f_until')} value={v.until} put={(until) => put({ until })} error={wrong('until')} />
        <TextField label={t('acts_members.document')} value={v.document} onChange={(document) => put({ document })} error={wrong('document')} />
        <TextField label={t('acts_members.identity')} hint={t('acts_members.identity_hint')} value={v.identity} onChange={(identity) => put({ identity })} error={wrong('identity')} />
        <TextField label={t('acts_members.phone')} value={v.phone} onChange={(phone) => put({ phone })} />
        <TextField label={t('acts_members.email')} value={v.email} onChange={(email) => put({ email })} />
      </div>
    </>
  ),
  act: (v) => ({ ...given('appoint_member', { name: v.name, unit: v.unit, external: v.external, title: v.title, also: v.also, identity: v.identity, phone: v.phone, email: v.email, role: v.role, from: v.from, until: v.until, document: v.document }), name: v.name, unit: v.unit, sex: v.sex, category: v.category }),
  gate: (v) => ({
    title: t('acts_members.appoint_gate', { name: v.name, role: t(`nouns.role_${v.role}`) }), about: t('acts_members.appoint_about'),
    facts: [
      { name: t('acts_members.sex'), value: t(`nouns.sex_${v.sex}`) },
      { name: t('acts_members.category'), value: [v.category, ...v.also].map((one) => t(`nouns.category_${one}`)).join(t('acts_members.and')) },
      { name: t('acts_members.term'), value: `${dateWords(v.from)}—${dateWords(v.until)}` },
      { name: t('acts_members.unit'), value: `${v.unit}${v.external ? t('parts.in_brackets', { words: t('acts_members.outside') }) : ''}` },
    ],
  }),
})

interface TermForm { member: string; role: Role; from: string; until: string; document: string }

const renew_term = form<TermForm>({
  reads: ['committee'],
  first: (s) => {
    const person = personOf(s, s.member)
    const running = person?.terms.at(-1)
    const from = running && !running.ended && running.until >= s.today ? addDays(running.until, 1) : s.today
    return { member: s.member, role: running?.role ?? 'member', from, until: lastDay(from, YEARS), document: '' }
  },
  lead: () => t('acts_members.renew_lead'),
  Fields: ({ v, put, s, wrong }) => (
    <>
      <Who s={s} value={v.member} put={(member) => put({ member })} error={wrong('member')} former />
      <RadioField label={t('acts_members.role')} row value={v.role} onChange={(role) => put({ role })} options={ROLES.map((key) => ({ key, words: t(`nouns.role_${key}`) }))} error={wrong('role')} />
      <div className="two">
        <DayField label={t('acts_members.from')} value={v.from} put={(from) => put({ from, ...(v.until === lastDay(v.from, YEARS) ? { until: lastDay(from, YEARS) } : {}) })} error={wrong('from')} />
        <DayField label={t('acts_members.f_until')} value={v.until} put={(until) => put({ until })} error={wrong('until')} />
      </div>
      <TextField label={t('acts_members.document')} value={v.document} onChange={(document) => put({ document })} error={wrong('document')} />
    </>
  ),
  act: (v, s) => ({ ...given('renew_term', { role: v.role, from: v.from, until: v.until, document: v.document }), member: whoOf(s, v.member) }),
  gate: (v, s) => ({
    title: t('acts_members.renew_gate', { name: personOf(s, whoOf(s, v.member))?.name ?? '' }), about: t('acts_members.appoint_about'),
    facts: [{ name: t('acts_members.role'), value: t(`nouns.role_${v.role}`) }, { name: t('acts_members.term'), value: `${dateWords(v.from)}—${dateWords(v.until)}` }, { name: t('acts_members.document'), value: v.document || '—' }],
  }),
})

const end_term = form<{ member: string; on: string; how: TermEnd; note: string }>({
  reads: ['committee'],
  first: (s) => ({ member: s.member, on: s.today, how: 'resigned', note: '' }),
  Fields: ({ v, put, s, wrong }) => (
    <>
      <Who s={s} value={v.member} put={(member) => put({ member })} error={wrong('member')} />
      <RadioField label={t('acts_members.how')} row value={v.how} onChange={(how) => put({ how })} options={ENDS.map((key) => ({ key, words: t(`acts_members.how_${key}`) }))} error={wrong('how')} />
      <DayField label={t('acts_members.first_day_out')} hint={t('acts_members.first_day_out_hint')} value={v.on} put={(on) => put({ on })} error={wrong('on')} />
      <TextArea label={t('acts_members.note')} rows={2} value={v.note} onChange={(note) => put({ note })} error={wrong('note')} />
    </>
  ),
  act: (v, s) => ({ ...given('end_term', { on: v.on, how: v.how, note: v.note }), member: whoOf(s, v.member) }),
  gate: (v, s) => ({
    title: t('acts_members.end_gate', { name: personOf(s, whoOf(s, v.member))?.name ?? '' }), about: t('acts_members.end_about'),
    facts: [{ name: t('acts_members.first_day_out'), value: dateWords(v.on) }, { name: t('acts_members.how'), value: t(`acts_members.how_${v.how}`) }],
  }),
})

interface CorrectForm { member: string; name: string; sex: Sex | ''; unit: string; external: boolean; title: string; category: Category | ''; also: Category[]; identity: string; phone: string; email: string; reason: string }
const particulars = (one: Member | undefined): Omit<CorrectForm, 'member' | 'reason'> => ({
  name: one?.name ?? '', sex: one?.sex ?? '', unit: one?.unit ?? '', external: one?.external ?? false, title: one?.title ?? '', category: one?.category ?? '', also: one?.also ?? [], identity: one?.identity ?? '', phone: one?.phone ?? '', email: one?.email ?? '',
})

const correct_member = form<CorrectForm>({
  reads: ['committee'],
  width: 640,
  first: (s) => ({ member: s.member, ...particulars(personOf(s, s.member)), reason: '' }),
  lead: () => t('acts_members.correct_lead'),
  Fields: ({ v, put, s, wrong }) => (
    <>
      {s.member ? null : <Who s={s} value={v.member} put={(member) => put({ member, ...particulars(personOf(s, member)) })} error={wrong('member')} former />}
      <div className="two">
        <TextField label={t('acts_members.name')} value={v.name} onChange={(name) => put({ name })} error={wrong('name')} />
        <RadioField label={t('acts_members.sex')} row value={v.sex} onChange={(sex) => put({ sex })} options={SEXES.map((key) => ({ key, words: t(`nouns.sex_${key}`) }))} />
        <TextField label={t('acts_members.unit')} value={v.unit} onChange={(unit) => put({ unit })} />
        <TextField label={t('acts_members.title')} value={v.title} onChange={(title) => put({ title })} />
        <TextField label={t('acts_members.phone')} value={v.phone} onChange={(phone) => put({ phone })} />
        <TextField label={t('acts_members.email')} value={v.email} onChange={(email) => put({ email })} />
        <TextField label={t('acts_members.identity')} value={v.identity} onChange={(identity) => put({ identity })} error={wrong('identity')} />
        <Check checked={v.external} onChange={(external) => put({ external })}>{t('acts_members.external')}</Check>
      </div>
      <RadioField label={t('acts_members.f_category')} row value={v.category} onChange={(category) => put({ category })} options={CATEGORIES.map((key) => ({ key, words: t(`nouns.category_${key}`) }))} />
      <ChecksField label={t('acts_members.also')} row value={v.also} onChange={(also) => put({ also })} options={CATEGORIES.filter((key) => key !== v.category).map((key) => ({ key, words: t(`nouns.category_${key}`) }))} />
      <TextArea label={t('acts_members.correct_reason')} rows={2} value={v.reason} onChange={(reason) => put({ reason })} error={wrong('reason')} />
      {wrong('with') ? <p className="field-error">{wrong('with')}</p> : null}
    </>
  ),
  act: (v, s) => {
    const { member, reason, ...now } = v
    const was = particulars(personOf(s, whoOf(s, member))) as Record<string, unknown>
    const changed = Object.fromEntries(Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name])))
    return { act: 'correct_member', member: whoOf(s, member), with: changed, reason }
  },
})

const record_undertaking = form<{ member: string; kind: UndertakingKind; signed: string; scan: string }>({
  reads: ['committee'],
  first: (s) => {
    const row = rowOf(s, s.member)
    return { member: s.member, kind: row && row.confidentiality ? 'interest' : 'confidentiality', signed: s.today, scan: '', ...s.with }
  },
  Fields: ({ v, put, s, wrong }) => (
    <>
      <Who s={s} value={v.member} put={(member) => put({ member })} error={wrong('member')} />
      <RadioField label={t('acts_members.undertaking')} row value={v.kind} onChange={(kind) => put({ kind })} options={(['confidentiality', 'interest'] as const).map((key) => ({ key, words: t(`acts_members.undertaking_${key}`) }))} />
      <DayField label={t('acts_members.signed')} value={v.signed} put={(signed) => put({ signed })} error={wrong('signed')} />
      <FileField label={t('acts_members.scan')} hint={t('acts_members.scan_hint')} value={v.scan} onChange={(scan) => put({ scan })} error={wrong('scan')} />
    </>
  ),
  act: (v, s) => ({ ...given('record_undertaking', { kind: v.kind, signed: v.signed, scan: v.scan || undefined }), member: whoOf(s, v.member) }),
})

const record_interest = form<{ member: string; relation: Relation; with: string; note: string; until: string }>({
  reads: ['committee'],
  first: (s) => ({ member: s.member, relation: 'same_team', with: '', note: '', until: '' }),
  lead: () => t('acts_members.interest_lead'),
  Fields: ({ v, put, s, wrong }) => (
    <>
      <Who s={s} value={v.member} put={(member) => put({ member })} error={wrong('member')} />
      <div className="two">
        <SelectField label={t('acts_members.relation')} value={v.relation} onChange={(relation) => put({ relation })} options={RELATIONS.map((key) => ({ key, words: t(`acts_members.relation_${key}`) }))} error={wrong('relation')} />
        <TextField label={t('acts_members.with')} hint={t('acts_members.with_hint')} value={v.with} onChange={(name) => put({ with: name })} error={wrong('with')} />
      </div>
      <TextField label={t('acts_members.note')} value={v.note} onChange={(note) => put({ note })} />
      <DayField label={t('acts_members.f_interest_until')} hint={t('acts_members.interest_until_hint')} value={v.until} put={(until) => put({ until })} error={wrong('until')} />
    </>
  ),
  act: (v, s) => ({ act: 'record_interest', member: whoOf(s, v.member), interest: { relation: v.relation, with: v.with.trim(), note: v.note.trim(), until: v.until || null } }),
})

const record_training = form<{ on: string; topic: string; organiser: string; in_house: boolean; hours: number | null; members: string[]; others: number | null }>({
  reads: ['committee'],
  width: 620,
  first: (s) => ({ on: s.today, topic: '', organiser: '', in_house: true, hours: null, members: s.member ? [s.member] : [], others: null, ...s.with }),
  Fields: ({ v, put, s, wrong }) => (
    <>
      <TextField first label={t('acts_members.topic')} value={v.topic} onChange={(topic) => put({ topic })} error={wrong('topic')} />
      <div className="two">
        <DayField value={v.on} put={(on) => put({ on })} error={wrong('on')} />
        <TextField label={t('acts_members.organiser')} value={v.organiser} onChange={(organiser) => put({ organiser })} error={wrong('organiser')} />
        <RadioField label={t('acts_members.training_kind')} row value={v.in_house ? 'in' : 'out'} onChange={(key) => put({ in_house: key === 'in' })} options={[{ key: 'in', words: t('acts_members.in_house') }, { key: 'out', words: t('acts_members.sent_out') }]} />
        <span className="row"><NumberField label={t('acts_members.hours')} value={v.hours} onChange={(hours) => put({ hours })} /><NumberField label={t('acts_members.others')} value={v.others} onChange={(others) => put({ others })} /></span>
      </div>
      <MembersField label={t('acts_members.came')} committee={s.committee} value={v.members} onChange={(members) => put({ members })} error={wrong('members')} />
      <p className="row"><button type="button" className="link" onClick={() => put({ members: (s.committee?.rows ?? []).map((row) => row.member.id) })}>{t('acts_members.all_came')}</button></p>
    </>
  ),
  act: (v) => ({ ...given('record_training', { on: v.on, in_house: v.in_house, hours: v.hours ?? 0, members: v.members, others: v.others ?? 0 }), topic: v.topic, organiser: v.organiser }),
})

const register_adviser = form<{ name: string; unit: string; field: string; phone: string; stated: boolean; no_interest: string }>({
  first: (s) => ({ name: '', unit: '', field: '', phone: '', stated: false, no_interest: s.today }),
  lead: () => t('acts_members.adviser_lead'),
  Fields: ({ v, put, wrong }) => (
    <>
      <div className="two">
        <TextField first label={t('acts_members.name')} value={v.name} onChange={(name) => put({ name })} error={wrong('name')} />
        <TextField label={t('acts_members.field')} value={v.field} onChange={(field) => put({ field })} error={wrong('field')} />
        <TextField label={t('acts_members.unit')} value={v.unit} onChange={(unit) => put({ unit })} error={wrong('unit')} />
        <TextField label={t('acts_members.phone')} value={v.phone} onChange={(phone) => put({ phone })} />
      </div>
      <Check checked={v.stated} onChange={(stated) => put({ stated })}>{t('acts_members.stated')}</Check>
      {v.stated ? <DayField label={t('acts_members.no_interest')} value={v.no_interest} put={(no_interest) => put({ no_interest })} error={wrong('no_interest')} /> : null}
    </>
  ),
  act: (v) => ({ ...given('register_adviser', { phone: v.phone, no_interest: v.stated ? v.no_interest || undefined : undefined }), name: v.name, unit: v.unit, field: v.field }),
})

interface RuleForm { kind: RuleKind; version: string; adopted: string; adopted_by: string; file: string; tracking_months: number | null }

const adopt_rule = form<RuleForm>({
  reads: ['committee'],
  first: (s) => {
    const missing = s.committee?.rules.find((line) => !line.in_force)?.kind
    return { kind: missing ?? 'charter', version: '', adopted: s.today, adopted_by: '', file: '', tracking_months: null, ...s.with }
  },
  Fields: ({ v, put, s, wrong }) => {
    const line = s.committee?.rules.find((one) => one.kind === v.kind)
    return (
      <>
        <SelectField label={t('acts_members.rule')} value={v.kind} onChange={(kind) => put({ kind })} options={KINDS.map((key) => { const known = s.committee?.rules.find((one) => one.kind === key); return { key, words: known ? say(known) : t(`nouns.rule_${key}`) } })} />
        {line ? <Facts width={84} rows={[{ name: t('acts_members.now'), value: line.in_force ? `${line.in_force.version}　${dateWords(line.in_force.adopted)}` : t('acts_members.missing') }, ...(sayOf(line, 'unlocks') ? [{ name: t('acts_members.unlocks'), value: sayOf(line, 'unlocks') }] : [])]} /> : null}
        <div className="two">
          <TextField label={t('acts_members.version')} value={v.version} placeholder="V1.0" onChange={(version) => put({ version })} error={wrong('version')} />
          <DayField label={t('acts_members.adopted')} value={v.adopted} put={(adopted) => put({ adopted })} error={wrong('adopted')} />
          <TextField label={t('acts_members.adopted_by')} value={v.adopted_by} onChange={(adopted_by) => put({ adopted_by })} error={wrong('adopted_by')} />
          {v.kind === 'simplified' ? <NumberField label={t('acts_members.tracking')} unit={t('acts_members.f_months')} value={v.tracking_months} onChange={(tracking_months) => put({ tracking_months })} error={wrong('tracking_months')} /> : null}
        </div>
        <FileField label={t('acts_members.file')} value={v.file} onChange={(file) => put({ file })} error={wrong('file')} />
      </>
    )
  },
  act: (v) => ({ act: 'adopt_rule', kind: v.kind, version: v.version.trim(), adopted: v.adopted, adopted_by: v.adopted_by, file: v.file || null, tracking_months: v.kind === 'simplified' ? v.tracking_months : null }),
})

const register_committee = form<{ on: string; number: string; note: string }>({
  reads: ['committee'],
  first: (s) => ({ on: s.today, number: s.committee?.committee.registrations.at(-1)?.number ?? '', note: '' }),
  lead: (s) => (s.committee && s.committee.committee.registrations.length > 0 ? t('acts_members.register_update') : t('acts_members.register_first')),
  Fields: ({ v, put, wrong }) => (
    <>
      <div className="two">
        <DayField label={t('acts_members.registered_on')} value={v.on} put={(on) => put({ on })} error={wrong('on')} />
        <TextField label={t('acts_members.number')} value={v.number} onChange={(number) => put({ number })} error={wrong('number')} />
      </div>
      <TextField label={t('acts_members.what_changed')} value={v.note} onChange={(note) => put({ note })} error={wrong('note')} />
    </>
  ),
  act: (v) => given('register_committee', { on: v.on, number: v.number, note: v.note }),
})

const TO: DesignatedFor[] = ['presiding', 'reviewing']

interface PeriodForm { to: DesignatedFor; by: string; members: string[]; on: string; from: string; until: string; reason: string; scan: string }

const designate_period = form<PeriodForm>({
  reads: ['committee'], width: 640,
  first: (s) => ({ to: 'presiding', by: s.committee?.rows.find((row) => row.role === 'chair')?.member.id ?? '', members: [], on: s.today, from: s.today, until: '', reason: '', scan: '', ...(s.with as object) }),
  lead: () => t('acts_members.period_lead'),
  Fields: ({ v, put, s, wrong }) => {
    const vice = (id: string): boolean => s.committee?.rows.some((row) => row.member.id === id && row.role === 'vice_chair') ?? false
    return (
      <>
        <RadioField label={t('acts_members.period_to')} row value={v.to} onChange={(to) => put({ to, members: [] })} error={wrong('to')} options={TO.map((key) => ({ key, words: t(`nouns.designated_${key}`) }))} />
        <MembersField label={t('acts_members.period_members')} committee={s.committee} {...(v.to === 'presiding' ? { only: vice } : {})} value={v.members} onChange={(members) => put({ members })} error={wrong('members')} />
        <div className="two">
          <DayField label={t('acts_members.period_from')} value={v.from} put={(from) => put({ from })} error={wrong('from')} />
          <DayField label={t('acts_members.period_until')} value={v.until} put={(until) => put({ until })} error={wrong('until')} />
          <DayField label={t('acts_members.period_signed')} value={v.on} put={(on) => put({ on })} error={wrong('on')} />
          <MemberField label={t('acts_members.period_by')} committee={s.committee} value={v.by} onChange={(by) => put({ by })} error={wrong('by')} />
        </div>
        <TextArea label={t('acts_members.period_reason')} rows={2} value={v.reason} onChange={(reason) => put({ reason })} error={wrong('reason')} />
        <FileField label={t('acts_members.period_scan')} value={v.scan} onChange={(scan) => put({ scan })} error={wrong('scan')} />
      </>
    )
  },
  missing: (v) => (v.until ? [] : [t('acts_members.period_until')]),
  act: (v) => ({ act: 'designate_period', to: v.to, by: v.by, members: v.members, on: v.on, from: v.from || null, until: v.until, reason: v.reason, scan: v.scan || null }),
})

const end_designation = form<{ designation: string; on: string; reason: string }>({
  reads: ['committee'],
  first: (s) => ({ designation: s.committee?.committee.designations.find((one) => !one.ended)?.id ?? '', on: s.today, reason: '', ...(s.with as object) }),
  Fields: ({ v, put, s, wrong }) => {
    const name = (id: string): string => s.committee?.rows.find((row) => row.member.id === id)?.member.name ?? id
    const open = (s.committee?.committee.designations ?? []).filter((one) => !one.ended)
    return (
      <>
        <RadioField label={t('acts_members.period')} value={v.designation} onChange={(designation) => put({ designation })} error={wrong('designation')} options={open.map((one) => ({ key: one.id, words: t(`nouns.designated_${one.to}`), about: `${one.members.map(name).join(isEnglish() ? ', ' : '、')}　${dateWords(one.from)}—${dateWords(one.until)}` }))} />
        <DayField label={t('acts_members.period_ended')} value={v.on} put={(on) => put({ on })} error={wrong('on')} />
        <TextArea label={t('acts_members.period_why')} rows={2} value={v.reason} onChange={(reason) => put({ reason })} error={wrong('reason')} />
      </>
    )
  },
  act: (v) => given('end_designation', { designation: v.designation, on: v.on || undefined, reason: v.reason }),
})

export const forms: Forms = { designate_period, end_designation, appoint_member, renew_term, end_term, correct_member, record_undertaking, record_interest, record_training, register_adviser, adopt_rule, register_committee }
