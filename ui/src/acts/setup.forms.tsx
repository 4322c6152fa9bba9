//! Forms of what the committee works by: its particulars (M9), the holiday notice of a year, seal and signature. A picture is taken into the
//! archive first; the act names its hash.

import type { Affiliation, Committee, UnitKind } from '../generated/types'
import { dateWords } from '../dates'
import { Check, NumberField, RadioField, SelectField, TextArea, TextField } from '../parts/Field'
import { t } from '../words'
import { DayField, FileField } from './fields'
import { form, type Forms } from './form'
import { given } from './start'

const lacking = (fields: Record<string, unknown>): string[] => Object.entries(fields).filter(([, value]) => value === '' || value === null).map(([label]) => t(`acts_committee.${label}`))

interface Notice { year: string; notice: string; issued: string; source: string; text: string }

const import_calendar = form<Notice>({
  width: 720,
  lead: () => t('acts_committee.calendar_lead'),
  first: (s) => ({ year: String(Number(s.today.slice(0, 4)) + (s.today.slice(5) >= '10-01' ? 1 : 0)), notice: '', issued: '', source: '', text: '', ...(s.with as object) }),
  Fields: ({ v, put, wrong }) => (
    <>
      <div className="two">
        <TextField label={t('acts_committee.notice_year')} width={96} maxLength={4} value={v.year} onChange={(year) => put({ year })} error={wrong('year')} />
        <TextField first label={t('acts_committee.notice')} value={v.notice} onChange={(notice) => put({ notice })} error={wrong('notice')} />
        <DayField label={t('acts_committee.issued')} value={v.issued} put={(issued) => put({ issued })} error={wrong('issued')} />
        <TextField label={t('acts_committee.source')} value={v.source} onChange={(source) => put({ source })} />
      </div>
      <TextArea rows={9} label={t('acts_committee.notice_text')} hint={t('acts_committee.notice_hint')} value={v.text} onChange={(text) => put({ text })} error={wrong('text')} />
    </>
  ),
  missing: (v) => lacking({ notice_year: /^\d{4}$/.test(v.year) ? v.year : '', notice: v.notice, notice_text: v.text.trim() }),
  act: (v) => given('import_calendar', { year: Number(v.year), notice: v.notice, issued: v.issued || undefined, source: v.source, text: v.text }),
})

interface ImageForm { which: 'seal' | 'signature'; sha256: string; mm: number | null; off: boolean }

const set_image = form<ImageForm>({
  reads: ['committee'],
  lead: () => t('acts_committee.image_lead'),
  first: (s) => ({ which: 'seal', sha256: '', mm: s.committee?.committee.settings.seal_mm ?? 42, off: false, ...(s.with as object) }),
  Fields: ({ v, put, s, wrong }) => {
    const settings = s.committee?.committee.settings
    return (
      <>
        <RadioField row label={t('acts_committee.image_which')} value={v.which} onChange={(which) => put({ which, sha256: '', off: false })} options={(['seal', 'signature'] as const).map((key) => ({ key, words: t(`acts_committee.image_${key}`) }))} />
        {settings?.[v.which] ? <Check checked={v.off} onChange={(off) => put({ off })}>{t('acts_committee.image_off')}</Check> : null}
        {v.off ? null : <FileField label={t('acts_committee.image_file')} hint={t('acts_committee.image_hint')} value={v.sha256} onChange={(sha256) => put({ sha256 })} error={wrong('sha256')} />}
        {v.which === 'seal' && !v.off ? <NumberField label={t('acts_committee.image_mm')} unit="mm" value={v.mm} onChange={(mm) => put({ mm })} error={wrong('mm')} /> : null}
      </>
    )
  },
  missing: (v) => (v.off ? [] : lacking({ image_file_needed: v.sha256 })),
  act: (v) => ({ act: 'set_image', which: v.which, sha256: v.off ? null : v.sha256, mm: v.which === 'seal' && !v.off ? v.mm : null }),
})

const UNITS: UnitKind[] = ['university', 'institute', 'hospital', 'enterprise', 'other']
const BELONGS: Affiliation[] = ['central_enterprise', 'central_organ', 'local']

interface Particulars {
  name: string; founded: string; founding_document: string; letter_prefix: string; case_prefix: string; secretary: string; phone: string; email: string; address: string; office: string; budget: string
  unit: Committee['unit']; reason: string
}

const particulars = (c: Committee | undefined): Omit<Particulars, 'reason'> => ({
  name: c?.name ?? '', founded: c?.founded ?? '', founding_document: c?.founding_document ?? '', letter_prefix: c?.letter_prefix ?? '', case_prefix: c?.case_prefix ?? '', secretary: c?.secretary ?? '',
  phone: c?.phone ?? '', email: c?.email ?? '', address: c?.address ?? '', office: c?.office ?? '', budget: c?.budget ?? '',
  unit: c?.unit ?? { name: '', credit_code: '', kind: 'university', affiliation: 'local', province: '', autonomous_area: false, authority: '' },
})

