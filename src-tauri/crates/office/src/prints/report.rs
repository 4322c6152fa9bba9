//! The annual work report (D40) from the same chapters the screen shows: sentences, the committee's own texts, tables with
//! last year's line, charts, and the annexes. M30, E45.

use crate::failure::Failure;
use crate::sources::Sources;
use crate::views::report::{COUNTING_ZH, Chapter as Shown, Composed, FigureTable, compose, texts_of};
use measures::*;
use papers::annual_report::{AnnualReport, Bars, Chapter, Part, Series, Table};
use serde_json::Value;
use std::collections::BTreeMap;

/// `edited` names the year and may carry the chapters' own texts.
pub(crate) fn paper(src: &Sources, edited: &Value) -> Result<AnnualReport, Failure> {
    let year = year_of(edited)?;
    let texts: BTreeMap<u32, String> = match edited.get("texts") {
        Some(texts) => serde_json::from_value(texts.clone())?,
        None => texts_of(src, year)?,
    };
    let composed = compose(src, year, &texts)?;
    Ok(written(src, year, &composed))
}

/// The year a report is on, as typed.
pub(super) fn year_of(edited: &Value) -> Result<i32, Failure> {
    let year = edited["year"].as_i64().or_else(|| edited["year"].as_str().and_then(|y| y.parse().ok()));
    year.and_then(|y| i32::try_from(y).ok()).ok_or_else(|| Failure::invalid("year", "没有写明年度。", "The year is missing."))
}

pub(crate) fn written(src: &Sources, year: i32, composed: &Composed) -> AnnualReport {
    let as_of = Date::from_ymd_opt(year, 12, 31).map_or(src.today(), |d| d.min(src.today()));
    let mut chapters: Vec<Chapter> = composed.view.chapters.iter().map(chapter).collect();
    if let Some(reviews) = chapters.get_mut(3) {
        reviews.parts.extend(charts(year, composed));
    }
    AnnualReport {
        imprint: Default::default(),
        year,
        as_of,
        counting_rule: COUNTING_ZH.into(),
        addressee: src.committee.unit.name.clone(),
        chapters,
        annexes: annexes(src, as_of, composed),
    }
}

fn chapter(shown: &Shown) -> Chapter {
    let mut parts: Vec<Part> = shown.said.iter().map(|s| Part::Text { text: s.clone() }).collect();
    parts.extend(shown.text.lines().map(str::trim).filter(|l| !l.is_empty()).map(|l| Part::Text { text: l.into() }));
    if parts.is_empty() {
        parts.push(Part::Text { text: "本年度没有需要报告的事项。".into() });
    }
    parts.extend(shown.tables.iter().map(|t| Part::Table(table(t))));
    // One or two numbers stand in the sentence; more make a table.
    if shown.tables.is_empty() && shown.figures.len() > 2 && shown.figures.iter().any(|f| f.n > 0 || f.last_year.is_some_and(|n| n > 0)) {
        parts.push(Part::Table(figures(shown)));
    }
    Chapter { title: shown.zh.clone(), parts }
}

/// Figures of a chapter as a table of two lines: this year and last.
fn figures(shown: &Shown) -> Table {
    let mut rows = vec![std::iter::once("本年".to_string()).chain(shown.figures.iter().map(|f| f.n.to_string())).collect::<Vec<_>>()];
    if shown.figures.iter().any(|f| f.last_year.is_some()) {
        rows.push(
            std::iter::once("上年".to_string())
                .chain(shown.figures.iter().map(|f| f.last_year.map_or("—".into(), |n| n.to_string())))
                .collect(),
        );
    }
    let heads = std::iter::once(String::new()).chain(shown.figures.iter().map(|f| f.zh.clone())).collect();
    Table { caption: shown.zh.clone(), heads, rows, ..Table::default() }
}

