//! Reading a year's holidays out of what the secretary has: the State Council's notice pasted as text, a table, or
//! the open JSON form many calendars publish. The result is a draft with its doubts, to be looked at before it is
//! put in; nothing here changes a calendar. Serves M33 through `calendar`.

use crate::Date;
use crate::calendar::{Off, YearData};
use crate::say::{zh_date, zh_weekday};
use chrono::Datelike;
use serde::{Deserialize, Serialize};

/// A year as read, and what a careful reader would ask about it.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearDraft {
    pub data: YearData,
    pub doubts: Vec<String>,
}

const NAMES: [(&str, &str); 7] = [
    ("元旦", "New Year"),
    ("春节", "Spring Festival"),
    ("清明", "Qingming"),
    ("劳动", "Labour Day"),
    ("端午", "Dragon Boat Festival"),
    ("中秋", "Mid-Autumn Festival"),
    ("国庆", "National Day"),
];
fn english(name: &str) -> String {
    let known: Vec<&str> = NAMES.iter().filter(|(z, _)| name.contains(z)).map(|(_, e)| *e).collect();
    known.join(", ")
}

/// The notice as pasted from gov.cn or a newspaper; line breaks and spaces do not matter.
pub fn parse_notice(text: &str) -> Result<YearDraft, String> {
    let text: Vec<char> = plain(text).chars().collect();
    let whole: String = text.iter().collect();
    let year = notice_year(&whole).ok_or("没有找到年份：正文应写明“关于2027年部分节假日安排”。请粘贴通知全文。")?;
    let mut draft = YearDraft {
        data: YearData {
            year,
            notice: number(&whole).unwrap_or_default(),
            issued: None,
            source: String::new(),
            off: Vec::new(),
            work: Vec::new(),
        },
        doubts: Vec::new(),
    };
    for (name, body) in items(&text) {
        for sentence in body.split(|c: &char| *c == '。') {
            read_sentence(&name, sentence, &mut draft);
        }
    }
    draft.data.issued = issued(&whole);
    if draft.data.off.is_empty() {
        return Err("没有读到放假日期：每个节日应写成“一、元旦：1月1日至3日放假调休”。请粘贴通知全文，或手工填写。".into());
    }
    if draft.data.notice.is_empty() {
        draft.doubts.push("没有找到发文字号（国办发明电〔〕号），请补填。".into());
    }
    if draft.data.issued.is_none() {
        draft.doubts.push("没有找到印发日期，请补填。".into());
    }
    for (z, _) in NAMES {
        if !draft.data.off.iter().any(|o| o.name.contains(z)) {
            draft.doubts.push(format!("没有读到“{z}”。"));
        }
    }
    draft.data.work.sort();
    draft.data.work.dedup();
    draft.doubts.extend(draft.data.doubts());
    Ok(draft)
}

/// Whitespace out, brackets and colons full-width, full-width digits to ASCII.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\u{200b}' | '\u{feff}'))
        .map(|c| match c {
            '(' => '（',
            ')' => '）',
            ':' => '：',
            ';' | '；' => '。',
            '[' | '【' => '〔',
            ']' | '】' => '〕',
            '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
            c => c,
        })
        .collect()
}

fn notice_year(text: &str) -> Option<i32> {
    let chars: Vec<char> = text.chars().collect();
    let mut mentioned = Vec::new();
    for i in 0..chars.len() {
        let Some((year, next)) = digits(&chars, i) else { continue };
        if (2000..2200).contains(&year) && chars.get(next) == Some(&'年') && (i == 0 || !chars[i - 1].is_ascii_digit()) {
            let after: String = chars[next + 1..].iter().take(6).collect();
            if after.starts_with("部分节假日") || after.starts_with("元旦") || after.starts_with("节假日") {
                return Some(year as i32);
            }
            mentioned.push(year as i32);
        }
    }
    mentioned.first().copied().filter(|y| mentioned.iter().all(|m| m == y))
}

fn number(text: &str) -> Option<String> {
    let start = text.find("国办发")?;
    let rest = &text[start..];
    let end = rest.find('号')? + '号'.len_utf8();
    let found = &rest[..end];
    (found.contains('〔') && found.chars().count() < 24).then(|| found.to_string())
}

