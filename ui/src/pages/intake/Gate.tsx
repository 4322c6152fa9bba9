//! The right of the counter: while anything is missing, the notice as it would read and whether it may go out; when nothing is, the way to
//! acceptance with what is proposed. Gates and sentences are the desk's; the page adds only that files without a place come first.

import { startAct } from '../../acts/start'
import { dateWords } from '../../dates'
import type { Finding, IntakeView } from '../../generated/types'
import { ActButton, ArticleLinks, DueDate, FindingRow, inOrder, LampLine, SectionHead, type Locked } from '../../parts'
import { go } from '../../router'
import { isEnglish, say, t } from '../../words'

/** Which act mends what a rule found, by the article it belongs to. */
const MENDS: [RegExp, string][] = [[/^(M2|E2)\./, 'determine_scope'], [/^M21\./, 'judge_list'], [/^M26\./, 'judge_list'], [/^E8\./, 'scan_conflicts'], [/^M13\.waiting$/, 'receive_supplement'], [/^M12\.leader/, 'correct_application']]
const mendOf = (finding: Finding): string | undefined => MENDS.find(([rule]) => rule.test(finding.rule))?.[1]

const blockOf = (findings: readonly Finding[]): Finding | undefined => findings.find((finding) => finding.verdict === 'block')

