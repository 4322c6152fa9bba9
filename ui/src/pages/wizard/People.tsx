//! Step three: the members, one by one, and the lamp of the composition as the desk sees it after each. That the first members are not
//! yet a whole committee is the reason given for each of them.

import { useRef, useState } from 'react'
import { failureOf, perform, rehearse } from '../../api'
import { given, startAct } from '../../acts/start'
import { dateWords } from '../../dates'
import type { Category, MemberRow, Role, Sex } from '../../generated/types'
import { ActButton, Check, DateField, FindingList, LampStrip, lampOf, SelectField, Table, TextField, useDo, useDraft } from '../../parts'
import type { Failure } from '../../shape'
import { isEnglish, say, t } from '../../words'
import type { StepProps } from './step'

interface Person { name: string; sex: Sex; category: Category; role: Role; external: boolean; unit: string; title: string; from: string; until: string; document: string; phone: string }

const CATEGORIES: Category[] = ['technology', 'application', 'ethics', 'law', 'other']

export function People({ v, view }: StepProps) {
  const blank: Person = { name: '', sex: 'male', category: 'technology', role: 'member', external: false, unit: v.unit.name, title: '', from: v.body.founded, until: '', document: v.body.founding_document, phone: '' }
  const draft = useDraft<Person>('wizard.person', blank)
  const p = draft.value
  const put = (some: Partial<Person>): void => draft.set((now) => ({ ...now, ...some }))
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const doing = useDo()
  const rows = view?.rows ?? []

  const appoint = (): void => {
    if (busy) return
    setBusy(true)
    setFailure(null)
    const act = given('appoint_member', { ...p, name: p.name.trim(), unit: p.external ? p.unit.trim() : v.unit.name, until: p.until } as never)
    // The next one has the same term and document; only the person changes.
    const next = (): void => {
      const kept = { ...blank, from: p.from, until: p.until, document: p.document }
      draft.set(kept)
      box.current?.querySelector('input')?.focus()
    }
    const work = async (): Promise<void> => {
      const asks = (await rehearse(act)).filter((finding) => finding.verdict === 'ask')
      const own = asks.filter((finding) => finding.rule === 'E7.size')
      if (asks.length > own.length) doing.run(act, { verb: t('wizard.appoint'), silent: true, then: next })
      else {
        await perform(act, own.length > 0 ? { reasons: { 'E7.size': t('wizard.first_members') } } : {})
        next()
      }
    }
    work().then(() => setBusy(false), (thrown) => { setBusy(false); setFailure(failureOf(thrown)) })
  }
  const wrong = (field: string): string | undefined => (failure?.field === field ? say(failure) : undefined)
  const locked = p.name.trim() === '' ? t('wizard.person_name_first') : p.from === '' || p.until === '' ? t('wizard.term_first') : undefined
  return (
    <div className="wizard-people">
      {view && rows.length > 0 ? (
        <LampStrip state={lampOf(view.lamp)} verdict={t(view.lamp === 'fine' ? 'wizard.lawful' : 'wizard.not_lawful', { n: rows.length })} parts={view.findings.map((finding) => ({ state: lampOf(finding.verdict), words: say(finding) }))} />
      ) : null}
      <div className="wizard-person" ref={box}>
        <TextField first label={t('wizard.p_name')} value={p.name} onChange={(name) => put({ name })} error={wrong('name')} onEnter={() => { if (!locked) appoint() }} />
        <SelectField<Role> label={t('wizard.p_role')} value={p.role} onChange={(role) => put({ role })} options={(['chair', 'vice_chair', 'member'] as const).map((key) => ({ key, words: t(`nouns.role_${key}`) }))} error={wrong('role')} />
        <SelectField<Category> label={t('wizard.p_category')} value={p.category} onChange={(category) => put({ category })} options={CATEGORIES.map((key) => ({ key, words: t(`nouns.category_${key}`) }))} />
        <SelectField<Sex> label={t('wizard.p_sex')} value={p.sex} onChange={(sex) => put({ sex })} options={(['male', 'female'] as const).map((key) => ({ key, words: t(`nouns.sex_${key}`) }))} />
        <TextField label={t('wizard.p_title')} value={p.title} onChange={(title) => put({ title })} />
        <DateField label={t('wizard.p_from')} width={150} value={p.from} onChange={(from) => put({ from })} error={wrong('from')} />
        <DateField label={t('wizard.p_until')} width={150} value={p.until} onChange={(until) => put({ until })} error={wrong('until')} hint={t('wizard.p_until_hint')} />
        <TextField label={t('wizard.p_document')} value={p.document} onChange={(document) => put({ document })} />
        <div className="wizard-outside"><Check checked={p.external} onChange={(external) => put({ external, unit: external ? '' : v.unit.name })}>{t('wizard.external')}</Check></div>
        {p.external ? <TextField label={t('wizard.p_unit')} value={p.unit} onChange={(unit) => put({ unit })} error={wrong('unit')} /> : null}
      </div>
      {failure && !failure.field ? <FindingList findings={failure.findings} label none={<p className="field-error">{say(failure)}</p>} /> : null}
      <div className="row"><ActButton onPress={appoint} working={busy} locked={locked ? { reason: locked } : undefined} icon="plus">{t('wizard.appoint')}</ActButton><span className="hint">{t('wizard.appoint_hint')}</span></div>
      {rows.length > 0 ? (
        <Table<MemberRow>
          label={t('start.step_people')} rows={rows} keyOf={(row) => row.member.id} size="tight"
          columns={[
            { key: 'name', head: t('wizard.p_name'), width: 110, cell: (row) => <strong>{row.member.name}</strong> },
            { key: 'role', head: t('wizard.p_role'), width: 90, cell: (row) => t(`nouns.role_${row.role}`) },
            { key: 'category', head: t('wizard.p_category'), width: isEnglish() ? 92 : 70, cell: (row) => t(`nouns.category_${row.member.category}`) },
            { key: 'sex', head: t('wizard.p_sex'), width: isEnglish() ? 64 : 48, cell: (row) => t(`nouns.sex_${row.member.sex}`) },
            { key: 'unit', head: t('wizard.p_unit'), cell: (row) => (row.member.external ? `${t('wizard.outside')} ${row.member.unit}` : t('wizard.inside')) },
            { key: 'term', head: t('wizard.p_term'), width: 250, cell: (row) => `${dateWords(row.term.from, { full: true })} — ${dateWords(row.term.until, { full: true })}` },
            { key: 'fix', head: '', width: isEnglish() ? 70 : 50, align: 'right', cell: (row) => <button type="button" className="link" onClick={() => startAct('correct_member', { member: row.member.id })}>{t('wizard.fix')}</button> },
          ]}
        />
      ) : null}
      {doing.dialog}
    </div>
  )
}
