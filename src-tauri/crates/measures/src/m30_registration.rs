//! Article 30 with E43–E45: registering the committee and each approved listed activity on the national platform,
//! keeping both up to date, and the annual reports by 31 March. The duties are the unit's; the secretary watches the
//! dates. Deliberately submits nothing: this product is offline, a registration is recorded when it was made.

use crate::say::{en_date, zh_date};
use crate::{Calendar, Case, Date, DecisionKind, Due, Facts, Finding, RoundKind, TurnKind, clock};
use serde_json::json;

/// E43: thirty days from the day the committee was set up. A committee older than the duty itself had its thirty days
/// from the day 《伦理办法》 came into force.
pub fn committee_due(facts: &Facts) -> Due {
    let in_force = facts.rules.parameter("register_committee_days").and_then(|p| p.in_force);
    let start = in_force.map_or(facts.committee.founded, |d| d.max(facts.committee.founded));
    let (zh, en) =
        if start == facts.committee.founded { ("设立", "set up") } else { ("《伦理办法》施行", "Ethics Measures in force") };
    clock::natural_days(start, facts.rules.register_committee_days(), true, facts.calendar)
        .starting(zh, en, facts.calendar)
        .under(&["E43", "M30"])
}

/// Whether the committee is registered, in time, and whether what was registered is still so.
pub fn committee(facts: &Facts, today: Date) -> Vec<Finding> {
    let due = committee_due(facts);
    let first = facts.committee.registrations.iter().map(|r| r.on).filter(|d| *d <= today).min();
    let Some(first) = first else {
        let way = (
            "在国家科技伦理管理信息登记平台登记，回来记下日期和编号。",
            "Register on the national platform, then record the date and number.",
        );
        let (zh, en) = (zh_date(due.nominal), en_date(due.nominal));
        return vec![
            if today > due.rolled {
                Finding::block(
                    "E43.registration",
                    format!("委员会登记逾期：应在{zh}前登记。"),
                    format!("Registration of the committee is overdue: it was due by {en}."),
                )
            } else {
                Finding::ask(
                    "E43.registration",
                    format!("委员会还没有登记，期限{zh}。"),
                    format!("The committee is not registered yet; due by {en}."),
                )
            }
            .citing(&["M30"])
            .way(way.0, way.1)
            .with(json!({ "due": due.nominal, "rolled": due.rolled })),
        ];
    };
    let mut found = vec![
        if first <= due.rolled {
            Finding::fine(
                "E43.registration",
                format!("委员会{}已登记。", zh_date(first)),
                format!("The committee was registered on {}.", en_date(first)),
            )
        } else {
            Finding::note(
                "E43.registration",
                format!("委员会{}登记，晚于{}。", zh_date(first), zh_date(due.rolled)),
                format!("Registered on {}, after {}.", en_date(first), en_date(due.rolled)),
            )
        }
        .citing(&["M30"]),
    ];
    if let Some(change) = changes_to_register(facts, today).first() {
        found.push(update(
            "E43.update",
            &change.what_zh,
            &change.what_en,
            clock::working_days(change.on, facts.rules.registration_change_working_days(), facts.calendar),
            today,
        ));
    }
    found.sort_by_key(|f| f.verdict);
    found
}

fn update(rule: &str, what_zh: &str, what_en: &str, due: Due, today: Date) -> Finding {
    let (on, by) = (due.start, due.nominal);
    let f = if today > by {
        Finding::ask(
            rule,
            format!("{}{what_zh}，登记信息还没有更新，已超内部时限。", zh_date(on)),
            format!("{what_en} on {}; the registration is not updated and past the internal limit.", en_date(on)),
        )
    } else {
        Finding::note(
            rule,
            format!("{}{what_zh}，请在{}前更新登记信息。", zh_date(on), zh_date(by)),
            format!("{what_en} on {}; update the registration by {}.", en_date(on), en_date(by)),
        )
    };
    f.citing(&["M30", "R"])
        .way("在平台更新，回来记下日期。", "Update on the platform, then record the date.")
        .with(json!({ "on": on, "due": by }))
}

/// Something registered that has changed since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub on: Date,
    pub what_zh: String,
    pub what_en: String,
}

/// Changes of composition and of rules after the last registration or update, oldest first (E43: 及时更新).
pub fn changes_to_register(facts: &Facts, today: Date) -> Vec<Change> {
    let Some(last) = facts.committee.registrations.iter().map(|r| r.on).filter(|d| *d <= today).max() else { return Vec::new() };
    let since = |d: Date| last < d && d <= today;
    let mut changes = Vec::new();
    for m in facts.members {
        for t in &m.terms {
            let left = t.ended.as_ref().map_or_else(|| t.until.succ_opt(), |e| Some(e.on));
            if since(t.from) {
                changes.push(Change {
                    on: t.from,
                    what_zh: format!("{}任{}", m.name, t.role.zh()),
                    what_en: format!("{} became {}", m.name, t.role.en()),
                });
            }
            // Whoever is re-appointed the next day has not left.
            if let Some(on) = left.filter(|d| since(*d) && m.role_on(*d).is_none()) {
                changes.push(Change {
                    on,
                    what_zh: format!("{}不再任{}", m.name, t.role.zh()),
                    what_en: format!("{} ceased to be {}", m.name, t.role.en()),
                });
            }
        }
    }
    for r in facts.committee.rules.iter().filter(|r| since(r.adopted)) {
        changes.push(Change { on: r.adopted, what_zh: format!("修订{}", r.kind.zh()), what_en: format!("{} revised", r.kind.en()) });
    }
    changes.sort_by(|a, b| (a.on, &a.what_zh).cmp(&(b.on, &b.what_zh)));
    changes
}

