export default {
  complaint_lead: '被举报的人不办理，也看不到（第三十一条）。', about: '举报的内容', channel: '收到的渠道', channel_phone: '电话', channel_letter: '来信', channel_mail: '电子邮件', channel_visit: '来访', channel_platform: '平台转来',
  received_on: '收到日期', from: '举报人', anonymous: '匿名', case: '涉及的案件', case_hint: '没有就不填。', no_case: '不是这一件', concerned: '涉及的委员', concerned_about: '他们不能办理这件举报', others: '涉及的其他人', others_hint: '多人用顿号隔开。', handler: '由谁办理',
  result: '调查和处理情况', concluded_on: '办结日期', referred_to: '移送', referred_hint: '移送其他部门的，写明部门。', reply: '答复举报人', replied: '已答复', not_replied: '没有答复', replied_on: '答复日期',
  consult_lead: '答复咨询计入年度报告（伦理办法第五条）。', asked_by: '咨询人', question: '咨询的问题', answer: '答复', scope: '咨询的活动', scope_none: '没有判定',
  submit_lead: '年度工作报告和清单活动实施情况报告一并报送，报送的就是冻结的文本。', submit_year: '年度',
  violation_lead: '违规的责任由单位和主管部门依法认定；这里留下事实和处理结果，进年度工作报告。', violation_kind: '种类', violation_facts: '事实', violation_persons: '涉及的人员、单位', violation_found_by: '怎样发现', violation_on: '发现日期', violation_outcome: '处理结果', violation_referred: '移送',
}
