//! Who has been handed which packet when, who has answered, and what to say to the others. A packet is written first and recorded
//! once it lies where it should; its passphrase is shown on request only, large, to be read out.

import { useRef, useState } from 'react'
import { failureOf, file, openFolder, save } from '../../api'
import { given } from '../../acts/start'
import { dateWords } from '../../dates'
import type { HandedHow, PacketPdf, PacketRow, PacketsView, PacketWritten, Spoken } from '../../generated/types'
import { useYear } from '../../here'
import { useKeys } from '../../keys'
import { ActButton, copyText, DateField, Dialog, Empty, ErrorPanel, FindingList, LongTask, openPaper, RadioField, saidDone, SectionHead, Table, Tag, TextArea, useDo } from '../../parts'
import type { Failure } from '../../shape'
import { isEnglish, say, t } from '../../words'

const HOW: HandedHow[] = ['stick', 'mail', 'in_person', 'other']

export function Out({ view }: { view: PacketsView }) {
  const [at, setAt] = useState(0)
  const [handing, setHanding] = useState<PacketRow | null>(null)
  const [spoken, setSpoken] = useState<{ row: PacketRow; said: Spoken } | null>(null)
  const [revoking, setRevoking] = useState<{ row: PacketRow; key: string } | null>(null)
  const [trouble, setTrouble] = useState<Failure | null>(null)
  const [binding, setBinding] = useState(false)
  const year = useYear()
  const row = view.rows[Math.min(at, view.rows.length - 1)]
  const pdf = (of: PacketRow): void => openPaper({ paper: 'print', kind: 'packet', ...occasion(view), member: of.member, reply_by: view.reply_by }, t('packets.pdf_of', { name: of.name }))
  const list = (): void => openPaper({ paper: 'print', kind: 'packet_list', meeting: view.meeting, case: view.case }, t('packets.list'))
  const waiting = view.rows.filter((one) => one.chase_zh !== '')
  const form = (of: PacketRow): void => openPaper({ paper: 'print', kind: 'packet_form', ...occasion(view), member: of.member, reply_by: view.reply_by }, t('packets.form_of', { name: of.name }))
  // A packet of hundreds of megabytes is bound straight into its file, with its progress shown; stopping it is no trouble.
  const asPdf = async (of: PacketRow): Promise<void> => {
    const folder = await openFolder({ title: t('packets.as_pdf') })
    if (folder === null) return
    setTrouble(null)
    setBinding(true)
    try {
      const out = await file<PacketPdf>({ file: 'write_packet_pdf', ...occasion(view), member: of.member, reply_by: view.reply_by, folder })
      saidDone(t('packets.as_pdf_done', { path: out.path, pages: out.pages }))
    } catch (thrown) {
      const failure = failureOf(thrown)
      if (failure.kind !== 'stopped') setTrouble(failure)
    } finally {
      setBinding(false)
    }
  }
  const say_out = (of: PacketRow): void => {
    file<Spoken>({ file: 'packet_passphrase', member: of.member }).then((said) => setSpoken({ row: of, said }), (thrown) => setTrouble(failureOf(thrown)))
  }
  const chase = (of: PacketRow): void => {
    void copyText(isEnglish() ? of.chase_en : of.chase_zh).then(() => saidDone(t('packets.copied', { name: of.name })))
  }
  useKeys('packets', row ? [
    { combo: 'ArrowDown', label: t('parts.move'), caps: ['↑', '↓'], run: () => setAt(Math.min(view.rows.length - 1, at + 1)), hint: true },
    { combo: 'ArrowUp', label: t('parts.move'), run: () => setAt(Math.max(0, at - 1)) },
    { combo: 'Enter', label: t('packets.hand'), run: () => setHanding(row), hint: true },
    { combo: 'Space', label: t('packets.pdf'), run: () => pdf(row), hint: true },
    { combo: 'KeyF', label: t('packets.form'), run: () => form(row), hint: true },
    { combo: 'KeyS', label: t('packets.as_pdf'), run: () => void asPdf(row) },
    { combo: 'KeyK', label: t('packets.passphrase'), run: () => say_out(row), hint: true },
    ...(row.chase_zh ? [{ combo: 'KeyC', label: t('packets.chase'), run: () => chase(row), hint: true }] : []),
    { combo: 'KeyL', label: t('packets.list'), run: list, hint: true },
  ] : [])
  const numbers = (of: PacketRow): string => of.left_out.map((n) => t('packets.item_no', { n })).join(isEnglish() ? ', ' : '、')
  return (
    <>
      {trouble ? <ErrorPanel failure={trouble} acts={[{ words: t('parts.close'), run: () => setTrouble(null) }]} /> : null}
      {view.rows.length === 0 ? <Empty title={t('packets.nobody')}>{t('packets.nobody_why')}</Empty> : null}
      {waiting.length > 0 ? (
        <section className="packets-waiting" aria-label={t('packets.not_answered')}>
          <SectionHead title={t('packets.not_answered')} about={t('packets.not_answered_about')} />
          {waiting.map((one) => (
            <div key={one.member} className="packets-chase">
              <strong>{one.name}</strong>
              <span className="second">{one.phone || t('packets.no_phone')}</span>
              <span className="packets-state"><Answer row={one} /></span>
              <p className="grow packets-chase-words">{isEnglish() ? one.chase_en : one.chase_zh}</p>
              <ActButton onPress={() => chase(one)}>{t('packets.chase')}</ActButton>
            </div>
          ))}
        </section>
      ) : null}
      <Table<PacketRow>
        label={t('packets.tab_out')} rows={view.rows} keyOf={(one) => one.member} selected={row?.member ?? ''} onRow={(one) => setAt(view.rows.indexOf(one))}
        columns={[
          { key: 'name', head: t('packets.c_who'), width: 150, cell: (one) => <><strong>{one.name}</strong> <span className="second">{isEnglish() ? one.role_en : one.role_zh}</span>{one.adviser ? <span className="second packets-form">{t('packets.form_consultation')}</span> : view.case ? <span className={`second packets-form${lacksSlip(one) ? ' amber' : ''}`}>{t(lacksSlip(one) ? 'packets.no_slip' : 'packets.form_designation')}</span> : null}</> },
          { key: 'items', head: t('packets.c_items'), width: 170, cell: (one) => <>{t('packets.n_items', { n: one.items.length })}{one.left_out.length > 0 ? <span className="second"> {t('packets.left_out', { items: numbers(one) })}</span> : null}</> },
          { key: 'handed', head: t('packets.c_handed'), cell: (one) => <Handed row={one} year={year} /> },
          { key: 'answer', head: t('packets.c_answer'), width: 150, cell: (one) => <Answer row={one} /> },
          { key: 'key', head: t('packets.c_key'), width: 170, cell: (one) => one.readers.filter((r) => !r.revoked).map((r) => <span key={r.key} className="packets-mono">{r.fingerprint} <button type="button" className="link" onClick={() => setRevoking({ row: one, key: r.key })}>{t('packets.revoke')}</button></span>) },
          { key: 'acts', head: '', width: 430, align: 'right', cell: (one) => (
            <span className="row packets-acts">
              <button type="button" className="link" onClick={() => pdf(one)}>{t('packets.pdf')}</button>
              <button type="button" className="link" disabled={binding} onClick={() => void asPdf(one)}>{t('packets.as_pdf')}</button>
              <button type="button" className="link" onClick={() => form(one)}>{t('packets.form')}</button>
              <button type="button" className="link" onClick={() => say_out(one)}>{t('packets.passphrase')}</button>
              {one.chase_zh ? <button type="button" className="link" onClick={() => chase(one)}>{t('packets.chase')}</button> : null}
              <button type="button" className="link" onClick={() => setHanding(one)}>{one.packets.length > 0 ? t('packets.hand_again') : t('packets.hand')}</button>
            </span>
          ) },
        ]}
      />
      <LongTask running={binding} title={t('packets.writing')} />
      <div className="row packets-foot"><p className="hint grow">{t('packets.out_foot')}</p><ActButton combo="KeyL" quiet onPress={list}>{t('packets.list')}</ActButton></div>
      {handing ? <Hand view={view} row={handing} onClose={() => setHanding(null)} onPassphrase={() => say_out(handing)} /> : null}
      {revoking ? <Revoke name={revoking.row.name} of={revoking.key} onClose={() => setRevoking(null)} /> : null}
      {spoken ? (
        <Dialog title={t('packets.passphrase_of', { name: spoken.row.name })} width={560} onClose={() => setSpoken(null)} foot={<ActButton main combo="Enter" onPress={() => setSpoken(null)}>{t('parts.close')}</ActButton>}>
          <p>{t('packets.passphrase_about', { phone: spoken.row.phone || t('packets.no_phone') })}</p>
          <p className="packets-said" aria-label={spoken.said.words.split('').join(' ')}>{spoken.said.words}</p>
          <p className="hint">{t('packets.committee_digits')} <span className="packets-digits">{spoken.said.committee}</span></p>
        </Dialog>
      ) : null}
    </>
  )
}

