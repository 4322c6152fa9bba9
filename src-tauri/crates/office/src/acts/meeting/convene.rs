//! Convening: the plan of a meeting and its agenda (M14).

use super::table::{Table, meeting_ref, not_cancelled, not_opened, place_of, table, title};
use crate::acts::{Verb, form};
use crate::desk::{Desk, Made, overlay};
use crate::failure::Failure;
use measures::*;
use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanMeeting {
    pub starts: Instant,
    pub ends: Instant,
    pub form: MeetingForm,
    pub place: String,
    #[serde(default)]
    pub link: String,
    /// Who is to preside; the chair in office on that day when left out.
    #[serde(default)]
    pub host: Option<String>,
}

impl PlanMeeting {
    fn meeting(&self, desk: &Desk, id: String, no: u32) -> Result<Meeting, Failure> {
        let day = self.starts.date_naive();
        let host = match &self.host {
            Some(host) => desk.member(host)?.id.clone(),
            None => desk.facts()?.chair(day).map(|m| m.id.clone()).unwrap_or_default(),
        };
        Ok(Meeting {
            id,
            no,
            year: chrono::Datelike::year(&day) as u32,
            starts: self.starts,
            ends: self.ends,
            form: self.form,
            place: self.place.trim().into(),
            link: self.link.trim().into(),
            noticed: None,
            host,
            designation: None,
            invitations: vec![],
            advisers: vec![],
            opened: None,
            closed: None,
            attendance: vec![],
            items: vec![],
            recorder: String::new(),
            last_minutes_approved: false,
            cancelled: None,
        })
    }
}

fn sound(meeting: &Meeting) -> Result<(), Failure> {
    if meeting.ends <= meeting.starts {
        return Err(Failure::invalid("ends", "结束时刻不晚于开始时刻。", "It ends no later than it starts."));
    }
    if meeting.ends.date_naive() != meeting.starts.date_naive() {
        return Err(Failure::invalid("ends", "一次会议在同一天内。", "A meeting lies within one day.")
            .way("跨日的，分成两次会议。", "Split it into two meetings."));
    }
    if meeting.form != MeetingForm::Online {
        form::filled("place", &meeting.place, "地点", "place")?;
    }
    Ok(())
}

/// What the notice and the opening will ask, told while there is time.
fn outlook(desk: &Desk, meeting: &Meeting) -> Result<Vec<Finding>, Failure> {
    let findings = m14_meeting::can_notice(&desk.facts()?, meeting, desk.at.date_naive());
    Ok(findings
        .into_iter()
        .filter(|f| matches!(f.rule.as_str(), "M14.host" | "E14.video_rules"))
        .map(|f| Finding { verdict: Verdict::Note, ..f })
        .collect())
}

impl Verb for PlanMeeting {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let meeting = self.meeting(desk, String::new(), 0)?;
        sound(&meeting)?;
        outlook(desk, &meeting)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let year = chrono::Datelike::year(&self.starts.date_naive());
        let no = desk.tx.next_number(&format!("meeting-{year}"))?;
        let id = desk.tx.next_id("meeting")?;
        let meeting = self.meeting(desk, id, no)?;
        desk.put_meeting(&meeting)?;
        let (zh, en) = title(&meeting);
        let mut made = Made::said(
            format!("已拟定{zh}，{}。", say::zh_instant(self.starts)),
            format!("Planned {en}, {}.", say::en_instant(self.starts)),
        );
        made.refs.push(meeting_ref(&meeting));
        Ok(made)
    }
}

/// Changes single particulars of a planned meeting; `with` is a partial [`Meeting`] object (starts, ends, form, place, link, host).
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChangeMeeting {
    pub meeting: String,
    pub with: serde_json::Value,
    #[serde(default)]
    pub reason: String,
}

