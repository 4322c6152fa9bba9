//! Steps six and seven. The recovery sheet goes to paper without being shown: on screen the groups to be copied back are masked. Two
//! groups copied from the paper prove that it can be read. Then a copy that is read back and compared.

import { useRef, useState } from 'react'
import { failureOf, file, openFolder, print, save, setPaper } from '../../api'
import { useFrameView } from '../../here'
import { minuteNow } from '../../minute'
import { Dialog, ActButton, ErrorPanel, Lamp, TextField } from '../../parts'
import { Task, useSlow } from '../../parts/Working'
import { dateWords } from '../../dates'
import type { Failure } from '../../shape'
import { t } from '../../words'
import type { StepProps } from './step'
import { checksOf, groupsOf, plain, type Kept } from './state'

/** How stock tools open the file when this program is gone, for the back of the sheet. */
const without = (): string[] => [1, 2, 3].map((n) => t(`wizard.without_${n}`))

export function Recovery({ v, put, secretary }: StepProps & { secretary: string }) {
  const frame = useFrameView()
  const groups = groupsOf(v.sheet)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [working, setWorking] = useState(false)
  const [byHand, setByHand] = useState(false)
  const printIt = (toFile: boolean): void => {
    if (!v.sheet || working) return
    setWorking(true)
    setFailure(null)
    const work = async (): Promise<void> => {
      const out = await setPaper({ paper: 'print', kind: 'recovery_sheet', lines: v.sheet!.lines, file_id: v.sheet!.file_id, name: frame?.file || v.name, by: secretary, without_program: without() })
      if (out.failure) return setFailure(out.failure)
      if (toFile) {
        const saved = await save({ bytes: 'token', token: out.token }, { title: t('wizard.save'), kinds: [{ name: 'PDF', endings: ['pdf'] }] })
        if (saved) put({ printed: t('wizard.saved_at', { minute: minuteNow() }) })
        return
      }
      const done = await print({ bytes: 'token', token: out.token })
      put({ printed: t(done.went_to === 'printer' ? 'wizard.printed_at' : 'wizard.printed_viewer', { minute: minuteNow() }) })
    }
    work().catch((thrown) => setFailure(failureOf(thrown))).finally(() => setWorking(false))
  }
  const right = (i: number): boolean => v.ask[i]! > 0 && plain(v.typed[i]!) === groups[v.ask[i]! - 1]?.words
  if (v.copied) {
    return <div className="wizard-rows"><Row state="proven" words={t('wizard.copied_done')} />{v.shelf ? <Row state="proven" words={t('wizard.shelved', { shelf: v.shelf })} /> : null}</div>
  }
  if (!v.sheet) return <p className="wizard-say">{t('wizard.sheet_gone')}</p>
  return (
    <div className="wizard-rows">
      <Row state="proven" words={t('wizard.passphrase_set')} />
      <Row state={v.printed ? 'proven' : 'waiting'} words={v.printed || t('wizard.print_first')}>
        <div className="row wrap wizard-row-acts">
          <ActButton icon="printer" combo="Ctrl+KeyP" onPress={() => printIt(false)} working={working}>{v.printed ? t('wizard.print_again') : t('wizard.print')}</ActButton>
          <button type="button" className="link" onClick={() => printIt(true)}>{t('wizard.save')}</button>
          <button type="button" className="link" onClick={() => setByHand(true)}>{t('wizard.by_hand')}</button>
        </div>
        {failure ? <ErrorPanel failure={failure} /> : null}
      </Row>
      <Row state={right(0) && right(1) ? 'proven' : v.printed ? 'waiting' : 'dormant'} strong={v.printed !== ''} words={t('wizard.copy_back', { one: v.ask[0], two: v.ask[1] })}>
        <Groups typed={v.typed} onTyped={(typed) => put({ typed })} right={[right(0), right(1)]} ask={v.ask} />
      </Row>
      <Row state={v.shelf ? 'proven' : 'dormant'} words={t('wizard.shelf')}>
        <TextField label={<span className="unseen">{t('wizard.shelf')}</span>} placeholder={t('wizard.shelf_like')} width={380} value={v.shelf} onChange={(shelf) => put({ shelf })} />
      </Row>
      {byHand ? (
        <Dialog title={t('wizard.by_hand_title')} width={560} focus="none" onClose={() => { setByHand(false); if (!v.printed) put({ printed: t('wizard.written_at', { minute: minuteNow() }) }) }} foot={<ActButton main combo="Escape" quiet onPress={() => { setByHand(false); if (!v.printed) put({ printed: t('wizard.written_at', { minute: minuteNow() }) }) }}>{t('wizard.by_hand_done')}</ActButton>}>
          <p className="wizard-say">{t('wizard.by_hand_about')}</p>
          <ol className="wizard-byhand">{v.sheet.lines.map((line, i) => <li key={i}><code>{line}</code></li>)}</ol>
          <p className="second">{v.sheet.file_id}</p>
        </Dialog>
      ) : null}
    </div>
  )
}

