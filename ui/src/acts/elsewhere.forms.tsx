//! Forms of a review done by somebody else (M11, M12, M18, E13): the register of bodies, the unit's commission, what the body decides, and the
//! recognition of a partner's decision. This committee votes on none of it.

import type { BodyKind, BodyService, DecisionKind, Tracker } from '../generated/types'
import { dateWords } from '../dates'
import { ChecksField, NumberField, RadioField, SelectField, TextArea, TextField } from '../parts/Field'
import { Message } from '../parts/ErrorPanel'
import { go } from '../router'
import { t } from '../words'
import { DayField, FileField, ListField, sentences } from './fields'
import { form, type Forms, type Subject } from './form'
import { asked, given } from './start'

const KINDS: BodyKind[] = ['service_centre', 'other_committee']
const SERVICES: BodyService[] = ['review', 'rereview', 'training', 'consulting']
const TRACKERS: Tracker[] = ['reviewing_body', 'committee']

const theCase = (s: Subject): string => s.case?.case.id ?? ''
const round = (s: Subject) => s.case?.case.rounds.at(-1)
const numberOf = (s: Subject): string => s.case?.number ?? ''
const lines = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean)

interface BodyForm { body: string; kind: BodyKind; name: string; credit_code: string; set_up_by: string; services: BodyService[]; until: string; contact: string }

const register_body = form<BodyForm>({
  reads: ['committee'],
  first: (s) => {
    const was = s.committee?.committee.bodies.find((one) => one.id === s.with.body)
    return { body: was?.id ?? '', kind: was?.kind ?? 'service_centre', name: was?.name ?? '', credit_code: was?.credit_code ?? '', set_up_by: was?.set_up_by ?? '', services: was?.services ?? ['review'], until: was?.until ?? '', contact: was?.contact ?? '' }
  },
  lead: () => t('acts_elsewhere.body_lead'),
  Fields: ({ v, put, wrong }) => (
    <>
      <RadioField label={t('acts_elsewhere.kind')} row value={v.kind} onChange={(kind) => put({ kind })} error={wrong('kind')} options={KINDS.map((key) => ({ key, words: t(`nouns.body_${key}`) }))} />
      <div className="two">
        <TextField first label={t('acts_elsewhere.name')} value={v.name} onChange={(name) => put({ name })} error={wrong('name')} />
        <TextField label={t('acts_committee.credit_code')} hint={t('acts_elsewhere.code_hint')} value={v.credit_code} onChange={(credit_code) => put({ credit_code })} error={wrong('credit_code')} />
        <TextField label={t('acts_elsewhere.set_up_by')} value={v.set_up_by} onChange={(set_up_by) => put({ set_up_by })} error={wrong('set_up_by')} />
        <TextField label={t('acts_elsewhere.contact')} value={v.contact} onChange={(contact) => put({ contact })} />
      </div>
      <ChecksField label={t('acts_elsewhere.services')} row value={v.services} onChange={(services) => put({ services })} error={wrong('services')} options={SERVICES.map((key) => ({ key, words: t(`nouns.service_${key}`) }))} />
      <DayField label={t('acts_elsewhere.until')} value={v.until} put={(until) => put({ until })} error={wrong('until')} hint={t('acts_elsewhere.until_hint')} />
    </>
  ),
  act: (v) => ({ ...given('register_body', { body: v.body || undefined, credit_code: v.credit_code, set_up_by: v.set_up_by, until: v.until || undefined, contact: v.contact }), kind: v.kind, name: v.name, services: v.services }),
})

interface CommissionForm { body: string; reason: string; number: string; letter: string; tracker: Tracker; on: string }

