//! The selected paper beside the register: its page from the very bytes that are printed and saved, and what can be done with it.

import { useEffect, useState } from 'react'
import { startAct } from '../../acts/start'
import type { PaperRow } from '../../generated/types'
import { Empty, PaperPreview, savePdf, Tag } from '../../parts'
import { failureOf } from '../../api'
import type { Failure } from '../../shape'
import { ErrorPanel, openPaper } from '../../parts'
import { go } from '../../router'
import { isEnglish, t } from '../../words'
import { nameOf } from './way'

export function Beside({ row }: { row: PaperRow | null }) {
  const [rested, setRested] = useState(row?.id ?? '')
  const [failure, setFailure] = useState<Failure | null>(null)
  const id = row?.id ?? ''
  useEffect(() => {
    setFailure(null)
    const timer = window.setTimeout(() => setRested(id), 110)
    return () => window.clearTimeout(timer)
  }, [id])
  if (!row) return <div className="beside-empty"><Empty title={t('papers.none_selected')} /></div>
  const copies = row.done.find((done) => done.step === 'printed')?.copies ?? 0
  const acts: { words: string; run(): void }[] = [
    { words: t('papers.full'), run: () => openPaper({ paper: 'preview', id: row.id }, nameOf(row)) },
    { words: t('papers.details'), run: () => go('paper', row.id) },
    ...(row.state === 'draft' ? [{ words: t('papers.edit'), run: () => go('paper', row.id) }, { words: t('papers.drop'), run: () => startAct('drop_draft', { paper: row.id }) }] : []),
    ...(row.state === 'issued' && row.case && row.steps.includes('served') ? [{ words: t('papers.receipt'), run: () => openPaper({ paper: 'draft_preview', kind: 'service_receipt', about: { case: row.case }, with: { paper: row.id } }, t('papers.receipt_title')) }] : []),
    { words: t('papers.save'), run: () => { setFailure(null); savePdf({ bytes: 'paper', id: row.id }).catch((thrown) => setFailure(failureOf(thrown))) } },
    ...(row.state === 'issued' ? [{ words: t('papers.void'), run: () => startAct('void_paper', { paper: row.id, words: t('papers.void') }) }] : []),
  ]
  return (
    <>
      <p className="second beside-acts"><span>{t(`papers.is_${row.state}`)}{copies > 0 ? `${isEnglish() ? ', ' : '，'}${t('papers.copies', { n: copies })}` : ''}</span>{acts.map((act) => <button type="button" key={act.words} className="link" onClick={act.run}>{act.words}</button>)}</p>
      {failure ? <ErrorPanel failure={failure} acts={[{ words: t('parts.close'), run: () => setFailure(null) }]} /> : null}
      <PaperPreview
        request={rested ? { paper: 'preview', id: rested } : null} label={nameOf(row)} keys={false}
        head={<span className="row wrap"><strong>{row.number || row.title}</strong>{row.state === 'draft' ? <Tag tone="amber">{t('papers.draft')}</Tag> : row.state === 'void' ? <Tag tone="red">{t('parts.void')}</Tag> : null}</span>}
      />
    </>
  )
}
