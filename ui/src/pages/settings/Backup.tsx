//! Copies: the snapshots this computer keeps by itself, the second copy on a stick that is read back and compared, restoring one after seeing
//! what comes back and what is lost, and everything in open formats. Nothing here changes what the committee did.

import { useState } from 'react'
import { file, openFiles, openFolder, perform, reveal } from '../../api'
import { instantWords } from '../../dates'
import type { SettingsView, SnapshotLine } from '../../generated/types'
import { ActButton, Empty, ErrorPanel, Lamp, LampStrip, lampOf, LongTask, SectionHead, saidDone, Table, Task, useSlow } from '../../parts'
import { say, t } from '../../words'
import { Restore } from './Restore'
import { useWork } from './work'

interface CopyInfo { path: string; name: string; size: number; verified: boolean }

/** Work that can be stopped and says how far it is. */
const LONG = new Set(['copy', 'export', 'verify'])

export function Backup({ view }: { view: SettingsView }) {
  const { busy, failure, run } = useWork()
  const slow = useSlow(busy !== '', 700)
  const [restoring, setRestoring] = useState<string | null>(null)
  const kept = view.committee.settings.second_copy
  const shot = (): void => run('snapshot', async () => { const made = await file<{ name: string }>({ file: 'snapshot' }); saidDone(t('settings.shot_done', { name: made.name })) })
  const copyTo = (folder: string): void => run('copy', async () => {
    const made = await file<CopyInfo>({ file: 'copy_to', folder })
    if (folder !== kept) await perform({ act: 'change_settings', with: { second_copy: folder } })
    saidDone(<>{t('settings.copy_done', { path: made.path })} <button type="button" className="link" onClick={() => void reveal(made.path).catch(() => undefined)}>{t('settings.show_folder')}</button></>)
  })
  const elsewhere = (): void => run('choose', async () => { const folder = await openFolder({ title: t('settings.choose_folder') }); if (folder) window.setTimeout(() => copyTo(folder)) })
  const fromStick = (): void => run('choose', async () => { const picked = await openFiles({ title: t('settings.choose_copy') }); if (picked?.[0]) setRestoring(picked[0]) })
  const exportAll = (): void => run('choose', async () => { const folder = await openFolder({ title: t('settings.choose_export') }); if (folder) window.setTimeout(() => exportTo(folder)) })
  const exportTo = (folder: string): void => run('export', async () => {
    const made = await file<{ folder: string; files: number }>({ file: 'export', folder })
    saidDone(<>{t('settings.export_done', { n: made.files, folder: made.folder })} <button type="button" className="link" onClick={() => void reveal(made.folder).catch(() => undefined)}>{t('settings.show_folder')}</button></>)
  })
  return (
    <div className="settings-parts">
      <LampStrip state={lampOf(view.backup.lamp)} verdict={say(view.backup)}>{' '}{view.backup.second_copy ? t('settings.copied_at', { at: instantWords(view.backup.second_copy) }) : t('settings.never_copied')}</LampStrip>
      {failure ? <ErrorPanel failure={failure} /> : null}
      <LongTask running={LONG.has(busy)} title={t(`settings.busy_${busy}`)}>{t('settings.busy_note')}</LongTask>
      {slow && busy !== 'choose' && !LONG.has(busy) ? <Task title={t(`settings.busy_${busy}`)}>{t('settings.busy_note')}</Task> : null}
      <section>
        <SectionHead title={t('settings.second_copy')} about={t('settings.second_about')} />
        <p className="settings-line">{kept ? t('settings.copy_folder', { folder: kept }) : t('settings.no_folder')}</p>
        <div className="row wrap">
          {kept ? <ActButton main combo="Ctrl+Enter" onPress={() => copyTo(kept)} working={busy === 'copy' || undefined}>{t('settings.copy_now')}</ActButton> : null}
          <ActButton main={!kept} {...(kept ? {} : { combo: 'Ctrl+Enter' })} onPress={elsewhere}>{kept ? t('settings.other_folder') : t('settings.first_folder')}</ActButton>
        </div>
      </section>
      <section>
        <SectionHead title={t('settings.snapshots')} about={t('settings.snapshots_about')}><button type="button" className="link" onClick={shot}>{t('settings.shoot')}</button></SectionHead>
        {view.snapshots.length === 0 ? <Empty title={t('settings.no_snapshots')} acts={[{ words: t('settings.shoot'), run: shot }]}>{t('settings.no_snapshots_why')}</Empty> : (
          <Table<SnapshotLine>
            label={t('settings.snapshots')} keyOf={(one) => one.name} rows={view.snapshots}
            columns={[
              { key: 'at', head: t('settings.taken'), cell: (one) => instantWords(one.at) }, { key: 'why', head: t('settings.why'), cell: (one) => say({ zh: one.why, en: (one as SnapshotLine & { why_en?: string }).why_en ?? one.why }) }, { key: 'seq', head: t('settings.journal_to'), align: 'right', cell: (one) => one.seq.toLocaleString('en-US') },
              { key: 'size', head: t('settings.size'), align: 'right', cell: (one) => one.size }, { key: 'verified', head: t('settings.checked'), cell: (one) => <><Lamp state={one.verified ? 'proven' : 'risk'} size={13} /> {one.verified ? t('settings.is_checked') : t('settings.not_checked')}</> },
              { key: 'act', head: '', align: 'right', cell: (one) => <button type="button" className="link whole" onClick={() => setRestoring(one.name)}>{t('settings.restore')}</button> },
            ]}
          />
        )}
        <p className="settings-line"><button type="button" className="link" onClick={fromStick}>{t('settings.from_stick')}</button></p>
      </section>
      <section>
        <SectionHead title={t('settings.open_formats')} />
        <p className="settings-line">{t('settings.export_about')}</p>
        <ActButton onPress={exportAll}>{t('settings.export')}</ActButton>
      </section>
      {restoring !== null ? <Restore snapshot={restoring} demo={view.committee.demo} onClose={() => setRestoring(null)} /> : null}
    </div>
  )
}
