//! Words looked for in all documents that may be shown. The desk reads on for a moment at a time and is asked again until it has read
//! all; what it cannot read (a photograph of a page) is said.

import { useEffect, useState } from 'react'
import { failureOf, reading } from '../../api'
import type { Contents, FoundView } from '../../generated/types'
import { ErrorPanel } from '../../parts/ErrorPanel'
import type { Failure } from '../../shape'
import { t } from '../../words'
import { running, type Place } from './lines'

export interface FindProps {
  contents: Contents
  text: string
  onPlace(item: string, place: Place): void
}

export function Find({ contents, text, onPlace }: FindProps) {
  const [found, setFound] = useState<FoundView | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    let live = true
    const look = async (): Promise<void> => {
      for (;;) {
        const view = await reading<FoundView>({ reading: 'find', text })
        if (!live) return
        setFound(view)
        setFailure(null)
        if (view.read >= view.all) return
      }
    }
    const timer = window.setTimeout(() => void look().catch((thrown) => { if (live) setFailure(failureOf(thrown)) }), 200)
    return () => { live = false; window.clearTimeout(timer) }
  }, [text])
  if (failure) return <ErrorPanel failure={failure} />
  if (!found || found.text !== text) return <p className="reading-find-state">{t('reading.finding')}</p>
  const whole = found.read >= found.all
  return (
    <div className="reading-find">
      <p className="reading-find-state" role="status">
        {whole ? t('reading.found', { n: found.hits.length }) : t('reading.finding_pages', { n: found.read, all: found.all })}
        {found.unwritten > 0 && whole ? <span> {t('reading.unwritten', { n: found.unwritten })}</span> : null}
      </p>
      <ul>
        {found.hits.map((hit) => {
          const item = contents.items.find((one) => one.item.id === hit.item)
          const document = item?.item.documents.find((one) => one.id === hit.document)
          if (!item || !document) return null
          return (
            <li key={`${hit.document}/${hit.page}`}>
              <button type="button" onClick={() => onPlace(hit.item, { document: hit.document, page: hit.page })}>
                <span className="reading-find-where">{item.n} {document.title} <span className="whole">{t('reading.page', { n: running(document, hit.page) })}</span>{hit.times > 1 ? <span className="second"> {t('reading.times', { n: hit.times })}</span> : null}</span>
                <span className="reading-find-words">{hit.before}<mark>{hit.hit}</mark>{hit.after}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
