// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'

type Book = { default: Record<string, string> }
const zh = import.meta.glob<Book>('./locales/zh-CN/*.ts', { eager: true })
const en = import.meta.glob<Book>('./locales/en/*.ts', { eager: true })
const name = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

let words: typeof import('./words')
beforeAll(async () => {
  ;(globalThis as Record<string, unknown>).localStorage = { getItem: () => null, setItem: () => undefined }
  ;(globalThis as Record<string, unknown>).document = { documentElement: {} }
  words = await import('./words')
})

describe('both languages say the same things', () => {
  it('the same rooms', () => expect(Object.keys(en).map(name).sort()).toEqual(Object.keys(zh).map(name).sort()))
  it.each(Object.entries(zh))('%s', (path, book) => {
    const other = en[path.replace('zh-CN', 'en')]?.default ?? {}
    expect(Object.keys(other).sort()).toEqual(Object.keys(book.default).sort())
    for (const [key, sentence] of Object.entries(book.default)) {
      const slots = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)/g)].map((m) => m[1]!))].sort()
      expect(slots(other[key] ?? ''), `${name(path)} ${key}`).toEqual(slots(sentence))
    }
  })
})

describe('Chinese as it is written', () => {
  const sentences = Object.entries(zh).flatMap(([path, book]) => Object.entries(book.default).map(([key, text]) => [`${name(path)} ${key}`, text] as const))
  it('no space between Chinese and digits, no half-width comma or colon after a character, no exclamation mark', () => {
    for (const [where, text] of sentences) {
      expect(text, where).not.toMatch(/\p{Script=Han} \d|\d \p{Script=Han}/u)
      expect(text, where).not.toMatch(/\p{Script=Han}[,;:!?]/u)
      expect(text, where).not.toMatch(/[!！]/)
    }
  })
})

it('every key the screens use has words', () => {
  const missing: string[] = []
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) walk(path)
      else if (/\.tsx?$/.test(entry.name) && !entry.name.includes('.test.')) {
        for (const found of readFileSync(path, 'utf8').matchAll(/\bt\('([a-z_]+\.[a-zA-Z0-9_]+)'/g)) if (!words.hasWords(found[1]!)) missing.push(`${entry.name}: ${found[1]}`)
      }
    }
  }
  walk(import.meta.dirname)
  expect(missing).toEqual([])
})

it('fills slots, and writes a number with its noun', () => {
  expect(words.fill('已汇总{n}件', { n: 3 })).toBe('已汇总3件')
  expect(words.fill('{n|case|cases} open', { n: 1 })).toBe('1 case open')
  expect(words.fill('{n|case|cases} open', { n: 4 })).toBe('4 cases open')
  expect(words.fill('{other}', {})).toBe('{other}')
})
