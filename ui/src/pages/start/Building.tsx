//! While the demo committee is being made by some two thousand acts: how long it has been, how long it usually takes. The bar is an
//! estimate by the clock and says so; it never arrives before the work does.

import { useEffect, useState } from 'react'
import { Task, useSlow } from '../../parts/Working'
import { t } from '../../words'
import { Mark } from './Door'

const USUAL = 30

export function Building({ known }: { known: boolean }) {
  const slow = useSlow(true, known ? 600 : 200)
  const [gone, setGone] = useState(0)
  useEffect(() => {
    const began = performance.now()
    const timer = window.setInterval(() => setGone(Math.floor((performance.now() - began) / 1000)), 500)
    return () => window.clearInterval(timer)
  }, [])
  return (
    <div className="start-door">
      <main className="start-sheet">
        <Mark />
        <h1>{known ? t('start.demo_opening') : t('start.demo_building')}</h1>
        {known ? null : <p className="start-say">{t('start.demo_building_about')}</p>}
        {slow ? (
          <Task title={known ? t('start.demo_opening') : t('start.demo_building_task')} done={Math.min(0.96, 1 - Math.exp((-2.2 * gone) / USUAL))} amount={t('start.seconds', { n: gone })}>
            {known ? null : gone > USUAL * 2 ? t('start.demo_long') : t('start.demo_usual')}
          </Task>
        ) : null}
      </main>
    </div>
  )
}
