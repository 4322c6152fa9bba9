//! 条款对照: every article beside the committee's own record. Left the articles with their gaps, in the middle one article (official text
//! when imported, our own summary marked so, the year's evidence, 本软件的处理), right the gaps with the step that mends each. All verdicts
//! are the desk's.

import './law.css'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { startAct } from '../../acts/start'
import { isMeasures } from '../../articles'
import type { ArticleLine, LawView } from '../../generated/types'
import { useYear } from '../../here'
import { useKeys } from '../../keys'
import { useLook } from '../../look'
import type { PageProps } from '../../pages'
import { ActButton, Empty, ErrorPanel, FilterBox, Lamp, lampOf, PageHead, Panes, Register, Segmented, type Column, type RowGroup } from '../../parts'
import { useKept } from '../../router'
import { isEnglish, say, sayOf, t } from '../../words'
import { Article } from './Article'
import { Gaps } from './Gaps'
import { useInspection } from './Inspection'
import { ImportText, type Instrument } from './ImportText'

/** Every article with what can be searched in it; a desk that does not send them shows those it answers for. */
type Line = ArticleLine & { summary_zh?: string; summary_en?: string; official?: string | null }
type Law = LawView & { all?: Line[] }

const fits = (line: Line, text: string): boolean =>
  [line.zh, line.en, line.cite, line.title_zh, line.title_en, line.summary_zh, line.summary_en, line.official].some((words) => words?.toLowerCase().includes(text.toLowerCase()))

/** The place where the words stand, with a little before and after. */
function snippet(line: Line, text: string): string {
  for (const words of [line.official, line.summary_zh, line.summary_en]) {
    const at = text && words ? words.toLowerCase().indexOf(text.toLowerCase()) : -1
    if (words && at >= 0) return `${at > 8 ? '…' : ''}${words.slice(Math.max(0, at - 8), at + 40).replace(/\n/g, '')}`
  }
  return ''
}

