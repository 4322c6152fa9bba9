//! The reading page's own arithmetic: pages run over the ends of documents, Tab over the ends of dimensions, and marked words are found
//! over the end of a line.

import { describe, expect, it } from 'vitest'
import type { ItemBack, ItemLine, ItemOut, LineOfText } from '../../generated/types'
import { answerOf, beginStop, beginWith, boxesOf, contentsOf, firstPlace, frameOf, framesOf, lampOfDimension, neighbour, nextStop, placeOf, pressed, running, stopsOf, turn, withPage } from './lines'

const document = (id: string, pages: number, first_page: number) => ({ id, title: id, label: '', pages, kind: 'pdf' as const, len: 1, sha256: '', first_page })
const choice = (key: string) => ({ key, zh: key, en: key })
const item = {
  id: 'i1', documents: [document('a', 2, 44), document('b', 1, 46)],
  dimensions: [choice('1'), choice('2')],
  points: [{ key: '1.1', dimension: '1', zh: '', en: '' }, { key: '1.2', dimension: '1', zh: '', en: '' }, { key: '2.1', dimension: '2', zh: '', en: '' }],
  options: [choice('approve')],
} as unknown as ItemOut
const filled = (points: ItemBack['points'], dimensions: ItemBack['dimensions'] = {}) => ({ points, dimensions }) as unknown as ItemBack

describe('pages', () => {
  it('run through the packet', () => {
    expect(running(item.documents[0]!, 2)).toBe(45)
    expect(placeOf(item, 46)).toEqual({ document: 'b', page: 1 })
    expect(placeOf(item, 47)).toBeNull()
  })
  it('turn over the end of a document and stop at the ends of the item', () => {
    const first = firstPlace(item)!
    const second = turn(item, first, 1)
    expect(second).toEqual({ document: 'a', page: 2 })
    const third = turn(item, second, 1)
    expect(third).toEqual({ document: 'b', page: 1 })
    expect(turn(item, third, 1)).toEqual(third)
    expect(turn(item, third, -1)).toEqual(second)
    expect(turn(item, first, -1)).toEqual(first)
  })
})

describe('items', () => {
  const line = (id: string, state: ItemLine['state']) => ({ item: { id }, state }) as unknown as ItemLine
  it('begins where the reader stopped', () => {
    expect(beginWith([line('a', 'done'), line('b', 'unopened'), line('c', 'begun')])?.item.id).toBe('c')
    expect(beginWith([line('a', 'done'), line('b', 'closed')])?.item.id).toBe('a')
    expect(neighbour([line('a', 'done'), line('b', 'done')], 'b', 1)).toBeUndefined()
  })
})

describe('questions', () => {
  it('follow each other over the ends of dimensions to the opinion', () => {
    expect(stopsOf(item).map((stop) => stop.at)).toEqual(['1.1', '1.2', 'conclusion', '2.1', 'conclusion', 'opinion'])
    expect(nextStop(item, { dimension: '1', at: 'conclusion' }, 1)).toEqual({ dimension: '2', at: '2.1' })
    expect(nextStop(item, { dimension: '2', at: 'conclusion' }, 1)?.at).toBe('opinion')
    expect(nextStop(item, { dimension: '', at: 'opinion' }, 1)).toBeUndefined()
    expect(nextStop(item, { dimension: '1', at: '1.1' }, -1)).toBeUndefined()
  })
  it('go on where the reader stopped', () => {
    expect(beginStop(item, { ...filled({ '1.1': { answer: 1, words: '' } }), opinion: null } as ItemBack)?.at).toBe('1.2')
    const all = filled({ '1.1': { answer: 1, words: '' }, '1.2': { answer: 1, words: '' }, '2.1': { answer: 1, words: '' } }, { '1': { answer: 1, words: '' }, '2': { answer: 1, words: '' } })
    expect(beginStop(item, { ...all, opinion: null } as ItemBack)?.at).toBe('opinion')
    expect(beginStop(item, { ...all, opinion: 'approve' } as ItemBack)?.at).toBe('1.1')
  })
  it('are answered by digits, and the same digit takes the answer back', () => {
    const four = ['1', '2', '3', '4'].map(choice)
    expect(pressed(2, four, null)).toBe(2)
    expect(pressed(2, four, 2)).toBeNull()
    expect(pressed(4, four.slice(0, 3), null)).toBeUndefined()
    expect(answerOf(filled({ '1.1': { answer: 3, words: 'x' } }), '1.1')).toBe(3)
    expect(answerOf(filled({}), '1.1')).toBeNull()
  })
  it('light the lamp of their dimension only when it is concluded', () => {
    const both = { '1.1': { answer: 1, words: '' }, '1.2': { answer: 2, words: '' } }
    expect(lampOfDimension(item, filled({}), '1')).toBe('dormant')
    expect(lampOfDimension(item, filled(both), '1')).toBe('waiting')
    expect(lampOfDimension(item, filled(both, { '1': { answer: 1, words: '' } }), '1')).toBe('proven')
  })
})

