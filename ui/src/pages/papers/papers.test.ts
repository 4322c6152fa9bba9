// @vitest-environment node
//! The way of a letter, and which paper a scan is of.

import { describe, expect, it } from 'vitest'
import type { PaperRow } from '../../generated/types'
import { commonSeries, guess, numberParts, stepState } from './way'

const row = (some: Partial<PaperRow>): PaperRow => ({
  id: 'd1', kind: 'decision_letter', number: '', title: '', case: null, case_number: '', addressee: '', state: 'issued', steps: ['printed', 'signed', 'sealed', 'scanned', 'served'], done: [], next: 'printed',
  clock_zh: '', clock_en: '', due: null, left: null, dated: null, void: null, replaces: '', ...some,
})

describe('a scan finds its paper by the name of its file', () => {
  const rows = [row({ id: 'd1', number: '江大智伦〔2026〕91号', case_number: 'JZU-AI-2026-0043-R1' }), row({ id: 'd2', number: '江大智伦〔2026〕9号', case_number: 'JZU-AI-2026-0059' }), row({ id: 'd3', title: '签到表' })]
  it('by its number', () => {
    expect(guess('江大智伦2026 91号扫描.pdf', rows)).toBe('d1')
    expect(guess('江大智伦〔2026〕9号.pdf', rows)).toBe('d2')
  })
  it('by the number of its case', () => expect(guess('JZU-AI-2026-0059 汤月华.pdf', rows)).toBe('d2'))
  it('and waits for a choice when the name says nothing', () => {
    expect(guess('IMG_0091.pdf', rows)).toBe('')
    expect(guess('扫描91.pdf', rows)).toBe('')
  })
})

describe('a letter and its steps', () => {
  it('tells the series from the number in it', () => {
    expect(numberParts('江大智伦〔2026〕62号')).toEqual({ series: '江大智伦〔2026〕', short: '62号' })
    expect(numberParts('纪要9号')).toEqual({ series: '', short: '纪要9号' })
    expect(commonSeries([row({ number: '江大智伦受〔2026〕3号' }), row({ number: '江大智伦〔2026〕1号' }), row({ number: '江大智伦〔2026〕2号' })])).toBe('江大智伦〔2026〕')
  })
  it('stands at one step', () => {
    const letter = row({ steps: ['printed', 'signed', 'served'], done: [{ step: 'printed', on: '2026-09-18', by: '许文静', copies: 3, scan: null }], next: 'signed' })
    expect(['printed', 'signed', 'sealed', 'scanned', 'served'].map((step) => stepState(letter, step as PaperRow['steps'][number]))).toEqual(['done', 'now', 'none', 'none', 'later'])
  })
})
