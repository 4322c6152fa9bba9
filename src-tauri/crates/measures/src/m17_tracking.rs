//! Articles 17 and 25 with E19: tracking reviews of approved activities and what they can lead to. An interval counts
//! from the last review that actually took place, never from the date it had been due.

use crate::m14_matter::matter;
use crate::{
    Case, CheckState, Date, Decision, DecisionKind, Due, Element, Facts, Finding, Procedure, RoundKind, Turn, TurnKind, clock, say,
};

/// The day the activity was approved: the decision's, or for 修改后批准 the verification's. None while not approved, and
/// none any more once a later review of the whole activity (M25, an appeal) has decided otherwise.
pub fn approved_on(case: &Case) -> Option<Date> {
    case.rounds
        .iter()
        .enumerate()
        .rev()
        .filter(|(i, _)| !matches!(matter(case, *i), Some(RoundKind::Tracking | RoundKind::Amendment)))
        .find_map(|(_, r)| r.decision.as_ref())
        .and_then(approval_date)
}

fn approval_date(d: &Decision) -> Option<Date> {
    match d.kind {
        DecisionKind::Approve => Some(d.on),
        DecisionKind::ApproveAfterChanges => d.verified.as_ref().map(|v| v.on),
        _ => None,
    }
}

/// What last changed whether the activity may go on: a turn, or the outcome of a tracking review (M17).
pub fn last_turn(case: &Case) -> Option<TurnKind> {
    use TurnKind::{Archived, Completed, Reopened, Resumed, Suspended, Terminated};
    // A file reopened stands as it stood before it was archived: what was completed does not run again.
    let mut reopened = false;
    let turn = case.turns.iter().rev().find(|t| match t.kind {
        Reopened => {
            reopened = true;
            false
        }
        Archived => !std::mem::take(&mut reopened),
        kind => matches!(kind, Suspended | Resumed | Terminated | Completed),
    });
    let voted = case.rounds.iter().rev().filter_map(|r| r.decision.as_ref()).find_map(|d| match d.kind {
        DecisionKind::Suspend => Some((d.on, Suspended)),
        DecisionKind::Terminate => Some((d.on, Terminated)),
        _ => None,
    });
    match (turn, voted) {
        // On one day the turn speaks: it is the later entry, made of the decision or after it.
        (Some(t), Some((on, kind))) if on > t.on => Some(kind),
        (Some(t), _) => Some(t.kind),
        (None, voted) => voted.map(|v| v.1),
    }
}

/// E12: approval by the countries of all parties is filed, as a later entry or checked as present in the application.
pub fn foreign_approval_on_file(case: &Case) -> bool {
    case.turns.iter().any(|t| t.kind == TurnKind::ForeignApproval)
        || case.rounds.iter().any(|r| r.checks.get(&Element::A21).is_some_and(|c| c.state == CheckState::Present))
}

/// Approved, and neither suspended, terminated nor completed: it may be carried out.
pub fn in_force(case: &Case) -> bool {
    approved_on(case).is_some()
        && !matches!(last_turn(case), Some(TurnKind::Suspended | TurnKind::Terminated | TurnKind::Completed | TurnKind::Archived))
        && (!case.application.flags.international || foreign_approval_on_file(case))
}

/// The longest interval in months this case allows (M17, M25): listed activities 6, others 12. An exemption from
/// re-review does not take an activity off the list (reading A12).
pub fn longest(facts: &Facts, case: &Case) -> u32 {
    if case.is_listed() { facts.rules.tracking_months_listed() } else { facts.rules.tracking_months() }
}

