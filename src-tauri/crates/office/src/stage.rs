//! An office at which things have names: acts come written as values, `$name` stands for what an earlier one made.
//! Scenarios run on it, and the demo committee is built on it.

use crate::acts::Act;
use crate::beijing::moment;
use crate::counter::{Done, Request};
use crate::desk::Reason;
use crate::failure::Failure;
use crate::office::Office;
use measures::Instant;
use serde_json::Value;
use std::collections::BTreeMap;

pub struct Stage {
    pub office: Office,
    pub names: BTreeMap<String, String>,
    pub now: Instant,
}

impl Stage {
    /// Performs an act written as a value; `$name` stands for what was named before.
    pub fn perform(&mut self, act: &Value, reasons: &BTreeMap<String, String>) -> Result<Done, Failure> {
        let given = self.resolve(act)?;
        let act: Act = serde_json::from_value(given.clone())?;
        // A field misspelt by hand would otherwise be taken as left out.
        if let Some(field) = not_taken(&given, &serde_json::to_value(&act)?, "") {
            return Err(Failure::invalid(
                &field,
                format!("“{}”没有“{field}”这一项。", act.zh()),
                format!("“{}” has no field “{field}”.", act.en()),
            )
            .way("各动作的项目见ui/src/generated/types.ts。", "The fields of each act are in ui/src/generated/types.ts."));
        }
        let reasons = reasons.iter().map(|(rule, reason)| Reason { rule: rule.clone(), reason: reason.clone() }).collect();
        self.office.act(self.now, Request { act, reasons, rehearse: false, draft: String::new() })
    }

    /// Replaces `$name` by the id it stands for, in values and in keys.
    pub fn resolve(&self, value: &Value) -> Result<Value, Failure> {
        Ok(match value {
            Value::String(s) => Value::String(self.name(s)?),
            Value::Array(a) => Value::Array(a.iter().map(|v| self.resolve(v)).collect::<Result<_, _>>()?),
            Value::Object(o) => {
                let mut out = serde_json::Map::new();
                for (k, v) in o {
                    let v = self.resolve(v)?;
                    out.insert(self.name(k)?, v);
                }
                Value::Object(out)
            }
            other => other.clone(),
        })
    }

    fn name(&self, s: &str) -> Result<String, Failure> {
        match s.strip_prefix('$') {
            // A bare date-time is read as Beijing time wherever an instant is expected.
            None => Ok(beijing(s).unwrap_or_else(|| s.to_string())),
            Some(name) => self
                .names
                .get(name)
                .cloned()
                .ok_or_else(|| Failure::invalid("", format!("“${name}”还没有起过名。"), format!("“${name}” has not been named."))),
        }
    }
}

/// The first field that was given and not taken, as `application.tittle`.
fn not_taken(given: &Value, taken: &Value, path: &str) -> Option<String> {
    match (given, taken) {
        (Value::Object(given), Value::Object(taken)) => given.iter().find_map(|(key, value)| {
            let here = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
            match taken.get(key) {
                Some(inner) => not_taken(value, inner, &here),
                None => Some(here),
            }
        }),
        (Value::Array(given), Value::Array(taken)) => given.iter().zip(taken).find_map(|(g, t)| not_taken(g, t, path)),
        _ => None,
    }
}

/// `2026-09-18 14:03` → `2026-09-18T14:03:00+08:00`; anything else is left alone.
fn beijing(s: &str) -> Option<String> {
    let shape = s.len() == 16 && s.as_bytes()[4] == b'-' && s.as_bytes()[13] == b':';
    if !shape {
        return None;
    }
    moment(s).ok().map(|at| at.to_rfc3339())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_field_misspelt_is_not_taken_for_one_left_out() {
        let taken = json!({ "act": "refuse", "reason": "", "on": null, "application": { "title": "", "texts": {} } });
        assert_eq!(not_taken(&json!({ "act": "refuse", "reason": "不属于" }), &taken, ""), None);
        assert_eq!(not_taken(&json!({ "act": "refuse", "resaon": "不属于" }), &taken, ""), Some("resaon".into()));
        assert_eq!(not_taken(&json!({ "application": { "tittle": "" } }), &taken, ""), Some("application.tittle".into()));
    }
}
