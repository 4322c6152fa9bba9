//! Where a case stands: every stage, its sentence, its acts, its clocks and its line in time.

use crate::world::*;
use measures::assess::{Beside, Stage, Standing, When, assess};
use measures::*;
use serde_json::json;

fn stand(c: &Case, now: &str) -> Standing {
    let w = World::new();
    assess(&w.facts(), c, Beside { materials: 6, ..Beside::default() }, at(now))
}
fn can(s: &Standing, act: &str) -> bool {
    s.possible.iter().any(|p| p.act == act)
}
fn main_act(s: &Standing) -> &str {
    s.possible.iter().find(|p| p.main).map_or("", |p| p.act.as_str())
}
#[track_caller]
fn sound(s: &Standing) {
    assert!(s.zh.ends_with(['。', '）']) && s.en.ends_with(['.', ')']), "{} / {}", s.zh, s.en);
    assert!(s.possible.iter().filter(|p| p.main).count() <= 1);
    for i in &s.impossible {
        assert!(!s.possible.iter().any(|p| p.act == i.act && p.round == i.round), "{} is both", i.act);
        assert!(i.finding.blocks());
    }
    assert_eq!(s.path.iter().filter(|m| m.state == When::Now).count(), 1);
    assert!(s.path.windows(2).all(|m| m[0].state <= m[1].state), "past, now, future");
    let past: Vec<_> = s.path.iter().filter(|m| m.state == When::Past).map(|m| m.date).collect();
    assert!(past.is_sorted());
    for c in &s.clocks {
        assert_eq!(c.due.is_some(), c.started, "{}", c.key);
        assert!(c.started || !c.not_started_zh.is_empty() && !c.not_started_en.is_empty(), "{}", c.key);
        assert!(!c.cites.is_empty(), "{}", c.key);
    }
}

#[test]
fn e06_every_stage_from_receipt_to_the_archive() {
    let turned = |mut c: Case, kind: &str, on: &str| {
        c.turns.push(serde_json::from_value(json!({ "kind": kind, "on": on, "reason": "原因" })).expect("a turn"));
        c
    };
    let ended = |refused: bool| {
        let mut c = received();
        let e = Some(Ending { on: d("2026-08-25"), reason: "不属于本单位".into(), document: None });
        if refused {
            c.round_mut().refused = e
        } else {
            c.round_mut().withdrawn = e
        }
        c
    };
    let supplementing = || {
        let mut c = received();
        c.round_mut().supplements.push(Supplement {
            on: d("2026-08-25"),
            gaps: [(Element::A16, "缺".to_string())].into(),
            due: d("2026-09-08"),
            served: None,
            received: None,
            reason: String::new(),
            paper: None,
        });
        c
    };
    let on_agenda = || {
        let mut c = accepted("2026-08-24", Procedure::General);
        c.round_mut().items.push("1".into());
        c
    };
    let designated = || {
        let mut c = accepted("2026-08-24", Procedure::Simplified);
        c.round_mut().designation = Some(ReviewerDesignation {
            on: d("2026-08-26"),
            by: ZHOU.into(),
            reviewers: vec![LIN.into(), HE.into()],
            paper: None,
            under: None,
        });
        c
    };
    let sent = || {
        let mut c = rereviewed(RereviewOpinion::Agree);
        c.round_mut().rereview.as_mut().expect("sent").opinion = None;
        c
    };
    let active = || served(DecisionKind::Approve, "2026-09-18", "2026-09-21");
    for (case, stage, main) in [
        (received(), Stage::Received, "accept"),
        (supplementing(), Stage::Supplement, "receive_supplement"),
        (ended(true), Stage::Refused, "archive"),
        (ended(false), Stage::Withdrawn, "archive"),
        (accepted("2026-08-24", Procedure::General), Stage::Accepted, "place_item"),
        (accepted("2026-08-24", Procedure::Simplified), Stage::Accepted, "designate_reviewers"),
        (on_agenda(), Stage::InGeneral, "place_item"),
        (designated(), Stage::InSimple, "record_opinion"),
        (accepted("2026-08-24", Procedure::Emergency), Stage::InEmergency, "place_item"),
        (passed("2026-09-18"), Stage::PrelimPassed, "send_rereview"),
        (sent(), Stage::RereviewSent, "record_rereview"),
        (rereviewed(RereviewOpinion::Agree), Stage::RereviewBack, "decide_after_rereview"),
        (decided(DecisionKind::Approve, "2026-09-18"), Stage::Decided, "write_decision"),
        (served(DecisionKind::Revise, "2026-09-18", "2026-09-21"), Stage::Revising, "resubmit"),
        (active(), Stage::Active, "report_change"),
        (turned(active(), "suspended", "2026-09-22"), Stage::Suspended, "resume"),
        (turned(active(), "terminated", "2026-09-22"), Stage::Terminated, "archive"),
        (turned(active(), "completed", "2026-09-22"), Stage::Completed, "archive"),
        (turned(turned(active(), "completed", "2026-09-22"), "archived", "2026-09-23"), Stage::Archived, ""),
    ] {
        let s = stand(&case, "2026-09-23 09:00");
        assert_eq!((s.stage, main_act(&s)), (stage, main), "{}", s.zh);
        sound(&s);
    }
}

