//! Files that are damaged, cut short, made by somebody else or made to hurt. Each is a refusal, none a panic, and no
//! document of one is believed.

use super::super::*;
use super::given::*;
use serde_json::json;

/// A file with each byte changed in turn; three changes a byte, one of them a single bit.
fn flipped(bytes: &[u8]) -> impl Iterator<Item = (usize, Vec<u8>)> {
    (0..bytes.len()).flat_map(move |at| {
        [1u8, 0x80, 0xff].into_iter().map(move |with| {
            let mut other = bytes.to_vec();
            other[at] ^= with;
            (at, other)
        })
    })
}

#[test]
fn no_changed_byte_of_a_packet_is_accepted() {
    let (bytes, _) = given(&[5, 40]).written(&passphrase()).unwrap();
    let said = passphrase();
    assert!(read(&bytes[..], &said, &mut Nowhere, &Limits::default()).is_ok());
    for (at, other) in flipped(&bytes) {
        let refused = read(&other[..], &said, &mut Nowhere, &Limits::default());
        assert!(refused.is_err(), "byte {at} of {} was changed and the packet accepted", bytes.len());
    }
}

#[test]
fn no_part_of_a_packet_is_accepted_for_the_whole() {
    let (bytes, _) = given(&[5, 40]).written(&passphrase()).unwrap();
    let said = passphrase();
    for end in 0..bytes.len() {
        let refused = read(&bytes[..end], &said, &mut Nowhere, &Limits::default());
        assert!(matches!(refused, Err(Error::Truncated | Error::Altered { .. })), "{end}: {refused:?}");
    }
    let longer = [&bytes[..], b"\0"].concat();
    assert!(read(&longer[..], &said, &mut Nowhere, &Limits::default()).is_err(), "nothing may follow");
}

#[test]
fn a_large_packet_cut_short_anywhere_says_so_and_keeps_nothing_it_should_not() {
    let given = given(&[100_000, 150_000]);
    let (bytes, _) = given.written(&passphrase()).unwrap();
    let said = passphrase();
    for end in (0..bytes.len()).step_by(4_999).filter(|end| *end > 70_000) {
        let mut basket = Basket::default();
        let refused = read(&bytes[..end], &said, &mut basket, &Limits::default());
        assert!(matches!(refused, Err(Error::Truncated)), "{end}: {refused:?}");
        assert!(basket.kept.iter().all(|(id, kept)| given.blobs[id] == *kept));
    }
}

#[test]
fn no_changed_byte_and_no_part_of_a_return_is_accepted() {
    let bytes = sealed(&back(&"0".repeat(64)));
    for (at, other) in flipped(&bytes) {
        assert!(open_return(&other, &ANSWERS).is_err(), "byte {at} was changed and the return accepted");
    }
    for end in 0..bytes.len() {
        let refused = open_return(&bytes[..end], &ANSWERS);
        assert!(matches!(refused, Err(Error::Truncated | Error::Altered { .. })), "{end}: {refused:?}");
    }
    assert!(open_return(&[&bytes[..], b"\n"].concat(), &ANSWERS).is_err());
}

#[test]
fn the_wrong_key_opens_nothing() {
    let (bytes, _) = given(&[5]).written(&passphrase()).unwrap();
    let wrong = read(&bytes[..], &Passphrase::said("1234 5678 9012 3456 7891"), &mut Nowhere, &Limits::default());
    assert!(matches!(wrong, Err(Error::WrongPassphrase)), "{wrong:?}");
    let ret = sealed(&back(&"0".repeat(64)));
    assert!(matches!(open_return(&ret, &[99; 32]), Err(Error::OtherCommittee { .. })));
    assert!(matches!(opened(&ret), Err(Error::NotAPacket)), "a return is no packet");
    assert!(matches!(open_return(&bytes, &ANSWERS), Err(Error::NotAReturn)), "a packet is no return");
    for other in [&b"%PDF-1.7\n"[..], b"PK\x03\x04", &[0; 5000]] {
        assert!(matches!(opened(other), Err(Error::NotAPacket)));
        assert!(matches!(open_return(other, &ANSWERS), Err(Error::NotAReturn)));
    }
}

