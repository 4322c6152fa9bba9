//! Forms of papers (M16, E6, E17): drafting, changing a draft's words, issuing, voiding, the steps to the addressee, service and its
//! correction. Issuing reads as its own gate: what is fixed, what remains possible, the checks, one day.

import { useEffect, useState, type ReactNode } from 'react'
import { foresee, type Act } from '../api'
import { dateWords, instantParts } from '../dates'
import type { DeliveryMethod, PaperStep, PaperView, WordingView } from '../generated/types'
import { useLook } from '../look'
import { Check, NumberField, RadioField, SelectField, TextArea, TextField, TimeField } from '../parts/Field'
import { Facts } from '../parts/Table'
import { isEnglish, say, t } from '../words'
import { DayField, FileField, instantOf } from './fields'
import { form, type Forms, type Subject } from './form'
import { given } from './start'
import { changedWords, WordFields, wordsOf, type Words } from './wordfields'

const paperId = (s: Subject): string => s.paper?.paper.id ?? ''
const nameOf = (view: PaperView | null): string => (view ? view.paper.number || view.paper.title : '')
const kindOf = (view: PaperView | null): string => (view ? (isEnglish() ? view.kind_en : view.paper.title || view.kind_zh) : '')

/** What the line of the journal would say: for a decision it names the last day of appeal as counted from this service. */
function Foreseen({ act, label }: { act: Act | null; label?: string }) {
  const [words, setWords] = useState('')
  const face = act ? JSON.stringify(act) : ''
  useEffect(() => {
    if (face === '') { setWords(''); return }
    let live = true
    const timer = window.setTimeout(() => foresee(JSON.parse(face) as Act).then((done) => live && setWords(say(done.made)), () => live && setWords('')), 250)
    return () => { live = false; window.clearTimeout(timer) }
  }, [face])
  if (label === undefined) return <strong role="status">{words}</strong>
  return words ? <p className="foreseen" role="status"><span className="second">{label}</span> <strong>{words}</strong></p> : null
}

// Which papers tell about a case and which about a meeting; whether one can be drafted now is for the desk to say.
const OF_CASE = ['supplement_notice', 'acceptance_notice', 'refusal_notice', 'extension_notice', 'designation_slip', 'conversion_notice', 'decision_letter', 'preliminary_opinion', 're_review_request', 're_review_conflict', 'appeal_notice', 'appeal_decision', 'tracking_notice', 'tracking_opinion', 'suspension', 'service_receipt', 'archive_index']
const OF_MEETING = ['meeting_notice', 'agenda', 'sign_in', 'ballots', 'tally', 'minutes', 'host_designation']

function KindField({ value, onChange, s, error }: { value: string; onChange(kind: string): void; s: Subject; error: string | undefined }) {
  const { view } = useLook<WordingView>({ view: 'wording', kind: '' })
  const fitting = s.meeting ? OF_MEETING : OF_CASE
  const options = (view?.kinds ?? []).filter(([kind]) => fitting.includes(kind)).map(([kind, zh, en]) => ({ key: kind, words: isEnglish() ? en.charAt(0).toUpperCase() + en.slice(1) : zh }))
  return <SelectField label={t('acts_paper.kind')} value={value} options={options} onChange={onChange} error={error} />
}

const draft_paper = form<{ kind: string }>({
  kept: false,
  first: (s) => ({ kind: typeof s.with.kind === 'string' ? s.with.kind : '' }),
  lead: (s) => (s.case || s.meeting ? t('acts_paper.draft_lead') : t('acts_paper.draft_where')),
  Fields: ({ v, put, s, wrong }) => (s.case || s.meeting ? <KindField value={v.kind} onChange={(kind) => put({ kind })} s={s} error={wrong('kind')} /> : null),
  missing: (v, s) => (!s.case && !s.meeting ? [t('acts_paper.case_or_meeting')] : v.kind === '' ? [t('acts_paper.kind')] : []),
  act: (v, s) => given('draft_paper', { kind: v.kind, case: s.case?.case.id, meeting: s.meeting?.meeting.id, item: s.item || undefined, member: s.member || undefined }),
})

