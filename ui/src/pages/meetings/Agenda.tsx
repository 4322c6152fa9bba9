//! The agenda: order, case, minutes, limit, who steps out, and how many are expected for each item; afterwards its outcome. Alt ↑ ↓ moves
//! an item. The selected item's acts stand below. What is expected is foreseen by the desk.

import { useCallback, useMemo, useState } from 'react'
import { given, startAct } from '../../acts/start'
import type { ItemView, MeetingView } from '../../generated/types'
import { instantParts } from '../../dates'
import { useKeys } from '../../keys'
import { Barred, Cap, DueDate, Empty, Lamp, LeftChip, Register, TwoLine, useDo, type Column } from '../../parts'
import { go } from '../../router'
import { isEnglish, say, sayOf, shortNumber, t } from '../../words'
import { MoveItem } from './Moves'

const ITEMS = '一二三四五六七八九'
export const listWords = (names: readonly string[]): string => names.join(isEnglish() ? ', ' : '、')
export const listedWords = (item: ItemView): string => (item.listed.length === 0 ? '' : t('meetings.listed', { items: isEnglish() ? item.listed.join(', ') : item.listed.map((n) => ITEMS[n - 1] ?? String(n)).join('、') }))

/** Who steps out: on record, sure by the match, or still to be asked. */
export function recusedWords(item: ItemView, names: Record<string, string>): { sure: string[]; ask: string[] } {
  const sure = new Set(item.item.recusals.map((one) => one.member))
  for (const match of item.conflicts) if (match.certain && !item.item.outcome) sure.add(match.member)
  const ask = new Set(item.item.outcome ? [] : item.conflicts.filter((match) => !sure.has(match.member)).map((match) => match.member))
  return { sure: [...sure].map((id) => names[id] ?? id), ask: [...ask].map((id) => names[id] ?? id) }
}

/** 7人，须5票 · 7人，缺法律 */
export function expectWords(item: ItemView): string {
  const { quorum } = item
  const n = quorum.attending.length
  if (quorum.lamp !== 'block') return t('meetings.expect', { n, m: quorum.needed })
  if (quorum.missing.length > 0) return t('meetings.expect_missing', { n, what: listWords(quorum.missing.map((one) => t(`nouns.category_${one}`))) })
  return t(quorum.host_ok ? 'meetings.expect_few' : 'meetings.expect_host', { n })
}

/** Nobody has answered yet: what is to be expected is not known, and nothing is wrong. */
export const unheard = (view: MeetingView): boolean => !view.meeting.opened && view.seats.every((seat) => seat.reply === 'none')

function useColumns(view: MeetingView): Column<ItemView>[] {
  const held = view.meeting.opened !== null || view.meeting.cancelled !== null
  return useMemo(() => {
    const leaving = (item: ItemView): string[] => (held ? [] : view.seats.filter((seat) => seat.leaving && item.quorum.absent.includes(seat.id) && seat.reply !== 'absent' && seat.reply !== 'none').map((seat) => t('meetings.leaving', { name: seat.name })))
    const recuse = (item: ItemView): string => { const { sure, ask } = recusedWords(item, view.names); return [...sure, ...(ask.length > 0 ? [t('meetings.ask_same', { names: listWords(ask) })] : [])].join(isEnglish() ? ', ' : '、') }
    return [
      { key: 'order', head: t('meetings.c_order'), width: 24, fixed: true, priority: 1, align: 'center', text: (item) => String(item.order), cell: (item) => item.order },
      { key: 'case', head: t('meetings.c_case'), fixed: true, priority: 2, text: (item) => `${item.number} ${item.title}`, cell: (item) => <span title={item.title}><TwoLine first={item.title} second={<Barred>{[shortNumber(item.number), `${item.department} ${item.leader}`]}</Barred>} /></span> },
      { key: 'kind', head: t('meetings.c_kind'), width: isEnglish() ? 104 : 78, priority: 6, text: (item) => `${say({ zh: item.round_zh, en: item.round_en })} ${listedWords(item)}`, cell: (item) => <TwoLine first={say({ zh: item.round_zh, en: item.round_en })} second={listedWords(item)} /> },
      { key: 'minutes', head: t('meetings.c_minutes'), width: 36, align: 'right', priority: 7, text: (item) => t('meetings.minutes_n', { n: item.minutes }), cell: (item) => item.minutes },
      { key: 'due', head: t('meetings.c_due'), width: 100, priority: 4, text: (item) => item.due?.nominal ?? '', cell: (item) => <span className="two-up"><DueDate due={item.due} case={item.case} /><LeftChip left={item.left} bare /></span> },
      { key: 'recuse', head: t('meetings.c_recuse'), width: 118, priority: 5, text: (item) => { const said = recuse(item); return said ? `${t('meetings.c_recuse')}${isEnglish() ? ': ' : '：'}${said}` : '' }, cell: (item) => {
        const { sure, ask } = recusedWords(item, view.names)
        const gone = leaving(item)
        if (sure.length + ask.length + gone.length === 0) return <span className="hush">{t('meetings.none_recuse')}</span>
        return <span title={item.conflicts.map((one) => say({ zh: one.how_zh, en: one.how_en })).join('\n')}><TwoLine first={sure.length > 0 ? listWords(sure) : ask.length > 0 ? <span className="quiet">{t('meetings.ask_same', { names: listWords(ask) })}</span> : <span className="quiet">{listWords(gone)}</span>} second={sure.length > 0 && ask.length > 0 ? t('meetings.ask_same', { names: listWords(ask) }) : sure.length + ask.length > 0 ? listWords(gone) : ''} /></span>
      } },
      held ? {
        key: 'outcome', head: t('meetings.c_outcome'), width: isEnglish() ? 150 : 132, priority: 3, text: (item: ItemView) => sayOf(item, 'outcome'),
        cell: (item: ItemView) => <span className="lamped"><Lamp state={item.item.outcome ? (item.item.outcome.result === 'decided' ? 'proven' : 'risk') : 'dormant'} size={14} />{sayOf(item, 'outcome') || <span className="hush">{t('acts_meeting.open_item')}</span>}</span>,
      } : {
        key: 'expect', head: t('meetings.c_expect'), width: isEnglish() ? 160 : 128, priority: 3, text: expectWords,
        cell: (item: ItemView) => (unheard(view) ? <span className="lamped quiet"><Lamp state="dormant" size={14} />{t('meetings.expect_later')}</span> : <span className={`lamped${item.quorum.lamp === 'block' ? ' red strong' : ''}`} title={say(item.quorum)}><Lamp state={item.quorum.lamp === 'block' ? 'blocked' : 'proven'} size={14} /><span className={item.quorum.missing.length > 1 ? 'expect' : undefined}>{expectWords(item)}</span></span>),
      },
    ]
  }, [view, held])
}

