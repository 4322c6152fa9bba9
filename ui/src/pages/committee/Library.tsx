//! The rule library (E6): each kind with the version in force on the day, the article that asks for it, what it unlocks, and at the side all
//! its versions. What stays locked without one is the desk's to say.

import { useCallback, useMemo, useState } from 'react'
import { failureOf, openOutside } from '../../api'
import { startAct } from '../../acts/start'
import { dateWords } from '../../dates'
import type { CommitteeView, RuleLine } from '../../generated/types'
import { ActButton, ArticleLinks, Empty, ErrorPanel, Lamp, Panes, Register, SectionHead, type Column } from '../../parts'
import type { Failure } from '../../shape'
import { isEnglish, say, sayOf, t } from '../../words'

export function Library({ view }: { view: CommitteeView }) {
  const [chosen, choose] = useState<RuleLine | null>(null)
  const columns = useMemo<Column<RuleLine>[]>(() => [
    { key: 'lamp', head: '', width: 16, fixed: true, priority: 0, cell: (rule) => <Lamp state={rule.in_force ? 'proven' : 'risk'} size={14} /> },
    { key: 'kind', head: t('committee.rule'), width: isEnglish() ? 190 : 150, fixed: true, priority: 1, text: (rule) => say(rule), cell: (rule) => <strong>{say(rule)}</strong> },
    { key: 'version', head: t('committee.version'), width: 72, priority: 2, text: (rule) => rule.in_force?.version ?? '', cell: (rule) => rule.in_force?.version ?? <span className="amber strong">{t('committee.rule_missing')}</span> },
    { key: 'adopted', head: t('committee.in_force_from'), width: isEnglish() ? 104 : 116, priority: 3, text: (rule) => rule.in_force?.adopted ?? '', cell: (rule) => (rule.in_force ? dateWords(rule.in_force.adopted) : '') },
    { key: 'by', head: t('committee.adopted_by'), width: 130, priority: 6, text: (rule) => rule.in_force?.adopted_by ?? '', cell: (rule) => rule.in_force?.adopted_by ?? '' },
    { key: 'unlocks', head: t('committee.unlocks'), priority: 4, text: (rule) => sayOf(rule, 'unlocks'), cell: (rule) => sayOf(rule, 'unlocks') || <span className="hint">{t('committee.by_law')}</span> },
    { key: 'cites', head: t('committee.asked_by'), width: isEnglish() ? 200 : 186, priority: 5, text: (rule) => rule.cites.join(' '), cell: (rule) => <ArticleLinks cites={rule.cites} /> },
  ], [])
  const keyOf = useCallback((rule: RuleLine) => rule.kind, [])
  const add = useCallback((rule: RuleLine) => startAct('adopt_rule', { with: { kind: rule.kind } }), [])
  const selected = view.rules.find((rule) => rule.kind === chosen?.kind) ?? view.rules[0]
  return (
    <Panes name="library" flush mainName={t('committee.rules')} right={selected ? { width: 320, name: t('committee.versions'), body: <Versions rule={selected} /> } : undefined}>
      <Register
        name="rules" label={t('committee.rules')} rowHeight={34} columns={columns} rows={view.rules} keyOf={keyOf} onAct={add} actLabel={t('committee.new_version')} onSelect={choose}
        empty={<Empty title={t('committee.rules')}>{t('committee.rules_why')}</Empty>}
      />
    </Panes>
  )
}

function Versions({ rule }: { rule: RuleLine }) {
  const [failure, setFailure] = useState<Failure | null>(null)
  const open = (sha256: string): void => { setFailure(null); openOutside({ bytes: 'blob', sha256 }).catch((thrown) => setFailure(failureOf(thrown))) }
  return (
    <div className="committee-side">
      {failure ? <ErrorPanel failure={failure} /> : null}
      <SectionHead title={say(rule)} about={t('committee.versions_n', { n: rule.versions.length })} />
      {rule.in_force ? null : <p className="amber">{sayOf(rule, 'unlocks') ? t('committee.locked_without', { what: sayOf(rule, 'unlocks') }) : t('committee.to_adopt')}</p>}
      {rule.versions.map((one) => (
        <div key={one.version} className="version">
          <div className="row"><strong className="grow">{one.version}</strong>{one === rule.in_force || one.version === rule.in_force?.version ? <span className="green whole"><Lamp state="proven" size={13} /> {t('committee.in_force')}</span> : <span className="hint">{t('committee.not_in_force')}</span>}</div>
          <div className="second">{t('committee.adopted_on', { date: dateWords(one.adopted), by: one.adopted_by || t('committee.not_noted') })}</div>
          {one.tracking_months ? <div className="second">{t('committee.tracking_every', { n: one.tracking_months })}</div> : null}
          {one.file ? <button type="button" className="link" onClick={() => open(one.file!)}>{t('committee.open_file')}</button> : <div className="hint">{t('committee.no_file')}</div>}
        </div>
      ))}
      <ActButton wide onPress={() => startAct('adopt_rule', { with: { kind: rule.kind } })}>{t('committee.new_version')}</ActButton>
      <p className="hint">{t('committee.versions_note')}</p>
    </div>
  )
}
