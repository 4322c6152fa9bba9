//! What is taken out of an attachment: its pages with what they are drawn with, and the notes on them. Scripts, forms,
//! sounds, embedded files, the file's own outline and its catalog stay behind.

use super::object::name;
use super::out::{Merge, changed, failed, to};
use crate::Error;
use std::collections::{HashMap, VecDeque};
use written::{Dictionary, Document, Object, ObjectId};

/// Takes objects out of a file: each gets its new number when it is first named and is written and dropped in turn.
pub(super) struct Taker {
    pub(super) doc: Document,
    pub(super) new: HashMap<ObjectId, u32>,
    queue: VecDeque<ObjectId>,
}

/// Keys of a page that are kept.
const PAGE_KEYS: [&str; 8] = ["Resources", "MediaBox", "CropBox", "Rotate", "Contents", "Annots", "UserUnit", "Group"];

impl Taker {
    pub(super) fn new(doc: Document) -> Taker {
        Taker { doc, new: HashMap::new(), queue: VecDeque::new() }
    }

    /// A page's dictionary for the new file, with what it inherits; its name stays free for the caller.
    pub(super) fn page(&mut self, merge: &mut Merge, page: ObjectId) -> Result<Dictionary, Error> {
        let own = self.doc.get_dictionary(page).map_err(failed)?.clone();
        let mut dict = Dictionary::new();
        for key in PAGE_KEYS {
            if let Ok(value) = own.get(key.as_bytes()) {
                dict.set(key, value.clone());
            }
        }
        let mut up = own.get(b"Parent").and_then(Object::as_reference).ok();
        for _ in 0..32 {
            let Some(node) = up.and_then(|id| self.doc.get_dictionary(id).ok()) else { break };
            for key in ["Resources", "MediaBox", "CropBox", "Rotate"] {
                if !dict.has(key.as_bytes())
                    && let Ok(value) = node.get(key.as_bytes())
                {
                    dict.set(key, value.clone());
                }
            }
            up = node.get(b"Parent").and_then(Object::as_reference).ok();
        }
        // Resources and their XObjects are written into the page, where the slip is added to them.
        let mut resources = self.dictionary(dict.get(b"Resources").ok());
        let xobject = self.dictionary(resources.get(b"XObject").ok());
        resources.set("XObject", xobject);
        dict.set("Resources", resources);
        for key in ["MediaBox", "CropBox", "Rotate"] {
            if let Ok(value) = dict.get(key.as_bytes()).and_then(|v| self.doc.dereference(v).map(|(_, v)| v.clone())) {
                dict.set(key, value);
            }
        }
        if let Ok((_, Object::Array(parts))) = dict.get(b"Contents").and_then(|v| self.doc.dereference(v)) {
            let parts = parts.clone();
            dict.set("Contents", parts);
        }
        let annotations = self.annotations(dict.get(b"Annots").ok());
        dict.remove(b"Annots");
        if !annotations.is_empty() {
            dict.set("Annots", annotations);
        }
        match self.renamed(merge, Object::Dictionary(dict)) {
            Object::Dictionary(dict) => Ok(dict),
            _ => Err(changed()),
        }
    }

    fn dictionary(&self, object: Option<&Object>) -> Dictionary {
        object.and_then(|o| self.doc.dereference(o).ok()).and_then(|(_, o)| o.as_dict().ok()).cloned().unwrap_or_default()
    }

