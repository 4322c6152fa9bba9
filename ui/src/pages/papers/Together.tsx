//! Printing, signing and sealing several papers at once: the list to tick, the day, the hand, and one press. Each paper is recorded by
//! itself, so that one that cannot be leaves the others done.

import '../../acts/acts.css'
import { useState } from 'react'
import { failureOf, perform, print } from '../../api'
import { DayField } from '../../acts/fields'
import { given } from '../../acts/start'
import type { CommitteeView, PaperRow, PaperStep } from '../../generated/types'
import { useToday } from '../../here'
import { useLook } from '../../look'
import { ActButton, Check, Dialog, Lamp, NumberField, saidDone, TextField } from '../../parts'
import type { Failure } from '../../shape'
import { say, t } from '../../words'
import { nameOf } from './way'

interface Outcome {
  failure: Failure | null
}

export function Together({ step, rows, onClose }: { step: PaperStep; rows: readonly PaperRow[]; onClose(): void }) {
  const today = useToday()
  const [out, setOut] = useState<ReadonlySet<string>>(new Set())
  const [on, setOn] = useState(today)
  // Letters are signed by the chair; another name is typed over it.
  const { view: committee } = useLook<CommitteeView>(step === 'signed' ? { view: 'committee', on: null } : null)
  const [typedBy, setBy] = useState<string | null>(null)
  const by = typedBy ?? committee?.rows.find((row) => row.role === 'chair')?.member.name ?? ''
  const [copies, setCopies] = useState<number | null>(3)
  const [send, setSend] = useState(step === 'printed')
  const [busy, setBusy] = useState(false)
  const [outcomes, setOutcomes] = useState<Record<string, Outcome>>({})
  const chosen = rows.filter((row) => !out.has(row.id) && outcomes[row.id]?.failure !== null)
  const done = rows.filter((row) => outcomes[row.id]?.failure === null)
  const verb = t(`papers.do_${step}`, { n: chosen.length })

  const press = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    let ready = 0
    let troubled = false
    for (const row of chosen) {
      try {
        // A page that did not reach the printer is not recorded as printed.
        if (send) await print({ bytes: 'paper', id: row.id }, undefined, copies ?? 1)
        await perform(given('record_step', { paper: row.id, step, on: on || undefined, by, copies: step === 'printed' ? (copies ?? 1) : 0 }))
        ready += 1
        setOutcomes((was) => ({ ...was, [row.id]: { failure: null } }))
      } catch (thrown) {
        troubled = true
        const failure = failureOf(thrown)
        setOutcomes((was) => ({ ...was, [row.id]: { failure } }))
      }
    }
    setBusy(false)
    if (ready > 0) saidDone(rows.length === 1 ? t(`papers.did_${step}_one`, { name: nameOf(rows[0]!) }) : t(`papers.did_${step}`, { n: ready }))
    if (!troubled) onClose()
  }

  return (
    <Dialog
      title={t(`papers.title_${step}`)} about={rows.length > 1 ? t('papers.n_papers', { n: rows.length }) : undefined} width={560} onClose={onClose} focus="none"
      footNote={done.length > 0 ? t('papers.done_n', { n: done.length }) : undefined}
      foot={<>
        <ActButton combo="Escape" quiet onPress={onClose}>{done.length > 0 ? t('parts.close') : t('parts.cancel')}</ActButton>
        <ActButton main combo="Ctrl+Enter" working={busy} onPress={() => void press()} locked={chosen.length === 0 ? { reason: t('papers.none_chosen') } : undefined}>{verb}</ActButton>
      </>}
    >
      <div className="actform">
        <ul className="together">
          {rows.map((row) => {
            const outcome = outcomes[row.id]
            return (
              <li key={row.id}>
                {outcome?.failure === null ? <span className="together-done"><Lamp state="proven" size={14} /><Name row={row} /></span> : rows.length === 1 ? <Name row={row} /> : (
                  <Check checked={!out.has(row.id)} onChange={(yes) => setOut((was) => { const next = new Set(was); if (yes) next.delete(row.id); else next.add(row.id); return next })}><Name row={row} /></Check>
                )}
                {outcome?.failure ? <p className="field-error" role="alert">{say(outcome.failure)} <span className="second">{t('parts.code', { code: outcome.failure.code })}</span></p> : null}
              </li>
            )
          })}
        </ul>
        <div className="two">
          <DayField label={t(`papers.on_${step}`)} value={on} put={setOn} />
          {step === 'printed'
            ? <NumberField label={t('papers.copies_each')} unit={t('acts_paper.copies_unit')} value={copies} onChange={setCopies} />
            : <TextField label={t(step === 'signed' ? 'acts_paper.signed_by' : 'acts_paper.done_by')} hint={step === 'signed' ? undefined : t('acts_paper.by_hint')} value={by} onChange={setBy} />}
        </div>
        {step === 'printed' ? <Check checked={send} onChange={setSend}>{t('papers.send_to_printer')}</Check> : null}
      </div>
    </Dialog>
  )
}

const Name = ({ row }: { row: PaperRow }) => <span><strong>{row.number}</strong> {row.title} <span className="second">{row.addressee}</span></span>
