//! The lists of the screens as tables for a spreadsheet, and the dates as a calendar file. Rows, states and dates are
//! those of the views; nothing is computed here.

use crate::failure::Failure;
use crate::office::{FileOut, Office};
use crate::prints::{kind_zh, named};
use crate::projection::meeting_title;
use crate::sources::Sources;
use crate::views::cases::{AppealsView, TrackingView};
use crate::views::committee::CommitteeView;
use crate::views::journal::JournalView;
use crate::views::meeting::MeetingsView;
use crate::views::outward::OutwardView;
use crate::views::papers::PapersView;
use exchange::{Cell, Event, Sheet, When};
use measures::*;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// The lists there are: what the window asks for, and what the file is called.
const LISTS: [(&str, &str); 7] = [
    ("members", "委员名册"),
    ("papers", "文书"),
    ("tracking", "跟踪审查"),
    ("appeals", "申诉举报"),
    ("outward", "登记与咨询"),
    ("journal", "留痕"),
    ("meetings", "会议"),
];

impl Office {
    /// A list as it is shown, as an Excel workbook. `with` are the view's own filters.
    pub(crate) fn table(&mut self, now: Instant, list: &str, with: &Value) -> Result<FileOut, Failure> {
        let Some((_, called)) = LISTS.iter().find(|(key, _)| *key == list) else {
            return Err(Failure::invalid("list", format!("没有“{list}”这张表。"), format!("There is no table “{list}”.")));
        };
        let sheets = match list {
            "members" => members(self.view(now, "committee", with)?),
            "papers" => vec![papers(&self.every(now, "papers", with, |v: &mut PapersView| std::mem::take(&mut v.rows))?)?],
            "tracking" => tracking(self.view(now, "tracking", with)?),
            "appeals" => appeals(self.view(now, "appeals", with)?),
            "outward" => outward(self.view(now, "outward", with)?),
            "meetings" => vec![meetings(self.view(now, "meetings", with)?)],
            _ => vec![journal(&self.every(now, "journal", with, |v: &mut JournalView| std::mem::take(&mut v.entries))?)],
        };
        let name = format!("{called} {}.xlsx", now.format("%Y-%m-%d"));
        Ok(FileOut { name, bytes: exchange::workbook(&sheets)? })
    }

    fn view<T: DeserializeOwned>(&mut self, now: Instant, view: &str, with: &Value) -> Result<T, Failure> {
        let mut ask = if with.is_object() { with.clone() } else { json!({}) };
        ask["view"] = json!(view);
        Ok(serde_json::from_value(self.look(now, ask)?)?)
    }

    /// All pages of a view that answers a page at a time.
    fn every<T: DeserializeOwned, R>(
        &mut self,
        now: Instant,
        view: &str,
        with: &Value,
        rows: impl Fn(&mut T) -> Vec<R>,
    ) -> Result<Vec<R>, Failure> {
        let mut all = Vec::new();
        loop {
            let mut ask = if with.is_object() { with.clone() } else { json!({}) };
            ask["offset"] = json!(all.len());
            ask["limit"] = json!(500);
            let mut page: T = self.view(now, view, &ask)?;
            let found = rows(&mut page);
            if found.is_empty() {
                return Ok(all);
            }
            all.extend(found);
        }
    }

    /// One meeting, or every planned meeting and every open date, for the calendar the secretary already looks at.
    pub(crate) fn calendar_file(&self, now: Instant, meeting: Option<&str>) -> Result<FileOut, Failure> {
        let src = Sources::of_open(self.opened()?, now)?;
        let (events, called) = match meeting {
            Some(id) => {
                let meeting = src.need::<Meeting>("meeting", id)?;
                let mut events = vec![of_meeting(&src, &meeting)?];
                for item in src.items_of(&meeting)? {
                    events.extend(of_case(&src, &item.case)?);
                }
                (events, meeting_title(&meeting))
            }
            None => {
                let mut events = Vec::new();
                for duty in src.reader.duties(None, 10_000)? {
                    match duty.kind.as_str() {
                        "meeting" => events.push(of_meeting(&src, &src.need::<Meeting>("meeting", &duty.id)?)?),
                        "case" => events.extend(of_duty(&src, &duty)?),
                        _ => {}
                    }
                }
                (events, "会议和期限".to_string())
            }
        };
        let name = format!("{called} {}.ics", now.format("%Y-%m-%d"));
        Ok(FileOut { name, bytes: exchange::calendar(&src.committee.name, now, &events) })
    }
}

fn of_meeting(src: &Sources, meeting: &Meeting) -> Result<Event, Failure> {
    let mut details = Vec::new();
    for (n, item) in (1..).zip(src.items_of(meeting)?) {
        let case = src.need::<Case>("case", &item.case)?;
        details.push(format!("{n}. {} {}", case.number, case.application.title));
    }
    let place = [meeting.place.as_str(), meeting.link.as_str()].iter().filter(|p| !p.is_empty()).copied().collect::<Vec<_>>().join(" ");
    let cancelled = if meeting.cancelled.is_some() { "（已取消）" } else { "" };
    Ok(Event {
        uid: meeting.id.clone(),
        title: format!("{}{cancelled}", meeting_title(meeting)),
        details: details.join("\n"),
        place,
        when: When::From(meeting.starts, meeting.ends - meeting.starts),
    })
}