const commission_review = form<CommissionForm>({
  reads: ['committee'],
  width: 640,
  first: (s) => ({ body: s.committee?.committee.bodies.find((one) => one.services.includes('review'))?.id ?? '', reason: '', number: '', letter: '', tracker: 'reviewing_body', on: s.today }),
  lead: () => t('acts_elsewhere.commission_lead'),
  Fields: ({ v, put, s, wrong }) => {
    const bodies = s.committee?.committee.bodies ?? []
    if (bodies.length === 0) return <Message tone="plain" title={t('acts_elsewhere.no_bodies')} acts={[{ words: t('acts.register_body'), run: () => { asked.set(null); go('committee', undefined, { act: 'register_body' }) } }]}>{t('acts_elsewhere.no_bodies_why')}</Message>
    return (
      <>
        <SelectField label={t('acts_elsewhere.body')} value={v.body} onChange={(body) => put({ body })} error={wrong('body')} options={bodies.map((one) => ({ key: one.id, words: `${one.name}　${t(`nouns.body_${one.kind}`)}` }))} />
        <TextArea label={t('acts_elsewhere.unable')} about={t('acts_elsewhere.unable_about')} rows={2} value={v.reason} onChange={(reason) => put({ reason })} error={wrong('reason')} />
        <div className="two">
          <TextField label={t('acts_elsewhere.letter_number')} value={v.number} onChange={(number) => put({ number })} error={wrong('number')} />
          <FileField label={t('acts_elsewhere.letter')} value={v.letter} onChange={(letter) => put({ letter })} error={wrong('letter')} />
        </div>
        <RadioField label={t('acts_elsewhere.tracker')} row value={v.tracker} onChange={(tracker) => put({ tracker })} error={wrong('tracker')} options={TRACKERS.map((key) => ({ key, words: t(`nouns.tracker_${key}`) }))} />
        <DayField label={t('acts_elsewhere.commissioned_on')} value={v.on} put={(on) => put({ on })} error={wrong('on')} />
      </>
    )
  },
  act: (v, s) => ({ ...given('commission_review', { number: v.number, letter: v.letter || undefined, on: v.on || undefined }), case: theCase(s), body: v.body, reason: v.reason, tracker: v.tracker }),
  gate: (v, s) => ({ title: t('acts_elsewhere.commission_gate', { number: numberOf(s), name: s.committee?.committee.bodies.find((one) => one.id === v.body)?.name ?? '' }), about: t('acts_elsewhere.commission_about'), facts: [{ name: t('acts_elsewhere.unable'), value: v.reason }, { name: t('acts_elsewhere.tracker'), value: t(`nouns.tracker_${v.tracker}`) }] }),
})

interface ResultForm { kind: DecisionKind; on: string; received: string; number: string; file: string; reasons: string; suggestions: string[]; conditions: string; tracking_months: number | null; resubmit_by: string }

/** What the body can have decided: of tracking, of a listed activity before its re-review, or of an application. */
const kindsOf = (s: Subject): DecisionKind[] => {
  if (round(s)?.decision) return ['continue', 'continue_after_changes', 'suspend', 'terminate']
  const listed = s.case?.case.listed
  return listed && listed.items.length > 0 && !listed.exemption && !round(s)?.rereview?.opinion && round(s)?.kind !== 'amendment' ? ['pass', 'revise', 'reject'] : ['approve', 'revise', 'reject']
}

const record_commissioned = form<ResultForm>({
  width: 640,
  first: (s) => ({ kind: kindsOf(s)[0]!, on: '', received: s.today, number: '', file: '', reasons: '', suggestions: [], conditions: '', tracking_months: null, resubmit_by: '' }),
  lead: (s) => {
    const c = round(s)?.commission
    return c ? t('acts_elsewhere.result_lead', { name: c.name, date: dateWords(c.on) }) : null
  },
  Fields: ({ v, put, s, wrong }) => (
    <>
      <RadioField label={t('acts_elsewhere.result')} row value={v.kind} onChange={(kind) => put({ kind })} error={wrong('kind')} options={kindsOf(s).map((key) => ({ key, words: t(`nouns.decision_${key}`) }))} />
      <div className="two">
        <DayField label={t('acts_elsewhere.decided_on')} value={v.on} put={(on) => put({ on })} error={wrong('on')} />
        <DayField label={t('acts_elsewhere.received_on')} value={v.received} put={(received) => put({ received })} error={wrong('received')} />
        <TextField label={t('acts_elsewhere.result_number')} value={v.number} onChange={(number) => put({ number })} error={wrong('number')} />
        <FileField label={t('acts_elsewhere.result_file')} value={v.file} onChange={(file) => put({ file })} error={wrong('file')} />
      </div>
      <TextArea label={t('acts_elsewhere.reasons')} rows={2} value={v.reasons} onChange={(reasons) => put({ reasons })} error={wrong('reasons')} />
      {v.kind === 'revise' || v.kind === 'continue_after_changes' ? <ListField label={t('acts_elsewhere.suggestions')} value={v.suggestions} onChange={(suggestions) => put({ suggestions })} error={wrong('suggestions')} /> : null}
      {v.kind === 'revise' ? <DayField label={t('acts_elsewhere.resubmit_by')} value={v.resubmit_by} put={(resubmit_by) => put({ resubmit_by })} error={wrong('resubmit_by')} /> : null}
      {v.kind === 'approve' || v.kind === 'continue' || v.kind === 'continue_after_changes' || v.kind === 'suspend' ? (
        <div className="two">
          <TextArea label={t('acts_elsewhere.conditions')} rows={2} value={v.conditions} onChange={(conditions) => put({ conditions })} error={wrong('conditions')} />
          {v.kind === 'suspend' ? null : <NumberField label={t('acts_review.tracking_months')} unit={t('acts_review.months')} value={v.tracking_months} onChange={(tracking_months) => put({ tracking_months })} error={wrong('tracking_months')} hint={t('acts_review.tracking_hint')} />}
        </div>
      ) : null}
    </>
  ),
  missing: (v) => (v.on ? [] : [t('acts_elsewhere.decided_on')]),
  act: (v, s) => ({
    ...given('record_commissioned', { received: v.received || undefined, number: v.number, file: v.file || undefined, reasons: v.reasons, suggestions: sentences(v.suggestions), conditions: lines(v.conditions), tracking_months: v.tracking_months ?? undefined, resubmit_by: v.kind === 'revise' ? v.resubmit_by || undefined : undefined }),
    case: theCase(s), kind: v.kind, on: v.on,
  }),
})