/// The interval to use and what stands against the one asked for. Without one asked: what the last decision set, else
/// the simplified rules' frequency or the emergency default, within the longest allowed.
pub fn interval(facts: &Facts, case: &Case, asked: Option<u32>) -> (u32, Vec<Finding>) {
    let longest = longest(facts, case);
    let round = case.round();
    let Some(n) = asked else {
        let before = case.rounds.iter().rev().find_map(|r| r.decision.as_ref().filter(|d| d.kind.allows())?.tracking_months);
        let by_procedure = match round.procedure() {
            Some(Procedure::Simplified) => {
                facts.committee.rule_on(crate::RuleKind::Simplified, round.received.date_naive()).and_then(|r| r.tracking_months)
            }
            Some(Procedure::Emergency) => Some(facts.rules.emergency_tracking_months()),
            _ => None,
        };
        return (before.or(by_procedure).unwrap_or(longest).clamp(1, longest), Vec::new());
    };
    let mut out = Vec::new();
    if n == 0 {
        out.push(Finding::block("M17.interval", "跟踪审查间隔至少1个月。", "The interval is at least one month."));
    } else if n > longest {
        let (rule, art_zh, art_en) =
            if case.is_listed() { ("M25.interval", "第二十五条", "Art. 25") } else { ("M17.interval", "第十七条", "Art. 17") };
        out.push(
            Finding::ask(
                rule,
                format!("不能径选{n}个月：跟踪审查间隔不超过{longest}个月（{art_zh}）。确须更长的，写明理由。"),
                format!("{n} months is beyond the limit of {longest} ({art_en}). Give a reason if it must be longer."),
            )
            .with(serde_json::json!({ "asked": n, "longest": longest })),
        );
    } else {
        out.push(Finding::fine(
            "M17.interval",
            format!("跟踪审查间隔{n}个月，不超过{longest}个月。"),
            format!("Tracking every {n} months, at most {longest}."),
        ));
    }
    (n.max(1), out)
}

/// When the next tracking review is due at the latest. None while the activity is not approved or is over; a
/// suspension does not stop it.
pub fn next(facts: &Facts, case: &Case) -> Option<Due> {
    if matches!(last_turn(case), Some(TurnKind::Terminated | TurnKind::Completed | TurnKind::Archived)) {
        return None;
    }
    let approved = approved_on(case)?;
    let last = case
        .rounds
        .iter()
        .enumerate()
        .rev()
        .filter(|(i, _)| matter(case, *i) != Some(RoundKind::Amendment))
        .filter_map(|(_, r)| r.decision.as_ref())
        .find(|d| d.kind.allows() && (d.kind != DecisionKind::ApproveAfterChanges || d.verified.is_some()));
    let from = last.map_or(approved, |d| approval_date(d).unwrap_or(d.on));
    // A reason may have carried a longer interval through; only a later judgement that it is listed cuts it down (M21).
    let relisted = case.listed.as_ref().is_some_and(|l| l.listed() && l.on > from);
    let decided = last.and_then(|d| d.tracking_months).map(|n| if relisted { n.min(longest(facts, case)) } else { n });
    let months = decided.unwrap_or_else(|| interval(facts, case, None).0);
    let articles: &[&str] = if case.is_listed() { &["M25", "M17"] } else { &["M17"] };
    let end = clock::months(from, months).nominal;
    if let Some(set) = last.and_then(|d| d.next_tracking).filter(|set| *set != end && (!relisted || *set < end)) {
        return Some(clock::fixed(set).under(articles));
    }
    let reviewed = last.is_some_and(|d| matches!(d.kind, DecisionKind::Continue | DecisionKind::ContinueAfterChanges));
    let (zh, en) = if reviewed { ("跟踪审查", "tracking review") } else { ("批准", "approved") };
    Some(clock::months(from, months).starting(zh, en, facts.calendar).under(articles))
}

/// May a tracking review be started?
pub fn can_start(case: &Case) -> Vec<Finding> {
    let mut out = Vec::new();
    if approved_on(case).is_none() {
        out.push(Finding::block("M17.approved", "还没有批准，没有什么可以跟踪。", "Not approved; nothing to track."));
    }
    out.extend(open_round(case));
    out.extend(over(case));
    out
}

/// What a tracking report must say (E19).
pub const CONTENTS: [(&str, &str); 4] = [
    ("方案执行情况", "how the plan was carried out"),
    ("风险控制情况", "how the risks were controlled"),
    ("风险变化情况", "how the risks changed"),
    ("其他情况", "other matters"),
];

/// A report that is handed in has its four contents, each in words; without a report the committee writes them itself
/// when it concludes.
pub fn contents(report: &[String]) -> Option<Finding> {
    let said = report.iter().filter(|text| !text.trim().is_empty()).count();
    (!report.is_empty() && said < CONTENTS.len()).then(|| {
        Finding::block(
            "E19.contents",
            format!("跟踪报告须写明四项内容：{}；现有{said}项。", say::zh_list(CONTENTS.map(|c| c.0))),
            format!("A tracking report has four contents: {}; {said} are there.", say::en_list(CONTENTS.map(|c| c.1))),
        )
        .citing(&["M17"])
        .way("没有变化的，写“无变化”。", "Where nothing changed, say so.")
    })
}

