//! Fields that several forms share: people of the committee, a day, a list of sentences, a file taken into the archive, yes or no.

import { useState, type ReactNode } from 'react'
import type { CommitteeView, Taken } from './shapes'
import { DateField } from '../parts/DateField'
import { Field, type FieldProps } from '../parts/Field'
import { FileDrop } from '../parts/FileDrop'
import { Icon } from '../parts/Icon'
import { Segmented } from '../parts/Page'
import { Choose } from '../parts/Choose'
import { ChecksField } from '../parts/Field'
import { t } from '../words'

type Base = Omit<FieldProps, 'children'>

/** Noon of nothing: an instant in Beijing from a day and a time. */
export const instantOf = (day: string, time: string): string => `${day}T${time || '09:00'}:00+08:00`

export function DayField({ value, put, label, error, hint, needed }: { value: string; put(day: string): void; label?: ReactNode; error?: string | undefined; hint?: ReactNode; needed?: boolean }) {
  return <DateField label={label ?? t('fields.day')} value={value} onChange={put} error={error} hint={hint} needed={needed ?? false} />
}

interface Person {
  key: string
  words: string
  about: string
}

/** Members in office, in the order of the appointment document. */
export const peopleOf = (committee: CommitteeView | null, only?: (id: string) => boolean): Person[] =>
  (committee?.rows ?? []).filter((row) => !only || only(row.member.id)).map((row) => ({ key: row.member.id, words: row.member.name, about: [row.role === 'member' ? '' : t(`nouns.role_${row.role}`), t(`nouns.category_${row.member.category}`)].filter(Boolean).join('　') }))

export function MemberField({ committee, only, value, onChange, ...field }: Base & { committee: CommitteeView | null; only?: (id: string) => boolean; value: string; onChange(id: string): void }) {
  return <Choose {...field} options={peopleOf(committee, only)} value={value} onChange={onChange} />
}

export function MembersField({ committee, only, value, onChange, ...field }: Base & { committee: CommitteeView | null; only?: (id: string) => boolean; value: readonly string[]; onChange(ids: string[]): void }) {
  return <ChecksField {...field} row options={peopleOf(committee, only).map((p) => ({ key: p.key, words: p.words, about: p.about }))} value={value} onChange={onChange} />
}

/** Sentences one below the other, numbered as they will print. */
export function ListField({ value, onChange, add, rows = 2, ...field }: Base & { value: readonly string[]; onChange(list: string[]): void; add?: string; rows?: number }) {
  const shown = value.length === 0 ? [''] : value
  const put = (at: number, text: string): void => onChange(shown.map((was, i) => (i === at ? text : was)))
  return (
    <Field {...field}>
      {(props) => (
        <div className="listfield">
          {shown.map((text, i) => (
            <div className="listfield-row" key={i}>
              <span>{i + 1}.</span>
              <textarea {...(i === 0 ? props : {})} aria-label={i === 0 ? undefined : String(i + 1)} className="input" rows={rows} value={text} spellCheck={false} onChange={(event) => put(i, event.target.value)} />
              <button type="button" aria-label={t('fields.remove', { n: i + 1 })} disabled={shown.length === 1 && text === ''} onClick={() => onChange(shown.filter((_, at) => at !== i))}><Icon name="close" size={13} /></button>
            </div>
          ))}
          <button type="button" className="link" onClick={() => onChange([...shown, ''])}>{add ?? t('fields.add')}</button>
        </div>
      )}
    </Field>
  )
}

/** What is left of a list of sentences once the empty ones are gone. */
export const sentences = (list: readonly string[]): string[] => list.map((text) => text.trim()).filter((text) => text !== '')

export function YesNo({ value, onChange, label }: { value: boolean | null; onChange(yes: boolean): void; label: string }) {
  return (
    <Segmented<string>
      label={label} value={value === null ? '' : value ? 'yes' : 'no'} onChange={(key) => onChange(key === 'yes')}
      items={[{ key: 'yes', words: t('fields.yes') }, { key: 'no', words: t('fields.no') }]}
    />
  )
}

/** One file into the archive; the form keeps its hash. */
export function FileField({ value, onChange, ...field }: Base & { value: string; onChange(sha256: string): void }) {
  const [name, setName] = useState('')
  return (
    <Field {...field}>
      {() => (value ? (
        <div className="fileheld"><Icon name="file" /><span className="grow cut">{name || t('fields.on_file')}</span><button type="button" className="link" onClick={() => onChange('')}>{t('fields.other_file')}</button></div>
      ) : (
        <FileDrop<Taken> small request={{}} onTaken={(answer) => { const first = answer.taken[0]; if (first) { setName(first.name); onChange(first.sha256) } }} />
      ))}
    </Field>
  )
}
