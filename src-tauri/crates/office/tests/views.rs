//! What the pages show of the demo committee, and of files in which there is nothing yet. The figures are those of the
//! manual's pictures where they print them.

use office::Office;
use office::beijing::moment;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::sync::{LazyLock, Mutex};

fn assets() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../assets")
}
const NOW: &str = "2026-11-16 09:06";

/// One demo committee for all tests: none of them changes it.
fn demo() -> &'static Mutex<Office> {
    static DEMO: LazyLock<Mutex<Office>> = LazyLock::new(|| {
        let mut office = Office::in_memory(assets(), moment("2024-03-15").unwrap()).expect("a file in memory");
        office::demo::build(&mut office).unwrap_or_else(|e| panic!("{e}: {:#?}", e.findings));
        Mutex::new(office)
    });
    &DEMO
}

#[track_caller]
fn look_at(at: &str, view: Value) -> Value {
    let mut office = demo().lock().unwrap_or_else(|e| e.into_inner());
    office.look(moment(at).unwrap(), view.clone()).unwrap_or_else(|e| panic!("{view}: {e}"))
}
#[track_caller]
fn look(view: Value) -> Value {
    look_at(NOW, view)
}
fn list<'a>(v: &'a Value, key: &str) -> &'a Vec<Value> {
    v[key].as_array().unwrap_or_else(|| panic!("{key} is no list in {v}"))
}
fn case_id(number: &str) -> String {
    let all = look(json!({ "view": "cases", "saved": "all", "text": number }));
    list(&all, "rows").iter().find(|r| r["number"] == number).unwrap_or_else(|| panic!("{number} is not in the register"))["id"]
        .as_str()
        .unwrap()
        .into()
}

#[test]
fn every_case_meeting_and_paper_can_be_looked_at() {
    let cases = look(json!({ "view": "cases", "saved": "all", "limit": 1000 }));
    assert!(list(&cases, "rows").len() > 50, "the demo has about sixty applications");
    for row in list(&cases, "rows") {
        let id = row["id"].as_str().unwrap();
        let case = look(json!({ "view": "case", "id": id }));
        assert_eq!(case["number"], row["number"]);
        assert_eq!(list(&case, "elements").len(), 23);
        look(json!({ "view": "intake", "id": id }));
        let journal = look(json!({ "view": "journal", "kind": "case", "id": id }));
        assert!(list(&journal, "entries").iter().any(|e| e["act"] == "receive_application"), "{id} was received");
        for clock in case["standing"]["clocks"].as_array().unwrap().iter().filter(|c| c["due"].is_object()) {
            let why = look(json!({ "view": "why", "case": id, "clock": clock["key"] }));
            assert_eq!(why["due"]["nominal"], clock["due"]["nominal"]);
            assert!(list(&why, "days").iter().any(|d| d["last"] == true), "{id} {}: the last day is in the picture", clock["key"]);
        }
        for paper in list(&case, "papers") {
            let view = look(json!({ "view": "paper", "id": paper["id"] }));
            assert!(view["failure"].is_null() && view["pages"].as_u64() > Some(0), "{}: {}", paper["title"], view["failure"]);
        }
    }
    for row in list(&look(json!({ "view": "meetings", "year": 2026 })), "rows") {
        let meeting = look(json!({ "view": "meeting", "id": row["id"] }));
        assert_eq!(list(&meeting, "items").len() as u64, row["items"].as_u64().unwrap());
        if row["state"] == "closed" {
            look(json!({ "view": "aftermath", "meeting": row["id"] }));
        }
    }
}

