//! An act as a button. Main: solid, one a screen. Possible: outlined. Not possible: it stays, dashed with a lock, and says why,
//! by which article and what can be done instead. The words are the verb; it never asks twice.

import './actbutton.css'
import { useRef, useState, type ReactNode } from 'react'
import { underWay } from '../api'
import { useKeys } from '../keys'
import type { Finding } from '../shape'
import { useWatched } from '../store'
import { say, sayOf, t } from '../words'
import { ArticleLinks } from './ArticleLink'
import { Cap } from './Cap'
import { Icon, type IconName } from './Icon'
import { Float } from './Pop'

/** Why an act is not possible now. */
export interface Locked {
  /** The finding that stands in the way; its way out is shown. */
  finding?: Finding
  /** Or a plain reason of the page: 先归位2份文件。 */
  reason?: string
  /** 可以先办: links. */
  instead?: { words: ReactNode; run(): void }[]
}

export interface ActButtonProps {
  children: ReactNode
  onPress(): void
  main?: boolean
  combo?: string
  icon?: IconName
  locked?: Locked | undefined
  /** Being written: the same size, 正在写入, further presses ignored. Main acts follow the door by themselves. */
  working?: boolean
  size?: 'normal' | 'small' | 'large'
  /** Shows the cap without answering the key: the surroundings do. */
  quiet?: boolean
  hint?: boolean
  wide?: boolean
  /** Said aloud and in lists of keys; needed when `children` is not text. */
  name?: string
}

export function ActButton({ children, onPress, main = false, combo, icon, locked, working, size = 'normal', quiet = false, hint = true, wide = false, name }: ActButtonProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const writing = useWatched(underWay) > 0
  const busy = working ?? (main && writing && !locked)
  const label = name ?? (typeof children === 'string' ? children : '')
  const press = (): void => {
    if (busy) return
    if (locked) setOpen(true)
    else onPress()
  }
  useKeys('acts', combo ? [{ combo, label, run: press, hint }] : [], { off: quiet || !combo })
  const classes = ['act', locked ? 'act-locked' : busy ? 'act-working' : main ? 'act-main' : 'act-possible', `act-${size}`, wide && 'act-wide'].filter(Boolean).join(' ')
  return (
    <>
      <button type="button" ref={button} className={classes} aria-disabled={locked || busy ? true : undefined} aria-haspopup={locked ? 'dialog' : undefined} aria-label={name} onClick={(event) => { event.stopPropagation(); press() }}>
        {locked ? <Icon name="lock" size={15} /> : icon ? <Icon name={icon} size={15} /> : null}
        <span className="act-words">{busy ? t('parts.writing') : children}</span>
        {combo && !busy && !locked ? <Cap combo={combo} /> : null}
      </button>
      {open && locked ? <Reason anchor={button} locked={locked} words={label || children} close={() => setOpen(false)} /> : null}
    </>
  )
}

/** 现在不能××: why, the article, what can be done first. */
function Reason({ anchor, locked, words, close }: { anchor: React.RefObject<HTMLElement | null>; locked: Locked; words: ReactNode; close(): void }) {
  return (
    <Float anchor={anchor} width={416} close={close} label={t('parts.why_locked')}>
      <ReasonBody locked={locked} words={words} close={close} />
    </Float>
  )
}

export function ReasonBody({ locked, words, close }: { locked: Locked; words: ReactNode; close(): void }) {
  const { finding, reason, instead = [] } = locked
  const verb = typeof words === 'string' ? words.replace(/…$/, '') : words
  const way = finding ? sayOf(finding, 'way') : ''
  return (
    <div className="float-body">
      <div className="row"><strong className="grow">{t('parts.cannot_now', { verb: typeof verb === 'string' ? verb : '' })}</strong><Cap combo="Escape" /></div>
      <p>{finding ? say(finding) : reason} {finding ? <ArticleLinks cites={finding.cites} /> : null}</p>
      {way || instead.length > 0 ? (
        <p className="reason-instead">
          <strong>{t('parts.instead')}</strong>{way}
          {instead.map((act, i) => <button type="button" className="link" key={i} onClick={() => { close(); act.run() }}>{act.words}</button>)}
        </p>
      ) : null}
    </div>
  )
}

export interface ColumnAct {
  key: string
  words: string
  locked?: Locked | undefined
  run(): void
}

/** 现在可办 and 现在不能办: acts in plain ink with digits 1–9; below, the locked ones with reason and article. */
export function ActColumn({ acts, main, mainCombo = 'Ctrl+Enter' }: { acts: readonly ColumnAct[]; main?: ColumnAct | undefined; mainCombo?: string }) {
  const possible = acts.filter((act) => !act.locked).slice(0, 9)
  const more = acts.filter((act) => !act.locked).slice(9)
  useKeys('acts', possible.map((act, i) => ({
    combo: `Digit${i + 1}`, label: act.words, run: act.run,
    ...(i === 0 && possible.length > 1 ? { hint: true, caps: ['1', '–', String(possible.length)], label: t('parts.other_acts') } : {}),
  })))
  return (
    <div className="act-column">
      {main ? <ActButton main wide combo={mainCombo} onPress={main.run} locked={main.locked}>{main.words}</ActButton> : null}
      {possible.map((act, i) => (
        <button type="button" className="act-line" key={act.key} onClick={act.run}><span className="grow">{act.words}</span><Cap words={String(i + 1)} /></button>
      ))}
      {more.map((act) => <button type="button" className="act-line" key={act.key} onClick={act.run}><span className="grow">{act.words}</span></button>)}
    </div>
  )
}

export function LockedActs({ acts }: { acts: readonly ColumnAct[] }) {
  const locked = acts.filter((act) => act.locked)
  if (locked.length === 0) return null
  return (
    <div className="locked-acts">
      {locked.map((act) => <LockedAct key={act.key} act={act} />)}
    </div>
  )
}

function LockedAct({ act }: { act: ColumnAct }) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  const { finding, reason } = act.locked!
  return (
    <div className="locked-act">
      <Icon name="lock" size={13} />
      <div className="grow">
        <button type="button" ref={button} className="locked-name" onClick={() => setOpen(true)}>{act.words}</button>
        <div className="locked-why">{finding ? say(finding) : reason} {finding ? <ArticleLinks cites={finding.cites} /> : null}</div>
      </div>
      {open ? <Reason anchor={button} locked={act.locked!} words={act.words} close={() => setOpen(false)} /> : null}
    </div>
  )
}
