//! The application: either no file is open and the first page asks which, or the frame with its pages; before both, chair mode when a
//! packet is being read.

import { Suspense } from 'react'
import { Caught } from './frame/Caught'
import { Frame } from './frame/Frame'
import { chair } from './chair'
import { openTick } from './here'
import { useLook } from './look'
import { pageNamed } from './pages'
import { ErrorPanel } from './parts/ErrorPanel'
import type { StartView } from './shape'
import { useWatched } from './store'
import { useTongue } from './words'

export function App() {
  const tongue = useTongue()
  const tick = useWatched(openTick)
  const reading = useWatched(chair)
  const { view, failure } = useLook<StartView>({ view: 'start' })
  if (reading) {
    const Chair = pageNamed('reading')
    return <Caught key={`reading${tongue}`}><Suspense fallback={null}>{Chair ? <Chair id="" params={{}} /> : null}</Suspense></Caught>
  }
  if (failure) return <div className="page-alone"><ErrorPanel failure={failure} /></div>
  if (!view) return null
  if (view.open) return <Frame key={`${tongue}${tick}`} />
  const Start = pageNamed('start')
  return (
    <Caught key={`${tongue}${tick}`}>
      <Suspense fallback={null}>{Start ? <Start id="" params={{}} /> : null}</Suspense>
    </Caught>
  )
}
