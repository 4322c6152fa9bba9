//! A new committee begins with its passphrase, so that everything typed afterwards lies encrypted, and the seven steps can be left and
//! taken up again. The recovery sheet the desk answers with is kept inside the file until it has been printed and copied back.

import { useState } from 'react'
import { failureOf, file, keepDraft } from '../../api'
import { ErrorPanel } from '../../parts/ErrorPanel'
import { TextField } from '../../parts/Field'
import type { Failure } from '../../shape'
import { say, t } from '../../words'
import { differ, DoorSheet } from './Door'
import { opened } from './opened'

export function NewFile({ names, onBack }: { names: readonly string[]; onBack(): void }) {
  const [name, setName] = useState('')
  const [one, setOne] = useState('')
  const [two, setTwo] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [working, setWorking] = useState(false)
  const taken = names.includes(name.trim())
  const length = [...one].length
  const locked = name.trim() === '' ? t('start.name_needed') : taken ? t('start.name_taken') : one === '' ? t('start.passphrase_new_needed') : one !== two ? t('start.differ_or_once') : undefined
  const create = (): void => {
    if (locked || working) return
    setWorking(true)
    setFailure(null)
    const work = async (): Promise<void> => {
      const sheet = await file<{ file_id: string; lines: string[] }>({ file: 'create', name: name.trim(), passphrase: one })
      await keepDraft('wizard', { step: 0, name: name.trim(), sheet })
      await opened()
    }
    work().catch((thrown) => { setWorking(false); setFailure(failureOf(thrown)) })
  }
  const atPass = failure?.field === 'passphrase' || failure?.code === 'LS-D04'
  return (
    <DoorSheet title={t('start.new')} lines={[t('start.new_say'), t('start.new_say_2')]} verb={t('start.new_go')} onVerb={create} working={working} locked={locked} onBack={onBack}>
      <TextField label={t('start.name')} first value={name} onChange={setName} placeholder={t('start.name_like')} error={taken ? t('start.name_taken') : failure?.field === 'name' ? say(failure) : undefined} hint={t('start.name_hint')} />
      <TextField label={t('start.passphrase')} secret value={one} onChange={setOne} error={atPass && failure ? say(failure) : undefined} hint={length > 0 && length < 12 ? t('start.passphrase_length', { n: length }) : t('start.passphrase_new_hint')} />
      <TextField label={t('start.passphrase_twice')} secret value={two} onChange={setTwo} error={differ(one, two)} />
      {failure && !atPass && failure.field !== 'name' ? <ErrorPanel failure={failure} /> : null}
    </DoorSheet>
  )
}
