//! Papers printed at once and not kept: the day on a sheet, the working of a date, a list as a register, the recovery
//! sheet, and any paper of the record as a form without number. What the screen shows is what is printed: the first three
//! are made from the views themselves.

use crate::about::About;
use crate::prints::names::series;
use crate::prints::press::number_words;
use crate::prints::{build, named};
use crate::sources::{Sources, clock_time};

use crate::failure::Failure;
use crate::office::Office;
use crate::views::cases::CasesView;
use crate::views::packets::{PacketRow, PacketsView};
use crate::views::today::TodayView;
use crate::views::why::{WhyDay, WhyView};
use crate::views::{self, View};
use chrono::Datelike;
use measures::say::{zh_date, zh_near, zh_weekday};
use measures::*;
use papers::day_sheet::{DayGroup, DayRow, DaySheet};
use papers::recovery_sheet::RecoverySheet;
use papers::refusal_notice::RefusalNotice;
use papers::register::{Column, Register};
use papers::why_date::{DayMark, MonthGrid, Step, WhyDate};
use papers::{CaseRef, Imprint, Kind, Paper};
use serde::de::DeserializeOwned;
use serde_json::Value;

fn seen<T: DeserializeOwned>(office: &mut Office, now: Instant, view: &View) -> Result<T, Failure> {
    Ok(serde_json::from_value(views::look(office, now, view)?)?)
}

/// The paper a print request asks for. `what` is the rest of the request.
pub fn transient(office: &mut Office, now: Instant, kind: &str, what: &Value) -> Result<Paper, Failure> {
    let text = |key: &str| what[key].as_str().unwrap_or_default().to_string();
    if kind == SAMPLE {
        return Ok(Paper::RefusalNotice(sample_letter(&Sources::of_open(office.opened()?, now)?)));
    }
    if kind == PACKET_LIST {
        return Ok(Paper::Register(packet_list(office, now, what)?));
    }
    Ok(match named(kind)? {
        Kind::DaySheet => Paper::DaySheet(day_sheet(office, now)?),
        Kind::WhyDate => {
            let view: View = match what["case"].as_str() {
                Some(case) => View::Why { case: case.into(), clock: text("clock") },
                None => {
                    let mut compute = what.clone();
                    compute["view"] = "compute".into();
                    serde_json::from_value(compute)?
                }
            };
            Paper::WhyDate(why_date(office, now, &view, what["case"].as_str())?)
        }
        Kind::Register => Paper::Register(register(office, now, &text("saved"), &text("text"), &text("order"), what["desc"] == true)?),
        Kind::RecoverySheet => Paper::RecoverySheet(recovery_sheet(now, what)),
        Kind::Roster => {
            let src = Sources::of_open(office.opened()?, now)?;
            let day = what["on"].as_str().and_then(|d| d.parse().ok()).unwrap_or_else(|| src.today());
            Paper::Roster(crate::prints::committee::roster(&src, day)?)
        }
        kind => {
            let src = Sources::of_open(office.opened()?, now)?;
            let about = src.complete(serde_json::from_value::<About>(what.clone())?)?;
            let with = if kind == Kind::ServiceReceipt { serde_json::json!({ "paper": what["of"] }) } else { what["with"].clone() };
            let mut paper = build(&src, kind, &about, &crate::prints::fields::words_only(kind, &with)?)?;
            if let (Paper::MeetingNotice(notice), Some(meeting)) = (&mut paper, &about.meeting) {
                // Each member's copy bears the number under which the notice went out.
                let sent = src
                    .reader
                    .where_::<FiledPaper>("meeting", meeting)?
                    .into_iter()
                    .rfind(|p| p.kind == kind.id() && p.state == PaperState::Issued);
                if let Some(sent) = sent {
                    notice.imprint.number = Some(sent.number);
                    notice.imprint.date = sent.dated;
                }
            }
            paper
        }
    })
}

/// Asked for by the wizard, before there is a case a letter could be about.
const SAMPLE: &str = "sample_letter";

/// How this committee's letters will look: its head, its number style, its foot, round words that say they are a sample.
fn sample_letter(src: &Sources) -> RefusalNotice {
    let (c, today) = (&src.committee, src.today());
    RefusalNotice {
        imprint: Imprint {
            number: Some(number_words(c, series(Kind::RefusalNotice), today.year(), 1)),
            date: Some(today),
            ..Imprint::default()
        },
        case: CaseRef {
            number: format!("{}-{}-0001", c.case_prefix, today.year()),
            activity: "样张（不是真的案件）".into(),
            leader: "某某".into(),
            unit: c.unit.name.clone(),
        },
        applicant: "某某".into(),
        received: today,
        decided: today,
        reasons: vec!["这是一份样张，只看版头、文号、落款是不是本单位的样子。".into(), "发文代字、案号前缀改了，样张随着改。".into()],
        instead: String::new(),
        objection: String::new(),
        basis: src.basis(today, &[13], &[10]),
    }
}

