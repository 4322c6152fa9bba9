//! The bookmarks of a PDF as contents: what each is called, how deep it stands, which page it leads to. Read from files of
//! others, so every walk is bounded: a tree that bites its own tail, is deeper than anybody reads or holds a million entries
//! ends where the bound is. A bookmark that leads nowhere in the file is left out.

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier, String as Bytes};
use std::collections::{HashMap, HashSet};

/// More lines are no contents any more.
const MOST: usize = 1_000;
/// Deeper ones are shown at this depth.
const DEEPEST: u32 = 4;
/// Steps through one name tree.
const STEPS: usize = 10_000;
/// Letters of one title.
const LONGEST: usize = 200;

/// One line of the contents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bookmark {
    pub title: String,
    /// From 1.
    pub level: u32,
    /// In the document, from 1.
    pub page: u32,
}

pub(crate) fn read(pdf: &Pdf) -> Vec<Bookmark> {
    let mut out = Vec::new();
    let Some(root) = pdf.xref().get::<Dict>(pdf.xref().root_id()) else { return out };
    let Some(first) = root.get::<Dict>("Outlines").and_then(|o| o.get::<Dict>("First")) else { return out };
    let pages: HashMap<ObjectIdentifier, u32> = (1..).zip(pdf.pages().iter()).filter_map(|(n, p)| Some((p.raw().obj_id()?, n))).collect();
    let to = Destinations { pages, count: u32::try_from(pdf.pages().len()).unwrap_or(u32::MAX), root };
    let mut seen = HashSet::new();
    // What is still to be walked, the next one last: the children of an entry come before its successor.
    let mut next = vec![(first, 1)];
    while let Some((entry, level)) = next.pop() {
        if out.len() >= MOST || seen.len() >= STEPS {
            break;
        }
        if entry.obj_id().is_some_and(|id| !seen.insert(id)) {
            continue;
        }
        if let Some(after) = entry.get::<Dict>("Next") {
            next.push((after, level));
        }
        let title = entry.get::<Bytes>("Title").map(|t| words(t.as_bytes())).unwrap_or_default();
        if let Some(page) = to.page_of(&entry).filter(|_| !title.is_empty()) {
            out.push(Bookmark { title, level: level.min(DEEPEST), page });
        }
        if let Some(child) = entry.get::<Dict>("First") {
            next.push((child, level + 1));
        }
    }
    out
}

struct Destinations<'a> {
    pages: HashMap<ObjectIdentifier, u32>,
    count: u32,
    root: Dict<'a>,
}

impl<'a> Destinations<'a> {
    fn page_of(&self, entry: &Dict<'a>) -> Option<u32> {
        let action =
            || entry.get::<Dict>("A").filter(|a| a.get::<Name>("S").is_some_and(|s| &*s == b"GoTo")).and_then(|a| a.get::<Object>("D"));
        self.resolve(entry.get::<Object>("Dest").or_else(action)?, 3)
    }

    /// A place in the file: an array that begins with its page, or a name for one. `left` bounds names that name names.
    fn resolve(&self, dest: Object<'a>, left: u32) -> Option<u32> {
        let left = left.checked_sub(1)?;
        match dest {
            Object::Array(array) => self.first_of(&array),
            Object::Dict(dict) => self.resolve(dict.get::<Object>("D")?, left),
            Object::Name(name) => self.resolve(self.root.get::<Dict>("Dests")?.get::<Object>(&*name)?, left),
            Object::String(name) => self.resolve(self.named(name.as_bytes())?, left),
            _ => None,
        }
    }

    fn first_of(&self, array: &Array<'a>) -> Option<u32> {
        match array.raw_iter().next()? {
            MaybeRef::Ref(page) => self.pages.get(&page.into()).copied(),
            // Counted from 0, as some writers do although the page should be named.
            MaybeRef::NotRef(Object::Number(n)) => u32::try_from(n.as_i64()).ok().filter(|n| *n < self.count).map(|n| n + 1),
            MaybeRef::NotRef(_) => None,
        }
    }

