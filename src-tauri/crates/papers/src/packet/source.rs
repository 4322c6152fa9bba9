//! One attachment: a PDF with its pages, a picture that becomes a page, or something that is only listed, with the reason.

use super::object::{deflate, name};
use crate::guard::guarded;
use written::{Dictionary, Document, LoadOptions, Object, ObjectId, Stream};

/// A stream of an attachment's structure may not unpack to more than this.
const MOST_UNPACKED: usize = 256 << 20;
/// More pages are a mistake or an attack.
const MOST_PAGES: usize = 20_000;
/// A picture with more pixels is listed: it would need more memory than a packet may.
const MOST_PIXELS: u64 = 36_000_000;

pub(super) enum Source {
    Pdf { doc: Box<Document>, pages: Vec<ObjectId> },
    Picture(Picture),
    Listed { kind: &'static str, why: (String, String) },
}

/// An image as a PDF wants it.
pub(super) struct Picture {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) stream: Stream,
    /// Quarter turns clockwise by which the camera says it is to be shown.
    pub(super) turns: u32,
}

impl Source {
    pub(super) fn listed(kind: &'static str, why: (String, String)) -> Source {
        Source::Listed { kind, why }
    }

    pub(super) fn pages(&self) -> u32 {
        match self {
            Source::Pdf { pages, .. } => pages.len() as u32,
            Source::Picture(_) => 1,
            Source::Listed { .. } => 0,
        }
    }

    pub(super) fn kind(&self) -> &'static str {
        match self {
            Source::Pdf { .. } => "pdf",
            Source::Picture(_) => "image",
            Source::Listed { kind, .. } => kind,
        }
    }

    pub(super) fn why(&self) -> (String, String) {
        match self {
            Source::Listed { why, .. } => why.clone(),
            _ => Default::default(),
        }
    }

    /// By what is in it, not by its name: a PDF may be called anything. A file that breaks the parser is listed.
    pub(super) fn open(file: &str, bytes: &[u8]) -> Source {
        let broken = || ("文件损坏，读到一半停下了".to_string(), "damaged; reading stopped half-way".to_string());
        guarded(|| Ok(Source::taken_apart(file, bytes))).unwrap_or_else(|_| Source::listed("pdf", broken()))
    }

    fn taken_apart(file: &str, bytes: &[u8]) -> Source {
        let said = |zh: &str, en: &str| (zh.to_string(), en.to_string());
        let head = &bytes[..bytes.len().min(1024)];
        if head.windows(5).any(|w| w == b"%PDF-") {
            return pdf(bytes).unwrap_or_else(|why| Source::listed("pdf", why));
        }
        if bytes.starts_with(&[0x89, b'P', b'N', b'G']) {
            let damaged = |e: String| Source::listed("image", (format!("图片损坏：{e}"), format!("damaged picture: {e}")));
            return png(bytes).map_or_else(damaged, Source::Picture);
        }
        if bytes.starts_with(&[0xff, 0xd8]) {
            return match jpeg(bytes) {
                Some(picture) => Source::Picture(picture),
                None => Source::listed("image", said("图片损坏或不完整", "damaged or incomplete picture")),
            };
        }
        let ending = file.rsplit_once('.').map(|(_, e)| e.to_lowercase()).unwrap_or_default();
        if ending == "pdf" {
            return Source::listed("pdf", said("不是PDF，或文件头损坏", "not a PDF, or its head is damaged"));
        }
        let why = if ending.is_empty() {
            said("不能并入PDF的格式，只列名", "a format that cannot be merged; listed only")
        } else {
            (format!("{ending}格式不能并入PDF，只列名"), format!("{ending} cannot be merged; listed only"))
        };
        Source::listed("other", why)
    }
}

fn pdf(bytes: &[u8]) -> Result<Source, (String, String)> {
    let said = |zh: &str, en: &str| (zh.to_string(), en.to_string());
    let locked = || said("设有打开口令，请申请人另交不加密的文件", "locked with a password; ask for a file without one");
    let damaged = |zh: &str, en: &str| (format!("PDF损坏：{zh}"), format!("damaged PDF: {en}"));
    if !crate::guard::sane(bytes) {
        return Err(damaged("里面有一个大得不合理的数", "a number in it is larger than can be meant"));
    }
    let options = LoadOptions { max_decompressed_size: Some(MOST_UNPACKED), ..LoadOptions::default() };
    let doc = match Document::load_mem_with_options(bytes, options) {
        Ok(doc) => doc,
        Err(written::Error::InvalidPassword | written::Error::Decryption(_)) => return Err(locked()),
        Err(_) if bytes.windows(8).any(|w| w == b"/Encrypt") => return Err(locked()),
        Err(_) => return Err(damaged("结构读不出", "its structure cannot be read")),
    };
    if doc.is_encrypted() {
        return Err(locked());
    }
    let pages: Vec<ObjectId> = doc.page_iter().take(MOST_PAGES + 1).collect();
    match pages.len() {
        0 => return Err(damaged("里面没有一页", "there is no page in it")),
        n if n > MOST_PAGES => return Err(damaged("页数过多", "too many pages")),
        _ => {}
    }
    // A page whose content was lost would be a white page that nobody notices.
    for (i, page) in pages.iter().enumerate() {
        let there = |object: &Object| match object {
            Object::Reference(id) => doc.objects.contains_key(id),
            _ => true,
        };
        let whole = match doc.get_dictionary(*page).ok().and_then(|d| d.get(b"Contents").ok()) {
            Some(Object::Array(parts)) => parts.iter().all(there),
            Some(one) => there(one),
            None => true,
        };
        if !whole {
            return Err(damaged(&format!("第{}页的内容缺失", i + 1), &format!("the content of page {} is lost", i + 1)));
        }
    }
    Ok(Source::Pdf { doc: Box::new(doc), pages })
}

