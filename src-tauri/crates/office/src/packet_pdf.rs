//! The packet as one PDF: whole in memory for the screen when it is small, written straight to a file when it is not, with
//! its progress told and a way to stop. Nothing here is an act.

use crate::convert::{Converted, Converter, convertible};
use crate::failure::{Failure, FailureKind};
use crate::office::Office;
use crate::paper_out::file_name;
use crate::prints;
use crate::sources::Sources;
use measures::*;
use papers::Pdf;
use papers::packet::PacketDocument;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// For whom, and of what.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PacketFor {
    pub meeting: Option<String>,
    /// Cases of the simplified procedure, when there is no meeting.
    pub cases: Vec<String>,
    pub member: String,
    pub reply_by: Option<Date>,
}

/// A packet that was written as a PDF.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PacketPdf {
    pub path: String,
    pub file_name: String,
    pub sha256: String,
    pub pages: u32,
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
    /// Attachments that are in it, and those only listed.
    pub merged: u32,
    pub listed: u32,
}

/// A packet with more attachments than this is not held in memory for the screen.
const SHOWN: u64 = 64 << 20;

impl Office {
    fn bound_packet(&self, now: Instant, of: &PacketFor) -> Result<(papers::packet::Packet, Sources<'_>), Failure> {
        let src = Sources::of_open(self.opened()?, now)?;
        let meeting = of.meeting.as_ref().map(|m| src.need::<Meeting>("meeting", m)).transpose()?;
        Ok((prints::packet::packet(&src, meeting.as_ref(), &of.cases, &of.member, of.reply_by)?, src))
    }

    /// The reading packet of one person for one meeting, or for cases of the simplified procedure, for the screen.
    pub(crate) fn packet_pdf(&self, now: Instant, of: &PacketFor) -> Result<(Pdf, String), Failure> {
        let (packet, src) = self.bound_packet(now, of)?;
        let size: u64 = packet.cases.iter().flat_map(|c| &c.documents).map(|d| d.len).sum();
        if size > SHOWN {
            let mb = size >> 20;
            return Err(Failure::new(
                "LS-F05",
                FailureKind::Paper,
                format!("附件共{mb}MB，太大，不在屏幕上整本打开。"),
                format!("The attachments are {mb} MB; too much to be shown here as a whole."),
            )
            .way("用“存成PDF”写到文件夹。", "Write it to a folder with “Save as PDF”."));
        }
        let (pdf, _) = papers::packet::bound(&packet, self.press.fonts()?, &mut reading(&src))?;
        Ok((pdf, file_name(&["阅会包", &packet.occasion, &packet.member], "pdf")))
    }

    /// Writes it to a new file in the folder: beside its place first, then named. What was stopped leaves nothing.
    pub(crate) fn write_packet_pdf(&mut self, now: Instant, of: &PacketFor, folder: &Path) -> Result<PacketPdf, Failure> {
        let task = self.task.clone();
        let _under_way = task.begin("packet_pdf");
        let (mut packet, src) = self.bound_packet(now, of)?;
        let converted = converted(&mut packet, &mut reading(&src), &mut |done, all| task.at(done, all))?;
        let name = file_name(&["阅会包", &packet.occasion, &packet.member], "pdf");
        let path = crate::packets::free(folder, &name);
        let beside = path.with_extension("pdf.part");
        let failed = |e: std::io::Error| Failure::io(&path, &e);
        let mut written = None;
        let outcome = (|| {
            let file = File::create(&beside).map_err(failed)?;
            let mut out = Told { to: BufWriter::with_capacity(1 << 20, file), failed: None };
            let mut archived = reading(&src);
            let mut read = |d: &PacketDocument| match converted.as_ref().and_then(|c| c.pdf(&d.sha256)) {
                Some(pdf) => Ok(pdf),
                None => archived(d),
            };
            let bound = papers::packet::bind(&packet, self.press.fonts()?, &mut read, &mut out, &mut |done, all| task.at(done, all));
            // The disk's own words are better than "the PDF could not be written".
            if let Some(e) = out.failed.take() {
                return Err(failed(e));
            }
            let bound = bound?;
            let file = out.to.into_inner().map_err(|e| failed(e.into_error()))?;
            file.sync_all().map_err(failed)?;
            std::fs::rename(&beside, &path).map_err(failed)?;
            written = Some(bound);
            Ok(())
        })();
        if outcome.is_err() {
            let _ = std::fs::remove_file(&beside);
        }
        outcome?;
        let bound = written.ok_or_else(|| Failure::bug("written and not told"))?;
        let merged = bound.placed.iter().filter(|p| p.pages > 0).count() as u32;
        Ok(PacketPdf {
            path: path.display().to_string(),
            file_name: name,
            sha256: bound.sha256,
            pages: bound.pages,
            size: bound.len,
            merged,
            listed: bound.placed.len() as u32 - merged,
        })
    }
}

/// Office files as PDFs, where the machine has a converter. What is converted says so beside its name.
fn converted(
    packet: &mut papers::packet::Packet,
    read: &mut dyn FnMut(&PacketDocument) -> Result<Vec<u8>, String>,
    go_on: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Option<Converted>, Failure> {
    let Some(converter) = Converter::found() else { return Ok(None) };
    let documents = || packet.cases.iter().flat_map(|c| &c.documents);
    let mut files: Vec<(String, String)> =
        documents().filter(|d| convertible(&d.name)).map(|d| (d.name.clone(), d.sha256.clone())).collect();
    files.sort_by(|a, b| a.1.cmp(&b.1));
    files.dedup_by(|a, b| a.1 == b.1);
    let mut bytes = |sha256: &str| read(&PacketDocument { sha256: sha256.into(), ..PacketDocument::default() }).ok();
    let done = converter.convert(&files, &mut bytes, go_on).ok_or(papers::Error::Stopped)?;
    let mut any = false;
    for d in packet.cases.iter_mut().flat_map(|c| &mut c.documents).filter(|d| done.has(&d.sha256)) {
        let comma = if d.label.is_empty() { "" } else { "，" };
        d.label = format!("{}{comma}转换件", d.label);
        any = true;
    }
    if any {
        packet.notes.push("标“转换件”的，由LibreOffice从办公文件转成，版面可能有出入，以原文件为准。".into());
    }
    Ok(Some(done))
}

/// A document's bytes out of the archive.
fn reading<'a>(src: &'a Sources) -> impl FnMut(&PacketDocument) -> Result<Vec<u8>, String> + 'a {
    |d| match src.reader.blob(&d.sha256) {
        Ok(Some(bytes)) => Ok(bytes),
        Ok(None) => Err("档案里没有这个文件".to_string()),
        Err(e) => Err(e.to_string()),
    }
}

/// Remembers what the disk said.
struct Told<W> {
    to: W,
    failed: Option<std::io::Error>,
}

impl<W: Write> Told<W> {
    fn heard<T: Default>(&mut self, of: std::io::Result<T>) -> std::io::Result<T> {
        of.map_err(|e| {
            let again = std::io::Error::from(e.kind());
            self.failed = Some(e);
            again
        })
    }
}

impl<W: Write> Write for Told<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let done = self.to.write(bytes);
        self.heard(done)
    }
    fn flush(&mut self) -> std::io::Result<()> {
        let done = self.to.flush();
        self.heard(done)
    }
}