fn of_case(src: &Sources, id: &str) -> Result<Vec<Event>, Failure> {
    let duties = src.reader.duties_of("case", id)?;
    duties.iter().map(|d| of_duty(src, d)).filter_map(Result::transpose).collect()
}

/// A running clock of a case on the day it ends. Limits by the hour stand at their hour.
fn of_duty(src: &Sources, duty: &store::Duty) -> Result<Option<Event>, Failure> {
    let clock: measures::assess::Clock = serde_json::from_value(duty.doc.clone())?;
    let (Some(case), Some(due)) = (src.reader.get::<Case>(&duty.id)?, clock.due) else { return Ok(None) };
    Ok(Some(Event {
        uid: format!("{}.{}", duty.id, duty.clock),
        title: format!("{} {}", case.full_number(), clock.zh),
        details: format!("{}\n{}{}", case.application.title, due.equation_zh, due.warning_zh),
        place: String::new(),
        when: match due.at {
            Some(at) => When::From(at, chrono::TimeDelta::minutes(0)),
            None => When::Day(due.rolled),
        },
    }))
}

fn text(words: impl AsRef<str>) -> Cell {
    words.as_ref().into()
}
fn yes(is: bool) -> Cell {
    if is { "是" } else { "" }.into()
}
fn many<T: ToString>(list: &[T]) -> Cell {
    list.iter().map(ToString::to_string).collect::<Vec<_>>().join("、").into()
}
fn day(at: Option<Instant>) -> Cell {
    at.map(|a| a.date_naive()).into()
}

fn members(view: CommitteeView) -> Vec<Sheet> {
    let mut now = Sheet::new(
        "在任委员",
        &[
            "席次",
            "姓名",
            "职务",
            "类别",
            "性别",
            "校外",
            "单位",
            "职称",
            "任期自",
            "任期至",
            "保密承诺",
            "利益声明",
            "最近培训",
            "到会",
            "应到",
            "审查中",
            "回避",
        ],
    );
    for r in &view.rows {
        let m = &r.member;
        now.rows.push(vec![
            Cell::Number(f64::from(m.seat)),
            text(&m.name),
            text(&r.role_zh),
            text(&r.category_zh),
            text(m.sex.zh()),
            yes(m.external),
            text(&m.unit),
            text(&m.title),
            Some(r.term.from).into(),
            Some(r.term.until).into(),
            r.confidentiality.into(),
            r.interest.into(),
            r.training.into(),
            r.attended.into(),
            r.meetings.into(),
            r.in_review.into(),
            r.recused.into(),
        ]);
    }
    let mut former = Sheet::new("不在任", &["姓名", "类别", "单位", "任期自", "任期至", "离任"]);
    for m in &view.former {
        for t in &m.terms {
            former.rows.push(vec![
                text(&m.name),
                text(m.category.zh()),
                text(&m.unit),
                Some(t.from).into(),
                Some(t.until).into(),
                t.ended.as_ref().map(|e| e.on).into(),
            ]);
        }
    }
    let mut trainings = Sheet::new("培训", &["日期", "主题", "组织者", "学时", "委员", "其他人数"]);
    for t in &view.trainings {
        let name = |id: &String| {
            let all = view.rows.iter().map(|r| &r.member).chain(&view.former);
            all.clone().find(|m| m.id == *id).map_or_else(|| id.clone(), |m| m.name.clone())
        };
        let names: Vec<String> = t.members.iter().map(name).collect();
        trainings.rows.push(vec![
            Some(t.on).into(),
            text(&t.topic),
            text(&t.organiser),
            Cell::Number(f64::from(t.hours)),
            many(&names),
            t.others.into(),
        ]);
    }
    vec![now, former, trainings]
}

fn papers(rows: &[crate::views::papers::PaperRow]) -> Result<Sheet, Failure> {
    let mut out = Sheet::new("文书", &["字号", "文种", "题名", "案件", "送", "成文日期", "状态", "下一步", "期限", "替代", "作废理由"]);
    for p in rows {
        out.rows.push(vec![
            text(&p.number),
            text(kind_zh(named(&p.kind)?)),
            text(&p.title),
            text(&p.case_number),
            text(&p.addressee),
            p.dated.into(),
            text(p.state.zh()),
            text(p.next.map_or("", PaperStep::zh)),
            p.due.as_ref().map(|d| d.rolled).into(),
            text(&p.replaces),
            text(p.void.as_ref().map_or("", |v| v.reason.as_str())),
        ]);
    }
    Ok(out)
}

