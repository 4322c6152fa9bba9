//! Forms of the counter (M2, M12, M13, M21, M26): scope, list, conflicts, the one-time notice and its answer, acceptance, refusal, withdrawal.

import type { Element, Procedure, ScopeHead, SimplifiedGround } from '../generated/types'
import { dateWords } from '../dates'
import { Check, ChecksField, RadioField, SelectField, TextArea, TextField, TimeField } from '../parts/Field'
import { Facts } from '../parts/Table'
import { say, t } from '../words'
import { DayField, FileField, instantOf, YesNo } from './fields'
import { form, type Forms, type Subject } from './form'
import { given } from './start'

const HEADS: ScopeHead[] = ['dignity', 'public_order', 'life_health', 'ecology', 'sustainability', 'by_law']
const PROCEDURES: Procedure[] = ['general', 'simplified', 'emergency']
const GROUNDS: SimplifiedGround[] = ['ordinary_risk', 'minor_change', 'tracking_without_adjustment']

const theCase = (s: Subject): string => s.case?.case.id ?? ''
const round = (s: Subject) => s.case?.case.rounds.at(-1)
const numberOf = (s: Subject): string => s.case?.number ?? ''

const elementName = (s: Subject, element: Element): string => {
  const row = s.case?.elements.find((one) => one.element === element)
  return row ? `${element}　${say(row)}` : element
}

interface ScopeForm { in_scope: boolean; heads: ScopeHead[]; reason: string; on: string }

const determine_scope = form<ScopeForm>({
  first: (s) => ({ in_scope: s.case?.case.scope?.in_scope ?? true, heads: s.case?.case.scope?.heads ?? [], reason: s.case?.case.scope?.reason ?? '', on: s.today }),
  lead: () => t('acts_intake.scope_lead'),
  Fields: ({ v, put, wrong }) => (
    <>
      <RadioField
        label={t('acts_intake.scope')} value={v.in_scope ? 'in' : 'out'} onChange={(key) => put({ in_scope: key === 'in', ...(key === 'in' ? {} : { heads: [] }) })} row error={wrong('in_scope')}
        options={[{ key: 'in', words: t('acts_intake.scope_in') }, { key: 'out', words: t('acts_intake.scope_out') }]}
      />
      {v.in_scope ? <ChecksField label={t('acts_intake.heads')} row value={v.heads} onChange={(heads) => put({ heads })} error={wrong('heads')} options={HEADS.map((key) => ({ key, words: t(`nouns.head_${key}`) }))} /> : null}
      <TextArea label={t('acts_intake.scope_reason')} rows={3} value={v.reason} onChange={(reason) => put({ reason })} error={wrong('reason')} />
      <DayField label={t('acts_intake.judged_on')} value={v.on} put={(on) => put({ on })} error={wrong('on')} />
    </>
  ),
  act: (v, s) => given('determine_scope', { case: theCase(s), in_scope: v.in_scope, heads: v.heads, reason: v.reason, on: v.on || undefined }),
})

interface ListForm {
  /** `item.question` → yes or no; a question left open is neither. */
  answers: Record<string, boolean>
  reason: string
  on: string
  exempt: boolean
  regime: string
  authority: string
  number: string
  ethics_provision: string
  proof: string
  decided_by: string
  exempt_on: string
}

/** The plain questions of the list, item by item. */
const asked = (s: Subject) => (s.intake?.list_questions ?? []).map((q, i, all) => {
  const before = all.slice(0, i).filter((one) => one.item === q.item).length
  return { key: `${q.item}.${before}`, item: q.item, words: say(q), first: before === 0 }
})

/** An item is hit when all its questions are answered yes. */
const itemsHit = (s: Subject, answers: Record<string, boolean>): number[] =>
  [...new Set(asked(s).map((q) => q.item))].filter((item) => asked(s).filter((q) => q.item === item).every((q) => answers[q.key]))

