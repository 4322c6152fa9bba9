//! Making and opening a file: what comes back, and each refusal told apart from the others.

mod common;
use common::*;
use std::fs;
use store::{Archive, Cost, Error, FILE, JournalFilter, Notice, Tx};

#[test]
fn what_was_written_is_there_after_closing() {
    let f = folder();
    let (mut a, _) = f.create();
    let (id, head) = register(&mut a, 3);
    a.put_draft("register", &serde_json::json!({"title": "草稿"})).unwrap();
    a.close();
    let a = f.open().unwrap();
    let r = a.read();
    assert_eq!(r.head(), head);
    let thing: Thing = r.need(&id).unwrap();
    assert_eq!((thing.n, thing.number.as_str()), (3, "JZU-AI-2026-0001"));
    let notes: Vec<Note> = r.where_("case", &id).unwrap();
    assert_eq!(r.blob(&notes[0].text).unwrap().unwrap(), "申请书 3".repeat(50).as_bytes());
    assert_eq!(r.number_peek("case-2026"), 1);
    assert_eq!(a.draft("register").unwrap().unwrap()["title"], "草稿");
    assert!(!a.notices().iter().any(|n| matches!(n, Notice::UncleanExit { .. })), "closed properly: {:?}", a.notices());
}

#[test]
fn the_file_is_unreadable_without_the_key() {
    let f = folder();
    let (mut a, _) = f.create();
    register(&mut a, 1);
    a.close();
    let bytes = fs::read(f.places.file()).unwrap();
    for trace in ["SQLite format 3", "JZU-AI", "申请书", "create table"] {
        assert!(!bytes.windows(trace.len()).any(|w| w == trace.as_bytes()), "“{trace}” lies open in the file");
    }
}

#[test]
fn each_refusal_is_told_apart() {
    let f = folder();
    assert!(matches!(f.refused(PASS), Error::NotThere { .. }));
    assert!(matches!(Archive::create_at_cost(&f.places, "短", origin(), day(0), Cost::CHEAP), Err(Error::ShortPassphrase)));
    let (mut a, _) = f.create();
    register(&mut a, 1);
    match f.refused(PASS) {
        Error::Busy { who, since } => assert!(who.contains("pid") && since.starts_with("2026-03-05"), "{who} {since}"),
        other => panic!("a second opening: {other}"),
    }
    a.close();
    assert!(matches!(Archive::create_at_cost(&f.places, PASS, origin(), day(0), Cost::CHEAP), Err(Error::Exists { .. })));
    assert!(matches!(f.refused("伦理审查委员会的口令一三"), Error::WrongPassphrase));

    let good = fs::read(f.places.file()).unwrap();
    let mut bad = good.clone();
    let middle = bad.len() / 2;
    bad[100] ^= 1;
    bad[middle] ^= 1;
    fs::write(f.places.file(), &bad).unwrap();
    assert!(matches!(f.refused(PASS), Error::Damaged { .. }), "a flipped byte on page one is damage, not a wrong passphrase");
    assert!(matches!(f.refused("伦理审查委员会的口令一三"), Error::WrongPassphrase), "and the passphrase is judged by itself");
    fs::write(f.places.file(), b"").unwrap();
    assert!(matches!(f.refused(PASS), Error::Damaged { .. }), "an empty file is never set up anew");
    fs::write(f.places.file(), &good[..good.len() / 2]).unwrap();
    assert!(matches!(f.refused(PASS), Error::Damaged { .. }), "half a file");
    fs::write(f.places.file(), &good).unwrap();

    let vault = fs::read(f.places.vault()).unwrap();
    fs::write(f.places.vault(), &vault[..vault.len() - 9]).unwrap();
    assert!(matches!(f.refused(PASS), Error::Damaged { .. }), "a torn vault");
    fs::write(f.places.vault(), &vault).unwrap();
    assert_eq!(f.open().unwrap().read().head().seq, 1, "and with everything back it opens");
}

#[test]
fn the_recovery_sheet_opens_without_vault_and_passphrase() {
    let f = folder();
    let (mut a, sheet) = f.create();
    let (_, head) = register(&mut a, 1);
    assert_eq!(a.recovery_sheet(PASS).unwrap().lines, sheet.lines);
    a.close();
    fs::remove_file(f.places.vault()).unwrap();
    assert!(matches!(f.refused(PASS), Error::Damaged { .. }));
    let new = "换过的口令，够长了吧一二三";
    let open = |typed: &str| Archive::open_with_recovery_at_cost(&f.places, typed, new, day(2), Cost::CHEAP);
    let other = folder();
    let (o, others) = other.create();
    o.close();
    assert!(matches!(open(&others.lines.join("\n")), Err(Error::WrongRecovery { line: None })), "a sheet of another file");
    assert!(matches!(open("1234"), Err(Error::WrongRecovery { line: Some(1) })));
    let a = open(&sheet.lines.join("\n")).unwrap();
    assert_eq!(a.read().head(), head);
    a.close();
    assert!(matches!(f.refused(PASS), Error::WrongPassphrase), "the old passphrase is gone");
    let mut a = Archive::open(&f.places, new, day(2)).unwrap();
    assert!(matches!(a.change_passphrase(PASS, PASS), Err(Error::WrongPassphrase)));
    a.change_passphrase(new, PASS).unwrap();
    a.close();
    assert!(f.open().is_ok());
}

