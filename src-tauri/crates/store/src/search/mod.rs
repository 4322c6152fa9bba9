//! One box over everything: what is written, how it sounds, and where in it the words stand. The index is derived and
//! can be written again from the records at any time.

mod fold;
mod gram;
pub(crate) mod sound;

pub(crate) use fold::{fold, words};

use crate::reader::Reader;
use crate::tx::Tx;
use crate::{Error, schema};
use gram::{grams, phrase};
use rusqlite::{OptionalExtension, params};
use serde::Serialize;

/// Longest part of a body that is searched, in characters: a book, not a library.
const BODY: usize = 200_000;
/// Candidates looked at in one stage before it is given up: sounds that begin within a syllable can be many.
const PATIENCE: usize = 400;

/// How a thing was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum How {
    /// The words stand in it.
    #[serde(rename = "字")]
    Written,
    #[serde(rename = "拼音")]
    Pinyin,
    #[serde(rename = "首字母")]
    Initials,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hit {
    pub kind: String,
    pub id: String,
    pub title: String,
    /// The words with some text around them, from the body; empty when the title says it all.
    pub snippet: String,
    pub how: How,
}

impl Tx<'_> {
    /// Makes a record findable, or anew under another title and body.
    pub fn put_search(&mut self, kind: &str, id: &str, title: &str, body: &str) -> Result<(), Error> {
        schema::known(kind)?;
        let conn = &self.reader.conn;
        let body: String = body.chars().take(BODY).collect();
        let known: Option<(i64, String, String)> = conn
            .prepare_cached(include_str!("../sql/search_known.sql"))?
            .query_row(params![kind, id], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
            .optional()?;
        if known.as_ref().is_some_and(|(_, t, b)| t == title && *b == body) {
            return Ok(());
        }
        let n: i64 = conn.prepare_cached(include_str!("../sql/search_put.sql"))?.query_row(params![kind, id, title, body], |r| r.get(0))?;
        let (full, initials) = sound::sound(&sounded(title, &body));
        conn.prepare_cached(include_str!("../sql/search_grams.sql"))?.execute(params![
            n,
            kind_token(kind),
            grams(&fold(title)),
            grams(&full.to_lowercase()),
            grams(&initials),
            grams(&fold(&body))
        ])?;
        Ok(())
    }

    pub fn drop_search(&mut self, kind: &str, id: &str) -> Result<(), Error> {
        let conn = &self.reader.conn;
        let gone: Option<i64> =
            conn.prepare_cached(include_str!("../sql/search_drop.sql"))?.query_row(params![kind, id], |r| r.get(0)).optional()?;
        if let Some(n) = gone {
            conn.prepare_cached(include_str!("../sql/search_grams_drop.sql"))?.execute([n])?;
        }
        Ok(())
    }
}

impl Reader {
    /// What contains every word of `text`: in its title first, then by its sound, then in its body; newest first.
    pub fn search(&self, text: &str, limit: u32) -> Result<Vec<Hit>, Error> {
        self.search_by(None, text, limit)
    }

    /// As `search`, among one kind: so that a box with a part for each kind has something in each.
    pub fn search_in(&self, kind: &str, text: &str, limit: u32) -> Result<Vec<Hit>, Error> {
        self.search_by(Some(schema::known(kind)?), text, limit)
    }