const judge_list = form<ListForm>({
  reads: ['intake'],
  width: 680,
  first: (s) => {
    const judged = s.case?.case.listed
    const exemption = judged?.exemption
    return {
      answers: judged ? Object.fromEntries(asked(s).map(({ key, item }) => [key, judged.items.includes(item)])) : {},
      reason: judged?.reason ?? '', on: s.today, exempt: Boolean(exemption), regime: exemption?.regime ?? '', authority: exemption?.authority ?? '', number: exemption?.number ?? '',
      ethics_provision: exemption?.ethics_provision ?? '', proof: exemption?.proof ?? '', decided_by: exemption?.decided_by ?? '', exempt_on: exemption?.on ?? s.today,
    }
  },
  lead: (s) => {
    const self = s.case?.case.application.self_listed ?? []
    return self.length > 0 ? t('acts_intake.list_self', { items: self.join('、') }) : t('acts_intake.list_self_none')
  },
  Fields: ({ v, put, s, wrong }) => (
    <>
      <div role="group" aria-label={t('acts_intake.list')}>
        {asked(s).map(({ key, item, words, first }) => (
          <div className="question" key={key}>
            <span>{first ? <strong>{t('acts_intake.item', { n: item })}</strong> : null}{words}</span>
            <YesNo label={words} value={v.answers[key] ?? null} onChange={(yes) => put({ answers: { ...v.answers, [key]: yes } })} />
          </div>
        ))}
        <p className="hint">{itemsHit(s, v.answers).length > 0 ? t('acts_intake.hit', { items: itemsHit(s, v.answers).join('、') }) : t('acts_intake.hit_none')}</p>
      </div>
      <TextArea label={t('acts_intake.list_reason')} rows={3} value={v.reason} onChange={(reason) => put({ reason })} error={wrong('reason')} />
      <DayField label={t('acts_intake.judged_on')} value={v.on} put={(on) => put({ on })} error={wrong('on')} />
      {itemsHit(s, v.answers).length > 0 ? (
        <>
          <Check checked={v.exempt} onChange={(exempt) => put({ exempt })}>{t('acts_intake.exempt')}</Check>
          {v.exempt ? (
            <>
              <div className="two">
                <TextField label={t('acts_intake.regime')} value={v.regime} onChange={(regime) => put({ regime })} error={wrong('regime')} />
                <TextField label={t('acts_intake.regime_authority')} value={v.authority} onChange={(authority) => put({ authority })} error={wrong('authority')} />
                <TextField label={t('acts_intake.regime_number')} value={v.number} onChange={(number) => put({ number })} error={wrong('number')} />
                <TextField label={t('acts_intake.decided_by')} value={v.decided_by} onChange={(decided_by) => put({ decided_by })} error={wrong('decided_by')} />
              </div>
              <TextArea label={t('acts_intake.provision')} rows={2} value={v.ethics_provision} onChange={(ethics_provision) => put({ ethics_provision })} error={wrong('ethics_provision')} />
              <div className="two">
                <DayField label={t('acts_intake.exempt_on')} value={v.exempt_on} put={(exempt_on) => put({ exempt_on })} />
                <FileField label={t('acts_intake.proof')} value={v.proof} onChange={(proof) => put({ proof })} />
              </div>
            </>
          ) : null}
        </>
      ) : null}
    </>
  ),
  act: (v, s) => given('judge_list', {
    case: theCase(s), reason: v.reason, on: v.on || undefined,
    items: itemsHit(s, v.answers),
    exemption: v.exempt && itemsHit(s, v.answers).length > 0 ? { regime: v.regime, authority: v.authority, number: v.number, ethics_provision: v.ethics_provision, proof: v.proof || null, decided_by: v.decided_by, on: v.exempt_on || s.today } : undefined,
  }),
})