#[test]
fn m16_a_rejection_is_final_when_the_appeal_period_is_over() {
    let c = served(DecisionKind::Reject, "2026-09-16", "2026-09-18");
    for (now, stage) in [("2026-09-22 23:59", Stage::Delivered), ("2026-09-23 00:01", Stage::Rejected)] {
        assert_eq!(stand(&c, now).stage, stage, "at {now}");
    }
    assert!(stand(&c, "2026-09-21 09:00").zh.contains("9月22日24时前可以申诉"), "{}", stand(&c, "2026-09-21 09:00").zh);
}

#[test]
fn m22_the_sentence_of_a_listed_case_on_tomorrows_agenda() {
    let w = World::new();
    let mut c = listed(accepted("2026-09-01", Procedure::General));
    c.round_mut().items.push("4".into());
    let m = meeting(&[ZHOU], &["1", "2", "3", "4"]);
    let i = item("4", "c49", &[]);
    let s = assess(&w.facts(), &c, Beside { item: Some((&m, &i)), materials: 3, ..Beside::default() }, at("2026-09-17 10:00"));
    assert_eq!(s.zh, "已受理，明天会上审议。决定期限10月1日。属复核清单，会上只能形成初步审查意见（第二十二、二十四条）。");
    assert_eq!(
        s.en,
        "Accepted; on tomorrow's agenda. Due 1 Oct. Listed activity: the meeting can only form a preliminary opinion (Arts. 22, 24)."
    );
    assert!(!can(&s, "place_item"), "it is on the agenda already");
    assert!(s.path.iter().any(|p| p.state == When::Future && p.zh == "报请专家复核"));
    sound(&s);
}

#[test]
fn m20_the_sentence_of_a_simplified_case() {
    let mut c = accepted("2026-08-25", Procedure::Simplified);
    c.round_mut().designation = Some(ReviewerDesignation {
        on: d("2026-08-26"),
        by: ZHOU.into(),
        reviewers: vec![LIN.into(), HE.into()],
        paper: None,
        under: None,
    });
    c.round_mut().opinions.push(Opinion {
        member: LIN.into(),
        on: d("2026-09-02"),
        view: ReviewerView::Agree,
        doubt: false,
        asks_meeting: false,
        text: String::new(),
        source: None,
    });
    let s = stand(&c, "2026-09-17 10:00");
    assert_eq!(s.zh, "林若溪已同意，何静姝未交意见，决定期限9月24日。有一人否定、有疑义或意见不一致即转一般程序（第二十条）。");
    assert!(s.impossible.iter().any(|i| i.act == "place_item" && i.finding.rule == "M20.procedure"));
    assert!(s.impossible.iter().any(|i| i.act == "conclude_simplified" && i.finding.rule == "M20.opinions"));
}

