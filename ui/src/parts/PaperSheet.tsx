//! A paper over the page: look at it, print it, save it. For what is printed at once (day sheet, working of a date, roster, register) and
//! for reading a filed paper in full size.

import { useState } from 'react'
import { failureOf, openOutside, print, save, type PaperOut, type PaperRequest } from '../api'
import type { Failure } from '../shape'
import { useWatched, watched } from '../store'
import { t } from '../words'
import { ActButton } from './ActButton'
import { Dialog } from './Dialog'
import { ErrorPanel } from './ErrorPanel'
import { PaperPreview } from './PaperPreview'
import { saidDone } from './UndoLine'

interface Asked {
  request: PaperRequest
  title: string
}

const asked = watched<Asked | null>(null)
export const openPaper = (request: PaperRequest, title: string): void => asked.set({ request, title })

/** Drawn once by the frame. */
export function PaperSheetHost() {
  const what = useWatched(asked)
  return what ? <PaperSheet key={JSON.stringify(what.request)} {...what} onClose={() => asked.set(null)} /> : null
}

/** Saves through the system's dialog and says where it went. Throws what went wrong. */
export async function savePdf(of: unknown, title = t('parts.save_pdf')): Promise<boolean> {
  const saved = await save(of, { title, kinds: [{ name: 'PDF', endings: ['pdf'] }] })
  if (saved?.[0]) saidDone(t('parts.saved_to', { path: saved[0].path }))
  return saved !== null
}

export async function printPdf(of: unknown): Promise<void> {
  const done = await print(of)
  saidDone(done.went_to === 'printer' ? t('parts.printed', { printer: done.printer }) : t('parts.printed_viewer'))
}

function PaperSheet({ request, title, onClose }: Asked & { onClose(): void }) {
  const [out, setOut] = useState<PaperOut | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const of = { bytes: 'token', token: out?.token ?? '' }
  const ready = out?.token ? undefined : { reason: t('parts.setting') }
  const attempt = (work: () => Promise<unknown>): void => {
    setFailure(null)
    work().catch((thrown) => setFailure(failureOf(thrown)))
  }
  return (
    <Dialog
      title={title} about={out?.name} width={1000} flush cross focus="none" onClose={onClose}
      foot={
        <>
          <ActButton onPress={() => attempt(() => openOutside(of))} locked={ready}>{t('parts.open_outside')}</ActButton>
          <ActButton combo="Ctrl+KeyS" onPress={() => attempt(() => savePdf(of))} locked={ready}>{t('parts.save_pdf')}</ActButton>
          <ActButton main combo="Ctrl+KeyP" icon="printer" onPress={() => attempt(() => printPdf(of))} locked={ready}>{t('parts.print')}</ActButton>
        </>
      }
    >
      <div className="papersheet">
        {failure ? <ErrorPanel failure={failure} /> : null}
        <PaperPreview request={request} label={title} onSet={setOut} />
      </div>
    </Dialog>
  )
}
