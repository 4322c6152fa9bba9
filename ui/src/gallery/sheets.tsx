//! The sheets of the gallery: the pictures 16, 17, 13, 06, 02 and 08 from parts alone, with the committee of the pictures.

import { useState, type ComponentType } from 'react'
import { ActButton, ActColumn, ArticleLinks, Barred, Cap, Check, Chip, Choose, DateField, DayMark, DueDate, Empty, FilterBox, Form, Icon, Lamp, LampLine, LampStrip, LeftChip, LockedActs, Message, MonthCalendar, NumberField, NumberLink, PageHead, PaperNumber, Panes, RadioField, Register, SectionHead, Segmented, SelectField, StageStrip, StepCell, Table, Tabs, Tag, TallyBoxes, Task, TextArea, TextField, Timeline, TimeField, TwoLine, UndoLine, VoteGrid, WhySheet, type Column } from '../parts'
import { ReasonBody } from '../parts/ActButton'
import { Equation } from '../parts/DueDate'
import { FindingList } from '../parts/Finding'
import { GateDialog } from '../parts/GateDialog'
import { ReasonDialog } from '../parts/ReasonDialog'
import { caseRows, due, findings, lefts, type CaseRow, votes, voteOptions, why } from './facts'

const nothing = (): void => undefined

function Components() {
  const lamps = [['proven', '已证明', '有记录、有凭证、算式成立'], ['risk', '有风险', '7天内到期，或须写理由才能过'], ['blocked', '过不去', '逾期，或条文不许'], ['waiting', '等待他人', '对方的时限，不算本委员会逾期'], ['dormant', '未发生', '还没到，或本年没有'], ['note', '须知', '只告知，不拦']] as const
  return (
    <div className="gallery-three">
      <div>
        <section><SectionHead title="灯" about="形状、颜色、文字三者同在" />{lamps.map(([state, word, words]) => <div className="gallery-lamp" key={state}><strong><Lamp state={state} />{word}</strong><span>{words}</span></div>)}</section>
        <section><SectionHead title="时限片" />{lefts.map(([left, words]) => <div className="gallery-line" key={left.chip_zh}><span><LeftChip left={left} /></span><span>{words}</span></div>)}<div className="gallery-line"><span><Chip look="green" words="按期，第21日" /></span><span>已了结，留作证据</span></div></section>
        <section><SectionHead title="日历标记" /><div className="gallery-line"><span>9月20日 周日<DayMark kind="make_up" /></span><span>周末调休上班，照算工作日</span></div><div className="gallery-line"><span>10月2日 周五<DayMark kind="holiday" /></span><span>放假，或普通周末</span></div></section>
      </div>
      <div>
        <section><SectionHead title="核对结果" about="四种，都带条文和下一步" /><FindingList findings={findings} label facts actOf={(f) => (f.verdict === 'block' ? { words: '登记意见', run: nothing } : f.verdict === 'ask' ? { words: '写理由…', run: nothing } : undefined)} /></section>
        <section>
          <SectionHead title="办理按钮" />
          <div className="row wrap"><ActButton main combo="Ctrl+Enter" onPress={nothing} quiet>受理</ActButton><ActButton onPress={nothing}>登记送达…</ActButton><ActButton onPress={nothing} locked={{ finding: findings[0]!, instead: [{ words: '报请专家复核…', run: nothing }, { words: '登记复核意见…', run: nothing }] }}>批准</ActButton><ActButton working onPress={nothing}>受理</ActButton></div>
          <div className="gallery-float"><ReasonBody words="批准" close={nothing} locked={{ finding: { ...findings[0]!, way_zh: '' }, instead: [{ words: '报请专家复核…', run: nothing }, { words: '登记复核意见…', run: nothing }] }} /></div>
        </section>
        <section>
          <SectionHead title={<>日期与小算式 <Cap combo="F2" /></>} about="或点虚线日期" />
          <div>决定期限 <DueDate due={due} case="c6" clock="decision" /> <DueDate due={null} why="未登记送达，申诉期不起算" act={{ words: '登记送达…', run: nothing }} /></div>
          <div className="gallery-float"><Equation due={due} full={nothing} /></div>
        </section>
      </div>
      <div>
        <section><SectionHead title="现在可办" /><ActColumn main={{ key: 'm', words: '比对V2.0与V2.1', run: nothing }} acts={[{ key: '1', words: '发差异包给委员…', run: nothing }, { key: '2', words: '登记委员初步意见…', run: nothing }, { key: '3', words: '延长审查期限…', run: nothing }]} /></section>
        <section><SectionHead title="现在不能办" about="原因与条文" /><LockedActs acts={[{ key: 'a', words: '批准', run: nothing, locked: { finding: findings[0]! } }, { key: 'b', words: '再发一次补正告知', run: nothing, locked: { reason: '8月26日已一次性告知' } }]} /></section>
        <section><SectionHead title="标签与数字" /><div className="row wrap"><Tag>一般程序</Tag><Tag tone="ink">复核清单第三项</Tag><Tag tone="amber">只读</Tag><Tag tone="green">已冻结</Tag><span>决定 <NumberLink n={84} onOpen={nothing} />件</span></div></section>
        <section><SectionHead title="经过"><Cap words="H" /> 全部留痕</SectionHead><Timeline points={[{ when: '9月1日', words: <><strong>受理</strong>，一般程序</>, detail: '清单判定第三项', state: 'past' }, { when: '今天', words: '比对新旧方案', state: 'now' }, { when: '9月18日', words: '会议，初步审查意见', state: 'future' }, { when: '—', words: '单位报请省级复核，对方30日', state: 'future' }]} /></section>
        <section><SectionHead title="备份" /><LampLine state="proven">今早08:31快照，已打开校验</LampLine><LampLine state="risk">何静姝任期12月31日届满，余105天</LampLine></section>
      </div>
    </div>
  )
}

