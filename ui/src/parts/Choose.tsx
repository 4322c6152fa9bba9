//! A choice from a long list, found by typing: members, cases, departments. Characters and, where given, pinyin.

import { lazy, Suspense } from 'react'
import { Field, type FieldProps } from './Field'

const AntSelect = lazy(() => import('./AntSelect'))

export interface ChooseOption {
  key: string
  words: string
  /** Grey words beside it. */
  about?: string
  /** What else finds it: pinyin, initials, a number. */
  also?: string
}

type Base = Omit<FieldProps, 'children'> & { options: readonly ChooseOption[]; placeholder?: string }
export type ChooseProps =
  | (Base & { many?: false; value: string; onChange(key: string): void })
  | (Base & { many: true; value: readonly string[]; onChange(keys: string[]): void })

export function Choose(props: ChooseProps) {
  const { options, placeholder, value, many, onChange, ...field } = props
  const list = options.map((option) => ({ value: option.key, label: option.words, about: option.about ?? '', search: `${option.words} ${option.about ?? ''} ${option.also ?? ''}` }))
  return (
    <Field {...field}>
      {({ id }) => (
        <Suspense fallback={<div className="input" />}>
          <AntSelect
            id={id} many={many === true} options={list} placeholder={placeholder}
            value={many ? [...(value as readonly string[])] : (value as string) || undefined}
            onChange={(next) => (many ? (onChange as (keys: string[]) => void)(next as string[]) : (onChange as (key: string) => void)(next as string))}
          />
        </Suspense>
      )}
    </Field>
  )
}
