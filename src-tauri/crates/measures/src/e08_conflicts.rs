//! E8(4): whose interests touch a case. A match is a question put to the member, who confirms it; it never recuses
//! anybody by itself. It runs before acceptance and again when a case is put on an agenda.

use crate::names::folded;
use crate::{Case, Date, Facts, Relation};
use serde::{Deserialize, Serialize};

/// One member and one thing of the case that meet.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Match {
    pub member: String,
    pub name: String,
    pub relation: Relation,
    /// The person, unit or sponsor of the case.
    pub with: String,
    pub how_zh: String,
    pub how_en: String,
    /// The same for sure; otherwise to be asked (namesakes, part of a name).
    pub certain: bool,
}

/// Everything of a case that meets a member in office on the day the present round was received.
pub fn matches(facts: &Facts, case: &Case) -> Vec<Match> {
    matches_on(facts, case, case.round().received.date_naive())
}

pub fn matches_on(facts: &Facts, case: &Case, day: Date) -> Vec<Match> {
    let a = &case.application;
    let unit = folded(&facts.committee.unit.name);
    let leader = folded(&a.leader);
    let department = folded(&a.department);
    // Team members with our own unit, or with none written, sit in the house.
    let team: Vec<(String, String, &str, &str)> = a
        .team
        .iter()
        .filter(|t| !t.name.trim().is_empty())
        .map(|t| (folded(&t.name), folded(&t.unit), t.name.as_str(), t.part.as_str()))
        .collect();
    let mut units: Vec<(String, &str)> = a.partners.iter().map(|p| (folded(p), p.as_str())).collect();
    for t in &a.team {
        let u = folded(&t.unit);
        if !u.is_empty() && !unit.contains(&u) && !u.contains(&unit) && !units.iter().any(|(x, _)| *x == u) {
            units.push((u, t.unit.as_str()));
        }
    }
    let funding = folded(&a.funding);

    let mut out: Vec<Match> = Vec::new();
    for m in facts.members.iter().filter(|m| m.in_office(day)) {
        let name = folded(&m.name);
        let home = folded(&m.unit);
        let mut add = |relation, with: &str, zh: String, en: String, certain| {
            // One thing of the case is said once for a member; a sure match goes before a question.
            match out.iter_mut().find(|x| x.member == m.id && folded(&x.with) == folded(with) && x.relation == relation) {
                Some(x) if certain && !x.certain => (x.how_zh, x.how_en, x.certain) = (zh, en, true),
                Some(_) => {}
                None => out.push(Match {
                    member: m.id.clone(),
                    name: m.name.clone(),
                    relation,
                    with: with.into(),
                    how_zh: zh,
                    how_en: en,
                    certain,
                }),
            }
        };
        if !leader.is_empty() && name == leader {
            let sure = !m.external;
            add(
                Relation::SameTeam,
                &a.leader,
                if sure {
                    format!("{}是本活动负责人。", m.name)
                } else {
                    format!("{}与活动负责人同名，请核对是否同一人。", m.name)
                },
                if sure {
                    format!("{} is the leader.", m.name)
                } else {
                    format!("{} has the leader's name; check whether it is the same person.", m.name)
                },
                sure,
            );
        }
        for (n, u, typed, part) in &team {
            if *n == name {
                let same_house = u.is_empty()
                    || home.contains(u.as_str())
                    || u.contains(home.as_str())
                    || (!m.external && (unit.contains(u.as_str()) || u.contains(unit.as_str())));
                let role = if part.is_empty() { "项目组成员".to_string() } else { format!("项目组成员（{part}）") };
                add(
                    Relation::SameTeam,
                    typed,
                    if same_house {
                        format!("{}是{role}。", m.name)
                    } else {
                        format!("{}与{role}同名、单位不同，请核对。", m.name)
                    },
                    if same_house {
                        format!("{} is on the team.", m.name)
                    } else {
                        format!("{} has a team member's name but another unit; check.", m.name)
                    },
                    same_house,
                );
            }
        }
        for (u, typed) in &units {
            if m.external && !u.is_empty() && (home.contains(u.as_str()) || u.contains(home.as_str())) && !home.is_empty() {
                add(
                    Relation::Superior,
                    typed,
                    format!("{}的工作单位是合作单位{typed}。", m.name),
                    format!("{} works for the partner {typed}.", m.name),
                    home == *u || home.starts_with(u.as_str()),
                );
            }
        }
        if !m.external && !department.is_empty() && home.contains(&department) && name != leader {
            add(
                Relation::Superior,
                &a.department,
                format!("{}与申请人同在{}，请说明有无上下级关系。", m.name, a.department),
                format!("{} is in the applicant's department {}; ask about reporting lines.", m.name, a.department),
                false,
            );
        }
        for i in m.interests.iter().filter(|i| i.until.is_none_or(|u| u >= day)) {
            let with = folded(&i.with);
            if with.is_empty() {
                continue;
            }
            let people = std::iter::once((&leader, a.leader.as_str())).chain(team.iter().map(|(n, _, t, _)| (n, *t)));
            for (n, typed) in people.chain(units.iter().map(|(u, t)| (u, *t))) {
                if n.is_empty() {
                    continue;
                }
                let exact = *n == with;
                // Part of a name only counts when it is long enough to mean something: 李明 is in 李明华.
                let part = with.chars().count() >= 4 && n.chars().count() >= 4 && (n.contains(&with) || with.contains(n.as_str()));
                if exact || part {
                    add(
                        i.relation,
                        typed,
                        format!("{}申报过与{}的利益关系：{}。", m.name, i.with, i.relation.zh()),
                        format!("{} declared an interest with {}: {}.", m.name, i.with, i.relation.en()),
                        exact,
                    );
                }
            }
            if with.chars().count() >= 4 && funding.contains(&with) {
                add(
                    i.relation,
                    &i.with,
                    format!("经费来源中有{}申报过的{}。", m.name, i.with),
                    format!("The funding names {}, declared by {}.", i.with, m.name),
                    true,
                );
            }
        }
    }
    out.sort_by_key(|x| (!x.certain, facts.members.iter().find(|m| m.id == x.member).map_or(u32::MAX, |m| m.seat)));
    out
}
