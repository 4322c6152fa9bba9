export default {
  inspection: '迎检材料', inspection_folder: '迎检材料放在哪个文件夹', inspection_busy: '正在汇集{year}年度迎检材料', inspection_done: '迎检材料已写好，共{n}个文件，从“目录.html”看起：{folder}',
  measures: '《办法》', ethics: '《伦理办法》', measures_full: '人工智能科技伦理审查与服务办法', ethics_full: '科技伦理审查办法', has_text: '已导入原文', no_text: '未导入原文', articles: '条文', article: '条文', search: '条号或字词', year: '年份', year_n: '{y}年', only_gaps: '只看有缺口的', all_articles: '看全部条文',
  import: '导入原文…', import_again: '换一份原文…', not_arisen: '没有发生', gaps_n: '{n}处', next_gap: '下一处缺口', turn: '上一条、下一条', before: '上一条', after: '下一条', copy: '复制条文', copied: '已复制条文。', no_hit: '条文里没有“{text}”。', no_gaps: '没有缺口。',
  duties: '要我们做到', evidence: '{y}年的证据', evidence_about: '点数字看清单', verdict: '结论', gaps: '缺口', gaps_here: '有{n}处缺口，见右边。', proven: '有记录证明，没有缺口。', no_duty: '这一条没有要本委员会留证据的事。', nothing_yet: '{y}年没有发生这一条所说的事。', list_about: '{y}年，{n}条', readings: '本软件的处理', readings_about: '条文没有写明的，本软件这样读；选从严还是从宽在设置里',
  profile_strict: '（从严）', profile_lenient: '（从宽）', if_strict: '选从严的：', if_lenient: '选从宽的：', none_at_all: '没有缺口。', none_here: '这一条没有缺口；其他条有{n}处。', more_gaps: '再看{n}处', later: '补记的规矩', later_rule: '补上的材料记今天的日期和原因，原来的空缺也留着。不能改成“当时就有”。',
  import_title: '导入法规原文', import_about: '存在本委员会的数据文件里，引用条文的地方都能打开', import_verb: '导入', import_foot: '写到一半会留着，下次打开还在。', which: '哪一部', from_file: '从文本文件读入…', replaces: '已经导入过。再导入会整份替换，旧的留在日志里。', not_text: '{name}不是文本文件。在WPS里打开，全选复制后粘贴到下面，或另存为txt。',
  text: '全文', text_hint: '从发布机关的网站复制全文粘贴，条文以“第×条”开头；封面、章节标题会自己去掉。', what_was_read: '读出来的', nothing_read: '粘贴后，这里逐条列出读到了什么、缺了什么。', read_fine: '读懂了，条号连续。', empty_text: '先粘贴全文，或从文件读入。', cannot_read: '没有读成条文，见右边。',
}
