//! How a page is laid out: its head (title, one or two plain sentences, the acts), and panes whose borders can be dragged and are
//! remembered. Narrow windows turn the right pane into a tab; below that everything is one column.

import './page.css'
import { useCallback, useRef, useState, type ReactNode } from 'react'
import { useKeys } from '../keys'
import { keep, recall } from '../remember'
import { useKeptScroll } from '../router'
import { useWatched } from '../store'
import { t } from '../words'
import { width as pageWidth } from '../zoom'

export interface PageHeadProps {
  title: ReactNode
  /** How things stand: one or two sentences, each a line. */
  lines?: readonly ReactNode[]
  /** Beside the title instead of sentences: a filter box, tabs. */
  beside?: ReactNode
  /** The acts, the main one last. */
  children?: ReactNode
  /** Below the first row: the standing sentence of a case. */
  below?: ReactNode
}

export function PageHead({ title, lines = [], beside, children, below }: PageHeadProps) {
  return (
    <div className="pagehead" data-pane="head">
      <div className="pagehead-row">
        <h1>{title}</h1>
        {lines.length > 0 ? <div className="pagehead-lines">{lines.map((line, i) => <p key={i}>{line}</p>)}</div> : null}
        {beside}
        {children ? <div className="pagehead-acts">{children}</div> : null}
      </div>
      {below ? <div className="pagehead-below">{below}</div> : null}
    </div>
  )
}

export interface Pane {
  /** Width as drawn; dragging changes it. */
  width: number
  /** The name of its tab in a narrow window: its first heading. */
  name: string
  body: ReactNode
  /** Pinned at its foot so that it never scrolls away: the main act. */
  foot?: ReactNode
  /** Grey ground, as for lists at the left. */
  grey?: boolean
  flush?: boolean
  /** It holds the acts: in one column it comes first. */
  acts?: boolean
}

export interface PanesProps {
  /** Under which the widths are remembered: the page. */
  name: string
  left?: Pane | undefined
  right?: Pane | undefined
  children: ReactNode
  /** Without padding: the main pane holds a table or divides itself. */
  flush?: boolean
  mainName?: string
}

const SMALLEST = 160

export function Panes({ name, left, right, children, flush = false, mainName }: PanesProps) {
  const shape = useWatched(pageWidth)
  const [tab, setTab] = useState<'main' | 'side'>('main')
  const [widths, setWidths] = useState(() => recall(`panes.${name}`, { left: left?.width ?? 0, right: right?.width ?? 0 }))
  const resize = useCallback((side: 'left' | 'right', to: number) => {
    setWidths((was) => {
      const next = { ...was, [side]: Math.max(SMALLEST, Math.min(to, window.innerWidth * 0.6)) }
      keep(`panes.${name}`, next)
      return next
    })
  }, [name])
  const reset = (side: 'left' | 'right'): void => resize(side, (side === 'left' ? left : right)?.width ?? SMALLEST)
  const main = <PaneBox flush={flush} kind="main">{children}</PaneBox>

  if (shape === 'one') {
    const last = right ? <PaneBox key="right" grey={right.grey} flush={right.flush} kind="right" foot={right.foot}>{right.body}</PaneBox> : null
    return (
      <div className="panes panes-one">
        {right?.acts ? last : null}
        {left ? <PaneBox grey={left.grey} flush={left.flush} kind="left">{left.body}</PaneBox> : null}
        {main}
        {right?.acts ? null : last}
      </div>
    )
  }
  const leftPane = left ? (
    <>
      <PaneBox width={widths.left || left.width} grey={left.grey} flush={left.flush} kind="left" foot={left.foot}>{left.body}</PaneBox>
      <Splitter label={left.name} onDrag={(x, box) => resize('left', x - box.left)} onReset={() => reset('left')} onStep={(by) => resize('left', (widths.left || left.width) + by)} />
    </>
  ) : null
  // What folds into a tab: the right pane; but never the pane that holds the acts, then it is the left one.
  const folded = shape === 'narrow' ? (right?.acts ? left : right) : undefined
  if (folded) {
    const stays = right?.acts ? right : undefined
    return (
      <div className="panes panes-narrow">
        <div className="pane-tabs" role="tablist">
          <button type="button" role="tab" aria-selected={tab === 'main'} onClick={() => setTab('main')}>{mainName ?? t('parts.pane_main')}</button>
          <button type="button" role="tab" aria-selected={tab === 'side'} onClick={() => setTab('side')}>{folded.name}</button>
        </div>
        <div className="panes-row">
          {stays ? null : leftPane}
          {tab === 'main' ? main : <PaneBox grey={folded.grey} flush={folded.flush} kind="main" foot={folded.foot}>{folded.body}</PaneBox>}
          {stays ? <><i className="splitter" aria-hidden="true" /><PaneBox width={Math.min(widths.right || stays.width, 300)} grey={stays.grey} flush={stays.flush} kind="right" foot={stays.foot}>{stays.body}</PaneBox></> : null}
        </div>
      </div>
    )
  }
  return (
    <div className="panes panes-row">
      {leftPane}
      {main}
      {right ? (
        <>
          <Splitter label={right.name} onDrag={(x, box) => resize('right', box.right - x)} onReset={() => reset('right')} onStep={(by) => resize('right', (widths.right || right.width) - by)} />
          <PaneBox width={widths.right || right.width} grey={right.grey} flush={right.flush} kind="right" foot={right.foot}>{right.body}</PaneBox>
        </>
      ) : null}
    </div>
  )
}

