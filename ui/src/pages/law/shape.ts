//! The view of the articles with every article of both instruments for reading and searching. A desk of an earlier build sends only those
//! a committee answers for; the page then lists those.

import type { ArticleLine, ArticleView, LawView } from '../../generated/types'

/** An article to be read: its name, our own summary, the official text once it is imported. */
export interface ArticleText {
  cite: string
  zh: string
  en: string
  title_zh: string
  title_en: string
  summary_zh: string
  summary_en: string
  official: string | null
  /** The wording could not be checked against the text. */
  from_memory: boolean
}

export type Law = LawView & { all?: ArticleText[] }
export type Article = ArticleView & { title_zh?: string; title_en?: string; from_memory?: boolean }

/** How a pasted text would be split, and what looks wrong with it. */
export interface Preview {
  law: string
  articles: { cite: string; text: string }[]
  annex: number
  doubts: { zh: string; en: string }[]
}

/** One line of the list at the left: an article we answer for, or one that is only read. */
export interface Row {
  cite: string
  title_zh: string
  title_en: string
  line: ArticleLine | null
}

/** The number of an article, for the order of the list; the annex comes last. */
const place = (cite: string): number => (cite === 'A' ? 900 : Number(/\d+/.exec(cite)?.[0] ?? 0))

export function rowsOf(view: Law): Row[] {
  const rows: Row[] = view.lines.map((line) => ({ cite: line.cite, title_zh: line.title_zh, title_en: line.title_en, line }))
  const have = new Set(rows.map((row) => row.cite))
  for (const one of view.all ?? []) if (!have.has(one.cite)) rows.push({ cite: one.cite, title_zh: one.title_zh, title_en: one.title_en, line: null })
  const group = (cite: string): number => (cite.startsWith('E') ? 1 : 0)
  return rows.sort((a, b) => group(a.cite) - group(b.cite) || place(a.cite) - place(b.cite))
}
