//! Article 14: convening, opening and closing a meeting, who may preside and who may be listed; E14 on video.
//! Who attends an item and whether that is enough is in `m14_quorum`, what happens to an item in `m14_items`,
//! counting in `e16_two_thirds`.

pub use crate::m14_items::{can_close_item, can_place, can_take_up, can_vote, in_order, still_out};
pub use crate::m14_matter::{matter, options, options_for, options_of, rereview_binds, rereview_opinion};
pub use crate::m14_quorum::{Quorum, forecast, forecast_until, presence, quorum};
pub use crate::m14_ways::Way;

use crate::{
    Date, Facts, Finding, HostDesignation, Instant, Item, Meeting, MeetingForm, Role, RuleKind, UndertakingKind, clock, names, say,
};

/// May the notice go out on `on`? A meeting by video needs the committee's own rules (E14); the committee's own days of
/// notice are its own limit.
pub fn can_notice(facts: &Facts, meeting: &Meeting, on: Date) -> Vec<Finding> {
    let mut out = Vec::new();
    if meeting.items.is_empty() {
        out.push(
            Finding::block("M14.agenda", "议程还没有议题，不能发通知。", "No items on the agenda; the notice cannot go out.")
                .way("先列入议题。", "Put an item on the agenda first."),
        );
    }
    out.extend(video_rules(facts, meeting, on));
    out.extend(host_named(facts, meeting));
    let day = meeting.starts.date_naive();
    let days = facts.rules.meeting_notice_working_days();
    let latest = clock::working_days_before(day, days, facts.calendar);
    if on > day {
        out.push(Finding::block("M14.notice", "会议日期已过，不能再发通知。", "The meeting day has passed; no notice can go out."));
    } else if on > latest {
        out.push(
            Finding::ask(
                "R.notice",
                format!("距开会不足{days}个工作日，内部规定最迟{}通知。", say::zh_date(latest)),
                format!("Less than {days} working days' notice; the committee's own latest day was {}.", say::en_date(latest)),
            )
            .with(serde_json::json!({ "latest": latest })),
        );
    }
    out
}

/// May the meeting open at `at`? Quorum is each item's own; here only what concerns the whole meeting.
pub fn can_open(facts: &Facts, meeting: &Meeting, at: Instant) -> Vec<Finding> {
    let day = at.date_naive();
    let mut out = Vec::new();
    if let Some(opened) = meeting.opened {
        out.push(Finding::block(
            "M14.opened",
            format!("会议已于{}开始。", say::zh_instant(opened)),
            format!("The meeting opened at {}.", say::en_instant(opened)),
        ));
    }
    if meeting.cancelled.is_some() {
        out.push(Finding::block("M14.cancelled", "会议已取消，不能开始。", "The meeting was cancelled."));
    }
    out.extend(video_rules(facts, meeting, day));
    let chair = facts.members.iter().any(|m| m.role_on(day) == Some(Role::Chair));
    if !chair {
        out.push(
            Finding::block(
                "M14.chair_vacant",
                "主任委员空缺：没有人可以主持或指定主持人。",
                "The chair is vacant: nobody can preside or designate.",
            )
            .citing(&["E7"])
            .way("由单位先任命主任委员。", "The unit appoints a chair first."),
        );
    }
    // A committee that is itself not properly composed decides nothing safely; that is said before the first item.
    let sound = crate::m10_composition::composition(facts.members, &facts.committee.unit, day, facts.rules, facts.profile());
    out.extend(sound.into_iter().filter(Finding::blocks).filter(|f| f.rule != "E7.chair").map(unsound));
    if !meeting.present(at).any(|_| true) {
        out.push(
            Finding::block("M14.nobody", "还没有委员签到。", "No member has signed in yet.")
                .way("先登记到会。", "Record the attendance first."),
        );
    }
    out
}

