//! Before a file is open: the door to the demo committee until the first-start page is written.

import { useState } from 'react'
import { failureOf, file } from '../../api'
import { forgetAll } from '../../here'
import { Empty } from '../../parts/Empty'
import { ErrorPanel } from '../../parts/ErrorPanel'
import type { Failure } from '../../shape'
import { t } from '../../words'

export default function Start() {
  const [failure, setFailure] = useState<Failure | null>(null)
  const demo = (): void => void file({ file: 'demo' }).then(forgetAll, (thrown) => setFailure(failureOf(thrown)))
  return (
    <div className="page-alone">
      {failure ? <ErrorPanel failure={failure} /> : null}
      <Empty title={t('frame.name')} acts={[{ words: t('frame.demo'), run: demo }]} />
    </div>
  )
}