#[test]
fn a_packet_sealed_again_by_somebody_else_is_not_the_committees() {
    let given = given(&[]);
    let list = serde_json::to_vec(&given.manifest).unwrap();
    let other = [66; 32];
    // Signed by another key under the committee's name.
    let bytes = forged(LINE, &list, &other, b"", &passphrase().lock());
    assert!(matches!(opened(&bytes), Err(Error::Altered { part: Part::Signature })));
    // The other key named as the committee's: a stranger to who knows the committee, and first seen to who does not.
    let mut theirs = given.manifest.clone();
    theirs.committee.verify_key = verify_key(&other);
    let bytes = forged(LINE, &serde_json::to_vec(&theirs).unwrap(), &other, b"", &passphrase().lock());
    let mut limits = Limits { known: [("file-1".to_string(), verify_key(&COMMITTEE))].into(), ..Limits::default() };
    let refused = read(&bytes[..], &passphrase(), &mut Nowhere, &limits);
    assert!(matches!(refused, Err(Error::OtherCommittee { .. })), "{refused:?}");
    assert_eq!(opened(&bytes).unwrap().verified, Verified::FirstSeen);
    let honest = given.written(&passphrase()).unwrap().0;
    assert_eq!(read(&honest[..], &passphrase(), &mut Nowhere, &limits).unwrap().verified, Verified::Known);
    // Not for this member, not from this committee.
    limits.member = Some("member-2".into());
    assert!(matches!(read(&honest[..], &passphrase(), &mut Nowhere, &limits), Err(Error::OtherRecipient { .. })));
    limits.committee = Some("file-2".into());
    assert!(matches!(read(&honest[..], &passphrase(), &mut Nowhere, &limits), Err(Error::OtherCommittee { .. })));
    // A return signed by a key other than the one it names.
    let mut ret = back(&"0".repeat(64));
    let to: age::x25519::Recipient = answer_to(&ANSWERS).unwrap().parse().unwrap();
    let line = "lunshen-return 1.0 x\n";
    let bytes = forged(line, &serde_json::to_vec(&ret).unwrap(), &other, b"", &to);
    assert!(matches!(open_return(&bytes, &ANSWERS), Err(Error::Altered { part: Part::Signature })));
    ret.key = verify_key(&other);
    let bytes = forged(line, &serde_json::to_vec(&ret).unwrap(), &other, b"", &to);
    assert_eq!(open_return(&bytes, &ANSWERS).unwrap().key, verify_key(&other), "a stranger's own key is for the desk to refuse");
    // The signature of a packet does not do for a return and the other way round.
    let bytes = forged("lunshen-return 1.0 x\n", &list, &COMMITTEE, b"", &passphrase().lock());
    assert!(matches!(opened(&bytes), Err(Error::NotAPacket)));
}

#[test]
fn too_much_work_is_refused_before_it_is_done() {
    let (bytes, _) = given(&[5]).written(&passphrase()).unwrap();
    let at = bytes.windows(3).position(|w| w == b" 1\n").unwrap();
    let began = std::time::Instant::now();
    for work in ["19", "30", "63", "64", "255", "99999999999999999999"] {
        let hostile = [&bytes[..at], b" ", work.as_bytes(), &bytes[at + 2..]].concat();
        let refused = opened(&hostile);
        assert!(matches!(refused, Err(Error::TooHard { asked }) if asked >= 19), "{work}: {refused:?}");
    }
    assert!(began.elapsed().as_secs() < 5);
}

