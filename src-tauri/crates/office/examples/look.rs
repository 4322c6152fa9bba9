//! Looks at the demo committee without a window, for whoever writes a page: `cargo run -p office --example look -- \
//! '2026-09-17 09:06' '{"view": "today"}' …` prints each view as JSON. Without a view it looks at all of them and says how
//! long each took.

use office::Office;
use office::beijing::moment;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let now = moment(&args.next().unwrap_or_else(|| "2026-11-16 09:06".into()))?;
    let assets = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../assets");
    let mut office = Office::in_memory(assets, moment("2024-03-15")?)?;
    let started = Instant::now();
    office::demo::build(&mut office)?;
    eprintln!("the demo committee: {:?}", started.elapsed());
    let views: Vec<Value> = args.map(|v| serde_json::from_str(&v)).collect::<Result<_, _>>()?;
    for view in &views {
        println!("{}", serde_json::to_string_pretty(&office.look(now, view.clone())?)?);
    }
    if views.is_empty() {
        for view in
            ["start", "frame", "today", "cases", "meetings", "papers", "tracking", "appeals", "committee", "law", "settings", "journal"]
        {
            let started = Instant::now();
            let answer = office.look(now, json!({ "view": view }))?;
            println!("{view:10} {:>8.2?} {:>8} bytes", started.elapsed(), answer.to_string().len());
        }
    }
    Ok(())
}
