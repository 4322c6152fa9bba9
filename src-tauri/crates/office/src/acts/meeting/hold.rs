//! The meeting itself: who is in the room and when, which item is being heard, who steps out for it (M14, E8, E14).

use super::table::{Table, meeting_ref, not_before_opening, not_cancelled, place_of, table, title, under_way};
use crate::acts::{Verb, form};
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use measures::*;
use serde::{Deserialize, Serialize};

/// Opens the meeting with those in the room and on the screen.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OpenMeeting {
    pub meeting: String,
    #[serde(default)]
    pub at: Option<Instant>,
    pub present: Vec<String>,
    #[serde(default)]
    pub video: Vec<String>,
    #[serde(default)]
    pub recorder: String,
    #[serde(default)]
    pub last_minutes_approved: bool,
}

impl OpenMeeting {
    /// The meeting with its attendance, not opened yet.
    fn gathered(&self, desk: &Desk) -> Result<(Meeting, Instant), Failure> {
        let mut meeting = desk.meeting(&self.meeting)?;
        let at = desk.moment(self.at);
        let all = self.present.iter().map(|m| (m, Presence::InRoom)).chain(self.video.iter().map(|m| (m, Presence::Video)));
        for (member, presence) in all {
            if meeting.attendance.iter().any(|a| a.member == *member) {
                let name = desk.name(member);
                return Err(Failure::invalid("present", format!("{name}写了两次。"), format!("{name} is named twice."))
                    .way("一人只签到一次：现场或者视频。", "Once each: in the room or by video."));
            }
            meeting.attendance.push(Attendance { member: member.clone(), presence, from: at, until: None });
        }
        Ok((meeting, at))
    }
}

impl Verb for OpenMeeting {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        not_cancelled(&desk.meeting(&self.meeting)?)?;
        let (meeting, at) = self.gathered(desk)?;
        form::not_future_at(desk, "at", at)?;
        if at.date_naive() != meeting.starts.date_naive() {
            return Err(Failure::invalid(
                "at",
                format!("会议定在{}，不是{}。", say::zh_date(meeting.starts.date_naive()), say::zh_date(at.date_naive())),
                format!("The meeting is set for {}, not {}.", say::en_date(meeting.starts.date_naive()), say::en_date(at.date_naive())),
            )
            .way("会期有变的，先更改会议。", "Change the meeting first if its day has moved."));
        }
        let facts = desk.facts()?;
        let mut findings = m14_meeting::can_open(&facts, &meeting, at);
        for attendance in &meeting.attendance {
            findings.extend(match attendance.presence {
                Presence::InRoom => m14_meeting::can_attend(&facts, &attendance.member, at.date_naive()),
                Presence::Video => m14_meeting::can_attend_by_video(&facts, &attendance.member, at.date_naive()),
            });
        }
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let (mut meeting, at) = self.gathered(desk)?;
        meeting.opened = Some(at);
        // A vice-chair designated for the period takes the seat of a host who is not there; the record says who sat in it.
        let facts = desk.facts()?;
        if !meeting.attendance.iter().any(|a| a.member == meeting.host) && meeting.designation.is_none() {
            let present: Vec<&Member> = meeting.attendance.iter().filter_map(|a| facts.member(&a.member)).collect();
            if let Some(host) = m14_designation::designated_host(&facts, &present, at.date_naive()) {
                meeting.host = host.id.clone();
            }
        }
        meeting.recorder = if self.recorder.trim().is_empty() { desk.committee()?.secretary.clone() } else { self.recorder.trim().into() };
        meeting.last_minutes_approved = self.last_minutes_approved;
        desk.put_meeting(&meeting)?;
        let n = meeting.attendance.len();
        let (zh, en) = title(&meeting);
        let mut made = Made::said(format!("{zh}开始，签到{n}人。"), format!("Opened {en}; {n} signed in."));
        made.refs.push(meeting_ref(&meeting));
        Ok(made)
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Arrive {
    pub meeting: String,
    pub member: String,
    #[serde(default)]
    pub at: Option<Instant>,
    #[serde(default)]
    pub presence: Option<Presence>,
}

impl Verb for Arrive {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let meeting = desk.meeting(&self.meeting)?;
        let at = desk.moment(self.at);
        under_way(&meeting)?;
        not_before_opening(&meeting, at)?;
        form::not_future_at(desk, "at", at)?;
        if meeting.attendance.iter().any(|a| a.member == self.member && a.until.is_none_or(|u| at < u)) {
            let name = desk.name(&self.member);
            return Err(Failure::invalid(
                "member",
                format!("{name}这时已经到会。"),
                format!("{name} is at the meeting at that moment already."),
            ));
        }
        let (facts, day) = (desk.facts()?, at.date_naive());
        Ok(match self.presence {
            Some(Presence::Video) => m14_meeting::can_attend_by_video(&facts, &self.member, day),
            _ => m14_meeting::can_attend(&facts, &self.member, day),
        })
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut meeting = desk.meeting(&self.meeting)?;
        let at = desk.moment(self.at);
        meeting.attendance.push(Attendance {
            member: self.member.clone(),
            presence: self.presence.unwrap_or(Presence::InRoom),
            from: at,
            until: None,
        });
        desk.put_meeting(&meeting)?;
        let name = desk.name(&self.member);
        let mut made = Made::said(format!("{name}到会。"), format!("{name} is at the meeting."));
        made.refs.push(meeting_ref(&meeting));
        Ok(made)
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Depart {
    pub meeting: String,
    pub member: String,
    #[serde(default)]
    pub at: Option<Instant>,
}

/// When the last ballot was closed in which the member voted.
fn last_vote(desk: &Desk, meeting: &Meeting, member: &str) -> Result<Option<Instant>, Failure> {
    let items = desk.items_of(meeting)?;
    Ok(items.iter().flat_map(|i| &i.ballots).filter(|b| b.votes.contains_key(member)).filter_map(|b| b.closed).max())
}

impl Verb for Depart {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let meeting = desk.meeting(&self.meeting)?;
        let at = desk.moment(self.at);
        under_way(&meeting)?;
        form::not_future_at(desk, "at", at)?;
        let name = desk.name(&self.member);
        match meeting.attendance.iter().rev().find(|a| a.member == self.member && a.until.is_none()) {
            None => Err(Failure::invalid("member", format!("{name}不在会上。"), format!("{name} is not at the meeting."))),
            Some(_) if last_vote(desk, &meeting, &self.member)?.is_some_and(|voted| at < voted) => Err(Failure::invalid(
                "at",
                format!("{name}在这之后还投过票，离会时刻太早。"),
                format!("{name} voted after that; the departure is too early."),
            )
            .way("更正离会时刻。", "Correct the time of departure.")),
            Some(a) if at < a.from => Err(Failure::invalid(
                "at",
                format!("离会时刻早于到会时刻{}。", say::zh_instant(a.from)),
                format!("Earlier than the arrival at {}.", say::en_instant(a.from)),
            )),
            Some(_) => Ok(vec![]),
        }
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut meeting = desk.meeting(&self.meeting)?;
        let mut at = desk.moment(self.at);
        // Typed to the minute, a vote and a departure may coincide; whoever voted was there for it.
        if last_vote(desk, &meeting, &self.member)? == Some(at) {
            at += chrono::Duration::seconds(1);
        }
        if let Some(stay) = meeting.attendance.iter_mut().rev().find(|a| a.member == self.member && a.until.is_none()) {
            stay.until = Some(at);
        }
        desk.put_meeting(&meeting)?;
        let name = desk.name(&self.member);
        let mut made = Made::said(format!("{name}离会，其后各项重算到会。"), format!("{name} has left; later items are counted anew."));
        made.refs.push(meeting_ref(&meeting));
        Ok(made)
    }
}

/// Begins an item: the host has asked about conflicts, the lamp is read.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TakeUp {
    pub item: String,
    #[serde(default)]
    pub at: Option<Instant>,
}

