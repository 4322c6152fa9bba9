//! Forms after the decision (M16, E16): its words, the verification of changes, appeals, and the reworked application.

import { dateWords } from '../dates'
import { Check, NumberField, RadioField, TextArea, TextField, TimeField } from '../parts/Field'
import { Facts } from '../parts/Table'
import { sayOf, t } from '../words'
import { DayField, instantOf, ListField, MemberField, sentences } from './fields'
import { form, type Forms, type Subject } from './form'
import { pointsOf, PointsOffered, reasonsWith, withPoint } from './points'
import { given } from './start'

const theCase = (s: Subject): string => s.case?.case.id ?? ''
const round = (s: Subject) => s.case?.case.rounds.at(-1)
const decision = (s: Subject) => round(s)?.decision ?? round(s)?.preliminary
const numberOf = (s: Subject): string => s.case?.number ?? ''

/** Kinds of decision whose letter tells what is to be changed. */
const asksForChanges = (kind: string | undefined): boolean => kind !== undefined && kind !== 'approve' && kind !== 'continue' && kind !== 'pass'

interface WriteForm { reasons: string; suggestions: string[]; conditions: string[]; tracking_months: number | null; resubmit_by: string }

const write_decision = form<WriteForm>({
  width: 680,
  first: (s) => {
    const d = decision(s)
    // What the members' remarks were gathered into opens as suggestions, until something else is written.
    return { reasons: d?.reasons ?? '', suggestions: d && d.suggestions.length > 0 ? d.suggestions : asksForChanges(d?.kind) ? pointsOf(s) : [], conditions: d?.conditions ?? [], tracking_months: d?.tracking_months ?? null, resubmit_by: d?.resubmit_by ?? '' }
  },
  lead: (s) => {
    const d = decision(s)
    return d ? t('acts_decision.write_lead', { kind: t(`nouns.decision_${d.kind}`), date: dateWords(d.on) }) : null
  },
  Fields: ({ v, put, s, wrong }) => {
    const kind = decision(s)?.kind ?? 'approve'
    const allows = kind === 'approve' || kind === 'approve_after_changes' || kind === 'continue' || kind === 'continue_after_changes'
    return (
      <>
        <TextArea label={t('acts_decision.reasons')} rows={4} value={v.reasons} onChange={(reasons) => put({ reasons })} error={wrong('reasons')} />
        <PointsOffered
          points={pointsOf(s)} lists={[...v.suggestions, ...v.conditions, v.reasons]}
          targets={[
            ...(asksForChanges(kind) ? [{ words: t('acts_decision.as_suggestion'), take: (point: string) => put({ suggestions: withPoint(v.suggestions, point) }) }] : []),
            ...(kind !== 'reject' ? [{ words: t('acts_decision.as_condition'), take: (point: string) => put({ conditions: withPoint(v.conditions, point) }) }] : []),
            { words: t('acts_decision.as_reason'), take: (point: string) => put({ reasons: reasonsWith(v.reasons, point) }) },
          ]}
        />
        {asksForChanges(kind) ? <ListField label={t('acts_decision.suggestions')} value={v.suggestions} onChange={(suggestions) => put({ suggestions })} error={wrong('suggestions')} /> : null}
        {kind !== 'reject' ? <ListField label={t('acts_decision.conditions')} value={v.conditions} onChange={(conditions) => put({ conditions })} error={wrong('conditions')} /> : null}
        <div className="two">
          {allows ? <NumberField label={t('acts_decision.tracking_months')} unit={t('acts_decision.months')} value={v.tracking_months} onChange={(tracking_months) => put({ tracking_months })} error={wrong('tracking_months')} /> : null}
          {kind === 'revise' ? <DayField label={t('acts_decision.resubmit_by')} value={v.resubmit_by} put={(resubmit_by) => put({ resubmit_by })} error={wrong('resubmit_by')} /> : null}
        </div>
      </>
    )
  },
  act: (v, s) => given('write_decision', {
    case: theCase(s), reasons: v.reasons, suggestions: sentences(v.suggestions), conditions: sentences(v.conditions), tracking_months: v.tracking_months ?? undefined, resubmit_by: v.resubmit_by || undefined,
  }),
})

const verify_changes = form<{ verifier: string; finding: string; on: string }>({
  reads: ['committee'],
  first: (s) => ({ verifier: '', finding: '', on: s.today }),
  Fields: ({ v, put, s, wrong }) => (
    <>
      <ol className="asked-list">{(decision(s)?.suggestions ?? []).map((one, i) => <li key={i} className="second">{i + 1}. {one}</li>)}</ol>
      <TextArea label={t('acts_decision.verified')} rows={4} value={v.finding} onChange={(finding) => put({ finding })} error={wrong('finding')} />
      <div className="two">
        <MemberField label={t('acts_decision.verifier')} committee={s.committee} value={v.verifier} onChange={(verifier) => put({ verifier })} error={wrong('verifier')} />
        <DayField value={v.on} put={(on) => put({ on })} error={wrong('on')} />
      </div>
    </>
  ),
  act: (v, s) => given('verify_changes', { case: theCase(s), verifier: v.verifier, finding: v.finding, on: v.on || undefined }),
})

interface AppealForm { received: string; by_post: boolean; postmark: string; written: boolean; grounds: string; admitted: boolean; refusal: string }