export default function LawPage({ id, params }: PageProps) {
  const thisYear = useYear()
  const [chosenYear, setYear] = useKept('year', 0)
  const year = chosenYear || thisYear
  const inspection = useInspection(year)
  const { view, failure, again } = useLook<Law>({ view: 'law', year })
  const [text, setText] = useKept('filter', '')
  const [onlyGaps, setOnlyGaps] = useKept('gaps', false)
  const [cite, setCite] = useKept('article', id || params.cite || '')
  const [, setJump] = useKept('row.law', id || params.cite || '')
  const [importing, setImporting] = useState<Instrument | null>(params.act === 'import_law_text' ? 'measures' : null)
  useEffect(() => { if (params.act === 'import_law_text') setImporting('measures') }, [params.act])
  const lines = useMemo<Line[]>(() => view?.all ?? view?.lines ?? [], [view])
  const shown = useMemo(() => lines.filter((line) => (!onlyGaps || line.gaps > 0) && (text.trim() === '' || fits(line, text.trim()))), [lines, onlyGaps, text])
  const groups = useMemo<RowGroup<Line>[]>(() => [
    { key: 'M', head: <><strong>{t('law.measures')}</strong><span className="hint grow">{view?.official_measures ? t('law.has_text') : t('law.no_text')}</span></>, rows: shown.filter((line) => isMeasures(line.cite) || line.cite === 'A') },
    { key: 'E', head: <><strong>{t('law.ethics')}</strong><span className="hint grow">{view?.official_ethics ? t('law.has_text') : t('law.no_text')}</span></>, rows: shown.filter((line) => line.cite.startsWith('E')) },
  ].filter((group) => group.rows.length > 0), [shown, view])
  // Articles a committee answers for; the others are only read and carry no lamp.
  const answers = useMemo(() => new Set((view?.lines ?? []).map((line) => line.cite)), [view])
  const first = view ? (view.lines.find((line) => line.gaps > 0) ?? view.lines[0])?.cite ?? '' : ''
  useEffect(() => { if (first && cite === '') { setJump(first); setCite(first) } }, [first, cite, setJump, setCite])
  const columns = useMemo<Column<Line>[]>(() => [
    {
      key: 'title', head: t('law.article'), fixed: true, priority: 1, text: (line) => `${say(line)} ${sayOf(line, 'title')}`,
      cell: (line) => {
        const found = text.trim() ? snippet(line, text.trim()) : ''
        return <span className="law-line"><span className="law-no">{say(line).replace(/^《[^》]+》|^Ethics Measures /, '')}</span><span className="cut">{sayOf(line, 'title')}</span>{found ? <span className="law-snippet cut">{found}</span> : null}</span>
      },
    },
    {
      key: 'lamp', head: '', width: 44, align: 'right', fixed: true, priority: 2,
      cell: (line) => (line.gaps === 0 && !answers.has(line.cite) ? null : <span className="law-lamp">{line.gaps > 0 ? <span className={`law-count law-${line.lamp}`}>{line.gaps}</span> : null}<Lamp state={line.not_arisen ? 'dormant' : lampOf(line.lamp)} size={14} label={line.not_arisen ? t('law.not_arisen') : t('law.gaps_n', { n: line.gaps })} /></span>),
    },
  ], [text, answers])
  const keyOf = useCallback((line: Line) => line.cite, [])
  // Before the first gap is known the list's own first row is no choice.
  const known = first !== ''
  const pick = useCallback((line: Line | null) => { if (line && known) setCite(line.cite) }, [setCite, known])
  const current = lines.find((line) => line.cite === cite) ?? lines[0]
  const turn = (by: number): void => {
    const at = shown.findIndex((line) => line.cite === current?.cite)
    const next = shown[at + by]
    if (next) setJump(next.cite)
  }
  const nextGap = (): void => {
    const withGaps = lines.filter((line) => line.gaps > 0)
    const at = lines.findIndex((line) => line.cite === current?.cite)
    const next = withGaps.find((line) => lines.indexOf(line) > at) ?? withGaps[0]
    if (next) { setText(''); setJump(next.cite) }
  }
  useKeys('law', [
    { combo: 'KeyG', label: t('law.next_gap'), run: nextGap, hint: true },
    { combo: 'Alt+ArrowUp', label: t('law.turn'), caps: ['Alt ↑', 'Alt ↓'], run: () => turn(-1), hint: true },
    { combo: 'Alt+ArrowDown', label: t('law.turn'), run: () => turn(1) },
  ])
  if (!view) return failure ? <div className="page-alone"><ErrorPanel failure={failure} acts={[{ words: t('frame.again'), run: again }]} /></div> : null
  const lacking: Instrument | null = view.official_measures ? (view.official_ethics ? null : 'ethics') : 'measures'
  return (
    <>
      <PageHead title={t('frame.place_law')} lines={[say(view)]}>
        <FilterBox value={text} onChange={setText} width={isEnglish() ? 170 : 190} placeholder={t('law.search')} />
        <Segmented label={t('law.year')} value={String(year)} onChange={(key) => setYear(Number(key))} items={[thisYear - 1, thisYear].map((one) => ({ key: String(one), words: t('law.year_n', { y: one }) }))} />
        {inspection.button}
        <ActButton onPress={() => setOnlyGaps(!onlyGaps)}>{t(onlyGaps ? 'law.all_articles' : 'law.only_gaps')}</ActButton>
        <ActButton main={lacking !== null} combo="Ctrl+Enter" onPress={() => setImporting(lacking ?? 'measures')}>{t(lacking ? 'law.import' : 'law.import_again')}</ActButton>
      </PageHead>
      {failure ? <ErrorPanel failure={failure} /> : null}
      {inspection.below}
      <Panes
        name="law" mainName={t('law.article')}
        left={{
          width: 276, name: t('law.articles'), flush: true,
          body: <Register name="law" label={t('law.articles')} headless rowHeight={28} columns={columns} groups={groups} keyOf={keyOf} onSelect={pick} empty={<Empty title={text.trim() ? t('law.no_hit', { text: text.trim() }) : t('law.no_gaps')} acts={[{ words: t('law.all_articles'), run: () => { setText(''); setOnlyGaps(false) } }]} />} />,
        }}
        right={{ width: 300, name: t('law.gaps'), body: <Gaps all={view.gaps} cite={current?.cite ?? ''} onGap={nextGap} start={startAct} /> }}
      >
        {current ? <Article key={current.cite + year} cite={current.cite} year={year} mark={text.trim()} onTurn={turn} onImport={setImporting} /> : null}
      </Panes>
      {importing ? <ImportText first={importing} known={{ measures: view.official_measures, ethics: view.official_ethics }} onClose={() => setImporting(null)} /> : null}
    </>
  )
}