fn image(width: u32, height: u32, space: &str, filter: &str, data: Vec<u8>) -> Stream {
    let mut dict = Dictionary::new();
    dict.set("Type", name("XObject"));
    dict.set("Subtype", name("Image"));
    dict.set("Width", i64::from(width));
    dict.set("Height", i64::from(height));
    dict.set("ColorSpace", name(space));
    dict.set("BitsPerComponent", 8);
    dict.set("Filter", name(filter));
    Stream::new(dict, data).with_compression(false)
}

/// Transparent parts become white paper.
fn png(bytes: &[u8]) -> Result<Picture, String> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().map_err(|e| e.to_string())?;
    let (width, height) = (reader.info().width, reader.info().height);
    if width == 0 || height == 0 || u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(format!("{width}×{height}像素 / pixels"));
    }
    let size = reader.output_buffer_size().ok_or("too large")?;
    let mut raw = vec![0; size];
    let frame = reader.next_frame(&mut raw).map_err(|e| e.to_string())?;
    raw.truncate(frame.buffer_size());
    let over = |c: u8, a: u8| (u32::from(c) * u32::from(a) / 255 + 255 - u32::from(a)) as u8;
    let (space, pixels) = match frame.color_type {
        png::ColorType::Rgb => ("DeviceRGB", raw),
        png::ColorType::Grayscale => ("DeviceGray", raw),
        png::ColorType::GrayscaleAlpha => ("DeviceGray", raw.chunks_exact(2).map(|p| over(p[0], p[1])).collect()),
        png::ColorType::Rgba => {
            // In place: a second copy of a large scan would be too much.
            let mut at = 0;
            for i in (0..raw.len()).step_by(4) {
                let (r, g, b, a) = (raw[i], raw[i + 1], raw[i + 2], raw[i + 3]);
                raw[at..at + 3].copy_from_slice(&[over(r, a), over(g, a), over(b, a)]);
                at += 3;
            }
            raw.truncate(at);
            ("DeviceRGB", raw)
        }
        png::ColorType::Indexed => return Err("palette".into()),
    };
    let data = deflate(&pixels).map_err(|e| e.to_string())?;
    Ok(Picture { width, height, stream: image(width, height, space, "FlateDecode", data), turns: 0 })
}

/// A JPEG goes in as it is; only its head is read.
fn jpeg(bytes: &[u8]) -> Option<Picture> {
    // Cut off in the middle: what is missing would be a grey bar that looks like content.
    bytes[bytes.len().saturating_sub(4096)..].windows(2).rfind(|w| *w == [0xff, 0xd9])?;
    let (mut at, mut turns, mut adobe) = (2, 0, false);
    loop {
        while *bytes.get(at)? != 0xff {
            at += 1;
        }
        while *bytes.get(at)? == 0xff {
            at += 1;
        }
        let marker = bytes[at];
        at += 1;
        if matches!(marker, 0x01 | 0xd0..=0xd8) {
            continue;
        }
        let len = usize::from(u16::from_be_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]));
        let body = bytes.get(at + 2..at + len)?;
        match marker {
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                let (&depth, &parts) = (body.first()?, body.get(5)?);
                let height = u32::from(u16::from_be_bytes([body[1], body[2]]));
                let width = u32::from(u16::from_be_bytes([body[3], body[4]]));
                if depth != 8 || width == 0 || height == 0 {
                    return None;
                }
                let space = match parts {
                    1 => "DeviceGray",
                    3 => "DeviceRGB",
                    4 => "DeviceCMYK",
                    _ => return None,
                };
                let mut stream = image(width, height, space, "DCTDecode", bytes.to_vec());
                if parts == 4 && adobe {
                    stream.dict.set("Decode", (0..8).map(|i| Object::Integer(1 - i % 2)).collect::<Vec<_>>());
                }
                return Some(Picture { width, height, stream, turns });
            }
            0xe1 if body.starts_with(b"Exif\0\0") => turns = exif_turns(&body[6..]).unwrap_or(0),
            0xee if body.starts_with(b"Adobe") => adobe = true,
            0xd9 | 0xda => return None,
            _ => {}
        }
        at += len;
    }
}

/// The quarter turns of tag 0x0112; mirrored pictures are not made by cameras.
fn exif_turns(tiff: &[u8]) -> Option<u32> {
    let little = tiff.starts_with(b"II");
    let u16_at = |i: usize| -> Option<u16> {
        let b = [*tiff.get(i)?, *tiff.get(i + 1)?];
        Some(if little { u16::from_le_bytes(b) } else { u16::from_be_bytes(b) })
    };
    let u32_at = |i: usize| -> Option<usize> {
        let (a, b) = (usize::from(u16_at(i)?), usize::from(u16_at(i + 2)?));
        Some(if little { b << 16 | a } else { a << 16 | b })
    };
    let directory = u32_at(4)?;
    for n in 0..usize::from(u16_at(directory)?) {
        let entry = directory.checked_add(2 + n * 12)?;
        if u16_at(entry)? == 0x0112 {
            return Some(match u16_at(entry + 8)? {
                3 => 2,
                6 => 1,
                8 => 3,
                _ => 0,
            });
        }
    }
    None
}
