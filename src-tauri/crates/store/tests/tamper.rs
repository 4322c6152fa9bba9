//! Tampering: someone with the key and a database program changes anything at all, and verify names the place.

mod common;
use common::*;
use proptest::prelude::*;
use rusqlite::Connection;
use serde_json::json;
use std::fs;
use store::{Archive, CaseRowIn, Error, Report, Tx};

/// A file with some history, and the statement that opens it elsewhere.
fn filled() -> (Folder, String) {
    let f = folder();
    let (mut a, sheet) = f.create();
    (1..6).for_each(|n| drop(register(&mut a, n)));
    a.write(line("change", day(7)), |tx: &mut Tx| -> Result<(), Error> {
        let mut t: Thing = tx.need("c2")?;
        t.n = 77;
        tx.put(&t)?;
        tx.remove::<Note>("n3")?;
        for id in ["c1", "c2", "c3", "c4", "c5"] {
            let doc = json!({ "id": id });
            tx.put_case_row(CaseRowIn {
                id,
                number: "1",
                title: "题目",
                leader: "李娜",
                unit: "医学院",
                stage: "accepted",
                procedure: "",
                listed: 0,
                open: true,
                due: None,
                rolled: None,
                owner: "",
                year: 2026,
                doc: &doc,
            })?;
        }
        tx.put_search("case", "c1", "题目", "正文")
    })
    .unwrap();
    a.close();
    (f, sheet.sqlcipher_pragma())
}

fn with(f: &Folder, pragma: &str, change: &str) {
    let conn = Connection::open(f.places.file()).unwrap();
    conn.execute_batch(pragma).unwrap();
    conn.execute_batch(change).unwrap_or_else(|e| panic!("{change}: {e}"));
}

/// The triggers, as a forger would: dropped, and put back afterwards.
fn forged(f: &Folder, pragma: &str, change: &str) {
    let conn = Connection::open(f.places.file()).unwrap();
    conn.execute_batch(pragma).unwrap();
    let mut stmt = conn.prepare("select name, sql from sqlite_schema where type = 'trigger'").unwrap();
    let triggers: Vec<(String, String)> = stmt.query_map([], |r| Ok((r.get(0)?, r.get(1)?))).unwrap().map(Result::unwrap).collect();
    drop(stmt);
    for (name, _) in &triggers {
        conn.execute_batch(&format!("drop trigger {name}")).unwrap();
    }
    conn.execute_batch(change).unwrap_or_else(|e| panic!("{change}: {e}"));
    for (_, sql) in &triggers {
        conn.execute_batch(sql).unwrap();
    }
}

fn verified(f: &Folder) -> Report {
    f.open().unwrap().verify(&mut |_, _| true).unwrap()
}

#[test]
fn an_honest_file_passes() {
    let (f, _) = filled();
    let report = verified(&f);
    assert!(report.ok, "{report:?}");
    assert_eq!((report.lines, report.records, report.blobs), (6, 9, 5));
}

#[test]
fn every_change_is_named() {
    let doc = |id: &str, n: u32| format!("update \"case\" set doc = json_set(doc, '$.n', {n}) where id = '{id}'");
    let cases: Vec<(String, bool, &[&str])> = vec![
        (doc("c2", 78), false, &["case“c2”", "n：77 → 78", "第6条"]),
        ("update \"case\" set doc = replace(doc, '0003', '0009') where id = 'c3'".into(), false, &["case“c3”", "number", "0009"]),
        ("delete from note where id = 'n1'".into(), false, &["note“n1”", "不在表中"]),
        ("insert into note (id, doc) values ('n9', '{}')".into(), false, &["note“n9”", "不是由任何一条日志写入"]),
        ("insert into note (id, doc) values ('n3', '{}')".into(), false, &["note“n3”", "已由日志第6条移除"]),
        ("update series set last = 3 where name = 'no:case-2026'".into(), false, &["no:case-2026", "用到3", "记到5"]),
        ("delete from series where name = 'id:case'".into(), false, &["id:case"]),
        ("delete from journal_touch where seq = 2".into(), false, &["对照索引", "第2条"]),
        ("update case_row set title = '别的' where id = 'c4'".into(), false, &["case_row c4"]),
        ("delete from case_row where id = 'c4'".into(), false, &["派生", "c4"]),
        ("update meta set value = '{\"name\":\"别的委员会\"}' where key = 'origin'".into(), false, &["起点"]),
        ("update journal set by = '别人' where seq = 3".into(), true, &["第3条", "散列值"]),
        ("update journal set act = 'y', at = '2026-03-09T09:00:00+08:00' where seq = 1".into(), true, &["第1条"]),
        ("update journal set images = replace(images, '77', '78') where seq = 6".into(), true, &["第6条", "散列值"]),
        ("delete from journal where seq = 4".into(), true, &["第3条之后缺号", "没有接上"]),
        ("delete from journal where seq = 6".into(), true, &["缺少1条"]),
        ("update journal set hash = 'ff' where seq = 5".into(), true, &["第5条", "第6条与前一条没有接上"]),
        ("update blob_piece set bytes = x'00' where rowid = 1".into(), true, &["附件"]),
        ("delete from blob_piece where rowid = 1".into(), true, &["附件"]),
        ("delete from blob_piece; delete from blob".into(), true, &["不在档案中"]),
    ];
    for (change, needs_forging, signs) in cases {
        let (f, pragma) = filled();
        if needs_forging {
            let conn = Connection::open(f.places.file()).unwrap();
            conn.execute_batch(&pragma).unwrap();
            assert!(conn.execute_batch(&change).is_err(), "the triggers refuse: {change}");
            drop(conn);
            forged(&f, &pragma, &change);
        } else {
            with(&f, &pragma, &change);
        }
        let report = verified(&f);
        assert!(!report.ok, "unnoticed: {change}");
        let said: String = report.findings.iter().map(|x| x.zh.as_str()).collect();
        for sign in signs {
            assert!(said.contains(sign), "{change}\nshould say “{sign}”, says: {said}");
        }
        assert!(report.findings.iter().all(|x| !x.en.is_empty()));
    }
}

