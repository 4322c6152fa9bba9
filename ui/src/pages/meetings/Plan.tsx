//! One meeting: before it the agenda, who comes, whether every item can be heard and what would mend it; afterwards how it went.
//! Forecast, pre-check and stages are the desk's.

import { useEffect, useState } from 'react'
import { startAct } from '../../acts/start'
import { formWords } from '../../acts/convene.forms'
import { instantParts, instantWords } from '../../dates'
import type { MeetingView } from '../../generated/types'
import { useYear } from '../../here'
import { useKeys } from '../../keys'
import { useLook } from '../../look'
import { ActButton, Barred, ErrorPanel, Message, openPaper, PageHead, Panes, Pop, saidDone, SaveButton, StageStrip, useDateKey, type Locked } from '../../parts'
import { dateWords } from '../../dates'
import { go } from '../../router'
import { isEnglish, say, t } from '../../words'
import { Agenda, unheard } from './Agenda'
import { AddCase } from './Moves'
import { Answers } from './Answers'
import { Precheck } from './Precheck'
import { Held, SinceLast } from './Held'

/** 14:00–16:30 with its day. */
function span(view: MeetingView, year: number): string {
  const { starts, ends } = view.meeting
  return `${instantWords(starts, { year, weekday: true, full: true })}–${instantParts(ends)?.time ?? ''}`
}

