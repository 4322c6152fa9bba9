//! One article: the official text once the committee has imported it, our own summary marked as such, what the program does for it, the
//! record of the year with numbers that open, and the open readings. The wording of 《伦理办法》 is never set as a quotation.

import { useState } from 'react'
import { citeName, isMeasures } from '../../articles'
import { dateWords } from '../../dates'
import type { Evidence, ListRow } from '../../generated/types'
import { hasPage } from '../../pages'
import { Cap, Lamp, NumberLink, SectionHead, Table, lampOf } from '../../parts'
import { go } from '../../router'
import { hasWords, isEnglish, say, sayOf, t } from '../../words'
import type { Article as View, Row } from './shape'

const openRow = (row: ListRow): void => {
  if (row.place === 'member' || row.place === 'committee') go(row.place === 'member' && hasPage('member') ? 'member' : 'committee', row.id || undefined)
  else if (hasPage(row.place)) go(row.place, row.id || undefined)
}

export function Article({ view, row, profile, year, onImport, onStep }: { view: View; row: Row; profile: string; year: string; onImport(): void; onStep(by: number): void }) {
  const [open, setOpen] = useState<string>('')
  const does = `law.does_${view.cite}`
  return (
    <div className="law-article">
      <div className="law-title">
        <h2>{citeName(view.cite)}</h2><span className="second">{isEnglish() ? row.title_en : row.title_zh}</span>
        <span className="law-steps second"><button type="button" onClick={() => onStep(-1)}>{t('law.previous')}</button> <Cap combo="Alt+ArrowUp" /> <button type="button" onClick={() => onStep(1)}>{t('law.next')}</button> <Cap combo="Alt+ArrowDown" /></span>
      </div>
      {view.official ? (
        <blockquote className={isMeasures(view.cite) || view.cite === 'A' ? 'quote quote-measures law-quote' : 'quote law-quote'}>{view.official.split(/\n+/).map((line, i) => <p key={i}>{line}</p>)}</blockquote>
      ) : (
        <p className="second law-none">{t('law.no_official')} <button type="button" className="link" onClick={onImport}>{t('law.import')}</button></p>
      )}
      <section>
        <SectionHead title={t('law.asks')} about={t('frame.not_wording')} />
        <p className="law-text">{sayOf(view, 'summary')}</p>
        {view.from_memory ? <p className="hint">{t('law.from_memory')}</p> : null}
      </section>
      {hasWords(does) ? <section><SectionHead title={t('law.does')} /><p className="law-text">{t(does)}</p></section> : null}
      {row.line ? (
        <section>
          <SectionHead title={t('law.on_file', { year })} about={view.evidence.length > 0 ? t('law.click_number') : undefined} />
          {view.evidence.length === 0 ? <p className="second">{t('law.no_evidence')}</p> : (
            <Table<Evidence>
              label={t('law.on_file', { year })} rows={view.evidence} keyOf={(one) => one.zh}
              columns={[
                { key: 'what', head: t('law.what'), cell: (one) => <>{say(one)}{open === one.zh ? <Rows rows={one.rows} /> : null}</> },
                { key: 'n', head: t('law.number'), width: 90, align: 'right', cell: (one) => (one.rows.length > 0 ? <NumberLink n={one.n} label={t('law.open_list', { what: say(one) })} onOpen={() => setOpen(open === one.zh ? '' : one.zh)} /> : <span className="second">{one.n}</span>) },
              ]}
            />
          )}
          <p className="law-verdict"><Lamp state={row.line.not_arisen ? 'dormant' : lampOf(row.line.lamp)} size={16} /><span>{row.line.not_arisen ? t('law.not_arisen') : row.line.gaps === 0 ? t('law.proven') : t('law.gaps_here', { n: row.line.gaps })}</span></p>
        </section>
      ) : null}
      {view.readings.length > 0 ? (
        <section>
          <SectionHead title={t('law.readings')} about={t('law.readings_about')}><button type="button" className="link" onClick={() => go('help', 'readings')}>{t('law.all_readings')}</button></SectionHead>
          {view.readings.map((one) => {
            const both = one.strict_zh !== one.lenient_zh
            return (
              <div className="law-reading" key={one.id}>
                <p className="strong">{sayOf(one, 'question')}</p>
                <p>{both ? <strong className="second">{t('law.strict')}{profile === 'strict' ? t('law.in_use') : ''}　</strong> : null}{sayOf(one, 'strict')}</p>
                {both ? <p><strong className="second">{t('law.lenient')}{profile === 'lenient' ? t('law.in_use') : ''}　</strong>{sayOf(one, 'lenient')}</p> : null}
              </div>
            )
          })}
        </section>
      ) : null}
    </div>
  )
}

const SOME = 30

function Rows({ rows }: { rows: ListRow[] }) {
  const [all, setAll] = useState(false)
  const shown = all ? rows : rows.slice(0, SOME)
  return (
    <ul className="law-rows">
      {shown.map((row, i) => (
        <li key={`${row.id}${i}`}><button type="button" className="link" onClick={() => openRow(row)}>{row.title}</button> <span className="second">{[row.detail, row.date ? dateWords(row.date) : ''].filter(Boolean).join('　')}</span></li>
      ))}
      {rows.length > shown.length ? <li><button type="button" className="link" onClick={() => setAll(true)}>{t('law.more_rows', { n: rows.length - shown.length })}</button></li> : null}
    </ul>
  )
}
