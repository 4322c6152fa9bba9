export default {
  filter: '案号、名称、人名', appeals: '申诉', complaints: '投诉举报', selected: '选中的一件', none_selected: '上下移动，看选中的一件。', appellant: '申诉人', received: '收到', state: '办理情况', redecision: '重新决定期限', concluded_on: '{date}办结', concluded: '办结', open: '待办结',
  line_none: '没有正在办的申诉，共收{n}件。', line_running: '申诉在办{running}件，共收{n}件。理由充分的，7个工作日内重新作出决定（第十六条）。', line_late: '申诉在办{running}件，其中{late}件已逾期。', line_complaints: '举报{n}件，{open}件待办结。', line_no_complaints: '没有待办结的举报。',
  about: '内容', channel: '渠道', from: '举报人', handler: '办理人', replied: '答复', no_reply_needed: '匿名', case: '涉及案件', concerned: '涉及的人', restricted: '被举报的人不办理、看不到（第三十一条）。投影时按F8，内容变成灰条。',
  last_day: '申诉末日', no_last_day: '未起算', postmark: '（邮戳{date}）', form: '形式', written: '书面', oral: '口头', admitted: '受理', sufficient: '理由', see_paper: '看处理文书', no_match: '没有匹配“{text}”。',
  sealed: '本件受限', sealed_why: '本件涉及正在看屏幕的人，或者另有承办人。内容由承办人本人在场时打开。', open_as: '承办人{who}查看', reading_as: '现在由{who}查看。', seal_again: '看完收起',
  none: '还没有申诉。', none_why: '决定书送达后，申请人在申诉期内提出的，在这里登记；期限从送达之日起算。', no_complaints: '还没有举报。', no_complaints_why: '渠道已公开。收到后在这里登记，被举报人看不到（第三十一条）。',
}
