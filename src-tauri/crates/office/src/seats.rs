//! A committee in short form, as scenarios and the demo write it: founded, its members seated, its rules adopted.

use crate::failure::Failure;
use crate::stage::Stage;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Founds the committee of `value` (the short form of `assets/demo/committee.yaml`) and seats its members. Each member
/// can then be named by `$name`. Acts are recorded at the stage's moment; their legal dates are the entries' own.
pub fn seat(stage: &mut Stage, value: &Value) -> Result<(), Failure> {
    let none = BTreeMap::new();
    let text = |v: &Value, key: &str, otherwise: &str| v.get(key).and_then(Value::as_str).unwrap_or(otherwise).to_string();
    let founded = text(value, "founded", "2025-01-10");
    let mut found = json!({
        "act": "found_committee",
        "name": text(value, "name", "江州大学人工智能科技伦理委员会"),
        "unit": value.get("unit").cloned().unwrap_or_else(|| json!({"name": "江州大学", "kind": "university", "affiliation": "local"})),
        "founded": founded,
        "letter_prefix": text(value, "letter_prefix", "江大智伦"),
        "case_prefix": text(value, "case_prefix", "JZU-AI"),
        "secretary": text(value, "secretary", "许文静"),
        "demo": value.get("demo").and_then(Value::as_bool).unwrap_or(false),
    });
    for key in ["founding_document", "phone", "email", "address", "office", "budget"] {
        if let Some(v) = value.get(key) {
            found[key] = v.clone();
        }
    }
    stage.perform(&found, &none)?;
    if let Some(settings) = value.get("settings") {
        stage.perform(&json!({"act": "change_settings", "with": settings}), &none)?;
    }
    for entry in array(value, "members") {
        let from = text(entry, "from", &founded);
        let mut appoint = json!({
            "act": "appoint_member",
            "name": entry["name"], "sex": text(entry, "sex", "male"),
            "unit": text(entry, "unit", "江州大学"),
            "external": entry.get("external").and_then(Value::as_bool).unwrap_or(false),
            "category": text(entry, "category", "other"),
            "role": text(entry, "role", "member"),
            "from": from,
            "until": text(entry, "until", "2029-03-14"),
            "document": text(entry, "document", &text(value, "founding_document", "")),
        });
        for key in ["title", "also", "identity", "phone", "email"] {
            if let Some(v) = entry.get(key) {
                appoint[key] = v.clone();
            }
        }
        // The first members are appointed one by one, so the composition is not yet whole; the reason says so.
        let reasons = BTreeMap::from([("E7.size".to_string(), "首届委员逐一登记，尚未登记完".to_string())]);
        let done = stage.perform(&appoint, &reasons)?;
        let id = done.made.refs[0].id.clone();
        stage.names.insert(entry["name"].as_str().unwrap_or_default().to_string(), id.clone());
        if entry.get("undertakings").and_then(Value::as_bool).unwrap_or(true) {
            for (kind, day) in [("confidentiality", from.clone()), ("interest", text(entry, "interest_declared", &from))] {
                // The declaration on appointment, and a later yearly one where the entry names it.
                if day != from {
                    stage.perform(&json!({"act": "record_undertaking", "member": id, "kind": kind, "signed": from}), &none)?;
                }
                stage.perform(&json!({"act": "record_undertaking", "member": id, "kind": kind, "signed": day}), &none)?;
            }
        }
        for interest in array(entry, "interests") {
            stage.perform(&json!({"act": "record_interest", "member": id, "interest": interest}), &none)?;
        }
        if let Some(on) = entry.get("ended") {
            stage.perform(
                &json!({"act": "end_term", "member": id, "on": on, "how": text(entry, "how", "resigned")}),
                &any_reason(&["E7.size", "E7.external", "M10.categories", "E43.update"]),
            )?;
        }
    }
    let mut trainings: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for entry in array(value, "members") {
        for day in array(entry, "trained") {
            let id = stage.names[entry["name"].as_str().unwrap_or_default()].clone();
            trainings.entry(day.as_str().unwrap_or_default().into()).or_default().push(id);
        }
    }
    for (i, (day, members)) in trainings.into_iter().enumerate() {
        const TOPICS: [&str; 5] = [
            "《科技伦理审查办法（试行）》解读",
            "算法公平性与偏差检测",
            "人工智能科技伦理审查实务",
            "生成式人工智能的伦理风险",
            "《人工智能科技伦理审查与服务办法（试行）》宣贯",
        ];
        stage.perform(
            &json!({"act": "record_training", "on": day, "topic": TOPICS[i % TOPICS.len()], "organiser": "江州省科技伦理学会", "in_house": i % 2 == 0, "hours": 4, "members": members, "others": 12}),
            &none,
        )?;
    }
    for adviser in array(value, "advisers") {
        let mut act = adviser.clone();
        act["act"] = json!("register_adviser");
        let done = stage.perform(&act, &none)?;
        stage.names.insert(text(adviser, "name", ""), done.made.refs[0].id.clone());
    }
    for rule in rules(value) {
        let mut act = rule;
        act["act"] = json!("adopt_rule");
        stage.perform(&act, &none)?;
    }
    for registration in array(value, "registrations") {
        let mut act = registration.clone();
        act["act"] = json!("register_committee");
        stage.perform(&act, &none)?;
    }
    Ok(())
}

/// The rule library: as listed, or everything adopted on the founding day when the short form says nothing.
fn rules(value: &Value) -> Vec<Value> {
    if let Some(list) = value.get("rules").and_then(Value::as_array) {
        return list.clone();
    }
    let founded = value.get("founded").and_then(Value::as_str).unwrap_or("2025-01-10");
    measures::RuleKind::ALL
        .iter()
        .map(|kind| {
            let mut rule = json!({"kind": kind, "version": "V1.0", "adopted": founded});
            if *kind == measures::RuleKind::Simplified {
                rule["tracking_months"] = json!(12);
            }
            rule
        })
        .collect()
}

/// One reason for whichever of these rules asks: the demo's past is as it was.
fn any_reason(rules: &[&str]) -> BTreeMap<String, String> {
    rules.iter().map(|r| (r.to_string(), "当时的情况如此，按事实补记，已书面报告主任委员".to_string())).collect()
}

fn array<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    value.get(key).and_then(Value::as_array).into_iter().flatten()
}
