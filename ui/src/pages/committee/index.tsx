//! 委员会 on any day: who sits, whether that is lawful, what runs out; advisers, the rule library, training, the office. The day in the head
//! moves the whole page. Composition is judged by the desk; here it is shown.

import './committee.css'
import { useEffect } from 'react'
import { startAct } from '../../acts/start'
import type { CommitteeView } from '../../generated/types'
import { useToday } from '../../here'
import { useLook } from '../../look'
import type { PageProps } from '../../pages'
import { ActButton, AsOf, ErrorPanel, openPaper, PageHead, SaveButton, Tabs } from '../../parts'
import { useKept } from '../../router'
import { t } from '../../words'
import { Advisers, Office, Trainings } from './Lists'
import { Library } from './Library'
import { Members } from './Members'

type Part = 'members' | 'advisers' | 'rules' | 'trainings' | 'office'

/** The one act that belongs to each part. */
const ADDS: Record<Part, string> = { members: 'appoint_member', advisers: 'register_adviser', rules: 'adopt_rule', trainings: 'record_training', office: 'change_committee' }
const PART_OF: Record<string, Part> = { register_adviser: 'advisers', adopt_rule: 'rules', record_training: 'trainings', change_committee: 'office', register_body: 'office' }

/** An act asked for in the search opens here, once. */
let opened: Record<string, string> | null = null

export default function Committee({ params }: PageProps) {
  const today = useToday()
  const [on, setOn] = useKept('on', '')
  const [part, setPart] = useKept<Part>('part', (params.part as Part | undefined) ?? PART_OF[params.act ?? ''] ?? 'members')
  const { view, failure, again } = useLook<CommitteeView>({ view: 'committee', on: on && on !== today ? on : null })
  const there = view !== null
  useEffect(() => {
    if (!there || !params.act || opened === params) return
    opened = params
    startAct(params.act, params.member ? { member: params.member } : {})
  }, [there, params])
  if (!view) return failure ? <div className="page-alone"><ErrorPanel failure={failure} acts={[{ words: t('frame.again'), run: again }]} /></div> : null
  const roster = (): void => openPaper({ paper: 'print', kind: 'roster', on: view.on }, t('committee.roster'))
  return (
    <>
      <PageHead
        title={t('frame.place_committee')}
        beside={<div className="headtabs"><Tabs<Part>
          value={part} onChange={setPart} items={[
            { key: 'members', words: t('committee.members'), count: view.rows.length }, { key: 'advisers', words: t('committee.advisers'), count: view.advisers.length },
            { key: 'rules', words: t('committee.rules'), count: view.rules.filter((rule) => rule.in_force).length }, { key: 'trainings', words: t('committee.trainings'), count: view.trainings.length }, { key: 'office', words: t('committee.office') },
          ]}
        /></div>}
      >
        {part === 'members' || part === 'rules' ? <AsOf value={on} onChange={(day) => setOn(day === today ? '' : day)} /> : null}
        {part === 'members' || part === 'trainings' ? <SaveButton of={{ bytes: 'table', list: 'members', with: { on: on || null } }} /> : null}
        {part === 'members' ? <ActButton combo="Ctrl+KeyP" icon="printer" onPress={roster}>{t('committee.print_roster')}</ActButton> : null}
        <ActButton main combo="Ctrl+Enter" onPress={() => startAct(ADDS[part])}>{t(`committee.add_${part}`)}</ActButton>
      </PageHead>
      {failure ? <ErrorPanel failure={failure} /> : null}
      {part === 'members' ? <Members view={view} onDay={(day) => setOn(day === today ? '' : day)} first={params.member ?? ''} /> : null}
      {part === 'advisers' ? <Advisers view={view} /> : null}
      {part === 'rules' ? <Library view={view} /> : null}
      {part === 'trainings' ? <Trainings view={view} /> : null}
      {part === 'office' ? <Office view={view} /> : null}
    </>
  )
}
