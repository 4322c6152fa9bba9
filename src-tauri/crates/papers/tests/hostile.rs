//! Pages that strangers made: whatever stands in the file, drawing it gives a picture or a sentence, and the next file is
//! drawn as if nothing had been.

#[path = "../../../../tests/fuzz/mutate.rs"]
mod mutate;

use papers::preview::Leaves;
use std::path::{Path, PathBuf};
use written::{Dictionary, Document, Object, Stream};

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/page")
}

/// Draws the first page and reads its words, as the screen does.
fn drawn(bytes: &[u8]) -> String {
    let outcome = Leaves::open(bytes.to_vec()).and_then(|leaves| {
        leaves.letters(0)?;
        leaves.png(0, 36.0)
    });
    match outcome {
        Ok(png) => {
            assert!(png.starts_with(b"\x89PNG"));
            "drawn".into()
        }
        Err(papers::Error::Broken) => "broken".into(),
        Err(e) => {
            let said = e.to_string();
            assert!(said.contains(" / "), "both languages: {said}");
            "refused".into()
        }
    }
}

#[test]
fn every_page_is_a_picture_or_a_sentence() {
    let hook = std::panic::take_hook();
    // What is caught need not fill the screen.
    std::panic::set_hook(Box::new(move |panic| {
        if !papers::guard::inside() {
            hook(panic);
        }
    }));
    let (count, seen) = mutate::fuzz(&corpus(), drawn);
    assert!(count > 20 && seen.contains("drawn") && seen.contains("refused"), "{count} inputs, {seen:?}");
}

