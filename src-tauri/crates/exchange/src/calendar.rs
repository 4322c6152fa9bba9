//! Days and meetings as an iCalendar file (RFC 5545), for the calendar the secretary already looks at.

use chrono::{DateTime, FixedOffset, NaiveDate, TimeDelta, Utc};

/// One entry. `uid` stays the same from export to export, so that a later file replaces the earlier entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    pub uid: String,
    pub title: String,
    pub details: String,
    pub place: String,
    pub when: When,
}

#[derive(Debug, Clone, PartialEq)]
pub enum When {
    Day(NaiveDate),
    From(DateTime<FixedOffset>, TimeDelta),
}

pub fn calendar(name: &str, stamped: DateTime<FixedOffset>, events: &[Event]) -> Vec<u8> {
    let mut out = String::new();
    let utc = |t: &DateTime<FixedOffset>| t.with_timezone(&Utc).format("%Y%m%dT%H%M%SZ").to_string();
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//lunshen//committee//ZH", "CALSCALE:GREGORIAN"] {
        fold(&mut out, line);
    }
    fold(&mut out, &format!("X-WR-CALNAME:{}", escaped(name)));
    for event in events {
        fold(&mut out, "BEGIN:VEVENT");
        fold(&mut out, &format!("UID:{}@lunshen", escaped(&event.uid)));
        fold(&mut out, &format!("DTSTAMP:{}", utc(&stamped)));
        match &event.when {
            When::Day(day) => {
                fold(&mut out, &format!("DTSTART;VALUE=DATE:{}", day.format("%Y%m%d")));
                let next = day.succ_opt().unwrap_or(*day);
                fold(&mut out, &format!("DTEND;VALUE=DATE:{}", next.format("%Y%m%d")));
            }
            When::From(start, length) => {
                fold(&mut out, &format!("DTSTART:{}", utc(start)));
                fold(&mut out, &format!("DTEND:{}", utc(&(*start + *length))));
            }
        }
        fold(&mut out, &format!("SUMMARY:{}", escaped(&event.title)));
        for (name, words) in [("DESCRIPTION", &event.details), ("LOCATION", &event.place)] {
            if !words.is_empty() {
                fold(&mut out, &format!("{name}:{}", escaped(words)));
            }
        }
        fold(&mut out, "END:VEVENT");
    }
    fold(&mut out, "END:VCALENDAR");
    out.into_bytes()
}

fn escaped(words: &str) -> String {
    words.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace("\r\n", "\\n").replace(['\n', '\r'], "\\n")
}

/// Lines of at most 75 bytes, broken between characters, never inside one.
fn fold(out: &mut String, line: &str) {
    let mut used = 0;
    for c in line.chars() {
        if used + c.len_utf8() > 75 {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(c);
        used += c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_short_whole_characters_and_read_back() {
        let start = DateTime::parse_from_rfc3339("2026-09-18T14:00:00+08:00").expect("a moment");
        let title = "第7次会议；审议8项，含龚䶮的《基于多模态大模型的课堂情绪识别及其在本科教学质量评价中的应用研究》,等";
        let events = [
            Event {
                uid: "m7".into(),
                title: title.into(),
                details: "第一行\n第二行".into(),
                place: "行政楼305".into(),
                when: When::From(start, TimeDelta::hours(2)),
            },
            Event {
                uid: "c1.review".into(),
                title: "期限".into(),
                details: String::new(),
                place: String::new(),
                when: When::Day(NaiveDate::from_ymd_opt(2026, 12, 31).expect("a day")),
            },
        ];
        let text = String::from_utf8(calendar("伦理委员会", start, &events)).expect("whole characters");
        assert!(text.lines().all(|l| l.len() <= 75));
        let whole = text.replace("\r\n ", "");
        assert!(whole.contains("DTSTART:20260918T060000Z") && whole.contains("DTEND:20260918T080000Z"));
        assert!(whole.contains("DTEND;VALUE=DATE:20270101"));
        assert!(whole.contains("应用研究》\\,等") && whole.contains("第一行\\n第二行"));
    }
}
