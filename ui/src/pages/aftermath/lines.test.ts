//! The aftermath's lines: what still has to be supplied, what can only be told, and that an issued paper asks for nothing.

import { describe, expect, it } from 'vitest'
import type { AftermathLine, AftermathView, Finding, Verdict } from '../../generated/types'
import { checkOf, linesOf, proposed, wanting } from './lines'

const finding = (rule: string, verdict: Verdict): Finding => ({ rule, verdict, zh: rule, en: rule, cites: [], way_zh: '', way_en: '', facts: null })
const line = (more: Partial<AftermathLine> & { state?: string }): AftermathLine => ({
  key: 'letter:i1', group: 'letter', item: 'i1', order: 1, title: '', votes: '', arithmetic_zh: '', arithmetic_en: '', outcome_zh: '', outcome_en: '', paper_zh: '审查决定书', paper_en: '', paper: null, findings: [], date: null, ...more,
} as AftermathLine)
const read = (of: AftermathLine) => linesOf({ lines: [of] } as unknown as AftermathView, null)[0]!

describe('lines of the aftermath', () => {
  it('asks for what keeps a letter from being issued, and only tells what cannot be mended', () => {
    const late = read(line({ findings: [finding('E17.signed_late', 'note')] }))
    expect(wanting(late)).toEqual([])
    expect(checkOf(late)).toMatchObject({ lamp: 'note', tone: undefined })
    const short = read(line({ findings: [finding('M16.letter', 'fine'), finding('M16.suggestions', 'block')] }))
    expect(wanting(short).map((one) => one.rule)).toEqual(['M16.suggestions'])
    expect(checkOf(short)).toMatchObject({ lamp: 'blocked', words: 'M16.suggestions', tone: 'amber' })
  })
  it('leaves an issued paper alone', () => {
    const gone = read(line({ paper: 'd1', state: 'issued', findings: [finding('M16.suggestions', 'block')] }))
    expect(gone.open).toBe(false)
    expect(wanting(gone)).toEqual([])
    expect(checkOf(gone).lamp).toBe('proven')
  })
  it('takes no date for a letter', () => {
    expect(linesOf({ lines: [line({ group: 'date', key: 'date:deliver' })] } as unknown as AftermathView, null)).toEqual([])
    expect(proposed(read(line({ date: '2026-10-23' })))).toBe('2026-10-23')
    expect(read(line({ group: 'record', key: 'record:minutes', item: null })).kind).toBe('minutes')
  })
})
