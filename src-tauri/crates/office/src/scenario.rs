//! Scenarios: acts in YAML with the findings, dates and standings a lawyer expects. `tests/scenarios/README.md` is the
//! manual of the format; the demo committee and every worked case of the product are written in it.
//!
//! ```yaml
//! title: 到会五人，一人回避，该项不足五人
//! cites: [M14, E8(4)]
//! committee: standard
//! steps:
//!   - on: 2026-09-01 09:30
//!     do: { act: receive_application, application: { title: 试验, leader: 王某 } }
//!     as: 甲案
//!   - do: { act: accept, case: $甲案, procedure: general, reason: … }
//!     refused: M13.complete
//!   - look: { view: case, id: $甲案 }
//!     expect: { standing.stage: received }
//! ```

use crate::beijing::moment;
use crate::failure::Failure;
use crate::office::Office;
use crate::seats::seat;
use crate::stage::Stage;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

/// One scenario: a committee, then steps in the order of time.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    pub title: String,
    #[serde(default)]
    pub cites: Vec<String>,
    /// Why it is so, for the reader.
    #[serde(default)]
    pub note: String,
    /// `standard` (the nine of 江州大学), a map in the short form, or left out when no committee is needed.
    #[serde(default)]
    pub committee: Option<Value>,
    pub steps: Vec<Step>,
}

/// One step: an act to perform, a view to look at, or a date to compute.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Moment of recording, `2026-09-01` (09:00) or `2026-09-01 14:03`; carried forward when left out.
    #[serde(default)]
    pub on: Option<String>,
    #[serde(default, rename = "do")]
    pub act: Option<Value>,
    /// A name for what the act created; later `$name`.
    #[serde(default, rename = "as")]
    pub name: Option<String>,
    /// Typed reasons: rule → words.
    #[serde(default)]
    pub reasons: BTreeMap<String, String>,
    /// The act must be refused by this rule (or these).
    #[serde(default)]
    pub refused: Option<OneOrMany>,
    /// The act must ask for a reason under this rule (or these).
    #[serde(default)]
    pub asks: Option<OneOrMany>,
    /// The act passes and these rules are among its findings.
    #[serde(default)]
    pub finds: Option<OneOrMany>,
    /// The act must be refused because something typed is wrong.
    #[serde(default)]
    pub invalid: bool,
    #[serde(default)]
    pub look: Option<Value>,
    #[serde(default)]
    pub compute: Option<Value>,
    /// Path → expected value, on the view, the computation or the act's outcome.
    #[serde(default)]
    pub expect: BTreeMap<String, Value>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum OneOrMany {
    One(String),
    Many(Vec<String>),
}
impl OneOrMany {
    fn list(&self) -> Vec<&str> {
        match self {
            OneOrMany::One(s) => vec![s],
            OneOrMany::Many(v) => v.iter().map(String::as_str).collect(),
        }
    }
}

/// What a scenario came to.
#[derive(Debug, Clone)]
pub struct Verdict {
    pub title: String,
    /// The first thing that was not as expected: which step, what was expected, what was found.
    pub failure: Option<String>,
}

/// All scenarios of a file; several are separated by `---`.
pub fn read(text: &str) -> Result<Vec<Scenario>, String> {
    let mut scenarios = Vec::new();
    for (i, document) in serde_yaml_ng::Deserializer::from_str(text).enumerate() {
        let scenario = Scenario::deserialize(document).map_err(|e| format!("第{}个情景读不懂：{e}", i + 1))?;
        scenarios.push(scenario);
    }
    Ok(scenarios)
}

