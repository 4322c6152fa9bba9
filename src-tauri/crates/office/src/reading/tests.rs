//! The reading room with a packet as the mail room writes it: what is filled in outlives a kill, an item shows itself only
//! after the word on conflicts, and the return holds what was filled in and nothing private.

use super::*;
use chrono::DateTime;
use exchange::packet::{
    self, ChoiceOut, Committee, ConflictState, Manifest, Occasion, OccasionKind, PACKET, PacketForm, Passphrase, PointOut, Recipient,
    Version,
};
use serde_json::json;
use sha2::{Digest, Sha256};

const SAID: &str = "1234 5678 9012 3456 7890";
const COMMITTEE: [u8; 32] = [7; 32];
const ANSWERS: [u8; 32] = [9; 32];

fn now() -> Instant {
    DateTime::parse_from_rfc3339("2026-09-12T10:00:00+08:00").expect("a time")
}

/// A PDF of plain pages, one line each.
fn pdf(pages: &[&str]) -> Vec<u8> {
    let count = pages.len();
    let kids: String = (0..count).map(|i| format!("{} 0 R ", 4 + 2 * i)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_string(),
        format!("<</Type/Pages/Count {count}/Kids[{kids}]>>"),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_string(),
    ];
    for (i, text) in pages.iter().enumerate() {
        let stream = format!("BT /F1 12 Tf 72 700 Td ({text}) Tj ET");
        objects
            .push(format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents {} 0 R>>", 5 + 2 * i));
        objects.push(format!("<</Length {}>>stream\n{stream}\nendstream", stream.len()));
    }
    let mut out = String::from("%PDF-1.4\n");
    let mut places = vec![];
    for (i, object) in objects.iter().enumerate() {
        places.push(out.len());
        out += &format!("{} 0 obj\n{object}\nendobj\n", i + 1);
    }
    let xref = out.len();
    out += &format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    places.iter().for_each(|at| out += &format!("{at:010} 00000 n \n"));
    out += &format!("trailer<</Size {}/Root 1 0 R>>\nstartxref\n{xref}\n%%EOF\n", objects.len() + 1);
    out.into_bytes()
}

fn choice(key: &str) -> ChoiceOut {
    ChoiceOut { key: key.into(), zh: key.into(), en: key.into() }
}

fn item(n: u32, document: &[u8]) -> ItemOut {
    let hex = |bytes: &[u8]| bytes.iter().map(|b| format!("{b:02x}")).collect::<String>();
    ItemOut {
        id: format!("i{n}"),
        case: format!("c{n}"),
        number: format!("JZU-AI-2026-000{n}"),
        title: format!("议题{n}"),
        kind_zh: "初次".into(),
        kind_en: "initial".into(),
        minutes: 20,
        leader: "孟庆元".into(),
        unit: "护理学院".into(),
        lead_zh: String::new(),
        edition: 1,
        worksheet: true,
        points: ["1.1", "1.2"].map(|key| PointOut { key: key.into(), dimension: "1".into(), zh: key.into(), en: key.into() }).into(),
        dimensions: vec![choice("1")],
        options: ["approve", "revise"].map(choice).into(),
        documents: vec![DocumentOut {
            id: format!("d{n}"),
            title: "实施方案".into(),
            label: "V1.2".into(),
            pages: 2,
            kind: DocumentKind::Pdf,
            len: document.len() as u64,
            sha256: hex(&Sha256::digest(document)),
            first_page: 2 * n - 1,
        }],
        changed_since: vec![],
        watermark: "Zhou 2026-09-11".into(),
    }
}

fn documents() -> [Vec<u8>; 2] {
    [pdf(&["Women are 31% of the test set", "Zhou 2026-09-11"]), pdf(&["Second item", "Its second page"])]
}

fn manifest() -> Manifest {
    let documents = documents();
    Manifest {
        format: PACKET.into(),
        version: Version::OURS,
        packet: "pk1".into(),
        seq: 1,
        edition: 1,
        committee: Committee {
            file_id: "f1".into(),
            name: "江州大学人工智能科技伦理委员会".into(),
            verify_key: packet::verify_key(&COMMITTEE),
            answer_to: packet::answer_to(&ANSWERS).expect("an address"),
        },
        occasion: Occasion {
            kind: OccasionKind::Meeting,
            id: "m1".into(),
            title_zh: "第7次会议".into(),
            title_en: "Meeting 7".into(),
            at: None,
            place: String::new(),
        },
        recipient: Recipient {
            member: "u1".into(),
            name: "周秉衡".into(),
            role_zh: "主任委员".into(),
            role_en: "chair".into(),
            form: PacketForm::Worksheet,
        },
        created: now(),
        expires: None,
        items: vec![item(1, &documents[0]), item(2, &documents[1])],
    }
}

struct Desk {
    folder: tempfile::TempDir,
    packet: PathBuf,
}

impl Desk {
    fn new() -> Desk {
        let folder = tempfile::tempdir().expect("a folder");
        let packet = folder.path().join("审查包-1.lspkt");
        let documents = documents();
        let mut blobs = |d: &DocumentOut| -> std::io::Result<Box<dyn std::io::Read>> {
            let at = usize::from(d.id == "d2");
            Ok(Box::new(std::io::Cursor::new(documents[at].clone())))
        };
        packet::write_to(&packet, &manifest(), &mut blobs, &COMMITTEE, &Passphrase::said(SAID), &mut |_, _| true).expect("written");
        Desk { folder, packet }
    }

    fn room(&self) -> Room {
        Room::new(&self.folder.path().join("data"))
    }

    fn opened(&self) -> Room {
        let mut room = self.room();
        open(&mut room, &self.packet, SAID, "").expect("opened");
        room
    }

    /// Writes another packet of the manifest beside the first.
    fn write(&self, name: &str, of: &Manifest, documents: &[Vec<u8>], signed: &[u8; 32]) -> PathBuf {
        let packet = self.folder.path().join(name);
        let mut blobs = |d: &DocumentOut| -> std::io::Result<Box<dyn std::io::Read>> {
            let at = of.documents().position(|other| other.id == d.id).expect("a document");
            Ok(Box::new(std::io::Cursor::new(documents[at].clone())))
        };
        packet::write_to(&packet, of, &mut blobs, signed, &Passphrase::said(SAID), &mut |_, _| true).expect("written");
        packet
    }
}

fn open(room: &mut Room, packet: &Path, passphrase: &str, digits: &str) -> Result<serde_json::Value, Failure> {
    room.ask(now(), json!({ "reading": "await", "path": packet }))?;
    room.ask(now(), json!({ "reading": "open", "passphrase": passphrase, "digits": digits }))
}

fn fill(room: &mut Room, what: serde_json::Value) -> Result<serde_json::Value, Failure> {
    room.ask(now(), json!({ "reading": "fill", "what": what }))
}

fn none(room: &mut Room, item: &str) {
    fill(room, json!({ "fill": "conflict", "item": item, "state": "none" })).expect("declared");
}

fn state(room: &mut Room) -> serde_json::Value {
    room.ask(now(), json!({ "reading": "state" })).expect("looked")["open"].take()
}

#[test]
fn a_kill_between_two_answers_loses_nothing() {
    let desk = Desk::new();
    let mut room = desk.opened();
    none(&mut room, "i1");
    let point = |answer: u8, words: &str| json!({ "fill": "point", "item": "i1", "point": "1.1", "answer": answer, "words": words });
    fill(&mut room, point(2, "")).expect("kept");
    fill(&mut room, point(3, "样本少，第1页")).expect("kept");
    fill(&mut room, json!({ "fill": "note", "item": "i1", "words": "会上问他" })).expect("kept");
    let remark = json!({ "fill": "remark", "item": "i1", "document": "d1", "page": 1, "quote": "31%", "words": "太少" });
    fill(&mut room, remark).expect("kept");
    std::mem::forget(room); // as a power cut: nobody closes anything
    let mut room = desk.opened();
    let open = state(&mut room);
    let line = &open["items"][0];
    assert_eq!(line["filled"]["points"]["1.1"], json!({ "answer": 3, "words": "样本少，第1页" }));
    assert_eq!(line["note"], "会上问他");
    assert_eq!(line["filled"]["remarks"][0]["id"], "r1");
    // nothing of it lies on the disk in the clear
    let mut folders = vec![desk.folder.path().join("data")];
    let mut seen = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            seen += 1;
            let bytes = std::fs::read(&path).expect("a file");
            for secret in ["样本少", "会上问他", "Women are", "周秉衡"] {
                assert!(!bytes.windows(secret.len()).any(|w| w == secret.as_bytes()), "{secret} in {}", path.display());
                assert!(!path.to_string_lossy().contains(secret));
            }
        }
    }
    assert!(seen > 0, "the working file is there");
}

