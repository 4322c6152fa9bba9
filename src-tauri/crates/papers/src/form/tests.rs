//! The form set, filled in the ways in which viewers save, and read back; and files that are no filled forms.

#[path = "../../../../../tests/fuzz/mutate.rs"]
mod mutate;

use super::*;
use crate::packet::object;
use std::path::{Path, PathBuf};
use std::process::Command;
use written::{Dictionary, Document, Object, ObjectId, Stream};

fn fonts() -> Fonts {
    Fonts::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/fonts")).expect("run assets/fonts/fetch.sh first")
}

fn given() -> Form {
    let item = |no: u32, options: &[(&str, &str)]| FormItem {
        no,
        case: CaseRef {
            number: format!("JZU-AI-2026-000{no}"),
            activity: "面向基层医院的影像分诊模型研究".into(),
            leader: "陈思远".into(),
            unit: "医学院".into(),
        },
        kind: "初次审查".into(),
        dimensions: vec![
            PacketDimension {
                title: "人类福祉".into(),
                points: vec![
                    ("1.1".into(), "科学价值与社会价值".into()),
                    ("1.2".into(), "目标有益于福祉与可持续发展".into()),
                    ("1.3".into(), "风险与受益相称".into()),
                ],
            },
            PacketDimension {
                title: "可控可信".into(),
                points: vec![("3.1".into(), "开放环境、极端情况、干扰下的稳健".into()), ("3.4".into(), "应急预案".into())],
            },
        ],
        answers: ["符合", "基本符合", "不符合", "不适用"].map(String::from).to_vec(),
        options: options.iter().map(|(k, w)| ((*k).into(), (*w).into())).collect(),
        documents: vec!["研究方案.pdf（V1.2，2026年8月20日）".into(), "知情同意书.pdf".into()],
    };
    Form {
        committee: "江州大学人工智能科技伦理委员会".into(),
        occasion: "2026年第7次会议".into(),
        member: "赵启明".into(),
        role: "委员".into(),
        made: NaiveDate::from_ymd_opt(2026, 9, 1).unwrap(),
        reply: "请在2026年9月7日前交回意见。".into(),
        items: vec![item(1, &[("approve", "批准"), ("revise", "修改后再审"), ("reject", "不予批准")]), item(3, &[("approve", "批准")])],
        binding: "{\"form\":1,\"member\":\"赵\"}".into(),
        check: "0123456789abcdef".into(),
        demo: false,
    }
}

/// How a viewer saves what was filled in.
#[derive(Debug, Clone, Copy)]
enum Saved {
    /// The whole file anew.
    Whole,
    /// What changed, after the end of the old file.
    Appended,
    /// Objects packed into streams.
    Packed,
}

fn doc(bytes: &[u8]) -> Document {
    Document::load_mem(bytes).unwrap()
}

fn all_fields(doc: &Document) -> Vec<(ObjectId, String, bool)> {
    let name = |d: &Dictionary| d.get(b"T").and_then(Object::as_str).map(|s| String::from_utf8_lossy(s).into_owned());
    doc.objects
        .iter()
        .filter_map(|(id, o)| {
            let dict = o.as_dict().ok()?;
            Some((*id, name(dict).ok()?, dict.has(b"Kids")))
        })
        .collect()
}

/// Fills fields as viewers do: a text as UTF-16 when it must be, a choice as the name of its looks.
fn filled(bytes: &[u8], values: &[(&str, &str)], saved: Saved) -> Vec<u8> {
    let mut whole = doc(bytes);
    let mut changed: Vec<ObjectId> = Vec::new();
    for (name, value) in values {
        let (id, _, group) =
            all_fields(&whole).into_iter().find(|(_, n, _)| n == name).unwrap_or_else(|| panic!("the form has no field {name}"));
        let mut dict = whole.get_dictionary(id).unwrap().clone();
        changed.push(id);
        if group {
            dict.set("V", object::name(value));
            for kid in dict.get(b"Kids").unwrap().as_array().unwrap() {
                let kid = kid.as_reference().unwrap();
                let mut look = whole.get_dictionary(kid).unwrap().clone();
                let on = look.get(b"AP").unwrap().as_dict().unwrap().get(b"N").unwrap().as_dict().unwrap().has(value.as_bytes());
                look.set("AS", object::name(if on { value } else { "Off" }));
                whole.objects.insert(kid, Object::Dictionary(look));
                changed.push(kid);
            }
        } else if dict.get(b"FT").unwrap().as_name().unwrap() == b"Btn" {
            dict.set("V", object::name(value));
            dict.set("AS", object::name(value));
        } else {
            dict.set("V", object::text(value));
        }
        whole.objects.insert(id, Object::Dictionary(dict));
    }
    let mut out = Vec::new();
    match saved {
        Saved::Whole => whole.save_to(&mut out).unwrap(),
        Saved::Packed => whole.save_modern(&mut out).unwrap(),
        Saved::Appended => {
            out = bytes.to_vec();
            let before = String::from_utf8_lossy(bytes).rfind("startxref").unwrap();
            let start: u64 = String::from_utf8_lossy(&bytes[bytes.len() - 40..]).lines().rev().find_map(|l| l.trim().parse().ok()).unwrap();
            assert!(before > 0);
            let mut table = String::from("xref\n");
            for id in &changed {
                table.push_str(&format!("{} 1\n{:010} 00000 n \n", id.0, out.len()));
                out.extend(format!("{} 0 obj\n", id.0).into_bytes());
                object::write(&mut out, &whole.objects[id]);
                out.extend(b"\nendobj\n");
            }
            let at = out.len();
            let mut trailer = whole.trailer.clone();
            trailer.set("Prev", start as i64);
            out.extend(table.into_bytes());
            out.extend(b"trailer\n");
            object::write_dict(&mut out, &trailer);
            out.extend(format!("\nstartxref\n{at}\n%%EOF\n").into_bytes());
        }
    }
    out
}

