//! Hostile inputs for a bounded time, from the corpus beside this crate. Bytes under age are mostly refused by it, so the
//! layers below are reached by changing what is inside and sealing it honestly again.

#[path = "../../../../../../tests/fuzz/mutate.rs"]
mod mutate;

use super::super::reading::Reading;
use super::super::*;
use super::given::*;
use std::path::{Path, PathBuf};

fn folder(kind: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(kind)
}

fn answer<T>(of: &Result<T, Error>) -> String {
    match of {
        Ok(_) => "taken".into(),
        // Sentences must be there for whatever came; which part it was tells one way of failing from another.
        Err(e) => format!("{} {}", e.code(), e.en().chars().filter(|c| !c.is_ascii_digit()).take(80).collect::<String>()),
    }
}

fn checked(taken: &Result<Opened, Error>) -> String {
    if let Ok(opened) = taken {
        opened.manifest.sound().unwrap();
        assert!(opened.manifest.total().unwrap() <= Limits::default().total);
        assert!(!file_name(&opened.manifest).contains(['/', '\\', '\0']));
    }
    answer(taken)
}

#[test]
fn packets() {
    let seeds = mutate::corpus(&folder("packet"));
    let said = passphrase();
    let (count, seen) = mutate::fuzz(&folder("packet"), |bytes| {
        let taken = read(bytes, &said, &mut Nowhere, &Limits::default());
        assert!(taken.is_err() || seeds.iter().any(|s| s == bytes), "a changed packet was taken");
        checked(&taken)
    });
    assert!(count > 20 && seen.len() > 3, "{count} inputs, {seen:?}");
    assert!(seen.contains("taken"), "the corpus itself is taken: {seen:?}");
}

#[test]
fn returns() {
    let seeds = mutate::corpus(&folder("return"));
    let (count, seen) = mutate::fuzz(&folder("return"), |bytes| {
        let taken = open_return(bytes, &ANSWERS);
        assert!(taken.is_err() || seeds.iter().any(|s| s == bytes), "a changed return was taken");
        answer(&taken)
    });
    assert!(count > 20 && seen.contains("taken"), "{count} inputs, {seen:?}");
}

/// What stands inside a packet, changed and sealed again: the signature must catch it, whatever the parser made of it.
#[test]
fn containers() {
    let seeds = mutate::corpus(&folder("container"));
    let (said, to) = (passphrase(), passphrase().lock());
    let (count, seen) = mutate::fuzz(&folder("container"), |bytes| {
        let taken = read(&outer::seal_bytes(&to, bytes).unwrap()[..], &said, &mut Nowhere, &Limits::default());
        assert!(taken.is_err() || seeds.iter().any(|s| s == bytes), "a changed container was taken");
        checked(&taken)
    });
    assert!(count > 20 && seen.len() > 3 && seen.contains("taken"), "{count} inputs, {seen:?}");
}

/// A list changed and signed by the committee's own key: a hostile or broken program that has it.
#[test]
fn lists() {
    let (said, to) = (passphrase(), passphrase().lock());
    let (count, seen) = mutate::fuzz(&folder("manifest"), |list| {
        checked(&read(&forged(LINE, list, &COMMITTEE, b"CANAR", &to)[..], &said, &mut Nowhere, &Limits::default()))
    });
    assert!(count > 20 && seen.len() > 3, "{count} inputs, {seen:?}");
    let to: age::x25519::Recipient = answer_to(&ANSWERS).unwrap().parse().unwrap();
    let (count, seen) = mutate::fuzz(&folder("answers"), |list| {
        let taken = open_return(&forged("lunshen-return 1.0 x\n", list, &READER, b"", &to), &ANSWERS);
        if let Ok(opened) = &taken {
            opened.ret.sound().unwrap();
        }
        answer(&taken)
    });
    assert!(count > 20 && seen.contains("taken"), "{count} inputs, {seen:?}");
}

#[test]
fn working_files() {
    let room = tempfile::tempdir().unwrap();
    let seeds = mutate::corpus(&folder("working"));
    let said = passphrase();
    let (count, seen) = mutate::fuzz(&folder("working"), |bytes| {
        std::fs::write(room.path().join("working"), bytes).unwrap();
        let taken = Reading::open(room.path(), &said);
        assert!(taken.is_err() || seeds.iter().any(|s| s == bytes), "a changed working file was taken");
        answer(&taken)
    });
    assert!(count > 20 && seen.len() > 2 && seen.contains("taken"), "{count} inputs, {seen:?}");
}

#[test]
fn what_is_typed() {
    mutate::fuzz(&folder("typed"), |bytes| {
        let typed = String::from_utf8_lossy(bytes);
        let plain = spoken::plain(&typed);
        assert_eq!(spoken::plain(&plain), plain, "{typed:?}");
        format!("{}", plain.is_empty())
    });
}

/// Writes the seeds of the corpus anew, after a change of the format: `cargo test -p exchange seeds -- --ignored`.
#[test]
#[ignore = "writes into the corpus"]
fn seeds_of_the_corpus() {
    let put = |kind: &str, name: &str, bytes: &[u8]| {
        std::fs::create_dir_all(folder(kind)).unwrap();
        std::fs::write(folder(kind).join(name), bytes).unwrap();
    };
    for (name, sizes) in [("empty", &[][..]), ("small", &[5]), ("several", &[0, 300, 1, 2_000]), ("chunks", &[66_000])] {
        let given = given(sizes);
        put("packet", name, &given.written(&passphrase()).unwrap().0);
        let list = serde_json::to_vec(&given.manifest).unwrap();
        if sizes.len() < 4 {
            put("manifest", name, &list);
        }
        let mut container = inner::preface(Layer::Packet, &list, &COMMITTEE).unwrap();
        given.blobs.values().for_each(|bytes| container.extend_from_slice(bytes));
        put("container", name, &container);
    }
    let ret = back(&"0".repeat(64));
    put("return", "answered", &sealed(&ret));
    put("answers", "answered", &serde_json::to_vec(&ret).unwrap());
    let blank = Return { items: vec![ItemBack { id: "item-1".into(), ..ItemBack::default() }], ..ret };
    put("return", "blank", &sealed(&blank));
    put("answers", "blank", &serde_json::to_vec(&blank).unwrap());
    let room = tempfile::tempdir().unwrap();
    let (bytes, _) = given(&[5]).written(&passphrase()).unwrap();
    let reading = Reading::take_in(room.path(), &bytes[..], &passphrase(), &Limits::default()).unwrap();
    put("working", "fresh", &std::fs::read(reading.folder().join("working")).unwrap());
    put("typed", "digits", "１２３４ 5678-9012　3456 7890".as_bytes());
    put("typed", "words", " 木兰 花 ".as_bytes());
}
