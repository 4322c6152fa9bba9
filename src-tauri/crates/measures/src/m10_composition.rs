//! Who must sit on the committee: M10's four backgrounds and E7's numbers, and who may be appointed for how long.
//! Answers for a day, for a new appointment, and as bands over a stretch of time. Deliberately says nothing about a
//! meeting: there the same categories are asked of those attending (M14, `m14_quorum`).
//!
//! Strict reading (A3): the four backgrounds need four different persons. Lenient: one person may cover two.

use crate::say::{en_count, en_date, en_list, zh_date, zh_list};
use crate::{Category, Date, Finding, Member, Profile, Role, Rules, Term, Unit, Verdict, calendar::next, finding::worst};
use chrono::Months;
use serde::{Deserialize, Serialize};
use serde_json::json;

/// Which of the required backgrounds a group of people has.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Coverage {
    /// The four of M10 in their order, then others that occur. Strict: every person counts once.
    pub counts: Vec<(Category, u32)>,
    pub missing: Vec<Category>,
}

/// Strict: a largest matching of backgrounds to distinct persons. Lenient: a background is there if anybody has it.
pub fn coverage(group: &[&Member], profile: Profile) -> Coverage {
    let required = Category::REQUIRED;
    let mut counts: Vec<(Category, u32)> = required.iter().map(|c| (*c, 0)).collect();
    let mut add = |c: Category| match counts.iter_mut().find(|(k, _)| *k == c) {
        Some((_, n)) => *n += 1,
        None => counts.push((c, 1)),
    };
    if profile == Profile::Lenient {
        for m in group {
            let mut own: Vec<Category> = m.categories().collect();
            own.sort();
            own.dedup();
            own.into_iter().for_each(&mut add);
        }
        let missing = counts.iter().filter(|(c, n)| required.contains(c) && *n == 0).map(|(c, _)| *c).collect();
        return Coverage { counts, missing };
    }
    // Primary backgrounds first, so that what is reported missing is what nobody has as a first profession.
    let mut holder: [Option<usize>; 4] = [None; 4];
    for (i, c) in required.iter().enumerate() {
        holder[i] = group.iter().position(|m| m.category == *c);
    }
    for i in 0..required.len() {
        if holder[i].is_none() {
            let mut seen = [false; 4];
            augment(i, group, &mut holder, &mut seen);
        }
    }
    for (p, m) in group.iter().enumerate() {
        let as_matched = holder.iter().position(|h| *h == Some(p)).map(|i| required[i]);
        add(as_matched.unwrap_or(m.category));
    }
    let missing = required.iter().zip(holder).filter(|(_, h)| h.is_none()).map(|(c, _)| *c).collect();
    Coverage { counts, missing }
}

/// Kuhn's augmenting path: find a person for background `i`, moving others where they can be moved.
fn augment(i: usize, group: &[&Member], holder: &mut [Option<usize>; 4], seen: &mut [bool; 4]) -> bool {
    seen[i] = true;
    for (p, m) in group.iter().enumerate() {
        if !m.categories().any(|c| c == Category::REQUIRED[i]) {
            continue;
        }
        match holder.iter().position(|h| *h == Some(p)) {
            None => {
                holder[i] = Some(p);
                return true;
            }
            Some(j) if !seen[j] => {
                if augment(j, group, holder, seen) {
                    holder[i] = Some(p);
                    return true;
                }
            }
            Some(_) => {}
        }
    }
    false
}

fn names(categories: &[Category]) -> (String, String) {
    (zh_list(categories.iter().map(|c| c.zh())), en_list(categories.iter().map(|c| c.en())))
}

