//! The merge bench: at the left what the members wrote, with page and quotation; at the right the numbered points for the letter.
//! A remark is dragged onto a point, or put there by key: digits put it to that point, N makes a new one. Names stay at the left.

import { useRef, useState, type DragEvent } from 'react'
import { given } from '../../acts/start'
import type { LetterPoint, OpinionRow, PacketItemView, PacketsView, PointSource, PointState, ReaderRemark, ReplyRow } from '../../generated/types'
import { useKeys } from '../../keys'
import { ActButton, Empty, saidDone, SectionHead, Segmented, Table, Tag, useDo, useDraft } from '../../parts'
import { say, t } from '../../words'

interface Said { key: string; source: PointSource; who: string; words: string; where: string; quote: string; letter: boolean }
type Point = Pick<LetterPoint, 'text' | 'sources'>

/** Everything that can become a point: remarks first meant for the letter, then the others, then what was said as a whole. */
export function saidOf(item: PacketItemView, documents: Record<string, string | undefined>, answers: readonly [string, string][] = []): Said[] {
  const answerWords = (n: number | null): string => { const one = n === null ? undefined : answers[n - 1]; return one ? say({ zh: one[0], en: one[1] }) : '' }
  const of = (row: OpinionRow): Said[] => {
    const here = (remark: ReaderRemark): string => [documents[remark.document] ?? '', remark.page > 0 ? t('packets.page', { n: remark.page }) : ''].filter(Boolean).join(' ')
    const remarks = row.opinion.said.remarks.map((remark) => ({ key: `${row.opinion.id}/${remark.id}`, source: { opinion: row.opinion.id, remark: remark.id }, who: row.name, words: remark.words, where: here(remark), quote: remark.quote, letter: remark.for_letter }))
    // A line written to a question of the worksheet is a remark as well; what is not met comes first.
    const lines = Object.entries(row.opinion.said.points).filter(([, one]) => one.words.trim() !== '').sort(([a, one], [b, two]) => Number(two.answer === 3) - Number(one.answer === 3) || a.localeCompare(b)).map(([code, one]) => ({ key: `${row.opinion.id}#${code}`, source: { opinion: row.opinion.id, remark: `#${code}` }, who: row.name, words: one.words, where: t('packets.on_point', { code, answer: answerWords(one.answer) }), quote: '', letter: false }))
    const whole = row.opinion.said.words.trim() === '' ? [] : [{ key: row.opinion.id, source: { opinion: row.opinion.id, remark: '' }, who: row.name, words: row.opinion.said.words, where: '', quote: '', letter: false }]
    return [...remarks, ...lines, ...whole]
  }
  return item.opinions.filter((row) => row.weight === 'counted').flatMap(of).sort((a, b) => Number(b.letter) - Number(a.letter))
}

export const sameSource = (a: PointSource, b: PointSource): boolean => a.opinion === b.opinion && a.remark === b.remark

export function Bench({ view }: { view: PacketsView }) {
  const [which, setWhich] = useState(view.items[0]?.item ?? '')
  const item = view.items.find((one) => one.item === which)
  if (!item) return <Empty title={t('packets.no_items')}>{t('packets.no_items_why')}</Empty>
  return (
    <>
      {view.items.length > 1 ? <Segmented<string> label={t('packets.c_item')} items={view.items.map((one) => ({ key: one.item, words: t('packets.item_no', { n: one.order }) }))} value={which} onChange={setWhich} /> : null}
      <p className="bench-title">{item.title} <span className="second">{item.number}</span></p>
      <One key={item.item} view={view} item={item} />
    </>
  )
}

