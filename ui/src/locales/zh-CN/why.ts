export default {
  title: '算一个日期', line: '照法规的数法算，不属于任何案件，也不记入日志。', start: '从哪一天起', limit: '多久', unit: '单位', unit_working_days: '工作日', unit_days: '天', unit_months: '个月', unit_hours: '小时', roll: '末日逢放假顺延', result: '结果', fill_first: '先填起点和期限。', copied: '算式已复制。',
  usual: '常用：', usual_completeness: '收件后5个工作日', usual_decision: '受理后30日', usual_appeal: '送达后3个工作日', usual_redecision: '申诉后7个工作日', usual_registration: '批准后30日登记', usual_emergency: '应急72小时',
}
