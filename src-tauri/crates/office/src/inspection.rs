//! 迎检材料: what an inspector asks for, as a bound folder: the committee as it stood on each day, each case's papers in
//! their order, each meeting's, the registers, the proof of the chain, and an index page that says for each article where
//! its evidence lies and what is missing. Evidence and gaps are those of the page 条款—证据对照; nothing is judged here.

use crate::about::About;
use crate::export::{Written, registers, withheld};
use crate::failure::Failure;
use crate::office::Office;
use crate::prints::{build, kind_zh, named, press};
use crate::projection::meeting_title;
use crate::sources::Sources;
use crate::views::law::{self, ArticleView};
use chrono::Datelike;
use exchange::Folder;
use measures::say::{zh_date, zh_instant};
use measures::*;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

/// Where in the folder a record's papers lie: `case`, `meeting` or `paper`, and its id.
type Lies = BTreeMap<(&'static str, String), String>;

struct Bundle<'a> {
    out: Folder,
    files: u32,
    lies: Lies,
    src: &'a Sources<'a>,
    press: &'a crate::office::Press,
}

impl Office {
    /// Writes `parent/迎检 <committee> <year>`. `more` is told how far it is and answers whether to go on.
    pub fn inspection(
        &mut self,
        now: Instant,
        parent: &Path,
        year: i32,
        more: &mut dyn FnMut(u32, u32) -> bool,
    ) -> Result<Written, Failure> {
        let rows = self.every_case(now, &json!({ "saved": "all" }))?;
        let articles = law::build(self, now, Some(year))?
            .lines
            .iter()
            .map(|line| law::article(self, now, &line.cite.0, Some(year)))
            .collect::<Result<Vec<_>, _>>()?;
        let open = self.opened()?;
        let src = Sources::of_open(open, now)?;
        let papers: Vec<FiledPaper> = src.reader.all()?;
        let meetings: Vec<Meeting> =
            src.reader.all::<Meeting>()?.into_iter().filter(|m| m.opened.is_some() && m.day().year() == year).collect();
        let cases = cases_of(&src, year, &articles, &meetings)?;
        let issued = |p: &&FiledPaper| p.state != PaperState::Draft;
        let all = papers.iter().filter(issued).count() as u32;
        let mut done = 0;
        let mut step = |n: u32| {
            done = (done + n).min(all);
            if more(done, all) { Ok(()) } else { Err(Failure::from(exchange::Error::Cancelled)) }
        };

        let out = Folder::begin(parent, &format!("迎检 {} {year}年度", src.committee.name))?;
        let mut bundle = Bundle { out, files: 0, lies: Lies::new(), src: &src, press: &self.press };
        for day in roster_days(&src, &meetings, year) {
            let paper = build_roster(&src, day)?;
            let pdf = press::set(&src, bundle.press, &paper, None)?;
            bundle.put(&["1 委员会组成", &format!("{day} 委员名册.pdf")], &pdf.bytes)?;
        }
        for meeting in &meetings {
            let folder = format!("{} 第{}次会议", meeting.day(), meeting.no);
            // Letters on an item lie with their case; here is what the meeting as a whole left.
            let of: Vec<&FiledPaper> =
                papers.iter().filter(issued).filter(|p| p.case.is_none() && p.meeting.as_deref() == Some(&*meeting.id)).collect();
            bundle.papers(&["2 会议", &folder], &of)?;
            bundle.lies.insert(("meeting", meeting.id.clone()), format!("2 会议/{folder}"));
            step(of.len() as u32)?;
        }
        for case in &cases {
            let folder = format!("{} {}", case.number, case.application.title);
            let of: Vec<&FiledPaper> = papers.iter().filter(issued).filter(|p| p.case.as_deref() == Some(&*case.id)).collect();
            let lies = bundle.case(case, &folder, &of)?;
            bundle.lies.insert(("case", case.id.clone()), lies);
            step(of.len() as u32)?;
        }
        let sheets = registers(&src, &rows, &papers)?;
        bundle.put(&["4 登记簿", "登记簿.xlsx"], &exchange::workbook(&sheets)?)?;
        for sheet in &sheets {
            bundle.put(&["4 登记簿", &format!("{}.csv", sheet.name)], &sheet.csv())?;
        }
        let report = open.archive.verify(&mut |_, _| true)?;
        let mut chain = String::new();
        for entry in src.reader.journal(store::JournalFilter::everything())? {
            chain.push_str(&withheld(&entry)?.unwrap_or(serde_json::to_string(&entry)?));
            chain.push('\n');
        }
        bundle.put(&["5 留痕", "留痕.jsonl"], chain.as_bytes())?;
        let proof = proof_text(&report, now)?;
        bundle.put(&["5 留痕", "校验.txt"], proof.as_bytes())?;
        let index = index_page(&bundle, now, year, &articles, &report, &meetings, &cases);
        bundle.put(&["目录.html"], index.as_bytes())?;
        step(all)?;
        Ok(Written { files: bundle.files, folder: bundle.out.finish()? })
    }
}

