//! The reading room (阅会模式): a packet is opened with its passphrase, read, filled in and answered, on a machine that
//! need not hold any committee's file. It stands in the desk because it shows pages with the print shop and reads packets
//! with the mail room, and the desk is the only room that knows both. It knows no archive, no act and no journal, and the
//! archive's lock does not touch it: a packet can be open beside a committee's file, and neither sees the other.
//!
//! Every filling is on the disk, encrypted, before it is answered.

mod fill;
mod find;
mod shelf;
mod show;
mod since;
#[cfg(test)]
mod tests;

pub use fill::Fill;
pub use find::{FoundView, Hit, LeafView, LineOfText};
pub use show::{Contents, ItemLine, ItemState, Missing, Newer, ReadingState, Recent, Returned, Waiting};
pub use since::{Changed, Since};

use crate::failure::{Failure, FailureKind};
use crate::office::FileOut;
use exchange::packet::reading::{Note, Reading};
use exchange::packet::{DocumentKind, DocumentOut, ItemBack, ItemOut, Passphrase, spoken};
use fill::{Filled, may_be_read};
use find::Text;
use measures::Instant;
use papers::preview::Leaves;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use shelf::Shelf;
use std::collections::{HashMap, VecDeque};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant as Moment};

/// What is asked of the room, tagged `reading`.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "reading", rename_all = "snake_case")]
pub enum ReadingRequest {
    /// What is open, or waits for its passphrase. → [`ReadingState`]
    State,
    /// Names a packet that will be opened. → [`ReadingState`]
    Await { path: String },
    /// Names one of those kept here; its file is not needed. → [`ReadingState`]
    AwaitKept { id: String },
    /// Opens what waits. `digits` are the committee's as the secretary read them out, when its key is another than before.
    /// → [`ReadingState`]
    Open {
        passphrase: String,
        #[serde(default)]
        digits: String,
    },
    /// The committee's digits were compared and are the same. → [`ReadingState`]
    Compared,
    /// Removes a packet kept here, with what was filled in. → [`ReadingState`]
    Discard { id: String },
    /// The packet that waits is not opened after all. → [`ReadingState`]
    Forget,
    /// Closes the packet and forgets its key. → [`ReadingState`]
    Close,
    /// Fills one thing in and keeps it. → [`Contents`]
    Fill { what: Fill },
    /// The words of a page and where they stand. → [`LeafView`]
    Leaf { document: String, page: u32 },
    /// The bookmarks of a document. → [`OutlineView`]
    Outline { document: String },
    /// → [`FoundView`]
    Find { text: String },
}

/// The bookmarks of a document as its contents; empty when it has none.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutlineView {
    pub document: String,
    pub lines: Vec<OutlineLine>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutlineLine {
    pub title: String,
    /// From 1.
    pub level: u32,
    /// In the document, from 1.
    pub page: u32,
}

/// A page as a picture.
#[derive(Debug, Clone, PartialEq, Deserialize)]
struct LeafPicture {
    reading: String,
    #[serde(default = "first")]
    page: u32,
    #[serde(default = "life_size")]
    dpi: f32,
}
fn first() -> u32 {
    1
}
fn life_size() -> f32 {
    96.0
}

/// Documents held open, last used first. A packet of many large ones must not all lie in memory.
const HELD: usize = 3;
/// Pages kept as pictures.
const DRAWN: usize = 8;
/// A search answers after so long, and is asked again for the rest: the window stays alive.
const PATIENCE: Duration = Duration::from_millis(350);
/// More hits are no longer read by anybody.
const MOST_HITS: usize = 300;

/// What the room itself keeps beside the answers: when the last return was made, what it told, and what was laid aside.
const MADE: &str = "returned.made";
const TOLD: &str = "returned.told";
const ASIDE: &str = "aside.";

/// The room with at most one packet open.
pub struct Room {
    /// Where what is filled in is kept, encrypted, one working file a packet.
    shelf: Shelf,
    waiting: Option<Wait>,
    open: Option<Open>,
}

