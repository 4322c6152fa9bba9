//! Packets of programs older and newer: another minor is read, another major refused with what is needed.

use super::super::*;
use super::given::*;
use serde_json::json;

#[test]
fn a_minor_is_read_and_a_major_named() {
    let given = given(&[5]);
    for (major, minor, wrote) in [(1, 0, true), (1, 1, true), (1, 99, true), (0, 9, false), (2, 0, false), (3, 7, false)] {
        let mut list = serde_json::to_value(&given.manifest).unwrap();
        list["version"] = json!({"major": major, "minor": minor});
        list["of_a_later_minor"] = json!({"anything": [1, 2, 3]});
        list["items"][0]["documents"][0]["kind"] = json!("hologram");
        list["items"][0]["documents"][0]["depth"] = json!(3);
        let bytes = forged_packet(&format!("lunshen-packet {major}.{minor} lunshen/9.4.0\n"), &list, b"CANAR");
        match opened(&bytes) {
            Ok(opened) => {
                assert!(wrote, "{major}.{minor}");
                assert_eq!(opened.manifest.items[0].documents[0].kind, DocumentKind::Other);
            }
            Err(e @ Error::TooNew { .. }) => {
                assert!(major > 1);
                let told = e.to_string();
                assert!(told.contains(&format!("{major}.{minor}")) && told.contains("lunshen/9.4.0"), "{told}");
            }
            Err(Error::TooOld { .. }) => assert_eq!(major, 0),
            Err(e) => panic!("{major}.{minor}: {e:?}"),
        }
    }
}

#[test]
fn a_newer_major_is_told_even_when_its_list_is_of_another_kind() {
    let bytes = forged("lunshen-packet 2.0 lunshen/1.0\n", b"\x00\x01binary", &COMMITTEE, b"", &passphrase().lock());
    assert!(matches!(opened(&bytes), Err(Error::TooNew { .. })));
}

#[test]
fn the_version_in_the_list_is_that_of_the_line() {
    let list = serde_json::to_value(given(&[]).manifest).unwrap();
    let bytes = forged_packet("lunshen-packet 1.1 lunshen/0.2\n", &list, b"");
    assert!(matches!(opened(&bytes), Err(Error::Malformed { .. })));
    for line in ["lunshen-packet 01.0 x\n", "lunshen-packet 1 x\n", "lunshen-packet +1.0 x\n", "lunshen-packet\n", "\n"] {
        assert!(matches!(opened(&forged_packet(line, &list, b"")), Err(Error::NotAPacket)), "{line:?}");
    }
}
