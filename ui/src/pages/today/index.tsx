//! 今日: the day in fifteen seconds. One sentence, then the duties in their four groups, a row a duty with its date, its article and one
//! act; at the right the next meeting, papers in transit, backup and committee. All of it is said by the desk; only an act removes a row.

import './today.css'
import { useCallback, useMemo } from 'react'
import { citeName, hasText } from '../../articles'
import { aboutOf, dotted, startAct } from '../../acts/start'
import { instantWords } from '../../dates'
import type { DutyRow, Line, TodayView, Verdict } from '../../generated/types'
import { useKeys } from '../../keys'
import { useLook } from '../../look'
import { hasPage, placeOf } from '../../pages'
import { ActButton, ArticleLinks, Barred, Cap, DueDate, Empty, ErrorPanel, Lamp, LampLine, lampOf, LeftChip, openPaper, PageHead, Panes, Register, SaveButton, SectionHead, TwoLine, useDateKey, type Column, type RowGroup } from '../../parts'
import { go } from '../../router'
import { isEnglish, say, sayOf, sentence, t } from '../../words'

/** Where a row leads when it is opened. */
export function follow(place: string, id: string): void {
  if (hasPage(place)) go(place, id || undefined)
  else go(placeOf(place) ?? 'today', id || undefined)
}

const aboutOfRow = (row: DutyRow) => ({ ...aboutOf(row.place, row.id), ...(caseOf(row).case ? { case: caseOf(row).case! } : {}) })

function doRow(row: DutyRow): void {
  if (!row.act) return follow(row.place, row.id)
  const with_ = row.act === 'record_contact' ? { with: { reminder: String(Math.min(3, row.reminders + 1)) } } : {}
  startAct(row.act, { ...aboutOf(row.place, row.id, say({ zh: row.act_zh, en: row.act_en })), ...with_ })
}

/** The case a row's date belongs to, for its whole working; its key says which, wherever the row leads. */
function caseOf(row: DutyRow): { case?: string; clock?: string } {
  const [kind, id, clock] = row.key.split(':')
  return kind === 'case' && id && clock ? { case: id, clock } : {}
}

/** Case numbers without the committee's prefix, as the register has them. */
const shortNumbers = (text: string): string => text.replace(/[A-Z]+(?:-[A-Z]+)*-(?=\d{4}-\d{4})/g, '')

/** What is to be done about a row: its act, or else the place where it is mended. Nothing where another's time runs. */
function verbOfRow(row: DutyRow): string {
  const words = sayOf(row, 'act')
  if (row.act !== '' || words !== '') return dotted(row.act, words)
  const place = placeOf(row.place)
  return row.group === 'waiting' || place === null ? '' : t('today.see', { place: t(`frame.place_${place}`) })
}

const waits = (row: DutyRow): boolean => row.group === 'waiting'

function useColumns(): Column<DutyRow>[] {
  return useMemo(() => [
    { key: 'lamp', head: '', width: 16, align: 'center', fixed: true, priority: 1, cell: (row) => <Lamp state={waits(row) ? 'waiting' : lampOf(row.lamp)} size={16} /> },
    {
      key: 'due', head: t('today.due'), width: isEnglish() ? 176 : 124, fixed: true, priority: 2, text: (row) => row.due?.nominal ?? '',
      cell: (row) => (
        <span className="duty-date">
          {row.due ? <DueDate due={row.due} midnight={row.clock === 'appeal' || row.clock === 'supplement'} {...caseOf(row)} /> : <span className="second">{t('today.no_date')}</span>}
          {row.left ? <LeftChip left={row.left} bare={waits(row)} noLamp /> : null}
        </span>
      ),
    },
    { key: 'what', head: t('today.what'), fixed: true, priority: 3, text: (row) => `${say(row)} ${row.who}`, cell: (row) => <TwoLine first={sentence(say(row))} second={<Barred>{shortNumbers(row.who).split('｜')}</Barred>} /> },
    { key: 'cites', head: t('today.cites'), width: isEnglish() ? 142 : 116, priority: 9, text: (row) => row.cites.filter(hasText).map(citeName).join(isEnglish() ? ', ' : '、'), cell: (row) => <span className="duty-cites"><ArticleLinks cites={row.cites.filter(hasText)} /></span> },
    {
      key: 'act', head: t('today.act'), width: isEnglish() ? 188 : 208, align: 'right', fixed: true, priority: 4, text: verbOfRow,
      cell: (row) => (verbOfRow(row) ? (
        <button type="button" className="act act-possible rowact" tabIndex={-1} title={verbOfRow(row)} onClick={(event) => { event.stopPropagation(); doRow(row) }}>
          <span className="act-words">{verbOfRow(row)}</span><Cap combo="Enter" />
        </button>
      ) : <span className="second">{t('today.nothing_to_do')}</span>),
    },
  ], [])
}

