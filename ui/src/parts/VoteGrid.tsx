//! The vote grid. Rows are the members in office, columns the options of this item, then 回避 and 缺席. One cell cursor: a digit records
//! the vote and moves on to the next member without one. Every vote is sent as it is keyed. Lamp, tally and outcome are the law's.

import './votegrid.css'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useKeys, type Key } from '../keys'
import { t } from '../words'
import { Cap } from './Cap'
import { Icon } from './Icon'

export interface VoteOption {
  /** The vote as the act names it. */
  vote: string
  words: string
  /** One character, readable on a black-and-white projector. */
  mark: string
}

export interface VoteRow {
  id: string
  name: string
  /** 技术，主任，主持 */
  about: string
  vote: string | null
  /** Grey and out of 到会: recused for this item, or not here. */
  state: 'in' | 'recused' | 'absent'
  /** This vote could not be written. */
  failed?: boolean
}

export interface VoteGridProps {
  options: readonly VoteOption[]
  rows: readonly VoteRow[]
  /** Open: votes are taken. Locked: the lamp is red. Closed: read only. */
  mode: 'open' | 'locked' | 'closed'
  /** Stands across the locked grid. */
  lockedWords?: ReactNode
  /** The committee votes secretly and the picture is projected: grey bars. */
  secret?: boolean
  onVote(member: string, vote: string | null): void
  /** All who have no vote yet. */
  onVoteRest(vote: string, members: readonly string[]): void
  onRecuse(member: string): void
  onAbsent(member: string): void
  /** Enter after the last vote: the next item. */
  onNext(): void
  /** A click on a cell of a closed grid: 更正…. */
  onCorrect?(member: string): void
  label: string
}

/** Row heights of the meeting grid by the size of the committee. */
export const rowHeightOf = (members: number): number => (members > 13 ? 32 : members > 9 ? 36 : 43)

/** The first member without a vote after `from`, going round once; -1 when all have one. */
export function nextOpen(rows: readonly Pick<VoteRow, 'vote' | 'state'>[], from: number): number {
  for (let step = 1; step <= rows.length; step++) {
    const at = (from + step) % rows.length
    const row = rows[at]!
    if (row.state === 'in' && row.vote === null) return at
  }
  return -1
}

/** The rows with the votes already keyed and not yet answered by the desk: quick fingers are ahead of the disk. */
export function withSent<R extends Pick<VoteRow, 'id' | 'vote' | 'failed'>>(rows: readonly R[], sent: ReadonlyMap<string, string | null>): R[] {
  return rows.map((row) => (sent.has(row.id) && !row.failed ? { ...row, vote: sent.get(row.id) ?? null } : row))
}

