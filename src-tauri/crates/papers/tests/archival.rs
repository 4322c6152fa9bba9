//! What ISO 19005-2 (PDF/A-2b) asks of the objects of a file, clause by clause, over every kind of paper in every dress.
//!
//! Not a validator: `make check-pdf` runs one where it can be had. What is read off here are the clauses a change of the
//! writer would break silently.

#[allow(dead_code)] // the gallery and the other tests use the rest
#[path = "../examples/samples/mod.rs"]
mod samples;

use std::path::Path;

use papers::{Fonts, Imprint, Letterhead, Paper};
use written::{Dictionary, Document, Object};

fn every_paper(look: impl Fn(&str, &Document, &[u8])) {
    let fonts = Fonts::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../assets/fonts")).expect("run assets/fonts/fetch.sh first");
    let sealed = Letterhead { seal_png: Some(samples::seal_png()), signature_png: Some(samples::signature_png()), ..samples::letterhead() };
    let demo = Letterhead { demo: true, ..samples::letterhead() };
    let mut draft = samples::approval();
    draft.imprint = Imprint::default();
    let mut void = samples::approval();
    void.imprint.void = Some("成文日期有误".into());
    let dressed = [
        ("sealed", Paper::DecisionLetter(samples::approval()), &sealed),
        ("demo", Paper::DecisionLetter(samples::approval()), &demo),
        ("draft", Paper::DecisionLetter(draft), &sealed),
        ("void", Paper::DecisionLetter(void), &sealed),
    ];
    let plain = samples::letterhead();
    let all = samples::more::all().into_iter().map(|(name, paper)| (name, paper, &plain));
    for (name, paper, head) in all.chain(dressed) {
        let pdf = papers::set(&paper, head, None, &fonts).unwrap_or_else(|e| panic!("{name}: {e}"));
        look(name, &Document::load_mem(&pdf.bytes).unwrap(), &pdf.bytes);
    }
}

fn name<'a>(dict: &'a Dictionary, key: &[u8]) -> &'a [u8] {
    dict.get(key).and_then(Object::as_name).unwrap_or(b"")
}

fn dicts(doc: &Document) -> impl Iterator<Item = (&Object, &Dictionary)> {
    doc.objects.values().filter_map(|o| match o {
        Object::Stream(s) => Some((o, &s.dict)),
        Object::Dictionary(d) => Some((o, d)),
        _ => None,
    })
}

/// The dictionary behind a reference, or the one that stands there.
fn behind<'a>(doc: &'a Document, object: &'a Object) -> &'a Dictionary {
    match doc.dereference(object).expect("a reference leads somewhere").1 {
        Object::Stream(s) => &s.dict,
        Object::Dictionary(d) => d,
        other => panic!("no dictionary: {other:?}"),
    }
}

#[test]
fn clause_6_1_the_file_is_whole_by_itself() {
    every_paper(|paper, doc, bytes| {
        assert!(bytes.starts_with(b"%PDF-1.7\n%") && bytes[10..14].iter().all(|b| *b > 127), "{paper}: 6.1.2 header with a binary line");
        assert!(bytes.ends_with(b"%%EOF") || bytes.ends_with(b"%%EOF\n"), "{paper}: 6.1.3 nothing after the end");
        let ids = doc.trailer.get(b"ID").and_then(Object::as_array).unwrap();
        assert!(ids.len() == 2 && ids.iter().all(|i| i.as_str().unwrap().len() == 16), "{paper}: 6.1.3 identifiers");
        assert!(!doc.trailer.has(b"Encrypt"), "{paper}: 6.1.3 not encrypted");
        for (_, dict) in dicts(doc) {
            for outside in [&b"FFilter"[..], b"FDecodeParms", b"EF", b"RF", b"Alternates", b"OPI", b"Ref", b"AA", b"TR", b"HTP"] {
                assert!(!dict.has(outside), "{paper}: {} is forbidden", String::from_utf8_lossy(outside));
            }
            let filter = dict.get(b"Filter").map(|f| format!("{f:?}")).unwrap_or_default();
            assert!(!filter.contains("LZW") && !filter.contains("Crypt"), "{paper}: 6.1.7.2 {filter}");
            for (key, value) in dict.iter() {
                assert!(key.len() <= 127, "{paper}: 6.1.13 a name of {} bytes", key.len());
                assert!(value.as_str().map_or(0, <[u8]>::len) <= 32_767, "{paper}: 6.1.13 a string too long");
            }
        }
        let catalog = doc.catalog().unwrap();
        for absent in [&b"Perms"[..], b"AcroForm", b"OCProperties", b"Requirements", b"AA", b"OpenAction", b"Names"] {
            assert!(!catalog.has(absent), "{paper}: catalog has {}", String::from_utf8_lossy(absent));
        }
    });
}