#[test]
fn an_item_shows_itself_only_after_the_word_on_conflicts() {
    let desk = Desk::new();
    let mut room = desk.opened();
    let open = state(&mut room);
    assert_eq!(open["items"][0]["state"], "unopened");
    assert_eq!(open["items"][0]["item"]["documents"], json!([]), "not even the names of its documents");
    assert_eq!(open["items"][0]["item"]["leader"], "孟庆元", "but whose it is");
    let page = json!({ "reading": "d1", "page": 1 });
    assert_eq!(room.page(page.clone()).expect_err("closed").code, "LS-C02");
    let answer = json!({ "fill": "point", "item": "i1", "point": "1.1", "answer": 1 });
    assert_eq!(fill(&mut room, answer.clone()).expect_err("closed").code, "LS-C02");

    none(&mut room, "i1");
    assert!(room.page(page.clone()).expect("shown").starts_with(b"\x89PNG"));
    fill(&mut room, answer).expect("kept");

    // declared: closed, and what was filled in is neither shown nor told, but a slip is taken back
    fill(&mut room, json!({ "fill": "conflict", "item": "i1", "state": "declared", "words": "同一课题组" })).expect("declared");
    let open = state(&mut room);
    assert_eq!((&open["items"][0]["state"], &open["items"][0]["filled"]["points"]), (&json!("closed"), &json!({})));
    assert_eq!(room.page(page).expect_err("closed").code, "LS-C03");
    none(&mut room, "i1");
    assert_eq!(state(&mut room)["items"][0]["filled"]["points"]["1.1"]["answer"], 1);
}

