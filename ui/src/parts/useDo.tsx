//! Doing something, from the press to the line at the foot: through the gate where the way is one-way, with a typed reason where the
//! law asks for one, with the reason and the way out where it stands in the way. A page says what it wants done and draws `doing.dialog`.

import { useCallback, useState, type ReactNode } from 'react'
import { failureOf, perform, type Act, type Done } from '../api'
import type { Failure, Finding } from '../shape'
import { say, t } from '../words'
import { ActButton } from './ActButton'
import { Dialog } from './Dialog'
import { ErrorPanel } from './ErrorPanel'
import { GateDialog, type GateDialogProps } from './GateDialog'
import { ReasonDialog } from './ReasonDialog'
import { saidDone } from './UndoLine'

export interface DoOptions {
  /** The verb on the buttons: 受理. */
  verb: string
  /** Set for a one-way gate: the summary to be read first. */
  gate?: Pick<GateDialogProps, 'title' | 'about' | 'facts' | 'children'>
  reasonTitle?: string
  phrases?: readonly string[]
  draft?: string
  /** After it is recorded. */
  then?(done: Done): void
  /** Takes the failure instead of the dialog: a form that marks its field. Answer true when it was shown. */
  caught?(failure: Failure): boolean
  /** Takes the act back, offered in the foot line. */
  undo?: () => void
  /** No foot line: the page shows it by itself (a vote in the grid). */
  silent?: boolean
}

type Stage =
  | { at: 'gate' }
  | { at: 'reason'; findings: readonly Finding[] }
  | { at: 'failed'; failure: Failure }

interface Asked {
  act: Act
  options: DoOptions
  stage: Stage | null
}

export interface Doing {
  /** Starts an act. While one is being written further presses do nothing. */
  run(act: Act, options: DoOptions): void
  working: boolean
  /** Put it once anywhere in the page. */
  dialog: ReactNode
}

export function useDo(): Doing {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [working, setWorking] = useState(false)

  const send = useCallback(async (act: Act, options: DoOptions, reasons: Record<string, string>) => {
    setWorking(true)
    try {
      const done = await perform(act, { reasons, ...(options.draft ? { draft: options.draft } : {}) })
      setAsked(null)
      if (!options.silent) saidDone(say(done.made) || t('parts.done', { verb: options.verb }), options.undo)
      options.then?.(done)
    } catch (thrown) {
      const failure = failureOf(thrown)
      if (failure.kind === 'needs_reason') setAsked({ act, options, stage: { at: 'reason', findings: failure.findings } })
      else if (options.caught?.(failure)) setAsked(null)
      else setAsked({ act, options, stage: { at: 'failed', failure } })
    } finally {
      setWorking(false)
    }
  }, [])

  const run = useCallback((act: Act, options: DoOptions) => {
    if (options.gate) setAsked({ act, options, stage: { at: 'gate' } })
    else void send(act, options, {})
  }, [send])

  let dialog: ReactNode = null
  if (asked?.stage) {
    const { act, options, stage } = asked
    const close = (): void => setAsked(null)
    if (stage.at === 'gate' && options.gate) {
      dialog = (
        <GateDialog
          {...options.gate} verb={options.verb} act={act} working={working} onCancel={close}
          onPass={(findings) => {
            if (findings.some((finding) => finding.verdict === 'ask')) setAsked({ act, options, stage: { at: 'reason', findings } })
            else void send(act, options, {})
          }}
        />
      )
    } else if (stage.at === 'reason') {
      dialog = <ReasonDialog title={options.reasonTitle} verb={options.verb} findings={stage.findings} phrases={options.phrases ?? []} working={working} onCancel={close} onGiven={(reasons) => void send(act, options, reasons)} />
    } else if (stage.at === 'failed') {
      const { failure } = stage
      dialog = (
        <Dialog
          title={failure.kind === 'blocked' ? t('parts.cannot_now', { verb: options.verb }) : t('parts.not_done', { verb: options.verb })} onClose={close} width={480} focus="none"
          foot={<><ActButton main combo="Escape" quiet onPress={close}>{t('parts.close')}</ActButton></>}
        >
          <ErrorPanel failure={failure} />
        </Dialog>
      )
    }
  }
  return { run, working, dialog }
}