fn checked(bytes: &[u8]) {
    let scratch = tempfile::tempdir().unwrap();
    let file = scratch.path().join("form.pdf");
    std::fs::write(&file, bytes).unwrap();
    if let Ok(out) = Command::new("qpdf").arg("--check").arg(&file).output() {
        assert!(out.status.success(), "qpdf says {}", String::from_utf8_lossy(&out.stdout));
    }
}

#[test]
fn an_empty_form_is_whole_the_same_twice_and_reads_back_empty() {
    let pdf = set(&given(), &fonts()).unwrap();
    assert_eq!(set(&given(), &fonts()).unwrap().bytes, pdf.bytes, "same data, same bytes");
    checked(&pdf.bytes);
    if let Ok(path) = std::env::var("LUNSHEN_FORM_TO") {
        std::fs::write(path, &pdf.bytes).unwrap(); // for trying it in a viewer
    }
    assert!(pdf.bytes.len() < 4 << 20, "{} bytes are too many for a form", pdf.bytes.len());
    let read = read(&pdf.bytes).unwrap();
    assert_eq!((read.binding, read.check), (given().binding, given().check));
    assert_eq!(read.fields.get(NAME).map(String::as_str), Some("赵启明"), "the name is filled in");
    let empty: Vec<&String> = read.fields.iter().filter(|(n, v)| n.as_str() != NAME && !v.is_empty()).map(|(n, _)| n).collect();
    assert!(empty.is_empty(), "{empty:?}");
    // Every question of every item is there.
    for item in 0..2 {
        for part in [Part::Conflict, Part::Opinion, Part::Whole, Part::Answer("3.4"), Part::Words("3.4"), Part::RemarkLetter(REMARKS - 1)] {
            assert!(read.fields.contains_key(&name_of(item, part)), "{item} {part:?}");
        }
    }
}

#[test]
fn every_widget_has_its_looks_and_stands_on_its_page() {
    let doc = doc(&set(&given(), &fonts()).unwrap().bytes);
    let mut seen = 0;
    for page in doc.page_iter() {
        let annots = doc.get_dictionary(page).unwrap().get(b"Annots").unwrap().as_array().unwrap();
        let mut rects: Vec<[f32; 4]> = Vec::new();
        for annot in annots {
            let dict = doc.get_dictionary(annot.as_reference().unwrap()).unwrap();
            assert_eq!(dict.get(b"P").unwrap().as_reference().unwrap(), page);
            assert!(dict.has(b"AP"), "{dict:?}");
            let rect: Vec<f32> = dict.get(b"Rect").unwrap().as_array().unwrap().iter().map(|n| n.as_float().unwrap()).collect();
            let rect: [f32; 4] = rect.try_into().unwrap();
            if dict.get(b"F").unwrap().as_i64().unwrap() & 2 != 0 {
                continue; // hidden
            }
            assert!(rect[0] > 30.0 && rect[2] < 565.0 && rect[1] > 30.0 && rect[3] < 815.0, "{rect:?} is off the page");
            assert!(rect[2] - rect[0] > 8.0 && rect[3] - rect[1] > 8.0, "{rect:?} is too small to hit");
            let over = |o: &&[f32; 4]| o[0] < rect[2] && rect[0] < o[2] && o[1] < rect[3] && rect[1] < o[3];
            assert!(rects.iter().find(over).is_none(), "{rect:?} lies over another");
            rects.push(rect);
            seen += 1;
        }
    }
    assert_eq!(seen, 2 * (2 + 1 + 5 * 5 + 4 * REMARKS + 1) + 2 + 3 + 1, "two items, name and day");
}

