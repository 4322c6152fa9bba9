//! What this program is: version, where the data lie, the faces papers are set in, and the licences of what it is made of.

import { reveal } from '../../api'
import type { SettingsView } from '../../generated/types'
import { ErrorPanel, Facts, SectionHead, Table } from '../../parts'
import { isEnglish, t } from '../../words'
import { useWork } from './work'

const MADE_OF: { name: string; zh: string; en: string; licence: string }[] = [
  { name: 'Tauri、WRY、rfd', zh: '窗口和系统对话框', en: 'window and system dialogs', licence: 'MIT / Apache-2.0' },
  { name: 'SQLite、SQLCipher', zh: '加密的数据文件', en: 'the encrypted file', licence: 'Public domain、BSD-3-Clause' },
  { name: 'OpenSSL', zh: '加密算法', en: 'cryptography', licence: 'Apache-2.0' },
  { name: 'Argon2、ChaCha20-Poly1305、SHA-2', zh: '口令、密钥和校验', en: 'passphrase, keys and hashes', licence: 'MIT / Apache-2.0' },
  { name: 'printpdf、rustybuzz、subsetter、hayro、lopdf', zh: '文书的排印和预览', en: 'setting and preview of papers', licence: 'MIT / Apache-2.0' },
  { name: 'rust_xlsxwriter、zip', zh: 'Excel和压缩包', en: 'Excel files and archives', licence: 'MIT / Apache-2.0' },
  { name: 'React、Ant Design、Day.js', zh: '界面', en: 'screens', licence: 'MIT' },
  { name: 'Noto Sans SC、Noto Serif SC', zh: '界面和文书字体', en: 'faces of screens and papers', licence: 'OFL-1.1' },
  { name: 'LXGW WenKai', zh: '条文引用的字体', en: 'face of quotations', licence: 'OFL-1.1' },
  { name: 'Fandol', zh: '仿宋字体', en: 'FangSong face', licence: 'GPL-3.0 + font exception' },
  { name: 'Liberation', zh: '西文字体', en: 'Latin faces', licence: 'OFL-1.1' },
]

export function About({ view }: { view: SettingsView }) {
  const { failure, run } = useWork()
  return (
    <div className="settings-parts">
      {failure ? <ErrorPanel failure={failure} /> : null}
      <Facts width={120} rows={[
        { name: t('settings.product'), value: t('settings.product_is') }, { name: t('settings.version'), value: view.version },
        { name: t('settings.data_folder'), value: <>{view.folder} <button type="button" className="link" onClick={() => run('reveal', () => reveal(view.folder))}>{t('settings.show_folder')}</button></> },
        { name: t('settings.network'), value: t('settings.network_none') }, { name: t('settings.own_licence'), value: 'Apache-2.0' },
      ]} />
      <section>
        <SectionHead title={t('settings.made_of')} about={t('settings.made_of_about')} />
        <Table label={t('settings.made_of')} size="tight" keyOf={(one) => one.name} rows={MADE_OF} columns={[
          { key: 'name', head: t('settings.component'), cell: (one) => (isEnglish() ? one.name.replaceAll('、', ', ') : one.name) }, { key: 'for', head: t('settings.used_for'), cell: (one) => (isEnglish() ? one.en : one.zh) }, { key: 'licence', head: t('settings.licence'), cell: (one) => (isEnglish() ? one.licence.replaceAll('、', ', ') : one.licence) },
        ]} />
      </section>
      <section>
        <SectionHead title={t('settings.fonts')} about={t('settings.fonts_n', { n: view.fonts.length })} />
        <p className="settings-line second">{view.fonts.join(isEnglish() ? ', ' : '、')}</p>
      </section>
    </div>
  )
}
