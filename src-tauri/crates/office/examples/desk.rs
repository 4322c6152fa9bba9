//! How the desk answers at 5,000 and 50,000 applications, 5,000 of them open: `cargo run --release -p office --example desk`.
//!
//! The demo committee, built by acts on the disk, encrypted; then its cases once more under other numbers, names and
//! titles, each with its materials, register row, duties and search entry. What is timed is what the window calls,
//! [`Office::look`], with the answer as JSON. Median and 99th percentile; at the end how much slower ten times as many are.

use measures::assess::{Beside, assess};
use measures::{Case, Committee, Facts, Instant, Material, Member};
use office::projection::write_case;
use office::views::cases::CaseRow;
use office::{Failure, Office, Places};
use serde_json::{Value, json};
use std::time::{Duration, Instant as Clock};
use store::{Line, RowQuery, Tx};

const OPEN: usize = 5_000;
const FIELD: &[&str] =
    &["医疗影像", "教育评价", "自动驾驶", "大语言模型", "人脸识别", "情感计算", "推荐系统", "多模态", "语音合成", "农业遥感"];
const HOW: &[&str] = &["人工智能", "深度学习", "生成式模型", "算法决策", "联邦学习", "强化学习"];
const FAMILY: &[&str] = &["赵", "钱", "孙", "李", "周", "吴", "郑", "王", "单", "曾", "欧阳", "沈"];
const GIVEN: &[&str] = &["伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "涛"];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::temp_dir().join(format!("lunshen-desk-{}", std::process::id()));
    let assets = std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets"));
    let mut office = Office::new(Places { data: folder.join("data"), config: folder.join("config"), assets });
    let now = office::beijing::moment("2026-11-16 09:06")?;
    let began = Clock::now();
    office.file(now, json!({ "file": "demo" }))?;
    println!("the demo committee by acts, on the disk: {:.1?}", began.elapsed());
    let patterns: Vec<Case> = office.opened()?.archive.read().all()?;
    let own = patterns.len();
    let mut last: Vec<(&str, Duration)> = Vec::new();
    let mut size = own;
    for n in [5_000, 50_000] {
        let began = Clock::now();
        grow(&mut office, now, &patterns, size, n)?;
        println!("\n{n} applications, {OPEN} of them open at most (filled in {:.1?})", began.elapsed());
        size = n;
        let first = Clock::now();
        office.look(now, json!({ "view": "today" }))?;
        println!("  {:<40}{:>10}", "Today, the first of the day", show(first.elapsed()));
        let times = measure(&mut office, now, n)?;
        for (i, (name, median)) in times.iter().enumerate() {
            if let Some((_, before)) = last.get(i) {
                println!("  growth  {name:<40}{:>6.2} times for ten times as many", median.as_secs_f64() / before.as_secs_f64());
            }
        }
        last = times;
    }
    office.close();
    let _ = std::fs::remove_dir_all(&folder);
    Ok(())
}

fn measure(office: &mut Office, now: Instant, n: usize) -> Result<Vec<(&'static str, Duration)>, Failure> {
    let texts = ["赵伟", "人工智能", "的", "zw", "zidong", "联邦学习", "0042", "欧阳", "rlsb", "伦理"];
    let list = |i: usize| json!({ "view": "cases", "limit": 50, "offset": (i % 20) * 50 });
    let questions: Vec<(&'static str, Box<dyn Fn(usize) -> Value>)> = vec![
        ("Today", Box::new(|_| json!({ "view": "today" }))),
        ("the list, page after page", Box::new(list)),
        (
            "the list by leader, far down",
            Box::new(move |i| json!({ "view": "cases", "order": "leader", "limit": 50, "offset": n - 60 - i })),
        ),
        ("the list with a text", Box::new(move |i| json!({ "view": "cases", "limit": 50, "text": texts[i % texts.len()] }))),
        ("a case", Box::new(move |i| json!({ "view": "case", "id": format!("z{}", 100 + (i * 7919) % (n - 200)) }))),
        ("a case of the demo, with its papers", Box::new(|i| json!({ "view": "case", "id": format!("c{}", 1 + i % 50) }))),
        ("the search", Box::new(move |i| json!({ "view": "search", "text": texts[i % texts.len()] }))),
    ];
    let mut out = Vec::new();
    for (name, view) in &questions {
        let mut times = Vec::new();
        for i in 0..301 {
            let began = Clock::now();
            let answer = office.look(now, view(i))?;
            std::hint::black_box(answer.to_string());
            if i > 0 {
                times.push(began.elapsed());
            }
        }
        out.push((*name, line(name, times)));
    }
    let open = office.opened()?;
    let reader = open.archive.read();
    let committee: Committee = reader.need("committee")?;
    let members: Vec<Member> = reader.all()?;
    let facts = Facts { committee: &committee, members: &members, calendar: &open.law.calendar, rules: &open.law.rules };
    let mut times = Vec::new();
    for i in 0..500 {
        let case: Case = reader.need(&format!("z{}", 100 + i))?;
        let began = Clock::now();
        std::hint::black_box(assess(&facts, &case, Beside::default(), now));
        times.push(began.elapsed());
    }
    out.push(("assess one case", line("assess one case", times)));
    Ok(out)
}