function Messages() {
  return (
    <div className="gallery-three">
      <div>
        <section><SectionHead title="撤销" /><div className="message"><div><UndoLine words="已把2026-0057列入第8次会议。" undo={nothing} /><p className="second">草稿和日常登记可以撤销；受理、关闭表决、签发、送达之后只能更正，写理由，旧值留着。</p></div></div></section>
        <section><SectionHead title="灯条" /><LampStrip verdict="2026年9月17日组成合规。" cites={['M10', 'E7']} parts={[{ state: 'proven', words: '9人，不少于7人' }, { state: 'proven', words: '主任1，副主任2' }, { state: 'proven', words: '男5　女4' }]}>决定、纪要引用当日的组成。</LampStrip><LampStrip verdict="不能审议、不能表决。" state="blocked" cites={['M10', 'M14']} parts={[{ state: 'proven', words: '技术3' }, { state: 'blocked', words: '法律0' }]}>到会7人（方慎行回避，罗晓岚请假），不少于5人</LampStrip></section>
        <section><SectionHead title="演示与只读" /><div className="message"><div><p><Tag tone="ink">演示</Tag> 标题栏、状态栏、每份打印件都有此标。</p><p><Tag>只读</Tag> 数据文件来自新版本：可看、可印、可导出，不能改。</p></div></div></section>
      </div>
      <div>
        <section><SectionHead title="空状态" about="说是什么、为什么空、下一步" /><Empty title="没有逾期，也没有今天到期的事。" acts={[{ words: '看7天内的4件', run: nothing }, { words: '新收申请', combo: 'Ctrl+KeyN', run: nothing }]}>最近的一件：9月23日，2026-0049审查决定。</Empty><Empty title="还没有举报。" acts={[{ words: '登记举报…', run: nothing }]}>渠道已公开（学校主页，5月20日）。收到后在这里登记，被举报人看不到。<ArticleLinks cites={['M31']} /></Empty></section>
        <section><SectionHead title="长时工作" about="超过1秒才出现，可停，停了不留半截" /><Task title="正在写U盘副本，并回读比对" done={0.62} amount="412／664MB，约40秒" onStop={nothing}>可以继续办事，退出前会等它写完</Task></section>
      </div>
      <div>
        <section><SectionHead title="错误" about="发生了什么、碰到哪一件、现在怎么办" />
          <Message tone="red" title="没有存上：U盘已满。" code="LS-B07" acts={[{ words: '重试', run: nothing }, { words: '换一只', run: nothing }]}>昨天的副本还在，没有被覆盖。腾出700MB，或换一只U盘，再点重试。</Message>
          <Message tone="amber" title="回执文件不是这次会议的。" acts={[{ words: '看原件', run: nothing }, { words: '换一个文件…', run: nothing }]}>它属于第6次会议，赵启明，9月2日。没有导入，原件已留存。</Message>
          <Message tone="plain" title="何静姝的意见有两份　2026-0047" acts={[{ words: '以纸面为准…', run: nothing }, { words: '以回执为准…', run: nothing }]}>纸面录入：同意（9月16日）　回执文件：有疑义（9月17日）</Message>
        </section>
      </div>
    </div>
  )
}

