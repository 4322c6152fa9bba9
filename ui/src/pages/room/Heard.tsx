//! The middle of the room: the item, the version before the members, the lamp in one sentence with its parts, the question about conflicts before
//! the deliberation, and the grid. Locked while the lamp is red; read only once the item is closed.

import { startAct } from '../../acts/start'
import type { ItemView, MeetingView, Quorum } from '../../generated/types'
import { ArticleLinks, Barred, Cap, DueDate, LampStrip, Message, SectionHead, VoteGrid, type LampState, type VoteRow } from '../../parts'
import { go } from '../../router'
import { isEnglish, say, t } from '../../words'
import { listWords, timeOf } from '../meetings/Agenda'
import { wordsOf } from './Items'
import type { Writing } from './votes'

const cites = (quorum: Quorum) => [...new Set(quorum.findings.filter((finding) => quorum.lamp !== 'block' || finding.verdict === 'block').flatMap((finding) => finding.cites))].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))

/** 可以表决。 and the rest of the lamp's sentence. */
function halves(sentence: string): [string, string] {
  const end = isEnglish() ? /^(.*?[.:])\s+(.*)$/.exec(sentence) : /^(.*?。)(.*)$/.exec(sentence)
  return end ? [end[1]!, end[2]!] : [sentence, '']
}

export function Strip({ view, quorum }: { view: MeetingView; quorum: Quorum }) {
  const [verdict, rest] = halves(say(quorum))
  const red = quorum.lamp === 'block'
  const host = quorum.findings.find((finding) => finding.rule === 'M14.host')
  const parts: { state: LampState; words: React.ReactNode }[] = [
    ...quorum.counts.map(([category, n]): { state: LampState; words: React.ReactNode } => ({ state: quorum.missing.includes(category) ? 'blocked' : 'proven', words: `${t(`nouns.category_${category}`)}${isEnglish() ? ' ' : ''}${n}` })),
    { state: host?.verdict === 'block' ? 'blocked' : 'proven', words: quorum.host ? t('meetings.host_was', { name: view.names[quorum.host] ?? '' }) : t('meetings.f_nobody') },
  ]
  return <LampStrip size="large" state={red ? 'blocked' : 'proven'} verdict={verdict} parts={parts} cites={cites(quorum)}>{isEnglish() ? ' ' : ''}{rest}</LampStrip>
}

function rowsOf(view: MeetingView, item: ItemView, failed: readonly string[]): VoteRow[] {
  const votes = item.item.ballots.at(-1)?.votes ?? {}
  const rows = view.seats.map((seat): VoteRow => {
    const attends = item.quorum.attending.includes(seat.id)
    const recused = !attends && item.item.recusals.some((one) => one.member === seat.id)
    const about = [t(`nouns.category_${seat.category}`), seat.role === 'chair' ? t('meetings.chair') : seat.role === 'vice_chair' ? t('meetings.vice_chair') : '', seat.external ? t('meetings.external') : '', item.quorum.host === seat.id ? t('acts_meeting.host') : '', seat.presence === 'video' ? t('meetings.in_video') : ''].filter(Boolean).join(isEnglish() ? ', ' : '，')
    return { id: seat.id, name: seat.name, about, vote: votes[seat.id] ?? null, state: attends ? 'in' : recused ? 'recused' : 'absent', failed: failed.includes(seat.id) }
  })
  return [...rows.filter((row) => row.state !== 'absent'), ...rows.filter((row) => row.state === 'absent')]
}

export interface HeardProps {
  view: MeetingView
  item: ItemView
  writing: Writing
  secret: boolean
  onNext(): void
}

