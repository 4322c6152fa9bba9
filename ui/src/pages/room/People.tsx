//! 签到与离会 (F6): who is here and since when, arrivals and departures, recusals and returns. And the words to read aloud (F9).

import { startAct } from '../../acts/start'
import type { ItemView, MeetingView } from '../../generated/types'
import { ActButton, copyText, Dialog, Lamp, SectionHead } from '../../parts'
import { isEnglish, sayOf, t } from '../../words'
import { timeOf } from '../meetings/Agenda'
import { wordsOf } from './Items'

export function PeopleDialog({ view, item, onClose }: { view: MeetingView; item: ItemView | undefined; onClose(): void }) {
  const m = view.meeting
  const recusals = view.items.flatMap((one) => one.item.recusals.map((recusal) => ({ one, recusal })))
  const running = m.opened !== null && m.closed === null
  return (
    <Dialog title={t('room.people_title')} width={720} focus="none" onClose={onClose} foot={<ActButton main quiet combo="Escape" onPress={onClose}>{t('parts.close')}</ActButton>}>
      <table className="table people-table">
        <thead><tr><th>{t('room.s_member')}</th><th>{t('room.s_category')}</th><th>{t('room.p_state')}</th><th /></tr></thead>
        <tbody>
          {view.seats.map((seat) => {
            const recused = item && !item.item.outcome && item.item.recusals.some((one) => one.member === seat.id)
            const here = seat.presence !== null
            const state = here ? t(seat.presence === 'video' ? 'room.p_here_video' : 'room.p_here', { time: timeOf(seat.arrived) }) : seat.departed ? t('room.p_left', { time: timeOf(seat.departed) }) : t('room.p_never')
            return (
              <tr key={seat.id}>
                <td className="whole">{seat.name}</td>
                <td>{t(`nouns.category_${seat.category}`)}</td>
                <td><span className="lamped"><Lamp state={here ? 'proven' : 'dormant'} size={14} />{state}{recused ? <span className="amber">　{t('room.p_recused')}</span> : null}{here && seat.leaving ? <span className="second">　{t('room.p_foretold', { time: timeOf(seat.leaving) })}</span> : null}</span></td>
                <td className="align-right whole">
                  {!running ? null : here ? <button type="button" className="link" onClick={() => startAct('depart', { meeting: m.id, member: seat.id })}>{t('room.depart')}</button> : (
                    <><button type="button" className="link" onClick={() => startAct('arrive', { meeting: m.id, member: seat.id })}>{t('room.arrive')}</button>　<button type="button" className="link" onClick={() => startAct('arrive', { meeting: m.id, member: seat.id, with: { presence: 'video' } })}>{t('room.arrive_video')}</button></>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <SectionHead title={t('room.p_recusals')} />
      {recusals.length === 0 ? <p className="second">{t('room.p_no_recusals')}</p> : recusals.map(({ one, recusal }, i) => (
        <div className="ask-row" key={i}>
          <strong>{view.names[recusal.member]}</strong><span className="grow">{t('acts_meeting.item_no', { n: one.order })}　{recusal.reason}</span>
          <span className="second">{recusal.back ? t('room.p_back', { time: timeOf(recusal.back) }) : recusal.left ? t('room.p_out', { time: timeOf(recusal.left) }) : ''}</span>
          {running && recusal.left && !recusal.back && one.item.outcome ? <button type="button" className="link" onClick={() => startAct('return_recused', { meeting: m.id, item: one.id, member: recusal.member })}>{t('room.returned_short')}</button> : null}
        </div>
      ))}
    </Dialog>
  )
}

/** The words for the host: the red item's from the desk, a count's from its numbers. */
export function readAloud(item: ItemView): string {
  const { tally, quorum } = item
  if (!item.item.outcome && quorum.lamp === 'block' && quorum.say_zh) return quorum.say_zh
  const head = t('room.read_item', { n: item.order, title: item.title })
  if (!tally) return item.item.outcome ? `${head}${sayOf(item, 'outcome')}` : `${head}${t('room.read_here', { n: quorum.attending.length })}`
  const votes = tally.counts.filter(([vote, n]) => n > 0 || (vote !== 'spoilt' && vote !== 'abstain')).map(([vote, n]) => t('room.read_vote', { words: wordsOf(item, vote), n })).join(isEnglish() ? ', ' : '，')
  const result = tally.missing.length > 0 && !item.item.outcome ? t('room.read_open', { n: tally.missing.length }) : tally.decision ? t('room.read_result', { result: t(`nouns.decision_${tally.decision}`) }) : t('room.read_none')
  return `${head}${t('room.read_here', { n: tally.attending })}${t('room.read_votes', { votes })}${result}${t('room.read_check')}`
}

export function ReadDialog({ item, onClose }: { item: ItemView; onClose(): void }) {
  const text = readAloud(item)
  return (
    <Dialog title={t('room.read_title')} width={760} focus="none" onClose={onClose} foot={<><ActButton onPress={() => void copyText(text)}>{t('room.read_copy')}</ActButton><ActButton main quiet combo="Escape" onPress={onClose}>{t('parts.close')}</ActButton></>}>
      <blockquote className="readout readout-large">{text}</blockquote>
    </Dialog>
  )
}
