//! A worksheet on paper, typed in, laid out as the form is: who and which item, conflict first (declared, that is all), the points with
//! their digits and a line, remarks with file and page, the preliminary opinion, the date; its scan is kept with it. It is recorded as
//! from paper. An adviser's form asks for no opinion.

import { type KeyboardEvent } from 'react'
import { given } from '../../acts/start'
import { FileField } from '../../acts/fields'
import type { PacketItemView, PacketsView, PointAnswer, ReaderRemark, Said } from '../../generated/types'
import { ActButton, Check, DateField, Dialog, SelectField, TextArea, useDo, useDraft } from '../../parts'
import { isEnglish, t } from '../../words'

interface Sheet {
  member: string
  item: string
  conflict: '' | 'no' | 'yes'
  conflict_words: string
  points: Record<string, PointAnswer>
  opinion: string
  words: string
  remarks: ReaderRemark[]
  on: string
  scan: string
}

const blank = (item: string): Sheet => ({ member: '', item, conflict: '', conflict_words: '', points: {}, opinion: '', words: '', remarks: [], on: '', scan: '' })
const both = (zh: string, en: string): string => (isEnglish() ? en : zh)

/** What the sheet says, as it is recorded. After a declared conflict nothing else of it is. */
export function saidOn(sheet: Sheet): Said {
  if (sheet.conflict === 'yes') return { conflict: true, conflict_words: sheet.conflict_words, opinion: null, words: '', points: {}, dimensions: {}, remarks: [] }
  const points = Object.fromEntries(Object.entries(sheet.points).filter(([, one]) => one.answer !== null || one.words.trim() !== ''))
  const remarks = sheet.remarks.filter((one) => one.words.trim() !== '').map((one, i) => ({ ...one, id: `r${i + 1}` }))
  return { conflict: false, conflict_words: '', opinion: sheet.opinion || null, words: sheet.words, points, dimensions: {}, remarks }
}

export function Typed({ view, onClose }: { view: PacketsView; onClose(): void }) {
  const key = `paper.${view.meeting ?? view.case ?? ''}`
  const draft = useDraft<Sheet>(key, blank(view.items[0]?.item ?? ''))
  const sheet = draft.value
  const put = (some: Partial<Sheet>): void => draft.set((was) => ({ ...was, ...some }))
  const doing = useDo()
  const row = view.rows.find((one) => one.member === sheet.member)
  const item = view.items.find((one) => one.item === sheet.item)
  const enter = (): void => doing.run(
    given('enter_opinion', { item: sheet.item, member: sheet.member, on: sheet.on || undefined, scan: sheet.scan || undefined, said: saidOn(sheet) }),
    { verb: t('acts.enter_opinion'), draft: key, then: onClose },
  )
  const locked = sheet.member === '' || sheet.item === '' ? { reason: t('packets.typed_lacks') } : sheet.conflict === '' ? { reason: t('packets.typed_conflict') } : undefined
  return (
    <Dialog
      title={t('packets.type_in')} about={t('packets.type_in_about')} width={900} onClose={onClose} cross
      footNote={draft.restored ? <span className="hint">{t('packets.typed_restored')} <button type="button" className="link" onClick={() => draft.set(blank(view.items[0]?.item ?? ''))}>{t('packets.typed_anew')}</button></span> : undefined}
      foot={<ActButton main combo="Ctrl+Enter" onPress={enter} locked={locked} working={doing.working || undefined}>{t('acts.enter_opinion')}</ActButton>}
    >
      <div className="typed">
        <div className="typed-top">
          <SelectField<string> label={t('packets.c_who')} value={sheet.member} onChange={(member) => put({ member })} empty={t('packets.choose')} options={view.rows.map((one) => ({ key: one.member, words: one.adviser ? `${one.name}（${both(one.role_zh, one.role_en)}）` : one.name }))} />
          <SelectField<string> label={t('packets.c_item')} value={sheet.item} onChange={(to) => put({ item: to, points: {}, opinion: '' })} options={view.items.map((one) => ({ key: one.item, words: `${one.order} ${one.title}` }))} />
          <DateField label={t('packets.dated')} value={sheet.on} onChange={(on) => put({ on })} />
        </div>
        <div className="typed-row"><span className="typed-label">{t('packets.conflict_label')}</span>
          <span className="typed-choices">
            {(['no', 'yes'] as const).map((one) => <label key={one} className="choice"><input type="radio" name="typed-conflict" checked={sheet.conflict === one} onChange={() => put({ conflict: one })} /><span>{t(`packets.conflict_${one}`)}</span></label>)}
            {sheet.conflict === 'yes' ? <input className="input grow" aria-label={t('packets.conflict_words')} placeholder={t('packets.conflict_words')} value={sheet.conflict_words} onChange={(event) => put({ conflict_words: event.target.value })} /> : null}
          </span>
        </div>
        {sheet.conflict === 'yes' ? <p className="hint">{t('packets.conflict_rest')}</p> : (
          <>
            {item ? <Points view={view} item={item} points={sheet.points} onPut={(points) => put({ points })} /> : null}
            {item ? <Remarks item={item} remarks={sheet.remarks} onPut={(remarks) => put({ remarks })} /> : null}
            <TextArea label={row?.adviser ? t('packets.advice_words') : t('packets.c_words')} rows={3} value={sheet.words} onChange={(words) => put({ words })} />
            {row?.adviser ? <p className="hint">{t('packets.adviser_no_opinion')}</p> : (
              <div className="typed-row"><span className="typed-label">{t(view.case ? 'packets.own_opinion' : 'packets.c_opinion')}</span>
                <span className="typed-choices" role="radiogroup" aria-label={t('packets.c_opinion')}>
                  {(item?.options ?? []).map(([one, zh, en]) => <label key={one} className="choice"><input type="radio" name="typed-opinion" checked={sheet.opinion === one} onChange={() => put({ opinion: one })} /><span>{both(zh, en)}</span></label>)}
                  {sheet.opinion ? <button type="button" className="link" onClick={() => put({ opinion: '' })}>{t('packets.none_chosen')}</button> : null}
                </span>
              </div>
            )}
          </>
        )}
        <FileField label={t('packets.scan')} about={t('packets.scan_about')} value={sheet.scan} onChange={(scan) => put({ scan })} />
      </div>
      {doing.dialog}
    </Dialog>
  )
}