    fn search_by(&self, kind: Option<&str>, text: &str, limit: u32) -> Result<Vec<Hit>, Error> {
        let words = words(text);
        let mut hits: Vec<Hit> = Vec::new();
        if words.is_empty() {
            return Ok(hits);
        }
        // Two letters begin too many syllables: they are read as initials only.
        let stages = [Stage { sound: false, body: false }, Stage { sound: true, body: false }, Stage { sound: true, body: true }];
        for stage in stages {
            let mut query: Vec<String> = words.iter().map(|w| format!("{{{}}} : {}", stage.columns(w), phrase(w))).collect();
            query.extend(kind.map(|k| format!("kind : {}", kind_token(k))));
            let mut stmt = self.conn.prepare_cached(include_str!("../sql/search.sql"))?;
            let mut rows = stmt.query([query.join(" AND ")])?;
            let mut looked = 0;
            while let Some(row) = rows.next()? {
                if hits.len() >= limit as usize {
                    return Ok(hits);
                }
                looked += 1;
                if looked > PATIENCE {
                    break;
                }
                let (kind, id, title): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
                if hits.iter().any(|h| h.kind == kind && h.id == id) {
                    continue;
                }
                if let Some((how, snippet)) = judge(&words, &title, row.get_ref(3)?.as_str().unwrap_or("")) {
                    hits.push(Hit { kind, id, title, snippet, how });
                }
            }
        }
        Ok(hits)
    }
}

/// How a word typed for its sound reads in a text: 拼音首字母 of 智能. None when it stands there as written, or not at all.
pub fn reading(text: &str, word: &str) -> Option<(How, String)> {
    let word = fold(word);
    if fold(text).contains(&word) || !sound::typed(&word) {
        return None;
    }
    sound::heard(text, &word).map(|(said, initials)| (if initials { How::Initials } else { How::Pinyin }, said))
}

/// A kind as one token of the index.
fn kind_token(kind: &str) -> String {
    kind.replace('_', "")
}

/// Where a word is looked for: titles first, then how they sound, then bodies.
#[derive(Clone, Copy)]
struct Stage {
    sound: bool,
    body: bool,
}
impl Stage {
    fn columns(self, word: &str) -> String {
        let mut columns = String::from("title");
        if self.sound && sound::typed(word) {
            columns.push_str(if word.len() > 2 { " initials sound" } else { " initials" });
        }
        if self.body {
            columns.push_str(" body");
        }
        columns
    }
}

/// What is also found by its sound: the title, and the words of the body's first line (a leader, a unit).
fn sounded<'a>(title: &'a str, body: &'a str) -> Vec<&'a str> {
    let first = body.lines().next().unwrap_or("");
    let end = first.char_indices().nth(80).map_or(first.len(), |(i, _)| i);
    std::iter::once(title).chain(first[..end].split_whitespace()).collect()
}

/// How each word is there; None when one of them only seemed to be (a sound that begins within a syllable).
fn judge(words: &[String], title: &str, body: &str) -> Option<(How, String)> {
    let folded = fold(title);
    let (mut how, mut snippet) = (How::Written, String::new());
    let mut heard: Option<(String, String, String)> = None;
    for word in words {
        if folded.contains(word.as_str()) {
            continue;
        }
        if sound::typed(word) {
            let (full, lower, initials) = heard.get_or_insert_with(|| {
                let (full, initials) = sound::sound(&sounded(title, body));
                (full.clone(), full.to_lowercase(), initials)
            });
            if initials.contains(word.as_str()) {
                how = How::Initials;
                continue;
            }
            if word.len() > 2 && sound::sounds(full, lower, word) {
                how = How::Pinyin;
                continue;
            }
        }
        let around = around(body, word)?;
        if snippet.is_empty() {
            snippet = around;
        }
    }
    Some((how, snippet))
}

/// The word in its sentence: twelve characters before, forty in all.
fn around(body: &str, word: &str) -> Option<String> {
    let chars: Vec<char> = body.chars().collect();
    let folded: String = fold(body);
    let byte = folded.find(word)?;
    let at = folded[..byte].chars().count();
    let (from, to) = (at.saturating_sub(12), (at + 28).min(chars.len()));
    let mut out = String::new();
    if from > 0 {
        out.push('…');
    }
    out.extend(chars[from..to].iter().map(|c| if c.is_control() { ' ' } else { *c }));
    if to < chars.len() {
        out.push('…');
    }
    Some(out)
}