function Row({ state, words, strong = false, children }: { state: 'proven' | 'waiting' | 'dormant'; words: string; strong?: boolean; children?: React.ReactNode }) {
  return <section className={`wizard-row wizard-${state}`}><Lamp state={state} size={18} /><div className="grow"><p className={strong && state !== 'proven' ? 'strong' : undefined}>{words}</p>{children}</div></section>
}

/** Eight boxes, a sign each; the pen moves on by itself, Backspace goes back. */
function Groups({ typed, onTyped, right, ask }: { typed: [string, string]; onTyped(typed: [string, string]): void; right: [boolean, boolean]; ask: [number, number] }) {
  const box = useRef<HTMLDivElement>(null)
  const cells = [0, 1].flatMap((g) => [0, 1, 2, 3].map((i) => ({ g, i })))
  const focus = (at: number): void => box.current?.querySelectorAll<HTMLInputElement>('input')[Math.max(0, Math.min(7, at))]?.focus()
  const write = (at: number, text: string): void => {
    const signs = plain(text)
    const all = [...typed[0].padEnd(4, ' ').slice(0, 4), ...typed[1].padEnd(4, ' ').slice(0, 4)]
    if (signs === '') all[at] = ' '
    else [...signs].forEach((sign, k) => { if (at + k < 8) all[at + k] = sign })
    onTyped([all.slice(0, 4).join('').trimEnd(), all.slice(4).join('').trimEnd()])
    if (signs !== '') focus(at + signs.length)
  }
  return (
    <>
      <div className="wizard-groups" ref={box}>
        {cells.map(({ g, i }, at) => {
          const sign = (typed[g as 0 | 1].padEnd(4, ' ')[i] ?? ' ').trim()
          return (
            <input
              key={at} data-first={at === 0 || undefined} className={`input wizard-sign${i === 0 && g === 1 ? ' wizard-sign-gap' : ''}`} value={sign.toUpperCase()} inputMode="text" autoComplete="off" spellCheck={false} aria-label={t('wizard.sign', { group: ask[g as 0 | 1], n: i + 1 })}
              onFocus={(event) => event.currentTarget.select()} onChange={(event) => write(at, event.target.value.replace(sign.toUpperCase(), '') || event.target.value)}
              onPaste={(event) => { event.preventDefault(); write(at, event.clipboardData.getData('text')) }}
              onKeyDown={(event) => {
                if (event.key === 'Backspace') { event.preventDefault(); write(at, ''); if (sign === '') { write(at - 1 < 0 ? 0 : at - 1, ''); focus(at - 1) } }
                if (event.key === 'ArrowLeft') { event.preventDefault(); event.stopPropagation(); focus(at - 1) }
                if (event.key === 'ArrowRight') { event.preventDefault(); event.stopPropagation(); focus(at + 1) }
              }}
            />
          )
        })}
      </div>
      <p className="wizard-groups-said" role="status">
        {[0, 1].map((g) => {
          const n = plain(typed[g as 0 | 1]).length
          return <span key={g}>{right[g as 0 | 1] ? <>{t('wizard.group_right', { n: ask[g as 0 | 1] })} <Lamp state="proven" size={15} /></> : n < 4 ? t('wizard.group_left', { n: ask[g as 0 | 1], left: 4 - n }) : <span className="red">{t('wizard.group_wrong', { n: ask[g as 0 | 1] })}</span>}</span>
        })}
      </p>
    </>
  )
}

