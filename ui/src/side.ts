//! What is shown at the side of any page: the text of an article (F3) or the help of this page (F1). Only which; the panel
//! draws it.

import type { Cite } from './shape'
import { watched } from './store'

export type Side = { kind: 'article'; cite: Cite } | { kind: 'help'; topic: string } | null

export const side = watched<Side>(null)

export const showArticle = (cite: Cite): void => side.set({ kind: 'article', cite })
export const showHelp = (topic: string): void => side.set({ kind: 'help', topic })

/** F3 without a link in focus: the first article of the selected row, or of the page. */
export function articleInSight(): Cite | null {
  const focus = document.activeElement
  const scope = focus?.closest('[data-row], .finding, tr') ?? document.querySelector('[data-row][aria-selected="true"]')
  const link = (focus?.matches('.article') ? focus : null) ?? scope?.querySelector('.article') ?? document.querySelector('.page .article')
  return link?.getAttribute('data-cite') ?? null
}