#[test]
fn a_changed_schema_is_refused_at_opening() {
    for change in [
        "drop trigger journal_keeps",
        "create view spy as select 1",
        "drop index duty_rolled",
        "update migration set hash = 'x' where version = 1",
    ] {
        let (f, pragma) = filled();
        with(&f, &pragma, change);
        assert!(matches!(f.refused(PASS), Error::SchemaDiffers { .. }), "{change}");
    }
    let (f, pragma) = filled();
    with(&f, &pragma, "pragma user_version = 99");
    match f.refused(PASS) {
        Error::NewerVersion { file, ours } => assert_eq!((file, ours), (99, store::VERSION)),
        other => panic!("{other}"),
    }
    with(&f, &pragma, &format!("pragma user_version = {}; pragma application_id = 7", store::VERSION));
    assert!(matches!(f.refused(PASS), Error::Damaged { .. }), "not our file");
}

/// A chain rehashed by a forger is a whole chain; only a head on paper speaks against it, and this computer's mark.
#[test]
fn a_rehashed_chain_is_caught_by_the_mark() {
    let (f, _) = filled();
    let other = folder();
    let old = fs::read(f.places.file()).unwrap();
    let number = |a: &mut Archive, n: u32| drop(a.write(line("number", day(n)), |tx: &mut Tx| tx.next_number("letters")).unwrap());
    let mut a = f.open().unwrap();
    number(&mut a, 9);
    a.close();
    let true_head = f.open().unwrap().read().head();
    // Continued from the older state with the same key on another computer, to the same length.
    fs::create_dir_all(&other.places.data).unwrap();
    fs::create_dir_all(&other.places.config).unwrap();
    fs::write(other.places.file(), &old).unwrap();
    fs::copy(f.places.vault(), other.places.vault()).unwrap();
    let mut b = other.open().unwrap();
    number(&mut b, 10);
    assert!(b.verify(&mut |_, _| true).unwrap().ok, "by itself it is faultless");
    assert!(b.read().head().seq == true_head.seq && b.read().head().hash != true_head.hash, "but its head is not the printed one");
    b.close();
    fs::copy(other.places.file(), f.places.file()).unwrap();
    assert!(!verified(&f).ok);
}

#[derive(Debug, Clone)]
enum Step {
    Register(u32),
    Change(usize, u32),
    Remove(usize),
    Fail,
    Reopen,
    Numbers(u8),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..50_u32).prop_map(Step::Register),
        3 => (any::<usize>(), 0..1000_u32).prop_map(|(i, n)| Step::Change(i, n)),
        1 => any::<usize>().prop_map(Step::Remove),
        1 => Just(Step::Fail),
        1 => Just(Step::Reopen),
        1 => (1..4_u8).prop_map(Step::Numbers),
    ]
}

fn take(a: &mut Archive, s: &Step) {
    let ids: Vec<String> = a.read().all::<Thing>().unwrap().into_iter().map(|t| t.id).collect();
    let pick = |i: usize| (!ids.is_empty()).then(|| ids[i % ids.len()].clone());
    match s {
        Step::Register(n) => drop(register(a, *n)),
        Step::Change(i, n) => {
            if let Some(id) = pick(*i) {
                a.write(line("change", day(60)), |tx: &mut Tx| {
                    let mut t: Thing = tx.need(&id)?;
                    t.n = *n;
                    tx.put(&t)
                })
                .unwrap();
            }
        }
        Step::Remove(i) => {
            if let Some(id) = pick(*i) {
                a.write(line("remove", day(61)), |tx: &mut Tx| tx.remove::<Thing>(&id)).unwrap();
            }
        }
        Step::Fail => {
            let failed = a.write(line("fail", day(62)), |tx: &mut Tx| -> Result<(), Error> {
                tx.next_id("case")?;
                tx.next_number("case-2026")?;
                tx.put(&Note { id: "n0".into(), case: "c0".into(), text: "x".into() })?;
                Err(Error::NothingRecorded)
            });
            assert!(failed.is_err());
        }
        Step::Reopen => {}
        Step::Numbers(k) => {
            let before = a.read().number_peek("letters");
            let (last, _) = a.write(line("number", day(63)), |tx: &mut Tx| (0..*k).try_fold(0, |_, _| tx.next_number("letters"))).unwrap();
            assert_eq!(last, before + u32::from(*k), "without a gap");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Whatever is put, changed, removed or refused: the tables are the fold of the images, on disk and in memory alike,
    /// and the same steps give the same tables.
    #[test]
    fn the_tables_are_the_fold_of_the_journal(steps in proptest::collection::vec(step(), 1..30)) {
        let f = folder();
        let (mut disk, _) = f.create();
        let mut memory = Archive::in_memory(origin(), day(0)).unwrap();
        for s in &steps {
            take(&mut memory, s);
            if matches!(s, Step::Reopen) {
                disk.close();
                disk = Archive::open(&f.places, PASS, day(70)).unwrap();
            } else {
                take(&mut disk, s);
            }
        }
        for a in [&disk, &memory] {
            let report = a.verify(&mut |_, _| true).unwrap();
            prop_assert!(report.ok, "{:?}", report.findings);
        }
        prop_assert_eq!(disk.read().differences(memory.read()).unwrap(), Vec::<String>::new());
        prop_assert_eq!(disk.read().head().seq, memory.read().head().seq);
    }
}
