//! 设置与备份: a list of settings at the left, each with the article where a rule binds it; at the right the one chosen. What is a choice of the
//! committee is an act and stands in the journal; what belongs to this window is remembered by the window.

import './settings.css'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { startAct } from '../../acts/start'
import { wantedYear } from '../../calendar'
import type { SettingsView } from '../../generated/types'
import { useToday } from '../../here'
import { useLook } from '../../look'
import { hasPage, type PageProps } from '../../pages'
import { ActButton, ErrorPanel, Lamp, lampOf, PageHead, Panes, Register, type Column, type LampState, type RowGroup } from '../../parts'
import { go, useKept } from '../../router'
import { say, t } from '../../words'
import { Trail } from '../case/Trail'
import { About } from './About'
import { Backup } from './Backup'
import { Calendars } from './Calendars'
import { Display } from './Display'
import { Images } from './Images'
import { KeyParts } from './Keys'
import { Letterhead } from './Letterhead'
import { Practice } from './Practice'
import { Parameters } from './Parameters'
import { Verify } from './Verify'

const PARTS = ['backup', 'keys', 'verify', 'letterhead', 'images', 'wording', 'practice', 'parameters', 'calendars', 'display', 'journal', 'about'] as const
export type Part = (typeof PARTS)[number]
const GROUPS: [string, Part[]][] = [['safe', ['backup', 'keys', 'verify', 'journal']], ['paper', ['letterhead', 'images', 'wording']], ['rule', ['practice', 'parameters', 'calendars']], ['window', ['display', 'about']]]

interface Row { part: Part; lamp: LampState | null }

/** Acts that are done on one of these parts. */
const PART_OF: Record<string, Part> = { import_calendar: 'calendars', set_image: 'images', change_settings: 'practice', change_committee: 'letterhead', adapt_wording: 'wording' }
let opened: Record<string, string> | null = null

export default function Settings({ params }: PageProps) {
  const today = useToday()
  const { view, failure, again } = useLook<SettingsView>({ view: 'settings' })
  const asked = (params.part ?? PART_OF[params.act ?? '']) as Part | undefined
  const [kept, setKept] = useKept<Part>('part', asked ?? 'backup')
  const [row, setRow] = useKept<string>('row.settings', kept)
  const part = PARTS.includes(row as Part) ? (row as Part) : 'backup'
  useEffect(() => { if (asked) { setKept(asked); setRow(asked) } }, [asked, setKept, setRow])
  const there = view !== null
  useEffect(() => {
    if (!there || !params.act || opened === params) return
    opened = params
    if (params.act === 'adapt_wording' && hasPage('wording')) go('wording')
    else if (params.act !== 'change_settings') startAct(params.act)
  }, [there, params])
  const lamp = view ? lampOf(view.backup.lamp) : null
  const missingYear = view ? !view.calendars.some((one) => one.year === wantedYear(today)) : false
  const groups = useMemo<RowGroup<Row>[]>(() => GROUPS.map(([key, parts]) => ({
    key, head: <strong>{t(`settings.group_${key}`)}</strong>, rows: parts.filter((one) => one !== 'wording' || hasPage('wording')).map((one) => ({ part: one, lamp: one === 'backup' ? lamp : one === 'calendars' && missingYear ? 'risk' : null })),
  })), [lamp, missingYear])
  const columns = useMemo<Column<Row>[]>(() => [
    { key: 'name', head: '', fixed: true, priority: 1, text: (one) => t(`settings.part_${one.part}`), cell: (one) => t(`settings.part_${one.part}`) },
    { key: 'lamp', head: '', width: 18, fixed: true, priority: 2, cell: (one) => (one.lamp ? <Lamp state={one.lamp} size={14} /> : null) },
  ], [])
  const keyOf = useCallback((one: Row) => one.part, [])
  if (!view) return failure ? <div className="page-alone"><ErrorPanel failure={failure} acts={[{ words: t('frame.again'), run: again }]} /></div> : null
  return (
    <>
      <PageHead title={t('frame.place_settings')} lines={[say(view.backup), t('settings.where', { folder: view.folder })]} />
      {failure ? <ErrorPanel failure={failure} /> : null}
      <Panes
        name="settings" mainName={t(`settings.part_${part}`)}
        left={{ width: 212, name: t('frame.place_settings'), flush: true, grey: true, body: <Register name="settings" label={t('frame.place_settings')} headless rowHeight={34} columns={columns} groups={groups} keyOf={keyOf} /> }}
      >
        <div className="settings-body" key={part}>
          <h2 className="settings-title">{t(`settings.part_${part}`)}</h2>
          <p className="settings-lead">{t(`settings.lead_${part}`)}</p>
          {part === 'backup' ? <Backup view={view} /> : null}
          {part === 'keys' ? <KeyParts view={view} /> : null}
          {part === 'verify' ? <Verify /> : null}
          {part === 'journal' ? <Journal title={t('settings.part_journal')} /> : null}
          {part === 'letterhead' ? <Letterhead view={view} /> : null}
          {part === 'images' ? <Images view={view} /> : null}
          {part === 'wording' ? <Leads to="wording" words={t('settings.open_wording')} /> : null}
          {part === 'practice' ? <Practice view={view} /> : null}
          {part === 'parameters' ? <Parameters view={view} /> : null}
          {part === 'calendars' ? <Calendars view={view} /> : null}
          {part === 'display' ? <Display view={view} /> : null}
          {part === 'about' ? <About view={view} /> : null}
        </div>
      </Panes>
    </>
  )
}


/** The whole journal: its own page, or the sheet of what was done, newest first. */
function Journal({ title }: { title: string }) {
  const [open, setOpen] = useState(false)
  return (
    <div>
      <ActButton main combo="Ctrl+Enter" onPress={() => (hasPage('journal') ? go('journal') : setOpen(true))}>{t('settings.open_journal')}</ActButton>
      {open ? <Trail kind="" id="" title={title} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}

function Leads({ to, words }: { to: string; words: string }) {
  return <div><ActButton main combo="Ctrl+Enter" onPress={() => go(to)}>{words}</ActButton></div>
}
