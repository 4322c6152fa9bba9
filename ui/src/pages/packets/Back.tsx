//! Returns: opened, shown item by item with what would become of each, and only then recorded; and the opinions on file. A key that
//! is not enrolled yet is enrolled here, after its number was read out by telephone.

import { useEffect, useRef, useState } from 'react'
import { failureOf, file, onFilesDropped, openFiles, openOutside } from '../../api'
import { given, startAct, type Tag as ActTag } from '../../acts/start'
import { instantWords } from '../../dates'
import type { OpinionRow, PacketItemView, PacketsView, Staged, StagedItem } from '../../generated/types'
import { useYear } from '../../here'
import { ActButton, Empty, ErrorPanel, FindingList, Message, saidDone, SectionHead, Table, Tag, useDo } from '../../parts'
import type { Failure } from '../../shape'
import { isEnglish, say, t } from '../../words'
import { Typed } from './Typed'

const act = (tag: ActTag, fields: object) => given(tag, fields as Record<string, unknown>)
const both = (zh: string, en: string): string => (isEnglish() ? en : zh)

export function Back({ view }: { view: PacketsView }) {
  const [staged, setStaged] = useState<{ path: string; it: Staged } | null>(null)
  const [trouble, setTrouble] = useState<Failure | null>(null)
  const [typing, setTyping] = useState(false)
  const [over, setOver] = useState(false)
  const doing = useDo()
  const year = useYear()
  const read = (path: string): void => {
    setTrouble(null)
    file<Staged>({ file: 'read_return', path, meeting: view.meeting }).then((it) => setStaged({ path, it }), (thrown) => setTrouble(failureOf(thrown)))
  }
  const live = useRef(read)
  live.current = read
  useEffect(() => {
    let stop: (() => void) | null = null
    let gone = false
    const clear = (): boolean => document.querySelector('[role="dialog"]') === null
    void onFilesDropped((paths) => { if (paths[0] && clear()) live.current(paths[0]) }, (inside) => setOver(inside && clear())).then((end) => { if (gone) end(); else stop = end })
    return () => { gone = true; stop?.() }
  }, [])
  const choose = (): void => {
    openFiles({ title: t('packets.choose_return'), kinds: [{ name: t('packets.return_kind'), endings: ['lsret', 'pdf'] }] }).then((paths) => { if (paths?.[0]) read(paths[0]) }, (thrown) => setTrouble(failureOf(thrown)))
  }
  const take = (): void => {
    if (!staged) return
    const { act: tag, ...fields } = staged.it.act
    doing.run(act(tag, fields), { verb: t(`acts.${tag}`), then: () => setStaged(null) })
  }
  const enrol = (): void => { if (staged) doing.run(act('enrol_reader', { ...staged.it.enrol, on: undefined }), { verb: t('acts.enrol_reader'), then: () => read(staged.path) }) }
  const blocked = staged?.it.findings.find((finding) => finding.verdict === 'block')
  return (
    <>
      <div className={`filedrop${over ? ' filedrop-over' : ''}`}>
        <span className="grow">{t('packets.drop_return')}</span>
        <ActButton combo="KeyE" onPress={() => setTyping(true)}>{t('packets.type_in')}</ActButton>
        <ActButton main combo="KeyI" onPress={choose}>{t('packets.import')}</ActButton>
      </div>
      {trouble ? <ErrorPanel failure={trouble} acts={[{ words: t('parts.close'), run: () => setTrouble(null) }]} /> : null}
      {staged ? (
        <section className="packets-staged">
          <SectionHead title={t(staged.it.signed ? 'packets.staged' : 'packets.staged_form', { name: staged.it.name })} about={staged.it.signed ? t('packets.staged_about', { seq: staged.it.seq, made: instantWords(staged.it.made, { year }) }) : t('packets.staged_form_about', { made: instantWords(staged.it.made, { year }) })} />
          {staged.it.enrolled ? null : (
            <Message tone="plain" title={t('packets.enrol_title', { name: staged.it.name })} acts={[{ words: t('packets.enrol'), run: enrol }]}>
              {t('packets.enrol_about')}<span className="packets-said">{staged.it.fingerprint}</span>
            </Message>
          )}
          <FindingList findings={staged.it.findings} />
          <Table<StagedItem>
            label={t('packets.staged', { name: staged.it.name })} rows={staged.it.items} keyOf={(one) => one.item} toneOf={(one) => (one.weight === 'counted' ? undefined : 'grey')}
            columns={[
              { key: 'item', head: t('packets.c_item'), cell: (one) => <>{one.number} <span className="second">{one.title}</span></> },
              { key: 'opinion', head: t('packets.c_opinion'), width: 130, cell: (one) => both(one.opinion_zh, one.opinion_en) || t('packets.no_opinion') },
              { key: 'remarks', head: t('packets.c_remarks'), width: 90, cell: (one) => t('packets.n_remarks', { n: one.said.remarks.length }) },
              { key: 'file', head: t('packets.c_on_file'), width: 210, cell: (one) => <OnFile of={one} made={staged.it.made} year={year} /> },
              { key: 'weight', head: t('packets.c_weight'), width: 240, cell: (one) => <><Tag tone={one.weight === 'counted' ? 'green' : 'amber'}>{both(one.weight_zh, one.weight_en)}</Tag> <span className="second">{both(one.edition_zh, one.edition_en)}</span></> },
            ]}
          />
          <div className="row packets-foot">
            <span className="hint grow">{t('packets.staged_foot')}</span>
            <ActButton onPress={() => setStaged(null)}>{t('packets.put_aside')}</ActButton>
            <ActButton main combo="Ctrl+Enter" onPress={take} working={doing.working || undefined} locked={blocked ? { finding: blocked } : undefined}>{t('packets.take_in')}</ActButton>
          </div>
        </section>
      ) : null}
      {view.items.every((item) => item.opinions.length === 0) && !staged ? <Empty title={t('packets.none_back')}>{t('packets.none_back_why')}</Empty> : view.items.filter((item) => item.opinions.length > 0).map((item) => <Item key={item.item} item={item} year={year} simplified={view.case !== null} />)}
      {typing ? <Typed view={view} onClose={() => setTyping(false)} /> : null}
      {doing.dialog}
    </>
  )
}

