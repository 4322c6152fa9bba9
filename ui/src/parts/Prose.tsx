//! Help texts: the small part of Markdown they use (heads, lists, paragraphs, strong, key caps in backticks). No HTML passes.

import './prose.css'
import type { ReactNode } from 'react'
import { Cap } from './Cap'

function inline(text: string): ReactNode[] {
  return text.split(/(\*\*[^*]+\*\*|`[^`]+`)/).map((piece, i) => {
    if (piece.startsWith('**')) return <strong key={i}>{piece.slice(2, -2)}</strong>
    if (piece.startsWith('`')) return <Cap key={i} words={piece.slice(1, -1)} />
    return piece
  })
}

export function Prose({ text }: { text: string }) {
  const blocks = text.trim().split(/\n{2,}/)
  return (
    <div className="prose">
      {blocks.map((block, i) => {
        const lines = block.split('\n')
        const head = /^(#{1,4})\s+(.*)$/.exec(lines[0] ?? '')
        if (head && lines.length === 1) return <h4 key={i}>{inline(head[2]!)}</h4>
        if (lines.every((line) => /^\s*\d+\.\s+/.test(line))) {
          return <ol key={i}>{lines.map((line, j) => <li key={j}>{inline(line.replace(/^\s*\d+\.\s+/, ''))}</li>)}</ol>
        }
        if (lines.every((line) => /^\s*([-*]|\d+\.)\s+/.test(line))) {
          return <ul key={i}>{lines.map((line, j) => <li key={j}>{inline(line.replace(/^\s*([-*]|\d+\.)\s+/, ''))}</li>)}</ul>
        }
        if (head) return <div key={i}><h4>{inline(head[2]!)}</h4><p>{inline(lines.slice(1).join(''))}</p></div>
        return <p key={i}>{inline(lines.join(' ').replace(/([^\x20-\x7e]) /g, '$1'))}</p>
      })}
    </div>
  )
}
