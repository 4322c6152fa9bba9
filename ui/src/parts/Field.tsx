//! Fields: a label, the thing typed, and below it what is wrong with it, in the words of the desk. A field keeps what was typed even
//! when it cannot be taken. Input methods: nothing is read while one is composing.

import './field.css'
import { useId, useRef, useState, type ReactNode } from 'react'
import { readTime } from '../dates'
import { useKeys } from '../keys'
import { t } from '../words'
import { Icon } from './Icon'

export interface FieldProps {
  label: ReactNode
  /** Grey words after the label: the article it serves, what it is for. */
  about?: ReactNode
  hint?: ReactNode
  /** What is wrong, from `Failure.zh` when `Failure.field` names this field. */
  error?: ReactNode
  needed?: boolean
  children: (props: { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined }) => ReactNode
  /** Label at the left instead of above. */
  beside?: boolean
}

export function Field({ label, about, hint, error, needed = false, children, beside = false }: FieldProps) {
  const id = useId()
  const under = error ?? hint
  return (
    <div className={`field${beside ? ' field-beside' : ''}${error ? ' field-wrong' : ''}`}>
      <label htmlFor={id}>{label}{needed ? <span className="field-needed"> {t('parts.needed')}</span> : null}{about ? <span className="second"> {about}</span> : null}</label>
      <div className="field-in">
        {children({ id, 'aria-invalid': Boolean(error), 'aria-describedby': under ? `${id}-u` : undefined })}
        {under ? <p id={`${id}-u`} className={error ? 'field-error' : 'hint'} role={error ? 'alert' : undefined}>{under}</p> : null}
      </div>
    </div>
  )
}

type Base = Omit<FieldProps, 'children'>

export interface TextFieldProps extends Base {
  value: string
  onChange(value: string): void
  placeholder?: string
  maxLength?: number
  secret?: boolean
  width?: number
  autoComplete?: string
  list?: readonly string[]
  /** Enter in the field. */
  onEnter?(): void
  first?: boolean
  disabled?: boolean
}

export function TextField({ value, onChange, placeholder, maxLength, secret = false, width, list, onEnter, first = false, disabled = false, ...field }: TextFieldProps) {
  const listId = useId()
  return (
    <Field {...field}>
      {(props) => (
        <>
          <input
            {...props} className="input" type={secret ? 'password' : 'text'} value={value} placeholder={placeholder} maxLength={maxLength} style={{ width }} spellCheck={false} autoComplete="off" disabled={disabled}
            list={list ? listId : undefined} data-first={first || undefined}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={(event) => { if (onEnter && event.key === 'Enter' && !event.nativeEvent.isComposing && !event.ctrlKey) { event.preventDefault(); onEnter() } }}
          />
          {list ? <datalist id={listId}>{list.map((word) => <option key={word} value={word} />)}</datalist> : null}
        </>
      )}
    </Field>
  )
}

