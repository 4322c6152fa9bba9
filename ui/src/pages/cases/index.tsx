//! 案件: the register. Saved views in a row, a box that filters while one types (characters, pinyin, initials, numbers), the rows as the
//! desk sorts them, and below the selected case in two lines. Rows are read in portions as one comes near their end.

import './cases.css'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { changes, failureOf, look, save } from '../../api'
import { dotted, startAct } from '../../acts/start'
import { dateWords, dayOf, midnightWords, weekday, weekdayName } from '../../dates'
import type { CaseRow, CasesView, CaseView } from '../../generated/types'
import { useYear } from '../../here'
import { useKeys } from '../../keys'
import { useLook } from '../../look'
import { ActButton, Barred, Cap, DayMark, Empty, ErrorPanel, FilterBox, LeftChip, openPaper, openWhy, PageHead, Register, saidDone, Tabs, useDateKey, type Column } from '../../parts'
import { kindOf, useCalendarYear } from '../../calendar'
import { go, useKept } from '../../router'
import type { Failure } from '../../shape'
import { useWatched } from '../../store'
import { isEnglish, say, sayOf, sentence, t } from '../../words'
import type { PageProps } from '../../pages'
import { width } from '../../zoom'

const PORTION = 300

/** By the time that is left, the desk's own order: what has run out first, what has no date last. */
const asked = (order: string): string => (order === 'due' ? '' : order)

/** The register's rows, read in portions under the same question. */
function useRows(saved: string, text: string, order: string, desc: boolean): { view: CasesView | null; failure: Failure | null; more(): void } {
  const tick = useWatched(changes)
  const [state, setState] = useState<{ face: string; view: CasesView | null; failure: Failure | null }>({ face: '', view: null, failure: null })
  const asking = useRef(0)
  const busy = useRef(false)
  const face = JSON.stringify([saved, text, order, desc])
  const read = useCallback((offset: number, limit: number) => look<CasesView>({ view: 'cases', saved, text, order: asked(order), desc, offset, limit }), [saved, text, order, desc])
  const have = useRef(0)
  have.current = state.face === face ? (state.view?.rows.length ?? 0) : 0
  useEffect(() => {
    const mine = ++asking.current
    busy.current = true
    // After an act the rows already at hand are read again, so that the place in the list stays.
    read(0, Math.min(1000, Math.max(PORTION, have.current))).then(
      (view) => { if (mine === asking.current) { busy.current = false; setState({ face, view, failure: null }) } },
      (thrown) => { if (mine === asking.current) { busy.current = false; setState((was) => ({ ...was, face, failure: failureOf(thrown) })) } },
    )
  }, [face, read, tick])
  const more = (): void => {
    const view = state.view
    if (!view || busy.current || state.face !== face || view.rows.length >= view.total) return
    const mine = asking.current
    busy.current = true
    read(view.rows.length, PORTION).then(
      (next) => {
        busy.current = false
        if (mine === asking.current) setState({ face, failure: null, view: { ...next, rows: [...view.rows, ...next.rows] } })
      },
      () => { busy.current = false },
    )
  }
  return { view: state.view, failure: state.failure, more }
}

/** What was typed, as it is found in a text: the characters the desk took it for. */
const hitOf = (text: string, reading: string): string => (reading.includes('：') ? reading.slice(reading.indexOf('：') + 1) : text.trim())

function Marked({ text, hit }: { text: string; hit: string }) {
  if (!hit) return <>{text}</>
  const at = text.toLowerCase().indexOf(hit.toLowerCase())
  if (at < 0) return <>{text}</>
  return <>{text.slice(0, at)}<mark>{text.slice(at, at + hit.length)}</mark>{text.slice(at + hit.length)}</>
}

const ITEMS = '一二三四五六七八九'

