//! Facts to test with: the nine members of Jiangzhou University's committee, its seventh meeting of 2026, and cases
//! built step by step. All names are invented.

use measures::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub fn d(text: &str) -> Date {
    text.parse().expect("a date")
}
/// `2026-09-18 14:03` in Beijing.
pub fn at(text: &str) -> Instant {
    Instant::parse_from_str(&format!("{text}:00 +08:00"), "%Y-%m-%d %H:%M:%S %:z").expect("a moment")
}

pub struct World {
    pub committee: Committee,
    pub members: Vec<Member>,
    pub calendar: Calendar,
    pub rules: Rules,
}

pub const ZHOU: &str = "zhou";
pub const LIN: &str = "lin";
pub const ZHAO: &str = "zhao";
pub const FANG: &str = "fang";
pub const LUO: &str = "luo";
pub const CHEN: &str = "chen";
pub const AILI: &str = "aili";
pub const HE: &str = "he";
pub const OUYANG: &str = "ouyang";

impl World {
    /// Nine members: 技术3 应用2 伦理2 法律2; chair 周秉衡, vice-chairs 林若溪 and 赵启明, 罗晓岚 and 艾力·买买提 from outside.
    pub fn new() -> World {
        let rows = [
            (ZHOU, "周秉衡", "chair", "technology", false),
            (LIN, "林若溪", "vice_chair", "ethics", false),
            (ZHAO, "赵启明", "vice_chair", "application", false),
            (FANG, "方慎行", "member", "law", false),
            (LUO, "罗晓岚", "member", "law", true),
            (CHEN, "陈思远", "member", "technology", false),
            (AILI, "艾力·买买提", "member", "technology", true),
            (HE, "何静姝", "member", "ethics", false),
            (OUYANG, "欧阳敏", "member", "application", false),
        ];
        let members = rows
            .into_iter()
            .zip(1..)
            .map(|((id, name, role, category, external), seat)| {
                let unit = if external { "江州智行研究院" } else { "江州大学" };
                serde_json::from_value(json!({
                    "id": id, "seat": seat, "name": name, "sex": if seat % 2 == 0 { "female" } else { "male" }, "unit": unit,
                    "external": external, "category": category, "identity": format!("id-{id}"),
                    "terms": [{ "role": role, "from": "2024-03-15", "until": "2029-03-14" }],
                    "undertakings": [{ "kind": "confidentiality", "signed": "2024-03-15" }, { "kind": "interest", "signed": "2024-03-15" }],
                }))
                .expect("a member")
            })
            .collect();
        let library: Vec<Value> = RuleKind::ALL.iter().map(|k| json!({ "kind": k, "version": "1", "adopted": "2024-04-01", "tracking_months": if *k == RuleKind::Simplified { json!(6) } else { Value::Null } })).collect();
        let committee = serde_json::from_value(json!({
            "id": "committee", "name": "江州大学人工智能科技伦理委员会", "founded": "2024-03-15", "letter_prefix": "江大智伦", "case_prefix": "JZU-AI",
            "secretary": "许文静", "rules": library,
            "unit": { "name": "江州大学", "credit_code": "12100000400000001A", "kind": "university", "affiliation": "local", "province": "江东省", "authority": "江东省教育厅" },
        }))
        .expect("a committee");
        World { committee, members, calendar: Calendar::shipped(), rules: Rules::shipped() }
    }
    pub fn lenient(mut self) -> World {
        self.committee.settings.profile = Profile::Lenient;
        self
    }
    pub fn facts(&self) -> Facts<'_> {
        Facts { committee: &self.committee, members: &self.members, calendar: &self.calendar, rules: &self.rules }
    }
    pub fn member(&mut self, id: &str) -> &mut Member {
        self.members.iter_mut().find(|m| m.id == id).expect("one of the nine")
    }
    pub fn resign(&mut self, id: &str, on: &str) {
        self.member(id).terms[0].ended = Some(TermEnded { on: d(on), how: TermEnd::Resigned, note: String::new() });
    }
    pub fn without_rule(&mut self, kind: RuleKind) {
        self.committee.rules.retain(|r| r.kind != kind);
    }
}