const lacksSlip = (row: PacketRow): boolean => row.findings.some((finding) => finding.rule === 'M20.slip')

/** What a packet is written for: a meeting, or the case of a simplified review. */
const occasion = (view: PacketsView): { meeting: string | null; cases: string[] } => ({ meeting: view.meeting, cases: view.case ? [view.case] : [] })

/** A key that was lost: later returns signed with it are refused, and the next packet has another passphrase. */
function Revoke({ name, of, onClose }: { name: string; of: string; onClose(): void }) {
  const [reason, setReason] = useState('')
  const doing = useDo()
  const revoke = (): void => doing.run(given('revoke_reader', { key: of, reason }), { verb: t('acts.revoke_reader'), then: onClose })
  return (
    <Dialog title={t('packets.revoke_of', { name })} width={480} onClose={onClose} foot={<ActButton main combo="Ctrl+Enter" onPress={revoke} working={doing.working || undefined} locked={reason.trim() === '' ? { reason: t('packets.revoke_why') } : undefined}>{t('acts.revoke_reader')}</ActButton>}>
      <p>{t('packets.revoke_about')}</p>
      <TextArea label={t('packets.revoke_why')} rows={2} value={reason} onChange={setReason} first />
      {doing.dialog}
    </Dialog>
  )
}

