//! 《伦理办法》 Article 45, reached through M30: the yearly work report of the committee. What keeps a report from being
//! fixed, and what is to be mended or said in it first. The numbers themselves are counted by the desk.

use crate::{Date, Finding, say};

/// A sum and the list it is the sum of must hold the same cases.
pub fn sum(table_zh: &str, table_en: &str, whole: &[String], parts: &[String]) -> Option<Finding> {
    let missing: Vec<&String> = whole.iter().filter(|w| !parts.contains(w)).collect();
    let extra: Vec<&String> = parts.iter().filter(|p| !whole.contains(p)).collect();
    let twice = parts.len() > whole.len() && extra.is_empty();
    if missing.is_empty() && extra.is_empty() && !twice {
        return None;
    }
    let differing: Vec<&String> = missing.iter().chain(&extra).copied().collect();
    Some(
        Finding::block(
            "E45.sum",
            format!("“{table_zh}”合计{}，各项相加{}，不一致。", whole.len(), parts.len()),
            format!("“{table_en}”: the total is {}, its parts add up to {}.", whole.len(), parts.len()),
        )
        .citing(&["M30"])
        .way("打开相差的案件，在它产生的地方更正。", "Open the cases that differ and correct the entry where it arose.")
        .with(serde_json::json!({ "total": whole.len(), "parts": parts.len(), "cases": differing })),
    )
}

/// The report is on a calendar year that is over.
pub fn year_is_over(year: i32, today: Date) -> Option<Finding> {
    let opens = Date::from_ymd_opt(year + 1, 1, 1)?;
    (today < opens).then(|| {
        Finding::block(
            "E45.year",
            format!("{year}年还没有结束，年度报告不能冻结。"),
            format!("{year} is not over; its report cannot be fixed."),
        )
        .citing(&["M30"])
        .way(format!("{}起冻结。", say::zh_date(opens)), format!("Fix it from {}.", say::en_date(opens)))
    })
}

/// A report fixed once stays: its data are read-only.
pub fn already_fixed(year: i32, on: Date) -> Finding {
    Finding::block(
        "E45.fixed",
        format!("{year}年度报告已于{}冻结。", say::zh_date(on)),
        format!("The {year} report was fixed on {}.", say::en_date(on)),
    )
    .citing(&["M30", "E6"])
}

/// May the reports be recorded as handed in? What is handed in is what was fixed, once.
pub fn can_submit(year: i32, fixed: Option<Date>, submitted: Option<Date>, on: Date) -> Vec<Finding> {
    let block = |rule: &str, zh: String, en: String| vec![Finding::block(rule, zh, en).citing(&["M30"])];
    match (fixed, submitted) {
        (None, _) => vec![
            Finding::block(
                "E45.not_fixed",
                format!("{year}年度报告还没有冻结，不能登记报送。"),
                format!("The {year} reports are not fixed yet."),
            )
            .citing(&["M30", "E6"])
            .way("先冻结：报送的就是冻结的文本。", "Fix them first: what is handed in is what was fixed."),
        ],
        (Some(_), Some(before)) => block(
            "E45.submitted",
            format!("{year}年度报告已登记于{}报送。", say::zh_date(before)),
            format!("The {year} reports were handed in on {} already.", say::en_date(before)),
        ),
        (Some(fixed), None) if on < fixed => block(
            "E45.order",
            format!("报送日期早于冻结的{}。", say::zh_date(fixed)),
            format!("Handed in before they were fixed on {}.", say::en_date(fixed)),
        ),
        _ => Vec::new(),
    }
}

/// Chapters nobody but the committee can write.
pub fn unwritten(titles_zh: &[&str], titles_en: &[&str]) -> Option<Finding> {
    (!titles_zh.is_empty()).then(|| {
        Finding::ask("E45.text", format!("{}还没有写。", say::zh_list(titles_zh)), format!("Not written yet: {}.", say::en_list(titles_en)))
            .citing(&["M30"])
            .way("写上，或说明不写的理由。", "Write them, or say why not.")
    })
}

/// M16: an extension is told to the applicant.
pub fn unserved_extensions(n: u32) -> Option<Finding> {
    (n > 0).then(|| {
        Finding::note(
            "M16.extension_unserved",
            format!("有{n}件延长审查期限告知书没有登记送达。"),
            format!("{} without a record of service.", say::en_count(n.into(), "extension notice")),
        )
        .citing(&["E17"])
        .way("补登记送达。", "Record their service.")
    })
}

/// M17, M25: tracking reviews due in the year and not done are said in the report.
pub fn overdue_tracking(n: u32) -> Option<Finding> {
    (n > 0).then(|| {
        Finding::note(
            "M17.report_overdue",
            format!("有{n}件跟踪审查到期未作，将写入报告。"),
            format!("{} overdue; the report says so.", say::en_count(n.into(), "tracking review")),
        )
        .citing(&["M25"])
        .way("先办跟踪审查。", "Carry them out first.")
    })
}

/// Numbers recomputed after the report was fixed.
pub fn changed_since(keys: &[String]) -> Option<Finding> {
    (!keys.is_empty()).then(|| {
        Finding::note(
            "E6.report_changed",
            format!("冻结以后又有补记，{}个数字与报告不同；报告不变。", keys.len()),
            format!("Entries made since: {} now differ; the report stays as fixed.", say::en_count(keys.len() as i64, "number")),
        )
        .with(serde_json::json!({ "keys": keys }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(list: &[&str]) -> Vec<String> {
        list.iter().map(|s| s.to_string()).collect()
    }

    #[test]
    fn a45_a_sum_names_the_cases_that_differ() {
        assert_eq!(sum("决定", "Decisions", &ids(&["c1", "c2"]), &ids(&["c2", "c1"])), None);
        let f = sum("决定", "Decisions", &ids(&["c1", "c2"]), &ids(&["c1", "c3"])).expect("they differ");
        assert!(f.blocks());
        assert_eq!(f.facts["cases"], serde_json::json!(["c2", "c3"]));
        let twice = sum("决定", "Decisions", &ids(&["c1"]), &ids(&["c1", "c1"])).expect("one is counted twice");
        assert!(twice.blocks());
    }

    #[test]
    fn e45_what_is_handed_in_was_fixed_before() {
        let day = |t: &str| t.parse::<Date>().expect("a day");
        let rules = |f: Vec<Finding>| f.into_iter().filter(Finding::blocks).map(|f| f.rule).collect::<Vec<_>>();
        let (fixed, on) = (Some(day("2027-03-01")), day("2027-03-05"));
        assert!(rules(can_submit(2026, fixed, None, on)).is_empty());
        assert!(rules(can_submit(2026, fixed, None, day("2027-03-01"))).is_empty(), "on the same day");
        assert_eq!(rules(can_submit(2026, None, None, on)), ["E45.not_fixed"]);
        assert_eq!(rules(can_submit(2026, fixed, Some(on), day("2027-03-06"))), ["E45.submitted"]);
        assert_eq!(rules(can_submit(2026, fixed, None, day("2027-02-28"))), ["E45.order"]);
    }

    #[test]
    fn a45_the_year_must_be_over() {
        let day = |t: &str| t.parse::<Date>().expect("a day");
        assert!(year_is_over(2026, day("2026-12-31")).is_some_and(|f| f.blocks()));
        assert_eq!(year_is_over(2026, day("2027-01-01")), None);
    }
}
