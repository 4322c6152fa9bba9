export default {
  write_lead: '决定：{kind}，{date}。决定的种类和日期由表决或一致意见得出，这里只写文字。', reasons: '理由', suggestions: '修改建议', points: '归纳的意见', points_about: '点一下写进决定书；来源留在案里，不给申请人', points_all: '都已写进', as_suggestion: '作修改建议', as_condition: '作附带条件', as_reason: '写进理由', conditions: '附带条件', tracking_months: '跟踪审查间隔', months: '个月', resubmit_by: '重新提交的期限',
  verified: '逐条核验的情况', verifier: '核验人',
  appeal_until: '申诉末日{date}。', grounds: '申诉理由', appeal_received: '收到日期', written: '书面申诉', by_post: '邮寄', postmark: '邮戳日期', admit: '是否受理申诉', admitted: '受理', not_admitted: '不受理', refusal: '不受理的理由',
  sufficient: '申诉理由是否充分', sufficient_yes: '充分', sufficient_yes_about: '7个工作日内重新作出决定（第十六条）', sufficient_no: '不充分', sufficient_no_about: '维持原决定，告知申诉人', finding: '处理意见',
  conclude_gate: '处理{number}的申诉', conclude_yes: '随即开始一轮重新审查，7个工作日内重新作出决定。', conclude_no: '维持原决定，答复随即起草，签发后送达申诉人。',
  resubmit_lead: '逐条写明申请人怎样答复修改建议。收下后是新的一轮，期限另计。', medium: '收到方式', by_mail: '电子邮件', on_site: '现场', by_letter: '邮寄', resubmitted_on: '收到日期', time: '时刻',
}
