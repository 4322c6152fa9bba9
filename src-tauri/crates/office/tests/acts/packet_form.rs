//! The fillable form: made for one member and one meeting, filled in as a viewer does it, taken in as what it is: an opinion
//! without signature. What is not the form that was made is refused with a sentence.

use super::packet::{hand, planned, weights};
use super::*;
use measures::m14_packets::Weight;
use measures::{OpinionSource, ReaderOpinion};
use office::packets::Staged;
use written::{Dictionary, Document, Object, ObjectId, StringFormat};

fn form(desk: &mut Desk, member: &str) -> Vec<u8> {
    let (now, meeting, member) = (desk.0.now, desk.id("会"), desk.id(member));
    let request = json!({"paper": "print", "kind": "packet_form", "meeting": meeting, "member": member, "reply_by": "2026-09-04"});
    let out = desk.0.office.paper(now, request).expect("the form is set");
    assert!(out["failure"].is_null(), "{out}");
    let file = desk.0.office.bytes(now, json!({"bytes": "token", "token": out["token"]})).expect("there");
    assert!(file.name.starts_with("审查工作单"), "{}", file.name);
    file.bytes
}

fn text(s: &str) -> Object {
    let wide = s.encode_utf16().flat_map(u16::to_be_bytes);
    Object::String([0xfe, 0xff].into_iter().chain(wide).collect(), StringFormat::Literal)
}

fn field(doc: &Document, name: &str) -> ObjectId {
    let named = |d: &Dictionary| d.get(b"T").and_then(Object::as_str).is_ok_and(|t| t == name.as_bytes());
    doc.objects.iter().find(|(_, o)| o.as_dict().is_ok_and(named)).unwrap_or_else(|| panic!("no field {name}")).0.to_owned()
}

/// A value that begins with a stroke is ticked, another is typed.
fn filled(bytes: &[u8], values: &[(&str, &str)]) -> Vec<u8> {
    changed(bytes, |doc| {
        for (name, value) in values {
            let id = field(doc, name);
            let value = value.strip_prefix('/').map_or_else(|| text(value), |tick| Object::Name(tick.into()));
            doc.get_object_mut(id).and_then(Object::as_dict_mut).unwrap().set("V", value);
        }
    })
}

fn changed(bytes: &[u8], change: impl FnOnce(&mut Document)) -> Vec<u8> {
    let mut doc = Document::load_mem(bytes).unwrap();
    change(&mut doc);
    let mut out = Vec::new();
    doc.save_modern(&mut out).unwrap();
    out
}

/// Reads a file as the page of the meeting does.
fn read(desk: &mut Desk, meeting: &str, bytes: &[u8]) -> Result<Staged, Failure> {
    let room = tempfile::tempdir().unwrap();
    let path = room.path().join("审查工作单（赵启明）.pdf");
    std::fs::write(&path, bytes).unwrap();
    let (now, meeting) = (desk.0.now, desk.id(meeting));
    let staged = desk.0.office.file(now, json!({"file": "read_return", "path": path, "meeting": meeting}))?;
    Ok(serde_json::from_value(staged).unwrap())
}

const ANSWERS: [(&str, &str); 11] = [
    ("day", "2026年8月21日"),
    ("item1_conflict", "/none"),
    ("item1_answer_1-1", "/1"),
    ("item1_answer_3-4", "/3"),
    ("item1_words_3-4", "没有写由谁值守"),
    ("item1_opinion", "/revise"),
    ("item1_remark1_words", "写明数据来源"),
    ("item1_remark1_document", "1"),
    ("item1_remark1_page", "第 3 页"),
    ("item1_remark1_letter", "/1"),
    ("item1_whole", "补充应急预案后再审"),
];

fn rules(staged: &Staged) -> Vec<&str> {
    staged.findings.iter().map(|f| f.rule.as_str()).collect()
}

