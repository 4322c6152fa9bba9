//! Torn, flipped, full and read-only: what a disk can do to a file, and that it is always said and never silent.

mod common;
use common::*;
use std::fs;
use std::path::Path;
use std::process::Command;
use store::{Archive, Cost, Error, Notice, Places, Tx};

/// A file as a crash leaves it: the database, its log, the slots and the mark, copied while it is open.
fn crashed(lines: u32) -> (Folder, Vec<u8>, Vec<u8>) {
    let f = folder();
    let (mut a, _) = f.create();
    register(&mut a, 0);
    a.close();
    let mut a = f.open().unwrap();
    (1..lines).for_each(|n| drop(register(&mut a, n)));
    let (db, wal) = (fs::read(f.places.file()).unwrap(), fs::read(f.places.wal()).unwrap());
    let left = folder();
    fs::create_dir_all(&left.places.data).unwrap();
    fs::create_dir_all(&left.places.config).unwrap();
    fs::copy(f.places.vault(), left.places.vault()).unwrap();
    for mark in fs::read_dir(&f.places.config).unwrap().flatten() {
        fs::copy(mark.path(), left.places.config.join(mark.file_name())).unwrap();
    }
    a.close();
    (left, db, wal)
}

fn lay(f: &Folder, db: &[u8], wal: &[u8]) {
    fs::write(f.places.file(), db).unwrap();
    fs::write(f.places.wal(), wal).unwrap();
    let _ = fs::remove_dir_all(f.places.snapshots());
}

/// Opens; the head found, and whether a shortfall was said.
fn outcome(f: &Folder) -> Result<(u32, bool), Error> {
    let a = f.open()?;
    let said = a.notices().iter().any(|n| matches!(n, Notice::HeadBehind { .. }));
    let head = a.read().head().seq;
    let report = a.verify(&mut |_, _| true)?;
    assert!(report.ok || said, "the chain that is left is whole: {:?}", report.findings);
    drop(a);
    // The mark is as it was: looking does not move it.
    Ok((head, said))
}

#[test]
fn a_torn_or_flipped_log_never_shortens_history_in_silence() {
    let (f, db, wal) = crashed(12);
    let marks: Vec<(std::path::PathBuf, Vec<u8>)> =
        fs::read_dir(&f.places.config).unwrap().flatten().map(|e| (e.path(), fs::read(e.path()).unwrap())).collect();
    let (mut whole, mut shorter, mut refused) = (0, 0, 0);
    let mut seed = 7_u64;
    for round in 0..60 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let at = (seed >> 20) as usize % wal.len();
        let mut bad = wal.clone();
        if round % 2 == 0 {
            bad.truncate(at);
        } else {
            bad[at] ^= 1 << (seed % 8);
        }
        lay(&f, &db, &bad);
        for (path, bytes) in &marks {
            fs::write(path, bytes).unwrap();
        }
        match outcome(&f) {
            Ok((12, false)) => whole += 1,
            Ok((n, true)) if n < 12 => shorter += 1,
            Ok(other) => panic!("round {round} at {at}: {other:?} in silence"),
            Err(Error::Damaged { .. }) => refused += 1,
            Err(e) => panic!("round {round} at {at}: {e}"),
        }
    }
    println!("log torn or flipped 60 times: {whole} whole, {shorter} shorter and said so, {refused} refused");
    assert!(shorter > 10, "the harness must see shortened logs, else it proves nothing");
}

/// A checkpoint torn by a power cut leaves any bytes in the first page while the log still holds it whole. With the salt
/// read from the file this would lose everything.
#[test]
fn a_torn_checkpoint_of_the_first_page_heals_from_the_log() {
    let (f, db, wal) = crashed(6);
    for (what, range) in [("the salt", 0..16), ("the first sector", 0..512), ("all after the salt", 16..4096), ("the page", 0..4096)] {
        let mut bad = db.clone();
        bad[range].iter_mut().for_each(|b| *b ^= 0xa5);
        lay(&f, &bad, &wal);
        let a = f.open().unwrap_or_else(|e| panic!("{what}: {e}"));
        assert_eq!(a.read().head().seq, 6, "{what}");
        assert!(a.verify(&mut |_, _| true).unwrap().ok, "{what}");
    }
    let mut bad = db.clone();
    bad[3] ^= 1;
    lay(&f, &bad, &wal);
    assert!(f.open().unwrap().notices().contains(&Notice::SaltBytes), "the inert copy of the salt is compared too");
}

