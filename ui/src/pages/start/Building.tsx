//! While the demo committee is being made by some two thousand acts: how many have been played, how long it has been, how long it usually
//! takes. It can be stopped; what was built half-way is taken away again.

import { useEffect, useState } from 'react'
import { LongTask } from '../../parts/LongTask'
import { t } from '../../words'
import { Mark } from './Door'

const USUAL = 30

export function Building({ known }: { known: boolean }) {
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
        <LongTask running after={known ? 600 : 200} title={known ? t('start.demo_opening') : t('start.demo_building_task')}>
          {t('start.seconds', { n: gone })}{known ? null : <>　{gone > USUAL * 2 ? t('start.demo_long') : t('start.demo_usual')}</>}
        </LongTask>
      </main>
    </div>
  )
}
