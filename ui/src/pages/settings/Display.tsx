//! This window: language, colours, size of the type, and when it locks by itself. Language and lock belong to the committee's file and are
//! recorded; colours and size belong to this computer.

import type { SettingsView } from '../../generated/types'
import { Cap, RadioField, SelectField, useDo } from '../../parts'
import { setShade, shade, type Shade } from '../../theme'
import { useWatched } from '../../store'
import { setZoom, zoom } from '../../zoom'
import { privacy, setPrivacy } from '../../here'
import { speak, t, tongueNow, type Tongue } from '../../words'
import { Check } from '../../parts'

const SIZES = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2]
const MINUTES = [0, 5, 10, 15, 30, 60]

export function Display({ view }: { view: SettingsView }) {
  const doing = useDo()
  const chosen = useWatched(shade)
  const size = useWatched(zoom)
  const hidden = useWatched(privacy)
  const { lock_minutes } = view.committee.settings
  const minutes = MINUTES.includes(lock_minutes) ? MINUTES : [...MINUTES, lock_minutes].sort((a, b) => a - b)
  const change = (what: Record<string, unknown>, then?: () => void): void => doing.run({ act: 'change_settings', with: what }, { verb: t('acts.change_settings'), ...(then ? { then } : {}) })
  const language = (next: Tongue): void => {
    if (next === tongueNow()) return
    // The window speaks it at once; the file notes it for the next computer.
    change({ language: next }, () => void speak(next))
  }
  return (
    <div className="settings-parts settings-narrow">
      <RadioField<Tongue> row label={t('settings.language')} hint={t('settings.language_hint')} value={tongueNow()} onChange={language} options={[{ key: 'zh-CN', words: '中文' }, { key: 'en', words: 'English' }]} />
      <RadioField<Shade> row label={t('settings.shade')} value={chosen} onChange={setShade} options={(['light', 'dark', 'system'] as const).map((key) => ({ key, words: t(`settings.shade_${key}`) }))} />
      <SelectField label={<>{t('settings.size_of_type')} <Cap combo="Ctrl+Equal" /> <Cap combo="Ctrl+Minus" /> <Cap combo="Ctrl+Digit0" /></>} width={160} value={String(size)} onChange={(key) => void setZoom(Number(key))} options={SIZES.map((one) => ({ key: String(one), words: `${Math.round(one * 100)}%` }))} />
      <SelectField label={t('settings.lock')} hint={t('settings.lock_hint')} width={160} value={String(lock_minutes)} onChange={(key) => change({ lock_minutes: Number(key) })} options={minutes.map((one) => ({ key: String(one), words: one === 0 ? t('settings.never') : t('settings.minutes', { n: one }) }))} />
      <Check checked={hidden} onChange={setPrivacy}>{t('settings.privacy')} <Cap combo="F8" /></Check>
      <p className="hint">{t('settings.privacy_hint')}</p>
      {doing.dialog}
    </div>
  )
}
