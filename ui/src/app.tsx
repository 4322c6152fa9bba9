//! The application: either no file is open and the first page asks which, or the frame with its pages; before both, chair mode when a
//! packet is being read.

import { lazy, Suspense, useState, type ComponentType } from 'react'
import { Caught } from './frame/Caught'
import { chair } from './chair'
import { openTick } from './here'
import { useLook } from './look'
import { pageNamed, warm } from './pages'
import { ErrorPanel } from './parts/ErrorPanel'
import type { StartView } from './shape'
import { useWatched } from './store'
import { useTongue } from './words'

const readFrame = async (): Promise<{ default: ComponentType }> => {
  const { Frame } = await import('./frame/Frame')
  frame = Frame
  return { default: Frame }
}
let frame: ComponentType | null = null
const LaterFrame = lazy(readFrame)

/** The frame and its first page, while the reader still looks at the first choice. */
export const warmFrame = (): void => void readFrame().then(() => warm('today'), () => undefined)

/** The frame, drawn at once where its code is there. */
function Room() {
  const [Drawn] = useState<ComponentType>(() => frame ?? LaterFrame)
  return <Suspense fallback={null}><Drawn /></Suspense>
}

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
  if (view.open) return <Room key={`${tongue}${tick}`} />
  const Start = pageNamed('start')
  return (
    <Caught key={`${tongue}${tick}`}>
      <Suspense fallback={null}>{Start ? <Start id="" params={{}} /> : null}</Suspense>
    </Caught>
  )
}