fn issued(text: &str) -> Option<Date> {
    let at = text.rfind("国务院办公厅")? + "国务院办公厅".len();
    let chars: Vec<char> = text[at..].chars().collect();
    let (date, _) = date_at(&chars, 0, None, None)?;
    Some(date)
}

/// Splits "一、元旦：…二、春节：…" into names and bodies.
fn items(text: &[char]) -> Vec<(String, Vec<char>)> {
    let numeral = |c: &char| "一二三四五六七八九十".contains(*c);
    let mut heads = Vec::new();
    for i in 0..text.len() {
        if !(numeral(&text[i]) && text.get(i + 1) == Some(&'、')) {
            continue;
        }
        let mut from = i;
        while from > 0 && numeral(&text[from - 1]) {
            from -= 1;
        }
        if let Some(colon) = text[i + 2..].iter().take(14).position(|c| *c == '：') {
            // "一、二、元旦：": both would end at one colon; the later is the head.
            heads.retain(|(_, _, earlier): &(usize, usize, usize)| *earlier < from);
            heads.push((from, i + 2, i + 2 + colon));
        }
    }
    let mut found = Vec::new();
    for (k, (_, name_from, colon)) in heads.iter().enumerate() {
        let end = heads.get(k + 1).map_or(text.len(), |h| h.0);
        found.push((text[*name_from..*colon].iter().collect(), text[colon + 1..end].to_vec()));
    }
    found
}

/// Dates wait until the verb says what they are: 放假 off, 上班 worked. An encouragement to rest is neither.
fn read_sentence(name: &str, s: &[char], draft: &mut YearDraft) {
    let year = draft.data.year;
    let mut waiting: Vec<(Date, Date)> = Vec::new();
    let mut last: Option<Date> = None;
    let mut off_days: i64 = 0;
    let mut i = 0;
    while i < s.len() {
        if let Some((date, next)) = date_at(s, i, Some(year), last) {
            let (after, said) = weekday(s, next);
            if let Some(said) = said.filter(|w| *w != date.weekday().num_days_from_monday()) {
                draft.doubts.push(format!(
                    "{}是{}，通知写的是{}。",
                    zh_date(date),
                    zh_weekday(date),
                    ["周一", "周二", "周三", "周四", "周五", "周六", "周日"][said as usize]
                ));
            }
            // A range: 1日（周四）至3日（周六）.
            let is_end = i > 0 && matches!(s[i - 1], '至' | '—' | '-' | '－') && !waiting.is_empty();
            match waiting.last_mut() {
                Some(range) if is_end => range.1 = date,
                _ => waiting.push((date, date)),
            }
            last = Some(date);
            i = after;
            continue;
        }
        let rest: String = s[i..].iter().take(4).collect();
        if rest.starts_with("放假") {
            for (from, until) in waiting.drain(..) {
                off_days += (until - from).num_days() + 1;
                draft.data.off.push(Off { name: name.into(), en: english(name), from, until });
            }
        } else if rest.starts_with("上班") {
            for (from, until) in waiting.drain(..) {
                draft.data.work.extend(from.iter_days().take_while(|d| *d <= until));
            }
        } else if rest.starts_with("鼓励") {
            return;
        } else if let Some((n, next)) = rest.starts_with('共').then(|| digits(s, i + 1)).flatten()
            && s.get(next) == Some(&'天')
            && off_days > 0
            && i64::from(n) != off_days
        {
            draft.doubts.push(format!("{name}：通知写共{n}天，读到{off_days}天。"));
        }
        i += 1;
    }
}

fn digits(s: &[char], i: usize) -> Option<(u32, usize)> {
    let n = s[i.min(s.len())..].iter().take_while(|c| c.is_ascii_digit()).count();
    if n == 0 || n > 4 {
        return None;
    }
    let text: String = s[i..i + n].iter().collect();
    Some((text.parse().ok()?, i + n))
}

