//! Time limits: the worked results of the counting rules, boundary by boundary, and properties against a naive count.
//! Dates use the official calendars that ship with the product.

use measures::clock::{self, LeftUnit, left};
use measures::{Calendar, Date, DayKind, Due, Instant, LeftState, Owner};

fn d(text: &str) -> Date {
    text.parse().expect("a date")
}
fn at(text: &str) -> Instant {
    format!("{}:00+08:00", text.replace(' ', "T")).parse().expect("an instant")
}
fn calendar() -> Calendar {
    Calendar::shipped()
}
/// The days of a working-day limit that were counted.
fn counted(due: &Due) -> Vec<String> {
    due.days.iter().filter(|c| c.n > 0).map(|c| c.date.format("%m-%d").to_string()).collect()
}

#[test]
fn m16_thirty_days_with_nominal_and_rolled_day() {
    let c = calendar();
    for (accepted, nominal, rolled) in [
        ("2026-01-31", "2026-03-02", "2026-03-02"),
        ("2026-01-24", "2026-02-23", "2026-02-24"),
        ("2026-01-29", "2026-02-28", "2026-02-28"),
        ("2026-04-01", "2026-05-01", "2026-05-06"),
        ("2026-08-21", "2026-09-20", "2026-09-20"),
        ("2026-09-10", "2026-10-10", "2026-10-10"),
        ("2025-01-31", "2025-03-02", "2025-03-03"),
        ("2024-01-09", "2024-02-08", "2024-02-08"),
        ("2026-09-01", "2026-10-01", "2026-10-08"),
        ("2024-01-31", "2024-03-01", "2024-03-01"),
        ("2026-08-26", "2026-09-25", "2026-09-28"),
    ] {
        let due = clock::natural_days(d(accepted), 30, true, &c);
        assert_eq!((due.nominal, due.rolled, due.certain), (d(nominal), d(rolled), true), "accepted {accepted}");
        let flat = clock::natural_days(d(accepted), 30, false, &c);
        assert_eq!((flat.nominal, flat.rolled), (d(nominal), d(nominal)), "without roll-over, accepted {accepted}");
    }
}

#[test]
fn case_001_spring_festival_inside_the_thirty_days_changes_nothing() {
    let due = clock::natural_days(d("2026-01-31"), 30, true, &calendar()).under(&["M16"]).starting("受理", "accepted", &calendar());
    assert_eq!(due.nominal, d("2026-03-02"));
    assert_eq!(due.equation_zh, "2026年1月31日受理，当日不计，加30日为3月2日（周一）。");
    assert_eq!(due.equation_en, "Accepted 31 Jan 2026, that day not counted, plus 30 days: Mon 2 Mar.");
    assert_eq!(due.basis[0].0, "M16");
}

#[test]
fn case_003_a_make_up_saturday_is_no_day_off() {
    let due = clock::natural_days(d("2026-01-29"), 30, true, &calendar());
    assert_eq!((due.nominal, due.rolled), (d("2026-02-28"), d("2026-02-28")));
    assert_eq!(due.days.last().map(|x| x.kind), Some(DayKind::MakeUp));
}

#[test]
fn case_005_national_day_moves_the_last_day() {
    let due = clock::natural_days(d("2026-09-01"), 30, true, &calendar()).starting("受理", "accepted", &calendar());
    assert_eq!((due.nominal, due.rolled), (d("2026-10-01"), d("2026-10-08")));
    assert_eq!(due.equation_zh, "2026年9月1日受理，当日不计，加30日为10月1日（周四）；遇国庆节放假，顺延至10月8日（周四）。");
    assert!(due.basis.iter().any(|b| b.0 == "C203"), "the roll-over is an analogy and says so");
}

#[test]
fn case_007_leap_year() {
    assert_eq!(clock::natural_days(d("2024-01-31"), 30, true, &calendar()).nominal, d("2024-03-01"));
}

#[test]
fn m16_three_working_days_from_service() {
    for (served, last, days) in [
        ("2026-02-13", "2026-02-25", "02-14 02-24 02-25"),
        ("2026-02-27", "2026-03-03", "02-28 03-02 03-03"),
        ("2026-09-18", "2026-09-22", "09-20 09-21 09-22"),
        ("2025-12-31", "2026-01-06", "01-04 01-05 01-06"),
        ("2026-02-16", "2026-02-26", "02-24 02-25 02-26"),
        ("2024-02-08", "2024-02-19", "02-09 02-18 02-19"),
    ] {
        let due = clock::working_days(d(served), 3, &calendar());
        assert_eq!((due.nominal, due.rolled), (d(last), d(last)), "served {served}");
        assert_eq!(counted(&due).join(" "), days, "served {served}");
        assert!(due.certain);
    }
}

