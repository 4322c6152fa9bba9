// Forms of the committee: people, rules, calendars, images.
export default {
  who: '委员', name: '姓名', sex: '性别', unit: '单位、部门', unit_hint: '照名册上印的写法', title: '职称、职务', external: '不是{unit}的人（非本单位委员）', category: '专业背景', category_about: '按委员最主要的一类登记', also: '同时具备',
  role: '职务', new_role: '担任', from: '起任日期', until: '任期最后一天', until_hint: '当天仍在任', document: '聘任文件、文号', identity: '证件号', identity_hint: '只用来分清同名的人、查出重复登记；投影时遮去', phone: '手机', email: '电子邮箱', note: '备注',
  present_term: '现任期：{role}，{from}至{until}。', how: '怎样离任', end_resigned: '辞任', end_dismissed: '免职', end_suspended: '停职', end_other: '其他', first_day_out: '离任后的第一天',
  end_gate: '结束{name}的任期', end_about: '自{date}起不再是委员，此前出席过的会议、投过的票不变。以后再任，须重新聘任。',
  correct_reason: '为什么更正', correct_hint: '过去的会议是按这一项认定的，更正须写理由，旧值留着。',
  which: '哪一份', undertaking_confidentiality: '保密承诺书', undertaking_interest: '利益冲突声明', signed: '签署日期', signed_hint: '纸上写的日期', scan: '扫描件',
  with: '与谁', with_hint: '人名、单位或资助方；收件时按它比对申请团队', relation: '什么关系', interest_until: '到哪一天为止', interest_until_hint: '还在继续的留空',
  topic: '培训内容', on: '日期', organiser: '举办单位', where: '形式', sent_out: '派出参加', in_house: '内部举办', hours: '学时', hours_unit: '学时', attended: '参加的委员', others: '其他参加的人', others_hint: '科研人员、工作人员等', people: '人',
  adviser_lead: '顾问专家到会提供意见，不计入到会人数，不参与表决（第十四条）。', field: '专业领域', no_interest: '无直接利益声明的日期', no_interest_hint: '还没有声明的留空，开会前补',
  rule: '哪一种制度', version: '版本', adopted: '施行日期', adopted_by: '由谁通过', tracking_months: '跟踪频度', months: '个月一次', rule_file: '正文文件', rule_lead: '登记后，这一种的最新版本从施行日期起有效；旧版本留在库里，过去的事仍按当时的版本看。',
  registered_on: '登记日期', register_number: '平台登记号', register_lead: '先在国家科技伦理管理信息登记平台上办好，再把日期和登记号记在这里。', register_note: '登记了什么',
  notice_year: '哪一年', notice: '通知文号', issued: '发布日期', source: '出处', notice_text: '通知全文', notice_hint: '从国务院办公厅网站复制全文粘贴。也可以粘贴CSV，每行：日期,off或work,名称。', calendar_lead: '导入后，未了结的期限立即重算；已经告知申请人的日期不提前。',
  image_which: '哪一个', image_seal: '委员会印章', image_signature: '主任委员签名', image_file: '图片', image_hint: 'PNG格式，背景透明。印章按实际大小扫描后抠去底色。', image_mm: '印章直径', image_lead: '图片只印在文书的落款处，存在加密的数据文件里。', image_off: '不再使用图片', image_file_needed: '图片文件',
  committee_name: '委员会名称', unit_name: '单位全称', credit_code: '统一社会信用代码', unit_kind: '单位性质', affiliation: '隶属', province: '所在省份', autonomous: '在民族自治地方', authority: '主管部门', founded: '设立日期', founding_document: '设立文件', letter_prefix: '发文代字', letter_hint: '例：江大智伦，印成“江大智伦〔2026〕12号”', case_prefix: '案号前缀', case_hint: '例：JZU-AI，编成“JZU-AI-2026-0001”', secretary: '秘书', address: '通信地址', office: '办公地点', budget: '工作经费', change_reason: '更改的原因',
  change_lead: '改动从今天起用在新的文书上；已签发的不变。',
}
