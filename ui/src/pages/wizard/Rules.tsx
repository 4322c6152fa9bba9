//! Steps four and five: the rule documents and what each unlocks, the holidays; then numbers and letterhead with a sample set by the
//! print shop from what has been recorded.

import { useEffect, useState } from 'react'
import { failureOf, perform, setPaper } from '../../api'
import { startAct } from '../../acts/start'
import { dateWords } from '../../dates'
import type { RuleLine, SettingsView } from '../../generated/types'
import { useLook } from '../../look'
import { ArticleLinks, Form, Lamp, LampLine, PaperPreview, SectionHead, Table, TextField } from '../../parts'
import { useYear } from '../../here'
import type { Failure } from '../../shape'
import { isEnglish, say, sayOf, t } from '../../words'
import type { StepProps } from './step'

export function Rules({ view }: StepProps) {
  const settings = useLook<SettingsView>({ view: 'settings' }).view
  const year = useYear()
  const years = [year, year + 1]
  return (
    <div className="wizard-rules">
      <Table<RuleLine>
        label={t('wizard.rules')} rows={view?.rules ?? []} keyOf={(line) => line.kind}
        columns={[
          { key: 'lamp', head: '', width: 22, cell: (line) => <Lamp state={line.in_force ? 'proven' : 'dormant'} size={14} /> },
          { key: 'name', head: t('wizard.rule'), cell: (line) => say(line) },
          { key: 'unlocks', head: t('wizard.unlocks'), cell: (line) => <span className="second">{sayOf(line, 'unlocks')}</span> },
          { key: 'cites', head: t('wizard.cites'), width: isEnglish() ? 170 : 160, cell: (line) => <ArticleLinks cites={line.cites} /> },
          { key: 'now', head: t('wizard.in_force'), width: 150, cell: (line) => (line.in_force ? `${line.in_force.version} ${dateWords(line.in_force.adopted, { full: true })}` : '—') },
          { key: 'act', head: '', width: 90, align: 'right', cell: (line) => <button type="button" className="link" onClick={() => startAct('adopt_rule', { with: { kind: line.kind } })}>{line.in_force ? t('wizard.new_version') : t('wizard.adopt')}</button> },
        ]}
      />
      <SectionHead title={t('wizard.calendar')} about={t('wizard.calendar_about')} />
      {years.map((one) => {
        const known = settings?.calendars.find((calendar) => calendar.year === one)
        return <LampLine key={one} state={known ? 'proven' : one === year ? 'risk' : 'dormant'}>{known ? t('wizard.year_known', { year: one, notice: known.notice }) : t('wizard.year_unknown', { year: one })} {known ? null : <button type="button" className="link" onClick={() => startAct('import_calendar', { with: { year: one } })}>{t('wizard.import')}</button>}</LampLine>
      })}
    </div>
  )
}

export function Papers({ v, put, view, wrong }: StepProps) {
  const year = useYear()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [set, setSet] = useState(0)
  const recorded = view?.committee
  // A letter in full; the roster where the print shop has no sample of one.
  const [letter, setLetter] = useState<boolean | null>(null)
  const founded = recorded !== undefined
  useEffect(() => { if (founded) setPaper({ paper: 'print', kind: 'sample_letter' }).then((out) => setLetter(out.failure === null), () => setLetter(false)) }, [founded])
  /** Left the field: recorded, and the sample set anew. */
  const record = (): void => {
    if (!recorded) return
    const now = { letter_prefix: v.letter_prefix.trim(), case_prefix: v.case_prefix.trim() }
    const changed = Object.fromEntries(Object.entries(now).filter(([name, value]) => value !== '' && value !== recorded[name as keyof typeof now]))
    if (Object.keys(changed).length === 0) return
    perform({ act: 'change_committee', with: changed, reason: '' }).then(() => { setFailure(null); setSet((n) => n + 1) }, (thrown) => setFailure(failureOf(thrown)))
  }
  const said = (field: string): string | undefined => (failure?.field === field ? say(failure) : wrong(field))
  return (
    <div className="wizard-papers">
      <div className="wizard-papers-form" onBlur={record}>
        <Form>
          <TextField first label={t('wizard.letter_prefix')} hint={t('wizard.letter_like', { number: `${v.letter_prefix || '××智伦'}〔${year}〕1号` })} value={v.letter_prefix} onChange={(letter_prefix) => put({ letter_prefix })} error={said('letter_prefix')} />
          <TextField label={t('wizard.case_prefix')} hint={t('wizard.case_like', { number: `${v.case_prefix || 'AI'}-${year}-0001` })} value={v.case_prefix} onChange={(case_prefix) => put({ case_prefix })} error={said('case_prefix')} />
        </Form>
        <p className="second">{t('wizard.prefix_guess')}</p>
        <p className="second">{t('wizard.seal_later')}</p>
      </div>
      <div className="wizard-sample">
        <p className="second">{t('wizard.sample')}</p>
        {recorded && letter !== null ? <PaperPreview key={set} request={{ paper: 'print', kind: letter ? 'sample_letter' : 'roster', set }} label={t('wizard.sample_name')} /> : null}
      </div>
    </div>
  )
}