#[test]
fn every_place_answers_on_an_empty_file_and_without_one() {
    let now = moment(NOW).unwrap();
    let mut office = Office::new(office::Places { data: assets().join("nowhere"), config: PathBuf::new(), assets: assets() });
    for view in [
        json!({ "view": "start" }),
        json!({ "view": "help", "topic": "today" }),
        json!({ "view": "calendar", "year": 2026 }),
        json!({ "view": "article", "cite": "M14" }),
        json!({ "view": "compute", "limit": "working_days", "n": 3, "start": "2026-02-13" }),
    ] {
        office.look(now, view.clone()).unwrap_or_else(|e| panic!("{view} needs no file: {e}"));
    }
    assert_eq!(office.look(now, json!({ "view": "today" })).unwrap_err().kind, office::FailureKind::Locked);
    // A file whose committee is not founded yet: the frame stands, the rest names what is missing.
    let mut office = Office::in_memory(assets(), now).unwrap();
    let frame = office.look(now, json!({ "view": "frame" })).unwrap();
    assert_eq!(frame["committee"], "");
    assert_eq!(office.look(now, json!({ "view": "today" })).unwrap_err().kind, office::FailureKind::NotFound);
    // Founded, and nothing else.
    let found = json!({ "do": { "act": "found_committee", "name": "甲委员会", "unit": { "name": "甲大学", "kind": "university", "affiliation": "local" }, "founded": "2026-11-02", "letter_prefix": "甲", "case_prefix": "J", "secretary": "许" } });
    office.perform(now, found).unwrap();
    for view in ["frame", "today", "cases", "meetings", "papers", "tracking", "appeals", "committee", "law", "settings", "journal"] {
        let seen = office.look(now, json!({ "view": view })).unwrap_or_else(|e| panic!("{view}: {e}"));
        if ["tracking", "committee"].contains(&view) {
            assert!(!seen["zh"].as_str().unwrap().is_empty(), "{view} says how things stand");
        }
    }
    let today = office.look(now, json!({ "view": "today" })).unwrap();
    assert!(today["zh"][0].as_str().unwrap().starts_with("没有逾期"), "{}", today["zh"]);
    assert_eq!(today["groups"].as_array().unwrap().len(), 4);
}

#[test]
fn the_register_filters_counts_and_names_how_it_read() {
    let open = look(json!({ "view": "cases" }));
    assert_eq!(open["view"], "open");
    let totals: std::collections::BTreeMap<&str, u64> =
        list(&open, "views").iter().map(|v| (v["key"].as_str().unwrap(), v["total"].as_u64().unwrap())).collect();
    assert_eq!(open["total"].as_u64(), Some(totals["open"]));
    assert!(totals["all"] > totals["open"] && totals["tracking"] > 0 && totals["listed"] > 0, "{totals:?}");
    // Every row of a view satisfies it, and what is left is told.
    for row in list(&open, "rows") {
        assert_eq!(row["open"], true);
        assert_eq!(row["due"].is_null(), row["left"].is_null(), "{row}");
    }
    let days: Vec<&str> = list(&open, "rows").iter().filter_map(|r| r["rolled"].as_str()).collect();
    assert!(days.windows(2).all(|w| w[0] <= w[1]), "the most pressing first");
    let zn = look(json!({ "view": "cases", "saved": "all", "text": "zn" }));
    assert!(zn["total"].as_u64() > Some(0));
    assert!(zn["reading"].as_str().unwrap().starts_with("拼音首字母："), "{}", zn["reading"]);
    let literal = look(json!({ "view": "cases", "saved": "all", "text": "智能" }));
    assert_eq!(literal["reading"], "");
    let inside = look(json!({ "view": "cases", "saved": "open", "text": "智能" }));
    assert_eq!(inside["total"].as_u64().unwrap() + inside["outside"].as_u64().unwrap(), literal["total"].as_u64().unwrap());
    let paged = look(json!({ "view": "cases", "saved": "all", "order": "number", "desc": true, "offset": 1, "limit": 2 }));
    let whole = look(json!({ "view": "cases", "saved": "all", "order": "number", "desc": true, "limit": 4 }));
    assert_eq!(list(&paged, "rows")[..], list(&whole, "rows")[1..3]);
}

#[test]
fn search_finds_cases_people_acts_and_articles() {
    let keys = |text: &str| -> Vec<String> {
        list(&look(json!({ "view": "search", "text": text })), "groups").iter().map(|g| g["key"].as_str().unwrap().to_string()).collect()
    };
    assert!(keys("延长").contains(&"act".to_string()));
    assert!(keys("周秉衡").contains(&"member".to_string()));
    assert!(keys("zbh").contains(&"member".to_string()), "by initials");
    assert!(keys("申诉").contains(&"article".to_string()));
    let case = look(json!({ "view": "search", "text": "2026-0053" }));
    assert!(case["groups"][0]["hits"][0]["title"].as_str().unwrap().starts_with("JZU-AI-2026-0053"));
    assert!(list(&look(json!({ "view": "search", "text": " " })), "groups").is_empty());
}

