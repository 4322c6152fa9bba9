//! D17 会议纪要: who was there, quorum, interests, each item with its vote and decision (E6, M14, E16).

use serde::{Deserialize, Serialize};

use crate::fonts::Face;
use crate::make::{self, Layout, Sheet};
use crate::press::block::{Align, Block, Para, Style};
use crate::press::frame::{BODY, PITCH, TRACK};
use crate::sheet::{Absence, CaseRef, DimensionNote, Imprint, Letterhead, Material, MeetingRef, Recusal, Tracking, VoteSummary};
use crate::wording::Values;

/// D17 会议纪要.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Minutes {
    pub imprint: Imprint,
    pub meeting: MeetingRef,
    /// 16:48; empty while the meeting is open.
    #[serde(default)]
    pub ended: String,
    /// 应到委员.
    pub due: u32,
    pub present: Vec<Attendee>,
    #[serde(default)]
    pub absent: Vec<Absence>,
    #[serde(default)]
    pub advisers: Vec<String>,
    #[serde(default)]
    pub secretaries: Vec<String>,
    /// Quorum statement with categories, a full sentence.
    pub quorum: String,
    /// The question about interests and the answers, a full sentence.
    pub interests: String,
    /// Confirmation of the last minutes, a full sentence; empty leaves it out.
    #[serde(default)]
    pub last_minutes: String,
    /// Simplified and emergency reviews reported, one sentence each.
    #[serde(default)]
    pub reported: Vec<String>,
    pub items: Vec<MinutesItem>,
    #[serde(default)]
    pub other: Vec<String>,
    pub recorder: String,
}

/// A member who attended.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Attendee {
    pub name: String,
    /// 技术 …
    pub category: String,
    /// 视频; 16:20离会; empty otherwise.
    #[serde(default)]
    pub note: String,
}

/// One item as it went.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MinutesItem {
    pub no: u32,
    pub case: CaseRef,
    pub kind: String,
    #[serde(default)]
    pub documents: Vec<Material>,
    #[serde(default)]
    pub presenter: String,
    /// Summary of the applicant's report.
    #[serde(default)]
    pub presentation: String,
    #[serde(default)]
    pub questions: Vec<Question>,
    #[serde(default)]
    pub discussion: Vec<DimensionNote>,
    /// Dissenting views, each a full sentence.
    #[serde(default)]
    pub dissent: Vec<String>,
    #[serde(default)]
    pub recused: Vec<Recusal>,
    /// `None` when no vote was held.
    #[serde(default)]
    pub vote: Option<VoteSummary>,
    /// The result as a full sentence: 决定修改后再审。 or 未审议，因…。
    pub outcome: String,
    #[serde(default)]
    pub conditions: Vec<String>,
    #[serde(default)]
    pub tracking: Option<Tracking>,
}

/// A question put to the applicant and the answer.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Question {
    pub question: String,
    pub answer: String,
}

/// Names its wording knows besides the common ones.
pub(crate) const KNOWN: &[&str] = &[
    "结束时间",
    "应到",
    "到会",
    "出席",
    "请假",
    "顾问",
    "列席",
    "法定人数",
    "利益声明",
    "上次纪要",
    "通报",
    "通报.内容",
    "议题",
    "议题.号",
    "议题.案号",
    "议题.活动名称",
    "议题.负责人",
    "议题.承担单位",
    "议题.类型",
    "议题.审查材料",
    "议题.汇报人",
    "议题.汇报",
    "议题.问答",
    "议题.问答.问",
    "议题.问答.答",
    "议题.讨论",
    "议题.讨论.方面",
    "议题.讨论.内容",
    "议题.不同意见",
    "议题.不同意见.内容",
    "议题.回避说明",
    "议题.表决",
    "议题.应到",
    "议题.到会",
    "议题.回避",
    "议题.票数",
    "议题.须票数",
    "议题.算式",
    "议题.结果",
    "议题.条件",
    "议题.条件.内容",
    "议题.跟踪",
    "议题.跟踪间隔",
    "议题.下次跟踪",
    "其他",
    "其他.内容",
    "记录人",
    "签署",
];

