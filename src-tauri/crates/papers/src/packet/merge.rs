//! Pages of many files written into one, object by object. Of each file only what its pages need is taken along; scripts,
//! forms, embedded files and the file's own outline stay behind. What was read is let go of as soon as it is written.

use super::front::{Front, Slip};
use super::object::{name, text};
use super::out::{CATALOG, INFO, Merge, OPEN, TREE, changed, failed, to};
use super::source::{Picture, Source};
use super::stamp::{HEIGHT, SIDE};
use super::taker::Taker;
use super::{Packet, Placed};
use crate::Error;
use crate::press::MM;
use sha2::Digest;
use std::ops::Range;
use written::{Dictionary, Document, Object, ObjectId, Stream};

/// Pages under one node of the tree.
const NODE: usize = 64;
const A4: (f32, f32) = (210.0 * MM, 297.0 * MM);

/// What is laid over every page.
pub(super) struct Look<'a> {
    pub(super) watermark: u32,
    /// The form of each page's slip and its width.
    pub(super) slips: &'a [(u32, f32)],
}

impl Merge<'_> {
    /// Takes over what we printed ourselves: the first pages are pages, the others slips.
    pub(super) fn own(&mut self, doc: Document, front: &Front, slips: &[Slip]) -> Result<Vec<(u32, f32)>, Error> {
        let pages: Vec<ObjectId> = doc.page_iter().collect();
        if pages.len() != front.pages.len() + slips.len() {
            return Err(Error::Write("pages".into()));
        }
        let mut taker = Taker::new(doc);
        for (page, links) in pages.iter().zip(&front.links) {
            let dict = taker.page(self, *page)?;
            self.own.push(dict);
            let height = front.pages[self.own_links.len()].height;
            self.own_links.push(links.iter().map(|l| (l.x, height - l.y - l.h, l.x + l.w, height - l.y, l.to)).collect());
        }
        let mut out = Vec::new();
        for (page, slip) in pages[front.pages.len()..].iter().zip(slips) {
            let resources = taker.resources(self, *page);
            let mut content = format!("1 1 1 rg 0 0 {:.1} {HEIGHT:.1} re f\n", slip.width).into_bytes();
            content.extend(taker.content(*page));
            let mut form = Dictionary::new();
            form.set("Type", name("XObject"));
            form.set("Subtype", name("Form"));
            form.set("BBox", [0.0, 0.0, slip.width, HEIGHT].map(Object::Real).to_vec());
            form.set("Resources", resources);
            out.push((self.add_stream(Stream::new(form, content))?, slip.width));
        }
        taker.drain(self)?;
        Ok(out)
    }

    /// Puts our own pages of this range next.
    pub(super) fn front(&mut self, range: Range<usize>, look: &Look) -> Result<(), Error> {
        for i in range {
            let id = self.id();
            let mut dict = self.own[i].clone();
            // Links are written at the end, when every page has its number.
            if !self.own_links[i].is_empty() {
                let links = self.id();
                dict.set("Annots", to(links));
                self.own_links[i].push((0.0, 0.0, 0.0, 0.0, links as usize));
            }
            self.page(id, dict, (A4, [0.0, 0.0]), 0, look)?;
        }
        Ok(())
    }

    pub(super) fn source(&mut self, source: Source, promised: u32, look: &Look) -> Result<(), Error> {
        match source {
            Source::Pdf { doc, pages } => {
                if pages.len() as u32 != promised {
                    return Err(changed());
                }
                let mut taker = Taker::new(*doc);
                // Links within the file lead to the page's new place.
                let ids: Vec<u32> = pages.iter().map(|_| self.id()).collect();
                for (page, id) in pages.iter().zip(&ids) {
                    taker.new.entry(*page).or_insert(*id);
                }
                for (page, id) in pages.iter().zip(ids) {
                    let dict = taker.page(self, *page)?;
                    let (size, corner, turns) = measured(&taker.doc, &dict);
                    self.page(id, dict, (size, corner), turns, look)?;
                }
                taker.drain(self)
            }
            Source::Picture(picture) if promised == 1 => self.picture(picture, look),
            _ => Err(changed()),
        }
    }

    /// A picture in the middle of an A4 page, upright or lying as it is.
    fn picture(&mut self, picture: Picture, look: &Look) -> Result<(), Error> {
        let turned = picture.turns % 2 == 1;
        let (w, h) = (picture.width as f32, picture.height as f32);
        let (shown_w, shown_h) = if turned { (h, w) } else { (w, h) };
        let size = if shown_w > shown_h { (A4.1, A4.0) } else { A4 };
        let edge = 12.0 * MM;
        // Never larger than life at 96 dots an inch: a small picture stays sharp.
        let scale = ((size.0 - 2.0 * edge) / shown_w).min((size.1 - 2.0 * edge - HEIGHT) / shown_h).min(0.75 * 2.0);
        let (dw, dh) = (shown_w * scale, shown_h * scale);
        let (x, y) = ((size.0 - dw) / 2.0, (size.1 - HEIGHT - dh) / 2.0);
        let matrix = match picture.turns {
            1 => [0.0, -dh, dw, 0.0, x, y + dh],
            2 => [-dw, 0.0, 0.0, -dh, x + dw, y + dh],
            3 => [0.0, dh, -dw, 0.0, x + dw, y],
            _ => [dw, 0.0, 0.0, dh, x, y],
        };
        let image = self.add_stream(picture.stream)?;
        let numbers: Vec<String> = matrix.iter().map(|n| format!("{n:.2}")).collect();
        let content = self.add_stream(Stream::new(Dictionary::new(), format!("{} cm /Im Do\n", numbers.join(" ")).into_bytes()))?;
        let mut dict = Dictionary::new();
        dict.set("MediaBox", [0.0, 0.0, size.0, size.1].map(Object::Real).to_vec());
        dict.set("Contents", to(content));
        let xobject = Dictionary::from_iter([("Im", to(image))]);
        dict.set("Resources", Dictionary::from_iter([("XObject", Object::Dictionary(xobject))]));
        let id = self.id();
        self.page(id, dict, (size, [0.0, 0.0]), 0, look)
    }

    /// Writes a page with what is laid over it. `size` is as it is shown; `corner` is the lower left one of what is shown,
    /// in the page's own measure.
    fn page(
        &mut self,
        id: u32,
        mut dict: Dictionary,
        (size, corner): ((f32, f32), [f32; 2]),
        turns: u32,
        look: &Look,
    ) -> Result<(), Error> {
        let (slip, slip_width) = *look.slips.get(self.pages.len()).ok_or_else(changed)?;
        if self.pages.len().is_multiple_of(NODE) {
            let node = self.id();
            self.nodes.push(node);
        }
        self.pages.push(id);
        let (vw, vh) = size;
        let (own_w, own_h) = if turns % 2 == 1 { (vh, vw) } else { (vw, vh) };
        let [x0, y0] = corner;
        let (x1, y1) = (x0 + own_w, y0 + own_h);
        // From the page as it is shown to its own measure.
        let turn: [f32; 6] = match turns {
            1 => [0.0, 1.0, -1.0, 0.0, x1, y0],
            2 => [-1.0, 0.0, 0.0, -1.0, x1, y1],
            3 => [0.0, -1.0, 1.0, 0.0, x0, y1],
            _ => [1.0, 0.0, 0.0, 1.0, x0, y0],
        };
        let turn: Vec<String> = turn.iter().map(|n| format!("{n:.2}")).collect();
        // On a poster the slip grows with the page; on a small page it must still fit.
        let s = (vw / A4.0).clamp(0.4, 4.0);
        let (x, y) = (vw - (slip_width + 12.0) * s, vh - (HEIGHT + 8.0) * s);
        let over = vw.max(vh) / SIDE;
        let close = format!(
            "\nQ\nq {} cm q {over:.4} 0 0 {over:.4} 0 0 cm /LsW Do Q q {s:.4} 0 0 {s:.4} {x:.2} {y:.2} cm /LsS Do Q Q\n",
            turn.join(" ")
        );
        let close = self.add_stream(Stream::new(Dictionary::new(), close.into_bytes()))?;
        let mut contents = vec![to(OPEN)];
        match dict.get(b"Contents") {
            Ok(Object::Array(parts)) => contents.extend(parts.iter().cloned()),
            Ok(Object::Reference(id)) => contents.push(Object::Reference(*id)),
            _ => {}
        }
        contents.push(to(close));
        dict.set("Contents", contents);
        let mut resources = dict.get(b"Resources").and_then(Object::as_dict).cloned().unwrap_or_default();
        let mut xobject = resources.get(b"XObject").and_then(Object::as_dict).cloned().unwrap_or_default();
        xobject.set("LsW", to(look.watermark));
        xobject.set("LsS", to(slip));
        resources.set("XObject", xobject);
        dict.set("Resources", resources);
        dict.set("Type", name("Page"));
        dict.set("Parent", to(*self.nodes.last().ok_or_else(changed)?));
        self.object(id, &Object::Dictionary(dict))
    }

    pub(super) fn finish(mut self, packet: &Packet, front: &Front, placed: &[Placed]) -> Result<(u64, [u8; 32]), Error> {
        if self.pages.len() as u32 != front.total || placed.iter().map(|p| p.pages).sum::<u32>() + front.pages.len() as u32 != front.total {
            return Err(changed());
        }
        let pages = self.pages.clone();
        for links in std::mem::take(&mut self.own_links) {
            let Some(((.., list), links)) = links.split_last() else { continue };
            let all = links
                .iter()
                .map(|(x0, y0, x1, y1, page)| {
                    let mut link = Dictionary::new();
                    link.set("Type", name("Annot"));
                    link.set("Subtype", name("Link"));
                    link.set("Rect", [*x0, *y0, *x1, *y1].map(Object::Real).to_vec());
                    link.set("Border", vec![Object::Integer(0); 3]);
                    link.set("F", 4);
                    link.set("Dest", vec![to(pages[(*page).min(pages.len() - 1)]), name("Fit")]);
                    Object::Dictionary(link)
                })
                .collect();
            self.object(*list as u32, &Object::Array(all))?;
        }
        let nodes = self.nodes.clone();
        for (node, kids) in nodes.iter().zip(pages.chunks(NODE)) {
            let mut dict = Dictionary::new();
            dict.set("Type", name("Pages"));
            dict.set("Parent", to(TREE));
            dict.set("Count", kids.len() as i64);
            dict.set("Kids", kids.iter().map(|k| to(*k)).collect::<Vec<_>>());
            self.object(*node, &Object::Dictionary(dict))?;
        }
        let mut tree = Dictionary::new();
        tree.set("Type", name("Pages"));
        tree.set("Count", pages.len() as i64);
        tree.set("Kids", nodes.iter().map(|k| to(*k)).collect::<Vec<_>>());
        self.object(TREE, &Object::Dictionary(tree))?;
        let outline = self.outline(front, &pages)?;
        let title = format!("阅会包　{}　{}", packet.occasion, packet.member);
        let mut info = Dictionary::new();
        info.set("Title", text(&title));
        info.set("Author", text(&packet.committee));
        let producer = concat!("Lunshen ", env!("CARGO_PKG_VERSION"));
        info.set("Creator", text(producer));
        info.set("Producer", text(producer));
        let stamp = Object::string_literal(format!("D:{}000000+08'00'", packet.made.format("%Y%m%d")));
        info.set("CreationDate", stamp.clone());
        info.set("ModDate", stamp);
        self.object(INFO, &Object::Dictionary(info))?;
        let mut catalog = Dictionary::new();
        catalog.set("Type", name("Catalog"));
        catalog.set("Pages", to(TREE));
        catalog.set("Lang", text("zh-CN"));
        catalog.set("Outlines", to(outline));
        catalog.set("PageLabels", labels(packet, front, placed));
        catalog.set("PageMode", name("UseOutlines"));
        catalog.set("ViewerPreferences", Dictionary::from_iter([("DisplayDocTitle", Object::Boolean(true))]));
        self.object(CATALOG, &Object::Dictionary(catalog))?;

        let start = self.at;
        let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", self.offsets.len()).into_bytes();
        for offset in self.offsets.iter().skip(1) {
            // A number given to something that was then left out is free.
            let line = if *offset == 0 { "0000000000 65535 f \n".to_string() } else { format!("{offset:010} 00000 n \n") };
            table.extend_from_slice(line.as_bytes());
        }
        let id = Object::String(self.hash.clone().finalize()[..16].to_vec(), written::StringFormat::Hexadecimal);
        let mut trailer = Dictionary::new();
        trailer.set("Size", self.offsets.len() as i64);
        trailer.set("Root", to(CATALOG));
        trailer.set("Info", to(INFO));
        trailer.set("ID", vec![id.clone(), id]);
        table.extend_from_slice(b"trailer\n");
        super::object::write_dict(&mut table, &trailer);
        table.extend_from_slice(format!("\nstartxref\n{start}\n%%EOF\n").as_bytes());
        self.bytes(&table)?;
        self.out.flush().map_err(failed)?;
        Ok((self.at, self.hash.finalize().into()))
    }

    fn outline(&mut self, front: &Front, pages: &[u32]) -> Result<u32, Error> {
        let root = self.id();
        let ids: Vec<u32> = front.marks.iter().map(|_| self.id()).collect();
        let tops: Vec<usize> = (0..ids.len()).filter(|i| front.marks[*i].level == 1).collect();
        let children = |top: usize| -> Vec<usize> { (top + 1..ids.len()).take_while(|i| front.marks[*i].level > 1).collect() };
        let put = |merge: &mut Self, i: usize, parent: u32, siblings: &[usize], own: &[usize]| -> Result<(), Error> {
            let mark = &front.marks[i];
            let at = siblings.iter().position(|s| *s == i).unwrap_or(0);
            let mut dict = Dictionary::new();
            dict.set("Title", text(&mark.title));
            dict.set("Parent", to(parent));
            if at > 0 {
                dict.set("Prev", to(ids[siblings[at - 1]]));
            }
            if let Some(next) = siblings.get(at + 1) {
                dict.set("Next", to(ids[*next]));
            }
            if let (Some(first), Some(last)) = (own.first(), own.last()) {
                dict.set("First", to(ids[*first]));
                dict.set("Last", to(ids[*last]));
                dict.set("Count", own.len() as i64);
            }
            let page = to(pages[mark.page.min(pages.len() - 1)]);
            dict.set(
                "Dest",
                if mark.y == f32::MAX {
                    vec![page, name("Fit")]
                } else {
                    vec![page, name("XYZ"), Object::Null, Object::Real(mark.y + 6.0), Object::Null]
                },
            );
            merge.object(ids[i], &Object::Dictionary(dict))
        };
        for top in &tops {
            let own = children(*top);
            put(self, *top, root, &tops, &own)?;
            for child in &own {
                put(self, *child, ids[*top], &own, &[])?;
            }
        }
        let mut dict = Dictionary::new();
        dict.set("Type", name("Outlines"));
        if let (Some(first), Some(last)) = (tops.first(), tops.last()) {
            dict.set("First", to(ids[*first]));
            dict.set("Last", to(ids[*last]));
        }
        dict.set("Count", ids.len() as i64);
        self.object(root, &Object::Dictionary(dict))?;
        Ok(root)
    }
}

