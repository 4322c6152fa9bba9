//! The side panel: an article (F3) or the help of this page (F1). An article shows our own summary, marked 归纳，非原文, and the
//! official text below it only when the committee has imported it.

import './sidepanel.css'
import { citeName, isMeasures } from '../articles'
import { useKeys } from '../keys'
import { useLook } from '../look'
import { Cap } from '../parts/Cap'
import { ErrorPanel } from '../parts/ErrorPanel'
import { Icon } from '../parts/Icon'
import { Prose } from '../parts/Prose'
import type { ArticleView, Cite, HelpView } from '../shape'
import { useWatched } from '../store'
import { isEnglish, say, sayOf, t } from '../words'
import { go } from '../router'
import { showHelp, side } from '../side'

function Article({ cite, plain }: { cite: Cite; plain: boolean }) {
  const { view, failure } = useLook<ArticleView>({ view: 'article', cite })
  if (failure) return <ErrorPanel failure={failure} />
  if (!view) return null
  return (
    <>
      {view.official ? (
        <section>
          <h4>{t('frame.official')}</h4>
          <blockquote className={isMeasures(cite) ? 'quote quote-measures' : 'quote'}>
            {view.official.split(/\n+/).map((line, i) => <p key={i}>{line}</p>)}
          </blockquote>
        </section>
      ) : null}
      <section>
        <h4>{t('frame.summary')} <span className="second">{t('frame.not_wording')}</span></h4>
        <p className="side-text">{sayOf(view, 'summary')}</p>
      </section>
      {view.official || plain ? null : (
        <p className="hint">{t('frame.no_official')} <button type="button" className="link" onClick={() => { side.set(null); go('law') }}>{t('frame.import_official')}</button></p>
      )}
    </>
  )
}

function Help({ topic, plain }: { topic: string; plain: boolean }) {
  const { view, failure } = useLook<HelpView>({ view: 'help', topic })
  if (failure) return <ErrorPanel failure={failure} />
  if (!view) return null
  if (plain) return <Prose text={say(view)} />
  return (
    <>
      <Prose text={say(view)} />
      <p><button type="button" className="link" onClick={() => { side.set(null); go('help', view.topic) }}>{t('help.all_help')}</button></p>
      <section>
        <h4>{t('frame.help_topics')}</h4>
        {view.topics.map(([name, zh, en]) => (
          <button type="button" key={name} className="menu-item" aria-selected={name === view.topic} onClick={() => showHelp(name)}>{isEnglish() ? en : zh}</button>
        ))}
      </section>
    </>
  )
}

/** `plain` leads nowhere else: chair mode has no other page. */
export function SidePanel({ plain = false }: { plain?: boolean }) {
  const shown = useWatched(side)
  const close = (): void => side.set(null)
  useKeys('side', [{ combo: 'Escape', label: t('parts.close'), run: close, hint: true }], { off: shown === null })
  if (!shown) return null
  const title = shown.kind === 'article' ? citeName(shown.cite) : t('frame.help')
  return (
    <aside className="sidepanel" aria-label={title}>
      <div className="sidepanel-head">
        <h2>{title}</h2>
        <Cap combo="Escape" />
        <button type="button" aria-label={t('parts.close')} onClick={close}><Icon name="close" /></button>
      </div>
      <div className="sidepanel-body">{shown.kind === 'article' ? <Article key={shown.cite} cite={shown.cite} plain={plain} /> : <Help key={shown.topic} topic={shown.topic} plain={plain} />}</div>
    </aside>
  )
}
