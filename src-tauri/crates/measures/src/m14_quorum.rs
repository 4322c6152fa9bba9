//! Article 14: for each item, who attends, whether that is enough, and who presides. Quorum belongs to an item and a
//! moment, never to a meeting: recusals and departures change it from one item to the next.
//!
//! An attending member (到会委员) is in office that day, present at that moment and not recused for the item. Advisers,
//! the secretary, applicants and observers are not members and cannot appear here.

use crate::e16_needed::needed_of;
use crate::m10_composition::coverage;
use crate::m14_ways::{Way, ways_out};
use crate::{Category, Date, Facts, Finding, Instant, Item, Meeting, Member, Presence, Profile, Reply, Role, Verdict};
use crate::{m14_designation, names};
use serde::{Deserialize, Serialize};

/// The lamp of one item at one moment.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quorum {
    /// `Fine`: deliberation and vote can be held. `Block`: neither.
    pub lamp: Verdict,
    /// A: the attending members' ids in seat order.
    pub attending: Vec<String>,
    /// Recused for this item though at the meeting.
    pub recused: Vec<String>,
    /// In office and not at the meeting.
    pub absent: Vec<String>,
    pub counts: Vec<(Category, u32)>,
    pub missing: Vec<Category>,
    pub host_ok: bool,
    /// Who presides over this item; empty when nobody may.
    pub host: String,
    /// Votes one option needs (E16).
    pub needed: u32,
    /// The share that needs, numerator and denominator: two thirds, or what a province asks beyond it.
    pub ratio: (u32, u32),
    /// The lamp's sentence.
    pub zh: String,
    pub en: String,
    /// To be read aloud by the host when the lamp is red.
    pub say_zh: String,
    pub findings: Vec<Finding>,
    pub ways: Vec<Way>,
}

/// The item's quorum at `at`, from who is recorded in the room.
pub fn quorum(facts: &Facts, meeting: &Meeting, item: &Item, at: Instant) -> Quorum {
    count(facts, meeting, item, at.date_naive(), &|m| meeting.present(at).any(|a| a.member == m), false)
}

/// The item's quorum as the answers to the notice let expect it. Unanswered members are not counted on; a member
/// who has announced a departure is counted until then, items being spread over the planned time by their order.
pub fn forecast(facts: &Facts, meeting: &Meeting, item: &Item) -> Quorum {
    let n = meeting.items.len().max(1) as i32;
    let place = meeting.items.iter().position(|i| *i == item.id).unwrap_or(0) as i32;
    let ends = meeting.starts + (meeting.ends - meeting.starts) * (place + 1) / n;
    forecast_until(facts, meeting, item, ends)
}

/// As [`forecast`], when the caller knows by when the item's vote will have been taken.
pub fn forecast_until(facts: &Facts, meeting: &Meeting, item: &Item, vote: Instant) -> Quorum {
    let expected = |m: &str| {
        meeting
            .invitations
            .iter()
            .any(|i| i.member == m && matches!(i.reply, Reply::Attending | Reply::Video) && i.leaving.is_none_or(|l| l >= vote))
    };
    count(facts, meeting, item, meeting.starts.date_naive(), &expected, true)
}