function PaneBox({ width, kind, grey = false, flush = false, foot, children }: { width?: number; kind: string; grey?: boolean | undefined; flush?: boolean | undefined; foot?: ReactNode; children: ReactNode }) {
  const scroll = useKeptScroll<HTMLDivElement>(`pane-${kind}`)
  return (
    <section className={`pane pane-${kind}${grey ? ' pane-grey' : ''}`} data-pane={kind} style={width === undefined ? undefined : { width }} tabIndex={-1}>
      <div ref={scroll} className={flush ? 'pane-body pane-flush' : 'pane-body'}>{children}</div>
      {foot ? <div className="pane-foot">{foot}</div> : null}
    </section>
  )
}

interface SplitterProps {
  label: string
  onDrag(x: number, box: { left: number; right: number }): void
  onReset(): void
  onStep(by: number): void
}

/** The border between two panes. Drag it, double-click for the width as drawn, or arrows when it has the focus. */
export function Splitter({ label, onDrag, onReset, onStep }: SplitterProps) {
  const bar = useRef<HTMLDivElement>(null)
  const drag = (event: React.PointerEvent): void => {
    event.preventDefault()
    const row = bar.current?.parentElement
    if (!row) return
    const scale = row.getBoundingClientRect().width / row.offsetWidth || 1
    const box = row.getBoundingClientRect()
    const move = (e: PointerEvent): void => onDrag(e.clientX / scale, { left: box.left / scale, right: box.right / scale })
    const end = (): void => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', end)
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', end)
  }
  return (
    <div
      ref={bar} className="splitter" role="separator" aria-orientation="vertical" aria-label={t('parts.splitter', { name: label })} tabIndex={0}
      onPointerDown={drag} onDoubleClick={onReset}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
        event.preventDefault()
        event.stopPropagation()
        onStep(event.key === 'ArrowLeft' ? -16 : 16)
      }}
    />
  )
}

export interface TabItem<K extends string> {
  key: K
  words: ReactNode
  count?: number
  /** Its count is a warning: overdue and at risk. */
  red?: boolean
}

/** Views in a row, `[` and `]` move. */
export function Tabs<K extends string>({ items, value, onChange, end, keys = true }: { items: readonly TabItem<K>[]; value: NoInfer<K>; onChange(key: NoInfer<K>): void; end?: ReactNode; keys?: boolean }) {
  const move = (by: number): void => {
    const at = items.findIndex((item) => item.key === value)
    const next = items[(at + by + items.length) % items.length]
    if (next) onChange(next.key)
  }
  useKeys('tabs', [
    { combo: 'BracketLeft', label: t('parts.change_view'), caps: ['[', ']'], run: () => move(-1), hint: true },
    { combo: 'BracketRight', label: t('parts.change_view'), run: () => move(1) },
  ], { off: !keys })
  return (
    <div className="tabs">
      <div className="tabs-row" role="tablist">
        {items.map((item) => (
          <button type="button" role="tab" key={item.key} aria-selected={item.key === value} tabIndex={item.key === value ? 0 : -1} onClick={() => onChange(item.key)}>
            {item.words}{item.count === undefined ? null : <span className={item.red && item.count > 0 ? 'tabs-count red' : 'tabs-count'}>{item.count}</span>}
          </button>
        ))}
      </div>
      {end ? <div className="tabs-end">{end}</div> : null}
    </div>
  )
}

/** A choice of few, side by side: years, stages of a meeting, text size. */
export function Segmented<K extends string>({ items, value, onChange, label }: { items: readonly { key: K; words: ReactNode; disabled?: boolean }[]; value: NoInfer<K>; onChange(key: NoInfer<K>): void; label: string }) {
  return (
    <div className="segmented" role="radiogroup" aria-label={label}>
      {items.map((item) => (
        <button type="button" role="radio" key={item.key} aria-checked={item.key === value} disabled={item.disabled} onClick={() => onChange(item.key)}>{item.words}</button>
      ))}
    </div>
  )
}

/** A date or a number that opens its list: a thin solid underline. */
export function NumberLink({ n, onOpen, label }: { n: ReactNode; onOpen(): void; label?: string }) {
  return <button type="button" className="numberlink" aria-label={label} onClick={(event) => { event.stopPropagation(); onOpen() }}>{n}</button>
}

/** Two lines of a row: what it is, and whose. */
export function TwoLine({ first, second }: { first: ReactNode; second?: ReactNode }) {
  return <span className="twoline"><span className="twoline-first">{first}</span><span className="twoline-second">{second}</span></span>
}

/** Facts side by side with a thin bar between: 护理学院 | 孟庆元. Empty ones leave no bar. */
export function Barred({ children }: { children: readonly ReactNode[] }) {
  const shown = children.filter((child) => child !== null && child !== undefined && child !== '' && child !== false)
  return <>{shown.map((child, i) => <span key={i}>{i > 0 ? <span className="bar" aria-hidden="true" /> : null}{child}</span>)}</>
}
