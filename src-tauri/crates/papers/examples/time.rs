//! Times the print shop; build with `--release`. `make bench` calls it beside other typesetters.
//!
//! `time once letter|report FILE` sets one paper in a fresh process; `time rounds letter|report N [FROM]` sets N papers one after
//! the other and prints the milliseconds of each; `time content letter|report FILE [ROUND]` writes the same content as JSON;
//! `time preview` shows a page.

#[allow(dead_code)] // each example uses some of them
mod samples;

use std::time::Instant;

use papers::{plain, preview, set};

const USAGE: &str = "time once|content letter|report FILE [ROUND], time rounds letter|report N [FROM], or time preview";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let at = |i: usize| arguments.get(i).map(String::as_str).ok_or(USAGE);
    let number = |i: usize| arguments.get(i).map_or(Ok(0), |n| n.parse::<usize>());
    let ms = |start: Instant| start.elapsed().as_secs_f64() * 1000.0;
    match at(0)? {
        "once" => {
            let (paper, head) = samples::measured::paper(at(1)?, number(3)?).ok_or(USAGE)?;
            std::fs::write(at(2)?, set(&paper, &head, None, &samples::measured::fonts()?)?.bytes)?;
        }
        "rounds" => {
            let fonts = samples::measured::fonts()?;
            for round in 0..number(2)? {
                let (paper, head) = samples::measured::paper(at(1)?, number(3)? + round).ok_or(USAGE)?;
                let start = Instant::now();
                set(&paper, &head, None, &fonts)?;
                println!("{:.3}", ms(start));
            }
        }
        "content" => {
            let (paper, head) = samples::measured::paper(at(1)?, number(3)?).ok_or(USAGE)?;
            std::fs::write(at(2)?, serde_json::to_vec_pretty(&plain::content(&paper, &head)?)?)?;
        }
        "preview" => {
            let (paper, head) = samples::measured::paper("letter", 0).ok_or(USAGE)?;
            let pdf = set(&paper, &head, None, &samples::measured::fonts()?)?;
            for dpi in [96.0, 144.0] {
                let start = Instant::now();
                let png = preview::page_png(&pdf.bytes, 0, dpi)?;
                println!("preview at {dpi} dpi: {:.2} ms, {} KB", ms(start), png.len() / 1024);
            }
        }
        _ => return Err(USAGE.into()),
    }
    Ok(())
}
