// 阅会包: handed out, returned, gathered.
export default {
  title: '阅会包', to_meeting: '回到会议', tab_out: '送出', tab_back: '回执', tab_bench: '归纳意见', none_out: '还没有送出阅会包。', all_back: '送出{n}份，都已答复。', waiting: '送出{n}份，{m}人还没有答完。',
  c_who: '委员', c_items: '装入', c_handed: '送出', c_answer: '答复', c_key: '签名钥匙', n_items: '{n}件议题', left_out: '{items}回避', item_no: '议题{n}', not_yet: '还没有送', edition_on: '第{n}版，{date}', answered: '已答完', no_answer: '未答复', partly: '已答{n}件，共{of}件', overdue: '逾期{n}天', today: '今天到期', days_left: '还有{n}天',
  how_stick: 'U盘', how_mail: '电子邮件', how_in_person: '当面', how_paper: '纸质', how_other: '其他', how: '怎样送', reply_by: '请在哪一天前答复',
  pdf: '看PDF', form: '填写表', form_of: '{name}的填写表', as_pdf: '存成PDF…', as_pdf_done: '已写到{path}，共{pages}页。', writing: '正在装订阅会包', pdf_of: '{name}的阅会包', passphrase: '口令', chase: '复制催办的话', copied: '已复制给{name}的话。', hand: '送阅会包…', hand_again: '再送一版…', out_foot: '委员没有本软件的，把PDF和填写表存到U盘，或打印；填好的表在“回执”里收，纸上的工作单在那里录入。回避的议题不装入。',
  revoke: '作废', revoke_of: '作废{name}的签名钥匙', revoke_about: '此后用这把钥匙签的回执不收，已收的不受影响；下一份阅会包换新的口令。', revoke_why: '写明原因，如笔记本丢失',
  passphrase_of: '{name}的口令', passphrase_about: '打电话（{phone}）逐组念给委员本人，不写进邮件、不放在U盘里。', no_phone: '没有登记电话',
  hand_to: '给{name}送阅会包', hand_about: '装入{n}件议题的材料、摘要和工作单，加密成一个文件，用这位委员的口令打开。', hand_left_out: '{items}因回避不装入。', to_folder: '写到U盘或文件夹…', save_as: '另存为…', on_paper: '登记已送纸质', kind: '阅会包',
  import: '导入回执…', drop_return: '把委员交回的回执文件或填好的PDF表拖到这里。', choose_return: '选择回执文件或填好的表', return_kind: '回执文件、填好的表', type_in: '录入书面意见…', none_back: '还没有收到意见。', none_back_why: '委员交回的回执文件拖进来；纸上的工作单在这里录入。',
  staged: '{name}的回执', staged_form: '{name}填好的表', staged_form_about: '没有签名，写明{made}', staged_about: '第{seq}次导出，{made}', staged_foot: '收入后原文件存入档案，已有的意见都留着；会前意见不计票。', take_in: '收入', put_aside: '先不收',
  enrol_title: '第一次收到{name}的签名', enrol: '核对无误，登记', enrol_about: '打电话请委员念出屏幕上的十六位数字，与下面一致才登记。',
  c_item: '议题', c_opinion: '初步意见', c_remarks: '批注', c_on_file: '已有', c_weight: '怎样处理', c_words: '意见', c_made: '写成', c_source: '来源', no_opinion: '没有选', n_remarks: '{n}条批注', new: '新的', typed_meanwhile: '其间录过纸质的', there: '已有{n}份', record_opinion: '登记为审查意见…', item_head: '议题{n}　{title}', from_paper: '纸质', from_return: '回执', from_form: '填写表',
  choose: '请选择', conflict: '有利害关系，申请回避', conflict_words: '什么关系', dated: '落款日期', typed_lacks: '选委员和议题。',
  no_items: '议程还没有议题。', no_items_why: '列入议题、收到意见后，在这里归纳。', said: '委员的意见', said_about: '拖到右边，或按数字归入那一条', nothing_said: '这件议题还没有可归纳的意见。', for_letter: '写入决定书', in_point: '第{n}条', quote: '“{text}”', page: '第{n}页',
  before: '上一轮意见落实情况', before_about: '申请人逐条答复；未落实的写明在哪里', c_no: '序', c_asked: '要求', c_reply: '答复', no_reply: '没有答复', c_note: '说明', c_state: '是否落实', met: '已落实', not_met: '未落实',
  points: '给申请人的意见', points_about: '不写姓名', new_point: '新的一条', new_about: '拖到这里另起一条', to_point: '归入第{n}条', no_point: '没有第{n}条。', point_n: '第{n}条', n_sources: '{n}处来源', up: '上移', down: '下移', remove: '删去', keep_points: '存下', unchanged: '没有改动。', points_foot: '写决定时作为修改建议带出；修改稿收到后逐条核对是否落实。',
}
