//! 一件案件: its standing in a sentence; at the left how it came here and the way the law prescribes; in the middle every clock, what is
//! still missing and the material; at the right what may be done now and what may not, with the reason. All of it comes from the desk.

import './case.css'
import { useCallback, useState } from 'react'
import { dotted, startAct } from '../../acts/start'
import { dateWords } from '../../dates'
import type { CaseView, Clock } from '../../generated/types'
import { useYear } from '../../here'
import { useKeys } from '../../keys'
import { useLook } from '../../look'
import { ActColumn, Barred, Cap, copyText, DueDate, ErrorPanel, Lamp, LeftChip, LockedActs, openPaper, Panes, SectionHead, Tag, Timeline, useDateKey, saidDone, type ColumnAct, type LampState } from '../../parts'
import type { PageProps } from '../../pages'
import { back, canGoBack, go, replace } from '../../router'
import { isEnglish, say, sayOf, sentence, t } from '../../words'
import { Clocks, endsAtMidnight, Items, Missing, Papers } from './Middle'
import { Materials } from './Materials'
import { Trail } from './Trail'

const ITEMS = '一二三四五六七八九'
const LATE = new Set(['soon', 'today', 'grace', 'urgent', 'internal_over', 'estimate'])

/** The lamp beside the standing sentence: the clock that presses, else whether anything is missing. */
function lampOfStanding(view: CaseView): LampState {
  const { standing } = view
  const pressing = clockOf(view)
  const verdicts = standing.missing.flatMap((gate) => gate.findings.map((finding) => finding.verdict))
  if (pressing?.left?.state === 'overdue' || verdicts.includes('block')) return 'blocked'
  if ((pressing?.left && LATE.has(pressing.left.state)) || verdicts.includes('ask')) return 'risk'
  if (pressing?.left?.state === 'waiting') return 'waiting'
  return standing.in_force ? 'proven' : 'note'
}

const clockOf = (view: CaseView): Clock | undefined => (view.standing.pressing === null ? undefined : view.standing.clocks[view.standing.pressing])

