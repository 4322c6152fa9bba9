// Forms of the people, rule documents and registration of the committee.
export default {
  name: '姓名', role: '职务', category: '类别', sex: '性别', unit: '单位', title: '职称', term: '任期', outside: '校外', and: '、', field: '专业领域', phone: '电话', no_interest: '无利益关系声明', rule: '制度', version: '版本', adopted: '施行日期',
  adopted_by: '制定', unlocks: '有了它才能用', missing: '缺', tracking: '跟踪频度', months: '{n}个月', file: '文件', topic: '培训内容', organiser: '组织者', training_kind: '方式', in_house: '内部', sent_out: '派出', hours: '学时', others: '其他人数',
  number: '登记号', note: '说明', not_in_office: '现在不在任。', identity: '证件号', from: '起', until: '止', document: '任命文件', how_resigned: '辞职', how_dismissed: '免职', how_suspended: '停职', how_other: '其他', undertaking: '哪一份',
  undertaking_confidentiality: '保密承诺书', undertaking_interest: '利益冲突声明', signed: '签署日期', scan: '扫描件', relation: '关系', with: '对象', interest_until: '到', relation_same_team: '同一项目组', relation_supervision: '师生',
  relation_kin: '亲属', relation_shares: '持股或任职', relation_funding: '经费往来', relation_competitor: '竞争关系', relation_co_author: '三年内合作发表', relation_superior: '上下级', relation_other: '其他', member: '委员',
  appoint_lead: '照任命文件填写。是否合规随填随核。', external: '非本单位（校外）委员', f_category: '类别（一人计一类）', also: '另外还具备', f_until: '至（末日）', identity_hint: '只用来分辨同名、防止重复，不打印。', email: '电子邮箱', appoint_gate: '聘任{name}为{role}',
  appoint_about: '从起始日起计入委员会组成。任期以后只能续、只能结束，不能改掉；写错的字可以更正。', renew_lead: '新任期写进去，旧任期留着。还在任的，旧任期到新任期前一天为止。', renew_gate: '{name}续聘或改任', how: '离任方式', first_day_out: '离任日', first_day_out_hint: '从这一天起不在任。',
  end_gate: '结束{name}的任期', end_about: '从离任日起不计入组成、不列入到会；以前的会议和表决不变。', correct_lead: '只更正写错的。任期、职务的变动请用“续聘或改任”“结束任期”。', correct_reason: '更正的理由（改姓名、性别、类别、校内外、证件号时必填）', scan_hint: '签好的承诺书扫描件；暂时没有也可以先登记日期。',
  interest_lead: '与谁有什么关系，长期有效的写在这里。每收一件申请都会自动比对，提示回避。', with_hint: '人名或单位名，写全称', f_interest_until: '有效至', interest_until_hint: '长期的不填。', came: '参加的委员', all_came: '全体参加',
  adviser_lead: '顾问专家提供咨询，不计入到会，不参与表决。', stated: '已书面声明与审查事项无直接利益关系', now: '现行', f_months: '个月', register_first: '在国家平台登记好以后，把日期和登记号记在这里。', register_update: '平台信息更新好以后记一笔，写明更新了什么。', registered_on: '登记或更新日期',
  what_changed: '更新了什么',
  period_lead: '主任委员可以为一段期间指定：谁主持会议（第十四条），谁审查简易程序的案件（第二十条）。指定书签一次，期间内的会议、案件都用得上；期间以外的，另行指定。', period_to: '指定做什么', period_members: '指定谁', period_from: '自', period_until: '至（含当日）', period_signed: '签署日期', period_by: '由谁指定', period_reason: '原因', period_scan: '指定书扫描件', period: '哪一份指定', period_ended: '自何日起撤回', period_why: '撤回的原因',
}
