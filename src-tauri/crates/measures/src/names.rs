//! Persons and categories in sentences, and when two typed names mean one person. Dates are in `say`.

use crate::{Category, Facts};

/// The member's name as an owned word; the id itself when nobody bears it.
pub fn name(facts: &Facts, id: &str) -> String {
    facts.name_of(id).to_string()
}
/// 方慎行、罗晓岚
pub fn zh<S: AsRef<str>>(facts: &Facts, ids: &[S]) -> String {
    crate::say::zh_list(ids.iter().map(|i| facts.name_of(i.as_ref())))
}
pub fn en<S: AsRef<str>>(facts: &Facts, ids: &[S]) -> String {
    crate::say::en_list(ids.iter().map(|i| facts.name_of(i.as_ref())))
}
/// 法律、伦理
pub fn categories_zh(list: &[Category]) -> String {
    crate::say::zh_list(list.iter().map(|c| c.zh()))
}
/// law or ethics
pub fn categories_en(list: &[Category]) -> String {
    list.iter().map(|c| c.en()).collect::<Vec<_>>().join(" or ")
}
/// A name as people type it in ten ways and mean once: spaces, middle dots and letter width do not tell persons apart.
pub fn folded(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '·' | '•' | '・' | '‧' | '･' | '⋅' | '∙' | '．' | '.' | '\u{200b}' | '\u{feff}'))
        .map(|c| match c {
            // full-width ASCII and the ASCII it stands for differ by a constant
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            _ => c,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_127_one_person_however_the_name_is_typed() {
        for other in ["艾力买买提", "艾力 · 买买提", "艾力•买买提", "艾力・买买提"] {
            assert_eq!(folded("艾力·买买提"), folded(other), "{other}");
        }
        assert_eq!(folded("ＬＩ Ming"), "liming");
        assert_ne!(folded("艾力·买买提"), folded("买买提·艾力"), "the order of the parts is the name");
    }
}
