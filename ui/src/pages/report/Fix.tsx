//! Fixing a year's report: what keeps it from being fixed, the day of submission, and the one press after which the year is read-only.

import '../../acts/acts.css'
import { useEffect, useState } from 'react'
import { failureOf, rehearse } from '../../api'
import { DayField } from '../../acts/fields'
import { given } from '../../acts/start'
import { useToday } from '../../here'
import { ActButton, Check, Dialog, ErrorPanel, FindingList, useDo } from '../../parts'
import type { Failure, Finding } from '../../shape'
import { dateWords } from '../../dates'
import { say, t } from '../../words'

export function Fix({ year, texts, draft, onClose, onFixed }: { year: number; texts: Record<number, string>; draft: string; onClose(): void; onFixed(): void }) {
  const today = useToday()
  const [on, setOn] = useState(today)
  const [submitted, setSubmitted] = useState(true)
  const [found, setFound] = useState<readonly Finding[] | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const doing = useDo()
  const act = given('freeze_report', { year, on: on || undefined, texts, submitted })
  const face = JSON.stringify(act)
  useEffect(() => {
    let live = true
    const timer = window.setTimeout(() => rehearse(JSON.parse(face)).then((findings) => { if (live) { setFound(findings); setFailure(null) } }, (thrown) => live && setFailure(failureOf(thrown))), 150)
    return () => { live = false; window.clearTimeout(timer) }
  }, [face])
  const block = found?.find((finding) => finding.verdict === 'block')
  const press = (): void => doing.run(act, {
    verb: t('report.fix'), draft, gate: { title: t('report.fix_gate', { year }), about: t('report.fix_about'), facts: [{ name: t(submitted ? 'report.submitted_on' : 'report.fixed_day'), value: dateWords(on, { full: true }) }] }, then: onFixed,
  })
  return (
    <>
      <Dialog
        title={t('report.fix')} about={t('report.year_report', { year })} width={600} onClose={onClose} focus="none"
        foot={<>
          <ActButton combo="Escape" quiet onPress={onClose}>{t('parts.cancel')}</ActButton>
          <ActButton main combo="Ctrl+Enter" onPress={press} working={doing.working || undefined} locked={block ? { finding: block } : failure ? { reason: say(failure) } : found ? undefined : { reason: t('parts.checking') }}>{`${t('report.fix')}…`}</ActButton>
        </>}
      >
        <div className="actform">
          <p className="actform-lead">{t('report.fix_lead')}</p>
          <Check checked={submitted} onChange={setSubmitted}>{t('report.submit_now')}</Check>
          <DayField label={t(submitted ? 'report.submitted_on' : 'report.fixed_day')} value={on} put={setOn} />
        </div>
        {failure ? <ErrorPanel failure={failure} /> : null}
        {found && found.length > 0 ? <div className="actform-checks"><FindingList findings={found} label /></div> : null}
      </Dialog>
      {doing.dialog}
    </>
  )
}
