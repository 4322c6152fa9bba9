//! The scenarios of `tests/scenarios`, as `lunshen scenario` runs them: here without the window, so that a lawyer's line and
//! the rule it is about can be changed side by side. `SCENARIO=8` runs the files whose name begins so.

use crate::assets;

#[test]
fn every_scenario_is_answered_as_it_says() {
    let folder = assets().join("../tests/scenarios");
    let only = std::env::var("SCENARIO").unwrap_or_default();
    let mut files: Vec<_> = std::fs::read_dir(&folder)
        .expect("the scenarios")
        .filter_map(|f| Some(f.ok()?.path()))
        .filter(|p| p.extension().is_some_and(|e| e == "yaml"))
        .filter(|p| p.file_name().is_some_and(|n| n.to_string_lossy().starts_with(&only)))
        .collect();
    files.sort();
    let (mut wrong, mut n) = (Vec::new(), 0);
    for file in files {
        let verdicts = office::scenario::run_file(&file, &assets()).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        n += verdicts.len();
        wrong.extend(verdicts.into_iter().filter_map(|v| Some(format!("{}\n    {}", v.title, v.failure?))));
    }
    assert!(wrong.is_empty(), "{} of {n}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(n > 0, "no scenario was run");
}
