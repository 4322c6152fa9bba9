//! The dialog every form stands in: its subject in a line, the fields, what the law says to the act as it is filled in now, and the verb.
//! The desk is asked a moment after each change; nothing is written by that. One-way acts pass the gate afterwards.

import './acts.css'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { failureOf, rehearse, type Act } from '../api'
import type { CaseView, CommitteeView, IntakeView, MeetingView, PaperView } from '../generated/types'
import { instantWords } from '../dates'
import { useToday } from '../here'
import { useLook } from '../look'
import { minuteNow } from '../minute'
import { hasPage, placeOf } from '../pages'
import { ActButton } from '../parts/ActButton'
import { Dialog } from '../parts/Dialog'
import { ErrorPanel, Message } from '../parts/ErrorPanel'
import { FindingList, inOrder } from '../parts/Finding'
import { saidDone } from '../parts/UndoLine'
import { useDo } from '../parts/useDo'
import { useDraft } from '../draft'
import { go, routeNow } from '../router'
import type { Failure, Finding } from '../shape'
import { hasWords, isEnglish, say, t } from '../words'
import type { ActForm, Reads, Subject } from './form'
import { formOf } from './registry'
import { needsCase, WhichCase } from './WhichCase'
import type { Asked, Tag } from './start'

interface Props {
  asked: Asked
  onClose(): void
}

export const verbOf = (asked: Pick<Asked, 'tag' | 'words'>): string =>
  (asked.words ?? (hasWords(`acts.${asked.tag}`) ? t(`acts.${asked.tag}`) : asked.tag)).replace(/…$/, '')

export default function ActDialog({ asked, onClose }: Props) {
  const form = formOf(asked.tag)
  const [paper, setPaper] = useState(asked.paper ?? '')
  const [ofCase, setOfCase] = useState(asked.case ?? '')
  if (!form) return <Elsewhere asked={asked} onClose={onClose} />
  const named = ofCase ? { ...asked, case: ofCase } : asked
  if (!ofCase && !paper && (needsCase(asked.tag) || form.paper)) return <WhichCase verb={verbOf(asked)} onPick={setOfCase} onClose={onClose} />
  if (form.paper && !paper) return <WhichPaper asked={named} form={form} onPick={setPaper} onClose={onClose} />
  return <Reading asked={{ ...named, ...(paper ? { paper } : {}) }} form={form} onClose={onClose} />
}

/** An act without a form of its own is done on the page of its subject. */
function Elsewhere({ asked, onClose }: Props) {
  const where: [string, string?] = asked.meeting ? ['meeting', asked.meeting] : asked.paper ? ['paper', asked.paper] : asked.case ? ['case', asked.case] : ['settings']
  const [page, id] = hasPage(where[0]) ? where : [placeOf(where[0]) ?? 'today']
  const place = t(`frame.place_${placeOf(page) ?? 'today'}`)
  return (
    <Dialog title={verbOf(asked)} onClose={onClose} width={420} foot={<ActButton main combo="Ctrl+Enter" onPress={() => { onClose(); go(page, id) }}>{t('acts.form_go_there')}</ActButton>}>
      <p>{t('acts.form_elsewhere', { place })}</p>
    </Dialog>
  )
}

