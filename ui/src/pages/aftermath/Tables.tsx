//! The three lists of the aftermath: a letter an item, the dates that follow, the meeting's own papers. Read from the desk's lines.

import type { ReactNode } from 'react'
import { dateWords } from '../../dates'
import type { AftermathLine, MeetingView } from '../../generated/types'
import { useYear } from '../../here'
import { Barred, Check, Lamp, SectionHead } from '../../parts'
import { go } from '../../router'
import { sayOf, t } from '../../words'
import { checkOf, proposed, titleOf, votesOf, type Line } from './lines'
import { openLine } from './works'

export interface TableProps {
  lines: readonly Line[]
  meeting: MeetingView | null
  selected: string
  out: ReadonlySet<string>
  onSelect(key: string): void
  onToggle(line: Line): void
}

const short = (text: string): string => text.replace(/[A-Z]+(?:-[A-Z]+)*-(?=\d{4}-\d{4})/g, '')

function Tick({ line, out, onToggle }: { line: Line; out: ReadonlySet<string>; onToggle(line: Line): void }) {
  if (!line.open) return <Lamp state={line.state === 'issued' ? 'proven' : 'waiting'} size={15} />
  return <Check checked={!out.has(line.line.key)} onChange={() => onToggle(line)} label={`${line.line.title} ${sayOf(line.line, 'paper')}`} />
}

export function Letters({ lines, selected, out, onSelect, onToggle, head }: TableProps & { head: ReactNode }) {
  const year = useYear()
  if (lines.length === 0) return null
  return (
    <table className="letters" role="grid" aria-label={t('aftermath.letters')} tabIndex={0} data-pane="letters">
      <thead>
        <tr>
          <th className="letters-tick">{head}</th><th className="letters-no">{t('aftermath.order')}</th><th>{t('aftermath.c_item')}</th><th className="letters-votes">{t('aftermath.c_votes')}</th>
          <th className="letters-outcome">{t('aftermath.c_outcome')}</th><th className="letters-paper">{t('aftermath.letters_n', { n: lines.length })}</th><th className="letters-check">{t('aftermath.c_check')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((one) => {
          const { line } = one
          const check = checkOf(one)
          const due = one.state === 'issued' ? null : proposed(one)
          const left = one.open && out.has(line.key)
          return (
            <tr key={line.key} data-row aria-selected={line.key === selected} className={`${check.tone || due ? 'letters-amber' : ''}${left ? ' letters-out' : ''}`} onClick={() => onSelect(line.key)} onDoubleClick={() => line.paper && openLine(line.paper)}>
              <td className="letters-tick" onClick={(event) => event.stopPropagation()}><Tick line={one} out={out} onToggle={onToggle} /></td>
              <td className="letters-no">{line.order}</td>
              <td className="letters-item"><span className="cut" title={line.title}>{line.title}</span><span className="second cut">{one.item ? <button type="button" tabIndex={-1} className="plainlink" onClick={() => go('case', one.item!.case)}>{short(one.item.number)}</button> : null}</span></td>
              <td className="letters-votes private"><span>{votesOf(line)}</span><span className="second">{sayOf(line, 'arithmetic')}</span></td>
              <td className={`letters-outcome${one.item && !one.item.item.outcome?.decision ? ' amber strong' : ''}`}>{sayOf(line, 'outcome')}</td>
              <td className="letters-paper"><span>{sayOf(line, 'paper')}</span><span className="second cut">{one.item?.leader}</span></td>
              <td className="letters-check">
                {left ? <span className="quiet">{t('aftermath.left_out')}</span> : due ? (
                  <span className="letters-lamp"><Lamp state="risk" size={14} /><span>{t('aftermath.new_due', { date: dateWords(due, { year }) })}<span className="second amber">{t('aftermath.confirm_extension')}</span></span></span>
                ) : <span className="letters-lamp" title={check.words}><Lamp state={check.lamp} size={14} /><span className={`letters-words${check.tone ? ' amber' : ''}`}>{check.words}</span></span>}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

export function Dates({ lines, meeting }: { lines: readonly AftermathLine[]; meeting: MeetingView | null }) {
  const year = useYear()
  if (lines.length === 0) return <div />
  return (
    <section>
      <SectionHead title={t('aftermath.dates')} about={t('aftermath.dates_n', { n: lines.length })} />
      {lines.map((line) => {
        const item = meeting?.items.find((one) => one.id === line.item)
        return (
          <div className="after-line" key={line.key}>
            <span className="grow">{item ? <button type="button" className="plainlink" onClick={() => go('case', item.case)}>{short(titleOf(line))}</button> : short(titleOf(line))}</span>
            <span className={`whole${line.date ? '' : line.key.startsWith('date:resubmit') ? ' amber' : ' quiet'}`}>{line.date ? dateWords(line.date, { year }) : t('aftermath.no_date')}</span>
          </div>
        )
      })}
    </section>
  )
}

export function Records({ lines, selected, out, onSelect, onToggle }: TableProps) {
  return (
    <section>
      <SectionHead title={t('aftermath.records')} about={t('aftermath.records_n', { n: lines.length })} />
      {lines.map((one) => {
        const check = checkOf(one)
        return (
          <div className="after-line after-pick" key={one.line.key} data-row aria-selected={one.line.key === selected} onClick={() => onSelect(one.line.key)} onDoubleClick={() => one.line.paper && openLine(one.line.paper)}>
            <span onClick={(event) => event.stopPropagation()}><Tick line={one} out={out} onToggle={onToggle} /></span>
            <span className="grow">{sayOf(one.line, 'paper')}</span>
            <span className={`after-state${check.tone ? ' amber' : ' quiet'}`} title={check.words}><Barred>{[one.open ? (out.has(one.line.key) ? t('aftermath.left_out') : check.words) : check.words]}</Barred></span>
          </div>
        )
      })}
    </section>
  )
}
