//! D10 会议议程: the fixed order of a meeting: quorum, interests, last minutes, reported results, items, other (M14).

use serde::{Deserialize, Serialize};

use crate::make::{self, Layout, Sheet};
use crate::press::block::{Block, Grid, Row, Track};
use crate::sheet::{AgendaItem, Imprint, Letterhead, MeetingRef};
use crate::wording::Values;
use crate::wording::chinese_date;

/// D10 会议议程.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Agenda {
    pub imprint: Imprint,
    pub meeting: MeetingRef,
    /// 应到委员.
    pub due: u32,
    pub items: Vec<AgendaItem>,
    /// Results of simplified and emergency reviews reported to the meeting, one sentence each.
    #[serde(default)]
    pub reported: Vec<String>,
    /// Which minutes are to be confirmed: 2026年第6次会议纪要; empty leaves the point out.
    #[serde(default)]
    pub last_minutes: String,
    #[serde(default)]
    pub other: Vec<String>,
}

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] = &[
    "应到",
    "议题",
    "议题.号",
    "议题.案号",
    "议题.活动名称",
    "议题.负责人",
    "议题.承担单位",
    "议题.类型",
    "议题.时间",
    "概况",
    "议题表",
    "通报",
    "通报.内容",
    "上次纪要",
    "其他",
    "其他.内容",
];

impl Sheet for Agenda {
    fn values(&self, _head: &Letterhead) -> Values {
        make::meeting(&self.meeting)
            .number("应到", self.due)
            .list("议题", &self.items, |item| {
                make::case(&item.case).number("号", item.no).text("类型", item.kind.as_str()).text("时间", item.time.as_str())
            })
            .blocks("概况", vec![meeting_facts(&self.meeting)])
            .blocks("议题表", vec![self.items_table()])
            .texts("通报", &self.reported)
            .text("上次纪要", self.last_minutes.as_str())
            .texts("其他", &self.other)
    }

    fn layout(&self) -> Layout {
        Layout::Form
    }

    fn imprint(&self) -> Option<&Imprint> {
        Some(&self.imprint)
    }

    fn subject(&self) -> String {
        format!("{}议程", self.meeting.title)
    }
}

/// Time, place and host as a small table; used by several sheets of a meeting.
pub(crate) fn meeting_facts(m: &MeetingRef) -> Block {
    let place = match &m.link {
        Some(link) if !link.is_empty() => format!("{}；视频接入：{link}", m.place),
        _ => m.place.clone(),
    };
    let host = if m.host_note.is_empty() { m.host.clone() } else { format!("{}（{}）", m.host, m.host_note) };
    let time = format!("{}{}", chinese_date(m.date), m.time);
    let rows = vec![
        Row::new(vec![make::label("时间"), make::cell(time), make::label("形式"), make::cell(m.form.as_str())]).height(24.0),
        Row::new(vec![make::label("地点"), make::cell(place), make::label("主持人"), make::cell(host)]).height(24.0),
    ];
    let mut grid = Grid::new(vec![Track::Fixed(48.0), Track::Share(1.3), Track::Fixed(52.0), Track::Share(1.0)], 0, rows);
    grid.after = 6.0;
    Block::Grid(grid)
}

impl Agenda {
    fn items_table(&self) -> Block {
        let rows = self
            .items
            .iter()
            .map(|item| {
                let name = format!("{}（{}）", item.case.activity, item.case.number);
                let who = if item.presenter.is_empty() { &item.case.leader } else { &item.presenter };
                let minutes = item.minutes.map(|m| format!("{m}分钟")).unwrap_or_default();
                let recused = if item.recused.is_empty() { "无".to_string() } else { item.recused.join("、") };
                Row::new(vec![
                    make::mid(item.no.to_string()),
                    make::mid(item.time.as_str()),
                    make::cell(name),
                    make::mid(who.as_str()),
                    make::mid(item.kind.as_str()),
                    make::mid(recused),
                    make::mid(minutes),
                ])
                .height(26.0)
            })
            .collect();
        let tracks = vec![
            Track::Fixed(28.0),
            Track::Fixed(40.0),
            Track::Share(1.0),
            Track::Fixed(74.0),
            Track::Fixed(62.0),
            Track::Fixed(74.0),
            Track::Fixed(46.0),
        ];
        let mut grid = make::table(tracks, &["序", "时间", "活动名称", "汇报人", "类型", "回避委员", "用时"], rows);
        grid.before = 4.0;
        grid.after = 6.0;
        Block::Grid(grid)
    }
}
