//! The lines of the aftermath as the page needs them: which paper each stands for, how far that paper is and what its check still
//! asks for. Findings, dates and outcomes are the desk's; the acts are in works.ts.

import type { AftermathLine, AftermathView, Finding, ItemView, MeetingView, PaperState } from '../../generated/types'
import type { LampState } from '../../parts'
import { isEnglish, say, t } from '../../words'

/** What the desk says of a line since it names the paper's kind and state; a desk that does not is read from the meeting's papers. */
type Told = AftermathLine & { kind?: string; state?: PaperState | null; number?: string; title_en?: string; votes_en?: string }

export interface Line {
  line: AftermathLine
  item: ItemView | undefined
  kind: string
  state: PaperState | null
  number: string
  /** Not drafted yet: may be ticked off. */
  open: boolean
}

export function linesOf(view: AftermathView, meeting: MeetingView | null): Line[] {
  return (view.lines as Told[]).filter((line) => line.group !== 'date').map((line) => {
    const filed = meeting?.papers.find((paper) => paper.id === line.paper)
    const state = line.paper ? (line.state ?? filed?.state ?? 'draft') : null
    return {
      line, item: meeting?.items.find((one) => one.id === line.item), state, number: line.number || filed?.number || '', open: line.paper === null,
      kind: line.kind || (line.key.startsWith('record:') ? line.key.slice(7) : (filed?.kind ?? '')),
    }
  })
}

export const titleOf = (line: AftermathLine): string => (isEnglish() && (line as Told).title_en) || line.title
export const votesOf = (line: AftermathLine): string => (isEnglish() && (line as Told).votes_en) || line.votes

const ORDER = ['block', 'ask', 'note', 'fine']
export const worstOf = (findings: readonly Finding[]): Finding | undefined => [...findings].sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict))[0]
/** That a letter goes out late can no longer be mended; it is said in its row. */
const tellsOnly = (finding: Finding): boolean => finding.verdict === 'fine' || (finding.verdict === 'note' && finding.rule.startsWith('E17.'))
/** What is still to be supplied before the paper can be issued. */
export const wanting = (line: Line): Finding[] => (line.state === 'issued' ? [] : line.line.findings.filter((finding) => !tellsOnly(finding)))

export function checkOf(line: Line): { lamp: LampState; words: string; tone: 'amber' | undefined } {
  if (line.state === 'issued') return { lamp: 'proven', words: line.number || t('aftermath.issued_plain'), tone: undefined }
  const worst = worstOf(line.line.findings)
  if (worst && worst.verdict !== 'fine') return { lamp: worst.verdict === 'block' ? 'blocked' : worst.verdict === 'ask' ? 'risk' : 'note', words: say(worst), tone: wanting(line).length > 0 ? 'amber' : undefined }
  if (line.state === 'draft') return { lamp: 'proven', words: t('aftermath.draft'), tone: undefined }
  return { lamp: 'proven', words: t('aftermath.passed'), tone: undefined }
}

/** Not decided and past its limit: the extension is only proposed until the chair has confirmed it. */
export const proposed = (line: Line): string | null => (line.line.group === 'letter' && line.line.date ? line.line.date : null)
