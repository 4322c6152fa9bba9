//! The selected appeal or complaint: what was said, what came of it, what may be done.

import { dotted, startAct } from '../../acts/start'
import { dateWords } from '../../dates'
import type { AppealRow, CaseView, CommitteeView, ComplaintRow } from '../../generated/types'
import { useYear } from '../../here'
import { useLook } from '../../look'
import { ActButton, ActColumn, Facts, Message, SectionHead, type ColumnAct } from '../../parts'
import { go } from '../../router'
import { say, sayOf, shortNumber, t } from '../../words'

export const conclude = (row: ComplaintRow): void => startAct('conclude_complaint', { item: row.id, with: { complaint: row }, words: t('acts.conclude_complaint') })

export function AppealPane({ row, view }: { row: AppealRow; view: CaseView | null }) {
  const year = useYear()
  const { appeal } = row
  const possible = view?.standing.possible ?? []
  const main = possible.find((one) => one.main)
  const acts: ColumnAct[] = possible.filter((one) => one !== main).slice(0, 5).map((one) => ({ key: `${one.act}${one.round ?? ''}`, words: dotted(one.act, say(one)), run: () => startAct(one.act, { case: row.case, round: one.round, words: say(one) }) }))
  return (
    <div className="tracked">
      <div>
        <p className="strong"><button type="button" className="link" onClick={() => go('case', row.case)}>{shortNumber(row.number)}</button> {row.title}</p>
        <p className="second">{sayOf(row, 'state')}</p>
      </div>
      <Facts rows={[
        { name: t('appeals.received'), value: `${dateWords(appeal.received, { year })}${appeal.postmark ? t('appeals.postmark', { date: dateWords(appeal.postmark, { year }) }) : ''}` },
        { name: t('appeals.last_day'), value: appeal.last_day ? dateWords(appeal.last_day, { year }) : t('appeals.no_last_day') },
        { name: t('appeals.form'), value: appeal.written ? t('appeals.written') : t('appeals.oral') },
        { name: t('appeals.admitted'), value: appeal.admitted ? t('fields.yes') : `${t('fields.no')}　${appeal.refusal}` },
        ...(appeal.sufficient === null ? [] : [{ name: t('appeals.sufficient'), value: t(appeal.sufficient ? 'acts_decision.sufficient_yes' : 'acts_decision.sufficient_no') }]),
        ...(appeal.concluded ? [{ name: t('appeals.concluded'), value: dateWords(appeal.concluded, { year }) }] : []),
      ]} />
      <section><SectionHead title={t('acts_decision.grounds')} /><p className="tracked-standing">{appeal.grounds}</p></section>
      {appeal.finding ? <section><SectionHead title={t('acts_decision.finding')} /><p className="tracked-standing">{appeal.finding}</p></section> : null}
      {appeal.paper ? <p><button type="button" className="link" onClick={() => go('papers', undefined, { paper: appeal.paper! })}>{t('appeals.see_paper')}</button></p> : null}
      {view ? <section><SectionHead title={t('case.now')} /><p className="second">{say(view.standing)}</p>{main ? <ActButton wide combo="Enter" quiet onPress={() => startAct(main.act, { case: row.case, round: main.round, words: say(main) })}>{dotted(main.act, say(main))}</ActButton> : null}<ActColumn acts={acts} /></section> : null}
    </div>
  )
}

export function ComplaintPane({ row, onReader }: { row: ComplaintRow; onReader(reader: string): void }) {
  const year = useYear()
  const { view } = useLook<CommitteeView>({ view: 'committee', on: null })
  const of = useLook<CaseView>(row.case ? { view: 'case', id: row.case } : null).view
  const nameOf = (who: string): string => [...(view?.rows ?? []).map((one) => one.member), ...(view?.former ?? [])].find((member) => member.id === who)?.name ?? who
  if (row.sealed) {
    return (
      <div className="tracked">
        <Message tone="plain" title={t('appeals.sealed')}>{t('appeals.sealed_why')}</Message>
        <Facts rows={[
          { name: t('appeals.received'), value: `${dateWords(row.on, { year })}　${row.channel}` }, { name: t('appeals.handler'), value: nameOf(row.handler) },
          ...(row.concluded ? [{ name: t('appeals.concluded'), value: dateWords(row.concluded, { year }) }] : []),
        ]} />
        <ActButton wide quiet onPress={() => onReader(row.handler)}>{t('appeals.open_as', { who: nameOf(row.handler) })}</ActButton>
      </div>
    )
  }
  return (
    <div className="tracked">
      <p className="tracked-standing private">{row.about}</p>
      <Facts rows={[
        { name: t('appeals.received'), value: `${dateWords(row.on, { year })}　${row.channel}` },
        { name: t('appeals.from'), value: row.anonymous ? t('acts_outward.anonymous') : <span className="private">{row.from || '—'}</span> },
        { name: t('appeals.case'), value: row.case ? <button type="button" className="link" onClick={() => go('case', row.case!)}>{of ? `${shortNumber(of.number)} ${of.case.application.title}` : row.case}</button> : '—' },
        { name: t('appeals.concerned'), value: <span className="private">{row.concerned.length > 0 ? row.concerned.map(nameOf).join('、') : '—'}</span> },
        { name: t('appeals.handler'), value: nameOf(row.handler) },
        ...(row.concluded ? [
          { name: t('appeals.concluded'), value: dateWords(row.concluded, { year }) },
          { name: t('appeals.replied'), value: row.replied ? dateWords(row.replied, { year }) : '—' },
          ...(row.referred_to ? [{ name: t('acts_outward.referred_to'), value: row.referred_to }] : []),
        ] : []),
      ]} />
      {row.result ? <section><SectionHead title={t('acts_outward.result')} /><p className="tracked-standing private">{row.result}</p></section> : null}
      {row.concluded ? null : <ActButton wide combo="Enter" quiet onPress={() => conclude(row)}>{`${t('acts.conclude_complaint')}…`}</ActButton>}
    </div>
  )
}
