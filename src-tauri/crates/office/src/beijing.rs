//! Moments as people write them. Every instant of the product is Beijing time.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeZone};
use measures::Instant;

/// `2026-09-01` is 09:00 in Beijing; `2026-09-01 14:03` and RFC 3339 are taken as they are.
pub fn moment(text: &str) -> Result<Instant, String> {
    let text = text.trim();
    if let Ok(at) = chrono::DateTime::parse_from_rfc3339(text) {
        return Ok(at);
    }
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M")
        .or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M"))
        .or_else(|_| {
            NaiveDate::parse_from_str(text, "%Y-%m-%d").map(|d| d.and_time(NaiveTime::from_hms_opt(9, 0, 0).expect("nine o'clock")))
        })
        .map_err(|_| format!("“{text}”不是日期，写作2026-09-01或2026-09-01 14:03。"))?;
    Ok(beijing_offset().from_local_datetime(&local).single().expect("Beijing has no daylight saving time"))
}

pub fn beijing_offset() -> chrono::FixedOffset {
    chrono::FixedOffset::east_opt(8 * 3600).expect("eight hours is an offset")
}