/// What is to be opened once its passphrase is told.
enum Wait {
    File(PathBuf),
    /// Kept on this machine, by its id.
    Kept(String),
}

struct Open {
    reading: Reading,
    held: VecDeque<(String, Leaves)>,
    /// Pages drawn a moment ago, last first: the next one is drawn ahead.
    drawn: VecDeque<(String, Vec<u8>)>,
    /// What has been read of each document, page by page.
    texts: HashMap<String, Vec<Text>>,
    /// The committee's key was not compared by a person yet.
    unknown: bool,
    since: Option<Since>,
    newer: Option<Newer>,
}

impl Room {
    /// `data` is the program's own folder.
    pub fn new(data: &Path) -> Room {
        Room { shelf: Shelf::new(data.join("reading")), waiting: None, open: None }
    }

    /// A packet named from outside: on the command line, by a double click. What is open stays open until it is answered.
    pub fn await_packet(&mut self, path: PathBuf) {
        self.waiting = Some(Wait::File(path));
    }

    pub fn ask(&mut self, now: Instant, request: Value) -> Result<Value, Failure> {
        let request: ReadingRequest = serde_json::from_value(request)?;
        let answer = match request {
            ReadingRequest::State => serde_json::to_value(self.state(now))?,
            ReadingRequest::Await { path } => {
                self.await_packet(PathBuf::from(path));
                serde_json::to_value(self.state(now))?
            }
            ReadingRequest::AwaitKept { id } => {
                self.shelf.folder(&id)?;
                self.waiting = Some(Wait::Kept(id));
                serde_json::to_value(self.state(now))?
            }
            ReadingRequest::Open { passphrase, digits } => {
                self.open(now, &passphrase, &digits)?;
                serde_json::to_value(self.state(now))?
            }
            ReadingRequest::Compared => {
                let Room { shelf, open, .. } = self;
                let open = open.as_mut().ok_or_else(none_open)?;
                shelf.compared(&open.reading.manifest().committee)?;
                open.unknown = false;
                serde_json::to_value(self.state(now))?
            }
            ReadingRequest::Discard { id } => {
                // The one that is open is closed first: nothing of it may be written again afterwards.
                if self.open.as_ref().is_some_and(|open| shelf::id_of(open.reading.folder()) == id) {
                    self.open = None;
                }
                if matches!(&self.waiting, Some(Wait::Kept(kept)) if *kept == id) {
                    self.waiting = None;
                }
                self.shelf.discard(&id)?;
                serde_json::to_value(self.state(now))?
            }
            ReadingRequest::Forget => {
                self.waiting = None;
                serde_json::to_value(self.state(now))?
            }
            ReadingRequest::Close => {
                (self.open, self.waiting) = (None, None);
                serde_json::to_value(self.state(now))?
            }
            ReadingRequest::Fill { what } => serde_json::to_value(self.fill(now, what)?)?,
            ReadingRequest::Leaf { document, page } => serde_json::to_value(self.opened_mut()?.leaf(&document, page)?)?,
            ReadingRequest::Outline { document } => serde_json::to_value(self.opened_mut()?.outline(&document)?)?,
            ReadingRequest::Find { text } => serde_json::to_value(self.opened_mut()?.find(&text)?)?,
        };
        Ok(answer)
    }

    fn state(&self, now: Instant) -> ReadingState {
        let named = |wait: &Wait| match wait {
            Wait::File(path) => Waiting { path: path.display().to_string(), name: name_of(path), kept: String::new() },
            Wait::Kept(id) => Waiting { path: String::new(), name: self.shelf.name(id), kept: id.clone() },
        };
        ReadingState {
            open: self.open.as_ref().map(|open| open.contents(now)),
            waiting: self.waiting.as_ref().map(named),
            recent: self.shelf.recent(),
            now,
        }
    }

