//! A one-way gate: 受理, 关闭表决, 签发, 登记送达. A summary to read, each check with its lamp, and what can still be done afterwards.
//! Focus starts on neither button; the first Tab reaches the verb. It does not ask whether one is sure.

import './reasondialog.css'
import { useEffect, useState, type ReactNode } from 'react'
import { failureOf, rehearse, type Act } from '../api'
import type { Failure, Finding } from '../shape'
import { say, t } from '../words'
import { ActButton } from './ActButton'
import { Dialog } from './Dialog'
import { ErrorPanel } from './ErrorPanel'
import { FindingList, inOrder } from './Finding'

export interface GateDialogProps {
  /** What is about to be fixed: 签发江大智伦〔2026〕62号. */
  title: string
  verb: string
  /** What cannot be taken back and what remains possible: 签发后文号不收回，文件锁定；有错只能作废重发。 */
  about: ReactNode
  /** Facts to read before: name and value. */
  facts?: readonly { name: ReactNode; value: ReactNode }[]
  /** The act, rehearsed for its checks when the dialog opens; nothing is written by that. */
  act?: Act
  /** Or checks already at hand. */
  findings?: readonly Finding[]
  working?: boolean
  onCancel(): void
  onPass(findings: readonly Finding[]): void
  children?: ReactNode
}

export function GateDialog({ title, verb, about, facts = [], act, findings: given, working = false, onCancel, onPass, children }: GateDialogProps) {
  const [found, setFound] = useState<readonly Finding[] | null>(given ?? (act ? null : []))
  const [failure, setFailure] = useState<Failure | null>(null)
  const face = act ? JSON.stringify(act) : ''
  useEffect(() => {
    if (face === '') return
    let live = true
    rehearse(JSON.parse(face) as Act).then((findings) => live && setFound(findings), (thrown) => live && setFailure(failureOf(thrown)))
    return () => { live = false }
  }, [face])
  const findings = given ?? found
  const block = findings ? inOrder(findings).find((finding) => finding.verdict === 'block') : undefined
  const locked = failure ? { reason: say(failure) } : block ? { finding: block } : findings === null ? { reason: t('parts.checking') } : undefined
  return (
    <Dialog
      title={title} onClose={onCancel} width={480} focus="none"
      foot={
        <>
          <ActButton combo="Escape" onPress={onCancel} quiet>{t('parts.look_again')}</ActButton>
          <ActButton main combo="Ctrl+Enter" working={working} onPress={() => onPass(findings ?? [])} locked={locked}>{verb}</ActButton>
        </>
      }
    >
      <div className="gate">
        <p className="gate-about">{about}</p>
        {facts.length > 0 ? <dl className="gate-facts">{facts.map((fact, i) => <div key={i}><dt>{fact.name}</dt><dd>{fact.value}</dd></div>)}</dl> : null}
        {children}
        {failure ? <ErrorPanel failure={failure} /> : findings ? <FindingList findings={findings} /> : null}
      </div>
    </Dialog>
  )
}

/** What was and what is now: 弃权 → 修改后再审. */
export function Correction({ before, after, about }: { before: ReactNode; after: ReactNode; about?: ReactNode }) {
  return <p className="correction"><s>{before}</s> → <strong>{after}</strong>{about ? <span className="second"> {about}</span> : null}</p>
}