/// E44: thirty days from the day a listed activity was approved. An exemption from re-review (M26) does not take it
/// off the list, so it is registered all the same (A12).
pub fn listed_due(facts: &Facts, case: &Case) -> Option<Due> {
    if !case.is_listed() {
        return None;
    }
    let approved = first_approved_on(case)?;
    Some(
        clock::natural_days(approved, facts.rules.register_listed_days(), true, facts.calendar)
            .starting("批准", "approved", facts.calendar)
            .under(&["E44", "M30"]),
    )
}

/// The day the activity obtained the approval that stands: the first of them, for 修改后批准 the day the changes were
/// verified. A later renewed approval updates the registration and starts no other thirty days; an approval that a new
/// decision has taken away is none, and the next one counts anew.
fn first_approved_on(case: &Case) -> Option<Date> {
    let mut first = None;
    let deciding = case
        .rounds
        .iter()
        .enumerate()
        .filter(|(i, _)| !matches!(crate::m14_matter::matter(case, *i), Some(RoundKind::Tracking | RoundKind::Amendment)));
    for d in deciding.filter_map(|(_, r)| r.decision.as_ref()) {
        let approved = match d.kind {
            DecisionKind::Approve => Some(d.on),
            DecisionKind::ApproveAfterChanges => d.verified.as_ref().map(|v| v.on),
            _ => None,
        };
        first = approved.map(|on| first.unwrap_or(on));
    }
    first
}

/// The day the activity was first registered.
pub fn registered_on(case: &Case) -> Option<Date> {
    case.turns.iter().filter(|t| t.kind == TurnKind::Registered).map(|t| t.on).min()
}

/// May a registration of this activity be recorded? Only approved listed activities are registered one by one (M30).
pub fn can_register_listed(facts: &Facts, case: &Case, on: Date) -> Vec<Finding> {
    if !case.is_listed() {
        return vec![
            Finding::block(
                "M30.listed",
                "不属于复核清单的活动不逐项登记，计入年度报告。",
                "Only listed activities are registered one by one; others are counted in the annual report.",
            )
            .citing(&["E44"]),
        ];
    }
    match first_approved_on(case) {
        None => vec![Finding::block("E44.approved", "还没有批准，不登记。", "Not approved yet; nothing to register.").citing(&["M30"])],
        Some(approved) if on < approved => {
            vec![Finding::block("E44.order", "登记日期早于批准日期。", "Registered before the approval.").citing(&["M30"])]
        }
        Some(_) => match listed_due(facts, case) {
            Some(due) if registered_on(case).is_none() && on > due.rolled => {
                vec![
                    Finding::note(
                        "E44.late",
                        format!("登记晚于{}，如实记下。", zh_date(due.rolled)),
                        format!("Registered after {}; recorded as it is.", en_date(due.rolled)),
                    )
                    .citing(&["M30"]),
                ]
            }
            _ => Vec::new(),
        },
    }
}

/// Whether a listed activity is registered, in time, and up to date.
pub fn listed(facts: &Facts, case: &Case, today: Date) -> Vec<Finding> {
    let Some(due) = listed_due(facts, case) else { return Vec::new() };
    let Some(first) = registered_on(case).filter(|d| *d <= today) else {
        let (zh, en) = (zh_date(due.nominal), en_date(due.nominal));
        let f = if today > due.rolled {
            Finding::block(
                "E44.registration",
                format!("{}登记逾期：应在{zh}前登记。", case.number),
                format!("Registration of {} is overdue: it was due by {en}.", case.number),
            )
        } else {
            Finding::ask(
                "E44.registration",
                format!("{}还没有在平台登记，期限{zh}。", case.number),
                format!("{} is not registered yet; due by {en}.", case.number),
            )
        };
        return vec![
            f.citing(&["M30"])
                .way(
                    "在平台登记实施方案、审查和复核情况，回来记下日期。",
                    "Register the plan, the review and the re-review, then record the date.",
                )
                .with(json!({ "due": due.nominal, "rolled": due.rolled })),
        ];
    };
    let mut found = vec![
        if first <= due.rolled {
            Finding::fine(
                "E44.registration",
                format!("{}{}已登记。", case.number, zh_date(first)),
                format!("{} was registered on {}.", case.number, en_date(first)),
            )
        } else {
            Finding::note(
                "E44.registration",
                format!("{}{}登记，晚于{}。", case.number, zh_date(first), zh_date(due.rolled)),
                format!("{} was registered on {}, after {}.", case.number, en_date(first), en_date(due.rolled)),
            )
        }
        .citing(&["M30"]),
    ];
    let last = case.turns.iter().filter(|t| t.kind == TurnKind::Registered && t.on <= today).map(|t| t.on).max().unwrap_or(first);
    if let Some((on, zh, en)) = listed_change(case, last, today) {
        found.push(update(
            "E44.update",
            &format!("{}{zh}", case.number),
            &format!("{} {en}", case.number),
            clock::working_days(on, facts.rules.registration_change_working_days(), facts.calendar),
            today,
        ));
    }
    found.sort_by_key(|f| f.verdict);
    found
}

