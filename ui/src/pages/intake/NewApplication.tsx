//! A new application before it is received: what the applicant wrote, and the files that came with it. It is kept as an unsent form until
//! 收件 takes the case number; the files go in with it.

import './intake.css'
import { useEffect, useState } from 'react'
import { failureOf, perform } from '../../api'
import { instantOf, YesNo } from '../../acts/fields'
import { given } from '../../acts/start'
import type { Application, Flags, Risk, Taken, TakenFile, TeamMember } from '../../generated/types'
import { flushDrafts } from '../../draft'
import { useToday } from '../../here'
import { minuteNow } from '../../minute'
import { ActButton, Check, ChecksField, DateField, Dialog, ErrorPanel, FileDrop, FindingList, Form, Icon, PageHead, Panes, saidDone, SectionHead, TextArea, TextField, TimeField, useDo, useDraft } from '../../parts'
import { back, go, replace } from '../../router'
import type { Failure } from '../../shape'
import { say, t } from '../../words'
import { useRehearsal } from './rehearsal'

type Flag = keyof Flags
const FLAGS: Flag[] = ['human_participants', 'personal_information', 'human_samples', 'animals', 'international', 'regulated', 'several_units', 'lead_unit']

interface Sheet {
  application: Application
  received: string
  time: string
  medium: string
  without_unit: boolean
  files: TakenFile[]
  partners: string
  sources: string
  controls: string
}

const blank = (today: string, minute: string): Sheet => ({
  application: {
    title: '', leader: '', leader_title: '', department: '', phone: '', email: '', funding: '', team: [], partners: [],
    flags: { human_participants: false, personal_information: false, human_samples: false, animals: false, international: false, regulated: false, several_units: false, lead_unit: false },
    passport: { system: '', model: '', version: '', data_sources: [], users: '', controls: [] }, risks: [], ordinary_risk: false, texts: {}, self_listed: [],
  },
  received: today, time: minute, medium: '', without_unit: false, files: [], partners: '', sources: '', controls: '',
})

const parted = (text: string): string[] => text.split(/[、，,；;\n]/).map((one) => one.trim()).filter(Boolean)

