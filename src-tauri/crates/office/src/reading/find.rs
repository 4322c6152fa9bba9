//! Words on the pages of the packet: where they stand, for marking them, and finding them across all documents. What is
//! read of a document stays in memory as long as the packet is open and is written nowhere.

use papers::letters::Letters;
use serde::{Deserialize, Serialize};

/// A line of writing on a page, in points from the upper left corner.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LineOfText {
    pub text: String,
    pub y: f32,
    pub height: f32,
    /// Where each character begins, and where the last one ends.
    pub x: Vec<f32>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LeafView {
    pub document: String,
    pub page: u32,
    pub width: f32,
    pub height: f32,
    /// Empty for a page that is a photograph.
    pub lines: Vec<LineOfText>,
    /// The words laid over the page, when the document does not bear them itself.
    pub watermark: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    pub item: String,
    pub document: String,
    pub page: u32,
    pub before: String,
    pub hit: String,
    pub after: String,
    /// How often on this page.
    pub times: u32,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundView {
    pub text: String,
    pub hits: Vec<Hit>,
    /// Pages read so far, and all. While they differ, ask again: the search goes on.
    pub read: u32,
    pub all: u32,
    /// Pages among those read that hold no writing: photographs and scans.
    pub unwritten: u32,
}

/// The lines of a page, cut where the writing jumps to another height or over a gap.
pub(super) fn lines(letters: &Letters) -> Vec<LineOfText> {
    let round = |n: f32| (n * 10.0).round() / 10.0;
    let mut out: Vec<LineOfText> = Vec::new();
    let mut end = f32::NAN;
    for letter in &letters.letters {
        let goes_on = out.last().is_some_and(|line| {
            (line.y - letter.y).abs() <= letter.height * 0.3
                && (line.height - letter.height).abs() <= letter.height * 0.5
                && letter.x - end <= letter.height * 1.2
                && letter.x - end >= -letter.height * 0.4
        });
        if !goes_on {
            out.push(LineOfText { text: String::new(), y: round(letter.y), height: round(letter.height), x: vec![] });
        }
        if let Some(line) = out.last_mut() {
            line.x.truncate(line.text.chars().count());
            line.text.push(letter.char);
            line.x.push(round(letter.x));
            end = letter.x + letter.width;
            line.x.push(round(end));
        }
    }
    out.retain(|line| !line.text.trim().is_empty());
    out
}

/// A page's text with its folded form: what is searched, and for each of its characters where it stands in the text.
#[derive(Debug, Clone, Default)]
pub(super) struct Text {
    plain: Vec<char>,
    folded: Vec<char>,
    at: Vec<usize>,
}

impl Text {
    pub(super) fn of(letters: &Letters) -> Text {
        Text::new(&letters.text())
    }

    fn new(text: &str) -> Text {
        let plain: Vec<char> = text.chars().collect();
        let (folded, at) = plain.iter().enumerate().flat_map(|(i, c)| fold(*c).into_iter().map(move |f| (f, i))).unzip();
        Text { plain, folded, at }
    }

    pub(super) fn is_blank(&self) -> bool {
        self.folded.is_empty()
    }

    /// Whether the words stand on the page, however they are broken into lines.
    pub(super) fn holds(&self, words: &str) -> bool {
        let wanted = folded(words);
        !wanted.is_empty() && self.folded.windows(wanted.len()).any(|w| w == wanted)
    }

    /// The first place of the words, with what stands around it, and how many places there are.
    pub(super) fn find(&self, words: &str) -> Option<(String, String, String, u32)> {
        const AROUND: usize = 16;
        let wanted = folded(words);
        if wanted.is_empty() || wanted.len() > self.folded.len() {
            return None;
        }
        let places: Vec<usize> = (0..=self.folded.len() - wanted.len()).filter(|i| self.folded[*i..].starts_with(&wanted)).collect();
        let first = *places.first()?;
        let (from, to) = (self.at[first], self.at[first + wanted.len() - 1] + 1);
        let cut = |a: usize, b: usize| self.plain[a..b].iter().map(|c| if *c == '\n' { ' ' } else { *c }).collect::<String>();
        Some((
            cut(from.saturating_sub(AROUND), from),
            cut(from, to),
            cut(to, (to + AROUND * 2).min(self.plain.len())),
            u32::try_from(places.len()).unwrap_or(u32::MAX),
        ))
    }
}

fn folded(words: &str) -> Vec<char> {
    words.chars().flat_map(fold).collect()
}

/// Blanks go, full-width becomes half-width, capitals small: １２％ and 12% are the same to a reader.
fn fold(c: char) -> Vec<char> {
    if c.is_whitespace() || c.is_control() {
        return vec![];
    }
    let half = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        other => other,
    };
    half.to_lowercase().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use papers::letters::Letter;

    fn row(text: &str, y: f32) -> Vec<Letter> {
        text.chars().enumerate().map(|(i, char)| Letter { char, x: 50.0 + 10.0 * i as f32, y, width: 10.0, height: 10.0 }).collect()
    }

    #[test]
    fn words_are_found_over_the_end_of_a_line_and_in_any_width() {
        let letters = Letters {
            width: 595.0,
            height: 842.0,
            letters: [row("测试集中女性占３１％，戴", 100.0), row("眼镜者占22%。AI Act", 120.0)].concat(),
        };
        let text = Text::of(&letters);
        let (before, hit, after, times) = text.find("31%,戴眼镜").unwrap_or_default();
        assert_eq!((before.as_str(), hit.as_str(), times), ("测试集中女性占", "３１％，戴 眼镜", 1));
        assert!(after.starts_with("者占22%。"), "{after}");
        assert!(text.holds("ai act") && text.holds("占") && !text.holds("男性") && !text.holds("  "));
        assert_eq!(text.find("占").map(|f| f.3), Some(2), "both places on the page are counted");
    }

    #[test]
    fn a_page_falls_into_its_lines() {
        let letters = Letters { width: 595.0, height: 842.0, letters: [row("第一行", 100.0), row("第二行", 120.0)].concat() };
        let found = lines(&letters);
        assert_eq!(found.iter().map(|l| l.text.as_str()).collect::<Vec<_>>(), ["第一行", "第二行"]);
        assert_eq!(found[0].x, [50.0, 60.0, 70.0, 80.0], "each character's beginning and the end of the last");
    }
}
