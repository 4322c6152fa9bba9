//! A worksheet on paper, typed in: who, which item, conflict first, the preliminary opinion, words. It is recorded as from paper.

import { useState } from 'react'
import { given } from '../../acts/start'
import type { PacketsView } from '../../generated/types'
import { ActButton, Check, DateField, Dialog, Form, SelectField, TextArea, useDo } from '../../parts'
import { isEnglish, t } from '../../words'

export function Typed({ view, onClose }: { view: PacketsView; onClose(): void }) {
  const [member, setMember] = useState('')
  const [item, setItem] = useState(view.items[0]?.item ?? '')
  const [conflict, setConflict] = useState(false)
  const [opinion, setOpinion] = useState('')
  const [words, setWords] = useState('')
  const [on, setOn] = useState('')
  const doing = useDo()
  const options = view.items.find((one) => one.item === item)?.options ?? []
  const enter = (): void => doing.run(
    given('enter_opinion', { item, member, on: on || undefined, said: { conflict, conflict_words: conflict ? words : '', opinion: conflict || opinion === '' ? null : opinion, words: conflict ? '' : words, points: {}, dimensions: {}, remarks: [] } }),
    { verb: t('acts.enter_opinion'), then: onClose },
  )
  const locked = member === '' || item === '' ? { reason: t('packets.typed_lacks') } : undefined
  return (
    <Dialog title={t('packets.type_in')} width={600} onClose={onClose} foot={<ActButton main combo="Ctrl+Enter" onPress={enter} locked={locked} working={doing.working || undefined}>{t('acts.enter_opinion')}</ActButton>}>
      <Form>
        <SelectField<string> label={t('packets.c_who')} value={member} onChange={setMember} empty={t('packets.choose')} options={view.rows.map((row) => ({ key: row.member, words: row.name }))} />
        <SelectField<string> label={t('packets.c_item')} value={item} onChange={setItem} options={view.items.map((one) => ({ key: one.item, words: `${one.order} ${one.title}` }))} />
        <Check checked={conflict} onChange={setConflict}>{t('packets.conflict')}</Check>
        {conflict ? null : <SelectField<string> label={t('packets.c_opinion')} value={opinion} onChange={setOpinion} empty={t('packets.no_opinion')} options={options.map(([key, zh, en]) => ({ key, words: isEnglish() ? en : zh }))} />}
        <TextArea label={conflict ? t('packets.conflict_words') : t('packets.c_words')} rows={4} value={words} onChange={setWords} />
        <DateField label={t('packets.dated')} value={on} onChange={setOn} />
      </Form>
      {doing.dialog}
    </Dialog>
  )
}