fn count(facts: &Facts, meeting: &Meeting, item: &Item, day: Date, here: &dyn Fn(&str) -> bool, planned: bool) -> Quorum {
    let profile = facts.committee.settings.profile;
    let mut office: Vec<&Member> = facts.members.iter().filter(|m| m.in_office(day)).collect();
    office.sort_by_key(|m| m.seat);

    let (mut present, mut recused, mut absent) = (Vec::new(), Vec::new(), Vec::new());
    for m in office {
        if item.is_recused(&m.id) {
            // Whoever went out of the room for this item is still at the meeting (reading A2 needs to know).
            let went_out = item.recusals.iter().any(|r| r.member == m.id && r.left.is_some());
            let at_meeting = here(&m.id) || (went_out && meeting.attendance.iter().any(|a| a.member == m.id));
            if at_meeting { recused.push(m) } else { absent.push(m) }
        } else if here(&m.id) {
            present.push(m);
        } else {
            absent.push(m);
        }
    }

    let minimum = facts.rules.quorum();
    let cover = coverage(&present, profile);
    let (host, host_finding) = presiding(facts, meeting, item, &present, day, planned);
    let enough = present.len() as u32 >= minimum;
    let host_ok = host_finding.verdict != Verdict::Block;
    let n = present.len() as u32;
    let mut findings = Vec::new();

    let out = if recused.is_empty() {
        (String::new(), String::new())
    } else {
        let who: Vec<&str> = recused.iter().map(|m| m.name.as_str()).collect();
        (format!("{}回避后，", who.join("、")), format!("after {}'s recusal ", who.join(" and ")))
    };
    let here_zh = if planned { "预计到会" } else { "到会" };
    let here_en = if planned { "expected" } else { "attending" };

    if enough {
        findings.push(
            Finding::fine("M14.quorum", format!("{here_zh}{n}人，不少于{minimum}人。"), format!("{n} {here_en}, at least {minimum}."))
                .with(serde_json::json!({ "attending": n, "minimum": minimum })),
        );
    } else {
        findings.push(
            Finding::block(
                "M14.quorum",
                format!("{}{here_zh}{n}人，不足{minimum}人。", out.0),
                upper_first(&format!("{}{n} {here_en}, fewer than {minimum}.", out.1)),
            )
            .way(
                "请缺席委员到会或以视频到会，或改列下次会议。",
                "Ask absent members to come or join by video, or put it to the next meeting.",
            )
            .with(serde_json::json!({ "attending": n, "minimum": minimum, "recused": recused.len() })),
        );
    }

    if cover.missing.is_empty() {
        findings.push(Finding::fine("M14.categories", "四类专业背景齐。", "All four categories are there.").citing(&["M10"]));
        if profile == Profile::Lenient && !coverage(&present, Profile::Strict).missing.is_empty() {
            findings.push(
                Finding::note(
                    "M14.one_person_one_category",
                    "有委员一人兼计两类；从严读法须由四名不同委员担任。",
                    "One member is counted for two categories; the strict reading wants four different persons.",
                )
                .citing(&["M10"]),
            );
        }
    } else {
        let doubled = cover.missing.iter().any(|c| present.iter().any(|m| m.categories().any(|x| x == *c)));
        let (zh, en) = missing_sentence(&cover.missing, n, doubled, &out, here_zh, here_en);
        let lacking = names::categories_zh(&cover.missing);
        findings.push(
            Finding::block("M14.categories", zh, en)
                .citing(&["M10"])
                .way(
                    format!("请缺席的{lacking}类委员到会或以视频到会，或改列下次会议。"),
                    format!(
                        "Ask an absent {} member to come or join by video, or put it to the next meeting.",
                        names::categories_en(&cover.missing)
                    ),
                )
                .with(serde_json::json!({ "missing": cover.missing, "attending": n, "one_person_twice": doubled })),
        );
    }
    let host_words = host_finding.clone();
    findings.push(host_finding);
    if enough && !present.iter().any(|m| m.external) {
        findings.push(Finding::note("E7.external_attending", "到会的没有非本单位委员。", "No member from outside the unit attends."));
    }

    let red = findings.iter().any(Finding::blocks);
    let (zh, en, say_zh) = if red {
        let blocks: Vec<&Finding> = findings.iter().filter(|f| f.blocks()).collect();
        let mut cites: Vec<String> = Vec::new();
        for c in blocks.iter().flat_map(|f| f.cites.iter()) {
            if !cites.contains(&c.0) {
                cites.push(c.0.clone());
            }
        }
        cites.sort();
        let list: Vec<u32> = cites.iter().filter_map(|c| c.strip_prefix('M')?.parse().ok()).collect();
        let nums = list.iter().map(|c| crate::finding::chinese_number(*c)).collect::<Vec<_>>().join("、");
        let trim = |s: &str| s.trim_end_matches('。').to_string();
        let zh_why = blocks.iter().map(|f| trim(&f.zh)).collect::<Vec<_>>().join("；");
        let en_why = blocks.iter().map(|f| f.en.trim_end_matches('.').to_string()).collect::<Vec<_>>().join("; ");
        let arts = list.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
        let art_word = if list.len() > 1 { "Arts." } else { "Art." };
        (
            format!("不能审议、不能表决。{zh_why}（第{nums}条）。"),
            format!("No deliberation, no vote. {en_why} ({art_word} {arts})."),
            format!(
                "本项到会委员{}人。{zh_why}。依照《办法》第{nums}条，本项现在不审议、不表决。",
                crate::finding::chinese_number(n).replace('零', "〇")
            ),
        )
    } else {
        let who_zh = host_words.zh.trim_end_matches('。');
        let who_en = host_words.en.trim_end_matches('.');
        (
            format!("可以表决。{here_zh}{n}人，不少于{minimum}人；四类齐；{who_zh}。"),
            format!("The vote can be held: {n} {here_en} (at least {minimum}), all four categories, {}.", lower_first(who_en)),
            String::new(),
        )
    };

    let ways = if red { ways_out(facts, &present, &absent, item, host_ok, minimum, profile, day) } else { Vec::new() };
    let ids = |v: &[&Member]| v.iter().map(|m| m.id.clone()).collect::<Vec<_>>();
    Quorum {
        lamp: if red { Verdict::Block } else { Verdict::Fine },
        attending: ids(&present),
        recused: ids(&recused),
        absent: ids(&absent),
        counts: cover.counts,
        missing: cover.missing,
        host_ok,
        host,
        needed: needed_of(n, facts.rules.pass_ratio()),
        ratio: facts.rules.pass_ratio(),
        zh,
        en,
        say_zh,
        findings,
        ways,
    }
}

