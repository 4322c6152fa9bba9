//! Draws the form that was asked for. Mounted once by the frame and read only when the first form is opened.

import { lazy, Suspense } from 'react'
import { useWatched } from '../store'
import { asked } from './start'

const ActDialog = lazy(() => import('./ActDialog'))

export function ActHost() {
  const what = useWatched(asked)
  if (!what) return null
  return <Suspense fallback={null}><ActDialog key={what.n} asked={what} onClose={() => asked.set(null)} /></Suspense>
}