    fn open(&mut self, now: Instant, passphrase: &str, digits: &str) -> Result<(), Failure> {
        let said = Passphrase::said(passphrase);
        let (mut reading, name) = match self.waiting.as_ref().ok_or_else(none_waiting)? {
            Wait::File(path) => (self.take_in(path, &said, digits)?, Some(name_of(path))),
            Wait::Kept(id) => (Reading::open(&self.shelf.folder(id)?, &said)?, None),
        };
        let committee = &reading.manifest().committee;
        if self.shelf.is_other(committee) {
            if !agrees(committee, digits) {
                return Err(other_key(&committee.name, digits));
            }
            self.shelf.compared(committee)?;
        }
        let unknown = !self.shelf.meet(committee)?;
        let (since, newer) = self.beside(&mut reading, &said);
        self.shelf.label(&reading, name.as_deref(), now)?;
        let (held, drawn, texts) = (VecDeque::new(), VecDeque::new(), HashMap::new());
        self.open = Some(Open { reading, held, drawn, texts, unknown, since, newer });
        self.waiting = None;
        Ok(())
    }

    /// Takes a packet in. One of a committee met before must be signed by the key known here, or by one whose digits the
    /// reader was told by telephone.
    fn take_in(&self, path: &Path, said: &Passphrase, digits: &str) -> Result<Reading, Failure> {
        let file = || std::fs::File::open(path).map_err(|e| not_read(path, &e));
        let mut limits = self.shelf.limits();
        if !digits.trim().is_empty() {
            let committee = shelf::peek(file()?, said)?;
            if !agrees(&committee, digits) {
                return Err(other_key(&committee.name, digits));
            }
            limits.known.insert(committee.file_id, committee.verify_key);
        }
        match Reading::take_in(self.shelf.home(), file()?, said, &limits) {
            Err(exchange::packet::Error::OtherCommittee { name }) => Err(other_key(&name, digits)),
            other => Ok(other?),
        }
    }

    /// Looks at the other editions of the packet kept here. A later one is named; from the one before the reader goes on
    /// where the material is the same, and is told what is new.
    fn beside(&self, reading: &mut Reading, said: &Passphrase) -> (Option<Since>, Option<Newer>) {
        let order = |one: &Reading| (one.manifest().edition, one.manifest().created);
        let mine = order(reading);
        let (earlier, later): (Vec<Reading>, Vec<Reading>) = self.shelf.kin(reading, said).into_iter().partition(|one| order(one) < mine);
        let newer = later.into_iter().max_by_key(order).map(|one| Newer {
            id: shelf::id_of(one.folder()),
            edition: one.manifest().edition,
            created: one.manifest().created,
        });
        let since = earlier.into_iter().max_by_key(order).map(|last| {
            let begun = |r: &Reading| r.items().iter().filter(|i| i.conflict.state != Default::default()).count();
            let mut kept = 0;
            // Nothing is lost if it fails: the earlier edition keeps its answers, and they can be given again.
            if begun(reading) == 0 && reading.take_over(&last).is_ok() {
                kept = begun(reading) as u32;
            }
            since::since(last.manifest(), reading.manifest(), kept)
        });
        (since, newer)
    }

    fn opened_mut(&mut self) -> Result<&mut Open, Failure> {
        self.open.as_mut().ok_or_else(none_open)
    }

    fn fill(&mut self, now: Instant, what: Fill) -> Result<Contents, Failure> {
        let open = self.opened_mut()?;
        match fill::fill(open.reading.manifest(), open.reading.items(), what)? {
            Filled::Item(item) => open.put(item)?,
            Filled::Note(item, words) => open.put_note(item, words)?,
            Filled::Mark(mark) => open.put_mark(mark)?,
            Filled::DropMark(id) => open.reading.drop_note(&id)?,
        }
        Ok(open.contents(now))
    }

    /// One page as PNG, or a picture as it was sent.
    pub fn page(&mut self, request: Value) -> Result<Vec<u8>, Failure> {
        let ask: LeafPicture = serde_json::from_value(request)?;
        self.opened_mut()?.picture(&ask)
    }