export function NewApplication() {
  const today = useToday()
  const draft = useDraft<Sheet>('intake.new', blank(today, minuteNow()))
  const v = draft.value
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [refused, setRefused] = useState<Taken['refused']>([])
  const [giveUp, setGiveUp] = useState(false)
  const doing = useDo()
  useEffect(() => { document.querySelector<HTMLElement>('.newapplication [data-first]')?.focus() }, [])
  const put = (some: Partial<Sheet>): void => draft.set((now) => ({ ...now, ...some }))
  const write = (some: Partial<Application>): void => draft.set((now) => ({ ...now, application: { ...now.application, ...some } }))
  const a = v.application
  const application: Application = {
    ...a, partners: parted(v.partners), team: a.team.filter((one) => one.name.trim()), risks: a.risks.filter((one) => one.what.trim()),
    passport: { ...a.passport, data_sources: parted(v.sources), controls: parted(v.controls) },
  }
  const act = given('receive_application', { application, received: v.received ? instantOf(v.received, v.time) : undefined, medium: v.medium, without_unit: v.without_unit })
  const heard = useRehearsal(act)
  const block = heard.findings.find((finding) => finding.verdict === 'block')
  // A field that is still to be written is no finding yet.
  const told = heard.findings.filter((finding) => tried || (finding.rule !== 'M12.title' && finding.rule !== 'M12.leader'))
  const wrong = (field: string): string | undefined => (tried && heard.failure?.field === field ? say(heard.failure) : undefined)
  const missing = (rule: string): string | undefined => { const found = tried ? heard.findings.find((finding) => finding.rule === rule) : undefined; return found ? say(found) : undefined }

  const receive = (): void => {
    setTried(true)
    doing.run(act, {
      verb: t('intake.receive'), draft: 'intake.new', silent: true,
      caught: (failed) => { if (failed.kind !== 'invalid') return false; setFailure(failed); return true },
      then: (done) => {
        const made = done.made.refs.find((ref) => ref.kind === 'case')
        if (!made) return
        // The files were taken into the archive as they were dropped; now they belong to the case.
        const place = async (): Promise<void> => {
          for (const file of v.files) await perform(given('attach_material', { case: made.id, name: file.name, sha256: file.sha256 }))
        }
        place().then(() => saidDone(say(done.made)), (thrown) => setFailure(failureOf(thrown))).finally(() => replace('intake', made.id))
      },
    })
  }
  const putAside = (): void => void flushDrafts().then(() => { saidDone(t('intake.aside')); if (!back()) go('cases') })
  const drop = (): void => { draft.drop(); draft.set(blank(today, minuteNow())); draft.drop(); setGiveUp(false); if (!back()) go('cases') }

  return (
    <>
      <PageHead title={t('intake.new')} lines={[t('intake.new_1'), draft.restored ? <>{t('intake.restored')} <button type="button" className="link" onClick={() => setGiveUp(true)}>{t('intake.give_up')}</button></> : t('intake.new_2')]}>
        <ActButton combo="Ctrl+KeyS" onPress={putAside}>{t('intake.put_aside')}</ActButton>
        <ActButton main combo="Ctrl+Enter" onPress={receive} locked={tried && block ? { finding: block } : undefined}>{t('intake.receive')}</ActButton>
      </PageHead>
      {failure ? <ErrorPanel failure={failure} acts={[{ words: t('parts.close'), run: () => setFailure(null) }]} /> : null}
      <Panes
        name="intake-new" mainName={t('intake.application')}
        right={{
          width: 320, name: t('intake.files'),
          body: (
            <>
              <SectionHead title={t('intake.files')} about={t('intake.files_n', { n: v.files.length })} />
              <FileDrop<Taken> request={{}} onTaken={(answer) => {
                setRefused(answer.refused)
                draft.set((now) => ({ ...now, files: [...now.files, ...answer.taken.filter((file) => !now.files.some((one) => one.sha256 === file.sha256))] }))
              }}>{t('intake.drop')}</FileDrop>
              <ul className="filelist">
                {v.files.map((file) => (
                  <li key={file.sha256}><Icon name="file" /><span className="grow cut" title={file.name}>{file.name}</span><span className="hint">{sizeWords(file.size)}</span><button type="button" className="link" aria-label={t('intake.leave_out', { name: file.name })} onClick={() => put({ files: v.files.filter((one) => one !== file) })}><Icon name="close" size={12} /></button></li>
                ))}
              </ul>
              {refused.length > 0 ? <><SectionHead title={t('intake.refused')} about={String(refused.length)} /><ul className="filelist">{refused.map((file) => <li key={file.name} className="refusedfile"><span className="grow"><span className="cut">{file.name}</span><span className="second">{say(file)}</span></span></li>)}</ul></> : null}
              {told.length > 0 ? <div className="intake-said"><SectionHead title={t('intake.at_counter')} /><FindingList findings={told} label /></div> : null}
            </>
          ),
        }}
      >
        <div className="newapplication">
          <SectionHead title={t('intake.who')} />
          <Form columns={2}>
            <div className="form-wide"><TextField first needed label={t('intake.name_of')} value={a.title} onChange={(title) => write({ title })} error={wrong('title') ?? missing('M12.title')} /></div>
            <TextField needed label={t('intake.leader')} value={a.leader} onChange={(leader) => write({ leader })} error={wrong('leader') ?? missing('M12.leader')} />
            <TextField label={t('intake.leader_title')} value={a.leader_title} onChange={(leader_title) => write({ leader_title })} />
            <TextField label={t('intake.department')} value={a.department} onChange={(department) => write({ department })} />
            <TextField label={t('intake.funding')} value={a.funding} onChange={(funding) => write({ funding })} />
            <TextField label={t('intake.phone')} value={a.phone} onChange={(phone) => write({ phone })} />
            <TextField label={t('intake.email')} value={a.email} onChange={(email) => write({ email })} />
            <span className="row wrap received">
              <DateField label={t('intake.received')} value={v.received} onChange={(received) => put({ received })} error={wrong('received') ?? missing('M12.received')} />
              <TimeField label={t('intake.time')} value={v.time} onChange={(time) => put({ time })} />
            </span>
            <TextField label={t('intake.medium')} value={v.medium} list={[t('acts_decision.by_mail'), t('acts_decision.on_site'), t('acts_decision.by_letter')]} onChange={(medium) => put({ medium })} />
            <div className="form-wide"><Check checked={v.without_unit} onChange={(without_unit) => put({ without_unit })}>{t('intake.without_unit')}</Check></div>
          </Form>

          <SectionHead title={t('intake.circumstances')} about={t('intake.circumstances_about')} />
          <ChecksField
            label={t('intake.flags')} row value={FLAGS.filter((flag) => a.flags[flag])} options={FLAGS.filter((flag) => flag !== 'lead_unit' || a.flags.several_units).map((key) => ({ key, words: t(`intake.flag_${key}`) }))}
            onChange={(on) => write({ flags: Object.fromEntries(FLAGS.map((flag) => [flag, on.includes(flag)])) as unknown as Flags })}
          />
          {a.flags.several_units || v.partners ? <TextField label={t('intake.partners')} hint={t('acts_intake.a_partners_hint')} value={v.partners} onChange={(partners) => put({ partners })} /> : null}
          <div className="selfjudged">
            <span className="row"><span>{t('intake.ordinary')}</span><YesNo label={t('intake.ordinary')} value={a.ordinary_risk} onChange={(ordinary_risk) => write({ ordinary_risk })} /></span>
            <ChecksField label={t('intake.self_listed')} row value={a.self_listed.map(String)} options={['1', '2', '3'].map((key) => ({ key, words: t('acts_intake.item', { n: key }) }))} onChange={(items) => write({ self_listed: items.map(Number).sort() })} />
          </div>

          <SectionHead title={t('intake.team')} about={t('intake.team_about')} />
          <Team team={a.team} onChange={(team) => write({ team })} />

          <SectionHead title={t('intake.passport')} about={t('intake.passport_about')} />
          <Form columns={2}>
            <TextField label={t('intake.system')} value={a.passport.system} onChange={(system) => write({ passport: { ...a.passport, system } })} />
            <span className="row"><TextField label={t('intake.model')} value={a.passport.model} onChange={(model) => write({ passport: { ...a.passport, model } })} /><TextField label={t('intake.version')} width={96} value={a.passport.version} onChange={(version) => write({ passport: { ...a.passport, version } })} /></span>
            <TextField label={t('intake.sources')} hint={t('acts_intake.a_partners_hint')} value={v.sources} onChange={(sources) => put({ sources })} />
            <TextField label={t('intake.users')} value={a.passport.users} onChange={(users) => write({ passport: { ...a.passport, users } })} />
            <div className="form-wide"><TextArea rows={2} label={t('intake.controls')} value={v.controls} onChange={(controls) => put({ controls })} /></div>
          </Form>

          <SectionHead title={t('intake.risks')} about={t('intake.risks_about')} />
          <Risks risks={a.risks} onChange={(risks) => write({ risks })} />
        </div>
      </Panes>
      {doing.dialog}
      {giveUp ? (
        <Dialog title={t('intake.give_up_title')} focus="none" onClose={() => setGiveUp(false)} foot={<><ActButton combo="Escape" quiet onPress={() => setGiveUp(false)}>{t('parts.look_again')}</ActButton><ActButton main combo="Ctrl+Enter" onPress={drop}>{t('intake.give_up')}</ActButton></>}>
          <p>{t('intake.give_up_about')}</p>
        </Dialog>
      ) : null}
    </>
  )
}

