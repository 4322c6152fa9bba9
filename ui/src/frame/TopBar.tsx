//! The top bar: which committee, search everything, what day it is, who is at the desk, lock.

import { useState } from 'react'
import { look } from '../api'
import { longDate } from '../dates'
import { Cap } from '../parts/Cap'
import { Icon } from '../parts/Icon'
import { Pop } from '../parts/Pop'
import { Tag } from '../parts/Tag'
import type { FrameView, StartView } from '../shape'
import { useWatched } from '../store'
import { t } from '../words'
import { lock, privacy, setPrivacy, useMinute } from '../here'

export function Brand() {
  return <span className="brand"><span className="seal" aria-hidden="true">伦</span><span className="name">{t('frame.name')}</span></span>
}

/** Other committees are other files with other keys: choosing one locks this one. */
function CommitteeSwitch({ view }: { view: FrameView }) {
  const [files, setFiles] = useState<StartView['files']>([])
  const read = (): void => void look<StartView>({ view: 'start' }).then((start) => setFiles(start.files), () => setFiles([]))
  const others = files.filter((found) => found.committee !== view.committee)
  return (
    <Pop
      onOpen={read}
      button={(props) => (
        <button type="button" className="committee" title={view.committee} {...props}><span>{view.committee}</span><Icon name="down" size={13} /></button>
      )}
    >
      {(close) => (
        <div className="menu">
          <div className="menu-head">{view.committee}<span className="second">{view.file}</span></div>
          {others.length === 0 ? <p className="hint menu-pad">{t('frame.only_committee')}</p> : null}
          {others.map((found) => (
            <button type="button" key={found.name} className="menu-item" onClick={() => { close(); void lock() }}>
              {found.committee || found.name}{found.demo ? <Tag tone="ink">{t('frame.demo')}</Tag> : null}
            </button>
          ))}
          <button type="button" className="menu-item" onClick={() => { close(); void lock() }}>{t('frame.other_committee')}</button>
        </div>
      )}
    </Pop>
  )
}

export function TopBar({ view, onSearch }: { view: FrameView; onSearch(): void }) {
  const minute = useMinute()
  const isPrivate = useWatched(privacy)
  return (
    <header className="topbar">
      <Brand />
      <CommitteeSwitch view={view} />
      {view.demo ? <span className="demo-tag"><Tag tone="ink">{t('frame.demo')}</Tag></span> : null}
      {view.read_only ? <Tag tone="amber">{t('frame.read_only')}</Tag> : null}
      {isPrivate ? <button type="button" onClick={() => setPrivacy(false)}><Tag tone="amber">{t('frame.privacy')} <Cap combo="F8" /></Tag></button> : null}
      <button type="button" className="search" onClick={onSearch} aria-label={t('frame.search')}>
        <Icon name="search" /><span>{t('frame.search_hint')}</span><Cap combo="Ctrl+KeyK" />
      </button>
      <span className="when">{longDate(view.today)} {minute}</span>
      <span className="who"><Icon name="user" />{t('frame.secretary', { name: view.secretary })}</span>
      <button type="button" className="lock" onClick={() => void lock()}><Icon name="lock" /><span>{t('frame.lock')}</span><Cap combo="Ctrl+KeyL" /></button>
    </header>
  )
}
