//! The demo committee, built by acts, against the table of meeting 7 as the manual's pictures print it.

use measures::{Case, Date, DecisionKind, FiledPaper, Item, ItemResult, Meeting, Member, RoundKind};
use office::Office;
use office::beijing::moment;
use std::path::PathBuf;
use std::sync::{LazyLock, Mutex, MutexGuard};

fn assets() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../assets")
}
fn day(s: &str) -> Date {
    s.parse().expect("a date")
}

/// Built once: none of the tests changes it.
fn demo() -> MutexGuard<'static, Office> {
    static DEMO: LazyLock<Mutex<Office>> = LazyLock::new(|| {
        let mut office = Office::in_memory(assets(), moment("2024-03-15").unwrap()).expect("a file in memory");
        office::demo::build(&mut office).unwrap_or_else(|e| panic!("{e}: {:#?}", e.findings));
        Mutex::new(office)
    });
    DEMO.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

#[test]
fn meeting_seven_stands_item_by_item() {
    let office = demo();
    let read = office.opened().unwrap().archive.read();
    let meeting: Meeting = read.all::<Meeting>().unwrap().into_iter().find(|m| m.year == 2026 && m.no == 7).expect("meeting 7");
    assert_eq!(meeting.opened.unwrap(), moment("2026-09-18 14:03").unwrap());
    assert_eq!(meeting.closed.unwrap(), moment("2026-09-18 16:48").unwrap());
    let name = |id: &str| read.get::<Member>(id).unwrap().expect("a member").name;
    // order, case, accepted, recused, votes for the outcome, all votes, outcome, letter
    type Row = (&'static str, &'static str, Option<&'static str>, usize, Option<DecisionKind>, &'static str);
    let rows: [Row; 8] = [
        ("JZU-AI-2026-0049", "2026-08-24", Some("赵启明"), 7, Some(DecisionKind::Approve), "61"),
        ("JZU-AI-2026-0050", "2026-08-26", None, 8, Some(DecisionKind::Revise), "62"),
        ("JZU-AI-2026-0052", "2026-08-31", Some("欧阳敏"), 7, Some(DecisionKind::Approve), "63"),
        ("JZU-AI-2026-0053", "2026-09-01", None, 8, Some(DecisionKind::Pass), "64"),
        ("JZU-AI-2026-0054", "2026-09-02", Some("方慎行"), 0, None, "65"),
        ("JZU-AI-2026-0031-R1", "2026-09-07", None, 8, Some(DecisionKind::Approve), "66"),
        ("JZU-AI-2026-0017-A01", "2026-09-08", None, 7, Some(DecisionKind::Approve), "67"),
        ("JZU-AI-2026-0022-T01", "2026-09-09", None, 7, Some(DecisionKind::Continue), "68"),
    ];
    assert_eq!(meeting.items.len(), rows.len());
    for (id, (number, accepted, recused, votes, decision, letter)) in meeting.items.iter().zip(rows) {
        let item: Item = read.need(id).unwrap();
        let case: Case = read.need(&item.case).unwrap();
        let round = &case.rounds[item.round as usize];
        assert_eq!(format!("{}{}", case.number, round.suffix), number);
        assert_eq!(round.accepted.as_ref().unwrap().at.date_naive(), day(accepted), "{number}");
        let recusals: Vec<String> = item.recusals.iter().map(|r| name(&r.member)).collect();
        assert_eq!(recusals, recused.map(String::from).into_iter().collect::<Vec<_>>(), "{number}");
        assert_eq!(item.ballot().map_or(0, |b| b.votes.len()), votes, "{number}: votes");
        let outcome = item.outcome.as_ref().expect("a closed meeting has no open item");
        assert_eq!(outcome.decision, decision, "{number}");
        if decision.is_none() {
            assert_eq!(outcome.result, ItemResult::NotDeliberated, "{number}");
        }
        let printed: Vec<String> = read
            .where_::<FiledPaper>("case", &case.id)
            .unwrap()
            .into_iter()
            .filter(|p| p.round == Some(item.round) && p.dated == Some(day("2026-09-18")))
            .map(|p| p.number)
            .collect();
        assert!(printed.contains(&format!("江大智伦〔2026〕{letter}号")), "{number}: {printed:?}");
    }
}

