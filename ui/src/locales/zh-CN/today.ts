export default {
  due: '到期', what: '事项', cites: '条文', act: '下一步', no_date: '无期限', see: '看{place}', nothing_to_do: '无须办理',
  note_overdue: '不因结案或过期而消失', note_today: '', note_risk: '7天内到期，或条件未齐', note_waiting: '对方的时限，不计本委员会逾期', none_overdue: '没有逾期', first_of: '{total}件中的前{n}件，其余见案件',
  day_sheet: '日程单', print_day_sheet: '打印日程单', new_case: '新收申请', to_cases: '看案件', contact: '记一次联系', empty_why: '要办的事到期前7天会出现在这里。',
  aside: '本周', meeting: '本周会议', meeting_no: '第{no}次会议', items: '{n}项', item_lamp: '第{n}项，{word}', precheck: '会议预检', sign_in: '打印签到表', no_meeting: '7天内没有会议。', to_meetings: '看会议',
  transit: '在途文书', papers: '{n}件', no_transit: '没有在途文书。', step_print: '待打印', step_sign: '待签字', step_seal: '待盖章', step_scan: '待扫描', step_serve: '待送达',
  backup: '备份', committee: '委员会',
}
