//! Moments as people write them. Every instant of the product is Beijing time.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeZone};
use measures::Instant;

/// `2026-09-01` is 09:00 in Beijing, `2026-09-01 14:03` as it stands; RFC 3339 of another zone is the same moment in Beijing,
/// where it may be the next day.
pub fn moment(text: &str) -> Result<Instant, String> {
    let text = text.trim();
    if let Ok(at) = chrono::DateTime::parse_from_rfc3339(text) {
        return Ok(at.with_timezone(&beijing_offset()));
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

/// Every instant in an act as Beijing writes it: a moment given in another zone has its legal day in Beijing, and what is on
/// record never depends on the zone it was typed in.
pub fn in_beijing(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::String(s) => {
            let instant = s.len() >= 20 && s.as_bytes()[10] == b'T' && !s.ends_with("+08:00");
            if let Some(at) = instant.then(|| chrono::DateTime::parse_from_rfc3339(s).ok()).flatten() {
                *s = at.with_timezone(&beijing_offset()).to_rfc3339();
            }
        }
        serde_json::Value::Array(list) => list.iter_mut().for_each(in_beijing),
        serde_json::Value::Object(map) => map.values_mut().for_each(in_beijing),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_hours_utc_is_the_next_day_in_beijing() {
        let mut act =
            serde_json::json!({ "at": "2026-09-01T20:00:00Z", "list": ["2026-09-01T08:00:00+08:00"], "text": "见T20:00:00Z一节的说明" });
        in_beijing(&mut act);
        assert_eq!(act["at"], "2026-09-02T04:00:00+08:00");
        assert_eq!(act["list"][0], "2026-09-01T08:00:00+08:00", "Beijing's own is left alone");
        assert_eq!(act["text"], "见T20:00:00Z一节的说明", "words are left alone");
        assert_eq!(moment("2026-09-01T20:00:00Z").expect("a moment").date_naive().to_string(), "2026-09-02");
    }
}