/// What a viewer calls each page, as its slip does: 议题3·5. Pages before the first item are numbered in Roman.
fn labels(packet: &Packet, front: &Front, placed: &[Placed]) -> Dictionary {
    let mut nums: Vec<Object> = Vec::new();
    if front.head > 0 {
        nums.extend([Object::Integer(0), Object::Dictionary(Dictionary::from_iter([("S", name("r"))]))]);
    }
    let mut at = front.head as u32;
    for (c, own) in front.cases.iter().enumerate() {
        let label = Dictionary::from_iter([("S", name("D")), ("P", text(&format!("议题{}·", packet.cases[c].no)))]);
        nums.extend([Object::Integer(at.into()), Object::Dictionary(label)]);
        at += own.len() as u32 + placed.iter().filter(|p| p.case == c).map(|p| p.pages).sum::<u32>();
    }
    Dictionary::from_iter([("Nums", Object::Array(nums))])
}

/// What is shown of a page: its size as it is seen, its lower left corner, its quarter turns clockwise.
fn measured(doc: &Document, dict: &Dictionary) -> ((f32, f32), [f32; 2], u32) {
    let number = |o: &Object| match doc.dereference(o).map(|(_, o)| o) {
        Ok(Object::Integer(v)) => Some(*v as f32),
        Ok(Object::Real(v)) if v.is_finite() => Some(*v),
        _ => None,
    };
    let rect = |key: &[u8]| -> Option<[f32; 4]> {
        let list = dict.get(key).ok().and_then(|o| doc.dereference(o).ok())?.1.as_array().ok()?;
        let n: Vec<f32> = list.iter().filter_map(number).collect();
        let [a, b, c, d] = n.try_into().ok()?;
        Some([a.min(c), b.min(d), a.max(c), b.max(d)]).filter(|r| r[2] - r[0] >= 1.0 && r[3] - r[1] >= 1.0)
    };
    let media = rect(b"MediaBox").unwrap_or([0.0, 0.0, A4.0, A4.1]);
    let crop = rect(b"CropBox")
        .map(|c| [c[0].max(media[0]), c[1].max(media[1]), c[2].min(media[2]), c[3].min(media[3])])
        .filter(|c| c[2] - c[0] >= 1.0 && c[3] - c[1] >= 1.0)
        .unwrap_or(media);
    let turns = dict.get(b"Rotate").ok().and_then(number).map_or(0, |r| (r as i64).rem_euclid(360) / 90) as u32;
    let (w, h) = (crop[2] - crop[0], crop[3] - crop[1]);
    (if turns % 2 == 1 { (h, w) } else { (w, h) }, [crop[0], crop[1]], turns)
}
