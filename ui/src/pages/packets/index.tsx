//! 阅会包 of a meeting or of a simplified review: who has been handed what and who has answered, returns taken in, remarks gathered into
//! points for the letter. Whether a return counts, and why not, is the desk's; here it is shown before it is recorded.

import './packets.css'
import { useState } from 'react'
import { dateWords } from '../../dates'
import type { PacketFor, PacketsView } from '../../generated/types'
import { useYear } from '../../here'
import { useKeys } from '../../keys'
import { useLook } from '../../look'
import type { PageProps } from '../../pages'
import { ActButton, Barred, Dialog, Empty, ErrorPanel, PageHead, Tabs, Tag } from '../../parts'
import { go, replace, useKept } from '../../router'
import { say, t } from '../../words'
import { Back } from './Back'
import { Bench } from './Bench'
import { Out } from './Out'

type Tab = 'out' | 'back' | 'bench'

export default function Packets({ id, params }: PageProps) {
  const simplified = params.of === 'case'
  const { view, failure, again } = useLook<PacketsView>({ view: 'packets', meeting: id && !simplified ? id : null, case: id && simplified ? id : null })
  const [tab, setTab] = useKept<Tab>('tab', (params.tab as Tab) || 'out')
  const [choosing, setChoosing] = useState(false)
  const back = (): void => (view?.case ? go('case', view.case) : view?.meeting ? go('meetings', view.meeting) : go('meetings'))
  useKeys('packets-head', view && view.occasions.length > 1 ? [{ combo: 'KeyO', label: t('packets.other'), run: () => setChoosing(true), hint: true }] : [])
  if (!view) return failure ? <div className="page-alone"><ErrorPanel failure={failure} acts={[{ words: t('frame.again'), run: again }, { words: t('packets.to_meetings'), run: () => go('meetings') }]} /></div> : null
  const handed = view.rows.filter((row) => row.packets.length > 0)
  const waiting = view.rows.filter((row) => row.chase_zh !== '')
  const open = view.rows.filter((row) => row.packets.length === 0 && row.items.length > 0 && row.answered < row.items.length && !row.findings.some((finding) => finding.verdict === 'block'))
  const opinions = view.items.reduce((n, item) => n + item.opinions.length, 0)
  const line = handed.length === 0 ? t('packets.none_out') : waiting.length === 0 ? t('packets.all_back', { n: handed.length }) : t('packets.waiting', { n: handed.length, m: waiting.length })
  const none = !view.meeting && !view.case
  return (
    <>
      <PageHead title={t('packets.title')} lines={none ? [] : [<Barred key="of">{[say({ zh: view.title, en: view.title_en }), view.case ? (view.items[0]?.title ?? '') : '']}</Barred>, <strong key="how">{line}{open.length > 0 && handed.length > 0 ? t('packets.still_without', { n: open.length }) : ''}</strong>]}>
        {view.occasions.length > 1 ? <ActButton combo="KeyO" quiet onPress={() => setChoosing(true)}>{t('packets.other')}</ActButton> : null}
        <ActButton combo="Escape" quiet onPress={back}>{view.case ? t('packets.to_case') : t('packets.to_meeting')}</ActButton>
      </PageHead>
      {failure ? <ErrorPanel failure={failure} /> : null}
      {none ? <div className="packets-main"><Empty title={t('packets.no_occasion')}>{t('packets.no_occasion_why')}</Empty></div> : (
        <>
          <Tabs<Tab>
            items={[{ key: 'out', words: t('packets.tab_out'), count: handed.length }, { key: 'back', words: t('packets.tab_back'), count: opinions }, { key: 'bench', words: t('packets.tab_bench'), count: view.items.reduce((n, item) => n + item.points.length, 0) }]}
            value={tab} onChange={setTab}
          />
          <div className="packets-main" data-pane={tab}>
            {tab === 'out' ? <Out view={view} /> : null}
            {tab === 'back' ? <Back view={view} /> : null}
            {tab === 'bench' ? <Bench view={view} /> : null}
          </div>
        </>
      )}
      {choosing ? <Occasions view={view} onClose={() => setChoosing(false)} /> : null}
    </>
  )
}

/** Meetings and simplified reviews, those still open first. */
function Occasions({ view, onClose }: { view: PacketsView; onClose(): void }) {
  const year = useYear()
  const to = (one: PacketFor): void => {
    onClose()
    if (one.meeting) replace('packets', one.meeting)
    else replace('packets', one.case ?? '', { of: 'case' })
  }
  return (
    <Dialog title={t('packets.other')} width={620} onClose={onClose}>
      <ul className="packets-occasions">
        {view.occasions.map((one, i) => {
          const here = one.meeting === view.meeting && (one.meeting !== null || one.case === view.case)
          return (
            <li key={`${one.meeting ?? ''}${one.case ?? ''}`}>
              <button type="button" aria-current={here ? 'true' : undefined} data-first={(i === 0) || undefined} onClick={() => to(one)}>
                <span className="grow">{say(one)}</span>
                <Tag>{t(one.meeting ? 'packets.is_meeting' : 'packets.is_simplified')}</Tag>
                <span className="second">{dateWords(one.on, { year })}</span>
                <span className="second packets-count">{one.over ? t('packets.is_over') : one.handed > 0 ? t('packets.n_handed', { n: one.handed }) : t('packets.none_handed')}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
