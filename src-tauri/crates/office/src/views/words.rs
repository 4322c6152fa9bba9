//! The journal in plain words of either language: how the value of a field is read. A field without a name of its own is
//! shown under the name it has in the record rather than left out: nothing that changed is hidden.

use crate::records::MovedDate;
use measures::say::{en_date, en_instant, zh_date, zh_instant};
use measures::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    pub what: String,
    pub old: String,
    pub new: String,
}

/// Names that a value may stand for: members, meetings, cases by their id.
pub(super) type Names = BTreeMap<String, String>;

/// In which language, and what ids are called.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub names: &'a Names,
    pub zh: bool,
}

impl Words<'_> {
    fn pick<T: ?Sized>(self, zh: &'static T, en: &'static T) -> &'static T {
        if self.zh { zh } else { en }
    }

    fn label(self, key: &str, path: &[&str]) -> String {
        let parent = path.last().copied().unwrap_or("");
        let here = match (parent, key) {
            ("", "title") if path.is_empty() => Some(("标题", "title")),
            ("team" | "advisers", "name") => Some(("姓名", "name")),
            ("rereview" | "opinion", "number") => Some(("意见文号", "number of the opinion")),
            ("commission", "body") => Some(("受托机构", "commissioned body")),
            ("outcome", "decision") => Some(("决定", "decision")),
            ("listed", "items") => Some(("属于第几项", "items of the list")),
            _ => None,
        };
        if let Some((zh, en)) = here {
            return self.pick(zh, en).into();
        }
        if let Ok(e) = serde_json::from_value::<Element>(Value::String(key.into())) {
            return if self.zh { format!("{key}{}", e.zh()) } else { format!("{key} {}", e.en()) };
        }
        crate::fields::named(key).map_or_else(|| key.to_string(), |(zh, en)| self.pick(zh, en).to_string())
    }

    /// The closed vocabularies by the field they stand in. `kind` and `view` mean different things in different places.
    fn word(self, key: &str, path: &[&str], value: &str) -> Option<&'static str> {
        fn of<T: serde::de::DeserializeOwned>(value: &str, said: impl Fn(T) -> &'static str) -> Option<&'static str> {
            serde_json::from_value(Value::String(value.into())).ok().map(said)
        }
        macro_rules! of {
            ($of:ty) => {
                of::<$of>(value, |v| if self.zh { v.zh() } else { v.en() })
            };
        }
        let parent = path.last().copied().unwrap_or("");
        match key {
            "procedure" => of!(Procedure),
            "kind" => match parent {
                "rounds" => of!(RoundKind),
                "turns" => of!(TurnKind),
                "rules" => of!(RuleKind),
                "undertakings" => of!(UndertakingKind),
                "unit" => of!(UnitKind),
                "decision" | "preliminary" | "results" | "recognised" => of!(DecisionKind),
                "bodies" => of!(BodyKind),
                _ => papers::Kind::named(value).map(|k| if self.zh { crate::prints::kind_zh(k) } else { crate::prints::kind_en(k) }),
            },
            "decision" => of!(DecisionKind),
            "services" => of!(BodyService),
            "tracker" => of!(Tracker),
            "heads" => of!(ScopeHead),
            "state" if path.contains(&"checks") => of!(CheckState),
            "state" => of!(PaperState),
            "ground" if parent == "extensions" => of!(ExtensionGround),
            "ground" => of!(SimplifiedGround),
            "method" => of!(DeliveryMethod),
            "view" => of!(ReviewerView),
            "opinion" => of!(RereviewOpinion),
            "affiliation" => of!(Affiliation),
            "category" | "also" => of!(Category),
            "role" => of!(Role),
            "sex" => of!(Sex),
            "how" => of!(TermEnd),
            "relation" => of!(Relation),
            "form" => of!(MeetingForm),
            "presence" => of!(Presence),
            "reply" => of!(Reply),
            "result" => of!(ItemResult),
            "step" | "steps" => of!(PaperStep),
            "was" => of!(Vote),
            "profile" => of(value, |p: Profile| match p {
                Profile::Strict => self.pick("从严", "strict"),
                _ => self.pick("从宽", "lenient"),
            }),
            _ if parent == "votes" => of!(Vote),
            _ => None,
        }
    }

    fn shown(self, key: &str, path: &[&str], value: &Value) -> String {
        let text = match value {
            Value::Null => String::new(),
            Value::Bool(b) => if *b { self.pick("是", "yes") } else { self.pick("否", "no") }.into(),
            Value::Number(n) => n.to_string(),
            Value::String(s) => self.string(key, path, s),
            Value::Array(list) => {
                let within: Vec<&str> = path.iter().copied().chain([key]).collect();
                let simple = list.iter().all(|v| !v.is_object());
                let all: Vec<String> =
                    list.iter().map(|v| if v.is_object() { self.object(v, &within) } else { self.shown(key, path, v) }).collect();
                all.join(if simple { self.pick("、", ", ") } else { self.pick("；", "; ") })
            }
            Value::Object(_) => {
                let within: Vec<&str> = path.iter().copied().chain([key]).collect();
                self.object(value, &within)
            }
        };
        if text.chars().count() > LONG { format!("{}…", text.chars().take(LONG).collect::<String>()) } else { text }
    }

    fn object(self, value: &Value, path: &[&str]) -> String {
        let Some(map) = value.as_object() else { return String::new() };
        let parts: Vec<String> = map
            .iter()
            .filter(|(_, v)| !empty(v))
            .map(|(k, v)| {
                let name = self.names.get(k).cloned().unwrap_or_else(|| self.label(k, path));
                format!("{name}{}{}", self.pick("：", ": "), self.shown(k, path, v))
            })
            .collect();
        parts.join(self.pick("，", ", "))
    }

    fn string(self, key: &str, path: &[&str], s: &str) -> String {
        if let Some(word) = self.word(key, path, s) {
            return word.into();
        }
        if let Some(name) = self.names.get(s) {
            return name.clone();
        }
        if let Ok(d) = s.parse::<Date>() {
            return if self.zh { zh_date(d) } else { en_date(d) };
        }
        if let Ok(at) = s.parse::<Instant>() {
            return if self.zh { zh_instant(at) } else { en_instant(at) };
        }
        // Hashes of attachments say nothing to a reader beyond that there is one.
        if s.len() == 64 && s.bytes().all(|b| b.is_ascii_hexdigit()) {
            return format!("{}…", &s[..8]);
        }
        s.into()
    }

    /// What a record was and what it became, field by field, down to where they differ.
    pub(super) fn changes(self, before: Option<&Value>, after: Option<&Value>) -> Vec<Change> {
        let mut out = Vec::new();
        let none = Value::Object(Default::default());
        self.walk(before.unwrap_or(&none), after.unwrap_or(&none), &mut Vec::new(), String::new(), &mut out);
        out
    }

    fn walk<'a>(self, before: &'a Value, after: &'a Value, path: &mut Vec<&'a str>, said: String, out: &mut Vec<Change>) {
        static ABSENT: Value = Value::Null;
        let (Some(b), Some(a)) = (before.as_object(), after.as_object()) else { return };
        let mut keys: Vec<&String> = b.keys().chain(a.keys().filter(|k| !b.contains_key(*k))).collect();
        keys.retain(|k| *k != "id");
        for key in keys {
            let (old, new) = (b.get(key).unwrap_or(&ABSENT), a.get(key).unwrap_or(&ABSENT));
            if old == new || (empty(old) && empty(new)) {
                continue;
            }
            let name = self.names.get(key).cloned().unwrap_or_else(|| self.label(key, path));
            let what = if said.is_empty() { name } else { format!("{said} {name}") };
            match (old, new) {
                // Each date that a holiday notice moved reads as a change of its own.
                (_, Value::Array(moved)) if key == "moved" => {
                    out.extend(moved.iter().filter_map(|m| serde_json::from_value(m.clone()).ok()).map(|m| self.moved(&m)));
                }
                _ if WHOLE.contains(&key.as_str()) => out.push(Change {
                    what,
                    old: if empty(old) { "" } else { self.pick("（原内容）", "(as it was)") }.into(),
                    new: if empty(new) { "" } else { self.pick("（新内容）", "(new content)") }.into(),
                }),
                (Value::Object(_), Value::Object(_)) => {
                    path.push(key);
                    self.walk(old, new, path, what, out);
                    path.pop();
                }
                (Value::Array(olds), Value::Array(news)) if olds.iter().chain(news).any(Value::is_object) => {
                    path.push(key);
                    for i in 0..olds.len().max(news.len()) {
                        let (o, n) = (olds.get(i).unwrap_or(&ABSENT), news.get(i).unwrap_or(&ABSENT));
                        if o == n {
                            continue;
                        }
                        let nth = if olds.len().max(news.len()) > 1 { format!("{what} {}", i + 1) } else { what.clone() };
                        if o.is_object() && n.is_object() {
                            self.walk(o, n, path, nth, out);
                        } else {
                            out.push(Change { what: nth, old: self.object(o, path), new: self.object(n, path) });
                        }
                    }
                    path.pop();
                }
                _ => out.push(Change { what, old: self.shown(key, path, old), new: self.shown(key, path, new) }),
            }
        }
    }

    fn moved(self, m: &MovedDate) -> Change {
        let held = match (m.held, self.zh) {
            (false, _) => "",
            (true, true) => "（已告知申请人，不提前）",
            (true, false) => " (as the applicant was told)",
        };
        if self.zh {
            Change { what: format!("{}{}", m.case, m.zh), old: zh_date(m.was), new: format!("{}{held}", zh_date(m.is)) }
        } else {
            Change { what: format!("{} {}", m.case, m.en), old: en_date(m.was), new: format!("{}{held}", en_date(m.is)) }
        }
    }
}

