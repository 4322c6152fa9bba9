//! Search everything (Ctrl K): cases, papers, people, minutes, materials, articles, acts. The finding is done at the desk;
//! here is the box, the groups of five and the keys.

import './palette.css'
import { useEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { failureOf, look } from '../api'
import { useKeys } from '../keys'
import { digitOf, hasPage, placeOf, PLACES } from '../pages'
import { Cap } from '../parts/Cap'
import { Icon } from '../parts/Icon'
import { go } from '../router'
import type { SearchHit, SearchView } from '../shape'
import { isEnglish, say, t } from '../words'
import { showArticle } from '../side'
import { startAct } from '../acts/start'

/** Where an act is done when no case has been chosen; the others begin at the register. */
const WHERE_DONE: Record<string, [page: string, id?: string]> = {
  receive_application: ['intake', 'new'], change_settings: ['settings'], set_limit: ['settings'], adapt_wording: ['wording'], import_law_text: ['law'], freeze_report: ['report'], found_committee: ['committee'],
  conclude_complaint: ['appeals'], conclude_violation: ['outward'], record_service: ['papers'], issue_paper: ['papers'], void_paper: ['papers'], edit_paper: ['papers'], record_step: ['papers'], draft_paper: ['papers'], drop_draft: ['papers'], correct_service: ['papers'],
}
/** Everything else of a meeting is done in it. */
const OF_MEETINGS = new Set(['change_meeting', 'cancel_meeting', 'remove_item', 'order_items', 'send_notices', 'record_reply', 'designate_host', 'seat_adviser', 'open_meeting', 'arrive', 'depart', 'take_up', 'recuse', 'return_recused', 'record_vote', 'record_votes', 'second_ballot', 'record_remarks', 'close_item', 'defer_item', 'close_meeting', 'correct_vote', 'run_aftermath'])

/** Acts whose form asks for its own subject, or needs none. */
const BY_THEMSELVES = new Set([
  'determine_scope', 'judge_list', 'scan_conflicts', 'issue_supplement', 'receive_supplement', 'refuse', 'accept', 'withdraw', 'correct_application', 'extend', 'designate_reviewers', 'record_opinion', 'convert',
  'conclude_simplified', 'send_rereview', 'rereview_received', 'record_rereview', 'decide_after_rereview', 'place_item', 'write_decision', 'verify_changes', 'record_appeal', 'conclude_appeal', 'resubmit',
  'start_round', 'report_change', 'suspend', 'resume', 'terminate', 'complete', 'archive', 'reopen', 'register_listed', 'record_foreign_approval', 'record_complaint', 'record_consultation', 'record_violation', 'register_committee', 'record_contact',
  'appoint_member', 'renew_term', 'end_term', 'correct_member', 'record_undertaking', 'record_interest', 'record_training', 'register_adviser', 'choose_overlay', 'designate_period', 'end_designation', 'submit_report', 'adopt_rule', 'change_committee', 'import_calendar', 'set_image', 'plan_meeting',
  'register_body', 'commission_review', 'record_commissioned', 'recognise_result',
])
const opensByItself = (tag: string): boolean => BY_THEMSELVES.has(tag)

const titleOf = (hit: SearchHit): string => (isEnglish() && hit.title_en) || hit.title
const detailOf = (hit: SearchHit): string => !isEnglish() ? hit.detail : hit.detail_en || (hit.title_en ? '' : hit.detail)

/** Where a hit leads. Acts are opened where they are done, by the page that knows their form. */
export function follow(hit: SearchHit): void {
  switch (hit.kind) {
    case 'article': return showArticle(hit.id)
    case 'member': return go('committee', undefined, { member: hit.id })
    case 'place': return go(hit.id)
    case 'act': {
      // An act with a form opens it; what it is about is asked there. The others are done on a page.
      if (opensByItself(hit.id)) return startAct(hit.id, { words: titleOf(hit) })
      const [page, id] = WHERE_DONE[hit.id] ?? (OF_MEETINGS.has(hit.id) ? ['meetings'] : ['cases'])
      return go(page, id, id ? undefined : { act: hit.id })
    }
    case 'consultation': return go('outward', undefined, { tab: 'consultations' })
    case 'material': return go('case', hit.id, { part: 'materials' })
    case 'paper': return hasPage('paper') ? go('paper', hit.id) : go('papers', undefined, { paper: hit.id })
    default: return hasPage(hit.kind) ? go(hit.kind, hit.id) : go(placeOf(hit.kind) ?? 'today', hit.id)
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
    const hits: SearchHit[] = PLACES.map((place) => ({ kind: 'place', id: place, title: t(`frame.place_${place}`), detail: `Alt ${digitOf(place)}`, title_en: '', detail_en: '', how_zh: '', how_en: '' }))
    hits.push({ kind: 'place', id: 'why', title: t('why.title'), detail: '', title_en: '', detail_en: '', how_zh: '', how_en: '' })
    hits.splice(PLACES.indexOf('report') + 1, 0, { kind: 'place', id: 'outward', title: t('outward.title'), detail: t('frame.place_report'), title_en: '', detail_en: '', how_zh: '', how_en: '' })
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
                    <span className="grow cut">{titleOf(hit)}<span className="second"> {detailOf(hit)}</span></span>
                    <span className="hint">{isEnglish() ? hit.how_en : hit.how_zh}</span>
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
