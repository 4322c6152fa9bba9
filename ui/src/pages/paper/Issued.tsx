//! An issued or void paper: five steps with who and when, the service with its proof and the last day it starts, and what fixes the bytes.

import { useState, type ReactNode } from 'react'
import { failureOf } from '../../api'
import { startAct } from '../../acts/start'
import { dateWords, instantWords } from '../../dates'
import type { PaperRow, PaperStep, PaperView } from '../../generated/types'
import { useYear } from '../../here'
import { ActButton, DueDate, ErrorPanel, Facts, LeftChip, openPaper, PageHead, Panes, PaperPreview, printPdf, savePdf, SectionHead, StepCell, Table, Tag } from '../../parts'
import { go } from '../../router'
import type { Failure } from '../../shape'
import { isEnglish, sayOf, t } from '../../words'
import { Together } from '../papers/Together'
import { nextWords, startNext, stepState } from '../papers/way'

export function IssuedPage({ view, onTrail }: { view: PaperView; onTrail(): void }) {
  const { paper, row } = view
  const year = useYear()
  const [trouble, setTrouble] = useState<Failure | null>(null)
  const [together, setTogether] = useState<{ step: PaperStep; rows: PaperRow[] } | null>(null)
  const attempt = (work: () => Promise<unknown>): void => { setTrouble(null); work().catch((thrown) => setTrouble(failureOf(thrown))) }
  const name = paper.number || paper.title
  const next = nextWords(row)
  const act = (): void => startNext(row, (step, rows) => setTogether({ step, rows }))
  const served = paper.served
  const facts: { name: string; value: ReactNode }[] = [
    { name: t('paper.addressee'), value: paper.addressee || t('papers.for_the_file') },
    ...(paper.case ? [{ name: t('paper.case'), value: <button type="button" className="link" onClick={() => go('case', paper.case!)}>{row.case_number}</button> }] : []),
    ...(paper.meeting ? [{ name: t('paper.meeting'), value: <button type="button" className="link" onClick={() => go('meeting', paper.meeting!)}>{t('paper.to_meeting')}</button> }] : []),
    { name: t('paper.dated'), value: paper.dated ? dateWords(paper.dated, { full: true }) : '—' },
    ...(paper.issued_at ? [{ name: t('paper.issued_at'), value: instantWords(paper.issued_at, { full: true }) }] : []),
    { name: t('paper.pages'), value: t('acts_paper.pages_n', { n: paper.pages }) },
    ...(paper.check_code ? [{ name: t('paper.code'), value: <code>{paper.check_code}</code> }] : []),
    { name: t('paper.journal'), value: t('paper.journal_n', { n: paper.journal_seq }) },
    ...(paper.wording ? [{ name: t('paper.wording'), value: t('paper.wording_own') }] : []),
    ...(row.replaces ? [{ name: t('paper.replaces'), value: row.replaces }] : []),
    ...(paper.sha256 ? [{ name: 'SHA-256', value: <code className="hashline">{paper.sha256}</code> }] : []),
  ]
  return (
    <>
      <PageHead
        title={paper.void ? <s>{name}</s> : name}
        lines={[
          <span key="1">{paper.void ? <Tag tone="red">{t('parts.void')}</Tag> : <Tag tone="green">{t('paper.issued')}</Tag>} {paper.number ? (isEnglish() ? view.kind_en : paper.title) : ''} {paper.addressee}</span>,
          paper.void ? <span key="2">{t('paper.void_on', { date: dateWords(paper.void.on, { year }), reason: paper.void.reason })}{paper.void.replaced_by ? <> <button type="button" className="link" onClick={() => go('paper', paper.void!.replaced_by!)}>{t('paper.replacement')}</button></> : null}</span>
            : row.due ? <span key="2">{sayOf(row, 'clock')} <DueDate due={row.due} show="rolled" weekday midnight={Boolean(served)} {...(served && paper.case ? { case: paper.case, clock: 'appeal' } : {})} /> <LeftChip left={row.left} bare={row.left?.state === 'calm' || row.left?.state === 'waiting'} /></span>
              : t('papers.is_issued'),
        ]}
      >
        <ActButton combo="Ctrl+KeyS" hint={false} onPress={() => attempt(() => savePdf({ bytes: 'paper', id: paper.id }))}>{t('parts.save_pdf')}</ActButton>
        <ActButton combo="Ctrl+KeyP" icon="printer" onPress={() => attempt(() => printPdf({ bytes: 'paper', id: paper.id }))}>{t('papers.print')}</ActButton>
        {next ? <ActButton main combo="Ctrl+Enter" onPress={act}>{next}</ActButton> : null}
      </PageHead>
      {trouble ? <ErrorPanel failure={trouble} acts={[{ words: t('parts.close'), run: () => setTrouble(null) }]} /> : null}
      <Panes
        name="paper" mainName={t('paper.way')}
        right={{ width: 560, name: t('papers.page'), flush: true, body: <PaperPreview request={{ paper: 'preview', id: paper.id }} label={name} head={<button type="button" className="link" onClick={() => openPaper({ paper: 'preview', id: paper.id }, name)}>{t('papers.full')}</button>} /> }}
      >
        <div className="paperwords">
          <section>
            <SectionHead title={t('paper.way')} />
            <Table
              label={t('paper.way')} rows={row.steps} keyOf={(step) => step}
              columns={[
                { key: 'step', head: t('paper.step'), width: 120, cell: (step) => t(`acts_paper.step_${step}`) },
                { key: 'done', head: t('paper.done'), width: 130, cell: (step) => { const done = row.done.find((one) => one.step === step); const state = stepState(row, step); return done ? <StepCell state="done" date={done.on} late={step === 'signed' && paper.dated !== null && done.on > paper.dated} /> : state === 'now' ? <StepCell state="now" act={{ words: next, run: act }} /> : <StepCell state="later" /> } },
                { key: 'by', head: t('paper.by'), cell: (step) => { const done = row.done.find((one) => one.step === step); return done ? <>{done.by}{done.copies > 1 ? <span className="second"> {t('papers.copies', { n: done.copies })}</span> : null}{done.scan ? <span className="second"> {t('paper.scan_kept')}</span> : null}</> : null } },
              ]}
            />
          </section>
          {served ? (
            <section>
              <SectionHead title={t('paper.service')}><button type="button" className="link" onClick={() => startAct('correct_service', { paper: paper.id })}>{t('paper.correct')}</button></SectionHead>
              <Facts rows={[
                { name: t('acts_paper.method'), value: t(`acts_paper.method_${served.method}`) },
                { name: t('paper.served_at'), value: instantWords(served.at, { full: true }) },
                { name: t('acts_paper.receiver'), value: served.receiver },
                ...(served.place ? [{ name: t('acts_paper.place'), value: served.place }] : []),
                { name: t('paper.proof'), value: served.proof ? t('paper.proof_kept') : <span className={served.method === 'in_person' ? 'second' : 'amber'}>{t('paper.no_proof')}</span> },
                ...(served.note ? [{ name: t('acts_paper.note'), value: served.note }] : []),
                ...(view.appeal ? [{ name: t('paper.appeal'), value: <><DueDate due={view.appeal} show="rolled" weekday midnight {...(paper.case ? { case: paper.case, clock: 'appeal' } : {})} /><div className="second">{sayOf(view.appeal, 'equation')}</div></> }] : []),
              ]} />
            </section>
          ) : null}
          <section>
            <SectionHead title={t('paper.fixed')} about={t('paper.fixed_about')} />
            <Facts rows={facts} />
          </section>
          <p className="row wrap paper-links">
            {paper.state === 'issued' && paper.case && paper.steps.includes('served') ? <button type="button" className="link" onClick={() => openPaper({ paper: 'draft_preview', kind: 'service_receipt', about: { case: paper.case! }, with: { paper: paper.id } }, t('papers.receipt_title'))}>{t('papers.receipt')}</button> : null}
            <button type="button" className="link" onClick={onTrail}>{t('paper.trail')}</button>
            {paper.state === 'issued' ? <button type="button" className="link" onClick={() => startAct('void_paper', { paper: paper.id, words: t('papers.void') })}>{t('papers.void')}</button> : null}
          </p>
        </div>
      </Panes>
      {together ? <Together step={together.step} rows={together.rows} onClose={() => setTogether(null)} /> : null}
    </>
  )
}
