//! Facts for the gallery's sheets: the committee of the pictures, and nothing of the product.

import type { Due, Finding, Left, LeftState, WhyView } from '../shape'
import type { VoteOption, VoteRow } from '../parts'

const left = (chip_zh: string, state: LeftState, n = 0, unit = 'days'): Left => ({ n, unit, chip_zh, chip_en: chip_zh, state })

export const lefts: [Left, string][] = [
  [left('剩14天', 'calm', 14), '自然日，平静时无底色'],
  [left('剩3个工作日', 'calm', 3), '工作日必写“工作日”'],
  [left('剩7天', 'soon', 7), '法定期限7天内，或2个工作日内'],
  [left('今天', 'today'), '当日；内部时限到当日才转黄'],
  [left('顺延期内，剩3天', 'grace', 3), '过了名义末日，未过顺延末日'],
  [left('逾期7天', 'overdue', -7), '一直显示，直到办了'],
  [left('等省科技厅10天', 'waiting', 10), '对方时限，灰'],
  [left('估算2027年2月24日', 'estimate', 160), '缺该年放假通知，工作日只能估算'],
]

const finding = (verdict: Finding['verdict'], rule: string, zh: string, cites: string[], way_zh = ''): Finding => ({ rule, verdict, zh, en: zh, cites, way_zh, way_en: way_zh, facts: { attending: 8, needed: 6 } })

export const findings: Finding[] = [
  finding('block', 'M24.opinion', '清单活动未收到专家复核意见，不能批准。', ['M24'], '先登记复核意见。'),
  finding('ask', 'M13.days', '距收件已6个工作日，超过内部时限。', ['M13']),
  finding('note', 'M14.quorum', '陈思远离会后，本项到会7人，须5票。', ['M14']),
  finding('fine', 'M14.categories', '四类委员齐，主任委员主持。', ['M10', 'M14']),
]

export const due: Due = {
  start: '2026-08-26', nominal: '2026-09-25', rolled: '2026-09-28', at: null, certain: true,
  days: [{ date: '2026-09-25', n: 30, kind: 'holiday', note: '中秋', note_en: '' }],
  equation_zh: '8月26日受理＋30日＝9月25日', equation_en: 'accepted 26 Aug + 30 days = 25 Sep', basis: ['M16', 'M33'], warning_zh: '', warning_en: '',
}

const T = ['校园智能客服语料采集与训练', '农田病虫害智能识别模型公开数据集研究', '面向未成年人的智能陪伴机器人对话安全研究', '智能问诊对话中的患者隐私保护方法研究', '面向高空作业的具身智能机器人自主决策研究']
export interface CaseRow { key: string; number: string; title: string; leader: string; unit: string; procedure: string; stage: string; due: Due; left: Left; next: string }
export const caseRows = (n: number): CaseRow[] => Array.from({ length: n }, (_, i) => ({
  key: `c${i}`, number: `2026-${String((i % 9999) + 1).padStart(4, '0')}`, title: T[i % T.length]!, leader: ['龚建业', '储大伟', '艾力·买买提', '祁连城'][i % 4]!, unit: ['网络信息中心', '农学院', '信息学院'][i % 3]!,
  procedure: i % 2 ? '简易' : '一般', stage: ['待补正 缺2', '已决定 待送达', '申诉期'][i % 3]!, due, left: lefts[i % 8]![0], next: ['登记补正…', '登记送达…', '会议预检'][i % 3]!,
}))

export const voteOptions: VoteOption[] = [{ vote: 'pass', words: '初审通过', mark: '通' }, { vote: 'revise', words: '修改后再审', mark: '改' }, { vote: 'reject', words: '不予批准', mark: '否' }, { vote: 'abstain', words: '弃权', mark: '弃' }]
const member = (name: string, about: string, vote: string | null, state: VoteRow['state'] = 'in'): VoteRow => ({ id: name, name, about, vote, state })
export const votes: VoteRow[] = [
  member('周秉衡', '技术，主任，主持', 'pass'), member('林若溪', '伦理，副主任', 'pass'), member('赵启明', '应用，副主任', 'pass'), member('方慎行', '法律', null, 'recused'), member('陈思远', '技术', 'pass'),
  member('艾力·买买提', '技术，校外，视频', 'pass'), member('何静姝', '伦理', 'revise'), member('欧阳敏', '应用', null), member('罗晓岚', '法律，校外', null, 'absent'),
]

const day = (date: string, kind: 'working' | 'make_up' | 'weekend' | 'holiday', n: number | null = null, name = '', last = false): WhyView['days'][number] => ({ date, kind, name, n, last, today: false })
export const why: WhyView = {
  title_zh: '为什么是2026年2月25日？', title_en: 'Why 25 Feb 2026?', number: '2026-0006 申诉期限的最后一日',
  zh: '决定书2月13日送达，当日不计。第1个工作日是2月14日（周六，调休上班）；2月15日至23日春节放假9天不计；第2、第3个工作日是24日、25日。2月25日24:00届满。', en: '',
  due: { ...due, start: '2026-02-13', nominal: '2026-02-25', rolled: '2026-02-25', equation_zh: '2月13日送达，当日不计，第3个工作日为2月25日（周三）' }, left: null,
  rows: [
    { zh: '起点', en: 'From', value_zh: '2026年2月13日，面交，钟启明签收。', value_en: '', cites: [] },
    { zh: '期限', en: 'Limit', value_zh: '3个工作日。送达时依本委员会章程第二十一条；2026年3月20日起依', value_en: '', cites: ['M16'] },
    { zh: '数法', en: 'Count', value_zh: '开始的当日不计（参照民法典）。工作日含调休上班日，不含放假日。', value_en: '', cites: ['C201'] },
    { zh: '日历', en: 'Calendar', value_zh: '国办发明电〔2025〕7号，2026年放假安排。', value_en: '', cites: [] },
    { zh: '停、延', en: 'Stops', value_zh: '没有中止，没有延长', value_en: '', cites: [] },
    { zh: '归谁', en: 'Whose', value_zh: '申请人的权利，末日按24:00计，从宽', value_en: '', cites: [] },
  ],
  days: [day('2026-02-13', 'working', 0), day('2026-02-14', 'make_up', 1), ...[15, 16, 17, 18, 19, 20, 21, 22, 23].map((d) => day(`2026-02-${d}`, 'holiday', null, d === 16 ? '除夕' : d === 17 ? '春节' : '')), day('2026-02-24', 'working', 2), day('2026-02-25', 'working', 3, '', true)],
  other_zh: '同一个春节，决定期限这样数：1月22日受理，当日不计，加30日，为2月21日（周六，假期内）。放假照样计入。', other_en: '',
  clocks: [{ key: 'decision', zh: '决定期限30日', en: '', due: '2026-02-21', left: null }, { key: 'appeal', zh: '申诉期限3个工作日', en: '', due: '2026-02-25', left: null }, { key: 'track', zh: '下次跟踪12个月', en: '', due: '2027-02-12', left: null }],
}