    fn named(&self, name: &[u8]) -> Option<Object<'a>> {
        let mut nodes = vec![self.root.get::<Dict>("Names")?.get::<Dict>("Dests")?];
        for _ in 0..STEPS {
            let node = nodes.pop()?;
            if let Some(names) = node.get::<Array>("Names") {
                let mut pairs = names.iter::<Object>();
                while let (Some(key), Some(value)) = (pairs.next(), pairs.next()) {
                    if matches!(&key, Object::String(key) if key.as_bytes() == name) {
                        return Some(value);
                    }
                }
            }
            nodes.extend(node.get::<Array>("Kids").into_iter().flat_map(|kids| kids.iter::<Dict>().take(STEPS)));
            nodes.truncate(STEPS);
        }
        None
    }
}

/// UTF-16 with its mark, UTF-8 with its mark, else one byte a letter. Line ends and control letters do not belong into a title.
fn words(bytes: &[u8]) -> String {
    let text = match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units: Vec<u16> = rest.chunks_exact(2).map(|c| u16::from_be_bytes([c[0], c[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        [0xff, 0xfe, rest @ ..] => {
            let units: Vec<u16> = rest.chunks_exact(2).map(|c| u16::from_le_bytes([c[0], c[1]])).collect();
            String::from_utf16_lossy(&units)
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        // A few writers put plain UTF-8 there.
        plain => std::str::from_utf8(plain).map_or_else(|_| plain.iter().map(|b| char::from(*b)).collect(), str::to_string),
    };
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST).collect();
    plain.trim().to_string()
}

#[cfg(test)]
mod tests {
    use crate::preview::Leaves;

    /// A file of two pages whose bookmarks are `entries`, objects from 10 on.
    fn file(root: &str, entries: &[&str]) -> Vec<u8> {
        let mut out = format!(
            "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/Outlines 9 0 R{root}>>\nendobj\n2 0 obj\n<</Type/Pages/Count 2/Kids[4 0 R 5 0 R]>>\nendobj\n\
             4 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n5 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n\
             9 0 obj\n<</Type/Outlines/First 10 0 R>>\nendobj\n"
        );
        for (n, entry) in (10..).zip(entries) {
            out += &format!("{n} 0 obj\n{entry}\nendobj\n");
        }
        (out + "trailer<</Root 1 0 R>>\n%%EOF\n").into_bytes()
    }

    fn told(file: Vec<u8>) -> Vec<(String, u32, u32)> {
        Leaves::open(file).expect("a file").bookmarks().into_iter().map(|b| (b.title, b.level, b.page)).collect()
    }

    #[test]
    fn bookmarks_are_contents_in_their_order_and_depth() {
        let entries = [
            "<</Title(Plan)/Dest[4 0 R/Fit]/First 11 0 R/Next 12 0 R>>",
            "<</Title<FEFF6570636E>/A<</S/GoTo/D[5 0 R/XYZ 0 700 0]>>>>",
            "<</Title(By name)/Dest(two)/Next 13 0 R>>",
            "<</Title(By number)/Dest[1/Fit]/Next 14 0 R>>",
            "<</Title(Nowhere)/Dest[99 0 R/Fit]>>",
        ];
        let names = "/Names<</Dests<</Kids[20 0 R]>>>>";
        let mut with_names: Vec<&str> = entries.to_vec();
        with_names.resize(10, "null");
        with_names.push("<</Names[(one)[4 0 R/Fit](two)<</D[5 0 R/Fit]>>]>>");
        let want = [("Plan", 1, 1), ("数据", 2, 2), ("By name", 1, 2), ("By number", 1, 2)];
        assert_eq!(told(file(names, &with_names)), want.map(|(t, l, p)| (t.to_string(), l, p)));
    }

    #[test]
    fn a_tree_that_bites_its_tail_ends() {
        let ring = ["<</Title(A)/Dest[4 0 R/Fit]/First 10 0 R/Next 11 0 R>>", "<</Title(B)/Dest[5 0 R/Fit]/Next 10 0 R>>"];
        assert!(told(file("", &ring)).len() <= 2);
        assert_eq!(told(file("", &[])), []);
        let nested = ["<</Title(A)/Dest(x)>>"];
        assert_eq!(told(file("/Names<</Dests 1 0 R>>", &nested)), [], "a name tree that is none");
    }
}
