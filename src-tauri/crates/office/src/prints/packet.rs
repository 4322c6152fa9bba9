//! The reading packet of a member (阅会包): which items, what is said of each on its page of summary, which files. What a
//! recused member may not see is left out here, before anything is set or written.

use super::names::person;
use crate::failure::Failure;
use crate::projection::{meeting_title, standing};
use crate::sources::{Sources, sentence};
use measures::m14_packets::recused_from;
use measures::say::{zh_date, zh_instant, zh_list};
use measures::*;
use papers::packet as bound;

/// The item an id names: one of an agenda, or a case in the simplified procedure.
pub(crate) fn item_or_case(reader: &store::Reader, id: &str) -> Result<(Option<Item>, Case), Failure> {
    if let Some(item) = reader.get::<Item>(id)? {
        let case = reader.get::<Case>(&item.case)?.ok_or_else(|| Failure::not_found("case", &item.case))?;
        return Ok((Some(item), case));
    }
    let case = reader.get::<Case>(id)?.ok_or_else(|| Failure::not_found("item", id))?;
    Ok((None, case))
}

/// The occasion of a packet in both languages: a meeting, or the simplified review of a case.
pub(crate) fn occasion(meeting: Option<&Meeting>, cases: &[&Case]) -> (String, String) {
    match (meeting, cases) {
        (Some(m), _) => (meeting_title(m), format!("Meeting {} of {}", m.no, m.year)),
        (None, [one]) => (format!("{}简易程序审查", one.full_number()), format!("Simplified review of {}", one.full_number())),
        (None, _) => ("简易程序审查".into(), "Simplified review".into()),
    }
}

/// The number of the next packet among those this person had for the same meeting, or the same simplified review.
pub(crate) fn next_edition(handed: &[Packet], meeting: Option<&str>, first: Option<&str>) -> u32 {
    let same = |p: &&Packet| p.meeting.as_deref() == meeting && (p.meeting.is_some() || p.items.first().map(|i| i.item.as_str()) == first);
    handed.iter().filter(same).count() as u32 + 1
}

/// The designation slip of a simplified review once it is issued (M20). A designation for a period has none for the case.
pub(crate) fn slip(reader: &store::Reader, case: &Case) -> Result<Option<FiledPaper>, Failure> {
    let Some(id) = case.round().designation.as_ref().and_then(|d| d.paper.as_ref()) else { return Ok(None) };
    Ok(reader.get::<FiledPaper>(id)?.filter(|p| p.state == PaperState::Issued && p.sha256.is_some()))
}

/// What is to be said about the slip: nothing when it is there or none is written for the case.
pub(crate) fn slip_lacks(reader: &store::Reader, case: &Case) -> Result<Option<Finding>, Failure> {
    let wanted = case.round().designation.as_ref().is_some_and(|d| d.under.is_none());
    Ok((wanted && slip(reader, case)?.is_none()).then(|| m14_packets::slip_lacks(case)))
}

/// The version of a case's material: each day on which something of it came in makes a new one.
pub(crate) fn edition_of(reader: &store::Reader, case: &str) -> Result<u32, Failure> {
    let mut days: Vec<Date> = reader.where_::<Material>("case", case)?.into_iter().map(|m| m.received).collect();
    days.sort();
    days.dedup();
    Ok(days.len().max(1) as u32)
}

/// What goes into the packet of one person, and what stays out.
pub(crate) struct Contents {
    /// Number on the agenda, the item, its case.
    pub items: Vec<(u32, Option<Item>, Case)>,
    pub left_out: Vec<u32>,
    pub adviser: bool,
    pub name: String,
    pub role_zh: String,
    pub role_en: String,
}

