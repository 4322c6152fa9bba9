//! An official text as somebody pasted or broke it: it is cut into articles or refused with a sentence, within bounds of time
//! and memory. What is read is sound: articles in order from the first, and no text of which the paste had none.

#[path = "../../../../tests/fuzz/mutate.rs"]
mod mutate;

use measures::law::split_official;
use std::path::Path;

#[test]
fn pasted_law_texts() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/law");
    let (count, seen) = mutate::fuzz(&folder, |bytes| {
        let text = String::from_utf8_lossy(bytes);
        match split_official(&text) {
            Ok(official) => {
                for (i, article) in official.articles.iter().enumerate() {
                    assert_eq!(article.cite.0, format!("{}{}", official.law, i + 1), "articles come in order");
                }
                let taken: usize = official.articles.iter().map(|a| a.text.len()).chain(official.annex.iter().map(String::len)).sum();
                assert!(taken <= text.len() * 2, "{taken} bytes out of {}", text.len());
                "read".into()
            }
            Err(why) => {
                assert!(!why.is_empty());
                why.chars().take(6).collect()
            }
        }
    });
    assert!(count > 20 && seen.len() == 3, "{count} inputs, {seen:?}");
}
