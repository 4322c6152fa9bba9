//! A draft: its words as fields, its page at the right as they are typed, and what the letter lacks before it can be issued. Facts stand in
//! the page only; they are corrected where they arose.

import '../../acts/acts.css'
import { useEffect, useMemo, useState } from 'react'
import { changedWords, WordFields, wordsOf, type Words } from '../../acts/wordfields'
import { given, startAct } from '../../acts/start'
import type { PaperRequest } from '../../api'
import type { PaperView } from '../../generated/types'
import { ActButton, FindingList, inOrder, PageHead, Panes, PaperPreview, SectionHead, Tag, useDo, useDraft } from '../../parts'
import type { Failure } from '../../shape'
import { back, canGoBack, go } from '../../router'
import { isEnglish, say, t } from '../../words'
import { ErrorPanel } from '../../parts'

const QUIET = 450
const NOTHING: Words = {}
/** What clears the way, where it is an act of the case. */
const WAYS: Record<string, string> = { 'M16.extension_record': 'extend' }

export function DraftPage({ view, onTrail }: { view: PaperView; onTrail(): void }) {
  const { paper } = view
  const key = `paper.${paper.id}`
  const first = useMemo(() => wordsOf(view), [view])
  const draft = useDraft<Words>(key, NOTHING)
  const doing = useDo()
  const [fault, setFault] = useState<Failure | null>(null)
  // Words that were not touched follow the record; what was typed stands.
  const words = useMemo(() => ({ ...first, ...draft.value }), [first, draft.value])
  const changed = changedWords(view, words)
  const dirty = Object.keys(changed).length > 0
  const face = JSON.stringify(changed)
  const [typed, setTyped] = useState(face)
  useEffect(() => {
    const timer = window.setTimeout(() => setTyped(face), QUIET)
    return () => window.clearTimeout(timer)
  }, [face])
  // What was laid over the record before stays under what is typed now.
  const before = (paper.data as { edited?: Record<string, unknown> } | null)?.edited ?? {}
  const request: PaperRequest = typed === '{}' ? { paper: 'preview', id: paper.id } : {
    paper: 'draft_preview', kind: paper.kind, with: { ...before, ...(JSON.parse(typed) as Words) },
    about: Object.fromEntries(Object.entries({ case: paper.case, round: paper.round, meeting: paper.meeting, item: paper.item }).filter(([, value]) => value !== null)),
  }
  const keep = (): void => doing.run(given('edit_paper', { paper: paper.id, with: changed }), {
    verb: t('paper.keep_words'), draft: key, then: () => { draft.set(NOTHING); draft.drop() }, caught: (failure) => { if (failure.kind !== 'invalid' || !failure.field) return false; setFault(failure); return true },
  })
  const undo = (): void => { draft.set(NOTHING); draft.drop(); setFault(null) }
  const block = inOrder(view.findings).find((finding) => finding.verdict === 'block')
  const title = isEnglish() ? view.kind_en.charAt(0).toUpperCase() + view.kind_en.slice(1) : paper.title
  return (
    <>
      <PageHead
        title={title}
        lines={[
          <span key="1"><Tag tone="amber">{t('papers.draft')}</Tag> {[paper.addressee, view.row.case_number].filter(Boolean).join('　')}{paper.case ? <> <button type="button" className="link" onClick={() => go('case', paper.case!)}>{t('paper.to_case')}</button></> : null}{paper.meeting ? <> <button type="button" className="link" onClick={() => go('meeting', paper.meeting!)}>{t('paper.to_meeting')}</button></> : null}</span>,
          view.number_next ? t('paper.next_number', { number: view.number_next }) : t('paper.without_number'),
        ]}
      >
        <ActButton onPress={() => startAct('drop_draft', { paper: paper.id, then: () => { if (canGoBack()) back(); else go('papers') } })}>{t('papers.drop')}</ActButton>
        {dirty ? (
          <>
            <ActButton onPress={undo}>{t('paper.undo_words')}</ActButton>
            <ActButton main combo="Ctrl+Enter" onPress={keep} working={doing.working || undefined}>{t('paper.keep_words')}</ActButton>
          </>
        ) : (
          <ActButton main combo="Ctrl+Enter" onPress={() => startAct('issue_paper', { paper: paper.id })} locked={block ? { finding: block } : undefined}>{t('papers.act_issue')}</ActButton>
        )}
      </PageHead>
      <Panes
        name="paper" mainName={t('paper.words')}
        right={{ width: 560, name: t('papers.page'), flush: true, body: <PaperPreview request={request} label={title} steady onSet={(out) => { if (out.failure) setFault(out.failure); else setFault((was) => (was?.field ? was : null)) }} head={<span className="second">{dirty ? t('paper.preview_typed') : t('paper.preview_draft')}</span>} /> }}
      >
        <div className="paperwords">
          {fault && !(fault.field in words) ? <ErrorPanel failure={fault} /> : null}
          {view.failure && !fault ? <ErrorPanel failure={view.failure} /> : null}
          <section>
            <SectionHead title={t('paper.check')} about={block ? undefined : t('paper.check_about')} />
            <FindingList findings={view.findings} label actOf={(finding) => (paper.case && WAYS[finding.rule] ? { words: t(`acts.${WAYS[finding.rule]}`), run: () => startAct(WAYS[finding.rule]!, { case: paper.case! }) } : undefined)} />
          </section>
          <section>
            <SectionHead title={t('paper.words')} about={view.fields.length > 0 ? t('acts_paper.edit_lead') : undefined} />
            {view.fields.length === 0 ? <p className="second">{t('acts_paper.no_words')}</p> : (
              <div className="actform">
                {draft.restored && dirty ? <p className="hint">{t('paper.restored')}</p> : null}
                <WordFields fields={view.fields} v={words} put={(some) => { setFault(null); draft.set((now) => ({ ...now, ...some })) }} wrong={(field) => (fault?.field === field ? say(fault) : undefined)} />
              </div>
            )}
          </section>
          <p className="row paper-links"><button type="button" className="link" onClick={() => go('wording', paper.kind)}>{t('paper.to_wording')}</button><button type="button" className="link" onClick={onTrail}>{t('paper.trail')}</button></p>
        </div>
      </Panes>
      {doing.dialog}
    </>
  )
}
