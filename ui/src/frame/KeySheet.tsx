//! All keys of this page (Shift ?), made from the same registry that answers them: a key that is listed works.

import { capOf, layersNow, type Layer } from '../keys'
import { Caps } from '../parts/Cap'
import { Dialog } from '../parts/Dialog'
import { SectionHead } from '../parts/SectionHead'
import { hasWords, t } from '../words'
import { useState } from 'react'

function Table({ layer }: { layer: Layer }) {
  const seen = new Set<string>()
  const keys = layer.keys.filter((key) => {
    if (key.hidden || seen.has(key.label)) return false
    seen.add(key.label)
    return true
  })
  return (
    <div className="keysheet-part">
      <SectionHead title={hasWords(`frame.keys_${layer.name}`) ? t(`frame.keys_${layer.name}`) : t('frame.keys_page')} />
      {keys.map((key) => (
        <div className="keysheet-row" key={key.combo + key.label}>
          <span className="keysheet-caps"><Caps words={key.caps ?? [capOf(key.combo)]} /></span><span>{key.label}</span>
        </div>
      ))}
    </div>
  )
}

export function KeySheet({ onClose }: { onClose(): void }) {
  // As they stood before this dialog added its own.
  const [layers] = useState(() => layersNow().filter((layer) => layer.keys.length > 0))
  return (
    <Dialog title={t('frame.all_keys')} width={880} onClose={onClose} cross focus="none">
      <div className="keysheet">{[...layers].reverse().map((layer, i) => <Table key={i} layer={layer} />)}</div>
    </Dialog>
  )
}
