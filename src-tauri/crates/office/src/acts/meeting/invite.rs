//! Notices, answers, who presides, advisers (M14).

use super::table::{meeting_ref, not_cancelled, not_opened, title};
use crate::about::About;
use crate::acts::{Verb, form};
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use crate::prints;
use measures::*;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// D9 and D10; the day counts against the committee's own five working days.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SendNotices {
    pub meeting: String,
    #[serde(default)]
    pub on: Option<Date>,
}

/// The papers of a meeting that go out with its notice.
const PAPERS: [&str; 4] = ["meeting_notice", "agenda", "sign_in", "ballots"];

impl Verb for SendNotices {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let meeting = desk.meeting(&self.meeting)?;
        not_opened(&meeting)?;
        let day = desk.day(self.on);
        form::not_future(desk, "on", day)?;
        Ok(m14_meeting::can_notice(&desk.facts()?, &meeting, day))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut meeting = desk.meeting(&self.meeting)?;
        meeting.noticed = Some(desk.day(self.on));
        let day = meeting.starts.date_naive();
        let invited: Vec<String> = desk.members().iter().filter(|m| m.in_office(day)).map(|m| m.id.clone()).collect();
        for member in &invited {
            if !meeting.invitations.iter().any(|i| i.member == *member) {
                meeting.invitations.push(Invitation { member: member.clone(), reply: Reply::None, leaving: None, note: String::new() });
            }
        }
        desk.put_meeting(&meeting)?;
        let (zh, en) = title(&meeting);
        let mut made = Made::said(format!("{zh}已通知{}名委员。", invited.len()), format!("{} members notified of {en}.", invited.len()));
        made.refs.push(meeting_ref(&meeting));
        let there = desk.tx.where_::<FiledPaper>("meeting", &self.meeting)?;
        for kind in PAPERS {
            // A draft follows the record by itself, so notifying again needs no second one.
            if !there.iter().any(|p| p.kind == kind && p.state != PaperState::Void) {
                let paper = prints::draft(desk, kind, About::meeting(&self.meeting), &json!({}))?;
                made = made.with("paper", paper.id, paper.title);
            }
        }
        Ok(made)
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordReply {
    pub meeting: String,
    pub member: String,
    pub reply: Reply,
    #[serde(default)]
    pub leaving: Option<Instant>,
    #[serde(default)]
    pub note: String,
}

impl Verb for RecordReply {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let meeting = desk.meeting(&self.meeting)?;
        not_opened(&meeting)?;
        desk.member(&self.member)?;
        if let Some(leaving) = self.leaving
            && leaving <= meeting.starts
        {
            return Err(Failure::invalid(
                "leaving",
                "预告离会时刻不晚于开会时刻。",
                "The announced departure is not later than the start.",
            )
            .way("不到会的，记为请假。", "Record an absence instead."));
        }
        let facts = desk.facts()?;
        let day = meeting.starts.date_naive();
        // An answer is not an attendance: what would keep the member out is told now and stops them at the door.
        let findings = match self.reply {
            Reply::Attending => m14_meeting::can_attend(&facts, &self.member, day),
            Reply::Video => m14_meeting::can_attend_by_video(&facts, &self.member, day),
            Reply::Absent | Reply::None => vec![],
        };
        Ok(findings.into_iter().map(|f| Finding { verdict: Verdict::Note, ..f }).collect())
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut meeting = desk.meeting(&self.meeting)?;
        let answer = Invitation { member: self.member.clone(), reply: self.reply, leaving: self.leaving, note: self.note.clone() };
        match meeting.invitations.iter_mut().find(|i| i.member == self.member) {
            Some(invitation) => *invitation = answer,
            None => meeting.invitations.push(answer),
        }
        desk.put_meeting(&meeting)?;
        let name = desk.name(&self.member);
        let mut made = Made::said(format!("{name}：{}。", self.reply.zh()), format!("{name}: {}.", self.reply.en()));
        made.refs.push(meeting_ref(&meeting));
        Ok(made)
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DesignateHost {
    pub meeting: String,
    pub by: String,
    pub vice_chair: String,
    pub on: Date,
    #[serde(default)]
    pub reason: String,
}

impl DesignateHost {
    fn designation(&self) -> HostDesignation {
        HostDesignation { by: self.by.clone(), vice_chair: self.vice_chair.clone(), on: self.on, reason: self.reason.clone(), paper: None }
    }
}

impl Verb for DesignateHost {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let meeting = desk.meeting(&self.meeting)?;
        not_cancelled(&meeting)?;
        if meeting.closed.is_some() {
            return Err(Failure::invalid("meeting", "会议已经散会，不能补指定。", "The meeting is closed; no designation can be added."));
        }
        form::not_future(desk, "on", self.on)?;
        Ok(m14_meeting::can_designate_host(&desk.facts()?, &meeting, &self.designation()))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut meeting = desk.meeting(&self.meeting)?;
        meeting.designation = Some(self.designation());
        // Once the meeting is open its host stays: the designated vice-chair takes the seat only where the chair cannot.
        if meeting.opened.is_none() {
            meeting.host = self.vice_chair.clone();
        }
        desk.put_meeting(&meeting)?;
        let paper = prints::draft(desk, "host_designation", About::meeting(&self.meeting), &json!({}))?;
        if let Some(designation) = &mut meeting.designation {
            designation.paper = Some(paper.id.clone());
        }
        desk.put_meeting(&meeting)?;
        let name = desk.name(&self.vice_chair);
        let mut made = Made::said(format!("已登记指定{name}主持。"), format!("{name} is designated to preside."));
        made.refs.push(meeting_ref(&meeting));
        Ok(made.with("paper", paper.id, paper.title))
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SeatAdviser {
    pub meeting: String,
    pub adviser: String,
    pub no_interest: bool,
    #[serde(default)]
    pub items: Vec<String>,
}

impl SeatAdviser {
    fn seat(&self, adviser: &Adviser) -> AdviserSeat {
        AdviserSeat { adviser: adviser.id.clone(), name: adviser.name.clone(), no_interest: self.no_interest, items: self.items.clone() }
    }
}

impl Verb for SeatAdviser {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let meeting = desk.meeting(&self.meeting)?;
        not_cancelled(&meeting)?;
        let adviser = desk.tx.get::<Adviser>(&self.adviser)?.ok_or_else(|| Failure::not_found("adviser", &self.adviser))?;
        if let Some(item) = self.items.iter().find(|i| !meeting.items.contains(i)) {
            return Err(Failure::not_found("item", item));
        }
        Ok(m14_meeting::can_seat_adviser(&desk.facts()?, &meeting, &self.seat(&adviser)))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut meeting = desk.meeting(&self.meeting)?;
        let adviser = desk.tx.get::<Adviser>(&self.adviser)?.ok_or_else(|| Failure::not_found("adviser", &self.adviser))?;
        meeting.advisers.retain(|a| a.adviser != self.adviser);
        meeting.advisers.push(self.seat(&adviser));
        desk.put_meeting(&meeting)?;
        let mut made = Made::said(
            format!("已邀请顾问专家{}，不参与表决。", adviser.name),
            format!("Adviser {} is invited, without a vote.", adviser.name),
        );
        made.refs.push(meeting_ref(&meeting));
        Ok(made)
    }
}
