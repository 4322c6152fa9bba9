//! The years' holiday notices: which are on file, a year as twelve months with 班 and 休, and the notice of the next year to be taken in.

import { useState } from 'react'
import { startAct } from '../../acts/start'
import { useCalendarYear, wantedYear } from '../../calendar'
import { dateWords, monthWords } from '../../dates'
import type { SettingsView } from '../../generated/types'
import { useToday } from '../../here'
import { useKeys } from '../../keys'
import { ActButton, Message, MonthCalendar, SectionHead, Table } from '../../parts'
import { say, t } from '../../words'

export function Calendars({ view }: { view: SettingsView }) {
  const today = useToday()
  const wanted = wantedYear(today)
  const have = view.calendars.some((one) => one.year === wanted)
  const [year, setYear] = useState(Number(today.slice(0, 4)))
  const calendar = useCalendarYear(year)
  const moved = view.calendars.find((one) => one.year === year)?.moved ?? []
  useKeys('calendars', [
    { combo: 'ArrowLeft', label: t('settings.turn_year'), caps: ['←', '→'], run: () => setYear(year - 1), hint: true },
    { combo: 'ArrowRight', label: t('settings.turn_year'), run: () => setYear(year + 1) },
  ])
  const take = (): void => startAct('import_calendar', { with: { year: String(have ? wanted + 1 : wanted) } })
  return (
    <div className="settings-parts">
      {have ? null : <Message tone="amber" title={t('settings.year_missing', { y: wanted })}>{t('settings.year_missing_why')}</Message>}
      <div><ActButton main={!have} {...(have ? {} : { combo: 'Ctrl+Enter' })} onPress={take}>{t('settings.take_notice')}</ActButton></div>
      <Table
        label={t('settings.part_calendars')} keyOf={(one) => String(one.year)} rows={view.calendars} selected={String(year)} onRow={(one) => setYear(one.year)}
        columns={[
          { key: 'year', head: t('settings.year'), width: 100, cell: (one) => <button type="button" className="link" onClick={() => setYear(one.year)}>{t('settings.year_n', { y: one.year })}</button> },
          { key: 'notice', head: t('settings.notice'), cell: (one) => one.notice }, { key: 'issued', head: t('settings.issued'), width: 150, cell: (one) => (one.issued ? dateWords(one.issued) : '—') },
          { key: 'days', head: t('settings.working_days'), width: 120, align: 'right', cell: (one) => one.working_days }, { key: 'from', head: t('settings.set_by'), width: 130, cell: (one) => <span className="second">{one.imported ? t('settings.imported') : t('settings.shipped')}</span> },
        ]}
      />
      {moved.length > 0 ? (
        <section>
          <SectionHead title={t('settings.moved', { y: year })} about={t('settings.moved_about')} />
          <Table
            label={t('settings.moved', { y: year })} keyOf={(one) => `${one.case}${one.en}`} rows={moved}
            columns={[
              { key: 'case', head: t('settings.moved_case'), width: 160, cell: (one) => one.case }, { key: 'clock', head: t('settings.moved_clock'), cell: (one) => say(one) },
              { key: 'was', head: t('settings.moved_was'), width: 170, cell: (one) => dateWords(one.was) }, { key: 'is', head: t('settings.moved_is'), width: 260, cell: (one) => (one.held ? t('settings.moved_held') : dateWords(one.is)) },
            ]}
          />
        </section>
      ) : null}
      <section>
        <SectionHead title={t('settings.year_n', { y: year })} about={calendar?.known ? calendar.notice : t('settings.estimate')}>
          <button type="button" className="link" onClick={() => setYear(year - 1)}>{t('settings.year_before')}</button><button type="button" className="link" onClick={() => setYear(year + 1)}>{t('settings.year_after')}</button>
        </SectionHead>
        <p className="hint">{t('parts.picker_legend')}</p>
        <div className="settings-months">
          {Array.from({ length: 12 }, (_, i) => i + 1).map((month) => (
            <div key={month}><div className="settings-month">{monthWords(year, month)}</div><MonthCalendar small year={year} month={month} today={today} /></div>
          ))}
        </div>
      </section>
    </div>
  )
}
