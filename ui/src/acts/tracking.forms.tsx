//! Forms of an approved activity's life (M17, E12, E19, E20, E44): later rounds, changes of risk, suspension, end, archive, registration;
//! and the record of a contact, which any page may want.

import type { RoundKind } from '../generated/types'
import { dateWords } from '../dates'
import { Check, RadioField, SelectField, TextArea, TextField, TimeField } from '../parts/Field'
import { sayOf, t } from '../words'
import { DayField, instantOf, ListField, sentences } from './fields'
import { form, type Forms, type Subject } from './form'
import { given } from './start'

const theCase = (s: Subject): string => s.case?.case.id ?? ''
const numberOf = (s: Subject): string => s.case?.number ?? ''

interface RoundForm { kind: RoundKind; day: string; time: string; medium: string; report: string[]; major: boolean }

const start_round = form<RoundForm>({
  width: 680,
  first: (s) => {
    const kind = s.round ?? 'tracking'
    return { kind, day: s.today, time: s.minute, medium: '', report: kind === 'tracking' ? ['', '', '', ''] : [''], major: false }
  },
  lead: (s) => t(`acts_tracking.round_lead_${s.round ?? 'tracking'}`),
  Fields: ({ v, put, wrong }) => (
    <>
      {v.kind === 'tracking' ? [0, 1, 2, 3].map((i) => (
        <TextArea key={i} rows={2} label={t(`acts_tracking.content_${i + 1}`)} value={v.report[i] ?? ''} onChange={(text) => put({ report: [0, 1, 2, 3].map((at) => (at === i ? text : (v.report[at] ?? ''))) })} error={i === 0 ? wrong('report') : undefined} />
      )) : <ListField label={t(`acts_tracking.report_${v.kind}`)} value={v.report} onChange={(report) => put({ report })} error={wrong('report')} />}
      {v.kind === 'amendment' ? <Check checked={v.major} onChange={(major) => put({ major })}>{t('acts_tracking.major')}</Check> : null}
      <div className="two">
        <TextField label={t('acts_decision.medium')} value={v.medium} list={[t('acts_decision.by_mail'), t('acts_decision.on_site'), t('acts_decision.by_letter')]} onChange={(medium) => put({ medium })} />
        <span className="row"><DayField label={t('acts_tracking.received_on')} value={v.day} put={(day) => put({ day })} error={wrong('received')} /><TimeField label={t('acts_decision.time')} value={v.time} onChange={(time) => put({ time })} /></span>
      </div>
    </>
  ),
  act: (v, s) => given('start_round', {
    case: theCase(s), kind: v.kind, received: instantOf(v.day, v.time), medium: v.medium, major: v.major,
    report: v.kind === 'tracking' ? v.report.map((text, i) => (text.trim() === '' ? '' : `${t(`acts_tracking.content_${i + 1}`)}：${text.trim()}`)).filter(Boolean) : sentences(v.report),
  }),
})

const report_change = form<{ what: string; major: boolean; incident: boolean; on: string }>({
  first: (s) => ({ what: '', major: false, incident: false, on: s.today }),
  Fields: ({ v, put, wrong }) => (
    <>
      <TextArea label={t('acts_tracking.what')} rows={4} value={v.what} onChange={(what) => put({ what })} error={wrong('what')} />
      <div className="two">
        <Check checked={v.major} onChange={(major) => put({ major })}>{t('acts_tracking.change_major')}</Check>
        <Check checked={v.incident} onChange={(incident) => put({ incident })}>{t('acts_tracking.incident')}</Check>
      </div>
      <DayField label={t('acts_tracking.learnt_on')} value={v.on} put={(on) => put({ on })} error={wrong('on')} />
    </>
  ),
  act: (v, s) => given('report_change', { case: theCase(s), what: v.what, major: v.major, incident: v.incident, on: v.on }),
})

/** Items of this case at which something was decided. */
const items = (s: Subject) => (s.case?.items ?? []).map((one) => ({ key: one.item, words: t('acts_review.item_of', { no: one.meeting_no, order: one.order, date: dateWords(one.day), outcome: sayOf(one, 'outcome') }) }))

