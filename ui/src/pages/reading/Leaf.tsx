//! One page, large: the picture, over it the words for selecting, below it the marks of remarks and of what is looked for, above it the
//! watermark when the document has none of its own.

import { useEffect, useMemo, useRef, useState } from 'react'
import { failureOf, openDocument, pageUrl, reading } from '../../api'
import type { DocumentOut, LeafView, RemarkBack } from '../../generated/types'
import { Empty } from '../../parts/Empty'
import { ErrorPanel } from '../../parts/ErrorPanel'
import type { Failure } from '../../shape'
import { t } from '../../words'
import { boxesOf, running, type Box, type Place } from './lines'

export interface LeafProps {
  document: DocumentOut
  place: Place
  /** The page after, drawn ahead. */
  next: Place | null
  remarks: readonly RemarkBack[]
  finding: string
  onRemark(remark: RemarkBack): void
}

export function Leaf({ document, place, next, remarks, finding, onRemark }: LeafProps) {
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
        </div>
      )}
      {marks.length > 0 ? (
        <ul className="reading-remarks" aria-label={t('reading.remarks_here')}>
          {marks.map((one) => <li key={one.id}><button type="button" onClick={() => onRemark(one)}>{one.quote ? <q>{one.quote}</q> : null}<span>{one.words}</span></button></li>)}
        </ul>
      ) : null}
    </div>
  )
}

function Marks({ leaf, marks, finding }: { leaf: LeafView; marks: readonly RemarkBack[]; finding: string }) {
  const style = (box: Box) => ({ left: `${(box.x / leaf.width) * 100}%`, top: `${(box.y / leaf.height) * 100}%`, width: `${(box.width / leaf.width) * 100}%`, height: `${(box.height / leaf.height) * 100}%` })
  const found = useMemo(() => boxesOf(leaf.lines, finding, true), [leaf, finding])
  return (
    <div className="reading-marks">
      {marks.flatMap((one) => boxesOf(leaf.lines, one.quote).map((box, i) => <i key={`${one.id}/${i}`} className="reading-mark" style={style(box)} />))}
      {found.map((box, i) => <i key={i} className="reading-hit" style={style(box)} />)}
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

/** What is selected on the page, without the line ends of the page. */
export function selectedQuote(): string {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || !selection.anchorNode) return ''
  const element = selection.anchorNode instanceof Element ? selection.anchorNode : selection.anchorNode.parentElement
  if (!element?.closest('.reading-text')) return ''
  return selection.toString().replace(/\s*\n\s*/g, '').trim().slice(0, 400)
}