    /// The name of the next return, or what it still wants. Asked before the person is asked where to put it.
    pub fn return_name(&mut self) -> Result<String, Failure> {
        let open = self.opened_mut()?;
        if let Some(first) = show::missing(open.reading.manifest(), open.reading.items()).into_iter().next() {
            return Err(Failure::new("LS-C05", FailureKind::Invalid, first.zh, first.en)
                .way("填好后再生成回执文件。", "Fill it in, then make the return."));
        }
        Ok(open.reading.return_name())
    }

    /// Writes the return to `path`, whole or not at all, and notes what it told.
    pub fn make_return(&mut self, now: Instant, path: &Path) -> Result<(), Failure> {
        self.return_name()?;
        let open = self.opened_mut()?;
        open.reading.make_return(path, now)?;
        let told = show::print(open.reading.items());
        open.reading.set_place(MADE, &now.to_rfc3339())?;
        open.reading.set_place(TOLD, &told)?;
        Ok(())
    }

    /// A document as it was sent, to be looked at in the system's own viewer.
    pub fn document(&mut self, id: &str) -> Result<FileOut, Failure> {
        let open = self.opened_mut()?;
        let (_, document) = open.readable(id)?;
        Ok(FileOut { name: document.title, bytes: open.reading.bytes(id)? })
    }
}

impl Open {
    fn contents(&self, now: Instant) -> Contents {
        show::contents(show::Facts {
            manifest: self.reading.manifest(),
            filled: self.reading.items(),
            notes: self.reading.notes(),
            spoken: self.reading.key().ok().and_then(|key| spoken::fingerprint_of_hex(&key)).unwrap_or_default(),
            returned: self.returned(),
            id: shelf::id_of(self.reading.folder()),
            committee_key: spoken::fingerprint_of_hex(&self.reading.manifest().committee.verify_key).unwrap_or_default(),
            unknown: self.unknown,
            since: self.since.clone(),
            newer: self.newer.clone(),
            today: now.date_naive(),
        })
    }

    fn returned(&self) -> Option<Returned> {
        let place = self.reading.place();
        let made = chrono::DateTime::parse_from_rfc3339(place.get(MADE)?).ok()?;
        let changed = place.get(TOLD).is_none_or(|told| *told != show::print(self.reading.items()));
        Some(Returned { seq: self.reading.returns(), made, changed })
    }

    /// Keeps an item. What had been filled in before a conflict came to mind is laid aside, out of the return, and comes back
    /// when the declaration was a slip of the hand.
    fn put(&mut self, item: ItemBack) -> Result<(), Failure> {
        let aside = format!("{ASIDE}{}", item.id);
        let now = self.reading.items().iter().find(|one| one.id == item.id).cloned().unwrap_or_default();
        let bare = fill::told(&item);
        if bare != item {
            self.reading.set_place(&aside, &serde_json::to_string(&now)?)?;
            return Ok(self.reading.answer(bare)?);
        }
        let laid = self.reading.place().get(&aside).filter(|text| !text.is_empty()).cloned();
        if item.conflict.state == exchange::packet::ConflictState::None
            && let Some(before) = laid.and_then(|text| serde_json::from_str::<ItemBack>(&text).ok())
        {
            self.reading.answer(ItemBack { conflict: item.conflict, ..before })?;
            return Ok(self.reading.set_place(&aside, "")?);
        }
        Ok(self.reading.answer(item)?)
    }

    fn put_note(&mut self, item: String, words: String) -> Result<(), Failure> {
        let id = format!("n-{item}");
        if words.is_empty() {
            return Ok(self.reading.drop_note(&id)?);
        }
        Ok(self.reading.note(Note { id, item, words, ..Note::default() })?)
    }

    /// A highlight gets the next number of its own; private ones never meet those of the return.
    fn put_mark(&mut self, mut mark: Note) -> Result<(), Failure> {
        if mark.id.is_empty() {
            let taken = self.reading.notes().iter().filter_map(|note| note.id.strip_prefix('m')?.parse::<u32>().ok());
            mark.id = format!("m{}", taken.max().unwrap_or(0) + 1);
        }
        Ok(self.reading.note(mark)?)
    }

