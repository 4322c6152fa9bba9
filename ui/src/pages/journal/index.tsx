//! 全部留痕: the journal of the file in plain words. The lines at the left, the chosen one whole at the right: what changed from what to what,
//! the reasons given, its hash. Read, never changed. A search walks back through all of it, a portion at a time.

import './journal.css'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { changes, failureOf, file, look } from '../../api'
import { instantParts, instantWords } from '../../dates'
import type { JournalEntry, JournalView } from '../../generated/types'
import { useYear } from '../../here'
import { useKeys } from '../../keys'
import { ActButton, copyText, DateField, Empty, ErrorPanel, FilterBox, Lamp, PageHead, Panes, Register, saidDone, SectionHead, Segmented, Tag, TwoLine, type Column } from '../../parts'
import type { PageProps } from '../../pages'
import { go, useKept } from '../../router'
import type { Failure } from '../../shape'
import { useWatched } from '../../store'
import { isEnglish, say, t } from '../../words'

const PORTION = 300
type Kinds = 'all' | 'reasons'

/** Lines in the order read, newest first; more are read as one comes near their end or searches on. */
function useLines(kind: string, id: string): { lines: JournalEntry[]; total: number; head: string; failure: Failure | null; busy: boolean; more(): void } {
  const tick = useWatched(changes)
  const [state, setState] = useState<{ lines: JournalEntry[]; total: number; head: string; failure: Failure | null; busy: boolean }>({ lines: [], total: 0, head: '', failure: null, busy: true })
  const asking = useRef(0)
  const reading = useRef(false)
  useEffect(() => {
    const mine = ++asking.current
    reading.current = true
    look<JournalView>({ view: 'journal', kind, id, offset: 0, limit: PORTION }).then(
      (view) => { reading.current = false; if (mine === asking.current) setState({ lines: view.entries, total: view.total, head: view.head, failure: null, busy: false }) },
      (thrown) => { reading.current = false; if (mine === asking.current) setState((was) => ({ ...was, failure: failureOf(thrown), busy: false })) },
    )
  }, [kind, id, tick])
  const more = useCallback((): void => {
    if (reading.current || state.busy || state.lines.length >= state.total) return
    const mine = asking.current
    reading.current = true
    setState((was) => ({ ...was, busy: true }))
    look<JournalView>({ view: 'journal', kind, id, offset: state.lines.length, limit: PORTION }).then(
      (view) => { reading.current = false; if (mine === asking.current) setState((was) => ({ ...was, lines: [...was.lines, ...view.entries], busy: false, failure: null })) },
      (thrown) => { reading.current = false; if (mine === asking.current) setState((was) => ({ ...was, failure: failureOf(thrown), busy: false })) },
    )
  }, [kind, id, state.busy, state.lines.length, state.total])
  return { ...state, more }
}

const has = (entry: JournalEntry, text: string): boolean => {
  const all = [String(entry.seq), entry.zh, entry.en, entry.by, ...entry.reasons.map(([, reason]) => reason), ...entry.changes.flatMap((change) => [change.what, change.old, change.new])]
  return all.some((words) => words.toLowerCase().includes(text))
}

/** What proving the file answers. */
interface Proof { ok: boolean; findings: { zh: string; en: string }[]; head: { seq: number; hash: string }; lines: number; records: number; blobs: number }

