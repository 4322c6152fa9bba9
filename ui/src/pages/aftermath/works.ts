//! What can be done with a line of the aftermath: the act that supplies what is missing, its paper, its preview.

import { startAct } from '../../acts/start'
import type { PaperRequest } from '../../api'
import type { Finding } from '../../generated/types'
import { hasPage } from '../../pages'
import { openPaper } from '../../parts'
import { go } from '../../router'
import { sayOf, t } from '../../words'
import { proposed, type Line } from './lines'

export function openLine(id: string): void {
  if (hasPage('paper')) go('paper', id)
  else go('papers', undefined, { paper: id })
}

/** The act that supplies what is missing. */
export function mendOf(line: Line, finding: Finding | null): { words: string; run(): void } | undefined {
  const of = line.item?.case
  if (of && (finding === null || /^M16\.(ext|new_due)/.test(finding.rule)) && proposed(line)) {
    return { words: t('aftermath.extend'), run: () => startAct('extend', { case: of, with: { ground: 'other', new_due: proposed(line) ?? '', facts: line.item?.item.outcome?.reason ?? '' } }) }
  }
  if (of && line.item?.item.outcome?.decision) return { words: t('aftermath.write'), run: () => startAct('write_decision', { case: of }) }
  if (line.line.paper) { const paper = line.line.paper; return { words: t('aftermath.see_paper'), run: () => openLine(paper) } }
  if (of) return { words: t('aftermath.open_case'), run: () => go('case', of) }
  return undefined
}

export function previewOf(line: Line, meeting: string): PaperRequest | null {
  if (line.line.paper) return { paper: 'preview', id: line.line.paper }
  if (!line.kind) return null
  const about = line.line.group === 'record' ? { meeting } : line.kind === 'extension_notice' && line.item ? { case: line.item.case, round: line.item.item.round } : { item: line.line.item }
  return { paper: 'draft_preview', kind: line.kind, about }
}

export function preview(line: Line | undefined, meeting: string): void {
  const request = line ? previewOf(line, meeting) : null
  if (line && request) openPaper(request, `${sayOf(line.line, 'paper')}　${line.line.title}`)
}
