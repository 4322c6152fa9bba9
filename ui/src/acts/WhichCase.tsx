//! Which case an act is about, when it was started from a place that names none: the search, a page of another subject. Found by typing
//! number, name or initials, as in the register.

import { useState } from 'react'
import type { CaseRow, CasesView } from '../generated/types'
import { useLook } from '../look'
import { ActButton } from '../parts/ActButton'
import { Dialog } from '../parts/Dialog'
import { ErrorPanel } from '../parts/ErrorPanel'
import { Field } from '../parts/Field'
import { sayOf, t } from '../words'
import type { Tag } from './start'

/** Acts that are about one case and can be nothing without it. */
const OF_A_CASE = new Set<Tag>([
  'correct_application', 'place_item', 'determine_scope', 'judge_list', 'scan_conflicts', 'issue_supplement', 'receive_supplement', 'refuse', 'accept', 'withdraw', 'extend', 'designate_reviewers',
  'record_opinion', 'convert', 'conclude_simplified', 'send_rereview', 'rereview_received', 'record_rereview', 'decide_after_rereview', 'write_decision', 'verify_changes', 'record_appeal', 'conclude_appeal',
  'resubmit', 'start_round', 'report_change', 'suspend', 'resume', 'terminate', 'complete', 'archive', 'reopen', 'register_listed', 'record_foreign_approval',
  'commission_review', 'record_commissioned', 'recognise_result',
])
export const needsCase = (tag: string): boolean => OF_A_CASE.has(tag as Tag)

const SHOWN = 8

/** Cases as typed for, the open ones first when nothing is typed. */
export function useCases(text: string): { rows: CaseRow[]; failure: ReturnType<typeof useLook>['failure'] } {
  const { view, failure } = useLook<CasesView>({ view: 'cases', saved: text.trim() === '' ? 'open' : 'all', text, order: '', desc: false, offset: 0, limit: SHOWN })
  return { rows: view?.rows ?? [], failure }
}

export function WhichCase({ verb, onPick, onClose }: { verb: string; onPick(id: string): void; onClose(): void }) {
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { rows, failure } = useCases(text)
  const chosen = rows[Math.min(at, rows.length - 1)]
  const pick = (): void => { if (chosen) onPick(chosen.id) }
  return (
    <Dialog
      title={verb} about={t('acts.form_which_case')} width={620} onClose={onClose}
      keys={[
        { combo: 'ArrowDown', label: t('frame.choose'), inText: true, run: () => setAt((now) => Math.min(rows.length - 1, now + 1)) },
        { combo: 'ArrowUp', label: t('frame.choose'), inText: true, run: () => setAt((now) => Math.max(0, now - 1)) },
        { combo: 'Enter', label: t('frame.choose'), inText: true, run: pick },
      ]}
      foot={<><ActButton combo="Escape" quiet onPress={onClose}>{t('acts.form_cancel')}</ActButton><ActButton main combo="Enter" quiet onPress={pick} locked={chosen ? undefined : { reason: t('acts.form_no_case') }}>{t('acts.form_take_case')}</ActButton></>}
    >
      <Field label={t('acts.form_find_case')}>
        {(props) => <input {...props} className="input" value={text} spellCheck={false} autoComplete="off" placeholder={t('cases.filter')} onChange={(event) => { setText(event.target.value); setAt(0) }} />}
      </Field>
      {failure ? <ErrorPanel failure={failure} /> : null}
      <div role="listbox" aria-label={t('acts.form_which_case')} className="whichcase">
        {rows.map((row, i) => (
          <div key={row.id} role="option" aria-selected={row === chosen} className="menu-item whichcase-row" onPointerMove={() => setAt(i)} onClick={() => onPick(row.id)}>
            <span className="whole">{row.number}</span><span className="grow cut">{row.title}</span><span className="second whole">{row.leader}　{sayOf(row, 'stage')}</span>
          </div>
        ))}
        {rows.length === 0 ? <p className="second">{t('acts.form_no_case')}</p> : null}
      </div>
    </Dialog>
  )
}