/// The items of a meeting, or with no meeting the cases of the simplified procedure assigned to the member.
pub(crate) fn contents(src: &Sources, meeting: Option<&Meeting>, cases: &[String], member: &str) -> Result<Contents, Failure> {
    let facts = src.facts();
    let (name, _) = person(src, member)?;
    let day = meeting.map_or(src.today(), |m| m.starts.date_naive());
    let role = src.members.iter().find(|m| m.id == member).map(|m| m.role_on(day).unwrap_or(Role::Member));
    let mut all: Vec<(u32, Option<Item>, Case)> = Vec::new();
    match meeting {
        Some(meeting) => {
            for (n, item) in src.items_of(meeting)?.into_iter().enumerate() {
                let case = src.need::<Case>("case", &item.case)?;
                all.push((n as u32 + 1, Some(item), case));
            }
        }
        None => {
            for (n, id) in cases.iter().enumerate() {
                all.push((n as u32 + 1, None, src.need::<Case>("case", id)?));
            }
        }
    }
    let adviser = role.is_none();
    // An adviser sees the items he or she was invited to, all when none is named.
    let seat = meeting.and_then(|m| m.advisers.iter().find(|a| a.adviser == member));
    if let Some(seat) = seat.filter(|s| adviser && !s.items.is_empty()) {
        all.retain(|(_, item, _)| item.as_ref().is_some_and(|i| seat.items.contains(&i.id)));
    }
    let (out, items): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|(_, item, case)| recused_from(&facts, item.as_ref(), case, member, src.today()).is_some());
    Ok(Contents {
        items,
        left_out: out.iter().map(|(n, ..)| *n).collect(),
        adviser,
        name,
        role_zh: role.map_or("顾问专家", Role::zh).into(),
        role_en: role.map_or("adviser", Role::en).into(),
    })
}

/// The files of a case that are in force in a round, in the order of the elements they belong to.
pub(crate) fn files(src: &Sources, case: &Case, round: u32) -> Result<Vec<Material>, Failure> {
    let on_file = src.materials(&case.id)?;
    let later = |m: &Material| m.replaced_by.as_ref().and_then(|r| on_file.iter().find(|x| x.id == *r)).map(|x| x.round);
    let mut out: Vec<Material> = on_file.iter().filter(|m| m.round <= round && later(m).is_none_or(|r| r > round)).cloned().collect();
    out.sort_by_key(|m| m.elements.iter().min().copied());
    Ok(out)
}

/// V1.2，2026年8月20日
pub(crate) fn label(m: &Material) -> String {
    let parts = [m.version.clone(), m.version_date.map(zh_date).unwrap_or_default()];
    parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join("，")
}

/// What changed since the edition this person has: files that came in since, named by their versions.
pub(crate) fn changed(src: &Sources, case: &Case, round: u32, member: &str, item: &str) -> Result<Vec<String>, Failure> {
    let handed = src.reader.where_::<Packet>("member", member)?;
    let Some(last) = handed.iter().rev().find(|p| p.items.iter().any(|i| i.item == item)) else { return Ok(vec![]) };
    let before = src.materials(&case.id)?;
    Ok(files(src, case, round)?
        .iter()
        .filter(|m| m.received > last.on)
        .map(|m| match before.iter().find(|o| o.replaced_by.as_deref() == Some(m.id.as_str())) {
            Some(old) => format!("“{}”由{}换为{}（{}收到）。", m.name, old.version, m.version, zh_date(m.received)),
            None => format!("新收“{}”{}（{}收到）。", m.name, m.version, zh_date(m.received)),
        })
        .collect())
}

/// What can be ticked: ballots without abstention, the reviewers' views in the simplified procedure.
pub(crate) fn options(src: &Sources, item: Option<&Item>, case: &Case) -> Vec<(String, &'static str, &'static str)> {
    let key = |v: serde_json::Result<serde_json::Value>| v.ok().and_then(|v| v.as_str().map(str::to_string)).unwrap_or_default();
    match item {
        Some(item) => m14_meeting::options_of(case, item, &src.committee.settings)
            .into_iter()
            .filter(|v| v.decision().is_some())
            .map(|v| (key(serde_json::to_value(v)), v.zh(), v.en()))
            .collect(),
        None => ReviewerView::ALL.iter().map(|v| (key(serde_json::to_value(v)), v.zh(), v.en())).collect(),
    }
}

