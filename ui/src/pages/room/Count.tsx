//! The right of the room: the count with its arithmetic and the outcome that follows from it; for a red item what to read aloud and the ways out;
//! for a closed one its outcome; and what is coming while there is still time to act. All counted and worded by the desk.

import { asked, given, startAct, type About } from '../../acts/start'
import type { ItemView, MeetingView, Way } from '../../generated/types'
import { ActButton, ArticleLinks, Cap, FindingRow, Icon, Lamp, SectionHead, TallyBoxes, useDo, type IconName, type Locked } from '../../parts'
import { go } from '../../router'
import { isEnglish, say, sayOf, t } from '../../words'
import { listedWords, listWords, timeOf } from '../meetings/Agenda'
import { wordsOf } from './Items'

const names = (view: MeetingView, ids: readonly string[]): string => listWords(ids.map((id) => view.names[id] ?? id))
const about = (view: MeetingView, item: ItemView) => ({ meeting: view.meeting.id, item: item.id, case: item.case })

/** Elsewhere this act leads to the room; in the room its form is wanted. */
export const openClosing = (about: About, item: ItemView): void => asked.set({ ...about, tag: 'close_item', n: Date.now(), words: item.tally?.decision ? t('acts.close_item') : t('room.close_none') })

/** The next item without an outcome after this one, going round once. */
export function nextItem(view: MeetingView, item: ItemView): ItemView | undefined {
  const at = view.items.findIndex((one) => one.id === item.id)
  return [...view.items.slice(at + 1), ...view.items.slice(0, at)].find((one) => !one.item.outcome)
}

export interface CountProps {
  view: MeetingView
  item: ItemView
  onPick(id: string): void
  onRead(): void
  onSwap(): void
}

/** What the pinned button at the foot does now. */
export function Foot({ view, item, onPick }: Pick<CountProps, 'view' | 'item' | 'onPick'>) {
  const m = view.meeting
  const doing = useDo()
  const { tally } = item
  const next = nextItem(view, item)
  if (m.closed) return <ActButton main wide size="large" combo="Ctrl+Enter" onPress={() => go('aftermath', m.id)}>{t('room.aftermath')}</ActButton>
  const closing: Locked | undefined = view.closing[0] ? { finding: view.closing[0] } : undefined
  if (item.item.outcome) {
    return next
      ? <ActButton main wide size="large" combo="Ctrl+Enter" onPress={() => onPick(next.id)}>{t('room.next_item', { n: next.order })}</ActButton>
      : <ActButton main wide size="large" combo="Ctrl+Enter" locked={closing} onPress={() => startAct('close_meeting', { meeting: m.id, then: () => go('aftermath', m.id) })}>{t('room.close_meeting')}</ActButton>
  }
  if (item.quorum.lamp === 'block') return <ActButton main wide size="large" combo="KeyD" quiet onPress={() => startAct('defer_item', about(view, item))}>{t('room.defer_to')}</ActButton>
  if (!item.item.taken_up) {
    const out = new Set(item.item.recusals.map((one) => one.member))
    const away = view.items.filter((one) => one.item.outcome).flatMap((one) => one.item.recusals.filter((recusal) => recusal.left && !recusal.back).map((recusal) => recusal.member))
    const still = [...new Set(item.conflicts.filter((match) => match.certain && !out.has(match.member)).map((match) => match.member))]
    return (
      <>
        {away.length > 0 ? <p className="foot-note amber">{t('room.still_out', { names: names(view, [...new Set(away)]) })} <button type="button" className="link" onClick={() => { const one = view.items.find((other) => other.item.recusals.some((recusal) => recusal.member === away[0] && recusal.left && !recusal.back)); if (one) startAct('return_recused', { meeting: m.id, item: one.id }) }}>{t('room.returned')}</button> <Cap words="R" /></p> : null}
        {still.length > 0 ? <p className="foot-note amber">{t('room.not_recorded', { names: names(view, still) })}</p> : null}
        <ActButton main wide size="large" combo="Ctrl+Enter" onPress={() => doing.run(given('take_up', { item: item.id }), { verb: t('acts.take_up'), silent: true })}>{t('room.take_up')}</ActButton>
        {doing.dialog}
      </>
    )
  }
  const missing = tally?.missing ?? []
  if (missing.length > 0) {
    const who = missing.length > 2 ? t('room.next_names', { names: names(view, missing.slice(0, 2)), n: missing.length }) : names(view, missing)
    const block = item.closing.find((finding) => finding.verdict === 'block')
    return <ActButton wide size="large" onPress={() => undefined} locked={block ? { finding: block } : { reason: t('room.next_locked', { names: who }) }}>{t('room.next_locked', { names: who })}</ActButton>
  }
  return <ActButton main wide size="large" combo="Ctrl+Enter" onPress={() => openClosing(about(view, item), item)}>{tally?.decision ? t('room.close') : t('room.close_none')}</ActButton>
}