export function sizeWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))}KB`
  return `${(bytes / 1024 / 1024).toFixed(1)}MB`
}

function Team({ team, onChange }: { team: TeamMember[]; onChange(team: TeamMember[]): void }) {
  const put = (at: number, some: Partial<TeamMember>): void => onChange(team.map((one, i) => (i === at ? { ...one, ...some } : one)))
  return (
    <div className="rowsfield" role="group" aria-label={t('intake.team')}>
      {team.map((one, i) => (
        <div className="rowsfield-row team-row" key={i}>
          <input className="input" placeholder={t('intake.name')} aria-label={t('intake.name')} value={one.name} onChange={(event) => put(i, { name: event.target.value })} />
          <input className="input" placeholder={t('intake.unit')} aria-label={t('intake.unit')} value={one.unit} onChange={(event) => put(i, { unit: event.target.value })} />
          <input className="input" placeholder={t('intake.part')} aria-label={t('intake.part')} value={one.part} onChange={(event) => put(i, { part: event.target.value })} />
          <Check checked={one.trained} onChange={(trained) => put(i, { trained })}>{t('intake.trained')}</Check>
          <button type="button" className="link" aria-label={t('fields.remove', { n: i + 1 })} onClick={() => onChange(team.filter((_, at) => at !== i))}><Icon name="close" size={13} /></button>
        </div>
      ))}
      <button type="button" className="link" onClick={() => onChange([...team, { name: '', unit: '', part: '', trained: false }])}>{t('intake.add_person')}</button>
    </div>
  )
}

function Risks({ risks, onChange }: { risks: Risk[]; onChange(risks: Risk[]): void }) {
  const put = (at: number, some: Partial<Risk>): void => onChange(risks.map((one, i) => (i === at ? { ...one, ...some } : one)))
  const level = (value: number, label: string, take: (n: number) => void) => (
    <span className="select"><select className="input" aria-label={label} value={value} onChange={(event) => take(Number(event.target.value))}>{[1, 2, 3].map((n) => <option key={n} value={n}>{`${label} ${t(`intake.level_${n}`)}`}</option>)}</select><Icon name="down" size={13} /></span>
  )
  return (
    <div className="rowsfield" role="group" aria-label={t('intake.risks')}>
      {risks.map((one, i) => (
        <div className="rowsfield-row risk-row" key={i}>
          <input className="input" placeholder={t('intake.risk')} aria-label={t('intake.risk')} value={one.what} onChange={(event) => put(i, { what: event.target.value })} />
          {level(one.likelihood, t('intake.likelihood'), (likelihood) => put(i, { likelihood }))}
          {level(one.degree, t('intake.degree'), (degree) => put(i, { degree }))}
          <input className="input" placeholder={t('intake.measure')} aria-label={t('intake.measure')} value={one.measure} onChange={(event) => put(i, { measure: event.target.value })} />
          <button type="button" className="link" aria-label={t('fields.remove', { n: i + 1 })} onClick={() => onChange(risks.filter((_, at) => at !== i))}><Icon name="close" size={13} /></button>
        </div>
      ))}
      <button type="button" className="link" onClick={() => onChange([...risks, { what: '', likelihood: 1, degree: 1, measure: '' }])}>{t('intake.add_risk')}</button>
    </div>
  )
}

