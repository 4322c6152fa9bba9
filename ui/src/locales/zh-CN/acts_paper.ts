export default {
  kind: '文书种类', draft_lead: '内容由记录写成，草稿不取号，可以改、可以撤。', draft_where: '文书写的是一件案件或一次会议：到案件页或会议页起草。', case_or_meeting: '案件或会议',
  edit_lead: '只改文字；事实和数字来自记录，在它产生的地方更正。', no_words: '这份文书的内容全部来自记录，没有可以改的文字。', a_change: '要改的文字',
  drop_lead: '撤销后可以重新起草；没有占用文号。', paper: '文书', addressee: '主送',
  issue_lead: '签发{number}：文号不收回，文件锁定。有错只能作废重发。', issue_lead_no_number: '签发后文件锁定，本种文书不编号。有错只能作废重发。',
  number: '文号', no_number: '不编号', pages: '页数', pages_n: '{n}页', dated: '成文日期',
  void_lead: '文号留着，不再使用；原件仍可查看，盖“作废”字样。', void_reason: '作废的理由', void_on: '作废日期', reissue: '同时起草替代的文书', void_gate: '作废{name}', void_about: '作废不能撤回。文号保留，记入登记簿和年度报告。', then: '随后', reissue_yes: '起草替代的文书，另取新号', reissue_no: '不重发',
  signer_hint: '空着即记为{name}', step_lead: '一步一步登记，次序由文书种类决定。', step: '办的是哪一步', step_printed: '打印', step_signed: '签字', step_sealed: '用印', step_scanned: '扫描归档', step_served: '送达', copies: '份数', copies_unit: '份', signed_by: '签字人', done_by: '经办人', by_hint: '空着即记为秘书本人', scan: '扫描件', scan_hint: '原件共{n}页，扫描件页数应当相同。',
  method: '送达方式', method_in_person: '直接送达', method_in_person_about: '当面交收，签收回证', method_post: '邮寄', method_post_about: '以签收日为准，附回执', method_refused_and_left: '留置送达', method_refused_and_left_about: '拒绝签收，见证后留下', method_electronic: '电子送达', method_electronic_about: '到达对方邮箱或系统，附回复或记录',
  receiver: '收件人', served_on: '送达日期', served_at: '时刻', place: '送达地点', note: '说明', service_lead: '写明方式、时间、收件人和凭证。决定书的申诉期自送达起算。',
  proof_in_person: '签收的送达回证', proof_post: '邮寄回执', proof_refused_and_left: '见证说明或照片', proof_electronic: '对方回复或系统记录',
  will_say: '登记后：', service_gate: '登记{name}的送达', service_about: '送达一经登记，期限即起算；登记错了可以更正，写明理由，原登记留着。',
  correct_lead: '原来的登记留着，写明为什么更正；期限随新的送达重算。', correct_reason: '更正的理由', correct_gate: '更正{name}的送达', correct_about: '更正后申诉期等期限重算，日志里新旧都在。', a_service: '已登记的送达',
}