export function Count(props: CountProps) {
  const { item } = props
  const { outcome } = item.item
  return (
    <div className="counting">
      {outcome ? <Closed {...props} /> : item.quorum.lamp === 'block' ? <Red {...props} /> : <Voting {...props} />}
      <Coming {...props} />
    </div>
  )
}

/** 3×6＝18 ≥ 2×8＝16, as the desk's sentence carries it: facts, then the sum in large type. */
function Arithmetic({ item }: { item: ItemView }) {
  const { tally } = item
  if (!tally) return null
  const sentence = say(tally)
  const sum = /\d+×\d+[＝=]\d+\s*[≥≤<>＜＞]\s*\d+×\d+[＝=]\d+/.exec(sentence)
  if (!sum) return <p className="count-said">{sentence}</p>
  const before = sentence.slice(0, sum.index).replace(/[，,]\s*$/, '')
  const after = sentence.slice(sum.index + sum[0].length).replace(/^[，,]\s*(已达到。|reached\.)\s*/, '')
  return (
    <div className="count-sum">
      <p>{before}</p>
      <p className="count-big private">{sum[0]} {tally.reached ? <span className="green whole"><Lamp state="proven" size={15} /> {t('room.reached')}</span> : null}</p>
      {after ? <p className="amber">{after}</p> : null}
    </div>
  )
}

function Voting({ view, item, onRead }: CountProps) {
  const { tally } = item
  if (!item.item.taken_up || !tally) {
    return (
      <section>
        <SectionHead title={t('room.count')} />
        <p className="second">{t('room.not_begun')}</p>
        <p className="count-said">{t('room.to_hear', { n: item.quorum.attending.length, m: item.quorum.needed })}</p>
      </section>
    )
  }
  const cast = tally.attending - tally.missing.length
  const round = item.item.ballots.length
  const done = tally.missing.length === 0
  const note = tally.findings.filter((finding) => finding.verdict === 'block')
  const still = sayOf(tally, 'can_still')
  return (
    <>
      <section>
        <SectionHead title={t('room.count')} about={`${round > 1 ? `${t('room.ballot_no', { n: round })}　` : ''}${t('room.cast', { n: cast, m: tally.missing.length })}`}>{done ? <><button type="button" className="link" onClick={onRead}>{t('room.read')}</button><Cap words="F9" /></> : null}</SectionHead>
        <TallyBoxes counts={tally.counts.filter(([vote, n]) => vote !== 'spoilt' || n > 0).map(([vote, n]) => ({ words: wordsOf(item, vote), n }))} />
        <Arithmetic item={item} />
        {still && !tally.reached ? <p className="second">{still}</p> : null}
        {note.map((finding, i) => <FindingRow key={i} finding={finding} label={false} />)}
      </section>
      <section className="count-outcome">
        <p className="second">{t('room.from_votes')}</p>
        {tally.decision ? <p className="outcome">{t(`nouns.decision_${tally.decision}`)}</p> : done ? <p className="outcome amber">{t('room.no_decision')}</p> : <p className="outcome quiet">{t('room.not_reached')}</p>}
        {tally.decision === 'pass' ? <p>{t('room.listed_note', { items: listedWords(item).replace(/^\D*?(?=[一二三四五六七八九\d])/, '') })} <ArticleLinks cites={['M22']} /></p> : null}
        {tally.boundary ? <p className="amber">{t('room.boundary')} <ArticleLinks cites={['E16']} /></p> : null}
        {done && !tally.decision ? <p>{t('room.no_decision_why')}</p> : <p className="second">{t('room.derived')}</p>}
      </section>
      {done && !tally.decision ? (
        <section>
          <WayRow icon="swap" cap="F4" words={t('room.second')} why={t('room.second_ballot_kept')} run={() => startAct('second_ballot', about(view, item))} />
        </section>
      ) : null}
    </>
  )
}

export function WayRow({ icon, cap, words, why, run, locked = false }: { icon: IconName; cap?: string; words: React.ReactNode; why?: React.ReactNode; run?(): void; locked?: boolean }) {
  return (
    <div className={`way${locked ? ' way-locked' : ''}`}>
      <Icon name={icon} size={15} />
      <div className="grow">{run ? <button type="button" className="way-name" onClick={run}>{words}</button> : <span>{words}</span>}{why ? <p className="second">{why}</p> : null}</div>
      {cap ? <Cap words={cap} /> : null}
    </div>
  )
}

