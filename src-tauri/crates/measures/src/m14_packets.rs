//! Article 14 before the meeting: what may be handed to whom to read, whose return is taken in, and which of several
//! opinions of a member counts. Recusal (E8) goes before everything: a recused member neither gets the material of the
//! item nor is heard on it. A preliminary opinion (E15's worksheet, M15's points) is never counted as a vote (E16).

use crate::{
    Case, Date, Facts, Finding, Instant, Item, LetterPoint, Meeting, OpinionSource, Packet, Reader, ReaderOpinion, UndertakingKind, names,
    say,
};
use serde::{Deserialize, Serialize};

/// Stepped out of the item, or bound to: the record of a recusal, or a sure match of interests. `Some` is the reason.
pub fn recused_from(facts: &Facts, item: Option<&Item>, case: &Case, member: &str, day: Date) -> Option<(String, String)> {
    if let Some(r) = item.and_then(|i| i.recusals.iter().find(|r| r.member == member)) {
        return Some((format!("已登记回避：{}", r.reason), format!("recusal on file: {}", r.reason)));
    }
    crate::e08_conflicts::matches_on(facts, case, day)
        .into_iter()
        .find(|m| m.certain && m.member == member)
        .map(|m| (m.how_zh.trim_end_matches('。').to_string(), m.how_en.trim_end_matches('.').to_string()))
}

/// May this packet be handed over? `items` are those put in, with their cases.
pub fn can_hand_out(facts: &Facts, meeting: Option<&Meeting>, items: &[(Option<&Item>, &Case)], member: &str, on: Date) -> Vec<Finding> {
    let mut out = Vec::new();
    let name = names::name(facts, member);
    if items.is_empty() {
        out.push(Finding::block("M14.packet_empty", format!("没有可以交{name}的议题。"), format!("There is no item for {name} to read.")));
    }
    if let Some(m) = meeting {
        if m.cancelled.is_some() {
            out.push(Finding::block("M14.cancelled", "会议已取消，不再送材料。", "The meeting was cancelled; nothing is handed out."));
        } else if m.closed.is_some() {
            out.push(Finding::block(
                "M14.closed",
                "会议已经结束，不再送会前材料。",
                "The meeting is over; nothing is handed out before it.",
            ));
        }
    }
    match facts.member(member) {
        Some(m) => {
            let day = meeting.map_or(on, |m| m.starts.date_naive());
            if !m.in_office(day) {
                out.push(
                    Finding::block(
                        "M14.in_office",
                        format!("{name}当日不在任期内，不能送材料。"),
                        format!("{name} is not in office on that day."),
                    )
                    .citing(&["E7"]),
                );
            }
            if !m.undertook(UndertakingKind::Confidentiality, on) {
                out.push(
                    Finding::block(
                        "E8.confidentiality",
                        format!("{name}没有签保密承诺书，不能送材料。"),
                        format!("{name} has signed no confidentiality undertaking; no material is handed out."),
                    )
                    .way("先登记保密承诺书。", "Record the undertaking first."),
                );
            }
        }
        None => {
            let seat = meeting.and_then(|m| m.advisers.iter().find(|a| a.adviser == member));
            if seat.is_none_or(|s| !s.no_interest) {
                out.push(
                    Finding::block(
                        "M14.adviser",
                        "收件人不是委员，也没有作为顾问专家受邀并声明无利害关系，不能送材料。",
                        "The recipient is neither a member nor an invited adviser who stated that there is no interest.",
                    )
                    .way("先邀请顾问专家并登记声明。", "Invite the adviser and record the statement first."),
                );
            }
        }
    }
    for (_, case) in items.iter().filter(|(item, _)| item.is_none() && meeting.is_none()) {
        let (round, number) = (case.round(), case.full_number());
        if round.over() {
            let (zh, en) = (format!("{number}已经办结，不再送材料。"), format!("{number} is closed; nothing is handed out."));
            out.push(Finding::block("M14.closed", zh, en));
        } else if round.converted.is_some() {
            out.push(
                Finding::block(
                    "M20.converted",
                    format!("{number}已转一般程序，不再由指定的委员审查。"),
                    format!("{number} was converted to the general procedure; the designated reviewers no longer review it."),
                )
                .citing(&["M14"])
                .way("列入会议议程后，随会议的阅会包送。", "Put it on an agenda; it goes out with the packets of that meeting."),
            );
        }
    }
    for (item, case) in items {
        if let Some((why_zh, why_en)) = recused_from(facts, *item, case, member, on) {
            out.push(
                Finding::block(
                    "E8.packet",
                    format!("{name}应回避{}（{why_zh}），材料不能送。", case.full_number()),
                    format!("{name} is recused from {} ({why_en}); its material is not handed out.", case.full_number()),
                )
                .citing(&["M14"])
                .way("从包里去掉这一项。", "Leave the item out of the packet."),
            );
        }
    }
    out
}

