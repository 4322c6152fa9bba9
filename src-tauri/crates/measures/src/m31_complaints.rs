//! Article 31 with E5(6) and E46: the channel for complaints stays open. What concerns software: a complaint is
//! answered, and nobody it names has a hand in it or sight of it.

use crate::names::folded;
use crate::{Date, Facts, Finding, say};
use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Complaint {
    pub received: Date,
    /// 电话、来信、邮箱、平台 …
    pub channel: String,
    #[serde(default)]
    pub anonymous: bool,
    pub content: String,
    /// Names of persons and ids of members it concerns.
    #[serde(default)]
    pub concerns: Vec<String>,
    #[serde(default)]
    pub handler: String,
    #[serde(default)]
    pub concluded: Option<Date>,
    #[serde(default)]
    pub result: String,
    #[serde(default)]
    pub replied: Option<Date>,
}

/// Whether a person (a name or a member's id) is named by the complaint; such a person neither handles nor sees it.
pub fn concerned(facts: &Facts, c: &Complaint, person: &str) -> bool {
    let names = |p: &str| (folded(p), folded(facts.name_of(p)));
    let (raw, named) = names(person);
    c.concerns.iter().any(|x| {
        let (r, n) = names(x);
        r == raw || n == named
    })
}

/// Whoever handles it sees it, and the secretary who keeps the file; nobody it names does, the secretary included.
pub fn may_see(facts: &Facts, c: &Complaint, person: &str) -> bool {
    let same = |other: &str| {
        let (a, b) = (person.trim(), other.trim());
        !a.is_empty() && (folded(a) == folded(b) || folded(facts.name_of(a)) == folded(facts.name_of(b)))
    };
    !concerned(facts, c, person) && (same(&c.handler) || same(&facts.committee.secretary))
}

/// May the complaint be recorded, and by this handler?
pub fn can_record(facts: &Facts, c: &Complaint) -> Vec<Finding> {
    let mut out = Vec::new();
    if c.content.trim().is_empty() {
        out.push(Finding::block("M31.content", "没有写举报的内容。", "The complaint has no content."));
    }
    if !c.handler.trim().is_empty() && concerned(facts, c, &c.handler) {
        let who = facts.name_of(&c.handler);
        out.push(
            Finding::block(
                "M31.handler",
                format!("举报涉及{who}，不能由其办理。"),
                format!("The complaint concerns {who}, who may not handle it."),
            )
            .citing(&["E5(6)"])
            .way("另指定不相关的人办理。", "Name somebody not concerned."),
        );
    }
    out
}

/// May it be concluded so?
pub fn can_conclude(facts: &Facts, c: &Complaint) -> Vec<Finding> {
    let mut out = can_record(facts, c);
    match c.concluded {
        Some(on) if on < c.received => out.push(Finding::block(
            "M31.order",
            format!("办结日期早于收到日期{}。", say::zh_date(c.received)),
            format!("Concluded before it was received on {}.", say::en_date(c.received)),
        )),
        Some(_) if c.result.trim().is_empty() => {
            out.push(Finding::block("M31.result", "办结须写明调查和处理情况。", "A conclusion needs its result."))
        }
        Some(_) if !c.anonymous && c.replied.is_none() => {
            out.push(Finding::note("M31.reply", "署名举报，还没有登记答复。", "Signed complaint; no reply on file."))
        }
        _ => {}
    }
    out
}
