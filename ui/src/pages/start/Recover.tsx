//! Opening with the recovery sheet from the safe, and a new passphrase at once. Blanks, dots and capitals do not matter; a wrong line is
//! named by the desk.

import { useState } from 'react'
import { failureOf, file } from '../../api'
import { ErrorPanel } from '../../parts/ErrorPanel'
import { TextArea, TextField } from '../../parts/Field'
import type { Failure } from '../../shape'
import { say, t } from '../../words'
import { differ, DoorSheet } from './Door'
import { opened } from './opened'

/** Signs of the key typed so far: six lines of sixteen and two check signs. */
const ALL = 108
const count = (text: string): number => (text.normalize('NFKC').match(/[0-9a-f]/gi) ?? []).length

export function Recover({ name, onBack }: { name: string; onBack(): void }) {
  const [recovery, setRecovery] = useState('')
  const [one, setOne] = useState('')
  const [two, setTwo] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [working, setWorking] = useState(false)
  const typed = count(recovery)
  const locked = typed < 96 ? t('start.recover_more', { n: ALL - typed }) : one === '' ? t('start.passphrase_new_needed') : one !== two ? t('start.differ_or_once') : undefined
  const recover = (): void => {
    if (locked || working) return
    setWorking(true)
    setFailure(null)
    file({ file: 'recover', name, recovery, passphrase: one }).then(() => opened()).catch((thrown) => { setWorking(false); setFailure(failureOf(thrown)) })
  }
  const atSheet = failure?.kind === 'wrong_passphrase'
  const atPass = failure?.field === 'passphrase' || failure?.code === 'LS-D04'
  return (
    <DoorSheet title={t('start.recover_title')} lines={[t('start.recover_say', { name }), t('start.recover_say_2')]} verb={t('start.recover_verb')} onVerb={recover} working={working} locked={locked} onBack={onBack}>
      <TextArea label={t('start.recover_groups')} rows={6} value={recovery} onChange={setRecovery} placeholder="1234 5678 9abc def0 · 7c" error={atSheet && failure ? say(failure) : undefined} hint={t('start.recover_count', { n: typed, all: ALL })} />
      <TextField label={t('start.passphrase_new')} secret value={one} onChange={setOne} error={atPass && failure ? say(failure) : undefined} hint={t('start.passphrase_new_hint')} />
      <TextField label={t('start.passphrase_twice')} secret value={two} onChange={setTwo} error={differ(one, two)} />
      {failure && !atSheet && !atPass ? <ErrorPanel failure={failure} /> : null}
    </DoorSheet>
  )
}