function Handed({ row, year }: { row: PacketRow; year: number }) {
  const last = row.packets.at(-1)
  const blocked = row.findings.some((finding) => finding.verdict === 'block')
  if (!last) return blocked ? <span className="second">{say(row.findings.find((finding) => finding.verdict === 'block')!)}</span> : <span className="second">{t('packets.not_yet')}</span>
  return <>{t('packets.edition_on', { n: last.edition, date: dateWords(last.on, { year }) })} <span className="second">{t(`packets.how_${last.how}`)}{last.file_name ? ` · ${last.file_name}` : ''}</span></>
}

function Answer({ row }: { row: PacketRow }) {
  const last = row.packets.at(-1)
  if (!last) return null
  if (row.answered >= last.items.length) return <Tag tone="green">{t('packets.answered')}</Tag>
  const left = row.days_left
  return (
    <>
      {row.answered > 0 ? t('packets.partly', { n: row.answered, of: last.items.length }) : t('packets.no_answer')}{' '}
      {left === null ? null : <Tag tone={left < 0 ? 'red' : left <= 2 ? 'amber' : 'plain'}>{left < 0 ? t('packets.overdue', { n: -left }) : left === 0 ? t('packets.today') : t('packets.days_left', { n: left })}</Tag>}
    </>
  )
}

/** Writing a packet to a stick or a file, or handing over paper; then recording that it went out. */
function Hand({ view, row, onClose, onPassphrase }: { view: PacketsView; row: PacketRow; onClose(): void; onPassphrase(): void }) {
  const [how, setHow] = useState<HandedHow>('stick')
  const [by, setBy] = useState(view.reply_by)
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Failure | null>(null)
  const written = useRef<PacketWritten | null>(null)
  const doing = useDo()
  const record = (file_: PacketWritten | null): void => doing.run(
    given('hand_out_packet', {
      meeting: view.meeting ?? undefined, member: row.member, items: file_?.items ?? row.items, how: file_ ? how : 'paper', packet: file_?.packet ?? '', file_name: file_?.file_name ?? '',
      sha256: file_?.sha256 ?? '', manifest_sha256: file_?.manifest_sha256 ?? '', generation: file_?.generation ?? 0, reply_by: by || undefined,
    }),
    { verb: t('acts.hand_out_packet'), then: () => { onClose(); if (file_) onPassphrase() } },
  )
  const write = async (folder: boolean): Promise<void> => {
    setTrouble(null)
    setBusy(true)
    try {
      const into = folder ? await openFolder({ title: t('packets.to_folder') }) : null
      if (folder && into === null) return
      const out = await file<PacketWritten>({ file: 'write_packet', ...occasion(view), member: row.member, reply_by: by || null, folder: into })
      if (!folder && (await save({ bytes: 'token', token: out.token }, { title: t('packets.save_as'), kinds: [{ name: t('packets.kind'), endings: ['lspkt'] }] })) === null) return
      written.current = out
      record(out)
    } catch (thrown) {
      setTrouble(failureOf(thrown))
    } finally {
      setBusy(false)
    }
  }
  const blocked = row.findings.find((finding) => finding.verdict === 'block')
  const locked = blocked ? { finding: blocked } : undefined
  return (
    <Dialog
      title={t('packets.hand_to', { name: row.name })} width={600} onClose={onClose}
      foot={
        <>
          <ActButton onPress={() => record(null)} locked={locked}>{t('packets.on_paper')}</ActButton>
          <ActButton onPress={() => void write(false)} working={busy || undefined} locked={locked}>{t('packets.save_as')}</ActButton>
          <ActButton main combo="Ctrl+Enter" onPress={() => void write(true)} working={busy || undefined} locked={locked}>{t('packets.to_folder')}</ActButton>
        </>
      }
    >
      <p>{t(row.adviser ? 'packets.hand_about_adviser' : view.case ? 'packets.hand_about_simplified' : 'packets.hand_about', { n: row.items.length })}{row.left_out.length > 0 ? t('packets.hand_left_out', { items: row.left_out.map((n) => t('packets.item_no', { n })).join(isEnglish() ? ', ' : '、') }) : ''}</p>
      <FindingList findings={row.findings} />
      <RadioField<HandedHow> label={t('packets.how')} value={how} onChange={setHow} row options={HOW.map((key) => ({ key, words: t(`packets.how_${key}`) }))} />
      <DateField label={t('packets.reply_by')} value={by} onChange={setBy} />
      <LongTask running={busy} title={t('packets.writing')} />
      {trouble ? <ErrorPanel failure={trouble} acts={[{ words: t('parts.close'), run: () => setTrouble(null) }]} /> : null}
      {doing.dialog}
    </Dialog>
  )
}
