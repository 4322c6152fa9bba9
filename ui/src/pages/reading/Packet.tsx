//! An open packet: left the items and documents, in the middle the page, right the questions. No menu, no place to go to; the keys are
//! at the foot.

import { useEffect, useRef, useState } from 'react'
import { leaveChair } from '../../chair'
import { dateWords, instantParts } from '../../dates'
import type { Contents, ItemLine } from '../../generated/types'
import { SidePanel } from '../../frame/SidePanel'
import { useKeys, type Key } from '../../keys'
import { movePane } from '../../frame/window'
import { ActButton } from '../../parts/ActButton'
import { Cap } from '../../parts/Cap'
import { Empty } from '../../parts/Empty'
import { ErrorPanel } from '../../parts/ErrorPanel'
import { Icon } from '../../parts/Icon'
import { Lamp } from '../../parts/Lamp'
import { Barred, Segmented } from '../../parts/Page'
import { keep, recall } from '../../remember'
import { showArticle, showHelp, side } from '../../side'
import { useWatched } from '../../store'
import { sayOf, t } from '../../words'
import { setZoom, step, width, zoom } from '../../zoom'
import { Conflict } from './Conflict'
import { saving, settled, trouble } from './fill'
import { Find } from './Find'
import { Finish } from './Finish'
import { forgetContents, Items } from './Items'
import { Leaf, selection } from './Leaf'
import { beginStop, beginWith, documentOf, firstPlace, neighbour, nextStop, running, SIZES, stopsOf, turn, type Place, type Size, type Stop } from './lines'
import { answer, focusStop, Questions } from './Questions'
import { keepRemark, newRemark, NotesDialog, RemarkDialog, remarksOf, type RemarkDraft } from './Remark'
import { Strips } from './Strips'

type Pane = 'items' | 'page' | 'questions'

