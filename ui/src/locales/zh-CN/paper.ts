export default {
  trail: '本件留痕', to_case: '打开案件', to_meeting: '打开会议', to_list: '回到文书', words: '可以改的文字', check: '签发前核对', check_about: '由记录和条文核对，改了文字会重新核对',
  next_number: '如果今天签发，取{number}。', without_number: '本种文书不编号。', keep_words: '记下改动', undo_words: '改动不要了', restored: '上次改到这里，还没有记下。', preview_typed: '按正在改的文字排印', preview_draft: '草稿，签发后定稿', to_wording: '改本种文书的固定文字…',
  way: '办到哪一步', step: '步骤', done: '办理', by: '经办', scan_kept: '扫描件已存档', service: '送达', correct: '更正…', served_at: '送达时间', proof: '凭证', proof_kept: '已存档', no_proof: '没有归入', appeal: '申诉末日',
  fixed: '定稿', fixed_about: '签发时固定，不能改', addressee: '主送', case: '案件', meeting: '会议', dated: '成文日期', issued_at: '签发时间', pages: '页数', code: '核对码', journal: '日志', journal_n: '签发前日志共{n}条', wording: '文字', wording_own: '用本委员会自己的文字', replaces: '替代', issued: '已签发', void_on: '{date}作废：{reason}', replacement: '看替代的文书',
}
