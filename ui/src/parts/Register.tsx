//! The register: a table that stays smooth at any length, because only the rows in sight are drawn. Rows are a fixed height, groups have
//! heads that stick. Give it the same `columns` from drawing to drawing (useMemo): a row is drawn again only when something of it changed. Keys, the selected row, remembered columns, copying a row for WPS. It sorts nothing by itself.

import './register.css'
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useKeys } from '../keys'
import { keep, recall } from '../remember'
import { useKept, useKeptScroll } from '../router'
import { useWatched } from '../store'
import { t } from '../words'
import { width as pageWidth } from '../zoom'
import { copyText, tsv } from './copy'
import { Icon } from './Icon'
import { Pop } from './Pop'
import { Check } from './Field'
import { itemAt, offsetsOf, visible } from './virtual'

export interface Column<R> {
  key: string
  head: string
  /** As drawn; `undefined` takes what is left. */
  width?: number
  align?: 'left' | 'right' | 'center'
  cell(row: R): ReactNode
  /** For copying and export; left out, the column is not copied. */
  text?(row: R): string
  /** Sorting is done by the page or the desk; the head only asks. */
  sort?: string
  /** How many stand in this column, in larger figures beside its head; a head with `sort` but no order filters by it. */
  count?: number | undefined
  /** Only this column's rows are shown now. */
  on?: boolean
  /** Cannot be hidden: the number, the name. */
  fixed?: boolean
  /** Order in which columns go when the window is narrow; low stays. */
  priority?: number
}

export interface RowGroup<R> {
  key: string
  head?: ReactNode
  rows: readonly R[]
}

export interface RegisterProps<R> {
  /** Under which columns are remembered and the row is restored by going back. */
  name: string
  columns: readonly Column<R>[]
  rows?: readonly R[]
  groups?: readonly RowGroup<R>[]
  keyOf(row: NoInfer<R>): string
  /** Enter: the next act of the row. */
  onAct?(row: NoInfer<R>): void
  actLabel?: string
  /** → opens. Without `onAct`, Enter opens too. */
  onOpen?(row: NoInfer<R>): void
  /** Space: preview, tick, record a contact. */
  onSpace?(row: NoInfer<R>): void
  spaceLabel?: string
  onSelect?(row: NoInfer<R> | null): void
  rowHeight?: number
  headless?: boolean
  order?: { key: string; desc: boolean }
  onOrder?(key: string, desc: boolean): void
  /** Tint of a row that stands out. */
  toneOf?(row: NoInfer<R>): 'red' | 'amber' | undefined
  empty?: ReactNode
  label: string
  /** Columns button shown at the right of the head. */
  chooseColumns?: boolean
  /** The last rows at hand are coming into sight or are selected: more may be read. */
  onNearEnd?(): void
}

type Item<R> = { kind: 'head'; key: string; head: ReactNode } | { kind: 'row'; key: string; row: R; at: number }

const HEAD_HEIGHT = 26
/** Rows left below when more are asked for. */
const NEAR = 40