/** One for each item: give it the item's id as `key`. */
export function VoteGrid({ options, rows: recorded, mode, lockedWords, secret = false, onVote, onVoteRest, onRecuse, onAbsent, onNext, onCorrect, label }: VoteGridProps) {
  const [sent, setSent] = useState<ReadonlyMap<string, string | null>>(new Map())
  // What the desk has answered is the desk's again.
  useEffect(() => setSent((was) => {
    const open = [...was].filter(([id, vote]) => recorded.some((r) => r.id === id && r.vote !== vote && !r.failed))
    return open.length === was.size ? was : new Map(open)
  }), [recorded])
  const rows = withSent(recorded, sent)
  const send = (member: string, vote: string | null): void => {
    setSent((was) => new Map(was).set(member, vote))
    onVote(member, vote)
  }
  const firstOpen = nextOpen(rows, -1)
  const [at, setAt] = useState(firstOpen < 0 ? 0 : firstOpen)
  const [column, setColumn] = useState(0)
  const grid = useRef<HTMLTableElement>(null)
  const open = mode === 'open'
  const row = rows[Math.min(at, rows.length - 1)]
  const rest = rows.filter((r) => r.state === 'in' && r.vote === null).map((r) => r.id)
  // Whoever has just stepped out or left votes no more: the cursor goes on to the next who does.
  const state = row?.state
  useEffect(() => {
    if (!open || state === 'in' || state === undefined) return
    setAt((now) => { const next = nextOpen(rows, now); return next < 0 ? now : next })
  }, [open, state])

  const move = (by: number): void => setAt((now) => Math.max(0, Math.min(rows.length - 1, now + by)))
  const vote = (index: number): void => {
    const option = options[index]
    if (!option || !row || row.state !== 'in') return
    setColumn(index)
    send(row.id, option.vote)
    // As it will stand once this vote is in.
    const next = nextOpen(rows.map((r) => (r.id === row.id ? { ...r, vote: option.vote } : r)), at)
    if (next >= 0) setAt(next)
  }
  const enter = (): void => {
    const next = nextOpen(rows, at)
    if (next >= 0 && next !== at) setAt(next)
    else if (next < 0) onNext()
  }
  const keys: Key[] = open
    ? [
        ...options.map((option, i): Key => ({
          combo: `Digit${i + 1}`, label: i === 0 ? t('parts.vote_record') : option.words, run: () => vote(i),
          ...(i === 0 ? { hint: true, caps: options.map((_, n) => String(n + 1)) } : {}),
        })),
        { combo: 'Digit9', label: t('parts.vote_recuse'), run: () => row && onRecuse(row.id), hint: true },
        { combo: 'Digit0', label: t('parts.vote_absent'), run: () => row && onAbsent(row.id), hint: true },
        { combo: 'Backspace', label: t('parts.vote_clear'), run: () => row && row.vote !== null && send(row.id, null) },
        ...options.map((option, i): Key => ({ combo: `Shift+Digit${i + 1}`, label: t('parts.vote_rest', { words: option.words }), run: () => rest.length > 0 && onVoteRest(option.vote, rest) })),
        { combo: 'Enter', label: t('parts.vote_next'), run: enter, hint: true },
      ]
    : []
  useKeys('votes', [
    { combo: 'ArrowDown', label: t('parts.vote_move'), caps: ['↑', '↓'], run: () => move(1) },
    { combo: 'ArrowUp', label: t('parts.vote_move'), run: () => move(-1) },
    ...keys,
  ])
  useEffect(() => { grid.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }) }, [at])

  const said = (r: VoteRow, i: number): string => {
    const option = options.find((o) => o.vote === r.vote)
    const state = r.state === 'recused' ? t('parts.vote_recuse') : r.state === 'absent' ? t('parts.vote_absent') : (option?.words ?? t('parts.vote_none'))
    return t('parts.vote_said', { name: r.name, about: r.about, state, n: i + 1, all: rows.length })
  }
  return (
    <div className={`votegrid votegrid-${mode}${secret ? ' private-grid' : ''}`} data-pane="votes">
      <table ref={grid} role="grid" aria-label={label} aria-readonly={!open}>
        <thead>
          <tr>
            <th className="votegrid-who">{t('parts.vote_member')}</th>
            {options.map((option, i) => <th key={option.vote}>{option.words} <Cap words={String(i + 1)} /></th>)}
            <th>{t('parts.vote_recuse')} <Cap words="9" /></th>
            <th>{t('parts.vote_absent')} <Cap words="0" /></th>
          </tr>
        </thead>
        <tbody style={{ '--row': `${rowHeightOf(rows.length)}px` } as React.CSSProperties}>
          {rows.map((r, i) => (
            <tr key={r.id} aria-selected={open && i === at} aria-rowindex={i + 1} className={`vote-${r.state}${r.failed ? ' vote-failed' : ''}`} onClick={() => setAt(i)}>
              <th scope="row" className="votegrid-who" aria-label={said(r, i)}>{r.name} <span className="second">{r.about}</span></th>
              {options.map((option, c) => (
                <td key={option.vote} className={open && i === at && c === column ? 'votegrid-cursor' : undefined}
                  onClick={() => { setAt(i); setColumn(c); if (mode === 'closed') onCorrect?.(r.id) }} onDoubleClick={() => open && r.state === 'in' && send(r.id, option.vote)}>
                  {r.vote === option.vote && r.state === 'in' ? <span className={`mark${c === 0 ? ' mark-first' : ''} private`}>{option.mark}</span> : null}
                </td>
              ))}
              <td onDoubleClick={() => open && onRecuse(r.id)}>{r.state === 'recused' ? <span className="mark-out">{t('parts.mark_recused')}</span> : null}</td>
              <td onDoubleClick={() => open && onAbsent(r.id)}>{r.state === 'absent' ? <span className="mark-out">{t('parts.mark_absent')}</span> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {mode === 'locked' && lockedWords ? <div className="votegrid-across" role="status"><Icon name="lock" size={18} /><strong>{lockedWords}</strong></div> : null}
    </div>
  )
}

/** The count of each option in large figures. Speaks after a quiet second. */
export function TallyBoxes({ counts }: { counts: readonly { words: string; n: number }[] }) {
  const words = counts.map((count) => `${count.words}${count.n}`).join('，')
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = window.setTimeout(() => setSaid(words), 1000)
    return () => window.clearTimeout(timer)
  }, [words])
  return (
    <div className="tally">
      <span className="unseen" role="status">{said}</span>
      {counts.map((count) => <div key={count.words}><span className="tally-n private">{count.n}</span><span className="tally-words">{count.words}</span></div>)}
    </div>
  )
}
