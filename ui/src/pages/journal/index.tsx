//! 全部留痕: every act in plain words, the newest first, by day; what changed, old value and new, the reason given, and the check value that
//! ties each line to the one before. Read, never changed. Whether the chain holds is proved by the desk, not here.

import './journal.css'
import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { failureOf, file } from '../../api'
import { dateWords, instantParts } from '../../dates'
import type { JournalEntry } from '../../generated/types'
import { useFrameView, useMinute } from '../../here'
import { useKeys } from '../../keys'
import type { PageProps } from '../../pages'
import { ActButton, copyText, Empty, ErrorPanel, FilterBox, LampStrip, LongTask, PageHead, Panes, Register, saidDone, SaveButton, Segmented, tsv, type Column, type RowGroup } from '../../parts'
import { go, useKept } from '../../router'
import type { Failure } from '../../shape'
import { actWords, isEnglish, say, t } from '../../words'
import { Entry } from './Entry'
import { useJournal } from './reading'

interface Proof { ok: boolean; findings: { zh: string; en: string }[]; head: { seq: number; hash: string }; lines: number; records: number; blobs: number }

/** The subject alone: the act stands in a column of its own. */
const subjectOf = (entry: JournalEntry): string => { const words = say(entry); const cut = isEnglish() ? words.indexOf(': ') : words.indexOf('：'); return cut < 0 ? '' : words.slice(cut + (isEnglish() ? 2 : 1)) }
const lower = (text: string): string => text.toLowerCase()

function fits(entry: JournalEntry, text: string, act: string, only: Only): boolean {
  if (act && entry.act !== act) return false
  if (only === 'reasons' && entry.reasons.length === 0) return false
  if (!text) return true
  const found = [entry.zh, entry.en, entry.by, String(entry.seq), entry.hash, ...entry.reasons.map((one) => one[1])].some((words) => lower(words).includes(text))
  return found || (isEnglish() ? entry.changes_en : entry.changes).some((change) => lower(`${change.what} ${change.old} ${change.new}`).includes(text))
}

type Only = 'all' | 'reasons'