/// The first thing after `last` that changes what was registered: an approved amendment or new review, or a turn.
fn listed_change(case: &Case, last: Date, today: Date) -> Option<(Date, &'static str, &'static str)> {
    let rounds = case
        .rounds
        .iter()
        .filter(|r| r.kind != RoundKind::Tracking)
        .filter_map(|r| r.decision.as_ref())
        .filter(|d| d.kind.allows())
        .map(|d| (d.on, "变更获批准", "change approved"));
    let turns = case.turns.iter().filter_map(|t| {
        Some(match t.kind {
            TurnKind::Suspended => (t.on, "暂停", "suspended"),
            TurnKind::Resumed => (t.on, "恢复", "resumed"),
            TurnKind::Terminated => (t.on, "终止", "terminated"),
            TurnKind::Completed => (t.on, "结题", "completed"),
            _ => return None,
        })
    });
    rounds.chain(turns).filter(|(on, ..)| last < *on && *on <= today).min_by_key(|(on, ..)| *on)
}

/// E45: the reports on `year`, by 31 March of the next; a calendar date, never moved by a weekend (A16).
pub fn annual_due(facts: &Facts, year: i32) -> Option<Due> {
    let (month, day) = facts.rules.annual_report();
    Some(clock::fixed(Date::from_ymd_opt(year + 1, month, day)?).under(&["E45", "M30"]))
}

/// From 1 January: whether last year's reports are in. `submitted` is the day they were.
pub fn annual(facts: &Facts, year: i32, submitted: Option<Date>, today: Date) -> Vec<Finding> {
    let Some(due) = annual_due(facts, year) else { return Vec::new() };
    let day = due.nominal;
    let opens = Date::from_ymd_opt(year + 1, 1, 1).unwrap_or(day);
    if today < opens || facts.committee.founded >= opens {
        return Vec::new();
    }
    let f = match submitted.filter(|d| *d <= today) {
        Some(on) if on <= day => Finding::fine(
            "E45.report",
            format!("{year}年度报告{}已报送。", zh_date(on)),
            format!("The {year} reports were submitted on {}.", en_date(on)),
        ),
        Some(on) => Finding::note(
            "E45.report",
            format!("{year}年度报告{}报送，晚于{}。", zh_date(on), zh_date(day)),
            format!("The {year} reports were submitted on {}, after {}.", en_date(on), en_date(day)),
        ),
        None if today > day => Finding::block(
            "E45.report",
            format!("{year}年度报告逾期：应在{}前报送。", zh_date(day)),
            format!("The {year} reports are overdue: they were due by {}.", en_date(day)),
        ),
        None => {
            let n = (day - today).num_days();
            let verdict = if n <= 30 { crate::Verdict::Ask } else { crate::Verdict::Note };
            Finding::new(
                verdict,
                "E45.report",
                format!("{year}年度报告还没有报送，期限{}，剩{n}天。", zh_date(day)),
                format!("The {year} reports are not in; due by {}, {n} days left.", en_date(day)),
            )
        }
    };
    vec![
        f.citing(&["M30"])
            .way(
                "生成年度工作报告和清单活动实施情况报告，报送后记下日期。",
                "Prepare the work report and the listed-activity report; record the day of submission.",
            )
            .with(json!({ "due": day, "submitted": submitted })),
    ]
}

/// M33: the calendar the dates above are counted with. From 1 December the next year's notice should be in.
pub fn calendar(calendar: &Calendar, today: Date) -> Vec<Finding> {
    use chrono::Datelike;
    let known = |year: i32| Date::from_ymd_opt(year, 6, 15).is_some_and(|d| calendar.known(d));
    let mut found = Vec::new();
    for (year, late) in [(today.year(), true), (today.year() + 1, today.month() == 12)] {
        if known(year) || !late {
            continue;
        }
        found.push(
            Finding::ask(
                "M33.calendar",
                format!("缺{year}年放假通知，该年的工作日期限只能估算。"),
                format!("The {year} holiday notice is missing; working-day limits in it are estimates."),
            )
            .way("从中国政府网复制通知全文，在“节假日”里粘贴。", "Copy the notice from gov.cn and paste it under Holidays."),
        );
    }
    found
}
