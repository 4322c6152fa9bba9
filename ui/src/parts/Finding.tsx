//! What a rule says, as a row: lamp, label, sentence, articles, one act at the right. Worst first; what is proven folds into one
//! line when there is much of it. The rows are read, never judged, here.

import './finding.css'
import { useState, type ReactNode } from 'react'
import type { Finding, Verdict } from '../shape'
import { say, sayOf, t } from '../words'
import { ArticleLinks } from './ArticleLink'
import { Lamp, lampOf } from './Lamp'

const ORDER: Verdict[] = ['block', 'ask', 'note', 'fine']

export interface FindingRowProps {
  finding: Finding
  /** With the word of the verdict: 过不去, 写理由可过. */
  label?: boolean
  /** The act at the right: the way out, 写理由…, 算式. */
  act?: { words: ReactNode; run(): void } | undefined
  /** The facts behind a proven finding, shown below when asked for. */
  facts?: boolean
}

export function FindingRow({ finding, label = true, act, facts = false }: FindingRowProps) {
  const way = sayOf(finding, 'way')
  const [open, setOpen] = useState(false)
  const hasFacts = facts && finding.facts !== null && finding.facts !== undefined
  return (
    <div className={`finding finding-${finding.verdict}`} data-rule={finding.rule}>
      <Lamp state={lampOf(finding.verdict)} size={14} />
      <div className="finding-text">
        {label ? <strong>{t(`parts.verdict_${finding.verdict}`)}</strong> : null}
        {say(finding)} <ArticleLinks cites={finding.cites} />
        {way && finding.verdict !== 'fine' ? <div className="second">{way}</div> : null}
        {open ? <Facts facts={finding.facts} /> : null}
      </div>
      {act ? <button type="button" className="link finding-act" onClick={act.run}>{act.words}</button> : null}
      {!act && hasFacts ? <button type="button" className="link finding-act" aria-expanded={open} onClick={() => setOpen(!open)}>{t('parts.arithmetic')}</button> : null}
    </div>
  )
}

/** Facts and numbers as they went into the rule. Names of fields are the rule's own. */
function Facts({ facts }: { facts: unknown }) {
  if (typeof facts !== 'object' || facts === null) return <code className="finding-facts">{String(facts)}</code>
  return (
    <dl className="finding-facts">
      {Object.entries(facts).map(([name, value]) => (
        <div key={name}><dt>{name}</dt><dd>{typeof value === 'object' ? JSON.stringify(value) : String(value)}</dd></div>
      ))}
    </dl>
  )
}

export interface FindingListProps {
  findings: readonly Finding[]
  label?: boolean
  /** The act of a finding, if it has one. */
  actOf?(finding: Finding): FindingRowProps['act']
  facts?: boolean
  /** Shown when there is nothing to say. */
  none?: ReactNode
}

export const inOrder = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict))

const FOLD_ABOVE = 4

export function FindingList({ findings, label = false, actOf, facts = false, none }: FindingListProps) {
  const [open, setOpen] = useState(false)
  const sorted = inOrder(findings)
  const fine = sorted.filter((finding) => finding.verdict === 'fine')
  const folded = fine.length > FOLD_ABOVE && !open
  const shown = folded ? sorted.filter((finding) => finding.verdict !== 'fine') : sorted
  if (sorted.length === 0) return none ? <>{none}</> : null
  return (
    <div className="findings">
      {shown.map((finding, i) => <FindingRow key={`${finding.rule}${i}`} finding={finding} label={label} act={actOf?.(finding)} facts={facts} />)}
      {folded ? (
        <div className="finding finding-fine">
          <Lamp state="proven" size={14} />
          <div className="finding-text">{t('parts.fine_folded', { n: fine.length })}</div>
          <button type="button" className="link finding-act" onClick={() => setOpen(true)}>{t('parts.unfold')}</button>
        </div>
      ) : null}
    </div>
  )
}