#[test]
fn what_the_packet_does_not_ask_cannot_be_answered() {
    let desk = Desk::new();
    let mut room = desk.opened();
    none(&mut room, "i1");
    for (what, field) in [
        (json!({ "fill": "point", "item": "i9", "point": "1.1", "answer": 1 }), "LS-V02"),
        (json!({ "fill": "point", "item": "i1", "point": "9.9", "answer": 1 }), "LS-V02"),
        (json!({ "fill": "point", "item": "i1", "point": "1.1", "answer": 5 }), "LS-V01"),
        (json!({ "fill": "opinion", "item": "i1", "opinion": "whatever" }), "LS-V02"),
        (json!({ "fill": "remark", "item": "i1", "document": "d1", "page": 3, "words": "x" }), "LS-V01"),
        (json!({ "fill": "remark", "item": "i1", "document": "d2", "page": 1, "words": "x" }), "LS-V02"),
        (json!({ "fill": "remark", "item": "i1", "document": "d1", "page": 1, "words": " " }), "LS-V01"),
        (json!({ "fill": "dimension", "item": "i1", "dimension": "1", "answer": 1 }), "LS-C04"),
    ] {
        let failure = fill(&mut room, what.clone()).expect_err("refused");
        assert_eq!(failure.code, field, "{what}");
        assert!(failure.zh.ends_with('。') && failure.en.ends_with('.'), "a sentence in both languages: {failure:?}");
    }
}

#[test]
fn words_are_found_across_the_documents_that_may_be_shown() {
    let desk = Desk::new();
    let mut room = desk.opened();
    none(&mut room, "i1");
    let found = room.ask(now(), json!({ "reading": "find", "text": "31％ of" })).expect("looked");
    assert_eq!((&found["all"], &found["read"]), (&json!(2), &json!(2)), "the second item is still closed");
    assert_eq!((&found["hits"][0]["document"], &found["hits"][0]["page"]), (&json!("d1"), &json!(1)));
    assert_eq!(found["hits"][0]["before"], "Women are ");
    let none_there = room.ask(now(), json!({ "reading": "find", "text": "second page" })).expect("looked");
    assert_eq!(none_there["hits"], json!([]));
    none(&mut room, "i2");
    let there = room.ask(now(), json!({ "reading": "find", "text": "second page" })).expect("looked");
    assert_eq!(there["hits"][0]["document"], "d2");

    // the first page lacks the watermark and gets it, the second bears it already
    let leaf = |room: &mut Room, page: u32| room.ask(now(), json!({ "reading": "leaf", "document": "d1", "page": page })).expect("looked");
    assert_eq!(leaf(&mut room, 1)["watermark"], "Zhou 2026-09-11");
    assert_eq!(leaf(&mut room, 2)["watermark"], "");
    assert_eq!(leaf(&mut room, 1)["lines"][0]["text"], "Women are 31% of the test set");
}

