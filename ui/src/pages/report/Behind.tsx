//! The list behind the chosen number: each line leads to what it was counted from, where a wrong one is put right.

import type { ListRow, ReportList } from '../../generated/types'
import { dateWords } from '../../dates'
import { useLook } from '../../look'
import { Cap, copyText, Empty, ErrorPanel, saidDone, SectionHead, tsv } from '../../parts'
import { hasPage, placeOf } from '../../pages'
import { go } from '../../router'
import { isEnglish, sayOf, say, t } from '../../words'
import { figureText, type Chosen } from './Tables'

/** Records without a page of their own are on the page of their place. */
const PAGE: Record<string, string> = { complaint: 'appeals', consultation: 'appeals', training: 'committee', rule: 'committee', registration: 'committee' }

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

function open(row: ListRow): void {
  const page = PAGE[row.place] ?? row.place
  if (hasPage(page)) go(page, ['appeals', 'committee', 'settings', 'report'].includes(page) ? undefined : row.id)
  else go(placeOf(page) ?? 'cases')
}

export function Behind({ year, chosen }: { year: number; chosen: Chosen | null }) {
  const key = chosen?.figure.key ?? ''
  const { view, failure } = useLook<ReportList>(key ? { view: 'report_list', year, key } : null)
  if (!chosen) return <Empty title={t('report.no_numbers')}>{t('report.choose_why')}</Empty>
  const { figure } = chosen
  const rows = view?.key === key ? view.rows : []
  const copy = (): void => void copyText(tsv([t('report.list_title'), t('report.list_detail'), t('report.list_date')], rows.map((row) => [row.title, row.detail, row.date ?? '']))).then(() => saidDone(t('report.list_copied', { n: rows.length })))
  return (
    <>
      <SectionHead title={`${capital(say(figure))} ${figureText(figure)}${figure.text === '' ? (isEnglish() ? ` ${sayOf(figure, 'unit')}` : sayOf(figure, 'unit')) : ''}`} about={rows.length > 0 ? t('report.open_any') : undefined}>
        {rows.length > 0 ? <button type="button" className="second" onClick={copy}>{t('report.copy_list')}</button> : null}
        <Cap combo="Ctrl+KeyC" /> {t('report.copy')}
      </SectionHead>
      {failure ? <ErrorPanel failure={failure} /> : null}
      {view && rows.length === 0 ? <p className="second">{t('report.list_none')}</p> : null}
      <ul className="behind">
        {rows.map((row, i) => (
          <li key={`${row.place}${row.id}${i}`}>
            <button type="button" onClick={() => open(row)} title={`${row.title} ${row.detail}`}>
              <span className="cut behind-title">{row.title.replace(/^[A-Z][A-Z-]*-(?=\d{4}-)/, '')}</span><span className="second cut behind-detail">{row.detail}</span><span className="second whole">{row.date ? dateWords(row.date, { year }) : ''}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