/// The packet as it is bound, and the files in its order.
pub(crate) fn packet(
    src: &Sources,
    meeting: Option<&Meeting>,
    cases: &[String],
    member: &str,
    reply_by: Option<Date>,
) -> Result<bound::Packet, Failure> {
    let inside = contents(src, meeting, cases, member)?;
    let agenda = match meeting {
        Some(meeting) => super::meeting::agenda_items(src, meeting)?,
        None => inside
            .items
            .iter()
            .map(|(no, _, case)| papers::AgendaItem {
                no: *no,
                case: src.case_ref(case, case.rounds.len() - 1),
                kind: case.round().kind.zh().into(),
                presenter: case.application.leader.clone(),
                ..Default::default()
            })
            .collect(),
    };
    let handed = src.reader.where_::<Packet>("member", member)?;
    let edition = next_edition(&handed, meeting.map(|m| m.id.as_str()), cases.first().map(String::as_str));
    let mut bound_cases = Vec::new();
    for (no, item, case) in &inside.items {
        bound_cases.push(case_sheet(src, *no, item.as_ref(), case, member, inside.adviser)?);
    }
    let (title, _) = occasion(meeting, &inside.items.iter().map(|(_, _, c)| c).collect::<Vec<_>>());
    let mut notes = vec!["先看工作单上的“利益冲突”一栏：与某件议题有利害关系的，到此为止，并告知秘书。".to_string()];
    notes.push(match (inside.adviser, meeting.is_some()) {
        (true, _) => "顾问专家提供咨询意见，不参加表决。".into(),
        (false, true) => "会前意见供讨论用，不计票；表决在会上进行。".into(),
        (false, false) => "各位委员分别提出意见；有一人不同意或有疑义的，转一般程序。".into(),
    });
    notes.push("本册按保密承诺保管，不转发、不复制；会后交回或者销毁。".into());
    Ok(bound::Packet {
        committee: src.committee.name.clone(),
        occasion: title,
        form: match (inside.adviser, meeting.is_some()) {
            (true, _) => "专家咨询",
            (false, true) => "会议审查",
            (false, false) => "简易程序审查",
        }
        .into(),
        time: meeting.map(|m| zh_instant(m.starts)).unwrap_or_default(),
        place: meeting.map(|m| m.place.clone()).unwrap_or_default(),
        member: inside.name,
        role: inside.role_zh,
        edition,
        made: src.today(),
        reply: reply_by.map(|d| format!("请在{}前交回意见。", zh_date(d))).unwrap_or_default(),
        notes,
        agenda,
        cases: bound_cases,
        left_out: inside.left_out,
        demo: src.committee.demo,
    })
}

/// The first words of a text, at a sentence if there is one.
fn opening(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let head: String = text.chars().take(most).collect();
    match head.rfind(['。', '；']) {
        Some(at) if at > head.len() / 2 => head[..at].to_string() + "。",
        _ => format!("{head}……"),
    }
}

/// What the activity is, in a few lines: as the applicant wrote it, else what exactly is reviewed.
pub(crate) fn lead(case: &Case) -> String {
    let a = &case.application;
    let own = a.texts.get(&Element::A2).or_else(|| a.texts.get(&Element::A4)).map(|t| opening(t, 220)).unwrap_or_default();
    if !own.is_empty() {
        return own;
    }
    let p = &a.passport;
    [&p.system, &p.model, &p.version].into_iter().filter(|s| !s.trim().is_empty()).cloned().collect::<Vec<_>>().join("，")
}