interface RecogniseForm { agreement: string; name: string; credit_code: string; number: string; decided: string; file: string; attending: number | null; votes: number | null; tracker: string; conditions: string; tracking_months: number | null; rereview_number: string; rereview_name: string; on: string }

const recognise_result = form<RecogniseForm>({
  reads: ['committee'],
  width: 680,
  first: (s) => ({ agreement: '', name: s.case?.case.application.partners[0] ?? '', credit_code: '', number: '', decided: '', file: '', attending: null, votes: null, tracker: '', conditions: '', tracking_months: null, rereview_number: '', rereview_name: '', on: s.today }),
  lead: () => t('acts_elsewhere.recognise_lead'),
  Fields: ({ v, put, s, wrong }) => (
    <>
      <TextField label={t('acts_elsewhere.agreement')} value={v.agreement} onChange={(agreement) => put({ agreement })} error={wrong('agreement')} />
      <div className="two">
        <TextField label={t('acts_elsewhere.issuer')} value={v.name} list={s.case?.case.application.partners ?? []} onChange={(name) => put({ name })} error={wrong('issuer')} />
        <TextField label={t('acts_committee.credit_code')} value={v.credit_code} onChange={(credit_code) => put({ credit_code })} />
        <TextField label={t('acts_elsewhere.result_number')} value={v.number} onChange={(number) => put({ number })} error={wrong('number')} />
        <DayField label={t('acts_elsewhere.decided_on')} value={v.decided} put={(decided) => put({ decided })} error={wrong('decided')} />
      </div>
      <FileField label={t('acts_elsewhere.result_file')} value={v.file} onChange={(file) => put({ file })} error={wrong('file')} />
      <div className="two">
        <NumberField label={t('acts_elsewhere.attending')} value={v.attending} onChange={(attending) => put({ attending })} error={wrong('attending')} />
        <NumberField label={t('acts_elsewhere.votes')} value={v.votes} onChange={(votes) => put({ votes })} error={wrong('votes')} />
        <TextField label={t('acts_elsewhere.who_tracks')} value={v.tracker} list={[s.committee?.committee.name ?? '', v.name].filter(Boolean)} onChange={(tracker) => put({ tracker })} error={wrong('tracker')} />
        <NumberField label={t('acts_review.tracking_months')} unit={t('acts_review.months')} value={v.tracking_months} onChange={(tracking_months) => put({ tracking_months })} error={wrong('tracking_months')} hint={t('acts_review.tracking_hint')} />
      </div>
      {(s.case?.case.listed?.items.length ?? 0) > 0 ? (
        <div className="two">
          <TextField label={t('acts_elsewhere.rereview_number')} value={v.rereview_number} onChange={(rereview_number) => put({ rereview_number })} error={wrong('rereview_number')} />
          <TextField label={t('acts_elsewhere.rereview_body')} value={v.rereview_name} onChange={(rereview_name) => put({ rereview_name })} />
        </div>
      ) : null}
      <DayField label={t('acts_elsewhere.recognised_on')} value={v.on} put={(on) => put({ on })} error={wrong('on')} />
    </>
  ),
  missing: (v) => (v.decided ? [] : [t('acts_elsewhere.decided_on')]),
  act: (v, s) => ({
    ...given('recognise_result', { on: v.on || undefined, file: v.file || undefined, attending: v.attending ?? undefined, votes: v.votes ?? undefined, conditions: lines(v.conditions), tracking_months: v.tracking_months ?? undefined, rereview_number: v.rereview_number, rereview_body: { name: v.rereview_name, credit_code: '' } }),
    case: theCase(s), agreement: v.agreement, issuer: { name: v.name, credit_code: v.credit_code }, number: v.number, decided: v.decided, tracker: v.tracker,
  }),
  gate: (v, s) => ({ title: t('acts_elsewhere.recognise_gate', { number: numberOf(s), name: v.name }), about: t('acts_elsewhere.recognise_about'), facts: [{ name: t('acts_elsewhere.agreement'), value: v.agreement }, { name: t('acts_elsewhere.who_tracks'), value: v.tracker }] }),
})

export const forms: Forms = { register_body, commission_review, record_commissioned, recognise_result }
