//! The sheet one types from: a field of the platform's form a row, copied with one key; a tick says which have been copied. The next field
//! is chosen by itself, so that one hand stays in the browser.

import { useEffect, useRef, useState } from 'react'
import type { SheetField } from '../../generated/types'
import { useKeys } from '../../keys'
import { ActButton, copyText, Lamp, saidDone, SectionHead } from '../../parts'
import { useKept } from '../../router'
import { say, t } from '../../words'

export function Sheet({ fields, name, remember, onDone, act }: { fields: readonly SheetField[]; name: string; remember: string; onDone(): void; act?: string }) {
  const [copied, setCopied] = useKept<readonly string[]>(`copied.${remember}`, [])
  const [at, setAt] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  const filled = fields.filter((field) => field.value.trim() !== '')
  useEffect(() => { box.current?.querySelector(`[data-at="${at}"]`)?.scrollIntoView({ block: 'nearest' }) }, [at])
  const copy = (i: number): void => {
    const field = fields[i]
    if (!field || field.value.trim() === '') return
    void copyText(field.value).then(() => saidDone(t('outward.copied', { name: say(field) })))
    if (!copied.includes(field.key)) setCopied([...copied, field.key])
    const next = fields.findIndex((other, n) => n > i && other.value.trim() !== '')
    if (next >= 0) setAt(next)
  }
  useKeys('outward', [
    { combo: 'Space', label: t('outward.copy_next'), run: () => copy(at), hint: true },
    { combo: 'Alt+ArrowDown', label: t('outward.field'), caps: ['Alt ↑', 'Alt ↓'], run: () => setAt((now) => Math.min(fields.length - 1, now + 1)), hint: true },
    { combo: 'Alt+ArrowUp', label: t('outward.field'), run: () => setAt((now) => Math.max(0, now - 1)) },
  ])
  const done = filled.filter((field) => copied.includes(field.key)).length
  return (
    <div className="outward-sheet" ref={box}>
      <SectionHead title={name} about={t('outward.sheet_about', { n: done, all: filled.length })}>
        {copied.length > 0 ? <button type="button" className="link" onClick={() => { setCopied([]); setAt(0) }}>{t('outward.start_over')}</button> : null}
      </SectionHead>
      <dl>
        {fields.map((field, i) => (
          <div key={field.key} data-at={i} className={`outward-field${i === at ? ' outward-at' : ''}`} onClick={() => setAt(i)}>
            <dt>{copied.includes(field.key) ? <Lamp state="proven" size={13} label={t('outward.was_copied')} /> : <span className="outward-gap" />}<span>{say(field)}</span></dt>
            <dd className={field.value ? undefined : 'second'}>{field.value || t('outward.empty_field')}</dd>
            {field.value ? <button type="button" className="act act-possible act-small" tabIndex={-1} onClick={(event) => { event.stopPropagation(); copy(i) }}>{t('parts.copy')}</button> : <span />}
          </div>
        ))}
      </dl>
      {act ? <div className="outward-done"><ActButton main wide combo="Ctrl+Enter" onPress={onDone}>{`${act}…`}</ActButton></div> : <p className="second">{t('outward.then')}</p>}
    </div>
  )
}