impl Bundle<'_> {
    fn put(&mut self, parts: &[&str], bytes: &[u8]) -> Result<String, Failure> {
        self.files += 1;
        Ok(self.out.put(parts, bytes)?)
    }

    /// The papers of a case or a meeting, numbered in the order of their dates.
    fn papers(&mut self, folder: &[&str], of: &[&FiledPaper]) -> Result<(), Failure> {
        let mut of = of.to_vec();
        of.sort_by_key(|p| (p.dated, p.journal_seq));
        for (n, filed) in (1..).zip(of) {
            let pdf = press::page_of(self.src, self.press, filed)?;
            let day = filed.dated.map_or_else(String::new, |d| d.to_string());
            let state = if filed.state == PaperState::Void { "作废 " } else { "" };
            let name = format!("{n:02} {day} {state}{} {}.pdf", kind_zh(named(&filed.kind)?), filed.number);
            let path = self.put(&[folder, &[&name]].concat(), &pdf.bytes)?;
            self.lies.insert(("paper", filed.id.clone()), path.clone());
            // Proof that it was served: the scan of the receipt, beside the letter it is of.
            if let Some((proof, bytes)) = filed.served.as_ref().and_then(|s| s.proof.as_ref()).and_then(|sha| Some((sha, self.blob(sha)?)))
            {
                let ending = if bytes.starts_with(b"%PDF") {
                    "pdf"
                } else if bytes.starts_with(&[0xff, 0xd8]) {
                    "jpg"
                } else {
                    "png"
                };
                self.put(&[folder, &[&format!("{n:02} 送达凭证 {}.{ending}", &proof[..8])]].concat(), &bytes)?;
            }
        }
        Ok(())
    }

    fn blob(&self, sha256: &str) -> Option<Vec<u8>> {
        self.src.reader.blob(sha256).ok().flatten()
    }

    fn case(&mut self, case: &Case, folder: &str, of: &[&FiledPaper]) -> Result<String, Failure> {
        // What belongs in the file of a case and where it is, as the archive's own index has it.
        if let Ok(index) = build(self.src, papers::Kind::ArchiveIndex, &About::case(&case.id), &Value::Null) {
            let pdf = press::set(self.src, self.press, &index, None)?;
            self.put(&["3 案件", folder, "00 卷内目录.pdf"], &pdf.bytes)?;
        }
        self.papers(&["3 案件", folder], of)?;
        let mut path = String::new();
        for material in self.src.reader.where_::<Material>("case", &case.id)? {
            let bytes = self.blob(&material.sha256).ok_or_else(|| Failure::not_found("blob", &material.sha256))?;
            path = self.put(&["3 案件", folder, "材料", &material.name], &bytes)?;
        }
        // The folder as it was named in the end: names are made safe for every system.
        let beside = of.iter().find_map(|p| self.lies.get(&("paper", p.id.clone())));
        Ok(beside.unwrap_or(&path).split('/').take(2).collect::<Vec<_>>().join("/"))
    }
}

