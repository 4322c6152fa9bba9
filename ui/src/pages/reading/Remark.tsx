//! A remark at a place of a document, the list of those of an item, and the reader's private note.

import { useState } from 'react'
import type { ItemLine, RemarkBack } from '../../generated/types'
import { ActButton } from '../../parts/ActButton'
import { Dialog } from '../../parts/Dialog'
import { Check, TextArea } from '../../parts/Field'
import { t } from '../../words'
import { fill, note } from './fill'
import { documentOf, running, type Place } from './lines'
import { Words } from './Words'

export type RemarkDraft = Pick<RemarkBack, 'id' | 'document' | 'page' | 'quote' | 'words' | 'for_letter'>

export const newRemark = (place: Place | null, quote: string): RemarkDraft => ({ id: '', document: place?.document ?? '', page: place?.page ?? 0, quote, words: '', for_letter: false })

export function RemarkDialog({ line, remark, onClose }: { line: ItemLine; remark: RemarkDraft; onClose(): void }) {
  const [words, setWords] = useState(remark.words)
  const [letter, setLetter] = useState(remark.for_letter)
  const [missing, setMissing] = useState(false)
  const document = documentOf(line.item, remark)
  const item = line.item.id
  const keep = (): void => {
    if (words.trim() === '') return setMissing(true)
    void fill(item, () => ({ fill: 'remark', item, ...remark, words, for_letter: letter })).then((kept) => { if (kept) onClose() })
  }
  return (
    <Dialog
      title={t('reading.remark')} about={document ? `${document.title} ${document.label} ${t('reading.page', { n: running(document, remark.page) })}` : line.item.title} width={560} onClose={onClose}
      keys={[{ combo: 'Ctrl+Enter', label: t('reading.keep'), run: keep }]}
      foot={
        <>
          {remark.id ? <ActButton onPress={() => void fill(item, () => ({ fill: 'drop_remark', item, id: remark.id })).then(onClose)}>{t('reading.drop')}</ActButton> : null}
          <ActButton main combo="Ctrl+Enter" quiet onPress={keep}>{t('reading.keep')}</ActButton>
        </>
      }
    >
      {remark.quote ? <blockquote className="reading-quote">{remark.quote}</blockquote> : null}
      <TextArea label={t('reading.remark_words')} first rows={5} value={words} onChange={(next) => { setWords(next); setMissing(false) }} error={missing ? t('reading.remark_wanted') : undefined} />
      <Check checked={letter} onChange={setLetter}>{t('reading.for_letter')}</Check>
    </Dialog>
  )
}

/** All remarks of the item, and the note that stays here. */
export function NotesDialog({ line, onClose, onRemark, onPlace }: { line: ItemLine; onClose(): void; onRemark(remark: RemarkDraft): void; onPlace(place: Place): void }) {
  const { item, filled } = line
  return (
    <Dialog title={t('reading.notes')} about={item.title} width={640} onClose={onClose} foot={<ActButton main onPress={onClose}>{t('parts.close')}</ActButton>}>
      <div className="reading-notes">
        <h3>{t('reading.remarks', { n: filled.remarks.length })} <span className="second">{t('reading.remarks_about')}</span></h3>
        {filled.remarks.length === 0 ? <p className="hint">{t('reading.no_remarks')}</p> : (
          <ul>
            {filled.remarks.map((one) => {
              const document = documentOf(item, one)
              return (
                <li key={one.id}>
                  {document ? <button type="button" className="link" onClick={() => { onPlace({ document: one.document, page: one.page }); onClose() }}>{document.title} {t('reading.page', { n: running(document, one.page) })}</button> : null}
                  {one.quote ? <q>{one.quote}</q> : null}<p>{one.words}</p>
                  <button type="button" className="link" onClick={() => onRemark(one)}>{t('reading.change')}</button>
                </li>
              )
            })}
          </ul>
        )}
        <h3>{t('reading.private')} <span className="second">{t('reading.private_about')}</span></h3>
        <Words label={t('reading.private')} value={line.note} rows={4} first keep={(words) => void note(item.id, words)} />
      </div>
    </Dialog>
  )
}
