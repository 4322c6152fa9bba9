//! Every composition since the founding as one band in time, and what is foreseen. A click or ← → sets the day the whole page is
//! seen on. Verdicts and sentences are the desk's; here they only get their place in time.

import { dateWords, dayOf } from '../../dates'
import type { Band as Stretch } from '../../generated/types'
import { useToday } from '../../here'
import { useKeys } from '../../keys'
import { Lamp, lampOf } from '../../parts'
import { isEnglish, say, t } from '../../words'

const number = (iso: string): number => {
  const day = dayOf(iso)
  return day ? Date.UTC(day.y, day.m - 1, day.d) / 86_400_000 : 0
}

interface Piece {
  from: string
  band: Stretch
  /** Begins after today: foreseen, not yet so. */
  ahead: boolean
  /** The later part of the present composition, after today. */
  rest: boolean
}

/** The present composition is cut at today. */
function pieces(bands: readonly Stretch[], today: string): Piece[] {
  return bands.flatMap((band): Piece[] => {
    if (band.from <= today && today < band.until) return [{ from: band.from, band, ahead: false, rest: false }, { from: today, band, ahead: false, rest: true }]
    return [{ from: band.from, band, ahead: band.from > today, rest: false }]
  })
}

export function Band({ bands, on, onPick }: { bands: readonly Stretch[]; on: string; onPick(day: string): void }) {
  const today = useToday()
  const all = pieces(bands, today)
  const start = number(bands[0]?.from ?? today)
  const end = number(bands.at(-1)?.until ?? today) + 1
  const at = (iso: string): number => Math.min(100, Math.max(0, ((number(iso) - start) / Math.max(1, end - start)) * 100))
  const here = bands.findIndex((band) => band.from <= on && on <= band.until)
  const dayIn = (band: Stretch): string => (band.from <= today && today <= band.until ? today : band.from)
  const move = (by: number): void => {
    const next = bands[Math.min(bands.length - 1, Math.max(0, here + by))]
    if (next) onPick(dayIn(next))
  }
  useKeys('band', bands.length < 2 ? [] : [
    { combo: 'ArrowLeft', label: t('committee.change_day'), caps: ['←', '→'], run: () => move(-1), hint: true },
    { combo: 'ArrowRight', label: t('committee.change_day'), run: () => move(1) },
  ])
  if (bands.length === 0) return null
  const bad = bands.filter((band) => band.verdict === 'block' && band.from <= today)
  const ahead = bands.find((band) => band.from > today)
  return (
    <div className="band" data-pane="band">
      <div className="band-head second">
        <span>{t('committee.band')}</span>
        {ahead ? <span className={`band-ahead${ahead.verdict === 'block' ? ' red' : ''}`}>{t('committee.ahead', { date: dateWords(ahead.from), said: say(ahead) })}</span> : null}
      </div>
      <div className="band-row" role="group" aria-label={t('committee.band')}>
        {all.map((piece) => {
          const until = piece.rest || !(piece.band.from <= today && today < piece.band.until) ? piece.band.until : today
          const share = (number(until) - number(piece.from) + (until === today && !piece.rest ? 0 : 1)) / Math.max(1, end - start)
          const chosen = piece.band === bands[here] && !(piece.rest && on <= today)
          return (
            <button
              type="button" key={piece.from + String(piece.rest)} className={`band-piece band-${piece.band.verdict}${piece.ahead ? ' band-foreseen' : ''}${chosen ? ' band-chosen' : ''}`} style={{ flexGrow: Math.max(0.02, share) }} aria-pressed={chosen}
              title={`${dateWords(piece.band.from)}${t('committee.to')}${dateWords(piece.band.until)}  ${say(piece.band)}`} aria-label={`${dateWords(piece.band.from)}${t('committee.to')}${dateWords(piece.band.until)} ${say(piece.band)}`}
              onClick={() => onPick(piece.rest ? today : dayIn(piece.band))}
            >
              {piece.ahead || piece.rest ? null : <Lamp state={lampOf(piece.band.verdict)} size={14} />}
              <span className="cut">{piece.ahead ? t('committee.band_foreseen', { n: piece.band.count }) : piece.rest ? t('committee.band_n', { n: piece.band.count }) : t(piece.band.verdict === 'block' ? 'committee.band_n' : 'committee.band_lawful', { n: piece.band.count })}</span>
            </button>
          )
        })}
        {on !== today ? <span className="band-on" style={{ left: `${at(on)}%` }} aria-hidden="true" /> : null}
        {today >= (bands[0]?.from ?? '') && start < end ? <span className="band-today" style={{ left: `${at(today)}%` }} aria-hidden="true" /> : null}
      </div>
      <div className="band-foot">
        <span>{bands[0] ? dateWords(bands[0].from) : null}</span>
        {bad.map((band) => (
          <button type="button" key={band.from} className="red band-bad" style={{ left: `${(at(band.from) + at(band.until)) / 2}%` }} onClick={() => onPick(dayIn(band))}>
            {t('committee.bad_days', { from: dateWords(band.from), until: isEnglish() ? dateWords(band.until) : dateWords(band.until, { year: Number(band.from.slice(0, 4)) }), said: say(band).replace(/[。.]$/, '') })}
          </button>
        ))}
        <strong className="ink band-now" style={{ left: `${at(today)}%` }}>{t('parts.today')}</strong>
      </div>
    </div>
  )
}
