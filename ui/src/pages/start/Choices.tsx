//! A few choices, the one most likely first: what is here already, else the demo committee; a packet to read needs no file at all. Below, what the computer shows by itself;
//! at the right the seven steps of a new committee, so that the papers can be laid out before one begins.

import { useState, type ReactNode } from 'react'
import { enterChair, packet as reader } from '../../chair'
import { dateWords } from '../../dates'
import { useKeys } from '../../keys'
import { ActButton } from '../../parts/ActButton'
import { Cap } from '../../parts/Cap'
import { Lamp, lampOf } from '../../parts/Lamp'
import { Segmented } from '../../parts/Page'
import { Message } from '../../parts/ErrorPanel'
import type { StartView } from '../../shape'
import { useWatched } from '../../store'
import { say, speak, t, tongueNow, type Tongue } from '../../words'
import type { Door } from './places'
import { Mark } from './Door'

interface Choice {
  key: string
  title: string
  about: ReactNode
  verb: string
  run(): void
  end?: ReactNode
}

export const STEPS = ['unit', 'body', 'people', 'rules', 'papers', 'recovery', 'copy'] as const

export function Choices({ view, onDoor, onDemo, onForgetDemo, trouble }: { view: StartView; onDoor(door: Door): void; onDemo(): void; onForgetDemo(): void; trouble: ReactNode }) {
  const kept = useWatched(reader)?.recent.length ?? 0
  const own = view.files.filter((one) => !one.demo)
  const demo = view.files.find((one) => one.demo)
  const last = own[0]
  const when = (at: string | null): string => (at ? t('start.used', { date: dateWords(at.slice(0, 10), { full: true }) }) : t('start.never_used'))
  const open: Choice = last
    ? { key: 'open', title: t('start.open_this', { name: last.committee || last.name }), about: own.length > 1 ? t('start.open_more', { when: when(last.last_used), n: own.length - 1 }) : when(last.last_used), verb: t('start.unlock'), run: () => onDoor({ at: 'unlock', name: last.name }) }
    : { key: 'open', title: t('start.open'), about: t('start.open_about'), verb: t('start.open_verb'), run: () => onDoor({ at: 'bring', name: '' }) }
  const demoChoice: Choice = {
    key: 'demo', title: t('start.demo'), about: demo ? t('start.demo_there') : t('start.demo_about'), verb: t('start.demo_verb'), run: onDemo,
    end: demo ? <button type="button" className="link" onClick={(event) => { event.stopPropagation(); onForgetDemo() }}>{t('start.demo_forget')}</button> : null,
  }
  const create: Choice = { key: 'new', title: t('start.new'), about: t('start.new_about'), verb: t('start.new_verb'), run: () => onDoor({ at: 'new' }) }
  const bring: Choice = { key: 'bring', title: t('start.bring'), about: t('start.bring_about'), verb: t('start.open_verb'), run: () => onDoor({ at: 'bring', name: '' }) }
  const packet: Choice = { key: 'packet', title: t('start.packet'), about: kept > 0 ? t('start.packet_kept', { n: kept }) : t('start.packet_about'), verb: kept > 0 ? t('start.packet_verb') : t('start.open_verb'), run: () => void enterChair().catch(() => undefined) }
  // A chair's machine holds packets and no committee: what it is for comes first.
  const choices = last ? [open, create, bring, packet, demoChoice] : kept > 0 ? [packet, demoChoice, create, open] : [demoChoice, create, open, packet]
  const [at, setAt] = useState(0)
  const move = (by: number): void => setAt((now) => Math.max(0, Math.min(choices.length - 1, now + by)))
  useKeys('start', [
    { combo: 'ArrowDown', label: t('frame.choose'), run: () => move(1) },
    { combo: 'ArrowUp', label: t('frame.choose'), run: () => move(-1) },
    { combo: 'Enter', label: choices[at]!.verb, run: () => choices[at]!.run() },
    ...choices.map((choice, i) => ({ combo: `Digit${i + 1}`, label: choice.title, run: () => choice.run() })),
  ])
  const grave = view.conditions.filter((one) => one.lamp === 'block')
  return (
    <div className="start">
      <main className="start-main">
        <div className="start-top"><Mark /><Language /></div>
        <p className="start-what">{t('start.what')}</p>
        {trouble}
        <p className="start-lead">{last ? t('start.lead_again') : t('start.lead')}</p>
        <div className="start-choices" role="listbox" aria-label={t('start.lead')} tabIndex={0} aria-activedescendant={`choice-${choices[at]!.key}`}>
          {choices.map((choice, i) => (
            <div key={choice.key} id={`choice-${choice.key}`} role="option" aria-selected={i === at} className="start-choice" onPointerMove={() => setAt(i)} onClick={choice.run}>
              <Cap words={String(i + 1)} />
              <div className="grow"><div className="start-choice-title">{choice.title}</div><div className="start-choice-about">{choice.about} {choice.end}</div></div>
              <ActButton main={i === at} size="large" {...(i === at ? { combo: 'Enter' } : {})} quiet onPress={choice.run}>{choice.verb}</ActButton>
            </div>
          ))}
        </div>
        <section className="start-computer" aria-label={t('start.computer')}>
          <div className="sectionhead"><h3>{t('start.computer')}</h3><span className="second">{t('start.computer_checked')}</span></div>
          <ul>
            <li><Lamp state="proven" size={14} /><span>{t('start.offline')}</span></li>
            {view.conditions.map((one) => <li key={one.zh}><Lamp state={lampOf(one.lamp)} size={14} /><span>{say(one)}</span></li>)}
          </ul>
        </section>
        {grave.length > 0 ? <Message tone="red" title={t('start.grave')}>{grave.map((one) => <div key={one.zh}>{say(one)}</div>)}</Message> : null}
        <p className="start-ban"><Lamp state="blocked" size={14} /><span><strong className="red">{t('start.ban')}</strong>{t('start.ban_about')}</span></p>
      </main>
      <aside className="start-steps" aria-label={t('start.steps')}>
        <h2>{t('start.steps')}</h2>
        <p>{t('start.steps_have')}</p>
        <ol>
          {STEPS.map((step, i) => (
            <li key={step}><span className="start-no">{i + 1}</span><div className="grow"><strong>{t(`start.step_${step}`)}</strong><span>{t(`start.step_${step}_about`)}</span></div><span className="second">{t('start.minutes', { n: [2, 2, 8, 2, 4, 5, 2][i]! })}</span></li>
          ))}
        </ol>
        <p>{t('start.steps_foot')}</p>
        <p className="start-version">{t('start.version', { version: view.version })}</p>
      </aside>
    </div>
  )
}

function Language() {
  return <Segmented<Tongue> label={t('start.language')} value={tongueNow()} onChange={(tongue) => void speak(tongue)} items={[{ key: 'zh-CN', words: '中文' }, { key: 'en', words: 'English' }]} />
}