export function Packet({ contents }: { contents: Contents }) {
  const [chosen, setChosen] = useState(() => beginWith(contents.items)?.item.id ?? '')
  const [places, setPlaces] = useState<Record<string, Place>>({})
  const [stop, setStop] = useState<Stop>({ dimension: '', at: '' })
  const [size, setSize] = useState<Size>(() => recall<Size>('reading.size', 'large'))
  const [finding, setFinding] = useState('')
  const [remark, setRemark] = useState<RemarkDraft | null>(null)
  const [notes, setNotes] = useState(false)
  const [framing, setFraming] = useState(false)
  const [pane, setPane] = useState<Pane>('page')
  const shape = useWatched(width)
  const search = useRef<HTMLInputElement>(null)
  // Looked up once for each visit of an item: an answer must not move the mark by itself.
  const first = useRef<{ id: string; stop: Stop | undefined }>({ id: '', stop: undefined })
  const begun = (of: ItemLine): Stop | undefined => {
    if (first.current.id !== of.item.id) first.current = { id: of.item.id, stop: beginStop(of.item, of.filled) }
    return first.current.stop
  }
  const line = contents.items.find((one) => one.item.id === chosen) ?? contents.items[0]
  const item = line?.item
  const shown = line && (line.state === 'begun' || line.state === 'done')
  const place = item ? (places[item.id] ?? firstPlace(item)) : null
  const document = item ? documentOf(item, place) : undefined
  const now: Stop = item && stopsOf(item).some((one) => one.at === stop.at && (one.at === 'opinion' || one.dimension === stop.dimension)) ? stop : ((line && item && shown ? begun(line) : undefined) ?? stop)
  const page = document && place && document.first_page > 0 ? t('reading.page', { n: running(document, place.page) }) : ''

  const goTo = (to: Place, of = item?.id): void => { if (of) setPlaces((was) => ({ ...was, [of]: to })) }
  const goItem = (id: string): void => { void settled(); setChosen(id); setStop({ dimension: '', at: '' }); first.current = { id: '', stop: undefined } }
  const goStop = (to: Stop | undefined): void => {
    if (!to) return
    setStop(to)
    // The question may belong to another dimension and is drawn first.
    window.setTimeout(() => focusStop(to.at), 0)
  }
  const marked = (what: { quote: string; marks: number[][] }, how: 'highlight' | 'remark'): void => {
    setFraming(false)
    const draft = newRemark(place, what)
    if (how === 'remark' || !item) return setRemark(draft)
    void keepRemark(item.id, { ...draft, private: true }, null)
  }
  const turnBy = (by: 1 | -1): void => { if (item && place) goTo(turn(item, place, by)) }
  const to = line ? neighbour(contents.items, line.item.id, 1) : undefined
  const write = (): void => { setFraming(false); setRemark(newRemark(place, selection.get() ?? {})) }
  const size_ = (next: Size): void => { setSize(next); keep('reading.size', next) }
  const close = (): void => void settled().then(leaveChair).catch(() => undefined)

  const keys: Key[] = [
    { combo: 'PageUp', label: t('reading.back'), inText: true, run: () => turnBy(-1) },
    { combo: 'PageDown', label: t('reading.forth'), inText: true, run: () => turnBy(1) },
    { combo: 'Ctrl+ArrowRight', label: t('reading.next_item'), run: () => { if (to) goItem(to.item.id) } },
    { combo: 'Ctrl+ArrowLeft', label: t('reading.last_item'), run: () => { const before = line && neighbour(contents.items, line.item.id, -1); if (before) goItem(before.item.id) } },
    { combo: 'F1', label: t('frame.help'), run: () => (side.get()?.kind === 'help' ? side.set(null) : showHelp('reading')) },
    { combo: 'F3', label: t('reading.article'), run: () => (side.get()?.kind === 'article' ? side.set(null) : showArticle('M15')) },
    { combo: 'F6', label: t('frame.keys_pane'), run: () => movePane(1) },
    { combo: 'Shift+F6', label: t('frame.keys_pane_back'), run: () => movePane(-1) },
    { combo: 'Ctrl+KeyF', label: t('reading.find'), run: () => { setPane('items'); search.current?.focus(); search.current?.select() } },
    { combo: 'Ctrl+KeyL', label: t('reading.close'), run: close },
    { combo: 'Ctrl+Equal', label: t('frame.keys_zoom'), run: () => void setZoom(step(zoom.get(), 1)) },
    { combo: 'Ctrl+Minus', label: t('frame.keys_zoom'), run: () => void setZoom(step(zoom.get(), -1)) },
    { combo: 'Ctrl+Digit0', label: t('frame.keys_zoom'), run: () => void setZoom(1) },
    ...(finding ? [{ combo: 'Escape', label: t('reading.find_end'), inText: true, run: () => setFinding('') }] : []),
    ...(line && shown ? [
      { combo: 'F4', label: t('reading.remark'), run: write },
      { combo: 'F8', label: t('reading.frame'), run: () => setFraming((was) => !was) },
      ...(framing ? [{ combo: 'Escape', label: t('reading.frame_end'), run: () => setFraming(false) }] : []),
      ...[1, 2, 3, 4].map((digit): Key => ({ combo: `Digit${digit}`, label: t('reading.answer'), run: () => answer(contents, line, now, digit) })),
    ] : []),
  ]
  useKeys('reading', keys)
  useTab(Boolean(shown), (by) => {
    const next = item ? nextStop(item, now, by) : undefined
    if (!next) return false
    goStop(next)
    return true
  }, now)
  useEffect(() => {
    window.document.documentElement.dataset.reading = size
    return () => { delete window.document.documentElement.dataset.reading }
  }, [size])
  useEffect(() => forgetContents, [])
  useEffect(() => { setFraming(false) }, [place?.document, place?.page])
  // One comes to an item with its first question marked, so that Tab and the digits begin there.
  useEffect(() => { setPane('page') }, [chosen])

  const items = finding.trim() !== ''
    ? <Find contents={contents} text={finding.trim()} onPlace={(of, at) => { if (of !== chosen) goItem(of); goTo(at, of); setPane('page') }} />
    : <Items contents={contents} line={line} place={place} onItem={(id) => { goItem(id); setPane('page') }} onPlace={(at) => { goTo(at); setPane('page') }} />
  const middle = line && shown && item ? (
    <main className="reading-page" data-pane="main">
      <div className="reading-page-head">
        <button type="button" onClick={() => turnBy(-1)}><Cap combo="PageUp" /> {t('reading.back')}</button>
        <strong>{page}</strong>{contents.pages > 0 ? <span>{t('reading.of_pages', { n: contents.pages })}</span> : null}
        <button type="button" onClick={() => turnBy(1)}><Cap combo="PageDown" /> {t('reading.forth')}</button>
        <span className="grow" />
        <button type="button" onClick={() => setNotes(true)}><Icon name="star" size={17} />{t('reading.notes_short', { n: line.filled.remarks.length + line.marks.length })}</button>
        <button type="button" aria-pressed={framing} onMouseDown={(event) => event.preventDefault()} onClick={() => setFraming(!framing)}>{t('reading.frame')} <Cap combo="F8" /></button>
        <button type="button" onMouseDown={(event) => event.preventDefault()} onClick={write}>{t('reading.remark')} <Cap combo="F4" /></button>
      </div>
      {framing ? <p className="reading-framing-hint" role="status">{t('reading.frame_about')} <button type="button" className="link" onClick={() => setFraming(false)}>{t('reading.frame_end')}</button></p> : null}
      {document && place ? (
        <Leaf key={place.document} document={document} place={place} next={item && place ? turn(item, place, 1) : null} remarks={remarksOf(line)} finding={finding.trim()} framing={framing} onRemark={setRemark} onMarked={marked} />
      ) : <div className="reading-scroll"><Empty title={t('reading.no_documents')} /></div>}
    </main>
  ) : line ? <Conflict key={`${line.item.id}/${line.state}`} line={line} /> : <main className="reading-page" data-pane="main"><Empty title={t('reading.no_items')} /></main>
  const questions = line && shown ? <aside className="reading-questions" data-pane="right" aria-label={t('reading.questions')}><Questions contents={contents} line={line} stop={now} onStop={setStop} page={page} /></aside> : null

  const tabs: Pane[] = shape === 'one' ? ['items', 'page', ...(questions ? ['questions' as const] : [])] : ['items', 'page']
  const at: Pane = tabs.includes(pane) ? pane : 'page'
  return (
    <div className={`reading page reading-${shape}`} style={{ fontSize: SIZES[size] }}>
      <div className="reading-top">
        <Head contents={contents} size={size} onSize={size_} finding={finding} onFind={setFinding} search={search} onClose={close} />
        <Strips contents={contents} onItem={(id) => { goItem(id); setPane('page') }} />
      </div>
      {shape === 'wide' ? null : (
        <div className="reading-panes" role="tablist">
          {tabs.map((one) => <button type="button" role="tab" key={one} aria-selected={one === at} onClick={() => setPane(one)}>{t(`reading.pane_${one}`)}</button>)}
        </div>
      )}
      <div className={`reading-row${questions ? '' : ' reading-row-gate'}`}>
        {shape === 'wide' || at === 'items' ? <div className="reading-left" data-pane="left">{items}</div> : null}
        {shape === 'wide' || at === 'page' ? middle : null}
        {shape !== 'one' || at === 'questions' ? questions : null}
      </div>
      <footer className="reading-foot" data-pane="foot">
        <span className="reading-keys">
          {shown ? <><span><Cap words="Tab" /> {t('reading.next_question')}</span><span><Cap words="1" />–<Cap words="4" /> {t('reading.answer')}</span></> : null}
          <button type="button" onClick={() => { if (to) goItem(to.item.id) }}><Cap combo="Ctrl+ArrowRight" /> {t('reading.next_item')}</button>
          <button type="button" onClick={() => showArticle('M15')}><Cap combo="F3" /> {t('reading.article')}</button>
          <button type="button" onClick={() => showHelp('reading')}><Cap combo="F1" /> {t('frame.help')}</button>
        </span>
        <span className="grow" />
        <Kept />
        {to ? <ActButton size="large" combo="Ctrl+ArrowRight" quiet onPress={() => goItem(to.item.id)}>{t('reading.next_item')}</ActButton> : null}
        <Finish contents={contents} onMissing={(of, point) => {
          if (of !== chosen) goItem(of)
          const one = contents.items.find((other) => other.item.id === of)
          const wanted = one?.item.points.find((other) => other.key === point)
          setPane(one?.state === 'unopened' ? 'page' : 'questions')
          if (one && one.state !== 'unopened') goStop(wanted ? { dimension: wanted.dimension, at: wanted.key } : stopsOf(one.item).at(-1))
        }} />
      </footer>
      <SidePanel plain />
      {line && remark ? <RemarkDialog line={line} remark={remark} onClose={() => setRemark(null)} /> : null}
      {line && notes ? <NotesDialog line={line} onClose={() => setNotes(false)} onRemark={(one) => { setNotes(false); setRemark(one) }} onPlace={goTo} /> : null}
    </div>
  )
}

