//! Starts the window: colours, language, keys, zoom, then the first drawing.

import './styles/tokens.css'
import './styles/fonts.css'
import './styles/base.css'
import './styles/frame.css'
import { StrictMode, lazy, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { App, warmFrame } from './app'
import { listenForPackets } from './chair'
import { listenForKeys } from './keys'
import { lookAhead } from './look'
import { warm } from './pages'
import { startTheme } from './theme'
import { speakAsBefore } from './words'
import { startZoom } from './zoom'

if (/Chrome\//.test(navigator.userAgent)) document.documentElement.dataset.autospace = ''
// What the first drawing waits for is asked for at once, side by side: the first page's code, its answer, and both faces.
const ready = Promise.all([speakAsBefore(), warm('start'), lookAhead({ view: 'start' })])
for (const weight of [400, 600]) void document.fonts.load(`${weight} 14px "Noto Sans SC"`, '伦').catch(() => undefined)
startTheme()
startZoom()
listenForKeys()
listenForPackets()

/** All parts in all states, to look at. Built only into `vite --mode gallery` and the development server. */
const Gallery = import.meta.env.MODE !== 'production' && location.search.startsWith('?gallery') ? lazy(() => import('./gallery/Gallery')) : null

void ready.then(() => {
  createRoot(document.getElementById('root')!).render(
    <StrictMode>{Gallery ? <Suspense fallback={null}><Gallery /></Suspense> : <App />}</StrictMode>,
  )
  warmFrame()
})
