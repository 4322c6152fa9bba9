//! One member: terms, undertakings, interests, training, and the acts that concern this person. Past terms stay readable; nothing is edited
//! away.

import '../committee/committee.css'
import { useState } from 'react'
import { startAct } from '../../acts/start'
import { dateWords } from '../../dates'
import type { CommitteeView, Undertaking } from '../../generated/types'
import { useToday } from '../../here'
import { useKeys } from '../../keys'
import { useLook } from '../../look'
import type { PageProps } from '../../pages'
import { ActButton, ActColumn, ArticleLinks, Barred, Empty, ErrorPanel, Facts, Lamp, LampLine, lampOf, PageHead, Panes, SectionHead, Table, Tag } from '../../parts'
import { back, go, replace } from '../../router'
import { isEnglish, t } from '../../words'
import { Trail } from '../case/Trail'

export default function MemberPage({ id }: PageProps) {
  const today = useToday()
  const { view, failure, again } = useLook<CommitteeView>({ view: 'committee', on: null })
  const [trail, setTrail] = useState(false)
  const row = view?.rows.find((one) => one.member.id === id)
  const member = row?.member ?? view?.former.find((one) => one.id === id)
  const order = [...(view?.rows.map((one) => one.member.id) ?? []), ...(view?.former.map((one) => one.id) ?? [])]
  const turn = (by: number): void => { const next = order[order.indexOf(id) + by]; if (next) replace('member', next) }
  useKeys('member', [
    { combo: 'Alt+ArrowUp', label: t('committee.other_member'), caps: ['Alt ↑', 'Alt ↓'], run: () => turn(-1), hint: true },
    { combo: 'Alt+ArrowDown', label: t('committee.other_member'), run: () => turn(1) },
    { combo: 'KeyH', label: t('case.trail'), run: () => setTrail(true), hint: true },
  ])
  if (!view) return failure ? <div className="page-alone"><ErrorPanel failure={failure} acts={[{ words: t('frame.again'), run: again }]} /></div> : null
  if (!member) {
    const adviser = view.advisers.find((one) => one.id === id)
    return <div className="page-alone"><Empty title={adviser ? t('committee.is_adviser', { name: adviser.name }) : t('committee.no_member')} acts={[{ words: t('committee.to_committee'), run: () => (adviser ? go('committee', undefined, { part: 'advisers' }) : back()) }]} /></div>
  }
  const act = (tag: string) => ({ key: tag, words: `${t(`acts.${tag}`)}…`, run: () => startAct(tag, { member: id }) })
  const inOffice = row !== undefined
  const comma = isEnglish() ? ', ' : '，'
  return (
    <>
      <PageHead
        title={member.name}
        lines={[<Barred key="a">{[row ? t(`nouns.role_${row.role}`) : t('committee.out_of_office'), t(`nouns.category_${member.category}`), member.unit, member.title]}</Barred>, row ? t('committee.term_line', { from: dateWords(row.term.from), until: dateWords(row.term.until) }) : null].filter(Boolean)}
        beside={member.external ? <Tag>{t('committee.outside')}</Tag> : undefined}
      >
        <ActButton combo="Escape" quiet onPress={() => back()}>{t('committee.back')}</ActButton>
        <ActButton main combo="Ctrl+Enter" onPress={() => startAct('renew_term', { member: id })}>{inOffice ? `${t('acts.renew_term')}…` : t('committee.appoint_again')}</ActButton>
      </PageHead>
      {failure ? <ErrorPanel failure={failure} /> : null}
      <Panes name="member" mainName={member.name} right={{ width: 264, name: t('committee.acts'), body: (
        <div className="committee-side">
          <SectionHead title={t('committee.acts')} />
          <ActColumn acts={[act('record_undertaking'), act('record_interest'), act('record_training'), act('correct_member'), ...(inOffice ? [act('end_term')] : [])]} />
          <button type="button" className="act-line" onClick={() => setTrail(true)}><span className="grow">{t('case.trail')}</span></button>
        </div>
      ) }}>
        <div className="member-body">
          {row ? (
            <section>
              <SectionHead title={t('committee.standing')} about={<ArticleLinks cites={['E7', 'E8']} />} />
              <LampLine state={lampOf(row.term_lamp)}>{t('committee.term_line', { from: dateWords(row.term.from), until: dateWords(row.term.until) })}</LampLine>
              <LampLine state={lampOf(row.confidentiality_lamp)}>{t('committee.confidentiality')}{comma}{row.confidentiality ? dateWords(row.confidentiality) : t('committee.not_signed')}{row.confidentiality_lamp === 'note' ? `${comma}${t('committee.no_scan_short')}` : ''}</LampLine>
              <LampLine state={lampOf(row.interest_lamp)}>{t('committee.interest')}{comma}{row.interest ? dateWords(row.interest) : t('committee.not_signed')}{row.interest_lamp === 'note' ? `${comma}${t('committee.no_scan_short')}` : ''}</LampLine>
              <LampLine state={row.training ? lampOf(row.training_lamp) : row.training_lamp === 'fine' ? 'dormant' : lampOf(row.training_lamp)}>{t('committee.training')}{comma}{row.training ? dateWords(row.training) : t('committee.none')}</LampLine>
              <LampLine state="note">{t('committee.attended_line', { n: row.attended, all: row.meetings, recused: row.recused, review: row.in_review })}</LampLine>
            </section>
          ) : null}
          <section>
            <SectionHead title={t('committee.terms')} />
            <Table label={t('committee.terms')} keyOf={(term) => term.from + term.role} rows={[...member.terms].reverse()} columns={[
              { key: 'role', head: t('committee.role'), width: 110, cell: (term) => t(`nouns.role_${term.role}`) },
              { key: 'span', head: t('committee.term'), width: 260, cell: (term) => `${dateWords(term.from)}—${dateWords(term.until)}` },
              { key: 'document', head: t('committee.document'), cell: (term) => term.document },
              { key: 'ended', head: '', cell: (term) => (term.ended ? <span className="second">{t('committee.ended', { date: dateWords(term.ended.on), how: t(`acts_committee.end_${term.ended.how}`) })}{term.ended.note ? `　${term.ended.note}` : ''}</span> : term.from <= today && today <= term.until ? <span className="green"><Lamp state="proven" size={13} /> {t('committee.running')}</span> : null) },
            ]} />
          </section>
          <section>
            <SectionHead title={t('committee.undertakings')} about={<ArticleLinks cites={['E8']} />} />
            {member.undertakings.length === 0 ? <p className="second">{t('committee.no_undertakings')}</p> : (
              <Table<Undertaking> label={t('committee.undertakings')} keyOf={(one) => one.kind + one.signed} rows={[...member.undertakings].reverse()} columns={[
                { key: 'kind', head: t('committee.kind'), width: 200, cell: (one) => t(`acts_committee.undertaking_${one.kind}`) },
                { key: 'signed', head: t('acts_committee.signed'), width: 140, cell: (one) => dateWords(one.signed) },
                { key: 'scan', head: t('acts_committee.scan'), cell: (one) => (one.scan ? <><Lamp state="proven" size={13} /> {t('fields.on_file')}</> : <button type="button" className="link" onClick={() => startAct('record_undertaking', { member: id, with: { kind: one.kind, signed: one.signed } })}>{t('committee.put_scan')}</button>) },
              ]} />
            )}
          </section>
          <section>
            <SectionHead title={t('committee.interests')} about={<ArticleLinks cites={['E8']} />} />
            {member.interests.length === 0 ? <p className="second">{t('committee.no_interests')}</p> : (
              <Table label={t('committee.interests')} keyOf={(one) => one.relation + one.with} rows={member.interests} columns={[
                { key: 'with', head: t('acts_committee.with'), cell: (one) => <strong>{one.with}</strong> }, { key: 'relation', head: t('acts_committee.relation'), width: 150, cell: (one) => t(`nouns.relation_${one.relation}`) },
                { key: 'note', head: t('acts_committee.note'), cell: (one) => one.note }, { key: 'until', head: t('acts_committee.interest_until'), width: 130, cell: (one) => (one.until ? dateWords(one.until) : <span className="hint">{t('committee.continues')}</span>) },
                { key: 'change', head: '', width: 60, cell: (one) => <button type="button" className="link" onClick={() => startAct('record_interest', { member: id, with: { relation: one.relation, with: one.with, note: one.note, until: one.until ?? '' } })}>{t('committee.change')}</button> },
              ]} />
            )}
          </section>
          <section>
            <SectionHead title={t('committee.particulars')} />
            <div className="member-facts">
              <Facts rows={[{ name: t('acts_committee.sex'), value: t(`nouns.sex_${member.sex}`) }, { name: t('acts_committee.phone'), value: <span className="private">{member.phone || '—'}</span> }, { name: t('acts_committee.email'), value: member.email || '—' }]} />
              <Facts rows={[{ name: t('acts_committee.identity'), value: <span className="private">{member.identity || '—'}</span> }, { name: t('committee.trainings'), value: [...member.trainings].reverse().map((day) => dateWords(day)).join(isEnglish() ? '; ' : '；') || '—' }]} />
            </div>
          </section>
        </div>
      </Panes>
      {trail ? <Trail kind="member" id={id} title={member.name} onClose={() => setTrail(false)} /> : null}
    </>
  )
}
