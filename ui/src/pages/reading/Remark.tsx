//! A remark at a place of a document, or a mark of the reader's own that stays here; the list of those of an item, and the private note.

import { useState } from 'react'
import type { ItemLine } from '../../generated/types'
import { ActButton } from '../../parts/ActButton'
import { Dialog } from '../../parts/Dialog'
import { Check, TextArea } from '../../parts/Field'
import { Segmented } from '../../parts/Page'
import { t } from '../../words'
import { fill, note } from './fill'
import { documentOf, running, type Place } from './lines'
import { Words } from './Words'

/** A remark or a private mark; which of the two is chosen while writing. */
export interface RemarkDraft {
  id: string
  document: string
  page: number
  quote: string
  words: string
  for_letter: boolean
  marks: number[][]
  /** Stays on this machine. */
  private: boolean
}

export const newRemark = (place: Place | null, some: Partial<RemarkDraft> = {}): RemarkDraft =>
  ({ id: '', document: place?.document ?? '', page: place?.page ?? 0, quote: '', words: '', for_letter: false, marks: [], private: false, ...some })

/** Both kinds of an item, in the order of the pages. */
export function remarksOf(line: ItemLine): RemarkDraft[] {
  const rank = (one: RemarkDraft): number => { const document = documentOf(line.item, one); return document ? running(document, one.page) : 0 }
  return [
    ...line.filled.remarks.map((one) => ({ ...one, private: false })),
    ...line.marks.map((one) => ({ id: one.id, document: one.document, page: one.page, quote: one.quote, words: one.words, marks: one.marks, for_letter: false, private: true })),
  ].sort((a, b) => rank(a) - rank(b))
}

/** Keeps it. One that changes sides is put down on the other first and then taken away here, so that a power cut loses nothing. */
export async function keepRemark(item: string, remark: RemarkDraft, was: RemarkDraft | null): Promise<boolean> {
  const { document, page, quote, words } = remark
  const marks = remark.marks as [number, number, number, number][]
  const moved = was !== null && was.id !== '' && was.private !== remark.private
  const id = moved ? '' : remark.id
  const kept = await fill(item, () => (remark.private ? { fill: 'mark', item, id, document, page, quote, words, marks } : { fill: 'remark', item, id, document, page, quote, words, for_letter: remark.for_letter, marks }))
  return kept && (!moved || dropRemark(item, was))
}
export const dropRemark = (item: string, remark: RemarkDraft): Promise<boolean> =>
  fill(item, () => ({ fill: remark.private ? 'drop_mark' : 'drop_remark', item, id: remark.id }))

export function RemarkDialog({ line, remark, onClose }: { line: ItemLine; remark: RemarkDraft; onClose(): void }) {
  const [words, setWords] = useState(remark.words)
  const [letter, setLetter] = useState(remark.for_letter)
  const [mine, setMine] = useState(remark.private)
  const [missing, setMissing] = useState(false)
  const document = documentOf(line.item, remark)
  const item = line.item.id
  // A place that is marked needs no words when it stays here; the secretary has to be told something.
  const wants = words.trim() === '' && !(mine && (remark.quote !== '' || remark.marks.length > 0))
  // A private mark stands at a place; without one the item's private note is what is meant.
  const placed = remark.document !== ''
  const keep = (): void => {
    if (wants) return setMissing(true)
    void keepRemark(item, { ...remark, words, for_letter: letter, private: mine }, remark).then((kept) => { if (kept) onClose() })
  }
  return (
    <Dialog
      title={t('reading.remark')} about={document ? `${document.title} ${document.label} ${t('reading.page', { n: running(document, remark.page) })}` : line.item.title} width={600} onClose={onClose}
      keys={[{ combo: 'Ctrl+Enter', label: t('reading.keep'), run: keep }]}
      foot={
        <>
          {remark.id ? <ActButton onPress={() => void dropRemark(item, remark).then(onClose)}>{t('reading.drop')}</ActButton> : null}
          <ActButton main combo="Ctrl+Enter" quiet onPress={keep}>{t('reading.keep')}</ActButton>
        </>
      }
    >
      {remark.quote ? <blockquote className="reading-quote">{remark.quote}</blockquote> : remark.marks.length > 0 ? <p className="reading-quote">{t('reading.framed_here')}</p> : null}
      <TextArea label={t('reading.remark_words')} first rows={5} value={words} onChange={(next) => { setWords(next); setMissing(false) }} error={missing ? t('reading.remark_wanted') : undefined} />
      {placed ? (
        <div className="reading-whose-remark">
          <Segmented<'both' | 'mine'> label={t('reading.who_reads')} value={mine ? 'mine' : 'both'} onChange={(key) => setMine(key === 'mine')} items={[{ key: 'both', words: t('reading.to_secretary') }, { key: 'mine', words: t('reading.mine') }]} />
          <span className="hint">{t(mine ? 'reading.mine_about' : 'reading.to_secretary_about')}</span>
        </div>
      ) : null}
      {mine ? null : <Check checked={letter} onChange={setLetter}>{t('reading.for_letter')}</Check>}
    </Dialog>
  )
}

/** All remarks and marks of the item, and the note that stays here. */
export function NotesDialog({ line, onClose, onRemark, onPlace }: { line: ItemLine; onClose(): void; onRemark(remark: RemarkDraft): void; onPlace(place: Place): void }) {
  const { item } = line
  const all = remarksOf(line)
  return (
    <Dialog title={t('reading.notes')} about={item.title} width={680} onClose={onClose} foot={<ActButton main onPress={onClose}>{t('parts.close')}</ActButton>}>
      <div className="reading-notes">
        <h3>{t('reading.remarks', { n: all.filter((one) => !one.private).length })} <span className="second">{t('reading.remarks_about', { n: all.filter((one) => one.private).length })}</span></h3>
        {all.length === 0 ? <p className="hint">{t('reading.no_remarks')}</p> : (
          <ul>
            {all.map((one) => {
              const document = documentOf(item, one)
              return (
                <li key={`${one.private}${one.id}`}>
                  <span className="reading-note-head">
                    {document ? <button type="button" className="link" onClick={() => { onPlace({ document: one.document, page: one.page }); onClose() }}>{document.title} {t('reading.page', { n: running(document, one.page) })}</button> : null}
                    <span className={one.private ? 'second' : 'second green'}>{t(one.private ? 'reading.mine' : 'reading.to_secretary')}</span>
                  </span>
                  {one.quote ? <q>{one.quote}</q> : one.marks.length > 0 ? <span className="second">{t('reading.framed')}</span> : null}{one.words ? <p>{one.words}</p> : null}
                  <span className="row"><button type="button" className="link" onClick={() => onRemark(one)}>{t('reading.change')}</button><button type="button" className="link" onClick={() => void dropRemark(item.id, one)}>{t('reading.drop_short')}</button></span>
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
