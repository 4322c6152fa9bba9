//! The numbers of the Measures as data: 30 days, 5 members, two thirds, each with its article and the day it came
//! into force, and overlays of provinces, ministries and the committee itself (M34, M35, 5-year terms of E7 …).
//! An overlay may only tighten. Deliberately no rule logic: what a number means stands with its article.

use crate::{Cite, Date, Finding, LocalRules};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Which way a parameter may be changed by an overlay.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tighten {
    Lower,
    Higher,
    /// Not for us to change: another body's limit, or the text's own date.
    Never,
    /// The committee's own limit.
    Free,
    /// A list: entries may be added.
    Superset,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    Number(u32),
    /// "2/3" or "03-31"
    Text(String),
    List(Vec<String>),
}
impl Value {
    pub fn show(&self) -> String {
        match self {
            Value::Number(n) => n.to_string(),
            Value::Text(t) => t.clone(),
            Value::List(l) => crate::say::zh_list(l),
        }
    }
    fn ratio(&self) -> Option<(u32, u32)> {
        let Value::Text(t) = self else { return None };
        let (a, b) = t.split_once('/')?;
        Some((a.trim().parse().ok()?, b.trim().parse().ok().filter(|b| *b > 0)?))
    }
}

/// One number with its source.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parameter {
    pub key: String,
    pub value: Value,
    /// 日, 个工作日, 个月, 小时, 人, 年 …
    #[serde(default)]
    pub unit: String,
    pub article: String,
    #[serde(default)]
    pub in_force: Option<Date>,
    #[serde(default = "never")]
    pub tighten: Tighten,
    #[serde(default)]
    pub zh: String,
    #[serde(default)]
    pub en: String,
    /// The overlay that set it; empty for the shipped value.
    #[serde(default)]
    pub from: String,
}
fn never() -> Tighten {
    Tighten::Never
}

/// The head of a pack and its parameters.
#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Pack {
    name_zh: String,
    name_en: String,
    #[serde(default)]
    document: String,
    #[serde(default)]
    in_force: Option<Date>,
    #[serde(default)]
    parameter: Vec<Parameter>,
    #[serde(default, rename = "set")]
    sets: Vec<Setting>,
}

/// One line of an overlay: it names a shipped parameter and tightens it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
struct Setting {
    key: String,
    value: Value,
    #[serde(default)]
    in_force: Option<Date>,
    #[serde(default)]
    article: String,
}

/// Where a pack came from.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackHead {
    pub name_zh: String,
    pub name_en: String,
    pub document: String,
    pub in_force: Option<Date>,
}

#[derive(Debug, Clone)]
pub struct Rules {
    parameters: BTreeMap<String, Parameter>,
    packs: Vec<PackHead>,
}

const SHIPPED: &str = include_str!("../../../../assets/rules/measures-2026.toml");
/// An example of a provincial overlay, for the help page and for tests; not applied unless chosen.
pub const SICHUAN: &str = include_str!("../../../../assets/rules/sichuan.toml");

/// The overlays that come with the program, by their key.
pub const OVERLAYS: &[(&str, &str)] = &[("sichuan", SICHUAN)];
/// Where a limit says it is from when the committee set it for itself.
const OWN: &str = "本委员会";

/// Every key the getters below read; the shipped pack must have them all.
const KEYS: &[&str] = &[
    "min_members",
    "members_odd",
    "chairs",
    "vice_chairs_min",
    "vice_chairs_max",
    "term_max_years",
    "external_members_min",
    "genders_min",
    "categories_required",
    "quorum",
    "pass_ratio",
    "simplified_reviewers_min",
    "decision_days",
    "appeal_days",
    "redecision_days",
    "rereview_days",
    "rereview_panel_min",
    "rereview_ratio",
    "tracking_months",
    "tracking_months_listed",
    "emergency_hours",
    "emergency_hours_before_rereview",
    "register_committee_days",
    "register_listed_days",
    "annual_report",
    "in_force",
    "completeness_working_days",
    "supplement_working_days",
    "delivery_working_days",
    "after_opinion_working_days",
    "registration_change_working_days",
    "meeting_notice_working_days",
    "risk_report_working_days",
    "term_warning_days",
    "tracking_warning_days",
    "training_months",
    "emergency_tracking_months",
    "rereview_extension_days",
];

