//! Every clock of the case's present round and of the activity: whose it is, when it is due, whether it was met.
//! Clocks not yet started say what starts them.

use super::Stage;
use crate::clock::{self, Left, LeftState, Owner};
use crate::m14_meeting::rereview_binds;
use crate::{
    Case, Cite, Date, DecisionKind, Due, Facts, Instant, Procedure, RoundKind, TurnKind, m12_commission, m16_decision, m17_tracking,
    m22_rereview, m27_emergency, say,
};
use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Met {
    pub on: Date,
    pub late: bool,
    /// 按期，第21日 / 逾期3天
    pub zh: String,
    pub en: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Clock {
    /// `completeness`, `supplement`, `decision`, `before_rereview`, `emergency`,
    /// `emergency_from_receipt`, `rereview`, `after_opinion`, `delivery`,
    /// `appeal`, `redecision`, `resubmit`, `tracking`, `registration`, `commissioned`.
    pub key: String,
    pub zh: String,
    pub en: String,
    pub owner: Owner,
    pub due: Option<Due>,
    pub started: bool,
    pub met: Option<Met>,
    pub left: Option<Left>,
    pub cites: Vec<Cite>,
    /// The act that stops it.
    pub act: String,
    pub not_started_zh: String,
    pub not_started_en: String,
}

struct Maker<'a> {
    facts: &'a Facts<'a>,
    now: Instant,
    list: Vec<Clock>,
}

impl Maker<'_> {
    fn running(&mut self, key: &str, words: (&str, &str), owner: Owner, act: &str, due: Due, met: Option<Date>) {
        let met = met.map(|on| met_on(&due, on, owner, self.facts.calendar));
        let left = if met.is_none() { Some(clock::left(&due, self.now, owner, self.facts.calendar)) } else { None };
        self.list.push(Clock {
            key: key.into(),
            zh: words.0.into(),
            en: words.1.into(),
            owner,
            cites: due.basis.clone(),
            due: Some(due),
            started: true,
            met,
            left,
            act: act.into(),
            not_started_zh: String::new(),
            not_started_en: String::new(),
        });
    }
    fn waiting(&mut self, key: &str, words: (&str, &str), owner: Owner, act: &str, cite: &str, why: (&str, &str)) {
        self.list.push(Clock {
            key: key.into(),
            zh: words.0.into(),
            en: words.1.into(),
            owner,
            due: None,
            started: false,
            met: None,
            left: None,
            cites: vec![Cite(cite.into())],
            act: act.into(),
            not_started_zh: why.0.into(),
            not_started_en: why.1.into(),
        });
    }
}

/// A limit the committee set for itself is passed, never overdue: nothing in the law is.
fn met_on(due: &Due, on: Date, owner: Owner, calendar: &crate::Calendar) -> Met {
    let late = on > due.rolled;
    let n = (on - due.start).num_days();
    let over = (on - due.nominal).num_days();
    let (zh, en) = if late && owner == Owner::Internal {
        match due.limit {
            clock::Limit::WorkingDays(_) => {
                let n = clock::working_days_between(due.rolled, on, calendar);
                (format!("超内部时限{n}个工作日"), say::en_count(n.into(), "working day") + " past the internal limit")
            }
            _ => (format!("超内部时限{over}天"), say::en_count(over, "day") + " past the internal limit"),
        }
    } else if late && owner == Owner::Authority {
        (format!("对方第{n}日"), format!("their day {n}"))
    } else if late {
        (format!("逾期{over}天"), say::en_count(over, "day") + " late")
    } else if matches!(due.limit, clock::Limit::Days(_)) {
        (format!("按期，第{n}日"), format!("in time, day {n}"))
    } else {
        (format!("按期，{}", say::zh_day(on)), format!("in time, {}", say::en_day(on)))
    };
    Met { on, late, zh, en }
}

