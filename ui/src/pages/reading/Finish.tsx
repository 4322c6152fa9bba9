//! The return: locked with what is missing, made through the system's dialog, and then the number that is read over the telephone.

import { useState } from 'react'
import { failureOf, makeReturn, reading, reveal } from '../../api'
import { packet } from '../../chair'
import type { Contents, ReadingState } from '../../generated/types'
import { ActButton } from '../../parts/ActButton'
import { Dialog } from '../../parts/Dialog'
import { ErrorPanel } from '../../parts/ErrorPanel'
import type { SavedFile } from '../../generated/door'
import type { Failure } from '../../shape'
import { say, t } from '../../words'
import { settled } from './fill'

export interface FinishProps {
  contents: Contents
  /** Goes to what is missing. */
  onMissing(item: string, point: string): void
}

export function Finish({ contents, onMissing }: FinishProps) {
  const [saved, setSaved] = useState<SavedFile | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [working, setWorking] = useState(false)
  const { missing } = contents
  const items = new Set(missing.map((one) => one.item)).size
  const make = (): void => {
    setWorking(true)
    setFailure(null)
    const work = async (): Promise<void> => {
      await settled()
      const made = await makeReturn({ title: t('reading.save_return'), kinds: [{ name: t('reading.return_kind'), endings: ['lsret'] }] })
      packet.set(await reading<ReadingState>({ reading: 'state' }))
      if (made) setSaved(made)
    }
    work().catch((thrown) => setFailure(failureOf(thrown))).finally(() => setWorking(false))
  }
  const locked = missing.length === 0 ? undefined : {
    reason: t('reading.missing'),
    instead: missing.slice(0, 6).map((one) => ({ words: say(one), run: () => onMissing(one.item, one.point) })),
  }
  return (
    <>
      <ActButton main size="large" working={working} locked={locked} onPress={make} name={t('reading.make_return')}>
        {missing.length > 0 ? t('reading.make_return_locked', { n: items }) : t('reading.make_return')}
      </ActButton>
      {failure ? (
        <Dialog title={t('reading.not_made')} onClose={() => setFailure(null)} foot={<ActButton main onPress={() => setFailure(null)}>{t('parts.close')}</ActButton>}>
          <ErrorPanel failure={failure} acts={[{ words: t('frame.again'), run: make }]} />
        </Dialog>
      ) : null}
      {saved ? <Made saved={saved} contents={contents} onClose={() => setSaved(null)} /> : null}
    </>
  )
}

function Made({ saved, contents, onClose }: { saved: SavedFile; contents: Contents; onClose(): void }) {
  return (
    <Dialog
      title={t('reading.made')} width={600} onClose={onClose}
      foot={
        <>
          <ActButton onPress={() => void reveal(saved.path).catch(() => undefined)}>{t('reading.show_folder')}</ActButton>
          <ActButton main onPress={onClose}>{t('reading.fine')}</ActButton>
        </>
      }
    >
      <div className="reading-made">
        <p>{t('reading.made_where', { path: saved.path })}</p>
        <p>{t('reading.made_next')}</p>
        <p>{t('reading.made_read')}</p>
        <p className="reading-spoken" aria-label={t('reading.spoken')}>{contents.spoken}</p>
        <p className="hint">{t('reading.made_again')}</p>
        {contents.late ? <p className="amber">{t('reading.made_late')}</p> : null}
      </div>
    </Dialog>
  )
}
