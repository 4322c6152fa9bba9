//! Article 13: from receipt to acceptance, refusal or the one-time supplement notice, and the choice of procedure.
//! Neither instrument sets a number of days here; the committee's own limit is an internal one and says so.

pub use crate::m13_procedure::{Proposal, propose};

use crate::m12_application as m12;
use crate::{
    Acceptance, Application, Case, Date, Due, Element, Ending, Facts, Finding, Instant, Procedure, clock, m02_scope, m19_simplified,
    m27_emergency, say,
};
use std::collections::BTreeMap;

/// May an application be registered as received? Only what is needed to know it again; what it lacks is the check's business.
pub fn receive(application: &Application, received: Instant, now: Instant) -> Vec<Finding> {
    let mut out = Vec::new();
    if application.title.trim().is_empty() {
        out.push(Finding::block("M12.title", "没有写活动名称。", "The activity has no name.").way("写明活动名称。", "Give its name."));
    }
    if application.leader.trim().is_empty() {
        out.push(
            Finding::block("M12.leader", "没有写明活动负责人。", "The application names no leader.")
                .way("写明活动负责人。", "Name the leader."),
        );
    }
    if received > now {
        out.push(Finding::block("M12.received", "收件时刻在以后，请核对。", "The time of receipt lies in the future."));
    }
    out
}

/// May a supplement notice listing `gaps` be issued on `on`? Once a round, complete, and never twice for the same thing.
pub fn can_supplement(facts: &Facts, case: &Case, gaps: &BTreeMap<Element, String>, on: Date) -> Vec<Finding> {
    let round = case.round();
    let mut out = not_begun(case, "发补正告知", "ask for supplements");
    if on < round.received.date_naive() {
        out.push(before_receipt(round.received.date_naive()));
    }
    if gaps.is_empty() {
        out.push(
            Finding::block("M13.gaps", "没有列出缺什么，不能发补正告知。", "The notice lists nothing that is missing.")
                .way("列出全部缺项；不缺的，可以受理。", "List every gap; if there is none, accept."),
        );
    }
    for (e, text) in gaps.iter().filter(|(_, t)| t.trim().is_empty()) {
        let _ = text;
        out.push(
            Finding::block(
                "M13.gap_words",
                format!("{}没有写缺什么、怎样补。", e.zh()),
                format!("“{}” does not say what is missing and how to cure it.", e.en()),
            )
            .way("写明补正要求。", "Say what to supply."),
        );
    }

    if round.supplements.is_empty() {
        let unseen = m12::unchecked(case);
        if !unseen.is_empty() {
            out.push(
                Finding::block(
                    "M13.once",
                    format!("还有{}项没有查验；补正只能一次性告知，须先查完。", unseen.len()),
                    format!("{} elements are unchecked; supplements can be asked for only once, so finish the check first.", unseen.len()),
                )
                .way("先查完全部材料。", "Finish the check first."),
            );
        }
        let left_out: Vec<Element> = m12::gaps(case).into_iter().map(|(e, _)| e).filter(|e| !gaps.contains_key(e)).collect();
        if !left_out.is_empty() {
            let zh = left_out.iter().map(|e| e.zh()).collect::<Vec<_>>().join("；");
            let en = left_out.iter().map(|e| e.en()).collect::<Vec<_>>().join("; ");
            out.push(
                Finding::block(
                    "M13.complete",
                    format!("须一次性完整告知，还没有列入：{zh}。"),
                    format!("The notice must be complete; not listed yet: {en}."),
                )
                .way("把查出的缺项全部列入。", "List every gap found."),
            );
        }
        out.extend(internal_limit(facts, round.received.date_naive(), on, "发补正告知", "the notice"));
        return out;
    }

    let first = round.supplements.last().expect("checked just above");
    let (first_zh, first_en) = (say::zh_near(first.on, on), say::en_near(first.on, on));
    let asked_before = |e: &Element| round.supplements.iter().any(|s| s.gaps.contains_key(e));
    let old: Vec<Element> = gaps.keys().copied().filter(asked_before).collect();
    let answered = round.supplements.iter().all(|s| s.received.is_some());
    let way = ("申请人补来的材料又有新缺口的，可以写明理由另行告知。", "New gaps in what was supplied can be notified with a reason.");
    if !answered || !old.is_empty() {
        let (what_zh, what_en) = if old.is_empty() {
            (String::new(), String::new())
        } else {
            (
                format!("，{}已经告知过", old.iter().map(|e| format!("{e:?}")).collect::<Vec<_>>().join("、")),
                format!(" ({} already asked for)", old.iter().map(|e| format!("{e:?}")).collect::<Vec<_>>().join(", ")),
            )
        };
        out.push(
            Finding::block(
                "M13.second_notice",
                format!("不能再发补正告知：{first_zh}已一次性告知{what_zh}（第十三条）。"),
                format!("No second supplement notice: one was served on {first_en}{what_en} (Art. 13)."),
            )
            .way(way.0, way.1)
            .with(serde_json::json!({ "first": first.on, "again": old.iter().map(|e| format!("{e:?}")).collect::<Vec<_>>() })),
        );
    } else if !gaps.is_empty() {
        out.push(
            Finding::ask(
                "M13.new_gap",
                format!("{first_zh}已一次性告知；再次告知须是补来的材料带来的新缺口。"),
                format!("A notice was served on {first_en}; a further one must concern new gaps in what was supplied."),
            )
            .way("写明新缺口从何而来。", "Say how the new gap came about."),
        );
    }
    out
}

