//! Steps one and two: the unit and the committee, as they stand in the founding document.

import { Check, DateField, Form, RadioField, TextField } from '../../parts'
import type { Affiliation, UnitKind } from '../../generated/types'
import { t } from '../../words'
import type { StepProps } from './step'

const KINDS: UnitKind[] = ['university', 'institute', 'hospital', 'enterprise', 'other']
const AFFILIATIONS: Affiliation[] = ['local', 'central_organ', 'central_enterprise']

export function Unit({ v, put, wrong }: StepProps) {
  const unit = v.unit
  const write = (some: Partial<typeof unit>): void => put({ unit: { ...unit, ...some } })
  return (
    <Form>
      <TextField first needed label={t('wizard.unit_name')} value={unit.name} onChange={(name) => write({ name })} error={wrong('unit')} />
      <Form columns={2}>
        <TextField label={t('wizard.credit_code')} value={unit.credit_code} maxLength={18} onChange={(credit_code) => write({ credit_code })} hint={unit.credit_code.length > 0 && unit.credit_code.length !== 18 ? t('wizard.credit_length', { n: unit.credit_code.length }) : undefined} />
        <TextField label={t('wizard.province')} value={unit.province} onChange={(province) => write({ province })} />
      </Form>
      <RadioField label={t('wizard.kind')} row value={unit.kind} onChange={(kind) => write({ kind })} options={KINDS.map((key) => ({ key, words: t(`nouns.unit_${key}`) }))} />
      <RadioField label={t('wizard.affiliation')} about={t('wizard.affiliation_about')} row value={unit.affiliation} onChange={(affiliation) => write({ affiliation })} options={AFFILIATIONS.map((key) => ({ key, words: t(`nouns.affiliation_${key}`) }))} />
      <TextField label={t('wizard.authority')} hint={t('wizard.authority_hint')} value={unit.authority} onChange={(authority) => write({ authority })} />
      <Check checked={unit.autonomous_area} onChange={(autonomous_area) => write({ autonomous_area })}>{t('wizard.autonomous')}</Check>
    </Form>
  )
}

export function Body({ v, put, wrong }: StepProps) {
  const body = v.body
  const write = (some: Partial<typeof body>): void => put({ body: { ...body, ...some } })
  return (
    <Form>
      <TextField first needed label={t('wizard.name')} value={body.name} onChange={(name) => write({ name })} error={wrong('name')} />
      <Form columns={2}>
        <DateField needed label={t('wizard.founded')} value={body.founded} onChange={(founded) => write({ founded })} error={wrong('founded')} />
        <TextField label={t('wizard.document')} value={body.founding_document} onChange={(founding_document) => write({ founding_document })} />
        <TextField needed label={t('wizard.secretary')} value={body.secretary} onChange={(secretary) => write({ secretary })} error={wrong('secretary')} hint={t('wizard.secretary_hint')} />
        <TextField label={t('wizard.phone')} value={body.phone} onChange={(phone) => write({ phone })} />
        <TextField label={t('wizard.email')} value={body.email} onChange={(email) => write({ email })} />
        <TextField label={t('wizard.office')} value={body.office} onChange={(office) => write({ office })} />
        <TextField label={t('wizard.address')} value={body.address} onChange={(address) => write({ address })} />
        <TextField label={t('wizard.budget')} value={body.budget} onChange={(budget) => write({ budget })} />
      </Form>
    </Form>
  )
}
