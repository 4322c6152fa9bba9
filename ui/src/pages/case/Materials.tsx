//! The material of a case: versions in force first, older ones grey. What is dropped anywhere on the page is received; a file of a known
//! name as its next version, anything else waits to be placed at the counter.

import { useState } from 'react'
import { attach, failureOf, openOutside, perform } from '../../api'
import type { Taken } from '../../acts/shapes'
import { given } from '../../acts/start'
import type { CaseView, Element, Material } from '../../generated/types'
import { Cap, Empty, ErrorPanel, FileDrop, Message, saidDone, SectionHead, Table } from '../../parts'
import { go } from '../../router'
import type { Failure } from '../../shape'
import { isEnglish, say, sentence, t } from '../../words'

const FIRST = 8

/** A4, A11–A13. */
export function elementsWords(elements: readonly Element[]): string {
  const numbers = elements.map((element) => Number(element.slice(1))).sort((a, b) => a - b)
  const spans: string[] = []
  const comma = isEnglish() ? ', ' : '、'
  for (let i = 0; i < numbers.length; i++) {
    const from = numbers[i]!
    let to = from
    while (numbers[i + 1] === to + 1) to = numbers[++i]!
    spans.push(to === from ? `A${from}` : to === from + 1 ? `A${from}${comma}A${to}` : `A${from}–A${to}`)
  }
  return spans.join(comma)
}

/** What a file is called apart from its version and copy marks, to find the one it follows. */
const stem = (name: string): string => name.replace(/\.[^.]+$/, '').replace(/[（(]\d+[）)]$/, '').replace(/[ _-]*[vV]\d+(\.\d+)*$/, '').trim()

export function Materials({ view, whole, onWhole }: { view: CaseView; whole: boolean; onWhole(): void }) {
  const [failure, setFailure] = useState<Failure | null>(null)
  const [refused, setRefused] = useState<Taken['refused']>([])
  const attempt = (work: () => Promise<unknown>): void => { setFailure(null); work().catch((thrown) => setFailure(failureOf(thrown))) }
  const id = view.case.id
  const rows = whole ? view.materials : view.materials.slice(0, FIRST)
  // A round of its own (amendment, resubmission) asks for no elements. Else one that is not asked of this activity counts as not applicable, as at the counter.
  const asked = view.elements.some((row) => row.needed || row.check)
  const states = view.elements.map((row) => row.check?.state ?? (row.needed ? undefined : 'not_applicable'))
  const open = states.filter((one) => one === undefined).length
  const n = (state: string): number => states.filter((one) => one === state).length
  const checkOf = (material: Material): { words: string; tone: string } => {
    if (material.replaced_by) return { words: t('case.replaced'), tone: 'quiet' }
    if (material.elements.length === 0) return { words: t('case.unplaced'), tone: 'amber' }
    if (!asked) return { words: '—', tone: 'quiet' }
    const checks = view.elements.filter((row) => material.elements.includes(row.element)).map((row) => row.check?.state)
    return checks.includes('missing') ? { words: t('nouns.check_missing'), tone: 'red' } : checks.some((state) => state === undefined) ? { words: t('case.unchecked'), tone: 'amber' } : { words: t('case.checked'), tone: '' }
  }
  const received = (answer: Taken): void => {
    setRefused(answer.refused)
    const loose = answer.taken.filter((file) => file.material)
    // Dropped with the name of a file in force: it is that file's next version.
    attempt(async () => {
      let placed = 0
      for (const file of loose) {
        const before = view.materials.find((one) => !one.replaced_by && one.elements.length > 0 && stem(one.name) === stem(file.name))
        if (!before || !file.material) continue
        await perform(given('place_material', { material: file.material, elements: before.elements }))
        placed += 1
      }
      if (loose.length === 0) return
      saidDone(<>{t('case.received', { n: loose.length })}{placed < loose.length ? <> <button type="button" className="link" onClick={() => go('intake', id)}>{t('case.to_place', { n: loose.length - placed })}</button></> : null}</>)
    })
  }
  const newVersion = (material: Material): void => attempt(async () => {
    const answer = await attach<Taken>({ case: id, replaces: material.id, elements: material.elements }, undefined, { title: t('case.new_version', { name: material.name }) })
    if (answer) { setRefused(answer.refused); if (answer.taken.length > 0) saidDone(t('case.received', { n: answer.taken.length })) }
  })
  return (
    <section>
      <SectionHead title={t('case.materials')} about={!asked ? undefined : `${t('case.elements_n', { all: view.elements.length, present: n('present'), missing: n('missing'), na: n('not_applicable') })}${open > 0 ? t('case.elements_open', { n: open }) : ''}`}>
        <button type="button" className="link" onClick={() => go('intake', id)}>{t('case.to_check')}</button>
      </SectionHead>
      {failure ? <ErrorPanel failure={failure} acts={[{ words: t('parts.close'), run: () => setFailure(null) }]} /> : null}
      {refused.length > 0 ? <Message tone="amber" title={t('case.not_taken', { n: refused.length })} acts={[{ words: t('parts.close'), run: () => setRefused([]) }]}>{refused.map((file) => <div key={file.name}>{file.name}　{say(file)}</div>)}</Message> : null}
      {view.materials.length === 0 ? <Empty title={t('case.no_materials')} acts={[{ words: t('case.to_check'), run: () => go('intake', id) }]}>{t('case.no_materials_why', { n: view.elements.length })}</Empty> : (
        <Table<Material>
          label={t('case.materials')} rows={rows} keyOf={(material) => material.id} toneOf={(material) => (material.replaced_by ? 'grey' : material.elements.length === 0 ? 'amber' : undefined)}
          columns={[
            { key: 'elements', head: t('case.f_element'), width: 104, cell: (material) => elementsWords(material.elements) || <span className="quiet">—</span> },
            { key: 'name', head: t('case.f_file'), cell: (material) => <button type="button" className="filelink" onClick={() => attempt(() => openOutside({ bytes: 'material', id: material.id }))}>{material.name}</button> },
            { key: 'version', head: t('case.f_version'), width: 72, cell: (material) => (material.replaced_by ? material.version : <strong>{material.version}</strong>) },
            { key: 'date', head: t('case.f_date'), width: 100, cell: (material) => material.version_date ?? <span className="quiet">—</span> },
            { key: 'check', head: t('case.f_check'), width: 84, cell: (material) => { const { words, tone } = checkOf(material); return <span className={tone}>{sentence(words)}</span> } },
            { key: 'act', head: '', width: isEnglish() ? 98 : 76, align: 'right', cell: (material) => (material.replaced_by ? null : <button type="button" className="link whole" onClick={() => newVersion(material)}>{t('case.receive_version')}</button>) },
          ]}
          foot={view.materials.length > FIRST ? <><button type="button" onClick={onWhole}>{whole ? t('case.fold') : t('case.more', { n: view.materials.length - FIRST })} <Cap words="M" /> {whole ? '' : t('case.unfold')}</button></> : undefined}
        />
      )}
      <div className="case-drop"><FileDrop<Taken> small request={{ case: id }} onTaken={received}>{t('case.drop')}</FileDrop></div>
    </section>
  )
}