fn day_sheet(office: &mut Office, now: Instant) -> Result<DaySheet, Failure> {
    let today: TodayView = seen(office, now, &View::Today)?;
    let secretary = office.opened()?.archive.read().get::<Committee>("committee")?.map(|c| c.secretary).unwrap_or_default();
    let day = today.today;
    let groups = today
        .groups
        .iter()
        .filter(|g| !g.rows.is_empty())
        .map(|g| DayGroup {
            title: g.zh.clone(),
            rows: g
                .rows
                .iter()
                .map(|r| DayRow {
                    due: match (&r.left, &r.due) {
                        (Some(left), Some(due)) => format!("{}，{}", zh_near(due.nominal, day), left.chip_zh),
                        (Some(left), None) => left.chip_zh.clone(),
                        (None, Some(due)) => zh_near(due.nominal, day),
                        (None, None) => String::new(),
                    },
                    what: r.zh.clone(),
                    who: r.who.clone(),
                    article: say::zh_list(r.cites.iter().take(2).map(Cite::zh)),
                })
                .collect(),
        })
        .collect();
    let meeting = match &today.meeting {
        Some(m) => {
            let lines: Vec<&str> = m.lines.iter().map(|l| l.zh.as_str()).collect();
            format!(
                "第{}次会议，{}{}，{}，{}项议题。{}",
                m.no,
                zh_date(m.starts.date_naive()),
                clock_time(m.starts),
                m.place,
                m.items.len(),
                lines.join("")
            )
        }
        None => String::new(),
    };
    Ok(DaySheet {
        date: day,
        weekday: format!("星期{}", zh_weekday(day).trim_start_matches('周')),
        secretary,
        summary: today.zh.join(""),
        groups,
        meeting,
    })
}

fn why_date(office: &mut Office, now: Instant, view: &View, case: Option<&str>) -> Result<WhyDate, Failure> {
    let why: WhyView = seen(office, now, view)?;
    let src = Sources::of_open(office.opened()?, now)?;
    let case = match case {
        Some(id) => {
            let case = src.need::<Case>("case", id)?;
            Some(src.case_ref(&case, case.rounds.len() - 1))
        }
        None => None,
    };
    let day = match why.due.at {
        Some(at) => say::zh_instant(at),
        None if why.due.rolled != why.due.nominal => format!("{}（顺延至{}）", zh_date(why.due.nominal), zh_date(why.due.rolled)),
        None => zh_date(why.due.nominal),
    };
    Ok(WhyDate {
        case,
        subject: why.title_zh.clone(),
        day,
        sentence: why.zh.clone(),
        steps: why
            .rows
            .iter()
            .map(|r| {
                let basis = say::zh_list(r.cites.iter().map(Cite::zh));
                let text = if basis.is_empty() { r.value_zh.clone() } else { format!("{}（{basis}）", r.value_zh) };
                Step { label: r.zh.clone(), text }
            })
            .collect(),
        months: months(&why.days),
        compare: why.other_zh.clone(),
        printed: zh_date(now.date_naive()),
    })
}

fn months(days: &[WhyDay]) -> Vec<MonthGrid> {
    let mut out: Vec<MonthGrid> = Vec::new();
    for day in days {
        let (year, month) = (day.date.year(), day.date.month());
        if out.last().is_none_or(|m| (m.year, m.month) != (year, month)) {
            out.push(MonthGrid { year, month, marks: vec![] });
        }
        let sign = match day.kind.as_str() {
            "make_up" => "班",
            "holiday" => "休",
            _ => "",
        };
        if let Some(grid) = out.last_mut() {
            grid.marks.push(DayMark {
                day: day.date.day(),
                sign: sign.into(),
                note: day.name.clone(),
                count: day.n.filter(|n| *n > 0),
                last: day.last,
            });
        }
    }
    out
}

