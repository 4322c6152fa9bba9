//! 申诉举报: appeals against decisions with the seven working days they leave, and complaints, which the persons they name must not see.
//! The states and dates are the desk's; under projection privacy a complaint is a grey bar.

import './appeals.css'
import { useCallback, useMemo, useState } from 'react'
import { startAct } from '../../acts/start'
import { dateWords } from '../../dates'
import type { AppealRow, AppealsView, ComplaintRow } from '../../generated/types'
import { useYear } from '../../here'
import { useKeys } from '../../keys'
import { useLook } from '../../look'
import { ActButton, DueDate, Empty, ErrorPanel, FilterBox, Lamp, LeftChip, PageHead, Panes, Register, SaveButton, Tabs, Tag, useDateKey, type Column, type LampState } from '../../parts'
import type { PageProps } from '../../pages'
import { go, useKept } from '../../router'
import { isEnglish, say, sayOf, shortNumber, t } from '../../words'
import { useSelectedCase } from '../tracking/Selected'
import { contains } from '../tracking'
import { AppealPane, ComplaintPane, conclude } from './Panes'

type Tab = 'appeals' | 'complaints'

const lampOfAppeal = (row: AppealRow): LampState => {
  if (row.left?.state === 'overdue') return 'blocked'
  if (row.left) return row.left.state === 'calm' ? 'waiting' : 'risk'
  return 'proven'
}

