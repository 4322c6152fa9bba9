//! The columns of the register of papers: the letter, its five steps with what was done when, and the clock that runs.

import type { PaperRow, PaperStep } from '../../generated/types'
import { useYear } from '../../here'
import { Chip, DueDate, LeftChip, PaperNumber, StepCell, TwoLine, type Column } from '../../parts'
import { dateWords } from '../../dates'
import { isEnglish, sayOf, t } from '../../words'
import { nextWords, numberParts, stepState, STEPS } from './way'

const shortCase = (number: string): string => number.replace(/^[A-Z][A-Z-]*-(?=\d{4}-)/, '')

function Step({ row, step, onAct }: { row: PaperRow; step: PaperStep; onAct(row: PaperRow): void }) {
  const state = stepState(row, step)
  // A draft stands before its first step: what is to be done there is issuing it.
  if (row.state === 'draft') {
    return row.steps[0] === step ? <StepCell state="now" act={{ words: nextWords(row), run: () => onAct(row) }} /> : <StepCell state={state === 'none' ? 'none' : 'later'} words={t(`papers.none_${step}`)} />
  }
  const done = row.done.find((one) => one.step === step)
  const late = step === 'signed' && done !== undefined && row.dated !== null && done.on > row.dated
  return (
    <StepCell
      state={row.state === 'void' && state === 'now' ? 'later' : state} date={done?.on} late={late} words={t(`papers.none_${step}`)}
      by={done ? [dateWords(done.on), done.by, done.copies > 1 ? t('papers.copies', { n: done.copies }) : '', late ? t('papers.signed_late') : ''].filter(Boolean).join(isEnglish() ? ', ' : '，') : undefined}
      act={state === 'now' ? { words: nextWords(row), run: () => onAct(row) } : undefined}
    />
  )
}

/** What is left of the clock: serving within the committee's own limit; after service the last day of appeal. */
function Clock({ row }: { row: PaperRow }) {
  const year = useYear()
  if (row.state === 'void') return <span className="second">{row.number ? t('papers.number_kept') : '—'}</span>
  if (row.state === 'draft') return <span className="second">{t('papers.no_number_yet')}</span>
  if (!row.due) return <span className="quiet">{row.next ? '—' : t('papers.filed')}</span>
  const appeal = row.done.some((done) => done.step === 'served')
  if (appeal) return <TwoLine first={<DueDate due={row.due} show="rolled" {...(row.case ? { case: row.case, clock: 'appeal' } : {})} />} second={sayOf(row, 'clock')} />
  return row.left ? <span title={`${sayOf(row, 'clock')} ${dateWords(row.due.rolled, { year })}`}>{row.left.state === 'calm' ? <Chip look="calm" words={sayOf(row.left, 'chip')} bare /> : <LeftChip left={row.left} />}</span> : <DueDate due={row.due} />
}

export function columnsOf(series: string, waiting: readonly number[] | null, only: PaperStep | '', one: boolean, onAct: (row: PaperRow) => void): Column<PaperRow>[] {
  const number = (row: PaperRow): string => {
    const parts = numberParts(row.number)
    return parts.series && parts.series === series ? parts.short : row.number
  }
  // A number of another series is long: it stands whole in the second line, so that the title is not lost.
  const odd = (row: PaperRow): boolean => numberParts(row.number).series !== '' && numberParts(row.number).series !== series
  return [
    {
      key: 'letter', head: series ? t('papers.letter_of', { series }) : t('papers.letter'), fixed: true, priority: 1, text: (row) => `${row.number} ${row.title}`.trim(),
      cell: (row) => (
        <TwoLine
          first={<span title={`${row.number} ${row.title}`}><PaperNumber number={odd(row) ? '' : number(row)} title={row.title} voided={row.void} replaces={row.replaces ? numberParts(row.replaces).short : ''} /></span>}
          second={[odd(row) ? row.number : '', shortCase(row.case_number), row.addressee].filter(Boolean).join(' ') || t('papers.for_the_file')}
        />
      ),
    },
    // In one column the step that is now stands alone, and what was done is told in the second line.
    ...(one ? [{ key: 'now', head: t('papers.now'), width: isEnglish() ? 110 : 100, priority: 2, cell: (row: PaperRow) => { const words = nextWords(row); return words ? <StepCell state="now" act={{ words, run: () => onAct(row) }} /> : null } }] : []),
    ...STEPS.map((step, i): Column<PaperRow> => ({
      key: step, head: t(`papers.step_${step}`), width: isEnglish() ? 84 : 80, align: 'center', priority: step === 'served' ? 4 : 5 + i, sort: step, count: waiting?.[i], on: only === step,
      text: (row) => { const done = row.done.find((one) => one.step === step); return done ? `${t(`acts_paper.step_${step}`)} ${done.on}` : stepState(row, step) === 'none' ? t(`papers.none_${step}`) : '' },
      cell: (row) => <Step row={row} step={step} onAct={onAct} />,
    })),
    { key: 'left', head: t('papers.left'), width: isEnglish() ? 104 : 94, priority: 3, text: (row) => (row.left ? sayOf(row.left, 'chip') : ''), cell: (row) => <Clock row={row} /> },
  ]
}
