export default {
  filter: '案号、名称、人名', print: '打印', register: '跟踪登记簿', activity: '活动', last_on: '上次审查{date}', every: '每{n}个月一次', no_due: '未起算', suspended: '暂停中', listed: '清单',
  reminder_1: '提醒一', reminder_2: '提醒二', reminder_3: '提醒三', remind: '提醒…', remind_n: '第{n}次提醒', contact: '记一次联系…',
  all: '全部', pressing: '逾期与临近', tab_suspended: '暂停中', tab_listed: '清单活动', tab_events: '变化、暂停、终止', selected: '选中的活动', none_selected: '上下移动，看选中的一件。',
  empty_all: '没有。', empty_pressing: '没有逾期，也没有临近的跟踪审查。', empty_suspended: '没有暂停的活动。', empty_listed: '没有批准的清单活动。', empty_events: '批准以后没有登记过变化、暂停或终止。', see_all: '看全部', to_cases: '看案件',
  sorted: '按到期先后排，跟踪审查不顺延', reminders_about: '提醒只记上次审查以后的', since: '批准以后', since_none: '没有登记过变化、暂停或跟踪。', under_review: '审查中', interim: '主任委员临时措施，待会议追认',
  on: '日期', kind: '事项', reason: '缘由',
  turn_suspended: '暂停', turn_resumed: '恢复', turn_terminated: '终止', turn_completed: '结题', turn_archived: '归档', turn_reopened: '重新打开', turn_registered: '平台登记', turn_risk_change: '风险变化', turn_incident: '伦理或安全事件', turn_foreign_approval: '境外批准',
}
