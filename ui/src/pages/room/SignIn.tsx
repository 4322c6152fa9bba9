//! Before the meeting opens: each member in the room, by video or not here (1, 2, 3 on the row), who takes the record, and what is still
//! missing to open. Ticks are kept across a kill; whether it may open is asked of the desk after each.

import { useEffect, useState } from 'react'
import { failureOf, rehearse } from '../../api'
import { given, startAct } from '../../acts/start'
import { instantOf } from '../../acts/fields'
import { openFirst, type OpenForm } from '../../acts/meeting.forms'
import { replyWords } from '../../acts/convene.forms'
import { dateWords, instantParts } from '../../dates'
import type { MeetingView } from '../../generated/types'
import { useFrameView, useToday } from '../../here'
import { useKeys } from '../../keys'
import { ActButton, Cap, Check, FindingList, inOrder, Message, SectionHead, TextField, TimeField, useDo, useDraft } from '../../parts'
import type { Failure, Finding } from '../../shape'
import { isEnglish, say, t } from '../../words'

type How = 'room' | 'video' | 'none'
const HOWS: How[] = ['room', 'video', 'none']

export interface Signing {
  v: OpenForm
  howOf(id: string): How
  put(id: string, how: How): void
  set(some: Partial<OpenForm>): void
  findings: readonly Finding[]
  failure: Failure | null
  open(): void
  dialog: React.ReactNode
  working: boolean
  restored: boolean
}

export function useSigning(view: MeetingView | null): Signing {
  const frame = useFrameView()
  const m = view?.meeting
  const key = `room.open.${m?.id ?? ''}`
  const first: OpenForm = openFirst(view?.seats ?? [], frame?.secretary ?? '')
  const draft = useDraft<OpenForm>(key, first)
  // The first values are the answers as they stand; they come with the view.
  const known = view !== null && !view.meeting.opened && !view.meeting.cancelled
  const { set } = draft
  const untouched = !draft.restored && draft.value.present.length === 0 && draft.value.video.length === 0 && draft.value.recorder === ''
  const v = untouched && known ? first : draft.value
  const [heard, setHeard] = useState<{ findings: readonly Finding[]; failure: Failure | null }>({ findings: [], failure: null })
  const doing = useDo()
  const day = m ? (instantParts(m.starts)?.date ?? '') : ''
  const act = given('open_meeting', { meeting: m?.id ?? '', present: v.present, video: v.video, recorder: v.recorder, last_minutes_approved: v.approved, at: v.time ? instantOf(day, v.time) : undefined })
  const face = JSON.stringify(act)
  useEffect(() => {
    if (!known) return
    let live = true
    const timer = window.setTimeout(() => {
      rehearse(JSON.parse(face) as typeof act).then((findings) => live && setHeard({ findings, failure: null }), (thrown) => live && setHeard({ findings: [], failure: failureOf(thrown) }))
    }, 150)
    return () => { live = false; window.clearTimeout(timer) }
  }, [face, known])
  const put = (id: string, how: How): void => set({
    ...v, present: how === 'room' ? [...v.present.filter((one) => one !== id), id] : v.present.filter((one) => one !== id), video: how === 'video' ? [...v.video.filter((one) => one !== id), id] : v.video.filter((one) => one !== id),
  })
  return {
    v, put, findings: heard.findings, failure: heard.failure, dialog: doing.dialog, working: doing.working, restored: draft.restored,
    set: (some) => set({ ...v, ...some }),
    howOf: (id) => (v.present.includes(id) ? 'room' : v.video.includes(id) ? 'video' : 'none'),
    open: () => doing.run(act, { verb: t('room.open'), draft: key }),
  }
}

