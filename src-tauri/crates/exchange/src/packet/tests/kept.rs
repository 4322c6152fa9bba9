//! What stays on a disk: the file that was there or the new one, and on the reader's machine nothing that can be read.

use super::super::reading::{Note, Reading};
use super::super::*;
use super::given::*;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = vec![];
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        if entry.path().is_dir() { found.extend(files(&entry.path())) } else { found.push(entry.path()) }
    }
    found
}

/// Takes so many bytes and then no more, as a full disk or a stick pulled out does.
struct Full<'w>(usize, &'w mut dyn Write);

impl Write for Full<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0 < bytes.len() {
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.0 -= bytes.len();
        self.1.write(bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.1.flush()
    }
}

#[test]
fn a_full_disk_leaves_the_old_file_or_none() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("a.lspkt");
    let given = given(&[70_000]);
    for old in [None, Some("before")] {
        if let Some(old) = old {
            std::fs::write(&path, old).unwrap();
        }
        for take in [0, 10, 300, 1_000, 66_000, 70_000] {
            let failed = keep::put(&path, |out| {
                let mut blobs = |d: &DocumentOut| -> io::Result<Box<dyn Read + '_>> { Ok(Box::new(&given.blobs[&d.id][..])) };
                write(&given.manifest, &mut blobs, &COMMITTEE, &passphrase(), Full(take, out), &mut |_, _| true)
            });
            assert!(matches!(&failed, Err(Error::Full { path: told }) if *told == path), "{take}: {failed:?}");
            assert_eq!(std::fs::read_to_string(&path).ok().as_deref(), old);
            assert_eq!(files(room.path()).len(), usize::from(old.is_some()), "nothing lies beside it");
        }
    }
}

#[test]
fn a_writer_killed_half_way_leaves_the_old_file_and_the_next_try_succeeds() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("a.lsret");
    let ret = back(&"0".repeat(64));
    let to = answer_to(&ANSWERS).unwrap();
    seal_return_to(&path, &ret, &READER, &to).unwrap();
    let before = std::fs::read(&path).unwrap();
    // What a killed process leaves: a part beside, here even a link to another file.
    let other = room.path().join("other");
    std::fs::write(&other, "another file").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(&other, room.path().join("a.lsret.part")).unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), before);
    seal_return_to(&path, &Return { seq: 2, ..ret }, &READER, &to).unwrap();
    assert_eq!(open_return(&std::fs::read(&path).unwrap(), &ANSWERS).unwrap().ret.seq, 2);
    assert_eq!(std::fs::read_to_string(&other).unwrap(), "another file", "nothing is written through a link");
}

#[test]
fn a_document_that_changed_and_a_person_who_no_longer_wants_it_leave_no_packet() {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("a.lspkt");
    let given = given(&[200_000]);
    for bytes in [&[0; 200_000][..], &[0; 10], &[0; 200_001]] {
        let mut blobs = |_: &DocumentOut| -> io::Result<Box<dyn Read>> { Ok(Box::new(io::Cursor::new(bytes.to_vec()))) };
        let failed = write_to(&path, &given.manifest, &mut blobs, &COMMITTEE, &passphrase(), &mut |_, _| true);
        assert!(matches!(failed, Err(Error::Changed { .. })), "{failed:?}");
    }
    let mut blobs = |d: &DocumentOut| -> io::Result<Box<dyn Read + '_>> { Ok(Box::new(&given.blobs[&d.id][..])) };
    let failed = write_to(&path, &given.manifest, &mut blobs, &COMMITTEE, &passphrase(), &mut |done, _| done < 100_000);
    assert!(matches!(failed, Err(Error::Cancelled)));
    assert!(files(room.path()).is_empty());
}

fn taken(home: &Path, given: &Given) -> Reading {
    let (bytes, _) = given.written(&passphrase()).unwrap();
    Reading::take_in(home, &bytes[..], &passphrase(), &Limits::default()).unwrap()
}

#[test]
fn answers_stay_as_typed_and_nothing_can_be_read_without_the_passphrase() {
    let room = tempfile::tempdir().unwrap();
    let given = given(&[0, 10, 200_000]);
    let mut reading = taken(room.path(), &given);
    assert!(reading.new_key());
    let answer = back("").items.remove(0);
    reading.answer(answer.clone()).unwrap();
    reading.note(Note { id: "n1".into(), item: "item-1".into(), words: format!("{CANARY}私记"), ..Note::default() }).unwrap();
    assert!(reading.answer(ItemBack { id: "no such item".into(), ..answer.clone() }).is_err());
    let key = reading.key().unwrap();
    drop(reading);

    let all = Reading::all(room.path());
    assert_eq!(all.len(), 1);
    assert!(matches!(Reading::open(&all[0], &Passphrase::said("1")), Err(Error::WrongPassphrase)));
    let reading = Reading::open(&all[0], &passphrase()).unwrap();
    assert_eq!(reading.items(), [answer]);
    assert_eq!(reading.notes().len(), 1);
    for (id, bytes) in &given.blobs {
        assert_eq!(&reading.bytes(id).unwrap(), bytes);
    }
    let mut part = [0; 100];
    let mut document = reading.document("doc-2").unwrap();
    document.seek(SeekFrom::Start(131_000)).unwrap();
    document.read_exact(&mut part).unwrap();
    assert_eq!(part, given.blobs["doc-2"][131_000..131_100], "across the edge of a chunk");
    drop(reading);

    let again = taken(room.path(), &given);
    assert_eq!(again.items()[0].opinion.as_deref(), Some("revise"), "opened again, nothing is lost");
    assert_eq!((again.key().unwrap(), again.new_key()), (key, false));
    let found = files(room.path());
    assert_eq!(found.len(), 5, "key, working file and three documents: {found:?}");
    for file in found {
        let bytes = std::fs::read(&file).unwrap();
        let name = file.strip_prefix(room.path()).unwrap().display().to_string();
        for word in [CANARY, "CANARY", "周秉衡", "member-1", "packet-1", "doc-1", "2.1"] {
            assert!(!bytes.windows(word.len()).any(|w| w == word.as_bytes()), "{word} in {name}");
            assert!(!name.contains(word) || word == "2.1", "{word} in the name {name}");
        }
    }
}

