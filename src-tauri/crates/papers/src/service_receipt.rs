//! D25 送达回证: which paper reached whom, how, when and where; the appeal runs from here (M16).

use serde::{Deserialize, Serialize};

use crate::make::{self, Layout, Sheet};
use crate::press::block::{Block, Grid, Row, Track};
use crate::sheet::{CaseRef, Imprint, Letterhead};
use crate::wording::Values;

/// D25 送达回证.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ServiceReceipt {
    pub imprint: Imprint,
    pub case: CaseRef,
    /// 送达文书 with its number.
    pub document_title: String,
    pub document_number: String,
    #[serde(default)]
    pub copies: u32,
    pub addressee: String,
    #[serde(default)]
    pub address: String,
    /// Ways offered on the form: 直接送交, 邮寄, 电子送达 …
    pub ways: Vec<String>,
    /// The way taken, one of `ways`; empty on a blank form.
    #[serde(default)]
    pub way: String,
    #[serde(default)]
    pub served_at: String,
    #[serde(default)]
    pub receiver: String,
    #[serde(default)]
    pub server: String,
    /// Refusal, receipt by another person and the like.
    #[serde(default)]
    pub remark: String,
    /// The computed last day of appeal, a full sentence; empty on a blank form.
    #[serde(default)]
    pub appeal_note: String,
}

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] = &["回证表"];

impl Sheet for ServiceReceipt {
    fn values(&self, head: &Letterhead) -> Values {
        make::case(&self.case).blocks("回证表", vec![self.form(head)])
    }

    fn layout(&self) -> Layout {
        Layout::Form
    }

    fn imprint(&self) -> Option<&Imprint> {
        Some(&self.imprint)
    }

    fn subject(&self) -> String {
        "送达回证".into()
    }
}

impl ServiceReceipt {
    fn form(&self, head: &Letterhead) -> Block {
        let ways = self
            .ways
            .iter()
            .map(|w| if !self.way.is_empty() && *w == self.way { format!("√{w}") } else { format!("□{w}") })
            .collect::<Vec<_>>()
            .join("　");
        let copies = if self.copies == 0 { "　　份".into() } else { format!("{}份", self.copies) };
        let served = if self.served_at.is_empty() { "　　　年　　月　　日　　时　　分" } else { &self.served_at };
        let mut rows = vec![
            Row::new(vec![make::label("案号"), make::cell(self.case.number.as_str()), make::label("份数"), make::mid(copies)]).height(30.0),
            Row::new(vec![make::label("活动名称"), make::cell(self.case.activity.as_str()).cols(3)]).height(36.0),
            Row::new(vec![
                make::label("送达文书"),
                make::cell(self.document_title.as_str()),
                make::label("文号"),
                make::cell(self.document_number.as_str()),
            ])
            .height(36.0),
            Row::new(vec![make::label("受送达人"), make::cell(self.addressee.as_str()).cols(3)]).height(30.0),
            Row::new(vec![make::label("送达地点"), make::cell(self.address.as_str()).cols(3)]).height(36.0),
            Row::new(vec![make::label("送达方式"), make::cell(ways).cols(3)]).height(36.0),
            Row::new(vec![make::label("送达时间"), make::cell(served).cols(3)]).height(36.0),
            Row::new(vec![make::label("收件人\n签名或盖章"), make::cell(self.receiver.as_str()).cols(3)]).height(64.0),
            Row::new(vec![make::label("代收理由"), make::cell("").cols(3)]).height(44.0),
            Row::new(vec![make::label("送达人签名"), make::cell(self.server.as_str()).cols(3)]).height(44.0),
            Row::new(vec![make::label("备注"), make::cell(self.remark.as_str()).cols(3)]).height(60.0),
        ];
        if !self.appeal_note.is_empty() {
            rows.push(Row::new(vec![make::label("申诉期"), make::cell(self.appeal_note.as_str()).cols(3)]).height(36.0));
        }
        rows.push(Row::new(vec![make::label("送达机关"), make::cell(head.committee.as_str()).cols(3)]).height(30.0));
        Block::Grid(Grid::new(vec![Track::Fixed(84.0), Track::Share(1.4), Track::Fixed(54.0), Track::Share(1.0)], 0, rows))
    }
}
