//! The gaps of one article, each with the step that mends it, and the rule for what is added later. The findings are the law's own.

import { useState } from 'react'
import { aboutOf, type About } from '../../acts/start'
import type { Gap } from '../../generated/types'
import { Cap, Lamp, lampOf, SectionHead } from '../../parts'
import { say, sayOf, t } from '../../words'
import { follow } from '../today'

const PORTION = 20

/** A citation may carry an item; the gap belongs to the article. */
const head = (cite: string): string => cite.split('(')[0]!

interface Props {
  all: readonly Gap[]
  cite: string
  onGap(): void
  start(act: string, about: About): void
}

export function Gaps({ all, cite, onGap, start }: Props) {
  const [shown, setShown] = useState(PORTION)
  const here = all.filter((gap) => gap.finding.cites.some((one) => head(one) === cite))
  const elsewhere = all.length - here.length
  return (
    <div className="law-gaps">
      <SectionHead title={t('law.gaps')} about={t('law.gaps_n', { n: here.length })}>
        {all.length > 0 ? <button type="button" className="link" onClick={onGap}>{t('law.next_gap')} <Cap words="G" /></button> : null}
      </SectionHead>
      {here.length === 0 ? <p className="second">{all.length === 0 ? t('law.none_at_all') : t('law.none_here', { n: elsewhere })}</p> : null}
      {here.slice(0, shown).map((gap, i) => <OneGap key={`${gap.finding.rule}${gap.id}${i}`} gap={gap} start={start} />)}
      {here.length > shown ? <button type="button" className="link" onClick={() => setShown(shown + PORTION)}>{t('law.more_gaps', { n: here.length - shown })}</button> : null}
      <SectionHead title={t('law.later')} />
      <p className="law-note">{t('law.later_rule')}</p>
    </div>
  )
}

function OneGap({ gap, start }: { gap: Gap; start: Props['start'] }) {
  const way = sayOf(gap.finding, 'way')
  return (
    <div className="law-gap">
      <Lamp state={lampOf(gap.finding.verdict)} size={16} />
      <div className="grow">
        <div>{say(gap.finding)}</div>
        {gap.title && gap.place !== 'committee' ? <div className="second">{gap.title}</div> : null}
        {way ? <div className="second">{way}</div> : null}
        <div className="law-gap-acts">
          {gap.act ? <button type="button" className="link" onClick={() => start(gap.act, gap.place === 'committee' ? (gap.id ? { member: gap.id } : {}) : aboutOf(gap.place, gap.id))}>{t(`acts.${gap.act}`)}…</button> : null}
          {gap.id || gap.place !== 'committee' ? <button type="button" className="link" onClick={() => (gap.place === 'committee' ? follow('member', gap.id) : follow(gap.place, gap.id))}>{t('parts.open')}</button> : null}
        </div>
      </div>
    </div>
  )
}
