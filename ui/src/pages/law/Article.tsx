//! One article: the official text when it has been imported, our own summary marked so, the year's evidence with numbers that open, the
//! verdict, and 本软件的处理 where the text leaves a question open. Everything is the desk's.

import { useState } from 'react'
import { isMeasures } from '../../articles'
import { dateWords } from '../../dates'
import type { ArticleView, Evidence, Reading, SettingsView } from '../../generated/types'
import { useKeys } from '../../keys'
import { useLook } from '../../look'
import { ArticleLinks, Cap, copyText, Dialog, ErrorPanel, Lamp, NumberLink, saidDone, SectionHead } from '../../parts'
import { say, sayOf, t } from '../../words'
import { follow } from '../today'
import type { Instrument } from './ImportText'

/** The words searched for, marked where they stand. */
function Marked({ text, mark }: { text: string; mark: string }) {
  if (!mark) return <>{text}</>
  const parts: React.ReactNode[] = []
  let from = 0
  const low = text.toLowerCase()
  for (let at = low.indexOf(mark.toLowerCase()); at >= 0; at = low.indexOf(mark.toLowerCase(), from)) {
    parts.push(text.slice(from, at), <mark key={at}>{text.slice(at, at + mark.length)}</mark>)
    from = at + mark.length
  }
  return <>{parts}{text.slice(from)}</>
}

export function Article({ cite, year, mark, onTurn, onImport }: { cite: string; year: number; mark: string; onTurn(by: number): void; onImport(which: Instrument): void }) {
  const { view, failure } = useLook<ArticleView>({ view: 'article', cite, year })
  const settings = useLook<SettingsView>({ view: 'settings' })
  const [list, setList] = useState<Evidence | null>(null)
  const words = view ? [say(view), view.official ?? `${t('frame.not_wording')}：${sayOf(view, 'summary')}`].join('\n') : ''
  useKeys('article', [{ combo: 'Ctrl+KeyC', label: t('law.copy'), run: () => { if (words) void copyText(words).then(() => saidDone(t('law.copied'))) }, hint: true }])
  if (failure) return <ErrorPanel failure={failure} />
  if (!view) return null
  const profile = settings.view?.committee.settings.profile ?? 'strict'
  const measures = isMeasures(view.cite) || view.cite === 'A'
  return (
    <div className="law-article">
      <div className="law-head">
        <h2>{say(view)}</h2>
        <span className="law-turn">
          <button type="button" className="link" onClick={() => onTurn(-1)}>{t('law.before')}</button> <Cap combo="Alt+ArrowUp" /> <button type="button" className="link" onClick={() => onTurn(1)}>{t('law.after')}</button> <Cap combo="Alt+ArrowDown" />
        </span>
      </div>
      {view.official ? <blockquote className={measures ? 'quote quote-measures' : 'quote'} lang="zh-CN">{view.official.split(/\n+/).map((line, i) => <p key={i}><Marked text={line} mark={mark} /></p>)}</blockquote> : null}
      <section>
        <SectionHead title={t('law.duties')} about={t('frame.not_wording')} />
        <p className="law-text"><Marked text={sayOf(view, 'summary')} mark={mark} /></p>
        {view.official ? null : <p className="hint">{t('frame.no_official')} <button type="button" className="link" onClick={() => onImport(measures ? 'measures' : 'ethics')}>{t('law.import')}</button></p>}
      </section>
      {view.evidence.length > 0 ? (
        <section>
          <SectionHead title={t('law.evidence', { y: year })} about={t('law.evidence_about')} />
          <div className="law-evidence">
            {view.evidence.map((one, i) => (
              <div key={i} className={one.n === 0 ? 'law-zero' : undefined}>
                <span>{say(one)}</span>
                {one.n > 0 ? <NumberLink n={one.n} label={`${say(one)} ${one.n}`} onOpen={() => setList(one)} /> : <span>0</span>}
              </div>
            ))}
          </div>
        </section>
      ) : null}
      <section>
        <SectionHead title={t('law.verdict')} />
        {view.gaps.length > 0 ? (
          <p className="law-text"><Lamp state={view.gaps.some((gap) => gap.finding.verdict === 'block') ? 'blocked' : 'risk'} size={14} /> {t('law.gaps_here', { n: view.gaps.length })}</p>
        ) : view.evidence.some((one) => one.n > 0) ? (
          <p className="law-text"><Lamp state="proven" size={14} /> {t('law.proven')}</p>
        ) : <p className="law-text"><Lamp state="dormant" size={14} /> {view.evidence.length === 0 ? t('law.no_duty') : t('law.nothing_yet', { y: year })}</p>}
      </section>
      {view.readings.length > 0 ? (
        <section>
          <SectionHead title={t('law.readings')} about={t('law.readings_about')} />
          {view.readings.map((reading) => <OpenReading key={reading.id} reading={reading} profile={profile} />)}
        </section>
      ) : null}
      {list ? <List evidence={list} year={year} onClose={() => setList(null)} /> : null}
    </div>
  )
}

export function OpenReading({ reading, profile }: { reading: Reading; profile: string }) {
  const two = reading.strict_zh !== reading.lenient_zh
  const ours = profile === 'lenient' ? 'lenient' : 'strict'
  const other = ours === 'strict' ? 'lenient' : 'strict'
  return (
    <div className="law-reading">
      <div><strong>{sayOf(reading, 'question')}</strong> <span className="second">{reading.id}</span> <ArticleLinks cites={reading.cites} /></div>
      <p>{sayOf(reading, ours)}{two ? <span className="second"> {t(`law.profile_${ours}`)}</span> : null}</p>
      {two ? <p className="second">{t(`law.if_${other}`)}{sayOf(reading, other)}</p> : null}
    </div>
  )
}

function List({ evidence, year, onClose }: { evidence: Evidence; year: number; onClose(): void }) {
  return (
    <Dialog title={say(evidence)} about={t('law.list_about', { y: year, n: evidence.n })} width={680} cross onClose={onClose} focus="first">
      <div className="law-list">
        {evidence.rows.map((row, i) => (
          <button type="button" key={`${row.id}${i}`} className="menu-item law-row" data-first={i === 0 || undefined} onClick={() => { onClose(); follow(row.place, row.id) }}>
            <span className="second whole">{row.date ? dateWords(row.date) : ''}</span>
            <span className="grow">{row.title}</span>
            <span className="second">{row.detail}</span>
          </button>
        ))}
      </div>
    </Dialog>
  )
}
