//! A meeting, its items and its ballots (M14, E14, E16). Facts only; quorum and outcome are computed.

use super::{DecisionKind, words};
use crate::{Date, Instant};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

words! { MeetingForm { OnSite = "线下" / "on site", Online = "线上" / "online", Hybrid = "线下加视频" / "on site and by video" } }
words! { Presence { InRoom = "现场" / "in the room", Video = "视频" / "by video" } }
words! { Reply { Attending = "到会" / "attending", Video = "视频" / "by video", Absent = "请假" / "absent", None = "未答复" / "no answer" } }
words! {
    /// One ballot. The options offered depend on the round: see `m14_meeting::options`.
    Vote {
        Approve = "批准" / "approve",
        ApproveAfterChanges = "修改后批准" / "approve after changes",
        Revise = "修改后再审" / "revise and resubmit",
        Reject = "不予批准" / "reject",
        Pass = "初步审查通过" / "pass preliminary review",
        Continue = "继续实施" / "continue",
        ContinueAfterChanges = "修改后继续实施" / "continue after changes",
        Suspend = "暂停" / "suspend",
        Terminate = "终止" / "terminate",
        Abstain = "弃权" / "abstain",
        Spoilt = "废票" / "spoilt",
    }
}
impl Vote {
    /// The decision this option stands for; none for an abstention or a spoilt paper.
    pub fn decision(self) -> Option<DecisionKind> {
        Some(match self {
            Vote::Approve => DecisionKind::Approve,
            Vote::ApproveAfterChanges => DecisionKind::ApproveAfterChanges,
            Vote::Revise => DecisionKind::Revise,
            Vote::Reject => DecisionKind::Reject,
            Vote::Pass => DecisionKind::Pass,
            Vote::Continue => DecisionKind::Continue,
            Vote::ContinueAfterChanges => DecisionKind::ContinueAfterChanges,
            Vote::Suspend => DecisionKind::Suspend,
            Vote::Terminate => DecisionKind::Terminate,
            Vote::Abstain | Vote::Spoilt => return None,
        })
    }
    /// The single character shown in the grid.
    pub fn mark(self) -> &'static str {
        match self {
            Vote::Approve => "批",
            Vote::ApproveAfterChanges => "改批",
            Vote::Revise => "改",
            Vote::Reject => "否",
            Vote::Pass => "通",
            Vote::Continue => "续",
            Vote::ContinueAfterChanges => "改续",
            Vote::Suspend => "停",
            Vote::Terminate => "终",
            Vote::Abstain => "弃",
            Vote::Spoilt => "废",
        }
    }
}

/// An answer to the notice, and an announced departure.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    pub member: String,
    pub reply: Reply,
    #[serde(default)]
    pub leaving: Option<Instant>,
    #[serde(default)]
    pub note: String,
}

/// A stay in the meeting: in and out, by the minute.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    pub member: String,
    pub presence: Presence,
    pub from: Instant,
    #[serde(default)]
    pub until: Option<Instant>,
}
impl Attendance {
    pub fn present_at(&self, at: Instant) -> bool {
        self.from <= at && self.until.is_none_or(|u| at < u)
    }
}

/// M14: the chair's designation of a vice-chair to preside.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HostDesignation {
    /// Member id of the chair who designated.
    pub by: String,
    pub vice_chair: String,
    pub on: Date,
    #[serde(default)]
    pub reason: String,
    #[serde(default)]
    pub paper: Option<String>,
}