pub(super) fn clocks(facts: &Facts, case: &Case, stage: Stage, now: Instant) -> Vec<Clock> {
    let mut c = Maker { facts, now, list: Vec::with_capacity(8) };
    let round = case.round();
    let received = round.received.date_naive();
    let cal = facts.calendar;
    let decided = round.decision.as_ref().map(|d| d.on);

    if round.kind == RoundKind::Appeal {
        c.running(
            "redecision",
            ("申诉后重新作出决定", "new decision after appeal"),
            Owner::Committee,
            "place_item",
            m16_decision::due(facts, round).expect("an appeal round has its seven days"),
            decided,
        );
    } else {
        let outcome =
            round.accepted.as_ref().map(|a| a.at.date_naive()).or_else(|| Some(round.refused.as_ref().or(round.withdrawn.as_ref())?.on));
        let outcome = outcome.or(round.commission.as_ref().map(|c| c.on)).or(round.recognised.as_ref().map(|r| r.on));
        let noticed = round.supplements.first().map(|s| s.on);
        let back = round.supplements.iter().filter_map(|s| s.received).max();
        let answered = if back.is_some() { outcome } else { noticed.or(outcome) };
        let due = clock::working_days(back.unwrap_or(received), facts.rules.completeness_working_days(), cal)
            .starting(
                if back.is_some() { "收到补正" } else { "收件" },
                if back.is_some() { "supplement received" } else { "received" },
                cal,
            )
            .under(&["R", "M13"]);
        c.running(
            "completeness",
            ("受理、不予受理或补正告知", "accept, refuse or ask for supplements"),
            Owner::Internal,
            "accept",
            due,
            answered,
        );
        if let Some(s) = round.supplements.last() {
            let due = clock::fixed(s.due).under(&["M13"]);
            c.running(
                "supplement",
                ("申请人补正", "applicant's supplement"),
                Owner::Applicant,
                "receive_supplement",
                due,
                s.received.or(outcome),
            );
        }
        decision(&mut c, facts, case, decided);
    }
    if let Some(x) = round.commission.as_ref() {
        // Tracked by the body too: such a round came in decided and nothing was waited for.
        if round.kind != RoundKind::Tracking {
            c.running(
                "commissioned",
                ("受托方审查", "review by the commissioned body"),
                Owner::Authority,
                "record_commissioned",
                m12_commission::follow_up(facts, x),
                round.preliminary.as_ref().map(|p| p.on).or(decided),
            );
        }
    }
    if round.over() && (decided.is_none() || round.elsewhere()) {
        if let (Some(d), Stage::Revising) = (round.decision.as_ref(), stage)
            && let Some(by) = d.resubmit_by
        {
            c.running("resubmit", ("修改后重新提交", "resubmission"), Owner::Applicant, "resubmit", clock::fixed(by).under(&["M16"]), None);
        }
        after(&mut c, facts, case, stage);
        return c.list;
    }

    match (&round.decision, round.delivery()) {
        (Some(d), delivery) => {
            let due = clock::working_days(d.on, facts.rules.delivery_working_days(), cal)
                .starting("作出决定", "decided", cal)
                .under(&["R", "E17"]);
            c.running(
                "delivery",
                ("送达决定", "serve the decision"),
                Owner::Internal,
                "record_service",
                due,
                delivery.map(|x| x.at.date_naive()),
            );
            match delivery {
                Some(x) if m16_decision::has_appeal_window(facts, x) => {
                    let filed = round.appeal.as_ref().map(|a| a.postmark.unwrap_or(a.received));
                    let due = m16_decision::appeal_last_day(facts, x);
                    let over = due.rolled < now.date_naive();
                    c.running("appeal", ("申诉期", "period for appeal"), Owner::Applicant, "record_appeal", due, filed);
                    if let Some(last) = c.list.last_mut().filter(|k| over && k.met.is_none()) {
                        // A right that was not used has simply ended; nobody is waited for.
                        last.left = None;
                    }
                }
                Some(_) => {}
                None => c.waiting(
                    "appeal",
                    ("申诉期", "period for appeal"),
                    Owner::Applicant,
                    "record_service",
                    "M16",
                    (
                        "未登记送达，申诉期不起算，算不出末日。",
                        "No service on record: the appeal period has not begun and has no last day.",
                    ),
                ),
            }
            if let Some(a) = round.appeal.as_ref().filter(|a| a.admitted) {
                c.running(
                    "redecision",
                    ("处理申诉、重新作出决定", "conclude the appeal"),
                    Owner::Committee,
                    "conclude_appeal",
                    m16_decision::redecision_due(facts, a),
                    a.concluded,
                );
            }
            if let (DecisionKind::Revise, Some(by), Stage::Revising) = (d.kind, d.resubmit_by, stage) {
                c.running(
                    "resubmit",
                    ("修改后重新提交", "resubmission"),
                    Owner::Applicant,
                    "resubmit",
                    clock::fixed(by).under(&["M16"]),
                    None,
                );
            }
        }
        (None, _) if round.accepted.is_some() => {
            c.waiting(
                "delivery",
                ("送达决定", "serve the decision"),
                Owner::Internal,
                "record_service",
                "E17",
                ("作出决定后起算。", "Starts with the decision."),
            );
            c.waiting(
                "appeal",
                ("申诉期", "period for appeal"),
                Owner::Applicant,
                "record_service",
                "M16",
                ("送达后起算，3个工作日。", "Starts with service: 3 working days."),
            );
        }
        _ => {}
    }
    after(&mut c, facts, case, stage);
    c.list
}

