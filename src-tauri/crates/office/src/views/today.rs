//! 今日: what is due, at risk, overdue, and what waits for others.

use super::ahead;
use super::duties::{self, groups};
use super::frame;
pub use super::lines::{DutyGroup, DutyRow, Line};
use super::lines::{line, line_of};
use crate::failure::Failure;
use crate::office::Office;
use crate::projection::next_step;
use crate::sources::Sources;
use measures::say::{zh_list, zh_near};
use measures::{Date, FiledPaper, Instant, PaperStep, Verdict, daily, say};
use serde::{Deserialize, Serialize};

/// The next meeting within seven days, a lamp an item.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NextMeeting {
    pub id: String,
    pub no: u32,
    pub starts: measures::Instant,
    pub place: String,
    pub items: Vec<Verdict>,
    pub lines: Vec<Line>,
}

/// Letters in transit, by the step they wait for.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InTransit {
    pub print: u32,
    pub sign: u32,
    pub seal: u32,
    pub scan: u32,
    pub serve: u32,
    pub longest_zh: String,
    pub longest_en: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TodayView {
    pub today: Date,
    pub zh: Vec<String>,
    pub en: Vec<String>,
    pub groups: Vec<DutyGroup>,
    pub meeting: Option<NextMeeting>,
    pub transit: InTransit,
    pub backup: Vec<Line>,
    pub committee: Vec<Line>,
}

pub fn build(office: &Office, now: Instant) -> Result<TodayView, Failure> {
    let open = office.opened()?;
    let src = Sources::of_open(open, now)?;
    let groups = groups(&src)?;
    let meeting = next_meeting(&src)?;
    let (zh, en) = sentences(&src, &groups, meeting.as_ref())?;
    Ok(TodayView {
        today: src.today(),
        zh,
        en,
        groups,
        meeting,
        transit: transit(&src)?,
        backup: frame::backup_lines(open, now),
        committee: committee(&src),
    })
}

/// At most this many lines of what runs out at the committee; its own page has the rest.
const LINES: usize = 4;

/// The composition of today, then what runs out, worst first.
fn committee(src: &Sources) -> Vec<Line> {
    let all = daily::daily(&src.facts(), src.today());
    let whole = all.iter().filter(|f| f.verdict == Verdict::Fine && (f.rule.starts_with("M10") || f.rule.starts_with("E7"))).take(1);
    let open = all.iter().filter(|f| f.verdict <= Verdict::Ask).take(LINES);
    let notes = all.iter().filter(|f| f.verdict == Verdict::Note && f.rule == "E7.term_ends").take(1);
    whole.chain(open).chain(notes).map(|f| line_of(f, if f.rule.starts_with("M33") { "settings" } else { "committee" })).collect()
}

/// The nearest meeting within seven days, a lamp an item.
fn next_meeting(src: &Sources) -> Result<Option<NextMeeting>, Failure> {
    let last = src.today() + chrono::Days::new(7);
    let Some(meeting) = ahead::upcoming(src)?.into_iter().find(|m| m.starts.date_naive() <= last && m.starts.date_naive() >= src.today())
    else {
        return Ok(None);
    };
    let items = super::ahead::forecasts(src, &meeting)?;
    let whole = super::ahead::whole_forecast(src, &meeting);
    let due = src.in_office(meeting.day()).len();
    let n = whole.attending.len();
    let mut lines = vec![line(
        if n as u32 >= src.law.rules.quorum() { Verdict::Fine } else { Verdict::Block },
        &format!("预计到会{n}人（应到{due}，须不少于{}）", src.law.rules.quorum()),
        &format!("{n} of {due} expected, at least {} needed", src.law.rules.quorum()),
        "meeting",
    )];
    let kinds = zh_list(whole.counts.iter().filter(|(_, n)| *n > 0).map(|(c, n)| format!("{}{n}", c.zh())));
    lines.push(line(
        if whole.missing.is_empty() && whole.host_ok { Verdict::Fine } else { Verdict::Block },
        &format!("{kinds}，{}", if whole.host_ok { format!("{}主持", src.name(&whole.host)) } else { "没有人可以主持".into() }),
        &format!(
            "{}; {}",
            say::en_list(whole.counts.iter().filter(|(_, n)| *n > 0).map(|(c, n)| format!("{} {n}", c.en()))),
            if whole.host_ok { format!("{} presides", src.name(&whole.host)) } else { "nobody may preside".into() }
        ),
        "meeting",
    ));
    for (i, (_, _, q)) in items.iter().enumerate().filter(|(_, (_, _, q))| q.lamp == Verdict::Block) {
        lines.push(line(Verdict::Block, &format!("第{}项：{}", i + 1, q.zh), &format!("Item {}: {}", i + 1, q.en), "meeting"));
    }
    for l in &mut lines {
        l.id = meeting.id.clone();
    }
    Ok(Some(NextMeeting {
        id: meeting.id.clone(),
        no: meeting.no,
        starts: meeting.starts,
        place: meeting.place.clone(),
        items: items.iter().map(|(_, _, q)| q.lamp).collect(),
        lines,
    }))
}