const record_appeal = form<AppealForm>({
  width: 600,
  first: (s) => ({ received: s.today, by_post: false, postmark: s.today, written: true, grounds: '', admitted: true, refusal: '' }),
  lead: (s) => {
    const clock = s.case?.standing.clocks.find((one) => one.key === 'appeal')
    if (!clock) return null
    return clock.due ? t('acts_decision.appeal_until', { date: dateWords(clock.due.rolled) }) : sayOf(clock, 'not_started')
  },
  Fields: ({ v, put, wrong }) => (
    <>
      <TextArea label={t('acts_decision.grounds')} rows={4} value={v.grounds} onChange={(grounds) => put({ grounds })} error={wrong('grounds')} />
      <div className="two">
        <DayField label={t('acts_decision.appeal_received')} value={v.received} put={(received) => put({ received })} error={wrong('received')} />
        <Check checked={v.written} onChange={(written) => put({ written })}>{t('acts_decision.written')}</Check>
        <Check checked={v.by_post} onChange={(by_post) => put({ by_post })}>{t('acts_decision.by_post')}</Check>
        {v.by_post ? <DayField label={t('acts_decision.postmark')} value={v.postmark} put={(postmark) => put({ postmark })} error={wrong('postmark')} /> : null}
      </div>
      <RadioField label={t('acts_decision.admit')} row value={v.admitted ? 'yes' : 'no'} onChange={(key) => put({ admitted: key === 'yes' })} options={[{ key: 'yes', words: t('acts_decision.admitted') }, { key: 'no', words: t('acts_decision.not_admitted') }]} />
      {v.admitted ? null : <TextArea label={t('acts_decision.refusal')} rows={2} value={v.refusal} onChange={(refusal) => put({ refusal })} error={wrong('refusal')} />}
    </>
  ),
  act: (v, s) => given('record_appeal', { case: theCase(s), received: v.received, postmark: v.by_post ? v.postmark || undefined : undefined, written: v.written, grounds: v.grounds, refusal: v.admitted ? '' : v.refusal }),
})

const conclude_appeal = form<{ sufficient: '' | 'yes' | 'no'; finding: string; on: string }>({
  width: 600,
  first: (s) => ({ sufficient: '', finding: '', on: s.today }),
  Fields: ({ v, put, s, wrong }) => (
    <>
      {round(s)?.appeal ? <Facts rows={[{ name: t('acts_decision.grounds'), value: round(s)!.appeal!.grounds }, { name: t('acts_decision.appeal_received'), value: dateWords(round(s)!.appeal!.received) }]} /> : null}
      <RadioField
        label={t('acts_decision.sufficient')} value={v.sufficient} onChange={(sufficient) => put({ sufficient })} error={wrong('sufficient')}
        options={[{ key: 'yes', words: t('acts_decision.sufficient_yes'), about: t('acts_decision.sufficient_yes_about') }, { key: 'no', words: t('acts_decision.sufficient_no'), about: t('acts_decision.sufficient_no_about') }]}
      />
      <TextArea label={t('acts_decision.finding')} rows={4} value={v.finding} onChange={(finding) => put({ finding })} error={wrong('finding')} />
      <DayField value={v.on} put={(on) => put({ on })} error={wrong('on')} />
    </>
  ),
  act: (v, s) => ({ ...given('conclude_appeal', { case: theCase(s), finding: v.finding, on: v.on || undefined }), ...(v.sufficient === '' ? {} : { sufficient: v.sufficient === 'yes' }) }),
  gate: (v, s) => ({ title: t('acts_decision.conclude_gate', { number: numberOf(s) }), about: v.sufficient === 'yes' ? t('acts_decision.conclude_yes') : t('acts_decision.conclude_no'), facts: [{ name: t('acts_decision.finding'), value: v.finding }] }),
})

interface ResubmitForm { replies: string[]; medium: string; day: string; time: string }

const resubmit = form<ResubmitForm>({
  width: 680,
  first: (s) => ({ replies: (decision(s)?.suggestions ?? []).map(() => ''), medium: '', day: s.today, time: s.minute }),
  lead: () => t('acts_decision.resubmit_lead'),
  Fields: ({ v, put, s, wrong }) => (
    <>
      {(decision(s)?.suggestions ?? []).map((suggestion, i) => (
        <TextArea key={i} rows={2} label={`${i + 1}. ${suggestion}`} value={v.replies[i] ?? ''} onChange={(reply) => put({ replies: v.replies.map((was, at) => (at === i ? reply : was)) })} error={i === 0 ? wrong('replies') : undefined} />
      ))}
      <div className="two">
        <TextField label={t('acts_decision.medium')} value={v.medium} list={[t('acts_decision.by_mail'), t('acts_decision.on_site'), t('acts_decision.by_letter')]} onChange={(medium) => put({ medium })} />
        <span className="row"><DayField label={t('acts_decision.resubmitted_on')} value={v.day} put={(day) => put({ day })} error={wrong('received')} /><TimeField label={t('acts_decision.time')} value={v.time} onChange={(time) => put({ time })} /></span>
      </div>
    </>
  ),
  act: (v, s) => given('resubmit', { case: theCase(s), replies: v.replies, medium: v.medium, received: instantOf(v.day, v.time) }),
})

export const forms: Forms = { write_decision, verify_changes, record_appeal, conclude_appeal, resubmit }