/// `2026年1月3日`, `1月3日` or, after another date, `3日`.
fn date_at(s: &[char], i: usize, year: Option<i32>, last: Option<Date>) -> Option<(Date, usize)> {
    if i > 0 && s[i - 1].is_ascii_digit() {
        return None;
    }
    let (mut n, mut at) = digits(s, i)?;
    let mut y = year;
    if s.get(at) == Some(&'年') {
        y = Some(n as i32);
        (n, at) = digits(s, at + 1)?;
    }
    let mut month = last.map(|d| d.month());
    if s.get(at) == Some(&'月') {
        month = Some(n);
        (n, at) = digits(s, at + 1)?;
    } else if let Some(d) = last {
        y = Some(d.year());
    }
    if s.get(at) != Some(&'日') {
        return None;
    }
    Some((Date::from_ymd_opt(y?, month?, n)?, at + 1))
}

/// The weekday in the brackets that follow, and where they end.
fn weekday(s: &[char], i: usize) -> (usize, Option<u32>) {
    if s.get(i) != Some(&'（') {
        return (i, None);
    }
    let Some(len) = s[i..].iter().position(|c| *c == '）') else { return (i, None) };
    let inside: String = s[i + 1..i + len].iter().collect();
    let said = inside
        .rfind("星期")
        .map(|p| p + "星期".len())
        .or_else(|| inside.rfind('周').map(|p| p + '周'.len_utf8()))
        .and_then(|p| inside[p..].chars().next())
        .and_then(|c| "一二三四五六日".chars().position(|w| w == c || (w == '日' && c == '天')));
    (i + len + 1, said.map(|w| w as u32))
}

/// A table of `date, off or work, name`; a head line is allowed. `2027-01-01,休,元旦`.
pub fn parse_csv(text: &str) -> Result<YearDraft, String> {
    let mut days = Vec::new();
    for (n, line) in text.lines().enumerate() {
        let line = line.trim().trim_start_matches('\u{feff}');
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let cells: Vec<&str> = line.split([',', '，', '\t', ';']).map(|c| c.trim().trim_matches('"')).collect();
        let Ok(date) = cells[0].replace('/', "-").parse::<Date>() else {
            if n == 0 {
                continue;
            }
            return Err(format!("第{}行“{}”不是日期，应写成2027-01-01。其余各行没有导入。", n + 1, cells[0]));
        };
        let off = match cells.get(1).map(|c| c.to_lowercase()).as_deref() {
            Some("off" | "休" | "放假" | "true" | "holiday") => true,
            Some("work" | "班" | "上班" | "false" | "workday") => false,
            other => return Err(format!("第{}行第2列“{}”应写“休”或“班”。其余各行没有导入。", n + 1, other.unwrap_or_default())),
        };
        days.push((date, off, cells.get(2).copied().unwrap_or_default().to_string()));
    }
    draft_of(days, String::new())
}

/// `{"year": 2027, "papers": [...], "days": [{"name", "date", "isOffDay"}]}`.
pub fn parse_json(text: &str) -> Result<YearDraft, String> {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Day {
        #[serde(default)]
        name: String,
        date: Date,
        is_off_day: bool,
    }
    #[derive(Deserialize)]
    struct File {
        #[serde(default)]
        papers: Vec<String>,
        days: Vec<Day>,
    }
    let file: File = serde_json::from_str(text).map_err(|e| format!("节假日文件读不懂：{e}。请改用CSV或粘贴通知。"))?;
    draft_of(file.days.into_iter().map(|d| (d.date, d.is_off_day, d.name)).collect(), file.papers.join(" "))
}

fn draft_of(mut days: Vec<(Date, bool, String)>, source: String) -> Result<YearDraft, String> {
    days.sort();
    days.dedup();
    let year = days.last().map(|(d, ..)| d.year()).ok_or("文件里没有日期。")?;
    let mut off: Vec<Off> = Vec::new();
    let mut work = Vec::new();
    for (date, is_off, name) in days {
        match off.last_mut() {
            _ if !is_off => work.push(date),
            Some(o) if o.name == name && o.until.succ_opt() == Some(date) => o.until = date,
            _ => off.push(Off { en: english(&name), name, from: date, until: date }),
        }
    }
    let data = YearData { year, notice: String::new(), issued: None, source, off, work };
    let mut doubts = data.doubts();
    doubts.push("文件里没有发文字号，请补填。".into());
    Ok(YearDraft { data, doubts })
}