/// An adviser at the meeting: no vote, never counted (M14).
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdviserSeat {
    pub adviser: String,
    pub name: String,
    /// The statement that there is no direct interest was given.
    pub no_interest: bool,
    #[serde(default)]
    pub items: Vec<String>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    pub id: String,
    /// 第n次会议 of its year.
    pub no: u32,
    pub year: u32,
    pub starts: Instant,
    pub ends: Instant,
    pub form: MeetingForm,
    pub place: String,
    #[serde(default)]
    pub link: String,
    /// Day the notice went out.
    #[serde(default)]
    pub noticed: Option<Date>,
    /// Who is to preside: a member id.
    pub host: String,
    #[serde(default)]
    pub designation: Option<HostDesignation>,
    #[serde(default)]
    pub invitations: Vec<Invitation>,
    #[serde(default)]
    pub advisers: Vec<AdviserSeat>,
    #[serde(default)]
    pub opened: Option<Instant>,
    #[serde(default)]
    pub closed: Option<Instant>,
    #[serde(default)]
    pub attendance: Vec<Attendance>,
    /// Items in the order of the agenda.
    #[serde(default)]
    pub items: Vec<String>,
    #[serde(default)]
    pub recorder: String,
    /// The minutes of the meeting before were approved.
    #[serde(default)]
    pub last_minutes_approved: bool,
    #[serde(default)]
    pub cancelled: Option<String>,
}

impl Meeting {
    pub fn day(&self) -> Date {
        self.opened.unwrap_or(self.starts).date_naive()
    }
    pub fn present(&self, at: Instant) -> impl Iterator<Item = &Attendance> {
        self.attendance.iter().filter(move |a| a.present_at(at))
    }
}

/// E8(4): a member steps out for one item.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recusal {
    pub member: String,
    pub reason: String,
    #[serde(default)]
    pub left: Option<Instant>,
    #[serde(default)]
    pub back: Option<Instant>,
}

/// One vote on one item. Both rounds stay when there is a second.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ballot {
    pub opened: Instant,
    /// Member id → vote. Members without an entry have not voted.
    pub votes: BTreeMap<String, Vote>,
    #[serde(default)]
    pub closed: Option<Instant>,
    /// Corrections after closing: what stood before, why.
    #[serde(default)]
    pub corrections: Vec<VoteCorrection>,
}
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoteCorrection {
    pub member: String,
    pub was: Option<Vote>,
    pub reason: String,
    pub at: Instant,
}

words! {
    ItemResult {
        Decided = "已作决定" / "decided",
        NoDecision = "未形成决定" / "no decision",
        NotDeliberated = "未审议" / "not deliberated",
    }
}

/// How an item ended. `decision` is derived from the votes, never typed.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub result: ItemResult,
    #[serde(default)]
    pub decision: Option<DecisionKind>,
    #[serde(default)]
    pub reason: String,
    /// Two-thirds fails when the recused are counted; the chair's note is then required for an approval.
    #[serde(default)]
    pub chair_note: String,
    pub at: Instant,
    #[serde(default)]
    pub deferred_to: Option<String>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// One of the six dimensions of M15 (1–6), 0 for a general remark.
    pub dimension: u32,
    pub text: String,
    /// A dissenting view to be recorded.
    #[serde(default)]
    pub dissent: bool,
}

/// One agenda item: one round of one case before one meeting.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    pub id: String,
    pub meeting: String,
    pub case: String,
    /// Index of the round in the case.
    pub round: u32,
    pub minutes: u32,
    /// The host asked about conflicts of interest.
    #[serde(default)]
    pub conflicts_asked: Option<Instant>,
    #[serde(default)]
    pub recusals: Vec<Recusal>,
    /// When deliberation began; quorum is that of this moment and of the vote.
    #[serde(default)]
    pub taken_up: Option<Instant>,
    #[serde(default)]
    pub ballots: Vec<Ballot>,
    #[serde(default)]
    pub outcome: Option<Outcome>,
    #[serde(default)]
    pub presented: String,
    #[serde(default)]
    pub answers: String,
    #[serde(default)]
    pub remarks: Vec<Remark>,
    /// Files and versions before the members, as named on the agenda.
    #[serde(default)]
    pub documents: Vec<String>,
}
impl Item {
    pub fn is_recused(&self, member: &str) -> bool {
        self.recusals.iter().any(|r| r.member == member)
    }
    pub fn ballot(&self) -> Option<&Ballot> {
        self.ballots.last()
    }
}