#[test]
fn m16_seven_working_days_for_a_new_decision() {
    for (received, last) in [("2026-02-11", "2026-02-27"), ("2026-09-28", "2026-10-13"), ("2026-04-28", "2026-05-11")] {
        assert_eq!(clock::working_days(d(received), 7, &calendar()).nominal, d(last), "received {received}");
    }
    let due = clock::working_days(d("2026-09-28"), 7, &calendar());
    assert_eq!(counted(&due).join(" "), "09-29 09-30 10-08 10-09 10-10 10-12 10-13");
}

#[test]
fn case_015_served_on_a_friday_before_a_working_sunday() {
    let due = clock::working_days(d("2026-09-18"), 3, &calendar()).starting("送达", "served", &calendar());
    assert_eq!(due.nominal, d("2026-09-22"));
    assert_eq!(due.equation_zh, "2026年9月18日送达，当日不计，第3个工作日为9月22日（周二）；其中9月20日（周日）调休上班。");
}

#[test]
fn case_017_served_on_a_holiday() {
    assert_eq!(clock::working_days(d("2026-02-16"), 3, &calendar()).nominal, d("2026-02-26"));
}

#[test]
fn case_019_new_years_eve_2024_was_a_working_day() {
    assert_eq!(calendar().day(d("2024-02-09")), DayKind::Working);
    assert_eq!(clock::working_days(d("2024-02-08"), 3, &calendar()).nominal, d("2024-02-19"));
}

#[test]
fn case_025_appeal_before_labour_day() {
    assert_eq!(clock::working_days(d("2026-04-28"), 7, &calendar()).nominal, d("2026-05-11"));
}

#[test]
fn case_027_no_31_february() {
    assert_eq!(clock::months(d("2026-08-31"), 6).nominal, d("2027-02-28"));
    assert!(clock::months(d("2026-08-31"), 6).equation_zh.contains("没有对应日"));
}

