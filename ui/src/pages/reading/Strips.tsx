//! What has to be known of the packet as a whole before one reads: that its committee is met here for the first time, that a newer
//! edition lies on this machine, what is new since the one before. One at a time, so that the page keeps its height; each goes once it is
//! answered.

import { useState, type ReactNode } from 'react'
import { failureOf, reading } from '../../api'
import { awaitKept, discard, leaveChair, packet } from '../../chair'
import { dateWords, instantParts } from '../../dates'
import type { Contents, ReadingState } from '../../generated/types'
import { ActButton } from '../../parts/ActButton'
import { Dialog } from '../../parts/Dialog'
import { ErrorPanel } from '../../parts/ErrorPanel'
import { Lamp, type LampState } from '../../parts/Lamp'
import type { Failure } from '../../shape'
import { say, t } from '../../words'
import { settled } from './fill'

/** Without the year when it is this one. */
const dayOf = (instant: string): string => dateWords(instantParts(instant)?.date ?? instant, { year: Number(packet.get()?.now.slice(0, 4)) })

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
        <Strip label={t('reading.committee_digits')} lamp="risk" acts={[{ words: t('reading.digits_agree'), run: compare }, { words: t('reading.digits_differ'), run: () => setRefusing(true) }]} beside={<span className="reading-digits">{contents.committee_key}</span>}>
          <strong>{t('reading.first_met', { name: contents.committee })}</strong> <span className="reading-strip-about">{t('reading.first_met_about')}</span>
        </Strip>
      ) : null}
      {newer && !contents.unknown ? (
        <Strip label={t('reading.open_newer')} lamp="risk" acts={[{ words: t('reading.open_newer'), run: () => tried(settled().then(() => awaitKept(newer.id))) }]}>
          <strong>{t('reading.is_older', { n: contents.edition, newer: newer.edition, date: dayOf(newer.created) })}</strong>
        </Strip>
      ) : null}
      {since && !seen && !newer && !contents.unknown ? (
        <Strip label={t('reading.see_news')} lamp={news.length > 0 ? 'risk' : 'note'} acts={[...(news.length > 0 ? [{ words: t('reading.see_news'), run: () => setAll(true) }] : []), { words: t('reading.noted'), run: () => setSeen(true) }]}>
          <strong>{news.length > 0 ? t('reading.news', { n: news.length, edition: since.edition, date: dayOf(since.created) }) : t('reading.no_news', { edition: since.edition })}</strong> {since.kept > 0 ? <span className="reading-strip-about">{t('reading.taken_over', { n: since.kept })}</span> : null}
        </Strip>
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

interface StripProps {
  label: string
  lamp: LampState
  acts: { words: string; run(): void }[]
  beside?: ReactNode
  children: ReactNode
}

/** One row while there is room: what is to be known, and at the right what can be done about it. */
const Strip = ({ label, lamp, acts, beside, children }: StripProps) => (
  <section className={`reading-strip reading-strip-${lamp}`} aria-label={label}>
    <Lamp state={lamp} size={20} />
    <span className="grow">{children}</span>
    {beside}
    <span className="row">{acts.map((act) => <ActButton key={act.words} size="large" onPress={act.run}>{act.words}</ActButton>)}</span>
  </section>
)

async function removeOpen(contents: Contents): Promise<void> {
  await discard(contents.id)
  await leaveChair()
}
