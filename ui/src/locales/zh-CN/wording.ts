export default {
  title: '文书文字', kinds: '文书种类', text: '文字', preview: '预览', preview_about: '用真实记录，随改随看', is_shipped: '随软件的文字', is_own: '本委员会的文字', rule: '改过的只用于以后签发的文书；已经签发的不变。', use: '采用', use_gate: '采用改过的{kind}文字', use_about: '以后签发的按新文字排印，草稿也随之改变；已签发的不变，随时可以恢复。', restore: '恢复原文', restore_gate: '恢复随软件的{kind}文字', restore_about: '本委员会的文字不再使用，日志里仍可查到；已签发的不变。',
  give_up: '改动不要了', not_changed: '文字没有改。', nothing_to_restore: '用着的就是随软件的文字。', other_kind: '换种类', to_text: '改文字', beside: '对照原文', hide_shipped: '收起原文', shipped: '随软件的文字', restored: '上次改到这里，还没有采用。', refused: '这样写印不出，还不能采用', to_line: '到第{n}行', no_example: '还没有这样的记录可作预览，文字仍可以改。', placeholders: '占位符', placeholders_about: '由记录填入；点一下放到光标处', how: '一行是一个自然段；#开头的行不印。{若 名}…{完}：有这项才印；{每 名}…{完}：逐项重复；**…**印成黑体。',
}
