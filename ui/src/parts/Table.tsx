//! A small table of facts: heads, rows, at most some dozens. Long lists are a Register.

import './table.css'
import type { ReactNode } from 'react'

export interface TableColumn<R> {
  key: string
  head: ReactNode
  width?: number | string
  align?: 'left' | 'right' | 'center'
  cell(row: R, index: number): ReactNode
}

export interface TableProps<R> {
  columns: readonly TableColumn<R>[]
  rows: readonly R[]
  keyOf(row: R): string
  toneOf?(row: R): 'red' | 'amber' | 'grey' | undefined
  selected?: string
  onRow?(row: R): void
  label?: string
  foot?: ReactNode
  size?: 'normal' | 'tight'
}

export function Table<R>({ columns, rows, keyOf, toneOf, selected, onRow, label, foot, size = 'normal' }: TableProps<R>) {
  return (
    <div className="table-box">
      <table className={`table table-${size}`} aria-label={label}>
        <thead><tr>{columns.map((column) => <th key={column.key} style={{ width: column.width }} className={`align-${column.align ?? 'left'}`}>{column.head}</th>)}</tr></thead>
        <tbody>
          {rows.map((row, i) => {
            const key = keyOf(row)
            const tone = toneOf?.(row)
            return (
              <tr key={key} className={tone ? `table-${tone}` : undefined} data-row aria-selected={selected === undefined ? undefined : selected === key} onClick={onRow ? () => onRow(row) : undefined}>
                {columns.map((column) => <td key={column.key} className={`align-${column.align ?? 'left'}`}>{column.cell(row, i)}</td>)}
              </tr>
            )
          })}
        </tbody>
      </table>
      {foot ? <div className="table-foot">{foot}</div> : null}
    </div>
  )
}

/** Facts as name and value, one a line. */
export function Facts({ rows, width = 96 }: { rows: readonly { name: ReactNode; value: ReactNode }[]; width?: number }) {
  return (
    <dl className="facts">
      {rows.map((row, i) => <div key={i} style={{ gridTemplateColumns: `${width}px 1fr` }}><dt>{row.name}</dt><dd>{row.value}</dd></div>)}
    </dl>
  )
}