/** The paper an act is about, when only the case was named. */
function WhichPaper({ asked, form, onPick, onClose }: Props & { form: ActForm<object>; onPick(id: string): void }) {
  const { view, failure } = useLook<CaseView>(asked.case ? { view: 'case', id: asked.case } : null)
  const fitting = view?.papers.filter((line) => form.paper!(line)) ?? []
  const only = fitting.length === 1 ? fitting[0]!.id : ''
  useEffect(() => { if (only) onPick(only) }, [only, onPick])
  if (only || (!view && !failure)) return null
  // What waits is a draft: the way there is said, and it is opened at once.
  const drafts = view?.papers.filter((line) => line.state === 'draft') ?? []
  const open = (page: string, id: string): void => { onClose(); go(page, id) }
  return (
    <Dialog title={verbOf(asked)} about={t('acts.form_which_paper')} onClose={onClose} width={520} foot={<ActButton combo="Escape" quiet onPress={onClose}>{t('acts.form_cancel')}</ActButton>}>
      {failure ? <ErrorPanel failure={failure} /> : fitting.length === 0 ? (
        <Message tone="plain" title={t('acts.form_no_paper', { verb: verbOf(asked) })} acts={[...drafts.map((line) => ({ words: line.title, run: () => open('paper', line.id) })), ...(asked.case && routeNow().page !== 'case' ? [{ words: t('acts.form_to_case'), run: () => open('case', asked.case!) }] : [])]}>{t(drafts.length > 0 ? 'acts.form_issue_first' : 'acts.form_no_paper_why')}</Message>
      ) : fitting.map((line) => (
        <button type="button" className="menu-item" data-first key={line.id} onClick={() => onPick(line.id)}>{line.title} <span className="second">{line.number}</span></button>
      ))}
    </Dialog>
  )
}

/** Reads what the form needs before it is drawn, so that it never opens half empty. */
function Reading({ asked, form, onClose }: Props & { form: ActForm<object> }) {
  const today = useToday()
  const need = (what: Reads): boolean => form.reads?.includes(what) ?? false
  const paper = useLook<PaperView>(asked.paper ? { view: 'paper', id: asked.paper } : null)
  const caseId = asked.case ?? (need('case') ? paper.view?.paper.case : null) ?? ''
  const of = useLook<CaseView>(caseId ? { view: 'case', id: caseId } : null)
  const intake = useLook<IntakeView>(caseId && need('intake') ? { view: 'intake', id: caseId } : null)
  const meeting = useLook<MeetingView>(asked.meeting ? { view: 'meeting', id: asked.meeting } : null)
  const committee = useLook<CommitteeView>(need('committee') ? { view: 'committee', on: null } : null)
  const all = [paper, of, intake, meeting, committee]
  const failure = all.find((one) => one.failure && !one.view)?.failure
  const waiting = (asked.paper && !paper.view) || (caseId && !of.view) || (caseId && need('intake') && !intake.view) || (asked.meeting && !meeting.view) || (need('committee') && !committee.view)
  if (failure) {
    return <Dialog title={verbOf(asked)} onClose={onClose} foot={<ActButton main combo="Escape" quiet onPress={onClose}>{t('parts.close')}</ActButton>}><ErrorPanel failure={failure} /></Dialog>
  }
  if (waiting) return null
  const subject: Subject = {
    tag: asked.tag as Tag, today, minute: minuteNow(), case: of.view, intake: intake.view, meeting: meeting.view, paper: paper.view, committee: committee.view,
    item: asked.item ?? '', member: asked.member ?? '', round: asked.round ?? null, with: asked.with ?? {},
  }
  return <Filling asked={asked} form={form} s={subject} onClose={onClose} />
}

interface Heard {
  face: string
  findings: readonly Finding[]
  failure: Failure | null
}

const QUIET = 250