/** The day a row's clock ends; its working opens at once. */
function RowDate({ row }: { row: CaseRow }) {
  const year = useYear()
  const calendar = useCalendarYear(row.due ? Number(row.due.slice(0, 4)) : 0)
  if (!row.due) return <span className="duedate-none">{row.clock ? t('parts.not_started') : '—'}</span>
  const day = dayOf(row.due)
  const kind = kindOf(row.due, calendar).kind
  const plain = dateWords(row.due, { year })
  const words = row.clock === 'appeal' || row.clock === 'supplement' ? midnightWords(plain) : plain
  return (
    <span className="duedate whole">
      <button type="button" data-due className={row.certain ? 'duedate-button' : 'duedate-button duedate-uncertain'} aria-label={t('parts.how_counted', { date: words })} onClick={(event) => { event.stopPropagation(); openWhy(row.id, row.clock) }}>{words}</button>
      {kind === 'make_up' && day && weekday(day) > 5 ? ` ${weekdayName(day)}` : null}
      <DayMark kind={kind === 'weekend' ? 'holiday' : kind} />
    </span>
  )
}

const number = (row: CaseRow): string => row.number.replace(/^[A-Z][A-Z-]*-(?=\d{4}-)/, '')
/** Said again below the list for the selected case; left out of the list where it is narrow. */
const FOLDED = new Set(['procedure', 'listed', 'clock'])

/** 第8次会议第3项, as the desk writes it into the row. */
function agendaWords(agenda: string): string {
  const found = isEnglish() ? /^第(\d+)次会议第(\d+)项$/.exec(agenda) : null
  return found ? t('case.on_agenda', { no: found[1]!, order: found[2]! }) : agenda
}
const next = (row: CaseRow): string => dotted(row.act, say({ zh: row.act_zh, en: row.act_en }))
const act = (row: CaseRow): void => (row.act ? startAct(row.act, { case: row.id, words: next(row) }) : row.meeting ? go('meeting', row.meeting) : go('case', row.id))

