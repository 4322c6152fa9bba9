//! The status bar: left the keys of this page, the six most used; right the backup lamp, the journal, help and all keys.

import { capOf, useLayers, type Key } from '../keys'
import { Cap, Caps } from '../parts/Cap'
import { Lamp, lampOf } from '../parts/Lamp'
import { Tag } from '../parts/Tag'
import { keptAt } from '../draft'
import { go } from '../router'
import type { FrameView } from '../shape'
import { useWatched } from '../store'
import { say, t } from '../words'
import { privacy } from '../here'

/** The hints of the topmost layers first, down to the first modal one; at most six. */
export function hintsOf(layers: readonly { modal: boolean; keys: readonly Key[] }[]): Key[] {
  const hints: Key[] = []
  for (let i = layers.length - 1; i >= 0; i--) {
    hints.push(...layers[i]!.keys.filter((key) => key.hint))
    if (layers[i]!.modal) break
  }
  return hints.slice(0, 6)
}

export function StatusKeys() {
  const hints = hintsOf(useLayers())
  return (
    <div className="keys">
      {hints.map((key) => (
        <button type="button" key={key.combo + key.label} tabIndex={-1} onClick={() => key.run(new KeyboardEvent('keydown'))}>
          {key.caps ? <Caps words={key.caps} /> : <Caps words={capOf(key.combo).split(' ')} />}<span>{key.label}</span>
        </button>
      ))}
    </div>
  )
}

export function StatusBar({ view, onKeys, onHelp }: { view: FrameView; onKeys(): void; onHelp(): void }) {
  const isPrivate = useWatched(privacy)
  const kept = useWatched(keptAt)
  return (
    <footer className="statusbar">
      <StatusKeys />
      <div className="right">
        {view.demo ? <Tag tone="ink">{t('frame.demo')}</Tag> : null}
        {view.read_only ? <Tag tone="amber">{t('frame.read_only')}</Tag> : null}
        {isPrivate ? <Tag tone="amber">{t('frame.privacy')}</Tag> : null}
        {kept ? <span>{t('frame.kept', { minute: kept })}</span> : null}
        <button type="button" onClick={() => go('settings', undefined, { part: 'backup' })}><Lamp state={lampOf(view.backup.lamp)} size={14} />{say(view.backup)}</button>
        <button type="button" className="journal-line" onClick={() => go('journal')}>
          {t('frame.journal', { n: view.journal.toLocaleString('en-US') })}
        </button>
        <button type="button" onClick={onHelp}><Cap combo="F1" />{t('frame.help')}</button>
        <button type="button" onClick={onKeys}><Cap combo="Shift+Slash" />{t('frame.all_keys')}</button>
      </div>
    </footer>
  )
}
