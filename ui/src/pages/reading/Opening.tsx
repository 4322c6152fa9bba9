//! Before a packet is open: where to put the file, those opened here before, and the passphrase told by telephone. A wrong one counts
//! nothing down. A packet signed by another key than before is opened only with the digits the secretary reads out.

import { useEffect, useRef, useState } from 'react'
import { failureOf, reading } from '../../api'
import { awaitKept, discard, forgetWaiting, openPacket, packet } from '../../chair'
import { instantWords } from '../../dates'
import type { ReadingState, Recent, Waiting } from '../../generated/types'
import { useKeys } from '../../keys'
import { ActButton } from '../../parts/ActButton'
import { Dialog } from '../../parts/Dialog'
import { ErrorPanel } from '../../parts/ErrorPanel'
import { TextField } from '../../parts/Field'
import { Icon } from '../../parts/Icon'
import type { Failure } from '../../shape'
import { say, sayOf, t } from '../../words'

export function choosePacket(): Promise<void> {
  return openPacket({ title: t('reading.choose'), kinds: [{ name: t('reading.kind'), endings: ['lspkt'] }] }).then((state) => { if (state) packet.set(state) })
}

export function Opening({ state }: { state: ReadingState }) {
  const [trouble, setTrouble] = useState<Failure | null>(null)
  const tried = (work: Promise<unknown>): void => { setTrouble(null); work.catch((thrown) => setTrouble(failureOf(thrown))) }
  const choose = (): void => tried(choosePacket())
  const { waiting } = state
  return (
    <main className="reading-door" data-pane="main">
      <div className="reading-sheet">
        <h1>{t('reading.title')}</h1>
        {waiting ? <Passphrase key={waiting.path + waiting.kept} waiting={waiting} onChoose={choose} /> : <Nothing recent={state.recent} onChoose={choose} onRecent={(one) => tried(awaitKept(one.id))} onRemove={(one) => tried(discard(one.id))} />}
        {trouble ? <ErrorPanel failure={trouble} /> : null}
      </div>
    </main>
  )
}

const back = (): void => void forgetWaiting().catch(() => undefined)

interface NothingProps {
  recent: readonly Recent[]
  onChoose(): void
  onRecent(one: Recent): void
  onRemove(one: Recent): void
}

function Nothing({ recent, onChoose, onRecent, onRemove }: NothingProps) {
  const [removing, setRemoving] = useState<Recent | null>(null)
  useKeys('reading', [
    { combo: 'Enter', label: t('reading.choose'), run: onChoose, hint: true },
    { combo: 'Escape', label: t('start.back'), run: back, hint: true },
    ...recent.slice(0, 9).map((one, i) => ({ combo: `Digit${i + 1}`, label: t('reading.open_recent', { n: i + 1 }), run: () => onRecent(one) })),
  ])
  return (
    <>
      <div className="reading-drop"><Icon name="folder" size={28} /><p>{t('reading.empty')}</p></div>
      <div className="reading-door-foot">
        <ActButton combo="Escape" quiet onPress={back}>{t('start.back')}</ActButton>
        <span className="grow" />
        <ActButton main size="large" combo="Enter" quiet onPress={onChoose}>{t('reading.choose')}</ActButton>
      </div>
      {recent.length > 0 ? (
        <section className="reading-recent" aria-label={t('reading.recent')}>
          <h2>{t('reading.recent')} <span className="second">{t('reading.recent_about')}</span></h2>
          <ol>
            {recent.map((one, i) => (
              <li key={one.id}>
                <button type="button" className="reading-recent-one" onClick={() => onRecent(one)}>
                  <span className="reading-no">{i + 1}</span>
                  <span className="grow"><span className="reading-item-title">{one.name || t('reading.kind')}</span><span className="second">{t('reading.opened_on', { when: instantWords(one.opened) })}　{sizeWords(one.size)}</span></span>
                  <Icon name="right" size={17} />
                </button>
                <button type="button" className="link" aria-label={`${t('reading.remove')} ${one.name}`} onClick={() => setRemoving(one)}>{t('reading.remove')}</button>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      <p className="reading-plain">{t('reading.kept_here')}</p>
      {removing ? (
        <Dialog
          title={t('reading.remove_title', { name: removing.name })} width={520} onClose={() => setRemoving(null)} focus="none"
          foot={<><ActButton onPress={() => setRemoving(null)}>{t('reading.keep_it')}</ActButton><ActButton main onPress={() => { onRemove(removing); setRemoving(null) }}>{t('reading.remove')}</ActButton></>}
        >
          <p>{t('reading.remove_about')}</p>
        </Dialog>
      ) : null}
    </>
  )
}

/** 3.2 MB: what it takes on this machine. */
export const sizeWords = (bytes: number): string => (bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1_000))} KB`)

function Passphrase({ waiting, onChoose }: { waiting: Waiting; onChoose(): void }) {
  const [passphrase, setPassphrase] = useState('')
  const [digits, setDigits] = useState('')
  const [asked, setAsked] = useState(false)
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
    reading<ReadingState>({ reading: 'open', passphrase, digits: asked ? digits : '' }).then((state) => packet.set(state), (thrown) => {
      const told = failureOf(thrown)
      setWorking(false)
      setFailure(told)
      if (told.field === 'committee_key') setAsked(true)
      const input = box.current?.querySelector('input')
      if (told.kind === 'wrong_passphrase') { input?.focus(); input?.select() }
    })
  }
  useKeys('reading', [
    { combo: 'Enter', label: t('reading.open'), run: open, inText: true, hint: true },
    { combo: 'Escape', label: t('start.back'), run: back, hint: true },
  ])
  return (
    <>
      <p className="reading-file"><Icon name="file" size={20} /><span className="grow">{waiting.name || t('reading.kind')}{waiting.kept ? <span className="second"> {t('reading.kept_copy')}</span> : null}</span><button type="button" className="link" onClick={onChoose}>{t('reading.another')}</button></p>
      <div ref={box} className="reading-passphrase">
        <TextField
          label={t('reading.passphrase')} value={passphrase} first placeholder="1234 5678 9012 3456 7890"
          onChange={(typed) => { setPassphrase(typed); if (wrong) setFailure(null) }}
          error={wrong ? `${say(failure)}${sayOf(failure, 'way')}` : undefined} hint={t('reading.passphrase_hint')} onEnter={open}
        />
      </div>
      {failure && !wrong ? <ErrorPanel failure={failure} acts={failure.kind === 'io' ? [{ words: t('frame.again'), run: open }] : []} /> : null}
      {asked ? <div className="reading-passphrase"><TextField label={t('reading.committee_digits')} value={digits} placeholder="1234 5678 9012 3456" onChange={setDigits} hint={t('reading.committee_digits_hint')} onEnter={open} /></div> : null}
      <div className="reading-door-foot">
        <ActButton combo="Escape" quiet onPress={back}>{t('start.back')}</ActButton>
        <span className="grow" />
        <ActButton main size="large" combo="Enter" quiet working={working} onPress={open}>{t('reading.open')}</ActButton>
      </div>
      <p className="reading-plain">{t('reading.kept_here')}</p>
    </>
  )
}