/// Runs the scenarios of one file on files in memory.
pub fn run_file(path: &Path, assets: &Path) -> Result<Vec<Verdict>, String> {
    let named = |zh: &str, en: &str| format!("{}\n    {zh}\n    {en}", path.display());
    let bytes = std::fs::read(path).map_err(|e| match e.kind() {
        std::io::ErrorKind::NotFound => named("没有这个文件。", "There is no such file."),
        std::io::ErrorKind::PermissionDenied => named("没有读取的权限。", "There is no permission to read it."),
        _ => named(&format!("读不到：{e}。"), &format!("It cannot be read: {e}.")),
    })?;
    if bytes.len() > LARGEST {
        return Err(named("超过8MB，不是情景文件。", "It is larger than 8 MB and no scenario file."));
    }
    let text = String::from_utf8(bytes).map_err(|_| {
        named(
            "不是UTF-8编码（可能是GBK）。请另存为UTF-8再运行。",
            "It is not in UTF-8 (perhaps in GBK). Save it as UTF-8 and run it again.",
        )
    })?;
    if text.trim().is_empty() {
        return Err(named("是空的，里面没有情景。", "It is empty; there is no scenario in it."));
    }
    let scenarios = read(text.trim_start_matches('\u{feff}'))
        .map_err(|e| named(&format!("不是情景文件的写法：{e}"), "It is not written as a scenario; see tests/scenarios/README.md."))?;
    if scenarios.is_empty() {
        return Err(named("里面没有情景。", "There is no scenario in it."));
    }
    Ok(scenarios.into_iter().map(|s| Verdict { title: s.title.clone(), failure: run(&s, assets).err() }).collect())
}

/// More than anybody writes by hand; a picture or an archive named by mistake is not read through.
const LARGEST: usize = 8 << 20;

/// Runs one scenario; `Err` says which step was not as expected.
pub fn run(scenario: &Scenario, assets: &Path) -> Result<(), String> {
    let start = scenario
        .steps
        .iter()
        .find_map(|s| s.on.as_deref())
        .map(moment)
        .transpose()?
        .unwrap_or_else(|| moment("2026-03-20").expect("a date"));
    let office = Office::in_memory(assets.to_path_buf(), start).map_err(|e| e.to_string())?;
    let mut stage = Stage { office, names: BTreeMap::new(), now: start };
    if let Some(committee) = &scenario.committee {
        stage.seat(committee, assets).map_err(|e| format!("委员会：{e}"))?;
    }
    for (i, step) in scenario.steps.iter().enumerate() {
        stage.step(step).map_err(|e| format!("第{}步：{e}", i + 1))?;
    }
    Ok(())
}

impl Stage {
    pub fn step(&mut self, step: &Step) -> Result<(), String> {
        if let Some(on) = &step.on {
            let at = moment(on)?;
            if at < self.now {
                return Err(format!("时间倒退：{on}早于上一步。补记的事用动作自己的日期字段。"));
            }
            self.now = at;
        }
        match (&step.act, &step.look, &step.compute) {
            (Some(act), None, None) => self.do_step(step, act),
            (None, Some(view), None) => {
                let view = self.resolve(view).map_err(|e| e.to_string())?;
                let seen = self.office.look(self.now, view).map_err(|e| e.to_string())?;
                self.expect(&step.expect, &seen)
            }
            (None, None, Some(compute)) => {
                let mut view = compute.clone();
                view["view"] = json!("compute");
                let seen = self.office.look(self.now, view).map_err(|e| e.to_string())?;
                self.expect(&step.expect, &seen["due"])
            }
            _ => Err("每一步要有do、look、compute中的一个，且只有一个。".into()),
        }
    }

