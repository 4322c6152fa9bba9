//! Passing an `Ask`: what is being passed, the facts with the article, and a box for the reason. Phrases used before are offered
//! below, never filled in. The verb stays locked until ten characters that are neither spaces nor punctuation.

import './reasondialog.css'
import { useState, type ReactNode } from 'react'
import type { Finding } from '../shape'
import { say, t } from '../words'
import { ActButton } from './ActButton'
import { ArticleLinks } from './ArticleLink'
import { Dialog } from './Dialog'
import { inOrder } from './Finding'

export const LEAST = 10
const MOST = 300

/** Letters and digits of any script, as the desk counts them. */
export const counted = (text: string): number => [...text].filter((c) => /[\p{L}\p{N}]/u.test(c)).length

export interface ReasonDialogProps {
  /** What is being passed: 超过内部时限后受理，请写明理由. Made from the verb when left out. */
  title?: string | undefined
  /** The verb of the act: 受理. */
  verb: string
  findings: readonly Finding[]
  /** Phrases used before for the same rule. */
  phrases?: readonly string[]
  working?: boolean
  onCancel(): void
  onGiven(reasons: Record<string, string>): void
  children?: ReactNode
}

export function ReasonDialog({ title, verb, findings, phrases = [], working = false, onCancel, onGiven, children }: ReasonDialogProps) {
  const asks = inOrder(findings).filter((finding) => finding.verdict === 'ask')
  const [texts, setTexts] = useState<Record<string, string>>({})
  const rules = [...new Set(asks.map((finding) => finding.rule))]
  const short = rules.filter((rule) => counted(texts[rule] ?? '') < LEAST)
  const ready = short.length === 0
  const give = (): void => { if (ready && !working) onGiven(Object.fromEntries(rules.map((rule) => [rule, (texts[rule] ?? '').trim()]))) }
  return (
    <Dialog
      title={title ?? t('parts.reason_title', { verb })} onClose={onCancel} width={440}
      foot={
        <>
          <ActButton combo="Escape" onPress={onCancel} quiet>{t('parts.cancel')}</ActButton>
          <ActButton main combo="Ctrl+Enter" onPress={give} working={working} locked={ready ? undefined : { reason: t('parts.reason_short', { n: LEAST }) }}>{t('parts.reason_do', { verb })}</ActButton>
        </>
      }
    >
      {rules.map((rule) => {
        const mine = asks.filter((finding) => finding.rule === rule)
        const text = texts[rule] ?? ''
        return (
          <div key={rule} className="reason">
            {mine.map((finding, i) => <p className="reason-fact" key={i}>{say(finding)} <ArticleLinks cites={finding.cites} /></p>)}
            <textarea className="input" rows={2} maxLength={MOST} value={text} aria-label={t('parts.reason')} onChange={(event) => setTexts({ ...texts, [rule]: event.target.value })} />
            {phrases.length > 0 ? (
              <div className="reason-phrases"><span className="hint">{t('parts.phrases')}</span>{phrases.map((phrase) => <button type="button" key={phrase} className="link" onClick={() => setTexts({ ...texts, [rule]: phrase })}>{phrase}</button>)}</div>
            ) : null}
          </div>
        )
      })}
      <p className="hint">{t('parts.reason_seen', { n: LEAST })}</p>
      {children}
    </Dialog>
  )
}
