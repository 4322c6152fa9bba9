//! One element: its verdict with the word it needs, the files that fill it, and the files that could.

import { useState } from 'react'
import { failureOf, openOutside, perform } from '../../api'
import { given } from '../../acts/start'
import type { CheckState, ElementRow, IntakeView, Material, Taken } from '../../generated/types'
import { ActButton, ArticleLinks, DateField, Dialog, ErrorPanel, FileDrop, Icon, RadioField, SelectField, TextArea, TextField } from '../../parts'
import type { Failure } from '../../shape'
import { say, sentence, t } from '../../words'

const STATES: CheckState[] = ['present', 'missing', 'not_applicable']

export function ElementDialog({ view, row, state, early, onClose }: { view: IntakeView; row: ElementRow; state: CheckState | null; early: boolean; onClose(): void }) {
  const [verdict, setVerdict] = useState<CheckState | ''>(state ?? row.check?.state ?? '')
  const [note, setNote] = useState(row.check?.note ?? '')
  const [failure, setFailure] = useState<Failure | null>(null)
  const files = row.materials.filter((one) => !one.replaced_by)
  const others = [...new Map(view.elements.flatMap((one) => one.materials).concat(view.loose.map((one) => one.material)).filter((one) => !one.replaced_by && !files.some((file) => file.id === one.id)).map((one) => [one.id, one])).values()]
  const attempt = (work: () => Promise<unknown>): void => { setFailure(null); work().catch((thrown) => setFailure(failureOf(thrown))) }
  const place = (material: Material, on: boolean, more: { version?: string; version_date?: string } = {}): void => attempt(() => perform(given('place_material', {
    material: material.id, elements: on ? [...new Set([...material.elements, row.element])] : material.elements.filter((one) => one !== row.element), ...more,
  })))
  const save = (): void => {
    if (!verdict) return onClose()
    if (verdict === row.check?.state && note === row.check.note) return onClose()
    perform(given('check_elements', { case: view.case.id, checks: { [row.element]: { state: verdict, note } } })).then(onClose, (thrown) => setFailure(failureOf(thrown)))
  }
  const needsNote = (verdict === 'missing' || verdict === 'not_applicable') && note.trim() === ''
  return (
    <Dialog
      title={`${row.element}　${sentence(say(row))}`} about={<ArticleLinks cites={row.basis} />} width={600} onClose={onClose}
      foot={<><ActButton combo="Escape" quiet onPress={onClose}>{t('acts.form_cancel')}</ActButton><ActButton main combo="Ctrl+Enter" onPress={save} locked={!early ? { reason: t('intake.closed') } : needsNote ? { reason: t(`intake.note_${verdict}`) } : undefined}>{t('intake.put_verdict')}</ActButton></>}
    >
      <div className="actform">
        {failure ? <ErrorPanel failure={failure} /> : null}
        <RadioField label={t('case.f_check')} row value={verdict} onChange={setVerdict} options={STATES.map((key) => ({ key, words: t(`nouns.check_${key}`) }))} hint={row.needed ? undefined : say({ zh: row.why_zh, en: row.why_en })} />
        {verdict === 'missing' || verdict === 'not_applicable' ? <TextArea first={state === 'missing' || state === 'not_applicable'} rows={2} label={t(`intake.note_label_${verdict}`)} value={note} onChange={setNote} hint={verdict === 'missing' ? t('intake.note_hint') : undefined} /> : null}
        {row.text ? <p className="second">{t('intake.typed', { text: row.text })}</p> : null}
        {files.map((file) => <FileRow key={file.id} file={file} onOpen={() => attempt(() => openOutside({ bytes: 'material', id: file.id }))} onOut={() => place(file, false)} onWrite={(more) => place(file, true, more)} />)}
        <div className="two">
          {others.length > 0 ? <SelectField label={t('intake.also_filled_by')} empty={t('intake.choose_file')} value="" onChange={(id) => { const file = others.find((one) => one.id === id); if (file) place(file, true) }} options={others.map((one) => ({ key: one.id, words: one.name }))} /> : null}
          <div className="element-drop"><FileDrop<Taken> small request={{ case: view.case.id, elements: [row.element] }} onTaken={(answer) => { const no = answer.refused[0]; if (no) setFailure({ code: 'LS-U11', kind: 'invalid', zh: `${no.name}：${no.zh}`, en: `${no.name}: ${no.en}`, way_zh: '', way_en: '', findings: [], field: '' }) }}>{t('intake.drop_here')}</FileDrop></div>
        </div>
      </div>
    </Dialog>
  )
}

/** A file with its version and the version's date, asked once a file. */
function FileRow({ file, onOpen, onOut, onWrite }: { file: Material; onOpen(): void; onOut(): void; onWrite(more: { version?: string; version_date?: string }): void }) {
  const [version, setVersion] = useState(file.version)
  return (
    <div className="element-file">
      <span className="row grow"><Icon name="file" /><button type="button" className="filelink cut" title={file.name} onClick={onOpen}>{file.name}</button></span>
      <span onBlur={() => { if (version !== file.version) onWrite({ version }) }}><TextField label={t('case.f_version')} width={84} value={version} onChange={setVersion} /></span>
      <DateField label={t('case.f_date')} value={file.version_date ?? ''} onChange={(version_date) => { if (version_date && version_date !== file.version_date) onWrite({ version_date }) }} />
      <button type="button" className="link" onClick={onOut}>{t('intake.take_out')}</button>
    </div>
  )
}