/// Whether the committee is properly composed on `day`. Ends with one Fine sentence when nothing blocks.
pub fn composition(members: &[Member], unit: &Unit, day: Date, rules: &Rules, profile: Profile) -> Vec<Finding> {
    let office: Vec<&Member> = members.iter().filter(|m| m.in_office(day)).collect();
    let count = office.len() as u32;
    let mut found = Vec::new();
    let missing_person = |rule: &str, zh: String, en: String| {
        Finding::block(rule, zh, en)
            .citing(&["M10"])
            .way("请单位任命后再开会审查，并更新平台登记。", "The unit appoints first; then meet, and update the registration.")
    };

    let least = rules.min_members();
    if count < least {
        let f = missing_person(
            "E7.members",
            format!("现任委员{count}人，少于{least}人。"),
            format!("{} in office; at least {least} are required.", en_count(count.into(), "member")),
        )
        .with(json!({ "members": count, "least": least }));
        found.push(f);
    }
    if rules.members_odd() && count.is_multiple_of(2) {
        found.push(
            Finding::block(
                "E7.odd",
                format!("现任委员{count}人，地方规定须为单数。"),
                format!("{count} members in office; the local rules require an odd number."),
            )
            .citing(&["M34"])
            .way("增补或减少1名委员。", "Appoint or release one member."),
        );
    }

    let with_role = |role: Role| -> Vec<&&Member> { office.iter().filter(|m| m.role_on(day) == Some(role)).collect() };
    let (chairs, vices) = (with_role(Role::Chair), with_role(Role::ViceChair));
    match chairs.len() {
        1 => {}
        0 => found.push(missing_person(
            "E7.chair",
            "主任委员空缺，不能指定主持人和简易程序委员。".into(),
            "There is no chair; nobody can designate a host or reviewers.".into(),
        )),
        n => found.push(
            Finding::block(
                "E7.one_chair",
                format!("有{n}名主任委员（{}），只能有1名。", zh_list(chairs.iter().map(|m| &m.name))),
                format!("{n} chairs ({}); there is one.", en_list(chairs.iter().map(|m| &m.name))),
            )
            .citing(&["M10"])
            .way("更正任期或职务。", "Correct a role or a term."),
        ),
    }
    let (v, low, high) = (vices.len() as u32, rules.vice_chairs_min(), rules.vice_chairs_max());
    if v < low || v > high {
        found.push(
            Finding::block(
                "E7.vice_chairs",
                format!("副主任委员{v}人，地方规定为{low}至{high}人。"),
                format!("{}; the local rules ask for {low} to {high}.", en_count(v.into(), "vice-chair")),
            )
            .citing(&["M34"]),
        );
    } else if v == 0 {
        found.push(
            Finding::note(
                "E7.vice_chairs",
                "没有副主任委员，主任委员缺席时不能开会。",
                "There is no vice-chair; without the chair no meeting can be held.",
            )
            .citing(&["M14"]),
        );
    }

    let (women, outside) =
        (office.iter().filter(|m| m.sex == crate::Sex::Female).count(), office.iter().filter(|m| m.external).count() as u32);
    if count > 0 && (women == 0 || women == office.len()) {
        let (zh, en) = if women == 0 { ("男", "men") } else { ("女", "women") };
        found.push(missing_person(
            "E7.sexes",
            format!("委员都是{zh}性，须有不同性别。"),
            format!("All members are {en}; both sexes must be represented."),
        ));
    }
    let need = rules.external_members_min();
    if outside < need {
        found.push(missing_person(
            "E7.external",
            format!("非本单位委员{outside}人，至少{need}人。"),
            format!("{} from outside the unit; at least {need} required.", en_count(outside.into(), "member")),
        ));
    }
    if unit.autonomous_area {
        found.push(Finding::note(
            "E7.autonomous",
            "本单位在民族自治地方，请核对有委员熟悉当地情况。",
            "The unit is in an autonomous area: check that a member knows local conditions.",
        ));
    }

    let cover = coverage(&office, profile);
    if !cover.missing.is_empty() {
        let (zh, en) = names(&cover.missing);
        let (why_zh, why_en) = if profile == Profile::Strict && coverage(&office, Profile::Lenient).missing.is_empty() {
            ("（一人只计一类）", " (one person counts for one)")
        } else {
            ("", "")
        };
        found.push(
            Finding::block("M10.categories", format!("没有{zh}类委员{why_zh}。"), format!("No member for {en}{why_en}."))
                .citing(&["E7"])
                .way("增补该类委员。", "Appoint a member of that background.")
                .with(json!({ "missing": cover.missing, "counts": cover.counts })),
        );
    } else if profile == Profile::Lenient {
        let distinct = coverage(&office, Profile::Strict).missing;
        if !distinct.is_empty() {
            let (zh, en) = names(&distinct);
            found.push(Finding::note(
                "M10.two_hats",
                format!("{zh}类由兼任其他类的委员满足（从宽处理）。"),
                format!("{en} is covered by a member who also covers another (lenient reading)."),
            ));
        }
    }

    for m in &office {
        if let Some(t) = m.term_on(day) {
            found.extend(term_length(&m.name, t, rules));
        }
    }
    found.extend(duplicates(&office));

    if worst(&found) > Verdict::Block {
        found.push(
            Finding::fine(
                "M10.composition",
                format!("组成合格：{count}人，四类齐，主任委员1人，非本单位{outside}人。"),
                format!("Composition in order: {count} members, all four categories, one chair, {outside} from outside."),
            )
            .citing(&["E7"])
            .with(json!({ "members": count, "counts": cover.counts, "outside": outside, "women": women })),
        );
    }
    found.sort_by_key(|f| f.verdict);
    found
}

