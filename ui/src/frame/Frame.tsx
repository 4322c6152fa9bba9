//! The frame round every page and the keys that work everywhere. It draws where one is, never what one should do.

import { Suspense, useEffect, useState } from 'react'
import { useKeys, type Key } from '../keys'
import { digitOf, isBare, pageNamed, PLACES, placeOf, readAhead } from '../pages'
import { Empty } from '../parts/Empty'
import { ErrorPanel, Message } from '../parts/ErrorPanel'
import { PaperSheetHost } from '../parts/PaperSheet'
import { FootLine } from '../parts/UndoLine'
import { WhyDateHost } from '../parts/WhyDate'
import { WorkingBar } from '../parts/Working'
import { back, canGoBack, go, useRoute } from '../router'
import { setZoom, step, zoom } from '../zoom'
import type { Condition } from '../shape'
import { useWatched, watched } from '../store'
import { say, t } from '../words'
import { ActHost } from '../acts/ActHost'
import { Caught } from './Caught'
import { KeySheet } from './KeySheet'
import { Palette } from './Palette'
import { Places } from './Places'
import { SidePanel } from './SidePanel'
import { articleInSight, showArticle, showHelp, side } from '../side'
import { comeBack, lock, privacy, setPrivacy, useFrame, useIdleLock } from '../here'
import { StatusBar } from './StatusBar'
import { TopBar } from './TopBar'
import { movePane, toggleFullScreen } from './window'

/** What opening the file found: a clock set back, an unclean end, a synchronised folder. Each stays until it is answered. */
function Notices({ notices }: { notices: readonly Condition[] }) {
  const answered = useWatched(answeredNotices)
  const shown = notices.filter((notice) => !answered.has(notice.zh))
  if (shown.length === 0) return null
  return (
    <div className="notices">
      {shown.map((notice) => (
        <Message
          key={notice.zh} tone={notice.lamp === 'block' ? 'red' : notice.lamp === 'ask' ? 'amber' : 'plain'} title={say(notice)}
          acts={[{ words: t('frame.noted'), run: () => answeredNotices.set(new Set([...answered, notice.zh])) }]}
        />
      ))}
    </div>
  )
}
const answeredNotices = watched<ReadonlySet<string>>(new Set())

type Over = 'search' | 'keys' | null

export function Frame() {
  const { view, failure } = useFrame()
  const route = useRoute()
  const [over, setOver] = useState<Over>(null)
  const topic = placeOf(route.page) ?? route.page

  const everywhere: Key[] = [
    ...PLACES.map((place): Key => ({
      combo: `Alt+Digit${digitOf(place)}`, label: t('frame.change_place'), caps: ['Alt 1 … 9 0'], run: () => go(place),
    })),
    { combo: 'Ctrl+KeyK', label: t('frame.keys_search'), run: () => setOver('search') },
    { combo: 'Ctrl+KeyN', label: t('frame.keys_new'), run: () => go('intake', 'new') },
    { combo: 'Escape', label: t('frame.keys_back'), run: () => back() },
    { combo: 'F1', label: t('frame.keys_help'), run: () => (side.get()?.kind === 'help' ? side.set(null) : showHelp(topic)) },
    { combo: 'F3', label: t('frame.keys_article'), run: () => { const cite = articleInSight(); if (cite) showArticle(cite) } },
    { combo: 'F6', label: t('frame.keys_pane'), run: () => movePane(1) },
    { combo: 'Shift+F6', label: t('frame.keys_pane_back'), run: () => movePane(-1) },
    { combo: 'F8', label: t('frame.keys_privacy'), run: () => setPrivacy(!privacy.get()) },
    { combo: 'F11', label: t('frame.keys_full'), run: () => void toggleFullScreen() },
    { combo: 'Ctrl+Equal', label: t('frame.keys_zoom'), caps: ['Ctrl +', 'Ctrl −', 'Ctrl 0'], run: () => void setZoom(step(zoom.get(), 1)) },
    { combo: 'Ctrl+Shift+Equal', label: t('frame.keys_zoom'), run: () => void setZoom(step(zoom.get(), 1)) },
    { combo: 'Ctrl+Minus', label: t('frame.keys_zoom'), run: () => void setZoom(step(zoom.get(), -1)) },
    { combo: 'Ctrl+Digit0', label: t('frame.keys_zoom'), run: () => void setZoom(1) },
    { combo: 'Ctrl+KeyL', label: t('frame.keys_lock'), run: () => void lock() },
    { combo: 'Shift+Slash', label: t('frame.keys_all'), run: () => setOver('keys') },
  ]
  useKeys('everywhere', everywhere)
  useEffect(readAhead, [])
  useIdleLock(view?.lock_minutes ?? 0)
  const open = view !== null
  useEffect(() => { if (view) comeBack(view) /* once, when the file is open */ }, [open])
  useEffect(() => {
    document.title = view ? `${view.demo ? `${t('frame.demo')} ` : ''}${view.committee}` : t('frame.name')
  }, [view])

  if (!view) {
    // One pass under a tenth of a second: no skeleton. A failure is said where the page would be.
    return failure ? <div className="page-alone"><ErrorPanel failure={failure} /></div> : null
  }
  const Page = pageNamed(route.page)
  const page = (
    <main className="page" key={`${route.page}/${route.id ?? ''}/${JSON.stringify(route.params ?? {})}`}>
      <WorkingBar />
      <Notices notices={view.notices} />
      <Caught>
        <Suspense fallback={null}>
          {Page ? <Page id={route.id ?? ''} params={route.params ?? {}} /> : <Empty title={t('frame.no_page')} acts={canGoBack() ? [{ words: t('frame.keys_back'), combo: 'Escape', run: () => back() }] : []} />}
        </Suspense>
      </Caught>
      <FootLine />
    </main>
  )
  const above = (
    <>
      <SidePanel />
      <WhyDateHost />
      <PaperSheetHost />
      <ActHost />
      {over === 'search' ? <Palette onClose={() => setOver(null)} /> : null}
      {over === 'keys' ? <KeySheet onClose={() => setOver(null)} /> : null}
    </>
  )
  if (isBare(route.page)) return <div className="frame bare">{page}{above}</div>
  return (
    <div className="frame">
      <TopBar view={view} onSearch={() => setOver('search')} />
      <Places counts={view.counts} />
      {page}
      <StatusBar view={view} onKeys={() => setOver('keys')} onHelp={() => showHelp(topic)} />
      {above}
    </div>
  )
}
