//! A small packet and a small return, the same each time but for what age draws afresh.

use super::super::*;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io;

pub(crate) const COMMITTEE: [u8; 32] = [11; 32];
pub(crate) const ANSWERS: [u8; 32] = [12; 32];
pub(crate) const READER: [u8; 32] = [13; 32];
pub(crate) const SAID: &str = "1234 5678 9012 3456 7890";
/// Stands in every title, name and document; must not be seen from outside.
pub(crate) const CANARY: &str = "CANARY金丝雀";

pub(crate) fn passphrase() -> Passphrase {
    Passphrase::said(SAID).with_work(1)
}

pub(crate) fn document(id: &str, title: &str, bytes: &[u8]) -> DocumentOut {
    DocumentOut {
        id: id.into(),
        title: title.into(),
        label: "V1.2".into(),
        pages: 3,
        kind: DocumentKind::Pdf,
        len: bytes.len() as u64,
        sha256: hex(&Sha256::digest(bytes)),
        first_page: 1,
    }
}

pub(crate) struct Given {
    pub(crate) manifest: Manifest,
    pub(crate) blobs: BTreeMap<String, Vec<u8>>,
}

pub(crate) fn given(sizes: &[usize]) -> Given {
    let blobs: BTreeMap<String, Vec<u8>> =
        sizes.iter().enumerate().map(|(n, len)| (format!("doc-{n}"), CANARY.bytes().cycle().skip(n).take(*len).collect())).collect();
    let at = |text: &str| chrono::DateTime::parse_from_rfc3339(text).unwrap();
    let choice = |key: &str, zh: &str, en: &str| ChoiceOut { key: key.into(), zh: zh.into(), en: en.into() };
    let item = ItemOut {
        id: "item-1".into(),
        case: "case-1".into(),
        number: "2026-0007".into(),
        title: format!("{CANARY}人脸识别无感考勤"),
        kind_zh: "初次".into(),
        kind_en: "first review".into(),
        minutes: 20,
        leader: format!("{CANARY}李老师"),
        unit: "某学院".into(),
        lead_zh: "以人脸识别代替点名。".into(),
        edition: 2,
        worksheet: true,
        points: vec![PointOut {
            key: "2.1".into(), dimension: "fair".into(), zh: "标准是否合理".into(), en: "Sound criteria".into()
        }],
        dimensions: vec![choice("fair", "公平公正", "Fairness")],
        options: vec![choice("revise", "修改后再审", "Revise"), choice("approve", "批准", "Approve")],
        documents: blobs.iter().map(|(id, bytes)| document(id, &format!("../../{CANARY}实施方案.pdf"), bytes)).collect(),
        changed_since: vec![],
        watermark: format!("{CANARY}周秉衡专用"),
    };
    let manifest = Manifest {
        format: PACKET.into(),
        version: Version::OURS,
        packet: "packet-1".into(),
        seq: 1,
        edition: 1,
        committee: Committee {
            file_id: "file-1".into(),
            name: format!("{CANARY}委员会"),
            verify_key: verify_key(&COMMITTEE),
            answer_to: answer_to(&ANSWERS).unwrap(),
        },
        occasion: Occasion {
            kind: OccasionKind::Meeting,
            id: "meeting-7".into(),
            title_zh: "第7次会议".into(),
            title_en: "7th meeting".into(),
            at: Some(at("2026-09-18T14:00:00+08:00")),
            place: "二楼".into(),
        },
        recipient: Recipient {
            member: "member-1".into(),
            name: format!("{CANARY}周秉衡"),
            role_zh: "主任委员".into(),
            role_en: "Chair".into(),
            form: PacketForm::Worksheet,
        },
        created: at("2026-09-11T09:00:00+08:00"),
        expires: None,
        items: vec![item],
    };
    Given { manifest, blobs }
}

impl Given {
    pub(crate) fn written(&self, passphrase: &Passphrase) -> Result<(Vec<u8>, Written), Error> {
        let mut out = Vec::new();
        let mut blobs = |d: &DocumentOut| -> io::Result<Box<dyn io::Read + '_>> { Ok(Box::new(&self.blobs[&d.id][..])) };
        let written = write(&self.manifest, &mut blobs, &COMMITTEE, passphrase, &mut out, &mut |_, _| true)?;
        Ok((out, written))
    }
}

/// Keeps what ended well.
#[derive(Default)]
pub(crate) struct Basket {
    open: Vec<u8>,
    pub(crate) kept: BTreeMap<String, Vec<u8>>,
}

impl Sink for Basket {
    fn begin(&mut self, _: &DocumentOut) -> io::Result<()> {
        self.open.clear();
        Ok(())
    }
    fn chunk(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.open.extend_from_slice(bytes);
        Ok(())
    }
    fn end(&mut self, document: &DocumentOut) -> io::Result<()> {
        self.kept.insert(document.id.clone(), std::mem::take(&mut self.open));
        Ok(())
    }
}

pub(crate) fn opened(bytes: &[u8]) -> Result<Opened, Error> {
    read(bytes, &passphrase(), &mut Nowhere, &Limits::default())
}

pub(crate) fn back(manifest_sha256: &str) -> Return {
    let item = ItemBack {
        id: "item-1".into(),
        case: "case-1".into(),
        edition: 2,
        conflict: ConflictBack { state: ConflictState::None, words: String::new() },
        points: [("2.1".to_string(), PointBack { answer: Some(3), words: format!("{CANARY}比例失衡") })].into(),
        dimensions: [("fair".to_string(), DimensionBack { answer: Some(2), words: String::new() })].into(),
        opinion: Some("revise".into()),
        remarks: vec![RemarkBack {
            id: "r1".into(),
            document: "doc-0".into(),
            page: 2,
            quote: "占31%".into(),
            words: CANARY.into(),
            for_letter: true,
            marks: vec![[1000, 2000, 3000, 2200]],
        }],
        words: String::new(),
    };
    Return {
        format: RETURN.into(),
        version: Version::OURS,
        packet: "packet-1".into(),
        manifest_sha256: manifest_sha256.into(),
        seq: 1,
        committee_file_id: "file-1".into(),
        occasion: "meeting-7".into(),
        member: "member-1".into(),
        made: chrono::DateTime::parse_from_rfc3339("2026-09-15T20:00:00+08:00").unwrap(),
        key: verify_key(&READER),
        items: vec![item],
    }
}

pub(crate) fn sealed(ret: &Return) -> Vec<u8> {
    let mut out = Vec::new();
    seal_return(ret, &READER, &answer_to(&ANSWERS).unwrap(), &mut out).unwrap();
    out
}

/// A file as another program could make it: any first line, any list, signed by any key, anything after it.
pub(crate) fn forged(line: &str, list: &[u8], seed: &[u8; 32], rest: &[u8], to: &dyn age::Recipient) -> Vec<u8> {
    use ed25519_dalek::{Signer, SigningKey};
    let signed = [b"lunshen signature 1\0", line.as_bytes(), list].concat();
    let signature = SigningKey::from_bytes(seed).sign(&signed).to_bytes();
    let len = (list.len() as u32).to_be_bytes();
    outer::seal_bytes(to, &[line.as_bytes(), &len, list, &signature, rest].concat()).unwrap()
}

pub(crate) fn forged_packet(line: &str, list: &serde_json::Value, rest: &[u8]) -> Vec<u8> {
    forged(line, &serde_json::to_vec(list).unwrap(), &COMMITTEE, rest, &passphrase().lock())
}

pub(crate) const LINE: &str = "lunshen-packet 1.0 lunshen/0.1.0\n";
