//! 帮助: the page of a place, and 本软件的处理.

use measures::readings;
use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HelpView {
    pub topic: String,
    pub title_zh: String,
    pub title_en: String,
    /// Markdown.
    pub zh: String,
    pub en: String,
    pub topics: Vec<(String, String, String)>,
    pub readings: Vec<measures::readings::Reading>,
}

/// A page is one file: Chinese, a line `<!-- en -->`, English. The first line of each is its title.
const PAGES: [(&str, &str); 22] = [
    ("start", include_str!("../help/start.md")),
    ("today", include_str!("../help/today.md")),
    ("cases", include_str!("../help/cases.md")),
    ("case", include_str!("../help/case.md")),
    ("intake", include_str!("../help/intake.md")),
    ("meetings", include_str!("../help/meetings.md")),
    ("meeting", include_str!("../help/meeting.md")),
    ("room", include_str!("../help/room.md")),
    ("aftermath", include_str!("../help/aftermath.md")),
    ("packets", include_str!("../help/packets.md")),
    ("papers", include_str!("../help/papers.md")),
    ("wording", include_str!("../help/wording.md")),
    ("tracking", include_str!("../help/tracking.md")),
    ("appeals", include_str!("../help/appeals.md")),
    ("committee", include_str!("../help/committee.md")),
    ("report", include_str!("../help/report.md")),
    ("law", include_str!("../help/law.md")),
    ("journal", include_str!("../help/journal.md")),
    ("settings", include_str!("../help/settings.md")),
    ("search", include_str!("../help/search.md")),
    ("reading", include_str!("../help/reading.md")),
    ("readings", include_str!("../help/readings.md")),
];

/// The articles whose open readings concern a place.
fn articles(topic: &str) -> &'static [&'static str] {
    match topic {
        "intake" => &["M12", "M13"],
        "meeting" | "room" | "aftermath" | "packets" => &["M14", "E16"],
        "papers" | "appeals" => &["M16"],
        "tracking" => &["M17"],
        "committee" => &["M10", "E7"],
        "report" => &["E45", "M30"],
        _ => &[],
    }
}

/// Title and text of one language.
fn part(text: &str) -> (String, String) {
    let text = text.trim();
    let (title, rest) = text.split_once('\n').unwrap_or((text, ""));
    (title.trim_start_matches('#').trim().into(), rest.trim().into())
}

fn page(text: &str) -> ((String, String), (String, String)) {
    let (zh, en) = text.split_once("<!-- en -->").unwrap_or((text, text));
    (part(zh), part(en))
}

/// The page of a place; an unknown one gets the page of 今日, with all topics beside it.
pub fn build(topic: &str) -> HelpView {
    let (topic, text) = PAGES.iter().find(|(t, _)| *t == topic).unwrap_or(&PAGES[1]);
    let ((title_zh, zh), (title_en, en)) = page(text);
    HelpView {
        topic: (*topic).into(),
        title_zh,
        title_en,
        zh,
        en,
        topics: PAGES.iter().map(|(t, text)| (*t, page(text))).map(|(t, ((zh, _), (en, _)))| (t.to_string(), zh, en)).collect(),
        readings: readings::all()
            .iter()
            .filter(|r| *topic == "readings" || articles(topic).iter().any(|a| r.cites.iter().any(|c| c.0 == *a)))
            .cloned()
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_is_there_in_both_languages() {
        for (topic, text) in PAGES {
            let ((zt, zh), (et, en)) = page(text);
            assert!(text.contains("<!-- en -->"), "{topic} has no English");
            assert!(zt.chars().any(|c| c > '\u{2e80}') && et.is_ascii(), "{topic}: {zt} / {et}");
            assert!(zh.chars().count() > 40 && en.len() > 100, "{topic} says too little");
        }
        assert_eq!(build("readings").readings.len(), readings::all().len());
        assert!(build("meeting").readings.iter().any(|r| r.id == "A2"));
        assert_eq!(build("nowhere").topic, "today");
    }
}
