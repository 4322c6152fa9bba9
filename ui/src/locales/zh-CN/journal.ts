export default {
  title: '全部留痕', standing: '办过的每件事一行，共{n}条，最近的在前。', of: '{name}的留痕，共{n}条，最近的在前。', whole: '看全部留痕', never_changed: '只能看，不能改、不能删；更正的，原来的值也留着。',
  this_case: '这件案件', this_meeting: '这次会议', this_record: '这项记录', filter: '事项、人名、内容、序号', any_act: '所有事项', all: '全部', with_reason: '写了理由的', only_reasons: '只看写了理由的',
  searched: '查了{n}条，有{hits}条。', going_on: '还在往前查…', clear: '回到全部',
  seq: '序号', time: '时刻', at: '时间', act: '事项', subject: '对象', reason: '理由', has_reason: '有理由', by: '经办', hash: '本条校验值', acts_n: '{n}件',
  prove: '校验整条链', proving: '正在从第一条起逐条校验', proving_note: '条数多时要几十秒，可以继续看。', holds: '{minute}校验：首尾相连，没有改动。', holds_about: '{lines}条逐条相扣，{records}项记录与留痕一致，{blobs}个原件与登记时相同。', broken: '{minute}校验没有通过。', broken_about: '先不要继续办事；到“设置与备份”看哪一份备份完好。',
  entry: '这一条', no: '第{n}条', reasons: '写明的理由', changes: '改动', changes_about: '{n}处', no_change: '没有改动记录内容。', gone: '（去掉）', more: '还有{n}处，全部展开', hash_about: '由上一条的校验值和本条内容算出；改动任何一条，其后各条都对不上。', hash_copied: '已复制第{n}条的校验值。',
  none_chosen: '还没有选中一条。', none_chosen_why: '选中一条，这里写明改了什么、原来是什么、为什么。', head: '最后一条的校验值', head_copied: '已复制最后一条的校验值。', copy: '复制列表', copied: '已复制{n}条，粘贴到WPS表格或Excel即可。', export: '导出全部留痕…', export_about: '导出的“留痕.jsonl”一行一条，不用本软件也能核对。',
  empty: '还没有留痕。', empty_why: '办第一件事之后，这里就有第一条。', no_hit: '没有找到。', no_hit_why: '查了{n}条。换个字，或者回到全部。',
}
