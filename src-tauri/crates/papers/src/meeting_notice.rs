//! D9 会议通知: one for each addressee, with the items and a reply slip asking for interests (M14, E8).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::fonts::Face;
use crate::make::{self, Layout, Sheet};
use crate::press::block::{Align, Block, Cell, Grid, Para, Row, Style, Track};
use crate::sheet::{AgendaItem, Imprint, Letterhead, MeetingRef};
use crate::wording::Values;

/// D9 会议通知.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MeetingNotice {
    pub imprint: Imprint,
    pub meeting: MeetingRef,
    pub addressee: String,
    /// 委员, 顾问专家, 申请人.
    pub role: String,
    pub items: Vec<AgendaItem>,
    /// How the material can be read, a full sentence.
    #[serde(default)]
    pub access: String,
    #[serde(default)]
    pub reply_by: Option<NaiveDate>,
    #[serde(default)]
    pub remark: String,
    /// Whether the reply slip follows (members and advisers).
    #[serde(default)]
    pub reply_slip: bool,
}

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] = &[
    "收件人",
    "身份",
    "议题",
    "议题.号",
    "议题.案号",
    "议题.活动名称",
    "议题.负责人",
    "议题.承担单位",
    "议题.类型",
    "议题.时间",
    "议题表",
    "材料取阅",
    "答复限期",
    "补充说明",
    "回执",
];

impl Sheet for MeetingNotice {
    fn values(&self, head: &Letterhead) -> Values {
        make::meeting(&self.meeting)
            .and(make::signed(head, &self.imprint, ""))
            .text("收件人", self.addressee.as_str())
            .text("身份", self.role.as_str())
            .list("议题", &self.items, |item| {
                make::case(&item.case).number("号", item.no).text("类型", item.kind.as_str()).text("时间", item.time.as_str())
            })
            .blocks("议题表", vec![self.items_table()])
            .text("材料取阅", self.access.as_str())
            .date("答复限期", self.reply_by)
            .text("补充说明", self.remark.as_str())
            .blocks("回执", if self.reply_slip { self.slip() } else { Vec::new() })
    }

    fn layout(&self) -> Layout {
        Layout::Letter
    }

    fn imprint(&self) -> Option<&Imprint> {
        Some(&self.imprint)
    }

    fn subject(&self) -> String {
        "会议通知".into()
    }
}

impl MeetingNotice {
    fn items_table(&self) -> Block {
        let rows = self
            .items
            .iter()
            .map(|item| {
                let name = format!("{}（{}）", item.case.activity, item.case.number);
                let who = format!("{}，{}", item.case.leader, item.case.unit);
                let time = if item.time.is_empty() { String::new() } else { item.time.clone() };
                Row::new(vec![
                    make::mid(item.no.to_string()),
                    make::cell(name),
                    make::cell(who),
                    make::mid(item.kind.as_str()),
                    make::mid(time),
                ])
            })
            .collect();
        let tracks = vec![Track::Fixed(36.0), Track::Share(1.5), Track::Share(1.0), Track::Fixed(62.0), Track::Fixed(46.0)];
        let mut grid = make::table(tracks, &["议题", "活动名称", "负责人、单位", "类型", "时间"], rows);
        grid.before = 4.0;
        grid.after = 6.0;
        Block::Grid(grid)
    }

    /// The slip that comes back: whether the member attends, and interests in each item (E8, M14).
    fn slip(&self) -> Vec<Block> {
        let boxes = |text: &str| Cell::new(make::para(text, make::FORM, Align::Left));
        let mut rows = vec![
            Row::new(vec![
                make::label("会议"),
                make::cell(self.meeting.title.as_str()),
                make::label("姓名"),
                // A notice to all leaves the name to whoever fills the slip in.
                make::mid(if self.addressee.starts_with("各位") { "" } else { self.addressee.as_str() }),
            ])
            .height(26.0),
            Row::new(vec![make::label("到会方式"), boxes("□现场到会　□视频到会　□请假（事由：　　　　　　　　　　）").cols(3)])
                .height(26.0),
        ];
        for (i, item) in self.items.iter().enumerate() {
            let mut cells = Vec::new();
            if i == 0 {
                cells.push(make::label("利益冲突\n逐项申报").rows(self.items.len()));
            }
            let text = format!("第{}项　{}（{}）", item.no, item.case.activity, item.case.leader);
            cells.push(make::cell(text).cols(2));
            cells.push(boxes("□无　□有"));
            rows.push(Row::new(cells).height(24.0));
        }
        rows.push(Row::new(vec![make::label("有利益冲突\n的说明"), make::cell("").cols(3)]).height(52.0));
        rows.push(Row::new(vec![make::label("签名"), make::cell(""), make::label("日期"), make::mid("　　年　　月　　日")]).height(34.0));
        let tracks = vec![Track::Fixed(76.0), Track::Share(1.0), Track::Fixed(52.0), Track::Fixed(110.0)];
        let mut grid = Grid::new(tracks, 0, rows);
        grid.whole = true;
        let title = Para::new("会议回执", Style::new(Face::Title, 18.0)).align(Align::Centre).pitch(30.0).keep().outline(2, "会议回执");
        vec![Block::NewPage, Block::Para(title), Block::Space(8.0), Block::Grid(grid)]
    }
}
