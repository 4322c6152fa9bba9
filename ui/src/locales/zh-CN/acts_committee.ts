// Forms of the committee: people, rules, calendars, images.
export default {
  name: '姓名', sex: '性别', unit: '单位、部门', title: '职称、职务', 
  from: '起任日期', identity: '证件号', phone: '手机', email: '电子邮箱', note: '备注',
  end_resigned: '辞任', end_dismissed: '免职', end_suspended: '停职', end_other: '其他', 
  end_gate: '结束{name}的任期', end_about: '自{date}起不再是委员，此前出席过的会议、投过的票不变。以后再任，须重新聘任。',
  which: '哪一份', undertaking_confidentiality: '保密承诺书', undertaking_interest: '利益冲突声明', signed: '签署日期', scan: '扫描件',
  with: '与谁', relation: '什么关系', interest_until: '到哪一天为止', 
  register_number: '平台登记号', 
  notice_year: '哪一年', notice: '通知文号', issued: '发布日期', source: '出处', notice_text: '通知全文', notice_hint: '从国务院办公厅网站复制全文粘贴。也可以粘贴CSV，每行写日期、off或work、名称，用逗号隔开。', calendar_lead: '导入后，未了结的期限立即重算；已经告知申请人的日期不提前。',
  image_which: '哪一个', image_seal: '委员会印章', image_signature: '主任委员签名', image_file: '图片', image_hint: 'PNG格式，背景透明。印章按实际大小扫描后抠去底色。', image_mm: '印章直径', image_lead: '图片只印在文书的落款处，存在加密的数据文件里。', image_off: '不再使用图片', image_file_needed: '图片文件',
  committee_name: '委员会名称', unit_name: '单位全称', credit_code: '统一社会信用代码', unit_kind: '单位性质', affiliation: '隶属', province: '所在省份', autonomous: '在民族自治地方', authority: '主管部门', founded: '设立日期', founding_document: '设立文件', letter_prefix: '发文代字', letter_hint: '例：江大智伦，印成“江大智伦〔2026〕12号”', case_prefix: '案号前缀', case_hint: '例：JZU-AI，编成“JZU-AI-2026-0001”', secretary: '秘书', address: '通信地址', office: '办公地点', budget: '工作经费', change_reason: '更改的原因',
  change_lead: '改动从今天起用在新的文书上；已签发的不变。',
  overlay_lead: '地方规则只能比办法更严。采用后，其中的数写明来自哪一份规则。', overlay: '采用', overlay_none: '不采用，只按办法', overlay_sichuan: '四川（示例，用前请对照原文）', limit_lead: '只能改得更严；放宽的不接受，并指明条文。内部时限由委员会自定。', limit_key: '参数', limit_value: '改定为', limit_back: '恢复办法或者地方规则的数',
}