fn register(office: &mut Office, now: Instant, saved: &str, text: &str, order: &str, desc: bool) -> Result<Register, Failure> {
    let view = View::Cases { saved: saved.into(), text: text.into(), order: order.into(), desc, offset: 0, limit: 10_000 };
    let list: CasesView = seen(office, now, &view)?;
    let name = list.views.iter().find(|v| v.key == list.view).map_or("案件", |v| v.zh.as_str());
    let today = now.date_naive();
    let mut subtitle = format!("{name}{}件，{}", list.total, zh_date(today));
    if !text.trim().is_empty() {
        subtitle = format!("{subtitle}，含“{}”", text.trim());
    }
    let column = |head: &str, width: f32| Column { head: head.into(), width, numeric: false };
    Ok(Register {
        title: "案件登记簿".into(),
        subtitle,
        columns: vec![
            column("受理号", 17.0),
            column("活动名称", 34.0),
            column("负责人", 10.0),
            column("单位", 18.0),
            column("程序", 10.0),
            column("办理情况", 16.0),
            column("期限", 20.0),
        ],
        rows: list
            .rows
            .iter()
            .map(|r| {
                let due = match (r.due, &r.left) {
                    (Some(due), Some(left)) => format!("{}{}，{}", r.clock_zh, zh_near(due, today), left.chip_zh),
                    (Some(due), None) => format!("{}{}", r.clock_zh, zh_near(due, today)),
                    _ => String::new(),
                };
                let listed =
                    if r.listed.is_empty() { String::new() } else { format!("（清单{}）", crate::sources::list_items(&r.listed)) };
                vec![
                    r.number.clone(),
                    format!("{}{listed}", r.title),
                    r.leader.clone(),
                    r.department.clone(),
                    r.procedure_zh.clone(),
                    r.stage_zh.clone(),
                    due,
                ]
            })
            .collect(),
        note: String::new(),
        portrait: false,
    })
}

/// The hand-out list of packets (送出登记): for one meeting or one simplified review.
const PACKET_LIST: &str = "packet_list";

fn packet_list(office: &mut Office, now: Instant, what: &Value) -> Result<Register, Failure> {
    let of = |key: &str| what[key].as_str().map(str::to_string);
    let list: PacketsView = seen(office, now, &View::Packets { meeting: of("meeting"), case: of("case") })?;
    let column = |head: &str, width: f32| Column { head: head.into(), width, numeric: false };
    let last = |row: &PacketRow| row.packets.last().cloned();
    let rows = list.rows.iter().map(|row| {
        let handed = last(row).map(|p| format!("第{}版，{}，{}", p.edition, zh_date(p.on), p.how.zh())).unwrap_or_else(|| "未送".into());
        let file =
            last(row).map(|p| if p.file_name.is_empty() { String::new() } else { format!("{}（校验{}）", p.file_name, first8(&p.sha256)) });
        let by = last(row).and_then(|p| p.reply_by).map(zh_date).unwrap_or_default();
        let answer = match last(row) {
            None => String::new(),
            Some(p) if row.answered as usize >= p.items.len() => "已答完".into(),
            Some(p) => format!("{}件中已答{}件", p.items.len(), row.answered),
        };
        let out = if row.left_out.is_empty() {
            String::new()
        } else {
            format!("；{}因回避不装入", row.left_out.iter().map(|n| format!("议题{n}")).collect::<Vec<_>>().join("、"))
        };
        vec![
            format!("{}（{}）", row.name, row.role_zh),
            format!("{}件{out}", row.items.len()),
            handed,
            file.unwrap_or_default(),
            by,
            answer,
            String::new(),
        ]
    });
    Ok(Register {
        title: "阅会包送出登记".into(),
        subtitle: format!("{}，{}", list.title, zh_date(now.date_naive())),
        columns: vec![
            column("收件人", 16.0),
            column("装入", 18.0),
            column("送出", 22.0),
            column("文件", 26.0),
            column("请答复于", 14.0),
            column("答复", 14.0),
            column("签收", 14.0),
        ],
        rows: rows.collect(),
        note: String::new(),
        portrait: false,
    })
}

fn first8(sha256: &str) -> String {
    sha256.chars().take(8).collect()
}

/// From the answer to founding the file: `lines` of four groups and a check. Nothing of it is kept anywhere.
fn recovery_sheet(now: Instant, what: &Value) -> RecoverySheet {
    let lines: Vec<String> = what["lines"].as_array().into_iter().flatten().filter_map(|l| l.as_str().map(str::to_string)).collect();
    let (mut groups, mut checks) = (Vec::new(), Vec::new());
    for line in &lines {
        let (words, check) = line.split_once('·').unwrap_or((line, ""));
        groups.extend(words.split_whitespace().map(str::to_string));
        checks.push(check.trim().to_string());
    }
    RecoverySheet {
        made_at: say::zh_instant(now),
        made_by: what["by"].as_str().unwrap_or_default().into(),
        groups,
        checksum: checks.join(" "),
        file: match (what["name"].as_str(), what["file_id"].as_str()) {
            (Some(name), Some(id)) => format!("{name}（{}）", in_eights(id)),
            (name, id) => name.or(id).unwrap_or_default().into(),
        },
        without_program: what["without_program"].as_array().into_iter().flatten().filter_map(|l| l.as_str().map(str::to_string)).collect(),
    }
}

/// A long identity in parts of eight, so that a line can break in it and an eye can compare it.
fn in_eights(id: &str) -> String {
    let letters: Vec<char> = id.chars().collect();
    letters.chunks(8).map(|part| part.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}
