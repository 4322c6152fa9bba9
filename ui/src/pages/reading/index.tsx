//! 阅会模式: a chair or a member reads the packet of a meeting and fills in what is asked, on a machine that need not hold any committee's
//! file. The page knows no place of the office; what it shows comes out of the packet.

import './reading.css'
import { useEffect } from 'react'
import { packet } from '../../chair'
import { useIdleLock } from '../../here'
import { frameView } from '../../minute'
import { useWatched } from '../../store'
import { t } from '../../words'
import { Opening } from './Opening'
import { Packet } from './Packet'

export default function Reading() {
  const state = useWatched(packet)
  // A committee's file that is open behind the packet still locks itself.
  useIdleLock(useWatched(frameView)?.lock_minutes ?? 0)
  useEffect(() => {
    document.title = t('reading.title')
    return () => { document.title = t('frame.name') }
  }, [])
  if (!state) return null
  if (state.waiting || !state.open) return <Opening state={state} />
  return <Packet key={state.open.packet} contents={state.open} />
}