/// A fault of composition as a question before the committee acts: it may, with a reason that is reported (E7).
pub(crate) fn unsound(f: Finding) -> Finding {
    let mut ask =
        Finding::ask(&f.rule, format!("{}补足前审查须写明理由。", f.zh), format!("{} Until mended, reviewing needs a reason.", f.en));
    (ask.cites, ask.facts) = (f.cites, f.facts);
    ask.way(f.way_zh, f.way_en)
}

fn video_rules(facts: &Facts, meeting: &Meeting, day: Date) -> Option<Finding> {
    (meeting.form != MeetingForm::OnSite && facts.committee.rule_on(RuleKind::Video, day).is_none())
        .then(|| no_video_rules(meeting.form.zh(), meeting.form.en()))
}

fn no_video_rules(form_zh: &str, form_en: &str) -> Finding {
    Finding::block(
        "E14.video_rules",
        format!("没有视频会议规则，不能{form_zh}开会。"),
        format!("No video-meeting rules on file; no meeting {form_en}."),
    )
    .way("把视频会议规则存入制度库，或改为现场会议。", "File the rules, or meet on site.")
}

fn host_named(facts: &Facts, meeting: &Meeting) -> Option<Finding> {
    let day = meeting.starts.date_naive();
    match facts.member(&meeting.host).and_then(|m| m.role_on(day)) {
        Some(Role::Chair) => None,
        Some(Role::ViceChair) if meeting.designation.as_ref().is_some_and(|d| d.vice_chair == meeting.host) => None,
        Some(Role::ViceChair) if crate::m14_designation::to_preside(facts, &meeting.host, day).is_ok() => None,
        Some(Role::ViceChair) => Some(
            Finding::ask(
                "M14.host",
                format!("{}主持须有主任委员的指定，还没有登记。", names::name(facts, &meeting.host)),
                format!("{} needs the chair's designation to preside; none on file.", names::name(facts, &meeting.host)),
            )
            .way("登记指定主持书。", "Record the designation."),
        ),
        _ => Some(
            Finding::block(
                "M14.host",
                "主持人须是主任委员或其指定的副主任委员。",
                "The host must be the chair or a vice-chair the chair designates.",
            )
            .way("改定主持人。", "Name another host."),
        ),
    }
}

/// May this designation be recorded? Only the chair designates, only a vice-chair, not after the meeting (M14).
pub fn can_designate_host(facts: &Facts, meeting: &Meeting, d: &HostDesignation) -> Vec<Finding> {
    let mut out = Vec::new();
    let day = meeting.day();
    match facts.member(&d.by) {
        Some(m) if m.role_on(d.on) == Some(Role::Chair) => {}
        Some(m) => out.push(
            Finding::block(
                "M14.designation",
                format!("{}在{}不是主任委员，不能指定主持人。", m.name, say::zh_date(d.on)),
                format!("{} was not the chair on {} and cannot designate a host.", m.name, say::en_date(d.on)),
            )
            .way("由主任委员指定；主任委员空缺的，由单位先任命。", "The chair designates; if vacant, the unit appoints first."),
        ),
        None => out.push(Finding::block("M14.designation", "没有写明是谁指定的。", "The designation names nobody who made it.")),
    }
    match facts.member(&d.vice_chair) {
        Some(m) if m.role_on(day) == Some(Role::ViceChair) => {}
        other => {
            let who = other.map_or(d.vice_chair.clone(), |m| m.name.clone());
            out.push(Finding::block(
                "M14.designation",
                format!("{who}在会议当日不是副主任委员，不能受指定主持。"),
                format!("{who} is not a vice-chair on the day of the meeting."),
            ));
        }
    }
    if d.on > day {
        out.push(Finding::block(
            "M14.designation",
            format!("指定日期{}晚于会议日期{}。", say::zh_date(d.on), say::zh_date(day)),
            format!("The designation of {} is later than the meeting of {}.", say::en_date(d.on), say::en_date(day)),
        ));
    }
    out
}

