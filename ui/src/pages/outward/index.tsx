//! 登记与对外: what the unit owes others. The committee's own registration and each listed activity's, with the sheet to type from into
//! the national platform, field by field; what has changed since; questions answered; approvals of other countries. This program
//! submits nothing: a registration is recorded here once it was made there.

import './outward.css'
import { useCallback, useMemo, useState } from 'react'
import { startAct } from '../../acts/start'
import { dateWords } from '../../dates'
import type { ConsultationLine, ForeignRow, ListedRegistration, OutwardView, ViolationLine } from '../../generated/types'
import { useYear } from '../../here'
import { useKeys } from '../../keys'
import { useLook } from '../../look'
import { ActButton, DueDate, Empty, ErrorPanel, FindingList, Lamp, lampOf, LeftChip, PageHead, Panes, Register, SaveButton, SectionHead, Tabs, TwoLine, useDateKey, worstLamp, type Column } from '../../parts'
import type { PageProps } from '../../pages'
import { go, useKept } from '../../router'
import { say, sayOf, shortNumber, t } from '../../words'
import { Sheet } from './Sheet'

type Tab = 'committee' | 'listed' | 'consultations' | 'foreign' | 'violations'

export default function Outward({ params }: PageProps) {
  const { view, failure, again } = useLook<OutwardView>({ view: 'outward' })
  const [tab, setTab] = useKept<Tab>('tab', (params.tab as Tab) ?? 'committee')
  useDateKey()
  const consult = (): void => startAct('record_consultation')
  useKeys('outward', [{ combo: 'KeyC', label: t('acts.record_consultation'), run: consult }])
  if (!view) return failure ? <div className="page-alone"><ErrorPanel failure={failure} acts={[{ words: t('frame.again'), run: again }, { words: t('frame.place_report'), run: () => go('report') }]} /></div> : null
  const stale = view.listed.filter((row) => row.findings.some((finding) => finding.verdict !== 'fine')).length
  return (
    <>
      <PageHead title={t('outward.title')} lines={[say(view), t('outward.offline')]}>
        <SaveButton of={{ bytes: 'table', list: 'outward', with: null }} />
        <ActButton onPress={() => go('report')}>{t('outward.to_report')}</ActButton>
        <ActButton combo="KeyC" quiet onPress={consult}>{`${t('acts.record_consultation')}…`}</ActButton>
      </PageHead>
      {failure ? <ErrorPanel failure={failure} /> : null}
      <Tabs<Tab> value={tab} onChange={setTab} items={[
        { key: 'committee', words: t('outward.committee'), ...(view.changes.length > 0 ? { count: view.changes.length } : {}) },
        { key: 'listed', words: t('outward.listed'), count: view.listed.length, red: stale > 0 && view.listed.some((row) => row.findings.some((finding) => finding.verdict === 'block')) },
        { key: 'consultations', words: t('outward.consultations'), count: view.consultations.length },
        { key: 'foreign', words: t('outward.foreign'), count: view.foreign.length },
        { key: 'violations', words: t('outward.violations'), count: view.violations.length },
      ]} />
      {tab === 'committee' ? <Committee view={view} /> : tab === 'listed' ? <Listed rows={view.listed} /> : tab === 'consultations' ? <Consultations rows={view.consultations} onNew={consult} /> : tab === 'violations' ? <Violations rows={view.violations} /> : <Foreign rows={view.foreign} />}
    </>
  )
}

function Committee({ view }: { view: OutwardView }) {
  const year = useYear()
  const register = (): void => startAct('register_committee')
  return (
    <Panes
      name="outward" mainName={t('outward.sheet')}
      right={{
        width: 360, name: t('outward.state'),
        body: (
          <div className="outward-side">
            <ActButton main wide combo="Ctrl+Enter" onPress={register}>{`${t(view.registrations.length > 0 ? 'outward.record_update' : 'outward.record_first')}…`}</ActButton>
            {view.left ? <p className="row wrap">{t('outward.due')} <DueDate due={view.due} /> <LeftChip left={view.left} /></p> : null}
            <FindingList findings={view.findings} label />
            <section>
              <SectionHead title={t('outward.changes')} about={t('outward.changes_about')} />
              {view.changes.length === 0 ? <p className="second">{view.registrations.length > 0 ? t('outward.no_changes') : t('outward.not_registered')}</p> : (
                <ul className="outward-lines">{view.changes.map((change, i) => <li key={i}><span className="second">{dateWords(change.on, { year })}</span><span>{say(change)}</span></li>)}</ul>
              )}
            </section>
            <section>
              <SectionHead title={t('outward.registrations')} />
              {view.registrations.length === 0 ? <p className="second">{t('outward.none_yet')}</p> : (
                <ul className="outward-lines">{view.registrations.map((one, i) => <li key={i}><span className="second">{dateWords(one.on, { year })}</span><span>{[one.number, one.note].filter(Boolean).join('　') || (i === 0 ? t('outward.registered') : t('outward.updated'))}</span></li>)}</ul>
              )}
            </section>
          </div>
        ),
      }}
    >
      <Sheet fields={view.sheet} name={t('outward.sheet_committee')} remember="outward.committee" onDone={register} />
    </Panes>
  )
}

