//! 年度工作报告 (M30, E45), with the report on listed activities as its annex. Fourteen chapters at the left, the numbers of one in the middle,
//! at the right the list behind a number and the page as it will print. Sentences and numbers are the desk's; only the chapters' own
//! texts are typed here. Charts stand in the paper.

import './report.css'
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { startAct } from '../../acts/start'
import { failureOf, type PaperRequest } from '../../api'
import type { Chapter, Finding, ReportView } from '../../generated/types'
import { useYear } from '../../here'
import { useKeys } from '../../keys'
import { useLook } from '../../look'
import { ActButton, copyText, DueDate, ErrorPanel, FindingList, Lamp, LeftChip, openPaper, PageHead, Panes, PaperPreview, saidDone, savePdf, SectionHead, SelectField, Segmented, Tag, TextArea, tsv, useDateKey, useDraft, lampOf, type LampState } from '../../parts'
import type { PageProps } from '../../pages'
import { keep, recall } from '../../remember'
import { go, useKept } from '../../router'
import type { Failure } from '../../shape'
import { dateWords } from '../../dates'
import { useWatched } from '../../store'
import { isEnglish, say, t } from '../../words'
import { width as pageWidth } from '../../zoom'
import { Behind } from './Behind'
import { Fix } from './Fix'
import { chosenOf, figureText, Tables, type Chosen } from './Tables'

const ORDINAL = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四']
/** The annexes of the report by the number each is the list of. */
const ANNEXES: { key: string; words: string }[] = [{ key: 'member.total', words: 'report.annex_members' }, { key: 'review.total', words: 'report.annex_cases' }, { key: 'listed.running', words: 'report.annex_listed' }]

const lampOfChapter = (chapter: Chapter): LampState => (chapter.lamp === 'note' ? 'dormant' : lampOf(chapter.lamp))

export default function Report({ params }: PageProps) {
  const thisYear = useYear()
  const [year, setYear] = useKept('year', Number(params.year) || thisYear)
  return <Year key={year} year={year} onYear={setYear} chapter={Number(params.chapter) || 0} />
}

/** Its due day inside the first sentence opens its working; how much is left stands after it. */
function sentences(view: ReportView): ReactNode[] {
  const words = say(view)
  const cut = words.search(/。|(?<!Art)\. /)
  const [first, rest] = cut < 0 ? [words, ''] : [words.slice(0, cut + 1), words.slice(cut + 1).trim()]
  const day = dateWords(view.due.nominal, { full: true })
  const at = first.indexOf(day)
  const left = <LeftChip left={view.left} bare={view.left?.state === 'calm'} />
  const line = at < 0 ? <span key="1"><DueDate due={view.due} /> {first} {left}</span> : <span key="1">{first.slice(0, at)}<DueDate due={view.due} />{first.slice(at + day.length)} {left}</span>
  return rest ? [line, rest] : [line]
}

interface Texts { texts: Record<string, string> }
const NO_TEXTS: Texts = { texts: {} }