function Filling({ asked, form, s, onClose }: Props & { form: ActForm<object>; s: Subject }) {
  // The subject as it was when the form opened: an act of another page must not empty a field being typed in.
  const opened = useRef(s).current
  const key = `act.${asked.tag}.${asked.item ?? asked.member ?? asked.paper ?? asked.case ?? asked.meeting ?? ''}${asked.round ?? ''}`
  const first = useMemo(() => form.first(opened), [form, opened])
  const draft = useDraft<object>(key, first)
  const v = draft.value
  const act: Act = form.act(v as never, s)
  const face = JSON.stringify(act)
  const missing = form.missing?.(v as never, s) ?? []
  const complete = missing.length === 0
  const [heard, setHeard] = useState<Heard | null>(null)
  const [tried, setTried] = useState(false)
  const doing = useDo()
  const verb = verbOf(asked)

  useEffect(() => {
    if (!complete) return
    let live = true
    const timer = window.setTimeout(() => {
      rehearse(JSON.parse(face) as Act).then(
        (findings) => live && setHeard({ face, findings, failure: null }),
        (thrown) => live && setHeard({ face, findings: [], failure: failureOf(thrown) }),
      )
    }, QUIET)
    return () => { live = false; window.clearTimeout(timer) }
  }, [face, complete])

  const fresh = complete && heard?.face === face ? heard : null
  const block = fresh?.findings.find((finding) => finding.verdict === 'block')
  // A field that is wrong is said at the field once the verb was pressed, or when something was typed into it.
  const failure = fresh?.failure ?? null
  const wrong = (field: string): string | undefined => (failure && failure.field === field && (tried || draft.restored || touched(v, first, field)) ? `${say(failure)}` : undefined)
  const locked = !complete ? { reason: t('acts.form_fill', { what: missing.join(isEnglish() ? ', ' : '、') }) } : block ? { finding: block } : failure ? { reason: say(failure) } : undefined

  const press = (): void => {
    setTried(true)
    if (locked) return
    doing.run(act, {
      verb, draft: key, silent: true,
      ...(form.gate ? { gate: form.gate(v as never, s) } : {}),
      caught: (failed) => { if (failed.kind !== 'invalid') return false; setHeard({ face, findings: [], failure: failed }); return true },
      then: (done) => {
        const paper = done.made.refs.find((ref) => ref.kind === 'paper')
        saidDone(paper ? <Paper words={say(done.made)} id={paper.id} /> : say(done.made) || t('parts.done', { verb }))
        onClose()
        asked.then?.()
      },
    })
  }
  const cancel = (): void => { draft.drop(); onClose() }
  const shown = complete ? (heard?.findings ?? []) : []
  const { Fields } = form as unknown as { Fields: ActForm<object>['Fields'] }
  return (
    <>
      <Dialog
        title={verb} about={<SubjectLine s={s} />} width={form.width ?? 560} onClose={onClose} footNote={form.kept === false ? undefined : t('acts.form_foot')}
        foot={<>
          <ActButton onPress={cancel} combo="Escape" quiet>{t('acts.form_cancel')}</ActButton>
          {/* The press goes through while locked, so that the field at fault is marked. */}
          <span onClickCapture={() => setTried(true)} className="whole"><ActButton main combo="Ctrl+Enter" onPress={press} locked={locked} working={doing.working || undefined}>{form.gate ? `${verb}…` : verb}</ActButton></span>
        </>}
      >
        {draft.restored ? <p className="hint actform-restored">{t('acts.form_restored')} <button type="button" className="link" onClick={() => { draft.set(first); draft.drop() }}>{t('acts.form_start_over')}</button></p> : null}
        {form.lead ? <div className="actform-lead">{form.lead(s)}</div> : null}
        <div className="actform">
          <Fields v={v as never} put={(some: object) => draft.set((now) => ({ ...now, ...some }))} s={s} wrong={wrong} />
        </div>
        {failure && (tried || draft.restored) && !failure.field ? <ErrorPanel failure={failure} /> : null}
        {shown.length > 0 ? <div className="actform-checks"><FindingList findings={inOrder(shown)} label /></div> : null}
      </Dialog>
      {doing.dialog}
    </>
  )
}

const touched = (now: object, first: object, field: string): boolean => {
  const at = now as Record<string, unknown>
  const was = first as Record<string, unknown>
  return field in at && at[field] !== was[field] && at[field] !== ''
}

function Paper({ words, id }: { words: string; id: string }): ReactNode {
  return <>{words} <button type="button" className="link" onClick={() => (hasPage('paper') ? go('paper', id) : go('papers', undefined, { paper: id }))}>{t('acts.form_see_paper')}</button></>
}

/** Which case, meeting or paper, so that nothing is done to the wrong one. */
function SubjectLine({ s }: { s: Subject }) {
  if (s.case) return <>{s.case.number}　{s.case.case.application.title}　{s.case.case.application.leader}</>
  if (s.paper) return <>{[s.paper.row.number, s.paper.row.title].filter(Boolean).join('　')}</>
  if (s.meeting) return <>{t('meetings.no', { no: s.meeting.meeting.no })}　{instantWords(s.meeting.meeting.starts)}　{s.meeting.meeting.place}</>
  return null
}