const edit_paper = form<{ words: Words }>({
  width: 680,
  paper: (line) => line.state === 'draft',
  first: (s) => ({ words: wordsOf(s.paper) }),
  lead: (s) => (s.paper?.fields.length === 0 ? t('acts_paper.no_words') : t('acts_paper.edit_lead')),
  Fields: ({ v, put, s, wrong }) => <WordFields fields={s.paper?.fields ?? []} v={v.words} put={(some) => put({ words: { ...v.words, ...some } })} wrong={wrong} />,
  missing: (v, s) => (Object.keys(changedWords(s.paper, v.words)).length === 0 ? [t('acts_paper.a_change')] : []),
  act: (v, s) => given('edit_paper', { paper: paperId(s), with: changedWords(s.paper, v.words) }),
})

const drop_draft = form<Record<string, never>>({
  kept: false,
  paper: (line) => line.state === 'draft',
  first: () => ({}),
  lead: () => t('acts_paper.drop_lead'),
  Fields: ({ s }) => <Facts rows={[{ name: t('acts_paper.paper'), value: kindOf(s.paper) }, { name: t('acts_paper.addressee'), value: s.paper?.paper.addressee || '—' }]} />,
  act: (_, s) => given('drop_draft', { paper: paperId(s) }),
})

const issue_paper = form<{ on: string }>({
  kept: false, width: 540,
  paper: (line) => line.state === 'draft',
  first: (s) => ({ on: s.today }),
  lead: (s) => t(s.paper?.number_next ? 'acts_paper.issue_lead' : 'acts_paper.issue_lead_no_number', { number: s.paper?.number_next ?? '' }),
  Fields: ({ v, put, s, wrong }) => (
    <>
      <Facts rows={[
        { name: t('acts_paper.paper'), value: kindOf(s.paper) },
        { name: t('acts_paper.number'), value: s.paper?.number_next || t('acts_paper.no_number') },
        { name: t('acts_paper.addressee'), value: s.paper?.paper.addressee || '—' },
        ...(s.paper?.pages ? [{ name: t('acts_paper.pages'), value: t('acts_paper.pages_n', { n: s.paper.pages }) }] : []),
      ]} />
      <DayField label={t('acts_paper.dated')} value={v.on} put={(on) => put({ on })} error={wrong('on')} />
    </>
  ),
  act: (v, s) => given('issue_paper', { paper: paperId(s), on: v.on || undefined }),
})

interface VoidForm { reason: string; on: string; reissue: boolean }

const void_paper = form<VoidForm>({
  paper: (line) => line.state === 'issued',
  first: (s) => ({ reason: '', on: s.today, reissue: true }),
  lead: (s) => t(s.paper?.paper.number ? 'acts_paper.void_lead' : 'acts_paper.void_lead_no_number'),
  Fields: ({ v, put, wrong }) => (
    <>
      <TextArea label={t('acts_paper.void_reason')} rows={3} value={v.reason} onChange={(reason) => put({ reason })} error={wrong('reason')} />
      <DayField label={t('acts_paper.void_on')} value={v.on} put={(on) => put({ on })} error={wrong('on')} />
      <Check checked={v.reissue} onChange={(reissue) => put({ reissue })}>{t('acts_paper.reissue')}</Check>
    </>
  ),
  act: (v, s) => ({ ...given('void_paper', { paper: paperId(s), on: v.on || undefined, reissue: v.reissue }), reason: v.reason }),
  gate: (v, s) => ({
    title: t('acts_paper.void_gate', { name: nameOf(s.paper) }), about: t(s.paper?.paper.number ? 'acts_paper.void_about' : 'acts_paper.void_about_no_number'),
    facts: [{ name: t('acts_paper.void_reason'), value: v.reason }, { name: t('acts_paper.then'), value: v.reissue ? t('acts_paper.reissue_yes') : t('acts_paper.reissue_no') }],
  }),
})

