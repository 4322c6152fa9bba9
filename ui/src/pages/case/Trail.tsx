//! 全部留痕: the journal of one record in plain words, old value and new, with the reasons given. Read, never changed.

import { useState } from 'react'
import { instantWords } from '../../dates'
import type { JournalEntry, JournalView } from '../../generated/types'
import { useLook } from '../../look'
import { Dialog, ErrorPanel } from '../../parts'
import { say, sentence, t } from '../../words'

const PORTION = 60

export function Trail({ kind, id, title, onClose }: { kind: string; id: string; title: string; onClose(): void }) {
  const [limit, setLimit] = useState(PORTION)
  const { view, failure } = useLook<JournalView>({ view: 'journal', kind, id, offset: 0, limit })
  return (
    <Dialog title={t('case.trail')} about={view ? t('case.trail_n', { title, n: view.total }) : title} width={860} cross flush focus="none" onClose={onClose} footNote={view ? <code className="trail-head">{view.head}</code> : undefined}>
      <div className="trail">
        {failure ? <ErrorPanel failure={failure} /> : null}
        {view?.entries.map((entry) => <Entry key={entry.seq} entry={entry} />)}
        {view && view.entries.length < view.total ? <button type="button" className="link" onClick={() => setLimit((was) => was + PORTION)}>{t('case.trail_more', { n: view.total - view.entries.length })}</button> : null}
      </div>
    </Dialog>
  )
}

/** What changed, without the name of the record when the entry has said it. */
function plain(what: string, said: string): string {
  const at = [...what.matchAll(/ /g)].map((found) => found.index).reverse().find((index) => said.includes(what.slice(0, index)))
  return at === undefined ? what : what.slice(at + 1)
}

function Entry({ entry }: { entry: JournalEntry }) {
  return (
    <article className="trail-entry">
      <span className="second whole">{entry.seq}</span>
      <div className="grow">
        <div><strong>{sentence(say(entry))}</strong> <span className="second">{instantWords(entry.at)}　{entry.by}</span></div>
        {entry.reasons.map(([rule, reason]) => <p key={rule} className="second">{t('case.trail_reason', { reason })}</p>)}
        {entry.changes.map((change, i) => (
          <div key={i} className="trail-change"><span className="second">{plain(change.what, entry.zh)}</span><span>{change.old ? <><s>{change.old}</s> → </> : null}{change.new || <span className="quiet">{t('case.trail_gone')}</span>}</span></div>
        ))}
      </div>
    </article>
  )
}
