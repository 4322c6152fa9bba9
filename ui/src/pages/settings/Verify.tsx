//! Proving the whole file: the chain of the journal, every record against the journal's images, every attachment against its hash. Reads only.

import { useState } from 'react'
import { file } from '../../api'
import { copyText } from '../../parts/copy'
import { useMinute } from '../../here'
import { ActButton, ErrorPanel, Facts, Lamp, LampLine, LongTask, saidDone } from '../../parts'
import { say, t } from '../../words'
import { useWork } from './work'

interface Report { ok: boolean; findings: { zh: string; en: string }[]; head: { seq: number; hash: string }; lines: number; records: number; blobs: number; blob_bytes: number }

const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`

export function Verify() {
  const minute = useMinute()
  const [report, setReport] = useState<(Report & { minute: string }) | null>(null)
  const { busy, failure, run } = useWork()
  const press = (): void => run('verify', async () => setReport({ ...(await file<Report>({ file: 'verify' })), minute }))
  return (
    <div className="settings-parts">
      <div><ActButton main combo="Ctrl+Enter" onPress={press} working={busy !== '' || undefined}>{report ? t('settings.verify_again') : t('settings.verify_now')}</ActButton></div>
      <LongTask running={busy === 'verify'} title={t('settings.busy_verify')}>{t('settings.busy_note')}</LongTask>
      {failure ? <ErrorPanel failure={failure} /> : null}
      {report ? (
        <section aria-live="polite">
          <p className={`settings-verdict ${report.ok ? 'green' : 'red'}`}><Lamp state={report.ok ? 'proven' : 'blocked'} size={20} /> <strong>{report.ok ? t('settings.verified', { minute: report.minute }) : t('settings.flaws', { n: report.findings.length })}</strong></p>
          {report.findings.map((flaw, i) => <LampLine key={i} state="blocked">{say(flaw)}</LampLine>)}
          <Facts width={120} rows={[
            { name: t('settings.lines'), value: t('settings.lines_n', { n: report.lines.toLocaleString('en-US') }) }, { name: t('settings.records'), value: t('settings.records_n', { n: report.records.toLocaleString('en-US') }) },
            { name: t('settings.blobs'), value: t('settings.blobs_n', { n: report.blobs.toLocaleString('en-US'), size: megabytes(report.blob_bytes) }) },
            { name: t('settings.head'), value: <><code className="settings-hash">{report.head.hash}</code> <button type="button" className="link" onClick={() => void copyText(report.head.hash).then(() => saidDone(t('settings.head_copied')))}>{t('parts.copy')}</button></> },
          ]} />
          <p className="settings-note">{t('settings.head_note')}</p>
        </section>
      ) : null}
    </div>
  )
}
