//! D15 表决票: one for each voting member and item; the options are the decision kinds and 弃权 (E16).

use serde::{Deserialize, Serialize};

use crate::fonts::Face;
use crate::make::{self, Layout, Sheet};
use crate::press::MM;
use crate::press::block::{Align, Block, Grid, Para, Row, Style, Track};
use crate::sheet::{CaseRef, Imprint, Letterhead, MeetingRef};
use crate::wording::Values;

/// D15 表决票.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Ballots {
    pub imprint: Imprint,
    pub meeting: MeetingRef,
    /// Signed ballots carry the member's name, secret ones do not.
    pub signed: bool,
    pub items: Vec<BallotItem>,
}

/// One item to be voted on, with those who may vote on it (recused members are not among them).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BallotItem {
    pub no: u32,
    pub case: CaseRef,
    /// 初次审查 …
    pub kind: String,
    /// Version under vote: 实施方案V1.2（2026年8月20日）.
    #[serde(default)]
    pub version: String,
    pub options: Vec<String>,
    pub voters: Vec<String>,
}

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] = &["表决票", "记名"];

impl Sheet for Ballots {
    fn values(&self, head: &Letterhead) -> Values {
        make::meeting(&self.meeting).blocks("表决票", self.all(head)).flag("记名", self.signed)
    }

    fn layout(&self) -> Layout {
        Layout::Form
    }

    fn imprint(&self) -> Option<&Imprint> {
        Some(&self.imprint)
    }

    fn subject(&self) -> String {
        format!("{}表决票", self.meeting.title)
    }
}

/// Two ballots and the cut between them fill a page.
const SLOT: f32 = (253.0 * MM - 20.0) / 2.0;

impl Ballots {
    fn all(&self, head: &Letterhead) -> Vec<Block> {
        let mut out = Vec::new();
        let mut on_page = 0;
        for item in &self.items {
            for voter in &item.voters {
                if on_page == 1 {
                    out.push(Block::Cut);
                }
                out.push(Block::Slot { height: SLOT, blocks: self.one(head, item, voter) });
                on_page = (on_page + 1) % 2;
            }
        }
        out
    }

    fn one(&self, head: &Letterhead, item: &BallotItem, voter: &str) -> Vec<Block> {
        let title = Para::new("表决票", Style::new(Face::Title, 18.0)).align(Align::Centre).pitch(28.0);
        let under = format!("{}　{}　第{}项", head.committee, self.meeting.title, item.no);
        let under = make::para(under, make::FORM, Align::Centre);
        let boxes = item.options.iter().map(|o| format!("□{o}")).collect::<Vec<_>>().join("　 ");
        let options = Para { widow: false, ..Para::new(boxes, Style::new(Face::Song, 12.0)).align(Align::Centre).pitch(22.0) };
        let hint = make::para("在选项前的方框内打“√”，只选一项", Style::new(Face::Song, 9.0), Align::Centre);
        let mut choice = make::cell("").cols(3);
        choice.paras = vec![options, hint];
        let member = if self.signed { voter } else { "（不记名）" };
        let rows = vec![
            Row::new(vec![make::label("案号"), make::mid(item.case.number.as_str()), make::label("类型"), make::mid(item.kind.as_str())])
                .height(22.0),
            Row::new(vec![make::label("活动名称"), make::cell(item.case.activity.as_str()).cols(3)]).height(28.0),
            Row::new(vec![
                make::label("负责人"),
                make::mid(item.case.leader.as_str()),
                make::label("承担单位"),
                make::cell(item.case.unit.as_str()),
            ])
            .height(22.0),
            Row::new(vec![make::label("审议版本"), make::cell(item.version.as_str()).cols(3)]).height(22.0),
            Row::new(vec![make::label("表决意见"), choice]).height(54.0),
            Row::new(vec![make::label("理由或\n修改建议"), make::cell("").cols(3)]).height(56.0),
            Row::new(vec![make::label("委员"), make::mid(member), make::label(if self.signed { "签名" } else { "票号" }), make::mid("")])
                .height(30.0),
            Row::new(vec![make::label("日期"), make::mid("　　年　　月　　日").cols(3)]).height(24.0),
        ];
        let tracks = vec![Track::Fixed(66.0), Track::Share(1.0), Track::Fixed(66.0), Track::Share(1.0)];
        vec![Block::Para(title), Block::Para(under), Block::Space(6.0), Block::Grid(Grid::new(tracks, 0, rows))]
    }
}