export default function Journal({ id, params }: PageProps) {
  const [scope, setScope] = useKept('scope', { kind: params.kind ?? (id ? 'case' : ''), id: params.id ?? id, name: params.name ?? '' })
  const [text, setText] = useKept('filter', params.text ?? '')
  const [act, setAct] = useKept('act', '')
  const [only, setOnly] = useKept<Only>('only', 'all')
  const typed = lower(text.trim())
  const filtered = typed !== '' || act !== '' || only !== 'all'
  const { entries, total, head, failure, busy, more, again } = useJournal(scope.kind, scope.id, filtered)
  const [chosen, choose] = useState<JournalEntry | null>(null)
  const [proof, setProof] = useState<(Proof & { minute: string }) | null>(null)
  const [mishap, setMishap] = useState<Failure | null>(null)
  const [proving, setProving] = useState(false)
  const minute = useMinute()
  const frame = useFrameView()

  const shown = useMemo(() => (filtered ? entries.filter((entry) => fits(entry, typed, act, only)) : entries), [entries, filtered, typed, act, only])
  const acts = useMemo(() => [...new Set(entries.map((entry) => entry.act))].map((key) => ({ key, words: actWords(key) })).sort((a, b) => a.words.localeCompare(b.words, isEnglish() ? 'en' : 'zh-CN')), [entries])
  const groups = useMemo<RowGroup<JournalEntry>[]>(() => {
    const days = new Map<string, JournalEntry[]>()
    for (const entry of shown) {
      const day = instantParts(entry.at)?.date ?? ''
      const list = days.get(day)
      if (list) list.push(entry)
      else days.set(day, [entry])
    }
    return [...days].map(([day, rows]) => ({ key: day, head: <><strong>{dateWords(day, { full: true, weekday: true })}</strong><span className="second">{t('journal.acts_n', { n: rows.length })}</span></>, rows }))
  }, [shown])
  const columns = useMemo<Column<JournalEntry>[]>(() => [
    { key: 'seq', head: t('journal.seq'), width: 52, align: 'right', fixed: true, priority: 1, text: (entry) => String(entry.seq), cell: (entry) => <span className="second">{entry.seq.toLocaleString('en-US')}</span> },
    { key: 'time', head: t('journal.time'), width: 48, fixed: true, priority: 2, text: (entry) => entry.at, cell: (entry) => <span className="second">{instantParts(entry.at)?.time}</span> },
    { key: 'act', head: t('journal.act'), width: isEnglish() ? 190 : 150, fixed: true, priority: 1, text: (entry) => actWords(entry.act), cell: (entry) => <span className="cut" title={actWords(entry.act)}>{actWords(entry.act)}</span> },
    { key: 'subject', head: t('journal.subject'), fixed: true, priority: 1, text: subjectOf, cell: (entry) => <span className="cut" title={subjectOf(entry)}>{subjectOf(entry)}</span> },
    { key: 'reason', head: t('journal.reason'), width: 64, priority: 5, text: (entry) => entry.reasons.map((one) => one[1]).join(' '), cell: (entry) => (entry.reasons.length > 0 ? <span className="second" title={entry.reasons.map((one) => one[1]).join(' ')}>{t('journal.has_reason')}</span> : null) },
    { key: 'by', head: t('journal.by'), width: 72, priority: 6, text: (entry) => entry.by, cell: (entry) => <span className="second cut">{entry.by}</span> },
  ], [])
  const keyOf = useCallback((entry: JournalEntry) => String(entry.seq), [])

  const prove = (): void => {
    setMishap(null)
    setProving(true)
    file<Proof>({ file: 'verify' }).then((found) => setProof({ ...found, minute }), (thrown) => { const failed = failureOf(thrown); if (failed.kind === 'stopped') saidDone(say(failed)); else setMishap(failed) }).finally(() => setProving(false))
  }
  const copy = (): void => void copyText(tsv(
    [t('journal.seq'), t('journal.at'), t('journal.act'), t('journal.subject'), t('journal.reason'), t('journal.by'), t('journal.hash')],
    shown.map((entry) => [String(entry.seq), entry.at.slice(0, 16).replace('T', ' '), actWords(entry.act), subjectOf(entry), entry.reasons.map((one) => one[1]).join(' '), entry.by, entry.hash]),
  )).then(() => saidDone(t('journal.copied', { n: shown.length })))
  const clear = (): void => { setText(''); setAct(''); setOnly('all') }
  useKeys('journal', [
    { combo: 'Ctrl+KeyE', label: t('journal.copy'), run: copy, hint: true },
    { combo: 'KeyR', label: t('journal.only_reasons'), run: () => setOnly(only === 'all' ? 'reasons' : 'all'), hint: true },
  ])

  const name = scope.name || (scope.kind === 'case' ? t('journal.this_case') : scope.kind === 'meeting' ? t('journal.this_meeting') : scope.kind ? t('journal.this_record') : '')
  const lines: ReactNode[] = [
    scope.kind
      ? <>{t('journal.of', { name, n: total.toLocaleString('en-US') })} <button type="button" className="link" onClick={() => { setScope({ kind: '', id: '', name: '' }); clear() }}>{t('journal.whole')}</button></>
      : t('journal.standing', { n: total.toLocaleString('en-US') }),
    filtered ? <>{t('journal.searched', { n: entries.length.toLocaleString('en-US'), hits: shown.length.toLocaleString('en-US') })}{busy ? t('journal.going_on') : ''} <button type="button" className="link" onClick={clear}>{t('journal.clear')}</button></> : t('journal.never_changed'),
  ]
  if (failure && entries.length === 0) return <div className="page-alone"><ErrorPanel failure={failure} acts={[{ words: t('frame.again'), run: again }]} /></div>
  const nothing = entries.length === 0 && !busy
  return (
    <>
      <PageHead title={t('journal.title')} lines={lines}>
        <FilterBox value={text} onChange={setText} width={isEnglish() ? 180 : 200} placeholder={t('journal.filter')} />
        <span className="select journal-acts"><select className="input" aria-label={t('journal.act')} value={act} onChange={(event) => setAct(event.target.value)}><option value="">{t('journal.any_act')}</option>{acts.map((one) => <option key={one.key} value={one.key}>{one.words}</option>)}</select></span>
        <Segmented<Only> label={t('journal.only_reasons')} value={only} onChange={setOnly} items={[{ key: 'all', words: t('journal.all') }, { key: 'reasons', words: t('journal.with_reason') }]} />
        <SaveButton of={{ bytes: 'table', list: 'journal', with: { kind: scope.kind, id: scope.id } }} />
        <ActButton main combo="Ctrl+Enter" working={proving || undefined} onPress={prove}>{t('journal.prove')}</ActButton>
      </PageHead>
      {failure ? <ErrorPanel failure={failure} acts={[{ words: t('frame.again'), run: again }]} /> : null}
      {mishap ? <ErrorPanel failure={mishap} acts={[{ words: t('parts.close'), run: () => setMishap(null) }]} /> : null}
      {proving ? <div className="journal-proof"><LongTask running title={t('journal.proving')}>{t('journal.proving_note')}</LongTask></div> : null}
      {proof && !proving ? (
        <div className="journal-proof">
          <LampStrip state={proof.ok ? 'proven' : 'blocked'} verdict={t(proof.ok ? 'journal.holds' : 'journal.broken', { minute: proof.minute })}>
            {' '}{t(proof.ok ? 'journal.holds_about' : 'journal.broken_about', { lines: proof.lines.toLocaleString('en-US'), records: proof.records.toLocaleString('en-US'), blobs: proof.blobs.toLocaleString('en-US') })}
            {proof.findings.map((flaw, i) => <span key={i} className="journal-flaw">{say(flaw)}</span>)}
          </LampStrip>
        </div>
      ) : null}
      <Panes
        name="journal" flush mainName={t('journal.title')}
        right={{
          width: 424, name: t('journal.entry'), body: <Entry entry={chosen} mark={typed} />,
          foot: (
            <div className="journal-foot">
              <span className="second">{t('journal.head')}</span>
              <code className="journal-hash">{head || frame?.head}</code>
              <span className="row wrap">
                <button type="button" className="link" onClick={() => void copyText(head).then(() => saidDone(t('journal.head_copied')))}>{t('parts.copy')}</button>
                <button type="button" className="link" onClick={copy}>{t('journal.copy')}</button>
                <button type="button" className="link" onClick={() => go('settings', undefined, { part: 'backup' })}>{t('journal.export')}</button>
              </span>
              <span className="hint">{t('journal.export_about')}</span>
            </div>
          ),
        }}
      >
        {nothing ? <div className="page-alone"><Empty title={t('journal.empty')}>{t('journal.empty_why')}</Empty></div> : (
          <Register
            name="journal" label={t('journal.title')} rowHeight={28} columns={columns} groups={groups} keyOf={keyOf} onSelect={choose} onNearEnd={more}
            empty={busy ? undefined : <Empty title={t('journal.no_hit')} acts={[{ words: t('journal.clear'), run: clear }]}>{t('journal.no_hit_why', { n: entries.length.toLocaleString('en-US') })}</Empty>}
          />
        )}
      </Panes>
    </>
  )
}
