//! The members of a day: the lamp with its parts, the band of compositions, a row a member, and below what is to be done, the registration
//! on the platform, and the interests of the selected one. Enter opens a member.

import { useCallback, useMemo, useState } from 'react'
import { startAct } from '../../acts/start'
import { dateWords } from '../../dates'
import type { Category, CommitteeView, Finding, Line, MemberRow, Verdict } from '../../generated/types'
import { useToday } from '../../here'
import { ArticleLinks, Cap, Empty, FindingList, Lamp, LampLine, LampStrip, lampOf, Panes, Register, SectionHead, Tag, type Column } from '../../parts'
import { go } from '../../router'
import { isEnglish, say, t } from '../../words'
import { Bands } from './Bands'

/** What the desk adds to a duty where it knows the act that ends it. */
type Todo = Line & { act?: string }

const month = (date: string | null): string => (date ? date.slice(0, 7) : t('committee.none'))

/** A part of the strip takes the lamp of the finding that concerns it. */
const PARTS: [string, (rule: string) => boolean][] = [
  ['members', (rule) => rule === 'E7.members' || rule === 'E7.odd'],
  ['chairs', (rule) => /^E7\.(chair|one_chair|vice_chairs)$/.test(rule)],
  ['categories', (rule) => rule === 'M10.categories' || rule === 'M10.two_hats'],
  ['sexes', (rule) => rule === 'E7.sexes'],
  ['outside', (rule) => rule === 'E7.external'],
  ['terms', (rule) => rule.startsWith('E7.term')],
]

function partWords(view: CommitteeView): Record<string, string> {
  const of = (test: (row: MemberRow) => boolean): number => view.rows.filter(test).length
  const categories: Category[] = ['technology', 'application', 'ethics', 'law']
  return {
    members: t('committee.part_members', { n: view.rows.length }),
    chairs: t('committee.part_chairs', { chair: of((row) => row.role === 'chair'), vice: of((row) => row.role === 'vice_chair') }),
    categories: categories.map((key) => `${t(`nouns.category_${key}`)}${isEnglish() ? ' ' : ''}${of((row) => row.member.category === key)}`).join(isEnglish() ? ', ' : '　'),
    sexes: t('committee.part_sexes', { m: of((row) => row.member.sex === 'male'), w: of((row) => row.member.sex === 'female') }),
    outside: t('committee.part_outside', { n: of((row) => row.member.external) }),
    terms: '',
  }
}

function Strip({ view }: { view: CommitteeView }) {
  const words = partWords(view)
  const sentence = say(view)
  const cut = /[。:：]|\. |; /.exec(sentence)
  const verdict = cut ? sentence.slice(0, cut.index + 1) : sentence
  const rest = cut ? sentence.slice(cut.index + cut[0].length) : ''
  const worst = (findings: Finding[]): Verdict => findings.map((f) => f.verdict).sort((a, b) => ['block', 'ask', 'note', 'fine'].indexOf(a) - ['block', 'ask', 'note', 'fine'].indexOf(b))[0] ?? 'fine'
  const parts = PARTS.filter(([key]) => words[key]).map(([key, concerns]) => ({ state: lampOf(worst(view.findings.filter((finding) => concerns(finding.rule)))), words: words[key]! }))
  const open = view.findings.filter((finding) => finding.verdict !== 'fine')
  const cites = [...new Set(view.findings.flatMap((finding) => finding.cites))]
  return (
    <div className="committee-strip">
      <LampStrip state={lampOf(view.lamp)} verdict={verdict} parts={parts} cites={cites.length > 0 ? cites : ['M10', 'E7']}>{rest}</LampStrip>
      {open.length > 1 || (open.length === 1 && view.lamp === 'fine') ? <FindingList findings={open} label /> : null}
    </div>
  )
}

function dated(date: string | null, lamp: Verdict, whole = false) {
  // Nothing yet and nothing wrong with that: no lamp.
  if (!date && lamp !== 'block' && lamp !== 'ask') return <span className="hint">—</span>
  return (
    <span className={`committee-dated committee-${lamp}`}>
      <Lamp state={lampOf(lamp)} size={14} label={lamp === 'note' ? t('committee.no_scan_short') : undefined} /> {date ? (whole ? date : month(date)) : t('committee.none')}
    </span>
  )
}