const change_committee = form<Particulars>({
  reads: ['committee'], width: 760,
  lead: () => t('acts_committee.change_lead'),
  first: (s) => ({ ...particulars(s.committee?.committee), reason: '' }),
  Fields: ({ v, put, wrong }) => {
    const line = (key: Exclude<keyof Particulars, 'unit' | 'reason'>, label: string = key, hint?: string) => <TextField key={key} label={t(`acts_committee.${label}`)} hint={hint} value={v[key]} onChange={(text) => put({ [key]: text } as Partial<Particulars>)} error={wrong(key)} />
    const unit = (some: Partial<Committee['unit']>): void => put({ unit: { ...v.unit, ...some } })
    return (
      <>
        {line('name', 'committee_name')}
        <div className="two">
          {line('secretary')}{line('phone')}
          {line('email')}{line('office')}
          {line('address')}{line('budget')}
          {line('letter_prefix', 'letter_prefix', t('acts_committee.letter_hint'))}{line('case_prefix', 'case_prefix', t('acts_committee.case_hint'))}
          <DayField label={t('acts_committee.founded')} value={v.founded} put={(founded) => put({ founded })} error={wrong('founded')} />
          {line('founding_document')}
          <TextField label={t('acts_committee.unit_name')} value={v.unit.name} onChange={(name) => unit({ name })} error={wrong('unit')} />
          <TextField label={t('acts_committee.credit_code')} value={v.unit.credit_code} onChange={(credit_code) => unit({ credit_code })} />
          <SelectField label={t('acts_committee.unit_kind')} value={v.unit.kind} onChange={(kind) => unit({ kind })} options={UNITS.map((key) => ({ key, words: t(`nouns.unit_${key}`) }))} />
          <SelectField label={t('acts_committee.affiliation')} value={v.unit.affiliation} onChange={(affiliation) => unit({ affiliation })} options={BELONGS.map((key) => ({ key, words: t(`nouns.affiliation_${key}`) }))} />
          <TextField label={t('acts_committee.province')} value={v.unit.province} onChange={(province) => unit({ province })} />
          <TextField label={t('acts_committee.authority')} value={v.unit.authority} onChange={(authority) => unit({ authority })} />
        </div>
        <Check checked={v.unit.autonomous_area} onChange={(autonomous_area) => unit({ autonomous_area })}>{t('acts_committee.autonomous')}</Check>
        <TextField label={t('acts_committee.change_reason')} value={v.reason} onChange={(reason) => put({ reason })} error={wrong('reason')} />
      </>
    )
  },
  missing: (v) => lacking({ founded: v.founded }),
  act: (v, s) => {
    const was = particulars(s.committee?.committee) as unknown as Record<string, unknown>
    const { reason, ...now } = v
    return { act: 'change_committee', with: Object.fromEntries(Object.entries(now).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(was[key]))), reason }
  },
  gate: (v, s) => {
    const was = particulars(s.committee?.committee) as unknown as Record<string, unknown>
    const label: Record<string, string> = { name: 'committee_name', unit: 'unit_name' }
    const changed = Object.entries(v).filter(([key, value]) => key !== 'reason' && JSON.stringify(value) !== JSON.stringify(was[key]))
    const said = (key: string, value: unknown): string => (key === 'unit' ? (value as Committee['unit']).name : key === 'founded' ? dateWords(String(value)) : String(value))
    return { title: t('acts.change_committee'), about: t('acts_committee.change_lead'), facts: changed.map(([key, value]) => ({ name: t(`acts_committee.${label[key] ?? key}`), value: said(key, value) })) }
  },
})

const OVERLAYS = ['', 'sichuan'] as const

const choose_overlay = form<{ overlay: string; reason: string }>({
  reads: ['committee'],
  lead: () => t('acts_committee.overlay_lead'),
  first: (s) => ({ overlay: s.committee?.committee.local.overlay ?? '', reason: '', ...(s.with as object) }),
  Fields: ({ v, put, wrong }) => (
    <>
      <RadioField label={t('acts_committee.overlay')} value={v.overlay} onChange={(overlay) => put({ overlay })} error={wrong('overlay')} options={OVERLAYS.map((key) => ({ key: key as string, words: t(`acts_committee.overlay_${key || 'none'}`) }))} />
      <TextField label={t('acts_committee.change_reason')} value={v.reason} onChange={(reason) => put({ reason })} error={wrong('reason')} />
    </>
  ),
  act: (v) => ({ act: 'choose_overlay', overlay: v.overlay, reason: v.reason }),
})

interface LimitForm { key: string; name: string; raw: number | string; value: string; back: boolean; reason: string }

const set_limit = form<LimitForm>({
  reads: ['committee'],
  lead: (s) => <>{typeof s.with.name === 'string' ? <strong>{s.with.name}　</strong> : null}{t('acts_committee.limit_lead')}</>,
  first: (s) => { const raw = (s.with.raw as number | string | undefined) ?? ''; return { key: 'decision_days', name: '', ...(s.with as object), raw, value: String(raw), back: false, reason: '' } },
  Fields: ({ v, put, s, wrong }) => (
    <>
      {s.with.key ? null : <TextField label={t('acts_committee.limit_key')} value={v.key} onChange={(key) => put({ key })} error={wrong('key')} />}
      {v.back ? null : <TextField label={t('acts_committee.limit_value')} width={120} value={v.value} onChange={(value) => put({ value })} error={wrong('value')} />}
      {s.committee?.committee.local.own[v.key] !== undefined ? <Check checked={v.back} onChange={(back) => put({ back })}>{t('acts_committee.limit_back')}</Check> : null}
      <TextField label={t('acts_committee.change_reason')} value={v.reason} onChange={(reason) => put({ reason })} error={wrong('reason')} />
    </>
  ),
  missing: (v) => (v.back ? [] : lacking({ limit_value: v.value.trim() })),
  act: (v) => ({ act: 'set_limit', key: v.key, value: v.back ? null : /^\d+$/.test(v.value.trim()) ? Number(v.value.trim()) : v.value.trim(), reason: v.reason }),
})

export const forms: Forms = { choose_overlay, set_limit, import_calendar, set_image, change_committee }
