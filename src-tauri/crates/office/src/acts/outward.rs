//! What the unit owes others: registrations, reports, complaints, consultations (M2, M30, M31, E5, E12, E44, E45).

use super::{Verb, form};
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use crate::records::{Consultation, Contact};
use crate::views::cases::Complaint;
use measures::*;
use serde::{Deserialize, Serialize};

/// E44: a listed activity was registered on the platform, or its registration updated.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RegisterListed {
    pub case: String,
    pub on: Date,
    #[serde(default)]
    pub number: String,
}

impl Verb for RegisterListed {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        form::not_future(desk, "on", self.on)?;
        let mut findings = m30_registration::can_register_listed(&desk.facts()?, &case, self.on);
        findings.extend(e06_records::read_only(&case));
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        let first = m30_registration::registered_on(&case).is_none();
        case.turns.push(Turn {
            kind: TurnKind::Registered,
            on: self.on,
            reason: self.number.trim().into(),
            conditions: String::new(),
            paper: None,
            interim: false,
        });
        desk.put_case(&case)?;
        let (zh, en) = if first {
            ("已记下平台登记。", "The registration on the platform is recorded.")
        } else {
            ("已记下登记信息的更新。", "The update of the registration is recorded.")
        };
        Ok(Made::said(zh, en).with("case", &self.case, case.full_number()))
    }
}

/// E12: one foreign partner's approval is on file.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordForeignApproval {
    pub case: String,
    pub on: Date,
    pub body: String,
    #[serde(default)]
    pub number: String,
    /// The last one that was pending.
    #[serde(default)]
    pub all_in: bool,
}

impl Verb for RecordForeignApproval {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        form::not_future(desk, "on", self.on)?;
        form::filled("body", &self.body, "批准的机构", "body that approved")?;
        if !case.application.flags.international {
            return Err(Failure::invalid("case", "本件没有登记为国际合作。", "This case is not recorded as international cooperation.")
                .way("先更正申请信息。", "Correct the application first."));
        }
        Ok(e06_records::read_only(&case).into_iter().collect())
    }
    /// While another country's approval is pending the activity may not start (E12), so only the last one is the turn.
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        let number = self.number.trim();
        let what = if number.is_empty() { self.body.trim().to_string() } else { format!("{}，{number}", self.body.trim()) };
        if self.all_in {
            case.turns.push(Turn {
                kind: TurnKind::ForeignApproval,
                on: self.on,
                reason: what,
                conditions: String::new(),
                paper: None,
                interim: false,
            });
        } else {
            case.notes.push(format!("{}收到境外批准：{what}；还有待取得的。", say::zh_date(self.on)));
        }
        desk.put_case(&case)?;
        let (zh, en) = if self.all_in {
            ("境外批准已齐。", "All foreign approvals are on file.")
        } else {
            ("已登记境外批准，还有待取得的。", "The foreign approval is recorded; others are pending.")
        };
        Ok(Made::said(zh, en).with("case", &self.case, case.full_number()))
    }
}

/// M31, E5(6). Those named are kept from seeing and handling it.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordComplaint {
    pub on: Date,
    pub channel: String,
    #[serde(default)]
    pub anonymous: bool,
    #[serde(default)]
    pub from: String,
    pub about: String,
    #[serde(default)]
    pub case: Option<String>,
    /// Member ids of persons concerned.
    #[serde(default)]
    pub concerned: Vec<String>,
    /// Member id or name of who handles it.
    pub handler: String,
}

/// The complaint as the rules of M31 look at it.
pub(crate) fn as_fact(c: &Complaint) -> m31_complaints::Complaint {
    m31_complaints::Complaint {
        received: c.on,
        channel: c.channel.clone(),
        anonymous: c.anonymous,
        content: c.about.clone(),
        concerns: c.concerned.clone(),
        handler: c.handler.clone(),
        concluded: c.concluded,
        result: c.result.clone(),
        replied: c.replied,
    }
}

impl RecordComplaint {
    fn complaint(&self, id: String) -> Complaint {
        Complaint {
            id,
            on: self.on,
            channel: self.channel.clone(),
            anonymous: self.anonymous,
            from: if self.anonymous { String::new() } else { self.from.clone() },
            about: self.about.clone(),
            case: self.case.clone(),
            concerned: self.concerned.clone(),
            handler: self.handler.clone(),
            concluded: None,
            result: String::new(),
            replied: None,
            referred_to: String::new(),
        }
    }
}

