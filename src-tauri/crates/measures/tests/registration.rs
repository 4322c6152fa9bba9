//! Registration and reports (E43–E45), the rule library (E6), undertakings and training (E8), levels of authority
//! (M33) and the morning's checks.

use measures::m33_terms::{Level, authority, level};
use measures::*;
use measures::{daily, e06_rules, e08_undertakings, m30_registration};
use serde_json::{Value, json};

fn d(text: &str) -> Date {
    text.parse().expect("a date")
}
fn committee(extra: Value) -> Committee {
    let mut base = json!({
        "id": "committee", "name": "江州大学人工智能科技伦理委员会", "founded": "2026-04-01", "letter_prefix": "江大智伦", "case_prefix": "JZU-AI", "secretary": "秘书",
        "unit": { "name": "江州大学", "kind": "university", "affiliation": "local" },
    });
    base.as_object_mut().expect("an object").extend(extra.as_object().expect("an object").clone());
    serde_json::from_value(base).expect("a committee")
}
fn library() -> Value {
    let all: Vec<Value> = RuleKind::ALL.iter().map(|k| json!({ "kind": k, "version": "1", "adopted": "2026-04-01", "tracking_months": if *k == RuleKind::Simplified { json!(6) } else { Value::Null } })).collect();
    json!(all)
}
fn members() -> Vec<Member> {
    let seats = [
        ("technology", "chair"),
        ("technology", "vice_chair"),
        ("application", "member"),
        ("application", "member"),
        ("ethics", "member"),
        ("law", "member"),
        ("law", "member"),
    ];
    seats
        .into_iter()
        .zip(1u32..)
        .map(|((category, role), n)| {
            serde_json::from_value(json!({
                "id": format!("m{n}"), "seat": n, "name": format!("委员{n}"), "sex": if n.is_multiple_of(2) { "female" } else { "male" }, "unit": "甲", "external": n == 7,
                "category": category, "identity": format!("id{n}"), "terms": [{ "role": role, "from": "2026-04-01", "until": "2031-03-31" }],
                "undertakings": [{ "kind": "confidentiality", "signed": "2026-04-01" }, { "kind": "interest", "signed": "2026-04-01" }],
            }))
            .expect("a member")
        })
        .collect()
}
struct World {
    committee: Committee,
    members: Vec<Member>,
    calendar: Calendar,
    rules: Rules,
}
impl World {
    fn new(extra: Value) -> World {
        World { committee: committee(extra), members: members(), calendar: Calendar::shipped(), rules: Rules::shipped() }
    }
    fn facts(&self) -> Facts<'_> {
        Facts { committee: &self.committee, members: &self.members, calendar: &self.calendar, rules: &self.rules }
    }
}
fn case(listed: bool, rounds: Value, turns: Value) -> Case {
    serde_json::from_value(json!({
        "id": "c1", "number": "JZU-AI-2026-0001", "application": {}, "rounds": rounds, "turns": turns,
        "listed": { "version": "2026-1", "items": if listed { vec![2] } else { vec![] }, "reason": "判定", "on": "2026-08-01" },
    }))
    .expect("a case")
}
fn approved(on: &str) -> Value {
    json!([{ "kind": "initial", "received": "2026-08-01T09:00:00+08:00", "decision": { "kind": "approve", "on": on } }])
}
fn has<'a>(found: &'a [Finding], rule: &str) -> Option<&'a Finding> {
    found.iter().find(|f| f.rule == rule)
}

#[test]
fn e43_thirty_days_to_register_the_committee() {
    let w = World::new(json!({}));
    let due = m30_registration::committee_due(&w.facts());
    assert_eq!((due.nominal, due.rolled, due.basis[0].0.as_str()), (d("2026-05-01"), d("2026-05-06"), "E43"));
    for (today, verdict) in [("2026-04-20", Verdict::Ask), ("2026-05-06", Verdict::Ask), ("2026-05-07", Verdict::Block)] {
        assert_eq!(m30_registration::committee(&w.facts(), d(today))[0].verdict, verdict, "on {today}");
    }
    for (on, verdict) in [("2026-05-06", Verdict::Fine), ("2026-05-07", Verdict::Note)] {
        let w = World::new(json!({ "registrations": [{ "on": on }] }));
        assert_eq!(m30_registration::committee(&w.facts(), d("2026-06-01"))[0].verdict, verdict, "registered on {on}");
    }
    // A committee older than 《伦理办法》 had its thirty days from that instrument's first day.
    let old = World::new(json!({ "founded": "2019-01-01" }));
    assert_eq!(m30_registration::committee_due(&old.facts()).nominal, d("2023-12-31"));
}

