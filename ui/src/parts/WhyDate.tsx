//! 为什么是这一天: the whole working of a date, to end every argument about it. The sentence that counts aloud, the rows, the
//! calendar, the other way of counting. All of it comes from the law; the dialog only sets it out.

import './whydate.css'
import { useMemo, useState } from 'react'
import { addDays, dateWords, dayOf, monthWords, weekday, weekdayName } from '../dates'
import { useLook } from '../look'
import type { WhyDay, WhyView } from '../shape'
import { useWatched, watched } from '../store'
import { say, sayOf, sentence, t } from '../words'
import { width } from '../zoom'
import { ActButton } from './ActButton'
import { ArticleLinks } from './ArticleLink'
import { LeftChip } from './Chip'
import { copyText } from './copy'
import { DayMark } from './DayMark'
import { Dialog } from './Dialog'
import { ErrorPanel } from './ErrorPanel'
import { MonthCalendar } from './MonthCalendar'
import { openPaper } from './PaperSheet'

const asked = watched<{ case: string; clock: string } | null>(null)
export const openWhy = (caseId: string, clock: string): void => asked.set({ case: caseId, clock })

/** Drawn once by the frame; opened by `openWhy`. */
export function WhyDateHost() {
  const what = useWatched(asked)
  if (!what) return null
  return <WhyDate key={what.case} case={what.case} clock={what.clock} onClose={() => asked.set(null)} />
}

function WhyDate({ case: caseId, clock: first, onClose }: { case: string; clock: string; onClose(): void }) {
  const [clock, setClock] = useState(first)
  const { view, failure } = useLook<WhyView>({ view: 'why', case: caseId, clock })
  if (!view) return failure ? <Dialog title={t('parts.why_title')} onClose={onClose}><ErrorPanel failure={failure} /></Dialog> : null
  return <WhySheet view={view} clock={clock} onClock={setClock} onClose={onClose} onPrint={() => { onClose(); openPaper({ paper: 'print', kind: 'why_date', case: caseId, clock }, sayOf(view, 'title')) }} />
}

export interface WhySheetProps {
  view: WhyView
  clock: string
  onClock(clock: string): void
  onClose(): void
  onPrint?(): void
}

interface Month { y: number; m: number }

/** Months the working touches, at most three: the first, and those up to the last day. */
function monthsOf(days: readonly WhyDay[]): Month[] {
  const seen = new Map<string, Month>()
  for (const { date } of days) {
    const day = dayOf(date)
    if (day) seen.set(date.slice(0, 7), { y: day.y, m: day.m })
  }
  return [...seen.values()].slice(-3)
}

/** The week a month begins in stands already under the month before. */
function firstMonday(y: number, m: number): string {
  const first = `${y}-${String(m).padStart(2, '0')}-01`
  const day = weekday(dayOf(first)!)
  return day === 1 ? first : addDays(first, 8 - day)
}

export function WhySheet({ view, clock, onClock, onClose, onPrint }: WhySheetProps) {
  const days = useMemo(() => new Map(view.days.map((day) => [day.date, day])), [view.days])
  const months = monthsOf(view.days)
  const equation = sayOf(view.due, 'equation')
  const at = view.clocks.findIndex((c) => c.key === clock)
  const now = view.clocks[at]
  const roomy = useWatched(width) !== 'one'
  const move = (by: number): void => {
    const next = view.clocks[at + by]
    if (next) onClock(next.key)
  }
  const copy = (): void => void copyText(`${say(view)}\n${equation}`)
  const year = Number(view.due.start.slice(0, 4))
  const notes = new Map([[view.due.start, t('parts.start_day')]])
  return (
    <Dialog
      title={sayOf(view, 'title')} about={now ? `${view.number.split(' ')[0]} ${sentence(say(now))}` : view.number} width={1102} onClose={onClose} cross flush focus="none"
      keys={[
        { combo: 'ArrowUp', label: t('parts.other_date'), caps: ['↑', '↓'], run: () => move(-1), hint: true },
        { combo: 'ArrowDown', label: t('parts.other_date'), run: () => move(1) },
        { combo: 'Ctrl+KeyC', label: t('parts.copy_equation'), run: copy },
        ...(onPrint ? [{ combo: 'Ctrl+KeyP', label: t('parts.print_equation'), run: onPrint }] : []),
      ]}
      footNote={roomy ? t('parts.why_foot') : undefined}
      foot={
        <>
          <ActButton combo="Ctrl+KeyC" onPress={copy} quiet>{t('parts.copy_equation')}</ActButton>
          {onPrint ? <ActButton combo="Ctrl+KeyP" onPress={onPrint} quiet>{t('parts.print_equation')}</ActButton> : null}
          <ActButton main combo="Escape" onPress={onClose} quiet>{t('parts.close')}</ActButton>
        </>
      }
    >
      {view.clocks.length > 0 ? (
        <nav className="why-clocks" aria-label={t('parts.dates_of_case')}>
          <p className="second">{t('parts.dates_of_case')}</p>
          {view.clocks.map((c) => (
            <button type="button" key={c.key} aria-current={c.key === clock} onClick={() => onClock(c.key)}>
              <span>{sentence(say(c))}</span><span>{c.due ? dateWords(c.due, { year }) : t('parts.not_started')} {c.left && c.key === clock ? null : <LeftChip left={c.left} bare />}</span>
            </button>
          ))}
        </nav>
      ) : null}
      <div className="why-main">
        {view.due.certain ? null : <p className="amber strong">{sayOf(view.due, 'warning') || t('parts.uncertain')}</p>}
        <p className="why-aloud">{say(view)}</p>
        <div className="why-two">
          <dl className="why-rows">
            {view.rows.map((row) => (
              <div key={row.zh}><dt>{say(row)}</dt><dd>{sentence(sayOf(row, 'value'))} <ArticleLinks cites={row.cites} /></dd></div>
            ))}
          </dl>
          <div className="why-months">
            {months.map(({ y, m }, i) => ({ y, m, i, from: i === 0 ? addDays(view.due.start, -7) : firstMonday(y, m) })).filter(({ from }) => from <= view.due.rolled).map(({ y, m, i, from }) => (
              <section key={`${y}-${m}`}>
                <div className="why-month-head">
                  <strong>{monthWords(y, m)}</strong>
                  {i === 0 ? <span className="second"><DayMark kind="make_up" />{t('parts.make_up_short')} <DayMark kind="holiday" />{t('parts.off_short')}</span> : null}
                </div>
                <MonthCalendar year={y} month={m} counted={days} notes={notes} from={from} until={view.due.rolled} />
              </section>
            ))}
          </div>
        </div>
        {sayOf(view, 'other') ? <div className="why-other"><strong>{t('parts.compare')}</strong><span>{sayOf(view, 'other')}</span></div> : null}
        {roomy ? null : <p className="second why-note">{t('parts.why_foot')}</p>}
        <p className="unseen">{view.due.nominal} {weekdayName(dayOf(view.due.nominal)!)}</p>
      </div>
    </Dialog>
  )
}
