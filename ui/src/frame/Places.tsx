//! The ten places, each with its digit and the number of what is open there.

import { digitOf, PLACES, placeOf, type Place } from '../pages'
import { Cap } from '../parts/Cap'
import { go, useRoute } from '../router'
import type { PlaceCount } from '../shape'
import { t } from '../words'

function Count({ count }: { count: PlaceCount | undefined }) {
  if (!count || (count.open === 0 && count.red === 0)) return <span className="count" />
  return <span className="count">{count.red > 0 ? <><b>{count.red}</b> / </> : null}{count.open}</span>
}

export function Places({ counts }: { counts: readonly PlaceCount[] }) {
  const here = placeOf(useRoute().page)
  const entry = (place: Place) => {
    const count = counts.find((c) => c.place === place)
    return (
      <button type="button" key={place} className="place" aria-current={here === place ? 'page' : undefined} onClick={() => go(place)}>
        <span className="digit">{digitOf(place)}</span>
        <span className="name">{t(`frame.place_${place}`)}</span>
        <Count count={count} />
        {count && count.red > 0 ? <span className="dot" /> : null}
      </button>
    )
  }
  return (
    <nav className="places" aria-label={t('frame.places')}>
      {PLACES.filter((place) => place !== 'settings').map(entry)}
      <div className="foot">
        {entry('settings')}
        <div className="tip"><Cap words="Alt" /> {t('frame.alt_digit')}</div>
      </div>
    </nav>
  )
}
