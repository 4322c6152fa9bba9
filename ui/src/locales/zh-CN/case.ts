export default {
  trail: '全部留痕', contact: '记一次联系…', all_materials: '全部材料', previous: '上一件', next: '下一件', copy: '复制案号与名称', copied: '已复制{number}和名称。', to_list: '回列表', index: '打印卷内目录',
  listed: '复核清单第{items}项', on_agenda: '第{no}次会议第{order}项', lead: '牵头单位，合作{n}家', partner: '参加单位，共{n}家', partners: '合作{n}家', rolled: '顺延至{date}',
  middle: '时限与材料', path: '经过', today: '今天', now: '现在可办', cannot: '现在不能办', why_articles: '原因与条文', nothing_now: '现在没有要办的。',
  clocks: '时限', clocks_about: '点日期看算法', c_what: '事项', c_start: '起算', c_rule: '规则', limit_days: '{n}日，自然日', limit_working_days: '{n}个工作日', limit_months: '{n}个月', limit_hours: '{n}小时', limit_fixed: '定日', owner_applicant: '申请人的时限', owner_authority: '对方时限', owner_internal: '内部', owner_committee: '',
  missing: '还缺什么', gate_n: '{gate}{n}件', comma: '，', nothing_missing: '不缺。',
  papers: '文书', papers_n: '{n}件', p_title: '文书', p_number: '文号', p_dated: '成文日期', p_state: '状态', state_draft: '草稿', state_issued: '已办完', state_void: '作废', wait_printed: '待打印', wait_signed: '待签字', wait_sealed: '待盖章', wait_scanned: '待扫描', wait_served: '待送达',
  meetings: '会议', m_meeting: '议题', m_outcome: '结果', m_none: '还没有审议',
  materials: '材料', elements_open: '，未核对{n}', elements_n: '{all}项要素：有{present}，缺{missing}，不适用{na}', to_check: '形式审查', no_materials: '还没有收到文件。', no_materials_why: '把申报文件夹拖到下面；{n}项要素也可以不用文件、直接填写。', f_element: '要素', f_file: '文件', f_version: '版本', f_date: '版本日期', f_check: '核对', replaced: '旧版', unplaced: '待归位', unchecked: '待核对', checked: '已核对', receive_version: '收新版…', new_version: '收“{name}”的新版', received: '已收{n}份。', to_place: '有{n}份待归位', not_taken: '{n}份没有收', drop: '拖文件到此处收新版；同名的归入原来的要素', more: '另有{n}份，', fold: '收起', unfold: '全部展开',
  trail_n: '{title}　日志{n}条', trail_more: '还有{n}条', trail_reason: '理由：{reason}', trail_gone: '（去掉）',
}