/// A meeting on 18 September 2026 from 14:00 to 17:00 with these items, opened at 14:03, everybody named in the room.
pub fn meeting(present: &[&str], items: &[&str]) -> Meeting {
    serde_json::from_value(json!({
        "id": "m7", "no": 7, "year": 2026, "starts": "2026-09-18T14:00:00+08:00", "ends": "2026-09-18T17:00:00+08:00",
        "form": "hybrid", "place": "行政楼301", "host": ZHOU, "opened": "2026-09-18T14:03:00+08:00", "noticed": "2026-09-11",
        "attendance": present.iter().map(|m| json!({ "member": m, "presence": "in_room", "from": "2026-09-18T14:00:00+08:00" })).collect::<Vec<_>>(),
        "invitations": present.iter().map(|m| json!({ "member": m, "reply": "attending" })).collect::<Vec<_>>(),
        "items": items,
    }))
    .expect("a meeting")
}
pub fn leaves(m: &mut Meeting, member: &str, when: &str) {
    m.attendance.iter_mut().find(|a| a.member == member).expect("in the room").until = Some(at(when));
}

/// Item `id` on case `case`, taken up, with these members recused.
pub fn item(id: &str, case: &str, recused: &[&str]) -> Item {
    serde_json::from_value(json!({
        "id": id, "meeting": "m7", "case": case, "round": 0, "minutes": 20, "conflicts_asked": "2026-09-18T14:04:00+08:00",
        "taken_up": "2026-09-18T14:05:00+08:00",
        "recusals": recused.iter().map(|m| json!({ "member": m, "reason": "项目组成员" })).collect::<Vec<_>>(),
    }))
    .expect("an item")
}
pub fn vote_all(item: &mut Item, votes: &[(&str, Vote)]) {
    item.ballots.push(Ballot {
        opened: at("2026-09-18 14:20"),
        votes: votes.iter().map(|(m, v)| (m.to_string(), *v)).collect(),
        closed: Some(at("2026-09-18 14:25")),
        corrections: vec![],
    });
}

