//! M34: what stands over the national numbers may only tighten them, whether a province says it or the committee.

use measures::rules::Value;
use measures::{LocalRules, Rules};

fn own(key: &str, value: Value) -> LocalRules {
    LocalRules { overlay: String::new(), own: [(key.to_string(), value)].into() }
}
fn refused(local: &LocalRules) -> Vec<(String, Vec<String>)> {
    let of = |f: measures::Finding| (f.rule.clone(), f.cites.iter().map(|c| c.0.clone()).collect());
    Rules::of(local).err().unwrap_or_default().into_iter().map(of).collect()
}

#[test]
fn m34_the_committees_own_limits_tighten_and_never_loosen() {
    let shorter = Rules::of(&own("decision_days", Value::Number(25))).expect("shorter is stricter");
    assert_eq!(shorter.decision_days(), 25);
    assert_eq!(shorter.parameter("decision_days").map(|p| p.from.as_str()), Some("本委员会"), "it says where it is from");
    let longer = refused(&own("decision_days", Value::Number(31)));
    assert_eq!(longer.len(), 1);
    assert_eq!(longer[0].0, "M34.only_tighter");
    assert!(longer[0].1.contains(&"M16".to_string()), "with its article: {longer:?}");
    assert_eq!(refused(&own("quorum", Value::Number(4)))[0].0, "M34.only_tighter");
    assert_eq!(refused(&own("pass_ratio", Value::Text("1/2".into())))[0].0, "M34.only_tighter");
    assert_eq!(Rules::of(&own("pass_ratio", Value::Text("3/4".into()))).expect("more than two thirds").pass_ratio(), (3, 4));
    assert_eq!(refused(&own("rereview_days", Value::Number(20)))[0].0, "M34.only_tighter", "another body's limit");
    assert_eq!(refused(&own("no_such", Value::Number(1)))[0].0, "M34.unknown_key");
    assert!(Rules::of(&own("completeness_working_days", Value::Number(9))).is_ok(), "its own limit is its own");
}

#[test]
fn m34_the_committees_limits_stand_over_the_provinces() {
    let mut local = LocalRules { overlay: "sichuan".into(), ..Default::default() };
    let rules = Rules::of(&local).expect("it only tightens");
    assert!(rules.members_odd() && rules.vice_chairs_max() == 2);
    assert!(rules.parameter("members_odd").is_some_and(|p| p.from.contains("四川")));
    local.own.insert("vice_chairs_max".into(), Value::Number(3));
    assert_eq!(refused(&local)[0].0, "M34.only_tighter", "looser than the province");
    local.own.insert("vice_chairs_max".into(), Value::Number(1));
    assert_eq!(Rules::of(&local).expect("stricter still").vice_chairs_max(), 1);
    local.overlay = "nowhere".into();
    assert_eq!(refused(&local)[0].0, "M34.unknown_overlay");
}