/// May a tracking review end so? E19's four contents are in the report; the outcome is one of four.
pub fn can_conclude(facts: &Facts, case: &Case, d: &Decision) -> Vec<Finding> {
    let mut out = Vec::new();
    let round = case.round();
    if round.kind != RoundKind::Tracking {
        out.push(Finding::block("E19.round", "本轮不是跟踪审查。", "This round is not a tracking review."));
    }
    if round.decision.is_some() {
        out.push(Finding::block("M16.decided", "本轮已作结论。", "This round is concluded."));
    }
    if !matches!(d.kind, DecisionKind::Continue | DecisionKind::ContinueAfterChanges | DecisionKind::Suspend | DecisionKind::Terminate) {
        out.push(
            Finding::block(
                "E19.outcome",
                format!("跟踪审查不能作出“{}”。", d.kind.zh()),
                format!("A tracking review cannot “{}”.", d.kind.en()),
            )
            .way("继续实施、修改后继续实施、暂停或终止。", "Continue, continue after changes, suspend or terminate."),
        );
    }
    if d.reasons.trim().is_empty() {
        out.push(
            Finding::block(
                "E19.contents",
                "没有写明方案执行、风险控制、风险变化和其他情况。",
                "The four contents of a tracking review are not written down.",
            )
            .citing(&["M17"])
            .way("按四个方面写明。", "Write them out."),
        );
    }
    if d.kind == DecisionKind::ContinueAfterChanges && d.suggestions.iter().all(|s| s.trim().is_empty()) {
        out.push(Finding::block("M16.suggestions", "修改后继续实施须写明修改建议。", "“Continue after changes” must say which."));
    }
    if d.kind.allows() {
        out.extend(interval(facts, case, d.tracking_months.or(Some(interval(facts, case, None).0))).1);
    }
    if let Some(due) = next(facts, case).filter(|due| d.on > due.nominal) {
        let n = (d.on - due.nominal).num_days();
        out.push(
            Finding::ask(
                "M17.late",
                format!("跟踪审查应在{}前完成，已逾期{n}天。", say::zh_date(due.nominal)),
                format!("Tracking was due {}; {n} days late.", say::en_date(due.nominal)),
            )
            .with(serde_json::json!({ "due": due.nominal, "days_late": n })),
        );
    }
    out
}

/// May the activity be suspended? By a decision with reasons; by the chair alone only as an interim measure that the
/// next meeting ratifies (reading A22).
pub fn can_suspend(case: &Case, turn: &Turn, by_vote: bool) -> Vec<Finding> {
    let mut out = change(case, turn, "暂停", "suspend");
    if last_turn(case) == Some(TurnKind::Suspended) {
        out.push(Finding::block("M17.suspended", "活动已经暂停。", "The activity is suspended already."));
    }
    out.extend(by_whom(turn, by_vote, "暂停", "suspension"));
    out
}

/// May it be resumed? Only what is suspended, once its conditions are shown to be met.
pub fn can_resume(case: &Case, turn: &Turn) -> Vec<Finding> {
    let mut out = change(case, turn, "恢复", "resume");
    match case.turns.iter().rev().find(|t| t.kind == TurnKind::Suspended) {
        Some(s) if last_turn(case) == Some(TurnKind::Suspended) => {
            if turn.on < s.on {
                out.push(Finding::block("M17.order", "恢复日期早于暂停日期。", "Resumed before it was suspended."));
            }
            if !s.conditions.trim().is_empty() && turn.reason.trim().is_empty() {
                out.push(Finding::block(
                    "M17.conditions",
                    format!("没有说明恢复条件是否满足：{}。", s.conditions),
                    format!("Not shown that the conditions are met: {}.", s.conditions),
                ));
            }
        }
        _ => out.push(Finding::block("M17.not_suspended", "活动没有暂停，不需要恢复。", "The activity is not suspended.")),
    }
    out
}