#[test]
fn m13_what_is_missing_is_grouped_by_the_next_gate() {
    let mut c = received();
    c.listed = None;
    c.round_mut().conflicts_scanned = None;
    let s = stand(&c, "2026-08-21 09:00");
    assert_eq!(s.missing.iter().map(|g| g.gate.as_str()).collect::<Vec<_>>(), ["acceptance"]);
    assert_eq!(blocks(&s.missing[0].findings), ["M21.judgement", "E8.scan"]);
    assert_eq!(s.impossible.iter().find(|i| i.act == "accept").map(|i| i.finding.rule.as_str()), Some("M21.judgement"));
    assert_eq!(main_act(&s), "judge_list");
    c.scope = None;
    assert_eq!(main_act(&stand(&c, "2026-08-21 09:00")), "determine_scope");
}

#[test]
fn m24_why_it_cannot_be_approved_yet() {
    let s = stand(&passed("2026-09-18"), "2026-09-21 09:00");
    let i = s.impossible.iter().find(|i| i.act == "decide_after_rereview").expect("named");
    assert_eq!(i.finding.zh, "现在不能批准：还没有收到专家复核意见（第二十四条）。");
    assert!(s.impossible.iter().any(|i| i.act == "place_item" && i.finding.rule == "M24.opinion"));
}

#[test]
fn m17_the_pressing_clock_leads() {
    let s = stand(&accepted("2026-08-24", Procedure::General), "2026-09-21 09:00");
    let p = &s.clocks[s.pressing.expect("one presses") as usize];
    assert_eq!((p.key.as_str(), p.left.as_ref().map(|l| l.chip_zh.as_str())), ("decision", Some("剩2天")));
    let s = stand(&accepted("2026-08-24", Procedure::General), "2026-09-30 09:00");
    let p = &s.clocks[s.pressing.expect("one presses") as usize];
    assert_eq!(p.left.as_ref().map(|l| l.state), Some(LeftState::Overdue));
    let s = stand(&served(DecisionKind::Approve, "2026-09-18", "2026-09-21"), "2027-04-18 09:00");
    let p = &s.clocks[s.pressing.expect("one presses") as usize];
    assert_eq!((p.key.as_str(), p.left.as_ref().map(|l| l.state)), ("tracking", Some(LeftState::Overdue)), "tracking never rolls");
    assert!(s.zh.contains("跟踪审查已逾期31天"), "{}", s.zh);
}

#[test]
fn case_115_a_new_leader_is_an_amendment() {
    let s = stand(&served(DecisionKind::Approve, "2026-09-18", "2026-09-21"), "2026-10-12 09:00");
    assert!(s.possible.iter().any(|p| p.act == "start_round" && p.round == Some(RoundKind::Amendment)));
    let mut c = served(DecisionKind::Approve, "2026-09-18", "2026-09-21");
    round(&mut c, RoundKind::Amendment, "2026-10-12");
    let s = stand(&c, "2026-10-13 09:00");
    assert_eq!(s.stage, Stage::Received);
    assert!(s.in_force, "the approval stands while the amendment is looked at");
    assert!(s.impossible.iter().any(|i| i.act == "start_round" && i.finding.rule == "M17.open_round"));
}

