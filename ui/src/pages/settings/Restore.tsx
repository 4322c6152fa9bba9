//! Restoring: the passphrase, then what the copy would bring back and every act it would lose, then the one-way step. The present file is kept
//! aside by the desk.

import { useState } from 'react'
import { file } from '../../api'
import { instantWords } from '../../dates'
import { forgetAll } from '../../here'
import { ActButton, Dialog, ErrorPanel, Message, Task, TextField, useSlow } from '../../parts'
import { hasWords, t } from '../../words'
import { useWork } from './work'

interface Lost { seq: number; at: string; by: string; act: string }
interface Preview { head: { seq: number; hash: string }; lost: Lost[]; lost_total: number; forked: boolean }

export function Restore({ snapshot, demo, onClose }: { snapshot: string; demo: boolean; onClose(): void }) {
  const [passphrase, setPassphrase] = useState('')
  const [preview, setPreview] = useState<Preview | null>(null)
  const { busy, failure, run } = useWork()
  const slow = useSlow(busy !== '', 700)
  const look = (): void => run('look', async () => setPreview(await file<Preview>({ file: 'preview_restore', snapshot, passphrase })))
  const restore = (): void => run('restore', async () => { await file({ file: 'restore', snapshot, passphrase }); onClose(); forgetAll() })
  const locked = passphrase === '' ? { reason: t('settings.type_passphrase') } : undefined
  return (
    <Dialog
      title={t('settings.restore_title')} about={snapshot.split(/[\\/]/).pop()} width={640} onClose={onClose} footNote={preview ? t('settings.restore_kept') : undefined}
      foot={<>
        <ActButton combo="Escape" quiet onPress={onClose}>{t('parts.cancel')}</ActButton>
        {preview ? <ActButton main combo="Ctrl+Enter" onPress={restore} working={busy === 'restore' || undefined}>{t('settings.restore_do')}</ActButton> : <ActButton main combo="Ctrl+Enter" locked={locked} onPress={look} working={busy === 'look' || undefined}>{t('settings.restore_look')}</ActButton>}
      </>}
    >
      <div className="settings-dialog">
        {preview ? null : <TextField first secret label={t('settings.copy_passphrase')} hint={demo ? t('settings.demo_passphrase') : t('settings.copy_passphrase_hint')} value={passphrase} onChange={setPassphrase} onEnter={look} error={failure?.kind === 'wrong_passphrase' ? t('settings.wrong_passphrase') : undefined} />}
        {failure && failure.kind !== 'wrong_passphrase' ? <ErrorPanel failure={failure} /> : null}
        {slow ? <Task title={t(`settings.busy_${busy}`)} /> : null}
        {preview ? (
          <>
            <p>{t('settings.restore_to', { n: preview.head.seq.toLocaleString('en-US') })}</p>
            {preview.forked ? <Message tone="red" title={t('settings.forked')}>{t('settings.forked_why')}</Message> : null}
            {preview.lost_total === 0 ? <Message tone="plain" title={t('settings.nothing_lost')} /> : (
              <>
                <Message tone="amber" title={t('settings.lost', { n: preview.lost_total })}>{t('settings.lost_why')}</Message>
                <div className="settings-lost" tabIndex={0} aria-label={t('settings.lost', { n: preview.lost_total })}>
                  {preview.lost.map((one) => <div key={one.seq}><span className="second whole">{one.seq}</span><span className="whole">{instantWords(one.at)}</span><span className="grow">{hasWords(`acts.${one.act}`) ? t(`acts.${one.act}`) : one.act}</span><span className="second">{one.by}</span></div>)}
                  {preview.lost_total > preview.lost.length ? <p className="hint">{t('settings.lost_more', { n: preview.lost_total - preview.lost.length })}</p> : null}
                </div>
              </>
            )}
          </>
        ) : null}
      </div>
    </Dialog>
  )
}
