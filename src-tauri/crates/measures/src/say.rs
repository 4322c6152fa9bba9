//! How dates, times and lists are put into sentences, in Chinese and English (GB/T 9704: no leading zeros).
//! Deliberately no wording of findings: that stands with the rule that finds.

use crate::{Date, Instant};
use chrono::{Datelike, Timelike};

/// 2026年3月5日
pub fn zh_date(d: Date) -> String {
    format!("{}年{}月{}日", d.year(), d.month(), d.day())
}
/// 3月5日
pub fn zh_day(d: Date) -> String {
    format!("{}月{}日", d.month(), d.day())
}
/// 3月5日 within the year of `near`, 2027年3月5日 outside it.
pub fn zh_near(d: Date, near: Date) -> String {
    if d.year() == near.year() { zh_day(d) } else { zh_date(d) }
}
/// 周五
pub fn zh_weekday(d: Date) -> &'static str {
    ["周一", "周二", "周三", "周四", "周五", "周六", "周日"][d.weekday().num_days_from_monday() as usize]
}
/// 2026年9月18日14:00
pub fn zh_instant(at: Instant) -> String {
    format!("{}{:02}:{:02}", zh_date(at.date_naive()), at.hour(), at.minute())
}
/// 5 Mar 2026
pub fn en_date(d: Date) -> String {
    format!("{} {}", en_day(d), d.year())
}
/// 5 Mar
pub fn en_day(d: Date) -> String {
    const M: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    format!("{} {}", d.day(), M[d.month0() as usize])
}
/// 5 Mar within the year of `near`, 5 Mar 2027 outside it.
pub fn en_near(d: Date, near: Date) -> String {
    if d.year() == near.year() { en_day(d) } else { en_date(d) }
}
/// Fri
pub fn en_weekday(d: Date) -> &'static str {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][d.weekday().num_days_from_monday() as usize]
}
/// 18 Sep 2026 14:00
pub fn en_instant(at: Instant) -> String {
    format!("{} {:02}:{:02}", en_date(at.date_naive()), at.hour(), at.minute())
}
/// 甲、乙、丙
pub fn zh_list<S: AsRef<str>>(items: impl IntoIterator<Item = S>) -> String {
    items.into_iter().map(|s| s.as_ref().to_owned()).collect::<Vec<_>>().join("、")
}
/// a, b and c
pub fn en_list<S: AsRef<str>>(items: impl IntoIterator<Item = S>) -> String {
    let all: Vec<String> = items.into_iter().map(|s| s.as_ref().to_owned()).collect();
    match all.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}
/// "1 day", "2 days"
pub fn en_count(n: i64, noun: &str) -> String {
    format!("{n} {noun}{}", if n == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_123_dates_carry_no_leading_zero() {
        let d = Date::from_ymd_opt(2026, 3, 5).expect("a day");
        assert_eq!(zh_date(d), "2026年3月5日");
        assert_eq!(en_date(d), "5 Mar 2026");
        assert_eq!(zh_weekday(d), "周四");
        assert_eq!(en_list(["a", "b", "c"]), "a, b and c");
    }
}
