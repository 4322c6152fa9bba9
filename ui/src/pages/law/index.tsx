//! 条款对照: the rule an inspector holds in hand beside our record. At the left every article with its lamp; in the middle its text, what
//! it asks and what is on file; at the right what is missing and how it is mended. All verdicts come from the desk.

import './law.css'
import { useEffect, useMemo, useRef, useState } from 'react'
import { chineseNumber, citeName } from '../../articles'
import type { SettingsView } from '../../generated/types'
import { useYear } from '../../here'
import { useKeys } from '../../keys'
import { useLook } from '../../look'
import { ActButton, copyText, Empty, ErrorPanel, FilterBox, Lamp, lampOf, PageHead, Panes, saidDone, SelectField } from '../../parts'
import type { PageProps } from '../../pages'
import { useKept } from '../../router'
import { isEnglish, say, t } from '../../words'
import { Article } from './Article'
import { Gaps, mend } from './Gaps'
import { Import, type Instrument } from './Import'
import { rowsOf, type Article as ArticleOf, type Law, type Row } from './shape'

const plainName = (cite: string): string => (isEnglish() ? citeName(cite).replace('Ethics Measures ', '') : cite === 'A' ? t('law.annex') : `第${chineseNumber(Number(cite.slice(1)))}条`)

export default function LawPage({ id, params }: PageProps) {
  const thisYear = useYear()
  const [year, setYear] = useKept('year', 0)
  const shown = year || thisYear
  const [text, setText] = useKept('text', '')
  const [onlyGaps, setOnlyGaps] = useKept('gaps', false)
  const [cite, setCite] = useKept('cite', id || params.cite || '')
  const [importing, setImporting] = useState<Instrument | ''>(params.act === 'import_law_text' ? 'measures' : '')
  const { view, failure, again } = useLook<Law>({ view: 'law', year: year || null })
  const rows = useMemo(() => (view ? rowsOf(view) : []), [view])
  const texts = useMemo(() => new Map((view?.all ?? []).map((one) => [one.cite, one])), [view])
  const seen = useMemo(() => rows.filter((row) => (!onlyGaps || (row.line?.gaps ?? 0) > 0) && fits(row, texts.get(row.cite), text)), [rows, texts, text, onlyGaps])
  const at = seen.findIndex((row) => row.cite === cite)
  const chosen = seen[at] ?? seen.find((row) => (row.line?.gaps ?? 0) > 0) ?? seen[0]
  const article = useLook<ArticleOf>(chosen ? { view: 'article', cite: chosen.cite, year: chosen.line ? shown || null : null } : null)
  const settings = useLook<SettingsView>({ view: 'settings' })
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => { list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }) }, [chosen?.cite])

  const step = (by: number): void => { const next = seen[Math.max(0, Math.min(seen.length - 1, seen.indexOf(chosen!) + by))]; if (next) setCite(next.cite) }
  const nextGap = (): void => {
    const from = chosen ? seen.indexOf(chosen) : -1
    const next = [...seen.slice(from + 1), ...seen.slice(0, from + 1)].find((row) => (row.line?.gaps ?? 0) > 0)
    if (next) setCite(next.cite)
  }
  const of = article.view && article.view.cite === chosen?.cite ? article.view : null
  const copy = (): void => { if (of) void copyText(`${citeName(of.cite)}\n${of.official ?? (isEnglish() ? of.summary_en : of.summary_zh)}`).then(() => saidDone(t('law.copied', { cite: citeName(of.cite) }))) }
  const gaps = of?.gaps ?? []
  const first = gaps[0]
  const missing: Instrument | '' = view && !view.official_measures ? 'measures' : view && !view.official_ethics ? 'ethics' : ''
  useKeys('law', [
    { combo: 'ArrowDown', label: t('law.change_article'), caps: ['↑', '↓'], run: () => step(1), hint: true },
    { combo: 'ArrowUp', label: t('law.change_article'), run: () => step(-1) },
    { combo: 'Alt+ArrowDown', label: t('law.change_article'), run: () => step(1) },
    { combo: 'Alt+ArrowUp', label: t('law.change_article'), run: () => step(-1) },
    { combo: 'KeyG', label: t('law.next_gap'), run: nextGap, hint: true },
    { combo: 'Slash', label: t('parts.to_filter'), run: () => document.querySelector<HTMLInputElement>('[data-filter]')?.focus(), hint: true },
    { combo: 'Ctrl+KeyC', label: t('law.copy'), run: copy, hint: true },
    ...(first ? [{ combo: 'Enter', label: t('law.mend'), run: () => mend(first), hint: true }] : []),
  ])
  if (!view) return failure ? <div className="page-alone"><ErrorPanel failure={failure} acts={[{ words: t('frame.again'), run: again }]} /></div> : null
  const [gist, ...rest] = isEnglish() ? view.en.split(/(?<=\.) /) : view.zh.split(/(?<=。)/)
  const years = [0, 1, 2].map((back) => thisYear - back)
  return (
    <>
      <PageHead title={t('frame.place_law')} lines={[<strong className={view.gaps.length > 0 ? 'amber' : undefined} key="g">{gist}</strong>, rest.join(isEnglish() ? ' ' : '')].filter(Boolean)}>
        <SelectField label={<span className="unseen">{t('law.year')}</span>} value={String(shown)} onChange={(next) => setYear(Number(next) === thisYear ? 0 : Number(next))} options={years.map((one) => ({ key: String(one), words: t('law.year_n', { year: one }) }))} width={100} />
        <ActButton onPress={() => setOnlyGaps(!onlyGaps)} name={t('law.only_gaps')}>{onlyGaps ? t('law.all_articles') : t('law.only_gaps')}</ActButton>
        {missing ? <ActButton main combo="Ctrl+Enter" onPress={() => setImporting(missing)}>{t('law.import_button')}</ActButton> : (
          <>
            <ActButton onPress={() => setImporting('measures')}>{t('law.import_again')}</ActButton>
            <ActButton main combo="Ctrl+Enter" onPress={() => first && mend(first)} locked={first ? undefined : { reason: t('law.nothing_to_mend') }}>{t('law.mend')}</ActButton>
          </>
        )}
      </PageHead>
      {failure ? <ErrorPanel failure={failure} /> : null}
      <Panes
        name="law" mainName={chosen ? citeName(chosen.cite) : undefined}
        left={{
          width: 262, name: t('frame.place_law'), grey: false, flush: true,
          body: (
            <div className="law-left" ref={list}>
              <div className="law-filter"><FilterBox value={text} onChange={setText} width={230} placeholder={t('law.filter')} /></div>
              {seen.length === 0 ? <div className="page-alone"><Empty title={text ? t('law.no_match', { text }) : t('law.none_with_gaps')} acts={[{ words: t('law.show_all'), run: () => { setText(''); setOnlyGaps(false) } }]} /></div> : null}
              {(['M', 'E'] as const).map((letter) => {
                const group = seen.filter((row) => row.cite.startsWith('E') === (letter === 'E'))
                if (group.length === 0) return null
                return (
                  <div key={letter} role="listbox" aria-label={t(letter === 'M' ? 'law.measures' : 'law.ethics')}>
                    <div className="law-head second">{t(letter === 'M' ? 'law.measures' : 'law.ethics')}</div>
                    {group.map((row) => <Line key={row.cite} row={row} chosen={row === chosen} onPick={() => setCite(row.cite)} />)}
                  </div>
                )
              })}
            </div>
          ),
        }}
        right={{ width: 300, name: t('law.gaps'), body: <Gaps key={chosen?.cite} gaps={gaps} /> }}
      >
        {article.failure && !of ? <ErrorPanel failure={article.failure} acts={[{ words: t('frame.again'), run: article.again }]} /> : null}
        {of && chosen ? <Article key={of.cite} view={of} row={chosen} year={t('law.year_n', { year: shown })} profile={settings.view?.committee.settings.profile ?? 'strict'} onStep={step} onImport={() => setImporting(chosen.cite.startsWith('E') ? 'ethics' : 'measures')} /> : null}
      </Panes>
      {importing ? <Import first={importing} onClose={() => setImporting('')} /> : null}
    </>
  )
}

/** What is typed is looked for in the name, the title, our summary and the official text. */
function fits(row: Row, of: { summary_zh: string; summary_en: string; official: string | null } | undefined, text: string): boolean {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return true
  return [row.cite, citeName(row.cite), row.title_zh, row.title_en, of?.summary_zh, of?.summary_en, of?.official].some((words) => (words ?? '').toLowerCase().includes(wanted))
}

function Line({ row, chosen, onPick }: { row: Row; chosen: boolean; onPick(): void }) {
  const { line } = row
  return (
    <button type="button" role="option" aria-selected={chosen} tabIndex={chosen ? 0 : -1} className={`law-line${line ? '' : ' law-read'}`} onClick={onPick}>
      <span className="whole">{plainName(row.cite)}</span><span className="cut">{isEnglish() ? row.title_en : row.title_zh}</span>
      {line && line.gaps > 0 ? <strong className={line.lamp === 'block' ? 'red' : 'amber'}>{line.gaps}</strong> : <span />}
      {line ? <Lamp state={line.not_arisen ? 'dormant' : lampOf(line.lamp)} size={14} label={line.not_arisen ? t('law.not_arisen') : t(`parts.lamp_${lampOf(line.lamp)}`)} /> : <span />}
    </button>
  )
}