function Fields() {
  const [date, setDate] = useState('2026-09-20')
  const [text, setText] = useState('')
  const [who, setWho] = useState<string[]>([])
  const [pick, setPick] = useState<'a' | 'b'>('a')
  const [n, setN] = useState<number | null>(12)
  return (
    <div className="gallery-three">
      <div>
        <section><SectionHead title="字段" /><Form columns={2}>
          <TextField label="活动名称" needed value={text} onChange={setText} />
          <DateField label="收件日期" about="第十三条" value={date} onChange={setDate} />
          <DateField label="写错的日期" value="" onChange={nothing} error="没有“2026-02-30”这一天。" />
          <NumberField label="合同额" value={n} onChange={setN} unit="万元" />
          <TimeField label="开会时刻" value="14:00" onChange={nothing} />
          <SelectField label="程序" value={pick} onChange={setPick} options={[{ key: 'a', words: '一般程序' }, { key: 'b', words: '简易程序' }]} />
          <div className="form-wide"><Choose label="指定委员" many value={who} onChange={setWho} options={[{ key: '1', words: '林若溪', about: '伦理', also: 'lrx linruoxi' }, { key: '2', words: '艾力·买买提', about: '技术，校外', also: 'alm' }]} placeholder="姓名或拼音首字母" /></div>
          <div className="form-wide"><TextArea label="理由" value={text} onChange={setText} hint="至少10个字。" /></div>
          <RadioField label="送达方式" value="a" onChange={nothing} options={[{ key: 'a', words: '面交' }, { key: 'b', words: '邮寄' }]} row />
        </Form></section>
      </div>
      <div>
        <section><SectionHead title="选择" /><div className="row wrap"><Check checked onChange={nothing}>统计表7张</Check><Check checked={false} onChange={nothing}>送达回证</Check><Check checked={false} some onChange={nothing}>部分</Check></div><FilterBox value="zn" onChange={nothing} about="拼音首字母：智能" /><Segmented label="年" value="2026" onChange={nothing} items={[{ key: '2025', words: '2025年 已提交' }, { key: '2026', words: '2026年' }]} /><StageStrip stages={[{ key: 'a', words: '议程', state: 'done' }, { key: 'n', words: '通知 9月11日', state: 'done' }, { key: 'r', words: '答复 8/9', state: 'now' }, { key: 'p', words: '预检', state: 'later' }, { key: 'o', words: '开会', state: 'later' }]} /></section>
        <section><SectionHead title="月历" /><MonthCalendar year={2026} month={9} today="2026-09-17" /></section>
      </div>
      <div>
        <section><SectionHead title="小表" /><Table keyOf={(r) => r.a} rows={[{ a: '初步审查意见', b: '9月1日受理', c: '剩14天' }, { a: '会议通知', b: '9月18日开会', c: '按期发出' }]} columns={[{ key: 'a', head: '事项', cell: (r) => r.a }, { key: 'b', head: '起算', cell: (r) => r.b }, { key: 'c', head: '余', cell: (r) => r.c }]} /></section>
        <section><SectionHead title="文书步骤" /><p><PaperNumber number="62号" title="决定书（修改后再审）" /></p><p><PaperNumber number="60号" title="决定书" voided={{ reason: '成文日期误' }} /></p><div className="row"><StepCell state="done" date="2026-09-18" by="许文静" /><StepCell state="now" act={{ words: '登记签字…', run: nothing }} /><StepCell state="later" /><StepCell state="none" words="不盖章" /></div></section>
      </div>
    </div>
  )
}

