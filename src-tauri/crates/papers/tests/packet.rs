//! The reading packet: every page where the contents say it is, the same bytes twice, and no attachment that stops it.

#[allow(dead_code)] // the gallery and the other tests use the rest
#[path = "../examples/samples/mod.rs"]
mod samples;

use papers::packet::{Bound, Packet, PacketCase, PacketDimension, PacketDocument, bound};
use papers::{CaseRef, Error, Fonts, Paper};
use std::path::Path;
use std::process::Command;
use written::{Document, Object};

fn fonts() -> Fonts {
    Fonts::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/fonts")).expect("run assets/fonts/fetch.sh first")
}

fn letter() -> Vec<u8> {
    papers::set(&Paper::DecisionLetter(samples::decision()), &samples::letterhead(), None, &fonts()).unwrap().bytes
}

/// A packet of two items with these files in the first.
fn packet(files: &[(&str, Vec<u8>)]) -> Packet {
    let case = |no: u32, files: &[(&str, Vec<u8>)]| PacketCase {
        no,
        case: CaseRef {
            number: format!("JZU-AI-2026-000{no}"),
            activity: format!("活动{no}"),
            leader: "陈思远".into(),
            unit: "医学院".into(),
        },
        kind: "初次审查".into(),
        summary: vec![("做什么".into(), vec!["训练分诊模型。".into()])],
        dimensions: vec![PacketDimension { title: "人类福祉".into(), points: vec![("1.1".into(), "科学价值".into())] }],
        answers: vec!["符合".into(), "不符合".into()],
        options: vec!["批准".into()],
        documents: files
            .iter()
            .enumerate()
            .map(|(i, (name, bytes))| PacketDocument {
                name: (*name).into(),
                label: "V1.0".into(),
                sha256: i.to_string(),
                len: bytes.len() as u64,
            })
            .collect(),
        ..Default::default()
    };
    Packet {
        committee: "江州大学人工智能科技伦理委员会".into(),
        occasion: "2026年第7次会议".into(),
        member: "赵启明".into(),
        role: "委员".into(),
        edition: 1,
        made: chrono::NaiveDate::from_ymd_opt(2026, 9, 11).unwrap(),
        cases: vec![case(1, files), case(3, &[])],
        left_out: vec![2],
        ..Default::default()
    }
}

fn set(files: &[(&str, Vec<u8>)]) -> (Vec<u8>, Bound) {
    let mut read = |d: &PacketDocument| Ok(files[d.sha256.parse::<usize>().unwrap()].1.clone());
    let (pdf, bound) = bound(&packet(files), &fonts(), &mut read).unwrap();
    assert_eq!(pdf.sha256, bound.sha256);
    (pdf.bytes, bound)
}

fn checked(bytes: &[u8]) {
    let scratch = tempfile::tempdir().unwrap();
    let file = scratch.path().join("packet.pdf");
    std::fs::write(&file, bytes).unwrap();
    if let Ok(out) = Command::new("qpdf").arg("--check").arg(&file).output() {
        assert!(out.status.success(), "qpdf says {}", String::from_utf8_lossy(&out.stdout));
    }
}

#[test]
fn a_packet_is_whole_and_the_same_twice() {
    let files = [("实施方案.pdf", letter()), ("截图.png", samples::seal_png()), ("奇怪\u{1F600}的名称.xlsx", b"PK\x03\x04".to_vec())];
    let (bytes, bound) = set(&files);
    assert_eq!(set(&files).0, bytes, "same data, same bytes");
    checked(&bytes);
    assert_eq!(papers::preview::page_count(&bytes).unwrap(), bound.pages);
    let kinds: Vec<&str> = bound.placed.iter().map(|p| p.kind).collect();
    assert_eq!(kinds, ["pdf", "image", "other"]);
    assert_eq!((bound.placed[1].first, bound.placed[1].pages), (bound.placed[0].first + bound.placed[0].pages, 1));
    assert_eq!(bound.placed[2].pages, 0);
    assert!(bound.placed[2].why.0.contains("xlsx"), "{:?}", bound.placed[2].why);
}

#[test]
fn the_outline_leads_to_the_pages_the_record_names() {
    let (bytes, bound) = set(&[("实施方案.pdf", letter()), ("知情同意书.pdf", letter())]);
    let doc = Document::load_mem(&bytes).unwrap();
    let pages: Vec<_> = doc.page_iter().collect();
    let title = |o: &Object| match o {
        Object::String(b, _) if b.starts_with(&[0xFE, 0xFF]) => {
            String::from_utf16(&b[2..].chunks(2).map(|c| u16::from_be_bytes([c[0], c[1]])).collect::<Vec<_>>()).unwrap()
        }
        other => panic!("{other:?}"),
    };
    let mut found: Vec<(String, u32)> = Vec::new();
    for object in doc.objects.values() {
        if let Ok(dict) = object.as_dict()
            && let (Ok(t), Ok(Object::Array(dest))) = (dict.get(b"Title"), dict.get(b"Dest"))
        {
            let page = dest[0].as_reference().unwrap();
            found.push((title(t), pages.iter().position(|p| *p == page).unwrap() as u32 + 1));
        }
    }
    let at = |name: &str| found.iter().find(|(t, _)| t == name).unwrap_or_else(|| panic!("{name} in {found:?}")).1;
    assert_eq!(at("实施方案（V1.0）"), bound.placed[0].first);
    assert_eq!(at("知情同意书（V1.0）"), bound.placed[1].first);
    assert_eq!(at("议题3　活动3"), bound.placed[1].first + bound.placed[1].pages, "the next item follows its predecessor's files");
    // Labels begin anew with each item, where its first page is.
    let nums = doc.catalog().unwrap().get(b"PageLabels").unwrap().as_dict().unwrap().get(b"Nums").unwrap().as_array().unwrap();
    let begins: Vec<(u32, String)> = nums
        .chunks(2)
        .map(|n| (n[0].as_i64().unwrap() as u32 + 1, n[1].as_dict().unwrap().get(b"P").map(title).unwrap_or_default()))
        .collect();
    assert_eq!(begins, [(1, String::new()), (at("议题1　活动1"), "议题1·".into()), (at("议题3　活动3"), "议题3·".into())]);
    // Every page bears its slip and the name.
    for page in &pages {
        let resources = doc.get_dictionary(*page).unwrap().get(b"Resources").unwrap().as_dict().unwrap();
        let over = resources.get(b"XObject").unwrap().as_dict().unwrap();
        assert!(over.has(b"LsW") && over.has(b"LsS"));
    }
}