#[test]
fn clause_6_2_colour_is_tied_to_the_intent() {
    every_paper(|paper, doc, _| {
        let intents = doc.catalog().unwrap().get(b"OutputIntents").and_then(Object::as_array).unwrap();
        assert_eq!(intents.len(), 1, "{paper}: one output intent");
        let intent = behind(doc, &intents[0]);
        assert_eq!(name(intent, b"S"), b"GTS_PDFA1", "{paper}: 6.2.3");
        let profile = doc.dereference(intent.get(b"DestOutputProfile").unwrap()).unwrap().1.as_stream().unwrap();
        let icc = profile.decompressed_content().unwrap_or_else(|_| profile.content.clone());
        assert!(&icc[36..40] == b"acsp" && &icc[16..20] == b"RGB " && icc[8] <= 4, "{paper}: 6.2.3 an RGB profile of ICC 2 or 4");
        assert_eq!(profile.dict.get(b"N").unwrap().as_i64().unwrap(), 3, "{paper}: 6.2.3 with three components");
        for page in doc.page_iter() {
            let content = doc.get_page_content(page);
            for operation in written::content::Content::decode(&content).unwrap().operations {
                let operator = operation.operator.as_str();
                assert!(!matches!(operator, "k" | "K" | "sh" | "BI" | "ri"), "{paper}: 6.2.4 operator {operator}");
            }
        }
        for (object, dict) in dicts(doc) {
            if name(dict, b"Subtype") == b"Image" {
                let space = name(dict, b"ColorSpace");
                assert!(space == b"DeviceRGB" || space == b"DeviceGray", "{paper}: 6.2.4.3 {object:?}");
                assert!(!dict.get(b"Interpolate").and_then(Object::as_bool).unwrap_or(false), "{paper}: 6.2.8.1");
            }
            assert_ne!(name(dict, b"Subtype"), b"PS", "{paper}: 6.2.9");
            if dict.has(b"BM") {
                assert_eq!(name(dict, b"BM"), b"Normal", "{paper}: 6.2.10");
            }
        }
    });
}

#[test]
fn clause_6_2_11_fonts_are_in_the_file_and_say_their_characters() {
    every_paper(|paper, doc, _| {
        let mut fonts = 0;
        for (_, dict) in dicts(doc).filter(|(_, d)| name(d, b"Type") == b"Font") {
            match name(dict, b"Subtype") {
                b"Type0" => {
                    fonts += 1;
                    assert_eq!(name(dict, b"Encoding"), b"Identity-H", "{paper}: 6.2.11.3.3");
                    let map = doc.dereference(dict.get(b"ToUnicode").unwrap()).unwrap().1.as_stream().unwrap();
                    let map = map.decompressed_content().unwrap_or_else(|_| map.content.clone());
                    let map = String::from_utf8(map).unwrap();
                    assert!(map.contains("beginbf"), "{paper}: 6.2.11.7 characters are named");
                    for none in ["<0000>\n", "<FEFF>\n", "<FFFE>\n"] {
                        let named = map
                            .lines()
                            .any(|l| l.starts_with('<') && format!("{l}\n").ends_with(&format!(" {none}")) && !l.starts_with("<0000>"));
                        assert!(!named, "{paper}: 6.2.11.7.2 a glyph stands for {none}");
                    }
                }
                b"CIDFontType0" | b"CIDFontType2" => {
                    let info = behind(doc, dict.get(b"CIDSystemInfo").unwrap());
                    assert!(info.has(b"Registry") && info.has(b"Ordering") && info.has(b"Supplement"), "{paper}: 6.2.11.3.1");
                    if name(dict, b"Subtype") == b"CIDFontType2" {
                        assert_eq!(name(dict, b"CIDToGIDMap"), b"Identity", "{paper}: 6.2.11.3.2");
                    }
                    let descriptor = behind(doc, dict.get(b"FontDescriptor").unwrap());
                    assert!(descriptor.has(b"FontFile2") || descriptor.has(b"FontFile3"), "{paper}: 6.2.11.4.1 embedded");
                    assert_eq!(name(dict, b"BaseFont"), name(descriptor, b"FontName"), "{paper}: one name");
                    assert!(dict.has(b"W"), "{paper}: 6.2.11.5 widths");
                }
                other => panic!("{paper}: a font of kind {}", String::from_utf8_lossy(other)),
            }
        }
        assert!(fonts > 0, "{paper} has text");
    });
}

