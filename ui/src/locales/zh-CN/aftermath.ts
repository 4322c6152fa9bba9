export default {
  title: '会后办理', run: '全部生成草稿', run_some: '生成{n}份草稿', preview: '预览', preview_each: '逐份预览', to_issue: '去核稿、签发', withdraw: '整批撤销', withdrawn: '已撤销{n}份草稿。', withdraw_part: '已撤销{n}份，其余没有撤：{why}', withdraw_lock: '已有签发的，不能整批撤销；单份有误的作废重发。', nothing_ticked: '一份也没有勾选。', all_there: '草稿都已起好。', edit: '改文字…', toggle: '勾选', all: '全选', letters: '文书', letters_n: '文书{n}份',
  c_item: '议题', c_votes: '票数与算式', c_outcome: '由票数得出', c_paper: '文书', c_check: '印前体检', passed: '通过', draft: '草稿', issued: '{number}', issued_plain: '已签发', left_out: '不生成', new_due: '新期限{date}', confirm_extension: '理由待主任确认', no_letter: '不出文书',
  dates: '期限与任务', dates_n: '{n}条', no_date: '待定', records: '会议档案', records_n: '{n}种', record_there: '已有', 
  queue: '签发次序', queue_n: '{n}份', queue_count: '{n}份', queue_draft: '草稿{n}', queue_issued: '已签发{n}', queue_none: '待生成{n}', queue_foot: '会议纪要先核，再签决定；送达回证随文书送达时填。',
  before_issue: '签发前还须', before_n: '{n}件', before_none: '没有要补的，逐份核对后即可签发。', write: '补写…', extend: '延长期限…', open_case: '看案件', see_paper: '看文书',
  then_title: '按下“全部生成草稿”以后', then_drafts: '生成{n}份草稿，期限和任务列入今日', then_no_number: '不取文号，不改案件阶段，不通知任何人', then_undo: '可整批撤销，直到签发第一份为止', done_title: '草稿生成以后', done_check: '请主任委员核稿，逐份签发；签发时取号', done_follow: '记录或文字有改动，草稿随之更新', done_undo: '签发第一份以前可整批撤销',
  not_closed: '会议还没有散会。', not_closed_why: '散会后，决定书、纪要和统计表在这里一次起草。', to_room: '回到会议', no_lines: '这次会议没有要办的。', no_lines_why: '没有议题的会议不产生文书。', to_meeting: '看会议', order: '序',
}
