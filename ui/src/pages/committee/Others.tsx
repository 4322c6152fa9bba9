//! Beside the members: advisers, the rule library with what each document unlocks, trainings, the national platform. Lists only; each
//! line is added by its act, and what is missing says which procedure it keeps locked.

import { useCallback, useMemo, useState, type ReactNode } from 'react'
import { startAct } from '../../acts/start'
import { dateWords } from '../../dates'
import type { Adviser, Registration, RuleDocument, RuleLine, Training } from '../../generated/types'
import { ActButton, ArticleLinks, Empty, Facts, Icon, Lamp, LampLine, lampOf, Panes, Register, SectionHead, Table, type Column } from '../../parts'
import { go } from '../../router'
import { say, sayOf, t } from '../../words'
import type { Committee } from './shape'

const none = <span className="quiet">—</span>

export function Advisers({ view }: { view: Committee }) {
  const columns = useMemo<Column<Adviser>[]>(() => [
    { key: 'name', head: t('committee.name'), width: 120, fixed: true, priority: 1, text: (row) => row.name, cell: (row) => <strong>{row.name}</strong> },
    { key: 'field', head: t('committee.field'), width: 220, priority: 2, text: (row) => row.field, cell: (row) => row.field },
    { key: 'unit', head: t('committee.unit'), priority: 3, text: (row) => row.unit, cell: (row) => row.unit || none },
    { key: 'phone', head: t('committee.phone'), width: 140, priority: 5, text: (row) => row.phone, cell: (row) => <span className="private">{row.phone || '—'}</span> },
    { key: 'no_interest', head: t('committee.no_interest'), width: 190, priority: 4, text: (row) => row.no_interest ?? '', cell: (row) => <span className="memberdate"><Lamp state={row.no_interest ? 'proven' : 'risk'} size={14} />{row.no_interest ? dateWords(row.no_interest) : <strong className="amber">{t('committee.no_statement')}</strong>}</span> },
  ], [])
  const keyOf = useCallback((row: Adviser) => row.id, [])
  return (
    <>
      <p className="committee-note">{t('committee.advisers_about')} <ArticleLinks cites={['M14']} /></p>
      <Register
        name="advisers" label={t('committee.advisers')} columns={columns} rows={view.advisers} keyOf={keyOf} rowHeight={34}
        empty={<Empty title={t('committee.no_advisers')} acts={[{ words: t('committee.register_adviser'), combo: 'Ctrl+Enter', run: () => startAct('register_adviser') }]}>{t('committee.no_advisers_why')}</Empty>}
      />
    </>
  )
}

const unlocks = (line: RuleLine): string => sayOf(line, 'unlocks')

export function Rules({ view }: { view: Committee }) {
  const [selected, setSelected] = useState<RuleLine | null>(null)
  const missing = view.rules.filter((line) => !line.in_force)
  const columns = useMemo<Column<RuleLine>[]>(() => [
    { key: 'lamp', head: '', width: 16, fixed: true, priority: 1, cell: (row) => <Lamp state={row.in_force ? 'proven' : unlocks(row) ? 'blocked' : 'risk'} size={14} /> },
    { key: 'name', head: t('committee.rule'), fixed: true, priority: 2, text: (row) => say(row), cell: (row) => <strong>{say(row)}</strong> },
    { key: 'version', head: t('committee.version'), width: 80, priority: 3, text: (row) => row.in_force?.version ?? '', cell: (row) => row.in_force?.version ?? <strong className={unlocks(row) ? 'red' : 'amber'}>{t('committee.missing')}</strong> },
    { key: 'adopted', head: t('committee.adopted'), width: 112, priority: 4, text: (row) => row.in_force?.adopted ?? '', cell: (row) => (row.in_force ? dateWords(row.in_force.adopted) : none) },
    { key: 'unlocks', head: t('committee.unlocks'), width: 190, priority: 5, text: unlocks, cell: (row) => (unlocks(row) ? <span className="memberdate">{row.in_force ? null : <Icon name="lock" size={13} />}{unlocks(row)}</span> : none) },
    { key: 'cites', head: t('today.cites'), width: 190, priority: 6, text: (row) => row.cites.join(' '), cell: (row) => <ArticleLinks cites={row.cites} /> },
  ], [])
  const keyOf = useCallback((row: RuleLine) => row.kind, [])
  const line = selected ?? view.rules[0]
  return (
    <>
      <p className="committee-note">{missing.length === 0 ? t('committee.rules_complete', { n: view.rules.length }) : t('committee.rules_missing', { n: missing.length, names: missing.map((one) => say(one)).join(t('committee.and')) })}</p>
      <Panes name="rules" flush mainName={t('committee.rules')} right={{ width: 320, name: t('committee.versions'), body: line ? <Versions line={line} /> : null }}>
        <Register name="rules" label={t('committee.rules')} columns={columns} rows={view.rules} keyOf={keyOf} rowHeight={34} onSelect={setSelected} onAct={(row) => startAct('adopt_rule', { with: { kind: row.kind } })} actLabel={t('committee.adopt')} />
      </Panes>
    </>
  )
}