describe('words', () => {
  it('name the page they rest on, once', () => {
    expect(withPage('测试集性别比例失衡', '第66页')).toBe('测试集性别比例失衡，第66页')
    expect(withPage('测试集失衡，第66页', '第66页')).toBe('测试集失衡，第66页')
    expect(withPage('', '第66页')).toBe('第66页')
    expect(withPage('unbalanced', 'page 66')).toBe('unbalanced, page 66')
  })
  it('are found on the page over the end of a line', () => {
    const line = (text: string, y: number): LineOfText => ({ text, y, height: 10, x: [...text, ''].map((_, i) => 50 + 10 * i) })
    const lines = [line('女性占３１％，戴', 100), line('眼镜者占22%', 120)]
    expect(boxesOf(lines, '31%,戴眼镜')).toEqual([{ x: 80, y: 100, width: 50, height: 10 }, { x: 50, y: 120, width: 20, height: 10 }])
    expect(boxesOf(lines, '占', true).map((box) => box.y)).toEqual([100, 120])
    expect(boxesOf(lines, '男')).toEqual([])
  })
})

describe('places on a page', () => {
  const line = (text: string, y: number): LineOfText => ({ text, y, height: 10, x: [...text, ''].map((_, i) => 50 + 10 * i) })
  const page = { width: 500, height: 1000, lines: [line('测试集中女性', 100), line('占31%。', 120)] }
  it('are kept as parts of it, whichever way they were drawn', () => {
    expect(frameOf({ x: 0.6, y: 0.3 }, { x: 0.2, y: 0.1 })).toEqual([2000, 1000, 6000, 3000])
    expect(frameOf({ x: -1, y: 0.5 }, { x: 2, y: 0.9 })).toEqual([0, 5000, 10000, 9000])
    expect(frameOf({ x: 0.5, y: 0.5 }, { x: 0.502, y: 0.6 })).toBeNull()
  })
  it('follow the letters that were selected, line by line', () => {
    expect(framesOf(page, [{ line: 0, from: 4, to: 6 }, { line: 1, from: 0, to: 4 }])).toEqual([[1800, 1000, 2200, 1100], [1000, 1200, 1800, 1300]])
    expect(framesOf(page, [{ line: 9, from: 0, to: 1 }, { line: 0, from: 2, to: 2 }])).toEqual([])
  })
})

describe('contents of a document', () => {
  const lines = [{ title: '一', level: 1, page: 1 }, { title: '（一）', level: 2, page: 2 }, { title: '二', level: 1, page: 5 }]
  it('say where one is', () => {
    expect(contentsOf(lines, 4).at?.title).toBe('（一）')
    expect(contentsOf(lines, 5).at?.title).toBe('二')
    expect(contentsOf([], 1)).toEqual({ shown: [], at: undefined })
  })
  it('keep to the upper level when there are many', () => {
    const many = Array.from({ length: 30 }, () => lines).flat()
    expect(contentsOf(many, 4).shown.every((one) => one.level === 1)).toBe(true)
    expect(contentsOf(many, 4).at?.title).toBe('一')
  })
})
