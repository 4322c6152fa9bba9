//! How a text sounds: full pinyin and initials, so that 人工智能 is found by `rgzn` and by `gongzhi`. Surnames are also
//! read as surnames (单 shàn, 曾 zēng, 解 xiè), since names are what is looked for most.

use pinyin::ToPinyin;

/// Between fields, so that nothing is found across two of them.
pub const GAP: char = '\u{1f}';

const SURNAMES: &[(char, &str)] = &[
    ('单', "shan"),
    ('曾', "zeng"),
    ('解', "xie"),
    ('仇', "qiu"),
    ('区', "ou"),
    ('查', "zha"),
    ('任', "ren"),
    ('朴', "piao"),
    ('翟', "zhai"),
    ('盖', "ge"),
    ('乐', "yue"),
    ('缪', "miao"),
    ('冼', "xian"),
    ('种', "chong"),
    ('覃', "qin"),
    ('尉', "yu"),
    ('万', "wan"),
    ('华', "hua"),
    ('洗', "xian"),
    ('那', "na"),
    ('折', "she"),
    ('黑', "he"),
    ('员', "yun"),
    ('召', "shao"),
    ('繁', "po"),
    ('秘', "bi"),
    ('重', "chong"),
    ('长', "chang"),
];

/// Characters that sound different after certain others, where the work uses the word: 延长 cháng, 校长 zhǎng.
const AFTER: &[(&str, char, &str)] = &[("延时增加特全", '长', "chang"), ("空协微", '调', "tiao"), ("审运执进实", '行', "xing")];

fn after(before: Option<char>, c: char) -> Option<&'static str> {
    let before = before?;
    AFTER.iter().find(|(heads, of, _)| *of == c && heads.contains(before)).map(|(_, _, sound)| *sound)
}

/// `RenGongZhiNeng` for each reading of each field (a capital opens a syllable), and `rgzn`; Latin text stays itself.
pub fn sound(fields: &[&str]) -> (String, String) {
    let (mut full, mut initials) = (String::new(), String::new());
    for field in fields {
        let field = super::fold::fold(field);
        let mut readings = vec![read(&field, None)];
        let surname = field.chars().next().and_then(|c| SURNAMES.iter().find(|(s, _)| *s == c));
        if let Some((_, as_name)) = surname {
            let other = read(&field, Some(as_name));
            if other != readings[0] {
                readings.push(other);
            }
        }
        for (f, i) in readings {
            if i.is_empty() {
                continue;
            }
            full.push_str(&f);
            full.push(GAP);
            initials.push_str(&i);
            initials.push(GAP);
        }
    }
    (full, initials)
}

fn read(field: &str, first: Option<&str>) -> (String, String) {
    let (mut full, mut initials) = (String::new(), String::new());
    let (mut latin_before, mut before) = (false, None);
    for (n, c) in field.chars().enumerate() {
        let syllable = match first {
            Some(f) if n == 0 => Some(f),
            _ => after(before, c).or_else(|| c.to_pinyin().map(pinyin::Pinyin::plain)),
        };
        before = Some(c);
        if let Some(s) = syllable {
            let s = s.replace('ü', "v");
            full.push_str(&s[..1].to_ascii_uppercase());
            full.push_str(&s[1..]);
            initials.push_str(&s[..1]);
            latin_before = false;
        } else if c.is_ascii_alphanumeric() {
            full.push(if latin_before { c } else { c.to_ascii_uppercase() });
            initials.push(c);
            latin_before = true;
        } else {
            latin_before = false;
        }
    }
    (full, initials)
}

/// Could `word` have been typed for its sound?
pub fn typed(word: &str) -> bool {
    word.len() >= 2 && word.bytes().all(|b| b.is_ascii_lowercase())
}

/// Does `word` occur in `full` from the beginning of a syllable on? `lower` is `full` in lower case.
pub fn sounds(full: &str, lower: &str, word: &str) -> bool {
    // Every place, also one that overlaps the place before.
    let mut from = 0;
    while let Some(at) = lower[from..].find(word).map(|at| from + at) {
        if full.as_bytes()[at].is_ascii_uppercase() {
            return true;
        }
        from = at + 1;
    }
    false
}

/// The characters of `text` that `word` was typed for, and whether by their initials (else by full pinyin).
pub fn heard(text: &str, word: &str) -> Option<(String, bool)> {
    let chars: Vec<char> = text.chars().collect();
    let alone = |c: &char| read(&super::fold::fold(&c.to_string()), None).0.to_lowercase();
    let beside = |n: usize| after(n.checked_sub(1).map(|b| chars[b]), chars[n]);
    let syllables: Vec<String> = chars.iter().enumerate().map(|(n, c)| beside(n).map_or_else(|| alone(c), str::to_owned)).collect();
    for from in (0..chars.len()).filter(|n| !syllables[*n].is_empty()) {
        for initials in [true, false] {
            let mut said = String::new();
            for (to, s) in syllables.iter().enumerate().skip(from) {
                said.push_str(if initials { s.get(..1).unwrap_or("") } else { s });
                if said.starts_with(word) {
                    return Some((chars[from..=to].iter().collect(), initials));
                }
                if !word.starts_with(said.as_str()) {
                    break;
                }
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_named_in_characters() {
        assert_eq!(heard("高空作业的具身智能机器人", "zn"), Some(("智能".into(), true)));
        assert_eq!(heard("具身智能机器人", "zhineng"), Some(("智能".into(), false)));
        assert_eq!(heard("具身智能", "znx"), None);
        assert_eq!(heard("延长审查期限", "ycsc"), Some(("延长审查".into(), true)));
    }

    fn reads(text: &str, word: &str) -> (bool, bool) {
        let (full, initials) = sound(&[text]);
        (sounds(&full, &full.to_lowercase(), word), initials.contains(word))
    }

    #[test]
    fn full_and_initials() {
        for (text, word, by_full, by_initials) in [
            ("人工智能伦理", "gongzhi", true, false),
            ("人工智能伦理", "rgznll", false, true),
            ("人工智能伦理", "ongzhi", false, false),
            ("单伟", "shanwei", true, false),
            ("单伟", "danwei", true, false),
            ("曾敏", "zm", false, true),
            ("绿色GPT模型", "gptmoxing", true, false),
            ("女性", "nvxing", true, false),
            ("爱爱艾", "ai", true, false),
            ("哀哎阿姨", "ia", false, false),
            ("吕蒙", "lm", false, true),
        ] {
            assert_eq!(reads(text, word), (by_full, by_initials), "{text} {word}");
        }
        assert!(typed("rg") && !typed("r") && !typed("人工") && !typed("2026"));
    }

    #[test]
    fn nothing_is_found_across_two_fields() {
        let (full, initials) = sound(&["人工", "智能"]);
        assert!(!sounds(&full, &full.to_lowercase(), "gongzhi") && !initials.contains("rgz"));
    }
}
