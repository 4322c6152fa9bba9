//! A committee that is not on this machine yet, or whose file is damaged: a verified copy from a stick takes its place. A file that was
//! there is kept aside by the desk, never deleted.

import { useState } from 'react'
import { failureOf, file, openFiles } from '../../api'
import { ErrorPanel } from '../../parts/ErrorPanel'
import { Field, TextField } from '../../parts/Field'
import { Icon } from '../../parts/Icon'
import type { Failure } from '../../shape'
import { say, sayOf, t } from '../../words'
import { DoorSheet } from './Door'
import { opened } from './opened'

export function BringIn({ name: first, names, onBack }: { name: string; names: readonly string[]; onBack(): void }) {
  const [copy, setCopy] = useState('')
  const [name, setName] = useState(first)
  const [passphrase, setPassphrase] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [working, setWorking] = useState(false)
  const locked = copy === '' ? t('start.bring_choose_first') : name.trim() === '' ? t('start.bring_name_first') : passphrase === '' ? t('start.passphrase_needed') : undefined
  const choose = (): void => void openFiles({ title: t('start.bring_choose'), kinds: [{ name: t('start.bring_kind'), endings: ['lunshen'] }] }).then(
    (picked) => { if (picked?.[0]) { setCopy(picked[0]); setFailure(null) } },
    (thrown) => setFailure(failureOf(thrown)),
  )
  const bring = (): void => {
    if (locked) return copy === '' ? choose() : undefined
    if (working) return
    setWorking(true)
    setFailure(null)
    file({ file: 'bring_in', name: name.trim(), copy, passphrase }).then(() => opened()).catch((thrown) => { setWorking(false); setFailure(failureOf(thrown)) })
  }
  const wrong = failure?.kind === 'wrong_passphrase'
  return (
    <DoorSheet title={first ? t('start.bring_damaged', { name: first }) : t('start.bring')} lines={first ? [t('start.bring_aside')] : [t('start.bring_say')]} verb={t('start.bring_verb')} onVerb={bring} working={working} locked={locked} onBack={onBack}>
      <Field label={t('start.bring_copy')} hint={t('start.bring_hint')}>
        {() => (
          <div className="start-file"><Icon name="file" /><span className="grow cut" title={copy}>{copy || t('start.bring_none')}</span><button type="button" className="link whole" data-first onClick={choose}>{t('start.bring_choose')}</button></div>
        )}
      </Field>
      {first ? null : <TextField label={t('start.bring_name')} value={name} onChange={setName} hint={names.includes(name.trim()) ? <span className="amber">{t('start.bring_same', { name: name.trim() })}</span> : t('start.bring_name_hint')} error={failure?.field === 'name' ? say(failure) : undefined} />}
      <TextField label={t('start.passphrase')} secret value={passphrase} onChange={setPassphrase} error={wrong && failure ? `${say(failure)}${sayOf(failure, 'way')}` : undefined} />
      {failure && !wrong && failure.field !== 'name' ? <ErrorPanel failure={failure} /> : null}
    </DoorSheet>
  )
}
