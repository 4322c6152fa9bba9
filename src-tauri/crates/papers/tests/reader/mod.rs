//! A reader of our own PDFs for the tests: content streams and ToUnicode tables, nothing else. Independent of the writer,
//! so that what the tests read is what any viewer would find.

use std::collections::HashMap;

use written::{Document, Object};

/// The text of each page in the order of its content stream, one line for each text matrix.
pub fn pages(pdf: &[u8]) -> Vec<String> {
    let doc = Document::load_mem(pdf).expect("the file must open");
    let mut out = Vec::new();
    for (_, page) in doc.get_pages() {
        let fonts = doc.get_page_fonts(page).expect("fonts of a page");
        let maps: HashMap<Vec<u8>, HashMap<u16, String>> = fonts
            .iter()
            .map(|(name, font)| {
                let stream = doc.get_object(font.get(b"ToUnicode").unwrap().as_reference().unwrap()).unwrap().as_stream().unwrap();
                let bytes = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
                (name.clone(), to_unicode(&String::from_utf8_lossy(&bytes)))
            })
            .collect();
        let content = doc.get_and_decode_page_content(page).expect("content of a page");
        let mut font: Vec<u8> = Vec::new();
        let mut text = String::new();
        for op in content.operations {
            match op.operator.as_str() {
                "Tf" => font = op.operands[0].as_name().unwrap().to_vec(),
                "Tm" => text.push('\n'),
                "TJ" => {
                    for item in op.operands[0].as_array().unwrap() {
                        if let Object::String(bytes, _) = item {
                            for code in bytes.chunks_exact(2) {
                                let code = u16::from_be_bytes([code[0], code[1]]);
                                text.push_str(maps[&font].get(&code).unwrap_or_else(|| panic!("code {code} has no character")));
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        out.push(text);
    }
    out
}

/// Everything, without line ends.
pub fn joined(pdf: &[u8]) -> String {
    pages(pdf).concat().replace('\n', "")
}

fn to_unicode(cmap: &str) -> HashMap<u16, String> {
    let hex = |s: &str| -> Vec<u16> {
        let s: String = s.chars().filter(char::is_ascii_hexdigit).collect();
        s.as_bytes().chunks(4).map(|c| u16::from_str_radix(std::str::from_utf8(c).unwrap(), 16).unwrap()).collect()
    };
    let mut map = HashMap::new();
    let mut mode = "";
    for line in cmap.lines() {
        let line = line.trim();
        match line {
            l if l.ends_with("beginbfchar") => mode = "char",
            l if l.ends_with("beginbfrange") => mode = "range",
            l if l.starts_with("endbf") => mode = "",
            _ => {
                let parts: Vec<&str> =
                    line.split(['<', '>']).filter(|p| !p.trim().is_empty() && p.trim() != "[" && p.trim() != "]").collect();
                match (mode, parts.as_slice()) {
                    ("char", [code, text]) => {
                        map.insert(hex(code)[0], String::from_utf16(&hex(text)).unwrap());
                    }
                    ("range", [from, to, text]) => {
                        let mut units = hex(text);
                        for code in hex(from)[0]..=hex(to)[0] {
                            map.insert(code, String::from_utf16(&units).unwrap());
                            *units.last_mut().unwrap() += 1;
                        }
                    }
                    _ => {}
                }
            }
        }
    }
    map
}