const keyOf = (item: ItemView): string => item.id

export function Agenda({ view, onAdd, wanted }: { view: MeetingView; onAdd(): void; wanted: number }) {
  const columns = useColumns(view)
  const doing = useDo()
  const [selected, setSelected] = useState<ItemView | null>(null)
  const [moving, setMoving] = useState<ItemView | null>(null)
  const m = view.meeting
  const planned = !m.opened && !m.cancelled
  const select = useCallback((item: ItemView | null) => setSelected(item), [])
  const shift = (by: number): void => {
    if (!selected || doing.working) return
    const from = m.items.indexOf(selected.id)
    const to = from + by
    if (from < 0 || to < 0 || to >= m.items.length) return
    const items = [...m.items]
    items.splice(to, 0, ...items.splice(from, 1))
    const was = [...m.items]
    doing.run(given('order_items', { meeting: m.id, items }), {
      verb: t('acts.order_items'),
      undo: () => doing.run(given('order_items', { meeting: m.id, items: was }), { verb: t('acts.order_items'), silent: true }),
    })
  }
  useKeys('agenda', planned && view.items.length > 1 ? [
    { combo: 'Alt+ArrowUp', label: t('acts.order_items'), caps: ['Alt', '↑', '↓'], run: () => shift(-1), hint: true },
    { combo: 'Alt+ArrowDown', label: t('acts.order_items'), run: () => shift(1) },
  ] : [])
  const chosen = selected ? view.items.find((item) => item.id === selected.id) ?? null : null
  const sum = view.items.reduce((all, item) => all + item.minutes, 0)
  const length = Math.round((Date.parse(m.ends) - Date.parse(m.starts)) / 60_000)
  return (
    <section className="plan-agenda" data-pane="agenda" style={{ '--items': view.items.length || 2 } as React.CSSProperties}>
      <Register
        name={`agenda.${m.id}`} label={t('meetings.agenda')} columns={columns} rows={view.items} keyOf={keyOf} rowHeight={45} onSelect={select} onOpen={(item) => go('case', item.case)}
        toneOf={(item) => (!unheard(view) && !item.item.outcome && item.quorum.lamp === 'block' && !m.cancelled ? 'red' : item.order === wanted ? 'amber' : undefined)}
        empty={<Empty title={t('meetings.no_items')} acts={planned ? [{ words: t('meetings.add'), combo: 'Ctrl+Enter', run: onAdd }] : []}>{t('meetings.no_items_why')}</Empty>}
      />
      {planned && chosen ? (
        <div className="plan-acts">
          <span className="second whole">{t('acts_meeting.item_no', { n: chosen.order })}</span>
          <button type="button" className="link" onClick={() => startAct('recuse', { meeting: m.id, item: chosen.id })}>{t('meetings.recuse')}</button>
          <button type="button" className="link" onClick={() => setMoving(chosen)}>{t('meetings.move_to')}</button>
          <button type="button" className="link" onClick={() => startAct('remove_item', { meeting: m.id, item: chosen.id })}>{t('meetings.remove')}</button>
          {view.items.length > 1 ? <span className="whole"><button type="button" className="link" onClick={() => shift(-1)}>{t('meetings.move_up')}</button> <button type="button" className="link" onClick={() => shift(1)}>{t('meetings.move_down')}</button> <Cap words="Alt" /> <Cap words="↑" /><Cap words="↓" /></span> : null}
          <button type="button" className="link" onClick={onAdd}>{t('meetings.add')}</button>
          <span className={`second plan-sum${sum > length ? ' amber' : ''}`}>{t('meetings.sum', { n: sum, m: length })}</span>
        </div>
      ) : null}
      {doing.dialog}
      {moving ? <MoveItem view={view} item={moving} onClose={() => setMoving(null)} /> : null}
    </section>
  )
}

export const timeOf = (instant: string | null | undefined): string => (instant ? (instantParts(instant)?.time ?? '') : '')