const scan_conflicts = form<{ on: string }>({
  kept: false,
  first: (s) => ({ on: s.today }),
  lead: () => t('acts_intake.scan_lead'),
  Fields: ({ v, put, s, wrong }) => (
    <>
      <DayField label={t('acts_intake.scanned_on')} value={v.on} put={(on) => put({ on })} error={wrong('on')} />
      <Facts width={72} rows={[
        { name: t('acts_intake.team'), value: [s.case?.case.application.leader, ...(s.case?.case.application.team.map((one) => one.name) ?? [])].join('、') },
        { name: t('acts_intake.partners'), value: s.case?.case.application.partners.join('、') || t('acts_intake.none') },
        { name: t('acts_intake.funding'), value: s.case?.case.application.funding || t('acts_intake.none') },
      ]} />
      {s.case?.conflicts.length === 0 ? <p className="second">{t('acts_intake.no_match')}</p> : null}
    </>
  ),
  act: (v, s) => given('scan_conflicts', { case: theCase(s), on: v.on || undefined }),
})

interface SupplementForm { gaps: Partial<Record<Element, string>>; on: string; handed: boolean; served: string; due: string }

const issue_supplement = form<SupplementForm>({
  reads: ['intake'],
  width: 640,
  first: (s) => ({
    gaps: Object.fromEntries((s.case?.elements ?? []).filter((row) => row.check?.state === 'missing').map((row) => [row.element, row.check?.note ?? ''])) as SupplementForm['gaps'],
    on: s.today, handed: false, served: s.today, due: '',
  }),
  lead: () => t('acts_intake.supplement_lead'),
  Fields: ({ v, put, s, wrong }) => (
    <>
      {(Object.keys(v.gaps) as Element[]).map((element, i) => (
        <TextArea key={element} rows={1} label={elementName(s, element)} value={v.gaps[element] ?? ''} onChange={(words) => put({ gaps: { ...v.gaps, [element]: words } })} error={i === 0 ? wrong('gaps') : undefined} />
      ))}
      <div className="two">
        <DayField label={t('acts_intake.noticed_on')} value={v.on} put={(on) => put({ on })} error={wrong('on')} />
        <DayField label={t('acts_intake.due')} value={v.due} put={(due) => put({ due })} error={wrong('due')} hint={s.intake?.notice_due ? t('acts_intake.due_hint', { date: dateWords(s.intake.notice_due.rolled) }) : undefined} />
      </div>
      <div className="two">
        <Check checked={v.handed} onChange={(handed) => put({ handed })}>{t('acts_intake.handed')}</Check>
        {v.handed ? <DayField label={t('acts_intake.served_on')} value={v.served} put={(served) => put({ served })} error={wrong('served')} /> : null}
      </div>
    </>
  ),
  act: (v, s) => given('issue_supplement', { case: theCase(s), on: v.on || undefined, gaps: v.gaps, due: v.due || undefined, served: v.handed ? v.served || undefined : undefined }),
  gate: (v, s) => ({
    title: t('acts_intake.supplement_gate', { n: Object.keys(v.gaps).length, number: numberOf(s) }), about: t('acts_intake.supplement_about'),
    facts: [
      { name: t('acts_intake.noticed_on'), value: dateWords(v.on) },
      { name: t('acts_intake.due'), value: dateWords(v.due || s.intake?.notice_due?.rolled) },
      { name: t('acts_intake.gaps'), value: (Object.keys(v.gaps) as Element[]).map((element) => elementName(s, element)).join('；') },
    ],
  }),
})

interface Received { on: string; elements: Element[] }

const receive_supplement = form<Received>({
  first: (s) => ({ on: s.today, elements: Object.keys(round(s)?.supplements.at(-1)?.gaps ?? {}) as Element[] }),
  lead: (s) => {
    const last = round(s)?.supplements.at(-1)
    return last ? t('acts_intake.asked_on', { date: dateWords(last.on), due: dateWords(last.due) }) : null
  },
  Fields: ({ v, put, s, wrong }) => (
    <>
      <ChecksField
        label={t('acts_intake.came_in')} value={v.elements} onChange={(elements) => put({ elements })} error={wrong('elements')}
        options={(Object.entries(round(s)?.supplements.at(-1)?.gaps ?? {}) as [Element, string][]).map(([element, gap]) => ({ key: element, words: elementName(s, element), about: gap }))}
      />
      <DayField label={t('acts_intake.received_on')} value={v.on} put={(on) => put({ on })} error={wrong('on')} />
    </>
  ),
  act: (v, s) => given('receive_supplement', { case: theCase(s), on: v.on || undefined, elements: v.elements }),
})

