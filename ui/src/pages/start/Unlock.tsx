//! The passphrase. A wrong one is said at the field and costs nothing; a damaged file, a newer version and a file in use elsewhere are
//! each told apart, with what is safe and what to do.

import { useRef, useState } from 'react'
import { failureOf, file } from '../../api'
import { dateWords } from '../../dates'
import { ErrorPanel, type MessageProps } from '../../parts/ErrorPanel'
import { RadioField, TextField } from '../../parts/Field'
import type { Failure, FoundFile } from '../../shape'
import { say, sayOf, t } from '../../words'
import { DoorSheet } from './Door'
import type { Door } from './places'
import { opened } from './opened'

export function Unlock({ files, name: first, onBack, onDoor }: { files: readonly FoundFile[]; name: string; onBack(): void; onDoor(door: Door): void }) {
  const [name, setName] = useState(first)
  const [passphrase, setPassphrase] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [working, setWorking] = useState(false)
  const [seen, setSeen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const own = files.filter((one) => !one.demo)
  const shown = own.find((one) => one.name === name)
  const wrong = failure?.kind === 'wrong_passphrase'
  const unlock = (): void => {
    if (passphrase === '' || working) return box.current?.querySelector('input')?.focus()
    setWorking(true)
    setFailure(null)
    file({ file: 'open', name, passphrase }).then(() => opened()).catch((thrown) => {
      setWorking(false)
      setFailure(failureOf(thrown))
      const input = box.current?.querySelector<HTMLInputElement>('input[autocomplete]')
      input?.focus()
      input?.select()
    })
  }
  const ways: NonNullable<MessageProps['acts']> = []
  if (failure?.kind === 'busy') ways.push({ words: t('start.try_again'), run: unlock })
  if (failure?.kind === 'damaged') ways.push({ words: t('start.from_copy'), run: () => onDoor({ at: 'bring', name }) })
  return (
    <DoorSheet
      title={shown?.committee || name} lines={[t('start.unlock_say')]} verb={t('start.unlock')} onVerb={unlock} working={working} onBack={onBack}
      beside={<button type="button" className="link" onClick={() => onDoor({ at: 'recover', name })}>{t('start.forgot')}</button>}
    >
      {own.length > 1 ? <RadioField label={t('start.which')} value={name} onChange={(next) => { setName(next); setFailure(null) }} options={own.map((one) => ({ key: one.name, words: one.committee || one.name, about: one.last_used ? dateWords(one.last_used.slice(0, 10), { full: true }) : '' }))} /> : null}
      <div ref={box}>
        <TextField
          label={t('start.passphrase')} secret={!seen} first value={passphrase} onChange={(typed) => { setPassphrase(typed); if (wrong) setFailure(null) }}
          error={wrong ? `${say(failure)}${sayOf(failure, 'way')}` : undefined} hint={t('start.passphrase_hint')} onEnter={unlock}
        />
        <button type="button" className="link start-see" onClick={() => setSeen(!seen)}>{seen ? t('start.hide') : t('start.show')}</button>
      </div>
      {failure && !wrong ? (
        <div className="start-failure"><p className="strong">{t(`start.kind_${['damaged', 'newer_version', 'busy'].includes(failure.kind) ? failure.kind : 'other'}`)}</p><ErrorPanel failure={failure} acts={ways} /></div>
      ) : null}
    </DoorSheet>
  )
}