#[test]
fn e06_the_line_of_a_whole_life() {
    let mut c = rereviewed(RereviewOpinion::Agree);
    c.round_mut().decision = Some(decision(DecisionKind::Approve, "2026-10-15"));
    c.round_mut().deliveries.push(delivery("2026-10-16"));
    c.turns.push(serde_json::from_value(json!({ "kind": "registered", "on": "2026-10-20", "reason": "平台登记" })).expect("a turn"));
    round(&mut c, RoundKind::Tracking, "2027-04-01");
    let s = stand(&c, "2027-04-02 09:00");
    let past: Vec<&str> = s.path.iter().filter(|m| m.state == When::Past).map(|m| m.zh.as_str()).collect();
    assert_eq!(
        past,
        [
            "收件",
            "判定属于适用范围",
            "受理，一般程序",
            "初步审查通过",
            "报请专家复核",
            "对方收到申请",
            "复核意见：同意",
            "批准",
            "直接送达，沈知微收",
            "已在平台登记",
            "收到跟踪审查材料"
        ]
    );
    sound(&s);
}

#[test]
fn m13_acts_are_the_desks_own_names() {
    for tag in assess::tags() {
        assert!(tag.chars().all(|c| c.is_ascii_lowercase() || c == '_'), "{tag}");
    }
    assert_eq!(assess::tags().filter(|t| *t == "start_round").count(), 3);
}

/// The list of five thousand cases is assessed while a person waits.
#[cfg(not(debug_assertions))]
#[test]
fn assessing_a_case_takes_less_than_fifty_microseconds() {
    let w = World::new();
    let cases = [
        accepted("2026-08-24", Procedure::General),
        passed("2026-09-18"),
        served(DecisionKind::Approve, "2026-09-18", "2026-09-21"),
        received(),
        rereviewed(RereviewOpinion::Agree),
    ];
    let now = at("2026-09-22 09:00");
    let facts = w.facts();
    // The best of many short batches: what the work costs, not what else the machine is doing.
    let best = (0..200)
        .map(|_| {
            let start = std::time::Instant::now();
            for _ in 0..10 {
                for c in &cases {
                    std::hint::black_box(assess(&facts, std::hint::black_box(c), Beside::default(), now));
                }
            }
            start.elapsed() / (10 * cases.len() as u32)
        })
        .min()
        .expect("batches");
    println!("assess: {best:?} a case");
    assert!(best < std::time::Duration::from_micros(50), "{best:?}");
}

#[test]
fn e17_a_drafted_letter_is_issued_before_it_is_served() {
    let w = World::new();
    let mut c = served(DecisionKind::Approve, "2026-09-18", "2026-09-21");
    c.round_mut().deliveries.clear();
    c.round_mut().decision.as_mut().expect("decided").paper = Some("p1".into());
    let acts = |drafted: bool| -> Vec<String> {
        let beside = Beside { letter_drafted: drafted, ..Beside::default() };
        assess(&w.facts(), &c, beside, at("2026-09-19 09:00")).possible.into_iter().map(|p| p.act).collect()
    };
    let place = |list: &[String], act: &str| list.iter().position(|a| a == act);
    let drafted = acts(true);
    assert!(place(&drafted, "issue_paper") < place(&drafted, "record_service"), "{drafted:?}");
    assert_eq!(place(&drafted, "issue_paper"), Some(0), "the next step");
    assert_eq!(place(&acts(false), "issue_paper"), None, "issued already");
}

#[test]
fn r_the_committees_own_limit_is_passed_and_not_overdue() {
    let s = stand(&accepted("2026-09-18", Procedure::General), "2026-09-19 09:00");
    let own: Vec<&str> =
        s.clocks.iter().filter(|c| c.owner == clock::Owner::Internal).filter_map(|c| c.met.as_ref()).map(|m| m.zh.as_str()).collect();
    assert!(own.iter().all(|zh| !zh.contains("逾期")), "{own:?}");
    let mut late = accepted("2026-09-18", Procedure::General);
    late.round_mut().received = at("2026-09-01 09:00");
    let s = stand(&late, "2026-09-19 09:00");
    let met = s.clocks.iter().find(|c| c.key == "completeness").and_then(|c| c.met.as_ref()).expect("accepted");
    assert!(met.late);
    assert_eq!(met.zh, "超内部时限8个工作日", "due on 8 September, accepted on the 18th");
}