/// One page with this content and these things to draw with.
fn page(content: &str, resources: Vec<(&str, Object)>, more: impl FnOnce(&mut Document) -> Vec<(&'static str, Object)>) -> Vec<u8> {
    let mut doc = Document::with_version("1.7");
    let name = |s: &str| Object::Name(s.as_bytes().to_vec());
    let mut resources: Dictionary = resources.into_iter().collect();
    for (key, value) in more(&mut doc) {
        resources.set(key, value);
    }
    let content = doc.add_object(Stream::new(Dictionary::new(), content.as_bytes().to_vec()));
    let tree = doc.new_object_id();
    let mut page = Dictionary::new();
    page.set("Type", name("Page"));
    page.set("Parent", tree);
    page.set("MediaBox", vec![0.into(), 0.into(), 200.into(), 200.into()]);
    page.set("Resources", resources);
    page.set("Contents", content);
    let page = doc.add_object(page);
    let pages = [("Type", name("Pages")), ("Count", 1.into()), ("Kids", Object::Array(vec![page.into()]))];
    doc.objects.insert(tree, Object::Dictionary(pages.into_iter().collect()));
    let root = doc.add_object(Dictionary::from_iter([("Type", name("Catalog")), ("Pages", Object::Reference(tree))]));
    doc.trailer.set("Root", root);
    let mut out = Vec::new();
    doc.save_to(&mut out).unwrap();
    out
}

fn picture(doc: &mut Document, filter: &str, parms: Dictionary, data: &[u8]) -> Object {
    let mut image = Dictionary::new();
    for (key, value) in [("Type", "XObject"), ("Subtype", "Image"), ("Filter", filter), ("ColorSpace", "DeviceGray")] {
        image.set(key, Object::Name(value.as_bytes().to_vec()));
    }
    image.set("Width", 16);
    image.set("Height", 16);
    image.set("BitsPerComponent", if filter == "CCITTFaxDecode" || filter == "JBIG2Decode" { 1 } else { 8 });
    image.set("DecodeParms", parms);
    let image = doc.add_object(Stream::new(image, data.to_vec()).with_compression(false));
    Object::Dictionary(Dictionary::from_iter([("Im", Object::Reference(image))]))
}

/// Writes the seeds of the corpus anew: `cargo test -p papers --test hostile -- --ignored`.
#[test]
#[ignore = "writes into the corpus"]
fn seeds_of_the_corpus() {
    let put = |name: &str, bytes: Vec<u8>| {
        std::fs::create_dir_all(corpus()).unwrap();
        std::fs::write(corpus().join(name), bytes).unwrap();
    };
    let numbers = |list: &[i64]| Object::Array(list.iter().map(|n| (*n).into()).collect());
    let lines =
        "q 1 0 0 1 10 10 cm 0.5 g 0 0 100 80 re f Q 2 w [3 1] 0 d 10 10 m 50 90 150 90 190 10 c S BT /F 12 Tf 20 150 Td (Words) Tj ET";
    put(
        "lines",
        page(lines, vec![], |doc| {
            let font = [("Type", "Font"), ("Subtype", "Type1"), ("BaseFont", "Helvetica")];
            let font: Dictionary = font.into_iter().map(|(k, v)| (k, Object::Name(v.as_bytes().to_vec()))).collect();
            let font = doc.add_object(font);
            vec![("Font", Object::Dictionary(Dictionary::from_iter([("F", Object::Reference(font))])))]
        }),
    );
    put(
        "shading",
        page("/Pattern cs /P scn 0 0 200 200 re f /S sh", vec![], |doc| {
            let mut function = Dictionary::new();
            function.set("FunctionType", 4);
            function.set("Domain", numbers(&[0, 1]));
            function.set("Range", numbers(&[0, 1, 0, 1, 0, 1]));
            let function = doc.add_object(Stream::new(function, b"{dup 0.5 gt {1 exch sub} {2 mul} ifelse dup dup 3 1 roll}".to_vec()));
            let mut shading = Dictionary::new();
            shading.set("ShadingType", 3);
            shading.set("ColorSpace", Object::Name(b"DeviceRGB".to_vec()));
            shading.set("Coords", numbers(&[100, 100, 0, 100, 100, 90]));
            shading.set("Function", function);
            let shading = doc.add_object(shading);
            let mut pattern = Dictionary::new();
            pattern.set("PatternType", 2);
            pattern.set("Shading", shading);
            let pattern = doc.add_object(pattern);
            let one = |key: &str, id| Object::Dictionary(Dictionary::from_iter([(key, Object::Reference(id))]));
            vec![("Shading", one("S", shading)), ("Pattern", one("P", pattern))]
        }),
    );
    let bits: Vec<u8> = (0..96u8).map(|b| b.wrapping_mul(37) ^ 0x5a).collect();
    let parms = |pairs: &[(&str, i64)]| pairs.iter().map(|(k, v)| (*k, Object::Integer(*v))).collect::<Dictionary>();
    for (name, filter, parms) in [
        ("fax", "CCITTFaxDecode", parms(&[("K", -1), ("Columns", 16), ("Rows", 16)])),
        ("fax2d", "CCITTFaxDecode", parms(&[("K", 4), ("Columns", 16)])),
        ("lzw", "LZWDecode", parms(&[("EarlyChange", 1), ("Predictor", 12), ("Columns", 16), ("Colors", 1)])),
        ("runs", "RunLengthDecode", parms(&[])),
        ("jbig2", "JBIG2Decode", parms(&[])),
        ("jpx", "JPXDecode", parms(&[])),
        ("dct", "DCTDecode", parms(&[])),
    ] {
        // What each decoder wants to see first, so that it goes on to the rest.
        let head: &[u8] = match filter {
            "JPXDecode" => b"\xff\x4f\xff\x51\x00\x29\x00\x00\x00\x00\x00\x10\x00\x00\x00\x10\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x10\x00\x00\x00\x10\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01\x07\x01\x01\xff\x52\x00\x0c\x00\x00\x00\x01\x00\x01\x04\x04\x00\x01\xff\x5c\x00\x07\x40\x40\x48\x48\x50",
            "JBIG2Decode" => b"\x00\x00\x00\x00\x30\x00\x01\x00\x00\x00\x13\x00\x00\x00\x10\x00\x00\x00\x10\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01\x26\x00\x01\x00\x00\x00\x30\x00\x00\x00\x10\x00\x00\x00\x10\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x03\xff\xfd\xff\x02\xfe\xfe\xfe",
            "DCTDecode" => b"\xff\xd8\xff\xc0\x00\x0b\x08\x00\x10\x00\x10\x01\x01\x11\x00\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00",
            _ => b"",
        };
        let data = [head, bits.as_slice()].concat();
        put(name, page("q 180 0 0 180 10 10 cm /Im Do Q", vec![], |doc| vec![("XObject", picture(doc, filter, parms, &data))]));
    }
}
