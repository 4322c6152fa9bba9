//! 会议模式: the room, full screen. Before the opening the sign-in, then item after item with its lamp, the grid and the count, to the end of the
//! meeting. The desk says who attends, what a vote comes to and what may be done; every key here is one of its acts.

import './room.css'
import '../meetings/meetings.css'
import { useEffect, useState } from 'react'
import { given, startAct } from '../../acts/start'
import { dateWords, instantParts } from '../../dates'
import type { CommitteeView, MeetingView } from '../../generated/types'
import { StatusKeys } from '../../frame/StatusBar'
import { privacy, setPrivacy, useMinute } from '../../here'
import { useKeys } from '../../keys'
import { useLook } from '../../look'
import { Barred, Cap, Empty, ErrorPanel, Icon, Lamp, Panes, useDateKey, useDo } from '../../parts'
import type { PageProps } from '../../pages'
import { back, canGoBack, go, replace, useKept } from '../../router'
import { useWatched } from '../../store'
import { width } from '../../zoom'
import { isEnglish, say, t } from '../../words'
import { listWords, timeOf } from '../meetings/Agenda'
import { actOfWay, Count, Foot, nextItem, openClosing } from './Count'
import { Heard } from './Heard'
import { Items } from './Items'
import { PeopleDialog, ReadDialog } from './People'
import { Opening, OpenFoot, SignIn, useSigning } from './SignIn'
import { useVotes } from './votes'

/** The window goes to full screen with the room and comes back with it, where the window manager lets it. */
function useFullScreen(): void {
  useEffect(() => {
    if (!document.fullscreenElement) document.documentElement.requestFullscreen?.().catch(() => undefined)
    return () => { if (document.fullscreenElement) document.exitFullscreen().catch(() => undefined) }
  }, [])
}