#[test]
fn nothing_that_acts_is_taken_along() {
    let mut doc = Document::load_mem(&letter()).unwrap();
    let mut action = written::Dictionary::new();
    action.set("S", Object::Name(b"JavaScript".to_vec()));
    action.set("JS", Object::string_literal("app.alert(1)"));
    let page = doc.page_iter().next().unwrap();
    let annot = written::Dictionary::from_iter([
        ("Type", Object::Name(b"Annot".to_vec())),
        ("Subtype", Object::Name(b"Link".to_vec())),
        ("Rect", Object::Array(vec![0.into(), 0.into(), 9.into(), 9.into()])),
        ("A", Object::Dictionary(action.clone())),
    ]);
    let dict = doc.get_object_mut(page).and_then(Object::as_dict_mut).unwrap();
    dict.set("Annots", vec![Object::Dictionary(annot)]);
    dict.set("AA", written::Dictionary::from_iter([("O", Object::Dictionary(action.clone()))]));
    doc.catalog_mut().unwrap().set("OpenAction", action);
    let mut bytes = Vec::new();
    doc.save_to(&mut bytes).unwrap();
    assert!(String::from_utf8_lossy(&bytes).contains("JavaScript"));
    let (bytes, bound) = set(&[("带脚本.pdf", bytes)]);
    assert!(bound.placed[0].pages > 0);
    let text = String::from_utf8_lossy(&bytes);
    assert!(!text.contains("JavaScript") && !text.contains("OpenAction") && !text.contains("/AA"));
}

#[test]
fn no_attachment_stops_a_packet() {
    let whole = letter();
    let mut bad: Vec<(String, Vec<u8>)> = vec![
        ("空.pdf".into(), vec![]),
        ("不是.pdf".into(), b"hello".to_vec()),
        ("头.pdf".into(), b"%PDF-1.7\n".to_vec()),
        ("半张.png".into(), samples::seal_png()[..40].to_vec()),
        ("半张.jpg".into(), vec![0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]),
    ];
    for part in 1..8 {
        bad.push((format!("截断{part}.pdf"), whole[..whole.len() * part / 8].to_vec()));
    }
    // Flipped bytes: merged or listed, never a stop; what is merged must be a whole PDF.
    for n in 0..12 {
        let mut flipped = whole.clone();
        let at = whole.len() * n / 12 + 7;
        flipped[at] ^= 0x20;
        bad.push((format!("翻转{n}.pdf"), flipped));
    }
    let files: Vec<(&str, Vec<u8>)> = bad.iter().map(|(n, b)| (n.as_str(), b.clone())).collect();
    let (bytes, bound) = set(&files);
    assert_eq!(papers::preview::page_count(&bytes).unwrap(), bound.pages);
    for p in &bound.placed[..12] {
        assert_eq!(p.pages, 0, "{}", files[p.document].0);
        assert!(!p.why.0.is_empty() && !p.why.1.is_empty());
    }
    // Locked with a password.
    let scratch = tempfile::tempdir().unwrap();
    let (plain, locked) = (scratch.path().join("a.pdf"), scratch.path().join("b.pdf"));
    std::fs::write(&plain, &whole).unwrap();
    let made = Command::new("qpdf").args(["--encrypt", "open", "own", "256", "--"]).arg(&plain).arg(&locked).status();
    if made.is_ok_and(|s| s.success()) {
        let (_, bound) = set(&[("加密.pdf", std::fs::read(&locked).unwrap())]);
        assert!(bound.placed[0].pages == 0 && bound.placed[0].why.0.contains("口令"), "{:?}", bound.placed);
    }
}

#[test]
fn it_can_be_stopped() {
    let files = [("实施方案.pdf", letter())];
    let mut read = |_: &PacketDocument| Ok(files[0].1.clone());
    let mut calls = 0;
    let mut stop = |done: u64, all: u64| {
        calls += 1;
        assert!(done <= all);
        calls < 2
    };
    let result = papers::packet::bind(&packet(&files), &fonts(), &mut read, &mut Vec::new(), &mut stop);
    assert!(matches!(result, Err(Error::Stopped)), "{result:?}");
}