const refuse = form<{ on: string; reason: string; instead: string }>({
  first: (s) => ({ on: s.today, reason: '', instead: '' }),
  Fields: ({ v, put, wrong }) => (
    <>
      <TextArea label={t('acts_intake.refuse_reason')} rows={3} value={v.reason} onChange={(reason) => put({ reason })} error={wrong('reason')} />
      <TextField label={t('acts_intake.instead')} hint={t('acts_intake.instead_hint')} value={v.instead} onChange={(instead) => put({ instead })} error={wrong('instead')} />
      <DayField value={v.on} put={(on) => put({ on })} error={wrong('on')} />
    </>
  ),
  act: (v, s) => given('refuse', { case: theCase(s), on: v.on || undefined, reason: v.reason, instead: v.instead }),
  gate: (v, s) => ({ title: t('acts_intake.refuse_gate', { number: numberOf(s) }), about: t('acts_intake.refuse_about'), facts: [{ name: t('acts_intake.reason'), value: v.reason }] }),
})

interface AcceptForm { procedure: Procedure; ground: SimplifiedGround | ''; reason: string; now: boolean; day: string; time: string }

const accept = form<AcceptForm>({
  reads: ['intake'],
  width: 640,
  first: (s) => ({
    procedure: s.intake?.proposal.procedure ?? 'general', ground: s.intake?.proposal.ground ?? '',
    reason: (s.intake?.proposal.reasons_zh ?? []).join(''), now: true, day: s.today, time: s.minute,
  }),
  Fields: ({ v, put, s, wrong }) => (
    <>
      <RadioField
        label={t('acts_intake.procedure')} value={v.procedure} row error={wrong('procedure')} onChange={(procedure) => put({ procedure })}
        options={PROCEDURES.map((key) => ({ key, words: t(`nouns.procedure_${key}`), about: key === s.intake?.proposal.procedure ? t('acts_intake.proposed') : undefined }))}
      />
      {v.procedure === 'simplified' ? <SelectField label={t('acts_intake.ground')} value={v.ground} onChange={(ground) => put({ ground })} error={wrong('ground')} options={GROUNDS.map((key) => ({ key, words: t(`nouns.ground_${key}`) }))} /> : null}
      <TextArea label={t('acts_intake.procedure_reason')} about={t('acts_intake.weighed')} rows={3} value={v.reason} onChange={(reason) => put({ reason })} error={wrong('reason')} />
      <div className="two">
        <Check checked={v.now} onChange={(now) => put({ now })}>{t('acts_intake.accept_now')}</Check>
        {v.now ? null : <span className="row"><DayField label={t('acts_intake.accepted_on')} value={v.day} put={(day) => put({ day })} error={wrong('at')} /><TimeField label={t('acts_intake.time')} value={v.time} onChange={(time) => put({ time })} /></span>}
      </div>
    </>
  ),
  act: (v, s) => given('accept', {
    case: theCase(s), procedure: v.procedure, reason: v.reason, at: v.now ? undefined : instantOf(v.day, v.time),
    ground: v.procedure === 'simplified' && v.ground ? v.ground : undefined,
  }),
  gate: (v, s) => ({
    title: t('acts_intake.accept_gate', { number: numberOf(s) }), about: t('acts_intake.accept_about'),
    facts: [
      { name: t('acts_intake.procedure'), value: t(`nouns.procedure_${v.procedure}`) },
      { name: t('acts_intake.accepted_on'), value: v.now ? t('acts_intake.now', { date: dateWords(s.today), time: s.minute }) : `${dateWords(v.day)} ${v.time}` },
      { name: t('acts_intake.reason'), value: v.reason },
      { name: t('acts_intake.list'), value: s.case?.case.listed?.items.length ? t('acts_intake.listed_as', { items: s.case.case.listed.items.join('、') }) : t('acts_intake.not_listed') },
    ],
  }),
})