/// Cases something happened to in the year, those on an agenda of it, and those the evidence names.
fn cases_of(src: &Sources, year: i32, articles: &[ArticleView], meetings: &[Meeting]) -> Result<Vec<Case>, Failure> {
    let mut wanted: BTreeSet<String> =
        articles.iter().flat_map(|a| &a.evidence).flat_map(|e| &e.rows).filter(|r| r.place == "case").map(|r| r.id.clone()).collect();
    for meeting in meetings {
        wanted.extend(src.items_of(meeting)?.into_iter().map(|i| i.case));
    }
    let within = |day: Date| day.year() == year;
    let touched = |case: &Case| {
        case.turns.iter().any(|t| within(t.on))
            || case.rounds.iter().any(|r| {
                within(r.received.date_naive())
                    || r.accepted.as_ref().is_some_and(|a| within(a.at.date_naive()))
                    || r.decision.as_ref().is_some_and(|d| within(d.on))
                    || r.deliveries.iter().any(|d| within(d.at.date_naive()))
            })
    };
    Ok(src.reader.all::<Case>()?.into_iter().filter(|c| wanted.contains(&c.id) || touched(c)).collect())
}

/// Days on which the composition may be asked for: the first of the year, each meeting, each beginning and end of a term.
fn roster_days(src: &Sources, meetings: &[Meeting], year: i32) -> BTreeSet<Date> {
    let first = Date::from_ymd_opt(year, 1, 1).into_iter().map(|d| d.max(src.committee.founded));
    let terms = src.members.iter().flat_map(|m| &m.terms).flat_map(|t| [Some(t.from), t.ended.as_ref().map(|e| e.on)]).flatten();
    first
        .chain(terms)
        .chain(meetings.iter().map(Meeting::day))
        .filter(|d| d.year() == year && *d >= src.committee.founded && *d <= src.today())
        .collect()
}

fn build_roster(src: &Sources, day: Date) -> Result<papers::Paper, Failure> {
    crate::prints::roster_on(src, day).map(papers::Paper::Roster)
}

fn proof_text(report: &store::Report, now: Instant) -> Result<String, Failure> {
    let verdict = match report.ok {
        true => "完整，未被改动。 / Whole and untouched.",
        false => "没有通过校验，见下列各项。 / Not sound; see below.",
    };
    let mut text = format!(
        "校验时间 / proved at: {}\n{verdict}\n留痕 / lines: {}\n记录 / records: {}\n附件 / attachments: {}\n链尾 / head: 第{}条 {}\n",
        zh_instant(now),
        report.lines,
        report.records,
        report.blobs,
        report.head.seq,
        report.head.hash
    );
    for flaw in &report.findings {
        let _ = writeln!(text, "{}", serde_json::to_string(flaw)?);
    }
    text.push_str(
        "\n每份签发文书末页印有签发时的链尾；与“留痕.jsonl”同一条的hash相同，即证明签发之前的记录没有改动。\n\
         The head of the chain at issue is printed on each issued paper; the same hash in 留痕.jsonl proves that nothing before it was changed.\n\
         涉及投诉举报的各条只留hash，内容按第三十一条另行保管。\n\
         Lines on complaints show their hash only; what they say is kept apart under Article 31.\n",
    );
    Ok(text)
}

