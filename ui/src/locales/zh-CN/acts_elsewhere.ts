// Forms of a review done by somebody else: bodies, commission, result, recognition.
export default {
  body_lead: '服务中心由地方或者主管部门建立，受托提供审查、复核、培训、咨询，对同一活动不得既审查又复核（第十一条）。', kind: '种类', name: '机构全称', code_hint: '凭它认出同一机构的不同名称。', set_up_by: '建立的部门或者所属单位', contact: '联系人、电话', services: '提供的服务', until: '委托合同到哪一天', until_hint: '没有长期合同的不填。',
  commission_lead: '本委员会无法胜任的，由本单位书面委托服务中心审查（第十二条）。此后本委员会不审议、不表决。', body: '委托给', no_bodies: '名录里还没有机构。', no_bodies_why: '先登记服务中心，再委托。', unable: '本委员会为什么无法胜任', unable_about: '缺什么专业、什么条件', letter_number: '委托书文号', letter: '委托书', tracker: '批准后由谁跟踪审查', commissioned_on: '委托日期',
  commission_gate: '把{number}委托给{name}审查', commission_about: '由受托方审查并作出决定、送达、受理申诉；清单判定、报请复核和平台登记仍由本单位办理。',
  result_lead: '{date}委托{name}审查。收到其决定书后登记在这里。', result: '受托方的决定', decided_on: '作出决定的日期', received_on: '收到日期', result_number: '决定书文号', result_file: '决定书', reasons: '理由', suggestions: '修改建议', resubmit_by: '重新提交的期限', conditions: '附带条件（每行一条）',
  recognise_lead: '合作单位之间可以互认审查结果（第十八条）。互认不延后跟踪，也不代替专家复核。', agreement: '合作或者互认的约定', issuer: '作出决定的单位', attending: '对方到会人数', votes: '同意票数', who_tracks: '由谁跟踪审查', rereview_number: '牵头单位取得的复核意见文号', rereview_body: '承办复核的机构', recognised_on: '互认日期',
  recognise_gate: '承认{name}对{number}的批准', recognise_about: '本委员会不再审议表决。跟踪期限自对方决定之日起算。',
}