#[test]
fn m14_a_filled_form_is_an_opinion_without_signature_and_never_taken_twice() {
    let mut desk = planned();
    let blank = form(&mut desk, "赵启明");
    desk.at("2026-08-22 09:00");
    let bytes = filled(&blank, &ANSWERS);
    let staged = read(&mut desk, "会", &bytes).unwrap();
    assert!(!staged.signed && staged.enrolled && staged.fingerprint.is_empty());
    assert_eq!(staged.member, desk.id("赵启明"));
    assert!(rules(&staged).contains(&"E6.unsigned"), "{:?}", staged.findings);
    assert_eq!(staged.items.len(), 1, "the item left empty is not in it");
    let said = &staged.items[0].said;
    assert_eq!(said.opinion.as_deref(), Some("revise"));
    assert_eq!((said.points["1.1"].answer, said.points["3.4"].answer, said.points.len()), (Some(1), Some(3), 2));
    assert_eq!(said.points["3.4"].words, "没有写由谁值守");
    let remark = &said.remarks[0];
    assert_eq!((remark.page, remark.for_letter, remark.words.as_str()), (3, true, "写明数据来源"));
    assert_eq!(remark.document, desk.id("方案"));
    let act = serde_json::to_value(&staged.act).unwrap();
    let done = desk.ok(act.clone());
    assert!(done.made.zh.contains("没有签名") && done.made.zh.contains("不计票"), "{}", done.made.zh);
    let all: Vec<ReaderOpinion> = desk.all();
    assert_eq!(all.len(), 1);
    assert!(matches!(&all[0].source, OpinionSource::Form { sha256, .. } if act["sha256"] == json!(sha256)));
    assert_eq!(all[0].made.date_naive().to_string(), "2026-08-21", "the day written on it");

    // The same answers in another file: one opinion, as it was.
    desk.at("2026-08-23 09:00");
    let again = read(&mut desk, "会", &filled(&bytes, &[("item1_whole", "补充应急预案后再审")])).unwrap();
    assert_ne!(serde_json::to_value(&again.act).unwrap()["sha256"], act["sha256"], "a viewer saved it anew");
    assert!(rules(&again).contains(&"E6.replay"), "{:?}", again.findings);
    desk.ok(serde_json::to_value(&again.act).unwrap());
    assert_eq!(serde_json::to_value(desk.all::<ReaderOpinion>()).unwrap(), serde_json::to_value(&all).unwrap());

    // Other answers are another opinion, and push out the earlier one without touching it.
    let later =
        read(&mut desk, "会", &filled(&bytes, &[("day", "2026-08-23"), ("item1_opinion", "/approve"), ("item1_whole", "已补")])).unwrap();
    assert_eq!(later.items[0].on_file.len(), 1);
    desk.ok(serde_json::to_value(&later.act).unwrap());
    let weights: Vec<(String, Weight)> = weights(&desk, "甲项").into_iter().map(|(words, weight, _)| (words, weight)).collect();
    assert_eq!(weights, [("已补".into(), Weight::Counted), ("补充应急预案后再审".into(), Weight::Superseded)]);
}

#[test]
fn e08_a_conflict_declared_on_the_form_silences_the_member_even_without_a_tick() {
    let mut desk = planned();
    let blank = form(&mut desk, "赵启明");
    let staged =
        read(&mut desk, "会", &filled(&blank, &[("item1_conflict_words", "与负责人合作发表"), ("item1_opinion", "/approve")])).unwrap();
    assert!(staged.items[0].said.conflict);
    assert_eq!(staged.items[0].weight, Weight::Declared);
    assert!(rules(&staged).contains(&"R.form_day"), "no day was written: {:?}", staged.findings);
}

#[test]
fn m14_a_form_of_an_earlier_edition_says_so() {
    let mut desk = planned();
    desk.ok(hand("赵启明", &["甲项", "乙项"]));
    let blank = form(&mut desk, "赵启明");
    desk.at("2026-08-28 09:00")
        .ok(json!({"act": "attach_material", "case": "$甲", "name": "实施方案.txt", "text": "方案第二版", "replaces": "$方案"}));
    desk.ok(hand("赵启明", &["甲项", "乙项"]));
    let staged = read(&mut desk, "会", &filled(&blank, &ANSWERS)).unwrap();
    assert!(rules(&staged).contains(&"M14.form_edition"), "{:?}", staged.findings);
    assert_eq!(staged.items[0].edition_zh, "审查的是第1版材料");
}

#[test]
fn a_recused_item_is_not_on_the_form() {
    let mut desk = planned();
    let blank = form(&mut desk, "陈思远");
    let read = papers::form::read(&blank).unwrap();
    assert!(read.fields.contains_key("item1_conflict") && !read.fields.contains_key("item2_conflict"));
}