const suspend = form<{ reason: string; conditions: string; item: string; on: string }>({
  first: (s) => ({ reason: '', conditions: '', item: s.item, on: s.today }),
  Fields: ({ v, put, s, wrong }) => (
    <>
      <TextArea label={t('acts_tracking.suspend_reason')} rows={3} value={v.reason} onChange={(reason) => put({ reason })} error={wrong('reason')} />
      <TextArea label={t('acts_tracking.conditions')} rows={2} value={v.conditions} onChange={(conditions) => put({ conditions })} error={wrong('conditions')} />
      <SelectField label={t('acts_tracking.decided_at')} empty={t('acts_tracking.interim')} value={v.item} onChange={(item) => put({ item })} error={wrong('item')} options={items(s)} hint={v.item ? undefined : t('acts_tracking.interim_hint')} />
      <DayField value={v.on} put={(on) => put({ on })} error={wrong('on')} />
    </>
  ),
  act: (v, s) => given('suspend', { case: theCase(s), reason: v.reason, conditions: v.conditions, item: v.item || undefined, on: v.on || undefined }),
  gate: (v, s) => ({ title: t('acts_tracking.suspend_gate', { number: numberOf(s) }), about: t('acts_tracking.suspend_about'), facts: [{ name: t('acts_tracking.suspend_reason'), value: v.reason }, { name: t('acts_tracking.conditions'), value: v.conditions }] }),
})

const resume = form<{ reason: string; on: string }>({
  first: (s) => ({ reason: '', on: s.today }),
  lead: (s) => {
    const last = s.case?.case.turns.filter((turn) => turn.kind === 'suspended').at(-1)
    return last ? t('acts_tracking.suspended_with', { date: dateWords(last.on), conditions: last.conditions }) : null
  },
  Fields: ({ v, put, wrong }) => (
    <>
      <TextArea label={t('acts_tracking.how_met')} rows={3} value={v.reason} onChange={(reason) => put({ reason })} error={wrong('reason')} />
      <DayField value={v.on} put={(on) => put({ on })} error={wrong('on')} />
    </>
  ),
  act: (v, s) => given('resume', { case: theCase(s), reason: v.reason, on: v.on || undefined }),
})

const terminate = form<{ reason: string; item: string; on: string }>({
  first: (s) => ({ reason: '', item: s.item, on: s.today }),
  Fields: ({ v, put, s, wrong }) => (
    <>
      <TextArea label={t('acts_tracking.terminate_reason')} rows={3} value={v.reason} onChange={(reason) => put({ reason })} error={wrong('reason')} />
      <SelectField label={t('acts_tracking.decided_at')} empty={t('acts_tracking.no_item')} value={v.item} onChange={(item) => put({ item })} error={wrong('item')} options={items(s)} />
      <DayField value={v.on} put={(on) => put({ on })} error={wrong('on')} />
    </>
  ),
  act: (v, s) => given('terminate', { case: theCase(s), reason: v.reason, item: v.item || undefined, on: v.on || undefined }),
  gate: (v, s) => ({ title: t('acts_tracking.terminate_gate', { number: numberOf(s) }), about: t('acts_tracking.terminate_about'), facts: [{ name: t('acts_tracking.terminate_reason'), value: v.reason }] }),
})

const complete = form<{ finding: string; report: string; on: string }>({
  first: (s) => ({ finding: '', report: '', on: s.today }),
  Fields: ({ v, put, s, wrong }) => (
    <>
      <TextArea label={t('acts_tracking.complete_finding')} rows={3} value={v.finding} onChange={(finding) => put({ finding })} error={wrong('finding')} />
      <SelectField label={t('acts_tracking.final_report')} empty={t('acts_tracking.no_report')} value={v.report} onChange={(report) => put({ report })} error={wrong('report')} options={(s.case?.materials ?? []).filter((one) => !one.replaced_by).map((one) => ({ key: one.id, words: `${one.name} ${one.version}` }))} />
      <DayField value={v.on} put={(on) => put({ on })} error={wrong('on')} />
    </>
  ),
  act: (v, s) => given('complete', { case: theCase(s), finding: v.finding, report: v.report || undefined, on: v.on || undefined }),
})