/// May this key be enrolled for the member?
pub fn can_enrol(facts: &Facts, readers: &[Reader], member: &str, key: &str, on: Date) -> Vec<Finding> {
    let mut out = Vec::new();
    let name = names::name(facts, member);
    if let Some(r) = readers.iter().find(|r| r.id == key) {
        let whose = names::name(facts, &r.member);
        let (zh, en) = match &r.revoked {
            Some(_) => (format!("这把钥匙是{whose}的，已经作废，不能再登记。"), format!("This key was {whose}'s and is revoked.")),
            None => (format!("这把钥匙已登记给{whose}。"), format!("This key is enrolled for {whose} already.")),
        };
        out.push(Finding::block("E6.key", zh, en).way("请委员在阅会模式里另做一把。", "Ask for a new one made in chair mode."));
    }
    if let Some(r) = readers.iter().find(|r| r.member == member && r.revoked.is_none() && r.id != key) {
        out.push(
            Finding::ask(
                "E6.key_change",
                format!("{name}在{}登记过另一把钥匙；换钥匙要写明原因，并请当面或用已知的电话核对。", say::zh_date(r.on)),
                format!("{name} has another key, enrolled on {}; say why it changes, and check by a known telephone.", say::en_date(r.on)),
            )
            .way("旧钥匙丢失的，先作废旧钥匙。", "If the old one was lost, revoke it first."),
        );
    }
    if facts.member(member).is_some_and(|m| !m.in_office(on)) {
        out.push(Finding::block("M14.in_office", format!("{name}不在任期内。"), format!("{name} is not in office.")));
    }
    out
}

/// May this return be taken in at all? What becomes of each item is [`standing`].
pub fn can_take_in(facts: &Facts, packet: &Packet, reader: Option<&Reader>, member: &str, manifest_sha256: &str) -> Vec<Finding> {
    let mut out = Vec::new();
    let name = names::name(facts, member);
    if packet.member != member {
        let to = names::name(facts, &packet.member);
        out.push(
            Finding::block(
                "E6.recipient",
                format!("这一包是交给{to}的，回执却署{name}。"),
                format!("The packet went to {to}; the return is {name}'s."),
            )
            .citing(&["M14"]),
        );
    }
    if packet.manifest_sha256 != manifest_sha256 {
        out.push(
            Finding::block("E6.manifest", "回执答复的不是登记在案的这一包。", "The return answers another packet than the one on file.")
                .way("核对是哪一次会议、哪一版的回执。", "Check which meeting and edition it is for."),
        );
    }
    match reader {
        None => out.push(
            Finding::block(
                "E6.unknown_key",
                format!("签名的钥匙没有登记给{name}。"),
                format!("The signing key is not enrolled for {name}."),
            )
            .way("打电话请委员念出十六位数字，核对后登记。", "Telephone, have the sixteen digits read out, then enrol it."),
        ),
        Some(r) if r.member != member => {
            out.push(Finding::block("E6.unknown_key", "签名的钥匙登记在别人名下。", "The signing key is enrolled for somebody else."));
        }
        Some(r) => {
            if let Some(revoked) = &r.revoked {
                out.push(
                    Finding::block(
                        "E6.revoked_key",
                        format!("签名的钥匙已于{}作废（{}），此后的回执不收。", say::zh_date(revoked.on), revoked.reason),
                        format!(
                            "The signing key was revoked on {} ({}); later returns are not taken.",
                            say::en_date(revoked.on),
                            revoked.reason
                        ),
                    )
                    .way("登记新的钥匙后，请委员重新导出。", "Enrol the new key and have the return made again."),
                );
            }
        }
    }
    out
}

