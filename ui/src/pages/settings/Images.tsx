//! Seal and signature as pictures, for those who print them instead of stamping and signing; most committees leave both empty.

import { startAct } from '../../acts/start'
import type { SettingsView } from '../../generated/types'
import { openOutside } from '../../api'
import { ErrorPanel, Lamp, openPaper, Table } from '../../parts'
import { t } from '../../words'
import { useWork } from './work'

interface Row { which: 'seal' | 'signature'; sha256: string | null; size: string }

export function Images({ view }: { view: SettingsView }) {
  const { settings } = view.committee
  const { failure, run } = useWork()
  const rows: Row[] = [{ which: 'seal', sha256: settings.seal, size: t('settings.mm', { n: settings.seal_mm }) }, { which: 'signature', sha256: settings.signature, size: '' }]
  return (
    <div className="settings-parts">
      {failure ? <ErrorPanel failure={failure} /> : null}
      <Table<Row>
        label={t('settings.part_images')} keyOf={(row) => row.which} rows={rows}
        columns={[
          { key: 'which', head: t('settings.image'), width: 160, cell: (row) => <strong>{t(`acts_committee.image_${row.which}`)}</strong> },
          { key: 'state', head: t('settings.state'), cell: (row) => (row.sha256 ? <><Lamp state="proven" size={13} /> {t('settings.image_set')}{row.size ? <span className="second">　{row.size}</span> : null}</> : <><Lamp state="dormant" size={13} /> {t(`settings.image_none_${row.which}`)}</>) },
          { key: 'see', head: '', width: 90, cell: (row) => (row.sha256 ? <button type="button" className="link" onClick={() => run('open', () => openOutside({ bytes: 'blob', sha256: row.sha256 }))}>{t('settings.see_image')}</button> : null) },
          { key: 'act', head: '', width: 90, align: 'right', cell: (row) => <button type="button" className="link" onClick={() => startAct('set_image', { with: { which: row.which } })}>{row.sha256 ? t('settings.change_image') : t('settings.put_image')}</button> },
        ]}
      />
      {settings.seal || settings.signature ? <p className="settings-line"><button type="button" className="link" onClick={() => openPaper({ paper: 'draft_preview', kind: 'decision_letter' }, t('settings.sample'))}>{t('settings.see_on_letter')}</button></p> : null}
      <p className="settings-note">{t('settings.images_note')}</p>
    </div>
  )
}