/// An application received on 20 August 2026, ready to be accepted: everything checked, judged, scanned.
pub fn received() -> Case {
    let checks: BTreeMap<Element, Value> = Element::ALL
        .iter()
        .map(|e| {
            let na = matches!(e, Element::A18 | Element::A20 | Element::A21 | Element::A23);
            (*e, if na { json!({ "state": "not_applicable", "note": "不涉及" }) } else { json!({ "state": "present" }) })
        })
        .collect();
    serde_json::from_value(json!({
        "id": "c49", "number": "JZU-AI-2026-0049",
        "application": {
            "title": "面向门诊分诊的大语言模型评测", "leader": "沈知微", "leader_title": "教授", "department": "计算机学院",
            "team": [{ "name": "沈知微", "unit": "江州大学", "part": "负责人", "trained": true }, { "name": "韩牧", "unit": "江州大学", "part": "算法", "trained": true }],
            "risks": [{ "what": "误分诊", "likelihood": 2, "degree": 2, "measure": "医师复核" }],
        },
        "scope": { "in_scope": true, "heads": ["life_health"], "reason": "影响就诊次序", "on": "2026-08-21" },
        "listed": { "version": "2026-1", "items": [], "reason": "不具高度自主决策", "on": "2026-08-21" },
        "rounds": [{ "kind": "initial", "received": "2026-08-20T09:00:00+08:00", "medium": "现场", "checks": checks, "conflicts_scanned": "2026-08-21" }],
    }))
    .expect("a case")
}
pub fn accepted(on: &str, procedure: Procedure) -> Case {
    let mut c = received();
    let moment = at(&format!("{on} 10:00"));
    if c.round().received > moment {
        c.round_mut().received = moment;
    }
    c.round_mut().accepted = Some(acceptance(on, procedure));
    c
}
pub fn acceptance(on: &str, procedure: Procedure) -> Acceptance {
    Acceptance {
        at: at(&format!("{on} 10:00")),
        procedure,
        reason: "风险可能性中、程度中，不紧迫".into(),
        ground: (procedure == Procedure::Simplified).then_some(SimplifiedGround::OrdinaryRisk),
        paper: None,
    }
}
pub fn listed(mut c: Case) -> Case {
    c.listed = serde_json::from_value(json!({ "version": "2026-1", "items": [3], "reason": "高度自主决策", "on": "2026-08-21" }))
        .expect("a judgement");
    c
}
pub fn decision(kind: DecisionKind, on: &str) -> Decision {
    let mut v = json!({ "kind": kind, "on": on, "reasons": "方案可行，风险受控", "suggestions": ["补充数据脱敏说明"] });
    if kind.allows() {
        v["tracking_months"] = json!(6);
        v["next_tracking"] = json!(clock::months(d(on), 6).nominal);
    }
    serde_json::from_value(v).expect("a decision")
}
pub fn decided(kind: DecisionKind, on: &str) -> Case {
    let mut c = accepted("2026-08-24", Procedure::General);
    c.round_mut().decision = Some(decision(kind, on));
    c
}
pub fn delivery(on: &str) -> Delivery {
    serde_json::from_value(json!({ "at": format!("{on}T15:00:00+08:00"), "method": "in_person", "receiver": "沈知微" }))
        .expect("a delivery")
}
pub fn served(kind: DecisionKind, on: &str, delivered: &str) -> Case {
    let mut c = decided(kind, on);
    c.round_mut().deliveries.push(delivery(delivered));
    c
}
/// Adds a further round of this kind, received then.
pub fn round(c: &mut Case, kind: RoundKind, received: &str) {
    c.rounds.push(
        serde_json::from_value(json!({ "kind": kind, "received": format!("{received}T09:00:00+08:00"), "conflicts_scanned": received }))
            .expect("a round"),
    );
}
pub fn passed(on: &str) -> Case {
    let mut c = listed(accepted("2026-09-01", Procedure::General));
    c.round_mut().preliminary = Some(decision(DecisionKind::Pass, on));
    c
}
pub fn rereviewed(opinion: RereviewOpinion) -> Case {
    let mut c = passed("2026-09-18");
    c.round_mut().rereview = serde_json::from_value(json!({
        "authority": "江东省科学技术厅", "sent": "2026-09-21", "received": "2026-09-22",
        "opinion": { "opinion": opinion, "on": "2026-10-12", "number": "江东科伦〔2026〕9号" },
    }))
    .ok();
    assert!(c.round().rereview.is_some());
    c
}

/// The rule ids of one verdict.
pub fn rules(found: &[Finding], v: Verdict) -> Vec<&str> {
    found.iter().filter(|f| f.verdict == v).map(|f| f.rule.as_str()).collect()
}
pub fn blocks(found: &[Finding]) -> Vec<&str> {
    rules(found, Verdict::Block)
}
#[track_caller]
pub fn free(found: &[Finding]) {
    let b: Vec<&Finding> = found.iter().filter(|f| f.blocks()).collect();
    assert!(b.is_empty(), "nothing should block: {b:#?}");
}
/// Every sentence is fit to be shown: both languages, full stops, full-width Chinese, no stray brackets.
#[track_caller]
pub fn well_said(found: &[Finding]) {
    for f in found {
        assert!(f.zh.ends_with(['。', '）']), "{}: {}", f.rule, f.zh);
        assert!(f.en.ends_with('.') || f.en.ends_with(')'), "{}: {}", f.rule, f.en);
        assert!(!f.zh.contains("{}") && !f.en.contains("{}"), "{}: {}", f.rule, f.zh);
        assert!(!f.zh.contains(", ") && !f.zh.contains(';'), "{}: {}", f.rule, f.zh);
        assert_eq!(f.cites[0].0, f.rule.split('.').next().unwrap_or_default(), "the rule's article comes first");
    }
}
