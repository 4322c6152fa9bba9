//! 算一个日期: any limit from any day, counted as the law counts it, with the whole working. For questions over the counter; it belongs to
//! no case and records nothing.

import { useState } from 'react'
import { useToday } from '../../here'
import { useLook } from '../../look'
import { ActButton, copyText, DateField, DueDate, ErrorPanel, LampLine, NumberField, openPaper, PageHead, saidDone, SectionHead, Check, Segmented, useDateKey, WhySheet, DayMark, lampOf } from '../../parts'
import { dayOf, weekdayName } from '../../dates'
import { useKept } from '../../router'
import type { WhyView } from '../../shape'
import { say, sayOf, t } from '../../words'

type Kind = 'working_days' | 'days' | 'months' | 'hours'
const KINDS: Kind[] = ['working_days', 'days', 'months', 'hours']
const USUAL: { key: string; kind: Kind; n: number; roll: boolean }[] = [
  { key: 'completeness', kind: 'working_days', n: 5, roll: false }, { key: 'decision', kind: 'days', n: 30, roll: true }, { key: 'appeal', kind: 'working_days', n: 3, roll: false },
  { key: 'redecision', kind: 'working_days', n: 7, roll: false }, { key: 'registration', kind: 'days', n: 30, roll: true }, { key: 'emergency', kind: 'hours', n: 72, roll: false },
]

export default function Why() {
  const today = useToday()
  const [start, setStart] = useKept('start', today)
  const [kind, setKind] = useKept<Kind>('kind', 'working_days')
  const [n, setN] = useKept<number | null>('n', 5)
  const [roll, setRoll] = useKept('roll', false)
  const [whole, setWhole] = useState(false)
  const ask = start && n !== null && n > 0 ? { view: 'compute', limit: kind, n, start: kind === 'hours' ? `${start}T09:00:00+08:00` : start, roll } : null
  const { view, failure } = useLook<WhyView>(ask)
  useDateKey()
  const print = (): void => { if (ask) openPaper({ paper: 'print', kind: 'why_date', limit: ask.limit, n: ask.n, start: ask.start, roll }, t('why.title')) }
  const copy = (): void => { if (view) void copyText(sayOf(view.due, 'equation')).then(() => saidDone(t('why.copied'))) }
  return (
    <>
      <PageHead title={t('why.title')} lines={[t('why.line')]}>
        <ActButton combo="Ctrl+KeyP" icon="printer" onPress={print} locked={view ? undefined : { reason: t('why.fill_first') }}>{t('parts.print_equation')}</ActButton>
        <ActButton main combo="Ctrl+Enter" onPress={() => setWhole(true)} locked={view ? undefined : { reason: t('why.fill_first') }}>{t('parts.whole_working')}</ActButton>
      </PageHead>
      <div className="pane-body">
        <div className="form" style={{ maxWidth: 720 }}>
          <DateField first label={t('why.start')} value={start} onChange={setStart} />
          <span className="row wrap">
            <NumberField label={t('why.limit')} value={n} onChange={setN} />
            <span style={{ paddingTop: 24 }}><Segmented<Kind> label={t('why.unit')} value={kind} onChange={setKind} items={KINDS.map((key) => ({ key, words: t(`why.unit_${key}`) }))} /></span>
          </span>
          {kind === 'days' ? <Check checked={roll} onChange={setRoll}>{t('why.roll')}</Check> : null}
          <p className="row wrap second">{t('why.usual')}{USUAL.map((one) => <button type="button" className="link" key={one.key} onClick={() => { setKind(one.kind); setN(one.n); setRoll(one.roll) }}>{t(`why.usual_${one.key}`)}</button>)}</p>
          <div>
            <SectionHead title={t('why.result')}><button type="button" className="link" onClick={copy}>{t('parts.copy_equation')}</button></SectionHead>
            {failure && ask ? <ErrorPanel failure={failure} /> : null}
            {view ? (
              <>
                <p className="why-aloud">{say(view)}</p>
                <p className="row wrap"><DueDate due={view.due} /> {dayOf(view.due.nominal) ? weekdayName(dayOf(view.due.nominal)!) : ''} <DayMark kind={view.due.days.find((day) => day.date === view.due.nominal)?.kind ?? 'working'} /></p>
                {view.due.certain ? null : <LampLine state={lampOf('ask')}>{sayOf(view.due, 'warning')}</LampLine>}
                {sayOf(view, 'other') ? <p className="second">{t('parts.compare')}{sayOf(view, 'other')}</p> : null}
              </>
            ) : <p className="second">{t('why.fill_first')}</p>}
          </div>
        </div>
      </div>
      {whole && view ? <WhySheet view={view} clock="" onClock={() => undefined} onClose={() => setWhole(false)} onPrint={() => { setWhole(false); print() }} /> : null}
    </>
  )
}
