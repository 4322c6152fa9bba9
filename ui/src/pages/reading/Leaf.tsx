//! One page, large: the picture, over it the words for selecting, below it the marks of remarks and of what is looked for, above it the
//! watermark when the document has none of its own. Words are marked by selecting them, anything else by drawing a frame.

import { useEffect, useMemo, useRef, useState } from 'react'
import { failureOf, openDocument, pageUrl, reading } from '../../api'
import type { DocumentOut, LeafView } from '../../generated/types'
import { Empty } from '../../parts/Empty'
import { ErrorPanel } from '../../parts/ErrorPanel'
import type { Failure } from '../../shape'
import { watched } from '../../store'
import { t } from '../../words'
import { boxesOf, frameOf, framesOf, running, type Box, type Frame, type Part, type Place } from './lines'
import type { RemarkDraft } from './Remark'

export interface LeafProps {
  document: DocumentOut
  place: Place
  /** The page after, drawn ahead. */
  next: Place | null
  /** Remarks and private marks of the item. */
  remarks: readonly RemarkDraft[]
  finding: string
  /** A frame is being drawn rather than words selected. */
  framing: boolean
  onRemark(remark: RemarkDraft): void
  /** What was selected or framed: to be highlighted at once, or written to. */
  onMarked(marked: Marked, how: 'highlight' | 'remark'): void
}

/** What is selected on the page at this moment, for the key. */
export const selection = watched<Marked | null>(null)

export interface Marked {
  quote: string
  marks: Frame[]
}

