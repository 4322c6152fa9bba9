//! There and back: what was written is what is read.

use super::super::*;
use super::given::*;

#[test]
fn a_packet_comes_out_as_it_went_in() {
    let given = given(&[0, 1, 65_535, 65_536, 200_000]);
    let (bytes, written) = given.written(&passphrase()).unwrap();
    let mut basket = Basket::default();
    let opened = read(&bytes[..], &Passphrase::said("１２３４-5678 9012　34567890"), &mut basket, &Limits::default()).unwrap();
    assert_eq!(opened.manifest, given.manifest);
    assert_eq!(basket.kept, given.blobs);
    assert_eq!((opened.manifest_sha256, bytes.len() as u64), (written.manifest_sha256.clone(), written.len));
    assert_eq!(opened.verified, Verified::FirstSeen);
    let again = given.written(&passphrase()).unwrap().1;
    assert_eq!(again.manifest_sha256, written.manifest_sha256, "what a record keeps does not depend on chance");
    assert_ne!(again.sha256, written.sha256, "two files sealed alike do not show that they hold the same");
}

#[test]
fn a_return_comes_out_as_it_went_in_and_says_what_it_answers() {
    let ret = back(&"0".repeat(64));
    let opened = open_return(&sealed(&ret), &ANSWERS).unwrap();
    assert_eq!(opened.ret, ret);
    assert_eq!(opened.key, verify_key(&READER));
    assert!(opened.answers("file-1", "packet-1", "meeting-7", "member-1").is_ok());
    assert!(matches!(opened.answers("file-2", "packet-1", "meeting-7", "member-1"), Err(Error::OtherCommittee { .. })));
    assert!(matches!(opened.answers("file-1", "packet-2", "meeting-7", "member-1"), Err(Error::OtherPacket)));
    assert!(matches!(opened.answers("file-1", "packet-1", "meeting-8", "member-1"), Err(Error::OtherPacket)));
    assert!(matches!(opened.answers("file-1", "packet-1", "meeting-7", "member-2"), Err(Error::OtherRecipient { .. })));
}
