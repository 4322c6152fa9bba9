export default {
  now_due: '现在的期限：{date}。', extend_ground: '延长的情形', extend_facts: '具体事实', extend_facts_about: '写进延长告知书', new_due: '新的期限', new_due_hint: '必须写明具体日期（第十六条）。', approved_by: '批准人',
  extend_gate: '{number}延长至{date}', extend_about: '告知书随即起草，签发并送达申请人。新的期限不能再往前改。',
  designate_lead: '由主任委员指定两名或以上委员（第二十条）。指定书随即起草，待主任委员签字。', reviewers: '审查委员', designated_by: '由谁指定',
  answered: '{name}{date}：{view}', reviewer: '委员', view: '意见', doubt: '对审查内容有疑义', asks_meeting: '提议转会议审查', will_convert: '登记后本件即转一般程序。', will_convert_why: '不是明确同意、有疑义或提议上会的，都须转一般程序（第二十条）；受理日期不变。', opinion: '意见内容',
  convert_lead: '转一般程序后由会议审议表决，受理日期不变。', because: '为什么转',
  conclude_lead: '指定的委员一致同意，据此作出决定（第二十条）。', reasons: '理由', four_contents: '方案执行、风险控制、风险变化、其他情况', tracking_months: '跟踪审查间隔', months: '个月', tracking_hint: '不填则按规定的最长间隔。', decided_on: '决定日期', last_opinion_day: '不填则为最后一份意见的日期。',
  conclude_gate: '对{number}作出决定', decide_about: '决定书随后起草、签发、送达。决定不能撤销；有误的，作废决定书后更正，或重新作出决定。',
  meeting: '哪次会议', meeting_no: '第{no}次会议', items: '已有{n}项', minutes: '预计审议', minute_unit: '分钟', no_meeting: '没有正在筹备的会议。', no_meeting_why: '先拟定一次会议，再列入。', plan_meeting: '拟定会议…',
  send_lead: '由本单位报请（第二十二条）。对方收到之日起30日由对方计，不计本委员会逾期。', authority: '报请的主管部门', implementer: '受托的服务中心', implementer_hint: '已知由服务中心承办的才填（第十一条）。', panel: '已知的复核专家', sent_on: '报送日期',
  their_30: '对方的30日从这一天的次日起算。', their_receipt: '对方收到之日',
  rereview_opinion: '复核意见', document_number: '文号', opinion_text: '意见内容', opinion_received: '收到之日', opinion_file: '意见原件',
  opinion_was: '复核意见：{opinion}，{number}，{date}。', decision: '决定', suggestions: '修改建议', ratified_at: '在哪次会上追认', no_item: '未经会议', item_of: '第{no}次会议第{order}项　{date}　{outcome}', after_gate: '对{number}作出决定：{kind}',
}