export default function Cases({ params }: PageProps) {
  const [saved, setSaved] = useKept('saved', params.saved ?? 'open')
  const [text, setText] = useKept('text', params.text ?? '')
  const [order, setOrder] = useKept<{ key: string; desc: boolean }>('order', { key: 'due', desc: false })
  const [shown, setShown] = useState(text)
  const [selected, setSelected] = useState<CaseRow | null>(null)
  useEffect(() => {
    const timer = window.setTimeout(() => setShown(text), 40)
    return () => window.clearTimeout(timer)
  }, [text])
  const { view, failure, more } = useRows(saved, shown, order.key, order.desc)
  const hit = hitOf(shown, view?.reading ?? '')
  useDateKey()
  const narrow = useWatched(width) === 'narrow'
  const columns = useMemo<Column<CaseRow>[]>(() => ([

    { key: 'number', head: t('cases.number'), width: 104, fixed: true, priority: 1, sort: 'number', text: (row) => row.number, cell: (row) => <span className="whole"><Marked text={number(row)} hit={hit} /></span> },
    { key: 'title', head: t('cases.title'), fixed: true, priority: 2, sort: 'title', text: (row) => row.title, cell: (row) => <span title={row.title}><Marked text={row.title} hit={hit} /></span> },
    { key: 'leader', head: t('cases.leader'), width: isEnglish() ? 128 : 146, priority: 5, sort: 'leader', text: (row) => `${row.leader} ${row.department}`, cell: (row) => <><Marked text={row.leader} hit={hit} /> <span className="quiet"><Marked text={row.department} hit={hit} /></span></> },
    { key: 'procedure', head: t('cases.procedure'), width: isEnglish() ? 66 : 36, priority: 8, sort: 'procedure', text: (row) => sentence(sayOf(row, 'procedure')), cell: (row) => <span className={row.procedure_zh ? undefined : 'quiet'}>{row.procedure_zh ? (isEnglish() ? sentence(row.procedure_en.split(' ')[0]!) : row.procedure_zh.replace('程序', '')) : '—'}</span> },
    { key: 'listed', head: t('cases.listed'), width: isEnglish() ? 26 : 30, align: 'center', priority: 9, sort: 'listed', text: (row) => row.listed.join('、'), cell: (row) => row.listed.map((item) => (isEnglish() ? String(item) : ITEMS[item - 1])).join('、') },
    { key: 'stage', head: t('cases.stage'), width: isEnglish() ? 116 : 106, priority: 6, sort: 'stage', text: (row) => sentence(sayOf(row, 'stage')), cell: (row) => <span title={sayOf(row, 'stage')}>{row.agenda ? agendaWords(row.agenda) : sentence(sayOf(row, 'stage'))}</span> },
    { key: 'clock', head: t('cases.clock'), width: isEnglish() ? 104 : 84, priority: 7, text: (row) => sentence(sayOf(row, 'clock')), cell: (row) => <span className="quiet" title={sayOf(row, 'clock')}>{sentence(sayOf(row, 'clock')) || '—'}</span> },
    { key: 'due', head: t('cases.due'), width: isEnglish() ? 98 : 112, priority: 4, text: (row) => row.due ?? '', cell: (row) => <RowDate row={row} /> },
    { key: 'left', head: t('cases.left'), width: isEnglish() ? 172 : 134, priority: 3, sort: 'due', text: (row) => (row.left ? sayOf(row.left, 'chip') : ''), cell: (row) => <LeftChip left={row.left} bare={row.left?.state === 'waiting' || row.left?.state === 'calm'} noLamp={isEnglish()} /> },
    {
      key: 'next', head: t('cases.next'), width: isEnglish() ? 136 : 110, priority: 10, text: next,
      cell: (row) => (row.act || row.meeting ? <button type="button" className="link cases-next" title={next(row)} tabIndex={-1} onClick={(event) => { event.stopPropagation(); act(row) }}>{next(row)}</button> : <span className="quiet">{next(row) || t('today.nothing_to_do')}</span>),
    },
  ] satisfies Column<CaseRow>[]).filter((column) => !narrow || !FOLDED.has(column.key)), [hit, narrow])
  const keyOf = useCallback((row: CaseRow) => row.id, [])
  const all = view?.views.find((one) => one.key === 'all')?.total ?? 0
  const total = view?.views.find((one) => one.key === saved)?.total ?? 0
  const bringAll = (): void => setSaved('all')
  const print = (): void => openPaper({ paper: 'print', kind: 'register', saved, text: shown, order: asked(order.key), desc: order.desc }, t('cases.register'))
  const excel = (): void => void save({ bytes: 'cases', saved, text: shown, order: asked(order.key), desc: order.desc }, { title: t('cases.excel'), kinds: [{ name: 'Excel', endings: ['xlsx'] }] }).then(
    (files) => { if (files?.[0]) saidDone(t('parts.saved_to', { path: files[0].path })) },
    (thrown) => setTrouble(failureOf(thrown)),
  )
  const [trouble, setTrouble] = useState<Failure | null>(null)
  useKeys('cases', [
    { combo: 'Ctrl+KeyP', label: t('cases.print'), run: print },
    ...(view && view.outside > 0 ? [{ combo: 'Ctrl+Enter', label: t('cases.bring'), run: bringAll }] : []),
  ])
  return (
    <>
      <PageHead
        title={t('frame.place_cases')}
        beside={
          <>
            <FilterBox value={text} onChange={setText} about={view?.reading && text ? view.reading : undefined} placeholder={t('cases.filter')} />
            {shown.trim() && view ? <span className="second whole">{t('cases.of', { all: total })}<strong>{t('cases.hits', { n: view.total })}</strong></span> : null}
            {text ? <span className="second whole"><Cap combo="Escape" /> <button type="button" className="second" onClick={() => setText('')}>{t('cases.clear')}</button></span> : null}
          </>
        }
      >
        <ActButton combo="Ctrl+KeyE" hint={false} onPress={excel}>{t('cases.excel')}</ActButton>
        <ActButton main combo="Ctrl+KeyN" icon="plus" quiet onPress={() => go('intake', 'new')}>{t('today.new_case')}</ActButton>
      </PageHead>
      {trouble ? <ErrorPanel failure={trouble} acts={[{ words: t('parts.close'), run: () => setTrouble(null) }]} /> : null}
      {failure ? <ErrorPanel failure={failure} /> : null}
      <Tabs value={saved} onChange={setSaved} items={(view?.views ?? []).map((one) => ({ key: one.key, words: say(one), count: one.total, red: one.key === 'risk' }))} />
      <Register
        name="cases" label={t('frame.place_cases')} columns={columns} rows={view?.rows ?? []} keyOf={keyOf} chooseColumns onSelect={setSelected} onNearEnd={more}
        order={order} onOrder={(key, desc) => setOrder({ key, desc })} onAct={act} actLabel={t('parts.next_act')} onOpen={(row) => go('case', row.id)}
        empty={view ? (
          all === 0 ? (
            <Empty title={t('cases.none')} acts={[{ words: t('today.new_case'), combo: 'Ctrl+KeyN', run: () => go('intake', 'new') }]}>{t('cases.none_why')}</Empty>
          ) : shown.trim() ? (
            <Empty title={t('cases.no_match', { text: shown.trim() })} acts={view.outside > 0 ? [{ words: t('cases.bring'), combo: 'Ctrl+Enter', run: bringAll }] : [{ words: t('cases.clear'), combo: 'Escape', run: () => setText('') }]}>{t('cases.only_looked', { view: say(view.views.find((one) => one.key === saved) ?? { zh: '', en: '' }), n: total, outside: view.outside })}</Empty>
          ) : <Empty title={t('cases.view_empty')} acts={[{ words: t('cases.to_open'), run: () => setSaved('open') }]} />
        ) : null}
      />
      <div className="cases-foot">
        <span className="second">{order.key === 'due' ? t('cases.sorted') : t('cases.sorted_by', { column: columns.find((column) => column.sort === order.key)?.head ?? '' })}{view && view.rows.length < view.total ? t('cases.portion', { n: view.rows.length, all: view.total }) : ''}</span>
        {view && view.outside > 0 ? <span className="second"><button type="button" className="link" onClick={bringAll}>{t('cases.outside', { n: view.outside, text: shown.trim() })}</button>　<Cap combo="Ctrl+Enter" /> {t('cases.bring')}</span> : null}
      </div>
      {selected ? <Selected row={selected} /> : null}
    </>
  )
}