fn case_sheet(src: &Sources, no: u32, item: Option<&Item>, case: &Case, member: &str, adviser: bool) -> Result<bound::PacketCase, Failure> {
    let facts = src.facts();
    let round = item.map_or(case.rounds.len() - 1, |i| i.round as usize);
    let standing = standing(src.reader, &facts, case, src.now)?;
    let of3 = |n: u32| ["低", "中", "高"][(n.clamp(1, 3) - 1) as usize];
    let risks = case
        .application
        .risks
        .iter()
        .map(|r| {
            let measure =
                if r.measure.trim().is_empty() { "没有写防控措施".into() } else { format!("措施：{}", r.measure.trim()) };
            sentence(&format!("{}（可能性{}，程度{}）；{measure}", r.what, of3(r.likelihood), of3(r.degree)))
        })
        .collect();
    let missing: Vec<String> =
        standing.missing.iter().flat_map(|g| g.findings.iter().filter(|f| f.verdict < Verdict::Note).map(|f| f.zh.clone())).collect();
    let checks: Vec<String> = case.rounds[round]
        .checks
        .iter()
        .filter(|(_, c)| c.state == CheckState::Missing)
        .map(|(e, c)| sentence(&format!("{}：{}", e.zh(), if c.note.is_empty() { "缺" } else { &c.note })))
        .collect();
    let last = case.rounds[..round].iter().rev().find_map(|r| r.decision.as_ref());
    let mut decided = Vec::new();
    if let Some(d) = last {
        decided.push(format!("{}，{}。", zh_date(d.on), d.kind.zh()));
        decided.extend(d.suggestions.iter().enumerate().map(|(i, s)| {
            let reply = case.rounds[round].report.get(i).filter(|_| case.rounds[round].kind == RoundKind::Resubmission);
            match reply {
                Some(reply) => format!("{}．{} 答复：{}", i + 1, sentence(s), sentence(reply)),
                None => format!("{}．{}", i + 1, sentence(s)),
            }
        }));
    }
    let clocks = standing
        .clocks
        .iter()
        .filter(|c| c.started && c.met.is_none())
        .filter_map(|c| c.due.as_ref().map(|d| format!("{}：{}前。", c.zh, zh_date(d.nominal))))
        .collect();
    let conflicts = item
        .map(|i| {
            let names = src.names(i.recusals.iter().map(|r| &r.member));
            if names.is_empty() { vec![] } else { vec![format!("回避：{}。", zh_list(names))] }
        })
        .unwrap_or_default();
    let sheet = m15_points::worksheet(&case.application.flags);
    let dimensions = m15_points::DIMENSIONS
        .iter()
        .filter(|d| sheet.iter().any(|p| p.dimension == d.n))
        .map(|d| bound::PacketDimension {
            title: d.zh.into(),
            points: sheet.iter().filter(|p| p.dimension == d.n).map(|p| (p.code.into(), p.zh.into())).collect(),
        })
        .collect();
    let id = item.map_or(case.id.as_str(), |i| i.id.as_str());
    Ok(bound::PacketCase {
        no,
        case: src.case_ref(case, round),
        kind: case.rounds[round].kind.zh().into(),
        summary: vec![
            ("做什么".into(), vec![lead(case)]),
            ("风险".into(), risks),
            ("清单判定".into(), vec![src.listing(case)]),
            ("还缺".into(), checks.into_iter().chain(missing).collect()),
            ("上次决定".into(), decided),
            ("期限".into(), clocks),
            ("回避".into(), conflicts),
            ("材料版次".into(), vec![format!("第{}版", edition_of(src.reader, &case.id)?)]),
        ],
        changed: changed(src, case, round as u32, member, id)?,
        dimensions,
        answers: m15_points::PointView::ALL.iter().map(|v| v.zh().to_string()).collect(),
        options: if adviser { vec![] } else { options(src, item, case).into_iter().map(|(_, zh, _)| zh.to_string()).collect() },
        documents: slip_of(src, item, case)?
            .into_iter()
            .chain(files(src, case, round as u32)?.into_iter().map(|m| bound::PacketDocument {
                label: label(&m),
                name: m.name,
                sha256: m.sha256,
                len: u64::from(m.size),
            }))
            .collect(),
    })
}

/// The slip as the first file of a simplified review.
fn slip_of(src: &Sources, item: Option<&Item>, case: &Case) -> Result<Option<bound::PacketDocument>, Failure> {
    let Some(slip) = slip(src.reader, case)?.filter(|_| item.is_none()) else { return Ok(None) };
    let Some(sha256) = slip.sha256 else { return Ok(None) };
    let len = src.reader.blob(&sha256)?.map_or(0, |bytes| bytes.len() as u64);
    Ok(Some(bound::PacketDocument { name: slip.title, label: slip.number, sha256, len }))
}

/// Names of a key that can be ticked.
pub(crate) fn opinion_words(key: Option<&str>) -> (String, String) {
    let Some(key) = key else { return Default::default() };
    let value = serde_json::Value::from(key);
    if let Ok(v) = serde_json::from_value::<Vote>(value.clone()) {
        return (v.zh().into(), v.en().into());
    }
    match serde_json::from_value::<ReviewerView>(value) {
        Ok(v) => (v.zh().into(), v.en().into()),
        Err(_) => (key.into(), key.into()),
    }
}