#[test]
fn the_return_says_what_is_missing_and_then_holds_what_was_filled_in_but_no_note() {
    let desk = Desk::new();
    let mut room = desk.opened();
    none(&mut room, "i1");
    fill(&mut room, json!({ "fill": "conflict", "item": "i2", "state": "declared", "words": "同一课题组" })).expect("declared");
    fill(&mut room, json!({ "fill": "point", "item": "i1", "point": "1.2", "answer": 4 })).expect("kept");
    let missing = state(&mut room)["missing"].clone();
    assert_eq!(missing[0]["zh"], "第1件1.2要写一句理由。");
    assert_eq!(missing[1]["zh"], "第1件还没有选初步意见。");
    let file = desk.folder.path().join("back.lsret");
    assert_eq!(room.make_return(now(), &file).expect_err("not yet").zh, "第1件1.2要写一句理由。");
    assert!(!file.exists());

    fill(&mut room, json!({ "fill": "point", "item": "i1", "point": "1.2", "answer": 4, "words": "没有用户" })).expect("kept");
    fill(&mut room, json!({ "fill": "opinion", "item": "i1", "opinion": "revise" })).expect("kept");
    fill(&mut room, json!({ "fill": "note", "item": "i1", "words": "只给自己看" })).expect("kept");
    room.make_return(now(), &file).expect("made");
    let bytes = std::fs::read(&file).expect("saved");
    assert!(!String::from_utf8_lossy(&bytes).contains("没有用户"), "sealed");
    let back = packet::open_return(&bytes, &ANSWERS).expect("the committee opens it");
    let told = serde_json::to_string(&back.ret).expect("json");
    assert!(told.contains("没有用户") && told.contains("同一课题组") && !told.contains("只给自己看"), "{told}");
    assert_eq!((back.ret.packet.as_str(), back.ret.member.as_str(), back.ret.seq), ("pk1", "u1", 1));
    assert_eq!(back.ret.items[0].opinion.as_deref(), Some("revise"));
    assert_eq!(back.ret.items[1].conflict.state, ConflictState::Declared);
    assert!(back.ret.items[1].points.is_empty());
    let open = state(&mut room);
    assert_eq!(Some(open["spoken"].as_str().expect("digits").to_string()), packet::spoken::fingerprint_of_hex(&back.key));
    assert_eq!((&open["returned"]["seq"], &open["returned"]["changed"]), (&json!(1), &json!(false)));

    // changed afterwards: says so, and the next return is the later one
    fill(&mut room, json!({ "fill": "opinion", "item": "i1", "opinion": "approve" })).expect("kept");
    assert_eq!(state(&mut room)["returned"]["changed"], true);
    room.make_return(now(), &file).expect("made");
    let later = packet::open_return(&std::fs::read(&file).expect("saved"), &ANSWERS).expect("opened");
    assert_eq!((later.ret.seq, later.key), (2, back.key), "a later return under the same key");
}

#[test]
fn a_wrong_passphrase_and_a_file_that_is_none_are_sentences_and_close_nothing() {
    let desk = Desk::new();
    let mut room = desk.opened();
    none(&mut room, "i1");
    let other = desk.folder.path().join("other.lspkt");
    std::fs::write(&other, b"not a packet at all").expect("written");
    for (path, passphrase, kind) in
        [(&desk.packet, "0000 0000 0000 0000 0000", FailureKind::WrongPassphrase), (&other, SAID, FailureKind::Invalid)]
    {
        let failure = open(&mut room, path, passphrase, "").expect_err("refused");
        assert_eq!(failure.kind, kind);
        assert!(failure.zh.ends_with('。') && !failure.way_zh.is_empty(), "{failure:?}");
        assert_eq!(state(&mut room)["items"][0]["filled"]["conflict"]["state"], "none", "what was open is still open");
    }
    room.ask(now(), json!({ "reading": "close" })).expect("closed");
    assert_eq!(fill(&mut room, json!({ "fill": "opinion", "item": "i1", "opinion": null })).expect_err("closed").code, "LS-C01");
}

