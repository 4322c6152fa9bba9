// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { capOf, find, fits, isBrowserAccelerator, sameCode, type Key, type Layer } from './keys'

class FakeElement {
  isContentEditable = false
  tagName: string
  type: string
  private buttonLike: boolean
  private chosen: boolean
  constructor(tagName: string, type = '', buttonLike = false, chosen = false) {
    this.tagName = tagName
    this.type = type
    this.buttonLike = buttonLike
    this.chosen = chosen
  }
  matches(selector: string): boolean {
    return this.chosen && selector.includes('aria-selected="true"')
  }
  closest(): FakeElement | null {
    return this.buttonLike ? this : null
  }
}
;(globalThis as Record<string, unknown>).HTMLElement = FakeElement
let selection = ''
;(globalThis as Record<string, unknown>).window = { getSelection: () => ({ toString: () => selection }) }

const page = new FakeElement('DIV')
const field = new FakeElement('INPUT', 'text')
const box = new FakeElement('INPUT', 'checkbox', true)
const button = new FakeElement('BUTTON', '', true)
const chosenTab = new FakeElement('BUTTON', '', true, true)

const press = (code: string, more: Record<string, unknown> = {}): KeyboardEvent =>
  ({ code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, keyCode: 0, target: page, ...more }) as unknown as KeyboardEvent
const key = (combo: string, more: Partial<Key> = {}): Key => ({ combo, label: combo, run: () => undefined, ...more })
const layer = (keys: Key[], modal = false): Layer => ({ name: 'page', modal, keys })
const answer = (layers: Layer[], event: KeyboardEvent): string | undefined => find(layers, event)?.combo

describe('a key is read by its position', () => {
  it('the numeric pad records votes as well as the row of digits', () => {
    expect(sameCode('Digit2', 'Numpad2')).toBe(true)
    expect(sameCode('Digit2', 'Numpad3')).toBe(false)
    expect(sameCode('Enter', 'NumpadEnter')).toBe(true)
  })
  it('modifiers must be exactly those named: Shift 1 is not 1', () => {
    expect(fits('Digit1', press('Digit1'))).toBe(true)
    expect(fits('Digit1', press('Digit1', { shiftKey: true }))).toBe(false)
    expect(fits('Shift+Digit1', press('Digit1', { shiftKey: true }))).toBe(true)
    expect(fits('Ctrl+KeyK', press('KeyK', { metaKey: true }))).toBe(true)
  })
  it('what an input method sends does not depend on the letter typed', () => {
    expect(answer([layer([key('KeyJ')])], press('KeyJ', { key: 'ㄨ' }))).toBe('KeyJ')
  })
})

describe('nothing is read while an input method is composing', () => {
  it.each([{ isComposing: true }, { keyCode: 229 }])('%o', (state) => {
    expect(answer([layer([key('Enter', { inText: true }), key('Escape')])], press('Enter', { ...state, target: field }))).toBeUndefined()
    expect(answer([layer([key('Escape')])], press('Escape', state))).toBeUndefined()
  })
})

describe('inside a text field', () => {
  it('single keys belong to the text, unless the field itself named them', () => {
    expect(answer([layer([key('Digit1')])], press('Digit1', { target: field }))).toBeUndefined()
    expect(answer([layer([key('Enter', { inText: true })])], press('Enter', { target: field }))).toBe('Enter')
  })
  it('Ctrl, Alt, function keys and Esc still work', () => {
    const all = [layer([key('Ctrl+Enter'), key('Alt+Digit2'), key('F2'), key('Escape')])]
    expect(answer(all, press('Enter', { ctrlKey: true, target: field }))).toBe('Ctrl+Enter')
    expect(answer(all, press('Digit2', { altKey: true, target: field }))).toBe('Alt+Digit2')
    expect(answer(all, press('F2', { target: field }))).toBe('F2')
    expect(answer(all, press('Escape', { target: field }))).toBe('Escape')
  })
  it('Ctrl Z, C and V stay with the text', () => {
    expect(answer([layer([key('Ctrl+KeyZ')])], press('KeyZ', { ctrlKey: true, target: field }))).toBeUndefined()
    expect(answer([layer([key('Ctrl+KeyZ')])], press('KeyZ', { ctrlKey: true, target: box }))).toBe('Ctrl+KeyZ')
  })
})

describe('who answers', () => {
  it('the topmost layer first', () => {
    const two = [layer([key('Escape', { label: 'back' })]), layer([key('Escape', { label: 'close' })])]
    expect(find(two, press('Escape'))?.label).toBe('close')
  })
  it('nothing reaches through a dialog', () => {
    expect(answer([layer([key('Ctrl+KeyN')]), layer([key('Escape')], true)], press('KeyN', { ctrlKey: true }))).toBeUndefined()
  })
  it('Enter and Space on a focused button press that button', () => {
    expect(answer([layer([key('Enter'), key('Space')])], press('Enter', { target: button }))).toBeUndefined()
    expect(answer([layer([key('Enter'), key('Space')])], press('Space', { target: button }))).toBeUndefined()
    expect(answer([layer([key('Ctrl+Enter')])], press('Enter', { ctrlKey: true, target: button }))).toBe('Ctrl+Enter')
  })
  it('on the tab already chosen they belong to the list', () => {
    expect(answer([layer([key('Enter'), key('Space')])], press('Space', { target: chosenTab }))).toBe('Space')
    expect(answer([layer([key('Enter'), key('Space')])], press('Enter', { target: chosenTab }))).toBe('Enter')
  })
  it('Ctrl C copies a row only when no text is selected', () => {
    selection = '第十六条'
    expect(answer([layer([key('Ctrl+KeyC')])], press('KeyC', { ctrlKey: true }))).toBeUndefined()
    selection = ''
    expect(answer([layer([key('Ctrl+KeyC')])], press('KeyC', { ctrlKey: true }))).toBe('Ctrl+KeyC')
  })
})

it('the web view does not reload, search, zoom or go back by itself', () => {
  for (const code of ['F5', 'F3', 'F7']) expect(isBrowserAccelerator(press(code)), code).toBe(true)
  for (const code of ['KeyR', 'KeyF', 'KeyP', 'Equal', 'Digit0', 'KeyS']) expect(isBrowserAccelerator(press(code, { ctrlKey: true })), code).toBe(true)
  expect(isBrowserAccelerator(press('ArrowLeft', { altKey: true }))).toBe(true)
  for (const code of ['KeyC', 'KeyV', 'KeyA', 'KeyZ']) expect(isBrowserAccelerator(press(code, { ctrlKey: true })), `${code} is the text's`).toBe(false)
})

it.each([['Ctrl+KeyK', 'Ctrl K'], ['Alt+Digit1', 'Alt 1'], ['Shift+Slash', 'Shift ?'], ['Escape', 'Esc'], ['ArrowUp', '↑'], ['Ctrl+Equal', 'Ctrl +'], ['BracketLeft', '[']])('%s is printed %s', (combo, cap) => {
  expect(capOf(combo)).toBe(cap)
})