    fn outline(&mut self, id: &str) -> Result<OutlineView, Failure> {
        let (_, document) = self.readable(id)?;
        let mut view = OutlineView { document: id.into(), lines: vec![] };
        if document.kind == DocumentKind::Pdf {
            let found = self.leaves(id)?.bookmarks();
            view.lines = found.into_iter().map(|b| OutlineLine { title: b.title, level: b.level, page: b.page }).collect();
        }
        Ok(view)
    }

    /// The document and its item, once the reader has said that there is no conflict.
    fn readable(&self, id: &str) -> Result<(ItemOut, DocumentOut), Failure> {
        let manifest = self.reading.manifest();
        let of = |item: &ItemOut| item.documents.iter().find(|d| d.id == id).cloned();
        let found = manifest.items.iter().find_map(|item| of(item).map(|document| (item.clone(), document)));
        let (item, document) = found.ok_or_else(|| Failure::not_found("document", id))?;
        may_be_read(&fill::filled_of(self.reading.items(), &item))?;
        Ok((item, document))
    }

    fn leaves(&mut self, id: &str) -> Result<&Leaves, Failure> {
        match self.held.iter().position(|(held, _)| held == id) {
            Some(0) => {}
            Some(at) => {
                let one = self.held.remove(at);
                self.held.extend(one);
                self.held.rotate_right(1);
            }
            None => {
                let leaves = Leaves::open(self.reading.bytes(id)?)?;
                self.held.push_front((id.to_string(), leaves));
                self.held.truncate(HELD);
            }
        }
        self.held.front().map(|(_, leaves)| leaves).ok_or_else(|| Failure::not_found("document", id))
    }

    fn picture(&mut self, ask: &LeafPicture) -> Result<Vec<u8>, Failure> {
        let (_, document) = self.readable(&ask.reading)?;
        match document.kind {
            DocumentKind::Pdf => {
                let name = format!("{}/{}/{}", document.id, ask.page, ask.dpi);
                if let Some((_, png)) = self.drawn.iter().find(|(drawn, _)| *drawn == name) {
                    return Ok(png.clone());
                }
                let png = self.leaves(&document.id)?.png(ask.page.saturating_sub(1), ask.dpi)?;
                self.drawn.push_front((name, png.clone()));
                self.drawn.truncate(DRAWN);
                Ok(png)
            }
            DocumentKind::Image => Ok(self.reading.bytes(&document.id)?),
            DocumentKind::Other => Err(Failure::invalid(
                "document",
                format!("“{}”不是PDF也不是图片，不能在这里看。", document.title),
                format!("“{}” is neither a PDF nor a picture and cannot be shown here.", document.title),
            )),
        }
    }

    fn leaf(&mut self, id: &str, page: u32) -> Result<LeafView, Failure> {
        let (item, document) = self.readable(id)?;
        let mut view = LeafView { document: id.into(), page, width: 0.0, height: 0.0, lines: vec![], watermark: item.watermark.clone() };
        if document.kind == DocumentKind::Pdf {
            let found = self.leaves(id).and_then(|leaves| Ok(leaves.letters(page.saturating_sub(1))?));
            let letters = found.map_err(|cause| unreadable(&document.title, cause))?;
            if Text::of(&letters).holds(&item.watermark) {
                view.watermark.clear();
            }
            (view.width, view.height, view.lines) = (letters.width, letters.height, find::lines(&letters));
        }
        Ok(view)
    }

