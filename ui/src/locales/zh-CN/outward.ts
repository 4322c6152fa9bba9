export default {
  title: '登记与对外', offline: '本软件不联网：在国家平台照着填，填完回来记下日期。', to_report: '年度报告', committee: '委员会登记', listed: '清单活动登记', consultations: '咨询', foreign: '境外批准',
  sheet: '填报单', sheet_committee: '照着填：委员会登记', sheet_about: '已复制{n}／{all}项', state: '登记情况', due: '登记期限', record: '记下登记', record_first: '记下平台登记', record_update: '记下登记更新',
  changes: '登记以后变了什么', changes_about: '须及时更新（第三十条）', no_changes: '没有未更新的变化。', not_registered: '登记之后才有。', registrations: '登记记录', none_yet: '还没有登记。', registered: '登记', updated: '更新', on: '{date}登记',
  copy_next: '复制这一项，到下一项', field: '换一项', copied: '已复制：{name}', was_copied: '已复制', empty_field: '没有填写，到“委员会”或案件里补', start_over: '从头来', then: '在平台提交后，点右边“记下”。',
  choose: '上下移动，看选中的一件。', no_listed: '没有批准的清单活动。', no_listed_why: '清单活动批准后30日内在平台登记，到时列在这里。', no_consultations: '还没有登记过咨询。', no_consultations_why: '答复咨询、指导风险评估都在这里登记，计入年度报告。',
  approvals: '已收到的批准', no_approval: '还没有收到', all_in: '{date}收齐', record_approval: '登记境外批准…', no_foreign: '没有国际合作的活动。', no_foreign_why: '国际合作活动须有合作方所在国的批准才能实施。',
  violations: '违规', violation_on: '发现', violation_kind: '种类', violation_facts: '事实', violation_outcome: '处理结果', violation_done: '{date}处理', violation_conclude: '登记结果…', no_violations: '没有登记过违规。', no_violations_why: '跟踪审查、投诉举报或者自查发现的违规，登记在这里。',
}
