//! Attachments to time a packet with: `many_pages FOLDER FILES PAGES KB` writes PDFs of so many pages with so many kilobytes
//! of picture on each, half of them with packed objects. `packet` binds them, `tests/bench/packet.py` takes time and memory.

use std::fs;
use std::path::Path;
use written::{Dictionary, Document, Object, Stream};

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [folder, files, pages, kb] = args.as_slice() else { panic!("many_pages FOLDER FILES PAGES KB") };
    let number = |s: &String| s.parse::<usize>().expect("a number");
    make(Path::new(folder), number(files), number(pages), number(kb));
}

/// Bytes that do not pack, as those of a photograph, always the same.
fn noise(seed: u64, len: usize) -> Vec<u8> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut out = Vec::with_capacity(len + 8);
    while out.len() < len {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        out.extend_from_slice(&state.to_le_bytes());
    }
    out.truncate(len);
    out
}

fn make(folder: &Path, files: usize, pages: usize, kb: usize) {
    fs::create_dir_all(folder).expect("a folder");
    for n in 0..files {
        let mut doc = Document::with_version("1.7");
        let tree = doc.new_object_id();
        let mut font = Dictionary::new();
        for (key, value) in [("Type", "Font"), ("Subtype", "Type1"), ("BaseFont", "Times-Roman")] {
            font.set(key, Object::Name(value.into()));
        }
        let font = doc.add_object(font);
        let mut kids: Vec<Object> = Vec::new();
        for p in 0..pages {
            let side = 256i64;
            let mut image = Dictionary::new();
            image.set("Type", Object::Name("XObject".into()));
            image.set("Subtype", Object::Name("Image".into()));
            image.set("Width", side);
            image.set("Height", (kb as i64 * 1024) / side);
            image.set("ColorSpace", Object::Name("DeviceGray".into()));
            image.set("BitsPerComponent", 8);
            let pixels = noise((n * pages + p) as u64 + 1, kb * 1024);
            let image = doc.add_object(Stream::new(image, pixels).with_compression(false));
            let lines: String = (0..40).map(|l| format!("1 0 0 1 72 {} Tm (File {n} page {p} line {l}) Tj\n", 760 - l * 16)).collect();
            let content = format!("q 200 0 0 200 300 72 cm /Im Do Q BT /F 11 Tf {lines} ET");
            let mut content = Stream::new(Dictionary::new(), content.into_bytes());
            content.compress().expect("packed");
            let content = doc.add_object(content);
            let mut page = Dictionary::new();
            page.set("Type", Object::Name("Page".into()));
            page.set("Parent", tree);
            page.set("MediaBox", vec![0.into(), 0.into(), 595.into(), 842.into()]);
            page.set("Contents", content);
            let mut resources = Dictionary::new();
            resources.set("Font", Dictionary::from_iter([("F", Object::Reference(font))]));
            resources.set("XObject", Dictionary::from_iter([("Im", Object::Reference(image))]));
            page.set("Resources", resources);
            kids.push(doc.add_object(page).into());
        }
        let mut pages_dict = Dictionary::new();
        pages_dict.set("Type", Object::Name("Pages".into()));
        pages_dict.set("Count", kids.len() as i64);
        pages_dict.set("Kids", kids);
        doc.objects.insert(tree, Object::Dictionary(pages_dict));
        let root = doc.add_object(Dictionary::from_iter([("Type", Object::Name("Catalog".into())), ("Pages", Object::Reference(tree))]));
        doc.trailer.set("Root", root);
        let mut bytes = Vec::new();
        let saved = if n % 2 == 0 { doc.save_to(&mut bytes) } else { doc.save_modern(&mut bytes) };
        saved.expect("written");
        fs::write(folder.join(format!("{:02}.pdf", n + 1)), bytes).expect("on the disk");
    }
}
