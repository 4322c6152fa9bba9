//! Founding, members, rules, calendars (setup).

use super::*;
use measures::{Committee, Date, Member, Training};

fn founding() -> Value {
    json!({"act": "found_committee", "name": "江州大学人工智能科技伦理委员会",
        "unit": {"name": "江州大学", "kind": "university", "affiliation": "local"},
        "founded": "2025-01-10", "letter_prefix": "江大智伦", "case_prefix": "JZU-AI", "secretary": "许文静"})
}

#[test]
fn a_file_keeps_one_committee_and_names_what_is_blank() {
    let mut desk = empty("2026-09-01");
    let mut blank = founding();
    blank["letter_prefix"] = json!(" ");
    desk.invalid(blank, "letter_prefix");
    desk.ok(founding());
    desk.invalid(founding(), "name");
    desk.ok(json!({"act": "change_committee", "with": {"phone": "0790-88001234"}}));
    let committee: Committee = desk.get("committee");
    assert_eq!((committee.phone.as_str(), committee.secretary.as_str()), ("0790-88001234", "许文静"), "what is left out stays");
    desk.invalid(json!({"act": "change_committee", "with": {"settings": {}}}), "settings");
    desk.invalid(json!({"act": "change_committee", "with": {"secretary": ""}}), "secretary");
    desk.ok(json!({"act": "change_settings", "with": {"approve_after_changes": true}}));
    assert!(desk.get::<Committee>("committee").settings.approve_after_changes);
    desk.invalid(json!({"act": "change_settings", "with": {"seal_mm": 5}}), "seal_mm");
}

#[test]
fn members_sit_in_the_order_of_appointment_and_their_terms_are_never_edited() {
    let mut desk = seated("2026-09-01");
    let members: Vec<Member> = desk.all();
    assert_eq!(members.len(), 7);
    assert_eq!(members.iter().map(|m| m.seat).collect::<Vec<_>>(), (1..=7).collect::<Vec<_>>());
    // A vice-chair from a later day on: the running term ends where the new one begins.
    desk.ok(json!({"act": "renew_term", "member": "$赵启明", "role": "vice_chair", "from": "2026-09-01", "until": "2029-03-14"}));
    let zhao: Member = desk.get("赵启明");
    assert_eq!(zhao.terms.len(), 2);
    assert_eq!(zhao.role_on("2026-08-31".parse().unwrap()), Some(measures::Role::Member));
    assert_eq!(zhao.role_on("2026-09-01".parse().unwrap()), Some(measures::Role::ViceChair));
    // A second chair is one too many.
    desk.blocked(
        json!({"act": "renew_term", "member": "$林若溪", "role": "chair", "from": "2026-09-01", "until": "2029-03-14"}),
        &["E7.one_chair"],
    );
    // A resignation is a fact; what it does to the committee is said.
    let done = desk.ok(json!({"act": "end_term", "member": "$罗晓岚", "on": "2026-09-01", "how": "resigned"}));
    assert!(done.findings.iter().any(|f| f.rule == "E7.members"), "six are left: {:?}", done.findings);
    assert!(!desk.get::<Member>("罗晓岚").in_office("2026-09-01".parse().unwrap()));
    assert!(desk.get::<Member>("罗晓岚").in_office("2026-08-31".parse().unwrap()));
    desk.invalid(json!({"act": "end_term", "member": "$罗晓岚", "on": "2026-09-01", "how": "resigned"}), "on");
}

#[test]
fn corrections_of_weight_take_a_reason() {
    let mut desk = seated("2026-09-01");
    desk.ok(json!({"act": "correct_member", "member": "$方慎行", "with": {"phone": "13800001004"}}));
    desk.invalid(json!({"act": "correct_member", "member": "$方慎行", "with": {"category": "ethics"}}), "reason");
    desk.ok(json!({"act": "correct_member", "member": "$方慎行", "with": {"also": ["ethics"]}, "reason": "聘书载明兼具伦理背景"}));
    desk.invalid(json!({"act": "correct_member", "member": "$方慎行", "with": {"terms": []}, "reason": "改任期"}), "terms");
    desk.ok(json!({"act": "record_interest", "member": "$方慎行", "interest": {"relation": "supervision", "with": "刘某"}}));
    desk.ok(json!({"act": "record_interest", "member": "$方慎行", "interest": {"relation": "supervision", "with": "刘某", "until": "2026-12-31"}}));
    let fang: Member = desk.get("方慎行");
    assert_eq!(fang.interests.len(), 1, "the same relation is brought up to date, not doubled");
    assert_eq!(fang.interests[0].until, Date::from_ymd_opt(2026, 12, 31));
    desk.ok(json!({"act": "record_training", "on": "2026-08-20", "topic": "伦理审查实务", "organiser": "省科协", "members": ["$方慎行", "$何静姝"]}));
    assert_eq!(desk.all::<Training>().len(), 1);
    assert_eq!(desk.get::<Member>("何静姝").trainings.len(), 1);
}

#[test]
fn a_holiday_notice_moves_open_dates_and_needs_sound_days() {
    let mut desk = seated("2026-12-01");
    let notice = |off: Value, work: Value| json!({"act": "import_calendar", "year": 2027, "notice": "国办发明电〔2026〕9号", "off": off, "work": work});
    desk.invalid(notice(json!([]), json!([])), "text");
    desk.invalid(notice(json!(["2027-01-01"]), json!(["2027-01-04"])), "text");
    desk.ok(notice(json!(["2027-01-01", "2027-01-02", "2027-01-03"]), json!([])));
    let calendar = &desk.0.office.opened().unwrap().law.calendar;
    assert!(calendar.known("2027-01-04".parse().unwrap()));
    assert_eq!(calendar.holiday_name("2027-01-03".parse().unwrap()), Some("放假"));
    // A rehearsal leaves no trace in the calendar either.
    let act =
        serde_json::from_value(json!({"act": "import_calendar", "year": 2028, "notice": "国办发明电〔2027〕9号", "off": ["2028-01-01"]}))
            .unwrap();
    desk.0.office.act(desk.0.now, office::Request { act, reasons: vec![], rehearse: true, draft: String::new() }).unwrap();
    assert!(!desk.0.office.opened().unwrap().law.calendar.known("2028-01-04".parse().unwrap()));
}

#[test]
fn the_official_text_is_split_and_kept_and_the_wrong_one_is_told() {
    let mut desk = seated("2026-09-01");
    let text: String = std::iter::once("科技伦理审查办法（试行）\n".to_string())
        .chain((1..=3).map(|n| format!("第{}条 本条内容。\n", measures::finding::chinese_number(n))))
        .collect();
    desk.invalid(json!({"act": "import_law_text", "instrument": "charter", "text": text}), "instrument");
    desk.invalid(json!({"act": "import_law_text", "instrument": "measures", "text": text}), "instrument");
    desk.invalid(json!({"act": "import_law_text", "instrument": "measures", "text": "随便一段话"}), "text");
    desk.ok(json!({"act": "import_law_text", "instrument": "ethics", "text": text}));
    let kept: office::records::LawText = desk.get("ethics");
    assert_eq!(kept.articles.get("E2").map(String::as_str), Some("本条内容。"));
}
