//! An article as a link: a click, or F3 on the row that holds it, opens its text at the side. It names the article; it never
//! quotes it.

import './articlelink.css'
import { Fragment } from 'react'
import { citeName, citeNames, hasText } from '../articles'
import { showArticle } from '../side'
import type { Cite } from '../shape'
import { isEnglish } from '../words'

export function ArticleLink({ cite, words }: { cite: Cite; words?: string }) {
  if (!hasText(cite)) return <span className="article-own">{words ?? citeName(cite)}</span>
  return (
    <button type="button" className="article" data-cite={cite} onClick={(event) => { event.stopPropagation(); showArticle(cite) }}>
      {words ?? citeName(cite)}
    </button>
  )
}

/** Articles of one instrument read together, 第十、十四条, each still a link of its own. */
export function ArticleLinks({ cites }: { cites: readonly Cite[] }) {
  if (cites.length === 0) return null
  return (
    <span className="articles">
      {citeNames(cites).map(({ cite, words }, i) => (
        <Fragment key={cite}><span><ArticleLink cite={cite} words={words} />{i < cites.length - 1 ? (isEnglish() ? ',' : '、') : null}</span>{isEnglish() ? ' ' : null}</Fragment>
      ))}
    </span>
  )
}
