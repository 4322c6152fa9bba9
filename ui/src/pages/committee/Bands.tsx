//! Every composition since the founding as one band: in order, not in order, and hatched what is to come. A click, or ← →, sets the day of
//! the page. The verdicts are the desk's.

import { addDays, dateWords } from '../../dates'
import type { Band } from '../../generated/types'
import { useKeys } from '../../keys'
import { Lamp, lampOf } from '../../parts'
import { say, t } from '../../words'

const daysBetween = (a: string, b: string): number => Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000)
/** Narrower than this a band could not be hit or read, in hundredths of the whole. */
const SMALLEST = 4.5

interface Piece { band: Band; left: number; width: number; future: boolean }

export function piecesOf(bands: readonly Band[], today: string): Piece[] {
  // A band that runs through today is cut there, so that what is to come is hatched.
  const cut = bands.flatMap((band) => (band.from <= today && band.until > today
    ? [{ band, from: band.from, until: today, future: false }, { band, from: addDays(today, 1), until: band.until, future: true }]
    : [{ band, from: band.from, until: band.until, future: band.from > today }]))
  const spans = cut.map((piece) => daysBetween(piece.from, piece.until) + 1)
  const whole = spans.reduce((sum, n) => sum + n, 0) || 1
  const weights = spans.map((n) => Math.max((100 * n) / whole, SMALLEST))
  const all = weights.reduce((sum, n) => sum + n, 0)
  let left = 0
  return cut.map(({ band, future }, i) => {
    const width = (100 * weights[i]!) / all
    const piece = { band, left, width, future }
    left += width
    return piece
  })
}

interface Mark { at: number; words: string; tone: 'plain' | 'red' | 'today'; room: number }

/** Dates below the band; one that would run into a more important one is left out. */
function marksOf(pieces: readonly Piece[], today: string): Mark[] {
  const wanted: Mark[] = []
  const now = pieces.find((piece) => piece.future)
  if (now) wanted.push({ at: now.left, words: t('committee.today'), tone: 'today', room: 3 })
  for (const { band, left, width } of pieces) if (band.verdict === 'block') wanted.push({ at: left + width / 2, words: t('committee.bad_span', { from: dateWords(band.from), until: dateWords(band.until), why: say(band) }), tone: 'red', room: 17 })
  pieces.forEach(({ band, left, future }, i) => { if (i === 0 || (band.from > today && future)) wanted.push({ at: left, words: dateWords(band.from), tone: 'plain', room: i === 0 ? 8 : 6 }) })
  const kept: Mark[] = []
  for (const mark of wanted) if (kept.every((other) => Math.abs(other.at - mark.at) > other.room + mark.room - 2)) kept.push(mark)
  return kept
}

export function Bands({ bands, on, today, onDay }: { bands: readonly Band[]; on: string; today: string; onDay(day: string): void }) {
  const pieces = piecesOf(bands, today)
  const at = bands.findIndex((band) => band.from <= on && on <= band.until)
  const dayOf = (band: Band | undefined): string => (!band ? today : band.from <= today && today <= band.until ? today : band.from)
  useKeys('committee', bands.length < 2 ? [] : [
    { combo: 'ArrowLeft', label: t('committee.change_day'), caps: ['←', '→'], run: () => at > 0 && onDay(dayOf(bands[at - 1])), hint: true },
    { combo: 'ArrowRight', label: t('committee.change_day'), run: () => at >= 0 && at < bands.length - 1 && onDay(dayOf(bands[at + 1])) },
  ])
  if (bands.length === 0) return null
  const next = bands.find((band) => band.from > today)
  return (
    <div className="bands" role="group" aria-label={t('committee.bands')}>
      <div className="bands-head">
        <span className="second">{t('committee.bands')}</span>
        {next ? <span className="second">{t('committee.ahead', { date: dateWords(next.from), what: say(next) })}</span> : null}
      </div>
      <div className="bands-row">
        {pieces.map(({ band, width, future }, i) => (
          <button
            type="button" key={i} style={{ width: `${width}%` }} className={`band band-${band.verdict}${future ? ' band-future' : ''}`} aria-pressed={at >= 0 && bands[at] === band && (!future || on > today)}
            aria-label={t('committee.band_said', { from: dateWords(band.from), until: dateWords(band.until), what: say(band) })} onClick={() => onDay(future && band.from <= today ? today : dayOf(band))}
          >
            {future ? null : <Lamp state={lampOf(band.verdict)} size={14} />}
            <span className="cut">{width < 7 ? (future ? t('committee.band_short', { n: band.count }) : '') : future && band.from > today ? t('committee.band_ahead', { n: band.count }) : future ? t('committee.band_short', { n: band.count }) : t(`committee.band_${band.verdict === 'block' ? 'block' : 'fine'}`, { n: band.count })}</span>
          </button>
        ))}
      </div>
      <div className="bands-marks" aria-hidden="true">
        {marksOf(pieces, today).map((mark, i) => <span key={i} className={`bands-mark bands-${mark.tone}`} style={mark.at < 3 ? { left: 0 } : mark.at > 90 ? { right: 0 } : { left: `${mark.at}%`, transform: 'translateX(-50%)' }}>{mark.words}</span>)}
      </div>
    </div>
  )
}