/** The table of the form: a digit answers the row that has the focus and goes on to the next. */
function Points({ view, item, points, onPut }: { view: PacketsView; item: PacketItemView; points: Record<string, PointAnswer>; onPut(points: Record<string, PointAnswer>): void }) {
  const of = (code: string): PointAnswer => points[code] ?? { answer: null, words: '' }
  const set = (code: string, some: Partial<PointAnswer>): void => onPut({ ...points, [code]: { ...of(code), ...some } })
  const press = (code: string) => (event: KeyboardEvent<HTMLElement>): void => {
    const digit = Number(event.key)
    if (!Number.isInteger(digit) || digit < 1 || digit > view.answers.length || event.ctrlKey || event.altKey) return
    event.preventDefault()
    set(code, { answer: of(code).answer === digit ? null : digit })
    const rows = [...document.querySelectorAll<HTMLElement>('.typed-points [data-code]')]
    rows[rows.findIndex((row) => row.dataset.code === code) + 1]?.focus()
  }
  return (
    <table className="typed-points" aria-label={t('packets.sheet')}>
      <thead><tr><th>{t('packets.c_no')}</th><th>{t('packets.c_point')}</th>{view.answers.map(([zh, en], i) => <th key={i}>{i + 1} {both(zh, en)}</th>)}<th>{t('packets.c_line')}</th></tr></thead>
      {item.sheet.map((dimension) => (
        <tbody key={dimension.key}>
          <tr className="typed-dimension"><td colSpan={3 + view.answers.length}>{both(dimension.zh, dimension.en)}</td></tr>
          {dimension.points.map(([code, zh, en]) => (
            <tr key={code}>
              <td>{code}</td>
              <td tabIndex={0} data-code={code} role="group" aria-label={`${code} ${both(zh, en)}`} onKeyDown={press(code)}>{both(zh, en)}</td>
              {view.answers.map(([azh, aen], i) => <td key={i} className="typed-box"><input type="radio" tabIndex={-1} aria-label={`${code} ${both(azh, aen)}`} name={`typed-${code}`} checked={of(code).answer === i + 1} onClick={() => { if (of(code).answer === i + 1) set(code, { answer: null }) }} onChange={() => set(code, { answer: i + 1 })} /></td>)}
              <td><input className="input" aria-label={t('packets.line_of', { code })} value={of(code).words} onChange={(event) => set(code, { words: event.target.value })} /></td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

const blankRemark: ReaderRemark = { id: '', document: '', page: 0, quote: '', words: '', for_letter: false, marks: [] }

/** Remarks with file and page; the last row is empty, for the next one. */
function Remarks({ item, remarks, onPut }: { item: PacketItemView; remarks: ReaderRemark[]; onPut(remarks: ReaderRemark[]): void }) {
  const shown = [...remarks, blankRemark]
  const set = (at: number, some: Partial<ReaderRemark>): void => onPut(shown.map((one, i) => (i === at ? { ...one, ...some } : one)).filter((one) => one.words !== '' || one.page > 0 || one.document !== ''))
  return (
    <div className="typed-remarks">
      <span className="typed-label">{t('packets.remarks_on')}</span>
      {shown.map((one, i) => (
        <div key={i} className="typed-remark">
          <span>{i + 1}</span>
          <input className="input grow" aria-label={t('packets.remark_n', { n: i + 1 })} placeholder={i === shown.length - 1 ? t('packets.remark_next') : ''} value={one.words} onChange={(event) => set(i, { words: event.target.value })} />
          <select className="input" aria-label={t('packets.remark_file')} value={one.document} onChange={(event) => set(i, { document: event.target.value })}><option value="">{t('packets.remark_whole')}</option>{item.files.map(([id, name]) => <option key={id} value={id}>{name}</option>)}</select>
          <input className="input num" inputMode="numeric" aria-label={t('packets.remark_page')} placeholder={t('packets.remark_page')} value={one.page || ''} onChange={(event) => set(i, { page: Number(event.target.value.replace(/\D/g, '')) || 0 })} />
          <Check checked={one.for_letter} onChange={(for_letter) => set(i, { for_letter })}>{t('packets.for_letter')}</Check>
        </div>
      ))}
    </div>
  )
}
