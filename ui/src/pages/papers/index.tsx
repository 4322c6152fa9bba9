//! 文书流转: which letter waits for whom. A row a letter, a column a step; one look down a column tells what still wants a signature. At the
//! right the page itself. Steps are recorded one by one or together; numbers, clocks and sentences are the desk's.

import './papers.css'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { changes, failureOf, look } from '../../api'
import { startAct } from '../../acts/start'
import type { PaperRow, PapersView, PaperStep, Taken, TakenFile } from '../../generated/types'
import { useKeys } from '../../keys'
import { ActButton, Empty, ErrorPanel, FileDrop, FilterBox, Message, openPaper, PageHead, Panes, printPdf, Register, SaveButton, Tabs, useDateKey, useDraft } from '../../parts'
import type { PageProps } from '../../pages'
import { go, replace, useKept } from '../../router'
import type { Failure } from '../../shape'
import { useWatched } from '../../store'
import { say, t } from '../../words'
import { width as pageWidth } from '../../zoom'
import { Beside } from './Beside'
import { columnsOf } from './columns'
import { Scans } from './Scans'
import { Together } from './Together'
import { commonSeries, nameOf, nextWords, startNext, STEPS, TOGETHER } from './way'

const PORTION = 200
type Show = 'transit' | 'drafts' | 'issued' | 'void' | 'all'
const SHOWS: Show[] = ['transit', 'drafts', 'issued', 'void', 'all']

/** The register's rows, read in portions under the same question. */
function useRows(show: Show, text: string): { view: PapersView | null; failure: Failure | null; more(): void } {
  const tick = useWatched(changes)
  const face = JSON.stringify([show, text])
  const [state, setState] = useState<{ face: string; view: PapersView | null; failure: Failure | null }>({ face: '', view: null, failure: null })
  const asking = useRef(0)
  const busy = useRef(false)
  const have = useRef(0)
  have.current = state.face === face ? (state.view?.rows.length ?? 0) : 0
  useEffect(() => {
    const mine = ++asking.current
    busy.current = true
    look<PapersView>({ view: 'papers', show, text, offset: 0, limit: Math.min(1000, Math.max(PORTION, have.current)) }).then(
      (view) => { if (mine === asking.current) { busy.current = false; setState({ face, view, failure: null }) } },
      (thrown) => { if (mine === asking.current) { busy.current = false; setState((was) => ({ ...was, face, failure: failureOf(thrown) })) } },
    )
  }, [face, show, text, tick])
  const more = (): void => {
    const view = state.view
    if (!view || busy.current || state.face !== face || view.rows.length >= view.total) return
    const mine = asking.current
    busy.current = true
    look<PapersView>({ view: 'papers', show, text, offset: view.rows.length, limit: PORTION }).then(
      (next) => { busy.current = false; if (mine === asking.current) setState({ face, failure: null, view: { ...next, rows: [...view.rows, ...next.rows] } }) },
      () => { busy.current = false },
    )
  }
  return { view: state.view, failure: state.failure, more }
}

/** Where 今日 sends one: print, sign, seal, scan, serve. */
const stepNamed = (name: string | undefined): PaperStep | '' => ({ print: 'printed', sign: 'signed', seal: 'sealed', scan: 'scanned', serve: 'served' } as Record<string, PaperStep>)[name ?? ''] ?? ''

