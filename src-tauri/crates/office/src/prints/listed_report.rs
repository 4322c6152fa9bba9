//! The report on listed activities (M30, E45): each activity on the list that was carried out in the year, with its
//! approval, the opinion it rests on, its registration and what happened to it. Facts from the record only; nothing typed.

use super::report::year_of;
use crate::failure::Failure;
use crate::sources::{Sources, list_items};
use crate::views::report::compose;
use measures::say::{zh_date, zh_list};
use measures::*;
use papers::annual_report::{Chapter, Part, Table};
use papers::listed_report::ListedReport;
use serde_json::Value;
use std::collections::BTreeMap;

/// `edited` names the year.
pub(crate) fn paper(src: &Sources, edited: &Value) -> Result<ListedReport, Failure> {
    let year = year_of(edited)?;
    let as_of = Date::from_ymd_opt(year, 12, 31).map_or(src.today(), |d| d.min(src.today()));
    let composed = compose(src, year, &BTreeMap::new())?;
    let mut ids: Vec<&str> = composed.lists.rows("listed.running").iter().map(|r| r.id.as_str()).collect();
    ids.dedup();
    let cases = ids.into_iter().map(|id| src.need::<Case>("case", id)).collect::<Result<Vec<_>, _>>()?;
    let told: Vec<Told> = cases.iter().map(|case| Told { case, year, as_of }).collect();
    let fresh = told.iter().filter(|t| t.approved().is_some_and(|d| t.within(d))).count();
    let mut first = vec![Part::Text {
        text: match told.len() {
            0 => "本年度没有实施纳入清单的科技活动。".into(),
            n => format!("本年度实施的清单活动{n}项，其中本年度批准{fresh}项。"),
        },
    }];
    if !told.is_empty() {
        first.push(Part::Table(summary(&told)));
    }
    let mut chapters = vec![Chapter { title: "概况".into(), parts: first }];
    if !told.is_empty() {
        chapters.push(Chapter { title: "各项活动实施情况".into(), parts: told.iter().flat_map(Told::parts).collect() });
    }
    Ok(ListedReport { imprint: Default::default(), year, as_of, addressee: src.committee.unit.authority.clone(), chapters })
}

/// One activity as the year left it.
struct Told<'a> {
    case: &'a Case,
    year: i32,
    as_of: Date,
}

impl Told<'_> {
    fn within(&self, day: Date) -> bool {
        chrono::Datelike::year(&day) == self.year && day <= self.as_of
    }
    fn approved(&self) -> Option<Date> {
        m17_tracking::approved_on(self.case)
    }
    fn items(&self) -> String {
        self.case.listed.as_ref().map_or_else(String::new, |l| list_items(&l.items))
    }
    /// The last opinion on file by the end of the time told about.
    fn opinion(&self) -> Option<&RereviewResult> {
        self.case.rounds.iter().rev().filter_map(|r| r.rereview.as_ref()?.opinion.as_ref()).find(|o| o.on <= self.as_of)
    }
    fn registered(&self) -> Option<&Turn> {
        self.case.turns.iter().rev().find(|t| t.kind == TurnKind::Registered && t.on <= self.as_of)
    }
    fn state(&self) -> &'static str {
        let last = self.case.turns.iter().rev().find(|t| {
            t.on <= self.as_of && matches!(t.kind, TurnKind::Suspended | TurnKind::Resumed | TurnKind::Terminated | TurnKind::Completed)
        });
        match last.map(|t| t.kind) {
            Some(TurnKind::Suspended) => "已暂停",
            Some(TurnKind::Terminated) => "已终止",
            Some(TurnKind::Completed) => "已结题",
            _ => "在实施",
        }
    }
    fn tracked(&self) -> Vec<&Decision> {
        let rounds = self.case.rounds.iter().filter(|r| r.kind == RoundKind::Tracking);
        rounds.filter_map(|r| r.decision.as_ref()).filter(|d| self.within(d.on)).collect()
    }
    fn parts(&self) -> Vec<Part> {
        let a = &self.case.application;
        let mut said = vec![format!("受理号{}，负责人{}（{}），属于清单{}。", self.case.number, a.leader, a.department, self.items())];
        if let Some(on) = self.approved() {
            said.push(format!("{}批准。", zh_date(on)));
        }
        said.push(match (self.opinion(), self.case.listed.as_ref().and_then(|l| l.exemption.as_ref())) {
            (Some(o), _) => format!("专家复核意见为{}（{}，{}）。", o.opinion.zh(), o.number, zh_date(o.on)),
            (None, Some(e)) => format!("依法免于专家复核（{}，{}）。", e.regime, e.number),
            (None, None) => "没有复核意见。".into(),
        });
        said.push(match self.registered() {
            Some(t) => format!("{}在国家科技伦理管理信息登记平台登记或者更新。", zh_date(t.on)),
            None => "尚未在国家科技伦理管理信息登记平台登记。".into(),
        });
        let tracked = self.tracked();
        said.push(if tracked.is_empty() {
            "本年度没有作出跟踪审查结论。".into()
        } else {
            format!("跟踪审查：{}。", zh_list(tracked.iter().map(|d| format!("{}{}", zh_date(d.on), d.kind.zh()))))
        });
        let events: Vec<String> = self
            .case
            .turns
            .iter()
            .filter(|t| self.within(t.on) && t.kind != TurnKind::Registered)
            .map(|t| format!("{}{}：{}", zh_date(t.on), t.kind.zh(), t.reason.trim_end_matches('。')))
            .collect();
        said.push(if events.is_empty() { "没有报告风险变化或者事故。".into() } else { format!("{}。", events.join("；")) });
        said.push(format!("目前{}。", self.state()));
        vec![Part::Heading { text: a.title.clone() }, Part::Text { text: said.concat() }]
    }
}

fn summary(told: &[Told]) -> Table {
    let heads = ["序号", "活动", "清单项", "批准", "复核意见", "登记", "跟踪审查", "状态"];
    let day = |d: Option<Date>| d.map_or_else(|| "—".to_string(), zh_date);
    Table {
        caption: "清单活动一览".into(),
        heads: heads.iter().map(|h| h.to_string()).collect(),
        rows: told
            .iter()
            .enumerate()
            .map(|(n, t)| {
                vec![
                    (n + 1).to_string(),
                    t.case.application.title.clone(),
                    t.items(),
                    day(t.approved()),
                    t.opinion().map_or_else(|| "—".into(), |o| o.opinion.zh().to_string()),
                    day(t.registered().map(|r| r.on)),
                    t.tracked().len().to_string(),
                    t.state().into(),
                ]
            })
            .collect(),
        widths: vec![6.0, 30.0, 10.0, 14.0, 10.0, 14.0, 8.0, 8.0],
        ..Table::default()
    }
}
