//! Work that takes time: nothing under 300 ms, a bar at the top of the page under a second, beyond that a named task with amount,
//! rest and a way to stop. Other work goes on meanwhile.

import './working.css'
import { useEffect, useState, type ReactNode } from 'react'
import { underWay } from '../api'
import { useWatched } from '../store'
import { t } from '../words'

/** True only when `busy` has lasted for `after` milliseconds. */
export function useSlow(busy: boolean, after: number): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!busy) return setSlow(false)
    const timer = window.setTimeout(() => setSlow(true), after)
    return () => window.clearTimeout(timer)
  }, [busy, after])
  return busy && slow
}

/** The two-pixel bar of the page. */
export function WorkingBar() {
  const shown = useSlow(useWatched(underWay) > 0, 300)
  return shown ? <div className="working-bar" role="progressbar" aria-label={t('parts.writing')} /> : null
}

export interface TaskProps {
  title: ReactNode
  /** 0…1; left out when the amount is not known. */
  done?: number
  /** 412／664MB，约40秒 */
  amount?: ReactNode
  children?: ReactNode
  /** Stopping leaves nothing half done. */
  onStop?(): void
}

export function Task({ title, done, amount, children, onStop }: TaskProps) {
  return (
    <div className="task" aria-live="off">
      <div className="task-head"><strong>{title}</strong><span>{amount}</span></div>
      <div className="task-bar" role="progressbar" aria-valuemin={0} aria-valuemax={100} aria-valuenow={done === undefined ? undefined : Math.round(done * 100)}>
        <span style={{ width: `${Math.round(Math.min(1, Math.max(0, done ?? 0)) * 100)}%` }} />
      </div>
      <div className="task-foot"><span>{children}</span>{onStop ? <button type="button" className="link" onClick={onStop}>{t('parts.stop')}</button> : null}</div>
    </div>
  )
}