const archive = form<{ shelf: string; on: string }>({
  first: (s) => ({ shelf: '', on: s.today }),
  lead: () => t('acts_tracking.archive_lead'),
  Fields: ({ v, put, wrong }) => (
    <div className="two">
      <TextField label={t('acts_tracking.shelf')} value={v.shelf} onChange={(shelf) => put({ shelf })} error={wrong('shelf')} />
      <DayField value={v.on} put={(on) => put({ on })} error={wrong('on')} />
    </div>
  ),
  act: (v, s) => given('archive', { case: theCase(s), shelf: v.shelf, on: v.on || undefined }),
})

const reopen = form<{ reason: string }>({
  first: () => ({ reason: '' }),
  Fields: ({ v, put, wrong }) => <TextArea label={t('acts_tracking.reopen_reason')} rows={3} value={v.reason} onChange={(reason) => put({ reason })} error={wrong('reason')} />,
  act: (v, s) => given('reopen', { case: theCase(s), reason: v.reason }),
})

const register_listed = form<{ number: string; on: string }>({
  first: (s) => ({ number: '', on: s.today }),
  lead: () => t('acts_tracking.listed_lead'),
  Fields: ({ v, put, wrong }) => (
    <div className="two">
      <TextField label={t('acts_tracking.platform_number')} value={v.number} onChange={(number) => put({ number })} error={wrong('number')} />
      <DayField label={t('acts_tracking.registered_on')} value={v.on} put={(on) => put({ on })} error={wrong('on')} />
    </div>
  ),
  act: (v, s) => given('register_listed', { case: theCase(s), number: v.number, on: v.on }),
})

const record_foreign_approval = form<{ body: string; number: string; all_in: boolean; on: string }>({
  first: (s) => ({ body: '', number: '', all_in: true, on: s.today }),
  lead: () => t('acts_tracking.foreign_lead'),
  Fields: ({ v, put, wrong }) => (
    <>
      <TextField label={t('acts_tracking.body')} value={v.body} onChange={(body) => put({ body })} error={wrong('body')} />
      <div className="two">
        <TextField label={t('acts_tracking.approval_number')} value={v.number} onChange={(number) => put({ number })} error={wrong('number')} />
        <DayField label={t('acts_tracking.approved_on')} value={v.on} put={(on) => put({ on })} error={wrong('on')} />
      </div>
      <Check checked={v.all_in} onChange={(all_in) => put({ all_in })}>{t('acts_tracking.all_in')}</Check>
    </>
  ),
  act: (v, s) => given('record_foreign_approval', { case: theCase(s), body: v.body, number: v.number, all_in: v.all_in, on: v.on }),
})

interface ContactForm { with: string; about: string; reminder: string; on: string }

const record_contact = form<ContactForm>({
  first: (s) => ({ with: s.case?.case.application.leader ?? '', about: '', reminder: '0', on: s.today, ...(s.with as Partial<ContactForm>) }),
  Fields: ({ v, put, wrong }) => (
    <>
      <TextField label={t('acts_tracking.contacted')} value={v.with} onChange={(name) => put({ with: name })} error={wrong('with')} />
      <TextArea label={t('acts_tracking.said')} rows={3} value={v.about} onChange={(about) => put({ about })} error={wrong('about')} />
      <div className="two">
        <RadioField label={t('acts_tracking.reminder')} row value={v.reminder} onChange={(reminder) => put({ reminder })} error={wrong('reminder')} options={['0', '1', '2', '3'].map((key) => ({ key, words: t(`acts_tracking.reminder_${key}`) }))} />
        <DayField value={v.on} put={(on) => put({ on })} error={wrong('on')} />
      </div>
    </>
  ),
  act: (v, s) => given('record_contact', { case: s.case?.case.id, meeting: s.meeting?.meeting.id, with: v.with, about: v.about, reminder: Number(v.reminder), on: v.on || undefined }),
})

export const forms: Forms = { start_round, report_change, suspend, resume, terminate, complete, archive, reopen, register_listed, record_foreign_approval, record_contact }