function Versions({ line }: { line: RuleLine }) {
  const said = unlocks(line)
  return (
    <>
      <SectionHead title={say(line)} about={t('committee.versions_n', { n: line.versions.length })} />
      {said ? <LampLine state={line.in_force ? 'proven' : 'blocked'}>{t(line.in_force ? 'committee.unlocked' : 'committee.locked', { what: said })}</LampLine> : null}
      {line.versions.length === 0 ? <p className="second">{t('committee.no_version')}</p> : line.versions.map((one: RuleDocument) => (
        <div className="committee-version" key={one.version}>
          <div className="row"><strong>{one.version}</strong>{line.in_force?.version === one.version ? <span className="green second">{t('committee.in_force')}</span> : <span className="second">{t('committee.replaced')}</span>}</div>
          <Facts width={76} rows={[
            { name: t('committee.adopted'), value: dateWords(one.adopted) },
            { name: t('committee.adopted_by'), value: one.adopted_by || '—' },
            ...(one.tracking_months ? [{ name: t('committee.tracking'), value: t('committee.months', { n: one.tracking_months }) }] : []),
            { name: t('committee.file'), value: one.file ? t('committee.on_file') : t('committee.not_on_file') },
          ]} />
        </div>
      ))}
      <div className="committee-pane-act"><ActButton size="small" onPress={() => startAct('adopt_rule', { with: { kind: line.kind } })}>{t(line.versions.length === 0 ? 'committee.adopt' : 'committee.adopt_new')}</ActButton></div>
    </>
  )
}

export function Trainings({ view }: { view: Committee }) {
  const [selected, setSelected] = useState<Training | null>(null)
  const names = useMemo(() => new Map([...view.rows.map((row) => row.member), ...view.former].map((member) => [member.id, member.name])), [view])
  const columns = useMemo<Column<Training>[]>(() => [
    { key: 'on', head: t('fields.day'), width: 112, fixed: true, priority: 1, text: (row) => row.on, cell: (row) => dateWords(row.on) },
    { key: 'topic', head: t('committee.topic'), fixed: true, priority: 2, text: (row) => row.topic, cell: (row) => <span title={row.topic}>{row.topic}</span> },
    { key: 'organiser', head: t('committee.organiser'), width: 190, priority: 4, text: (row) => row.organiser, cell: (row) => row.organiser || none },
    { key: 'kind', head: t('committee.training_kind'), width: 76, priority: 5, text: (row) => t(row.in_house ? 'committee.in_house' : 'committee.sent_out'), cell: (row) => t(row.in_house ? 'committee.in_house' : 'committee.sent_out') },
    { key: 'hours', head: t('committee.hours'), width: 48, align: 'right', priority: 6, text: (row) => String(row.hours), cell: (row) => row.hours || none },
    { key: 'members', head: t('committee.members_n'), width: 64, align: 'right', priority: 3, text: (row) => String(row.members.length), cell: (row) => row.members.length },
    { key: 'others', head: t('committee.others'), width: 64, align: 'right', priority: 7, text: (row) => String(row.others), cell: (row) => row.others || none },
  ], [])
  const keyOf = useCallback((row: Training) => row.id, [])
  const late = view.rows.filter((row) => row.training_lamp === 'ask' || row.training_lamp === 'block')
  const at = selected ?? view.trainings[0]
  return (
    <Panes
      name="trainings" flush mainName={t('committee.trainings')}
      right={{
        width: 300, name: t('committee.who_came'),
        body: (
          <>
            {at ? <><SectionHead title={t('committee.who_came')} about={t('committee.people', { n: at.members.length })} /><p className="committee-names">{at.members.map((id) => names.get(id) ?? id).join(t('committee.and'))}</p></> : null}
            <div className="committee-gap" />
            <SectionHead title={t('committee.to_train')} about={late.length > 0 ? t('committee.people', { n: late.length }) : undefined} />
            {late.length === 0 ? <p className="second">{t('committee.all_trained')}</p> : late.map((row) => (
              <div className="committee-task" key={row.member.id}><Lamp state={lampOf(row.training_lamp)} size={14} /><span className="grow">{row.member.name} <span className="second">{row.training ? t('committee.last_trained', { date: dateWords(row.training) }) : t('committee.untrained')}</span></span></div>
            ))}
            {late.length > 0 ? <div className="committee-pane-act"><ActButton size="small" onPress={() => startAct('record_training', { with: { members: late.map((row) => row.member.id) } })}>{t('committee.train_them')}</ActButton></div> : null}
          </>
        ),
      }}
    >
      <Register
        name="trainings" label={t('committee.trainings')} columns={columns} rows={view.trainings} keyOf={keyOf} rowHeight={34} onSelect={setSelected}
        empty={<Empty title={t('committee.no_trainings')} acts={[{ words: t('committee.record_training'), combo: 'Ctrl+Enter', run: () => startAct('record_training') }]}>{t('committee.no_trainings_why')}</Empty>}
      />
    </Panes>
  )
}