function useColumns(): Column<MemberRow>[] {
  return useMemo(() => {
    const en = isEnglish()
    return [
      { key: 'name', head: t('committee.name'), width: en ? 92 : 88, fixed: true, priority: 1, text: (row) => row.member.name, cell: (row) => <strong>{row.member.name}</strong> },
      { key: 'role', head: t('committee.role'), width: en ? 72 : 66, priority: 2, text: (row) => t(`nouns.role_${row.role}`), cell: (row) => t(`nouns.role_${row.role}`).replace(/委员$/, (tail) => (row.role === 'member' ? tail : '')) },
      { key: 'category', head: t('committee.category'), width: en ? 84 : 44, priority: 3, text: (row) => t(`nouns.category_${row.member.category}`), cell: (row) => t(`nouns.category_${row.member.category}`) },
      { key: 'sex', head: t('committee.sex'), width: en ? 50 : 32, priority: 8, text: (row) => t(`nouns.sex_${row.member.sex}`), cell: (row) => t(`nouns.sex_${row.member.sex}`) },
      { key: 'unit', head: t('committee.unit'), priority: 6, text: (row) => row.member.unit, cell: (row) => <>{row.member.unit}{row.member.external ? <> <Tag>{t('committee.outside')}</Tag></> : null}</> },
      { key: 'title', head: t('committee.title'), width: 66, priority: 9, text: (row) => row.member.title, cell: (row) => row.member.title },
      { key: 'term', head: t('committee.term'), width: 164, priority: 4, text: (row) => `${row.term.from}—${row.term.until}`, cell: (row) => <>{row.term.from}—<span className={row.term_lamp === 'fine' ? undefined : `committee-${row.term_lamp === 'note' ? 'ask' : row.term_lamp}`}>{row.term.until}</span></> },
      { key: 'confidentiality', head: t('committee.confidentiality'), width: en ? 96 : 80, priority: 7, text: (row) => row.confidentiality ?? '', cell: (row) => dated(row.confidentiality, row.confidentiality_lamp) },
      { key: 'interest', head: t('committee.interest'), width: en ? 84 : 92, priority: 7, text: (row) => row.interest ?? '', cell: (row) => dated(row.interest, row.interest_lamp) },
      { key: 'training', head: t('committee.training'), width: 96, priority: 7, text: (row) => row.training ?? '', cell: (row) => dated(row.training, row.training_lamp, true) },
      { key: 'attended', head: t('committee.attended'), width: en ? 62 : 40, align: 'right', priority: 10, text: (row) => `${row.attended}/${row.meetings}`, cell: (row) => <>{row.attended}<span className="hint">/{row.meetings}</span></> },
      { key: 'review', head: t('committee.in_review'), width: en ? 54 : 32, align: 'right', priority: 11, text: (row) => String(row.in_review), cell: (row) => (row.in_review > 0 ? row.in_review : <span className="hint">—</span>) },
    ]
  }, [])
}

export function Members({ view, onDay, first }: { view: CommitteeView; onDay(day: string): void; first: string }) {
  const today = useToday()
  const columns = useColumns()
  const keyOf = useCallback((row: MemberRow) => row.member.id, [])
  const [chosen, choose] = useState<MemberRow | null>(null)
  const selected = view.rows.find((row) => row.member.id === chosen?.member.id) ?? view.rows.find((row) => row.member.id === first) ?? null
  const open = useCallback((row: MemberRow) => go('member', row.member.id), [])
  if (view.rows.length === 0 && view.former.length === 0) {
    return (
      <div className="page-alone">
        <Empty title={t('committee.empty')} acts={[{ words: t('committee.add_members'), combo: 'Ctrl+Enter', run: () => startAct('appoint_member') }]}>{t('committee.empty_why')}</Empty>
        <FindingList findings={view.findings} label />
      </div>
    )
  }
  return (
    <Panes name="committee" flush mainName={t('committee.members')}>
      <Strip view={view} />
      <Bands bands={view.bands} on={view.on} today={today} onDay={onDay} />
      <div className="committee-list" style={{ minHeight: 30 + view.rows.length * 34 }}>
        <Register
          name="members" label={t('committee.members')} rowHeight={34} columns={columns} rows={view.rows} keyOf={keyOf} onAct={open} actLabel={t('parts.open')} onSelect={choose}
          empty={<Empty title={t('committee.nobody', { date: dateWords(view.on) })}>{t('committee.nobody_why')}</Empty>}
        />
      </div>
      <Below view={view} selected={selected} />
    </Panes>
  )
}