    fn do_step(&mut self, step: &Step, act: &Value) -> Result<(), String> {
        let result = self.perform(act, &step.reasons);
        let rules =
            |f: &Failure, v: measures::Verdict| f.findings.iter().filter(|x| x.verdict == v).map(|x| x.rule.clone()).collect::<Vec<_>>();
        if let Some(expected) = &step.refused {
            let failure = match result {
                Ok(_) => return Err(format!("应被{}挡住，却通过了。", expected.list().join("、"))),
                Err(f) => f,
            };
            let found = rules(&failure, measures::Verdict::Block);
            return missing(&expected.list(), &found).map_err(|m| format!("应被{m}挡住，实际：{}（{}）", failure, found.join("、")));
        }
        if let Some(expected) = &step.asks {
            let failure = match result {
                Ok(_) => return Err(format!("应就{}要求写理由，却通过了。", expected.list().join("、"))),
                Err(f) => f,
            };
            if failure.kind != crate::failure::FailureKind::NeedsReason {
                return Err(format!("应要求写理由，实际：{failure}（{}）", rules(&failure, measures::Verdict::Block).join("、")));
            }
            let found = rules(&failure, measures::Verdict::Ask);
            return missing(&expected.list(), &found).map_err(|m| format!("应就{m}要求写理由，实际：{}", found.join("、")));
        }
        if step.invalid {
            return match result {
                Ok(_) => Err("应因填写有误被退回，却通过了。".into()),
                Err(f) if f.kind == crate::failure::FailureKind::Invalid || f.kind == crate::failure::FailureKind::NotFound => Ok(()),
                Err(f) => Err(format!("应因填写有误被退回，实际：{f}")),
            };
        }
        let done = result.map_err(|f| {
            let rules: Vec<String> =
                f.findings.iter().filter(|x| x.verdict <= measures::Verdict::Ask).map(|x| format!("{}：{}", x.rule, x.zh)).collect();
            format!("{f} {}", rules.join("；"))
        })?;
        if let Some(expected) = &step.finds {
            let found: Vec<String> = done.findings.iter().map(|f| f.rule.clone()).collect();
            missing(&expected.list(), &found).map_err(|m| format!("应有{m}，实际：{}", found.join("、")))?;
        }
        if let Some(name) = &step.name {
            let made = done.made.refs.first().ok_or("这个动作没有建立可命名的东西。")?;
            self.names.insert(name.clone(), made.id.clone());
        }
        let seen = serde_json::to_value(&done).map_err(|e| e.to_string())?;
        self.expect(&step.expect, &seen)
    }

    fn expect(&self, expected: &BTreeMap<String, Value>, seen: &Value) -> Result<(), String> {
        for (path, want) in expected {
            let want = self.resolve(want).map_err(|e| e.to_string())?;
            let got = walk(seen, path);
            if !agrees(got.as_ref(), &want) {
                let got = got.map_or("没有".to_string(), |g| g.to_string());
                return Err(format!("{path}应为{want}，实际{got}"));
            }
        }
        Ok(())
    }

    /// Founds the committee of a scenario and seats its members.
    pub fn seat(&mut self, committee: &Value, assets: &Path) -> Result<(), String> {
        let value = match committee {
            Value::String(s) if s == "standard" => {
                let path = assets.join("demo/committee.yaml");
                let text = std::fs::read_to_string(&path).map_err(|e| format!("{}：{e}", path.display()))?;
                serde_yaml_ng::from_str(&text).map_err(|e| format!("{}：{e}", path.display()))?
            }
            Value::String(other) => return Err(format!("没有“{other}”这个现成的委员会；写standard，或写出成员。")),
            value => value.clone(),
        };
        seat(self, &value).map_err(|e| {
            let rules: Vec<String> = e.findings.iter().map(|f| f.zh.clone()).collect();
            format!("{e} {}", rules.join("；"))
        })
    }
}

fn missing(expected: &[&str], found: &[String]) -> Result<(), String> {
    let missing: Vec<&str> = expected.iter().filter(|e| !found.iter().any(|f| f == *e)).copied().collect();
    if missing.is_empty() { Ok(()) } else { Err(missing.join("、")) }
}