#[test]
fn meeting_seven_is_shown_as_it_was_voted() {
    let meetings = look(json!({ "view": "meetings", "year": 2026 }));
    let seven = list(&meetings, "rows").iter().find(|m| m["no"] == 7).expect("meeting 7");
    assert_eq!((seven["state"].as_str(), seven["attended"].as_u64(), seven["due_members"].as_u64()), (Some("closed"), Some(8), Some(9)));
    let view = look(json!({ "view": "meeting", "id": seven["id"] }));
    assert_eq!(view["zh"], "已散会。8项中7项形成决定。");
    let items = list(&view, "items");
    let row = |n: usize| {
        let i = &items[n - 1];
        let reached = i["tally"]["reached"].as_str().unwrap_or("").to_string();
        (i["quorum"]["attending"].as_array().unwrap().len(), i["quorum"]["needed"].as_u64().unwrap(), reached)
    };
    assert_eq!(row(1), (7, 5, "approve".into()));
    assert_eq!(row(2), (8, 6, "revise".into()));
    assert_eq!(row(4), (8, 6, "pass".into()));
    assert_eq!(row(8), (7, 5, "continue".into()));
    assert_eq!(items[4]["quorum"]["lamp"], "block", "no law member on item 5");
    assert_eq!(items[4]["outcome_zh"].as_str().unwrap().chars().take(3).collect::<String>(), "未审议");
    assert_eq!(items[3]["options"][0]["mark"], "通", "a listed activity can only pass its preliminary review");
}

#[test]
fn the_committee_is_shown_on_any_day() {
    let now = look(json!({ "view": "committee" }));
    assert_eq!(list(&now, "rows").len(), 9);
    assert_eq!(now["lamp"], "fine");
    let red: Vec<&Value> = list(&now, "bands").iter().filter(|b| b["verdict"] == "block").collect();
    assert!(red.iter().any(|b| b["from"] == "2025-07-01" && b["until"] == "2025-08-31"), "two months without an outside member: {red:?}");
    let then = look(json!({ "view": "committee", "on": "2025-07-15" }));
    assert_eq!((then["lamp"].as_str(), then["on"].as_str()), (Some("block"), Some("2025-07-15")));
    assert_eq!(list(&then, "rows").len(), 7);
    let he = list(&now, "rows").iter().find(|r| r["member"]["name"] == "何静姝").expect("何静姝");
    assert_ne!(he["term_lamp"], "fine", "her term ends in six weeks");
    assert_eq!(list(&now, "rules").len(), 11);
}

#[test]
fn articles_show_evidence_whose_numbers_open() {
    let law = look(json!({ "view": "law", "year": 2026 }));
    let line = |cite: &str| list(&law, "lines").iter().find(|l| l["cite"] == cite).unwrap_or_else(|| panic!("{cite}")).clone();
    assert_eq!(line("M16")["not_arisen"], false);
    assert_eq!(line("M18")["not_arisen"], true, "no recognition in the demo");
    let m16 = look(json!({ "view": "article", "cite": "M16", "year": 2026 }));
    for e in list(&m16, "evidence") {
        assert_eq!(e["n"].as_u64().unwrap() as usize, list(e, "rows").len(), "{}", e["zh"]);
    }
    assert_eq!(list(&m16, "gaps").len() as u64, line("M16")["gaps"].as_u64().unwrap());
    let report = look(json!({ "view": "report_list", "year": 2026, "key": "decision.total" }));
    let decisions = list(&m16, "evidence").iter().find(|e| e["zh"] == "作出决定").unwrap();
    assert_eq!(decisions["n"].as_u64().unwrap() as usize, list(&report, "rows").len(), "the same list as the report's");
    let read = look(json!({ "view": "article", "cite": "E16(1)" }));
    assert!(list(&read, "evidence").is_empty(), "in passing nothing is counted");
    assert!(!read["summary_zh"].as_str().unwrap().is_empty());
}