export default function Journal({ id, params }: PageProps) {
  const kind = params.kind ?? (id ? 'case' : '')
  const { lines, total, head, failure, busy, more } = useLines(kind, id)
  const year = useYear()
  const [text, setText] = useKept('text', '')
  const [only, setOnly] = useKept<Kinds>('only', 'all')
  const [until, setUntil] = useKept('until', '')
  const [selected, setSelected] = useState<JournalEntry | null>(null)
  const [proof, setProof] = useState<Proof | null>(null)
  const [proving, setProving] = useState(false)
  const [trouble, setTrouble] = useState<Failure | null>(null)
  const wanted = text.trim().toLowerCase()
  const filtered = wanted !== '' || only !== 'all' || until !== ''
  const rows = useMemo(() => lines.filter((entry) => (wanted === '' || has(entry, wanted)) && (only === 'all' || entry.reasons.length > 0) && (until === '' || (instantParts(entry.at)?.date ?? '') <= until)), [lines, wanted, only, until])
  const all = lines.length >= total
  // A search goes on by itself until there is a screenful or nothing is left to read.
  useEffect(() => { if (filtered && !all && !busy && rows.length < 60) more() }, [filtered, all, busy, rows.length, more])
  const prove = (): void => {
    setProving(true)
    setTrouble(null)
    file<Proof>({ file: 'verify' }).then((answer) => { setProof(answer); setProving(false) }, (thrown) => { setTrouble(failureOf(thrown)); setProving(false) })
  }
  const columns = useMemo<Column<JournalEntry>[]>(() => [
    { key: 'seq', head: t('journal.no'), width: 56, align: 'right', fixed: true, priority: 2, text: (entry) => String(entry.seq), cell: (entry) => <span className="quiet">{entry.seq}</span> },
    { key: 'at', head: t('journal.at'), width: isEnglish() ? 128 : 116, priority: 3, text: (entry) => entry.at, cell: (entry) => <span className="whole">{instantWords(entry.at, { year })}</span> },
    { key: 'what', head: t('journal.what'), fixed: true, priority: 1, text: (entry) => say(entry), cell: (entry) => <TwoLine first={<span title={say(entry)}><Act entry={entry} /></span>} second={summary(entry)} /> },
    { key: 'by', head: t('journal.by'), width: 80, priority: 4, text: (entry) => entry.by, cell: (entry) => entry.by },
  ], [year])
  const keyOf = useCallback((entry: JournalEntry) => String(entry.seq), [])
  useKeys('journal', [
    { combo: 'KeyR', label: t('journal.only_reasons'), hint: true, run: () => setOnly((was) => (was === 'reasons' ? 'all' : 'reasons')) },
    { combo: 'KeyP', label: t('journal.prove'), run: prove },
  ])
  return (
    <>
      <PageHead
        title={t('journal.title')}
        lines={[
          <span key="1">{params.title ? <strong>{params.title} </strong> : null}{t(kind ? 'journal.lines_of' : 'journal.lines', { n: total })}{proof ? <span className={proof.ok ? 'green' : 'red'}> <Lamp state={proof.ok ? 'proven' : 'blocked'} size={12} /> {t(proof.ok ? 'journal.proved' : 'journal.not_proved', { n: proof.lines })}</span> : null}</span>,
          head ? <span key="2" className="row">{t('journal.head')} <code className="journal-hash" title={head}>{head.slice(0, 16)}…</code> <button type="button" className="link" onClick={() => void copyText(head).then(() => saidDone(t('journal.head_copied')))}>{t('parts.copy')}</button></span> : null,
        ].filter(Boolean)}
      >
        {kind ? <ActButton onPress={() => go('journal')}>{t('journal.whole')}</ActButton> : null}
        <ActButton onPress={() => go('settings', undefined, { part: 'backup' })}>{t('journal.export')}</ActButton>
        <ActButton main onPress={prove} working={proving || undefined}>{t('journal.prove')}</ActButton>
      </PageHead>
      {failure ? <ErrorPanel failure={failure} /> : null}
      {trouble ? <ErrorPanel failure={trouble} acts={[{ words: t('parts.close'), run: () => setTrouble(null) }]} /> : null}
      {proof && !proof.ok ? <ErrorPanel failure={{ code: 'LS-D02', kind: 'damaged', zh: proof.findings.map((one) => one.zh).join(''), en: proof.findings.map((one) => one.en).join(' '), way_zh: '', way_en: '', findings: [], field: '' }} acts={[{ words: t('journal.to_backup'), run: () => go('settings', undefined, { part: 'backup' }) }]} /> : null}
      <Panes name="journal" mainName={t('journal.title')} flush right={{ width: 440, name: t('journal.entry'), body: selected ? <Entry entry={selected} /> : <Empty title={t('journal.none_chosen')} /> }}>
        <div className="register">
          <div className="journal-filters">
            <FilterBox width={260} value={text} onChange={setText} placeholder={t('journal.filter')} />
            <Segmented label={t('journal.only_reasons')} value={only} onChange={setOnly} items={[{ key: 'all', words: t('journal.all') }, { key: 'reasons', words: t('journal.only_reasons') }]} />
            <DateField label={t('journal.until')} beside value={until} onChange={setUntil} />
          </div>
          <Register
            name="journal" label={t('journal.title')} columns={columns} rows={rows} keyOf={keyOf} rowHeight={43} onSelect={setSelected} onNearEnd={more}
            empty={busy ? null : filtered ? <Empty title={t('journal.no_match')} acts={[{ words: t('journal.clear'), run: () => { setText(''); setOnly('all'); setUntil('') } }]} /> : <Empty title={t('journal.empty')}>{t('journal.empty_why')}</Empty>}
          />
          <p className="second journal-foot">{filtered ? t(all ? 'journal.found_all' : 'journal.found', { n: rows.length, read: lines.length, all: total }) : t('journal.read', { n: lines.length, all: total })} {!all && !busy ? <button type="button" className="link" onClick={more}>{t('journal.further')}</button> : null}</p>
        </div>
      </Panes>
    </>
  )
}