/** How the sheet looks; what is to be copied back, and a few others, stay black here. */
export function RecoverySample({ v }: { v: Kept }) {
  const frame = useFrameView()
  const groups = groupsOf(v.sheet)
  const checks = checksOf(v.sheet)
  const hidden = (n: number): boolean => v.ask.includes(n) || n % 5 === 1 || n % 7 === 3
  return (
    <aside className="wizard-side">
      <p className="second">{t('wizard.sheet_sample')}</p>
      <div className="wizard-paper">
        <h3>{t('wizard.sheet_title')}</h3>
        <p>{frame?.committee || v.body.name}</p>
        <p>{t('wizard.sheet_made', { date: frame ? dateWords(frame.today, { full: true }) : '', by: frame?.secretary || v.body.secretary })}</p>
        <div className="wizard-code" aria-hidden="true">
          {v.copied || groups.length === 0 ? <span>{t('wizard.sheet_on_paper')}</span> : [0, 1, 2, 3, 4, 5].map((line) => <code key={line}>{groups.slice(line * 4, line * 4 + 4).map((group) => (hidden(group.n) ? '████' : group.words.toUpperCase())).join(' ')} · {hidden(line * 4 + 1) || hidden(line * 4 + 2) ? '██' : checks[line]?.toUpperCase()}</code>)}
        </div>
        <h4>{t('wizard.sheet_how')}</h4>
        <p>{t('wizard.sheet_how_1')}</p>
        <p>{t('wizard.sheet_how_2')}</p>
        <h4>{t('wizard.sheet_keep')}</h4>
        <p>{t('wizard.sheet_keep_1')}</p>
        <p className="wizard-paper-foot">{t('wizard.sheet_foot')}</p>
      </div>
    </aside>
  )
}

interface CopyInfo { path: string; name: string; seq: number; size: number; verified: boolean }

export function Copy({ v, put }: StepProps) {
  const [failure, setFailure] = useState<Failure | null>(null)
  const [working, setWorking] = useState(false)
  const slow = useSlow(working, 300)
  const copy = (): void => {
    if (working) return
    setFailure(null)
    const work = async (): Promise<void> => {
      const folder = await openFolder({ title: t('wizard.copy_choose') })
      if (folder === null) return
      setWorking(true)
      const info = await file<CopyInfo>({ file: 'copy_to', folder })
      put({ copy: info.path })
    }
    work().catch((thrown) => setFailure(failureOf(thrown))).finally(() => setWorking(false))
  }
  return (
    <div className="wizard-rows">
      <Row state={v.copy ? 'proven' : 'waiting'} strong words={v.copy ? t('wizard.copy_done', { path: v.copy }) : t('wizard.copy_none')}>
        {slow ? <Task title={t('wizard.copy_working')}>{t('wizard.copy_working_about')}</Task> : (
          <div className="wizard-row-acts"><ActButton onPress={copy} working={working} icon="folder">{v.copy ? t('wizard.copy_again') : t('wizard.copy_do')}</ActButton></div>
        )}
        {failure ? <ErrorPanel failure={failure} /> : null}
      </Row>
      <Row state="dormant" words={t('wizard.copy_weekly')} />
      <Row state="dormant" words={t('wizard.copy_next')} />
    </div>
  )
}
