//! Folding: what makes two writings the same to someone who searches. Lower case, full-width to half, traditional to
//! simplified, every blank to one kind. One character in, one out, so that a place found in the folded text is the
//! same place in the text itself.

use std::collections::HashMap;
use std::sync::OnceLock;

pub fn fold(text: &str) -> String {
    text.chars().map(fold_char).collect()
}

pub fn fold_char(c: char) -> char {
    let c = match c {
        '\u{3000}' | '\n' | '\r' | '\t' | '\u{a0}' => ' ',
        '！'..='～' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        c => c,
    };
    if c.is_ascii() {
        c.to_ascii_lowercase()
    } else if c < '\u{2e80}' {
        c.to_lowercase().next().unwrap_or(c)
    } else {
        simplified().get(&c).copied().unwrap_or(c)
    }
}

fn simplified() -> &'static HashMap<char, char> {
    static TABLE: OnceLock<HashMap<char, char>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let lines = include_str!("simplified.txt").lines().filter(|l| !l.starts_with('#'));
        let mut table = HashMap::with_capacity(4200);
        for line in lines {
            let chars: Vec<char> = line.chars().collect();
            table.extend(chars.chunks_exact(2).map(|p| (p[0], p[1])));
        }
        table
    })
}

/// The words of a query, folded; all of them must be found.
pub fn words(query: &str) -> Vec<String> {
    fold(query).split(' ').filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_fold_alike() {
        for (a, b) in [("人工智慧倫理審查", "人工智慧伦理审查"), ("ＪＺＵ－ＡＩ", "jzu-ai"), ("Ａ　b", "a B"), ("單", "单"), ("𠮷", "𠮷")]
        {
            assert_eq!(fold(a), fold(b), "{a} {b}");
            assert_eq!(fold(a).chars().count(), a.chars().count(), "one for one");
        }
        assert!(simplified().len() > 4000 && simplified().iter().all(|(t, s)| t != s));
    }
}