/// Acceptance to decision, with the hours of an emergency and the way through re-review.
fn decision(c: &mut Maker, facts: &Facts, case: &Case, decided: Option<Date>) {
    let round = case.round();
    let binds = rereview_binds(case, case.rounds.len() - 1);
    if round.elsewhere() {
        if binds {
            rereview(c, facts, round, decided);
        }
        return;
    }
    let Some(accepted) = &round.accepted else {
        if !round.over() && round.kind != RoundKind::Tracking {
            c.waiting(
                "decision",
                ("作出决定", "decide"),
                Owner::Committee,
                "accept",
                "M16",
                ("受理后起算，30日。", "Starts with acceptance: 30 days."),
            );
        }
        return;
    };
    if round.procedure() == Some(Procedure::Emergency) {
        if binds {
            let met = round.preliminary.as_ref().map(|p| p.on).or(decided);
            c.running(
                "before_rereview",
                ("复核前的应急审查", "emergency review before re-review"),
                Owner::Committee,
                "place_item",
                m27_emergency::before_rereview(facts, accepted.at),
                met,
            );
        }
        c.running(
            "emergency",
            ("应急审查", "emergency review"),
            Owner::Committee,
            "place_item",
            m27_emergency::whole(facts, accepted.at),
            decided,
        );
        // The text does not say when the hours begin: the earlier line is shown too, and work is planned by it (A5).
        c.running(
            "emergency_from_receipt",
            ("应急审查（自收件起算）", "emergency review (from receipt)"),
            Owner::Internal,
            "place_item",
            m27_emergency::from_receipt(facts, round.received),
            decided,
        );
    } else if let Some(due) = m16_decision::due(facts, round) {
        // A listed case meets its thirty days with the preliminary opinion: the authority alone has thirty (reading A7).
        let met = round.preliminary.as_ref().map(|p| p.on).or(decided);
        let words = if binds { ("初步审查意见", "preliminary opinion") } else { ("作出决定", "decide") };
        c.running("decision", words, Owner::Committee, "place_item", due, met);
    }
    if binds {
        rereview(c, facts, round, decided);
    }
}

/// The way through expert re-review: the authority's thirty days, then our own days to decide on the opinion.
fn rereview(c: &mut Maker, facts: &Facts, round: &crate::Round, decided: Option<Date>) {
    match &round.rereview {
        None if decided.is_none() => c.waiting(
            "rereview",
            ("专家复核", "expert re-review"),
            Owner::Authority,
            "send_rereview",
            "M23",
            ("报请后，自对方收到之日起30日。", "Starts when the authority receives the application: 30 days."),
        ),
        None => {}
        Some(r) => {
            let opinion = r.opinion.as_ref().map(|o| o.on);
            c.running(
                "rereview",
                ("专家复核", "expert re-review"),
                Owner::Authority,
                "record_rereview",
                m22_rereview::authority_due(facts, r.received.unwrap_or(r.sent)),
                opinion,
            );
            if let Some(on) = opinion.filter(|_| !round.elsewhere()) {
                c.running(
                    "after_opinion",
                    ("根据复核意见作决定", "decide on the opinion"),
                    Owner::Internal,
                    "decide_after_rereview",
                    m22_rereview::decision_target(facts, on),
                    decided,
                );
            }
        }
    }
}

/// Clocks of the approved activity.
fn after(c: &mut Maker, facts: &Facts, case: &Case, stage: Stage) {
    let Some(approved) = m17_tracking::approved_on(case) else { return };
    if stage.ended() {
        return;
    }
    if case.is_listed() {
        let due = clock::natural_days(approved, facts.rules.register_listed_days(), true, facts.calendar)
            .starting("批准", "approved", facts.calendar)
            .under(&["E44", "M30"]);
        let done = case.turns.iter().find(|t| t.kind == TurnKind::Registered && t.on >= approved).map(|t| t.on);
        c.running("registration", ("清单活动登记", "register the listed activity"), Owner::Committee, "register_listed", due, done);
    }
    if let Some(due) = m17_tracking::next(facts, case) {
        // Tracked by the body that reviewed on commission: its limit, watched here.
        let (owner, act) = match m12_commission::tracker(case) {
            Some(_) => (Owner::Authority, "record_commissioned"),
            None => (Owner::Committee, "start_round"),
        };
        c.running("tracking", ("跟踪审查", "tracking review"), owner, act, due, None);
    }
}

/// Which clock presses most: overdue first, then the fewest days of our own, then others'.
pub(super) fn pressing(list: &[Clock]) -> Option<u32> {
    let rank = |s: LeftState| match s {
        LeftState::Overdue => 0,
        LeftState::Urgent => 1,
        LeftState::Today | LeftState::Grace => 2,
        LeftState::InternalOver => 3,
        LeftState::Soon => 4,
        LeftState::Calm => 5,
        LeftState::Estimate => 6,
        LeftState::Waiting => 7,
    };
    list.iter()
        .enumerate()
        .filter_map(|(i, c)| {
            let l = c.left.as_ref()?;
            let day = c.due.as_ref().map_or(Date::MAX, |d| d.nominal);
            // Of two lines that end on one day the earlier hour presses.
            let hour = c.due.as_ref().and_then(|d| d.at).map_or(i64::MAX, |at| at.timestamp());
            Some((rank(l.state), day, hour, i as u32))
        })
        .min()
        .map(|(_, _, _, i)| i)
}
