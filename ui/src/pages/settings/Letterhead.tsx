//! Who speaks in the letters: the committee's particulars, and a real letter set with them to look at.

import { startAct } from '../../acts/start'
import { dateWords } from '../../dates'
import type { SettingsView } from '../../generated/types'
import { ActButton, Facts, openPaper, SectionHead } from '../../parts'
import { t } from '../../words'

export function Letterhead({ view }: { view: SettingsView }) {
  const c = view.committee
  const none = <span className="hint">{t('committee.not_noted')}</span>
  return (
    <div className="settings-parts">
      <div className="row wrap">
        <ActButton main combo="Ctrl+Enter" onPress={() => startAct('change_committee')}>{t('committee.add_office')}</ActButton>
        <ActButton combo="Ctrl+KeyP" icon="printer" onPress={() => openPaper({ paper: 'draft_preview', kind: 'acceptance_notice' }, t('settings.sample'))}>{t('settings.see_sample')}</ActButton>
      </div>
      <section>
        <SectionHead title={t('settings.on_letters')} />
        <Facts width={120} rows={[
          { name: t('acts_committee.committee_name'), value: c.name }, { name: t('acts_committee.letter_prefix'), value: t('settings.prefix_like', { prefix: c.letter_prefix }) }, { name: t('acts_committee.case_prefix'), value: t('settings.case_like', { prefix: c.case_prefix }) },
          { name: t('acts_committee.secretary'), value: c.secretary }, { name: t('acts_committee.phone'), value: c.phone || none }, { name: t('acts_committee.address'), value: c.address || none }, { name: t('acts_committee.office'), value: c.office || none }, { name: t('acts_committee.email'), value: c.email || none },
        ]} />
      </section>
      <section>
        <SectionHead title={t('settings.in_reports')} />
        <Facts width={120} rows={[
          { name: t('acts_committee.unit_name'), value: c.unit.name }, { name: t('acts_committee.credit_code'), value: c.unit.credit_code || none }, { name: t('acts_committee.authority'), value: c.unit.authority || none }, { name: t('acts_committee.founded'), value: `${dateWords(c.founded)}　${c.founding_document}` }, { name: t('acts_committee.budget'), value: c.budget || none },
        ]} />
      </section>
    </div>
  )
}
