export default {
  title: '年度工作报告', year_n: '{year}年', year_fixed: '{year}年 已冻结', year_report: '{year}年度工作报告', change_year: '换年度', whole: '预览全文', chapters: '各章', behind: '数字的清单', preview: '正文预览',
  change_chapter: '换章', change_number: '换数字', edit_text: '改文字', copy: '复制', copy_to_platform: '复制到平台', copy_tables: '复制本章各表', copy_list: '复制清单', copied_before: '已复制过', number_copied: '已复制“{name}”：{n}。', tables_copied: '“{chapter}”各表已复制，可贴进WPS表格。', list_copied: '已复制{n}行。',
  figure: '项目', same_last: '{year}年同期', last_total: '{year}年合计{n}', adds_up: '合计与各项一致',
  no_numbers: '本章没有数字，只有文字。', choose_why: '数字由日志数出，不能改；数错了，到它产生的那一件里更正。', open_any: '点任一件打开', list_none: '没有，所以是0。', list_title: '名称', list_detail: '情况', list_date: '日期',
  ready: '就绪情况', n_ready: '{n}章已齐', n_mend: '{n}章有待补', n_wrong: '{n}章对不上', n_write: '{n}章待撰写', annexes: '附件', annex_members: '委员名单', annex_cases: '审查案件清单', annex_listed: '清单活动实施情况报告',
  said: '由数据写成的正文', said_about: '随数据变，不能改', own_text: '委员会补充的文字', own_about: '印在本章正文之后；写到一半会留着',
  before_fix: '冻结以前', since: '冻结以后', go_write: '去写', go_do: '去办', go_serve: '补送达', fix: '冻结并登记提交', fix_gate: '冻结{year}年度工作报告', fix_about: '冻结后这一年的数字、文字和正文固定，数据只读；以后补记的只列出差别，不改报告。', fix_lead: '把正文报送以后，在这里记下提交日期。报告同时签发、取号、锁定。', submitted_on: '提交日期',
  is_fixed: '已冻结', fixed_on: '{date}冻结。', to_paper: '看定稿', register: '登记委员会信息的登记、更新…',
  listed_report: '{year}年度清单活动实施情况报告', listed_short: '清单活动报告', submit: '登记报送…', submit_now: '冻结当日报送', fixed_day: '冻结日期',
}