impl Rules {
    pub fn shipped() -> Rules {
        static RULES: LazyLock<Rules> = LazyLock::new(|| Rules::read(SHIPPED).expect("the shipped rules are read by a test"));
        RULES.clone()
    }

    fn read(text: &str) -> Result<Rules, String> {
        let pack: Pack = toml::from_str(text).map_err(|e| e.message().to_string())?;
        let head = PackHead { name_zh: pack.name_zh, name_en: pack.name_en, document: pack.document, in_force: pack.in_force };
        let parameters: BTreeMap<String, Parameter> = pack.parameter.into_iter().map(|p| (p.key.clone(), p)).collect();
        if let Some(key) = KEYS.iter().find(|k| !parameters.contains_key(**k)) {
            return Err(format!("规则包缺少参数“{key}”。"));
        }
        Ok(Rules { parameters, packs: vec![head] })
    }

    /// The shipped rules tightened by an overlay, or everything the overlay does wrong.
    pub fn with_overlay(text: &str) -> Result<Rules, Vec<Finding>> {
        Rules::shipped().tightened(text)
    }

    /// These rules tightened by a further overlay.
    pub fn tightened(mut self, text: &str) -> Result<Rules, Vec<Finding>> {
        let pack: Pack = toml::from_str(text).map_err(|e| {
            let why = e.message().to_string();
            vec![Finding::block("M34.unreadable", format!("规则包读不懂：{why}"), format!("The rule pack cannot be read: {why}"))]
        })?;
        let mut wrong = Vec::new();
        for set in pack.sets {
            let Some(old) = self.parameters.get_mut(&set.key) else {
                wrong.push(Finding::block(
                    "M34.unknown_key",
                    format!("规则包里的“{}”不是本软件的参数。", set.key),
                    format!("\"{}\" is not a parameter of this product.", set.key),
                ));
                continue;
            };
            if let Err(finding) = tighter(old, &set.value) {
                wrong.push(*finding);
                continue;
            }
            old.value = set.value;
            old.in_force = set.in_force.or(pack.in_force).or(old.in_force);
            if !set.article.is_empty() {
                old.article = set.article;
            }
            old.from = pack.name_zh.clone();
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        self.packs.push(PackHead { name_zh: pack.name_zh, name_en: pack.name_en, document: pack.document, in_force: pack.in_force });
        Ok(self)
    }

    /// The shipped rules under a chosen overlay and the committee's own limits, or what of them loosens something.
    pub fn of(local: &LocalRules) -> Result<Rules, Vec<Finding>> {
        let mut rules = Rules::shipped();
        if !local.overlay.is_empty() {
            let Some((_, text)) = OVERLAYS.iter().find(|(key, _)| *key == local.overlay) else {
                return Err(vec![Finding::block(
                    "M34.unknown_overlay",
                    format!("没有“{}”这份地方规则。", local.overlay),
                    format!("There is no local rule pack \"{}\".", local.overlay),
                )]);
            };
            rules = rules.tightened(text)?;
        }
        let mut wrong = Vec::new();
        for (key, value) in &local.own {
            match rules.parameters.get_mut(key) {
                None => wrong.push(Finding::block(
                    "M34.unknown_key",
                    format!("“{key}”不是本软件的参数。"),
                    format!("\"{key}\" is not a parameter of this product."),
                )),
                Some(old) => match tighter(old, value) {
                    Err(finding) => wrong.push(*finding),
                    Ok(()) => (old.value, old.from) = (value.clone(), OWN.into()),
                },
            }
        }
        if wrong.is_empty() { Ok(rules) } else { Err(wrong) }
    }

    /// What an overlay is called and which numbers it sets, for choosing one.
    pub fn overlay_head(text: &str) -> Option<(PackHead, Vec<(String, Value)>)> {
        let pack: Pack = toml::from_str(text).ok()?;
        let head = PackHead { name_zh: pack.name_zh, name_en: pack.name_en, document: pack.document, in_force: pack.in_force };
        Some((head, pack.sets.into_iter().map(|s| (s.key, s.value)).collect()))
    }

    pub fn packs(&self) -> &[PackHead] {
        &self.packs
    }
    /// Every parameter, for the page that shows them with their sources.
    pub fn all(&self) -> impl Iterator<Item = &Parameter> {
        self.parameters.values()
    }
    pub fn parameter(&self, key: &str) -> Option<&Parameter> {
        self.parameters.get(key)
    }
    /// The article a parameter stands on.
    pub fn cite(&self, key: &str) -> Cite {
        Cite(self.parameters.get(key).map_or_else(|| "R".into(), |p| p.article.clone()))
    }

    fn number(&self, key: &str) -> u32 {
        match self.parameters.get(key).map(|p| &p.value) {
            Some(Value::Number(n)) => *n,
            _ => unreachable!("KEYS and the overlay check keep {key} a number"),
        }
    }
}

/// An overlay's value is of the same kind and at least as strict.
fn tighter(old: &Parameter, new: &Value) -> Result<(), Box<Finding>> {
    let ok = match (&old.value, new, old.tighten) {
        (Value::Number(_), Value::Number(_), Tighten::Free) => true,
        (Value::Number(a), Value::Number(b), Tighten::Lower) => b <= a,
        (Value::Number(a), Value::Number(b), Tighten::Higher) => b >= a,
        (Value::Text(_), Value::Text(_), Tighten::Higher) => match (old.value.ratio(), new.ratio()) {
            // a/b <= c/d, in integers; and nobody can need more than all.
            (Some((a, b)), Some((c, d))) => a * d <= c * b && c <= d,
            _ => false,
        },
        (Value::List(a), Value::List(b), Tighten::Superset) => a.iter().all(|x| b.contains(x)),
        (a, b, _) => a == b,
    };
    if ok {
        return Ok(());
    }
    Err(Box::new(
        Finding::block(
            "M34.only_tighter",
            format!(
                "{}：{}{}，只能更严，不能改为{}{}。",
                old.zh,
                old.value.show(),
                old.unit,
                new.show(),
                if matches!(new, Value::Number(_)) { old.unit.as_str() } else { "" }
            ),
            format!("Only tighter: {} is {}, not {}.", old.en, old.value.show(), new.show()),
        )
        .citing(&[old.article.as_str()])
        .way("改成不低于全国规定的值。", "Set a value at least as strict as the national one.")
        .with(json!({ "key": old.key, "old": old.value, "new": new })),
    ))
}

macro_rules! numbers {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {
        impl Rules { $($(#[$meta])* pub fn $name(&self) -> u32 { self.number(stringify!($name)) })+ }
    };
}
numbers! {
    min_members, chairs, vice_chairs_min, vice_chairs_max, term_max_years, external_members_min, genders_min,
    /// Attending members needed for an item (M14).
    quorum,
    simplified_reviewers_min,
    /// Natural days from acceptance to decision (M16).
    decision_days,
    /// Working days from service (M16).
    appeal_days,
    redecision_days, rereview_days, rereview_panel_min, tracking_months, tracking_months_listed, emergency_hours,
    emergency_hours_before_rereview, register_committee_days, register_listed_days,
    completeness_working_days, supplement_working_days, delivery_working_days, after_opinion_working_days,
    registration_change_working_days, meeting_notice_working_days, risk_report_working_days,
    term_warning_days, tracking_warning_days, training_months, emergency_tracking_months, rereview_extension_days,
}

impl Rules {
    /// Members must be odd in number (some provinces).
    pub fn members_odd(&self) -> bool {
        self.number("members_odd") > 0
    }
    /// Two thirds of those attending (E16), as numerator and denominator.
    pub fn pass_ratio(&self) -> (u32, u32) {
        self.parameters["pass_ratio"].value.ratio().unwrap_or((2, 3))
    }
    pub fn rereview_ratio(&self) -> (u32, u32) {
        self.parameters["rereview_ratio"].value.ratio().unwrap_or((2, 3))
    }
    /// Month and day by which the annual report is due (E45).
    pub fn annual_report(&self) -> (u32, u32) {
        let Value::Text(t) = &self.parameters["annual_report"].value else { return (3, 31) };
        t.split_once('-').and_then(|(m, d)| Some((m.parse().ok()?, d.parse().ok()?))).unwrap_or((3, 31))
    }
    /// The day the Measures came into force (M37).
    pub fn in_force(&self) -> Date {
        let fallback = Date::from_ymd_opt(2026, 3, 20).expect("a day of the calendar");
        match &self.parameters["in_force"].value {
            Value::Text(t) => t.parse().unwrap_or(fallback),
            _ => fallback,
        }
    }
}
