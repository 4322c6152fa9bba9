//! Times the print shop: `time cold` sets one letter in a fresh process, `time warm` many, `time report` a report of about
//! thirty pages, `time preview` shows a page. Build with `--release`.

#[allow(dead_code)] // each example uses some of them
mod samples;

use std::path::Path;
use std::time::Instant;

use papers::annual_report::{Part, Table};
use papers::{Fonts, Paper, preview, set};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mode = std::env::args().nth(1).unwrap_or_else(|| "cold".into());
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/fonts"));
    let head = samples::letterhead();
    let letter = Paper::DecisionLetter(samples::simplified());
    let ms = |start: Instant| start.elapsed().as_secs_f64() * 1000.0;
    match mode.as_str() {
        "cold" => {
            let start = Instant::now();
            let pdf = set(&letter, &head, None, &Fonts::open(folder)?)?;
            println!("letter, cold: {:.2} ms, {} pages, {} KB", ms(start), pdf.pages, pdf.bytes.len() / 1024);
        }
        "warm" => {
            let fonts = Fonts::open(folder)?;
            let start = Instant::now();
            for _ in 0..200 {
                set(&letter, &head, None, &fonts)?;
            }
            println!("letter, warm: {:.2} ms each", ms(start) / 200.0);
        }
        "report" => {
            let fonts = Fonts::open(folder)?;
            let mut report = samples::more::annual_report();
            let row = |i: usize| {
                vec![
                    format!("JZU-AI-2026-{i:04}"),
                    "课堂话语自动分析与教学质量评价".into(),
                    "艾力·买买提".into(),
                    "一般".into(),
                    "批准".into(),
                ]
            };
            let heads = ["案号", "活动名称", "负责人", "程序", "决定"].map(String::from).to_vec();
            report.annexes[1].parts = vec![Part::Table(Table { heads, rows: (0..550).map(row).collect(), ..Table::default() })];
            let start = Instant::now();
            let pdf = set(&Paper::AnnualReport(report), &head, None, &fonts)?;
            println!("report: {:.2} ms, {} pages, {} KB", ms(start), pdf.pages, pdf.bytes.len() / 1024);
        }
        "preview" => {
            let pdf = set(&letter, &head, None, &Fonts::open(folder)?)?;
            for dpi in [96.0, 144.0] {
                let start = Instant::now();
                let png = preview::page_png(&pdf.bytes, 0, dpi)?;
                println!("preview at {dpi} dpi: {:.2} ms, {} KB", ms(start), png.len() / 1024);
            }
        }
        other => return Err(format!("{other}: cold, warm, report or preview").into()),
    }
    Ok(())
}
