//! A page seen as of a day: the date in the page's head, amber while it is not today, and T to come back.

import { useToday } from '../here'
import { useKeys } from '../keys'
import { t } from '../words'
import { Cap } from './Cap'
import { DateField } from './DateField'

export function AsOf({ value, onChange }: { value: string; onChange(iso: string): void }) {
  const today = useToday()
  const elsewhere = value !== '' && value !== today
  const home = (): void => onChange(today)
  useKeys('asof', [{ combo: 'KeyT', label: t('parts.back_to_today'), run: home, hint: true }])
  return (
    <span className={elsewhere ? 'asof asof-elsewhere' : 'asof'}>
      <DateField beside label={t('parts.as_of')} value={value || today} onChange={(iso) => iso && onChange(iso)} width={160} />
      <button type="button" className={elsewhere ? 'link' : 'hint'} onClick={home}><Cap words="T" /> {t('parts.back_to_today')}</button>
    </span>
  )
}