/// Walks a path like `standing.clocks[decision].due.nominal`, `findings[0].rule`.
fn walk(value: &Value, path: &str) -> Option<Value> {
    let mut here = value;
    // A rule's name has a dot of its own: findings[E7.vice_chairs] is one step.
    let mut inside = false;
    let steps = path.split(|c| {
        inside = (inside || c == '[') && c != ']';
        c == '.' && !inside
    });
    for part in steps {
        let (name, select) = match part.split_once('[') {
            Some((name, rest)) => (name, Some(rest.trim_end_matches(']'))),
            None => (part, None),
        };
        if !name.is_empty() {
            here = here.get(name)?;
        }
        if let Some(select) = select {
            here = match select.parse::<usize>() {
                Ok(i) => here.get(i)?,
                Err(_) => here.as_array()?.iter().find(|v| {
                    ["key", "id", "rule", "name", "act", "element", "number", "vote", "kind", "member"]
                        .iter()
                        .any(|k| v.get(k).and_then(Value::as_str) == Some(select))
                        || v.get(0).and_then(Value::as_str) == Some(select)
                })?,
            };
        }
    }
    Some(here.clone())
}

/// Equality, or one of the forms `{contains: x}`, `{count: n}`, `{absent: true}`, `{at_least: n}`.
fn agrees(got: Option<&Value>, want: &Value) -> bool {
    if let Value::Object(form) = want
        && form.len() == 1
    {
        let (key, arg) = form.iter().next().expect("one entry");
        match key.as_str() {
            "absent" => return got.is_none_or(Value::is_null) == arg.as_bool().unwrap_or(true),
            "count" => return got.and_then(Value::as_array).map(|a| a.len() as u64) == arg.as_u64(),
            "at_least" => return got.and_then(Value::as_i64).zip(arg.as_i64()).is_some_and(|(g, a)| g >= a),
            "contains" => {
                return match (got, arg) {
                    (Some(Value::String(g)), Value::String(a)) => g.contains(a.as_str()),
                    (Some(Value::Array(g)), a) => {
                        g.iter().any(|v| v == a || ["rule", "act", "key", "id"].iter().any(|k| v.get(k) == Some(a)))
                    }
                    _ => false,
                };
            }
            "lacks" => {
                return match (got, arg) {
                    (Some(Value::String(g)), Value::String(a)) => !g.contains(a.as_str()),
                    (Some(Value::Array(g)), a) => {
                        !g.iter().any(|v| v == a || ["rule", "act", "key", "id"].iter().any(|k| v.get(k) == Some(a)))
                    }
                    (None, _) => true,
                    _ => false,
                };
            }
            _ => {}
        }
    }
    match (got, want) {
        (None, Value::Null) => true,
        (Some(g), w) => g == w,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_finds_its_value_by_index_and_by_key() {
        let v = json!({"clocks": [{"key": "decision", "due": "2026-03-02"}], "counts": [["law", 2]]});
        assert_eq!(walk(&v, "clocks[decision].due"), Some(json!("2026-03-02")));
        assert_eq!(walk(&v, "clocks[0].due"), Some(json!("2026-03-02")));
        assert_eq!(walk(&v, "counts[law][1]"), None, "one selector a part");
        assert_eq!(walk(&v, "clocks[appeal].due"), None);
    }

    #[test]
    fn expectations_are_whole_values() {
        assert!(!agrees(Some(&json!("未通过")), &json!("通过")), "未通过 contains 通过 but is not 通过");
        assert!(agrees(Some(&json!("未通过")), &json!({"contains": "通过"})));
        assert!(agrees(None, &json!({"absent": true})));
        assert!(!agrees(Some(&json!(1)), &json!({"absent": true})));
        assert!(agrees(Some(&json!([{"rule": "M14.quorum"}])), &json!({"contains": "M14.quorum"})));
        assert!(!agrees(Some(&json!([])), &json!({"contains": "M14.quorum"})));
    }

    #[test]
    fn moments_are_beijing_time() {
        assert_eq!(moment("2026-09-18 14:03").unwrap().to_rfc3339(), "2026-09-18T14:03:00+08:00");
        assert_eq!(moment("2026-09-18").unwrap().to_rfc3339(), "2026-09-18T09:00:00+08:00");
        assert!(moment("2026-02-30").is_err(), "no such day");
    }
}
