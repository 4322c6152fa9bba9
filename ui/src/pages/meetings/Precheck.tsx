//! 会前预检: everything worth knowing before the day, worst first, each with one or two ways to mend it. The findings are the desk's; here each
//! is only given the acts that answer it.

import { useState } from 'react'
import { startAct } from '../../acts/start'
import type { Finding, ItemView, MeetingView } from '../../generated/types'
import { ArticleLinks, Cap, inOrder, Lamp, lampOf, SectionHead } from '../../parts'
import { go } from '../../router'
import { isEnglish, say, sayOf, t } from '../../words'
import { unheard } from './Agenda'
import { MoveItem } from './Moves'

interface Remedy { words: string; run(): void }

const fact = (finding: Finding, key: string): unknown => (finding.facts && typeof finding.facts === 'object' && !Array.isArray(finding.facts) ? (finding.facts as Record<string, unknown>)[key] : undefined)

export function Precheck({ view, again }: { view: MeetingView; again(): void }) {
  const [moving, setMoving] = useState<ItemView | null>(null)
  const m = view.meeting
  const itemOf = (finding: Finding): ItemView | undefined => view.items.find((item) => item.id === fact(finding, 'item') || item.order === fact(finding, 'order'))
  const silent = view.seats.find((seat) => seat.reply === 'none')
  const remedies = (finding: Finding): Remedy[] => {
    const item = itemOf(finding)
    if (finding.verdict === 'fine') return []
    switch (finding.rule) {
      case 'M14.foreseen': {
        const way = item?.quorum.ways.find((one) => one.key === 'call_in' && one.member)
        const host = item?.quorum.ways.find((one) => one.key === 'designate_host')
        return [
          ...(way?.member ? [{ words: t('meetings.act_call', { name: view.names[way.member] ?? '' }), run: () => startAct('record_reply', { meeting: m.id, member: way.member! }) }] : []),
          ...(host ? [{ words: t('meetings.act_host'), run: () => startAct('designate_host', { meeting: m.id, ...(host.member ? { member: host.member } : {}) }) }] : []),
          ...(item ? [{ words: t('meetings.act_defer'), run: () => setMoving(item) }] : []),
        ]
      }
      case 'E8.conflict': {
        const match = item?.conflicts.find((one) => say(finding).endsWith(say({ zh: one.how_zh, en: one.how_en })))
        return item ? [{ words: t('meetings.act_recuse'), run: () => startAct('recuse', { meeting: m.id, item: item.id, ...(match ? { member: match.member } : {}) }) }] : []
      }
      case 'M16.after_due': return item ? [{ words: t('meetings.act_extend'), run: () => startAct('extend', { case: item.case }) }, { words: t('meetings.act_defer'), run: () => setMoving(item) }] : []
      case 'M14.minutes': return [{ words: t('meetings.act_change'), run: () => startAct('change_meeting', { meeting: m.id }) }]
      case 'M14.answers': return silent ? [{ words: t('meetings.act_call', { name: silent.name }), run: () => startAct('record_reply', { meeting: m.id, member: silent.id }) }] : []
      case 'R.notice': return m.noticed ? [] : [{ words: t('meetings.act_notice'), run: () => startAct('send_notices', { meeting: m.id }) }]
      case 'M14.host': return [{ words: t('meetings.act_host'), run: () => startAct('designate_host', { meeting: m.id }) }]
      case 'E8.undertaking': case 'M14.in_office': case 'M14.chair_vacant': case 'E14.video_rules': return [{ words: t('meetings.act_member'), run: () => go('committee') }]
      default: return item ? [{ words: t('meetings.open_case'), run: () => go('case', item.case) }] : finding.rule.startsWith('E7') ? [{ words: t('meetings.act_member'), run: () => go('committee') }] : []
    }
  }
  // Before the first answer the forecast of every item is only that nobody has answered.
  const early = unheard(view)
  const shown = view.precheck.filter((finding) => !early || finding.rule !== 'M14.foreseen')
  const n = (verdict: string): number => shown.filter((finding) => finding.verdict === verdict).length
  const counts = (['block', 'ask', 'note', 'fine'] as const).filter((verdict) => n(verdict) > 0).map((verdict) => t(`meetings.n_${verdict}`, { n: n(verdict) })).join(isEnglish() ? ', ' : '，')
  return (
    <section className="precheck" data-pane="precheck">
      <SectionHead title={t('meetings.precheck')} about={counts}><button type="button" className="link" onClick={again}>{t('meetings.again')}</button> <Cap words="P" /></SectionHead>
      {early && view.items.length > 0 ? <p className="second precheck-early">{t('meetings.later')}</p> : null}
      {shown.length === 0 && !early ? <p className="second">{t('meetings.none_precheck')}</p> : null}
      {inOrder(shown as never).map((given, i) => {
        const finding = given as unknown as Finding
        const way = sayOf(finding, 'way')
        const acts = remedies(finding)
        return (
          <div key={`${finding.rule}${i}`} className={`finding finding-${finding.verdict}`} data-rule={finding.rule}>
            <Lamp state={lampOf(finding.verdict)} size={14} label={t(`parts.verdict_${finding.verdict}`)} />
            <div className="finding-text">
              <span className={finding.verdict === 'block' ? 'strong' : finding.verdict === 'fine' ? 'quiet' : undefined}>{say(finding)}</span> <ArticleLinks cites={finding.cites} />
              {way && finding.verdict !== 'fine' ? <div className="second">{way}</div> : null}
            </div>
            {acts.length > 0 ? <div className="finding-acts">{acts.map((act) => <button type="button" key={act.words} className="link" onClick={act.run}>{act.words}</button>)}</div> : null}
          </div>
        )
      })}
      {moving ? <MoveItem view={view} item={moving} onClose={() => setMoving(null)} /> : null}
    </section>
  )
}
