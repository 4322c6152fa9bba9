//! What has to be known of the packet as a whole before one reads: that its committee is met here for the first time, that a newer
//! edition lies on this machine, what is new since the one before. Each goes once it is answered.

import { useState } from 'react'
import { failureOf, reading } from '../../api'
import { awaitKept, discard, leaveChair, packet } from '../../chair'
import { dateWords, instantParts } from '../../dates'
import type { Contents, ReadingState } from '../../generated/types'
import { ActButton } from '../../parts/ActButton'
import { Dialog } from '../../parts/Dialog'
import { ErrorPanel, Message } from '../../parts/ErrorPanel'
import type { Failure } from '../../shape'
import { say, t } from '../../words'
import { settled } from './fill'

const dayOf = (instant: string): string => dateWords(instantParts(instant)?.date ?? instant)

export function Strips({ contents, onItem }: { contents: Contents; onItem(id: string): void }) {
  const [failure, setFailure] = useState<Failure | null>(null)
  const [refusing, setRefusing] = useState(false)
  const [seen, setSeen] = useState(false)
  const [all, setAll] = useState(false)
  const tried = (work: Promise<unknown>): void => void work.catch((thrown) => setFailure(failureOf(thrown)))
  const { newer, since } = contents
  const compare = (): void => tried(reading<ReadingState>({ reading: 'compared' }).then((state) => packet.set(state)))
  const news = since?.items ?? []
  const go = (id: string): void => { setAll(false); if (id) onItem(id) }
  return (
    <div className="reading-strips">
      {failure ? <ErrorPanel failure={failure} acts={[{ words: t('parts.close'), run: () => setFailure(null) }]} /> : null}
      {contents.unknown ? (
        <Message tone="amber" title={t('reading.first_met', { name: contents.committee })} acts={[{ words: t('reading.digits_agree'), run: compare }, { words: t('reading.digits_differ'), run: () => setRefusing(true) }]}>
          <span className="reading-digits" aria-label={t('reading.committee_digits')}>{contents.committee_key}</span> {t('reading.first_met_about')}
        </Message>
      ) : null}
      {newer ? <Message tone="amber" title={t('reading.is_older', { n: contents.edition, newer: newer.edition, date: dayOf(newer.created) })} acts={[{ words: t('reading.open_newer'), run: () => tried(settled().then(() => awaitKept(newer.id))) }]} /> : null}
      {since && !seen && !newer ? (
        <Message
          tone={news.length > 0 ? 'amber' : 'plain'} title={news.length > 0 ? t('reading.news', { n: news.length, edition: since.edition, date: dayOf(since.created) }) : t('reading.no_news', { edition: since.edition })}
          acts={[...(news.length > 0 ? [{ words: t('reading.see_news'), run: () => setAll(true) }] : []), { words: t('reading.noted'), run: () => setSeen(true) }]}
        >
          {since.kept > 0 ? t('reading.taken_over', { n: since.kept }) : null}
        </Message>
      ) : null}
      {all && since ? (
        <Dialog title={t('reading.news_title', { edition: since.edition, date: dayOf(since.created) })} width={620} onClose={() => setAll(false)} foot={<ActButton main combo="Enter" onPress={() => { setAll(false); setSeen(true) }}>{t('reading.noted')}</ActButton>}>
          <ul className="reading-news">
            {news.map((one, i) => <li key={i}>{one.item ? <button type="button" className="link" onClick={() => go(one.item)}>{one.title}</button> : <strong>{one.title}</strong>}<span>{say(one)}</span></li>)}
          </ul>
        </Dialog>
      ) : null}
      {refusing ? (
        <Dialog
          title={t('reading.digits_differ_title')} width={560} onClose={() => setRefusing(false)}
          foot={
            <>
              <ActButton onPress={() => setRefusing(false)}>{t('reading.keep_it')}</ActButton>
              <ActButton main onPress={() => tried(settled().then(() => removeOpen(contents)))}>{t('reading.remove_and_close')}</ActButton>
            </>
          }
        >
          <p>{t('reading.digits_differ_about')}</p>
        </Dialog>
      ) : null}
    </div>
  )
}

async function removeOpen(contents: Contents): Promise<void> {
  await discard(contents.id)
  await leaveChair()
}