function Year({ year, onYear, chapter: asked }: { year: number; onYear(year: number): void; chapter: number }) {
  const { view, failure, again } = useLook<ReportView>({ view: 'report', year })
  const [no, setNo] = useKept('chapter', asked || 4)
  const [picked, setChosen] = useKept<Chosen | null>('chosen', null)
  const one = useWatched(pageWidth) === 'one'
  const [fixing, setFixing] = useState(false)
  const [trouble, setTrouble] = useState<Failure | null>(null)
  // The desk reads the same draft: chapters' lamps and the page follow what is typed, and nothing is lost before the year is fixed.
  const key = `report-${year}`
  const draft = useDraft<Texts>(key, NO_TEXTS)
  const { texts } = draft.value
  const face = JSON.stringify(texts)
  const [typed, setTyped] = useState('{}')
  useEffect(() => {
    const timer = window.setTimeout(() => { setTyped(face); if (face !== '{}') again() }, 900)
    return () => window.clearTimeout(timer)
  }, [face, again])
  const [copied, setCopied] = useState(() => new Set(recall<string[]>(`report.copied.${year}`, [])))
  useDateKey()

  const chapters = useMemo(() => view?.chapters ?? [], [view])
  const chapter = chapters.find((one) => one.no === no) ?? chapters[0]
  // Until one is picked, the first number of the chapter shows its list.
  const chosen = picked ?? (chapter ? (chosenOf(chapter)[0] ?? null) : null)
  const textOf = (one: Chapter): string => texts[String(one.no)] ?? one.text
  const move = (by: number): void => { setNo((was) => Math.max(1, Math.min(chapters.length || 14, was + by))); setChosen(null) }
  const step = (by: number): void => {
    const all = chapter ? chosenOf(chapter) : []
    if (all.length === 0) return
    const at = all.findIndex((one) => one.at === chosen?.at)
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length]!
    setChosen(next)
    document.getElementById(`figure-${next.at}`)?.focus()
  }
  const copyNumber = (): void => {
    if (!chosen) return
    const name = say(chosen.figure)
    void copyText(figureText(chosen.figure)).then(() => {
      const next = new Set(copied).add(`${chosen.figure.key}${chosen.figure.text}`)
      setCopied(next)
      keep(`report.copied.${year}`, [...next])
      saidDone(t('report.number_copied', { name, n: figureText(chosen.figure) }))
    })
  }
  const copyTables = (): void => {
    if (!chapter) return
    const tables = chapter.tables.map((table) => tsv([say(table), ...(isEnglish() ? table.columns_en : table.columns_zh)], table.rows.map((row) => [say(row), ...row.cells.map(figureText)])))
    const figures = chapter.figures.length > 0 ? [tsv([say(chapter), t('report.year_n', { year }), t('report.year_n', { year: year - 1 })], chapter.figures.map((figure) => [say(figure), figureText(figure), String(figure.last_year ?? '')]))] : []
    void copyText([...tables, ...figures].join('\n\n')).then(() => saidDone(t('report.tables_copied', { chapter: say(chapter) })))
  }
  const frozen = view?.frozen ?? null
  const request = useMemo<PaperRequest | null>(() => (!view ? null : view.paper ? { paper: 'preview', id: view.paper } : { paper: 'draft_preview', kind: 'annual_report', with: { year, texts: { ...Object.fromEntries((view.chapters).filter((one) => one.text.trim()).map((one) => [String(one.no), one.text])), ...(JSON.parse(typed) as Record<string, string>) } } }), [view, year, typed])
  const whole = (): void => { if (request) openPaper(request, t('report.year_report', { year })) }
  const savePaper = (): void => { setTrouble(null); savePdf({ bytes: 'report', year }).catch((thrown) => setTrouble(failureOf(thrown))) }
  const editText = useCallback(() => document.querySelector<HTMLTextAreaElement>('.report-text textarea')?.focus(), [])
  useKeys('report', [
    { combo: 'ArrowDown', label: t('report.change_chapter'), caps: ['↑', '↓'], hint: true, run: () => move(1) },
    { combo: 'ArrowUp', label: t('report.change_chapter'), run: () => move(-1) },
    { combo: 'ArrowRight', label: t('report.change_number'), caps: ['←', '→'], hint: true, run: () => step(1) },
    { combo: 'ArrowLeft', label: t('report.change_number'), run: () => step(-1) },
    ...(frozen ? [] : [{ combo: 'KeyE', label: t('report.edit_text'), hint: true, run: editText }]),
    { combo: 'Ctrl+KeyC', label: t('report.copy_to_platform'), hint: true, run: copyNumber },
    { combo: 'Ctrl+KeyE', label: t('report.copy_tables'), run: copyTables },
    { combo: 'Ctrl+KeyS', label: t('parts.save_pdf'), run: savePaper },
    { combo: 'BracketLeft', label: t('report.change_year'), caps: ['[', ']'], run: () => onYear(Math.max(Math.min(...(view?.years ?? [year])), year - 1)) },
    { combo: 'BracketRight', label: t('report.change_year'), run: () => onYear(Math.min(Math.max(...(view?.years ?? [year])), year + 1)) },
  ])
  if (!view || !chapter) return failure ? <div className="page-alone"><ErrorPanel failure={failure} acts={[{ words: t('frame.again'), run: again }]} /></div> : null

  const years = [...view.years].sort((a, b) => a - b)
  const fixed = (view as ReportView & { fixed?: number[] }).fixed ?? (frozen ? [year] : [])
  const yearWords = (one: number): string => t(fixed.includes(one) ? 'report.year_fixed' : 'report.year_n', { year: one })
  const count = (lamp: LampState): number => chapters.filter((one) => lampOfChapter(one) === lamp).length
  const annexes = ANNEXES.map((annex) => ({ ...annex, figure: chapters.flatMap((one) => chosenOf(one)).find((one) => one.figure.key === annex.key) }))
  const wayOf = (finding: Finding): { words: string; run(): void } | undefined => {
    if (finding.rule === 'E45.text') return { words: t('report.go_write'), run: () => { setNo(chapters.find((one) => one.lamp === 'note')?.no ?? 13); window.setTimeout(editText, 60) } }
    if (finding.rule === 'M17.report_overdue') return { words: t('report.go_do'), run: () => go('tracking') }
    if (finding.rule === 'M16.extension_unserved') return { words: t('report.go_serve'), run: () => go('papers', undefined, { step: 'serve' }) }
    return undefined
  }
  return (
    <>
      <PageHead
        title={t('report.title')}
        lines={frozen ? [<span key="1"><Tag tone="green">{t('report.is_fixed')}</Tag> {say(view)}</span>] : sentences(view)}
      >
        {years.length > 4
          ? <SelectField label="" value={String(year)} onChange={(to) => onYear(Number(to))} options={[...years].reverse().map((one) => ({ key: String(one), words: yearWords(one) }))} />
          : <Segmented label={t('report.change_year')} value={String(year)} onChange={(to) => onYear(Number(to))} items={years.map((one) => ({ key: String(one), words: yearWords(one) }))} />}
        <ActButton onPress={() => go('outward')}>{t('outward.title')}</ActButton>
        <ActButton onPress={() => openPaper(view.listed_paper ? { paper: 'preview', id: view.listed_paper } : { paper: 'draft_preview', kind: 'listed_report', with: { year } }, t('report.listed_report', { year }))}>{t('report.listed_short')}</ActButton>
        {frozen && !view.submitted ? <ActButton onPress={() => startAct('submit_report', { with: { year } })}>{t('report.submit')}</ActButton> : null}
        {frozen ? null : <ActButton onPress={() => setFixing(true)}>{`${t('report.fix')}…`}</ActButton>}
        <ActButton main combo="Ctrl+Enter" onPress={whole}>{t('report.whole')}</ActButton>
      </PageHead>
      {failure ? <ErrorPanel failure={failure} /> : null}
      {trouble ? <ErrorPanel failure={trouble} acts={[{ words: t('parts.close'), run: () => setTrouble(null) }]} /> : null}
      <Panes
        name="report" mainName={say(chapter)}
        left={one ? undefined : {
          width: 216, name: t('report.chapters'), flush: true,
          body: (
            <nav className="chapters" aria-label={t('report.chapters')}>
              {chapters.map((one) => (
                <button type="button" key={one.no} aria-current={one.no === chapter.no} onClick={() => { setNo(one.no); setChosen(null) }}>
                  <span className="chapters-no">{one.no}</span><span className="grow">{say(one)}</span><Lamp state={lampOfChapter(one)} size={14} />
                </button>
              ))}
              <div className="chapters-foot">
                <strong>{t('report.ready')}</strong>
                {([['proven', 'report.n_ready'], ['risk', 'report.n_mend'], ['blocked', 'report.n_wrong'], ['dormant', 'report.n_write']] as [LampState, string][]).filter(([lamp]) => count(lamp) > 0).map(([lamp, words]) => <span key={lamp} className="row"><Lamp state={lamp} size={14} />{t(words, { n: count(lamp) })}</span>)}
                <strong>{t('report.annexes')}</strong>
                {annexes.map((annex) => (
                  <button type="button" key={annex.key} className="link" onClick={() => { const owner = chapters.find((one) => chosenOf(one).some((other) => other.figure === annex.figure?.figure)); if (owner && annex.figure) { setNo(owner.no); setChosen(annex.figure) } }}>{t(annex.words)}</button>
                ))}
              </div>
            </nav>
          ),
        }}
        right={{
          width: 400, name: t('report.behind'), flush: true,
          body: (
            <>
              <div className="report-behind"><Behind year={year} chosen={chosen} /></div>
              <div className="report-preview"><PaperPreview request={request} label={t('report.year_report', { year })} steady begin="width" head={<strong>{t('report.preview')}</strong>} /></div>
            </>
          ),
        }}
      >
        <div className="report-middle">
          {one ? <SelectField label={t('report.chapters')} value={String(chapter.no)} onChange={(to) => { setNo(Number(to)); setChosen(null) }} options={chapters.map((each) => ({ key: String(each.no), words: `${each.no} ${say(each)}${each.lamp === 'fine' ? '' : ` · ${t(`parts.lamp_${lampOfChapter(each)}`)}`}` }))} /> : null}
          <SectionHead title={isEnglish() ? `${chapter.no}. ${chapter.en}` : `${ORDINAL[chapter.no - 1] ?? chapter.no}、${chapter.zh}`}>
            {chapter.tables.length + chapter.figures.length > 0 ? <button type="button" className="second" onClick={copyTables}>{t('report.copy_tables')}</button> : null}
          </SectionHead>
          <Tables chapter={chapter} year={year} chosen={chosen?.at ?? ''} copied={copied} onChoose={setChosen} />
          {chapter.said.length > 0 ? (
            <section>
              <h4 className="report-sub">{t('report.said')} <span className="second">{t('report.said_about')}</span></h4>
              {chapter.said.map((sentence, i) => <p key={i} className="report-said">{sentence}</p>)}
            </section>
          ) : null}
          <section className="report-text">
            {frozen ? (chapter.text.trim() ? <><h4 className="report-sub">{t('report.own_text')}</h4>{chapter.text.split(/\n+/).map((line, i) => <p key={i} className="report-said">{line}</p>)}</> : null) : (
              <TextArea
                label={t('report.own_text')} about={t('report.own_about')} rows={chapter.said.length === 0 ? 10 : 4} value={textOf(chapter)}
                onChange={(text) => draft.set((now) => ({ texts: { ...now.texts, [String(chapter.no)]: text } }))}
              />
            )}
          </section>
          {view.findings.length > 0 ? (
            <section>
              <h4 className="report-sub">{frozen ? t('report.since') : t('report.before_fix')}</h4>
              <FindingList findings={view.findings} label actOf={frozen ? undefined : wayOf} />
            </section>
          ) : null}
          {frozen && view.paper ? (
            <p className="row wrap report-links"><span className="second">{t('report.fixed_on', { date: dateWords(frozen, { full: true }) })}</span><button type="button" className="link" onClick={() => go('paper', view.paper!)}>{t('report.to_paper')}</button><button type="button" className="link" onClick={savePaper}>{t('parts.save_pdf')}</button></p>
          ) : null}
          {chapter.no === 5 || chapter.no === 11 ? <p className="row wrap report-links"><button type="button" className="link" onClick={() => startAct('register_committee')}>{t('report.register')}</button></p> : null}
        </div>
      </Panes>
      {fixing ? <Fix year={year} texts={Object.fromEntries(Object.entries(texts).map(([n, text]) => [Number(n), text]))} draft={key} onClose={() => setFixing(false)} onFixed={() => { setFixing(false); again() }} /> : null}
    </>
  )
}
