//! Snapshots, second copies and going back: every copy opens, nothing is lost on the way, nothing half-done stays.

mod common;
use common::*;
use std::fs;
use store::{Archive, Error, JournalFilter, Notice, Tx, snapshots_in};

#[test]
fn a_snapshot_opens_alone_and_lists_itself() {
    let f = folder();
    let (mut a, sheet) = f.create();
    register(&mut a, 1);
    let (_, head) = register(&mut a, 2);
    let info = a.snapshot("asked", day(3)).unwrap();
    assert!(info.verified && info.seq == 2 && info.hash == head.hash && info.why == "asked");
    assert_eq!(a.snapshots(), std::slice::from_ref(&info));
    register(&mut a, 3);
    a.close();
    let report = Archive::verify_copy(&f.places, &info.name, PASS, &mut |_, _| true).unwrap();
    assert!(report.ok && report.head == head, "{report:?}");

    // Laid into an empty folder the copy and its slots are a whole archive.
    let other = folder();
    fs::create_dir_all(&other.places.data).unwrap();
    fs::create_dir_all(&other.places.config).unwrap();
    let file = f.places.snapshots().join(&info.name);
    fs::copy(&file, other.places.file()).unwrap();
    fs::copy(file.with_extension("vault.json"), other.places.vault()).unwrap();
    let b = other.open().unwrap();
    assert_eq!(b.read().head(), head);
    b.close();
    // And the printed sheet opens it, as a stock sqlcipher would: key and salt are the copy's too.
    let conn = rusqlite::Connection::open(&file).unwrap();
    conn.execute_batch(&sheet.sqlcipher_pragma()).unwrap();
    let lines: i64 = conn.query_row("select count(*) from journal", [], |r| r.get(0)).unwrap();
    assert_eq!(lines, 2);
}

#[test]
fn the_first_opening_of_a_day_takes_a_snapshot_when_something_happened() {
    let f = folder();
    let (mut a, _) = f.create();
    assert_eq!(a.snapshots(), [], "an empty file needs none");
    register(&mut a, 0);
    a.close();
    let open = |n: u32| Archive::open(&f.places, PASS, day(n)).unwrap();
    let a = open(0);
    assert!(a.notices().iter().any(|n| matches!(n, Notice::SnapshotMade { .. })), "{:?}", a.notices());
    a.close();
    let mut a = open(1);
    assert_eq!(a.snapshots().len(), 1, "nothing happened since");
    register(&mut a, 1);
    a.close();
    let mut a = open(2);
    assert_eq!(a.snapshots().len(), 2);
    register(&mut a, 2);
    a.close();
    let a = open(2);
    assert_eq!(a.snapshots().len(), 2, "once a day");
}

#[test]
fn going_back_shows_what_is_lost_and_keeps_the_present() {
    let f = folder();
    let (mut a, _) = f.create();
    register(&mut a, 1);
    let at_two = register(&mut a, 2).1;
    let info = a.snapshot("asked", day(2)).unwrap();
    (3..6).for_each(|n| drop(register(&mut a, n)));
    let present = a.read().head();

    let preview = Archive::preview_restore(&f.places, &info.name, PASS, a.read()).unwrap();
    assert_eq!((preview.head.clone(), preview.lost_total, preview.forked), (at_two.clone(), 3, false));
    assert_eq!(preview.lost.iter().map(|l| l.seq).collect::<Vec<_>>(), [5, 4, 3]);
    assert!(matches!(Archive::preview_restore(&f.places, &info.name, "别的口令，也够长了一二", a.read()), Err(Error::WrongPassphrase)));
    assert!(matches!(Archive::restore(&f.places, &info.name, PASS, day(6)), Err(Error::Busy { .. })), "not under an open file");
    a.close();
    let original = fs::read(f.places.file()).unwrap();

    let mut a = Archive::restore(&f.places, &info.name, PASS, day(6)).unwrap();
    assert!(!a.notices().iter().any(|n| matches!(n, Notice::HeadBehind { .. })), "asked for, so no alarm: {:?}", a.notices());
    let lines = a.read().journal(JournalFilter::everything()).unwrap();
    assert_eq!((lines.len(), lines[1].hash.as_str()), (3, at_two.hash.as_str()));
    assert_eq!((lines[2].act.as_str(), &lines[2].body["copy"]), ("archive.restored", &serde_json::json!(info.name)));
    assert_eq!(a.read().need::<Thing>("c2").unwrap().n, 2);
    assert_eq!(a.read().get::<Thing>("c3").unwrap(), None);
    let folder = lines[2].body["present_kept_in"].as_str().unwrap();
    let aside = f.places.aside().join(folder);
    assert_eq!(fs::read(aside.join("committee.lunshen")).unwrap(), original, "the present file is kept, byte for byte");
    register(&mut a, 7);
    assert!(a.verify(&mut |_, _| true).unwrap().ok);
    a.close();
    let a = f.open().unwrap();
    assert!(!a.notices().iter().any(|n| matches!(n, Notice::HeadBehind { .. } | Notice::HeadForked { .. })), "{:?}", a.notices());

    // The way back: the file kept aside is itself a copy to restore from, and it went another way.
    let kept = aside.join("committee.lunshen");
    let back = Archive::preview_restore(&f.places, kept.to_str().unwrap(), PASS, a.read()).unwrap();
    assert_eq!((back.head, back.lost_total, back.forked), (present, 2, true));
}

