//! Two small dialogs of the agenda: which case is put on it, and to which other meeting an item goes. Moving is taking off and putting on,
//! two acts in the journal.

import { useMemo, useState } from 'react'
import { given } from '../../acts/start'
import { instantWords } from '../../dates'
import type { ItemView, MeetingsView, MeetingView, ReadyCase } from '../../generated/types'
import { useYear } from '../../here'
import { useLook } from '../../look'
import { ActButton, Dialog, FindingRow, LeftChip, Message, NumberField, RadioField, saidDone, TextArea, useDo } from '../../parts'
import { rehearse } from '../../api'
import { dateWords } from '../../dates'
import { go } from '../../router'
import type { Finding } from '../../shape'
import { say, sayOf, shortNumber, t } from '../../words'

/** Cases that are ready, the most urgent first; the form stays open for the next one. */
export function AddCase({ view, onClose }: { view: MeetingView; onClose(): void }) {
  const [of, setOf] = useState('')
  const [minutes, setMinutes] = useState<number | null>(20)
  const [said, setSaid] = useState<readonly Finding[]>([])
  const doing = useDo()
  const year = useYear()
  const m = view.meeting
  const chosen = view.ready.find((one) => one.id === of) ?? view.ready[0]
  const act = useMemo(() => (chosen ? given('place_item', { meeting: m.id, case: chosen.id, minutes: minutes ?? 20 }) : null), [chosen, minutes, m.id])
  const pick = (one: ReadyCase): void => {
    setOf(one.id)
    rehearse(given('place_item', { meeting: m.id, case: one.id, minutes: minutes ?? 20 })).then(setSaid, () => setSaid([]))
  }
  const place = (): void => { if (act) doing.run(act, { verb: t('acts.place_item'), then: () => { setOf(''); setSaid([]) } }) }
  const block = said.find((finding) => finding.verdict === 'block')
  return (
    <>
      <Dialog
        title={t('meetings.add_title', { no: m.no })} width={640} onClose={onClose}
        foot={<>
          <ActButton quiet combo="Escape" onPress={onClose}>{t('parts.close')}</ActButton>
          {chosen ? <ActButton main combo="Ctrl+Enter" working={doing.working} locked={block ? { finding: block } : undefined} onPress={place}>{t('acts.place_item')}</ActButton> : null}
        </>}
      >
        {view.ready.length === 0 ? <Message tone="plain" title={t('meetings.add_none')}>{t('meetings.add_none_why')}</Message> : (
          <div className="actform">
            <div className="addcases" role="radiogroup" aria-label={t('meetings.ready')}>
              {view.ready.map((one, i) => (
                <label key={one.id} className="addcase">
                  <input type="radio" name="ready" checked={chosen?.id === one.id} onChange={() => pick(one)} data-first={i === 0 || undefined} />
                  <span className="grow"><span className="twoline-first">{one.title}</span><span className="second">{shortNumber(one.number)}　{say({ zh: one.kind_zh, en: one.kind_en })}　{one.department} {one.leader}</span></span>
                  <span className="whole">{one.due ? dateWords(one.due, { year }) : ''}</span><LeftChip left={one.left} bare />
                </label>
              ))}
            </div>
            <NumberField label={t('acts_review.minutes')} unit={t('acts_review.minute_unit')} value={minutes} onChange={setMinutes} />
            {said.map((finding, i) => <FindingRow key={i} finding={finding} />)}
          </div>
        )}
      </Dialog>
      {doing.dialog}
    </>
  )
}

export function MoveItem({ view, item, onClose }: { view: MeetingView; item: ItemView; onClose(): void }) {
  const { view: all } = useLook<MeetingsView>({ view: 'meetings', year: null })
  const year = useYear()
  const others = (all?.rows ?? []).filter((row) => row.id !== view.meeting.id && (row.state === 'planned' || row.state === 'noticed')).sort((a, b) => a.starts.localeCompare(b.starts))
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const off = useDo()
  const on = useDo()
  const target = to || others[0]?.id || ''
  const move = (): void => {
    off.run(given('remove_item', { item: item.id, reason }), {
      verb: t('meetings.move_do'), silent: true,
      then: () => on.run(given('place_item', { meeting: target, case: item.case, minutes: item.minutes }), {
        verb: t('acts.place_item'), silent: true, then: (done) => { saidDone(say(done.made)); onClose() },
        caught: () => { saidDone(t('meetings.move_half')); return false },
      }),
    })
  }
  const needs = view.meeting.noticed !== null && reason.trim() === ''
  return (
    <>
      <Dialog
        title={t('meetings.move_title', { n: item.order })} about={item.title} width={560} onClose={onClose}
        foot={<>
          <ActButton quiet combo="Escape" onPress={onClose}>{t('acts.form_cancel')}</ActButton>
          {others.length > 0 ? <ActButton main combo="Ctrl+Enter" working={off.working || on.working} locked={needs ? { reason: t('meetings.move_reason') } : undefined} onPress={move}>{t('meetings.move_do')}</ActButton> : null}
        </>}
      >
        {all && others.length === 0 ? <Message tone="plain" title={t('meetings.move_none')} acts={[{ words: t('meetings.plan'), run: () => { onClose(); go('meetings', undefined, { act: 'plan_meeting' }) } }]}>{t('meetings.move_none_why')}</Message> : (
          <div className="actform">
            <RadioField label={t('acts_review.meeting')} value={target} onChange={setTo} options={others.map((row) => ({ key: row.id, words: t('meetings.no', { no: row.no }), about: `${instantWords(row.starts, { year })}　${row.place}　${sayOf(row, 'state')}` }))} />
            {item.due ? <p className="second">{t('acts_meeting.item_due', { date: dateWords(item.due.nominal, { year }) })}</p> : null}
            {view.meeting.noticed ? <TextArea label={t('acts_meeting.remove_reason')} rows={2} value={reason} onChange={setReason} /> : null}
          </div>
        )}
      </Dialog>
      {off.dialog}{on.dialog}
    </>
  )
}
