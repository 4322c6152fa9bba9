//! Article 14 before the day: whether every item of an agenda can be heard as the answers stand (会前预检). It foresees and
//! never stops anything: what stops is asked again when the meeting opens and each item is taken up.

use crate::m14_meeting::{can_attend, can_open, can_place};
use crate::m14_quorum::{Quorum, forecast};
use crate::{Case, Facts, Finding, Instant, Item, Meeting, Recusal, Reply, Verdict, clock, e08_conflicts, names, say};
use chrono::Duration;

/// The item as it will be when members step out: those on record, and those whose interest meets the case for sure.
/// A match that is only possible is asked about and counts nobody out.
pub fn foreseen(facts: &Facts, meeting: &Meeting, item: &Item, case: &Case) -> Item {
    let mut item = item.clone();
    for m in e08_conflicts::matches_on(facts, case, meeting.day()).into_iter().filter(|m| m.certain) {
        if !item.is_recused(&m.member) {
            item.recusals.push(Recusal { member: m.member, reason: m.how_zh, left: None, back: None });
        }
    }
    item
}

/// The item's quorum as it is to be expected.
pub fn expected(facts: &Facts, meeting: &Meeting, item: &Item, case: &Case) -> Quorum {
    forecast(facts, meeting, &foreseen(facts, meeting, item, case))
}

/// Everything worth knowing before the day, worst first. `newer` names items (by place on the agenda) whose documents have
/// a later version on file than the one put before the members.
pub fn precheck(facts: &Facts, meeting: &Meeting, items: &[(Item, Case)], newer: &[(u32, String)], now: Instant) -> Vec<Finding> {
    let mut out = Vec::new();
    for (i, (item, case)) in items.iter().enumerate() {
        out.extend(of_item(facts, meeting, i + 1, item, case));
    }
    for (n, name) in newer {
        out.push(
            Finding::ask(
                "E6.version",
                format!("第{n}项：{name}又收到新版本，议程所列的不是现行版本。"),
                format!("Item {n}: a later version of {name} has come in than the one on the agenda."),
            )
            .way("比对两版，把现行版本列入议程。", "Compare the two and put the current one on the agenda.")
            .with(serde_json::json!({ "order": n })),
        );
    }
    out.extend(time(facts, meeting, items));
    out.extend(answers(facts, meeting));
    out.push(notice(facts, meeting, now));
    // Attendance is not there yet; whatever else would keep the meeting from opening is.
    out.extend(can_open(facts, meeting, meeting.starts).into_iter().filter(|f| !matches!(f.rule.as_str(), "M14.nobody" | "M14.opened")));
    out.sort_by_key(|f| f.verdict);
    out
}

fn of_item(facts: &Facts, meeting: &Meeting, n: usize, item: &Item, case: &Case) -> Vec<Finding> {
    let mut out = Vec::new();
    let about = serde_json::json!({ "item": item.id, "order": n });
    let q = expected(facts, meeting, item, case);
    if q.lamp == Verdict::Block {
        let mut f = Finding::block("M14.foreseen", format!("第{n}项开不成：{}", q.zh), format!("Item {n} cannot be heard: {}", q.en));
        for c in q.findings.iter().filter(|f| f.blocks()).flat_map(|f| &f.cites) {
            f = f.citing(&[c.0.as_str()]);
        }
        let (zh, en): (Vec<&str>, Vec<&str>) =
            q.ways.iter().take(2).map(|w| (w.zh.trim_end_matches('。'), w.en.trim_end_matches('.'))).unzip();
        if !zh.is_empty() {
            f = f.way(format!("{}。", zh.join("；")), format!("{}.", en.join("; ")));
        }
        out.push(f.with(about.clone()));
    }
    for m in e08_conflicts::matches_on(facts, case, meeting.day()).into_iter().filter(|m| !item.is_recused(&m.member)) {
        let (zh, en) = (format!("第{n}项：{}", m.how_zh), format!("Item {n}: {}", m.how_en));
        let f = if m.certain { Finding::note("E8.conflict", zh, en) } else { Finding::ask("E8.conflict", zh, en) };
        out.push(f.way("会上询问，确认后登记回避。", "Ask at the meeting and record the recusal.").with(about.clone()));
    }
    for f in can_place(facts, case, meeting).into_iter().filter(|f| f.verdict != Verdict::Fine) {
        let mut g = Finding::new(f.verdict, &f.rule, format!("第{n}项：{}", f.zh), format!("Item {n}: {}", f.en));
        g.cites = f.cites;
        out.push(g.way(f.way_zh, f.way_en).with(about.clone()));
    }
    out
}