fn line(name: &str, mut times: Vec<Duration>) -> Duration {
    times.sort();
    let (median, most) = (times[times.len() / 2], times[times.len() * 99 / 100]);
    println!("  {name:<40}{:>10} median{:>10} 99th percentile", show(median), show(most));
    median
}

fn show(d: Duration) -> String {
    if d < Duration::from_millis(1) { format!("{} µs", d.as_micros()) } else { format!("{:.2} ms", d.as_secs_f64() * 1000.0) }
}

/// More cases up to `to` in all: the demo's once more, open ones until there are `OPEN`, then ended ones.
fn grow(office: &mut Office, now: Instant, patterns: &[Case], from: usize, to: usize) -> Result<(), Failure> {
    let open = office.opened_mut()?;
    let reader = open.archive.read();
    let committee: Committee = reader.need("committee")?;
    let members: Vec<Member> = reader.all()?;
    let rows: Vec<CaseRow> = reader
        .case_rows(&RowQuery { limit: patterns.len() as u32, ..RowQuery::default() })?
        .0
        .into_iter()
        .map(serde_json::from_value)
        .collect::<Result<_, _>>()?;
    let is_open = |case: &&Case| rows.iter().any(|r| r.id == case.id && r.open);
    let (live, ended): (Vec<&Case>, Vec<&Case>) = patterns.iter().partition(is_open);
    let mut materials = std::collections::BTreeMap::new();
    for case in patterns {
        materials.insert(case.id.clone(), reader.where_::<Material>("case", &case.id)?);
    }
    let law = open.law.clone();
    for start in (from..to).step_by(500) {
        let line = Line { act: "fill".into(), body: json!({}), by: String::new(), at: now, reasons: json!([]) };
        open.archive.write(line, |tx| {
            for i in start..(start + 500).min(to) {
                let pattern = if i < OPEN { live[i % live.len()] } else { ended[i % ended.len()] };
                let case = put(tx, pattern, &materials[&pattern.id], i)?;
                write_case(tx, &committee, &members, &law, &case, now)?;
            }
            Ok::<(), Failure>(())
        })?;
    }
    Ok(())
}

/// The case once more under another number, name and title, with its materials.
fn put(tx: &mut Tx, like: &Case, files: &[Material], i: usize) -> Result<Case, Failure> {
    let pick = |from: &[&'static str], salt: usize| from[(i * 2_654_435_761 + salt * 40_503) / 7 % from.len()];
    let mut case = like.clone();
    case.id = format!("z{i}");
    case.number = format!("JZU-AI-{}-{:04}", 2019 + i / 8_000, i % 8_000);
    case.application.title = format!("基于{}的{}与{}研究", pick(HOW, 1), pick(FIELD, 2), pick(FIELD, 3));
    case.application.leader = format!("{}{}{}", pick(FAMILY, 4), pick(GIVEN, 5), pick(GIVEN, 6));
    tx.put(&case)?;
    for (k, file) in files.iter().enumerate() {
        let file = Material { id: format!("y{i}-{k}"), case: case.id.clone(), ..file.clone() };
        tx.put(&file)?;
    }
    Ok(case)
}