/** The act before its subject: 签发：江大智伦…. */
function Act({ entry }: { entry: JournalEntry }) {
  const words = say(entry)
  const at = words.search(/：|: /)
  if (at < 0) return <strong>{words}</strong>
  return <><strong>{words.slice(0, at)}</strong>　{words.slice(at + (words[at] === '：' ? 1 : 2))}</>
}

function summary(entry: JournalEntry): string {
  if (entry.reasons.length > 0) return t('journal.reason', { reason: entry.reasons[0]![1] })
  const [first] = entry.changes
  if (!first) return t('journal.nothing_changed')
  return `${first.what}${isEnglish() ? ': ' : '：'}${first.new || first.old}${entry.changes.length > 1 ? t('journal.and_more', { n: entry.changes.length - 1 }) : ''}`
}

const SHOWN = 40

function Entry({ entry }: { entry: JournalEntry }) {
  const [whole, setWhole] = useState(0)
  const shown = whole === entry.seq ? entry.changes : entry.changes.slice(0, SHOWN)
  return (
    <article className="journal-entry">
      <SectionHead title={<Act entry={entry} />} />
      <p className="second">{t('journal.entry_no', { n: entry.seq })}　{instantWords(entry.at, { full: true })}　{entry.by}</p>
      {entry.reasons.map(([rule, reason]) => <p key={rule} className="journal-reason"><Tag tone="amber">{t('journal.reasoned')}</Tag> {reason}</p>)}
      <dl className="journal-changes">
        {shown.map((change, i) => (
          <div key={i}>
            <dt>{change.what}</dt>
            <dd>{change.old ? <s>{change.old}</s> : null}{change.old && change.new ? ' → ' : null}{change.new ? <span>{change.new}</span> : change.old ? <span className="quiet"> {t('journal.gone')}</span> : null}</dd>
          </div>
        ))}
      </dl>
      {shown.length < entry.changes.length ? <button type="button" className="link" onClick={() => setWhole(entry.seq)}>{t('journal.changes_more', { n: entry.changes.length - shown.length })}</button> : null}
      <p className="hint journal-end">{t('journal.hash')} <code>{entry.hash}</code></p>
      <p className="hint">{t('journal.chain')}</p>
    </article>
  )
}