export default function Case({ id, params }: PageProps) {
  const { view, failure, again } = useLook<CaseView>({ view: 'case', id })
  const [trail, setTrail] = useState(params.part === 'journal')
  const [whole, setWhole] = useState(params.part === 'materials')
  const year = useYear()
  useDateKey()
  const step = useCallback((to: string | null | undefined) => { if (to) replace('case', to) }, [])
  const copy = (): void => { if (view) void copyText(`${view.number} ${view.case.application.title}`).then(() => saidDone(t('case.copied', { number: view.number }))) }
  useKeys('case', [
    { combo: 'KeyH', label: t('case.trail'), run: () => setTrail(true) },
    { combo: 'KeyM', label: t('case.all_materials'), run: () => setWhole((was) => !was) },
    { combo: 'Alt+ArrowUp', label: t('case.previous'), caps: ['Alt ↑', 'Alt ↓'], run: () => step(view?.previous) },
    { combo: 'Alt+ArrowDown', label: t('case.next'), run: () => step(view?.next) },
    { combo: 'Ctrl+KeyC', label: t('case.copy'), run: copy, hint: true },
    ...(canGoBack() ? [{ combo: 'Escape', label: t('case.to_list'), run: () => void back(), hint: true }] : []),
  ])
  if (!view) return failure ? <div className="page-alone"><ErrorPanel failure={failure} acts={[{ words: t('frame.again'), run: again }, { words: t('case.to_list'), run: () => go('cases') }]} /></div> : null

  const { case: of, standing } = view
  const round = of.rounds[of.rounds.length - 1]!
  const pressing = clockOf(view)
  const acts: ColumnAct[] = standing.possible.filter((one) => !one.main).map((one) => ({ key: `${one.act}${one.round ?? ''}`, words: dotted(one.act, say(one)), run: () => startAct(one.act, { case: id, round: one.round, words: say(one) }) }))
  acts.push({ key: 'record_contact', words: t('case.contact'), run: () => startAct('record_contact', { case: id }) })
  // Reviewers of the simplified procedure are handed packets from here; what went out is looked at from here afterwards as well.
  if (round.designation && round.accepted?.procedure === 'simplified') acts.push({ key: 'packets', words: t('packets.title'), run: () => go('packets', id, { of: 'case' }) })
  if (round.accepted) acts.push({ key: 'index', words: t('case.index'), run: () => openPaper({ paper: 'print', kind: 'archive_index', case: id }, t('case.index')) })
  const main = standing.possible.find((one) => one.main)
  const locked: ColumnAct[] = standing.impossible.map((one) => ({ key: `${one.act}${one.round ?? ''}`, words: say(one), locked: { finding: one.finding }, run: () => undefined }))
  const agenda = view.items.filter((one) => !one.outcome_zh).at(-1)
  const procedure = round.converted ? t('nouns.procedure_general') : round.accepted ? t(`nouns.procedure_${round.accepted.procedure}`) : ''

  return (
    <>
      <header className="pagehead casehead" data-pane="head">
        <div className="casehead-row">
          <button type="button" className="second" onClick={() => go('cases')}>{t('frame.place_cases')}</button><span className="quiet" aria-hidden="true">/</span>
          <strong>{view.number}</strong>
          {procedure ? <Tag>{procedure}</Tag> : null}
          {of.rounds.length > 1 ? <Tag>{t(`nouns.round_${round.kind}`)}</Tag> : null}
          {of.listed && of.listed.items.length > 0 ? <Tag tone="ink">{t('case.listed', { items: of.listed.items.map((n) => (isEnglish() ? n : ITEMS[n - 1])).join(isEnglish() ? ', ' : '、') })}</Tag> : null}
          {agenda ? <button type="button" onClick={() => go('meeting', agenda.meeting)}><Tag>{t('case.on_agenda', { no: agenda.meeting_no, order: agenda.order })}</Tag></button> : null}
          <span className="casehead-end second">
            {view.previous ? <span><button type="button" onClick={() => step(view.previous)}>{t('case.previous')}</button> <Cap combo="Alt+ArrowUp" /></span> : null}
            {view.next ? <span><button type="button" onClick={() => step(view.next)}>{t('case.next')}</button> <Cap combo="Alt+ArrowDown" /></span> : null}
          </span>
        </div>
        <div className="casehead-row">
          <h1 className="casehead-title" tabIndex={0} title={of.application.title}>{of.application.title}</h1>
          <span className="casehead-who"><Barred>{[
            `${of.application.leader}${of.application.leader_title ? t('parts.in_brackets', { words: of.application.leader_title }) : ''}`, of.application.department,
            of.application.flags.several_units ? t(of.application.flags.lead_unit ? 'case.lead' : 'case.partner', { n: of.application.partners.length }) : of.application.partners.length > 0 ? t('case.partners', { n: of.application.partners.length }) : '',
          ]}</Barred></span>
          {pressing?.due ? (
            <span className="casehead-clock"><span>{sentence(say(pressing))}</span><DueDate due={pressing.due} case={id} clock={pressing.key} midnight={endsAtMidnight(pressing.key)} /><LeftChip left={pressing.left} />{pressing.due.rolled !== pressing.due.nominal ? <span className="quiet">{t('case.rolled', { date: dateWords(pressing.due.rolled, { year }) })}</span> : null}</span>
          ) : null}
        </div>
        <p className="casehead-standing"><Lamp state={lampOfStanding(view)} size={16} /><span><Sentence text={say(standing)} /></span></p>
      </header>
      {failure ? <ErrorPanel failure={failure} /> : null}
      <Panes
        name="case" mainName={t('case.middle')}
        left={{ width: 248, name: t('case.path'), body: <Path view={view} onTrail={() => setTrail(true)} /> }}
        right={{
          width: 236, name: t('case.now'), acts: true,
          body: (
            <>
              <SectionHead title={t('case.now')} />
              {main || acts.length > 0 ? <ActColumn acts={acts} main={main ? { key: main.act, words: dotted(main.act, say(main)), run: () => startAct(main.act, { case: id, round: main.round, words: say(main) }) } : undefined} /> : <p className="second">{t('case.nothing_now')}</p>}
              {locked.length > 0 ? <div className="case-locked"><SectionHead title={t('case.cannot')} about={t('case.why_articles')} /><LockedActs acts={locked} /></div> : null}
            </>
          ),
        }}
      >
        <div className="case-middle">
          <Clocks view={view} />
          <Missing view={view} />
          <Materials view={view} whole={whole} onWhole={() => setWhole((was) => !was)} />
          <Papers view={view} />
          <Items view={view} />
        </div>
      </Panes>
      {trail ? <Trail kind="case" id={id} title={view.number} onClose={() => setTrail(false)} /> : null}
    </>
  )
}

/** The first sentence stands out: the result; the rest is why. */
function Sentence({ text }: { text: string }) {
  // The full stop of “Art. 16” ends no sentence.
  const at = [...text.matchAll(/。|\. /g)].find((found) => !/\bArts?$/.test(text.slice(0, found.index)))?.index ?? -1
  if (at < 0 || at === text.length - 1) return <strong>{text}</strong>
  return <><strong>{text.slice(0, at + 1)}</strong>{text.slice(at + 1)}</>
}

/** A day of another year in two lines, so that the dots stay in theirs. */
function Day({ date, year }: { date: string; year: number }) {
  const words = dateWords(date, { year })
  const at = words.indexOf('年')
  return at < 0 ? <span className="path-day">{words}</span> : <>{words.slice(0, at + 1)}<br />{words.slice(at + 1)}</>
}

function Path({ view, onTrail }: { view: CaseView; onTrail(): void }) {
  const year = useYear()
  return (
    <>
      <SectionHead title={t('case.path')}><button type="button" className="second" onClick={onTrail}><Cap words="H" /> {t('case.trail')}</button></SectionHead>
      <Timeline points={view.standing.path.map((point) => ({
        when: point.state === 'now' ? t('case.today') : point.date ? <Day date={point.date} year={year} /> : '—',
        words: sentence(say(point)), detail: sayOf(point, 'detail') || undefined, state: point.state,
      }))} />
    </>
  )
}