/// What is to be said when a filled form (PDF) is taken in. It proves what it was made for and not who filled it: an opinion
/// without signature, like one on paper. `latest` counts the packets handed to the member for the same meeting or case.
pub fn can_take_in_form(facts: &Facts, member: &str, edition: u32, latest: u32) -> Vec<Finding> {
    let name = names::name(facts, member);
    let mut out = vec![
        Finding::note(
            "E6.unsigned",
            format!("可填写的表没有签名，不能证明是{name}本人填的。"),
            format!("A fillable form carries no signature; it does not prove that {name} filled it in."),
        )
        .citing(&["M14"])
        .way("打电话或当面核对后再收。", "Check by telephone or in person first."),
    ];
    if edition < latest {
        out.push(
            Finding::note(
                "M14.form_edition",
                format!("这份表随第{edition}版阅会包，之后又交过{name}第{latest}版。"),
                format!("The form went with edition {edition} of the packet; {name} has been handed edition {latest} since."),
            )
            .way("核对意见是否仍然成立。", "Check whether the opinion still stands."),
        );
    }
    out
}

crate::nouns::words! {
    /// What an opinion on file comes to.
    Weight {
        Counted = "作会前意见" / "stands as a preliminary opinion",
        Superseded = "另有更新的意见" / "superseded by a later one",
        Declared = "申报了利益冲突，不采" / "a conflict was declared; not heard",
        Recused = "应回避，不采" / "recused; not heard",
        Late = "议题已开始审议，只存不采" / "came after deliberation began; kept only",
        Closed = "议题已经办结，只存不采" / "the item is closed; kept only",
        Recorded = "已登记另一份意见，只存不采" / "another opinion of this reviewer is on record; kept only",
        NotMember = "不在任期内，不采" / "not in office; not heard",
    }
}

/// What an opinion comes to, in the words of the one who gave it: an adviser has no vote, a reviewer of the simplified
/// procedure answers alone and the secretary records it (M14, M20).
pub fn weight_words(facts: &Facts, item: Option<&Item>, case: &Case, opinion: &ReaderOpinion, weight: Weight) -> (String, String) {
    let recorded = || {
        let round = case.rounds.get(opinion.round as usize)?;
        round.opinions.iter().find(|o| o.source.as_deref() == Some(opinion.id.as_str()))
    };
    let (zh, en) = match weight {
        Weight::Counted if facts.member(&opinion.member).is_none() => ("作咨询意见，没有表决权", "stands as advice, without a vote"),
        Weight::Counted if item.is_none() && recorded().is_some() => ("已登记为独立审查意见", "recorded as the reviewer's opinion"),
        Weight::Counted if item.is_none() => ("独立审查意见，待登记", "a reviewer's opinion, to be recorded"),
        other => (other.zh(), other.en()),
    };
    (zh.into(), en.into())
}

/// The designation slip belongs into the packet of a reviewer (M20): said when it is not issued yet.
pub fn slip_lacks(case: &Case) -> Finding {
    Finding::note(
        "M20.slip",
        format!("{}的审查委员指定书还没有签发，包里装不进指定书。", case.full_number()),
        format!("The designation of reviewers for {} is not issued; the packet goes without it.", case.full_number()),
    )
    .citing(&["M14"])
    .way("先签发指定书，再送阅会包。", "Issue the designation first, then hand out the packet.")
}

/// How the points of one round and what the letter asked for belong together: for each request of the letter the point it was
/// made of, by its number, and the points that did not go into the letter. A point keeps its words or was reworded; those left
/// over are matched in their order, and a request that comes of no point gets the next free number.
pub fn asked_of(points: &[LetterPoint], suggestions: &[String]) -> Vec<AskedPoint> {
    let same = |a: &str, b: &str| a.trim().trim_end_matches(['。', '；', '.', ';']) == b.trim().trim_end_matches(['。', '；', '.', ';']);
    let mut of: Vec<Option<usize>> = suggestions.iter().map(|s| points.iter().position(|p| same(&p.text, s))).collect();
    // Two requests in the same words are two requests.
    for n in 0..of.len() {
        if of[n].is_some() && of[..n].contains(&of[n]) {
            of[n] = None;
        }
    }
    let mut free = (0..points.len()).filter(|p| !of.contains(&Some(*p))).collect::<Vec<_>>().into_iter();
    for one in &mut of {
        if one.is_none() {
            *one = free.next();
        }
    }
    let mut next = points.len() as u32;
    let mut out: Vec<AskedPoint> = of
        .iter()
        .enumerate()
        .map(|(n, point)| {
            let number = point.map_or_else(
                || {
                    next += 1;
                    next
                },
                |p| p as u32 + 1,
            );
            AskedPoint { point: number, request: Some(n as u32), text: suggestions[n].trim().into() }
        })
        .collect();
    out.extend(free.map(|p| AskedPoint { point: p as u32 + 1, request: None, text: points[p].text.clone() }));
    out
}