export const actOfWay = (view: MeetingView, item: ItemView, way: Way): (() => void) | undefined => {
  const m = view.meeting.id
  if (way.key === 'call_in' && way.member) { const member = way.member; return () => startAct('arrive', { meeting: m, member, with: { presence: 'video' } }) }
  if (way.key === 'designate_host') return () => startAct('designate_host', { meeting: m, ...(way.member ? { member: way.member } : {}) })
  if (way.key === 'defer') return () => startAct('defer_item', about(view, item))
  if (way.key === 'fill_chair') return () => go('committee')
  return undefined
}

const ICONS: Record<string, IconName> = { call_in: 'video', designate_host: 'user', fill_chair: 'user', defer: 'right' }

function Red({ view, item, onSwap }: CountProps) {
  const { quorum } = item
  const next = nextItem(view, item)
  const running = view.meeting.opened !== null
  let called = false
  return (
    <>
      {quorum.say_zh ? (
        <section>
          <SectionHead title={t('room.read_out')}><Cap words="F9" /></SectionHead>
          <blockquote className="readout" lang="zh-CN">{quorum.say_zh}</blockquote>
        </section>
      ) : null}
      <section>
        <SectionHead title={t('room.ways')} />
        {quorum.ways.map((way, i) => {
          const first = way.key === 'call_in' && !called
          if (first) called = true
          const cap = first ? 'V' : way.key === 'defer' ? 'D' : undefined
          return <WayRow key={i} icon={ICONS[way.key] ?? 'right'} {...(cap ? { cap } : {})} words={say(way)} {...(running ? { run: actOfWay(view, item, way) ?? (() => undefined) } : {})} />
        })}
        {next && running ? <WayRow icon="swap" cap="W" words={t('room.swap', { n: next.order })} why={t('room.swap_why')} run={onSwap} /> : null}
        <WayRow icon="lock" locked words={t('room.forbidden')} why={t('room.forbidden_why')} />
        <p className="hint">{t('room.reopen_green')}</p>
      </section>
    </>
  )
}

function Closed({ view, item, onRead }: CountProps) {
  const outcome = item.item.outcome!
  const { tally } = item
  const out = item.item.recusals.filter((one) => one.left && !one.back)
  const corrections = item.item.ballots.reduce((sum, ballot) => sum + ballot.corrections.length, 0)
  const to = outcome.deferred_to
  return (
    <>
      <section>
        <SectionHead title={t('room.result')} about={t('room.closed_at', { time: timeOf(outcome.at) })}>{tally ? <><button type="button" className="link" onClick={onRead}>{t('room.read')}</button><Cap words="F9" /></> : null}</SectionHead>
        <p className={`outcome${outcome.result === 'decided' ? '' : ' amber'}`}>{outcome.decision && isEnglish() ? t(`nouns.decision_${outcome.decision}`) : sayOf(item, 'outcome')}</p>
        {outcome.reason && outcome.result === 'not_deliberated' ? <p className="second">{t('room.reason', { text: outcome.reason })}</p> : null}
        {tally ? <><TallyBoxes counts={tally.counts.filter(([vote, n]) => vote !== 'spoilt' || n > 0).map(([vote, n]) => ({ words: wordsOf(item, vote), n }))} /><Arithmetic item={item} /></> : null}
        {outcome.chair_note ? <p className="second">{t('room.chair_note', { text: outcome.chair_note })}</p> : null}
        {corrections > 0 ? <p className="second">{t('room.corrections', { n: corrections })}</p> : null}
      </section>
      {outcome.result !== 'decided' && !view.meeting.closed && !to ? <section><WayRow icon="right" cap="D" words={t('room.defer')} run={() => startAct('defer_item', about(view, item))} /></section> : null}
      {to ? <section><WayRow icon="right" words={t('room.see_deferred')} why={t('room.deferred_why')} run={() => go('meetings', to)} /></section> : null}
      {out.length > 0 && !view.meeting.closed ? <section><WayRow icon="exit" cap="R" words={t('room.returned')} why={t('room.still_out', { names: names(view, out.map((one) => one.member)) })} run={() => startAct('return_recused', about(view, item))} /></section> : null}
    </>
  )
}

/** A red item ahead announces itself while one can still telephone. */
function Coming({ view, item }: CountProps) {
  const red = view.items.find((one) => one.id !== item.id && !one.item.outcome && one.quorum.lamp === 'block')
  if (!red || view.meeting.closed) return null
  return (
    <section className="coming">
      <div className="sectionhead"><Lamp state="blocked" size={14} /><h3 className="red">{t('room.coming', { n: red.order })}</h3></div>
      <p>{say(red.quorum)}</p>
      {red.quorum.ways.filter((way) => way.key !== 'defer').slice(0, 2).map((way, i) => <WayRow key={i} icon={ICONS[way.key] ?? 'right'} words={say(way)} {...(view.meeting.opened ? { run: actOfWay(view, red, way) ?? (() => undefined) } : {})} />)}
    </section>
  )
}