function RegisterSheet() {
  const many = Number(new URLSearchParams(location.search).get('rows') ?? 40)
  const [rows] = useState(() => caseRows(many))
  const [view, setView] = useState<'open' | 'risk' | 'mine' | 'wait'>('open')
  const [text, setText] = useState('')
  const [row, setRow] = useState<CaseRow | null>(null)
  const [columns] = useState<Column<CaseRow>[]>(() => [
    { key: 'number', head: '案号', width: 98, cell: (r) => r.number, text: (r) => r.number, fixed: true, sort: 'number', priority: 1 },
    { key: 'title', head: '活动名称', cell: (r) => r.title, text: (r) => r.title, fixed: true, priority: 2 },
    { key: 'who', head: '负责人、单位', width: 146, cell: (r) => <>{r.leader} <span className="second">{r.unit}</span></>, text: (r) => `${r.leader} ${r.unit}`, priority: 5 },
    { key: 'procedure', head: '程序', width: 36, cell: (r) => r.procedure, text: (r) => r.procedure, priority: 6 },
    { key: 'stage', head: '阶段', width: 106, cell: (r) => r.stage, text: (r) => r.stage, priority: 7 },
    { key: 'due', head: '到期', width: 112, cell: (r) => <DueDate due={r.due} case={r.number} clock="decision" />, text: (r) => r.due.nominal, sort: 'due', priority: 4 },
    { key: 'left', head: '余', width: 118, cell: (r) => <LeftChip left={r.left} />, text: (r) => r.left.chip_zh, sort: 'left', priority: 3 },
    { key: 'next', head: '下一步', width: 76, cell: (r) => <span className="ink">{r.next}</span>, text: (r) => r.next, priority: 8 },
  ])
  return (
    <div className="gallery-page page">
      <PageHead title="案件" beside={<><FilterBox value={text} onChange={setText} about="拼音首字母：智能" /><span className="second">24件中<strong>17件</strong>匹配</span></>}>
        <ActButton combo="Ctrl+KeyE" onPress={nothing}>导出Excel</ActButton>
        <ActButton main icon="plus" combo="Ctrl+KeyN" onPress={nothing}>新收申请</ActButton>
      </PageHead>
      <Tabs value={view} onChange={setView} items={[{ key: 'open', words: '在办', count: 24 }, { key: 'risk', words: '逾期与有风险', count: 8, red: true }, { key: 'mine', words: '待我办', count: 16 }, { key: 'wait', words: '等待他人', count: 6 }]} end={<ActButton size="small" onPress={nothing}>程序 不限</ActButton>} />
      <Register name="gallery" label="案件" columns={columns} rows={rows} keyOf={(r) => r.key} onAct={nothing} onOpen={nothing} onSelect={setRow} chooseColumns order={{ key: 'left', desc: false }} onOrder={nothing} toneOf={(r) => (r.left.state === 'overdue' ? 'red' : undefined)} />
      <div className="message" style={{ borderRadius: 0, borderWidth: '1px 0 0' }}><TwoLine first={row?.title} second={<Barred>{[row?.number, row?.leader, row?.unit]}</Barred>} /></div>
    </div>
  )
}