export function Heard({ view, item, writing, secret, onNext }: HeardProps) {
  const m = view.meeting
  const record = item.item
  const running = m.opened !== null && m.closed === null
  const red = item.quorum.lamp === 'block'
  const closed = record.outcome !== null
  const begun = record.taken_up !== null
  const stuck = writing.unwritten
  const mode = closed ? 'closed' : red || !begun || stuck || !running ? 'locked' : 'open'
  const about = { meeting: m.id, item: item.id, case: item.case }
  const names = (ids: readonly string[]): string => listWords(ids.map((id) => view.names[id] ?? id))
  const remarks = record.remarks.length
  const asking = running && !begun && !closed && !red
  const options = item.options.map((option) => ({ vote: option.vote, words: say(option), mark: option.mark }))
  return (
    <div className="heard">
      <h2 className="heard-title"><span>{item.order}</span>{item.title}</h2>
      <p className="heard-under">
        <Barred>{[
          item.number, item.leader, say({ zh: item.round_zh, en: item.round_en }),
          item.documents.length > 0 ? <span key="d" title={item.documents.join('\n')}>{t('room.documents')}{item.documents[0]}{item.documents.length > 1 ? t('room.more_documents', { n: item.documents.length }) : ''}</span> : '',
          item.due ? <span key="due">{t('room.due')} <DueDate due={item.due} case={item.case} /></span> : '',
        ]}</Barred>
      </p>
      {closed && item.quorum.lamp !== 'block' ? null : <Strip view={view} quorum={item.quorum} />}
      {stuck ? <Message tone="red" title={t('room.failed', { name: names(stuck.members) })} code={stuck.failure.code} acts={[{ words: t('room.failed_again'), run: () => writing.again(item.id) }, { words: t('frame.noted'), run: writing.answered }]}>{say(stuck.failure)} {t('room.failed_why')}</Message> : null}
      {asking ? <Asking view={view} item={item} /> : null}
      {asking || (closed && record.ballots.length === 0) ? null : (
        <VoteGrid
          key={`${item.id}.${record.ballots.length}`} label={item.title} options={options} rows={rowsOf(view, item, stuck?.members ?? [])} mode={mode} secret={secret}
          lockedWords={red && !closed ? t('room.locked') : stuck ? t('room.failed', { name: names(stuck.members) }) : undefined}
          onVote={(member, vote) => writing.one(item.id, member, vote)} onVoteRest={(vote, members) => writing.rest(item.id, vote, members)}
          onRecuse={(member) => startAct('recuse', { ...about, member })} onAbsent={(member) => startAct('depart', { meeting: m.id, member })} onNext={onNext}
          onCorrect={(member) => record.outcome && record.outcome.result !== 'not_deliberated' && startAct('correct_vote', { ...about, member })}
        />
      )}
      <div className="heard-foot">
        {mode === 'open' && options[0] ? <><span className="whole"><Cap words="Shift 1" /> {t('room.hint_rest', { words: options[0].words })}</span><span className="whole"><Cap words="↑" /><Cap words="↓" /> {t('room.hint_move')}</span><span className="whole"><Cap words="Backspace" /> {t('room.hint_clear')}</span></> : null}
        {closed && record.ballots.length > 0 ? <span>{t('room.correct')}</span> : null}
        {record.ballots.slice(0, -1).map((ballot, i) => <span key={i}>{t('room.earlier', { n: i + 1, votes: Object.entries(tallied(Object.values(ballot.votes))).map(([vote, n]) => `${wordsOf(item, vote)}${isEnglish() ? ' ' : ''}${n}`).join(isEnglish() ? ', ' : '，') })}</span>)}
        {record.conflicts_asked && !closed ? <span>{t('room.asked_at', { time: timeOf(record.conflicts_asked) })}</span> : null}
        {m.advisers.length > 0 ? <span>{t('room.advisers', { names: listWords(m.advisers.filter((one) => one.items.length === 0 || one.items.includes(item.id)).map((one) => one.name)) })}</span> : null}
        {m.opened ? <span className="whole"><button type="button" className="link" onClick={() => startAct('record_remarks', about)}>{remarks > 0 ? t('room.recorded', { n: remarks }) : record.presented ? t('room.reported') : t('room.record')}</button> <Cap words="N" /></span> : <button type="button" className="link" onClick={() => go('case', item.case)}>{t('meetings.open_case')}</button>}
      </div>
      {closed && item.decision ? (
        <div className="heard-words">
          <SectionHead title={t('room.words').replace(/[:：]\s*$/, '')}><button type="button" className="link" onClick={() => startAct('write_decision', { case: item.case })}>{t('room.edit_words')}</button></SectionHead>
          {item.decision.reasons || item.decision.suggestions.length > 0 || item.decision.conditions.length > 0 ? (
            <>{item.decision.reasons ? <p>{item.decision.reasons}</p> : null}{[...item.decision.suggestions, ...item.decision.conditions].map((line, i) => <p key={i}>{i + 1}. {line}</p>)}</>
          ) : <p className="second">{t('room.words_none')}</p>}
        </div>
      ) : null}
    </div>
  )
}

function tallied(votes: readonly string[]): Record<string, number> {
  const out: Record<string, number> = {}
  for (const vote of votes) out[vote] = (out[vote] ?? 0) + 1
  return out
}

/** The host's question, what the register has found, and the recusals it leads to. */
function Asking({ view, item }: { view: MeetingView; item: ItemView }) {
  const about = { meeting: view.meeting.id, item: item.id, case: item.case }
  const out = new Set(item.item.recusals.map((one) => one.member))
  return (
    <section className="asking">
      <SectionHead title={t('room.ask_head')}><ArticleLinks cites={['E8', 'M14']} /></SectionHead>
      <blockquote className="readout">{t('room.ask_read', { n: item.order, title: item.title })}</blockquote>
      {item.conflicts.length === 0 ? <p className="second">{t('room.ask_none')}</p> : (
        <>
          <p className="second">{t('room.ask_matches')}</p>
          {item.conflicts.map((match, i) => (
            <div key={i} className="ask-row">
              <strong>{match.name}</strong><span className="grow">{say({ zh: match.how_zh, en: match.how_en })}</span><span className={match.certain ? 'amber' : 'second'}>{match.certain ? t('room.ask_sure') : t('room.ask_maybe')}</span>
              {out.has(match.member) ? <span className="green">{t('room.ask_done')}</span> : <button type="button" className="link" onClick={() => startAct('recuse', { ...about, member: match.member })}>{t('room.ask_recuse')}</button>}
            </div>
          ))}
        </>
      )}
      {item.item.recusals.filter((one) => !item.conflicts.some((match) => match.member === one.member)).map((one) => <div key={one.member} className="ask-row"><strong>{view.names[one.member]}</strong><span className="grow">{one.reason}</span><span className="green">{t('room.ask_done')}</span></div>)}
      <p className="ask-other"><button type="button" className="link" onClick={() => startAct('recuse', about)}>{t('room.other_recuse')}</button> <Cap words="9" /></p>
    </section>
  )
}