/// E7: five years at most. The day of appointment is counted by the strict reading (A17), so the last day is the
/// day before the anniversary; the anniversary itself passes with a reason.
fn term_length(name: &str, term: &Term, rules: &Rules) -> Option<Finding> {
    let years = rules.term_max_years();
    let anniversary = term.from.checked_add_months(Months::new(12 * years))?;
    let last = anniversary.pred_opt()?;
    if term.until < anniversary {
        return None;
    }
    let (at_most_zh, at_most_en) = (zh_date(last), en_date(last));
    let verdict = if term.until == anniversary { Verdict::Ask } else { Verdict::Block };
    Some(
        Finding::new(
            verdict,
            "E7.term",
            format!("{name}的任期到{}，超过{years}年；最晚{at_most_zh}。", zh_date(term.until)),
            format!("{name}'s term ends on {}, beyond {years} years; at the latest {at_most_en}.", en_date(term.until)),
        )
        .citing(&["M10"])
        .way("把届满日改为不晚于该日；期满可以连任。", "End the term no later; it can be renewed.")
        .with(json!({ "from": term.from, "until": term.until, "latest": last })),
    )
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '·' | '・' | '•' | '‧')).collect()
}

fn same_person(a: &Member, b: &Member) -> bool {
    !a.identity.trim().is_empty() && a.identity.trim().eq_ignore_ascii_case(b.identity.trim())
}

fn namesakes(a: &Member, b: &Member) -> bool {
    (a.identity.trim().is_empty() || b.identity.trim().is_empty()) && squeezed(&a.name) == squeezed(&b.name)
}

fn duplicates(office: &[&Member]) -> Vec<Finding> {
    let mut found = Vec::new();
    for (i, a) in office.iter().enumerate() {
        for b in &office[i + 1..] {
            found.extend(duplicate(a, b));
        }
    }
    found
}

fn duplicate(a: &Member, b: &Member) -> Option<Finding> {
    if same_person(a, b) {
        let who = if a.name == b.name { a.name.clone() } else { format!("{}、{}", a.name, b.name) };
        return Some(
            Finding::block(
                "E7.duplicate",
                format!("{who}证件号相同，是同一人登记了两次。"),
                format!("{who}: the same identity number twice."),
            )
            .citing(&["M10"])
            .way("停用其中一条。", "Close one of the two entries."),
        );
    }
    namesakes(a, b).then(|| {
        Finding::ask(
            "E7.namesake",
            format!("有两名委员都叫{}，没有证件号可以区分。", a.name),
            format!("Two members are called {} and no identity number tells them apart.", a.name),
        )
        .way("补登证件号。", "Enter the identity numbers.")
    })
}

