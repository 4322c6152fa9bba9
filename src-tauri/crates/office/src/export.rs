//! Everything a file holds, written as a folder of plain files: records as JSON, registers as CSV and Excel, papers as
//! they were issued, materials as they came in, the journal line by line with its hashes. Enough to go on without us.
//! It changes nothing in the file, and reads no article: what is open and when it is due comes from the views.

use crate::failure::{Failure, FailureKind};
use crate::office::Office;
use crate::prints::{kind_zh, named, press};
use crate::sources::Sources;
use crate::views::cases::{CaseRow, Complaint};
use exchange::{Cell, Folder, Sheet};
use measures::*;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// What was written: where, and how many files.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Written {
    pub folder: PathBuf,
    pub files: u32,
}

impl From<exchange::Error> for Failure {
    fn from(error: exchange::Error) -> Failure {
        if matches!(error, exchange::Error::Cancelled) {
            return store::Error::Cancelled.into();
        }
        let words = error.to_string();
        let (zh, en) = words.split_once(" / ").unwrap_or((&words, &words));
        Failure::new("LS-X01", FailureKind::Io, zh, en)
            .way("换一个有空间、可写的文件夹再导出。", "Export into another folder that has room and can be written to.")
    }
}

impl Office {
    /// The whole register under one question, however long: the view gives a thousand rows at a time.
    pub(crate) fn every_case(&mut self, now: Instant, asked: &Value) -> Result<Vec<CaseRow>, Failure> {
        let mut rows: Vec<CaseRow> = Vec::new();
        loop {
            let mut view = asked.clone();
            view["view"] = json!("cases");
            view["offset"] = json!(rows.len());
            view["limit"] = json!(1_000);
            let page: Vec<CaseRow> = serde_json::from_value(self.look(now, view)?["rows"].take())?;
            if page.is_empty() {
                return Ok(rows);
            }
            rows.extend(page);
        }
    }

    /// Writes `parent/导出 <committee> <moment>`. `more` is told how far it is and answers whether to go on.
    pub fn export(&mut self, now: Instant, parent: &Path, more: &mut dyn FnMut(u32, u32) -> bool) -> Result<Written, Failure> {
        let rows = self.every_case(now, &json!({ "saved": "all" }))?;
        let open = self.opened()?;
        let src = Sources::of_open(open, now)?;
        let reader = open.archive.read();
        let papers: Vec<FiledPaper> = reader.all()?;
        let materials: Vec<Material> = reader.all()?;
        let all = papers.len() as u32 + materials.len() as u32;

        let mut out = Folder::begin(parent, &format!("导出 {} {}", src.committee.name, now.format("%Y-%m-%d %H.%M")))?;
        let mut files = 0;
        let mut put = |out: &mut Folder, parts: &[&str], bytes: &[u8]| -> Result<String, Failure> {
            files += 1;
            Ok(out.put(parts, bytes)?)
        };
        put(&mut out, &["说明 README.txt"], README.as_bytes())?;

        let sheets = registers(&src, &rows, &papers)?;
        put(&mut out, &["登记簿.xlsx"], &exchange::workbook(&sheets)?)?;
        for sheet in &sheets {
            put(&mut out, &["登记簿", &format!("{}.csv", sheet.name)], &sheet.csv())?;
        }
        for (kind, _) in store::KINDS {
            let docs: Vec<Value> = reader.docs(kind)?.into_iter().map(|(_, doc)| doc).collect();
            if !docs.is_empty() {
                let folder = if *kind == COMPLAINT { RESTRICTED } else { "记录" };
                put(&mut out, &[folder, &format!("{kind}.json")], &serde_json::to_vec_pretty(&docs)?)?;
            }
        }
        let (mut lines, mut restricted) = (String::new(), String::new());
        for entry in reader.journal(store::JournalFilter::everything())? {
            let line = serde_json::to_string(&entry)?;
            let shown = withheld(&entry)?;
            if shown.is_some() {
                restricted.push_str(&line);
                restricted.push('\n');
            }
            lines.push_str(&shown.unwrap_or(line));
            lines.push('\n');
        }
        put(&mut out, &["留痕.jsonl"], lines.as_bytes())?;
        if !restricted.is_empty() {
            put(&mut out, &[RESTRICTED, "留痕.jsonl"], restricted.as_bytes())?;
        }

        let mut done = 0;
        for filed in papers.iter().filter(|p| p.state != PaperState::Draft) {
            let pdf = press::page_of(&src, &self.press, filed)?;
            let year = filed.dated.map_or_else(String::new, |d| d.format("%Y").to_string());
            let state = if filed.state == PaperState::Void { "作废 " } else { "" };
            put(
                &mut out,
                &["文书", &year, &format!("{state}{} {} {}.pdf", filed.number, kind_zh(named(&filed.kind)?), filed.addressee)],
                &pdf.bytes,
            )?;
            done += 1;
            if !more(done, all) {
                return Err(exchange::Error::Cancelled.into());
            }
        }
        for material in &materials {
            let bytes = reader.blob(&material.sha256)?.ok_or_else(|| Failure::not_found("blob", &material.sha256))?;
            let number = reader.get::<Case>(&material.case)?.map_or_else(|| material.case.clone(), |c| c.number);
            put(&mut out, &["材料", &number, &material.name], &bytes)?;
            done += 1;
            if !more(done, all) {
                return Err(exchange::Error::Cancelled.into());
            }
        }
        Ok(Written { folder: out.finish()?, files })
    }
}