function One({ view, item }: { view: PacketsView; item: PacketItemView }) {
  const draft = useDraft<Point[] | null>(`points.${item.case}.${item.round}`, null)
  const points: Point[] = draft.value ?? item.points.map(({ text, sources }) => ({ text, sources }))
  const said = saidOf(item, view.documents, view.answers)
  const [tracing, setTracing] = useState(-1)
  const [at, setAt] = useState(0)
  const [over, setOver] = useState(-1)
  const dragged = useRef<Said | null>(null)
  const doing = useDo()
  const current = said[Math.min(at, said.length - 1)]
  const put = (next: Point[]): void => draft.set(next)
  const used = (one: Said): number => points.findIndex((point) => point.sources.some((source) => sameSource(source, one.source)))
  const join = (one: Said | undefined, n: number): void => {
    if (!one) return
    const rest = points.map((point) => ({ ...point, sources: point.sources.filter((source) => !sameSource(source, one.source)) }))
    const to = rest[n]
    put(to ? rest.map((point, i) => (i === n ? { text: to.text === '' ? one.words : to.text, sources: [...point.sources, one.source] } : point)) : [...rest, { text: one.words, sources: [one.source] }])
    setAt((was) => Math.min(said.length - 1, was + 1))
  }
  const move = (from: number, by: number): void => {
    const to = from + by
    if (to < 0 || to >= points.length) return
    const next = [...points]
    next.splice(to, 0, ...next.splice(from, 1))
    put(next)
  }
  const keep = (): void => doing.run(given('merge_points', { case: item.case, round: item.round, points }), { verb: t('acts.merge_points'), draft: `points.${item.case}.${item.round}`, then: () => draft.set(null) })
  useKeys('bench', said.length === 0 ? [] : [
    { combo: 'ArrowDown', label: t('parts.move'), caps: ['↑', '↓'], run: () => setAt(Math.min(said.length - 1, at + 1)), hint: true },
    { combo: 'ArrowUp', label: t('parts.move'), run: () => setAt(Math.max(0, at - 1)) },
    { combo: 'KeyN', label: t('packets.new_point'), run: () => join(current, points.length), hint: true },
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => ({ combo: `Digit${n}`, label: t('packets.to_point', { n }), run: () => { if (n <= points.length) join(current, n - 1); else saidDone(t('packets.no_point', { n })) }, ...(n === 1 ? { hint: true, caps: ['1', '9'] } : {}) })),
  ])
  const drop = (n: number) => (event: DragEvent): void => { event.preventDefault(); setOver(-1); join(dragged.current ?? undefined, n); dragged.current = null }
  const aim = (n: number) => (event: DragEvent): void => { event.preventDefault(); setOver(n) }
  return (
    <div className="bench">
      <section className="bench-said" aria-label={t('packets.said')}>
        <SectionHead title={t('packets.said')} about={t('packets.said_about')} />
        {said.length === 0 ? <p className="second">{t('packets.nothing_said')}</p> : said.map((one, i) => {
          const n = used(one)
          return (
            <div key={one.key} className="bench-one" draggable data-row aria-selected={i === at} onClick={() => setAt(i)} onDoubleClick={() => join(one, points.length)} onDragStart={(event) => { dragged.current = one; event.dataTransfer.setData('text/plain', one.words); setAt(i) }}>
              <p>{one.words} {one.letter ? <Tag tone="ink">{t('packets.for_letter')}</Tag> : null} {n >= 0 ? <Tag tone="green">{t('packets.in_point', { n: n + 1 })}</Tag> : null}</p>
              <p className="second">{[one.who, one.where, one.quote ? t('packets.quote', { text: one.quote }) : ''].filter(Boolean).join(' · ')}</p>
            </div>
          )
        })}
      </section>
      <section className="bench-points" aria-label={t('packets.points')}>
        <SectionHead title={t('packets.points')} about={t('packets.points_about')} />
        {points.map((point, n) => (
          <div key={n} className={`bench-point${over === n ? ' bench-over' : ''}`} onDragOver={aim(n)} onDragLeave={() => setOver(-1)} onDrop={drop(n)}>
            <span className="bench-no">{n + 1}</span>
            <textarea className="grow" rows={2} value={point.text} aria-label={t('packets.point_n', { n: n + 1 })} onChange={(event) => put(points.map((one, i) => (i === n ? { ...one, text: event.target.value } : one)))} />
            <span className="bench-side">
              <button type="button" className="link second" aria-expanded={tracing === n} disabled={point.sources.length === 0} onClick={() => setTracing(tracing === n ? -1 : n)}>{t('packets.n_sources', { n: point.sources.length })}</button>
              <button type="button" className="link" onClick={() => move(n, -1)} disabled={n === 0}>{t('packets.up')}</button>
              <button type="button" className="link" onClick={() => move(n, 1)} disabled={n === points.length - 1}>{t('packets.down')}</button>
              <button type="button" className="link" onClick={() => put(points.filter((_, i) => i !== n))}>{t('packets.remove')}</button>
            </span>
            {tracing === n ? (
              <ul className="bench-sources" aria-label={t('packets.sources_of', { n: n + 1 })}>
                {point.sources.map((source) => {
                  const from = said.find((one) => sameSource(one.source, source))
                  return (
                    <li key={`${source.opinion}/${source.remark}`}>
                      <span className="grow">{from ? <><strong>{from.who}</strong> {[from.where, from.words].filter(Boolean).join(t('packets.colon'))}</> : t('packets.source_gone')}</span>
                      <button type="button" className="link" onClick={() => put(points.map((one, i) => (i === n ? { ...one, sources: one.sources.filter((other) => !sameSource(other, source)) } : one)))}>{t('packets.unlink')}</button>
                    </li>
                  )
                })}
              </ul>
            ) : null}
          </div>
        ))}
        <div className={`bench-point bench-new${over === points.length ? ' bench-over' : ''}`} onDragOver={aim(points.length)} onDragLeave={() => setOver(-1)} onDrop={drop(points.length)}>
          <button type="button" className="link" onClick={() => put([...points, { text: '', sources: [] }])}>{t('packets.new_point')}</button>
          <span className="second">{t('packets.new_about')}</span>
        </div>
        <div className="row packets-foot">
          <span className="hint grow">{t('packets.points_foot')}</span>
          <ActButton main combo="Ctrl+Enter" onPress={keep} working={doing.working || undefined} locked={draft.value === null ? { reason: t('packets.unchanged') } : undefined}>{t('packets.keep_points')}</ActButton>
        </div>
      </section>
      {item.before.length > 0 ? <Before item={item} /> : null}
      {doing.dialog}
    </div>
  )
}