/// The last day for the applicant, from the day the notice reaches them. The committee's own period.
pub fn supplement_due(facts: &Facts, on: Date) -> Due {
    clock::working_days(on, facts.rules.supplement_working_days(), facts.calendar)
}

/// May supplied material be booked in?
pub fn can_receive_supplement(case: &Case, on: Date) -> Vec<Finding> {
    let mut out = not_begun(case, "收补正材料", "receive supplements");
    match case.round().supplements.last() {
        None => out.push(
            Finding::block("M13.no_notice", "本轮没有发过补正告知。", "No supplement notice was issued in this round.")
                .way("作为新版本直接归入材料。", "File it as a new version."),
        ),
        Some(s) if s.received.is_some() => {
            out.push(Finding::block("M13.supplied", "补正材料已登记收到。", "The supplement is already booked in."))
        }
        Some(s) if on < s.on => out.push(Finding::block("M13.order", "收到日期早于告知日期。", "Received earlier than the notice.")),
        Some(s) if on > s.due => out.push(Finding::note(
            "M13.supplied_late",
            format!("补正期限{}已过，收下并注明。", say::zh_date(s.due)),
            format!("After the date given, {}; taken in and noted.", say::en_date(s.due)),
        )),
        Some(_) => {}
    }
    out
}

/// May the application be refused? Only before acceptance, and with the reason the letter will give.
pub fn can_refuse(case: &Case, reason: &str, on: Date) -> Vec<Finding> {
    let mut out = not_begun(case, "不予受理", "refuse");
    if on < case.round().received.date_naive() {
        out.push(before_receipt(case.round().received.date_naive()));
    }
    if reason.trim().is_empty() {
        out.push(
            Finding::block("M13.reason", "不予受理须写明理由。", "A refusal needs its reason.")
                .way("写明理由，并告知可以怎样办。", "Give the reason and what the applicant can do."),
        );
    }
    out
}

/// May the application be withdrawn? In writing, before the decision.
pub fn can_withdraw(case: &Case, ending: &Ending) -> Vec<Finding> {
    let round = case.round();
    let mut out = Vec::new();
    if round.over() {
        out.push(Finding::block("M16.decided", "本轮审查已经结束，不能撤回。", "The round is over; nothing to withdraw."));
    }
    if ending.on < round.received.date_naive() {
        out.push(before_receipt(round.received.date_naive()));
    }
    if ending.document.is_none() {
        out.push(
            Finding::ask("M13.withdrawal", "还没有归入申请人的书面撤回申请。", "The applicant's written withdrawal is not on file.")
                .way("归入撤回申请。", "File the written request."),
        );
    }
    out
}

/// May the round be accepted so? Everything a decision later stands on must be there now.
pub fn can_accept(facts: &Facts, case: &Case, acceptance: &Acceptance) -> Vec<Finding> {
    let round = case.round();
    let on = acceptance.at.date_naive();
    let mut out = not_begun(case, "受理", "accept");
    if acceptance.at < round.received {
        out.push(before_receipt(round.received.date_naive()));
    }
    out.extend(gate_acceptance(facts, case));
    if acceptance.reason.trim().is_empty() {
        out.push(
            Finding::block("M13.procedure_reason", "没有写明为什么适用这一程序。", "The choice of procedure has no reason.")
                .way("写明风险的可能性、程度和紧迫性。", "Weigh likelihood, degree and urgency."),
        );
    }
    match acceptance.procedure {
        Procedure::Simplified => out.extend(m19_simplified::can_use(facts, case, acceptance.ground, on)),
        Procedure::Emergency => out.extend(m27_emergency::can_use(facts, &acceptance.reason, on)),
        Procedure::General => {}
    }
    out.extend(internal_limit(facts, complete_since(case), on, "受理", "acceptance"));
    let force = facts.rules.in_force();
    if on < force {
        out.push(
            Finding::note(
                "M37.before",
                format!("{}前受理的，依照《伦理办法》办理。", say::zh_date(force)),
                format!("Accepted before {}: the Ethics Measures alone apply.", say::en_date(force)),
            )
            .citing(&["M35"]),
        );
    }
    out
}