export function Register<R>(props: RegisterProps<R>) {
  const { name, columns, rows, groups, keyOf, onAct, onOpen, onSpace, onSelect, rowHeight: drawnHeight = 28, headless = false, toneOf, empty, label } = props
  const [memory, setMemory] = useState(() => recall<{ hidden: string[]; widths: Record<string, number>; order: string[] }>(`columns.${name}`, { hidden: [], widths: {}, order: [] }))
  const remember = (next: typeof memory): void => { setMemory(next); keep(`columns.${name}`, next) }
  const one = useWatched(pageWidth) === 'one'
  const all = useMemo(() => {
    const place = (column: Column<R>): number => { const at = memory.order.indexOf(column.key); return at < 0 ? columns.indexOf(column) : at }
    return [...columns].filter((column) => column.fixed || !memory.hidden.includes(column.key)).sort((a, b) => place(a) - place(b))
  }, [columns, memory])
  // Below 900 pixels four columns stay; what the others say stands in a second line.
  const shown = useMemo(() => {
    if (!one) return all
    const few = [...all].sort((a, b) => (a.priority ?? 99) - (b.priority ?? 99)).slice(0, 4)
    return all.filter((column) => few.includes(column))
  }, [all, one])
  const below = useMemo(() => (one ? all.filter((column) => !shown.includes(column) && column.text) : []), [one, all, shown])
  const rowHeight = drawnHeight + (below.length > 0 ? 18 : 0)

  const items = useMemo(() => {
    const all: Item<R>[] = []
    let at = 0
    for (const group of groups ?? [{ key: '', rows: rows ?? [] }]) {
      if (group.head !== undefined) all.push({ kind: 'head', key: `#${group.key}`, head: group.head })
      for (const row of group.rows) all.push({ kind: 'row', key: keyOf(row), row, at: at++ })
    }
    return all
  }, [rows, groups, keyOf])
  const rowItems = useMemo(() => items.filter((item) => item.kind === 'row'), [items])
  const offsets = useMemo(() => offsetsOf(items.map((item) => (item.kind === 'head' ? HEAD_HEIGHT : rowHeight))), [items, rowHeight])

  const [chosen, setChosen] = useKept<string>(`row.${name}`, '')
  const found = rowItems.findIndex((item) => item.key === chosen)
  // A row that vanished (its duty was done) hands the selection to the one now in its place.
  const lastAt = useRef(0)
  const selected = found >= 0 ? found : Math.min(lastAt.current, rowItems.length - 1)
  if (found >= 0) lastAt.current = found
  const current = rowItems[selected]

  const body = useKeptScroll<HTMLDivElement>(`top.${name}`, rowItems.length > 0)
  const [view, setView] = useState({ top: 0, height: 700 })
  useLayoutEffect(() => {
    const element = body.current
    if (!element) return
    const measure = (): void => setView({ top: element.scrollTop, height: element.clientHeight })
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    return () => watch.disconnect()
  }, [body])

  // Coming back at 200 %: the page, which scrolls there, shows the row again.
  const onScreen = rowItems.length > 0
  useEffect(() => {
    if (one && onScreen && lastAt.current > 0) requestAnimationFrame(() => document.getElementById(`${name}-${lastAt.current}`)?.scrollIntoView({ block: 'nearest' }))
  }, [one, onScreen, name])

  useEffect(() => { onSelect?.(current?.row ?? null) }, [current?.key, current?.row, onSelect])

  const bring = useCallback((at: number) => {
    const element = body.current
    const item = rowItems[at]
    if (!element || !item) return
    const index = items.indexOf(item)
    const from = offsets[index]!
    const to = offsets[index + 1]!
    const sticky = groups ? HEAD_HEIGHT : 0
    if (from - sticky < element.scrollTop) element.scrollTop = from - sticky
    else if (to > element.scrollTop + element.clientHeight) element.scrollTop = to - element.clientHeight
    // In one column the page scrolls too: the row must also be in its sight.
    if (one) requestAnimationFrame(() => document.getElementById(`${name}-${at}`)?.scrollIntoView({ block: 'nearest' }))
  }, [items, rowItems, offsets, groups, one, name])

  // A row chosen elsewhere on the page is brought into sight; coming back keeps the place as it was.
  const shownKey = useRef<string | null>(null)
  useEffect(() => {
    const first = shownKey.current === null
    if (!current || shownKey.current === current.key) return
    shownKey.current = current.key
    if (!first || body.current?.scrollTop === 0) bring(selected)
  }, [current, selected, bring, body])

  const choose = (at: number): void => {
    const bounded = Math.max(0, Math.min(rowItems.length - 1, at))
    const item = rowItems[bounded]
    if (!item) return
    setChosen(item.key)
    bring(bounded)
  }
  // Rows are drawn again only when they change, so what they call must keep its identity.
  const live = useRef({ setChosen, items: rowItems, open: onOpen ?? onAct })
  live.current = { setChosen, items: rowItems, open: onOpen ?? onAct }
  const pick = useCallback((at: number) => {
    const item = live.current.items[at]
    if (!item) return
    live.current.setChosen(item.key)
    lastAt.current = at
  }, [])
  const openRow = useCallback((at: number) => {
    const item = live.current.items[at]
    if (item?.kind === 'row') live.current.open?.(item.row)
  }, [])
  const page = Math.max(1, Math.floor(view.height / rowHeight) - 1)
  const open = onOpen ?? onAct
  const copy = (): void => {
    if (!current) return
    const copied = all.filter((column) => column.text)
    void copyText(tsv(copied.map((column) => column.head), [copied.map((column) => column.text!(current.row))]))
  }
  useKeys('register', rowItems.length === 0 ? [] : [
    { combo: 'ArrowDown', label: t('parts.move'), caps: ['↑', '↓'], run: () => choose(selected + 1), hint: true },
    { combo: 'ArrowUp', label: t('parts.move'), run: () => choose(selected - 1) },
    { combo: 'KeyJ', label: t('parts.move_jk'), caps: ['J', 'K'], run: () => choose(selected + 1) },
    { combo: 'KeyK', label: t('parts.move_jk'), run: () => choose(selected - 1) },
    { combo: 'PageDown', label: t('parts.move_page'), caps: ['PgUp', 'PgDn'], run: () => choose(selected + page) },
    { combo: 'PageUp', label: t('parts.move_page'), run: () => choose(selected - page) },
    { combo: 'Home', label: t('parts.move_ends'), caps: ['Home', 'End'], run: () => choose(0) },
    { combo: 'End', label: t('parts.move_ends'), run: () => choose(rowItems.length - 1) },
    ...(onAct ? [{ combo: 'Enter', label: props.actLabel ?? t('parts.next_act'), run: () => current && onAct(current.row), hint: true }] : []),
    ...(open && !onAct ? [{ combo: 'Enter', label: t('parts.open'), run: () => current && open(current.row), hint: true }] : []),
    ...(onOpen ? [{ combo: 'ArrowRight', label: t('parts.open'), run: () => current && onOpen(current.row), hint: Boolean(onAct) }] : []),
    ...(onSpace ? [{ combo: 'Space', label: props.spaceLabel ?? t('parts.preview'), run: () => current && onSpace(current.row), hint: true }] : []),
    { combo: 'Ctrl+KeyC', label: t('parts.copy_row'), run: copy },
    { combo: 'Slash', label: t('parts.to_filter'), run: () => document.querySelector<HTMLInputElement>('[data-filter]')?.focus() },
  ])

  const template = shown.map((column) => {
    const width = memory.widths[column.key] ?? column.width
    return width === undefined ? 'minmax(120px, 1fr)' : `minmax(0, ${width}px)`
  }).join(' ')
  const { first, last } = visible(offsets, view.top, view.height)
  const nearEnd = items.length > 0 && (last >= items.length - NEAR || selected >= rowItems.length - NEAR)
  const tellEnd = useRef(props.onNearEnd)
  tellEnd.current = props.onNearEnd
  useEffect(() => { if (nearEnd) tellEnd.current?.() }, [nearEnd, items.length])
  const sticky = groups ? items.slice(0, itemAt(offsets, view.top) + 1).reverse().find((item) => item.kind === 'head') : undefined

  const resize = (column: Column<R>, event: React.PointerEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    const cell = (event.currentTarget as HTMLElement).parentElement!
    const startX = event.clientX
    const startWidth = cell.offsetWidth
    const scale = cell.getBoundingClientRect().width / cell.offsetWidth || 1
    let next = startWidth
    const move = (e: PointerEvent): void => {
      next = Math.max(40, Math.round(startWidth + (e.clientX - startX) / scale))
      setMemory((was) => ({ ...was, widths: { ...was.widths, [column.key]: next } }))
    }
    const end = (): void => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', end)
      setMemory((was) => { keep(`columns.${name}`, was); return was })
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', end)
  }

  return (
    <div className="register" data-pane="list">
      {headless ? null : (
        <div className="register-head" role="row" style={{ gridTemplateColumns: template }}>
          {shown.map((column) => {
            const ordered = props.order && column.sort === props.order.key
            return (
              <div key={column.key} className={`register-th align-${column.align ?? 'left'}`} role="columnheader" aria-sort={ordered ? (props.order!.desc ? 'descending' : 'ascending') : undefined}>
                {column.sort && props.onOrder ? (
                  <button type="button" aria-pressed={column.on} onClick={() => props.onOrder!(column.sort!, ordered ? !props.order!.desc : false)}>{column.head}{column.count === undefined ? null : <strong className="register-count">{column.count}</strong>}{ordered ? (props.order!.desc ? ' ↓' : ' ↑') : null}</button>
                ) : column.head}
                <span className="register-grip" onPointerDown={(event) => resize(column, event)} onDoubleClick={() => { const { [column.key]: _, ...widths } = memory.widths; remember({ ...memory, widths }) }} />
              </div>
            )
          })}
          {props.chooseColumns ? <span className="register-columns"><ColumnChooser columns={columns} memory={memory} onChange={remember} /></span> : null}
        </div>
      )}
      <div
        ref={body} className="register-body" role="grid" aria-label={label} aria-rowcount={rowItems.length} tabIndex={0}
        aria-activedescendant={current ? `${name}-${selected}` : undefined}
        onScroll={(event) => {
          const { scrollTop, clientHeight } = event.currentTarget
          // Eight rows beyond each edge are drawn, so four may pass before drawing again; a sticky head follows at once.
          setView((was) => (groups || Math.abs(was.top - scrollTop) > rowHeight * 4 || was.height !== clientHeight ? { top: scrollTop, height: clientHeight } : was))
        }}
      >
        {rowItems.length === 0 && empty ? <div className="register-empty">{empty}</div> : null}
        <div className="register-space" style={{ height: offsets[items.length] }}>
          {sticky?.kind === 'head' ? <div className="register-sticky"><div className="register-group" role="row">{sticky.head}</div></div> : null}
          <div className="register-rows" style={{ transform: `translateY(${offsets[first] ?? 0}px)` }}>
            {items.slice(first, last).map((item) => {
              if (item.kind === 'head') return <div key={item.key} className="register-group" role="row">{item.head}</div>
              return (
                <Row
                  key={item.key} id={`${name}-${item.at}`} row={item.row} at={item.at} selected={item.at === selected} tone={toneOf?.(item.row)}
                  shown={shown as readonly Column<unknown>[]} below={below as readonly Column<unknown>[]} template={template} height={rowHeight} onPick={pick} onOpen={openRow}
                />
              )
            })}
          </div>
        </div>
      </div>
    </div>
  )
}

