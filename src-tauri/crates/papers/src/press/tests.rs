//! The rules of lines, tried on random text.

use std::path::Path;

use proptest::prelude::*;

use crate::fonts::{Face, Fonts};
use crate::press::block::{Align, Para, Style};
use crate::press::display::Item;
use crate::press::frame::{BODY, TRACK};
use crate::press::glyphs::Glyphs;
use crate::press::para::{Set, set_para};
use crate::press::text::{never_first, never_last};

const MEASURE: f32 = 156.0 * super::MM;

fn fonts() -> Fonts {
    Fonts::open(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/fonts"))).expect("run assets/fonts/fetch.sh first")
}

/// What a line reads as, and where its last glyph ends.
fn read(glyphs: &Glyphs, set: &Set) -> (String, f32) {
    let mut text = String::new();
    let mut end = 0.0_f32;
    for item in &set.items {
        let Item::Run(run) = item else { continue };
        for placed in &run.glyphs {
            text.push(placed.ch);
            end = end.max(run.x + placed.x + f32::from(glyphs.width(run.source, placed.gid)) * run.size / 1000.0);
        }
    }
    (text, end)
}

fn body(text: &str, align: Align) -> Para {
    Para { track: TRACK, ..Para::new(text, Style::new(Face::Fang, BODY)).align(align).first(2.0 * (BODY + TRACK)) }
}

#[test]
fn twenty_eight_characters_fill_a_line_of_the_grid() {
    let fonts = fonts();
    let glyphs = Glyphs::new(&fonts);
    let para = Para { first: 0.0, ..body(&"伦".repeat(60), Align::Justify) };
    let lines = set_para(&glyphs, &para, MEASURE).unwrap();
    let counts: Vec<usize> = lines.iter().map(|l| read(&glyphs, l).0.chars().count()).collect();
    assert_eq!(counts, [28, 28, 4], "GB/T 9704 5.2.3: 28 characters a line");
}

#[test]
fn a_line_never_begins_with_a_stop_or_ends_with_an_opening() {
    let fonts = fonts();
    let glyphs = Glyphs::new(&fonts);
    // One character more at each turn brings every sign to the edge of the line once.
    for shift in 0..30 {
        let text = format!("{}（一）“审查”、《办法》，及其他。", "审".repeat(shift)).repeat(6);
        check_lines(&glyphs, &text).unwrap();
    }
}

#[test]
fn a_case_number_is_torn_only_where_the_line_would_be_all_white() {
    let fonts = fonts();
    let glyphs = Glyphs::new(&fonts);
    let lines = |text: &str| -> Vec<String> {
        let para = body(text, Align::Justify);
        let set = set_para(&glyphs, &para, MEASURE).unwrap();
        set.iter().map(|l| read(&glyphs, l).0).collect()
    };
    let sparse = lines("你负责的“无人机电力巡检识别算法”（案号JZU-AI-2025-0004-T01），本委员会对其实施情况进行了跟踪审查。");
    assert!(sparse[0].ends_with('-'), "{sparse:?}");
    let full = lines("你负责的“无人机电力巡检的缺陷识别算法研究”（案号JZU-AI-2025-0004-T01），本委员会进行了审查。");
    assert!(full[1].contains("JZU-AI-2025-0004-T01"), "{full:?}");
    let formula = lines("批准六票，修改后再审一票，到会九人。3×6＝18 ≥ 2×9＝18，已达到三分之二。");
    assert!(formula.iter().all(|l| !l.starts_with('＝')), "no line begins with ＝: {formula:?}");
}

#[test]
fn kerned_as_the_font_says() {
    let fonts = fonts();
    let glyphs = Glyphs::new(&fonts);
    let plain: f32 = "AVATAR".chars().map(|c| f32::from(glyphs.glyph(Face::Fang, c).unwrap().width) * 0.016).sum();
    let (_, kerned) = glyphs.word(Face::Fang, "AVATAR", 16.0).unwrap();
    assert!(kerned < plain - 3.0, "AVATAR takes {kerned:.2} pt, unkerned {plain:.2}");
}

#[test]
fn a_character_no_font_has_is_named() {
    let fonts = fonts();
    let glyphs = Glyphs::new(&fonts);
    let error = set_para(&glyphs, &body("张\u{1F600}三", Align::Justify), MEASURE).unwrap_err();
    assert!(error.to_string().contains("U+1F600"), "{error}");
    // Names that fail elsewhere.
    for name in ["䶮", "㛃", "𬭎", "𫖯", "喆", "堃", "淼", "祎", "𬸚", "𬸣", "𫘧", "𬍛", "㳘", "㬎", "䲟", "龑", "昇", "赟", "玥"]
    {
        set_para(&glyphs, &body(name, Align::Justify), MEASURE).unwrap_or_else(|e| panic!("{name}: {e}"));
    }
}

#[test]
fn rows_of_dashes_and_endless_words_stay_in_the_line() {
    let fonts = fonts();
    let glyphs = Glyphs::new(&fonts);
    for text in ["—".repeat(200), "a".repeat(300), "》".repeat(90), format!("见https://example.org/{}。", "path/".repeat(60))] {
        let lines = set_para(&glyphs, &body(&text, Align::Justify), MEASURE).unwrap();
        let back: String = lines.iter().map(|l| read(&glyphs, l).0).collect();
        assert_eq!(back, text, "nothing is lost");
        for line in &lines {
            let (text, end) = read(&glyphs, line);
            assert!(end < MEASURE + 9.0, "{end:.1} points wide: {text}");
        }
    }
}

/// No forbidden edge, nothing too wide, no number torn, nothing lost.
fn check_lines(glyphs: &Glyphs, text: &str) -> Result<(), TestCaseError> {
    let lines = set_para(glyphs, &body(text, Align::Justify), MEASURE).map_err(|e| TestCaseError::fail(e.to_string()))?;
    let read: Vec<(String, f32)> = lines.iter().map(|l| read(glyphs, l)).collect();
    for (i, (line, end)) in read.iter().enumerate() {
        // Half a width of white of a closing sign may hang over the edge.
        prop_assert!(*end <= MEASURE + BODY * 0.5 + 0.2, "line {i} ends at {end:.2} of {MEASURE:.2}: {line}");
        if i > 0 {
            let first = line.chars().next().unwrap_or('字');
            prop_assert!(!never_first(first), "line {i} begins with {first}: {text}");
            let before = read[i - 1].0.chars().last().unwrap_or('字');
            prop_assert!(!never_last(before), "line {} ends with {before}: {text}", i - 1);
            let torn = before.is_ascii_alphanumeric() && first.is_ascii_alphanumeric() && !text.contains(&format!("{before} {first}"));
            prop_assert!(!torn, "{before}|{first} is torn: {text}");
        }
    }
    let squeezed = |s: &str| s.chars().filter(|c| *c != ' ').collect::<String>();
    let back: String = read.iter().map(|(line, _)| line.as_str()).collect();
    prop_assert_eq!(squeezed(&back), squeezed(text), "text in and text out differ");
    Ok(())
}

/// Text as letters have it: Chinese, signs one at a time, numbers with units, Latin words.
fn letter_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[一-龥]{1,9}",
        2 => "[，。、；：]",
        1 => "（[一-龥]{1,6}）",
        1 => "“[一-龥]{1,6}”",
        1 => "《[一-龥]{2,8}（[一-龥]{2}）》",
        2 => "20[0-9]{2}年1?[0-9]月[1-3]?[0-9]日",
        1 => "[1-9][0-9]{0,4}(人|票|件|个|%)",
        1 => "[A-Z][a-z]{1,11}",
        1 => "JZU-AI-2026-0[0-9]{3}",
        1 => Just("——".to_string()),
        1 => Just("……".to_string()),
        1 => Just("艾力·买买提".to_string()),
    ];
    // Pieces are kept apart by Chinese so that two random words never become one of any length.
    prop::collection::vec((piece, "[一-龥]"), 1..60).prop_map(|v| v.into_iter().map(|(a, b)| format!("{a}{b}")).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_letters_obey_kinsoku(text in letter_text()) {
        let fonts = fonts();
        check_lines(&Glyphs::new(&fonts), &text)?;
    }
}
