//! A request that does not fit: what is missing or wrong in it, as a sentence in the words of the form. serde's own
//! English names a field as the program does and is never shown.

use crate::failure::Failure;
use crate::fields::named;

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        let said = error.to_string();
        let field = quoted(&said).unwrap_or_default();
        let (zh, en) = match said.split_whitespace().next().unwrap_or_default() {
            "missing" => match named(field) {
                Some((zh, en)) => (format!("还没有填“{zh}”。"), format!("“{}” is not filled in.", capital(en))),
                None if field.is_empty() => general(),
                None => (format!("还缺一项（{field}）。"), format!("One entry is missing ({field}).")),
            },
            "unknown" if said.starts_with("unknown variant") => {
                (format!("“{field}”不在可选的范围内。"), format!("“{field}” is not one of the choices."))
            }
            "unknown" => (format!("没有“{field}”这一项。"), format!("There is no entry “{field}”.")),
            "duplicate" => {
                let (zh, en) = named(field).unwrap_or((field, field));
                (format!("“{zh}”写了两次。"), format!("“{}” stands twice.", capital(en)))
            }
            "invalid" if said.starts_with("invalid type: null") => {
                ("有一项空着，而它必须填。".into(), "An entry that is needed was left empty.".into())
            }
            "invalid" | "premature" | "input" | "trailing" => match shown(&said) {
                Some(value) => (format!("“{value}”填在这里不合适。"), format!("“{value}” does not fit where it was entered.")),
                None => general(),
            },
            _ => general(),
        };
        let field = if said.starts_with("missing") { field } else { "" };
        Failure::invalid(field, zh, en).way("补正后再办；什么都没有改动。", "Correct it and try again; nothing was changed.")
    }
}

fn general() -> (String, String) {
    (
        "填写的内容不完整或写法不对，没有办理。".into(),
        "What was entered is incomplete or not written as it should be; nothing was done.".into(),
    )
}

/// The first word serde put between backticks.
fn quoted(said: &str) -> Option<&str> {
    said.split('`').nth(1).filter(|name| name.len() <= 60)
}

/// The value serde quotes: `invalid type: string "x", expected …`, `input contains invalid characters` has none.
fn shown(said: &str) -> Option<&str> {
    let value = said.split('"').nth(1).or_else(|| quoted(said))?;
    (!value.is_empty() && value.chars().count() <= 40).then_some(value)
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::{Act, names};
    use serde_json::json;

    fn of(value: serde_json::Value) -> Failure {
        serde_json::from_value::<crate::Request>(value).map_err(Failure::from).expect_err("it does not fit")
    }

    /// What serde says, in any of its forms, is in no sentence.
    fn plain(failure: &Failure) {
        for text in [&failure.zh, &failure.en] {
            for raw in ["`", "missing field", "expected", "invalid type", "unknown variant", "line 1", "column", "did not match"] {
                assert!(!text.contains(raw), "{text}");
            }
            assert!(!text.is_empty());
        }
        assert!(failure.zh.ends_with('。') && failure.en.ends_with('.'), "{failure:?}");
    }

    /// Fills in one required entry after the other until the act fits, so that each is asked for by name.
    #[test]
    fn every_required_entry_of_every_act_is_asked_for_in_the_words_of_its_form() {
        for (tag, zh, _) in names() {
            let mut act = json!({ "act": tag });
            for _ in 0..40 {
                let Err(error) = serde_json::from_value::<Act>(act.clone()) else { break };
                let raw = error.to_string();
                let failure = Failure::from(error);
                plain(&failure);
                let Some(field) = raw.starts_with("missing field").then(|| failure.field.clone()) else { break };
                assert!(named(&field).is_some(), "{tag} ({zh}): {field} has no name");
                act[&field] = json!("x");
            }
        }
    }

    #[test]
    fn what_does_not_fit_is_said_in_both_languages() {
        let missing = of(json!({ "do": { "act": "appoint_member", "name": "甲", "category": "law" } }));
        assert_eq!((missing.zh.as_str(), missing.field.as_str()), ("还没有填“性别”。", "sex"));
        assert_eq!(missing.en, "“Sex” is not filled in.");
        assert_eq!(of(json!({ "do": { "act": "appoint_membr" } })).zh, "“appoint_membr”不在可选的范围内。");
        for broken in [json!({}), json!({ "do": null }), json!([]), json!("x"), json!(7), json!({ "do": { "act": "accept", "case": 7 } })] {
            plain(&of(broken));
        }
        plain(&Failure::from(serde_json::from_str::<serde_json::Value>("{\"a\": ").expect_err("cut off")));
    }
}
