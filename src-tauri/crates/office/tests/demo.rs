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
    assert!(stopped.unwrap_err().zh.contains("未完成"), "a cancelled export says so");
}