impl Sheet for Minutes {
    fn values(&self, _head: &Letterhead) -> Values {
        let attendee = |a: &Attendee| {
            let note = if a.note.is_empty() { String::new() } else { format!("，{}", a.note) };
            format!("{}（{}{note}）", a.name, a.category)
        };
        let absence = |a: &Absence| {
            if a.reason.is_empty() { a.name.clone() } else { format!("{}（{}）", a.name, a.reason) }
        };
        make::meeting(&self.meeting)
            .text("结束时间", self.ended.as_str())
            .number("应到", self.due)
            .number("到会", self.present.len() as i64)
            .text("出席", self.present.iter().map(attendee).collect::<Vec<_>>().join("、"))
            .text("请假", self.absent.iter().map(absence).collect::<Vec<_>>().join("、"))
            .text("顾问", self.advisers.join("、"))
            .text("列席", self.secretaries.join("、"))
            .text("法定人数", self.quorum.as_str())
            .text("利益声明", self.interests.as_str())
            .text("上次纪要", self.last_minutes.as_str())
            .texts("通报", &make::sentences(&self.reported))
            .list("议题", &self.items, item)
            .texts("其他", &make::sentences(&self.other))
            .text("记录人", self.recorder.as_str())
            .blocks("签署", vec![self.signing()])
    }

    fn layout(&self) -> Layout {
        Layout::Minutes
    }

    fn imprint(&self) -> Option<&Imprint> {
        Some(&self.imprint)
    }

    fn subject(&self) -> String {
        format!("{}纪要", self.meeting.title)
    }
}

impl Minutes {
    fn signing(&self) -> Block {
        let style = Style::new(Face::Fang, BODY);
        let line = |text: String| {
            Block::Para(Para {
                track: TRACK,
                ..Para::new(text, style).align(Align::Left).pitch(PITCH * 1.3).first(2.0 * (BODY + TRACK)).keep()
            })
        };
        Block::Keep(vec![
            Block::Space(PITCH),
            line(format!("主持人（{}）签名：", self.meeting.host)),
            line(format!("记录人（{}）签名：", self.recorder)),
        ])
    }
}

fn item(i: &MinutesItem) -> Values {
    let tracking = i.tracking.clone().unwrap_or_default();
    let recused = |r: &Recusal| {
        let times = match (r.left_at.as_str(), r.back_at.as_str()) {
            ("", _) => String::new(),
            (left, "") => format!("，{left}离场"),
            (left, back) => format!("，{left}离场，{back}返回"),
        };
        let reason = if r.reason.is_empty() { String::new() } else { format!("（{}{times}）", r.reason) };
        format!("{}{reason}", r.name)
    };
    make::case(&i.case)
        .and(make::vote(i.vote.as_ref()))
        .number("号", i.no)
        .text("类型", i.kind.as_str())
        .text("审查材料", i.documents.iter().map(make::material).collect::<Vec<_>>().join("、"))
        .text("汇报人", i.presenter.as_str())
        .text("汇报", i.presentation.as_str())
        .list("问答", &i.questions, |q| Values::new().text("问", q.question.as_str()).text("答", q.answer.as_str()))
        .list("讨论", &i.discussion, crate::decision_letter::note)
        .texts("不同意见", &make::sentences(&i.dissent))
        .text("回避说明", i.recused.iter().map(recused).collect::<Vec<_>>().join("、"))
        .text("结果", i.outcome.as_str())
        .texts("条件", &make::sentences(&i.conditions))
        .flag("跟踪", i.tracking.is_some())
        .text("跟踪间隔", tracking.interval)
        .date("下次跟踪", i.tracking.as_ref().map(|t| t.next))
}
