//! 文书文字: the words of every kind of paper, made the committee's own. Text at the left of the page it makes; a placeholder the paper does
//! not know is refused in a sentence. Issued papers never change; the shipped words can always be brought back.

import './wording.css'
import { useEffect, useMemo, useRef, useState } from 'react'
import { given } from '../../acts/start'
import type { WordingView } from '../../generated/types'
import { useKeys } from '../../keys'
import { useLook } from '../../look'
import { ActButton, ErrorPanel, Lamp, Message, PageHead, Panes, PaperPreview, SelectField, Tag, useDo, useDraft } from '../../parts'
import type { PageProps } from '../../pages'
import { replace } from '../../router'
import type { Failure } from '../../shape'
import { useWatched } from '../../store'
import { isEnglish, say, t } from '../../words'
import { width as pageWidth } from '../../zoom'

const QUIET = 500

const name = (en: string, zh: string): string => (isEnglish() ? en.charAt(0).toUpperCase() + en.slice(1) : zh)

export default function Wording({ id }: PageProps) {
  const { view, failure, again } = useLook<WordingView>({ view: 'wording', kind: id })
  if (!view) return failure ? <div className="page-alone"><ErrorPanel failure={failure} acts={[{ words: t('frame.again'), run: again }]} /></div> : null
  return <Kind key={view.kind} view={view} failure={failure} />
}

/** The line a fault names, to be marked in the margin. */
const lineOf = (failure: Failure | null): number => Number(/第(\d+)行/.exec(failure?.zh ?? '')?.[1] ?? 0)