export function TextArea({ value, onChange, rows = 3, placeholder, maxLength, first = false, ...field }: Base & { value: string; onChange(value: string): void; rows?: number; placeholder?: string; maxLength?: number; first?: boolean }) {
  return (
    <Field {...field}>
      {(props) => <textarea {...props} className="input" rows={rows} data-first={first || undefined} value={value} placeholder={placeholder} maxLength={maxLength} spellCheck={false} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  )
}

/** Whole numbers, full-width digits too. `null` while it is empty or no number. */
export function NumberField({ value, onChange, unit, width = 96, ...field }: Base & { value: number | null; onChange(value: number | null): void; unit?: ReactNode; width?: number }) {
  const [typed, setTyped] = useState(value === null ? '' : String(value))
  const shown = value !== null && Number(typed) !== value ? String(value) : typed
  return (
    <Field {...field}>
      {(props) => (
        <span className="row">
          <input {...props} className="input num" inputMode="numeric" value={shown} style={{ width }} autoComplete="off" onChange={(event) => {
            const plain = [...event.target.value].map((c) => (c >= '０' && c <= '９' ? String(c.charCodeAt(0) - 0xff10) : c)).join('')
            setTyped(plain)
            onChange(/^\d+$/.test(plain.trim()) ? Number(plain) : null)
          }} />
          {unit ? <span className="second">{unit}</span> : null}
        </span>
      )}
    </Field>
  )
}

/** 24-hour time; 14:00, 1400, 9点半 are all understood. */
export function TimeField({ value, onChange, ...field }: Base & { value: string; onChange(value: string): void }) {
  const [typed, setTyped] = useState(value)
  const wrong = typed.trim() !== '' && readTime(typed) === null
  return (
    <Field {...field} error={field.error ?? (wrong ? t('parts.no_such_time', { typed }) : undefined)}>
      {(props) => (
        <input {...props} className="input" value={typed} placeholder="14:00" style={{ width: 96 }} autoComplete="off" onChange={(event) => { setTyped(event.target.value); const read = readTime(event.target.value); if (read) onChange(read) }} onBlur={() => { const read = readTime(typed); if (read) setTyped(read) }} />
      )}
    </Field>
  )
}

/** A choice of one from a short list. Long lists with search: `Choose`. */
export function SelectField<K extends string>({ value, onChange, options, width, empty, ...field }: Base & { value: NoInfer<K> | ''; onChange(value: NoInfer<K>): void; options: readonly { key: K; words: string }[]; width?: number; empty?: string }) {
  return (
    <Field {...field}>
      {(props) => (
        <span className="select" style={{ width }}>
          <select {...props} className="input" value={value} onChange={(event) => onChange(event.target.value as K)}>
            {value === '' || empty !== undefined ? <option value="" disabled={empty === undefined}>{empty ?? t('parts.choose')}</option> : null}
            {options.map((option) => <option key={option.key} value={option.key}>{option.words}</option>)}
          </select>
          <Icon name="down" size={13} />
        </span>
      )}
    </Field>
  )
}

export interface Choice<K extends string> {
  key: K
  words: ReactNode
  about?: ReactNode
}

export function RadioField<K extends string>({ value, onChange, options, row = false, ...field }: Base & { value: NoInfer<K> | ''; onChange(value: NoInfer<K>): void; options: readonly Choice<K>[]; row?: boolean }) {
  const name = useId()
  return (
    <Field {...field}>
      {({ id }) => (
        <div className={row ? 'choices choices-row' : 'choices'} role="radiogroup" id={id}>
          {options.map((option) => (
            <label key={option.key} className="choice"><input type="radio" name={name} checked={value === option.key} onChange={() => onChange(option.key)} /><span>{option.words}{option.about ? <span className="second"> {option.about}</span> : null}</span></label>
          ))}
        </div>
      )}
    </Field>
  )
}

export function Check({ checked, onChange, children, disabled = false, some = false, label }: { checked: boolean; onChange(checked: boolean): void; children?: ReactNode; disabled?: boolean; some?: boolean; label?: string }) {
  const box = useRef<HTMLInputElement>(null)
  return (
    <label className="choice">
      <input ref={(element) => { box.current = element; if (element) element.indeterminate = some }} type="checkbox" checked={checked} disabled={disabled} aria-label={label} onChange={(event) => onChange(event.target.checked)} />
      {children === undefined ? null : <span>{children}</span>}
    </label>
  )
}

export function ChecksField<K extends string>({ value, onChange, options, row = false, ...field }: Base & { value: readonly NoInfer<K>[]; onChange(value: NoInfer<K>[]): void; options: readonly Choice<K>[]; row?: boolean }) {
  return (
    <Field {...field}>
      {({ id }) => (
        <div className={row ? 'choices choices-row' : 'choices'} role="group" id={id}>
          {options.map((option) => (
            <Check key={option.key} checked={value.includes(option.key)} onChange={(on) => onChange(on ? [...value, option.key] : value.filter((key) => key !== option.key))}>
              {option.words}{option.about ? <span className="second"> {option.about}</span> : null}
            </Check>
          ))}
        </div>
      )}
    </Field>
  )
}

/** The filter of a list, reached by `/`; Esc clears it. */
export function FilterBox({ value, onChange, about, width = 300, placeholder }: { value: string; onChange(value: string): void; about?: ReactNode; width?: number; placeholder?: string }) {
  // Esc empties the box before it leaves the page.
  useKeys('filter', [{ combo: 'Escape', label: t('parts.filter_clear'), run: () => onChange('') }], { off: value === '' })
  return (
    <div className="filterbox" style={{ width }}>
      <Icon name="search" />
      <input
        value={value} placeholder={placeholder ?? t('parts.filter')} aria-label={placeholder ?? t('parts.filter')} data-filter spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'ArrowDown' || event.key === 'Enter') { event.preventDefault(); event.stopPropagation(); document.querySelector<HTMLElement>('.register-body')?.focus() }
        }}
      />
      {about ? <span className="hint">{about}</span> : null}
    </div>
  )
}

/** A form in two columns where there is room; groups with a head. */
export function Form({ children, columns = 1 }: { children: ReactNode; columns?: 1 | 2 }) {
  return <div className={`form form-${columns}`}>{children}</div>
}