#[test]
fn claims_of_impossible_lengths_are_refused_without_room_made_for_them() {
    let given = given(&[5]);
    for len in [1u64 << 60, u64::MAX, (1 << 30) + 1] {
        let mut list = serde_json::to_value(&given.manifest).unwrap();
        list["items"][0]["documents"][0]["len"] = json!(len);
        assert!(matches!(opened(&forged_packet(LINE, &list, b"x")), Err(Error::TooLarge { .. })), "{len}");
    }
    // Each within bounds, their sum not.
    let mut many = given.manifest.clone();
    let one = many.items[0].documents[0].clone();
    many.items[0].documents = (0..3).map(|n| DocumentOut { id: format!("d{n}"), len: 1 << 30, ..one.clone() }).collect();
    let list = serde_json::to_value(&many).unwrap();
    assert!(matches!(opened(&forged_packet(LINE, &list, b"x")), Err(Error::TooLarge { .. })));
    // The length of the list itself.
    let claim = [LINE.as_bytes(), &u32::MAX.to_be_bytes(), b"{}"].concat();
    let bytes = outer::seal_bytes(&passphrase().lock(), &claim).unwrap();
    assert!(matches!(opened(&bytes), Err(Error::TooLarge { .. })));
    // More promised than there is, and more there than promised.
    let list = serde_json::to_value(&given.manifest).unwrap();
    assert!(matches!(opened(&forged_packet(LINE, &list, b"CAN")), Err(Error::Truncated)));
    assert!(matches!(opened(&forged_packet(LINE, &list, b"CANAx")), Err(Error::Altered { part: Part::Document(_) })));
    assert!(matches!(opened(&forged_packet(LINE, &list, b"CANARY")), Err(Error::Malformed { .. })));
    // A head that never ends.
    let endless = [b"age-encryption.org/v1\n-> scrypt ", &vec![b'A'; 1 << 20][..]].concat();
    assert!(opened(&endless).is_err());
    let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    let bytes = forged(LINE, deep.as_bytes(), &COMMITTEE, b"", &passphrase().lock());
    assert!(matches!(opened(&bytes), Err(Error::Malformed { .. })));
}

#[test]
fn an_id_that_stands_twice_is_refused() {
    let given = given(&[5]);
    let whole = serde_json::to_value(&given.manifest).unwrap();
    for path in ["/items", "/items/0/documents", "/items/0/points", "/items/0/dimensions", "/items/0/options"] {
        let mut list = whole.clone();
        let all = list.pointer_mut(path).unwrap().as_array_mut().unwrap();
        all.push(all[0].clone());
        let refused = opened(&forged_packet(LINE, &list, b"CANAR"));
        assert!(matches!(refused, Err(Error::Malformed { .. })), "{path}: {refused:?}");
    }
    let ret = serde_json::to_string(&back(&"0".repeat(64))).unwrap();
    let to: age::x25519::Recipient = answer_to(&ANSWERS).unwrap().parse().unwrap();
    for (from, into) in [
        (r#""points":{"#, r#""points":{"2.1":{"answer":1},"#),
        (r#""answer":3"#, r#""answer":5"#),
        (r#""answer":3"#, r#""answer":0"#),
        (r#""opinion":"#, r#""opinion":"approve","opinion":"#),
    ] {
        let list = ret.replacen(from, into, 1);
        assert_ne!(list, ret);
        let bytes = forged("lunshen-return 1.0 x\n", list.as_bytes(), &READER, b"", &to);
        let refused = open_return(&bytes, &ANSWERS);
        assert!(matches!(refused, Err(Error::Malformed { .. })), "{into}: {refused:?}");
    }
}

#[test]
fn nothing_of_what_a_packet_holds_can_be_read_from_outside() {
    let given = given(&[70_000]);
    let (bytes, _) = given.written(&passphrase()).unwrap();
    let ret = sealed(&back(&"0".repeat(64)));
    let names = [file_name(&given.manifest), "周秉衡".into()];
    let holds = |bytes: &[u8], word: &str| bytes.windows(word.len()).any(|w| w == word.as_bytes());
    for word in [CANARY, "CANARY", "人脸", "周秉衡", "member-1", "packet-1", "lunshen", "第7次会议"] {
        assert!(!holds(&bytes, word) && !holds(&ret, word), "{word} can be read from outside");
        assert!(!names[0].contains(word), "{word} stands in the name");
    }
    assert!(holds(names[1].as_bytes(), "周秉衡"), "the search finds what is there");
}