impl Verb for RecordComplaint {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        form::not_future(desk, "on", self.on)?;
        form::filled("channel", &self.channel, "收到的渠道", "channel")?;
        form::filled("handler", &self.handler, "由谁办理", "handler")?;
        if let Some(case) = &self.case {
            desk.case(case)?;
        }
        Ok(m31_complaints::can_record(&desk.facts()?, &as_fact(&self.complaint(String::new()))))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let id = desk.tx.next_id("complaint")?;
        desk.put(&self.complaint(id.clone()))?;
        Ok(Made::said("已登记投诉举报，被举报人看不到。", "The complaint is recorded; those concerned cannot see it.").with(
            "complaint",
            id,
            "",
        ))
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConcludeComplaint {
    pub complaint: String,
    pub on: Date,
    pub result: String,
    #[serde(default)]
    pub replied: Option<Date>,
    #[serde(default)]
    pub referred_to: String,
}

impl ConcludeComplaint {
    fn concluded(&self, desk: &Desk) -> Result<Complaint, Failure> {
        let complaint = desk.tx.get::<Complaint>(&self.complaint)?.ok_or_else(|| Failure::not_found("complaint", &self.complaint))?;
        if let Some(on) = complaint.concluded {
            return Err(Failure::invalid(
                "complaint",
                format!("已于{}办结。", say::zh_date(on)),
                format!("Concluded on {}.", say::en_date(on)),
            ));
        }
        Ok(Complaint {
            concluded: Some(self.on),
            result: self.result.trim().into(),
            replied: self.replied,
            referred_to: self.referred_to.trim().into(),
            ..complaint
        })
    }
}

impl Verb for ConcludeComplaint {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        form::not_future(desk, "on", self.on)?;
        Ok(m31_complaints::can_conclude(&desk.facts()?, &as_fact(&self.concluded(desk)?)))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let complaint = self.concluded(desk)?;
        desk.put(&complaint)?;
        Ok(Made::said("已办结投诉举报。", "The complaint is concluded.").with("complaint", complaint.id, ""))
    }
}

/// E5(2), M2: a question put to the committee, and its answer.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordConsultation {
    pub on: Date,
    pub from: String,
    pub question: String,
    pub answer: String,
    #[serde(default)]
    pub in_scope: Option<bool>,
    #[serde(default)]
    pub heads: Vec<ScopeHead>,
}

impl Verb for RecordConsultation {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        desk.committee()?;
        form::not_future(desk, "on", self.on)?;
        form::filled("from", &self.from, "咨询人", "person who asked")?;
        form::filled("question", &self.question, "咨询的问题", "question")?;
        form::filled("answer", &self.answer, "答复", "answer")?;
        Ok(vec![])
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let id = desk.tx.next_id("consultation")?;
        desk.put(&Consultation {
            id: id.clone(),
            on: self.on,
            from: self.from.clone(),
            question: self.question.clone(),
            answer: self.answer.clone(),
            in_scope: self.in_scope,
            heads: self.heads.clone(),
        })?;
        desk.tx.put_search("consultation", &id, &self.question, &format!("{} {}", self.from, self.answer))?;
        Ok(Made::said("已登记咨询。", "The consultation is recorded.").with("consultation", id, ""))
    }
}

/// A telephone call, a message, a reminder: who was told what, about a case or a duty.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RecordContact {
    #[serde(default)]
    pub case: Option<String>,
    #[serde(default)]
    pub meeting: Option<String>,
    pub with: String,
    pub about: String,
    #[serde(default)]
    pub on: Option<Date>,
    /// 1st, 2nd, 3rd reminder; 0 = none.
    #[serde(default)]
    pub reminder: u32,
}

impl Verb for RecordContact {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        desk.committee()?;
        form::not_future(desk, "on", desk.day(self.on))?;
        form::filled("with", &self.with, "联系了谁", "person contacted")?;
        form::filled("about", &self.about, "说了什么", "matter")?;
        if let Some(case) = &self.case {
            desk.case(case)?;
        }
        if let Some(meeting) = &self.meeting {
            desk.meeting(meeting)?;
        }
        Ok(vec![])
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let id = desk.tx.next_id("contact")?;
        desk.put(&Contact {
            id: id.clone(),
            case: self.case.clone(),
            meeting: self.meeting.clone(),
            with: self.with.clone(),
            about: self.about.clone(),
            on: desk.day(self.on),
            reminder: self.reminder,
        })?;
        Ok(Made::said(format!("已记下与{}的联系。", self.with), format!("The contact with {} is recorded.", self.with))
            .with("contact", id, ""))
    }
}