#[test]
fn a_committee_is_compared_once_and_another_key_is_shouted() {
    let desk = Desk::new();
    let mut room = desk.opened();
    let digits = packet::spoken::fingerprint_of_hex(&packet::verify_key(&COMMITTEE)).expect("digits");
    let first = state(&mut room);
    assert_eq!((&first["unknown"], &first["committee_key"]), (&json!(true), &json!(digits)));
    room.ask(now(), json!({ "reading": "compared" })).expect("noted");
    let mut room = desk.opened();
    assert_eq!(state(&mut room)["unknown"], false, "asked once");

    // Somebody else's key under the committee's name: not opened, whatever digits but its own are typed.
    let other = [8; 32];
    let mut forged = manifest();
    forged.committee.verify_key = packet::verify_key(&other);
    forged.packet = "pk2".into();
    let forged = desk.write("forged.lspkt", &forged, &documents(), &other);
    for typed in ["", &digits, "1234 5678 9012 3456"] {
        let shouted = open(&mut room, &forged, SAID, typed).expect_err("refused");
        assert_eq!((shouted.code.as_str(), shouted.field.as_str()), ("LS-C10", "committee_key"), "{typed}");
        assert!(shouted.zh.contains("江州大学") && shouted.way_zh.contains("打电话"), "{shouted:?}");
    }
    assert_eq!(
        room.ask(now(), json!({ "reading": "state" })).expect("looked")["recent"].as_array().map(Vec::len),
        Some(1),
        "nothing of it is kept"
    );
    // The key was changed indeed: with its digits from the telephone it is the committee's from now on.
    let new = packet::spoken::fingerprint_of_hex(&packet::verify_key(&other)).expect("digits");
    let opened = open(&mut room, &forged, SAID, &new.replace(' ', "-")).expect("opened");
    assert_eq!(opened["open"]["unknown"], false);
    let old = open(&mut room, &desk.packet, SAID, "").expect_err("now the old key is the other one");
    assert_eq!(old.field, "committee_key");
}

#[test]
fn a_packet_is_opened_again_without_its_file_and_removed() {
    let desk = Desk::new();
    let mut room = desk.opened();
    none(&mut room, "i1");
    std::fs::remove_file(&desk.packet).expect("the stick is gone");
    room.ask(now(), json!({ "reading": "close" })).expect("closed");
    let state = room.ask(now(), json!({ "reading": "state" })).expect("looked");
    let recent = &state["recent"][0];
    assert_eq!(recent["name"], "审查包-1.lspkt");
    assert!(recent["size"].as_u64().is_some_and(|n| n > 500), "{recent}");
    room.ask(now(), json!({ "reading": "await_kept", "id": recent["id"] })).expect("named");
    let wrong = room.ask(now(), json!({ "reading": "open", "passphrase": "0000 0000 0000 0000 0000" })).expect_err("refused");
    assert_eq!(wrong.kind, FailureKind::WrongPassphrase);
    let again = room.ask(now(), json!({ "reading": "open", "passphrase": SAID })).expect("opened");
    assert_eq!(again["open"]["items"][0]["filled"]["conflict"]["state"], "none", "with what was filled in");
    assert!(room.page(json!({ "reading": "d1", "page": 1 })).expect("shown").starts_with(b"\x89PNG"), "and its documents");

    assert!(room.ask(now(), json!({ "reading": "await_kept", "id": "../.." })).is_err(), "only what is a packet's");
    assert!(room.ask(now(), json!({ "reading": "discard", "id": ".." })).is_err());
    let gone = room.ask(now(), json!({ "reading": "discard", "id": recent["id"] })).expect("removed");
    assert_eq!((&gone["recent"], &gone["open"]), (&json!([]), &json!(null)));
}