interface RowProps {
  id: string
  row: unknown
  at: number
  selected: boolean
  tone: 'red' | 'amber' | undefined
  shown: readonly Column<unknown>[]
  below: readonly Column<unknown>[]
  template: string
  height: number
  onPick(at: number): void
  onOpen(at: number): void
}

const Row = memo(function Row({ id, row, at, selected, tone, shown, below, template, height, onPick, onOpen }: RowProps) {
  return (
    <div
      id={id} role="row" data-row aria-rowindex={at + 1} aria-selected={selected} className={`register-row${tone ? ` register-${tone}` : ''}`}
      style={{ gridTemplateColumns: template, height }} onClick={() => onPick(at)} onDoubleClick={() => onOpen(at)}
    >
      {shown.map((column) => <div key={column.key} role="gridcell" className={`register-td align-${column.align ?? 'left'}`}>{column.cell(row)}</div>)}
      {below.length > 0 ? <div className="register-below cut">{below.map((column) => column.text!(row)).filter(Boolean).join('　')}</div> : null}
    </div>
  )
})

interface Memory {
  hidden: string[]
  widths: Record<string, number>
  order: string[]
}

/** Which columns, and in which order. */
function ColumnChooser<R>({ columns, memory, onChange }: { columns: readonly Column<R>[]; memory: Memory; onChange(next: Memory): void }) {
  const order = memory.order.length > 0 ? memory.order : columns.map((column) => column.key)
  const sorted = [...columns].sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key))
  const move = (key: string, by: number): void => {
    const next = sorted.map((column) => column.key)
    const at = next.indexOf(key)
    const to = at + by
    if (to < 0 || to >= next.length) return
    next.splice(to, 0, ...next.splice(at, 1))
    onChange({ ...memory, order: next })
  }
  return (
    <Pop align="end" width={240} button={(props) => <button type="button" className="register-more" aria-label={t('parts.columns')} title={t('parts.columns')} {...props}><Icon name="more" size={14} /></button>}>
      {() => (
        <div className="menu">
          {sorted.map((column) => (
            <div key={column.key} className="menu-item register-choose">
              <Check checked={column.fixed || !memory.hidden.includes(column.key)} disabled={column.fixed ?? false} onChange={(on) => onChange({ ...memory, hidden: on ? memory.hidden.filter((k) => k !== column.key) : [...memory.hidden, column.key] })}>{column.head}</Check>
              <span className="register-move">
                <button type="button" aria-label={t('parts.earlier')} onClick={() => move(column.key, -1)}><Icon name="up" size={12} /></button>
                <button type="button" aria-label={t('parts.later')} onClick={() => move(column.key, 1)}><Icon name="down" size={12} /></button>
              </span>
            </div>
          ))}
          <button type="button" className="menu-item link" onClick={() => onChange({ hidden: [], widths: {}, order: [] })}>{t('parts.columns_as_drawn')}</button>
        </div>
      )}
    </Pop>
  )
}