#[test]
fn a_damaged_file_is_replaced_by_its_copy() {
    let f = folder();
    let (mut a, _) = f.create();
    register(&mut a, 1);
    let info = a.snapshot("asked", day(1)).unwrap();
    a.close();
    let mut bytes = fs::read(f.places.file()).unwrap();
    (3000..bytes.len()).step_by(4096).for_each(|i| bytes[i] ^= 0x40);
    fs::write(f.places.file(), &bytes).unwrap();
    assert!(matches!(f.refused(PASS), Error::Damaged { .. }));
    assert_eq!(snapshots_in(&f.places), std::slice::from_ref(&info), "the list does not need the file");
    // A stale log beside it must not be played into the restored file.
    fs::write(f.places.wal(), vec![7; 9000]).unwrap();
    let a = Archive::restore(&f.places, &info.name, PASS, day(2)).unwrap();
    assert_eq!(a.read().need::<Thing>("c1").unwrap().n, 1);
    assert!(a.verify(&mut |_, _| true).unwrap().ok);
}

#[test]
fn a_restore_cut_short_is_finished_at_the_next_opening() {
    let f = folder();
    let (mut a, _) = f.create();
    let head = register(&mut a, 1).1;
    let info = a.snapshot("asked", day(1)).unwrap();
    register(&mut a, 2);
    a.close();
    // The state between “the restored file is whole” and “it has the name”, with the old log still there.
    fs::copy(f.places.snapshots().join(&info.name), f.places.data.join("committee.lunshen.restored")).unwrap();
    fs::write(f.places.wal(), vec![7; 9000]).unwrap();
    for gone in [false, true] {
        if gone {
            fs::rename(f.places.file(), f.places.data.join("committee.lunshen.restored")).unwrap();
        }
        let a = f.open().unwrap();
        assert_eq!(a.read().head(), head);
        a.close();
    }
}

#[test]
fn a_bad_copy_is_refused_and_the_present_file_untouched() {
    let f = folder();
    let (mut a, _) = f.create();
    register(&mut a, 1);
    let info = a.snapshot("asked", day(1)).unwrap();
    a.close();
    let file = f.places.snapshots().join(&info.name);
    let good = fs::read(&file).unwrap();
    let before = fs::read(f.places.file()).unwrap();
    let mut flipped = good.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    for (what, bytes) in [("half", good[..good.len() / 2].to_vec()), ("flipped", flipped), ("empty", Vec::new())] {
        fs::write(&file, bytes).unwrap();
        assert!(matches!(Archive::restore(&f.places, &info.name, PASS, day(2)), Err(Error::BadSnapshot { .. })), "{what}");
        assert_eq!(fs::read(f.places.file()).unwrap(), before, "{what}");
    }
    assert!(matches!(Archive::restore(&f.places, "nothing.lunshen", PASS, day(2)), Err(Error::NotThere { .. })));
    let other = folder();
    let (mut o, _) = other.create();
    register(&mut o, 1);
    let foreign = o.snapshot("asked", day(1)).unwrap();
    o.close();
    let path = other.places.snapshots().join(foreign.name);
    // Another committee's copy may be restored here only with its own passphrase; then it is that committee's file.
    let preview = {
        let a = f.open().unwrap();
        Archive::preview_restore(&f.places, path.to_str().unwrap(), PASS, a.read())
    };
    assert_eq!(preview.unwrap().lost_total, 1, "nothing in common, and the preview says so");
}

#[test]
fn a_second_copy_is_read_back_and_can_be_stopped() {
    let f = folder();
    let (mut a, _) = f.create();
    register(&mut a, 1);
    assert_eq!(a.last_copy(), None);
    let stick = f.dir.path().join("U盘");
    let mut calls = 0;
    let stopped = a.copy_to(&stick, day(1), &mut |_, _| {
        calls += 1;
        false
    });
    assert!(matches!(stopped, Err(Error::Cancelled)) && calls == 1);
    assert_eq!(fs::read_dir(&stick).unwrap().count(), 0, "nothing half-written stays");
    let mut last = (0, 0);
    let copy = a
        .copy_to(&stick, day(2), &mut |done, total| {
            last = (done, total);
            true
        })
        .unwrap();
    assert_eq!(last, (copy.snapshot.size * 2, copy.snapshot.size * 2), "written once and read back once");
    assert_eq!(a.last_copy(), Some(day(2)));
    a.close();

    // A new computer: nothing but the stick and the passphrase.
    let new = folder();
    let b = Archive::restore(&new.places, copy.path.to_str().unwrap(), PASS, day(3)).unwrap();
    assert_eq!(b.read().need::<Thing>("c1").unwrap().n, 1);
    b.close();
    assert!(new.open().unwrap().verify(&mut |_, _| true).unwrap().ok);
    // After the passphrase is changed, today's opens yesterday's copies here; the one on the stick keeps its own.
    let mut a = f.open().unwrap();
    a.change_passphrase(PASS, "新的口令，比从前更长一些").unwrap();
    assert!(Archive::preview_restore(&f.places, copy.path.to_str().unwrap(), "新的口令，比从前更长一些", a.read()).is_ok());
    assert!(Archive::preview_restore(&f.places, copy.path.to_str().unwrap(), PASS, a.read()).is_ok());
    drop(a.write(common::line("x", day(5)), |tx: &mut Tx| tx.next_number("x")).unwrap());
}