#[test]
fn e43_changes_are_updated_promptly() {
    let mut w = World::new(json!({ "registrations": [{ "on": "2026-04-20" }] }));
    assert!(m30_registration::changes_to_register(&w.facts(), d("2026-09-22")).is_empty());
    w.members[3].terms[0].ended = Some(TermEnded { on: d("2026-09-01"), how: TermEnd::Resigned, note: String::new() });
    let changes = m30_registration::changes_to_register(&w.facts(), d("2026-09-22"));
    assert_eq!(changes.iter().map(|c| c.what_zh.as_str()).collect::<Vec<_>>(), ["委员4不再任委员"]);
    // 15 working days: 1 September, plus the working Sunday 20 September, is 21 September.
    for (today, verdict) in [("2026-09-21", Verdict::Note), ("2026-09-22", Verdict::Ask)] {
        let found = m30_registration::committee(&w.facts(), d(today));
        assert_eq!(has(&found, "E43.update").map(|f| f.verdict), Some(verdict), "on {today}");
    }
    // An update after the change settles it; a renewal the day after is no departure.
    w.committee.registrations.push(Registration { on: d("2026-09-10"), number: String::new(), note: String::new() });
    assert!(m30_registration::changes_to_register(&w.facts(), d("2026-09-22")).is_empty());
    w.members[4].terms[0].until = d("2026-09-15");
    w.members[4].terms.push(Term {
        role: Role::Member,
        from: d("2026-09-16"),
        until: d("2031-09-15"),
        document: String::new(),
        ended: None,
    });
    assert_eq!(
        m30_registration::changes_to_register(&w.facts(), d("2026-09-22")).iter().map(|c| c.what_zh.as_str()).collect::<Vec<_>>(),
        ["委员5任委员"]
    );
}

#[test]
fn case_037_a_listed_activity_registered_on_the_thirtieth_day() {
    let w = World::new(json!({}));
    let on_time = case(true, approved("2026-09-10"), json!([{ "kind": "registered", "on": "2026-10-10", "reason": "" }]));
    assert_eq!(m30_registration::listed_due(&w.facts(), &on_time).map(|x| (x.nominal, x.rolled)), Some((d("2026-10-10"), d("2026-10-10"))));
    assert_eq!(m30_registration::listed(&w.facts(), &on_time, d("2026-11-01"))[0].verdict, Verdict::Fine);
    let late = case(true, approved("2026-09-10"), json!([{ "kind": "registered", "on": "2026-10-11", "reason": "" }]));
    assert_eq!(m30_registration::listed(&w.facts(), &late, d("2026-11-01"))[0].verdict, Verdict::Note);
    let open = case(true, approved("2026-09-10"), json!([]));
    for (today, verdict) in [("2026-10-10", Verdict::Ask), ("2026-10-11", Verdict::Block)] {
        assert_eq!(m30_registration::listed(&w.facts(), &open, d(today))[0].verdict, verdict, "on {today}");
    }
}

#[test]
fn case_101_an_exempt_activity_is_still_registered() {
    let w = World::new(json!({}));
    let mut exempt = case(true, approved("2026-09-10"), json!([]));
    exempt.listed.as_mut().expect("judged").exemption = Some(Exemption {
        regime: "备案".into(),
        authority: "网信办".into(),
        number: "1".into(),
        ethics_provision: "第几条".into(),
        proof: None,
        decided_by: "m1".into(),
        on: d("2026-08-02"),
    });
    assert!(!exempt.needs_rereview());
    assert_eq!(m30_registration::listed_due(&w.facts(), &exempt).map(|x| x.nominal), Some(d("2026-10-10")));
}