export function Plan({ id, params }: { id: string; params: Record<string, string> }) {
  const { view, failure, again } = useLook<MeetingView>({ view: 'meeting', id })
  const [adding, setAdding] = useState(params.act === 'place_item')
  const year = useYear()
  useDateKey()
  const m = view?.meeting
  const planned = m ? !m.opened && !m.cancelled : false
  const now = view?.stages.find((stage) => stage.state === 'now')?.key
  const toRoom = (): void => go('room', id)
  const signIn = (): void => openPaper({ paper: 'print', kind: 'sign_in', meeting: id }, t('meetings.sign_in'))
  useKeys('plan', m ? [
    ...(m.cancelled || m.closed ? [] : [{ combo: 'F11', label: t('meetings.enter'), run: toRoom, hint: !planned || now === 'notice' || now === 'agenda' }]),
    ...(planned ? [{ combo: 'KeyP', label: t('meetings.again'), hint: true, run: () => { again(); saidDone(t('meetings.looked_again')) } }] : []),
    { combo: 'Ctrl+KeyP', label: t('meetings.to_sheet'), run: signIn, hint: planned },
    ...(m.cancelled ? [] : [{ combo: 'KeyB', label: t('packets.title'), run: () => go('packets', id) }]),
  ] : [])
  useEffect(() => { if (params.act && params.act !== 'place_item') startAct(params.act, { meeting: id }) }, [params.act, id])
  if (!view || !m) return failure ? <div className="page-alone"><ErrorPanel failure={failure} acts={[{ words: t('meetings.to_list'), run: () => go('meetings') }, { words: t('frame.again'), run: again }]} /></div> : null

  const block = view.noticing.find((finding) => finding.verdict === 'block')
  const noticeLock: Locked | undefined = block ? { finding: block, instead: m.items.length === 0 ? [{ words: t('meetings.add'), run: () => setAdding(true) }] : [] } : undefined
  // The one solid button is the next step of the preparation.
  const main = m.closed ? 'after' : m.opened ? 'room' : now === 'agenda' ? 'add' : now === 'notice' ? 'notice' : 'room'
  const strip = view.stages.map((stage) => ({ key: stage.key, state: stage.state as 'done' | 'now' | 'later', words: <>{say(stage)}{stage.date ? <span className="second"> {dateWords(stage.date, { year })}</span> : null}</> }))
  const follow = (key: string): void => {
    if (key === 'agenda' && planned) setAdding(true)
    else if (key === 'notice' && planned && !m.noticed) startAct('send_notices', { meeting: id })
    else if (key === 'open') toRoom()
    else document.querySelector<HTMLElement>(`[data-pane="${key === 'answers' ? 'answers' : key === 'precheck' ? 'precheck' : 'agenda'}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <>
      <PageHead
        title={t('meetings.no', { no: m.no })}
        lines={[<Barred key="when">{[span(view, year), m.place, formWords(m.form)]}</Barred>, <strong key="how" className={!m.cancelled && !unheard(view) && view.items.some((item) => !item.item.outcome && item.quorum.lamp === 'block') ? 'red' : undefined}>{say(view)}</strong>]}
      >
        {m.cancelled || m.closed ? null : <StageStrip stages={strip} onOpen={follow} />}
        {m.cancelled ? null : <ActButton quiet combo="KeyB" onPress={() => go('packets', id)}>{t('packets.title')}</ActButton>}
        {m.closed ? null : <SaveButton of={{ bytes: 'calendar', meeting: id }} />}
        {planned ? <More id={id} view={view} noticeLock={noticeLock} /> : null}
        {main === 'notice' ? <ActButton quiet combo="F11" onPress={toRoom}>{t('meetings.enter')}</ActButton> : null}
        {main === 'add' ? <ActButton main combo="Ctrl+Enter" icon="plus" onPress={() => setAdding(true)}>{t('meetings.add')}</ActButton> : null}
        {main === 'notice' ? <ActButton main combo="Ctrl+Enter" onPress={() => startAct('send_notices', { meeting: id })} locked={noticeLock}>{t('meetings.send_notices')}</ActButton> : null}
        {main === 'room' && !m.cancelled ? <ActButton main combo="Ctrl+Enter" onPress={toRoom}>{m.opened ? t('meetings.reopen') : t('meetings.enter')}</ActButton> : null}
        {main === 'after' ? <ActButton main combo="Ctrl+Enter" onPress={() => go('aftermath', id)}>{t('meetings.after')}</ActButton> : null}
      </PageHead>
      {failure ? <ErrorPanel failure={failure} /> : null}
      {m.cancelled ? <div className="page-alone"><Message tone="plain" title={t('meetings.cancelled')} acts={[{ words: t('meetings.to_list'), run: () => go('meetings') }]}>{m.cancelled}{isEnglish() ? ' ' : ''}{t('meetings.cancelled_why')}</Message></div> : null}
      <Panes name="plan" flush mainName={t('meetings.agenda')} right={m.cancelled ? undefined : planned ? { width: 408, name: t('meetings.pane_answers'), body: <Answers view={view} />, foot: <Prints id={id} onSignIn={signIn} /> } : { width: 372, name: t('meetings.results'), body: <Held view={view} /> }}>
        <div className="plan-main">
          <Agenda view={view} onAdd={() => setAdding(true)} wanted={Number(params.item) || 0} />
          {planned ? <Precheck view={view} again={again} /> : null}
          <SinceLast view={view} />
        </div>
      </Panes>
      {adding ? <AddCase view={view} onClose={() => setAdding(false)} /> : null}
    </>
  )
}

/** What changes the meeting itself, and a notice sent again. */
function More({ id, view, noticeLock }: { id: string; view: MeetingView; noticeLock: Locked | undefined }) {
  const m = view.meeting
  const acts = [
    { key: 'change_meeting', words: t('meetings.change') },
    ...(m.noticed && !noticeLock ? [{ key: 'send_notices', words: t('meetings.notify_again') }] : []),
    { key: 'designate_host', words: t('meetings.designate') },
    { key: 'seat_adviser', words: t('meetings.invite') },
    { key: 'cancel_meeting', words: t('meetings.cancel') },
  ]
  return (
    <Pop width={240} align="end" label={t('meetings.more_acts')} button={(props) => <button type="button" className="act act-possible" {...props}><span className="act-words">{t('meetings.more')}</span></button>}>
      {(close) => <div className="menu">{acts.map((act) => <button type="button" key={act.key} className="menu-item" onClick={() => { close(); startAct(act.key, { meeting: id }) }}>{act.words}</button>)}</div>}
    </Pop>
  )
}

/** Printed at once, without a number: what lies on the table. */
function Prints({ id, onSignIn }: { id: string; onSignIn(): void }) {
  const print = (kind: string) => (): void => openPaper({ paper: 'print', kind, meeting: id }, t(`meetings.${kind}`))
  return (
    <div className="row wrap">
      <ActButton quiet combo="Ctrl+KeyP" icon="printer" onPress={onSignIn}>{t('meetings.sign_in')}</ActButton>
      <ActButton onPress={print('ballots')}>{t('meetings.ballots')}</ActButton>
      <ActButton onPress={print('agenda')}>{t('meetings.agenda')}</ActButton>
    </div>
  )
}