/// May this adviser be invited? From outside the committee, without a direct interest in what is heard (M14).
pub fn can_seat_adviser(facts: &Facts, meeting: &Meeting, seat: &crate::AdviserSeat) -> Vec<Finding> {
    let mut out = Vec::new();
    if !seat.no_interest {
        out.push(
            Finding::block(
                "M14.adviser_interest",
                format!("{}没有声明无直接利害关系，不能作顾问专家。", seat.name),
                format!("{} has not declared that there is no direct interest.", seat.name),
            )
            .way("先取得无利害关系声明，或另请他人。", "Obtain the declaration first, or invite somebody else."),
        );
    }
    let name = names::folded(&seat.name);
    if facts.in_office(meeting.day()).iter().any(|m| names::folded(&m.name) == name) {
        out.push(
            Finding::ask(
                "M14.adviser_member",
                format!("委员中也有人叫{}；委员不作顾问专家。", seat.name),
                format!("A member is called {} too; a member is no adviser.", seat.name),
            )
            .way("核对是否同一人。", "Check whether it is the same person."),
        );
    }
    out
}

/// May this member be put on the attendance list of `day`? In office, both undertakings signed (E8).
pub fn can_attend(facts: &Facts, member: &str, day: Date) -> Vec<Finding> {
    let Some(m) = facts.member(member) else {
        return vec![
            Finding::block(
                "M14.member",
                format!("{member}不是委员，不列入到会。"),
                format!("{member} is not a member and is not put on the attendance."),
            )
            .way("顾问专家、列席人员另行登记。", "Advisers and guests are recorded separately."),
        ];
    };
    let mut out = Vec::new();
    if !m.in_office(day) {
        out.push(
            Finding::block(
                "M14.in_office",
                format!("{}在{}不在任期内，不计入到会。", m.name, say::zh_date(day)),
                format!("{} is not in office on {} and is not counted.", m.name, say::en_date(day)),
            )
            .citing(&["E7"])
            .way("登记新的任期，或以列席记录。", "Record a new term, or list as a guest."),
        );
    }
    for kind in UndertakingKind::ALL {
        if !m.undertook(*kind, day) {
            out.push(
                Finding::block(
                    "E8.undertaking",
                    format!("{}没有签署{}，不能列入到会。", m.name, kind.zh()),
                    format!("{} has not signed the {}; cannot be put on the attendance.", m.name, kind.en()),
                )
                .way(format!("先签署并登记{}。", kind.zh()), format!("Sign and record the {} first.", kind.en())),
            );
        }
    }
    out
}

/// As [`can_attend`], by video: the committee's video rules must be in force (E14).
pub fn can_attend_by_video(facts: &Facts, member: &str, day: Date) -> Vec<Finding> {
    let mut out = can_attend(facts, member, day);
    if facts.committee.rule_on(RuleKind::Video, day).is_none() {
        out.push(no_video_rules("以视频", "by video"));
    }
    out
}

/// May the meeting be closed? Every item has a decision, 未形成决定 or 未审议.
pub fn can_close_meeting(meeting: &Meeting, items: &[Item]) -> Vec<Finding> {
    let mut out = Vec::new();
    if meeting.opened.is_none() {
        out.push(Finding::block("M14.not_opened", "会议还没有开始。", "The meeting has not opened."));
    }
    let open: Vec<usize> = meeting
        .items
        .iter()
        .enumerate()
        .filter(|(_, id)| items.iter().find(|i| i.id == **id).is_none_or(|i| i.outcome.is_none()))
        .map(|(n, _)| n + 1)
        .collect();
    if !open.is_empty() {
        let nums = open.iter().map(usize::to_string).collect::<Vec<_>>();
        out.push(
            Finding::block(
                "M14.items_open",
                format!("第{}项还没有结果。", nums.join("、")),
                format!("Item {} has no outcome yet.", nums.join(", ")),
            )
            .way("逐项记为已作决定、未形成决定或未审议。", "Each needs a decision, no decision, or not deliberated."),
        );
    }
    out
}
