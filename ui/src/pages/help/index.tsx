//! 帮助: jobs in plain words first, then the page of each place as the desk has it, keys, words, and how open questions of the text are read.
//! F1 shows the page of the place at its side; this is the whole book.

import '../law/law.css'
import './help.css'
import { useCallback, useEffect, useMemo } from 'react'
import type { HelpView, SettingsView } from '../../generated/types'
import { useLook } from '../../look'
import { placeOf, type PageProps } from '../../pages'
import { ActButton, Caps, Empty, ErrorPanel, FilterBox, PageHead, Panes, Prose, Register, Table, type Column, type RowGroup } from '../../parts'
import { back, go, useKept } from '../../router'
import { isEnglish, say, t } from '../../words'
import { OpenReading } from '../law/Article'
import { GLOSSARY, JOBS, KEYS, type KeyRow } from './book'

interface Row { key: string; words: string }

const kindOf = (key: string): [string, string] => [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)]

export default function Help({ id }: PageProps) {
  const asked = id === '' ? 'job:receive' : id === 'readings' || id === 'keys' || id === 'glossary' ? `more:${id}` : JOBS.some((job) => job.key === id) ? `job:${id}` : `page:${id}`
  const [row, setRow] = useKept('row.help', asked)
  useEffect(() => { setRow(asked) }, [asked, setRow])
  const [text, setText] = useKept('filter', '')
  const [kind, name] = kindOf(row)
  const book = useLook<HelpView>({ view: 'help', topic: kind === 'page' ? name : 'readings' })
  const topics = book.view?.topics
  const groups = useMemo<RowGroup<Row>[]>(() => {
    const low = text.trim().toLowerCase()
    const fits = (...words: string[]): boolean => low === '' || words.some((word) => word.toLowerCase().includes(low))
    return [
      { key: 'jobs', head: <strong>{t('help.group_jobs')}</strong>, rows: JOBS.filter((job) => fits(t(`help.job_${job.key}`), t(`help.job_${job.key}_text`))).map((job) => ({ key: `job:${job.key}`, words: t(`help.job_${job.key}`) })) },
      { key: 'more', head: <strong>{t('help.group_more')}</strong>, rows: ['keys', 'glossary', 'readings'].filter((one) => fits(t(`help.${one}`))).map((one) => ({ key: `more:${one}`, words: t(`help.${one}`) })) },
      { key: 'pages', head: <strong>{t('help.group_pages')}</strong>, rows: (topics ?? []).filter(([topic, zh, en]) => topic !== 'readings' && fits(zh, en)).map(([topic, zh, en]) => ({ key: `page:${topic}`, words: isEnglish() ? en : zh })) },
    ].filter((group) => group.rows.length > 0)
  }, [text, topics])
  const columns = useMemo<Column<Row>[]>(() => [{ key: 'words', head: '', fixed: true, priority: 1, text: (one) => one.words, cell: (one) => one.words }], [])
  const keyOf = useCallback((one: Row) => one.key, [])
  // What is shown follows the list's cursor, also when the filter moved it.
  const pick = useCallback((one: Row | null) => { if (one) setRow(one.key) }, [setRow])
  return (
    <>
      <PageHead title={t('help.title')} lines={[t('help.lead')]}>
        <FilterBox value={text} onChange={setText} width={230} placeholder={t('help.find')} />
        <ActButton combo="Escape" quiet onPress={() => back()}>{t('committee.back')}</ActButton>
      </PageHead>
      {book.failure ? <ErrorPanel failure={book.failure} /> : null}
      <Panes name="help" mainName={t('help.title')} left={{ width: 236, name: t('help.title'), flush: true, grey: true, body: (
        <Register name="help" label={t('help.title')} headless rowHeight={30} columns={columns} groups={groups} keyOf={keyOf} onSelect={pick} empty={<Empty title={t('help.none', { text: text.trim() })} acts={[{ words: t('help.clear'), run: () => setText('') }]}>{t('help.none_why')}</Empty>} />
      ) }}>
        <article className="help-body" key={row}>
          {kind === 'job' ? <Job name={name} /> : null}
          {kind === 'page' && book.view && book.view.topic === name ? <><h2>{say({ zh: book.view.title_zh, en: book.view.title_en })}</h2><Prose text={say(book.view)} /><Readings view={book.view} /></> : null}
          {row === 'more:keys' ? <KeyTables /> : null}
          {row === 'more:glossary' ? <Glossary /> : null}
          {row === 'more:readings' && book.view ? <><h2>{t('help.readings')}</h2><Prose text={say(book.view)} /><Readings view={book.view} /></> : null}
        </article>
      </Panes>
    </>
  )
}

function Job({ name }: { name: string }) {
  const job = JOBS.find((one) => one.key === name) ?? JOBS[0]!
  const place = placeOf(job.place[0])
  return (
    <>
      <h2>{t(`help.job_${job.key}`)}</h2>
      <Prose text={t(`help.job_${job.key}_text`)} />
      {place ? <div><ActButton main combo="Ctrl+Enter" onPress={() => go(...job.place)}>{t('help.go_there', { place: t(`frame.place_${place}`) })}</ActButton></div> : null}
    </>
  )
}

function Readings({ view }: { view: HelpView }) {
  const settings = useLook<SettingsView>(view.readings.length > 0 ? { view: 'settings' } : null)
  if (view.readings.length === 0) return null
  const profile = settings.view?.committee.settings.profile ?? 'strict'
  return <section className="help-readings">{view.topic === 'readings' ? null : <h3>{t('help.readings')}</h3>}{view.readings.map((reading) => <OpenReading key={reading.id} reading={reading} profile={profile} />)}</section>
}

const KeyTable = ({ rows, label }: { rows: readonly KeyRow[]; label: string }) => (
  <section>
    <h3>{label}</h3>
    <dl className="help-keys">{rows.map((row) => <div key={row.words}><dt><Caps words={row.caps} /></dt><dd>{t(`help.${row.words}`)}</dd></div>)}</dl>
  </section>
)

function KeyTables() {
  return <><h2>{t('help.keys')}</h2><KeyTable label={t('help.everywhere')} rows={KEYS.everywhere} /><KeyTable label={t('help.key_page')} rows={KEYS.pages} /></>
}

function Glossary() {
  return (
    <>
      <h2>{t('help.glossary')}</h2>
      <Table label={t('help.glossary')} keyOf={(row) => row.key} rows={GLOSSARY} columns={[
        { key: 'zh', head: t('help.both'), width: 170, cell: (row) => <strong>{row.zh}</strong> }, { key: 'en', head: t('help.english'), width: 190, cell: (row) => row.en }, { key: 'meaning', head: t('help.meaning'), cell: (row) => t(`help.g_${row.key}`) },
      ]} />
    </>
  )
}
