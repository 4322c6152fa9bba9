//! The formal check of a received application (M12, M13, E9): files at the left, the 23 elements in the middle, and at the right the one-time
//! notice that writes itself while anything is missing, or the way to acceptance when nothing is.

import './intake.css'
import { useCallback, useMemo, useState } from 'react'
import { failureOf, openOutside, perform } from '../../api'
import { given, startAct } from '../../acts/start'
import { chineseNumber } from '../../articles'
import { instantWords } from '../../dates'
import type { Check, CheckState, ElementRow, IntakeView, Taken } from '../../generated/types'
import { useYear } from '../../here'
import { useKeys } from '../../keys'
import { useLook } from '../../look'
import { ActButton, Barred, Empty, ErrorPanel, Lamp, PageHead, Panes, Register, useDateKey, useDo, type Column, type LampState } from '../../parts'
import { go, useKept } from '../../router'
import type { Failure } from '../../shape'
import { isEnglish, say, sentence, t } from '../../words'
import { ElementDialog } from './ElementDialog'
import { Files } from './Files'
import { Gate } from './Gate'

const LAMP: Record<CheckState, LampState> = { present: 'proven', missing: 'blocked', not_applicable: 'dormant' }

/** 十二（一）, 伦（一）: as the picture of the form has it; the whole name stands in the note below and in the article itself. */
function shortBasis(cites: readonly string[]): string {
  if (isEnglish()) return cites.map((cite) => cite.replace('M', '').replace('E', 'E')).join(', ')
  return cites.map((cite) => {
    const found = /^([ME])(\d+)(?:\((\d+)\))?$/.exec(cite)
    if (!found) return cite
    const item = found[3] ? `（${chineseNumber(Number(found[3]))}）` : ''
    if (found[1] === 'M') return `${chineseNumber(Number(found[2]))}${item}`
    return `伦${found[2] === '9' && item ? '' : chineseNumber(Number(found[2]))}${item}`
  }).join('、')
}