export function SignIn({ view, s }: { view: MeetingView; s: Signing }) {
  const [at, setAt] = useState(0)
  const seat = view.seats[Math.min(at, view.seats.length - 1)]
  const mark = (how: How): void => {
    if (!seat) return
    s.put(seat.id, how)
    setAt(Math.min(view.seats.length - 1, at + 1))
  }
  useKeys('signin', [
    { combo: 'Digit1', label: t('room.sign_title'), caps: ['1', '2', '3'], run: () => mark('room'), hint: true },
    { combo: 'Digit2', label: t('room.s_video'), run: () => mark('video') },
    { combo: 'Digit3', label: t('room.s_none'), run: () => mark('none') },
    { combo: 'Digit0', label: t('room.s_none'), run: () => mark('none') },
    { combo: 'ArrowDown', label: t('parts.move'), caps: ['↑', '↓'], run: () => setAt(Math.min(view.seats.length - 1, at + 1)), hint: true },
    { combo: 'ArrowUp', label: t('parts.move'), run: () => setAt(Math.max(0, at - 1)) },
  ])
  return (
    <div className="heard">
      <h2 className="heard-title">{t('room.sign_title')}</h2>
      <p className="heard-under">{t('room.sign_lead')} {s.restored ? null : t('room.from_replies')}</p>
      <table className="signin" role="grid" aria-label={t('room.sign_title')}>
        <thead><tr><th>{t('room.s_member')}</th><th>{t('room.s_category')}</th><th>{t('room.s_reply')}</th><th className="mid">{t('room.s_room')} <Cap words="1" /></th><th className="mid">{t('room.s_video')} <Cap words="2" /></th><th className="mid">{t('room.s_none')} <Cap words="3" /></th></tr></thead>
        <tbody>
          {view.seats.map((one, i) => {
            const how = s.howOf(one.id)
            const barred = one.may_attend.find((finding) => finding.verdict === 'block')
            return (
              <tr key={one.id} aria-selected={i === at} className={how === 'none' ? 'vote-absent' : undefined} onClick={() => setAt(i)}>
                <th scope="row">{one.name} <span className="second">{[one.role === 'chair' ? t('meetings.chair') : one.role === 'vice_chair' ? t('meetings.vice_chair') : '', one.external ? t('meetings.external') : ''].filter(Boolean).join('，')}</span>{barred ? <span className="second red block">{say(barred)}</span> : null}</th>
                <td>{t(`nouns.category_${one.category}`)}</td>
                <td className="second">{replyWords(one.reply)}</td>
                {HOWS.map((which) => (
                  <td key={which} className="mid"><button type="button" tabIndex={-1} className={`tickmark${how === which ? ` tickmark-${which}` : ''}`} aria-pressed={how === which} aria-label={`${one.name} ${t(`room.s_${which}`)}`} onClick={() => { setAt(i); s.put(one.id, which) }}>{how === which ? (which === 'none' ? t('parts.mark_absent') : '✓') : ''}</button></td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

/** What is still missing, and the press that opens. */
export function Opening({ view, s }: { view: MeetingView; s: Signing }) {
  const today = useToday()
  const day = instantParts(view.meeting.starts)?.date ?? ''
  const here = view.seats.filter((seat) => s.howOf(seat.id) !== 'none')
  const counts = new Map<string, number>()
  for (const seat of view.seats) counts.set(seat.category, (counts.get(seat.category) ?? 0) + (here.includes(seat) ? 1 : 0))
  const shown = inOrder(s.findings)
  return (
    <div className="counting">
      <section>
        <SectionHead title={t('room.sign_title')} />
        <p className="count-said">{t('room.s_count', { n: here.length })}{[...counts].map(([category, n], i) => <span key={category} className={n === 0 ? 'strong amber' : undefined}>{i > 0 ? '　' : ''}{t(`nouns.category_${category}`)}{isEnglish() ? ' ' : ''}{n}</span>)}</p>
        <div className="actform">
          <TextField label={t('room.recorder')} value={s.v.recorder} onChange={(recorder) => s.set({ recorder })} />
          <TimeField label={t('room.open_at')} hint={t('room.open_hint')} value={s.v.time} onChange={(time) => s.set({ time })} {...(s.failure?.field === 'at' && today === day ? { error: say(s.failure) } : {})} />
          <Check checked={s.v.approved} onChange={(approved) => s.set({ approved })}>{t('room.approved')}</Check>
        </div>
      </section>
      <section>
        <SectionHead title={t('room.still')} />
        {day && today !== day ? <Message tone="amber" title={t('room.not_day', { date: dateWords(day, { weekday: true }) })} acts={[{ words: t('meetings.change'), run: () => startAct('change_meeting', { meeting: view.meeting.id }) }]} /> : s.failure ? <Message tone="amber" title={say(s.failure)} code={s.failure.code}>{say({ zh: s.failure.way_zh, en: s.failure.way_en })}</Message> : shown.length > 0 ? <FindingList findings={shown} label /> : <p className="second">{t('room.nothing_missing')}</p>}
      </section>
    </div>
  )
}

export function OpenFoot({ s }: { s: Signing }) {
  const block = s.findings.find((finding) => finding.verdict === 'block')
  return <><ActButton main wide size="large" combo="Ctrl+Enter" working={s.working || undefined} locked={s.failure ? { reason: say(s.failure) } : block ? { finding: block } : undefined} onPress={s.open}>{t('room.open')}</ActButton>{s.dialog}</>
}