/** At a resubmission: what was asked for, what the applicant replies, and whether it was carried out. */
function Before({ item }: { item: PacketItemView }) {
  const doing = useDo()
  const [notes, setNotes] = useState<Record<number, string>>({})
  const tick = (row: ReplyRow, state: PointState): void => doing.run(given('tick_points', { case: item.case, round: row.round, ticks: [{ point: row.point, state, note: notes[row.point] ?? row.note }] }), { verb: t('acts.tick_points') })
  return (
    <section className="bench-before">
      <SectionHead title={t('packets.before')} about={t('packets.before_about')} />
      <Table<ReplyRow>
        rows={item.before} keyOf={(row) => String(row.point)} toneOf={(row) => (row.state === 'not_met' ? 'amber' : undefined)}
        columns={[
          { key: 'n', head: t('packets.c_no'), width: 40, cell: (row) => row.asked ?? '—' },
          { key: 'text', head: t('packets.c_asked'), cell: (row) => <>{row.text}{row.asked === null ? <span className="second"> {t('packets.not_in_letter')}</span> : row.sources > 0 ? <span className="second"> {t('packets.n_sources', { n: row.sources })}</span> : null}</> },
          { key: 'reply', head: t('packets.c_reply'), cell: (row) => row.reply || t('packets.no_reply') },
          { key: 'note', head: t('packets.c_note'), width: 220, cell: (row) => <input className="bench-note" aria-label={t('packets.c_note')} value={notes[row.point] ?? row.note} onChange={(event) => setNotes({ ...notes, [row.point]: event.target.value })} /> },
          { key: 'state', head: '', width: 190, align: 'right', cell: (row) => <Segmented<PointState> label={t('packets.c_state')} items={[{ key: 'met', words: t('packets.met') }, { key: 'not_met', words: t('packets.not_met') }]} value={row.state} onChange={(state) => tick(row, state)} /> },
        ]}
      />
      {doing.dialog}
    </section>
  )
}