/** 每填一笔即存, and when it was not: what went wrong. */
function Kept() {
  const busy = useWatched(saving) > 0
  const failure = useWatched(trouble)
  if (failure) return <div className="reading-trouble"><ErrorPanel failure={failure} acts={[{ words: t('parts.close'), run: () => trouble.set(null) }]} /></div>
  return <span className="reading-kept" role="status"><Lamp state={busy ? 'waiting' : 'proven'} size={15} />{busy ? t('reading.keeping') : t('reading.kept')}</span>
}

interface HeadProps {
  contents: Contents
  size: Size
  onSize(size: Size): void
  finding: string
  onFind(text: string): void
  search: React.RefObject<HTMLInputElement | null>
  onClose(): void
}

function Head({ contents, size, onSize, finding, onFind, search, onClose }: HeadProps) {
  const { occasion } = contents
  const when = occasion.at ? instantParts(occasion.at) : null
  return (
    <header className="reading-head" data-pane="head">
      <h1>{t('reading.title')}</h1>
      <span className="reading-whom"><Barred>{[
        sayOf(occasion, 'title'), when ? `${dateWords(when.date, { weekday: true })} ${when.time}` : '',
        t('reading.only_for', { name: contents.reader, role: sayOf(contents, 'role') }), t('reading.read_only'),
        contents.late ? <strong key="late" className="amber">{t('reading.late')}</strong> : contents.expires ? t('reading.until', { date: dateWords(contents.expires) }) : '',
        contents.returned ? <span key="returned" className={contents.returned.changed ? 'amber' : 'green'}>{contents.returned.changed ? t('reading.returned_changed') : t('reading.returned')}</span> : '',
      ]}</Barred></span>
      <span className="grow" />
      <span className="reading-progress">{t('reading.progress')} <strong>{contents.done}</strong>／{t('reading.of_items', { n: contents.all })}</span>
      <Segmented<Size> label={t('reading.size')} value={size} onChange={onSize} items={(['small', 'large', 'largest'] as const).map((one) => ({ key: one, words: <span className={`reading-size-${one}`}>{t(`reading.size_${one}`)}</span> }))} />
      <label className="filterbox reading-search"><Icon name="search" size={17} /><input ref={search} type="search" value={finding} placeholder={t('reading.find')} aria-label={t('reading.find')} onChange={(event) => onFind(event.target.value)} /></label>
      <button type="button" className="reading-close" onClick={onClose} title={t('reading.close')}><Icon name="exit" size={17} /><span>{t('reading.close')}</span></button>
    </header>
  )
}

/** Tab goes from question to question while one reads or answers; in the rest of the window it is the system's. */
function useTab(on: boolean, move: (by: 1 | -1) => boolean, now: Stop): void {
  const live = useRef(move)
  live.current = move
  const at = useRef(now)
  at.current = now
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Tab' || event.ctrlKey || event.altKey || event.isComposing || document.querySelector('[role="dialog"]')) return
      const where = document.activeElement
      const inQuestions = where?.closest('.reading-questions')
      if (where && where !== document.body && !inQuestions && !where.closest('.reading-page')) return
      // From the page one comes to the question that is marked, from there to the next.
      if (!inQuestions) {
        event.preventDefault()
        return focusStop(at.current.at)
      }
      if (!where?.closest('[data-stop], [data-words]')) return
      if (live.current(event.shiftKey ? -1 : 1)) event.preventDefault()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [on])
}