/** The selected case: facts, and how it stands. Read a moment after the selection rests. */
function Selected({ row }: { row: CaseRow }) {
  const [rested, setRested] = useState('')
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(row.id), 90)
    return () => window.clearTimeout(timer)
  }, [row.id])
  const { view } = useLook<CaseView>(rested ? { view: 'case', id: rested } : null)
  const at = view?.case.id === row.id ? view : null
  return (
    <div className="cases-selected" data-pane="selected">
      <div className="grow">
        <p className="cut"><strong>{number(row)}</strong> <Barred>{[row.title, sentence(sayOf(row, 'procedure')), agendaWords(row.agenda), `${row.department} ${row.leader}`]}</Barred></p>
        <p className="cases-now"><strong className={row.left && ['soon', 'today', 'grace', 'urgent', 'internal_over'].includes(row.left.state) ? 'amber' : row.left?.state === 'overdue' ? 'red' : undefined}>{t('cases.now')}</strong>{at ? say(at.standing) : sentence(sayOf(row, 'stage'))}</p>
      </div>
      {row.act || row.meeting ? <ActButton main quiet combo="Enter" onPress={() => act(row)}>{next(row)}</ActButton> : null}
      <ActButton quiet combo="ArrowRight" onPress={() => go('case', row.id)}>{t('cases.open')}</ActButton>
    </div>
  )
}
