//! The register's texts in memory: 50,000 rows are looked through in a millisecond or two, however common the word.
//! Read at the first search, kept in step with every row put, taken back with the transaction that put them.
//!
//! Not the search over everything (`search`), whose bodies may be long: this knows number, title, leader and unit only.

use crate::Error;
use crate::search::sound;
use memchr::memmem;
use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

#[derive(Default)]
pub(crate) struct Texts {
    held: RefCell<Option<Held>>,
    /// What the running transaction put: the row, and the place it had before.
    put: RefCell<Vec<(i64, Option<usize>)>>,
    /// Read while a transaction was running, so perhaps with rows that it will take back.
    unsure: Cell<bool>,
    /// The rows found last, as bits, for the function `found(n)`.
    found: Arc<Mutex<Vec<u64>>>,
}

/// One long text each, so that looking through them is one walk through memory.
#[derive(Default)]
struct Held {
    /// Row numbers by place; a row put again stands at the end, and its old place is dead.
    rows: Vec<i64>,
    dead: Vec<bool>,
    places: HashMap<i64, usize>,
    written: Column,
    /// Full pinyin as it is (a capital opens a syllable) and in lower case: the same places in both.
    full: String,
    lower: Column,
    initials: Column,
}

#[derive(Default)]
struct Column {
    text: String,
    /// Where each row ends.
    ends: Vec<usize>,
}

impl Column {
    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        // Nothing is found across two rows.
        self.text.push('\u{1e}');
        self.ends.push(self.text.len());
    }
    fn pop(&mut self) {
        self.ends.pop();
        self.text.truncate(self.ends.last().copied().unwrap_or(0));
    }
    fn start(&self, row: usize) -> usize {
        if row == 0 { 0 } else { self.ends[row - 1] }
    }
    fn of(&self, row: usize) -> &str {
        &self.text[self.start(row)..self.ends[row]]
    }
    /// Rows with the word at a place that `fits`, in order.
    fn rows(&self, word: &str, fits: impl Fn(usize) -> bool, found: &mut [bool]) {
        let (finder, bytes) = (memmem::Finder::new(word), self.text.as_bytes());
        let (mut from, mut row) = (0, 0);
        while let Some(at) = finder.find(&bytes[from..]).map(|at| from + at) {
            row += self.ends[row..].partition_point(|end| *end <= at);
            if fits(at) {
                found[row] = true;
                from = self.ends[row];
            } else {
                from = at + 1;
            }
        }
    }
}

impl Held {
    /// Gives the place the row had before.
    fn push(&mut self, n: i64, text: &str, sound: &str) -> Option<usize> {
        let old = self.places.insert(n, self.rows.len());
        if let Some(old) = old {
            self.dead[old] = true;
        }
        let (full, initials) = sound.split_once('\u{1e}').unwrap_or((sound, ""));
        self.rows.push(n);
        self.dead.push(false);
        self.written.push(text);
        self.full.push_str(full);
        self.full.push('\u{1e}');
        self.lower.push(&full.to_ascii_lowercase());
        self.initials.push(initials);
        old
    }

    /// Takes back the last push.
    fn pop(&mut self, n: i64, old: Option<usize>) {
        match old {
            Some(old) => {
                self.dead[old] = false;
                self.places.insert(n, old);
            }
            None => drop(self.places.remove(&n)),
        }
        self.rows.pop();
        self.dead.pop();
        self.written.pop();
        self.lower.pop();
        self.full.truncate(self.lower.text.len());
        self.initials.pop();
    }

    fn has(&self, row: usize, word: &str, typed: bool) -> bool {
        let full = || &self.full[self.lower.start(row)..self.lower.ends[row]];
        self.written.of(row).contains(word)
            || typed && (self.initials.of(row).contains(word) || sound::sounds(full(), self.lower.of(row), word))
    }

    /// The first word is looked for in everything, the others in what it found.
    fn look(&self, words: &[String]) -> Vec<i64> {
        let Some((first, others)) = words.split_first() else { return Vec::new() };
        let mut found = vec![false; self.rows.len()];
        self.written.rows(first, |_| true, &mut found);
        if sound::typed(first) {
            self.initials.rows(first, |_| true, &mut found);
            self.lower.rows(first, |at| self.full.as_bytes()[at].is_ascii_uppercase(), &mut found);
        }
        let others: Vec<(&str, bool)> = others.iter().map(|w| (w.as_str(), sound::typed(w))).collect();
        (0..self.rows.len())
            .filter(|&row| found[row] && !self.dead[row] && others.iter().all(|(w, typed)| self.has(row, w, *typed)))
            .map(|row| self.rows[row])
            .collect()
    }
}