const withdraw = form<{ on: string; reason: string; document: string }>({
  first: (s) => ({ on: s.today, reason: '', document: '' }),
  Fields: ({ v, put, wrong }) => (
    <>
      <TextArea label={t('acts_intake.withdraw_reason')} rows={2} value={v.reason} onChange={(reason) => put({ reason })} error={wrong('reason')} />
      <div className="two">
        <DayField value={v.on} put={(on) => put({ on })} error={wrong('on')} />
        <FileField label={t('acts_intake.withdraw_document')} value={v.document} onChange={(document) => put({ document })} error={wrong('document')} />
      </div>
    </>
  ),
  act: (v, s) => given('withdraw', { case: theCase(s), on: v.on || undefined, reason: v.reason, document: v.document || undefined }),
  gate: (v, s) => ({ title: t('acts_intake.withdraw_gate', { number: numberOf(s) }), about: t('acts_intake.withdraw_about'), facts: [{ name: t('acts_intake.reason'), value: v.reason }] }),
})

/** The parts of the application that a short correction touches. */
interface CorrectForm { title: string; leader: string; leader_title: string; department: string; phone: string; email: string; funding: string; partners: string; reason: string }

const correct_application = form<CorrectForm>({
  width: 640,
  first: (s) => {
    const a = s.case!.case.application
    return { title: a.title, leader: a.leader, leader_title: a.leader_title, department: a.department, phone: a.phone, email: a.email, funding: a.funding, partners: a.partners.join('、'), reason: '' }
  },
  Fields: ({ v, put, s, wrong }) => (
    <>
      <TextField label={t('acts_intake.a_title')} value={v.title} onChange={(title) => put({ title })} error={wrong('title')} />
      <div className="two">
        <TextField label={t('acts_intake.a_leader')} value={v.leader} onChange={(leader) => put({ leader })} error={wrong('leader')} />
        <TextField label={t('acts_intake.a_leader_title')} value={v.leader_title} onChange={(leader_title) => put({ leader_title })} />
        <TextField label={t('acts_intake.a_department')} value={v.department} onChange={(department) => put({ department })} />
        <TextField label={t('acts_intake.a_funding')} value={v.funding} onChange={(funding) => put({ funding })} />
        <TextField label={t('acts_intake.a_phone')} value={v.phone} onChange={(phone) => put({ phone })} />
        <TextField label={t('acts_intake.a_email')} value={v.email} onChange={(email) => put({ email })} />
      </div>
      <TextField label={t('acts_intake.a_partners')} hint={t('acts_intake.a_partners_hint')} value={v.partners} onChange={(partners) => put({ partners })} />
      {round(s)?.accepted || (s.case?.case.rounds.length ?? 0) > 1 ? <TextArea label={t('acts_intake.correct_reason')} rows={2} needed value={v.reason} onChange={(reason) => put({ reason })} error={wrong('reason')} /> : null}
      {wrong('with') ? <p className="field-error">{wrong('with')}</p> : null}
    </>
  ),
  act: (v, s) => {
    const a = s.case!.case.application
    const partners = v.partners.split(/[、，,;；\n]/).map((one) => one.trim()).filter(Boolean)
    const now: Record<string, unknown> = { title: v.title.trim(), leader: v.leader.trim(), leader_title: v.leader_title.trim(), department: v.department.trim(), phone: v.phone.trim(), email: v.email.trim(), funding: v.funding.trim(), partners }
    const was = a as unknown as Record<string, unknown>
    const changed = Object.fromEntries(Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name])))
    return { ...given('correct_application', { case: theCase(s), reason: v.reason }), with: changed }
  },
})

export const forms: Forms = { determine_scope, judge_list, scan_conflicts, issue_supplement, receive_supplement, refuse, accept, withdraw, correct_application }