fn tracking(view: TrackingView) -> Vec<Sheet> {
    let mut rows =
        Sheet::new("跟踪审查", &["编号", "活动名称", "负责人", "单位", "清单", "间隔（月）", "上次", "到期", "催办次数", "暂停"]);
    for r in &view.rows {
        rows.rows.push(vec![
            text(&r.number),
            text(&r.title),
            text(&r.leader),
            text(&r.department),
            yes(r.listed),
            r.months.into(),
            r.last.into(),
            r.due.as_ref().map(|d| d.rolled).into(),
            (r.reminders.len() as u32).into(),
            yes(r.suspended),
        ]);
    }
    let mut events = Sheet::new("变化与事件", &["日期", "编号", "活动名称", "种类", "理由"]);
    for e in &view.events {
        events.rows.push(vec![Some(e.on).into(), text(&e.number), text(&e.title), text(e.kind.zh()), text(&e.reason)]);
    }
    vec![rows, events]
}

/// What a complaint says is not in the table: the table goes from hand to hand (M31).
fn appeals(view: AppealsView) -> Vec<Sheet> {
    let mut appeals = Sheet::new("申诉", &["编号", "活动名称", "申诉人", "收到", "末日", "申诉理由", "办理情况", "重新决定期限", "办结"]);
    for r in &view.appeals {
        appeals.rows.push(vec![
            text(&r.number),
            text(&r.title),
            text(&r.leader),
            Some(r.appeal.received).into(),
            r.appeal.last_day.into(),
            text(&r.appeal.grounds),
            text(&r.state_zh),
            r.redecision.as_ref().map(|d| d.rolled).into(),
            r.appeal.concluded.into(),
        ]);
    }
    let mut complaints = Sheet::new("投诉举报", &["编号", "收到", "渠道", "匿名", "办结", "答复"]);
    for c in view.complaints.iter().map(|r| &r.complaint) {
        complaints.rows.push(vec![
            text(&c.id),
            Some(c.on).into(),
            text(&c.channel),
            yes(c.anonymous),
            c.concluded.into(),
            c.replied.into(),
        ]);
    }
    vec![appeals, complaints]
}

fn outward(view: OutwardView) -> Vec<Sheet> {
    let registered = |list: &[Registration]| -> (Cell, Cell) {
        list.last().map_or((Cell::Nothing, Cell::Nothing), |r| (text(&r.number), Some(r.on).into()))
    };
    let mut committee = Sheet::new("委员会登记", &["日期", "登记号", "说明"]);
    for r in &view.registrations {
        committee.rows.push(vec![Some(r.on).into(), text(&r.number), text(&r.note)]);
    }
    let mut listed = Sheet::new("清单活动登记", &["编号", "活动名称", "负责人", "单位", "清单项", "登记期限", "登记号", "登记日期"]);
    for r in &view.listed {
        let (number, on) = registered(&r.registrations);
        listed.rows.push(vec![
            text(&r.number),
            text(&r.title),
            text(&r.leader),
            text(&r.department),
            many(&r.items),
            r.due.as_ref().map(|d| d.rolled).into(),
            number,
            on,
        ]);
    }
    let mut asked = Sheet::new("咨询", &["日期", "咨询人", "问题", "答复", "属于适用范围"]);
    for c in &view.consultations {
        let scope = c.in_scope.map_or("", |is| if is { "是" } else { "否" });
        asked.rows.push(vec![Some(c.on).into(), text(&c.from), text(&c.question), text(&c.answer), text(scope)]);
    }
    let mut foreign = Sheet::new("境外批准", &["编号", "活动名称", "负责人", "合作单位", "批准文件", "齐备日期"]);
    for f in &view.foreign {
        foreign.rows.push(vec![text(&f.number), text(&f.title), text(&f.leader), many(&f.partners), many(&f.approvals), f.all_in.into()]);
    }
    vec![committee, listed, asked, foreign]
}

fn meetings(view: MeetingsView) -> Sheet {
    let mut out = Sheet::new("会议", &["年", "次", "日期", "时间", "地点", "议题", "形成决定", "到会", "应到", "状态"]);
    for r in &view.rows {
        out.rows.push(vec![
            r.year.into(),
            r.no.into(),
            day(Some(r.starts)),
            text(r.starts.format("%H:%M").to_string()),
            text(&r.place),
            r.items.into(),
            r.decided.into(),
            r.attended.into(),
            r.due_members.into(),
            text(&r.state_zh),
        ]);
    }
    out
}

fn journal(entries: &[crate::views::journal::JournalEntry]) -> Sheet {
    let mut out = Sheet::new("留痕", &["序号", "日期", "时间", "经办", "办理", "理由", "变动", "校验值"]);
    for e in entries {
        let reasons: Vec<&str> = e.reasons.iter().map(|(_, reason)| reason.as_str()).collect();
        let changes: Vec<String> = e
            .changes
            .iter()
            .map(|c| if c.old.is_empty() { format!("{}：{}", c.what, c.new) } else { format!("{}：{}→{}", c.what, c.old, c.new) })
            .collect();
        // A cell of Excel holds 32,767 characters.
        let all: String = changes.join("\n").chars().take(30_000).collect();
        out.rows.push(vec![
            e.seq.into(),
            day(Some(e.at)),
            text(e.at.format("%H:%M").to_string()),
            text(&e.by),
            text(&e.zh),
            text(reasons.join("；")),
            text(all),
            text(&e.hash),
        ]);
    }
    out
}