impl Texts {
    /// Teaches the connection `found(n)`.
    pub(crate) fn install(&self, conn: &Connection) -> Result<(), Error> {
        let found = Arc::clone(&self.found);
        conn.create_scalar_function("found", 1, FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DIRECTONLY, move |x| {
            let n = x.get::<i64>(0)? as usize;
            let bits = found.lock().expect("nothing panics while it holds the bits");
            Ok(bits.get(n / 64).is_some_and(|w| w >> (n % 64) & 1 == 1))
        })?;
        Ok(())
    }

    pub(crate) fn forget(&self) {
        self.held.replace(None);
        self.put.borrow_mut().clear();
    }

    pub(crate) fn put(&self, n: i64, text: &str, sound: &str) {
        if let Some(held) = self.held.borrow_mut().as_mut() {
            let old = held.push(n, text, sound);
            self.put.borrow_mut().push((n, old));
        }
    }

    pub(crate) fn committed(&self) {
        self.put.borrow_mut().clear();
        self.unsure.set(false);
        // Mostly dead places: read anew rather than walked past for ever.
        if self.held.borrow().as_ref().is_some_and(|held| held.rows.len() > 2 * held.places.len() + 1000) {
            self.forget();
        }
    }

    pub(crate) fn taken_back(&self) {
        if self.unsure.replace(false) {
            return self.forget();
        }
        if let Some(held) = self.held.borrow_mut().as_mut() {
            for (n, old) in self.put.borrow_mut().drain(..).rev() {
                held.pop(n, old);
            }
        }
    }

    /// Rows that have every word; leaves them as bits too.
    pub(crate) fn look(&self, conn: &Connection, words: &[String]) -> Result<Vec<i64>, Error> {
        let mut slot = self.held.borrow_mut();
        if slot.is_none() {
            let mut held = Held::default();
            let mut stmt = conn.prepare_cached(include_str!("sql/case_texts.sql"))?;
            let mut rows = stmt.query([])?;
            while let Some(row) = rows.next()? {
                held.push(row.get(0)?, row.get_ref(1)?.as_str().unwrap_or(""), row.get_ref(2)?.as_str().unwrap_or(""));
            }
            *slot = Some(held);
            self.put.borrow_mut().clear();
            self.unsure.set(!conn.is_autocommit());
        }
        let list = slot.as_ref().map(|held| held.look(words)).unwrap_or_default();
        let mut bits = vec![0_u64; list.iter().max().map_or(0, |n| *n as usize / 64 + 1)];
        for n in &list {
            bits[*n as usize / 64] |= 1 << (*n as usize % 64);
        }
        *self.found.lock().expect("nothing panics while it holds the bits") = bits;
        Ok(list)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// The one long text finds what looking at each row by itself finds, also after rows were put again or taken back.
        #[test]
        fn finds_what_a_plain_look_finds(
            rows in proptest::collection::vec((0..12_i64, "[人工智a-c]{0,6}", "([A-C][a-c]{0,2}){0,4}", "[a-c]{0,4}", any::<bool>()), 0..40),
            word in "[人工智]{1,2}|[a-c]{1,3}",
        ) {
            let mut held = Held::default();
            let mut plain: HashMap<i64, (String, String, String)> = HashMap::new();
            for (n, text, full, initials, kept) in rows {
                let old = held.push(n, &text, &format!("{full}\u{1e}{initials}"));
                if !kept {
                    held.pop(n, old);
                    continue;
                }
                plain.insert(n, (text, full, initials));
            }
            let typed = sound::typed(&word);
            let mut want: Vec<i64> = plain
                .iter()
                .filter(|(_, (t, f, i))| t.contains(&word) || typed && (i.contains(&word) || sound::sounds(f, &f.to_lowercase(), &word)))
                .map(|(n, _)| *n)
                .collect();
            want.sort_unstable();
            let mut got = held.look(&[word]);
            got.sort_unstable();
            prop_assert_eq!(got, want);
        }
    }
}