#[test]
fn c202_months_end_on_the_corresponding_day() {
    for (start, n, end) in [
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-03-31", 6, "2026-09-30"),
        ("2027-02-28", 6, "2027-08-28"),
        ("2027-02-20", 6, "2027-08-20"),
        ("2026-10-31", 12, "2027-10-31"),
        ("2027-08-31", 6, "2028-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
    ] {
        let due = clock::months(d(start), n);
        assert_eq!((due.nominal, due.rolled), (d(end), d(end)), "{start} plus {n} months");
    }
}

#[test]
fn case_033_hours_run_through_the_holidays() {
    let (pre, all) = (clock::hours(at("2026-02-13 16:30"), 36), clock::hours(at("2026-02-13 16:30"), 72));
    assert_eq!(pre.at, Some(at("2026-02-15 04:30")));
    assert_eq!(all.at, Some(at("2026-02-16 16:30")));
    assert_eq!(all.equation_zh, "2026年2月13日16:30起算，加72小时为2026年2月16日16:30；夜间、周末、节假日照算。");
}

#[test]
fn case_037_registration_on_the_thirtieth_day_a_working_saturday() {
    let due = clock::natural_days(d("2026-09-10"), 30, true, &calendar());
    assert_eq!((due.nominal, due.rolled), (d("2026-10-10"), d("2026-10-10")));
    assert!(!due.passed(at("2026-10-10 23:59")), "a day is not over before it is over");
    assert!(due.passed(at("2026-10-11 00:00")));
}

#[test]
fn case_041_a_year_without_notice_gives_an_estimate_and_says_so() {
    let mut c = calendar();
    let due = clock::working_days(d("2026-12-30"), 3, &c);
    assert!(!due.certain, "2027 has no notice yet");
    assert!(due.warning_zh.starts_with("缺2027年放假通知，2027年1月4日是估算"), "{}", due.warning_zh);
    let chip = left(&due, at("2026-12-30 09:00"), Owner::Committee, &c);
    assert_eq!((chip.state, chip.chip_zh.as_str()), (LeftState::Estimate, "估算2027年1月4日"));
    // A notice that takes 1–3 January off and works on Sunday the 10th moves it.
    let data: measures::calendar::YearData = serde_json::from_value(serde_json::json!({
        "year": 2027, "notice": "测试〔2026〕1号", "off": [{"name": "元旦", "from": "2027-01-01", "until": "2027-01-05"}], "work": ["2027-01-10"],
    }))
    .expect("year data");
    c.with(data);
    let again = clock::working_days(d("2026-12-30"), 3, &c);
    assert!(again.certain && again.warning_zh.is_empty());
    assert_eq!(again.nominal, d("2027-01-07"));
    assert_eq!(again.moved(&due).map(|m| m.0), Some("期限由2027年1月4日改为2027年1月7日。".into()));
    assert_eq!(again.moved(&again), None);
}

#[test]
fn case_041_a_day_the_applicant_was_told_never_moves_earlier() {
    let due = clock::working_days(d("2026-09-18"), 3, &calendar());
    assert_eq!(due.nominal, d("2026-09-22"));
    let told = due.clone().told(d("2026-09-23"));
    assert_eq!((told.nominal, told.rolled), (d("2026-09-23"), d("2026-09-23")));
    assert!(told.equation_zh.ends_with("已告知申请人2026年9月23日，不提前。"));
    // Told an earlier day: the later, right one stands.
    assert_eq!(due.clone().told(d("2026-09-21")), due);
}

#[test]
fn m33_natural_days_in_an_unknown_year_are_exact_but_may_roll() {
    let due = clock::natural_days(d("2026-12-20"), 30, true, &calendar());
    assert_eq!(due.nominal, d("2027-01-19"));
    assert!(!due.certain && due.warning_zh.contains("是准的"), "{}", due.warning_zh);
    assert!(clock::natural_days(d("2026-12-20"), 30, false, &calendar()).certain, "without roll-over no calendar is needed");
}

#[test]
fn case_043_university_vacation_suspends_nothing() {
    let due = clock::working_days(d("2026-01-19"), 3, &calendar());
    assert_eq!(due.nominal, d("2026-01-22"));
}

#[test]
fn chips_follow_the_day() {
    let c = calendar();
    let due = clock::natural_days(d("2026-08-26"), 30, true, &c); // 25 Sep, rolled to 28 Sep
    for (now, state, zh, en) in [
        ("2026-09-11 09:00", LeftState::Calm, "剩14天", "14 days left"),
        ("2026-09-17 23:59", LeftState::Calm, "剩8天", "8 days left"),
        ("2026-09-18 00:00", LeftState::Soon, "剩7天", "7 days left"),
        ("2026-09-24 09:00", LeftState::Soon, "剩1天", "1 day left"),
        ("2026-09-25 09:00", LeftState::Today, "今天", "today"),
        ("2026-09-26 09:00", LeftState::Grace, "顺延期内，剩2天", "in the roll-over, 2 days left"),
        ("2026-09-28 23:59", LeftState::Grace, "顺延期内，限今天", "in the roll-over, until today"),
        ("2026-09-29 00:00", LeftState::Overdue, "逾期1天", "1 day overdue"),
        ("2026-10-05 09:00", LeftState::Overdue, "逾期7天", "7 days overdue"),
    ] {
        let l = left(&due, at(now), Owner::Committee, &c);
        assert_eq!((l.state, l.chip_zh.as_str(), l.chip_en.as_str()), (state, zh, en), "at {now}");
    }
    let appeal = clock::working_days(d("2026-09-18"), 7, &c);
    for (now, state, zh) in [
        ("2026-09-18 09:00", LeftState::Calm, "剩7个工作日"),
        ("2026-09-23 09:00", LeftState::Calm, "剩3个工作日"),
        ("2026-09-24 09:00", LeftState::Soon, "剩2个工作日"),
        ("2026-09-25 09:00", LeftState::Soon, "剩2个工作日"),
        ("2026-09-28 09:00", LeftState::Soon, "剩1个工作日"),
    ] {
        let l = left(&appeal, at(now), Owner::Committee, &c);
        assert_eq!((l.state, l.chip_zh.as_str()), (state, zh), "at {now}, last day {}", appeal.nominal);
    }
}

#[test]
fn chips_of_internal_limits_and_of_others_are_never_red() {
    let c = calendar();
    let own = clock::working_days(d("2026-09-07"), 5, &c);
    for (now, state, zh) in [
        ("2026-09-11 09:00", LeftState::Calm, "剩1个工作日"),
        ("2026-09-14 09:00", LeftState::Today, "今天"),
        ("2026-09-16 09:00", LeftState::InternalOver, "超内部时限2个工作日"),
    ] {
        let l = left(&own, at(now), Owner::Internal, &c);
        assert_eq!((l.state, l.chip_zh.as_str()), (state, zh), "at {now}");
    }
    let theirs = clock::natural_days(d("2026-08-28"), 30, true, &c);
    let l = left(&theirs, at("2026-09-18 09:00"), Owner::Authority, &c).waiting_for("省科技厅", "the provincial department");
    assert_eq!(
        (l.state, l.chip_zh.as_str(), l.chip_en.as_str()),
        (LeftState::Waiting, "等省科技厅10天", "waiting for the provincial department, 10 days")
    );
    let late = left(&theirs, at("2026-10-20 09:00"), Owner::Authority, &c);
    assert_eq!((late.state, late.n), (LeftState::Waiting, -22));
}

#[test]
fn m27_the_hour_clock_is_amber_then_red() {
    let due = clock::hours(at("2026-02-13 16:30"), 72);
    let c = calendar();
    for (now, state, zh, n) in [
        ("2026-02-13 16:30", LeftState::Soon, "应急 剩72:00", 4320),
        ("2026-02-15 22:29", LeftState::Soon, "应急 剩18:01", 1081),
        ("2026-02-15 22:30", LeftState::Urgent, "应急 剩18:00", 1080),
        ("2026-02-16 11:18", LeftState::Urgent, "应急 剩05:12", 312),
        ("2026-02-16 16:30", LeftState::Urgent, "应急 剩00:00", 0),
        ("2026-02-16 18:40", LeftState::Overdue, "应急 超02:10", -130),
    ] {
        let l = left(&due, at(now), Owner::Committee, &c);
        assert_eq!((l.state, l.chip_zh.as_str(), l.n, l.unit), (state, zh, n, LeftUnit::Minutes), "at {now}");
    }
}

#[test]
fn meeting_notice_is_counted_backwards() {
    for (meeting, n, last) in [("2026-09-23", 5, "2026-09-17"), ("2026-02-25", 5, "2026-02-11"), ("2026-09-23", 0, "2026-09-23")] {
        assert_eq!(clock::working_days_before(d(meeting), n, &calendar()), d(last), "{n} working days before {meeting}");
    }
}

mod properties {
    use super::*;
    use proptest::prelude::*;

    /// Counts the obvious way: day after day, one if it is worked.
    fn naive(start: Date, n: u32, c: &Calendar) -> Date {
        let mut day = start;
        let mut left = n;
        loop {
            if left == 0 {
                return day;
            }
            day = day.succ_opt().expect("in range");
            if matches!(c.day(day), DayKind::Working | DayKind::MakeUp) {
                left -= 1;
            }
        }
    }
    fn any_day() -> impl Strategy<Value = Date> {
        (0i64..1500).prop_map(|n| d("2022-12-20") + chrono::Duration::days(n))
    }

    proptest! {
        #[test]
        fn working_days_agree_with_a_naive_count(start in any_day(), n in 1u32..40) {
            let c = calendar();
            let due = clock::working_days(start, n, &c);
            prop_assert_eq!(due.nominal, naive(start, n, &c));
            prop_assert!(c.worked(due.nominal));
            prop_assert_eq!(clock::working_days_between(start, due.nominal, &c), n);
            // Every day after the first is listed once, in order, and the counted ones are numbered 1..=n.
            prop_assert_eq!(due.days.len() as i64, (due.nominal - start).num_days() + 1);
            let numbers: Vec<u32> = due.days.iter().map(|x| x.n).filter(|x| *x > 0).collect();
            prop_assert_eq!(numbers, (1..=n).collect::<Vec<_>>());
        }
        #[test]
        fn a_later_start_never_ends_earlier(start in any_day(), n in 0u32..40, later in 0u32..30) {
            let c = calendar();
            let other = start + chrono::Duration::days(later.into());
            prop_assert!(clock::working_days(start, n, &c).nominal <= clock::working_days(other, n, &c).nominal);
            prop_assert!(clock::natural_days(start, n, true, &c).rolled <= clock::natural_days(other, n, true, &c).rolled);
            prop_assert!(clock::months(start, n).nominal <= clock::months(other, n).nominal);
        }
        #[test]
        fn the_rolled_day_is_worked_and_every_day_before_it_is_off(start in any_day(), n in 0u32..400) {
            let c = calendar();
            let due = clock::natural_days(start, n, true, &c);
            prop_assert!(c.worked(due.rolled) && due.nominal <= due.rolled);
            prop_assert!(due.nominal.iter_days().take_while(|x| *x < due.rolled).all(|x| !c.worked(x)));
        }
        #[test]
        fn counting_back_undoes_counting_on(day in any_day(), n in 1u32..30) {
            let c = calendar();
            let back = clock::working_days_before(day, n, &c);
            prop_assert_eq!(naive(back.pred_opt().expect("in range"), n, &c) < day, true);
            prop_assert!(c.worked(back));
        }
        #[test]
        fn the_chip_counts_down_by_one_or_stays(start in any_day(), n in 1u32..20, from in 0u32..20) {
            let c = calendar();
            let due = clock::working_days(start, n, &c);
            let now = start + chrono::Duration::days(from.into());
            let morning = |day: Date| at(&format!("{day} 09:00"));
            let (today, tomorrow) = (left(&due, morning(now), Owner::Internal, &c), left(&due, morning(now + chrono::Duration::days(1)), Owner::Internal, &c));
            prop_assert!(today.n - tomorrow.n == 0 || today.n - tomorrow.n == 1, "{} then {}", today.n, tomorrow.n);
        }
    }
}