#[test]
fn e44_an_approval_taken_away_by_an_appeal_is_not_registered() {
    let w = World::new(json!({}));
    let mut c = case(true, approved("2026-09-10"), json!([]));
    let decided = |kind: &str, round: &str, on: &str| -> Round {
        serde_json::from_value(json!({ "kind": round, "received": format!("{on}T09:00:00+08:00"), "decision": { "kind": kind, "on": on } }))
            .expect("a round")
    };
    c.rounds.push(decided("revise", "appeal", "2026-09-25"));
    assert!(m30_registration::listed_due(&w.facts(), &c).is_none(), "the new decision took the approval away");
    let found = m30_registration::can_register_listed(&w.facts(), &c, d("2026-09-28"));
    assert_eq!(found.iter().map(|f| (f.rule.as_str(), f.verdict)).collect::<Vec<_>>(), [("E44.approved", Verdict::Block)]);
    // Approved again, thirty days count from then; a renewed approval on top of one that stands starts no others.
    c.rounds.push(decided("approve", "resubmission", "2026-10-20"));
    assert_eq!(m30_registration::listed_due(&w.facts(), &c).map(|x| x.nominal), Some(d("2026-11-19")));
    c.rounds.push(decided("approve", "renewed", "2026-12-01"));
    assert_eq!(m30_registration::listed_due(&w.facts(), &c).map(|x| x.nominal), Some(d("2026-11-19")));
}

#[test]
fn case_105_an_unlisted_activity_is_not_registered_by_itself() {
    let w = World::new(json!({}));
    let plain = case(false, approved("2026-09-10"), json!([]));
    assert!(m30_registration::listed_due(&w.facts(), &plain).is_none());
    assert!(m30_registration::listed(&w.facts(), &plain, d("2027-01-01")).is_empty());
}

#[test]
fn e44_changes_of_a_listed_activity_are_updated() {
    let w = World::new(json!({}));
    let mut c = case(
        true,
        approved("2026-09-10"),
        json!([{ "kind": "registered", "on": "2026-09-20", "reason": "" }, { "kind": "suspended", "on": "2026-10-12", "reason": "事故" }]),
    );
    let found = m30_registration::listed(&w.facts(), &c, d("2026-10-20"));
    assert_eq!(
        has(&found, "E44.update").map(|f| f.zh.as_str()),
        Some("2026年10月12日JZU-AI-2026-0001暂停，请在2026年11月2日前更新登记信息。")
    );
    c.turns.push(Turn {
        kind: TurnKind::Registered,
        on: d("2026-10-15"),
        reason: String::new(),
        conditions: String::new(),
        paper: None,
        interim: false,
    });
    assert!(has(&m30_registration::listed(&w.facts(), &c, d("2026-10-20")), "E44.update").is_none());
}

#[test]
fn case_039_the_annual_report_never_rolls_over() {
    let w = World::new(json!({}));
    let due = m30_registration::annual_due(&w.facts(), 2028).expect("a date");
    assert_eq!((due.nominal, due.rolled), (d("2029-03-31"), d("2029-03-31")), "a Saturday");
    for (today, verdict) in [
        ("2026-12-31", None),
        ("2027-01-01", Some(Verdict::Note)),
        ("2027-03-01", Some(Verdict::Ask)),
        ("2027-03-31", Some(Verdict::Ask)),
        ("2027-04-01", Some(Verdict::Block)),
    ] {
        assert_eq!(m30_registration::annual(&w.facts(), 2026, None, d(today)).first().map(|f| f.verdict), verdict, "on {today}");
    }
    for (on, verdict) in [("2027-03-31", Verdict::Fine), ("2027-04-01", Verdict::Note)] {
        assert_eq!(m30_registration::annual(&w.facts(), 2026, Some(d(on)), d("2027-05-01"))[0].verdict, verdict, "submitted {on}");
    }
    assert!(m30_registration::annual(&w.facts(), 2025, None, d("2026-05-01")).is_empty(), "there was no committee in 2025");
}