/// The minutes asked for against the time planned, and who will have left by which item.
fn time(facts: &Facts, meeting: &Meeting, items: &[(Item, Case)]) -> Vec<Finding> {
    let mut out = Vec::new();
    let asked: u32 = items.iter().map(|(i, _)| i.minutes).sum();
    let planned = (meeting.ends - meeting.starts).num_minutes();
    if i64::from(asked) > planned {
        out.push(
            Finding::note(
                "M14.minutes",
                format!("用时合计{asked}分钟，预定{planned}分钟。"),
                format!("The items take {asked} minutes, {planned} are planned."),
            )
            .way("提前开会，或调整议程。", "Begin earlier or shorten the agenda."),
        );
    }
    for i in &meeting.invitations {
        let Some(leaving) = i.leaving else { continue };
        let mut at = meeting.starts;
        let place = items.iter().position(|(item, _)| {
            at += Duration::minutes(item.minutes.into());
            at > leaving
        });
        if let Some(p) = place {
            out.push(Finding::note(
                "M14.leaving",
                format!("{}{}离会，其时正审第{}项。", facts.name_of(&i.member), leaving.format("%-H:%M"), p + 1),
                format!("{} leaves at {}, during item {}.", facts.name_of(&i.member), leaving.format("%-H:%M"), p + 1),
            ));
        }
    }
    out
}

/// Who has not answered, and who may not be put on the attendance list.
fn answers(facts: &Facts, meeting: &Meeting) -> Vec<Finding> {
    let day = meeting.day();
    let office = facts.in_office(day);
    let mut out = Vec::new();
    if meeting.noticed.is_some() {
        let silent: Vec<&str> = office
            .iter()
            .filter(|m| meeting.invitations.iter().find(|i| i.member == m.id).is_none_or(|i| i.reply == Reply::None))
            .map(|m| m.id.as_str())
            .collect();
        if !silent.is_empty() {
            let (zh, en) = (names::zh(facts, &silent), names::en(facts, &silent));
            out.push(
                Finding::ask("M14.answers", format!("{zh}还没有答复。"), format!("{en} has not answered."))
                    .way("催一次答复。", "Ask once more."),
            );
        }
    }
    let barred: Vec<Finding> = office.iter().flat_map(|m| can_attend(facts, &m.id, day)).filter(Finding::blocks).collect();
    if barred.is_empty() && !office.is_empty() {
        let n = office.len();
        out.push(Finding::fine(
            "E8.undertakings",
            format!("保密承诺书、利益冲突声明{n}/{n}。"),
            format!("Undertakings and declarations {n}/{n}."),
        ));
    }
    out.extend(barred);
    out
}

