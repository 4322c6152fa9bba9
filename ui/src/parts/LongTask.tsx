//! Long work of the desk as it goes on: how far it is, and the way to stop it. Shown once it has lasted a moment; asks the door, which
//! answers although the desk is at work.

import { useEffect, useState, type ReactNode } from 'react'
import { look, stopWork } from '../api'
import { t } from '../words'
import { Task, useSlow } from './Working'

interface Progress { what: string; done: number; all: number; stopping: boolean }

export function LongTask({ running, title, after = 500, children }: { running: boolean; title: ReactNode; after?: number; children?: ReactNode }) {
  const shown = useSlow(running, after)
  const [now, setNow] = useState<Progress | null>(null)
  useEffect(() => {
    if (!running) return setNow(null)
    let live = true
    const ask = (): void => void look<Progress | null>({ view: 'task' }).then((found) => live && setNow(found), () => undefined)
    const timer = window.setInterval(ask, 300)
    return () => { live = false; window.clearInterval(timer) }
  }, [running])
  if (!shown) return null
  const part = now && now.all > 0 ? now.done / now.all : undefined
  return (
    <Task title={title} {...(part === undefined ? {} : { done: part, amount: `${Math.floor(part * 100)}%` })} {...(now && !now.stopping ? { onStop: () => void stopWork() } : {})}>
      {now?.stopping ? t('parts.stopping') : children}
    </Task>
  )
}