impl ChangeMeeting {
    fn changed(&self, desk: &Desk) -> Result<Meeting, Failure> {
        let old = desk.meeting(&self.meeting)?;
        not_opened(&old)?;
        form::only(&self.with, &["starts", "ends", "form", "place", "link", "host"])?;
        let meeting: Meeting = overlay(&old, &self.with)?;
        sound(&meeting)?;
        desk.member(&meeting.host)?;
        if chrono::Datelike::year(&meeting.starts.date_naive()) as u32 != old.year {
            return Err(Failure::invalid(
                "starts",
                "会议按年编号，不能改到另一年。",
                "Meetings are numbered by the year; it cannot move to another.",
            )
            .way("取消这次，另拟一次。", "Cancel this one and plan another."));
        }
        if old.noticed.is_some() {
            form::filled("reason", &self.reason, "通知发出后更改的理由", "reason for a change after the notice")?;
        }
        Ok(meeting)
    }
}

impl Verb for ChangeMeeting {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let meeting = self.changed(desk)?;
        outlook(desk, &meeting)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let meeting = self.changed(desk)?;
        desk.put_meeting(&meeting)?;
        let again = if meeting.noticed.is_some() { ("，请重新通知", "; notify again") } else { ("", "") };
        let (zh, en) = title(&meeting);
        let mut made = Made::said(format!("已更改{zh}{}。", again.0), format!("Changed {en}{}.", again.1));
        made.refs.push(meeting_ref(&meeting));
        Ok(made)
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CancelMeeting {
    pub meeting: String,
    pub reason: String,
}

impl Verb for CancelMeeting {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        not_opened(&desk.meeting(&self.meeting)?)?;
        form::filled("reason", &self.reason, "取消的理由", "reason for cancelling")?;
        Ok(vec![])
    }
    /// Its number stays used; its items stay in the cases' history as not deliberated.
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut meeting = desk.meeting(&self.meeting)?;
        meeting.cancelled = Some(self.reason.trim().into());
        desk.put_meeting(&meeting)?;
        for mut item in desk.items_of(&meeting)? {
            if item.outcome.is_none() {
                item.outcome = Some(Outcome {
                    result: ItemResult::NotDeliberated,
                    decision: None,
                    reason: format!("会议取消：{}", self.reason.trim()),
                    chair_note: String::new(),
                    at: desk.at,
                    deferred_to: None,
                });
                desk.put_item(&item)?;
            }
        }
        let (zh, en) = title(&meeting);
        let mut made = Made::said(format!("已取消{zh}。"), format!("Cancelled {en}."));
        made.refs.push(meeting_ref(&meeting));
        Ok(made)
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlaceItem {
    pub meeting: String,
    pub case: String,
    #[serde(default = "twenty")]
    pub minutes: u32,
}
fn twenty() -> u32 {
    20
}

/// A case waits on one agenda at a time.
fn on_no_other_agenda(desk: &Desk, case: &Case) -> Result<(), Failure> {
    for id in &case.round().items {
        let item = desk.item(id)?;
        if item.outcome.is_none() {
            let meeting = desk.meeting(&item.meeting)?;
            let (zh, en) = title(&meeting);
            return Err(Failure::invalid(
                "case",
                format!("{}已列入{zh}第{}项。", case.number, place_of(&meeting, id)),
                format!("{} is on the agenda of {en} already.", case.number),
            )
            .way("先从那次会议移出或转下次会议。", "Take it off there or defer it first."));
        }
    }
    Ok(())
}

/// Puts the present round of a case on the agenda, naming the versions the members will have before them.
pub(crate) fn place(desk: &mut Desk, meeting: &str, case: &str, minutes: u32) -> Result<Item, Failure> {
    let mut meeting = desk.meeting(meeting)?;
    let mut case = desk.case(case)?;
    let documents = desk
        .tx
        .where_::<Material>("case", &case.id)?
        .into_iter()
        .filter(|m| m.replaced_by.is_none())
        .map(|m| match m.version_date {
            Some(day) => format!("{}（{}，{}）", m.name, m.version, say::zh_date(day)),
            None => format!("{}（{}）", m.name, m.version),
        })
        .collect();
    let item = Item {
        id: desk.tx.next_id("item")?,
        meeting: meeting.id.clone(),
        case: case.id.clone(),
        round: case.rounds.len() as u32 - 1,
        minutes,
        conflicts_asked: None,
        recusals: vec![],
        taken_up: None,
        ballots: vec![],
        outcome: None,
        presented: String::new(),
        answers: String::new(),
        remarks: vec![],
        documents,
    };
    meeting.items.push(item.id.clone());
    case.round_mut().items.push(item.id.clone());
    desk.put_item(&item)?;
    desk.put_meeting(&meeting)?;
    desk.put_case(&case)?;
    Ok(item)
}

impl Verb for PlaceItem {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let meeting = desk.meeting(&self.meeting)?;
        let case = desk.case(&self.case)?;
        not_cancelled(&meeting)?;
        if meeting.closed.is_some() {
            return Err(Failure::invalid("meeting", "会议已经散会，不能再列入。", "The meeting is closed; nothing can be added.")
                .way("列入下一次会议。", "Put it on the next one."));
        }
        if self.minutes == 0 {
            return Err(Failure::invalid("minutes", "审议时间至少1分钟。", "At least one minute."));
        }
        on_no_other_agenda(desk, &case)?;
        let mut findings = m14_meeting::can_place(&desk.facts()?, &case, &meeting);
        findings.extend(e06_records::read_only(&case));
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let item = place(desk, &self.meeting, &self.case, self.minutes)?;
        let (meeting, case) = (desk.meeting(&self.meeting)?, desk.case(&self.case)?);
        let (zh, en) = title(&meeting);
        let number = case.full_number();
        let mut made = Made::said(format!("已把{number}列入{zh}。"), format!("{number} added to {en}.")).with("item", item.id, number);
        made.refs.push(meeting_ref(&meeting));
        Ok(made)
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RemoveItem {
    pub item: String,
    #[serde(default)]
    pub reason: String,
}

impl Verb for RemoveItem {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let Table { item, meeting, .. } = table(desk, &self.item)?;
        if item.taken_up.is_some() || item.outcome.is_some() {
            return Err(Failure::invalid("item", "本项已经审议，不能移出议程。", "The item has been taken up and stays on the agenda.")
                .way("没有审完的，转下次会议。", "Defer it if it is not finished."));
        }
        if meeting.opened.is_some() {
            return Err(Failure::invalid("item", "会议已经开始，不能移出议程。", "The meeting has opened; items stay on the agenda.")
                .way("记为未审议，转下次会议。", "Record it as not deliberated and defer it."));
        }
        if meeting.noticed.is_some() {
            form::filled("reason", &self.reason, "通知发出后移出的理由", "reason for taking it off after the notice")?;
        }
        Ok(vec![])
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let Table { item, mut meeting, mut case } = table(desk, &self.item)?;
        meeting.items.retain(|i| *i != item.id);
        if let Some(round) = case.rounds.get_mut(item.round as usize) {
            round.items.retain(|i| *i != item.id);
        }
        desk.tx.remove::<Item>(&item.id)?;
        desk.put_meeting(&meeting)?;
        desk.put_case(&case)?;
        let (zh, en) = title(&meeting);
        let number = case.full_number();
        let mut made = Made::said(format!("已把{number}移出{zh}。"), format!("{number} taken off {en}.")).with("case", &case.id, number);
        made.refs.push(meeting_ref(&meeting));
        Ok(made)
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OrderItems {
    pub meeting: String,
    pub items: Vec<String>,
}

impl Verb for OrderItems {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let meeting = desk.meeting(&self.meeting)?;
        not_cancelled(&meeting)?;
        if meeting.closed.is_some() {
            return Err(Failure::invalid("meeting", "会议已经散会，次序不再改。", "The meeting is closed; its order stays."));
        }
        let (mut old, mut new) = (meeting.items.clone(), self.items.clone());
        old.sort();
        new.sort();
        if old != new {
            return Err(Failure::invalid("items", "次序里的议题与议程上的不一致。", "The items named are not those on the agenda.")
                .way("刷新后重排。", "Refresh and order again."));
        }
        Ok(vec![])
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut meeting = desk.meeting(&self.meeting)?;
        meeting.items = self.items.clone();
        desk.put_meeting(&meeting)?;
        for item in &meeting.items {
            desk.touched_cases.insert(desk.item(item)?.case);
        }
        let mut made = Made::said("已调整议程次序。", "The agenda is in its new order.");
        made.refs.push(meeting_ref(&meeting));
        Ok(made)
    }
}
