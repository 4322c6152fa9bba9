//! Canonical JSON: one text for one value, so that a hash means something and any language can check it.
//! UTF-8, keys in code-point order, no blanks, integers only, within ±2^53. Equal to Python's
//! `json.dumps(v, sort_keys=True, ensure_ascii=False, separators=(",", ":"))`.
//!
//! Deliberately not a serializer for anything else: what does not fit is refused by the name of its field.

use crate::Error;
use serde::Serialize;
use serde_json::Value;

const SAFE: u64 = 1 << 53;

/// The canonical text of `value`. `what` names the thing in the refusal.
pub fn canonical<T: Serialize>(what: &str, value: &T) -> Result<String, Error> {
    let value = serde_json::to_value(value).map_err(|e| Error::NotCanonical { what: what.to_owned(), why: e.to_string() })?;
    canonical_value(what, &value)
}

pub fn canonical_value(what: &str, value: &Value) -> Result<String, Error> {
    let mut out = String::with_capacity(256);
    let mut path = Vec::new();
    write(value, &mut out, &mut path).map_err(|why| Error::NotCanonical { what: format!("{what}{}", path.concat()), why })?;
    Ok(out)
}

fn write(value: &Value, out: &mut String, path: &mut Vec<String>) -> Result<(), String> {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(n) => {
            let fits = n.as_u64().is_some_and(|u| u <= SAFE) || n.as_i64().is_some_and(|i| i.unsigned_abs() <= SAFE);
            if !fits {
                return Err(format!("{n}"));
            }
            out.push_str(&n.to_string());
        }
        Value::String(s) => write_str(s, out),
        Value::Array(items) => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                path.push(format!("[{i}]"));
                write(item, out, path)?;
                path.pop();
            }
            out.push(']');
        }
        Value::Object(map) => {
            // Sorted here: the map's own order depends on a feature any crate of the workspace may switch on.
            let mut keys: Vec<&String> = map.keys().collect();
            keys.sort_unstable();
            out.push('{');
            for (i, key) in keys.into_iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                write_str(key, out);
                out.push(':');
                path.push(format!(".{key}"));
                write(&map[key], out, path)?;
                path.pop();
            }
            out.push('}');
        }
    }
    Ok(())
}

/// As Python's json: the two-character escapes, \u00XX for the other controls, everything else as it is.
pub(crate) fn write_str(s: &str, out: &mut String) {
    out.push('"');
    for c in s.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            c if (c as u32) < 0x20 => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn sorts_keys_and_keeps_text() {
        let v = json!({"乙": 1, "a": [true, null, -3], "甲\n": "“𠮷”\u{7f}\u{1}"});
        assert_eq!(canonical_value("x", &v).unwrap(), "{\"a\":[true,null,-3],\"乙\":1,\"甲\\n\":\"“𠮷”\u{7f}\\u0001\"}");
    }

    #[test]
    fn refuses_what_has_no_single_text_and_names_the_field() {
        for (v, field) in [
            (json!({"a": {"b": [1, 0.5]}}), "x.a.b[1]"),
            (json!({"n": 9_007_199_254_740_993_u64}), "x.n"),
            (json!({"n": -9_007_199_254_740_993_i64}), "x.n"),
        ] {
            match canonical_value("x", &v) {
                Err(Error::NotCanonical { what, .. }) => assert_eq!(what, field, "the refusal names the field"),
                other => panic!("{v} passed: {other:?}"),
            }
        }
    }
}