/// The notice against the committee's own days of notice.
fn notice(facts: &Facts, meeting: &Meeting, now: Instant) -> Finding {
    let days = facts.rules.meeting_notice_working_days();
    let latest = clock::working_days_before(meeting.starts.date_naive(), days, facts.calendar);
    match meeting.noticed {
        Some(on) if on <= latest => Finding::fine(
            "R.notice",
            format!("通知已于会前{days}个工作日发出（{}）。", say::zh_day(on)),
            format!("The notice went out {days} working days before ({}).", say::en_day(on)),
        ),
        Some(on) => Finding::note(
            "R.notice",
            format!("通知{}发出，晚于内部规定的{}。", say::zh_day(on), say::zh_day(latest)),
            format!("The notice went out on {}, after the committee's own {}.", say::en_day(on), say::en_day(latest)),
        ),
        None if now.date_naive() <= latest => Finding::note(
            "R.notice",
            format!("会议通知最迟{}发出（内部时限）。", say::zh_day(latest)),
            format!("The notice is to go out by {} (own limit).", say::en_day(latest)),
        ),
        None => Finding::ask(
            "R.notice",
            format!("通知还没有发出，已过内部规定的{}。", say::zh_day(latest)),
            format!("The notice has not gone out; the committee's own day was {}.", say::en_day(latest)),
        ),
    }
    .citing(&["M14"])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Affiliation, MeetingForm, Role, Round, RoundKind, Sex, Term, UnitKind};
    use crate::{
        Application, Calendar, Category, Committee, Invitation, Member, Rules, Settings, TeamMember, Undertaking, UndertakingKind, Unit,
    };

    fn at(text: &str) -> Instant {
        format!("{text}:00+08:00").parse().expect("a moment")
    }

    fn member(n: u32, name: &str, category: Category, role: Role) -> Member {
        let day = "2024-03-15".parse().expect("a day");
        Member {
            id: format!("p{n}"),
            seat: n,
            name: name.into(),
            sex: if n.is_multiple_of(2) { Sex::Female } else { Sex::Male },
            unit: "江州大学".into(),
            external: n > 5,
            title: String::new(),
            category,
            also: vec![],
            identity: String::new(),
            phone: String::new(),
            email: String::new(),
            terms: vec![Term { role, from: day, until: "2029-03-14".parse().expect("a day"), document: String::new(), ended: None }],
            undertakings: [UndertakingKind::Confidentiality, UndertakingKind::Interest]
                .map(|kind| Undertaking { kind, signed: day, scan: None })
                .to_vec(),
            interests: vec![],
            trainings: vec![],
        }
    }

    /// Seven members, all coming; the only law member is on the team of the case.
    #[test]
    fn a14_a_member_on_the_team_is_foreseen_to_step_out() {
        let committee = Committee {
            id: "committee".into(),
            name: "甲委员会".into(),
            founded: "2024-03-15".parse().expect("a day"),
            founding_document: String::new(),
            unit: Unit {
                name: "江州大学".into(),
                credit_code: String::new(),
                kind: UnitKind::University,
                affiliation: Affiliation::Local,
                province: String::new(),
                autonomous_area: false,
                authority: String::new(),
            },
            letter_prefix: "甲".into(),
            case_prefix: "J".into(),
            secretary: "许".into(),
            phone: String::new(),
            email: String::new(),
            address: String::new(),
            office: String::new(),
            budget: String::new(),
            rules: vec![],
            settings: Settings::default(),
            registrations: vec![],
            designations: vec![],
            local: Default::default(),
            violations: vec![],
            bodies: vec![],
            demo: false,
        };
        let members: Vec<Member> = [
            (Category::Technology, Role::Chair),
            (Category::Ethics, Role::ViceChair),
            (Category::Application, Role::Member),
            (Category::Law, Role::Member),
            (Category::Technology, Role::Member),
            (Category::Technology, Role::Member),
            (Category::Ethics, Role::Member),
        ]
        .into_iter()
        .zip(1..)
        .map(|((c, r), n)| member(n, &format!("委员{n}"), c, r))
        .collect();
        let (calendar, rules) = (Calendar::shipped(), Rules::shipped());
        let facts = Facts { committee: &committee, members: &members, calendar: &calendar, rules: &rules };
        let meeting = Meeting {
            id: "m1".into(),
            no: 7,
            year: 2026,
            starts: at("2026-09-18T14:00"),
            ends: at("2026-09-18T14:30"),
            form: MeetingForm::OnSite,
            place: "305".into(),
            link: String::new(),
            noticed: Some("2026-09-11".parse().expect("a day")),
            host: "p1".into(),
            designation: None,
            invitations: members
                .iter()
                .map(|m| Invitation { member: m.id.clone(), reply: Reply::Attending, leaving: None, note: String::new() })
                .collect(),
            advisers: vec![],
            opened: None,
            closed: None,
            attendance: vec![],
            items: vec!["i1".into()],
            recorder: String::new(),
            last_minutes_approved: false,
            cancelled: None,
        };
        let round = serde_json::json!({ "kind": RoundKind::Initial, "received": "2026-09-01T09:00:00+08:00",
            "accepted": { "at": "2026-09-02T09:00:00+08:00", "procedure": "general", "reason": "风险较高" } });
        let round: Round = serde_json::from_value(round).expect("a round");
        let mut case = Case {
            id: "c1".into(),
            number: "J-1".into(),
            scope: None,
            listed: None,
            rounds: vec![round],
            turns: vec![],
            notes: vec![],
            application: Application { title: "量刑辅助".into(), leader: "叶某".into(), ..Application::default() },
        };
        let item: Item =
            serde_json::from_value(serde_json::json!({ "id": "i1", "meeting": "m1", "case": "c1", "round": 0, "minutes": 40 }))
                .expect("an item");
        let worst = |case: &Case| precheck(&facts, &meeting, &[(item.clone(), case.clone())], &[], at("2026-09-14T09:00"));
        let before = worst(&case);
        assert!(!before.iter().any(Finding::blocks), "{before:?}");
        assert!(before.iter().any(|f| f.rule == "M14.minutes"), "40 minutes in half an hour");
        case.application.team = vec![TeamMember { name: "委员4".into(), ..TeamMember::default() }];
        let after = worst(&case);
        assert_eq!(after[0].rule, "M14.foreseen");
        assert!(after[0].zh.starts_with("第1项开不成："), "{}", after[0].zh);
        assert_eq!(after[0].facts["order"], 1);
    }
}
