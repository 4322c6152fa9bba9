//! The numbers of a chapter: tables as they will print, last year's beside, the counting rule, and whether each table adds up. Every number
//! opens the list it was counted from; none can be typed over.

import type { Chapter, Figure, FigureTable } from '../../generated/types'
import { FindingRow, Lamp } from '../../parts'
import { isEnglish, say, sayOf, t } from '../../words'

export interface Chosen {
  /** Where it stands: `table.row.column`, so that two cells with the same list are told apart. */
  at: string
  figure: Figure
}

export const figureText = (figure: Figure): string => (figure.text === '' ? String(figure.n) : figure.text)

/** All numbers of a chapter in reading order, for Tab. */
export function chosenOf(chapter: Chapter): Chosen[] {
  const inTables = chapter.tables.flatMap((table, i) => table.rows.flatMap((row, r) => row.cells.map((figure, c) => ({ at: `${i}.${r}.${c}`, figure }))))
  return [...inTables, ...chapter.figures.map((figure, i) => ({ at: `f.${i}`, figure }))]
}

interface NumberProps {
  at: string
  figure: Figure
  chosen: string
  copied: boolean
  onChoose(one: Chosen): void
  strong?: boolean
}

function Number({ at, figure, chosen, copied, onChoose, strong = false }: NumberProps) {
  const words = figureText(figure)
  const nothing = figure.n === 0 && figure.text === ''
  return (
    <button
      type="button" id={`figure-${at}`} className={`figure${nothing ? ' figure-none' : ''}${strong ? ' strong' : ''}`} aria-current={chosen === at} aria-label={`${say(figure)} ${words} ${sayOf(figure, 'unit')}`}
      title={copied ? t('report.copied_before') : undefined} onClick={() => onChoose({ at, figure })}
    >{words}{copied ? <span className="figure-copied"><Lamp state="proven" size={11} /></span> : null}</button>
  )
}

interface TablesProps {
  chapter: Chapter
  year: number
  chosen: string
  copied: ReadonlySet<string>
  onChoose(one: Chosen): void
}

export function Tables({ chapter, year, chosen, copied, onChoose }: TablesProps) {
  const counting = chapter.tables[0]
  return (
    <>
      {counting ? <p className="second report-counting">{sayOf(counting, 'counting')}</p> : null}
      {chapter.tables.map((table, i) => <One key={i} table={table} no={i} year={year} chosen={chosen} copied={copied} onChoose={onChoose} />)}
      {chapter.figures.length > 0 ? (
        <div className="table-box">
          <table className="table report-table report-figures">
            <thead><tr><th>{t('report.figure')}</th><th className="align-right">{t('report.year_n', { year })}</th><th className="align-right">{t('report.year_n', { year: year - 1 })}</th><th /></tr></thead>
            <tbody>
              {chapter.figures.map((figure, i) => (
                <tr key={figure.key}>
                  <td>{say(figure)}</td>
                  <td className="align-right"><Number at={`f.${i}`} figure={figure} chosen={chosen} copied={copied.has(`${figure.key}${figure.text}`)} onChoose={onChoose} /></td>
                  <td className="align-right quiet">{figure.last_year ?? '—'}</td>
                  <td className="quiet">{sayOf(figure, 'unit')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </>
  )
}

function One({ table, no, year, chosen, copied, onChoose }: { table: FigureTable; no: number; year: number; chosen: string; copied: ReadonlySet<string>; onChoose(one: Chosen): void }) {
  const columns = isEnglish() ? table.columns_en : table.columns_zh
  const only = table.rows.length === 1 ? table.rows[0]! : null
  const hasLast = table.rows.some((row) => row.cells.some((cell) => cell.last_year !== null))
  const summed = table.rows.length > 1 ? table.rows.at(-1)! : null
  return (
    <div className="report-one">
      <div className="table-box">
        <table className="table report-table" aria-label={say(table)}>
          <thead><tr><th>{say(table)}</th>{columns.map((head, c) => <th key={c} className="align-right">{head}</th>)}</tr></thead>
          <tbody>
            {table.rows.map((row, r) => (
              <tr key={r} className={summed === row ? 'report-sum' : undefined}>
                <td>{say(row)}</td>
                {row.cells.map((figure, c) => <td key={c} className="align-right"><Number at={`${no}.${r}.${c}`} figure={figure} chosen={chosen} copied={copied.has(`${figure.key}${figure.text}`)} onChoose={onChoose} strong={summed === row} /></td>)}
              </tr>
            ))}
            {only && hasLast ? <tr className="quiet"><td>{t('report.same_last', { year: year - 1 })}</td>{only.cells.map((figure, c) => <td key={c} className="align-right">{figure.text === '' ? (figure.last_year ?? '—') : '—'}</td>)}</tr> : null}
          </tbody>
        </table>
      </div>
      {table.check ? <FindingRow finding={table.check} /> : (
        <p className="second report-check"><Lamp state="proven" size={13} /> {t('report.adds_up')}{summed && hasLast ? `　${t('report.last_total', { year: year - 1, n: summed.cells.at(-1)?.last_year ?? 0 })}` : ''}</p>
      )}
    </div>
  )
}