const COMPLAINT: &str = "complaint";
/// Complaints lie apart, so that everything else can be handed over without them (E5(6), M31).
const RESTRICTED: &str = "受限（投诉举报）";

/// A line on a complaint as everybody may have it: the chain goes on through it, what it says is kept apart. None: any
/// other line, which is whole.
pub(crate) fn withheld(entry: &store::Entry) -> Result<Option<String>, Failure> {
    if !entry.images.iter().any(|i| i.kind == COMPLAINT) {
        return Ok(None);
    }
    Ok(Some(serde_json::to_string(&json!({
        "seq": entry.seq, "at": entry.at, "by": entry.by, "act": entry.act, "withheld": RESTRICTED, "prev": entry.prev, "hash": entry.hash,
    }))?))
}

fn name_of<'a>(src: &'a Sources, member: &'a str) -> &'a str {
    src.members.iter().find(|m| m.id == member).map_or(member, |m| &m.name)
}

/// The register of cases as a table.
pub(crate) fn register(rows: &[CaseRow]) -> Sheet {
    let mut cases = Sheet::new("案件", &["编号", "活动名称", "负责人", "单位", "程序", "现状", "在办期限", "期限名称", "会议", "年度"]);
    for r in rows {
        cases.rows.push(vec![
            r.number.as_str().into(),
            r.title.as_str().into(),
            r.leader.as_str().into(),
            r.department.as_str().into(),
            r.procedure_zh.as_str().into(),
            r.stage_zh.as_str().into(),
            r.due.into(),
            r.clock_zh.as_str().into(),
            r.agenda.as_str().into(),
            Cell::Number(f64::from(r.year)),
        ]);
    }
    cases
}