export function Leaf({ document, place, next, remarks, finding, framing, onRemark, onMarked }: LeafProps) {
  const [leaf, setLeaf] = useState<LeafView | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const scroll = useRef<HTMLDivElement>(null)
  const width = useDots(scroll)
  useEffect(() => {
    let live = true
    scroll.current?.scrollTo(0, 0)
    reading<LeafView>({ reading: 'leaf', document: place.document, page: place.page }).then(
      (view) => { if (live) { setLeaf(view); setFailure(null) } },
      (thrown) => { if (live) { setLeaf(null); setFailure(failureOf(thrown)) } },
    )
    return () => { live = false }
  }, [place.document, place.page])
  const here = leaf && leaf.document === place.document && leaf.page === place.page ? leaf : null
  const dpi = (points: number): number => Math.round(Math.min(300, Math.max(72, (width * 72) / (points || 595))))
  const address = (at: Place): string => pageUrl({ reading: at.document, page: at.page, dpi: dpi(here?.width ?? 595) })
  const ahead = here && next ? address(next) : ''
  useEffect(() => {
    if (ahead === '') return
    const timer = window.setTimeout(() => { new Image().src = ahead }, 250)
    return () => window.clearTimeout(timer)
  }, [ahead])
  // What was looked for may stand at the foot of the page.
  useEffect(() => { if (here && finding) scroll.current?.querySelector('.reading-hit')?.scrollIntoView({ block: 'center' }) }, [here, finding])
  const [selected, setSelected] = useState<{ marked: Marked; top: number; left: number } | null>(null)
  useEffect(() => {
    const look = (): void => {
      const now = here && scroll.current ? selectionOn(here, scroll.current) : null
      setSelected(now)
      selection.set(now?.marked ?? null)
    }
    window.document.addEventListener('selectionchange', look)
    return () => { window.document.removeEventListener('selectionchange', look); selection.set(null) }
  }, [here])
  const mark = (how: 'highlight' | 'remark') => (): void => {
    if (!selected) return
    onMarked(selected.marked, how)
    window.getSelection()?.removeAllRanges()
  }
  const marks = useMemo(() => remarks.filter((one) => one.document === place.document && one.page === place.page), [remarks, place.document, place.page])
  const other = document.kind === 'other'
  const view = (): void => void openDocument(document.id).catch((thrown) => setFailure(failureOf(thrown)))
  return (
    <div className="reading-scroll" ref={scroll} tabIndex={0} aria-label={t('reading.page_of', { title: document.title, n: running(document, place.page) })}>
      {failure ? <ErrorPanel failure={failure} acts={[{ words: t('reading.open_outside'), run: view }]} /> : null}
      {other ? <Empty title={t('reading.not_shown', { title: document.title })} acts={[{ words: t('reading.open_outside'), run: view }]}>{t('reading.not_shown_why')}</Empty> : null}
      {other || !here || width === 0 ? null : (
        <div className="reading-leaf" style={here.width > 0 ? { aspectRatio: `${here.width} / ${here.height}` } : undefined}>
          <img src={address(place)} alt="" draggable={false} className={here.width > 0 ? '' : 'reading-photo'} onError={() => setFailure((now) => now ?? unreadable(document.title))} />
          <Marks leaf={here} marks={marks} finding={finding} />
          <div className="reading-text" data-leaf={`${place.document}/${place.page}`}>
            {here.lines.map((line, i) => {
              const from = line.x[0] ?? 0
              const to = line.x[line.x.length - 1] ?? from
              return <span key={i} style={{ left: `${(from / here.width) * 100}%`, top: `${(line.y / here.height) * 100}%`, width: `${((to - from) / here.width) * 100}%`, fontSize: `${((line.height / 1.04) / here.width) * 100}cqw` }}>{line.text}</span>
            })}
          </div>
          {here.watermark ? <Watermark words={here.watermark} /> : null}
          {framing || (here.lines.length === 0 && !other) ? <Framing onFrame={(frame) => onMarked({ quote: '', marks: [frame] }, 'remark')} asked={framing} /> : null}
        </div>
      )}
      {selected && !framing ? (
        <div className="reading-selected" style={{ top: selected.top, left: selected.left }} onMouseDown={(event) => event.preventDefault()}>
          <button type="button" onClick={mark('highlight')}>{t('reading.highlight')}</button>
          <button type="button" onClick={mark('remark')}>{t('reading.remark')}…</button>
        </div>
      ) : null}
      {marks.length > 0 ? (
        <ul className="reading-remarks" aria-label={t('reading.remarks_here')}>
          {marks.map((one) => (
            <li key={`${one.private}${one.id}`}>
              <button type="button" className={one.private ? 'reading-remark-private' : ''} onClick={() => onRemark(one)}>
                <span className="second">{t(one.private ? 'reading.mine' : 'reading.to_secretary')}{one.quote === '' && one.marks.length > 0 ? ` · ${t('reading.framed')}` : ''}</span>
                {one.quote ? <q>{one.quote}</q> : null}{one.words ? <span>{one.words}</span> : null}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function Marks({ leaf, marks, finding }: { leaf: LeafView; marks: readonly RemarkDraft[]; finding: string }) {
  const style = (box: Box) => ({ left: `${(box.x / leaf.width) * 100}%`, top: `${(box.y / leaf.height) * 100}%`, width: `${(box.width / leaf.width) * 100}%`, height: `${(box.height / leaf.height) * 100}%` })
  const found = useMemo(() => boxesOf(leaf.lines, finding, true), [leaf, finding])
  return (
    <div className="reading-marks">
      {marks.flatMap((one) => {
        const looks = `reading-mark${one.private ? ' reading-mark-private' : ''}`
        // Where it was marked; remarks made without a place on the page are found by their words.
        if (one.marks.length > 0) return one.marks.map((frame, i) => <i key={`${one.private}${one.id}/${i}`} className={one.quote === '' ? `${looks} reading-frame` : looks} style={frameStyle(frame as Frame)} />)
        return boxesOf(leaf.lines, one.quote).map((box, i) => <i key={`${one.private}${one.id}/${i}`} className={looks} style={style(box)} />)
      })}
      {found.map((box, i) => <i key={i} className="reading-hit" style={style(box)} />)}
    </div>
  )
}

const frameStyle = ([left, top, right, bottom]: Frame) => ({ left: `${left / 100}%`, top: `${top / 100}%`, width: `${(right - left) / 100}%`, height: `${(bottom - top) / 100}%` })

/** Takes the pointer over the page and draws a frame. A page without words (a scan, a picture) always takes frames. */
function Framing({ onFrame, asked }: { onFrame(frame: Frame): void; asked: boolean }) {
  const [from, setFrom] = useState<{ x: number; y: number } | null>(null)
  const [to, setTo] = useState<{ x: number; y: number } | null>(null)
  const at = (event: React.PointerEvent<HTMLElement>): { x: number; y: number } => {
    const box = event.currentTarget.getBoundingClientRect()
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }
  }
  const drawn = from && to ? frameOf(from, to) : null
  return (
    <div
      className={`reading-framing${asked ? ' reading-framing-asked' : ''}`}
      onPointerDown={(event) => { if (event.button !== 0) return; event.currentTarget.setPointerCapture(event.pointerId); setFrom(at(event)); setTo(null) }}
      onPointerMove={(event) => { if (from) setTo(at(event)) }}
      // Where it was let go, not where the last move was drawn: a quick hand is ahead of the drawing.
      onPointerUp={(event) => { const frame = from ? frameOf(from, at(event)) : null; if (frame) onFrame(frame); setFrom(null); setTo(null) }}
      onPointerCancel={() => { setFrom(null); setTo(null) }}
    >
      {drawn ? <i className="reading-mark reading-frame" style={frameStyle(drawn)} /> : null}
    </div>
  )
}

/** Three times across the page: whoever photographs a part of it photographs a name. */
const Watermark = ({ words }: { words: string }) => (
  <div className="reading-watermark" aria-hidden="true">{[20, 50, 80].map((top) => <span key={top} style={{ top: `${top}%` }}>{words}</span>)}</div>
)

const unreadable = (title: string): Failure => ({
  code: 'LS-C06', kind: 'paper', zh: `“${title}”的这一页画不出来。`, en: `This page of “${title}” cannot be drawn.`,
  way_zh: '可以用系统的程序打开整份材料。', way_en: 'The whole document can be opened in the viewer of this system.', findings: [], field: '',
})

/** The width of the pane in dots of the screen, in steps, so that dragging its border does not draw the page a hundred times. */
function useDots(box: React.RefObject<HTMLElement | null>): number {
  const [dots, setDots] = useState(0)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const measure = (): void => setDots(Math.ceil((element.clientWidth * (window.devicePixelRatio || 1)) / 80) * 80)
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [box])
  return dots
}

/** The letters that are selected, line by line. Nothing that lies outside the page. */
function partsSelected(root: Element): { parts: Part[]; range: Range } | null {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const letters = (text: string, units: number): number => [...text.slice(0, units)].length
  const parts: Part[] = []
  root.querySelectorAll<HTMLElement>('.reading-text span').forEach((span, line) => {
    if (!range.intersectsNode(span)) return
    const text = span.textContent ?? ''
    const from = span.contains(range.startContainer) ? letters(text, range.startContainer === span ? 0 : range.startOffset) : 0
    const to = span.contains(range.endContainer) ? letters(text, range.endContainer === span ? text.length : range.endOffset) : [...text].length
    if (to > from) parts.push({ line, from, to })
  })
  return parts.length > 0 ? { parts, range } : null
}

/** What is selected on the page, its words without the line ends of the page, and where to offer what can be done with it. */
function selectionOn(leaf: LeafView, scroll: HTMLElement): { marked: Marked; top: number; left: number } | null {
  const found = partsSelected(scroll)
  if (!found) return null
  const quote = found.parts.map(({ line, from, to }) => [...(leaf.lines[line]?.text ?? '')].slice(from, to).join('')).join('').trim().slice(0, 400)
  const last = [...found.range.getClientRects()].at(-1)
  if (quote === '' || !last) return null
  const box = scroll.getBoundingClientRect()
  return {
    marked: { quote, marks: framesOf(leaf, found.parts) },
    top: last.bottom - box.top + scroll.scrollTop + 6,
    left: Math.max(8, Math.min(last.left - box.left, box.width - 190)),
  }
}
