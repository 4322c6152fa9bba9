//! The way of a letter as the register shows it: its five steps, how each stands, and which act is next. What may be done is decided by
//! the desk when the act is performed.

import { startAct } from '../../acts/start'
import type { PaperRow, PaperStep } from '../../generated/types'
import type { StepState } from '../../parts/PaperSteps'
import { t } from '../../words'

export const STEPS: PaperStep[] = ['printed', 'signed', 'sealed', 'scanned', 'served']
/** Steps that can be recorded for many at once: the same day, the same hand. */
export const TOGETHER: PaperStep[] = ['printed', 'signed', 'sealed']

export const stepState = (row: PaperRow, step: PaperStep): StepState => {
  if (!row.steps.includes(step)) return 'none'
  if (row.done.some((done) => done.step === step)) return 'done'
  return row.state === 'issued' && row.next === step ? 'now' : 'later'
}

/** 江大智伦〔2026〕 and 62号, when the number is written so. */
export const numberParts = (number: string): { series: string; short: string } => {
  const found = /^(.*〔\d{4}〕)(\d+号)$/.exec(number)
  return found ? { series: found[1]!, short: found[2]! } : { series: '', short: number }
}

/** The series most rows are of: it stands once, in the head. */
export function commonSeries(rows: readonly PaperRow[]): string {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const { series } = numberParts(row.number)
    if (series) counts.set(series, (counts.get(series) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

export const nameOf = (row: PaperRow): string => row.number || row.title

/** The words of the act that comes next: 登记签字…. Empty when nothing is to be done. */
export function nextWords(row: PaperRow): string {
  if (row.state === 'draft') return t('papers.act_issue')
  if (row.state === 'void' || row.next === null) return ''
  return t(`papers.act_${row.next}`)
}

/** Starts it. Printing, signing and sealing go through the page's own dialog, so that they can be done together. */
export function startNext(row: PaperRow, together: (step: PaperStep, rows: PaperRow[]) => void): void {
  if (row.state === 'draft') startAct('issue_paper', { paper: row.id })
  else if (row.next === 'served') startAct('record_service', { paper: row.id })
  else if (row.next === 'scanned') startAct('record_step', { paper: row.id, words: t('papers.act_scanned'), with: { step: 'scanned' } })
  else if (row.next) together(row.next, [row])
}

/** The paper a file's name speaks of: 62号, or JZU-AI-2026-0050. */
export function guess(name: string, rows: readonly PaperRow[]): string {
  const plain = name.replace(/\s+/g, '')
  const holds = (number: string): boolean => new RegExp(`(^|\\D)${number}\\s*号`).test(name)
  const byNumber = rows.filter((row) => { const digits = /(\d+)号$/.exec(numberParts(row.number).short)?.[1]; return digits !== undefined && (plain.includes(row.number) || holds(digits)) })
  if (byNumber.length === 1) return byNumber[0]!.id
  const byCase = rows.filter((row) => row.case_number && plain.includes(row.case_number))
  return byCase.length === 1 ? byCase[0]!.id : ''
}