#[test]
fn clauses_6_3_and_6_5_nothing_hidden_and_nothing_that_acts() {
    every_paper(|paper, doc, _| {
        for (_, dict) in dicts(doc) {
            let annotations = match dict.get(b"Annots").map(|a| doc.dereference(a)) {
                Ok(Ok((_, Object::Array(list)))) => list.clone(),
                _ => Vec::new(),
            };
            for annotation in &annotations {
                let annotation = behind(doc, annotation);
                assert_eq!(name(annotation, b"Subtype"), b"Link", "{paper}: 6.3.1");
                assert_eq!(annotation.get(b"F").and_then(Object::as_i64).unwrap(), 4, "{paper}: 6.3.2 printed, not hidden");
                if let Ok(action) = annotation.get(b"A") {
                    assert_eq!(name(behind(doc, action), b"S"), b"GoTo", "{paper}: 6.5.1, and nothing outside is referred to");
                }
            }
            if name(dict, b"Type") == b"Action" || dict.has(b"URI") || dict.has(b"JS") {
                assert_eq!(name(dict, b"S"), b"GoTo", "{paper}: 6.5.1");
            }
        }
    });
}

#[test]
fn clause_6_6_the_two_descriptions_agree() {
    every_paper(|paper, doc, _| {
        let metadata = doc.dereference(doc.catalog().unwrap().get(b"Metadata").unwrap()).unwrap().1.as_stream().unwrap();
        assert!(!metadata.dict.has(b"Filter"), "{paper}: 6.6.2.1 not compressed");
        let xmp = std::str::from_utf8(&metadata.content).expect("6.6.2.1 UTF-8");
        assert!(
            xmp.contains("<pdfaid:part>2</pdfaid:part>") && xmp.contains("<pdfaid:conformance>B</pdfaid:conformance>"),
            "{paper}: 6.6.4"
        );
        let info = behind(doc, doc.trailer.get(b"Info").unwrap());
        let text = |key: &[u8]| {
            let bytes = info.get(key).unwrap().as_str().unwrap();
            match bytes.strip_prefix(&[0xFE, 0xFF]) {
                Some(wide) => String::from_utf16(&wide.chunks(2).map(|c| u16::from_be_bytes([c[0], c[1]])).collect::<Vec<_>>()).unwrap(),
                None => String::from_utf8(bytes.to_vec()).unwrap(),
            }
        };
        for (key, tag) in [
            (&b"Title"[..], "rdf:li xml:lang=\"x-default\""),
            (b"Author", "rdf:li"),
            (b"Producer", "pdf:Producer"),
            (b"Creator", "xmp:CreatorTool"),
        ] {
            let said = text(key).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            assert!(xmp.contains(&format!("<{tag}>{said}</")), "{paper}: 6.6.3 {said} in {tag}");
        }
        if info.has(b"CreationDate") {
            let date = text(b"CreationDate");
            let stamp = format!("<xmp:CreateDate>{}-{}-{}T00:00:00+08:00</xmp:CreateDate>", &date[2..6], &date[6..8], &date[8..10]);
            assert!(xmp.contains(&stamp), "{paper}: 6.6.3 {date}");
        } else {
            assert!(!xmp.contains("CreateDate"), "{paper}: 6.6.3 no date in one and not in the other");
        }
    });
}