export default function Today() {
  const { view, failure, again } = useLook<TodayView>({ view: 'today' })
  const columns = useColumns()
  useDateKey()
  const daySheet = (): void => openPaper({ paper: 'print', kind: 'day_sheet' }, t('today.day_sheet'))
  const groups = useMemo<RowGroup<DutyRow>[]>(() => (view?.groups ?? []).filter((group) => group.rows.length > 0 || group.key === 'overdue').map((group) => ({
    key: group.key,
    head: group.rows.length === 0 && group.key === 'overdue' ? <span className="second">{t('today.none_overdue')}</span> : (
      <>
        <strong className={`duty-${group.key}`}>{say(group)}</strong><span className={`duty-count duty-${group.key}`}>{group.total}</span>
        <span className="second">{t(`today.note_${group.key}`)}</span>
        {group.total > group.rows.length ? <button type="button" className="link" onClick={() => go('cases')}>{t('today.first_of', { n: group.rows.length, total: group.total })}</button> : null}
      </>
    ),
    rows: group.rows,
  })), [view])
  const keyOf = useCallback((row: DutyRow) => row.key, [])
  if (!view) return failure ? <div className="page-alone"><ErrorPanel failure={failure} acts={[{ words: t('frame.again'), run: again }]} /></div> : null
  const sentences = isEnglish() ? view.en : view.zh
  const empty = view.groups.every((group) => group.rows.length === 0)
  return (
    <>
      <PageHead title={t('frame.place_today')} lines={sentences}>
        <ActButton combo="Ctrl+KeyP" icon="printer" onPress={daySheet}>{t('today.print_day_sheet')}</ActButton>
        <SaveButton of={{ bytes: 'calendar', meeting: null }} />
        <ActButton main combo="Ctrl+KeyN" icon="plus" quiet onPress={() => go('intake', 'new')}>{t('today.new_case')}</ActButton>
      </PageHead>
      {failure ? <ErrorPanel failure={failure} /> : null}
      <Panes name="today" flush mainName={t('frame.place_today')} right={{ width: 304, name: t('today.aside'), body: <Aside view={view} /> }}>
        {empty ? (
          <div className="page-alone"><Empty title={sentences[0] ?? t('today.none_overdue')} acts={[{ words: t('today.new_case'), combo: 'Ctrl+KeyN', run: () => go('intake', 'new') }, { words: t('today.to_cases'), combo: 'Alt+Digit2', run: () => go('cases') }]}>{t('today.empty_why')}</Empty></div>
        ) : (
          <Register
            name="today" label={t('frame.place_today')} headless rowHeight={41} columns={columns} groups={groups} keyOf={keyOf}
            onAct={doRow} actLabel={t('parts.next_act')} onOpen={(row) => follow(row.place, row.id)}
            onSpace={(row) => startAct('record_contact', aboutOfRow(row))} spaceLabel={t('today.contact')}
          />
        )}
      </Panes>
    </>
  )
}

function Aside({ view }: { view: TodayView }) {
  const { meeting, transit } = view
  const steps = ['print', 'sign', 'seal', 'scan', 'serve'] as const
  const all = steps.reduce((sum, step) => sum + transit[step], 0)
  const longest = sayOf(transit, 'longest')
  useKeys('today', meeting ? [{ combo: 'KeyM', label: t('today.precheck'), run: () => follow('meeting', meeting.id) }] : [])
  return (
    <div className="aside">
      <section>
        <SectionHead title={t('today.meeting')}><Cap combo="Alt+Digit3" /></SectionHead>
        {meeting ? (
          <>
            <p className="aside-line"><button type="button" className="link strong" onClick={() => follow('meeting', meeting.id)}>{t('today.meeting_no', { no: meeting.no })}</button> {instantWords(meeting.starts, { year: Number(view.today.slice(0, 4)) })}</p>
            <p className="second"><Barred>{[meeting.place, t('today.items', { n: meeting.items.length })]}</Barred></p>
            {meeting.items.length > 0 ? (
              <div className="agenda-lamps">
                {meeting.items.map((lamp: Verdict, i) => (
                  <button type="button" key={i} className={`agenda-lamp agenda-${lamp}`} aria-label={t('today.item_lamp', { n: i + 1, word: t(`parts.verdict_${lamp}`) })} onClick={() => go('meeting', meeting.id, { item: String(i + 1) })}><span>{i + 1}</span><Lamp state={lampOf(lamp)} size={13} /></button>
                ))}
              </div>
            ) : null}
            {meeting.lines.map((line, i) => <LampLine key={i} state={lampOf(line.lamp)}>{sentence(say(line))}</LampLine>)}
            <div className="row wrap aside-acts">
              <ActButton size="small" onPress={() => follow('meeting', meeting.id)}>{t('today.precheck')}</ActButton>
              <ActButton size="small" onPress={() => openPaper({ paper: 'print', kind: 'sign_in', meeting: meeting.id }, t('today.sign_in'))}>{t('today.sign_in')}</ActButton>
            </div>
          </>
        ) : <p className="second">{t('today.no_meeting')} <button type="button" className="link" onClick={() => go('meetings')}>{t('today.to_meetings')}</button></p>}
      </section>
      <section>
        <SectionHead title={t('today.transit')} about={t('today.papers', { n: all })}><Cap combo="Alt+Digit4" /></SectionHead>
        {all === 0 ? <p className="second">{t('today.no_transit')}</p> : (
          <div className="transit">
            {steps.map((step) => <button type="button" key={step} className="transit-step" disabled={transit[step] === 0} onClick={() => go('papers', undefined, { step })}><strong>{transit[step] === 0 ? '0' : <NumberLinkLook n={transit[step]} />}</strong><span>{t(`today.step_${step}`)}</span></button>)}
          </div>
        )}
        {longest ? <p className="second aside-under">{longest}</p> : null}
      </section>
      <Lines title={t('today.backup')} lines={view.backup} />
      <Lines title={t('today.committee')} lines={view.committee} />
    </div>
  )
}

/** The whole cell is the button; the number alone carries the thin underline. */
const NumberLinkLook = ({ n }: { n: number }) => <span className="numberlink transit-n">{n}</span>

function Lines({ title, lines }: { title: string; lines: Line[] }) {
  if (lines.length === 0) return null
  return (
    <section>
      <SectionHead title={title} />
      {lines.map((line, i) => (
        <LampLine key={i} state={lampOf(line.lamp)}>
          {line.place ? <button type="button" className="plainlink" onClick={() => follow(line.place, line.id)}>{sentence(say(line))}</button> : sentence(say(line))}
        </LampLine>
      ))}
    </section>
  )
}