/// A value on one line, at most this many characters of it.
const LONG: usize = 160;

fn empty(v: &Value) -> bool {
    match v {
        Value::Null => true,
        Value::String(s) => s.is_empty(),
        Value::Array(a) => a.is_empty(),
        Value::Object(o) => o.is_empty(),
        Value::Bool(b) => !b,
        Value::Number(_) => false,
    }
}

/// Fields whose content is a paper or a text of its own: that they changed is said, not how.
const WHOLE: [&str; 4] = ["data", "figures", "articles", "wording"];

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn changes(before: Option<&Value>, after: Option<&Value>, names: &Names) -> Vec<Change> {
        Words { names, zh: true }.changes(before, after)
    }

    #[test]
    fn a_change_is_read_in_the_words_of_the_measures() {
        let names = Names::from([("p1".to_string(), "周秉衡".to_string())]);
        let before = json!({ "id": "c1", "rounds": [{ "kind": "initial", "accepted": null }] });
        let after = json!({ "id": "c1", "rounds": [{ "kind": "initial", "accepted": { "at": "2026-09-08T09:30:00+08:00", "procedure": "general", "reason": "风险较高" } }] });
        let all = changes(Some(&before), Some(&after), &names);
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].what, "轮次 受理");
        assert_eq!((all[0].old.as_str(), all[0].new.as_str()), ("", "时间：2026年9月8日09:30，程序：一般程序，理由：风险较高"));
        let vote =
            changes(Some(&json!({ "ballots": [{ "votes": {} }] })), Some(&json!({ "ballots": [{ "votes": { "p1": "reject" } }] })), &names);
        assert_eq!((vote[0].what.as_str(), vote[0].new.as_str()), ("表决 票 周秉衡", "不予批准"));
        let phone = changes(Some(&json!({ "phone": "1" })), Some(&json!({ "phone": "2" })), &names);
        assert_eq!((phone[0].what.as_str(), phone[0].old.as_str(), phone[0].new.as_str()), ("电话", "1", "2"));
        assert!(changes(Some(&before), Some(&before), &names).is_empty());
    }
}
