//! Writes every paper with sample data into a folder: `cargo run -p papers --example gallery -- out/gallery`.
//!
//! For looking at: render the pages and compare them with real letters.

mod samples;

use std::path::PathBuf;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let out = PathBuf::from(std::env::args().nth(1).ok_or("usage: gallery FOLDER")?);
    std::fs::create_dir_all(&out)?;
    let fonts = papers::Fonts::open(&PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../assets/fonts"
    )))?;
    let head = samples::letterhead();
    for (name, paper) in samples::more::all() {
        let start = Instant::now();
        let pdf = papers::set(&paper, &head, None, &fonts)?;
        println!(
            "{name}: {} pages, {} KB, {:.1} ms",
            pdf.pages,
            pdf.bytes.len() / 1024,
            start.elapsed().as_secs_f64() * 1000.0
        );
        std::fs::write(out.join(format!("{name}.pdf")), &pdf.bytes)?;
    }
    Ok(())
}