#[test]
fn the_demo_shows_what_goes_wrong_too() {
    let office = demo();
    let read = office.opened().unwrap().archive.read();
    let cases: Vec<Case> = read.all().unwrap();
    let items: Vec<Item> = read.all().unwrap();
    let in_2026 = cases.iter().filter(|c| c.number.starts_with("JZU-AI-2026")).count();
    assert!((60..=80).contains(&in_2026), "{in_2026} applications in 2026");
    let rounds = || cases.iter().flat_map(|c| &c.rounds);
    assert!(rounds().any(|r| r.refused.is_some()), "a refusal");
    assert!(rounds().any(|r| r.withdrawn.is_some()), "a withdrawal");
    assert!(rounds().any(|r| !r.extensions.is_empty()), "an extension");
    assert!(rounds().any(|r| r.kind == RoundKind::Resubmission), "a resubmission");
    assert!(rounds().any(|r| r.decision.as_ref().is_some_and(|d| d.kind == DecisionKind::Reject)), "a rejection");
    assert!(items.iter().any(|i| i.outcome.as_ref().is_some_and(|o| o.result == ItemResult::NoDecision)), "a no-decision");
    assert!(items.iter().any(|i| !i.recusals.is_empty()), "a recusal");
    assert!(cases.iter().any(|c| c.application.leader.contains('䶮')), "a rare name");
    let before = rounds().filter(|r| r.accepted.as_ref().is_some_and(|a| a.at.date_naive() < day("2026-03-20"))).count();
    assert!(before > 10, "cases under the older instrument alone: {before}");
}

#[test]
fn performing_the_demo_again_gives_the_same_tables() {
    let office = demo();
    let differences =
        office::replay::replay(&office.opened().unwrap().archive, assets()).unwrap_or_else(|e| panic!("{e}: {:#?}", e.findings));
    assert!(differences.is_empty(), "{differences:#?}");
}

#[test]
fn everything_goes_out_in_open_formats() {
    let room = tempfile::tempdir().unwrap();
    let mut office = demo();
    let lines = office.opened().unwrap().archive.read().head().seq as usize;
    let written = office.export(moment("2026-11-16 09:06").unwrap(), room.path(), &mut |_, _| true).unwrap();
    let read = |name: &str| std::fs::read_to_string(written.folder.join(name)).unwrap();
    assert_eq!(read("SHA256SUMS").lines().count(), written.files as usize, "every file is named with its hash");
    assert_eq!(read("留痕.jsonl").lines().count(), lines);
    assert!(read("登记簿/案件.csv").contains("JZU-AI-2026-0053"));
    assert!(std::fs::read(written.folder.join("登记簿.xlsx")).unwrap().starts_with(b"PK"));
    let letter = std::fs::read_dir(written.folder.join("文书/2026"))
        .unwrap()
        .flatten()
        .any(|f| f.file_name().to_string_lossy().starts_with("江大智伦〔2026〕61号"));
    assert!(letter, "letter 61 is there under its number");
    let stopped = office.export(moment("2026-11-16 09:07").unwrap(), room.path(), &mut |done, _| done < 3);
    assert_eq!(stopped.unwrap_err().kind, office::FailureKind::Stopped, "a cancelled export says so and leaves nothing");
}

/// The lists of the screens, the dates and the bundles, as they leave the house.
mod handed_over {
    use super::*;
    use serde_json::json;

    fn now() -> measures::Instant {
        moment("2026-12-01 09:00").expect("a moment")
    }

    #[test]
    fn every_list_goes_out_as_a_workbook_and_no_complaint_with_it() {
        let mut office = demo();
        for list in ["members", "papers", "tracking", "appeals", "outward", "journal", "meetings"] {
            let out = office.bytes(now(), json!({ "bytes": "table", "list": list })).unwrap_or_else(|e| panic!("{list}: {e}"));
            assert!(out.name.ends_with(".xlsx") && out.bytes.starts_with(b"PK"), "{list}: {}", out.name);
        }
        let wrong = office.bytes(now(), json!({ "bytes": "table", "list": "nothing" })).expect_err("there is no such list");
        assert_eq!(wrong.field, "list");
    }

    #[test]
    fn a_meeting_and_the_open_dates_go_into_a_calendar() {
        let mut office = demo();
        let id = {
            let read = office.opened().unwrap().archive.read();
            read.all::<Meeting>().unwrap().into_iter().find(|m| m.year == 2026 && m.no == 7).expect("meeting 7").id
        };
        let one = office.bytes(now(), json!({ "bytes": "calendar", "meeting": id })).expect("a calendar");
        let text = String::from_utf8(one.bytes).expect("text").replace("\r\n ", "");
        assert!(text.contains("DTSTART:20260918T06") && text.contains("SUMMARY:2026年第7次会议"), "{text}");
        assert!(text.contains("JZU-AI-2026-0049"), "its items are in the details");
        let all = office.bytes(now(), json!({ "bytes": "calendar" })).expect("a calendar");
        let duties = office.opened().unwrap().archive.read().duties(None, 10_000).expect("duties");
        let wanted = duties.iter().filter(|d| d.kind != "paper").count();
        assert_eq!(String::from_utf8(all.bytes).expect("text").matches("BEGIN:VEVENT").count(), wanted);
    }

