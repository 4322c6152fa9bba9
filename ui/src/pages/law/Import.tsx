//! Taking in the official text of one of the two instruments: pasted or read from a file, looked at article by article before it is put
//! in. How it is split is the desk's; what the desk doubts is shown. The text itself is never shipped with the product.

import { useEffect, useState } from 'react'
import { failureOf, look, rehearse } from '../../api'
import { citeName } from '../../articles'
import { ActButton, Dialog, ErrorPanel, Lamp, RadioField, TextArea, useDo, useDraft } from '../../parts'
import type { Failure } from '../../shape'
import { say, t } from '../../words'
import type { Preview } from './shape'

export type Instrument = 'measures' | 'ethics'

const QUIET = 350

export function Import({ first, onClose }: { first: Instrument; onClose(): void }) {
  const draft = useDraft<{ instrument: Instrument; text: string }>('law.import', { instrument: first, text: '' })
  const { instrument, text } = draft.value
  const [preview, setPreview] = useState<Preview | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [known, setKnown] = useState(false)
  const doing = useDo()
  const act = { act: 'import_law_text', instrument, text }
  useEffect(() => {
    setKnown(false)
    if (text.trim() === '') { setPreview(null); setFailure(null); return }
    let live = true
    const timer = window.setTimeout(() => {
      rehearse({ act: 'import_law_text', instrument, text }).then(() => { if (live) { setFailure(null); setKnown(true) } }, (thrown) => { if (live) setFailure(failureOf(thrown)) })
      // A desk of an earlier build cannot say how it would be split; it still takes or refuses the text.
      look<Preview>({ view: 'law_preview', text }).then((read) => { if (live) setPreview(read) }, () => { if (live) setPreview(null) })
    }, QUIET)
    return () => { live = false; window.clearTimeout(timer) }
  }, [instrument, text])
  const readFile = (files: FileList | null): void => {
    const file = files?.[0]
    if (file) void file.text().then((words) => draft.set((now) => ({ ...now, text: words })))
  }
  const put = (): void => doing.run(act, {
    verb: t('acts.import_law_text'), draft: 'law.import', then: onClose,
    gate: {
      title: t('law.import_gate', { law: t(`law.${instrument}`) }), about: t('law.import_about'),
      facts: preview ? [{ name: t('law.articles_read'), value: t('law.articles_n', { n: preview.articles.length }) }, { name: t('law.annex'), value: t('law.items_n', { n: preview.annex }) }, ...(preview.doubts.length > 0 ? [{ name: t('law.doubts'), value: preview.doubts.map((one) => say(one)).join('') }] : [])] : [],
    },
  })
  const locked = text.trim() === '' ? { reason: t('law.paste_first') } : failure ? { reason: say(failure) } : !known ? { reason: t('parts.checking') } : undefined
  return (
    <>
      <Dialog
        title={t('acts.import_law_text')} width={860} onClose={onClose} footNote={t('law.import_foot')}
        foot={<><ActButton combo="Escape" quiet onPress={() => { draft.drop(); onClose() }}>{t('parts.cancel')}</ActButton><ActButton main combo="Ctrl+Enter" onPress={put} locked={locked}>{t('law.import_do')}</ActButton></>}
      >
        <div className="law-import">
          <div className="law-import-left">
            <RadioField<Instrument> label={t('law.which')} row value={instrument} onChange={(next) => draft.set((now) => ({ ...now, instrument: next }))} options={[{ key: 'measures', words: t('law.measures_short') }, { key: 'ethics', words: t('law.ethics_short') }]} />
            <TextArea label={t('law.text')} hint={t('law.text_hint')} rows={12} value={text} onChange={(words) => draft.set((now) => ({ ...now, text: words }))} />
            <label className="link law-file">{t('law.from_file')}<input type="file" accept=".txt,text/plain" className="unseen" onChange={(event) => readFile(event.target.files)} /></label>
          </div>
          <div className="law-import-right" aria-live="polite">
            <p className="strong">{t('law.read_so_far')}</p>
            {failure ? <ErrorPanel failure={failure} /> : null}
            {text.trim() === '' ? <p className="second">{t('law.nothing_yet')}</p> : null}
            {preview && !failure ? <Split preview={preview} /> : null}
            {!preview && known ? <p className="row"><Lamp state="proven" size={14} />{t('law.taken')}</p> : null}
          </div>
        </div>
      </Dialog>
      {doing.dialog}
    </>
  )
}

function Split({ preview }: { preview: Preview }) {
  return (
    <>
      <p className="row"><Lamp state={preview.doubts.length > 0 ? 'risk' : 'proven'} size={14} />{t('law.split', { law: t(preview.law === 'M' ? 'law.measures' : 'law.ethics'), n: preview.articles.length, items: preview.annex })}</p>
      {preview.doubts.map((one, i) => <p className="row amber" key={i}><Lamp state="risk" size={14} />{say(one)}</p>)}
      <ol className="law-split">
        {preview.articles.map((one) => <li key={one.cite} className={one.text ? undefined : 'red'}><span>{citeName(one.cite)}</span><span className="cut second">{one.text ? one.text.split('\n')[0] : t('law.empty_article')}</span></li>)}
      </ol>
    </>
  )
}