/// Letters in transit, by the step they wait for.
fn transit(src: &Sources) -> Result<InTransit, Failure> {
    let mut out = InTransit { print: 0, sign: 0, seal: 0, scan: 0, serve: 0, longest_zh: String::new(), longest_en: String::new() };
    let mut longest: Option<(i64, FiledPaper, PaperStep)> = None;
    for paper in duties::on_their_way(src)? {
        let Some(step) = next_step(&paper) else { continue };
        *match step {
            PaperStep::Printed => &mut out.print,
            PaperStep::Signed => &mut out.sign,
            PaperStep::Sealed => &mut out.seal,
            PaperStep::Scanned => &mut out.scan,
            PaperStep::Served => &mut out.serve,
        } += 1;
        let days = duties::resting(&paper, src.today());
        if longest.as_ref().is_none_or(|(d, ..)| days > *d) {
            longest = Some((days, paper, step));
        }
    }
    if let Some((days, paper, step)) = longest.filter(|(d, ..)| *d > 0) {
        let name = if paper.number.is_empty() { &paper.title } else { &paper.number };
        out.longest_zh = format!("停留最久：{name}，待{}{days}天", step.zh());
        out.longest_en = format!("Resting longest: {name}, {} to be {}", say::en_count(days, "day"), step.en());
    }
    Ok(out)
}

/// How things stand, in one or two sentences.
fn sentences(src: &Sources, groups: &[DutyGroup], meeting: Option<&NextMeeting>) -> Result<(Vec<String>, Vec<String>), Failure> {
    let today = src.today();
    let n = |key: &str| groups.iter().find(|g| g.key == key).map_or(0, |g| g.total);
    let (over, due, risk) = (n("overdue"), n("today"), n("risk"));
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    if over + due == 0 {
        let next = src.reader.duties(None, 50)?.into_iter().find(|d| d.kind == "case" && !d.waiting && d.rolled > today);
        let mut z = "没有逾期，也没有今天到期的事。".to_string();
        let mut e = "Nothing overdue, nothing due today.".to_string();
        if let Some(d) = next {
            let words = |key: &str| d.doc[key].as_str().unwrap_or_default().to_string();
            let number = src.reader.case_row(&d.id)?.and_then(|r| r["number"].as_str().map(str::to_string)).unwrap_or_default();
            z.push_str(&format!("最近的一件：{}，{number}{}。", zh_near(d.nominal, today), words("zh")));
            e.push_str(&format!(" Next: {}, {} for {number}.", say::en_near(d.nominal, today), words("en")));
        }
        zh.push(z);
        en.push(e);
    } else {
        let parts: Vec<String> = [(over, "件逾期"), (due, "件今天到期"), (if over == 0 { risk } else { 0 }, "件有风险")]
            .iter()
            .filter(|(n, _)| *n > 0)
            .map(|(n, w)| format!("{n}{w}"))
            .collect();
        let parts_en: Vec<String> = [(over, "overdue"), (due, "due today"), (if over == 0 { risk } else { 0 }, "at risk")]
            .iter()
            .filter(|(n, _)| *n > 0)
            .map(|(n, w)| format!("{n} {w}"))
            .collect();
        zh.push(format!("{}。", parts.join("，")));
        en.push(format!("{}.", parts_en.join(", ")));
    }
    if let Some(m) = meeting {
        let day = m.starts.date_naive();
        let (when, when_en) = match (day - today).num_days() {
            0 => ("今天".to_string(), "Today".to_string()),
            1 => ("明天".into(), "Tomorrow".into()),
            _ => (
                format!("{}（{}）", zh_near(day, today), say::zh_weekday(day)),
                format!("{} {}", say::en_weekday(day), say::en_near(day, today)),
            ),
        };
        let red: Vec<usize> = m.items.iter().enumerate().filter(|(_, v)| **v == Verdict::Block).map(|(i, _)| i + 1).collect();
        let all = m.items.len();
        let (state, state_en) = match (all, red.len()) {
            (0, _) => ("还没有议题".to_string(), "no items yet".to_string()),
            (_, 0) => (format!("{all}项都可以审议"), format!("all {all} items can be heard")),
            _ => (
                format!("{all}项中{}现在还开不成", zh_list(red.iter().map(|n| format!("第{n}项")))),
                format!("{} of {all} items cannot be heard yet: {}", red.len(), say::en_list(red.iter().map(usize::to_string))),
            ),
        };
        zh.push(format!("{when}{}开第{}次会议，{state}。", m.starts.format("%-H:%M"), m.no));
        en.push(format!("{when_en} {} meeting {}: {state_en}.", m.starts.format("%-H:%M"), m.no));
    }
    Ok((zh, en))
}
