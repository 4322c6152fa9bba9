//! Writes every paper with sample data into a folder: `cargo run -p papers --example gallery -- out/gallery`.
//!
//! For looking at: render the pages and compare them with real letters.

#[allow(dead_code)] // each example uses some of them
mod samples;

use std::path::PathBuf;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let out = PathBuf::from(std::env::args().nth(1).ok_or("usage: gallery FOLDER")?);
    std::fs::create_dir_all(&out)?;
    let fonts = papers::Fonts::open(&PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/fonts")))?;
    let head = samples::letterhead();
    for (name, paper) in samples::more::all() {
        let start = Instant::now();
        let pdf = papers::set(&paper, &head, None, &fonts)?;
        println!("{name}: {} pages, {} KB, {:.1} ms", pdf.pages, pdf.bytes.len() / 1024, start.elapsed().as_secs_f64() * 1000.0);
        std::fs::write(out.join(format!("{name}.pdf")), &pdf.bytes)?;
    }
    // The same letter sealed and signed, as a draft, of the demonstration committee, and void.
    let sealed = papers::Letterhead { seal_png: Some(samples::seal_png()), signature_png: Some(samples::signature_png()), ..head.clone() };
    let demo = papers::Letterhead { demo: true, ..sealed.clone() };
    let long = papers::Letterhead {
        committee: "西南边疆民族大学人工智能与脑科学交叉研究科技伦理（审查）委员会".into(), ..sealed.clone()
    };
    let mut draft = samples::approval();
    draft.imprint = papers::Imprint::default();
    let mut void = samples::approval();
    void.imprint.void = Some("成文日期有误，由江大智伦〔2026〕69号替代".into());
    let letter = |letter| papers::Paper::DecisionLetter(letter);
    for (name, paper, head) in [
        ("样式-用印签名", letter(samples::approval()), &sealed),
        ("样式-草稿", letter(draft), &head),
        ("样式-演示", letter(samples::approval()), &demo),
        ("样式-作废", letter(void), &head),
        ("样式-长名称", letter(samples::simplified()), &long),
    ] {
        std::fs::write(out.join(format!("{name}.pdf")), &papers::set(&paper, head, None, &fonts)?.bytes)?;
    }
    Ok(())
}
