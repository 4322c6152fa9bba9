//! 阅会包 of a meeting: who has been handed what and who has answered, returns taken in, remarks gathered into points for the letter.
//! Whether a return counts, and why not, is the desk's; here it is shown before it is recorded.

import './packets.css'
import type { PacketsView } from '../../generated/types'
import { useLook } from '../../look'
import type { PageProps } from '../../pages'
import { ActButton, ErrorPanel, PageHead, Tabs } from '../../parts'
import { go, useKept } from '../../router'
import { say, t } from '../../words'
import { Back } from './Back'
import { Bench } from './Bench'
import { Out } from './Out'

type Tab = 'out' | 'back' | 'bench'

export default function Packets({ id, params }: PageProps) {
  const { view, failure, again } = useLook<PacketsView>({ view: 'packets', meeting: id })
  const [tab, setTab] = useKept<Tab>('tab', (params.tab as Tab) || 'out')
  if (!view) return failure ? <div className="page-alone"><ErrorPanel failure={failure} acts={[{ words: t('frame.again'), run: again }, { words: t('packets.to_meeting'), run: () => go('meetings', id) }]} /></div> : null
  const handed = view.rows.filter((row) => row.packets.length > 0)
  const waiting = view.rows.filter((row) => row.chase_zh !== '')
  const opinions = view.items.reduce((n, item) => n + item.opinions.length, 0)
  const line = handed.length === 0 ? t('packets.none_out') : waiting.length === 0 ? t('packets.all_back', { n: handed.length }) : t('packets.waiting', { n: handed.length, m: waiting.length })
  return (
    <>
      <PageHead title={t('packets.title')} lines={[say({ zh: view.title, en: view.title_en }), <strong key="how">{line}</strong>]}>
        <ActButton combo="Escape" quiet onPress={() => go('meetings', id)}>{t('packets.to_meeting')}</ActButton>
      </PageHead>
      {failure ? <ErrorPanel failure={failure} /> : null}
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
  )
}
