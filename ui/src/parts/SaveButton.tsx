//! Saves a list as an Excel workbook or the dates as a calendar file through the system's own dialog, and says where it went. A disk that
//! refuses is told in a dialog: nothing was half-written.

import { useState } from 'react'
import { failureOf, save } from '../api'
import type { Failure } from '../shape'
import { t } from '../words'
import { ActButton } from './ActButton'
import { Dialog } from './Dialog'
import { ErrorPanel } from './ErrorPanel'
import { saidDone } from './UndoLine'

/** A list under its view's own filters, or the dates of one meeting or of everything. */
type Out = { bytes: 'table'; list: string; with: unknown } | { bytes: 'calendar'; meeting: string | null }

export function SaveButton({ of }: { of: Out }) {
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const kind = of.bytes === 'table' ? 'excel' : 'ics'
  const press = (): void => {
    if (busy) return
    setBusy(true)
    save(of, { title: t(`parts.${kind}_save`), kinds: [{ name: kind === 'excel' ? 'Excel' : 'iCalendar', endings: [kind === 'excel' ? 'xlsx' : 'ics'] }] }).then(
      (files) => { if (files?.[0]) saidDone(t('parts.saved_to', { path: files[0].path })) },
      (thrown) => setFailure(failureOf(thrown)),
    ).finally(() => setBusy(false))
  }
  return (
    <>
      <ActButton quiet onPress={press} working={busy || undefined}>{t(`parts.${kind}`)}</ActButton>
      {failure ? <Dialog title={t(`parts.${kind}`)} onClose={() => setFailure(null)} foot={<ActButton main combo="Escape" onPress={() => setFailure(null)}>{t('parts.close')}</ActButton>}><ErrorPanel failure={failure} /></Dialog> : null}
    </>
  )
}
