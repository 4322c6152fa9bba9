//! The words of the screens. Chinese is in the bundle and first; English is read when it is chosen.
//! Sentences of the law are not here: they come from the desk in both languages and pass through `say`.

import { keep, recall } from './remember'
import { useWatched, watched } from './store'

export type Tongue = 'zh-CN' | 'en'
type Book = Record<string, string>

const zhFiles = import.meta.glob<{ default: Book }>('./locales/zh-CN/*.ts', { eager: true })
const enFiles = import.meta.glob<{ default: Book }>('./locales/en/*.ts')

/** One file a room of the window; its name is the first part of the key: `parts.undo`. */
function bind(books: Record<string, { default: Book }>): Book {
  const all: Book = {}
  for (const [path, book] of Object.entries(books)) {
    const room = path.slice(path.lastIndexOf('/') + 1, -3)
    for (const [key, words] of Object.entries(book.default)) all[`${room}.${key}`] = words
  }
  return all
}

const chinese = bind(zhFiles)
let english: Book = {}
const tongue = watched<Tongue>('zh-CN')

export const tongueNow = (): Tongue => tongue.get()
export const useTongue = (): Tongue => useWatched(tongue)
export const isEnglish = (): boolean => tongue.get() === 'en'

export async function speak(next: Tongue): Promise<void> {
  if (next === 'en' && Object.keys(english).length === 0) {
    const read = await Promise.all(Object.entries(enFiles).map(async ([path, load]) => [path, await load()] as const))
    english = Object.fromEntries(Object.entries(bind(Object.fromEntries(read))).map(([key, words]) => [key, straight(words)]))
  }
  document.documentElement.lang = next
  keep('tongue', next)
  tongue.set(next)
}

/** The language chosen last time; called once before the first drawing. */
export const speakAsBefore = (): Promise<void> => speak(recall<Tongue>('tongue', 'zh-CN'))

export type Params = Record<string, string | number>

/** `{n}` is replaced; `{n|case|cases}` writes the number with its noun, as English needs. */
export function fill(words: string, params: Params = {}): string {
  return words.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = params[name]
    if (value === undefined) return whole
    return one === undefined ? String(value) : `${value} ${Number(value) === 1 ? one : many}`
  })
}

export function t(key: string, params?: Params): string {
  const words = (isEnglish() ? english[key] : undefined) ?? chinese[key]
  if (words === undefined && import.meta.env.DEV) console.warn(`no words for ${key}`)
  return fill(words ?? key, params)
}

/** Whether a key has words. For names that come as data (place, act) and may be unknown here. */
export const hasWords = (key: string): boolean => key in chinese

/** English stands in the same face as Chinese, whose curly quotation marks are a whole square wide: straight ones instead. */
const straight = (text: string): string => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"')

/** A sentence that came in both languages. */
export function say(both: { zh: string; en: string }): string {
  return isEnglish() && both.en ? straight(both.en) : both.zh
}

/** With the capital an English line or button begins with; Chinese has none. */
export const sentence = (text: string): string => (isEnglish() ? text.charAt(0).toUpperCase() + text.slice(1) : text)

/** The field `${name}_zh` or `${name}_en`, whichever is being read. */
export function sayOf<N extends string>(both: { [K in `${N}_zh` | `${N}_en`]: string }, name: N): string {
  return say({ zh: both[`${name}_zh`], en: both[`${name}_en`] })
}

/** 2026-0057 of JZU-AI-2026-0057: inside one committee the prefix says nothing. */
export const shortNumber = (number: string): string => number.replace(/^[A-Z][A-Z-]*-(?=\d{4}-)/, '')
/** What an act is called; its tag where there is no word for it. */
export const actWords = (act: string): string => (hasWords(`acts.${act}`) ? t(`acts.${act}`) : act)
