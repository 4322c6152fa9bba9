//! The items of the packet with how far each has come, and below the open one its documents with the page numbers that run through the
//! packet; below the open document the contents it brings along.

import { useEffect, useState } from 'react'
import { reading } from '../../api'
import type { Contents, ItemLine, OutlineView } from '../../generated/types'
import { Lamp } from '../../parts/Lamp'
import { say, sayOf, t } from '../../words'
import { contentsOf, lampOfItem, running, type Place } from './lines'

export interface ItemsProps {
  contents: Contents
  line: ItemLine | undefined
  place: Place | null
  onItem(id: string): void
  onPlace(place: Place): void
}

export function Items({ contents, line, place, onItem, onPlace }: ItemsProps) {
  const outline = useOutline(place?.document ?? '')
  const contents_ = contentsOf(outline?.document === place?.document ? (outline?.lines ?? []) : [], place?.page ?? 1)
  const news = (id: string): string[] => (contents.since?.items ?? []).filter((one) => one.item === id).map((one) => say(one))
  return (
    <nav className="reading-items" aria-label={t('reading.items')}>
      {contents.items.map((one) => {
        const { item, state, n } = one
        const open = item.id === line?.item.id
        const about = [say({ zh: item.kind_zh, en: item.kind_en }), item.minutes > 0 ? t('reading.minutes', { n: item.minutes }) : ''].filter(Boolean)
        return (
          <div key={item.id} className="reading-item-box">
            <button type="button" className="reading-item" aria-current={open ? 'true' : undefined} onClick={() => onItem(item.id)}>
              <span className="reading-no">{n}</span>
              <span className="grow"><span className="reading-item-title">{item.title}</span><span className="reading-item-about">{about.join(t('reading.comma'))}{news(item.id).length > 0 ? <strong className="amber"> {t('reading.has_news')}</strong> : null}</span></span>
              <Lamp state={lampOfItem(state)} size={17} label={t(`reading.state_${state}`)} />
            </button>
            {open && item.documents.length > 0 ? (
              <ul className="reading-documents">
                {changes(news(item.id), item.changed_since).length > 0 ? <li className="reading-changed">{t('reading.changed')}{changes(news(item.id), item.changed_since).map((words) => <span key={words}>{words}</span>)}</li> : null}
                {item.documents.map((document) => (
                  <li key={document.id}>
                    <button type="button" aria-current={document.id === place?.document ? 'page' : undefined} onClick={() => onPlace({ document: document.id, page: 1 })}>
                      <span className="grow" title={`${document.title} ${document.label}`}>{plainName(document.title)} <span className="second">{document.label.split('，')[0]}</span></span>
                      <span className="whole">{document.first_page > 0 ? t('reading.page', { n: document.first_page }) : ''}</span>
                    </button>
                    {document.id === place?.document && contents_.shown.length > 1 ? (
                      <ul className="reading-contents" aria-label={t('reading.contents_of', { title: document.title })}>
                        {contents_.shown.map((one, i) => (
                          <li key={i}>
                            <button type="button" data-level={one.level} aria-current={one === contents_.at ? 'location' : undefined} onClick={() => onPlace({ document: document.id, page: one.page })}>
                              <span className="grow">{one.title}</span><span className="whole">{running(document, one.page)}</span>
                            </button>
                          </li>
                        ))}
                      </ul>
                    ) : null}
                  </li>
                ))}
              </ul>
            ) : null}
          </div>
        )
      })}
      <p className="reading-whose">{contents.committee}{contents.role_zh ? <><br />{contents.reader} {sayOf(contents, 'role')}</> : null}</p>
    </nav>
  )
}

/** 实施方案.pdf is 实施方案 to a reader. */
const plainName = (title: string): string => title.replace(/\.(pdf|docx?|xlsx?|pptx?|txt|jpe?g|png)$/i, '')

/** What this machine sees to be new; where it had no earlier edition, what the secretary says changed. */
const changes = (seen: string[], told: string[]): string[] => (seen.length > 0 ? seen : told)

/** The bookmarks of a document, asked for once while the page is shown. */
const known = new Map<string, OutlineView>()
function useOutline(document: string): OutlineView | null {
  const [view, setView] = useState<OutlineView | null>(known.get(document) ?? null)
  useEffect(() => {
    let live = true
    const have = known.get(document)
    if (have || document === '') { setView(have ?? null); return }
    // A document without contents is read all the same; what fails here is said where its page is shown.
    reading<OutlineView>({ reading: 'outline', document }).then((found) => { known.set(document, found); if (live) setView(found) }, () => undefined)
    return () => { live = false }
  }, [document])
  return view
}
/** Another packet may name its documents alike. */
export const forgetContents = (): void => known.clear()