const STEPS: Exclude<PaperStep, 'served'>[] = ['printed', 'signed', 'sealed', 'scanned']

interface StepForm { step: PaperStep | ''; on: string; by: string; copies: number | null; scan: string }

const chairOf = (s: Subject): string => s.committee?.rows.find((row) => row.role === 'chair')?.member.name ?? ''

/** Steps still to be done, service apart: it has a form of its own. */
const openSteps = (s: Subject): Exclude<PaperStep, 'served'>[] => STEPS.filter((step) => s.paper?.paper.steps.includes(step) && !s.paper.paper.done.some((done) => done.step === step))

const record_step = form<StepForm>({
  reads: ['committee'],
  paper: (line) => line.state === 'issued' && line.next !== null && line.next !== 'served',
  first: (s) => ({ step: (s.with.step as PaperStep | undefined) ?? openSteps(s)[0] ?? '', on: s.today, by: '', copies: 3, scan: '' }),
  lead: (s) => (s.with.step ? null : t('acts_paper.step_lead')),
  Fields: ({ v, put, s, wrong }) => (
    <>
      {s.with.step ? null : <RadioField<PaperStep> row label={t('acts_paper.step')} value={v.step} onChange={(step) => put({ step })} error={wrong('step')} options={openSteps(s).map((key) => ({ key, words: t(`acts_paper.step_${key}`) }))} />}
      <div className="two">
        <DayField value={v.on} put={(on) => put({ on })} error={wrong('on')} />
        {v.step === 'printed' ? <NumberField label={t('acts_paper.copies')} unit={t('acts_paper.copies_unit')} value={v.copies} onChange={(copies) => put({ copies })} error={wrong('copies')} /> : <TextField label={t(v.step === 'signed' ? 'acts_paper.signed_by' : 'acts_paper.done_by')} hint={v.step === 'signed' ? t('acts_paper.signer_hint', { name: chairOf(s) }) : t('acts_paper.by_hint')} value={v.by} onChange={(by) => put({ by })} />}
      </div>
      {v.step === 'scanned' ? <FileField label={t('acts_paper.scan')} hint={t('acts_paper.scan_hint', { n: s.paper?.pages ?? 0 })} value={v.scan} onChange={(scan) => put({ scan })} error={wrong('scan')} /> : null}
    </>
  ),
  missing: (v) => [...(v.step === '' ? [t('acts_paper.step')] : []), ...(v.step === 'scanned' && v.scan === '' ? [t('acts_paper.scan')] : [])],
  act: (v, s) => given('record_step', { paper: paperId(s), step: v.step as PaperStep, on: v.on || undefined, by: v.by || (v.step === 'signed' ? chairOf(s) : ''), copies: v.step === 'printed' ? (v.copies ?? 0) : 0, scan: v.step === 'scanned' ? v.scan || undefined : undefined }),
})

const METHODS: DeliveryMethod[] = ['in_person', 'post', 'refused_and_left', 'electronic']

interface ServiceForm { method: DeliveryMethod; day: string; time: string; receiver: string; place: string; proof: string; note: string; reason: string }

function ServiceFields({ v, put, wrong }: { v: ServiceForm; put(some: Partial<ServiceForm>): void; wrong(field: string): string | undefined }) {
  return (
    <>
      <RadioField<DeliveryMethod> label={t('acts_paper.method')} value={v.method} onChange={(method) => put({ method })} error={wrong('method')} options={METHODS.map((key) => ({ key, words: t(`acts_paper.method_${key}`), about: t(`acts_paper.method_${key}_about`) }))} />
      <div className="three service-row">
        <TextField label={t('acts_paper.receiver')} value={v.receiver} onChange={(receiver) => put({ receiver })} error={wrong('receiver')} />
        <DayField label={t('acts_paper.served_on')} value={v.day} put={(day) => put({ day })} error={wrong('at')} />
        <TimeField label={t('acts_paper.served_at')} value={v.time} onChange={(time) => put({ time })} />
      </div>
      <TextField label={t('acts_paper.place')} value={v.place} onChange={(place) => put({ place })} error={wrong('place')} />
      <FileField label={t(`acts_paper.proof_${v.method}`)} value={v.proof} onChange={(proof) => put({ proof })} error={wrong('proof')} />
    </>
  )
}