    /// What is drawn on top of a page stays: notes, highlights, filled fields. What does something does not: scripts,
    /// programs, sounds, files. Links stay when they lead to a page of the file or to an address.
    fn annotations(&self, list: Option<&Object>) -> Vec<Object> {
        let Some(Ok((_, Object::Array(list)))) = list.map(|o| self.doc.dereference(o)) else { return Vec::new() };
        let mut out = Vec::new();
        for item in list {
            let mut dict = self.dictionary(Some(item));
            let kind = dict.get(b"Subtype").and_then(Object::as_name).unwrap_or_default().to_vec();
            match kind.as_slice() {
                b"Link" => {
                    let explicit = |o: &Object| matches!(self.doc.dereference(o), Ok((_, Object::Array(_))));
                    let action = self.dictionary(dict.get(b"A").ok());
                    let good = match action.get(b"S").and_then(Object::as_name) {
                        Ok(b"URI") => true,
                        Ok(b"GoTo") => action.get(b"D").is_ok_and(explicit),
                        Ok(_) => false,
                        Err(_) => dict.get(b"Dest").is_ok_and(explicit),
                    };
                    if !good {
                        continue;
                    }
                    if dict.has(b"A") {
                        let mut kept = Dictionary::new();
                        for key in ["S", "URI", "D"] {
                            if let Ok(value) = action.get(key.as_bytes()) {
                                kept.set(key, value.clone());
                            }
                        }
                        dict.set("A", kept);
                    }
                }
                // The look of a filled field without the field.
                b"Widget" if dict.has(b"AP") => {
                    let mut kept = Dictionary::new();
                    for key in ["Rect", "AP", "AS", "BS", "MK"] {
                        if let Ok(value) = dict.get(key.as_bytes()) {
                            kept.set(key, value.clone());
                        }
                    }
                    let hidden = dict.get(b"F").and_then(Object::as_i64).unwrap_or(0) & 0b10_0011;
                    kept.set("Type", name("Annot"));
                    kept.set("Subtype", name("Stamp"));
                    kept.set("F", 4 | 64 | 128 | hidden);
                    dict = kept;
                }
                b"Text" | b"FreeText" | b"Line" | b"Square" | b"Circle" | b"Polygon" | b"PolyLine" | b"Highlight" | b"Underline"
                | b"Squiggly" | b"StrikeOut" | b"Stamp" | b"Caret" | b"Ink" => {
                    dict.remove(b"A");
                }
                _ => continue,
            }
            for key in ["AA", "P", "Parent", "Popup", "IRT", "StructParent"] {
                dict.remove(key.as_bytes());
            }
            out.push(Object::Dictionary(dict));
        }
        out
    }

    /// The object with its references renamed; what they name is queued.
    fn renamed(&mut self, merge: &mut Merge, object: Object) -> Object {
        match object {
            Object::Reference(old) => {
                if let Some(new) = self.new.get(&old) {
                    return to(*new);
                }
                let Some(there) = self.doc.objects.get(&old) else { return Object::Null };
                // A page that is not among ours, the file's own tree, its catalog: they stay behind.
                let apart = there.as_dict().is_ok_and(|d| d.has_type(b"Page") || d.has_type(b"Pages") || d.has_type(b"Catalog"));
                if apart {
                    return Object::Null;
                }
                let new = merge.id();
                self.new.insert(old, new);
                self.queue.push_back(old);
                to(new)
            }
            Object::Array(list) => Object::Array(list.into_iter().map(|o| self.renamed(merge, o)).collect()),
            Object::Dictionary(dict) => Object::Dictionary(self.renamed_dict(merge, dict)),
            Object::Stream(mut stream) => {
                stream.dict.remove(b"Length");
                stream.dict = self.renamed_dict(merge, stream.dict);
                Object::Stream(stream)
            }
            other => other,
        }
    }

    fn renamed_dict(&mut self, merge: &mut Merge, dict: Dictionary) -> Dictionary {
        let mut out = Dictionary::new();
        for (key, value) in dict.into_iter() {
            // Structure and foreign data of programs lead into the whole file and are of no use here.
            if !matches!(key.as_slice(), b"StructParents" | b"StructParent" | b"PieceInfo" | b"Metadata" | b"OPI") {
                out.set(key, self.renamed(merge, value));
            }
        }
        out
    }

    pub(super) fn drain(&mut self, merge: &mut Merge) -> Result<(), Error> {
        while let Some(old) = self.queue.pop_front() {
            let Some(object) = self.doc.objects.remove(&old) else { continue };
            let object = self.renamed(merge, object);
            merge.object(self.new[&old], &object)?;
        }
        Ok(())
    }

    /// What one of our own pages is set with.
    pub(super) fn resources(&mut self, merge: &mut Merge, page: ObjectId) -> Dictionary {
        let own = self.dictionary(Some(&Object::Reference(page)));
        let resources = self.dictionary(own.get(b"Resources").ok());
        self.renamed_dict(merge, resources)
    }

    /// The content of one of our own pages, unpacked.
    pub(super) fn content(&self, page: ObjectId) -> Vec<u8> {
        self.doc.get_page_content(page)
    }
}