#[test]
fn a_date_shows_its_working_and_the_other_way() {
    // Served 13 Feb 2026: 14 Feb is a make-up day, then the Spring Festival. The third working day is 25 Feb.
    let why = look(json!({ "view": "compute", "limit": "working_days", "n": 3, "start": "2026-02-13" }));
    assert_eq!(why["due"]["nominal"], "2026-02-25");
    assert!(why["zh"].as_str().unwrap().contains("其间2月15日至2月23日春节放假9天，不计。"), "{}", why["zh"]);
    let day = |d: &str| list(&why, "days").iter().find(|x| x["date"] == d).unwrap().clone();
    assert_eq!((day("2026-02-14")["n"].as_u64(), day("2026-02-14")["kind"].as_str()), (Some(1), Some("make_up")));
    assert_eq!((day("2026-02-16")["n"].as_u64(), day("2026-02-25")["last"].as_bool()), (None, Some(true)));
    assert!(why["other_zh"].as_str().unwrap().contains("2月16日"), "{}", why["other_zh"]);
    let hours = look(json!({ "view": "compute", "limit": "hours", "n": 72, "start": "2026-02-13 16:40" }));
    assert_eq!(hours["due"]["at"], "2026-02-16T16:40:00+08:00");
    let mut office = demo().lock().unwrap_or_else(|e| e.into_inner());
    for bad in [
        json!({ "view": "compute", "limit": "weeks", "n": 3, "start": "2026-02-13" }),
        json!({ "view": "compute", "limit": "days", "n": 3, "start": "2026-02-30" }),
    ] {
        assert_eq!(office.look(moment(NOW).unwrap(), bad).unwrap_err().kind, office::FailureKind::Invalid);
    }
}

#[test]
fn the_journal_reads_in_the_words_of_the_measures() {
    let id = case_id("JZU-AI-2026-0053");
    let journal = look(json!({ "view": "journal", "kind": "case", "id": id, "limit": 500 }));
    let entries = list(&journal, "entries");
    assert_eq!(entries.len() as u64, journal["total"].as_u64().unwrap());
    assert!(entries.windows(2).all(|w| w[0]["seq"].as_u64() > w[1]["seq"].as_u64()), "the newest first");
    let accept = entries.iter().find(|e| e["act"] == "accept").expect("it was accepted");
    assert!(accept["zh"].as_str().unwrap().starts_with("受理：JZU-AI-2026-0053《"), "{}", accept["zh"]);
    let said: String = list(accept, "changes").iter().map(|c| format!("{}={} ", c["what"], c["new"])).collect();
    assert!(said.contains("程序：一般程序"), "{said}");
    assert!(
        entries.iter().any(|e| e["act"] == "record_votes" || e["act"] == "record_vote"),
        "the votes on its item are part of its history"
    );
    // Not one field of the demo's whole journal is left without a Chinese name.
    let all = look(json!({ "view": "journal", "limit": 500 }));
    for e in list(&all, "entries") {
        for c in list(e, "changes") {
            let what = c["what"].as_str().unwrap();
            let last = what.rsplit(' ').next().unwrap();
            let bare = last.chars().all(|c| c.is_ascii_lowercase() || c == '_') && !last.is_empty();
            assert!(!bare, "{}: the field “{what}” has no Chinese name", e["act"]);
        }
    }
}

#[test]
fn a_new_day_moves_what_time_alone_moves() {
    // 2026-11-16 and, on the same file, the next spring: tracking reviews have fallen due without an act.
    let overdue = |at: &str| list(&look_at(at, json!({ "view": "today" })), "groups")[0]["total"].as_u64().unwrap();
    let now = overdue(NOW);
    assert!(overdue("2027-06-01 09:00") > now, "what was to be tracked by spring is overdue in June");
    assert_eq!(overdue(NOW), now, "and looked at in November it is as it was");
}

#[test]
fn the_register_goes_out_as_it_is_filtered() {
    let mut office = demo().lock().unwrap_or_else(|e| e.into_inner());
    let out = office
        .bytes(moment(NOW).unwrap(), json!({ "bytes": "cases", "saved": "all", "text": "2026-0053", "order": "due", "desc": false }))
        .expect("a workbook");
    assert!(out.name.ends_with(".xlsx") && out.bytes.starts_with(b"PK"), "{}", out.name);
    let all = office.bytes(moment(NOW).unwrap(), json!({ "bytes": "cases", "saved": "all" })).expect("a workbook");
    assert!(all.bytes.len() > out.bytes.len(), "fewer rows when filtered");
}