const serviceFirst = (s: Subject): ServiceForm => {
  const was = s.paper?.paper.served
  const at = was ? instantParts(was.at) : null
  return {
    method: was?.method ?? 'in_person', day: at?.date ?? s.today, time: at?.time ?? s.minute, receiver: was?.receiver ?? s.paper?.paper.addressee ?? '', place: was?.place ?? '', proof: was?.proof ?? '', note: '', reason: '',
  }
}

const serviceAct = (v: ServiceForm, s: Subject): Act => ({ ...given('record_service', { paper: paperId(s), at: v.day ? instantOf(v.day, v.time) : undefined, method: v.method, place: v.place, proof: v.proof || undefined, note: v.note }), receiver: v.receiver })
const correctAct = (v: ServiceForm, s: Subject): Act => ({ ...given('correct_service', { paper: paperId(s), at: instantOf(v.day, v.time), method: v.method, place: v.place, proof: v.proof || undefined }), receiver: v.receiver, reason: v.reason })

const serviceFacts = (v: ServiceForm): { name: string; value: ReactNode }[] => [
  { name: t('acts_paper.method'), value: t(`acts_paper.method_${v.method}`) },
  { name: t('acts_paper.receiver'), value: v.receiver || '—' },
  { name: t('acts_paper.served_on'), value: `${dateWords(v.day)} ${v.time}` },
]

const record_service = form<ServiceForm>({
  width: 640,
  paper: (line) => line.state === 'issued' && line.next === 'served',
  first: serviceFirst,
  lead: () => t('acts_paper.service_lead'),
  Fields: ({ v, put, s, wrong }) => (
    <>
      <ServiceFields v={v} put={put} wrong={wrong} />
      <TextField label={t('acts_paper.note')} value={v.note} onChange={(note) => put({ note })} error={wrong('note')} />
      <Foreseen act={v.receiver.trim() && v.day ? serviceAct(v, s) : null} label={t('acts_paper.will_say')} />
    </>
  ),
  missing: (v) => (v.day ? [] : [t('acts_paper.served_on')]),
  act: serviceAct,
  gate: (v, s) => ({ title: t('acts_paper.service_gate', { name: nameOf(s.paper) }), about: t('acts_paper.service_about'), facts: [...serviceFacts(v), { name: t('acts_paper.then'), value: <Foreseen act={serviceAct(v, s)} /> }] }),
})

const correct_service = form<ServiceForm>({
  width: 640,
  paper: (line) => line.state === 'issued',
  first: serviceFirst,
  lead: () => t('acts_paper.correct_lead'),
  Fields: ({ v, put, s, wrong }) => (
    <>
      <ServiceFields v={v} put={put} wrong={wrong} />
      <TextArea label={t('acts_paper.correct_reason')} rows={2} value={v.reason} onChange={(reason) => put({ reason })} error={wrong('reason')} />
      <Foreseen act={v.reason.trim() && v.day ? correctAct(v, s) : null} label={t('acts_paper.will_say')} />
    </>
  ),
  missing: (v, s) => [...(s.paper?.paper.served ? [] : [t('acts_paper.a_service')]), ...(v.day ? [] : [t('acts_paper.served_on')])],
  act: correctAct,
  gate: (v, s) => ({ title: t('acts_paper.correct_gate', { name: nameOf(s.paper) }), about: t('acts_paper.correct_about'), facts: [...serviceFacts(v), { name: t('acts_paper.correct_reason'), value: v.reason }] }),
})

export const forms: Forms = { draft_paper, edit_paper, drop_draft, issue_paper, void_paper, record_step, record_service, correct_service }
