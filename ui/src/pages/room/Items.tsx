//! The left of the room: every item with its outcome or what stands in the way, and below who is here, who stepped out and when. Said by the desk.

import type { ItemView, MeetingView } from '../../generated/types'
import { Lamp, type LampState } from '../../parts'
import { isEnglish, sayOf, t } from '../../words'
import { listedWords, listWords, recusedWords, timeOf } from '../meetings/Agenda'

export function lampOfItem(item: ItemView, opened: boolean): LampState {
  if (item.item.outcome) return item.item.outcome.result === 'decided' ? 'proven' : 'risk'
  if (item.quorum.lamp === 'block') return 'blocked'
  return item.item.taken_up && opened ? 'waiting' : 'dormant'
}

/** 法律缺位：方慎行回避 · 表决中，已记7/8 · 批准 */
function underOf(item: ItemView, view: MeetingView): string {
  const sep = isEnglish() ? ', ' : '，'
  const names = (ids: readonly string[]): string => listWords(ids.map((id) => view.names[id] ?? id))
  const { outcome } = item.item
  const stepped = item.item.recusals.map((one) => one.member)
  const recused = stepped.length > 0 ? t('room.recused', { names: names(stepped) }) : ''
  if (outcome) {
    const cast = item.tally?.counts.filter(([, n]) => n > 0).map(([vote, n]) => `${wordsOf(item, vote)}${isEnglish() ? ' ' : ''}${n}`).join(sep) ?? ''
    return [outcome.result === 'decided' ? cast || sayOf(item, 'outcome') : sayOf(item, 'outcome'), recused].filter(Boolean).join('　')
  }
  if (item.quorum.lamp === 'block') {
    const lacking = item.quorum.missing.length > 0 ? t('meetings.expect_missing', { n: item.quorum.attending.length, what: listWords(item.quorum.missing.map((one) => t(`nouns.category_${one}`))) }) : t(item.quorum.host_ok ? 'meetings.expect_few' : 'meetings.expect_host', { n: item.quorum.attending.length })
    const out = recusedWords(item, view.names).sure
    return [lacking, out.length > 0 ? t('room.recused', { names: listWords(out) }) : ''].filter(Boolean).join('　')
  }
  if (item.item.taken_up) return [listedWords(item), t('room.voting', { n: item.quorum.attending.length - (item.tally?.missing.length ?? 0), all: item.quorum.attending.length })].filter(Boolean).join('　')
  return [t('room.to_hear', { n: item.quorum.attending.length, m: item.quorum.needed }), recused || listedWords(item)].filter(Boolean).join('　')
}

export const wordsOf = (item: ItemView, vote: string): string => {
  const option = item.options.find((one) => one.vote === vote)
  return option ? (isEnglish() ? option.en : option.zh) : vote
}

export function Items({ view, at, onPick }: { view: MeetingView; at: number; onPick(at: number): void }) {
  const opened = view.meeting.opened !== null
  const done = view.items.filter((item) => item.item.outcome).length
  const red = view.items.filter((item) => !item.item.outcome && item.quorum.lamp === 'block').length
  return (
    <div className="room-left">
      <div className="room-items-head"><strong>{t('room.items')}</strong>{opened ? <span>{t('room.items_done', { n: done })}{red > 0 ? <strong className="red">{isEnglish() ? ', ' : '，'}{t('room.items_red', { n: red })}</strong> : null}</span> : null}</div>
      <div role="listbox" aria-label={t('room.items')}>
        {view.items.map((item, i) => {
          const lamp = lampOfItem(item, opened)
          return (
            <button type="button" key={item.id} role="option" aria-selected={i === at} tabIndex={i === at ? 0 : -1} className={`room-item${lamp === 'blocked' ? ' room-item-red' : ''}`} title={item.title} onClick={() => onPick(i)}>
              <span className="room-item-no">{item.order}</span>
              <span className="grow cut-box"><span className="room-item-title">{item.title}</span><span className="room-item-under">{underOf(item, view)}</span></span>
              <Lamp state={lamp} size={15} label={t(`parts.lamp_${lamp}`)} />
            </button>
          )
        })}
      </div>
      <People view={view} />
    </div>
  )
}

function People({ view }: { view: MeetingView }) {
  const m = view.meeting
  const names = (all: readonly { name: string }[]): string => listWords(all.map((one) => one.name))
  if (!m.opened) return null
  const room = view.seats.filter((seat) => seat.presence === 'in_room')
  const video = view.seats.filter((seat) => seat.presence === 'video')
  const away = view.seats.filter((seat) => seat.presence === null && !seat.arrived)
  const left = view.seats.filter((seat) => seat.departed)
  const foretold = view.seats.filter((seat) => seat.leaving && !seat.departed && seat.presence !== null)
  const sep = isEnglish() ? ', ' : '，'
  const sign = [t('room.in_room', { n: room.length }), ...(video.length > 0 ? [t('room.by_video', { n: video.length, names: names(video) })] : []), ...(away.length > 0 ? [t('room.not_here', { n: away.length, names: names(away) })] : [])].join(sep)
  const recusals = view.items.flatMap((item) => item.item.recusals.map((one) => ({ item, one })))
  return (
    <dl className="room-people">
      <div><dt>{t('room.f_sign')}</dt><dd>{sign}</dd></div>
      <div><dt>{t('room.f_recuse')}</dt><dd>{recusals.length === 0 ? t('room.none') : recusals.map(({ item, one }, i) => (
        <span className="block" key={i}>{t('room.recusal', { n: item.order, name: view.names[one.member] ?? '' })}{one.left ? t('room.left_at', { time: timeOf(one.left) }) : t('room.to_leave')}{one.back ? t('room.back_at', { time: timeOf(one.back) }) : ''}</span>
      ))}</dd></div>
      <div><dt>{t('room.f_depart')}</dt><dd>{left.length + foretold.length === 0 ? t('room.none') : [...left.map((seat) => t('room.departed', { name: seat.name, time: timeOf(seat.departed) })), ...foretold.map((seat) => t('room.foretold', { name: seat.name, time: timeOf(seat.leaving) }))].join(sep)}</dd></div>
    </dl>
  )
}