/// Who presides over the item: the chair, or the vice-chair the chair designated; whoever it is must attend the item.
/// When the chair is recused the designated vice-chair takes the seat for that item.
fn presiding(facts: &Facts, meeting: &Meeting, item: &Item, present: &[&Member], day: Date, planned: bool) -> (String, Finding) {
    let rule = "M14.host";
    let designated = meeting.designation.as_ref().filter(|d| d.on <= day);
    let mut candidates = vec![meeting.host.as_str()];
    if let Some(d) = designated {
        candidates.push(d.vice_chair.as_str());
    }
    let in_seat = candidates
        .iter()
        .find_map(|c| present.iter().copied().find(|m| m.id == **c))
        .or_else(|| m14_designation::designated_host(facts, present, day));
    let Some(host) = in_seat else {
        let host = names::name(facts, &meeting.host);
        let why = if item.is_recused(&meeting.host) {
            ("回避", "recused")
        } else if planned {
            ("未答复到会", "has not said to attend")
        } else {
            ("不在场", "not in the room")
        };
        return (
            String::new(),
            Finding::block(
                rule,
                format!("主持人{host}{}，没有人可以主持。", why.0),
                format!("The host {host} is {}; nobody may preside.", why.1),
            )
            .way("由主任委员指定一名到会的副主任委员主持。", "The chair designates a vice-chair who attends."),
        );
    };
    match host.role_on(day) {
        Some(Role::Chair) => (host.id.clone(), Finding::fine(rule, "主任委员主持。", "Chair presiding.")),
        Some(Role::ViceChair) => match designated.filter(|d| d.vice_chair == host.id) {
            None if m14_designation::to_preside(facts, &host.id, day).is_ok() => (
                host.id.clone(),
                Finding::fine(
                    rule,
                    format!("副主任委员{}受指定在此期间主持。", host.name),
                    format!("Vice-chair {}, designated for the period, presiding.", host.name),
                ),
            ),
            None => (
                String::new(),
                Finding::block(
                    rule,
                    match m14_designation::to_preside(facts, &host.id, day) {
                        Err(Some(f)) => format!("副主任委员{}不能主持：{}", host.name, f.zh),
                        _ => format!("副主任委员{}没有主任委员的指定，不能主持。", host.name),
                    },
                    match m14_designation::to_preside(facts, &host.id, day) {
                        Err(Some(f)) => format!("Vice-chair {} may not preside: {}", host.name, f.en),
                        _ => format!("Vice-chair {} may not preside: no designation by the chair.", host.name),
                    },
                )
                .way("登记主任委员的指定主持书。", "Record the chair's designation."),
            ),
            Some(d) => {
                let by_chair = facts.member(&d.by).is_some_and(|m| m.role_on(d.on) == Some(Role::Chair));
                let vacant = !facts.members.iter().any(|m| m.role_on(day) == Some(Role::Chair));
                if !by_chair {
                    (
                        String::new(),
                        Finding::block(
                            rule,
                            format!("{}在指定当日不是主任委员，指定无效。", names::name(facts, &d.by)),
                            format!("{} was not the chair on the day of the designation.", names::name(facts, &d.by)),
                        )
                        .way("由主任委员重新指定。", "The chair designates anew."),
                    )
                } else if vacant {
                    (
                        String::new(),
                        Finding::block(rule, "主任委员空缺，没有人可以指定主持人。", "The chair is vacant; nobody can designate a host.")
                            .citing(&["E7"])
                            .way("由单位先任命主任委员。", "The unit appoints a chair first."),
                    )
                } else {
                    (
                        host.id.clone(),
                        Finding::fine(
                            rule,
                            format!("副主任委员{}受指定主持。", host.name),
                            format!("Designated vice-chair {} presiding.", host.name),
                        ),
                    )
                }
            }
        },
        _ => (
            String::new(),
            Finding::block(
                rule,
                format!("{}不是主任委员，也不是副主任委员，不能主持。", host.name),
                format!("{} is neither chair nor vice-chair and may not preside.", host.name),
            )
            .way("由主任委员或其指定的副主任委员主持。", "The chair presides, or a vice-chair the chair designates."),
        ),
    }
}

fn missing_sentence(missing: &[Category], n: u32, doubled: bool, out: &(String, String), here_zh: &str, here_en: &str) -> (String, String) {
    let (zh, en) = (names::categories_zh(missing), names::categories_en(missing));
    if doubled {
        (
            format!("{}{here_zh}{n}人中{zh}类没有另一名委员，一人只计一类。", out.0),
            upper_first(&format!("{}none of the {n} {here_en} is left to stand for {en}; one person counts for one category.", out.1)),
        )
    } else {
        (
            format!("{}{here_zh}{n}人中没有{zh}类委员。", out.0),
            upper_first(&format!(
                "{}none of the {n} {here_en} is {} {en} member.",
                out.1,
                if en.starts_with(['a', 'e']) { "an" } else { "a" }
            )),
        )
    }
}

/// The lamp of a member's presence for the strip: in the room, by video.
pub fn presence(meeting: &Meeting, member: &str, at: Instant) -> Option<Presence> {
    meeting.present(at).find(|a| a.member == member).map(|a| a.presence)
}

fn upper_first(s: &str) -> String {
    let mut c = s.chars();
    c.next().map_or_else(String::new, |f| f.to_uppercase().chain(c).collect())
}
fn lower_first(s: &str) -> String {
    let mut c = s.chars();
    c.next().map_or_else(String::new, |f| f.to_lowercase().chain(c).collect())
}