    /// Looks through what may be shown, reading on where the last search stopped.
    fn find(&mut self, text: &str) -> Result<FoundView, Failure> {
        let begin = Moment::now();
        let mut view = FoundView { text: text.into(), hits: vec![], read: 0, all: 0, unwritten: 0 };
        let items: Vec<ItemOut> = self
            .reading
            .manifest()
            .items
            .iter()
            .filter(|item| may_be_read(&fill::filled_of(self.reading.items(), item)).is_ok())
            .cloned()
            .collect();
        for item in &items {
            for document in item.documents.iter().filter(|d| d.kind == DocumentKind::Pdf) {
                view.all += document.pages;
                let mut read = self.texts.remove(&document.id).unwrap_or_default();
                while (read.len() as u32) < document.pages && begin.elapsed() < PATIENCE {
                    // A page that cannot be read is one without words: the picture still shows it.
                    let letters = self.leaves(&document.id).and_then(|l| Ok(l.letters(read.len() as u32)?));
                    read.push(letters.map(|l| Text::of(&l)).unwrap_or_default());
                }
                for (page, words) in (1..).zip(&read) {
                    view.unwritten += u32::from(words.is_blank());
                    if view.hits.len() < MOST_HITS
                        && let Some((before, hit, after, times)) = words.find(text)
                    {
                        view.hits.push(Hit { item: item.id.clone(), document: document.id.clone(), page, before, hit, after, times });
                    }
                }
                view.read += read.len() as u32;
                self.texts.insert(document.id.clone(), read);
            }
        }
        Ok(view)
    }
}

/// What cannot be read is named, whatever the reader of PDFs says of it; the file itself is as the committee signed it.
fn unreadable(title: &str, cause: Failure) -> Failure {
    if cause.kind != FailureKind::Paper {
        return cause;
    }
    Failure::new(
        "LS-C11",
        FailureKind::Paper,
        format!("“{title}”在这里读不出来，它可能不是PDF，或者交来时就已损坏。"),
        format!("“{title}” cannot be read here; it may not be a PDF, or was damaged when it was handed in."),
    )
    .way(
        "可以用系统的程序打开；仍打不开的，请秘书另送一份。",
        "Try the system's own program; if that fails too, ask the secretary for another copy.",
    )
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The digits told by telephone are those of the key that signed.
fn agrees(committee: &exchange::packet::Committee, digits: &str) -> bool {
    spoken::fingerprint_of_hex(&committee.verify_key).is_some_and(|own| spoken::same(&own, digits))
}

/// Shouted: another key than before signs for the committee. `committee_key` asks the page for the digits.
fn other_key(name: &str, digits: &str) -> Failure {
    let (zh, en) = if digits.trim().is_empty() {
        (
            format!("这个文件自称来自“{name}”，签名却不是本机以前认得的那一把钥匙，没有打开。"),
            format!("The file says it is from “{name}”, but it is not signed by the key this machine knows; it was not opened."),
        )
    } else {
        (
            format!("填入的十六位数字与这个文件的签名不一致，没有打开。文件可能不是“{name}”做的。"),
            format!("The sixteen digits do not belong to the signature of this file; it was not opened. It may not be from “{name}”."),
        )
    };
    Failure { field: "committee_key".into(), ..Failure::new("LS-C10", FailureKind::Invalid, zh, en) }.way(
        "请用平时的号码给秘书打电话，不要用邮件里的号码。确是换了钥匙，请秘书念出本会的十六位数字，填在下面；念不出的，不要用这个文件。",
        "Telephone the secretary by the number you always use, not by one in the mail. If the key was changed, have its sixteen digits read out and type them below; if not, do not use the file.",
    )
}

fn none_waiting() -> Failure {
    Failure::new("LS-C09", FailureKind::NotFound, "还没有选择要打开的阅会包。", "No packet was chosen yet.")
        .way("先选择文件，再输入口令。", "Choose a file first, then type the passphrase.")
}

fn not_read(path: &Path, e: &std::io::Error) -> Failure {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Failure::new("LS-C08", FailureKind::Io, format!("没有读到“{name}”（{e}）。"), format!("“{name}” was not read ({e})."))
        .way("请插好U盘，或重新选择文件。", "Put the stick in, or choose the file again.")
}

fn none_open() -> Failure {
    Failure::new("LS-C01", FailureKind::Locked, "还没有打开阅会包。", "No packet is open.").way(
        "把秘书给的文件拖到窗口里，输入电话里告诉你的口令。",
        "Drop the secretary's file on the window and type the passphrase told by phone.",
    )
}
