//! The sheet every door stands on: the mark, a title, a few plain sentences, what is to be typed, and the way back.

import { useEffect, useRef, type ReactNode } from 'react'
import { useKeys } from '../../keys'
import { ActButton } from '../../parts/ActButton'
import { t } from '../../words'

export interface DoorProps {
  title: ReactNode
  lines?: readonly ReactNode[]
  children: ReactNode
  /** The verb. */
  verb: string
  onVerb(): void
  working?: boolean
  locked?: string | undefined
  onBack(): void
  /** Beside the verb. */
  beside?: ReactNode
}

export function DoorSheet({ title, lines = [], children, verb, onVerb, working = false, locked, onBack, beside }: DoorProps) {
  useKeys('start', [
    { combo: 'Escape', label: t('start.back'), run: onBack, hint: true },
    { combo: 'Enter', label: verb, inText: true, run: () => { if (!working) onVerb() } },
  ])
  const sheet = useRef<HTMLElement>(null)
  useEffect(() => { sheet.current?.querySelector<HTMLElement>('.start-fields :is(input[type="text"], input[type="password"], textarea, [data-first])')?.focus() }, [])
  return (
    <div className="start-door">
      <main className="start-sheet" ref={sheet}>
        <Mark />
        <h1>{title}</h1>
        {lines.map((line, i) => <p className="start-say" key={i}>{line}</p>)}
        <div className="start-fields">{children}</div>
        {beside ? <p className="start-beside">{beside}</p> : null}
        <div className="start-foot">
          <ActButton combo="Escape" quiet onPress={onBack}>{t('start.back')}</ActButton>
          <span className="grow" />
          <ActButton main size="large" combo="Enter" quiet onPress={onVerb} working={working} locked={locked ? { reason: locked } : undefined}>{verb}</ActButton>
        </div>
      </main>
    </div>
  )
}

export const Mark = () => <div className="start-mark"><span className="seal" aria-hidden="true">伦</span><span>{t('frame.name')}</span></div>

/** The one thing wrong with a passphrase that the window may say by itself: the two do not agree. */
export const differ = (one: string, two: string): string | undefined => (two !== '' && one !== two ? t('start.differ') : undefined)