/// The registers an inspector asks for, each a table.
pub(crate) fn registers(src: &Sources, rows: &[CaseRow], papers: &[FiledPaper]) -> Result<Vec<Sheet>, Failure> {
    let cases = register(rows);
    let mut rounds = Sheet::new("审查轮次", &["编号", "轮次", "收件", "受理", "程序", "决定", "决定日期", "送达", "下次跟踪"]);
    for case in src.reader.all::<Case>()? {
        for round in &case.rounds {
            let decision = round.decision.as_ref();
            rounds.rows.push(vec![
                format!("{}{}", case.number, round.suffix).into(),
                round.kind.zh().into(),
                Some(round.received.date_naive()).into(),
                round.accepted.as_ref().map(|a| a.at.date_naive()).into(),
                match (&round.accepted, &round.commission, &round.recognised) {
                    (Some(a), ..) => a.procedure.zh().to_string(),
                    (None, Some(c), _) => format!("委托{}", c.name),
                    (None, None, Some(r)) => format!("互认{}", r.issuer.name),
                    _ => String::new(),
                }
                .into(),
                decision.map_or("", |d| d.kind.zh()).into(),
                decision.map(|d| d.on).into(),
                round.delivery().map(|d| d.at.date_naive()).into(),
                decision.and_then(|d| d.next_tracking).into(),
            ]);
        }
    }
    let mut letters = Sheet::new("文书", &["字号", "文种", "题名", "送", "日期", "状态", "替代"]);
    for p in papers {
        let state = match p.state {
            PaperState::Draft => "草稿",
            PaperState::Issued => "已签发",
            PaperState::Void => "作废",
        };
        letters.rows.push(vec![
            p.number.as_str().into(),
            kind_zh(named(&p.kind)?).into(),
            p.title.as_str().into(),
            p.addressee.as_str().into(),
            p.dated.into(),
            state.into(),
            p.replaces.clone().unwrap_or_default().into(),
        ]);
    }
    let mut votes = Sheet::new("表决", &["会议", "议题", "编号", "委员", "票"]);
    for meeting in src.reader.all::<Meeting>()? {
        for (order, id) in (1_u32..).zip(&meeting.items) {
            let item = src.need::<Item>("item", id)?;
            let case = src.need::<Case>("case", &item.case)?;
            for (member, vote) in item.ballot().into_iter().flat_map(|b| &b.votes) {
                let name = name_of(src, member);
                votes.rows.push(vec![
                    format!("{}年第{}次", meeting.year, meeting.no).into(),
                    order.into(),
                    case.number.as_str().into(),
                    name.into(),
                    vote.zh().into(),
                ]);
            }
        }
    }
    let mut members = Sheet::new("委员", &["席次", "姓名", "单位", "校外", "类别", "角色", "任期自", "任期至", "离任"]);
    for m in &src.members {
        for t in &m.terms {
            members.rows.push(vec![
                Cell::Number(f64::from(m.seat)),
                m.name.as_str().into(),
                m.unit.as_str().into(),
                if m.external { "是" } else { "" }.into(),
                m.category.zh().into(),
                t.role.zh().into(),
                Some(t.from).into(),
                Some(t.until).into(),
                t.ended.as_ref().map(|e| e.on).into(),
            ]);
        }
    }
    // Of complaints the register says how far they are; what they say is in the restricted folder.
    let mut complaints = Sheet::new("投诉举报", &["编号", "收到", "渠道", "承办人", "办结", "答复"]);
    for c in src.reader.all::<Complaint>()? {
        complaints.rows.push(vec![
            c.id.as_str().into(),
            Some(c.on).into(),
            c.channel.as_str().into(),
            name_of(src, &c.handler).into(),
            c.concluded.into(),
            c.replied.into(),
        ]);
    }
    Ok(vec![cases, rounds, letters, votes, members, complaints])
}

const README: &str = "\
本文件夹是伦理审查委员会档案的完整导出，不需要本软件也能阅读。
This folder is the whole file of an ethics committee; it can be read without the program.

登记簿.xlsx、登记簿/*.csv   各登记簿（CSV为UTF-8）/ the registers
记录/*.json                 全部记录，每类一个文件 / every record, a file a kind
文书/年/*.pdf               已签发和作废的文书，与存档逐字节相同 / issued and void papers, byte for byte as filed
材料/编号/*                 申请人提交的材料 / what applicants handed in
留痕.jsonl                  全部办理动作，一行一条；每行的hash由上一行的hash和本行内容算出 / every act, a line each, chained by hash
受限（投诉举报）/            投诉举报及其留痕；只交承办人和有权查阅的人，移交其他部分时请先取出 / complaints and their lines of the
                            journal: for those who handle them only; take the folder out before handing over the rest
SHA256SUMS                  每个文件的SHA-256；用 sha256sum -c 核对 / check with sha256sum -c

文件夹名以“.未完成”结尾的，是中途停下的导出，请删去后重新导出。
A folder whose name ends in .未完成 is an export that stopped half-way; delete it and export again.
";
