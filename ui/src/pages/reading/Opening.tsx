//! Before a packet is open: where to put the file, and the passphrase told by telephone. A wrong one counts nothing down.

import { useEffect, useRef, useState } from 'react'
import { failureOf, reading } from '../../api'
import { forgetWaiting, openPacket, packet } from '../../chair'
import type { ReadingState, Waiting } from '../../generated/types'
import { useKeys } from '../../keys'
import { ActButton } from '../../parts/ActButton'
import { ErrorPanel } from '../../parts/ErrorPanel'
import { TextField } from '../../parts/Field'
import { Icon } from '../../parts/Icon'
import type { Failure } from '../../shape'
import { say, sayOf, t } from '../../words'

export function choosePacket(): Promise<void> {
  return openPacket({ title: t('reading.choose'), kinds: [{ name: t('reading.kind'), endings: ['lspkt'] }] }).then((state) => { if (state) packet.set(state) })
}

export function Opening({ waiting }: { waiting: Waiting | null }) {
  const [trouble, setTrouble] = useState<Failure | null>(null)
  const choose = (): void => { setTrouble(null); choosePacket().catch((thrown) => setTrouble(failureOf(thrown))) }
  return (
    <main className="reading-door" data-pane="main">
      <div className="reading-sheet">
        <h1>{t('reading.title')}</h1>
        {waiting ? <Passphrase key={waiting.path} waiting={waiting} onChoose={choose} /> : <Nothing onChoose={choose} />}
        {trouble ? <ErrorPanel failure={trouble} /> : null}
      </div>
    </main>
  )
}

const back = (): void => void forgetWaiting().catch(() => undefined)

function Nothing({ onChoose }: { onChoose(): void }) {
  useKeys('reading', [
    { combo: 'Enter', label: t('reading.choose'), run: onChoose, hint: true },
    { combo: 'Escape', label: t('start.back'), run: back, hint: true },
  ])
  return (
    <>
      <div className="reading-drop"><Icon name="folder" size={28} /><p>{t('reading.empty')}</p></div>
      <div className="reading-door-foot">
        <ActButton combo="Escape" quiet onPress={back}>{t('start.back')}</ActButton>
        <span className="grow" />
        <ActButton main size="large" combo="Enter" quiet onPress={onChoose}>{t('reading.choose')}</ActButton>
      </div>
      <p className="reading-plain">{t('reading.kept_here')}</p>
    </>
  )
}

function Passphrase({ waiting, onChoose }: { waiting: Waiting; onChoose(): void }) {
  const [passphrase, setPassphrase] = useState('')
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => { box.current?.querySelector('input')?.focus() }, [])
  const wrong = failure?.kind === 'wrong_passphrase'
  const open = (): void => {
    if (working) return
    if (passphrase.trim() === '') return box.current?.querySelector('input')?.focus()
    setWorking(true)
    setFailure(null)
    reading<ReadingState>({ reading: 'open', path: waiting.path, passphrase }).then((state) => packet.set(state), (thrown) => {
      setWorking(false)
      setFailure(failureOf(thrown))
      const input = box.current?.querySelector('input')
      input?.focus()
      input?.select()
    })
  }
  useKeys('reading', [
    { combo: 'Enter', label: t('reading.open'), run: open, inText: true, hint: true },
    { combo: 'Escape', label: t('start.back'), run: back, hint: true },
  ])
  return (
    <>
      <p className="reading-file"><Icon name="file" size={20} /><span className="grow">{waiting.name}</span><button type="button" className="link" onClick={onChoose}>{t('reading.another')}</button></p>
      <div ref={box} className="reading-passphrase">
        <TextField
          label={t('reading.passphrase')} value={passphrase} first placeholder="1234 5678 9012 3456 7890"
          onChange={(typed) => { setPassphrase(typed); if (wrong) setFailure(null) }}
          error={wrong ? `${say(failure)}${sayOf(failure, 'way')}` : undefined} hint={t('reading.passphrase_hint')} onEnter={open}
        />
      </div>
      {failure && !wrong ? <ErrorPanel failure={failure} acts={failure.kind === 'io' ? [{ words: t('frame.again'), run: open }] : []} /> : null}
      <div className="reading-door-foot">
        <ActButton combo="Escape" quiet onPress={back}>{t('start.back')}</ActButton>
        <span className="grow" />
        <ActButton main size="large" combo="Enter" quiet working={working} onPress={open}>{t('reading.open')}</ActButton>
      </div>
      <p className="reading-plain">{t('reading.kept_here')}</p>
    </>
  )
}
