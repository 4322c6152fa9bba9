export default {
  round_lead_tracking: '跟踪审查报告写明四个方面（伦理办法第十九条）。', round_lead_amendment: '写明改了什么。重大变更不适用简易程序；清单活动须再报请复核。', round_lead_renewed: '写明为什么重新审查。', round_lead_initial: '', round_lead_resubmission: '', round_lead_appeal: '',
  content_1: '方案执行情况', content_2: '风险控制情况', content_3: '风险变化情况', content_4: '其他情况', report_amendment: '改了什么', report_renewed: '重新审查的缘由', report_tracking: '报告内容', report_initial: '', report_resubmission: '', report_appeal: '', major: '属于重大变更（伦理办法第二十条）', received_on: '收到日期',
  what: '发生了什么', change_major: '风险有重大变化', incident: '发生伦理事件或安全事件', learnt_on: '获知日期',
  suspend_reason: '暂停的理由', conditions: '恢复的条件和方式', decided_at: '由哪次表决决定', interim: '主任委员临时措施', interim_hint: '临时措施须在下次会议上追认（第十七条）。', suspend_gate: '暂停{number}', suspend_about: '通知书随即起草。自登记之日起活动不得实施，直到恢复。',
  suspended_with: '{date}暂停，恢复条件：{conditions}', how_met: '条件怎样满足',
  terminate_reason: '终止的理由', no_item: '未经表决', terminate_gate: '终止{number}', terminate_about: '通知书随即起草。终止不能恢复；要再做须重新申请。',
  complete_finding: '结题意见', final_report: '结题报告', no_report: '没有归入',
  archive_lead: '归档后只读；写明理由可以重新打开。', shelf: '存放处', reopen_reason: '重新打开的理由',
  listed_lead: '清单活动批准后30日内在国家平台登记（第三十条）。', platform_number: '平台登记号', registered_on: '登记日期',
  foreign_lead: '国际合作活动须有合作方所在国的批准才能实施（伦理办法第十二条）。', body: '批准的机构', approval_number: '批准文号', approved_on: '批准日期', all_in: '境外批准已收齐',
  contacted: '联系了谁', said: '说了什么', reminder: '催办', reminder_0: '不是催办', reminder_1: '第一次', reminder_2: '第二次', reminder_3: '第三次',
}