#[test]
fn case_079_what_the_missing_rules_keep_locked() {
    let w = World::new(json!({}));
    let found = e06_rules::findings(&w.committee, &w.rules, d("2026-09-22"));
    assert_eq!(found.len(), RuleKind::ALL.len());
    assert_eq!(has(&found, "M20.rule_simplified").map(|f| f.zh.as_str()), Some("没有简易程序工作规程，不能用简易程序。"));
    let full = World::new(json!({ "rules": library() }));
    assert_eq!(
        e06_rules::findings(&full.committee, &full.rules, d("2026-09-22")).iter().map(|f| f.verdict).collect::<Vec<_>>(),
        [Verdict::Fine]
    );
    assert_eq!(e06_rules::findings(&full.committee, &full.rules, d("2026-03-31")).len(), RuleKind::ALL.len(), "adopted the day after");
}

#[test]
fn m20_the_tracking_frequency_is_between_one_and_twelve_months() {
    let rules = Rules::shipped();
    let doc = |n: Option<u32>| RuleDocument {
        kind: RuleKind::Simplified,
        version: "2".into(),
        adopted: d("2026-05-01"),
        adopted_by: String::new(),
        file: None,
        tracking_months: n,
    };
    for (n, verdict) in
        [(None, Some(Verdict::Ask)), (Some(0), Some(Verdict::Block)), (Some(1), None), (Some(12), None), (Some(13), Some(Verdict::Block))]
    {
        assert_eq!(e06_rules::frequency(&doc(n), &rules).map(|f| f.verdict), verdict, "{n:?}");
    }
    let w = World::new(json!({ "rules": library() }));
    let adopt = |doc: RuleDocument| {
        e06_rules::can_adopt(&w.committee, &doc, &rules, d("2026-04-20")).iter().map(|f| (f.rule.clone(), f.verdict)).collect::<Vec<_>>()
    };
    assert_eq!(adopt(doc(Some(6))), [("E6.later".into(), Verdict::Note)]);
    assert_eq!(
        adopt(RuleDocument { version: "1".into(), adopted: d("2026-04-10"), ..doc(Some(6)) }),
        [("E6.version".into(), Verdict::Block)]
    );
}

#[test]
fn e8_undertakings_and_training() {
    let mut w = World::new(json!({}));
    assert!(e08_undertakings::findings(&w.facts(), d("2026-09-22")).is_empty());
    w.members[2].undertakings.retain(|u| u.kind == UndertakingKind::Confidentiality);
    let found = e08_undertakings::findings(&w.facts(), d("2026-09-22"));
    assert_eq!(found.iter().map(|f| f.zh.as_str()).collect::<Vec<_>>(), ["委员3没有签署利益冲突声明，不能列入到会。"]);
    // Renewed in 2031 with the signatures of 2026.
    let mut w = World::new(json!({}));
    w.members[0].terms.push(Term {
        role: Role::Chair,
        from: d("2031-04-01"),
        until: d("2036-03-31"),
        document: String::new(),
        ended: None,
    });
    assert_eq!(
        e08_undertakings::findings(&w.facts(), d("2031-04-01")).iter().map(|f| f.rule.as_str()).collect::<Vec<_>>(),
        ["E8.undertaking_term"]
    );
    // Training: nobody is late in the first twelve months; afterwards everybody without one is.
    let mut w = World::new(json!({}));
    assert!(e08_undertakings::training(&w.facts(), d("2027-03-31")).is_empty());
    w.members[0].trainings.push(d("2026-06-01"));
    assert_eq!(e08_undertakings::training(&w.facts(), d("2027-04-01")).len(), 6);
    assert_eq!(e08_undertakings::training(&w.facts(), d("2027-06-01")).len(), 6, "twelve months to the day");
    assert_eq!(e08_undertakings::training(&w.facts(), d("2027-06-02"))[0].zh, "委员1上次培训是2026年6月1日，已超过12个月。");
}

