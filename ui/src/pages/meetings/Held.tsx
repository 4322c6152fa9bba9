//! How a meeting went, once it has opened: who was there and when, who presided, its papers; and the simplified and emergency reviews that
//! are reported at it.

import type { CaseRow, MeetingView } from '../../generated/types'
import { Lamp, SectionHead, Table } from '../../parts'
import { go } from '../../router'
import { isEnglish, sayOf, shortNumber, t } from '../../words'
import { listWords, timeOf } from './Agenda'
import { Papers } from './Answers'

export function Held({ view }: { view: MeetingView }) {
  const m = view.meeting
  const sep = isEnglish() ? ', ' : '，'
  const rows = view.seats.map((seat) => ({ seat, stays: m.attendance.filter((one) => one.member === seat.id) }))
  return (
    <div className="answers">
      <section>
        <SectionHead title={t('meetings.c_attended')} about={t('meetings.attended', { n: rows.filter((row) => row.stays.length > 0).length, all: rows.length })} />
        <Table
          rows={rows} keyOf={(row) => row.seat.id} label={t('meetings.c_attended')}
          columns={[
            { key: 'who', head: t('meetings.c_member'), cell: ({ seat }) => <span className="whole">{seat.name} <span className="second">{seat.external ? t('meetings.external') : ''}</span></span> },
            { key: 'category', head: t('meetings.c_category'), cell: ({ seat }) => t(`nouns.category_${seat.category}`) },
            { key: 'stay', head: t('meetings.c_attended'), cell: ({ stays }) => (stays.length === 0 ? <span className="quiet lamped"><Lamp state="dormant" size={13} />{t('acts_meeting.reply_absent')}</span> : <span className="lamped"><Lamp state="proven" size={13} />{stays.map((one) => `${timeOf(one.from)}${one.until ? `–${timeOf(one.until)}` : ''}${one.presence === 'video' ? ` ${t('meetings.in_video')}` : ''}`).join(sep)}</span>) },
          ]}
        />
        <p className="answers-line">{t('meetings.host_was', { name: view.names[m.host] ?? '' })}　{m.recorder ? t('meetings.recorder', { name: m.recorder }) : ''}　<span className="second">{m.opened && m.closed ? t('meetings.held', { from: timeOf(m.opened), to: timeOf(m.closed) }) : m.opened ? t('meetings.from_when', { from: timeOf(m.opened) }) : ''}</span></p>
        {m.advisers.length > 0 ? <p className="answers-line">{t('meetings.advisers', { names: listWords(m.advisers.map((one) => one.name)) })}</p> : null}
      </section>
      {view.papers.length > 0 ? <Papers view={view} /> : null}
    </div>
  )
}

/** D10: what was decided without a meeting since the last one is reported. */
export function SinceLast({ view }: { view: MeetingView }) {
  if (view.since_last.length === 0) return null
  return (
    <section className="precheck">
      <SectionHead title={t('meetings.since_last')} about={t('meetings.since_n', { n: view.since_last.length })} />
      <Table<CaseRow>
        rows={view.since_last} keyOf={(row) => row.id} label={t('meetings.since_last')} size="tight" onRow={(row) => go('case', row.id)}
        columns={[
          { key: 'number', head: t('cases.number'), width: 110, cell: (row) => <button type="button" className="link whole" onClick={() => go('case', row.id)}>{shortNumber(row.number)}</button> },
          { key: 'title', head: t('cases.title'), cell: (row) => row.title },
          { key: 'leader', head: t('cases.leader'), cell: (row) => <span className="whole">{row.leader}</span> },
          { key: 'procedure', head: t('cases.procedure'), cell: (row) => <span className="whole">{sayOf(row, 'procedure')}</span> },
          { key: 'stage', head: t('cases.stage'), cell: (row) => <span className="whole">{sayOf(row, 'stage')}</span> },
        ]}
      />
    </section>
  )
}