#[test]
fn what_is_typed_comes_back_however_it_was_saved() {
    let pdf = set(&given(), &fonts()).unwrap();
    let long = "数据来源不明，请补充授权文件。\n第二行：䶮（生僻字）与 ASCII (括号\\反斜线)。";
    let values = [
        ("day", "2026-09-07"),
        ("item1_conflict", "none"),
        ("item1_answer_1-1", "3"),
        ("item1_words_1-1", "见第12页"),
        ("item1_opinion", "revise"),
        ("item1_remark2_words", long),
        ("item1_remark2_document", "2"),
        ("item1_remark2_page", "12"),
        ("item1_remark2_letter", "1"),
        ("item2_conflict", "declared"),
        ("item2_conflict_words", "Co-author ½ · naïve"),
    ];
    for saved in [Saved::Whole, Saved::Appended, Saved::Packed] {
        let bytes = filled(&pdf.bytes, &values, saved);
        checked(&bytes);
        let read = read(&bytes).unwrap_or_else(|e| panic!("{saved:?}: {e:?}"));
        for (name, value) in &values {
            assert_eq!(read.fields[*name], *value, "{saved:?} {name}");
        }
        assert_eq!(read.fields["item1_answer_1-2"], "", "{saved:?}");
        assert_eq!(read.check, given().check, "{saved:?}");
    }
}

#[test]
fn texts_come_in_every_encoding_a_pdf_knows() {
    let pdf = set(&given(), &fonts()).unwrap();
    let mut whole = doc(&pdf.bytes);
    let wide =
        |s: &str, unit: fn(u16) -> [u8; 2], head: [u8; 2]| [&head[..], &s.encode_utf16().flat_map(unit).collect::<Vec<u8>>()].concat();
    let bytes = |b: Vec<u8>| Object::String(b, written::StringFormat::Literal);
    let stream = whole.add_object(Stream::new(Dictionary::new(), wide("流", u16::to_be_bytes, [0xfe, 0xff])));
    let cases: [(&str, Object, &str); 7] = [
        ("item1_whole", bytes(wide("大端\r\n行", u16::to_be_bytes, [0xfe, 0xff])), "大端\n行"),
        ("item1_words_1-1", bytes(wide("小端", u16::to_le_bytes, [0xff, 0xfe])), "小端"),
        ("item1_words_1-2", bytes([&[0xef, 0xbb, 0xbf], "八位".as_bytes()].concat()), "八位"),
        ("item1_words_1-3", bytes(vec![0x8d, b'a', 0x8e, 0xa0, 0x80, 0xe9]), "“a”€•é"),
        ("item1_words_3-1", Object::Reference(stream), "流"),
        ("item1_words_3-4", bytes(wide("残\u{0}", u16::to_be_bytes, [0xfe, 0xff])[..5].to_vec()), "残"),
        ("item2_whole", Object::Name("名".as_bytes().to_vec()), "名"),
    ];
    for (name, value, _) in &cases {
        let (id, ..) = all_fields(&whole).into_iter().find(|(_, n, _)| n == name).unwrap();
        whole.get_object_mut(id).and_then(Object::as_dict_mut).unwrap().set("V", value.clone());
    }
    // A group of which only the box was turned.
    let (group, ..) = all_fields(&whole).into_iter().find(|(_, n, _)| n == "item1_opinion").unwrap();
    let kid = whole.get_dictionary(group).unwrap().get(b"Kids").unwrap().as_array().unwrap()[1].as_reference().unwrap();
    whole.get_object_mut(kid).and_then(Object::as_dict_mut).unwrap().set("AS", object::name("revise"));
    let mut out = Vec::new();
    whole.save_to(&mut out).unwrap();
    let read = read(&out).unwrap();
    for (name, _, want) in &cases {
        assert_eq!(read.fields[*name], *want, "{name}");
    }
    assert_eq!(read.fields["item1_opinion"], "revise");
}