function Kind({ view, failure }: { view: WordingView; failure: Failure | null }) {
  const now = view.own ?? view.shipped
  const key = `wording.${view.kind}`
  const draft = useDraft<{ text: string | null }>(key, NOTHING)
  const text = draft.value.text ?? now
  const dirty = text !== now
  const doing = useDo()
  const one = useWatched(pageWidth) === 'one'
  const [fault, setFault] = useState<Failure | null>(null)
  const [beside, setBeside] = useState(false)
  const [asked, setAsked] = useState(text)
  const area = useRef<HTMLTextAreaElement>(null)
  const mirror = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const timer = window.setTimeout(() => setAsked(text), QUIET)
    return () => window.clearTimeout(timer)
  }, [text])
  const request = useMemo(() => ({ paper: 'draft_preview' as const, kind: view.kind, wording: asked }), [view.kind, asked])
  // Wording at fault is refused; nothing on file to show it with is not a fault of the wording.
  const wrong = fault?.code === 'LS-F04' ? fault : null
  const at = lineOf(wrong)
  const lines = text.split('\n')
  const shipped = useMemo(() => new Set(view.shipped.split('\n').map((line) => line.trim())), [view.shipped])

  const put = (next: string): void => draft.set({ text: next })
  const insert = (word: string): void => {
    const field = area.current
    if (!field) return
    const { selectionStart: from, selectionEnd: to } = field
    put(`${text.slice(0, from)}{${word}}${text.slice(to)}`)
    window.setTimeout(() => { field.focus(); field.setSelectionRange(from + word.length + 2, from + word.length + 2) }, 0)
  }
  const give = (): void => { draft.set(NOTHING); draft.drop(); setFault(null) }
  const kind = name(view.en, view.zh)
  const keepIt = (): void => doing.run(given('adapt_wording', { kind: view.kind, text }), {
    verb: t('wording.use'), draft: key, then: give,
    gate: { title: t('wording.use_gate', { kind }), about: t('wording.use_about') }, caught: (failed) => { if (failed.code !== 'LS-F04') return false; setFault(failed); return true },
  })
  const restore = (): void => doing.run({ act: 'adapt_wording', kind: view.kind, text: '' }, { verb: t('wording.restore'), draft: key, then: give, gate: { title: t('wording.restore_gate', { kind }), about: t('wording.restore_about') } })
  const move = (by: number): void => {
    const i = view.kinds.findIndex(([one]) => one === view.kind)
    const next = view.kinds[i + by]
    if (next) replace('wording', next[0])
  }
  useKeys('wording', [
    { combo: 'Alt+ArrowDown', label: t('wording.other_kind'), caps: ['Alt ↑', 'Alt ↓'], hint: true, run: () => move(1) },
    { combo: 'Alt+ArrowUp', label: t('wording.other_kind'), run: () => move(-1) },
    { combo: 'KeyE', label: t('wording.to_text'), hint: true, run: () => area.current?.focus() },
    { combo: 'KeyO', label: t('wording.beside'), hint: true, run: () => setBeside((was) => !was) },
  ])
  return (
    <>
      <PageHead title={t('wording.title')} lines={[<span key="1"><strong>{kind}</strong> {view.own === null ? <Tag>{t('wording.is_shipped')}</Tag> : <Tag tone="ink">{t('wording.is_own')}</Tag>}</span>, t('wording.rule')]}>
        {one ? <SelectField label={t('wording.kinds')} value={view.kind} onChange={(to) => replace('wording', to)} options={view.kinds.map(([key, zh, en]) => ({ key, words: name(en, zh) }))} /> : null}
        {dirty ? <ActButton onPress={give}>{t('wording.give_up')}</ActButton> : null}
        <ActButton onPress={restore} locked={view.own === null ? { reason: t('wording.nothing_to_restore') } : undefined}>{`${t('wording.restore')}…`}</ActButton>
        <ActButton main combo="Ctrl+Enter" onPress={keepIt} working={doing.working || undefined} locked={wrong ? { reason: say(wrong) } : dirty ? undefined : { reason: t('wording.not_changed') }}>{`${t('wording.use')}…`}</ActButton>
      </PageHead>
      {failure ? <ErrorPanel failure={failure} /> : null}
      <Panes
        name="wording" mainName={t('wording.text')} flush
        left={one ? undefined : {
          width: 216, name: t('wording.kinds'), flush: true,
          body: (
            <nav className="wording-kinds" aria-label={t('wording.kinds')}>
              {view.kinds.map(([one, zh, en]) => <button type="button" key={one} aria-current={one === view.kind} ref={one === view.kind ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined} onClick={() => replace('wording', one)}>{name(en, zh)}</button>)}
            </nav>
          ),
        }}
        right={{
          width: 440, name: t('wording.preview'), flush: true,
          body: <PaperPreview request={request} label={kind} steady keys={false} onSet={(out) => setFault(out.failure)} head={<span className="row"><strong className="whole">{t('wording.preview')}</strong><span className="second cut">{t('wording.preview_about')}</span></span>} />,
        }}
      >
        <div className="wording">
          {draft.restored && dirty ? <p className="hint wording-note">{t('wording.restored')}</p> : null}
          {wrong ? <div className="wording-note"><Message tone="amber" title={t('wording.refused')} acts={at ? [{ words: t('wording.to_line', { n: at }), run: () => toLine(area.current, mirror.current, text, at) }] : []} code={wrong.code}>{say(wrong)}</Message></div>
            : fault ? <div className="wording-note"><Message tone="plain" title={say(fault)} code={fault.code}>{t('wording.no_example')}</Message></div> : null}
          <div className="wording-two">
            <div className="wording-editor">
              <div className="wording-mirror" ref={mirror} aria-hidden="true">
                {lines.map((line, i) => <div key={i} data-n={i + 1} className={at === i + 1 ? 'wording-bad' : line.trim() && !shipped.has(line.trim()) ? 'wording-changed' : undefined}>{line || '\u200b'}</div>)}
              </div>
              <textarea
                ref={area} className="wording-text" value={text} spellCheck={false} aria-label={t('wording.text')} aria-invalid={wrong !== null}
                onChange={(event) => put(event.target.value)} onScroll={(event) => { if (mirror.current) mirror.current.scrollTop = event.currentTarget.scrollTop }}
              />
            </div>
            {beside ? <pre className="wording-shipped" tabIndex={0} aria-label={t('wording.shipped')}>{view.shipped}</pre> : null}
          </div>
          <div className="wording-foot">
            <div className="row wrap wording-legend">
              <strong>{t('wording.placeholders')}</strong><span className="second">{t('wording.placeholders_about')}</span>
              <button type="button" className="link" aria-pressed={beside} onClick={() => setBeside(!beside)}>{beside ? t('wording.hide_shipped') : t('wording.beside')}</button>
            </div>
            <div className="wording-words">{view.placeholders.map((word) => <button type="button" key={word} onClick={() => insert(word)}>{word}</button>)}</div>
            <p className="second">{wrong ? null : <Lamp state="proven" size={12} />} {t('wording.how')}</p>
          </div>
        </div>
      </Panes>
      {doing.dialog}
    </>
  )
}

const NOTHING: { text: string | null } = { text: null }

/** Puts the cursor on a line and brings it into sight. */
function toLine(field: HTMLTextAreaElement | null, mirror: HTMLElement | null, text: string, n: number): void {
  if (!field) return
  const lines = text.split('\n')
  const from = lines.slice(0, n - 1).reduce((sum, line) => sum + line.length + 1, 0)
  field.focus()
  field.setSelectionRange(from, from + (lines[n - 1]?.length ?? 0))
  const line = mirror?.children[n - 1]
  if (line instanceof HTMLElement) field.scrollTop = Math.max(0, line.offsetTop - 60)
}