export default function Papers({ params }: PageProps) {
  const [show, setShow] = useKept<Show>('show', SHOWS.includes(params.show as Show) ? (params.show as Show) : 'transit')
  const [only, setOnly] = useKept<PaperStep | ''>('only', stepNamed(params.step))
  const [text, setText] = useKept('text', '')
  const [asked, setAsked] = useState(text)
  const [selected, setSelected] = useState<PaperRow | null>(null)
  const [together, setTogether] = useState<{ step: PaperStep; rows: PaperRow[] } | null>(null)
  // Scans not yet with their paper wait in the committee's file.
  const scans = useDraft<TakenFile[]>('papers.scans', [])
  const [filing, setFiling] = useState(false)
  const [refused, setRefused] = useState<Taken['refused']>([])
  const [trouble, setTrouble] = useState<Failure | null>(null)
  useDateKey()
  useEffect(() => {
    const timer = window.setTimeout(() => setAsked(text), 60)
    return () => window.clearTimeout(timer)
  }, [text])
  // A paper named by another page is opened by itself.
  useEffect(() => { if (params.paper) replace('paper', params.paper) }, [params.paper])
  const { view, failure, more } = useRows(show, asked)
  const all = useMemo(() => view?.rows ?? [], [view])
  const rows = useMemo(() => (only && show === 'transit' ? all.filter((row) => row.next === only) : all), [all, only, show])
  const series = useMemo(() => commonSeries(all), [all])
  const act = useCallback((row: PaperRow) => startNext(row, (step, some) => setTogether({ step, rows: some })), [])
  const waiting = view?.waiting ?? null
  const one = useWatched(pageWidth) === 'one'
  const columns = useMemo(() => columnsOf(series, waiting, show === 'transit' ? only : '', one, act), [series, waiting, only, show, one, act])
  const keyOf = useCallback((row: PaperRow) => row.id, [])
  const choose = (step: PaperStep): void => { setShow('transit'); setOnly((was) => (was === step && show === 'transit' ? '' : step)) }
  const moving = view ? view.waiting.reduce((sum, n) => sum + n, 0) : 0

  // The batch at hand: the step shown alone, else the first that something waits for and that is done in one go.
  const batch = show !== 'transit' ? undefined : only ? (TOGETHER.includes(only) ? only : undefined) : TOGETHER.find((_, i) => (waiting?.[i] ?? 0) > 0)
  const batchRows = batch ? all.filter((row) => row.next === batch) : []
  const next = selected ? nextWords(selected) : ''
  const printSelected = (): void => {
    if (!selected) return
    setTrouble(null)
    printPdf({ bytes: 'paper', id: selected.id }).catch((thrown) => setTrouble(failureOf(thrown)))
  }
  const take = (answer: Taken): void => {
    setRefused(answer.refused)
    if (answer.taken.length === 0) return
    scans.set((was) => [...was.filter((file) => !answer.taken.some((other) => other.sha256 === file.sha256)), ...answer.taken])
    setFiling(true)
  }
  const full = (row: PaperRow): void => openPaper({ paper: 'preview', id: row.id }, nameOf(row))
  useKeys('papers', [
    ...STEPS.map((step, i) => ({ combo: `Digit${i + 1}`, label: t('papers.only_step'), caps: ['1', '–', '5'], hint: i === 0, run: () => choose(step) })),
    { combo: 'KeyV', label: t('papers.void'), run: () => { if (selected?.state === 'issued') startAct('void_paper', { paper: selected.id, words: t('papers.void') }) } },
    { combo: 'KeyE', label: t('papers.edit'), run: () => { if (selected?.state === 'draft') go('paper', selected.id) } },
  ])
  const shownOf = (one: Show): number | undefined => (one === 'transit' ? (view ? moving : undefined) : one === 'drafts' ? view?.drafts : one === show && view && !asked.trim() ? view.total : undefined)
  return (
    <>
      <PageHead title={t('papers.title')} lines={view ? (view.zh.length > 1 ? [say({ zh: view.zh[0]!, en: view.en[0]! }), say({ zh: view.zh.slice(1).join(''), en: view.en.slice(1).join(' ') })] : view.zh.map((zh, i) => say({ zh, en: view.en[i] ?? '' }))) : []}>
        <ActButton combo="Ctrl+KeyP" hint={false} icon="printer" onPress={printSelected} locked={selected || !view ? undefined : { reason: t('papers.none_selected') }}>{t('papers.print')}</ActButton>
        <SaveButton of={{ bytes: 'table', list: 'papers', with: { show, text } }} />
        {batch && batchRows.length > 1 ? (
          <ActButton main combo="Ctrl+Enter" hint={false} onPress={() => setTogether({ step: batch, rows: batchRows })}>{t(`papers.do_${batch}`, { n: batchRows.length })}</ActButton>
        ) : selected && next ? (
          <ActButton main combo="Ctrl+Enter" hint={false} onPress={() => act(selected)}>{next}</ActButton>
        ) : null}
      </PageHead>
      {failure ? <ErrorPanel failure={failure} /> : null}
      {trouble ? <ErrorPanel failure={trouble} acts={[{ words: t('parts.close'), run: () => setTrouble(null) }]} /> : null}
      <Panes
        name="papers" mainName={t('papers.title')} flush
        right={{ width: 424, name: t('papers.page'), flush: true, body: view ? <Beside row={selected} /> : null }}
      >
        <div className="papers register">
          <Tabs
            value={show} onChange={(to) => { setShow(to); setOnly('') }} items={SHOWS.map((one) => { const count = shownOf(one); return { key: one, words: t(`papers.show_${one}`), ...(count === undefined ? {} : { count }) } })}
            end={<FilterBox width={210} value={text} onChange={setText} placeholder={t('papers.filter')} />}
          />
          <Register
            name="papers" label={t('papers.title')} columns={columns} rows={rows} keyOf={keyOf} rowHeight={43} onSelect={setSelected} onNearEnd={more}
            onOrder={(key) => choose(key as PaperStep)} onAct={full} actLabel={t('papers.full')} onOpen={(row) => go('paper', row.id)} onSpace={act} spaceLabel={t('papers.next_step')}
            empty={view ? (
              asked.trim() ? <Empty title={t('papers.no_match', { text: asked.trim() })} acts={[...(show === 'all' ? [] : [{ words: t('papers.in_all'), run: () => setShow('all') }]), { words: t('cases.clear'), combo: 'Escape', run: () => setText('') }]} />
                : only && moving > 0 ? <Empty title={t('papers.none_at_step', { step: t(`papers.step_${only}`) })} acts={[{ words: t('papers.all_steps'), run: () => setOnly('') }]} />
                  : show === 'transit' ? <Empty title={say({ zh: view.zh[0] ?? '', en: view.en[0] ?? '' })} acts={[...(view.drafts > 0 ? [{ words: t('papers.to_drafts'), run: () => setShow('drafts') }] : []), { words: t('papers.to_issued'), run: () => setShow('issued') }]}>{t('papers.transit_why')}</Empty>
                    : <Empty title={t(`papers.empty_${show}`)} acts={[{ words: t('papers.to_transit'), run: () => setShow('transit') }]}>{t(`papers.empty_${show}_why`)}</Empty>
            ) : null}
          />
          {show === 'transit' ? (
            <div className="papers-foot">
              <FileDrop<Taken> small request={{}} onTaken={take} title={t('papers.scans_title')} kinds={[{ name: t('papers.scan_kinds'), endings: ['pdf', 'jpg', 'jpeg', 'png', 'tif', 'tiff'] }]}>{t('papers.scans_drop')}</FileDrop>
              {scans.value.length > 0 ? <p className="second papers-wait">{t('papers.scans_wait', { n: scans.value.length })} <button type="button" className="link" onClick={() => setFiling(true)}>{t('papers.scans_file')}</button></p> : null}
              {refused.map((one) => <Message key={one.name} tone="amber" title={one.name} acts={[{ words: t('parts.close'), run: () => setRefused((was) => was.filter((other) => other !== one)) }]}>{say(one)}</Message>)}
            </div>
          ) : null}
        </div>
      </Panes>
      {together ? <Together step={together.step} rows={together.rows} onClose={() => setTogether(null)} /> : null}
      {filing && scans.value.length > 0 ? (
        <Scans
          files={scans.value} rows={all.filter((row) => row.state === 'issued' && row.steps.includes('scanned') && !row.done.some((done) => done.step === 'scanned'))} onClose={() => setFiling(false)}
          onFiled={(filed) => { const left = scans.value.filter((file) => !filed.has(file.sha256)); scans.set(left); if (left.length === 0) scans.drop() }}
        />
      ) : null}
    </>
  )
}
