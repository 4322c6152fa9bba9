//! D16 表决结果统计表: votes, the denominator and the two thirds, item by item, with tellers and host to sign (E16).

use serde::{Deserialize, Serialize};

use crate::make::{self, Layout, Sheet};
use crate::press::block::{Block, Grid, Row, Track};
use crate::sheet::{Absence, CaseRef, Imprint, Letterhead, MeetingRef, Recusal, VoteLine};
use crate::wording::Values;

/// D16 表决结果统计表.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Tally {
    pub imprint: Imprint,
    pub meeting: MeetingRef,
    pub items: Vec<TallyItem>,
    /// 计票人, 监票人.
    #[serde(default)]
    pub tellers: Vec<String>,
}

/// The count of one item.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TallyItem {
    pub no: u32,
    pub case: CaseRef,
    pub kind: String,
    pub due: u32,
    pub attending: u32,
    #[serde(default)]
    pub recused: Vec<Recusal>,
    #[serde(default)]
    pub absent: Vec<Absence>,
    pub votes: Vec<VoteLine>,
    pub needed: u32,
    pub arithmetic: String,
    /// 批准; 未形成决定; 未审议.
    pub outcome: String,
    /// Named votes, empty after a secret ballot.
    #[serde(default)]
    pub named: Vec<NamedVote>,
}

/// How one member voted.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct NamedVote {
    pub name: String,
    pub category: String,
    pub vote: String,
    #[serde(default)]
    pub reason: String,
}

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] = &["概况", "汇总表", "逐项", "签署", "计票人"];

impl Sheet for Tally {
    fn values(&self, _head: &Letterhead) -> Values {
        make::meeting(&self.meeting)
            .blocks("概况", vec![crate::agenda::meeting_facts(&self.meeting)])
            .blocks("汇总表", vec![self.summary()])
            .blocks("逐项", self.items.iter().flat_map(detail).collect())
            .blocks("签署", vec![self.signing()])
            .text("计票人", self.tellers.join("、"))
    }

    fn layout(&self) -> Layout {
        Layout::Form
    }

    fn imprint(&self) -> Option<&Imprint> {
        Some(&self.imprint)
    }

    fn subject(&self) -> String {
        format!("{}表决结果统计表", self.meeting.title)
    }
}

impl Tally {
    fn summary(&self) -> Block {
        let rows = self
            .items
            .iter()
            .map(|i| {
                Row::new(vec![
                    make::mid(i.no.to_string()),
                    make::mid(i.case.number.as_str()),
                    make::mid(i.attending.to_string()),
                    make::mid(if i.votes.is_empty() { "—".into() } else { i.needed.to_string() }),
                    make::cell(if i.votes.is_empty() { "未表决".into() } else { make::votes(&i.votes) }),
                    make::mid(i.outcome.as_str()),
                ])
                .height(22.0)
            })
            .collect();
        let tracks =
            vec![Track::Fixed(28.0), Track::Fixed(112.0), Track::Fixed(34.0), Track::Fixed(34.0), Track::Share(1.0), Track::Fixed(92.0)];
        let mut grid = make::table(tracks, &["序", "案号", "到会", "须票", "票数", "结果"], rows);
        grid.after = 4.0;
        Block::Grid(grid)
    }

    fn signing(&self) -> Block {
        let rows = vec![
            Row::new(vec![make::label("计票人"), make::cell(self.tellers.join("、")), make::label("签名"), make::cell("")]).height(32.0),
            Row::new(vec![make::label("主持人"), make::cell(self.meeting.host.as_str()), make::label("签名"), make::cell("")]).height(32.0),
        ];
        let mut grid = Grid::new(vec![Track::Fixed(60.0), Track::Share(1.0), Track::Fixed(60.0), Track::Share(1.0)], 0, rows);
        grid.whole = true;
        grid.before = 12.0;
        Block::Grid(grid)
    }
}

/// The count of one item in full.
fn detail(i: &TallyItem) -> Vec<Block> {
    let recused = if i.recused.is_empty() { "无".into() } else { i.recused.iter().map(make::recusal).collect::<Vec<_>>().join("、") };
    let absent = if i.absent.is_empty() {
        "无".into()
    } else {
        let one = |a: &Absence| {
            if a.reason.is_empty() { a.name.clone() } else { format!("{}（{}）", a.name, a.reason) }
        };
        i.absent.iter().map(one).collect::<Vec<_>>().join("、")
    };
    let needed = if i.votes.is_empty() { String::new() } else { format!("，须{}票", i.needed) };
    let count = format!("应到{}人，本项到会{}人{needed}", i.due, i.attending);
    let votes = if i.votes.is_empty() { "未表决".into() } else { make::votes(&i.votes) };
    let mut rows = vec![
        Row::new(vec![make::label("活动名称"), make::cell(format!("{}（{}，{}）", i.case.activity, i.case.leader, i.kind)).cols(3)]),
        Row::new(vec![make::label("人数"), make::cell(count), make::label("票数"), make::cell(votes)]),
        Row::new(vec![make::label("回避"), make::cell(recused), make::label("缺席"), make::cell(absent)]),
        Row::new(vec![make::label("计算"), make::cell(i.arithmetic.as_str()), make::label("结果"), make::cell(i.outcome.as_str())]),
    ];
    if !i.named.is_empty() {
        let one = |v: &NamedVote| {
            let reason = if v.reason.is_empty() { String::new() } else { format!("（{}）", v.reason) };
            format!("{}（{}）{}{reason}", v.name, v.category, v.vote)
        };
        let text = i.named.iter().map(one).collect::<Vec<_>>().join("；");
        rows.push(Row::new(vec![make::label("记名表决"), make::cell(text).cols(3)]));
    }
    let mut grid = Grid::new(vec![Track::Fixed(60.0), Track::Share(1.2), Track::Fixed(46.0), Track::Share(1.0)], 0, rows);
    grid.whole = true;
    vec![make::heading(&format!("第{}项　{}", i.no, i.case.number)), Block::Grid(grid)]
}