export default function Appeals({ params }: PageProps) {
  // Left with the page: the next who comes to the screen is the secretary again.
  const [reader, setReader] = useState('')
  const { view, failure, again } = useLook<AppealsView>({ view: 'appeals', reader })
  const [tab, setTab] = useKept<Tab>('tab', params.tab === 'complaints' ? 'complaints' : 'appeals')
  const [text, setText] = useKept('text', '')
  const [appeal, setAppeal] = useState<AppealRow | null>(null)
  const [complaint, setComplaint] = useState<ComplaintRow | null>(null)
  const year = useYear()
  const of = useSelectedCase(tab === 'appeals' ? (appeal?.case ?? '') : '')
  useDateKey()
  const keyOfAppeal = useCallback((row: AppealRow) => `${row.case}/${row.round}`, [])
  const keyOfComplaint = useCallback((row: ComplaintRow) => row.id, [])
  const appealColumns = useMemo<Column<AppealRow>[]>(() => [
    { key: 'lamp', head: '', width: 16, align: 'center', fixed: true, priority: 1, cell: (row) => <Lamp state={lampOfAppeal(row)} size={14} /> },
    { key: 'number', head: t('cases.number'), width: 104, fixed: true, priority: 2, text: (row) => row.number, cell: (row) => <span className="whole">{shortNumber(row.number)}</span> },
    { key: 'title', head: t('cases.title'), fixed: true, priority: 3, text: (row) => row.title, cell: (row) => <span title={row.title}>{row.title}</span> },
    { key: 'leader', head: t('appeals.appellant'), width: 64, priority: 6, text: (row) => row.leader, cell: (row) => row.leader },
    { key: 'received', head: t('appeals.received'), width: 84, priority: 7, text: (row) => row.appeal.received, cell: (row) => dateWords(row.appeal.received, { year }) },
    { key: 'state', head: t('appeals.state'), width: isEnglish() ? 132 : 104, priority: 5, text: (row) => sayOf(row, 'state'), cell: (row) => sayOf(row, 'state') },
    { key: 'due', head: t('appeals.redecision'), width: 96, priority: 8, text: (row) => row.redecision?.nominal ?? '', cell: (row) => (row.redecision ? <DueDate due={row.redecision} case={row.case} clock="redecision" /> : <span className="second">—</span>) },
    { key: 'left', head: t('cases.left'), width: isEnglish() ? 186 : 150, priority: 4, text: (row) => (row.left ? sayOf(row.left, 'chip') : ''), cell: (row) => (row.left ? <LeftChip left={row.left} noLamp /> : <span className="second">{row.appeal.concluded ? t('appeals.concluded_on', { date: dateWords(row.appeal.concluded, { year }) }) : '—'}</span>) },
  ], [year])
  const complaintColumns = useMemo<Column<ComplaintRow>[]>(() => [
    { key: 'lamp', head: '', width: 16, align: 'center', fixed: true, priority: 1, cell: (row) => <Lamp state={row.concluded ? 'proven' : 'risk'} size={14} /> },
    { key: 'on', head: t('appeals.received'), width: 100, fixed: true, priority: 2, text: (row) => row.on, cell: (row) => dateWords(row.on, { year }) },
    { key: 'about', head: t('appeals.about'), fixed: true, priority: 3, text: (row) => row.about, cell: (row) => (row.sealed ? <span className="second">{t('appeals.sealed')}</span> : <span className="private" title={row.about}>{row.about}</span>) },
    { key: 'channel', head: t('appeals.channel'), width: 84, priority: 6, text: (row) => row.channel, cell: (row) => row.channel },
    { key: 'from', head: t('appeals.from'), width: 84, priority: 7, text: (row) => (row.anonymous ? t('acts_outward.anonymous') : row.from), cell: (row) => (row.anonymous ? <Tag>{t('acts_outward.anonymous')}</Tag> : <span className="private">{row.from || '—'}</span>) },
    { key: 'handler', head: t('appeals.handler'), width: 90, priority: 5, text: (row) => row.handler, cell: (row) => row.handler },
    { key: 'state', head: t('appeals.state'), width: 132, priority: 4, text: (row) => row.concluded ?? '', cell: (row) => (row.concluded ? t('appeals.concluded_on', { date: dateWords(row.concluded, { year }) }) : <strong className="amber">{t('appeals.open')}</strong>) },
    { key: 'replied', head: t('appeals.replied'), width: 84, priority: 8, text: (row) => row.replied ?? '', cell: (row) => (row.replied ? dateWords(row.replied, { year }) : <span className="second">{row.anonymous ? t('appeals.no_reply_needed') : '—'}</span>) },
  ], [year])
  const appeals = useMemo(() => (view?.appeals ?? []).filter((row) => text.trim() === '' || contains(text, row.number, row.title, row.leader, row.appeal.grounds)), [view, text])
  const complaints = useMemo(() => (view?.complaints ?? []).filter((row) => text.trim() === '' || contains(text, row.about, row.from, row.handler, row.channel)), [view, text])
  const main = of?.standing.possible.find((one) => one.main)
  const act = (row: AppealRow): void => (main && of?.case.id === row.case ? startAct(main.act, { case: row.case, round: main.round, words: say(main) }) : go('case', row.case))
  const newAppeal = (): void => startAct('record_appeal', { words: t('acts.record_appeal') })
  const newComplaint = (): void => startAct('record_complaint')
  useKeys('appeals', [{ combo: 'KeyA', label: t('acts.record_appeal'), run: newAppeal }, { combo: 'KeyC', label: t('acts.record_complaint'), run: newComplaint }])
  if (!view) return failure ? <div className="page-alone"><ErrorPanel failure={failure} acts={[{ words: t('frame.again'), run: again }]} /></div> : null
  const running = view.appeals.filter((row) => row.left).length
  const late = view.appeals.filter((row) => row.left?.state === 'overdue').length
  const open = view.complaints.filter((row) => !row.concluded).length
  const none = text.trim() ? <Empty title={t('appeals.no_match', { text: text.trim() })} acts={[{ words: t('cases.clear'), combo: 'Escape', run: () => setText('') }]} /> : null
  return (
    <>
      <PageHead title={t('frame.place_appeals')} lines={[t(late > 0 ? 'appeals.line_late' : running > 0 ? 'appeals.line_running' : 'appeals.line_none', { n: view.appeals.length, running, late }), t(open > 0 ? 'appeals.line_complaints' : 'appeals.line_no_complaints', { n: view.complaints.length, open })]}>
        <FilterBox value={text} onChange={setText} width={200} placeholder={t('appeals.filter')} />
        <SaveButton of={{ bytes: 'table', list: 'appeals', with: null }} />
        <ActButton main={tab === 'appeals'} {...(tab === 'appeals' ? { combo: 'Ctrl+Enter' } : {})} onPress={newAppeal}>{`${t('acts.record_appeal')}…`}</ActButton>
        <ActButton main={tab === 'complaints'} {...(tab === 'complaints' ? { combo: 'Ctrl+Enter' } : {})} onPress={newComplaint}>{`${t('acts.record_complaint')}…`}</ActButton>
      </PageHead>
      {failure ? <ErrorPanel failure={failure} /> : null}
      <Tabs<Tab> value={tab} onChange={setTab} items={[{ key: 'appeals', words: t('appeals.appeals'), count: view.appeals.length }, { key: 'complaints', words: t('appeals.complaints'), count: view.complaints.length }]} />
      {tab === 'appeals' ? (
        <Panes name="appeals" flush mainName={t('appeals.appeals')} right={{ width: 310, name: t('appeals.selected'), body: appeal ? <AppealPane row={appeal} view={of} /> : <p className="second">{t('appeals.none_selected')}</p> }}>
          <Register name="appeals" label={t('appeals.appeals')} columns={appealColumns} rows={appeals} keyOf={keyOfAppeal} onSelect={setAppeal} onAct={act} onOpen={(row) => go('case', row.case)}
            empty={none ?? <Empty title={t('appeals.none')} acts={[{ words: `${t('acts.record_appeal')}…`, combo: 'KeyA', run: newAppeal }]}>{t('appeals.none_why')}</Empty>} />
        </Panes>
      ) : (
        <Panes name="complaints" flush mainName={t('appeals.complaints')} right={{ width: 340, name: t('appeals.selected'), body: complaint ? <ComplaintPane row={complaint} onReader={setReader} /> : <p className="second">{t('appeals.none_selected')}</p> }}>
          <Register name="complaints" label={t('appeals.complaints')} columns={complaintColumns} rows={complaints} keyOf={keyOfComplaint} onSelect={setComplaint} onAct={(row) => (row.concluded || row.sealed ? undefined : conclude(row))} actLabel={t('acts.conclude_complaint')}
            empty={none ?? <Empty title={t('appeals.no_complaints')} acts={[{ words: `${t('acts.record_complaint')}…`, combo: 'KeyC', run: newComplaint }]}>{t('appeals.no_complaints_why')}</Empty>} />
          <p className="second tracking-foot">{t('appeals.restricted')} {reader ? <>{t('appeals.reading_as', { who: reader })} <button type="button" className="link" onClick={() => setReader('')}>{t('appeals.seal_again')}</button></> : null}</p>
        </Panes>
      )}
    </>
  )
}