#[test]
fn the_packet_is_written_as_one_pdf_and_a_stopped_one_leaves_nothing() {
    let mut desk = planned();
    let room = tempfile::tempdir().unwrap();
    let (now, meeting, member) = (desk.0.now, desk.id("会"), desk.id("陈思远"));
    let request = json!({"file": "write_packet_pdf", "meeting": meeting, "member": member, "folder": room.path()});
    let out = desk.0.office.file(now, request.clone()).unwrap();
    let bytes = std::fs::read(out["path"].as_str().unwrap()).unwrap();
    assert_eq!(bytes.len() as u64, out["size"].as_u64().unwrap());
    assert_eq!(papers::preview::page_count(&bytes).unwrap() as u64, out["pages"].as_u64().unwrap());
    assert!(out["merged"].as_u64().unwrap() + out["listed"].as_u64().unwrap() == 1, "{out}");
    // A second one keeps the first.
    let again = desk.0.office.file(now, request.clone()).unwrap();
    assert_ne!(again["path"], out["path"]);
    // Stopped from outside as soon as it is under way.
    let task = desk.0.office.task.clone();
    let over = std::sync::atomic::AtomicBool::new(false);
    let stopped = std::thread::scope(|scope| {
        scope.spawn(|| {
            while !over.load(std::sync::atomic::Ordering::Relaxed) {
                task.stop();
            }
        });
        let stopped = desk.0.office.file(now, request.clone()).unwrap_err();
        over.store(true, std::sync::atomic::Ordering::Relaxed);
        stopped
    });
    assert_eq!(stopped.kind, office::FailureKind::Stopped, "{stopped}");
    let mut there: Vec<String> = std::fs::read_dir(room.path()).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap()).collect();
    there.sort();
    assert_eq!(there.len(), 2, "nothing half-written: {there:?}");
    // A folder that is not there is a sentence of the disk's.
    let failed = desk
        .0
        .office
        .file(now, json!({"file": "write_packet_pdf", "meeting": meeting, "member": member, "folder": room.path().join("无")}));
    assert!(failed.unwrap_err().zh.contains("找不到"));
}

#[test]
fn what_is_not_the_form_that_was_made_is_refused_with_a_sentence() {
    let mut desk = planned();
    let blank = form(&mut desk, "赵启明");
    desk.convene("会二", "2026-09-15", &[]);
    let bytes = filled(&blank, &ANSWERS);
    let set = |name: &'static str, value: &'static str| filled(&bytes, &[(name, value)]);
    let without = |name: &'static str| {
        changed(&bytes, |doc| {
            let id = field(doc, name);
            doc.get_object_mut(id).and_then(Object::as_dict_mut).unwrap().set("T", Object::string_literal("other"));
        })
    };
    let binding = papers::form::read(&bytes).unwrap().binding;
    let forged = binding.replace(&format!("\"member\":\"{}\"", desk.id("赵启明")), &format!("\"member\":\"{}\"", desk.id("何静姝")));
    assert_ne!(forged, binding);
    let forged = filled(&bytes, &[("lunshen_binding", &forged)]);
    let flat = changed(&bytes, |doc| {
        doc.catalog_mut().unwrap().remove(b"AcroForm");
    });
    let cases: [(&str, &str, Vec<u8>, &str); 11] = [
        ("another meeting", "会二", bytes.clone(), "不是2026年第2次会议"),
        ("another recipient", "会", forged, "核对码对不上"),
        ("another key", "会", set("lunshen_check", "0123456789abcdef"), "核对码对不上"),
        ("printed", "会", flat, "打印成PDF"),
        ("a field taken out", "会", without("item2_conflict_words"), "缺少填写项"),
        ("a strange answer", "会", set("item1_answer_1-1", "/9"), "不在可选的里面"),
        ("a strange opinion", "会", set("item1_opinion", "/abstain"), "不在可选的里面"),
        ("empty", "会", blank.clone(), "一项也没有填"),
        ("half a file", "会", bytes[..bytes.len() / 2].to_vec(), "损坏"),
        ("no PDF but its head", "会", b"%PDF-1.7 nothing".to_vec(), "损坏"),
        ("huge", "会", [b"%PDF-1.7\n".to_vec(), vec![b' '; papers::form::LARGEST as usize]].concat(), "大于32MB"),
    ];
    for (what, meeting, bytes, sentence) in cases {
        let failure = read(&mut desk, meeting, &bytes).expect_err(what);
        assert!(failure.zh.contains(sentence), "{what}: {}", failure.zh);
        assert!(!failure.en.is_empty() && !failure.way_zh.is_empty() && !failure.way_en.is_empty(), "{what}");
    }
    assert!(desk.all::<ReaderOpinion>().is_empty());
    // And the one that was made is taken.
    read(&mut desk, "会", &bytes).unwrap();
}
