//! The files of an application: those that wait for a place with suggestions by name, those that have one, and those that were not taken.

import { useState } from 'react'
import { failureOf, openOutside, perform } from '../../api'
import { given } from '../../acts/start'
import type { Element, ElementRow, IntakeView, Material, Taken } from '../../generated/types'
import { useKeys } from '../../keys'
import { Cap, FileDrop, Icon, SectionHead } from '../../parts'
import type { Failure } from '../../shape'
import { say, t } from '../../words'
import { elementsWords } from '../case/Materials'

const FIRST = 7

export function Files({ view, refused, onRefused, onTrouble, selected }: { view: IntakeView; refused: Taken['refused']; onRefused(refused: Taken['refused']): void; onTrouble(failure: Failure): void; selected: ElementRow | null }) {
  const [all, setAll] = useState(false)
  const placed = new Map<string, Material>()
  for (const row of view.elements) for (const material of row.materials) if (!material.replaced_by) placed.set(material.id, material)
  const list = [...placed.values()]
  const shown = all ? list : list.slice(0, FIRST)
  const names = new Map(view.elements.map((row) => [row.element, say(row)]))
  const place = (material: Material, elements: Element[]): void => void perform(given('place_material', { material: material.id, elements })).catch((thrown) => onTrouble(failureOf(thrown)))
  const open = (material: Material): void => void openOutside({ bytes: 'material', id: material.id }).catch((thrown) => onTrouble(failureOf(thrown)))
  const first = view.loose[0]
  // Suggestions of the first file that waits; 3 puts it where the cursor stands.
  const offers: Element[] = first ? first.suggestions.slice(0, 2) : []
  useKeys('files', first ? [
    ...offers.map((element, i) => ({ combo: `Digit${i + 1}`, label: t('intake.take_suggestion'), ...(i === 0 ? { caps: ['1', '2'], hint: true } : {}), run: () => place(first.material, [element]) })),
    ...(selected ? [{ combo: 'Digit3', label: t('intake.place_here', { element: selected.element }), run: () => place(first.material, [selected.element]) }] : []),
  ] : [])
  return (
    <div className="intake-files">
      <SectionHead title={t('intake.files')} about={t('intake.files_n', { n: list.length + view.loose.length })} />
      <FileDrop<Taken> small request={{ case: view.case.id }} onTaken={(answer) => onRefused([...refused.filter((old) => !answer.refused.some((one) => one.name === old.name)), ...answer.refused])}>{t('intake.drop_short')}</FileDrop>
      {view.loose.length > 0 ? <p className="loose-head"><strong className="amber">{t('intake.loose', { n: view.loose.length })}</strong> <span className="second">{t('intake.loose_about')}</span></p> : null}
      {view.loose.map(({ material, suggestions }, i) => (
        <div className="loose" key={material.id} draggable onDragStart={(event) => event.dataTransfer.setData('text/plain', material.id)}>
          <button type="button" className="strong loose-name" onClick={() => open(material)}>{material.name}</button>
          <p className="second">{suggestions.length > 0 ? t('intake.by_name') : t('intake.unknown')}</p>
          <div className="row wrap loose-acts">
            {suggestions.slice(0, 2).map((element, at) => <button type="button" key={element} className="act act-small act-possible" title={names.get(element)} onClick={() => place(material, [element])}>{element} {(names.get(element) ?? '').slice(0, 4)}{i === 0 ? <Cap words={String(at + 1)} /> : null}</button>)}
            {selected ? <button type="button" className="act act-small act-possible" title={names.get(selected.element)} onClick={() => place(material, [selected.element])}>{t('intake.place_here', { element: selected.element })}{i === 0 ? <Cap words="3" /> : null}</button> : null}
          </div>
        </div>
      ))}
      {list.length > 0 ? <p className="loose-head"><strong>{t('intake.placed', { n: list.length })}</strong> <span className="second">{t('intake.placed_about')}</span></p> : null}
      <ul className="filelist">
        {shown.map((material) => (
          <li key={material.id}>
            <Icon name="file" /><button type="button" className="grow cut filelink" title={material.name} onClick={() => open(material)}>{material.name}</button><span className="second whole" title={elementsWords(material.elements)}>{elementsWords(material.elements)}</span>
            <button type="button" className="filelist-x" aria-label={t('intake.unplace', { name: material.name })} title={t('intake.unplace', { name: material.name })} onClick={() => place(material, [])}><Icon name="close" size={11} /></button>
          </li>
        ))}
      </ul>
      {list.length > FIRST ? <button type="button" className="link" onClick={() => setAll(!all)}>{all ? t('case.fold') : t('intake.other_files', { n: list.length - FIRST })}</button> : null}
      {refused.length > 0 ? (
        <>
          <p className="loose-head"><strong>{t('intake.refused')}</strong> <span className="second">{refused.length}</span></p>
          <ul className="filelist">{refused.map((file) => <li key={file.name} className="refusedfile"><span className="grow"><span className="cut">{file.name}</span><span className="second">{say(file)}</span></span></li>)}</ul>
        </>
      ) : null}
    </div>
  )
}