#[test]
fn a_return_carries_the_answers_and_no_private_note_and_no_number_twice() {
    let room = tempfile::tempdir().unwrap();
    let mut reading = taken(room.path(), &given(&[5]));
    let answer = back("").items.remove(0);
    reading.answer(answer.clone()).unwrap();
    reading.note(Note { id: "n1".into(), item: "item-1".into(), words: "私记".into(), ..Note::default() }).unwrap();
    let made = back("").made;
    let path = room.path().join(reading.return_name());
    let (ret, written) = reading.make_return(&path, made).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let opened = open_return(&bytes, &ANSWERS).unwrap();
    assert_eq!((&opened.ret, &opened.sha256), (&ret, &written.sha256));
    assert_eq!(opened.ret.items, [answer]);
    assert_eq!(opened.ret.manifest_sha256, reading.manifest_sha256());
    assert_eq!(opened.key, reading.key().unwrap());
    assert!(!serde_json::to_string(&ret).unwrap().contains("私记"));
    assert!(reading.make_return(Path::new("no/such/folder/x.lsret"), made).is_err());
    let (third, _) = reading.make_return(&path, made).unwrap();
    assert_eq!((ret.seq, third.seq), (1, 3), "a number spent on a failed file is not used again");
}

#[test]
fn another_passphrase_means_another_key_and_the_first_is_put_aside() {
    let room = tempfile::tempdir().unwrap();
    let mut given = given(&[5]);
    let first = taken(room.path(), &given);
    given.manifest.seq = 2;
    let second = taken(room.path(), &given);
    assert_eq!((first.key().unwrap(), second.new_key()), (second.key().unwrap(), false));
    given.manifest.seq = 3;
    let other = Passphrase::said("9999").with_work(1);
    let (bytes, _) = given.written(&other).unwrap();
    let third = Reading::take_in(room.path(), &bytes[..], &other, &Limits::default()).unwrap();
    assert!(third.new_key() && third.key().unwrap() != first.key().unwrap());
    assert_eq!(Reading::open(first.folder(), &passphrase()).unwrap().key().unwrap(), first.key().unwrap());
    assert_eq!(Reading::all(room.path()).len(), 3);
}

#[test]
fn a_later_edition_takes_over_answers_to_the_same_material_only() {
    let room = tempfile::tempdir().unwrap();
    let mut given = given(&[5]);
    let mut first = taken(room.path(), &given);
    first.answer(back("").items.remove(0)).unwrap();
    given.manifest.edition = 2;
    let mut second = taken(room.path(), &given);
    second.take_over(&first).unwrap();
    assert_eq!(second.items(), first.items());
    given.manifest.edition = 3;
    given.manifest.items[0].edition += 1;
    let mut third = taken(room.path(), &given);
    third.take_over(&first).unwrap();
    assert_eq!(third.items()[0].opinion, None, "other material is judged anew");
}

#[test]
fn no_changed_byte_on_the_readers_machine_is_shown_and_no_document_for_another() {
    let room = tempfile::tempdir().unwrap();
    let given = given(&[300, 300]);
    let reading = taken(room.path(), &given);
    let working = reading.folder().join("working");
    let bytes = std::fs::read(&working).unwrap();
    let said = passphrase();
    // Each byte of the head with the sealed key; of the contents, which are one sealed piece, every seventeenth.
    for at in (0..300).chain((300..bytes.len()).step_by(17)) {
        let mut other = bytes.clone();
        other[at] ^= 1;
        std::fs::write(&working, &other).unwrap();
        assert!(Reading::open(reading.folder(), &said).is_err(), "byte {at}");
        std::fs::write(&working, &bytes[..at]).unwrap();
        assert!(Reading::open(reading.folder(), &said).is_err(), "cut at {at}");
    }
    let (a, b) = (reading.folder().join("00000"), reading.folder().join("00001"));
    let sealed = std::fs::read(&a).unwrap();
    for at in 0..sealed.len() {
        let mut other = sealed.clone();
        other[at] ^= 1;
        std::fs::write(&a, &other).unwrap();
        assert!(matches!(reading.bytes("doc-0"), Err(Error::Altered { .. })), "byte {at}");
    }
    std::fs::copy(&b, &a).unwrap();
    assert!(matches!(reading.bytes("doc-0"), Err(Error::Altered { .. })), "one document laid in the place of another");
}

#[test]
fn a_packet_that_does_not_hold_leaves_nothing_on_the_readers_machine() {
    let room = tempfile::tempdir().unwrap();
    let (mut bytes, _) = given(&[100_000]).written(&passphrase()).unwrap();
    let end = bytes.len() - 1;
    bytes[end] ^= 1;
    assert!(Reading::take_in(room.path(), &bytes[..], &passphrase(), &Limits::default()).is_err());
    assert!(files(room.path()).is_empty() && Reading::all(room.path()).is_empty());
}
