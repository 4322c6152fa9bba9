//! 建立委员会的七步: unit, committee, members, rules, papers, recovery sheet, copy. A frame round the steps: where one is, what is done,
//! forward and back. Each step records by ordinary acts; what the law says to them comes from the desk.

import './wizard.css'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { failureOf, perform, type Act } from '../../api'
import { given } from '../../acts/start'
import type { CommitteeView } from '../../generated/types'
import { lock } from '../../here'
import { useLook } from '../../look'
import { ActButton, ErrorPanel, Lamp, useDo, useDraft } from '../../parts'
import { forget, guardLeaving } from '../../router'
import { flushDrafts } from '../../draft'
import { say, t } from '../../words'
import { useFrameView } from '../../here'
import type { Failure } from '../../shape'
import { STEPS } from '../start/Choices'
import { first, groupsOf, plain, twoGroups, whole, type Kept } from './state'
import { Body, Unit } from './Particulars'
import { People } from './People'
import { Papers, Rules } from './Rules'
import { Copy, Recovery, RecoverySample } from './Recovery'
import type { StepProps } from './step'

type Step = (typeof STEPS)[number]

export default function Wizard() {
  const frame = useFrameView()
  const founded = (frame?.committee ?? '') !== ''
  const { view } = useLook<CommitteeView>(founded ? { view: 'committee', on: null } : null)
  const draft = useDraft<Kept>('wizard', first)
  const v = whole(draft.value)
  const put = (some: Partial<Kept>): void => draft.set((now) => ({ ...whole(now), ...some }))
  const doing = useDo()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const done = useRef(false)
  useEffect(() => guardLeaving(() => !done.current), [])

  // What the committee's record says already stands; the draft holds only what no act has recorded.
  useEffect(() => {
    if (!draft.ready) return
    const some: Partial<Kept> = {}
    if (v.body.name === '' && v.name) some.body = { ...v.body, name: v.name }
    if (v.sheet && v.ask[0] === 0) some.ask = twoGroups(groupsOf(v.sheet).length)
    if (Object.keys(some).length > 0) put(some)
    // Once, when the draft has been read.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [draft.ready])
  const recorded = view?.committee
  useEffect(() => {
    if (!recorded || !draft.ready) return
    const some: Partial<Kept> = {}
    if (v.unit.name === '') some.unit = recorded.unit
    if (v.letter_prefix === '') { some.letter_prefix = recorded.letter_prefix; some.case_prefix = recorded.case_prefix }
    if (v.body.secretary === '' && recorded.secretary) some.body = { name: recorded.name, founded: recorded.founded, founding_document: recorded.founding_document, secretary: recorded.secretary, phone: recorded.phone, email: recorded.email, address: recorded.address, office: recorded.office, budget: recorded.budget }
    if (Object.keys(some).length > 0) put(some)
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [recorded, draft.ready])

  const page = useRef<HTMLDivElement>(null)
  useEffect(() => { page.current?.querySelector<HTMLElement>('[data-first], input[type="text"]')?.focus() }, [v.step, draft.ready])

  if (!draft.ready) return null
  const at = Math.min(Math.max(v.step, 0), STEPS.length - 1)
  const step: Step = STEPS[at]!
  const groups = groupsOf(v.sheet)
  const proven = v.sheet === null || v.copied || v.ask.every((n, i) => n > 0 && plain(v.typed[i]!) === groups[n - 1]?.words)

  const isDone = (which: Step): boolean => {
    switch (which) {
      case 'unit': return (founded ? recorded?.unit.name : v.unit.name) !== '' && (founded || at > 0)
      case 'body': return founded
      case 'people': return view?.lamp === 'fine'
      case 'rules': return (view?.rules.filter((line) => line.in_force).length ?? 0) > 0
      case 'papers': return at > 4
      case 'recovery': return v.copied
      case 'copy': return v.copy !== ''
    }
  }
  const words = (which: Step): string => {
    if (which === 'people' && view && view.rows.length > 0) return t(view.lamp === 'fine' ? 'wizard.people_fine' : 'wizard.people_n', { n: view.rows.length })
    return t(`start.step_${which}`)
  }
  const locked: string | undefined =
    step === 'unit' && v.unit.name.trim() === '' ? t('wizard.unit_first')
    : step === 'body' && v.body.name.trim() === '' ? t('start.name_needed')
    : step === 'body' && v.body.secretary.trim() === '' ? t('wizard.secretary_first')
    : step === 'body' && v.body.founded === '' ? t('wizard.founded_first')
    : step === 'recovery' && !proven ? t('wizard.recovery_first')
    : undefined

  /** What leaving a step records. */
  const records = (): Act | null => {
    const body = Object.fromEntries(Object.entries(v.body).map(([name, value]) => [name, value.trim()]))
    if (step === 'body' && !founded) {
      return given('found_committee', { ...body, unit: { ...v.unit, name: v.unit.name.trim() }, letter_prefix: v.letter_prefix || `${v.unit.name.trim().slice(0, 2)}智伦`, case_prefix: v.case_prefix || 'AI' } as never)
    }
    if (!recorded) return null
    const now: Record<string, unknown> = step === 'unit' ? { unit: v.unit } : step === 'body' ? body : step === 'papers' ? { letter_prefix: v.letter_prefix.trim(), case_prefix: v.case_prefix.trim() } : {}
    const was = recorded as unknown as Record<string, unknown>
    const changed = Object.fromEntries(Object.entries(now).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name])))
    return Object.keys(changed).length > 0 ? { act: 'change_committee', with: changed, reason: '' } : null
  }
  const to = (next: number): void => { setFailure(null); put({ step: next }) }
  const forward = (): void => {
    if (locked || busy) return
    const act = records()
    const go = (): void => {
      if (step === 'recovery') put({ copied: true, sheet: null, typed: ['', ''], step: at + 1 })
      else if (at === STEPS.length - 1) finish()
      else to(at + 1)
    }
    if (!act) return go()
    setBusy(true)
    perform(act).then(() => { setBusy(false); go() }, (thrown) => { setBusy(false); setFailure(failureOf(thrown)) })
  }
  const finish = (): void => {
    done.current = true
    draft.drop()
    forget()
  }
  const stop = (): void => void flushDrafts().then(() => { done.current = true; return lock() })
  const wrong = (field: string): string | undefined => (failure?.field === field ? say(failure) : undefined)
  const props: StepProps = { v, put, view, wrong }
  const side = step === 'recovery' ? <RecoverySample v={v} /> : null
  const body: Record<Step, () => ReactNode> = {
    unit: () => <Unit {...props} />, body: () => <Body {...props} />, people: () => <People {...props} />, rules: () => <Rules {...props} />,
    papers: () => <Papers {...props} />, recovery: () => <Recovery {...props} secretary={recorded?.secretary ?? v.body.secretary} />, copy: () => <Copy {...props} />,
  }
  const next = at === STEPS.length - 1 ? (v.copy ? t('wizard.finish') : t('wizard.finish_without')) : t('wizard.next', { step: t(`start.step_${STEPS[at + 1]!}`) })
  return (
    <div className="wizard">
      <nav className="wizard-steps" aria-label={t('start.steps')}>
        <h2>{t('wizard.title')}</h2>
        <ol>
          {STEPS.map((which, i) => (
            <li key={which}>
              <button type="button" aria-current={i === at ? 'step' : undefined} disabled={i > at && !(i <= 4 && founded)} onClick={() => to(i)}>
                {isDone(which) && i !== at ? <Lamp state="proven" size={15} /> : <span className="wizard-no">{i + 1}</span>}
                <span>{words(which)}</span>
              </button>
            </li>
          ))}
        </ol>
        <button type="button" className="link wizard-stop" onClick={stop}>{t('wizard.stop')}</button>
      </nav>
      <div className={side ? 'wizard-middle wizard-two' : 'wizard-middle'}>
        <div className="wizard-page" data-pane="main" ref={page} key={step}>
          <p className="second">{t('wizard.step_of', { n: at + 1, all: STEPS.length })}</p>
          <h1>{t(`wizard.head_${step}`)}</h1>
          <p className="wizard-say">{t(`wizard.say_${step}`)}</p>
          {failure && !failure.field ? <ErrorPanel failure={failure} acts={[{ words: t('parts.close'), run: () => setFailure(null) }]} /> : null}
          {body[step]()}
        </div>
        {side}
      </div>
      <footer className="wizard-foot">
        <span className="second grow">{failure?.field ? <span className="red">{say(failure)}</span> : t(`wizard.foot_${step}`)}</span>
        {at > 0 ? <ActButton combo="Alt+ArrowLeft" onPress={() => to(at - 1)}>{t('wizard.before')}</ActButton> : null}
        <ActButton main combo="Ctrl+Enter" onPress={forward} locked={locked ? { reason: locked } : undefined} working={busy || undefined}>{next}</ActButton>
      </footer>
      {doing.dialog}
    </div>
  )
}