#[test]
fn an_act_that_fails_or_panics_leaves_nothing() {
    let f = folder();
    let (mut a, _) = f.create();
    register(&mut a, 1);
    let before = a.read().head();
    let failed = a.write(line("x", day(2)), |tx: &mut Tx| -> Result<(), Error> {
        tx.next_number("case-2026")?;
        tx.put_blob(b"lost")?;
        tx.need::<Thing>("c99").map(drop)
    });
    assert!(matches!(failed, Err(Error::NotFound { .. })));
    let caught = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let _ = a.write(line("x", day(2)), |tx: &mut Tx| -> Result<(), Error> {
            tx.next_number("case-2026")?;
            panic!("a fault in an act")
        });
    }));
    assert!(caught.is_err());
    assert!(matches!(a.write(line("x", day(2)), |_: &mut Tx| Ok::<_, Error>(())), Err(Error::NothingRecorded)));
    let tried = a.rehearse(day(2), |tx: &mut Tx| tx.next_number("case-2026")).unwrap();
    assert_eq!(tried, 2);
    assert_eq!(a.read().head(), before);
    assert_eq!(a.read().number_peek("case-2026"), 1);
    register(&mut a, 2);
    assert_eq!(a.read().need::<Thing>("c2").unwrap().number, "JZU-AI-2026-0002", "numbers have no gap");
}

#[test]
fn the_journal_tells_before_and_after() {
    let mut a = Archive::in_memory(origin(), day(0)).unwrap();
    let (id, _) = register(&mut a, 1);
    a.write(line("change", day(2)), |tx: &mut Tx| {
        let mut t: Thing = tx.need(&id)?;
        t.n = 7;
        tx.put(&t)
    })
    .unwrap();
    a.write(line("remove", day(3)), |tx: &mut Tx| tx.remove::<Thing>(&id)).unwrap();
    let filter = JournalFilter { record: Some(("case".into(), id.clone())), newest_first: true, ..JournalFilter::default() };
    let lines = a.read().journal(filter).unwrap();
    assert_eq!(lines.iter().map(|l| l.act.as_str()).collect::<Vec<_>>(), ["remove", "change", "register"]);
    let image = |i: usize| lines[i].images.iter().find(|m| m.kind == "case").unwrap();
    assert_eq!((image(1).before.as_ref().unwrap()["n"].clone(), image(1).after.as_ref().unwrap()["n"].clone()), (1.into(), 7.into()));
    assert!(image(0).after.is_none() && image(2).before.is_none());
    assert_eq!(lines[0].prev, lines[1].hash);
    assert_eq!(a.read().get::<Thing>(&id).unwrap(), None);
    a.write(line("again", day(4)), |tx: &mut Tx| tx.next_id("case"))
        .map(|(id, _)| assert_eq!(id, "c2", "an id is never given twice"))
        .unwrap();
    assert!(matches!(a.read().where_::<Note>("text", "x"), Err(Error::UnknownColumn { .. })));
}

#[test]
fn a_page_of_records_is_newest_first_and_counted() {
    let mut a = Archive::in_memory(origin(), day(0)).unwrap();
    (1..13).for_each(|n| drop(register(&mut a, n)));
    let ids = |of, offset, limit| {
        let (things, total): (Vec<Thing>, u32) = a.read().page(of, offset, limit).unwrap();
        (things.into_iter().map(|t| t.id).collect::<Vec<_>>(), total)
    };
    assert_eq!(ids(None, 1, 3), (vec!["c11".into(), "c10".into(), "c9".into()], 12));
    assert_eq!(ids(Some(("number", "JZU-AI-2026-0007")), 0, 3), (vec!["c7".into()], 1));
    assert!(matches!(a.read().page::<Thing>(Some(("id", "c1")), 0, 1), Err(Error::UnknownColumn { .. })));
    assert_eq!(a.read().journal_seqs("note", "n4").unwrap(), [4]);
}

#[test]
fn the_same_acts_give_the_same_head() {
    let run = || {
        let mut a = Archive::in_memory(origin(), day(0)).unwrap();
        (1..20).for_each(|n| drop(register(&mut a, n)));
        a.read().head()
    };
    assert_eq!(run(), run());
}

#[test]
fn a_file_put_back_from_an_older_day_is_noticed() {
    let f = folder();
    let (mut a, _) = f.create();
    register(&mut a, 1);
    a.close();
    let old = fs::read(f.places.file()).unwrap();
    let mut a = f.open().unwrap();
    register(&mut a, 2);
    register(&mut a, 3);
    a.close();
    let newer = fs::read(f.places.file()).unwrap();
    fs::write(f.places.file(), &old).unwrap();
    let mut a = f.open().unwrap();
    assert!(a.notices().contains(&Notice::HeadBehind { mark: 3, file: 1 }), "{:?}", a.notices());
    // Continued from the old state: a fork, seen when the other one comes back.
    (4..8).for_each(|n| drop(register(&mut a, n)));
    a.close();
    fs::write(f.places.file(), &newer).unwrap();
    assert!(f.open().unwrap().notices().contains(&Notice::HeadBehind { mark: 5, file: 3 }));
}

#[test]
fn the_clock_set_back_is_noticed() {
    let f = folder();
    let (mut a, _) = f.create();
    register(&mut a, 30);
    a.close();
    assert!(matches!(f.open().unwrap().notices(), [Notice::ClockBack { .. }, ..]));
}

#[test]
fn sqlite_is_not_one_with_the_write_ahead_reset_fault() {
    assert!(rusqlite::version_number() >= 3_051_003, "{}", rusqlite::version());
    assert_eq!(FILE, "committee.lunshen");
}
