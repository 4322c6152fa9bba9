//! Advisers, trainings, and the office that keeps the file: plain lists, each with its one act. Nobody here votes and nothing is counted here.

import { startAct } from '../../acts/start'
import { dateWords } from '../../dates'
import type { CommitteeView } from '../../generated/types'
import { openOutside } from '../../api'
import { ActButton, ArticleLinks, Empty, Facts, Lamp, Panes, SectionHead, Table } from '../../parts'
import { go } from '../../router'
import { isEnglish, t } from '../../words'

export function Advisers({ view }: { view: CommitteeView }) {
  return (
    <Panes name="advisers" mainName={t('committee.advisers')}>
      <p className="committee-lead">{t('committee.advisers_lead')} <ArticleLinks cites={['M14']} /></p>
      {view.advisers.length === 0 ? <Empty title={t('committee.no_advisers')} acts={[{ words: t('committee.add_advisers'), combo: 'Ctrl+Enter', run: () => startAct('register_adviser') }]}>{t('committee.no_advisers_why')}</Empty> : (
        <Table
          label={t('committee.advisers')} keyOf={(one) => one.id} rows={view.advisers}
          columns={[
            { key: 'name', head: t('committee.name'), width: 120, cell: (one) => <strong>{one.name}</strong> },
            { key: 'unit', head: t('committee.unit'), cell: (one) => one.unit },
            { key: 'field', head: t('committee.field'), cell: (one) => one.field },
            { key: 'phone', head: t('committee.phone'), width: 130, cell: (one) => <span className="private">{one.phone || '—'}</span> },
            { key: 'interest', head: t('committee.no_direct_interest'), width: 190, cell: (one) => <span className="committee-dated"><Lamp state={one.no_interest ? 'proven' : 'risk'} size={14} /> {one.no_interest ? dateWords(one.no_interest) : t('committee.not_stated')}</span> },
          ]}
        />
      )}
    </Panes>
  )
}

export function Trainings({ view }: { view: CommitteeView }) {
  const name = (id: string): string => view.rows.find((row) => row.member.id === id)?.member.name ?? view.former.find((one) => one.id === id)?.name ?? id
  const late = view.rows.filter((row) => row.training_lamp !== 'fine' && row.training_lamp !== 'note')
  return (
    <Panes name="trainings" mainName={t('committee.trainings')}>
      <p className="committee-lead">{t('committee.trainings_lead')} <ArticleLinks cites={['E8', 'M8']} /></p>
      {late.length > 0 ? (
        <p className="committee-lead"><Lamp state="risk" size={14} /> {t('committee.training_due')}{late.map((row, i) => <span key={row.member.id}>{i > 0 ? (isEnglish() ? ', ' : '、') : ''}<button type="button" className="link" onClick={() => go('member', row.member.id)}>{row.member.name}</button>{row.training ? `（${dateWords(row.training)}）` : ''}</span>)}</p>
      ) : null}
      {view.trainings.length === 0 ? <Empty title={t('committee.no_trainings')} acts={[{ words: t('committee.add_trainings'), combo: 'Ctrl+Enter', run: () => startAct('record_training') }]}>{t('committee.no_trainings_why')}</Empty> : (
        <Table
          label={t('committee.trainings')} keyOf={(one) => one.id} rows={view.trainings}
          columns={[
            { key: 'on', head: t('committee.date'), width: 120, cell: (one) => dateWords(one.on) },
            { key: 'topic', head: t('committee.topic'), cell: (one) => <strong>{one.topic}</strong> },
            { key: 'organiser', head: t('committee.organiser'), cell: (one) => <>{one.organiser} <span className="second">{one.in_house ? t('committee.in_house') : t('committee.sent_out')}</span></> },
            { key: 'hours', head: t('committee.hours'), width: 56, align: 'right', cell: (one) => one.hours },
            { key: 'members', head: t('committee.members'), cell: (one) => one.members.map(name).join(isEnglish() ? ', ' : '、') },
            { key: 'others', head: t('committee.others'), width: 72, align: 'right', cell: (one) => one.others },
          ]}
        />
      )}
    </Panes>
  )
}