function Listed({ rows }: { rows: readonly ListedRegistration[] }) {
  const year = useYear()
  const [selected, setSelected] = useState<ListedRegistration | null>(null)
  const keyOf = useCallback((row: ListedRegistration) => row.id, [])
  const record = useCallback((row: ListedRegistration) => startAct('register_listed', { case: row.id, words: t(row.registrations.length > 0 ? 'outward.record_update' : 'outward.record_first') }), [])
  const columns = useMemo<Column<ListedRegistration>[]>(() => [
    { key: 'lamp', head: '', width: 16, align: 'center', fixed: true, priority: 1, cell: (row) => <Lamp state={worstLamp(row.findings.map((finding) => lampOf(finding.verdict)))} size={14} /> },
    { key: 'number', head: t('cases.number'), width: 92, fixed: true, priority: 2, text: (row) => row.number, cell: (row) => <span className="whole">{shortNumber(row.number)}</span> },
    { key: 'title', head: t('cases.title'), fixed: true, priority: 3, text: (row) => row.title, cell: (row) => <TwoLine first={<span title={row.title}>{row.title}</span>} second={row.findings.filter((finding) => finding.verdict !== 'fine').map(say).join('') || `${row.department} ${row.leader}`} /> },
    { key: 'state', head: t('outward.state'), width: 132, priority: 4, text: (row) => row.registrations.at(-1)?.on ?? '', cell: (row) => { const last = row.registrations.at(-1); return last ? t('outward.on', { date: dateWords(last.on, { year }) }) : row.due ? <span className="outward-date"><DueDate due={row.due} case={row.id} clock="registration" /><LeftChip left={row.left} noLamp /></span> : '—' } },
  ], [year])
  return (
    <Panes name="outward-listed" flush mainName={t('outward.listed')} right={{
      width: 520, name: t('outward.sheet'),
      body: selected ? <Sheet key={selected.id} fields={selected.sheet} name={shortNumber(selected.number)} remember={`outward.${selected.id}`} onDone={() => record(selected)} act={t(selected.registrations.length > 0 ? 'outward.record_update' : 'outward.record_first')} /> : <p className="second">{t('outward.choose')}</p>,
    }}>
      <Register name="outward-listed" label={t('outward.listed')} rowHeight={43} columns={columns} rows={rows} keyOf={keyOf} onSelect={setSelected} onAct={record} actLabel={t('outward.record')} onOpen={(row) => go('case', row.id)}
        empty={<Empty title={t('outward.no_listed')}>{t('outward.no_listed_why')}</Empty>} />
    </Panes>
  )
}

function Consultations({ rows, onNew }: { rows: readonly ConsultationLine[]; onNew(): void }) {
  const year = useYear()
  const [selected, setSelected] = useState<ConsultationLine | null>(null)
  const keyOf = useCallback((row: ConsultationLine) => row.id, [])
  const scope = (row: ConsultationLine): string => (row.in_scope === null ? '—' : t(row.in_scope ? 'acts_intake.scope_in' : 'acts_intake.scope_out'))
  const columns = useMemo<Column<ConsultationLine>[]>(() => [
    { key: 'on', head: t('fields.day'), width: 108, fixed: true, priority: 2, text: (row) => row.on, cell: (row) => dateWords(row.on, { year }) },
    { key: 'from', head: t('acts_outward.asked_by'), width: 130, fixed: true, priority: 3, text: (row) => row.from, cell: (row) => row.from },
    { key: 'question', head: t('acts_outward.question'), priority: 1, fixed: true, text: (row) => row.question, cell: (row) => <span title={row.question}>{row.question}</span> },
    { key: 'scope', head: t('acts_outward.scope'), width: 92, priority: 4, text: scope, cell: scope },
  ], [year])
  return (
    <Panes name="outward-consult" flush mainName={t('outward.consultations')} right={{
      width: 360, name: t('acts_outward.answer'),
      body: selected ? (
        <div className="outward-side">
          <section><SectionHead title={t('acts_outward.question')} about={`${selected.from}　${dateWords(selected.on, { year })}`} /><p>{selected.question}</p></section>
          <section><SectionHead title={t('acts_outward.answer')} /><p>{selected.answer}</p></section>
          {selected.in_scope === null ? null : <p className="second">{[scope(selected), ...selected.heads.map((head) => t(`nouns.head_${head}`))].join('　')}</p>}
        </div>
      ) : <p className="second">{t('outward.choose')}</p>,
    }}>
      <Register name="outward-consult" label={t('outward.consultations')} columns={columns} rows={rows} keyOf={keyOf} onSelect={setSelected} empty={<Empty title={t('outward.no_consultations')} acts={[{ words: `${t('acts.record_consultation')}…`, combo: 'KeyC', run: onNew }]}>{t('outward.no_consultations_why')}</Empty>} />
    </Panes>
  )
}