export function Gate({ view, early, onRest }: { view: IntakeView; early: boolean; onRest(): void }) {
  const id = view.case.id
  const round = view.case.rounds.at(-1)!
  const waiting = round.supplements.at(-1)
  if (!early) {
    return (
      <>
        <SectionHead title={t('intake.over')} />
        <p>{say(view)}</p>
        <div className="gate-acts"><ActButton main combo="Ctrl+Enter" onPress={() => go('case', id)}>{t('acts.form_to_case')}</ActButton></div>
      </>
    )
  }
  const asked = waiting && !waiting.received
  const loose: Locked | undefined = view.loose.length > 0 ? { reason: t('intake.place_first', { n: view.loose.length }) } : undefined
  const acceptBlock = blockOf(view.acceptance)
  const accept = (main: boolean): React.ReactNode => <ActButton main={main} {...(main ? { combo: 'Ctrl+Enter' } : {})} onPress={() => startAct('accept', { case: id })} locked={acceptBlock ? { finding: acceptBlock } : undefined}>{t('intake.accept')}</ActButton>

  if (asked) {
    return (
      <>
        <SectionHead title={t('intake.asked')} />
        <p className="gate-p">{t('acts_intake.asked_on', { date: dateWords(waiting.on), due: dateWords(waiting.due) })}</p>
        <ul className="gate-list">{Object.entries(waiting.gaps).map(([element, gap]) => <li key={element}><strong>{element}</strong> {gap}</li>)}</ul>
        <div className="gate-acts">
          <ActButton main combo="Ctrl+Enter" onPress={() => startAct('receive_supplement', { case: id })}>{t('intake.receive_supplement')}</ActButton>
          {accept(false)}
          <ActButton onPress={() => startAct('refuse', { case: id })}>{t('intake.refuse')}</ActButton>
        </div>
        <Similar view={view} />
      </>
    )
  }
  if (view.missing > 0) {
    const block = blockOf(view.supplement)
    return (
      <>
        <SectionHead title={t('intake.notice')} about={t('intake.notice_about')} />
        <div className="noticepaper">
          <h4>{t('intake.notice_title')}</h4>
          <p className="noticepaper-no">{t('intake.notice_no')}</p>
          {view.notice.map((paragraph, i) => <p key={i} className={i === 0 ? 'noticepaper-to' : /^\d+\./.test(paragraph) ? 'noticepaper-item' : 'noticepaper-p'}>{paragraph}</p>)}
        </div>
        <div className="gate-checks">
          {inOrder(view.supplement).map((finding, i) => <FindingRow key={i} finding={finding as Finding} label={false} />)}
          {loose ? <LampLine state="blocked">{loose.reason}</LampLine> : <LampLine state="proven">{t('intake.all_placed')}</LampLine>}
          {view.notice_due ? <LampLine state="note">{t('intake.if_served')}<DueDate due={view.notice_due} show="rolled" />{isEnglish() ? '.' : '。'}</LampLine> : null}
        </div>
        <div className="gate-acts">
          <ActButton main combo="Ctrl+Enter" onPress={() => startAct('issue_supplement', { case: id })} locked={loose ?? (block ? { finding: block } : undefined)}>{t('intake.send_notice')}</ActButton>
          {accept(false)}
        </div>
        <p className="second gate-p">{t('intake.notice_foot')} <ArticleLinks cites={['M13']} /></p>
        {view.unchecked > 0 ? <p className="second gate-p">{t('intake.unchecked_left', { n: view.unchecked })} <button type="button" className="link" onClick={onRest}>{t('intake.rest_present')}</button></p> : null}
        <Similar view={view} />
      </>
    )
  }
  const reasons = isEnglish() ? view.proposal.reasons_en : view.proposal.reasons_zh
  return (
    <>
      <SectionHead title={view.unchecked > 0 ? t('intake.checking') : t('intake.to_accept')} about={view.unchecked > 0 ? t('intake.unchecked_left', { n: view.unchecked }) : undefined} />
      {inOrder(view.acceptance).map((finding, i) => {
        const act = mendOf(finding as Finding)
        return <FindingRow key={`${finding.rule}${i}`} finding={finding as Finding} label={false} act={act ? { words: t(`intake.mend_${act}`), run: () => startAct(act, { case: id }) } : undefined} />
      })}
      {loose ? <LampLine state="risk">{loose.reason}</LampLine> : null}
      <dl className="intake-facts">
        <dt>{t('acts_intake.scope')}</dt>
        <dd>{view.case.scope ? (view.case.scope.in_scope ? `${t('acts_intake.scope_in')}：${view.case.scope.heads.map((head) => t(`nouns.head_${head}`)).join('、')}` : t('acts_intake.scope_out')) : t('intake.not_judged')} <button type="button" className="link" onClick={() => startAct('determine_scope', { case: id })}>{view.case.scope ? t('intake.again') : t('intake.mend_determine_scope')}</button></dd>
        <dt>{t('acts_intake.list')}</dt>
        <dd>{view.case.listed ? (view.case.listed.items.length > 0 ? t('acts_intake.listed_as', { items: view.case.listed.items.join('、') }) : t('acts_intake.not_listed')) : t('intake.not_judged')} <button type="button" className="link" onClick={() => startAct('judge_list', { case: id })}>{view.case.listed ? t('intake.again') : t('intake.mend_judge_list')}</button></dd>
        <dt>{t('intake.conflicts')}</dt>
        <dd>{round.conflicts_scanned ? t('intake.scanned', { date: dateWords(round.conflicts_scanned), n: view.conflicts.length }) : t('intake.not_scanned')} <button type="button" className="link" onClick={() => startAct('scan_conflicts', { case: id })}>{round.conflicts_scanned ? t('intake.again') : t('intake.mend_scan_conflicts')}</button></dd>
        <dt>{t('intake.proposed')}</dt>
        <dd><strong>{t(`nouns.procedure_${view.proposal.procedure}`)}</strong>{reasons.map((reason) => <span className="second gate-reason" key={reason}>{reason}</span>)}</dd>
      </dl>
      {view.conflicts.length > 0 ? <div className="gate-checks">{view.conflicts.map((match, i) => <LampLine key={i} state={match.certain ? 'risk' : 'note'}>{say({ zh: match.how_zh, en: match.how_en })}</LampLine>)}</div> : null}
      <div className="gate-acts">
        {view.unchecked > 0 ? <ActButton main combo="Ctrl+Enter" onPress={onRest}>{t('intake.rest_present')}</ActButton> : accept(true)}
        <ActButton onPress={() => startAct('refuse', { case: id })}>{t('intake.refuse')}</ActButton>
      </div>
      {view.unchecked > 0 ? null : <p className="second gate-p">{t('intake.accept_foot')} <ArticleLinks cites={['M13', 'M16']} /></p>}
      <Similar view={view} />
    </>
  )
}

function Similar({ view }: { view: IntakeView }) {
  if (view.similar.length === 0) return null
  return (
    <div className="gate-similar">
      <SectionHead title={t('intake.similar')} />
      {view.similar.map((one) => <p key={one.id} className="gate-p"><button type="button" className="link" onClick={() => go('case', one.id)}>{one.number}</button> {one.title}　{one.leader}<span className="second"> {say({ zh: one.how_zh, en: one.how_en })}</span></p>)}
    </div>
  )
}

