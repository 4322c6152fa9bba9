//! ARTICLES.md against the code: every article has a row, every row that claims something names code and tests that
//! exist, and every rule the code can find belongs to an article with a row.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

struct Row {
    cite: String,
    what: String,
    how: String,
    code: Vec<String>,
    tests: Vec<String>,
}

fn here() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn rows() -> Vec<Row> {
    let text = std::fs::read_to_string(here().join("ARTICLES.md")).expect("ARTICLES.md stands beside Cargo.toml");
    let ticked = |cell: &str| cell.split('`').skip(1).step_by(2).map(String::from).collect::<Vec<_>>();
    text.lines()
        .filter(|l| l.starts_with("| ") && !l.starts_with("| Article") && !l.starts_with("| ---"))
        .map(|l| {
            let cells: Vec<&str> = l.trim_matches('|').split(" | ").map(str::trim).collect();
            assert_eq!(cells.len(), 5, "a row has five cells: {l}");
            Row { cite: cells[0].into(), what: cells[1].into(), how: cells[2].into(), code: ticked(cells[3]), tests: ticked(cells[4]) }
        })
        .collect()
}

fn sources(dir: &Path, found: &mut Vec<String>) {
    let Ok(entries) = std::fs::read_dir(dir) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(std::fs::read_to_string(&path).expect("a source file"));
        }
    }
}

/// Names of the functions that stand under `#[test]`, in this crate.
fn tests_that_exist() -> BTreeSet<String> {
    let mut texts = Vec::new();
    sources(&here().join("src"), &mut texts);
    sources(&here().join("tests"), &mut texts);
    // some rules can be shown only where their acts are: at the desk
    sources(&here().join("../office/tests"), &mut texts);
    let mut names = BTreeSet::new();
    for text in texts {
        for after in text.split("#[test]").skip(1) {
            if let Some(name) = after.trim_start().strip_prefix("fn ").and_then(|r| r.split('(').next()) {
                names.insert(name.to_string());
            }
        }
    }
    names
}

#[test]
fn every_article_has_a_row() {
    let expected: Vec<String> = (1..=37).map(|n| format!("M{n}")).chain(["A".into()]).chain((1..=51).map(|n| format!("E{n}"))).collect();
    assert_eq!(rows().into_iter().map(|r| r.cite).collect::<Vec<_>>(), expected);
}

#[test]
fn every_row_says_how_and_names_what_exists() {
    let known = tests_that_exist();
    assert!(known.contains("every_row_says_how_and_names_what_exists"), "the search for tests finds this one");
    for r in rows() {
        assert!(r.what.ends_with('.'), "{}: a sentence", r.cite);
        for file in &r.code {
            assert!(here().join("src").join(file).exists(), "{}: {file} does not exist", r.cite);
        }
        for test in &r.tests {
            assert!(known.contains(test), "{}: no test is called {test}", r.cite);
        }
        match r.how.as_str() {
            "enforced" | "computed" => {
                assert!(!r.code.is_empty() && !r.tests.is_empty(), "{} claims to be {} without code or test", r.cite, r.how)
            }
            "recorded" | "printed" | "not for software" => {}
            other => panic!("{}: \"{other}\" is not one of the five ways", r.cite),
        }
    }
}

#[test]
fn every_rule_belongs_to_an_article_that_is_more_than_recorded() {
    let mut texts = Vec::new();
    sources(&here().join("src"), &mut texts);
    let mut heads = BTreeSet::new();
    for text in &texts {
        for verdict in ["block(", "ask(", "note(", "fine("] {
            for after in text.split(&format!("Finding::{verdict}")).skip(1) {
                if let Some(rule) = after.trim_start().strip_prefix('"').and_then(|r| r.split('"').next()) {
                    heads.insert(rule.split('.').next().expect("a head").to_string());
                }
            }
        }
    }
    assert!(heads.len() > 15, "the search for rules finds them: {heads:?}");
    let rows = rows();
    for head in heads.iter().filter(|h| *h != "R") {
        let row = rows.iter().find(|r| r.cite == *head).unwrap_or_else(|| panic!("rule {head}.… has no row"));
        assert!(matches!(row.how.as_str(), "enforced" | "computed"), "{head} has rules in the code but is called {}", row.how);
    }
}
