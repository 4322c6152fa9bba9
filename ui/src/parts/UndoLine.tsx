//! The line at the foot after an everyday act: what was done, and Ctrl Z where it can be taken back. Ten seconds on screen.
//! After a one-way gate there is no undo, only 更正….

import './undoline.css'
import { useEffect, type ReactNode } from 'react'
import { useKeys } from '../keys'
import { useWatched, watched } from '../store'
import { t } from '../words'
import { Cap } from './Cap'
import { Lamp } from './Lamp'

export interface Said {
  words: ReactNode
  /** Takes the act back; left out where nothing can. */
  undo?: (() => void) | undefined
}

const line = watched<Said | null>(null)
/** Says what has just been done. */
export const saidDone = (words: ReactNode, undo?: () => void): void => line.set({ words, undo })

const SECONDS = 10

export function UndoLine({ words, undo }: Said) {
  return (
    <div className="undoline" role="status">
      <Lamp state="proven" size={14} /><span>{words}</span>
      {undo ? <button type="button" className="link" onClick={undo}>{t('parts.undo')} <Cap combo="Ctrl+KeyZ" /></button> : null}
    </div>
  )
}

export function FootLine() {
  const said = useWatched(line)
  const undo = (): void => {
    const now = line.get()
    line.set(null)
    now?.undo?.()
  }
  useKeys('undo', [{ combo: 'Ctrl+KeyZ', label: t('parts.undo_last'), run: undo }], { off: !said?.undo })
  useEffect(() => {
    if (!said) return
    const timer = window.setTimeout(() => line.set(null), SECONDS * 1000)
    return () => window.clearTimeout(timer)
  }, [said])
  if (!said) return null
  return <div className="footline"><UndoLine words={said.words} undo={said.undo ? undo : undefined} /></div>
}