export function Counter({ id }: { id: string }) {
  const { view, failure, again } = useLook<IntakeView>({ view: 'intake', id })
  const [at, setAt] = useState<ElementRow | null>(null)
  const [asking, setAsking] = useState<{ row: ElementRow; state: CheckState | null } | null>(null)
  const [trouble, setTrouble] = useState<Failure | null>(null)
  const [refused, setRefused] = useKept<Taken['refused']>('refused', [])
  const doing = useDo()
  const year = useYear()
  useDateKey()
  const check = useCallback((row: ElementRow, state: CheckState, note = ''): void => {
    perform(given('check_elements', { case: id, checks: { [row.element]: { state, note } satisfies Check } })).catch((thrown) => setTrouble(failureOf(thrown)))
  }, [id])
  const round = view?.case.rounds.at(-1)
  const early = Boolean(round && !round.accepted && !round.refused && !round.withdrawn && !round.decision)
  const mark = (state: CheckState): void => {
    if (!at || !early) return
    // 缺 and 不适用 need a word; 有 does not.
    if (state === 'present') check(at, state)
    else setAsking({ row: at, state })
  }
  const lookAt = (row: ElementRow | null): void => {
    const file = row?.materials.find((one) => !one.replaced_by)
    if (file) openOutside({ bytes: 'material', id: file.id }).catch((thrown) => setTrouble(failureOf(thrown)))
    else if (row) setAsking({ row, state: null })
  }
  useKeys('intake', early ? [
    { combo: 'KeyY', label: t('nouns.check_present'), run: () => mark('present'), hint: true },
    { combo: 'KeyN', label: t('nouns.check_missing'), run: () => mark('missing'), hint: true },
    { combo: 'KeyX', label: t('intake.na_why'), run: () => mark('not_applicable'), hint: true },
  ] : [])
  const columns = useMemo<Column<ElementRow>[]>(() => [
    { key: 'element', head: t('case.f_element'), width: isEnglish() ? 50 : 34, fixed: true, priority: 1, text: (row) => row.element, cell: (row) => <span className="quiet">{row.element}</span> },
    { key: 'name', head: t('intake.content'), fixed: true, priority: 2, text: (row) => say(row), cell: (row) => <span title={say(row)} className={row.needed ? undefined : 'quiet'}>{sentence(say(row))}</span> },
    { key: 'basis', head: t('parts.basis'), width: isEnglish() ? 72 : 64, priority: 6, text: (row) => row.basis.join(' '), cell: (row) => <button type="button" tabIndex={-1} className="article quiet" data-cite={row.basis[0]} title={row.basis.join('、')} onClick={(event) => { event.stopPropagation(); void import('../../side').then((side) => side.showArticle(row.basis[0] ?? 'M12')) }}>{shortBasis(row.basis)}</button> },
    {
      key: 'check', head: t('case.f_check'), width: isEnglish() ? 108 : 68, fixed: true, priority: 3, text: (row) => (row.check ? t(`nouns.check_${row.check.state}`) : row.needed ? t('case.unchecked') : t('nouns.check_not_applicable')),
      cell: (row) => {
        const state: CheckState | null = row.check?.state ?? (row.needed ? null : 'not_applicable')
        return <span className={`check-cell${state === 'missing' ? ' red strong' : state === null ? ' amber' : ''}`}><Lamp state={state === null ? 'risk' : LAMP[state]} size={14} />{sentence(state === null ? t('case.unchecked') : t(`nouns.check_${state}`))}</span>
      },
    },
    {
      key: 'file', head: t('case.f_file'), width: isEnglish() ? 118 : 152, priority: 4, text: (row) => row.materials.filter((one) => !one.replaced_by).map((one) => one.name).join('、'),
      cell: (row) => {
        const files = row.materials.filter((one) => !one.replaced_by)
        if (row.check?.state === 'missing') return <span className="red">{row.check.note || t('intake.not_in')}</span>
        if (row.check?.state === 'not_applicable' || !row.needed) return <span className="quiet">{row.check?.note || say({ zh: row.why_zh, en: row.why_en })}</span>
        return files.length > 0 ? <span title={files.map((one) => one.name).join('\n')}>{files[0]!.name}{files[0]!.version ? ` ${files[0]!.version}` : ''}{files.length > 1 ? t('intake.and_more', { n: files.length - 1 }) : ''}</span> : row.text ? <span className="quiet">{t('intake.typed', { text: row.text })}</span> : <span className="quiet">{row.check?.note || '—'}</span>
      },
    },
    { key: 'date', head: t('intake.date'), width: 40, priority: 7, text: (row) => row.materials[0]?.version_date ?? '', cell: (row) => <span className="quiet">{row.materials.find((one) => !one.replaced_by)?.version_date?.slice(5) ?? ''}</span> },
  ], [])
  const keyOf = useCallback((row: ElementRow) => row.element, [])
  if (!view || !round) return failure ? <div className="page-alone"><ErrorPanel failure={failure} acts={[{ words: t('frame.again'), run: again }, { words: t('case.to_list'), run: () => go('cases') }]} /></div> : null
  const a = view.case.application
  const rest = (): void => doing.run(given('check_elements', { case: id, rest_present: true }), { verb: t('intake.rest_present') })
  return (
    <>
      <PageHead
        title={t('intake.title')}
        lines={[<Barred key="who">{[<strong key="t">{a.title}</strong>, `${a.department} ${a.leader}`, `${t('cases.number')} ${view.number}`]}</Barred>, <Sentence key="s" view={view} />]}
      >
        <span className="second whole">{t('intake.received_at', { at: instantWords(round.received, { year }), medium: round.medium })}</span>
        <ActButton onPress={() => startAct('correct_application', { case: id })}>{t('acts.correct_application')}…</ActButton>
        <ActButton onPress={() => go('case', id)}>{t('acts.form_to_case')}</ActButton>
      </PageHead>
      {trouble ? <ErrorPanel failure={trouble} acts={[{ words: t('parts.close'), run: () => setTrouble(null) }]} /> : null}
      <Panes
        name="intake" flush mainName={t('intake.elements')}
        left={{ width: 212, name: t('intake.files'), body: <Files view={view} refused={refused} onRefused={setRefused} onTrouble={setTrouble} selected={at} /> }}
        right={{ width: 350, acts: true, name: t('intake.gate'), body: <Gate view={view} early={early} onRest={rest} /> }}
      >
        <Register
          name="intake" label={t('intake.elements')} rowHeight={23} columns={columns} rows={view.elements} keyOf={keyOf} onSelect={setAt}
          onAct={(row) => setAsking({ row, state: null })} actLabel={t('intake.open_element')} onSpace={lookAt} spaceLabel={t('intake.look')}
          toneOf={(row) => (row.check?.state === 'missing' ? 'red' : undefined)}
          empty={<Empty title={t('intake.no_elements')} />}
        />
        <p className="intake-foot second">{t('intake.legend')} {t('intake.counts', { present: view.present, missing: view.missing, na: view.not_applicable + view.elements.filter((row) => !row.check && !row.needed).length, unchecked: view.unchecked })}</p>
      </Panes>
      {asking ? <ElementDialog view={view} row={view.elements.find((row) => row.element === asking.row.element) ?? asking.row} state={asking.state} early={early} onClose={() => setAsking(null)} /> : null}
      {doing.dialog}
    </>
  )
}

/** The desk's sentence, with what is missing in red. */
function Sentence({ view }: { view: IntakeView }) {
  const text = say(view)
  if (view.missing === 0) return <>{text}</>
  const found = /缺\d+项|\d+ (is|are) missing/.exec(text)
  if (!found) return <>{text}</>
  return <>{text.slice(0, found.index)}<strong className="red">{found[0]}</strong>{text.slice(found.index + found[0].length)}</>
}