export function Platform({ view }: { view: Committee }) {
  const { committee } = view
  const rows: { name: ReactNode; value: ReactNode }[] = [
    { name: t('committee.c_name'), value: committee.name }, { name: t('committee.c_unit'), value: committee.unit.name }, { name: t('committee.c_code'), value: committee.unit.credit_code || '—' },
    { name: t('committee.c_authority'), value: committee.unit.authority || '—' }, { name: t('committee.c_founded'), value: `${dateWords(committee.founded)}${committee.founding_document ? t('parts.in_brackets', { words: committee.founding_document }) : ''}` },
    { name: t('committee.c_secretary'), value: committee.secretary }, { name: t('committee.c_office'), value: [committee.office, committee.address, committee.phone, committee.email].filter(Boolean).join('　') || '—' },
  ]
  return (
    <div className="committee-platform">
      <section>
        <SectionHead title={t('committee.platform')} about={<ArticleLinks cites={['M30', 'E43']} />} />
        {view.registration.length === 0 ? <Empty title={t('committee.not_registered')} acts={[{ words: t('committee.register'), combo: 'Ctrl+Enter', run: () => startAct('register_committee') }]} /> : view.registration.map((line, i) => <LampLine key={i} state={lampOf(line.lamp)}>{say(line)}</LampLine>)}
        <div className="committee-gap" />
        {committee.registrations.length === 0 ? null : (
          <Table<Registration>
            label={t('committee.platform')} rows={committee.registrations} keyOf={(one) => one.on}
            columns={[
              { key: 'on', head: t('fields.day'), width: 130, cell: (one) => dateWords(one.on) },
              { key: 'number', head: t('committee.number'), width: 180, cell: (one) => one.number || none },
              { key: 'note', head: t('committee.note'), cell: (one) => one.note || none },
            ]}
          />
        )}
      </section>
      <section>
        <SectionHead title={t('committee.particulars')}><button type="button" className="link" onClick={() => startAct('change_committee')}>{t('committee.change')}</button></SectionHead>
        <Facts width={112} rows={rows} />
        <p className="second committee-under">{t('committee.more_settings')} <button type="button" className="link" onClick={() => go('settings', undefined, { part: 'committee' })}>{t('frame.place_settings')}</button></p>
      </section>
      {view.former.length > 0 ? (
        <section>
          <SectionHead title={t('committee.former')} about={t('committee.people', { n: view.former.length })} />
          {view.former.map((member) => { const last = member.terms.at(-1); return (
            <div className="committee-task" key={member.id}><span className="grow"><button type="button" className="link" onClick={() => go('member', member.id)}>{member.name}</button> <span className="second">{last ? `${t(`nouns.role_${last.role}`)}　${dateWords(last.from)}—${dateWords(last.ended?.on ?? last.until)}` : ''}</span></span></div>
          ) })}
        </section>
      ) : null}
    </div>
  )
}
