//! Before an item shows itself: is there a conflict of interest? What one needs to answer is here (what it is, whose it is) and nothing
//! else. Declared, it is closed; a slip of the hand is taken back.

import { useEffect, useRef, useState } from 'react'
import type { ItemLine } from '../../generated/types'
import { ActButton } from '../../parts/ActButton'
import { TextArea } from '../../parts/Field'
import { Lamp } from '../../parts/Lamp'
import { say, t } from '../../words'
import { fill } from './fill'

export function Conflict({ line }: { line: ItemLine }) {
  const { item, filled } = line
  const [words, setWords] = useState(filled.conflict.words)
  const [has, setHas] = useState(false)
  const [missing, setMissing] = useState(false)
  const closed = filled.conflict.state === 'declared'
  const tell = (state: 'none' | 'declared' | 'open'): void => {
    if (state === 'declared' && words.trim() === '') return setMissing(true)
    void fill(item.id, () => ({ fill: 'conflict', item: item.id, state, words: state === 'declared' ? words : '' }))
  }
  const sheet = useRef<HTMLDivElement>(null)
  // No digit answers this: a declaration must not be a slip of the hand that answered the last question. Tab reaches the buttons.
  useEffect(() => { sheet.current?.focus() }, [])
  useEffect(() => { if (has) sheet.current?.querySelector('textarea')?.focus() }, [has])
  const facts = [[t('reading.number'), item.number], [t('reading.kind_of'), say({ zh: item.kind_zh, en: item.kind_en })], [t('reading.leader'), item.leader], [t('reading.unit'), item.unit]].filter(([, value]) => value)
  return (
    <main className="reading-gate" data-pane="main">
      <div className="reading-gate-sheet" ref={sheet} tabIndex={-1}>
        <p className="reading-no-line">{t('reading.item_no', { n: line.n })}</p>
        <h2>{item.title}</h2>
        {item.lead_zh ? <p className="reading-plain">{item.lead_zh}</p> : null}
        <dl>{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
        {closed ? (
          <>
            <p className="row reading-closed"><Lamp state="blocked" size={20} /><strong>{t('reading.closed')}</strong></p>
            <p className="reading-plain">{filled.conflict.words}</p>
            <p className="reading-plain">{t('reading.closed_about')}</p>
            <div className="reading-gate-foot"><ActButton size="large" onPress={() => tell('open')}>{t('reading.take_back')}</ActButton></div>
          </>
        ) : (
          <>
            <h3>{t('reading.ask_conflict')}</h3>
            <p className="reading-plain">{t('reading.ask_conflict_about')}</p>
            {has ? (
              <TextArea label={t('reading.which_conflict')} first rows={3} value={words} onChange={(next) => { setWords(next); setMissing(false) }} error={missing ? t('reading.which_conflict_wanted') : undefined} />
            ) : null}
            <div className="reading-gate-foot">
              {has ? (
                <>
                  <ActButton size="large" onPress={() => setHas(false)}>{t('reading.not_so')}</ActButton>
                  <ActButton size="large" main onPress={() => tell('declared')}>{t('reading.declare')}</ActButton>
                </>
              ) : (
                <>
                  <ActButton size="large" main onPress={() => tell('none')}>{t('reading.no_conflict')}</ActButton>
                  <ActButton size="large" onPress={() => setHas(true)}>{t('reading.has_conflict')}</ActButton>
                </>
              )}
            </div>
          </>
        )}
      </div>
    </main>
  )
}
