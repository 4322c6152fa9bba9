//! Scans that came in: each goes to the paper it is of. A file whose name holds the number of a letter, or of its case, is offered with
//! that letter; the others wait for a choice. What is on the page is not read.

import '../../acts/acts.css'
import { useState } from 'react'
import { failureOf, perform } from '../../api'
import { DayField } from '../../acts/fields'
import { given } from '../../acts/start'
import type { PaperRow, TakenFile } from '../../generated/types'
import { useToday } from '../../here'
import { ActButton, Choose, Dialog, Icon, saidDone } from '../../parts'
import { say, t } from '../../words'
import { guess, nameOf } from './way'

export function Scans({ files, rows, onClose, onFiled }: { files: readonly TakenFile[]; rows: readonly PaperRow[]; onClose(): void; onFiled(filed: ReadonlySet<string>): void }) {
  const today = useToday()
  const [to, setTo] = useState<Record<string, string>>(() => Object.fromEntries(files.map((file) => [file.sha256, guess(file.name, rows)])))
  const [on, setOn] = useState(today)
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const [busy, setBusy] = useState(false)
  const ready = files.filter((file) => to[file.sha256])
  const twice = ready.length !== new Set(ready.map((file) => to[file.sha256])).size
  const press = async (): Promise<void> => {
    if (busy) return
    setBusy(true)
    const told: Record<string, string> = {}
    const now = new Set<string>()
    for (const file of ready) {
      try {
        await perform(given('record_step', { paper: to[file.sha256]!, step: 'scanned', on: on || undefined, scan: file.sha256 }))
        now.add(file.sha256)
      } catch (thrown) {
        told[file.sha256] = say(failureOf(thrown))
      }
    }
    setBusy(false)
    setWrong(told)
    if (now.size > 0) { onFiled(now); saidDone(t('papers.scans_filed', { n: now.size })) }
    if (now.size === files.length) onClose()
  }
  return (
    <Dialog
      title={t('papers.scans_title')} about={t('papers.n_files', { n: files.length })} width={640} onClose={onClose} footNote={t('papers.scans_note')}
      foot={<>
        <ActButton combo="Escape" quiet onPress={onClose}>{t('papers.later')}</ActButton>
        <ActButton main combo="Ctrl+Enter" working={busy} onPress={() => void press()} locked={ready.length === 0 ? { reason: t('papers.scans_choose') } : twice ? { reason: t('papers.scans_twice') } : undefined}>{ready.length === 0 ? t('papers.scans_verb') : t('papers.scans_do', { n: ready.length })}</ActButton>
      </>}
    >
      <div className="actform">
        {rows.length === 0 ? <p className="second">{t('papers.scans_none_wait')}</p> : null}
        {files.map((file) => (
          <Choose
            key={file.sha256} label={<span className="row"><Icon name="file" size={14} /><span>{file.name}</span></span>} placeholder={t('papers.scans_pick')} error={wrong[file.sha256]}
            options={rows.map((row) => ({ key: row.id, words: nameOf(row), about: `${row.number ? row.title : ''} ${row.addressee}`.trim(), also: row.case_number }))}
            value={to[file.sha256] ?? ''} onChange={(id) => setTo((was) => ({ ...was, [file.sha256]: id }))}
          />
        ))}
        <DayField label={t('papers.on_scanned')} value={on} put={setOn} />
      </div>
    </Dialog>
  )
}