#[test]
fn every_flipped_byte_of_the_file_is_seen() {
    let f = folder();
    let (mut a, _) = f.create();
    (1..4).for_each(|n| drop(register(&mut a, n)));
    a.close();
    let good = fs::read(f.places.file()).unwrap();
    let mut seen = 0;
    let stride = (good.len() / 97) | 1;
    for at in (0..good.len()).step_by(stride).chain([0, 15, 16, 99, 4095, 4096, good.len() - 1]) {
        let mut bad = good.clone();
        bad[at] ^= 0x10;
        fs::write(f.places.file(), &bad).unwrap();
        let noticed = match f.open() {
            Err(Error::Damaged { .. }) => true,
            Err(e) => panic!("byte {at}: {e}"),
            Ok(a) => {
                a.notices().iter().any(|n| matches!(n, Notice::SaltBytes | Notice::SnapshotFailed { .. }))
                    || !a.verify(&mut |_, _| true).map(|r| r.ok).unwrap_or(false)
            }
        };
        assert!(noticed, "byte {at} of {} flipped unnoticed", good.len());
        seen += 1;
    }
    println!("{seen} bytes flipped, {seen} seen");
}

struct Mounted(std::path::PathBuf);
impl Drop for Mounted {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).status();
    }
}
fn mount(args: &[&str], at: &Path) -> Option<Mounted> {
    let done = Command::new("mount").args(args).arg(at).output().is_ok_and(|o| o.status.success());
    done.then(|| Mounted(at.to_owned()))
}

#[test]
fn a_full_disk_loses_nothing_and_says_so() {
    let dir = tempfile::tempdir().unwrap();
    let Some(_disk) = mount(&["-t", "tmpfs", "-o", "size=3m", "tmpfs"], dir.path()) else {
        return eprintln!("skipped: mounting a small disk needs root");
    };
    let places = Places::new(dir.path().join("档案"), dir.path().join("记号"));
    let (mut a, _) = Archive::create_at_cost(&places, PASS, origin(), day(0), Cost::CHEAP).unwrap();
    let mut n = 0;
    let mut put = |a: &mut Archive| -> Result<(), Error> {
        n += 1;
        a.write(line("attach", day(1)), |tx: &mut Tx| -> Result<(), Error> {
            tx.next_number("files")?;
            let noise: Vec<u8> = (0..60_000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> (n % 20)) as u8).collect();
            tx.put_blob(&noise[..50_000 + n as usize * 7]).map(drop)
        })
        .map(drop)
    };
    let snapshot = a.snapshot("asked", day(1)).map(|s| s.name);
    let full = (0..200).find_map(|_| put(&mut a).err()).expect("three megabytes are soon full");
    assert!(matches!(full, Error::Full), "{full}");
    let head = a.read().head();
    assert_eq!(a.read().number_peek("files"), head.seq, "the act that failed gave its number back");
    assert!(matches!(a.snapshot("asked", day(2)), Err(Error::Full)));
    let listed: Vec<String> = a.snapshots().into_iter().map(|s| s.name).collect();
    assert_eq!(listed, snapshot.into_iter().collect::<Vec<_>>(), "the good copy stays, no half one is listed");
    let partial = fs::read_dir(places.snapshots()).unwrap().flatten().filter(|e| e.file_name().to_string_lossy().contains("tmp")).count();
    assert_eq!(partial, 0);
    assert!(a.verify(&mut |_, _| true).unwrap().ok);
    a.close();
    let mut a = Archive::open(&places, PASS, day(2)).expect("opens on a full disk");
    assert_eq!(a.read().head(), head);
    assert!(Command::new("mount").args(["-o", "remount,size=30m"]).arg(dir.path()).status().unwrap().success());
    put(&mut a).expect("and goes on as soon as there is room");
    a.snapshot("asked", day(2)).unwrap();
    assert!(a.verify(&mut |_, _| true).unwrap().ok);
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let f = folder();
    let (mut a, _) = f.create();
    register(&mut a, 1);
    a.close();
    let data = &f.places.data;
    let own = data.to_string_lossy().into_owned();
    let Some(_bound) = mount(&["--bind", &own], data) else {
        return eprintln!("skipped: a read-only mount needs root");
    };
    assert!(Command::new("mount").args(["-o", "remount,bind,ro"]).arg(data).status().unwrap().success());
    match f.refused(PASS) {
        Error::ReadOnly { path } => assert!(path.starts_with(data)),
        other => panic!("{other}"),
    }
    assert!(matches!(Archive::restore(&f.places, "x.lunshen", PASS, day(1)), Err(Error::ReadOnly { .. } | Error::NotThere { .. })));
}