export function Office({ view }: { view: CommitteeView }) {
  const c = view.committee
  const name = (id: string): string => view.rows.find((row) => row.member.id === id)?.member.name ?? view.former.find((one) => one.id === id)?.name ?? id
  const none = <span className="hint">{t('committee.not_noted')}</span>
  return (
    <Panes name="office" mainName={t('committee.office')}>
      <div className="committee-two">
        <section>
          <SectionHead title={c.name} about={<ArticleLinks cites={['M9', 'E4']} />} />
          <Facts width={112} rows={[
            { name: t('acts_committee.founded'), value: `${dateWords(c.founded)}　${c.founding_document}` }, { name: t('acts_committee.secretary'), value: c.secretary }, { name: t('acts_committee.phone'), value: c.phone || none }, { name: t('acts_committee.email'), value: c.email || none },
            { name: t('acts_committee.office'), value: c.office || none }, { name: t('acts_committee.address'), value: c.address || none }, { name: t('acts_committee.budget'), value: c.budget || none },
            { name: t('acts_committee.letter_prefix'), value: c.letter_prefix }, { name: t('acts_committee.case_prefix'), value: c.case_prefix },
          ]} />
        </section>
        <section>
          <SectionHead title={c.unit.name} />
          <Facts width={112} rows={[
            { name: t('acts_committee.credit_code'), value: c.unit.credit_code || none }, { name: t('acts_committee.unit_kind'), value: t(`nouns.unit_${c.unit.kind}`) }, { name: t('acts_committee.affiliation'), value: t(`nouns.affiliation_${c.unit.affiliation}`) },
            { name: t('acts_committee.province'), value: `${c.unit.province}${c.unit.autonomous_area ? `　${t('acts_committee.autonomous')}` : ''}` }, { name: t('acts_committee.authority'), value: c.unit.authority || none },
          ]} />
          <SectionHead title={t('committee.designations')} about={<ArticleLinks cites={['M14', 'M20']} />} />
          {c.designations.length === 0 ? <p className="second">{t('committee.no_designations')}</p> : <Table label={t('committee.designations')} keyOf={(one) => one.id} rows={c.designations} columns={[
            { key: 'to', head: t('committee.designated_to'), width: 110, cell: (one) => t(`nouns.designated_${one.to}`) }, { key: 'members', head: t('committee.members'), cell: (one) => one.members.map(name).join(isEnglish() ? ', ' : '、') },
            { key: 'span', head: t('committee.term'), width: isEnglish() ? 190 : 230, cell: (one) => <>{dateWords(one.from)}—{dateWords(one.until)}{one.ended ? <div className="second">{t('committee.taken_back', { date: dateWords(one.ended) })}</div> : null}</> },
            { key: 'scan', head: '', width: 84, align: 'right', cell: (one) => (one.scan ? <button type="button" className="link" onClick={() => void openOutside({ bytes: 'blob', sha256: one.scan! })}>{t('committee.open_scan')}</button> : <span className="hint">{t('committee.no_scan_short')}</span>) },
          ]} />}
          <div className="row"><ActButton onPress={() => startAct('designate_period')}>{t('committee.designate')}</ActButton>{c.designations.some((one) => !one.ended) ? <ActButton onPress={() => startAct('end_designation')}>{t('committee.take_back')}</ActButton> : null}</div>
          <SectionHead title={t('committee.bodies')} about={<ArticleLinks cites={['M11', 'M12']} />} />
          {c.bodies.length === 0 ? <p className="second">{t('committee.no_bodies')}</p> : <Table label={t('committee.bodies')} keyOf={(one) => one.id} rows={c.bodies} columns={[
            { key: 'name', head: t('committee.name'), cell: (one) => <><strong>{one.name}</strong><div className="second">{t(`nouns.body_${one.kind}`)}　{one.set_up_by}</div></> },
            { key: 'services', head: t('committee.body_services'), width: 150, cell: (one) => <>{one.services.map((key) => t(`nouns.service_${key}`)).join(isEnglish() ? ', ' : '、')}{one.until ? <div className="second">{t('committee.body_until', { date: dateWords(one.until) })}</div> : null}</> },
            { key: 'correct', head: '', width: 76, align: 'right', cell: (one) => <button type="button" className="link" onClick={() => startAct('register_body', { with: { body: one.id } })}>{t('committee.correct_body')}</button> },
          ]} />}
          <div className="row"><ActButton onPress={() => startAct('register_body')}>{t('committee.register_body')}</ActButton></div>
          <SectionHead title={t('committee.registration')} about={<ArticleLinks cites={['E43']} />} />
          {c.registrations.length === 0 ? <p className="second">{t('committee.not_registered')}</p> : <Table label={t('committee.registration')} keyOf={(one) => one.on + one.note} rows={c.registrations} columns={[
            { key: 'on', head: t('committee.date'), width: 120, cell: (one) => dateWords(one.on) }, { key: 'number', head: t('acts_committee.register_number'), cell: (one) => one.number }, { key: 'note', head: t('acts_committee.note'), cell: (one) => one.note },
          ]} />}
        </section>
      </div>
    </Panes>
  )
}
