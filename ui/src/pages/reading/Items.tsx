//! The items of the packet with how far each has come, and below the open one its documents with the page numbers that run through the
//! packet.

import type { Contents, ItemLine } from '../../generated/types'
import { Lamp } from '../../parts/Lamp'
import { say, sayOf, t } from '../../words'
import { lampOfItem, type Place } from './lines'

export interface ItemsProps {
  contents: Contents
  line: ItemLine | undefined
  place: Place | null
  onItem(id: string): void
  onPlace(place: Place): void
}

export function Items({ contents, line, place, onItem, onPlace }: ItemsProps) {
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
              <span className="grow"><span className="reading-item-title">{item.title}</span><span className="reading-item-about">{about.join(t('reading.comma'))}</span></span>
              <Lamp state={lampOfItem(state)} size={17} label={t(`reading.state_${state}`)} />
            </button>
            {open && item.documents.length > 0 ? (
              <ul className="reading-documents">
                {item.changed_since.length > 0 ? <li className="reading-changed">{t('reading.changed')}{item.changed_since.map((words) => <span key={words}>{words}</span>)}</li> : null}
                {item.documents.map((document) => (
                  <li key={document.id}>
                    <button type="button" aria-current={document.id === place?.document ? 'page' : undefined} onClick={() => onPlace({ document: document.id, page: 1 })}>
                      <span className="grow">{document.title} {document.label}</span>
                      <span className="whole">{document.first_page > 0 ? t('reading.page', { n: document.first_page }) : ''}</span>
                    </button>
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