fn table(shown: &FigureTable) -> Table {
    let heads = std::iter::once(String::new()).chain(shown.columns_zh.iter().cloned()).collect();
    let mut rows: Vec<Vec<String>> = shown
        .rows
        .iter()
        .map(|r| {
            std::iter::once(r.zh.clone())
                .chain(r.cells.iter().map(|c| if c.text.is_empty() { c.n.to_string() } else { c.text.clone() }))
                .collect()
        })
        .collect();
    let total = shown.rows.last().is_some_and(|r| r.zh == "合计") && shown.rows.len() > 1;
    // Last year's line under a table of one line; under a table with a sum it would read as part of it.
    if let (false, [only]) = (total, shown.rows.as_slice())
        && only.cells.iter().any(|c| c.last_year.is_some())
    {
        let last = only.cells.iter().map(|c| match (c.text.is_empty(), c.last_year) {
            (true, Some(n)) => n.to_string(),
            _ => "—".into(),
        });
        rows.push(std::iter::once("上年".to_string()).chain(last).collect());
    }
    let sum = shown.rows.last().and_then(|r| r.cells.last()).and_then(|c| c.last_year).filter(|_| total);
    let note = sum.map(|n| format!("上年合计{n}。")).unwrap_or_default();
    Table { caption: shown.zh.clone(), heads, rows, total, note, ..Table::default() }
}

/// Decisions this year beside last; applications and decisions by month.
fn charts(year: i32, composed: &Composed) -> Vec<Part> {
    let mut out = Vec::new();
    if let Some(decisions) = composed.view.chapters.get(3).and_then(|c| c.tables.get(1)).and_then(|t| t.rows.first()) {
        let cells: Vec<_> = decisions.cells.iter().filter(|c| c.key != "decision.total" && c.key != "decision.open").collect();
        let mut series = vec![Series { name: format!("{year}年"), values: cells.iter().map(|c| f64::from(c.n)).collect() }];
        if cells.iter().any(|c| c.last_year.is_some()) {
            series.insert(
                0,
                Series { name: format!("{}年", year - 1), values: cells.iter().map(|c| f64::from(c.last_year.unwrap_or(0))).collect() },
            );
        }
        out.push(Part::Bars(Bars {
            caption: "审查决定".into(),
            unit: "件次".into(),
            groups: cells.iter().map(|c| c.zh.clone()).collect(),
            series,
        }));
    }
    let by_month = |key: &str| {
        let mut months = vec![0.0; 12];
        for date in composed.lists.rows(key).iter().filter_map(|r| r.date) {
            months[chrono::Datelike::month0(&date) as usize] += 1.0;
        }
        months
    };
    out.push(Part::Bars(Bars {
        caption: "各月收件与决定".into(),
        unit: "件".into(),
        groups: (1..=12).map(|m| format!("{m}月")).collect(),
        series: vec![
            Series { name: "收件".into(), values: by_month("receipt.total") },
            Series { name: "决定".into(), values: by_month("decision.total") },
        ],
    }));
    out
}

fn annexes(src: &Sources, as_of: Date, composed: &Composed) -> Vec<Chapter> {
    let heads = |names: &[&str]| names.iter().map(|n| n.to_string()).collect::<Vec<_>>();
    let mut members: Vec<&Member> = src.in_office(as_of);
    members.sort_by_key(|m| (m.role_on(as_of), m.seat));
    let members = Table {
        heads: heads(&["姓名", "性别", "职务", "类别", "单位", "职称", "任期"]),
        rows: members
            .iter()
            .filter_map(|m| {
                let term = m.term_on(as_of)?;
                let outside = if m.external { "（非本单位）" } else { "" };
                let span = format!("{}至{}", say::zh_date(term.from), say::zh_date(term.until));
                Some(vec![
                    m.name.clone(),
                    m.sex.zh().into(),
                    term.role.zh().into(),
                    m.category.zh().into(),
                    format!("{}{outside}", m.unit),
                    m.title.clone(),
                    span,
                ])
            })
            .collect(),
        widths: vec![10.0, 5.0, 12.0, 6.0, 26.0, 11.0, 30.0],
        ..Table::default()
    };
    let list = |key: &str, first: &str| Table {
        heads: heads(&["序号", first, "日期", "情况"]),
        rows: {
            let mut rows = composed.lists.rows(key).to_vec();
            rows.sort_by(|a, b| a.title.cmp(&b.title));
            rows.iter()
                .enumerate()
                .map(|(n, r)| vec![(n + 1).to_string(), r.title.clone(), r.date.map(say::zh_date).unwrap_or_default(), r.detail.clone()])
                .collect()
        },
        widths: vec![7.0, 55.0, 20.0, 18.0],
        ..Table::default()
    };
    let one = |title: &str, table: Table| {
        let parts = if table.rows.is_empty() { vec![Part::Text { text: "无。".into() }] } else { vec![Part::Table(table)] };
        Chapter { title: title.into(), parts }
    };
    vec![
        one("委员名单", members),
        one("审查案件清单", list("review.total", "案件")),
        one("清单活动实施情况", list("listed.running", "活动")),
    ]
}
