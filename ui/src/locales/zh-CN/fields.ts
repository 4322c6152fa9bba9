export default {
  day: '日期',
  add: '再加一条',
  remove: '去掉第{n}条',
  yes: '是',
  no: '否',
  on_file: '已收入原件',
  other_file: '换一份',
}
