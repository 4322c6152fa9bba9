//! Writes, reads and takes in a packet of forty documents and prints time and peak memory, against copying the same bytes.
//! `cargo run --release -p exchange --example large_packet -- 300`; exits with a failure when the peak is above 300 MB.

use exchange::packet::reading::Reading;
use exchange::packet::*;
use sha2::{Digest, Sha256};
use std::io::{self, BufReader, Read, Write};
use std::path::Path;
use std::time::{Duration, Instant};

const DOCUMENTS: u64 = 40;

/// Bytes without a pattern a disk could shorten; the same for the same document.
struct Noise {
    state: u64,
    left: u64,
}

impl Read for Noise {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let n = into.len().min(usize::try_from(self.left).unwrap_or(usize::MAX));
        for chunk in into[..n].chunks_mut(8) {
            self.state ^= self.state << 13;
            self.state ^= self.state >> 7;
            self.state ^= self.state << 17;
            chunk.copy_from_slice(&self.state.to_le_bytes()[..chunk.len()]);
        }
        self.left -= n as u64;
        Ok(n)
    }
}

fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"));
    line.and_then(|l| l.split_whitespace().next()?.parse::<u64>().ok()).unwrap_or(0)
}

fn told(what: &str, took: Duration, bytes: u64) {
    let rate = bytes as f64 / 1e6 / took.as_secs_f64().max(1e-9);
    println!("{what:<34}{:>8.2} s {rate:>8.0} MB/s   peak {:>5} MB", took.as_secs_f64(), peak() / 1024);
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let megabytes: u64 = std::env::args().nth(1).unwrap_or_else(|| "300".into()).parse()?;
    let room = tempfile::tempdir()?;
    let (each, total) = (megabytes * 1_000_000 / DOCUMENTS, megabytes * 1_000_000 / DOCUMENTS * DOCUMENTS);
    let mut documents = vec![];
    for n in 0..DOCUMENTS {
        let (mut from, mut hash) = (Noise { state: n + 1, left: each }, Sha256::new());
        let mut file = std::fs::File::create(room.path().join(n.to_string()))?;
        let mut chunk = vec![0; 64 * 1024];
        loop {
            let got = from.read(&mut chunk)?;
            if got == 0 {
                break;
            }
            hash.update(&chunk[..got]);
            file.write_all(&chunk[..got])?;
        }
        file.sync_all()?;
        let sha256 = hash.finalize().iter().map(|b| format!("{b:02x}")).collect();
        let title = format!("材料{n}");
        let (label, kind) = (String::new(), DocumentKind::Pdf);
        documents.push(DocumentOut { id: n.to_string(), title, label, pages: 30, kind, len: each, sha256, first_page: 1 });
    }
    let seed = [1; 32];
    let said = Passphrase::said("1234 5678 9012 3456 7890");
    let manifest: Manifest = serde_json::from_value(serde_json::json!({
        "format": PACKET, "version": Version::OURS, "packet": "p", "seq": 1, "edition": 1,
        "committee": {"file_id": "f", "name": "委员会", "verify_key": verify_key(&seed), "answer_to": answer_to(&[2; 32])?},
        "occasion": {"kind": "meeting", "id": "m", "title_zh": "会议", "title_en": "Meeting"},
        "recipient": {"member": "m1", "name": "某某", "role_zh": "主任委员", "role_en": "Chair", "form": "worksheet"},
        "created": "2026-09-11T09:00:00+08:00",
        "items": [{"id": "i", "case": "c", "number": "1", "title": "某项目", "kind_zh": "", "kind_en": "", "edition": 1, "documents": documents}]
    }))?;
    println!("{DOCUMENTS} documents, {} MB", total / 1_000_000);

    let began = Instant::now();
    copy_all(room.path(), &room.path().join("copy"))?;
    told("copying the same bytes", began.elapsed(), total);
    let began = Instant::now();
    let packet = room.path().join(file_name(&manifest));
    let from = room.path().to_path_buf();
    let mut blobs = |d: &DocumentOut| -> io::Result<Box<dyn Read>> { Ok(Box::new(BufReader::new(std::fs::File::open(from.join(&d.id))?))) };
    write_to(&packet, &manifest, &mut blobs, &seed, &said, &mut |_, _| true)?;
    told("written, flushed, read again", began.elapsed(), total);
    let began = Instant::now();
    read_from(&packet, &said, &mut Nowhere, &Limits::default())?;
    told("read and checked", began.elapsed(), total);
    let began = Instant::now();
    let home = room.path().join("home");
    let reading = Reading::take_in(&home, std::fs::File::open(&packet)?, &said, &Limits::default())?;
    told("taken in on the reader's machine", began.elapsed(), total);
    let began = Instant::now();
    let mut first = [0; 1000];
    reading.document("39")?.read_exact(&mut first)?;
    told("first bytes of the last document", began.elapsed(), 1000);
    if peak() > 300 * 1024 {
        return Err("the peak is above 300 MB".into());
    }
    Ok(())
}

fn copy_all(from: &Path, into: &Path) -> io::Result<()> {
    let mut out = std::fs::File::create(into)?;
    for n in 0..DOCUMENTS {
        io::copy(&mut std::fs::File::open(from.join(n.to_string()))?, &mut out)?;
    }
    out.sync_all()
}