/// Whether `member` may be appointed for `term`. `existing` is the roster as it stands and may contain the member.
pub fn can_appoint(existing: &[Member], member: &Member, term: &Term, rules: &Rules) -> Vec<Finding> {
    let mut found = Vec::new();
    if member.name.trim().is_empty() {
        found.push(Finding::block("E7.name", "没有填写委员姓名。", "The member has no name."));
    }
    if term.until < term.from {
        found.push(
            Finding::block("E7.term_order", "届满日早于任职日。", "The term ends before it begins.").way("更正任期。", "Correct the term."),
        );
        return found;
    }
    found.extend(term_length(&member.name, term, rules));
    let overlaps = |other: &Term| {
        let end = |t: &Term| t.ended.as_ref().and_then(|e| e.on.pred_opt()).map_or(t.until, |d| d.min(t.until));
        other.from <= end(term) && term.from <= end(other)
    };
    let own = existing.iter().find(|m| m.id == member.id);
    if let Some(other) = own.into_iter().flat_map(|m| &m.terms).find(|t| *t != term && overlaps(t)) {
        found.push(
            Finding::block(
                "E7.overlap",
                format!("{}在{}至{}已有任期。", member.name, zh_date(other.from), zh_date(other.until)),
                format!("{} already has a term from {} to {}.", member.name, en_date(other.from), en_date(other.until)),
            )
            .way("先结束原任期，或改任职日。", "End the earlier term or change the first day."),
        );
    }
    for other in existing.iter().filter(|m| m.id != member.id) {
        if other.terms.iter().any(overlaps) {
            found.extend(duplicate(other, member));
            if term.role == Role::Chair && other.terms.iter().any(|t| t.role == Role::Chair && overlaps(t)) {
                found.push(
                    Finding::block(
                        "E7.one_chair",
                        format!("{}已任主任委员，只能有1名。", other.name),
                        format!("{} is already chair; there is one.", other.name),
                    )
                    .citing(&["M10"])
                    .way("先结束其主任委员任期。", "End that term first."),
                );
            }
        }
    }
    if member.category == Category::Other && member.also.is_empty() {
        found.push(Finding::note("M10.other", "“其他”类不计入四类专业背景。", "\"Other\" does not count towards the four backgrounds."));
    }
    found.sort_by_key(|f| f.verdict);
    found
}

/// A stretch of days with the same composition.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    pub from: Date,
    /// The last day, included.
    pub until: Date,
    pub count: u32,
    pub verdict: Verdict,
    pub zh: String,
    pub en: String,
}

/// The composition from `from` to `until`, both included, cut where somebody comes or goes.
pub fn bands(members: &[Member], unit: &Unit, rules: &Rules, profile: Profile, from: Date, until: Date) -> Vec<Band> {
    let mut cuts: Vec<Date> = members
        .iter()
        .flat_map(|m| &m.terms)
        .flat_map(|t| [Some(t.from), t.until.succ_opt(), t.ended.as_ref().map(|e| e.on)])
        .flatten()
        .filter(|d| from < *d && *d <= until)
        .collect();
    cuts.push(from);
    cuts.sort();
    cuts.dedup();
    let mut bands: Vec<Band> = Vec::new();
    for (i, start) in cuts.iter().enumerate() {
        let end = cuts.get(i + 1).and_then(|d| d.pred_opt()).unwrap_or(until);
        let found = composition(members, unit, *start, rules, profile);
        // A note is no colour of its own: the band says the worst that asks for an act, else that all is well.
        let said = found.iter().find(|f| f.verdict < Verdict::Note).or_else(|| found.iter().find(|f| f.verdict == Verdict::Fine));
        let verdict = said.map_or(Verdict::Fine, |f| f.verdict);
        let (zh, en) = said.map(|f| (f.zh.clone(), f.en.clone())).unwrap_or_default();
        let count = members.iter().filter(|m| m.in_office(*start)).count() as u32;
        match bands.last_mut() {
            Some(b) if b.count == count && b.verdict == verdict && b.zh == zh && next(b.until) == *start => b.until = end,
            _ => bands.push(Band { from: *start, until: end, count, verdict, zh, en }),
        }
    }
    bands
}