    #[test]
    fn an_export_keeps_complaints_apart_and_one_that_is_stopped_leaves_nothing() {
        let mut office = demo();
        let room = tempfile::tempdir().expect("a folder");
        let stopped = office.export(now(), room.path(), &mut |done, _| done < 3).expect_err("stopped");
        assert_eq!(stopped.kind, office::failure::FailureKind::Stopped);
        assert_eq!(std::fs::read_dir(room.path()).expect("the folder").count(), 0, "nothing half-done is left");
        let written = office.export(now(), room.path(), &mut |_, _| true).expect("exported");
        let read = |part: &str| std::fs::read_to_string(written.folder.join(part)).unwrap_or_else(|e| panic!("{part}: {e}"));
        const SAID: &str = "未经批准扩大人脸采集范围";
        assert!(read("受限（投诉举报）/complaint.json").contains(SAID) && read("受限（投诉举报）/留痕.jsonl").contains(SAID));
        assert!(!read("留痕.jsonl").contains(SAID) && !read("登记簿/投诉举报.csv").contains(SAID));
        let lines = office.opened().unwrap().archive.read().head().seq as usize;
        assert_eq!(read("留痕.jsonl").lines().count(), lines, "every line of the chain is there");
    }

    #[test]
    fn an_inspector_finds_every_article_and_every_paper_of_the_year() {
        let mut office = demo();
        let room = tempfile::tempdir().expect("a folder");
        let written = office.inspection(now(), room.path(), 2026, &mut |_, _| true).expect("bundled");
        let index = std::fs::read_to_string(written.folder.join("目录.html")).expect("the index");
        for words in ["第十四条", "2026年第7次会议", "JZU-AI-2026-0049", "链尾", "1 委员会组成"] {
            assert!(index.contains(words), "{words}");
        }
        assert!(!index.contains("未经批准扩大人脸采集范围"), "no complaint is in it");
        // Every link leads to something.
        for link in index.split("href=\"").skip(1).filter_map(|l| l.split('"').next()) {
            let path = link.replace("&amp;", "&").replace("%23", "#").replace("%3F", "?");
            assert!(written.folder.join(&path).exists(), "{path}");
        }
        let papers: Vec<FiledPaper> = office.opened().unwrap().archive.read().all().expect("papers");
        let meeting = papers.iter().find(|p| p.number.contains("2026") && p.case.is_some() && p.dated.is_some()).expect("a letter");
        assert!(written.files > 100, "{} files, {} among them", written.files, meeting.number);
    }
}

#[test]
fn a_packet_of_the_demo_merges_files_and_lists_the_rest() {
    let mut office = demo();
    let (meeting, member) = {
        let read = office.opened().unwrap().archive.read();
        let meeting = read.all::<Meeting>().unwrap().into_iter().find(|m| m.year == 2026 && m.no == 8).expect("meeting 8");
        let member = read.all::<Member>().unwrap().into_iter().find(|m| m.name == "林若溪").expect("a member");
        (meeting.id, member.id)
    };
    let room = tempfile::tempdir().unwrap();
    let folder = std::env::var("LUNSHEN_PACKET_TO").unwrap_or_else(|_| room.path().display().to_string()); // for looking at it
    let now = moment("2026-10-08 09:00").unwrap();
    let asked = serde_json::json!({"file": "write_packet_pdf", "meeting": meeting, "member": member, "folder": folder});
    let out = office.file(now, asked).unwrap();
    assert!(out["merged"].as_u64().unwrap() >= 4, "{out}");
    let bytes = std::fs::read(out["path"].as_str().unwrap()).unwrap();
    let leaves = papers::preview::Leaves::open(bytes).unwrap();
    assert_eq!(u64::from(leaves.pages()), out["pages"].as_u64().unwrap());
    let mut found = false;
    for page in 0..leaves.pages() {
        found |= leaves.letters(page).unwrap().text().contains("数据来源说明");
    }
    assert!(found, "what is in an attachment can be found in the packet");
}
