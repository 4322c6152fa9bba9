//! What a committee may choose for itself. Each choice is an act of its own: it stands in the journal and can be taken back.

import type { Settings, SettingsView } from '../../generated/types'
import { ArticleLinks, RadioField, useDo } from '../../parts'
import { go } from '../../router'
import { t } from '../../words'

type Choice = 'profile' | 'approve_after_changes' | 'signed_ballots' | 'names_on_letters' | 'minutes_attribute'
const CHOICES: { key: Choice; values: [unknown, unknown]; cites: string[] }[] = [
  { key: 'profile', values: ['strict', 'lenient'], cites: [] },
  { key: 'approve_after_changes', values: [false, true], cites: ['M16', 'E16'] },
  { key: 'signed_ballots', values: [true, false], cites: ['E16'] },
  { key: 'minutes_attribute', values: [false, true], cites: ['E6'] },
  { key: 'names_on_letters', values: [false, true], cites: ['E17'] },
]

export function Practice({ view }: { view: SettingsView }) {
  const doing = useDo()
  const now = view.committee.settings
  const set = (key: keyof Settings, value: unknown): void => {
    const was = now[key]
    if (was === value) return
    doing.run({ act: 'change_settings', with: { [key]: value } }, { verb: t('acts.change_settings'), undo: () => doing.run({ act: 'change_settings', with: { [key]: was } }, { verb: t('acts.change_settings') }) })
  }
  return (
    <div className="settings-parts">
      {CHOICES.map(({ key, values, cites }) => (
        <section className="settings-choice" key={key}>
          <RadioField<string>
            label={<span className="strong settings-choice-name">{t(`settings.${key}`)}</span>} about={cites.length > 0 ? <ArticleLinks cites={cites} /> : undefined}
            value={String(values.indexOf(now[key]))} onChange={(at) => set(key, values[Number(at)])}
            options={values.map((_, i) => ({ key: String(i), words: t(`settings.${key}_${i}`), about: i === 0 ? t('settings.as_shipped') : undefined }))}
          />
          <p className="hint">{t(`settings.${key}_about`)}{key === 'profile' ? <> <button type="button" className="link" onClick={() => go('help', 'readings')}>{t('settings.see_readings')}</button></> : null}</p>
        </section>
      ))}
      {doing.dialog}
    </div>
  )
}