#[test]
fn a_later_edition_goes_on_where_the_reader_was_and_says_what_is_new() {
    let desk = Desk::new();
    let mut room = desk.opened();
    none(&mut room, "i1");
    fill(&mut room, json!({ "fill": "opinion", "item": "i1", "opinion": "revise" })).expect("kept");
    none(&mut room, "i2");
    fill(&mut room, json!({ "fill": "mark", "item": "i1", "document": "d1", "page": 1, "quote": "31%" })).expect("kept");

    // Another packet by its id, of the same occasion: one document replaced, an item added.
    let mut later = manifest();
    (later.packet, later.seq, later.edition) = ("pk2".into(), 2, 2);
    let replaced = pdf(&["Second item, again"]);
    let added = item(3, &replaced);
    later.items[1].edition = 2;
    later.items[1].documents = vec![DocumentOut { id: "d9".into(), label: "V1.3".into(), pages: 1, ..added.documents[0].clone() }];
    later.items.push(ItemOut { documents: vec![], ..added });
    let packet = desk.write("later.lspkt", &later, &[documents()[0].clone(), replaced], &COMMITTEE);
    let opened = open(&mut room, &packet, SAID, "").expect("opened")["open"].take();
    assert_eq!(opened["items"][0]["filled"]["opinion"], "revise", "the material is the same: the opinion stays");
    assert_eq!(opened["items"][0]["marks"][0]["quote"], "31%");
    assert_eq!(opened["items"][1]["state"], "unopened", "the material changed: it is to be read again");
    let since = &opened["since"];
    assert_eq!((&since["edition"], &since["kept"]), (&json!(1), &json!(1)));
    let told: Vec<&str> = since["items"].as_array().expect("a list").iter().map(|one| one["zh"].as_str().expect("words")).collect();
    assert_eq!(told, ["“实施方案”换了新的（V1.3）。", "新加的议题。"]);

    // The older one again: opened, and said to be the older.
    let older = open(&mut room, &desk.packet, SAID, "").expect("opened")["open"].take();
    assert_eq!((&older["newer"]["edition"], &older["since"]), (&json!(2), &json!(null)));
    assert_eq!(older["items"][1]["state"], "begun", "with what was filled in then");
}

#[test]
fn highlights_stay_here_and_remarks_go_with_their_frames() {
    let desk = Desk::new();
    let mut room = desk.opened();
    none(&mut room, "i1");
    fill(&mut room, json!({ "fill": "conflict", "item": "i2", "state": "declared", "words": "同一课题组" })).expect("declared");
    let place = |more: serde_json::Value| {
        let mut place = json!({ "item": "i1", "document": "d1", "page": 1, "words": "" });
        place.as_object_mut().expect("an object").extend(more.as_object().expect("an object").clone());
        place
    };
    fill(&mut room, place(json!({ "fill": "mark", "quote": "Women are 31%", "marks": [[1200, 1600, 4000, 1800]] })))
        .expect("a highlight without words");
    fill(&mut room, place(json!({ "fill": "mark", "words": "会上问他这个数", "marks": [[1000, 1000, 2000, 2000]] })))
        .expect("a private frame");
    fill(&mut room, place(json!({ "fill": "remark", "words": "比例太低", "quote": "31%", "marks": [[1200, 1600, 1500, 1800]] })))
        .expect("a remark");
    let refused = [
        json!({ "fill": "mark" }),
        json!({ "fill": "remark", "words": " ", "marks": [[1, 1, 2, 2]] }),
        json!({ "fill": "mark", "words": "x", "marks": [[5, 5, 5, 9]] }),
        json!({ "fill": "mark", "words": "x", "marks": [[0, 0, 10001, 9]] }),
        json!({ "fill": "mark", "words": "x", "page": 3 }),
    ];
    for what in refused {
        assert_eq!(fill(&mut room, place(what.clone())).expect_err("refused").code, "LS-V01", "{what}");
    }
    let open = state(&mut room);
    let marks = open["items"][0]["marks"].as_array().expect("a list");
    assert_eq!(marks.iter().map(|m| m["id"].as_str().expect("an id")).collect::<Vec<_>>(), ["m1", "m2"]);
    assert_eq!(open["items"][0]["note"], "", "a highlight is not the item's note");

    fill(&mut room, json!({ "fill": "opinion", "item": "i1", "opinion": "revise" })).expect("kept");
    let file = desk.folder.path().join("back.lsret");
    room.make_return(now(), &file).expect("made");
    let back = packet::open_return(&std::fs::read(&file).expect("saved"), &ANSWERS).expect("opened");
    assert_eq!(back.ret.items[0].remarks[0].marks, [[1200, 1600, 1500, 1800]]);
    let told = serde_json::to_string(&back.ret).expect("json");
    assert!(!told.contains("会上问他") && !told.contains("Women are"), "private marks stay: {told}");

    fill(&mut room, json!({ "fill": "drop_mark", "item": "i1", "id": "m1" })).expect("dropped");
    assert_eq!(state(&mut room)["items"][0]["marks"].as_array().map(Vec::len), Some(1));
}
