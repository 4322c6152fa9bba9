//! What is missing on an article, grouped by what it is, each with the step that mends it; and the rule for what is added later. The
//! gaps are the law's own findings; nothing is removed here.

import { useState } from 'react'
import { aboutOf, dotted, startAct } from '../../acts/start'
import type { Gap } from '../../generated/types'
import { hasPage, placeOf } from '../../pages'
import { Lamp, lampOf, SectionHead } from '../../parts'
import { go } from '../../router'
import { hasWords, say, sayOf, t } from '../../words'

/** Mends a gap: its act, or the place where it can be seen to. */
export function mend(gap: Gap): void {
  if (gap.act) startAct(gap.act, aboutOf(gap.place, gap.id))
  else if (hasPage(gap.place)) go(gap.place, gap.id || undefined)
  else go(placeOf(gap.place) ?? 'today')
}

export const verbOf = (gap: Gap): string => (gap.act && hasWords(`acts.${gap.act}`) ? dotted(gap.act, t(`acts.${gap.act}`)) : t('law.see'))

const FEW = 4

export function Gaps({ gaps }: { gaps: readonly Gap[] }) {
  const rules = [...new Set(gaps.map((gap) => gap.finding.rule))]
  return (
    <>
      <SectionHead title={t('law.gaps')} about={t('law.gaps_n', { n: gaps.length })} />
      {gaps.length === 0 ? <p className="second">{t('law.no_gaps')}</p> : rules.map((rule) => <Group key={rule} gaps={gaps.filter((gap) => gap.finding.rule === rule)} />)}
      <div className="law-later">
        <SectionHead title={t('law.later')} />
        <p className="second">{t('law.later_1')}</p>
      </div>
    </>
  )
}

function Group({ gaps }: { gaps: Gap[] }) {
  const [all, setAll] = useState(false)
  const shown = all ? gaps : gaps.slice(0, FEW)
  return (
    <div className="law-group">
      {shown.map((gap, i) => (
        <div className="law-gap" key={i} data-row>
          <Lamp state={lampOf(gap.finding.verdict)} size={15} />
          <div className="grow">
            <p>{say(gap.finding)}</p>
            {sayOf(gap.finding, 'way') ? <p className="second">{sayOf(gap.finding, 'way')}</p> : null}
            <p><button type="button" className="link" onClick={() => mend(gap)}>{verbOf(gap)}</button>{gap.act && gap.id && hasPage(gap.place) ? <button type="button" className="link law-open" onClick={() => go(gap.place, gap.id)}>{t('law.open')}</button> : null}</p>
          </div>
        </div>
      ))}
      {gaps.length > shown.length ? <button type="button" className="link law-more" onClick={() => setAll(true)}>{t('law.more_like', { n: gaps.length - shown.length })}</button> : null}
    </div>
  )
}