function Meeting() {
  const locked = location.search.includes('locked')
  const [rows, setRows] = useState(votes)
  const put = (id: string, vote: string | null): void => setRows((was) => was.map((r) => (r.id === id ? { ...r, vote } : r)))
  return (
    <div className="gallery-meeting">
      <div>
        <h1 className="gallery-h1">4　面向高空作业的具身智能机器人自主决策研究</h1>
        <p className="second"><Barred>{['JZU-AI-2026-0053', '秦志刚', '所审版本：实施方案V2.1（2026-09-16）']}</Barred></p>
        <div style={{ margin: '8px 0' }}><LampStrip size="large" verdict={locked ? '不能审议、不能表决。' : '可以表决。'} state={locked ? 'blocked' : 'proven'} cites={['M10', 'M14']} parts={[{ state: 'proven', words: '技术3' }, { state: 'proven', words: '应用2' }, { state: 'proven', words: '伦理2' }, { state: locked ? 'blocked' : 'proven', words: locked ? '法律0' : '法律1' }]}>到会8人，不少于5人</LampStrip></div>
        <VoteGrid label="第4项表决" options={voteOptions} rows={rows} mode={locked ? 'locked' : 'open'} lockedWords="表决格已锁：本项法定人数不成立" onVote={put} onVoteRest={(vote, ids) => ids.forEach((id) => put(id, vote))} onRecuse={nothing} onAbsent={nothing} onNext={nothing} />
      </div>
      <div><SectionHead title="计票" about="已记7，未记1" /><TallyBoxes counts={voteOptions.map((o) => ({ words: o.words, n: rows.filter((r) => r.vote === o.vote).length }))} /><div style={{ marginTop: 12 }}><ActButton wide size="large" onPress={nothing} locked={{ reason: '欧阳敏还没有记票。' }}>记完欧阳敏，即可复述票数、下一项</ActButton></div></div>
    </div>
  )
}

function Why() {
  const [clock, setClock] = useState('appeal')
  return <WhySheet view={why} clock={clock} onClock={setClock} onClose={nothing} onPrint={nothing} />
}

function Reason() {
  return <ReasonDialog verb="受理" title="超过内部时限后受理，请写明理由" findings={[findings[1]!]} phrases={['申请人补交的扫描件无法打开，当日重发']} onCancel={nothing} onGiven={nothing} />
}

function Gate() {
  return <GateDialog title="签发江大智伦〔2026〕62号" verb="签发" about="签发后文号不收回，文件锁定；有错只能作废重发。" facts={[{ name: '送达', value: '龚建业，面交' }]} findings={findings.slice(2)} onCancel={nothing} onPass={nothing} />
}

function PanesSheet() {
  return (
    <div className="gallery-page page">
      <PageHead title="会后办理" lines={['第7次会议，9月18日14:03–16:48。8项中7项形成决定，1项未审议；票数已由主持人复述确认。', <strong>以下一次生成草稿。不取号、不签发，签发前都可改、可撤。</strong>]}><ActButton combo="Space" onPress={nothing}>逐份预览</ActButton><ActButton main combo="Ctrl+Enter" onPress={nothing}>全部生成草稿</ActButton></PageHead>
      <Panes name="gallery" left={{ width: 248, name: '经过', grey: true, body: <SectionHead title="经过" /> }} right={{ width: 304, name: '现在可办', body: <><SectionHead title="现在可办" /><LampLine state="proven">通过</LampLine></>, foot: <ActButton main wide combo="Ctrl+Enter" quiet onPress={nothing}>受理</ActButton> }}>
        <SectionHead title="时限" about="点日期看算法" /><p><Icon name="folder" /></p>
      </Panes>
    </div>
  )
}

export const listGalleries = (): Record<string, ComponentType> => ({ components: Components, messages: Messages, fields: Fields, register: RegisterSheet, meeting: Meeting, why: Why, reason: Reason, gate: Gate, panes: PanesSheet })
