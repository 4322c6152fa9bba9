//! Placeholder of the place until its page is written: says what it is and leads to search.

import { Empty } from '../../parts/Empty'
import { t } from '../../words'

export default function Page() {
  return <Empty title={t('frame.place_committee')} />
}