#[test]
fn m33_a_city_bureau_is_not_the_locality() {
    for (name, want) in [
        ("浙江省科学技术厅", Level::Province),
        ("广西壮族自治区科技厅", Level::Province),
        ("上海市科学技术委员会", Level::Province),
        ("北京市经济和信息化局", Level::Province),
        ("广东省市场监督管理局", Level::Province),
        ("工业和信息化部", Level::Ministry),
        ("国家卫生健康委员会", Level::Ministry),
        ("国家市场监督管理总局", Level::Ministry),
        ("杭州市科学技术局", Level::Below),
        ("浙江省杭州市科学技术局", Level::Below),
        ("上海市徐汇区科学技术委员会", Level::Below),
        ("延边朝鲜族自治州科技局", Level::Below),
        ("西湖区科技局", Level::Below),
        ("某某中心", Level::Unknown),
    ] {
        assert_eq!(level(name), want, "{name}");
    }
    assert_eq!(authority("杭州市科学技术局")[0].verdict, Verdict::Ask);
    assert!(authority("浙江省科学技术厅").is_empty());
    assert!(authority(" ")[0].blocks());
}

#[test]
fn e7_terms_are_announced_before_they_end() {
    let mut w = World::new(json!({}));
    assert!(daily::terms(&w.facts(), d("2030-10-01")).is_empty(), "181 days before");
    let found = daily::terms(&w.facts(), d("2030-10-02"));
    assert_eq!((found.len(), found[0].verdict), (7, Verdict::Note));
    assert_eq!(found[0].zh, "委员1（主任委员）的任期2031年3月31日届满，剩180天。");
    assert_eq!(daily::terms(&w.facts(), d("2030-12-31"))[0].verdict, Verdict::Ask, "90 days before");
    w.members[0].terms.push(Term {
        role: Role::Member,
        from: d("2031-04-01"),
        until: d("2036-03-31"),
        document: String::new(),
        ended: None,
    });
    assert_eq!(daily::terms(&w.facts(), d("2031-01-01")).len(), 6, "the renewed one is not announced");
}

#[test]
fn m33_next_years_notice_is_asked_for_from_december() {
    let w = World::new(json!({}));
    let asked = |today: &str| m30_registration::calendar(&w.calendar, d(today)).len();
    assert_eq!((asked("2026-11-30"), asked("2026-12-01"), asked("2027-01-01"), asked("2027-12-01")), (0, 1, 1, 2));
}

#[test]
fn the_morning_of_a_committee_in_order_is_quiet() {
    let mut w = World::new(json!({ "rules": library(), "registrations": [{ "on": "2026-04-20" }] }));
    let found = daily::daily(&w.facts(), d("2026-09-22"));
    assert!(found.iter().all(|f| f.verdict == Verdict::Fine), "{found:#?}");
    w.members[6].external = false;
    w.committee.registrations.clear();
    w.members[1].undertakings.clear();
    let found = daily::daily(&w.facts(), d("2026-09-22"));
    assert_eq!(
        found.iter().filter(|f| f.verdict < Verdict::Note).map(|f| f.rule.as_str()).collect::<Vec<_>>(),
        ["E7.external", "E43.registration", "E8.undertaking"]
    );
    assert!(found.windows(2).all(|p| p[0].verdict <= p[1].verdict), "worst first");
}

#[test]
fn m17_the_morning_names_tracking_reviews_within_sight() {
    let w = World::new(json!({}));
    let c = [case(true, approved("2026-03-31"), json!([{ "kind": "registered", "on": "2026-04-02", "reason": "" }]))];
    for (today, verdict) in [
        ("2026-07-31", None),
        ("2026-08-01", Some(Verdict::Note)),
        ("2026-09-23", Some(Verdict::Ask)),
        ("2026-09-30", Some(Verdict::Ask)),
        ("2026-10-01", Some(Verdict::Block)),
    ] {
        let found = daily::daily_cases(&w.facts(), &c, d(today));
        assert_eq!(has(&found, "M25.tracking").map(|f| f.verdict), verdict, "on {today}");
    }
}