pub fn can_terminate(case: &Case, turn: &Turn, by_vote: bool) -> Vec<Finding> {
    let mut out = change(case, turn, "终止", "terminate");
    if turn.interim {
        out.push(
            Finding::block("M17.interim", "终止不能作为临时措施，须经会议表决。", "Termination is no interim measure; it takes a vote.")
                .citing(&["E16"]),
        );
    } else {
        out.extend(by_whom(turn, by_vote, "终止", "termination"));
    }
    out
}

/// May it be completed? Nothing open, the final report there.
pub fn can_complete(case: &Case, turn: &Turn) -> Vec<Finding> {
    let mut out = change(case, turn, "结题", "complete");
    out.extend(open_round(case));
    if turn.paper.is_none() {
        out.push(
            Finding::ask("R.final_report", "还没有归入结题报告或审查意见。", "No final report or opinion on file.")
                .way("归入结题报告。", "File the final report."),
        );
    }
    out
}

/// May the file be closed? Only when the case is at an end and nothing is pending (E6).
pub fn can_archive(case: &Case, at_end: bool) -> Vec<Finding> {
    let mut out = Vec::new();
    if last_turn(case) == Some(TurnKind::Archived) {
        out.push(Finding::block("E6.archived", "已经归档。", "Archived already."));
    }
    if !at_end {
        out.push(Finding::block("E6.open", "案件还没有办结，不能归档。", "The case is not at an end; it cannot be archived."));
    }
    if case.round().decision.is_some() && case.round().delivery().is_none() {
        out.push(
            Finding::block("E6.not_served", "决定还没有登记送达，不能归档。", "The decision has not been served; it cannot be archived.")
                .way("先登记送达。", "Record the service first."),
        );
    }
    out
}

fn change(case: &Case, turn: &Turn, zh: &str, en: &str) -> Vec<Finding> {
    let mut out = Vec::new();
    match approved_on(case) {
        None => out.push(Finding::block("M17.approved", format!("还没有批准，不能{zh}。"), format!("Not approved; cannot {en}."))),
        Some(a) if turn.on < a => {
            out.push(Finding::block("M17.order", format!("{zh}日期早于批准日期。"), format!("Earlier than the approval; cannot {en}.")))
        }
        Some(_) => {}
    }
    out.extend(over(case));
    if turn.reason.trim().is_empty() {
        out.push(Finding::block("M17.reason", format!("{zh}须写明理由。"), format!("To {en} needs a reason.")));
    }
    out
}

fn by_whom(turn: &Turn, by_vote: bool, zh: &str, en: &str) -> Option<Finding> {
    if by_vote {
        None
    } else if turn.interim {
        Some(
            Finding::ask(
                "M17.interim",
                format!("主任委员先行{zh}是临时措施，须在下次会议上以三分之二追认。"),
                format!("{} by the chair is interim and must be ratified by two thirds at the next meeting.", capital(en)),
            )
            .citing(&["E16"]),
        )
    } else {
        Some(
            Finding::block("M17.vote", format!("{zh}须经会议表决。"), format!("A {en} takes a vote at a meeting."))
                .citing(&["E16"])
                .way("列入会议，或由主任委员先行采取临时措施。", "Put it to a meeting, or let the chair act for the time being."),
        )
    }
}

fn open_round(case: &Case) -> Option<Finding> {
    (!case.round().over()).then(|| {
        let k = case.round().kind;
        Finding::block("M17.open_round", format!("{}还没有办结。", k.zh()), format!("The {} is still open.", k.en()))
    })
}

fn over(case: &Case) -> Option<Finding> {
    match last_turn(case) {
        Some(TurnKind::Terminated) => Some(Finding::block("M17.over", "活动已终止。", "The activity is terminated.")),
        Some(TurnKind::Completed) => Some(Finding::block("M17.over", "活动已结题。", "The activity is completed.")),
        Some(TurnKind::Archived) => Some(
            Finding::block("E6.archived", "案件已归档，只读。", "The case is archived and read-only.")
                .way("写明理由重新打开。", "Reopen it with a reason."),
        ),
        _ => None,
    }
}

fn capital(s: &str) -> String {
    let mut c = s.chars();
    c.next().map_or_else(String::new, |f| f.to_uppercase().chain(c).collect())
}