function Below({ view, selected }: { view: CommitteeView; selected: MemberRow | null }) {
  const unscanned = view.rows.reduce((sum, row) => sum + Number(row.confidentiality_lamp === 'note') + Number(row.interest_lamp === 'note'), 0)
  const todo = view.todo as Todo[]
  return (
    <div className="committee-below">
      <section>
        <SectionHead title={t('committee.todo')} about={todo.length > 0 ? t('committee.todo_n', { n: todo.length }) : undefined} />
        {todo.length === 0 ? <LampLine state="proven">{t('committee.todo_none')}</LampLine> : null}
        {todo.map((line, i) => (
          <div key={i} className="committee-todo">
            <LampLine state={lampOf(line.lamp)}>{say(line)}</LampLine>
            {line.act ? <button type="button" className="link whole" onClick={() => startAct(line.act!, line.id ? { member: line.id } : {})}>{t(`acts.${line.act}`)}…</button> : line.id ? <button type="button" className="link whole" onClick={() => go('member', line.id)}>{t('parts.open')}</button> : null}
          </div>
        ))}
        {unscanned > 0 ? (
          <div className="committee-todo">
            <LampLine state="note">{t('committee.no_scan', { n: unscanned })}</LampLine>
            <button type="button" className="link whole" onClick={() => startAct('record_undertaking', selected ? { member: selected.member.id } : {})}>{t('committee.put_scan')}</button>
          </div>
        ) : null}
      </section>
      <section>
        <SectionHead title={t('committee.registration')} about={<ArticleLinks cites={['M30', 'E43']} />}><button type="button" className="link" onClick={() => go('outward')}>{t('outward.sheet')}</button></SectionHead>
        {view.registration.length === 0 ? <p className="second">{t('committee.not_registered')}</p> : null}
        {view.registration.map((line, i) => <LampLine key={i} state={lampOf(line.lamp)}>{say(line)}</LampLine>)}
        <button type="button" className="link committee-act" onClick={() => startAct('register_committee')}>{t('committee.register')}</button>
      </section>
      <section>
        {selected ? (
          <>
            <SectionHead title={selected.member.name} about={t('committee.interests')}><Cap combo="Enter" /> {t('parts.open')}</SectionHead>
            {selected.member.interests.length === 0 ? <p className="second">{t('committee.no_interests')}</p> : selected.member.interests.map((one, i) => (
              <p key={i} className="committee-interest">{t(`nouns.relation_${one.relation}`)}{isEnglish() ? ': ' : '：'}{one.with}<span className="second">{one.note ? `　${one.note}` : ''}{one.until ? `　${t('committee.until', { date: dateWords(one.until) })}` : ''}</span></p>
            ))}
            <p className="committee-interest second">{t('committee.year_work', { recused: selected.recused, review: selected.in_review })}</p>
            <button type="button" className="link committee-act" onClick={() => startAct('record_interest', { member: selected.member.id })}>{t('acts.record_interest')}…</button>
          </>
        ) : <SectionHead title={t('committee.interests')} />}
      </section>
      {view.former.length > 0 ? (
        <p className="committee-former second">{t('committee.former')}{view.former.map((member, i) => <span key={member.id}>{i > 0 ? (isEnglish() ? ', ' : '、') : null}<button type="button" className="link" onClick={() => go('member', member.id)}>{member.name}</button></span>)}</p>
      ) : null}
    </div>
  )
}