function Foreign({ rows }: { rows: readonly ForeignRow[] }) {
  const year = useYear()
  const keyOf = useCallback((row: ForeignRow) => row.id, [])
  const record = useCallback((row: ForeignRow) => startAct('record_foreign_approval', { case: row.id }), [])
  const columns = useMemo<Column<ForeignRow>[]>(() => [
    { key: 'lamp', head: '', width: 16, align: 'center', fixed: true, priority: 1, cell: (row) => <Lamp state={row.all_in ? 'proven' : 'waiting'} size={14} /> },
    { key: 'number', head: t('cases.number'), width: 104, fixed: true, priority: 2, text: (row) => row.number, cell: (row) => <span className="whole">{shortNumber(row.number)}</span> },
    { key: 'title', head: t('cases.title'), fixed: true, priority: 3, text: (row) => row.title, cell: (row) => <TwoLine first={row.title} second={[row.leader, row.partners.join('、')].filter(Boolean).join('　')} /> },
    { key: 'approvals', head: t('outward.approvals'), width: 380, priority: 5, text: (row) => row.approvals.join('；'), cell: (row) => <span title={row.approvals.join('；')}>{row.approvals.join('；') || <span className="second">{t('outward.no_approval')}</span>}</span> },
    { key: 'state', head: t('outward.state'), width: 130, priority: 4, text: (row) => row.all_in ?? '', cell: (row) => (row.all_in ? t('outward.all_in', { date: dateWords(row.all_in, { year }) }) : <button type="button" className="link" tabIndex={-1} onClick={(event) => { event.stopPropagation(); record(row) }}>{t('outward.record_approval')}</button>) },
  ], [year, record])
  return <Register name="outward-foreign" label={t('outward.foreign')} rowHeight={43} columns={columns} rows={rows} keyOf={keyOf} onAct={record} actLabel={t('acts.record_foreign_approval')} onOpen={(row) => go('case', row.id)} empty={<Empty title={t('outward.no_foreign')}>{t('outward.no_foreign_why')}</Empty>} />
}

/** The ledger of violations (M32, E47): what came to light and what became of it. Liability is not for this program. */
function Violations({ rows }: { rows: readonly ViolationLine[] }) {
  const year = useYear()
  const [selected, setSelected] = useState<ViolationLine | null>(null)
  const keyOf = useCallback((row: ViolationLine) => row.id, [])
  const record = (): void => startAct('record_violation')
  const conclude = useCallback((row: ViolationLine) => { if (!row.concluded) startAct('conclude_violation', { with: { violation: row.id } }) }, [])
  const columns = useMemo<Column<ViolationLine>[]>(() => [
    { key: 'lamp', head: '', width: 16, align: 'center', fixed: true, priority: 1, cell: (row) => <Lamp state={row.concluded ? 'proven' : 'risk'} size={14} /> },
    { key: 'on', head: t('outward.violation_on'), width: 108, priority: 3, text: (row) => row.on, cell: (row) => dateWords(row.on, { year }) },
    { key: 'kind', head: t('outward.violation_kind'), fixed: true, priority: 2, text: (row) => sayOf(row, 'kind'), cell: (row) => <TwoLine first={sayOf(row, 'kind')} second={[row.persons.join('、'), row.number ? shortNumber(row.number) : ''].filter(Boolean).join('　')} /> },
    { key: 'state', head: t('outward.state'), width: 150, priority: 4, text: (row) => row.concluded ?? '', cell: (row) => (row.concluded ? t('outward.violation_done', { date: dateWords(row.concluded, { year }) }) : <button type="button" className="link" tabIndex={-1} onClick={(event) => { event.stopPropagation(); conclude(row) }}>{t('outward.violation_conclude')}</button>) },
  ], [year, conclude])
  return (
    <Panes name="outward-violations" flush mainName={t('outward.violations')} right={{
      width: 360, name: t('outward.violation_facts'),
      body: (
        <div className="outward-side">
          <ActButton main wide combo="Ctrl+Enter" onPress={record}>{`${t('acts.record_violation')}…`}</ActButton>
          {selected ? (
            <>
              <section><SectionHead title={t('outward.violation_facts')} about={selected.found_by} /><p>{selected.facts}</p></section>
              {selected.concluded ? <section><SectionHead title={t('outward.violation_outcome')} about={selected.referred_to} /><p>{selected.outcome}</p></section> : null}
            </>
          ) : null}
        </div>
      ),
    }}>
      <Register name="outward-violations" label={t('outward.violations')} rowHeight={43} columns={columns} rows={rows} keyOf={keyOf} onSelect={setSelected} onAct={conclude} actLabel={t('outward.violation_conclude')} empty={<Empty title={t('outward.no_violations')}>{t('outward.no_violations_why')}</Empty>} />
    </Panes>
  )
}
