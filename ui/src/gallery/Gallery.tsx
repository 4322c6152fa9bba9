//! All parts in all states, to look at (`?gallery`, `?gallery=messages` …). For the makers only: the product is built without it.

import './gallery.css'
import { useEffect, useState } from 'react'
import { frameView } from '../here'
import { listGalleries } from './sheets'

frameView.set({ committee: '', secretary: '', demo: true, read_only: false, now: '2026-09-17T09:06:00+08:00', today: '2026-09-17', counts: [], journal: 0, head: '', backup: { lamp: 'fine', zh: '', en: '', snapshot: null, second_copy: null }, language: 'zh', lock_minutes: 10, notices: [], file: '' })

export default function Gallery() {
  const name = new URLSearchParams(location.search).get('gallery') || 'components'
  const [sheets] = useState(listGalleries)
  useEffect(() => { document.title = `部件 ${name}` }, [name])
  const Sheet = sheets[name] ?? sheets['components']!
  return <div className="gallery"><Sheet /></div>
}
