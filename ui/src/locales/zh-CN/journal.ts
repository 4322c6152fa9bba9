export default {
  title: '全部留痕', no: '序号', at: '时间', what: '办了什么', by: '经办', entry: '本条', none_chosen: '选一条，这里写它改了什么。', lines: '日志{n}条，一条一件事，只增不改。', lines_of: '{n}条留痕。', head: '链头', head_copied: '链头已复制，可与文书页脚对照。', whole: '看全部日志', export: '导出…', prove: '核验日志', proved: '{n}条连成一链，与记录一致', not_proved: '核验没有通过', to_backup: '看备份',
  filter: '案号、人名、文号、改动', all: '全部', only_reasons: '只看写了理由的', until: '到这一天为止', no_match: '没有这样的留痕。', clear: '看全部', empty: '还没有留痕。', empty_why: '每办一件事，这里就多一条。', found: '已查{read}条（共{all}条），找到{n}条。', found_all: '{all}条全部查过，找到{n}条。', read: '已列{n}条，共{all}条。', further: '再往前',
  reason: '理由：{reason}', nothing_changed: '没有改动记录', and_more: '，另{n}处', entry_no: '第{n}条', reasoned: '理由', gone: '删去', changes_more: '另有{n}处改动', hash: '本条的校验值', chain: '校验值由前一条和本条内容算出：改动任何一条，其后各条都对不上。文书页脚印有签发时的链头。',
}