/// One point with the request of the letter it became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskedPoint {
    /// Its number among the points, from 1; above their count for a request that comes of none.
    pub point: u32,
    /// The request of the letter, from 0; None when it did not go into the letter.
    pub request: Option<u32>,
    pub text: String,
}

/// An opinion with what it comes to.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weighed {
    pub opinion: String,
    pub weight: Weight,
    /// 审查的是第2版材料; empty when it is the one on the table.
    pub edition_zh: String,
    pub edition_en: String,
}

/// Which is the later of two: when it was made, then the count of the return, then where it came from. None of it depends
/// on the order in which they came in.
fn later(o: &ReaderOpinion) -> (Instant, u32, &str) {
    let seq = match &o.source {
        OpinionSource::Return { seq, .. } => *seq,
        OpinionSource::Paper { .. } | OpinionSource::Form { .. } => 0,
    };
    (o.made, seq, &o.id)
}

/// What becomes of every opinion of one item. The same set gives the same answer in whatever order it came in.
pub fn standing(facts: &Facts, item: Option<&Item>, case: &Case, opinions: &[ReaderOpinion], edition: u32) -> Vec<Weighed> {
    let mut out: Vec<Weighed> = opinions
        .iter()
        .map(|o| {
            let (taken, day) = (o.taken, o.taken.date_naive());
            // Whoever declared a conflict once is out of the item, whatever was said before or after.
            let declared = opinions.iter().any(|x| x.member == o.member && x.said.conflict);
            let round = case.rounds.get(o.round as usize);
            // In the simplified procedure the reviewer's opinion is what was recorded from one of them (M20).
            let recorded = round.filter(|_| item.is_none()).and_then(|r| r.opinions.iter().find(|x| x.member == o.member));
            let is_recorded = recorded.is_some_and(|x| x.source.as_deref() == Some(o.id.as_str()));
            let closed = item.and_then(|i| i.outcome.as_ref()).is_some_and(|c| c.at <= taken)
                || (item.is_none() && !is_recorded && round.is_none_or(|r| r.over()));
            let late = item.and_then(|i| i.taken_up).is_some_and(|t| t <= taken);
            let newer = opinions.iter().any(|x| x.member == o.member && x.id != o.id && later(x) > later(o) && in_time(x, item));
            let weight = if declared {
                Weight::Declared
            } else if recused_from(facts, item, case, &o.member, day).is_some() {
                Weight::Recused
            } else if facts.member(&o.member).is_some_and(|m| !m.in_office(day)) {
                Weight::NotMember
            } else if closed {
                Weight::Closed
            } else if late {
                Weight::Late
            } else if recorded.is_some() {
                if is_recorded { Weight::Counted } else { Weight::Recorded }
            } else if newer {
                Weight::Superseded
            } else {
                Weight::Counted
            };
            let other = o.edition != 0 && o.edition != edition;
            Weighed {
                opinion: o.id.clone(),
                weight,
                edition_zh: if other { format!("审查的是第{}版材料", o.edition) } else { String::new() },
                edition_en: if other { format!("version {} of the material was read", o.edition) } else { String::new() },
            }
        })
        .collect();
    out.sort_by(|a, b| a.opinion.cmp(&b.opinion));
    out
}

/// An opinion that came too late pushes no earlier one out.
fn in_time(o: &ReaderOpinion, item: Option<&Item>) -> bool {
    item.and_then(|i| i.taken_up).is_none_or(|t| o.taken < t)
}

/// May these points go into a letter? The applicant is not told who said what (E8 keeps the deliberation confidential).
pub fn can_merge(facts: &Facts, points: &[LetterPoint]) -> Vec<Finding> {
    let mut out = Vec::new();
    for (n, point) in points.iter().enumerate() {
        let n = n + 1;
        if point.text.trim().is_empty() {
            out.push(Finding::block("M16.point_empty", format!("第{n}条没有文字。"), format!("Point {n} has no words.")));
        }
        if let Some(m) = facts.members.iter().find(|m| m.name.chars().count() > 1 && point.text.contains(&m.name)) {
            out.push(
                Finding::ask(
                    "E8.names",
                    format!("第{n}条写有“{}”；给申请人的文字不写委员姓名。", m.name),
                    format!("Point {n} names {}; what the applicant is told names no member.", m.name),
                )
                .way("删去姓名；同名的人或词，写明理由。", "Take the name out, or say why it is not the member."),
            );
        }
    }
    out
}
