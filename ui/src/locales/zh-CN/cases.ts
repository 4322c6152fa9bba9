export default {
  number: '案号', title: '活动名称', leader: '负责人、单位', procedure: '程序', listed: '清单', stage: '阶段', clock: '时限', due: '到期', left: '余', next: '下一步',
  filter: '案号、名称、人名，拼音首字母', of: '{all}件中', hits: '{n}件匹配', clear: '清除', excel: '导出Excel', print: '打印登记簿', register: '案件登记簿',
  none: '还没有案件。', none_why: '新收一件，从收件开始。', no_match: '没有案件匹配“{text}”。', only_looked: '只查了“{view}”{n}件，全部案件中另有{outside}件匹配。', view_empty: '这个视图里没有案件。', to_open: '看在办',
  sorted: '按“余”从近到远；逾期永远排在最前。', sorted_by: '按“{column}”排。', portion: '已读{n}件，共{all}件，往下翻接着读。', outside: '另有{n}件别的案件也匹配“{text}”', bring: '一并列出', now: '现在：', open: '打开案件',
}