#[test]
fn what_is_no_filled_form_says_which_way() {
    let pdf = set(&given(), &fonts()).unwrap();
    let cut = |change: &dyn Fn(&mut Document)| {
        let mut whole = doc(&pdf.bytes);
        change(&mut whole);
        let mut out = Vec::new();
        whole.save_to(&mut out).unwrap();
        read(&out).unwrap_err()
    };
    let flattened = cut(&|d| {
        d.catalog_mut().unwrap().remove(b"AcroForm");
    });
    assert_eq!(flattened, Unread::NoFields);
    let foreign = cut(&|d| {
        let (id, ..) = all_fields(d).into_iter().find(|(_, n, _)| n == BINDING).unwrap();
        d.get_object_mut(id).and_then(Object::as_dict_mut).unwrap().set("T", object::text("other"));
    });
    assert_eq!(foreign, Unread::Foreign);
    let long = cut(&|d| {
        let (id, ..) = all_fields(d).into_iter().find(|(_, n, _)| n == "item1_whole").unwrap();
        d.get_object_mut(id).and_then(Object::as_dict_mut).unwrap().set("V", object::text(&"长".repeat(LONGEST + 1)));
    });
    assert_eq!(long, Unread::TooLong("item1_whole".into()));
    assert_eq!(read(b"%PDF-1.7\nnot one"), Err(Unread::Damaged));
    assert_eq!(read(&pdf.bytes[..pdf.bytes.len() / 2]), Err(Unread::Damaged));
    assert_eq!(read(&vec![0; LARGEST as usize + 1]), Err(Unread::TooLarge));
    let scratch = tempfile::tempdir().unwrap();
    let (plain, locked) = (scratch.path().join("a.pdf"), scratch.path().join("b.pdf"));
    std::fs::write(&plain, &pdf.bytes).unwrap();
    let made = Command::new("qpdf").args(["--encrypt", "open", "own", "256", "--"]).arg(&plain).arg(&locked).status();
    if made.is_ok_and(|s| s.success()) {
        assert_eq!(read(&std::fs::read(&locked).unwrap()), Err(Unread::Locked));
    }
}

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/form")
}

/// A form small enough that a changed byte often matters: the fields without pages, looks and font.
fn small() -> Vec<u8> {
    let mut doc = Document::with_version("1.7");
    let field = |pairs: Vec<(&str, Object)>| pairs.into_iter().collect::<Dictionary>();
    let tx = |name: &str, value: Object| field(vec![("FT", object::name("Tx")), ("T", object::text(name)), ("V", value)]);
    let mut fields: Vec<Object> = vec![
        doc.add_object(tx(BINDING, object::text("{\"form\":1}"))).into(),
        doc.add_object(tx(CHECK, object::text("0123456789abcdef"))).into(),
        doc.add_object(tx("item1_whole", object::text("数据来源不明"))).into(),
        doc.add_object(tx("item1_words_1-1", Object::string_literal(vec![0x8d, b'x', 0x8e]))).into(),
    ];
    let parent = doc.new_object_id();
    let kid = field(vec![("Parent", parent.into()), ("AS", object::name("3"))]);
    let kid = doc.add_object(kid);
    doc.objects
        .insert(parent, field(vec![("FT", object::name("Btn")), ("T", object::text("item1")), ("Kids", vec![kid.into()].into())]).into());
    fields.push(parent.into());
    let acro = doc.add_object(field(vec![("Fields", fields.into())]));
    let pages = doc.add_object(field(vec![("Type", object::name("Pages")), ("Kids", Object::Array(vec![])), ("Count", 0.into())]));
    let root = doc.add_object(field(vec![("Type", object::name("Catalog")), ("Pages", pages.into()), ("AcroForm", acro.into())]));
    doc.trailer.set("Root", root);
    let mut out = Vec::new();
    doc.save_to(&mut out).unwrap();
    out
}

#[test]
fn hostile_forms() {
    let (count, seen) = mutate::fuzz(&corpus(), |bytes| match read(bytes) {
        Ok(filled) => {
            assert!(filled.fields.values().all(|v| v.chars().count() <= LONGEST));
            "taken".into()
        }
        Err(Unread::TooLong(_)) => "too long".into(),
        Err(why) => format!("{why:?}"),
    });
    assert!(count > 20 && seen.len() > 3 && seen.contains("taken"), "{count} inputs, {seen:?}");
}

/// Writes the seeds of the corpus anew: `cargo test -p papers seeds -- --ignored`.
#[test]
#[ignore = "writes into the corpus"]
fn seeds_of_the_corpus() {
    std::fs::create_dir_all(corpus()).unwrap();
    let plain = small();
    let appended = filled(&plain, &[("item1_whole", "改过的意见")], Saved::Appended);
    let mut packed = Vec::new();
    doc(&plain).save_modern(&mut packed).unwrap();
    // A field among its own children.
    let mut ring = doc(&plain);
    let (id, ..) = all_fields(&ring).into_iter().find(|(_, n, _)| n == "item1").unwrap();
    ring.get_object_mut(id).and_then(Object::as_dict_mut).unwrap().set("Kids", vec![Object::Reference(id)]);
    let mut circle = Vec::new();
    ring.save_to(&mut circle).unwrap();
    for (name, bytes) in [("plain", plain), ("appended", appended), ("packed", packed), ("circle", circle)] {
        std::fs::write(corpus().join(name), bytes).unwrap();
    }
}
