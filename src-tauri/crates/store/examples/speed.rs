//! How the archive answers at 5,000 and 50,000 cases: `cargo run --release -p store --example speed [cases …]`.
//! Prints the median of each question; the file is real, encrypted and in a temporary folder.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use store::{Archive, CaseRowIn, Cost, DutyIn, Error, Line, Op, Places, Record, RowQuery, Tx};

#[derive(Serialize, Deserialize)]
struct Case {
    id: String,
    number: String,
    title: String,
    leader: String,
    text: String,
}
impl Record for Case {
    const KIND: &'static str = "case";
    fn id(&self) -> &str {
        &self.id
    }
}

struct Dice(u64);
impl Dice {
    fn of<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

fn main() -> Result<(), Error> {
    unlocking()?;
    let sizes: Vec<usize> = std::env::args().skip(1).filter_map(|a| a.parse().ok()).collect();
    for n in if sizes.is_empty() { vec![5_000, 50_000] } else { sizes } {
        run(n)?;
    }
    Ok(())
}

/// What a passphrase costs at the default, each try.
fn unlocking() -> Result<(), Error> {
    let dir = std::env::temp_dir().join(format!("lunshen-speed-{}-unlock", std::process::id()));
    let places = Places::new(dir.join("data"), dir.join("config"));
    let at = DateTime::parse_from_rfc3339("2026-03-05T09:00:00+08:00").expect("a date");
    Archive::create(&places, "伦理审查委员会的口令一二", json!({}), at)?.0.close();
    let began = Instant::now();
    Archive::open(&places, "伦理审查委员会的口令一二", at)?.close();
    println!("unlock and open an empty file, full cost of the passphrase: {:.2?}", began.elapsed());
    let _ = std::fs::remove_dir_all(&dir);
    Ok(())
}

fn run(n: usize) -> Result<(), Error> {
    let dir = std::env::temp_dir().join(format!("lunshen-speed-{}-{n}", std::process::id()));
    let places = Places::new(dir.join("data"), dir.join("config"));
    let at = DateTime::parse_from_rfc3339("2026-03-05T09:00:00+08:00").expect("a date");
    let (mut a, _) = Archive::create_at_cost(&places, "伦理审查委员会的口令一二", json!({}), at, Cost::CHEAP)?;
    let began = Instant::now();
    fill(&mut a, n, at)?;
    println!("\n{n} cases (filled in {:.1?})", began.elapsed());
    a.close();
    let began = Instant::now();
    let mut a = Archive::open(&places, "伦理审查委员会的口令一二", at)?;
    println!("  {:<44}{:>10.2?}", "open", began.elapsed());
    println!("  {:<44}{:>10.1} MB", "size", std::fs::metadata(places.file()).map_or(0, |m| m.len()) as f64 / 1e6);

    let open = || ("open".to_owned(), Op::Is, json!(true));
    let text = |t: &str| RowQuery { text: Some(t.into()), limit: 50, ..RowQuery::default() };
    let questions: Vec<(&str, RowQuery)> = vec![
        ("list, what presses first", RowQuery { limit: 50, ..RowQuery::default() }),
        ("list, open only", RowQuery { filter: vec![open()], limit: 50, ..RowQuery::default() }),
        (
            "list, a unit and a stage, by title",
            RowQuery {
                filter: vec![("unit".into(), Op::Is, "信息学院第7研究所".into()), ("stage".into(), Op::Is, "accepted".into())],
                order: "title".into(),
                limit: 50,
                ..RowQuery::default()
            },
        ),
        ("list, last page by leader", RowQuery { order: "leader".into(), offset: n as u32 - 50, limit: 50, ..RowQuery::default() }),
        ("list with 伦理 (none)", text("伦理")),
        ("list with 赵伟芳 (few)", text("赵伟芳")),
        ("list with 人工智能 (many)", text("人工智能")),
        ("list with 的 (all), open only", RowQuery { filter: vec![open()], ..text("的") }),
        ("list with zwf (initials)", text("zwf")),
        ("list with zidong (pinyin)", text("zidong")),
    ];
    let first = Instant::now();
    a.read().case_rows(&text("赵伟芳"))?;
    println!("  {:<44}{:>10.2?}", "first text search after opening", first.elapsed());
    for (name, q) in &questions {
        let mut total = 0;
        let took = median(|| a.read().case_rows(q).map(|(_, t)| total = t))?;
        println!("  {name:<44}{took:>10.2?}   {total} found");
    }
    for t in ["赵伟芳", "人工智能", "的", "研", "zwf", "gongzhi", "an", "联邦学习", "0042"] {
        let mut hits = 0;
        let took = median(|| a.read().search(t, 20).map(|h| hits = h.len()))?;
        println!("  {:<44}{took:>10.2?}   {hits} hits", format!("search {t}"));
    }
    let id = format!("c{}", n / 2);
    println!("  {:<44}{:>10.2?}", "one case by id", median(|| a.read().need::<Case>(&id).map(drop))?);
    println!("  {:<44}{:>10.2?}", "duties of the day", median(|| a.read().duties(None, 50).map(drop))?);
    let soon = at.date_naive() + chrono::Duration::days(7);
    println!("  {:<44}{:>10.2?}", "how duties press, counted", median(|| a.read().pressing_counts(at.date_naive(), soon).map(drop))?);
    let mut k = 0;
    let took = median(|| {
        k += 1;
        a.write(Line { act: "change".into(), body: json!({}), by: "x".into(), at, reasons: json!([]) }, |tx: &mut Tx| {
            put(tx, &mut Dice(k), n / 2, at)
        })
        .map(drop)
    })?;
    println!("  {:<44}{took:>10.2?}", "one act, committed to the disk");
    a.close();
    let _ = std::fs::remove_dir_all(&dir);
    Ok(())
}

fn median(mut ask: impl FnMut() -> Result<(), Error>) -> Result<Duration, Error> {
    let mut times = Vec::new();
    for _ in 0..21 {
        let began = Instant::now();
        ask()?;
        times.push(began.elapsed());
    }
    times.sort();
    Ok(times[10])
}

fn fill(a: &mut Archive, n: usize, at: DateTime<FixedOffset>) -> Result<(), Error> {
    let mut dice = Dice(12345);
    for from in (0..n).step_by(500) {
        let line = Line { act: "fill".into(), body: json!({}), by: "x".into(), at, reasons: json!([]) };
        a.write(line, |tx: &mut Tx| (from..(from + 500).min(n)).try_for_each(|i| put(tx, &mut dice, i, at)))?;
    }
    Ok(())
}

fn put(tx: &mut Tx, dice: &mut Dice, i: usize, at: DateTime<FixedOffset>) -> Result<(), Error> {
    const FIELD: &[&str] = &["医疗影像", "教育评价", "自动驾驶", "大语言模型", "人脸识别", "情感计算", "推荐系统", "多模态"];
    const HOW: &[&str] = &["人工智能", "深度学习", "生成式模型", "算法决策", "联邦学习"];
    const FAMILY: &[&str] = &["赵", "钱", "孙", "李", "周", "吴", "郑", "王", "单", "曾", "欧阳", "沈"];
    const GIVEN: &[&str] = &["伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "涛"];
    let title = format!("基于{}的{}与{}研究", dice.of(HOW), dice.of(FIELD), dice.of(FIELD));
    let leader = format!("{}{}{}", dice.of(FAMILY), dice.of(GIVEN), dice.of(GIVEN));
    let unit = format!("信息学院第{}研究所", dice.below(40));
    let year = 2019 + (i / 8000) as i32;
    let (id, number) = (format!("c{}", i + 1), format!("JZU-AI-{year}-{:04}", i % 8000));
    let case =
        Case { id: id.clone(), number: number.clone(), title: title.clone(), leader: leader.clone(), text: "风险自评。".repeat(120) };
    tx.put(&case)?;
    let due = at.date_naive() + chrono::Duration::days(dice.below(60) as i64 - 10);
    let open = dice.below(20) == 0;
    let doc: Value = json!({ "id": id, "number": number, "title": title, "leader": leader, "stage": "accepted", "x": "字".repeat(150) });
    tx.put_case_row(CaseRowIn {
        id: &id,
        number: &number,
        title: &title,
        leader: &leader,
        unit: &unit,
        stage: dice.of(&["accepted", "meeting", "decided", "served", "tracking"]),
        procedure: "一般程序",
        listed: u32::from(dice.below(9) == 0),
        open,
        due: open.then_some(due),
        rolled: open.then_some(due),
        owner: "committee",
        year,
        doc: &doc,
    })?;
    if open {
        let duty = DutyIn { clock: "review".into(), nominal: due, rolled: due, legal: true, waiting: false, doc: json!({}) };
        tx.put_duties("case", &id, &[duty])?;
    }
    tx.put_search("case", &id, &title, &format!("{number} {leader} {unit} 本项目采用公开数据，训练在校内完成。"))
}