fn index_page(
    bundle: &Bundle,
    now: Instant,
    year: i32,
    articles: &[ArticleView],
    report: &store::Report,
    meetings: &[Meeting],
    cases: &[Case],
) -> String {
    let committee = &bundle.src.committee;
    let mut page = String::new();
    let _ = write!(
        page,
        "<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>迎检材料 {}</title><style>{STYLE}</style></head><body>\
         <h1>迎检材料</h1><p class=\"sub\">Inspection bundle</p><p><strong>{}</strong>　{}　{year}年度</p>\
         <p>制作 / made: {}　链尾 / head of the chain: 第{}条 <code>{}</code></p><p>{}</p>",
        safe(&committee.name),
        safe(&committee.name),
        safe(&committee.unit.name),
        zh_instant(now),
        report.head.seq,
        report.head.hash,
        if report.ok {
            "留痕链完整，未被改动。The chain is whole and untouched."
        } else {
            "留痕链没有通过校验。The chain is not sound."
        },
    );
    page.push_str("<h2>一、逐条对照 Article by article</h2><table><tr><th>条款 Article</th><th>证据在哪里 Where its evidence lies</th><th>缺口 Missing</th></tr>");
    for article in articles {
        let mut evidence = String::new();
        for e in article.evidence.iter().filter(|e| e.n > 0) {
            let links: Vec<String> = e.rows.iter().map(|r| link(&bundle.lies, r)).collect();
            let _ = write!(
                evidence,
                "<details><summary>{} {} <b>{}</b></summary><div>{}</div></details>",
                safe(&e.zh),
                safe(&e.en),
                e.n,
                links.join("<br>")
            );
        }
        if evidence.is_empty() {
            evidence.push_str("<span class=\"sub\">本年度未发生 / nothing arose</span>");
        }
        let gaps: Vec<String> = article
            .gaps
            .iter()
            .map(|g| format!("<li>{}：{}<br><span class=\"sub\">{}</span></li>", safe(&g.title), safe(&g.finding.zh), safe(&g.finding.en)))
            .collect();
        let gaps = if gaps.is_empty() { "—".to_string() } else { format!("<ul>{}</ul>", gaps.join("")) };
        let _ = write!(
            page,
            "<tr><td>{}<br><span class=\"sub\">{}</span></td><td>{evidence}</td><td>{gaps}</td></tr>",
            safe(&article.zh),
            safe(&article.en)
        );
    }
    page.push_str("</table><h2>二、委员会组成 Composition on each day</h2><p><a href=\"1 委员会组成\">1 委员会组成</a></p>");
    page.push_str("<h2>三、会议 Meetings</h2><ul>");
    for m in meetings {
        let _ = write!(page, "<li>{}</li>", href(&bundle.lies, "meeting", &m.id, &format!("{} {}", meeting_title(m), zh_date(m.day()))));
    }
    page.push_str("</ul><h2>四、案件 Cases</h2><ul>");
    for c in cases {
        let _ = write!(page, "<li>{}</li>", href(&bundle.lies, "case", &c.id, &format!("{} {}", c.full_number(), c.application.title)));
    }
    page.push_str(
        "</ul><h2>五、登记簿与留痕 Registers and the journal</h2><ul><li><a href=\"4 登记簿/登记簿.xlsx\">登记簿.xlsx</a></li>\
         <li><a href=\"5 留痕/校验.txt\">校验.txt</a></li><li><a href=\"5 留痕/留痕.jsonl\">留痕.jsonl</a></li>\
         <li><a href=\"SHA256SUMS\">SHA256SUMS</a></li></ul></body></html>",
    );
    page
}

const STYLE: &str = "body{font:15px/1.7 'Noto Sans SC','Microsoft YaHei',sans-serif;max-width:1080px;margin:24px auto;padding:0 20px;color:#1a2233}\
h1{margin-bottom:0}h2{margin-top:32px;border-bottom:1px solid #ccd}table{border-collapse:collapse;width:100%}\
td,th{border:1px solid #ccd;padding:6px 9px;text-align:left;vertical-align:top}th{background:#eef1f6}td:first-child{width:22%}td:last-child{width:32%}\
.sub{color:#5a6478;font-size:13px}details div{max-height:260px;overflow:auto;padding-left:14px;font-size:13px}ul{margin:0;padding-left:18px}\
code{font-size:12px;word-break:break-all}@media print{details div{max-height:none}}";

fn link(lies: &Lies, row: &crate::views::report::ListRow) -> String {
    let day = row.date.map_or_else(String::new, |d| format!(" {d}"));
    let words = format!("{} {}{day}", row.title, row.detail);
    let kind = match row.place.as_str() {
        "case" => "case",
        "meeting" | "room" => "meeting",
        "paper" => "paper",
        _ => return safe(&words),
    };
    href(lies, kind, &row.id, &words)
}

fn href(lies: &Lies, kind: &'static str, id: &str, words: &str) -> String {
    match lies.get(&(kind, id.to_string())) {
        Some(path) => format!("<a href=\"{}\">{}</a>", safe(path).replace('#', "%23").replace('?', "%3F"), safe(words)),
        None => safe(words),
    }
}

/// What an applicant typed is text on the page, never markup.
fn safe(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
