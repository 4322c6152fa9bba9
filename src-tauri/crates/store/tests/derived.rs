//! Keys that follow from the file: the same whenever it is the same file, different for every purpose and every file.

mod common;
use common::*;
use store::Archive;

const LABELS: [&str; 4] = ["packet sign 1", "packet answer 1", "packet member p1 1", "packet member p1 2"];

fn keys(a: &Archive) -> Vec<[u8; 32]> {
    LABELS.iter().map(|l| *a.derived(l)).collect()
}

#[test]
fn a_file_has_the_same_keys_after_reopening_a_new_passphrase_and_a_restore() {
    let f = folder();
    let (mut a, _) = f.create();
    let (first, id) = (keys(&a), a.file_id());
    register(&mut a, 1);
    let info = a.snapshot("asked", day(1)).unwrap();
    a.close();

    let mut a = f.open().unwrap();
    assert_eq!(keys(&a), first, "reopened");
    let new = "另一个足够长的伦理口令一二";
    a.change_passphrase(PASS, new).unwrap();
    assert_eq!(keys(&a), first, "passphrase changed");
    a.close();
    let a = Archive::open(&f.places, new, day(2)).unwrap();
    assert_eq!(keys(&a), first, "opened with the new passphrase");
    a.close();

    // A copy is opened with the passphrase it was made under.
    let a = Archive::restore(&f.places, &info.name, PASS, day(3)).unwrap();
    assert_eq!((keys(&a), a.file_id()), (first, id), "restored");
}

#[test]
fn every_label_and_every_file_has_a_key_of_its_own() {
    let (f, g) = (folder(), folder());
    let (a, b) = (f.create().0, g.create().0);
    let mut all: Vec<[u8; 32]> = keys(&a).into_iter().chain(keys(&b)).collect();
    // In memory there is no data key: the file's id, which another moment changes.
    let m = Archive::in_memory(origin(), day(0)).unwrap();
    let n = Archive::in_memory(origin(), day(1)).unwrap();
    assert_eq!(keys(&m), keys(&Archive::in_memory_like(&m).unwrap()), "performed again it is the same file");
    all.extend(keys(&m).into_iter().chain(keys(&n)));
    let count = all.len();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), count);
}