/// What stands between receipt and acceptance whatever the procedure: scope, material, list judgement, conflicts, leader.
pub fn gate_acceptance(facts: &Facts, case: &Case) -> Vec<Finding> {
    let round = case.round();
    let mut out: Vec<Finding> = m02_scope::findings(case).into_iter().filter(|f| f.verdict < crate::Verdict::Note).collect();
    out.extend(m12::leader(case));
    out.extend(m12::findings(case));
    if round.supplements.last().is_some_and(|s| s.received.is_none()) {
        out.push(
            Finding::block("M13.waiting", "补正材料还没有收到。", "The supplement has not come in yet.")
                .way("收到后登记；逾期未补的可以不予受理。", "Book it in; if overdue the case can be refused."),
        );
    }
    if case.listed.is_none() {
        out.push(
            Finding::block("M21.judgement", "还没有判定是否属于复核清单。", "No judgement yet whether the activity is on the list.")
                .citing(&["E5(4)"])
                .way("对照清单判定并写明理由。", "Judge it against the list with a reason."),
        );
    }
    if round.conflicts_scanned.is_none() {
        let n = crate::e08_conflicts::matches(facts, case).len();
        out.push(
            Finding::block(
                "E8.scan",
                if n == 0 {
                    "还没有核对委员与项目组的利益关系。".into()
                } else {
                    format!("还没有核对利益关系，有{n}处待确认。")
                },
                if n == 0 {
                    "Members have not been matched against the team yet.".into()
                } else {
                    format!("Conflicts not checked yet; {n} matches to confirm.")
                },
            )
            .citing(&["E5"])
            .way("核对并逐一确认。", "Run the check and confirm each."),
        );
    }
    out
}

/// The day the file has been complete since: the last supplement's, or the receipt's.
pub fn complete_since(case: &Case) -> Date {
    let r = case.round();
    r.supplements.iter().filter_map(|s| s.received).max().unwrap_or(r.received.date_naive())
}

fn internal_limit(facts: &Facts, since: Date, on: Date, what_zh: &str, what_en: &str) -> Option<Finding> {
    let limit = facts.rules.completeness_working_days();
    let due = clock::working_days(since, limit, facts.calendar);
    (on > due.rolled).then(|| {
        let mut n = limit;
        let mut d = due.rolled;
        while d < on {
            d = d.succ_opt().unwrap_or(on);
            n += u32::from(facts.calendar.day(d).worked());
        }
        Finding::ask(
            "R.completeness",
            format!("收件已{n}个工作日，超过本委员会规定的{limit}个。写明理由可以{what_zh}。"),
            format!("{n} working days since receipt; the committee's own limit is {limit}. For {what_en} give a reason."),
        )
        .citing(&["M13"])
        .with(serde_json::json!({ "working_days": n, "limit": limit, "due": due.rolled }))
    })
}

fn before_receipt(received: Date) -> Finding {
    Finding::block(
        "M13.order",
        format!("日期早于收件日期{}。", say::zh_date(received)),
        format!("The date is earlier than receipt on {}.", say::en_date(received)),
    )
}

/// The check, the scope and what hangs on them are settled before acceptance; `act` names what is being done.
pub fn before_acceptance(case: &Case, act_zh: &str, act_en: &str) -> Vec<Finding> {
    let mut out = not_begun(case, act_zh, act_en);
    out.extend(crate::e06_records::read_only(case));
    out
}

fn not_begun(case: &Case, act_zh: &str, act_en: &str) -> Vec<Finding> {
    let r = case.round();
    let (zh, en) = if let Some(e) = &r.refused {
        (format!("{}已不予受理", say::zh_date(e.on)), format!("refused on {}", say::en_date(e.on)))
    } else if let Some(e) = &r.withdrawn {
        (format!("{}已撤回", say::zh_date(e.on)), format!("withdrawn on {}", say::en_date(e.on)))
    } else if let Some(c) = &r.commission {
        (format!("{}已委托{}审查", say::zh_date(c.on), c.name), format!("commissioned to {} on {}", c.name, say::en_date(c.on)))
    } else if let Some(r) = &r.recognised {
        (format!("{}已承认{}的结果", say::zh_date(r.on), r.issuer.name), format!("settled on {} by recognition", say::en_date(r.on)))
    } else if let Some(a) = &r.accepted {
        (format!("{}已受理", say::zh_date(a.at.date_naive())), format!("accepted on {}", say::en_date(a.at.date_naive())))
    } else {
        return Vec::new();
    };
    vec![Finding::block("M13.stage", format!("现在不能{act_zh}：本轮{zh}。"), format!("Cannot {act_en} now: the round was {en}."))]
}
