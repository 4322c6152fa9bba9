//! The numbers the desk counts with, each with its article and which way it may be moved: a limit of the law only towards the stricter, a limit
//! of the committee's own freely. Above them a province's rules can be chosen. What loosens is refused by the desk.

import { useState } from 'react'
import type { ParameterLine, SettingsView } from '../../generated/types'
import { startAct } from '../../acts/start'
import { ActButton, ArticleLinks, Empty, FilterBox, SectionHead, Table } from '../../parts'
import { isEnglish, say, t } from '../../words'

/** What the desk says besides, since it sends it. */
type Line = ParameterLine & { en?: string; article?: string; tighten?: string }

const own = (line: Line): boolean => (line.article ? line.article === 'R' : line.cite === '内部时限')
const UNITS: Record<string, string> = { 日: 'days', 个工作日: 'working days', 个月: 'months', 小时: 'hours', 人: 'people', 年: 'years' }
const nameOf = (line: Line): string => (isEnglish() && line.en ? line.en : line.zh)

function valueOf(line: Line): string {
  if (line.key === 'members_odd') return t(line.value === '0' ? 'settings.not_asked' : 'settings.asked')
  if (line.key === 'vice_chairs_max' && Number(line.value) >= 99) return t('settings.no_bound')
  return `${line.value}${isEnglish() ? ` ${UNITS[line.unit] ?? line.unit}` : line.unit}`
}

export function Parameters({ view }: { view: SettingsView }) {
  const [text, setText] = useState('')
  const lines = (view.parameters as Line[]).filter((line) => text.trim() === '' || `${line.zh} ${line.en ?? ''} ${line.cite} ${line.value}`.toLowerCase().includes(text.trim().toLowerCase()))
  const groups: [string, Line[]][] = [['law', lines.filter((line) => !own(line))], ['own', lines.filter(own)]]
  return (
    <div className="settings-parts">
      <section>
        <SectionHead title={t('settings.overlays')} about={<ArticleLinks cites={['M34']} />} />
        {view.overlays.map((one) => <p key={one.key} className="settings-note"><strong>{say(one)}</strong>　{t(one.chosen ? 'settings.overlay_on' : 'settings.overlay_off')}　<span className="second">{one.sets.join(isEnglish() ? '; ' : '；')}</span></p>)}
        <div className="row"><ActButton onPress={() => startAct('choose_overlay')}>{t('settings.choose_overlay')}</ActButton></div>
      </section>
      <FilterBox value={text} onChange={setText} width={260} placeholder={t('settings.find_parameter')} />
      {lines.length === 0 ? <Empty title={t('settings.no_parameter', { text })} acts={[{ words: t('settings.show_all'), run: () => setText('') }]} /> : null}
      {groups.filter(([, rows]) => rows.length > 0).map(([key, rows]) => (
        <section key={key}>
          <SectionHead title={t(`settings.parameters_${key}`)} about={t(`settings.parameters_${key}_about`)} />
          <Table<Line>
            label={t(`settings.parameters_${key}`)} size="tight" keyOf={(line) => line.key} rows={rows}
            columns={[
              { key: 'name', head: t('settings.parameter'), cell: nameOf },
              { key: 'value', head: t('settings.value'), width: 150, cell: (line) => <><strong>{valueOf(line)}</strong>{line.shipped ? <div className="second">{t('settings.national', { value: line.shipped })}</div> : null}</> },
              { key: 'cite', head: t('settings.basis'), width: 170, cell: (line) => (line.article && !own(line) ? <ArticleLinks cites={[line.article]} /> : <span className="second">{own(line) ? t('settings.own_limit') : line.cite}</span>) },
              { key: 'tighten', head: t('settings.may_move'), width: 150, cell: (line) => <span className="second">{line.tighten ? t(`settings.tighten_${line.tighten}`) : own(line) ? t('settings.tighten_free') : t('settings.tighten_stricter')}</span> },
              { key: 'source', head: t('settings.set_by'), width: 130, cell: (line) => <span className="second">{line.source || t('settings.shipped')}</span> },
              { key: 'set', head: '', width: 72, align: 'right', cell: (line) => (line.tighten === 'never' || line.tighten === 'superset' ? null : <button type="button" className="link" aria-label={`${t('settings.set_limit')} ${nameOf(line)}`} onClick={() => startAct('set_limit', { with: { key: line.key, name: nameOf(line), raw: line.raw } })}>{t('settings.set_limit')}</button>) },
            ]}
          />
        </section>
      ))}
      <p className="settings-note">{t('settings.parameters_note')}</p>
    </div>
  )
}