function Item({ item, year, simplified }: { item: PacketItemView; year: number; simplified: boolean }) {
  return (
    <section>
      <SectionHead title={simplified ? item.title : t('packets.item_head', { n: item.order, title: item.title })} about={item.number} />
      <Table<OpinionRow>
        rows={item.opinions} keyOf={(one) => one.opinion.id} toneOf={(one) => (one.weight === 'counted' ? undefined : 'grey')} size="tight"
        columns={[
          { key: 'who', head: t('packets.c_who'), width: 110, cell: (one) => <>{one.name}{one.adviser ? <span className="second"> {t('packets.adviser')}</span> : null}</> },
          { key: 'opinion', head: t('packets.c_opinion'), width: 130, cell: (one) => both(one.opinion_zh, one.opinion_en) || t('packets.no_opinion') },
          { key: 'words', head: t('packets.c_words'), cell: (one) => <>{one.opinion.said.conflict ? one.opinion.said.conflict_words : one.opinion.said.words}{one.opinion.said.remarks.length > 0 ? <span className="second"> {t('packets.n_remarks', { n: one.opinion.said.remarks.length })}</span> : null}</> },
          { key: 'made', head: t('packets.c_made'), width: 140, cell: (one) => instantWords(one.opinion.made, { year }) },
          { key: 'source', head: t('packets.c_source'), width: 90, cell: (one) => <Source of={one} /> },
          { key: 'weight', head: t('packets.c_weight'), width: 220, cell: (one) => <><Tag tone={one.weight === 'counted' ? 'green' : 'amber'}>{both(one.weight_zh, one.weight_en)}</Tag> <span className="second">{both(one.edition_zh, one.edition_en)}</span></> },
          ...(item.opinions.some((one) => one.then) ? [{ key: 'then', head: '', width: 150, align: 'right' as const, cell: (one: OpinionRow) => (one.then ? <ActButton onPress={() => startAct('record_opinion', { case: item.case, member: one.opinion.member, with: one.then as unknown as Record<string, unknown> })}>{t('packets.record_opinion')}</ActButton> : null) }] : []),
        ]}
      />
      {item.opinions.some((one) => one.then) ? <p className="hint">{t('packets.record_about')}</p> : null}
    </section>
  )
}

/** What this member has on file for the item: nothing, something older or newer, and what was typed in from paper meanwhile. */
function OnFile({ of, made, year }: { of: StagedItem; made: string; year: number }) {
  const last = of.on_file.reduce<string>((newest, one) => (Date.parse(one.made) > Date.parse(newest) ? one.made : newest), of.on_file[0]?.made ?? '')
  if (last === '') return <Tag tone="green">{t('packets.new')}</Tag>
  const paper = of.on_file.filter((one) => one.source.source === 'paper').length
  return (
    <>
      {t(Date.parse(made) > Date.parse(last) ? 'packets.later' : 'packets.earlier', { when: instantWords(last, { year }) })}
      {paper > 0 ? <span className="second"> {t('packets.typed_meanwhile')}</span> : null}
    </>
  )
}

/** Paper or a return; a scan that is kept with it is looked at from here. */
function Source({ of }: { of: OpinionRow }) {
  const { source } = of.opinion
  if (source.source !== 'paper') return <>{t(`packets.from_${source.source}`)}</>
  return <>{t('packets.from_paper')}{source.scan ? <> <button type="button" className="link" onClick={() => void openOutside({ bytes: 'blob', sha256: source.scan }).catch((thrown) => saidDone(say(failureOf(thrown))))}>{t('packets.see_scan')}</button></> : null}</>
}
