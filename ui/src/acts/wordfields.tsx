//! The words of a draft that may be changed, as fields: lines, texts and lists. Which they are, and how they read now, is said by the desk;
//! facts and numbers are not among them.

import type { PaperField, PaperView } from '../generated/types'
import { TextArea, TextField } from '../parts/Field'
import { say } from '../words'
import { ListField, sentences } from './fields'

/** What is typed, by the desk's name of the field. */
export type Words = Record<string, string | string[]>

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [])
const textOf = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '')

export const wordsOf = (view: PaperView | null): Words => Object.fromEntries((view?.fields ?? []).map((field) => [field.key, field.form === 'list' ? listOf(field.value) : textOf(field.value)]))

/** Only what differs from how it stands now. */
export function changedWords(view: PaperView | null, now: Words): Words {
  const was = wordsOf(view)
  const plain = (value: string | string[] | undefined): string | string[] | undefined => (Array.isArray(value) ? sentences(value) : value)
  return Object.fromEntries(Object.entries(now).filter(([key, value]) => key in was && JSON.stringify(plain(value)) !== JSON.stringify(plain(was[key]))).map(([key, value]) => [key, plain(value)!]))
}

export function WordFields({ fields, v, put, wrong }: { fields: readonly PaperField[]; v: Words; put(some: Words): void; wrong?(field: string): string | undefined }) {
  return (
    <>
      {fields.map((field) => {
        const words = say(field)
        const base = { label: words.charAt(0).toUpperCase() + words.slice(1), error: wrong?.(field.key) }
        const value = v[field.key]
        if (field.form === 'list') return <ListField key={field.key} {...base} value={Array.isArray(value) ? value : []} onChange={(list) => put({ [field.key]: list })} />
        const text = typeof value === 'string' ? value : ''
        return field.form === 'text'
          ? <TextArea key={field.key} {...base} rows={Math.min(8, 2 + Math.floor(text.length / 60))} value={text} onChange={(typed) => put({ [field.key]: typed })} />
          : <TextField key={field.key} {...base} value={text} onChange={(typed) => put({ [field.key]: typed })} />
      })}
    </>
  )
}