impl TakeUp {
    /// Taking an item up says that the question about conflicts was put.
    fn asked(item: &Item, at: Instant) -> Item {
        let mut item = item.clone();
        item.conflicts_asked.get_or_insert(at);
        item
    }
}

impl Verb for TakeUp {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let Table { item, meeting, case } = table(desk, &self.item)?;
        let at = desk.moment(self.at);
        under_way(&meeting)?;
        form::not_future_at(desk, "at", at)?;
        not_before_opening(&meeting, at)?;
        if item.taken_up.is_some() && item.outcome.is_none() {
            return Err(Failure::invalid("item", "本项已经在审议。", "The item is being heard already."));
        }
        let facts = desk.facts()?;
        let others = meeting.items.iter().map(|id| desk.item(id)).collect::<Result<Vec<_>, _>>()?;
        let mut findings = m14_meeting::can_take_up(&facts, &meeting, &TakeUp::asked(&item, at), &case, at);
        findings.extend(m14_meeting::still_out(&facts, &meeting, &item, &others, at));
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let Table { item, meeting, .. } = table(desk, &self.item)?;
        let at = desk.moment(self.at);
        let mut item = TakeUp::asked(&item, at);
        item.taken_up = Some(at);
        item.ballots.push(Ballot { opened: at, votes: Default::default(), closed: None, corrections: vec![] });
        desk.put_item(&item)?;
        let n = place_of(&meeting, &item.id);
        Ok(Made::said(format!("开始审议第{n}项。"), format!("Item {n} is taken up.")).with("item", item.id, format!("第{n}项")))
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recuse {
    pub item: String,
    pub member: String,
    pub reason: String,
    #[serde(default)]
    pub left: Option<Instant>,
}

impl Verb for Recuse {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let Table { item, meeting, .. } = table(desk, &self.item)?;
        not_cancelled(&meeting)?;
        desk.member(&self.member)?;
        form::filled("reason", &self.reason, "回避的事由", "reason for the recusal")?;
        if item.outcome.is_some() {
            return Err(Failure::invalid("item", "本项已经关闭，不能再登记回避。", "The item is closed; no recusal can be added.")
                .way("影响结果的，更正表决并写明理由。", "If it bears on the outcome, correct the votes with a reason."));
        }
        if let Some(left) = self.left {
            form::not_future_at(desk, "left", left)?;
            not_before_opening(&meeting, left)?;
        }
        Ok(vec![])
    }
    /// A recused member's vote on the item, if one was cast already, falls away with the seat.
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let Table { mut item, meeting, .. } = table(desk, &self.item)?;
        let left = self.left.or_else(|| meeting.opened.map(|_| desk.at));
        match item.recusals.iter_mut().find(|r| r.member == self.member) {
            Some(recusal) => {
                recusal.reason = self.reason.trim().into();
                recusal.left = left.or(recusal.left);
            }
            None => item.recusals.push(Recusal { member: self.member.clone(), reason: self.reason.trim().into(), left, back: None }),
        }
        if let Some(ballot) = item.ballots.last_mut().filter(|b| b.closed.is_none()) {
            ballot.votes.remove(&self.member);
        }
        desk.put_item(&item)?;
        let (name, n) = (desk.name(&self.member), place_of(&meeting, &item.id));
        Ok(Made::said(format!("{name}回避第{n}项，不计入到会。"), format!("{name} is recused from item {n} and not counted.")).with(
            "item",
            item.id,
            format!("第{n}项"),
        ))
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReturnRecused {
    pub item: String,
    pub member: String,
    #[serde(default)]
    pub at: Option<Instant>,
}

impl Verb for ReturnRecused {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let Table { item, meeting, .. } = table(desk, &self.item)?;
        let at = desk.moment(self.at);
        under_way(&meeting)?;
        form::not_future_at(desk, "at", at)?;
        let name = desk.name(&self.member);
        let Some(recusal) = item.recusals.iter().find(|r| r.member == self.member) else {
            return Err(Failure::invalid("member", format!("{name}没有回避本项。"), format!("{name} is not recused from this item.")));
        };
        if item.outcome.is_none() {
            return Err(Failure::invalid(
                "item",
                "本项还没有关闭，回避委员不能回席。",
                "The item is not closed; a recused member stays out.",
            )
            .way("先关闭本项，或转下次会议。", "Close or defer the item first."));
        }
        if recusal.left.is_some_and(|l| at < l) {
            return Err(Failure::invalid("at", "回席时刻早于离席时刻。", "Back before leaving."));
        }
        Ok(vec![])
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut item = desk.item(&self.item)?;
        let at = desk.moment(self.at);
        for recusal in item.recusals.iter_mut().filter(|r| r.member == self.member) {
            recusal.back = Some(at);
        }
        desk.put_item(&item)?;
        let name = desk.name(&self.member);
        Ok(Made::said(format!("{name}回席。"), format!("{name} is back.")).with("item", item.id, ""))
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordRemarks {
    pub item: String,
    #[serde(default)]
    pub presented: String,
    #[serde(default)]
    pub answers: String,
    #[serde(default)]
    pub remarks: Vec<Remark>,
}

impl Verb for RecordRemarks {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let Table { meeting, .. } = table(desk, &self.item)?;
        not_cancelled(&meeting)?;
        if let Some(remark) = self.remarks.iter().find(|r| r.dimension > 6) {
            return Err(Failure::invalid(
                "remarks",
                format!("没有第{}个方面，第十五条是六个方面。", remark.dimension),
                format!("There is no dimension {}; Art. 15 has six.", remark.dimension),
            ));
        }
        let papers = desk.tx.where_::<FiledPaper>("meeting", &meeting.id)?;
        if let Some(minutes) = papers.iter().find(|p| p.kind == "minutes" && p.state == PaperState::Issued) {
            return Err(Failure::invalid(
                "item",
                format!("{}已签发，审议记录不能再改。", minutes.number),
                format!("{} is issued; the record of deliberation is fixed.", minutes.number),
            )
            .way("有误的，作废后更正重发。", "Void it, correct and issue anew."));
        }
        Ok(vec![])
    }
    /// The record as it now stands replaces the one before; the journal keeps that.
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut item = desk.item(&self.item)?;
        item.presented = self.presented.clone();
        item.answers = self.answers.clone();
        item.remarks = self.remarks.iter().filter(|r| !r.text.trim().is_empty()).cloned().collect();
        desk.put_item(&item)?;
        Ok(Made::said("已记录审议。", "The deliberation is recorded.").with("item", item.id, ""))
    }
}
