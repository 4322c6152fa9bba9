//! The passphrase and the recovery sheet. A new passphrase locks the file and its later copies; copies made before keep the one they had. The
//! sheet opens the file without any passphrase, so it goes to paper only, and only after the passphrase was given.

import { useState } from 'react'
import { file } from '../../api'
import type { SettingsView } from '../../generated/types'
import { ActButton, ErrorPanel, openPaper, saidDone, SectionHead, TextField } from '../../parts'
import { t } from '../../words'
import { useWork } from './work'

/** The desk takes none shorter. */
const SHORTEST = 12

export function KeyParts({ view }: { view: SettingsView }) {
  return <div className="settings-parts"><Passphrase demo={view.committee.demo} /><Sheet view={view} /></div>
}

function Passphrase({ demo }: { demo: boolean }) {
  const [v, set] = useState({ old: '', next: '', again: '' })
  const [tried, setTried] = useState(false)
  const { busy, failure, run } = useWork()
  const length = [...v.next].length
  const short = length < SHORTEST
  const unlike = v.next !== v.again
  const press = (): void => {
    setTried(true)
    if (v.old === '' || short || unlike) return
    run('passphrase', async () => { await file({ file: 'change_passphrase', old: v.old, new: v.next }); set({ old: '', next: '', again: '' }); setTried(false); saidDone(t('settings.passphrase_done')) })
  }
  return (
    <section>
      <SectionHead title={t('settings.passphrase')} />
      <div className="settings-form">
        <TextField secret label={t('settings.old_passphrase')} hint={demo ? t('settings.demo_passphrase') : undefined} value={v.old} onChange={(old) => set({ ...v, old })} error={failure?.kind === 'wrong_passphrase' ? t('settings.wrong_passphrase') : tried && v.old === '' ? t('settings.type_passphrase') : undefined} />
        <TextField secret label={t('settings.new_passphrase')} hint={t('settings.new_hint', { n: SHORTEST, have: length })} value={v.next} onChange={(next) => set({ ...v, next })} error={tried && short ? t('settings.too_short', { n: SHORTEST, have: length }) : undefined} />
        <TextField secret label={t('settings.again_passphrase')} value={v.again} onChange={(again) => set({ ...v, again })} error={tried && unlike ? t('settings.unlike') : undefined} onEnter={press} />
        {failure && failure.kind !== 'wrong_passphrase' ? <ErrorPanel failure={failure} /> : null}
        <div><ActButton main combo="Ctrl+Enter" onPress={press} working={busy !== '' || undefined}>{t('settings.change_passphrase')}</ActButton></div>
      </div>
      <p className="settings-note">{t('settings.passphrase_note')}</p>
    </section>
  )
}

interface SheetLines { file_id: string; lines: string[] }

function Sheet({ view }: { view: SettingsView }) {
  const [passphrase, setPassphrase] = useState('')
  const { busy, failure, run } = useWork()
  const make = (): void => run('sheet', async () => {
    const sheet = await file<SheetLines>({ file: 'recovery_sheet', passphrase })
    const request = { paper: 'print' as const, kind: 'recovery_sheet', lines: sheet.lines, file_id: sheet.file_id, name: view.folder.split(/[\\/]/).pop() ?? view.committee.name, by: view.committee.secretary, without_program: [1, 2, 3].map((n) => t(`wizard.without_${n}`)) }
    setPassphrase('')
    openPaper(request, t('settings.sheet'))
  })
  return (
    <section>
      <SectionHead title={t('settings.sheet')} />
      <p className="settings-line">{t('settings.sheet_about')}</p>
      <div className="settings-form">
        <TextField secret label={t('settings.old_passphrase')} value={passphrase} onChange={setPassphrase} onEnter={make} error={failure?.kind === 'wrong_passphrase' ? t('settings.wrong_passphrase') : undefined} />
        {failure && failure.kind !== 'wrong_passphrase' ? <ErrorPanel failure={failure} /> : null}
        <div><ActButton icon="printer" onPress={make} locked={passphrase === '' ? { reason: t('settings.type_passphrase') } : undefined} working={busy !== '' || undefined}>{t('settings.print_sheet')}</ActButton></div>
      </div>
      <p className="settings-note">{t('settings.sheet_note')}</p>
    </section>
  )
}
