// The Measures' own words for what can be chosen; they match the desk's, where the printed papers take them from.
export default {
  head_dignity: '人的尊严', head_public_order: '公共秩序', head_life_health: '生命健康', head_ecology: '生态环境', head_sustainability: '可持续发展', head_by_law: '其他依法应审',
  procedure_general: '一般程序', procedure_simplified: '简易程序', procedure_emergency: '应急程序',
  ground_ordinary_risk: '风险不高于日常生活中的常规风险', ground_minor_change: '对已批准方案作较小修改且不增大风险受益比', ground_tracking_without_adjustment: '前期无重大调整的跟踪审查',
  round_initial: '初次审查', round_resubmission: '修改后再审', round_amendment: '变更审查', round_tracking: '跟踪审查', round_renewed: '重新审查', round_appeal: '申诉后重新审查',
  decision_approve: '批准', decision_approve_after_changes: '修改后批准', decision_revise: '修改后再审', decision_reject: '不予批准', decision_pass: '初步审查通过',
  decision_continue: '继续实施', decision_continue_after_changes: '修改后继续实施', decision_suspend: '暂停', decision_terminate: '终止',
  extension_complex: '情况复杂', extension_supplement: '需要补充材料', extension_correction: '需要更正材料', extension_other: '其他特殊情况',
  reviewer_agree: '同意', reviewer_agree_after_changes: '修改后同意', reviewer_disagree: '不同意',
  rereview_agree: '同意', rereview_disagree: '不同意',
  check_present: '有', check_missing: '缺', check_not_applicable: '不适用',
  category_technology: '技术', category_application: '应用', category_ethics: '伦理', category_law: '法律', category_other: '其他',
  role_chair: '主任委员', role_vice_chair: '副主任委员', role_member: '委员',
  sex_male: '男', sex_female: '女',
  unit_university: '高等学校', unit_institute: '科研机构', unit_hospital: '医疗卫生机构', unit_enterprise: '企业', unit_other: '其他单位',
  affiliation_central_enterprise: '中央企业', affiliation_central_organ: '中央和国家机关所属', affiliation_local: '地方',
  rule_charter: '章程', rule_review: '审查工作规则', rule_supervision: '监督办法', rule_confidentiality: '保密制度', rule_archives: '档案管理制度', rule_conflicts: '利益冲突管理制度', rule_simplified: '简易程序细则', rule_emergency: '应急审查制度', rule_emergency_sop: '应急操作规程', rule_video: '视频会议规则', rule_risk_assessment: '风险评估办法',
}
