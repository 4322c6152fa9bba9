//! 迎检材料 in one press: the year's bundle written into a folder the person picks. Says how far it is, can be stopped, and shows the
//! folder when it is done. What goes into it is the desk's.

import { useState } from 'react'
import { failureOf, file, openFolder, reveal } from '../../api'
import { ActButton, ErrorPanel, LongTask, saidDone } from '../../parts'
import type { Failure } from '../../shape'
import { say, t } from '../../words'

export function useInspection(year: number) {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const press = async (): Promise<void> => {
    if (busy) return
    setFailure(null)
    try {
      const folder = await openFolder({ title: t('law.inspection_folder') })
      if (!folder) return
      setBusy(true)
      const made = await file<{ folder: string; files: number }>({ file: 'inspection', folder, year })
      saidDone(<>{t('law.inspection_done', { n: made.files, folder: made.folder })} <button type="button" className="link" onClick={() => void reveal(made.folder).catch(() => undefined)}>{t('settings.show_folder')}</button></>)
    } catch (thrown) {
      const failed = failureOf(thrown)
      if (failed.kind === 'stopped') saidDone(say(failed))
      else setFailure(failed)
    } finally {
      setBusy(false)
    }
  }
  return {
    button: <ActButton onPress={() => void press()} working={busy || undefined}>{t('law.inspection')}</ActButton>,
    below: <>{failure ? <ErrorPanel failure={failure} acts={[{ words: t('parts.close'), run: () => setFailure(null) }]} /> : null}{busy ? <div className="law-task"><LongTask running title={t('law.inspection_busy', { year })}>{t('settings.busy_note')}</LongTask></div> : null}</>,
  }
}