export default function Room({ id, params }: PageProps) {
  const { view, failure, again } = useLook<MeetingView>({ view: 'meeting', id })
  const { view: committee } = useLook<CommitteeView>({ view: 'committee', on: null })
  useFullScreen()
  const writing = useVotes()
  const signing = useSigning(view)
  const [chosen, setChosen] = useKept('item', params.item ?? '')
  const [over, setOver] = useState<'people' | 'read' | null>(null)
  const doing = useDo()
  useDateKey()
  const shape = useWatched(width)
  const m = view?.meeting
  const items = view?.items ?? []
  const under = items.findIndex((item) => item.item.taken_up && !item.item.outcome)
  const open = items.findIndex((item) => !item.item.outcome)
  const kept = items.findIndex((item) => item.id === chosen)
  const at = kept >= 0 ? kept : under >= 0 ? under : open >= 0 ? open : items.length - 1
  const item = items[at]
  const running = Boolean(m?.opened && !m.closed)
  const pick = (to: string): void => setChosen(to)
  const leave = (): void => { if (canGoBack()) back(); else replace('meetings', id) }
  const next = view && item ? nextItem(view, item) : undefined
  const swap = (): void => {
    if (!m || !item || !next || doing.working) return
    const order = [...m.items]
    const [a, b] = [order.indexOf(item.id), order.indexOf(next.id)]
    if (a < 0 || b < 0) return
    ;[order[a], order[b]] = [order[b]!, order[a]!]
    doing.run(given('order_items', { meeting: m.id, items: order }), { verb: t('acts.order_items'), then: () => pick(next.id) })
  }
  const about = item && m ? { meeting: m.id, item: item.id, case: item.case } : null
  const red = item && !item.item.outcome && item.quorum.lamp === 'block'
  const call = item?.quorum.ways.find((way) => way.key === 'call_in')
  const close = (): void => {
    if (!about || !item || !running || item.item.outcome) return
    if ((item.tally?.missing.length ?? 1) === 0) openClosing(about, item)
  }
  const out = items.find((one) => one.item.outcome && one.item.recusals.some((recusal) => recusal.left && !recusal.back))
  const undecided = item && (!item.item.outcome || (item.item.outcome.result !== 'decided' && !item.item.outcome.deferred_to))
  useKeys('room', [
    { combo: 'ArrowLeft', label: t('room.items'), caps: ['←', '→'], hint: items.length > 1 && Boolean(m?.opened), run: () => { const to = items[at - 1]; if (to) pick(to.id) } },
    { combo: 'ArrowRight', label: t('room.items'), run: () => { const to = items[at + 1]; if (to) pick(to.id) } },
    { combo: 'F6', label: t('room.people'), hint: Boolean(m?.opened), run: () => m?.opened && setOver('people') },
    { combo: 'F11', label: t('room.leave'), run: leave },
    ...(item && m?.opened ? [{ combo: 'F9', label: t('room.read'), hint: true, run: () => setOver('read' as const) }] : []),
    ...(about && running ? [
      ...(red && call && view ? [{ combo: 'KeyV', label: t('room.arrive_video'), hint: true, run: () => actOfWay(view, item, call)?.() }] : []),
      ...(next && !item?.item.outcome ? [{ combo: 'KeyW', label: t('room.swap', { n: next.order }), run: swap }] : []),
      ...(undecided ? [{ combo: 'KeyD', label: t('room.defer'), hint: Boolean(red), run: () => startAct('defer_item', about) }] : []),
      ...(item?.item.taken_up && !item.item.outcome ? [{ combo: 'F4', label: t('room.second'), hint: item.tally?.missing.length === 0 && !item.tally.decision, run: () => startAct('second_ballot', about) }] : []),
      ...(out ? [{ combo: 'KeyR', label: t('room.returned'), hint: true, run: () => startAct('return_recused', { meeting: id, item: out.id }) }] : []),
      ...(item && !item.item.taken_up && !item.item.outcome ? [{ combo: 'Digit9', label: t('parts.vote_recuse'), run: () => startAct('recuse', about) }] : []),
    ] : []),
    ...(about && m?.opened ? [{ combo: 'KeyN', label: t('room.record'), run: () => startAct('record_remarks', about) }] : []),
  ])
  if (!view || !m) return failure ? <div className="page-alone"><ErrorPanel failure={failure} acts={[{ words: t('frame.again'), run: again }, { words: t('room.leave'), run: leave }]} /></div> : null
  const secret = committee?.committee.settings.signed_ballots === false
  const planned = !m.opened && !m.cancelled
  const foot = planned ? <OpenFoot s={signing} /> : item ? <Foot key={item.id} view={view} item={item} onPick={pick} /> : null
  return (
    <div className="room">
      <Head view={view} onPeople={() => m.opened && setOver('people')} onLeave={leave} />
      {failure ? <ErrorPanel failure={failure} acts={[{ words: t('frame.again'), run: again }]} /> : null}
      {items.length === 0 && !planned ? <Empty title={t('meetings.no_items')} acts={[{ words: t('room.to_plan'), run: () => go('meetings', id) }]} /> : null}
      <Panes
        name="room" mainName={planned ? t('room.sign_title') : t('acts_meeting.item_no', { n: item?.order ?? 1 })}
        left={{ width: 276, name: t('room.items'), grey: true, flush: true, body: <Items view={view} at={planned ? -1 : at} onPick={(to) => { const one = items[to]; if (one) pick(one.id) }} /> }}
        right={planned ? { width: 352, name: t('room.still'), body: <Opening view={view} s={signing} />, ...(shape === 'wide' ? { foot } : {}) } : item ? { width: 352, name: t('room.count'), body: <Count view={view} item={item} onPick={pick} onRead={() => setOver('read')} onSwap={swap} />, ...(shape === 'wide' ? { foot } : {}) } : undefined}
      >
        {planned ? <SignIn view={view} s={signing} /> : item ? <Heard view={view} item={item} writing={writing} secret={secret} onNext={close} /> : null}
      </Panes>
      {shape === 'wide' ? null : <div className="room-foot">{item?.tally && !item.item.outcome && m.opened ? <span className="room-foot-tally private">{say(item.tally)}</span> : null}<div className="room-foot-act">{foot}</div></div>}
      <footer className="room-bar"><StatusKeys /><span className="row"><Lamp state="proven" size={14} />{t('room.saved')}</span></footer>
      {over === 'people' ? <PeopleDialog view={view} item={item} onClose={() => setOver(null)} /> : null}
      {over === 'read' && item ? <ReadDialog item={item} onClose={() => setOver(null)} /> : null}
      {doing.dialog}
    </div>
  )
}

function Head({ view, onPeople, onLeave }: { view: MeetingView; onPeople(): void; onLeave(): void }) {
  const m = view.meeting
  const minute = useMinute()
  const hidden = useWatched(privacy)
  const here = view.seats.filter((seat) => seat.presence !== null)
  const away = view.seats.filter((seat) => seat.presence === null)
  const day = instantParts(m.starts)?.date ?? ''
  return (
    <header className="room-head" data-pane="head">
      <h1>{t('meetings.no', { no: m.no })}</h1>
      <span className="room-when"><Barred>{[
        dateWords(day, { full: true, weekday: true }), m.closed ? t('room.closed', { from: timeOf(m.opened), to: timeOf(m.closed) }) : m.opened ? t('room.opened', { time: timeOf(m.opened) }) : t('room.planned', { time: timeOf(m.starts) }),
        m.closed ? '' : <span key="now">{t('room.now')}{isEnglish() ? ' ' : ''}<strong>{minute}</strong></span>,
      ]}</Barred></span>
      <span className="room-tools">
        {m.opened && !m.closed ? <span className="room-here"><Barred>{[t('room.present', { n: here.length, all: view.seats.length }), away.length > 0 ? t('room.absent', { names: listWords(away.map((seat) => seat.name)) }) : '']}</Barred></span> : null}
        <button type="button" aria-pressed={hidden} onClick={() => setPrivacy(!hidden)}><Icon name="hide" size={15} />{t('room.privacy')} <Cap words="F8" /></button>
        {m.opened ? <button type="button" onClick={onPeople}>{t('room.people')} <Cap words="F6" /></button> : null}
        <button type="button" onClick={onLeave}>{t('room.leave')} <Cap words="F11" /></button>
      </span>
    </header>
  )
}
