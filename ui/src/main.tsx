//! Starts the window: colours, language, keys, zoom, then the first drawing.

import './styles/tokens.css'
import './styles/fonts.css'
import './styles/base.css'
import './styles/frame.css'
import { StrictMode, lazy, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { listenForKeys } from './keys'
import { startTheme } from './theme'
import { speakAsBefore } from './words'
import { startZoom } from './zoom'

if (/Chrome\//.test(navigator.userAgent)) document.documentElement.dataset.autospace = ''
startTheme()
startZoom()
listenForKeys()

/** All parts in all states, to look at. Built only into `vite --mode gallery` and the development server. */
const Gallery = import.meta.env.MODE !== 'production' && location.search.startsWith('?gallery') ? lazy(() => import('./gallery/Gallery')) : null

void speakAsBefore().then(() => {
  createRoot(document.getElementById('root')!).render(
    <StrictMode>{Gallery ? <Suspense fallback={null}><Gallery /></Suspense> : <App />}</StrictMode>,
  )
})
