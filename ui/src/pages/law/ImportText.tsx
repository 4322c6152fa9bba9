//! Importing the official wording: pasted or read from a text file. Before anything is written the desk says what it made of it, article by
//! article, and what looks wrong. The text stays in the committee's own file.

import { useEffect, useRef, useState } from 'react'
import { failureOf, rehearse } from '../../api'
import { useDraft } from '../../draft'
import { ActButton, Dialog, ErrorPanel, FindingList, Lamp, Segmented, TextArea, useDo } from '../../parts'
import type { Failure, Finding } from '../../shape'
import { t } from '../../words'

export type Instrument = 'measures' | 'ethics'

interface Heard { face: string; findings: readonly Finding[]; failure: Failure | null }
interface Read { cite: string; zh: string; head: string }

/** What the desk read, from the facts of its finding. */
function readIn(findings: readonly Finding[]): Read[] {
  for (const finding of findings) {
    const facts = finding.facts as { articles?: Read[] } | null | undefined
    if (facts?.articles) return facts.articles
  }
  return []
}

/** Older text files are in GB18030. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const READABLE = /\.(txt|md|text)$/i

export function ImportText({ first, known, onClose }: { first: Instrument; known: Record<Instrument, boolean>; onClose(): void }) {
  const draft = useDraft<{ which: Instrument; text: string }>('law.import', { which: first, text: '' })
  const { which, text } = draft.value
  const [heard, setHeard] = useState<Heard | null>(null)
  const [refused, setRefused] = useState('')
  const picker = useRef<HTMLInputElement>(null)
  const doing = useDo()
  const act = { act: 'import_law_text', instrument: which, text }
  const empty = text.trim() === ''
  const face = `${which}${text}`
  useEffect(() => {
    if (empty) return setHeard(null)
    let live = true
    const timer = window.setTimeout(() => {
      rehearse({ act: 'import_law_text', instrument: which, text }).then(
        (findings) => live && setHeard({ face, findings, failure: null }),
        (thrown) => live && setHeard({ face, findings: [], failure: failureOf(thrown) }),
      )
    }, 300)
    return () => { live = false; window.clearTimeout(timer) }
  }, [face, which, text, empty])
  const fresh = heard?.face === face ? heard : null
  const read = fresh ? readIn(fresh.findings) : []
  const take = (file: File | undefined): void => {
    if (!file) return
    setRefused('')
    if (!READABLE.test(file.name)) return setRefused(t('law.not_text', { name: file.name }))
    void textOf(file).then((body) => draft.set({ which: body.includes('人工智能科技伦理审查与服务办法') ? 'measures' : which === 'measures' && body.includes('科技伦理审查办法') ? 'ethics' : which, text: body }))
  }
  const run = (): void => doing.run(act, { verb: t('law.import_verb'), draft: 'law.import', then: onClose })
  const locked = empty ? { reason: t('law.empty_text') } : !fresh ? { reason: t('parts.checking') } : fresh.failure ? { reason: t('law.cannot_read') } : undefined
  return (
    <>
      <Dialog
        title={t('law.import_title')} about={t('law.import_about')} width={900} onClose={onClose} footNote={t('law.import_foot')}
        foot={<><ActButton combo="Escape" quiet onPress={() => { draft.drop(); onClose() }}>{t('parts.cancel')}</ActButton><ActButton main combo="Ctrl+Enter" locked={locked} working={doing.working || undefined} onPress={run}>{t('law.import_verb')}</ActButton></>}
      >
        <div className="law-import">
          <div className="row wrap">
            <Segmented<Instrument> label={t('law.which')} value={which} onChange={(next) => draft.set((now) => ({ ...now, which: next }))} items={[{ key: 'measures', words: t('law.measures_full') }, { key: 'ethics', words: t('law.ethics_full') }]} />
            <span className="grow" />
            <ActButton icon="folder" onPress={() => picker.current?.click()}>{t('law.from_file')}</ActButton>
            <input ref={picker} type="file" accept=".txt,.md,.text" className="unseen" tabIndex={-1} aria-hidden="true" onChange={(event) => { take(event.target.files?.[0]); event.target.value = '' }} />
          </div>
          {known[which] ? <p className="hint">{t('law.replaces')}</p> : null}
          {refused ? <p className="field-error" role="alert">{refused}</p> : null}
          <div className="law-import-two" onDragOver={(event) => event.preventDefault()} onDrop={(event) => { event.preventDefault(); take(event.dataTransfer.files[0]) }}>
            <TextArea label={t('law.text')} hint={t('law.text_hint')} rows={15} value={text} onChange={(next) => draft.set((now) => ({ ...now, text: next }))} />
            <div className="law-import-read">
              <div className="second">{t('law.what_was_read')}</div>
              {empty ? <p className="hint">{t('law.nothing_read')}</p> : null}
              {fresh?.failure ? <ErrorPanel failure={fresh.failure} /> : null}
              {fresh && !fresh.failure ? (fresh.findings.length > 0 ? <FindingList findings={fresh.findings} label /> : <p className="law-text"><Lamp state="proven" size={14} /> {t('law.read_fine')}</p>) : null}
              {read.length > 0 ? <div className="law-read-list" tabIndex={0} aria-label={t('law.what_was_read')}>{read.map((one) => <div key={one.cite}><strong>{one.zh}</strong> {one.head}</div>)}</div> : null}
            </div>
          </div>
        </div>
      </Dialog>
      {doing.dialog}
    </>
  )
}
