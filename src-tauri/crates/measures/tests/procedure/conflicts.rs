//! E8(4): matching members against a case.

use crate::world::*;
use measures::e08_conflicts::{Match, matches};
use measures::*;
use serde_json::json;

fn of<'a>(list: &'a [Match], id: &str) -> Vec<&'a Match> {
    list.iter().filter(|m| m.member == id).collect()
}
fn interest(w: &mut World, id: &str, relation: Relation, with: &str) {
    w.member(id).interests.push(Interest { relation, with: with.into(), note: String::new(), until: None });
}

#[test]
fn e08_the_same_person_however_written() {
    let w = World::new();
    let mut c = received();
    for written in ["赵启明", "赵 启明", "赵启明 "] {
        c.application.team[1] = serde_json::from_value(json!({ "name": written, "unit": "江州大学", "part": "应用" })).expect("a person");
        let found = matches(&w.facts(), &c);
        assert_eq!(of(&found, ZHAO).iter().map(|m| (m.certain, m.relation)).collect::<Vec<_>>(), [(true, Relation::SameTeam)], "{written}");
    }
    c.application.team[1].name = "艾力买买提".into();
    c.application.team[1].unit = "江州智行研究院".into();
    assert!(
        of(&matches(&w.facts(), &c), AILI).iter().any(|m| m.certain && m.relation == Relation::SameTeam),
        "the middle dot does not hide him"
    );
}

#[test]
fn e08_a_namesake_elsewhere_is_a_question() {
    let w = World::new();
    let mut c = received();
    c.application.team[1] = serde_json::from_value(json!({ "name": "陈思远", "unit": "北方交通大学", "part": "数据" })).expect("a person");
    let found = matches(&w.facts(), &c);
    assert_eq!(of(&found, CHEN).iter().map(|m| m.certain).collect::<Vec<_>>(), [false]);
    assert!(of(&found, CHEN)[0].how_zh.contains("核对"));
}

#[test]
fn e08_the_leader_on_the_committee_fires_from_day_one() {
    let w = World::new();
    let mut c = received();
    c.application.leader = "周秉衡".into();
    let found = matches(&w.facts(), &c);
    assert!(found[0].member == ZHOU && found[0].certain, "{found:#?}");
    assert_eq!(found[0].how_zh, "周秉衡是本活动负责人。");
}

#[test]
fn e08_units_and_declared_interests() {
    let mut w = World::new();
    let mut c = received();
    assert!(matches(&w.facts(), &c).is_empty(), "colleagues of one university are no conflict");
    c.application.partners = vec!["江州智行研究院".into()];
    assert_eq!(
        matches(&w.facts(), &c).iter().map(|m| m.member.as_str()).collect::<Vec<_>>(),
        [LUO, AILI],
        "both outside members work for the partner"
    );
    interest(&mut w, FANG, Relation::Supervision, "韩牧");
    interest(&mut w, HE, Relation::Shares, "江州智行研究院");
    interest(&mut w, OUYANG, Relation::Kin, "韩牧之");
    c.application.funding = "横向经费（星河智能科技有限公司）".into();
    interest(&mut w, LIN, Relation::Funding, "星河智能科技有限公司");
    let found = matches(&w.facts(), &c);
    assert_eq!(of(&found, FANG).iter().map(|m| (m.certain, m.relation)).collect::<Vec<_>>(), [(true, Relation::Supervision)]);
    assert_eq!(of(&found, HE).iter().map(|m| (m.certain, m.relation)).collect::<Vec<_>>(), [(true, Relation::Shares)]);
    assert_eq!(of(&found, LIN).iter().map(|m| m.with.as_str()).collect::<Vec<_>>(), ["星河智能科技有限公司"]);
    assert!(of(&found, OUYANG).is_empty(), "韩牧 is not 韩牧之");
    assert!(found.windows(2).all(|p| p[0].certain >= p[1].certain), "sure matches come first");
}

#[test]
fn e08_past_interests_and_past_members_do_not_match() {
    let mut w = World::new();
    let c = received();
    interest(&mut w, FANG, Relation::CoAuthor, "韩牧");
    w.member(FANG).interests[0].until = Some(d("2026-08-19"));
    assert!(matches(&w.facts(), &c).is_empty());
    w.member(FANG).interests[0].until = Some(d("2026-08-20"));
    assert_eq!(matches(&w.facts(), &c).len(), 1);
    w.resign(FANG, "2026-08-01");
    assert!(matches(&w.facts(), &c).is_empty());
}

#[test]
fn e08_one_department_is_asked_about() {
    let mut w = World::new();
    w.member(CHEN).unit = "江州大学计算机学院".into();
    let found = matches(&w.facts(), &received());
    assert_eq!(found.iter().map(|m| (m.member.as_str(), m.certain, m.relation)).collect::<Vec<_>>(), [(CHEN, false, Relation::Superior)]);
}
