//! Search everything (Ctrl K): cases, papers, people, minutes, materials, articles, acts. The finding is done at the desk;
//! here is the box, the groups of five and the keys.

import './palette.css'
import { useEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { failureOf, look } from '../api'
import { useKeys } from '../keys'
import { digitOf, PLACES } from '../pages'
import { Cap } from '../parts/Cap'
import { Icon } from '../parts/Icon'
import { go } from '../router'
import type { SearchHit, SearchView } from '../shape'
import { say, t } from '../words'
import { showArticle } from '../side'

/** Where an act is done when no case has been chosen; the others begin at the register. */
const WHERE_DONE: Record<string, [page: string, id?: string]> = {
  receive_application: ['intake', 'new'], plan_meeting: ['meetings'], appoint_member: ['committee'], renew_term: ['committee'], end_term: ['committee'], record_training: ['committee'],
  record_undertaking: ['committee'], record_interest: ['committee'], register_adviser: ['committee'], adopt_rule: ['committee'], change_committee: ['committee'], register_committee: ['report'],
  change_settings: ['settings'], import_calendar: ['settings'], adapt_wording: ['settings'], set_image: ['settings'], import_law_text: ['law'],
}

/** Where a hit leads. Acts are opened where they are done, by the page that knows their form. */
export function follow(hit: SearchHit): void {
  switch (hit.kind) {
    case 'article': return showArticle(hit.id)
    case 'member': return go('committee', undefined, { member: hit.id })
    case 'place': return go(hit.id)
    case 'act': {
      const [page, id] = WHERE_DONE[hit.id] ?? ['cases']
      return go(page, id, id ? undefined : { act: hit.id })
    }
    case 'material': return go('case', hit.id, { part: 'materials' })
    default: return go(hit.kind, hit.id)
  }
}

const FIVE = 5

export function Palette({ onClose }: { onClose(): void }) {
  const [text, setText] = useState('')
  const [found, setFound] = useState<SearchView | null>(null)
  const [trouble, setTrouble] = useState('')
  const [at, setAt] = useState(0)
  const box = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const asked = useRef(0)

  useEffect(() => { box.current?.focus() }, [])
  useEffect(() => {
    const mine = ++asked.current
    setAt(0)
    if (text.trim() === '') return setFound(null)
    // One quiet moment, so that a pinyin word being typed asks once.
    const timer = window.setTimeout(() => {
      look<SearchView>({ view: 'search', text }).then(
        (view) => { if (mine === asked.current) { setFound(view); setTrouble('') } },
        (thrown) => { if (mine === asked.current) setTrouble(say(failureOf(thrown))) },
      )
    }, 60)
    return () => window.clearTimeout(timer)
  }, [text])

  const groups = useMemo(() => {
    if (found) return found.groups.map((group) => ({ ...group, hits: group.hits.slice(0, FIVE) })).filter((group) => group.hits.length > 0)
    const hits = PLACES.map((place) => ({ kind: 'place', id: place, title: t(`frame.place_${place}`), detail: `Alt ${digitOf(place)}`, how: '' }))
    return [{ key: 'place', zh: t('frame.places'), en: t('frame.places'), hits }]
  }, [found])
  const hits = groups.flatMap((group) => group.hits)

  const move = (by: number): void => setAt((now) => Math.max(0, Math.min(hits.length - 1, now + by)))
  const open = (hit: SearchHit | undefined): void => {
    if (!hit) return
    onClose()
    follow(hit)
  }
  useEffect(() => { list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }) }, [at])
  useKeys('palette', [
    { combo: 'ArrowDown', label: t('frame.choose'), caps: ['↑', '↓'], run: () => move(1), inText: true, hint: true },
    { combo: 'ArrowUp', label: t('frame.choose'), run: () => move(-1), inText: true },
    { combo: 'Enter', label: t('frame.open'), run: () => open(hits[at]), inText: true, hint: true },
    { combo: 'Ctrl+KeyK', label: t('frame.search'), run: onClose },
    { combo: 'Escape', label: t('parts.close'), run: onClose, hint: true },
  ], { modal: true })

  let n = -1
  return createPortal(
    <div className="veil palette-veil" onPointerDown={(event) => event.target === event.currentTarget && onClose()}>
      <div className="palette" role="dialog" aria-modal="true" aria-label={t('frame.search')}>
        <div className="palette-box">
          <Icon name="search" />
          <input
            ref={box} value={text} placeholder={t('frame.search_hint')} aria-label={t('frame.search')} spellCheck={false}
            role="combobox" aria-expanded="true" aria-controls="palette-hits" aria-activedescendant={hits[at] ? `hit-${at}` : undefined}
            onChange={(event) => setText(event.target.value)}
          />
          <Cap combo="Escape" />
        </div>
        <div className="palette-hits" id="palette-hits" role="listbox" ref={list}>
          {trouble ? <p className="palette-none red">{trouble}</p> : null}
          {groups.map((group) => (
            <div key={group.key} role="group" aria-label={say(group)}>
              <div className="palette-group">{say(group)}</div>
              {group.hits.map((hit) => {
                n += 1
                const mine = n
                return (
                  <div
                    key={`${hit.kind}${hit.id}${mine}`} id={`hit-${mine}`} role="option" aria-selected={mine === at} className="palette-hit"
                    onPointerMove={() => setAt(mine)} onClick={() => open(hit)}
                  >
                    <span className="grow cut">{hit.title}<span className="second"> {hit.detail}</span></span>
                    <span className="hint">{hit.how}</span>
                    {mine === at ? <Cap combo="Enter" /> : null}
                  </div>
                )
              })}
            </div>
          ))}
          {found && hits.length === 0 ? <p className="palette-none">{t('frame.no_hit', { text: found.text })}</p> : null}
        </div>
      </div>
    </div>,
    document.body,
  )
}
