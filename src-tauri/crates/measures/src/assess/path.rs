//! The case as a line in time: what happened, where it is, and the way the law prescribes from here.

use super::{Beside, Clock, Stage};
use crate::m14_meeting::rereview_binds;
use crate::{Case, Date, Facts, Instant, Procedure, RoundKind, m17_tracking, names, say};
use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    Past,
    Now,
    Future,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// None for a step to come that has no date yet.
    pub date: Option<Date>,
    pub zh: String,
    pub en: String,
    pub state: When,
    pub detail_zh: String,
    pub detail_en: String,
}

struct Line {
    list: Vec<Milestone>,
}
impl Line {
    fn add(&mut self, date: Option<Date>, zh: impl Into<String>, en: impl Into<String>, state: When, detail: (String, String)) {
        self.list.push(Milestone { date, zh: zh.into(), en: en.into(), state, detail_zh: detail.0, detail_en: detail.1 });
    }
    fn past(&mut self, date: Date, zh: impl Into<String>, en: impl Into<String>, detail: (String, String)) {
        self.add(Some(date), zh, en, When::Past, detail);
    }
    fn future(&mut self, date: Option<Date>, zh: &str, en: &str, detail: (&str, &str)) {
        self.add(date, zh, en, When::Future, (detail.0.into(), detail.1.into()));
    }
}
fn nothing() -> (String, String) {
    (String::new(), String::new())
}
fn same(s: &str) -> (String, String) {
    (s.to_string(), s.to_string())
}

pub(super) fn path(facts: &Facts, case: &Case, beside: Beside, stage: Stage, clocks: &[Clock], now: Instant) -> Vec<Milestone> {
    let mut line = Line { list: Vec::with_capacity(16) };
    for (i, r) in case.rounds.iter().enumerate() {
        let first = i == 0;
        line.past(
            r.received.date_naive(),
            if first { "收件".into() } else { format!("收到{}材料", r.kind.zh()) },
            if first { "received".to_string() } else { format!("{} received", r.kind.en()) },
            same(&r.medium),
        );
        if let Some(s) = case.scope.as_ref().filter(|_| first) {
            line.past(
                s.on,
                if s.in_scope { "判定属于适用范围" } else { "判定不属于适用范围" },
                if s.in_scope { "in scope" } else { "out of scope" },
                same(&s.reason),
            );
        }
        for s in &r.supplements {
            let list = say::zh_list(s.gaps.keys().map(|e| format!("{e:?}")));
            line.past(
                s.on,
                format!("一次性告知补正{}项", s.gaps.len()),
                format!("{} supplements asked for", s.gaps.len()),
                (format!("{list}；限{}", say::zh_date(s.due)), format!("{list}; due {}", say::en_date(s.due))),
            );
            if let Some(on) = s.received {
                line.past(on, "收到补正材料", "supplement received", nothing());
            }
        }
        if let Some(e) = &r.refused {
            line.past(e.on, "不予受理", "refused", same(&e.reason));
        }
        if let Some(c) = &r.commission {
            line.past(
                c.on,
                format!("委托{}审查", c.name),
                format!("commissioned to {}", c.name),
                (format!("{}；由{}跟踪", c.number, c.tracker.zh()), format!("{}; tracked by {}", c.number, c.tracker.en())),
            );
            for x in &c.results {
                line.past(x.received, "收到受托方决定", "the body's decision received", same(&x.number));
            }
        }
        if let Some(x) = &r.recognised {
            line.past(x.on, format!("承认{}的结果", x.issuer.name), format!("result of {} recognised", x.issuer.name), same(&x.number));
        }
        if let Some(a) = &r.accepted {
            line.past(a.at.date_naive(), format!("受理，{}", a.procedure.zh()), format!("accepted, {}", a.procedure.en()), same(&a.reason));
        }
        if let Some(d) = &r.designation {
            line.past(
                d.on,
                "主任委员指定审查委员",
                "reviewers designated",
                (names::zh(facts, &d.reviewers), names::en(facts, &d.reviewers)),
            );
        }
        for o in &r.opinions {
            line.past(
                o.on,
                format!("{}交意见：{}", names::name(facts, &o.member), o.view.zh()),
                format!("{}: {}", names::name(facts, &o.member), o.view.en()),
                same(&o.text),
            );
        }
        if let Some(c) = &r.converted {
            line.past(c.on, "转一般程序", "converted to the general procedure", same(&c.because));
        }
        for e in &r.extensions {
            line.past(
                e.on,
                format!("延长至{}", say::zh_date(e.new_due)),
                format!("extended to {}", say::en_date(e.new_due)),
                (format!("{}{}", e.ground.zh(), if e.late { "；逾期后延长" } else { "" }), e.ground.en().into()),
            );
        }
        if let Some(d) = &r.preliminary {
            line.past(d.on, d.kind.zh(), d.kind.en(), nothing());
        }
        if let Some(x) = &r.rereview {
            line.past(x.sent, "报请专家复核", "sent to re-review", same(&x.authority));
            if let Some(on) = x.received {
                line.past(on, "对方收到申请", "received by the authority", nothing());
            }
            if let Some(o) = &x.opinion {
                line.past(o.on, format!("复核意见：{}", o.opinion.zh()), format!("re-review: {}", o.opinion.en()), same(&o.number));
            }
        }
        if let Some(d) = &r.decision {
            line.past(d.on, d.kind.zh(), d.kind.en(), same(&d.reasons));
            if let Some(v) = &d.verified {
                line.past(v.on, "修改已核验", "changes verified", same(&v.reason));
            }
        }
        if let Some(d) = r.delivery() {
            line.past(
                d.at.date_naive(),
                format!("{}，{}收", d.method.zh(), d.receiver),
                format!("served {}, {}", d.method.en(), d.receiver),
                same(&d.note),
            );
        }
        if let Some(a) = &r.appeal {
            line.past(
                a.received,
                if a.admitted { "收到申诉" } else { "申诉不予受理" },
                if a.admitted { "appeal received" } else { "appeal refused" },
                same(if a.admitted { &a.grounds } else { &a.refusal }),
            );
            if let Some(on) = a.concluded {
                let yes = a.sufficient == Some(true);
                line.past(
                    on,
                    if yes { "申诉理由充分" } else { "维持原决定" },
                    if yes { "appeal upheld" } else { "decision maintained" },
                    same(&a.finding),
                );
            }
        }
        if let Some(e) = &r.withdrawn {
            line.past(e.on, "撤回", "withdrawn", same(&e.reason));
        }
    }
    for t in &case.turns {
        line.past(t.on, t.kind.zh(), t.kind.en(), same(&t.reason));
    }
    // Entries made afterwards take their place by the legal date; equal days keep the order of the procedure.
    line.list.sort_by_key(|m| m.date);
    let now_detail = beside.item.map_or_else(nothing, |(m, _)| {
        (
            format!("{}第{}次会议", say::zh_date(m.starts.date_naive()), m.no),
            format!("meeting {} on {}", m.no, say::en_date(m.starts.date_naive())),
        )
    });
    line.add(Some(now.date_naive()), stage.zh(), stage.en(), When::Now, now_detail);
    future(&mut line, facts, case, beside, stage, clocks);
    line.list
}

/// The steps the law prescribes from here, with dates where a clock gives one.
fn future(line: &mut Line, facts: &Facts, case: &Case, beside: Beside, stage: Stage, clocks: &[Clock]) {
    let round = case.round();
    let due = |key: &str| clocks.iter().find(|c| c.key == key && c.met.is_none()).and_then(|c| c.due.as_ref()).map(|d| d.nominal);
    let binds = rereview_binds(case, case.rounds.len() - 1);
    let review = matches!(round.kind, RoundKind::Tracking);
    if stage.ended() {
        if stage != Stage::Archived {
            line.future(None, "归档", "file closed", ("", ""));
        }
        return;
    }
    if stage == Stage::Transferred {
        line.future(
            due("commissioned"),
            if binds { "受托方初步审查意见" } else { "受托方作出决定" },
            if binds { "preliminary opinion of the commissioned body" } else { "decision of the commissioned body" },
            ("对方的时限", "the body's own limit"),
        );
    }
    if stage.before_acceptance() {
        if stage == Stage::Supplement {
            line.future(due("supplement"), "收到补正材料", "supplement received", ("", ""));
        }
        line.future(due("completeness"), "受理或不予受理", "accept or refuse", ("内部时限", "the committee's own limit"));
    }
    if stage.before_acceptance() || matches!(stage, Stage::Accepted | Stage::InGeneral | Stage::InSimple | Stage::InEmergency) {
        let date = due("decision").or(due("emergency")).or(due("redecision")).or(beside.item.map(|(m, _)| m.starts.date_naive()));
        if binds {
            line.future(date, "会上形成初步审查意见", "preliminary opinion at a meeting", ("第二十二条", "Art. 22"));
        } else if round.procedure() == Some(Procedure::Simplified) {
            line.future(
                date,
                "审查委员一致同意即决定，否则转一般程序",
                "decided if all reviewers agree, else converted",
                ("第二十条", "Art. 20"),
            );
        } else {
            line.future(
                date,
                if review { "会上作出跟踪审查意见" } else { "会上表决、作出决定" },
                "vote and decision at a meeting",
                ("三分之二以上同意", "two thirds"),
            );
        }
    }
    if binds && (stage.before_acceptance() || stage.in_review() || stage == Stage::Transferred) {
        if !matches!(stage, Stage::RereviewSent | Stage::RereviewBack) {
            line.future(None, "报请专家复核", "send to re-review", ("第二十二条", "Art. 22"));
        }
        if stage != Stage::RereviewBack {
            line.future(due("rereview"), "复核意见", "re-review opinion", ("对方的时限", "the authority's limit"));
        }
        line.future(due("after_opinion"), "根据复核意见作决定", "decide on the opinion", ("第二十四条", "Art. 24"));
    }
    if !round.elsewhere() && (stage.before_acceptance() || stage.in_review() || stage == Stage::Decided) {
        line.future(due("delivery"), "送达", "served", ("及时送达", "without delay"));
        line.future(None, "申诉期满", "appeal period over", ("送达后3个工作日", "3 working days from service"));
    } else if let Some(d) = clocks.iter().find(|c| c.key == "appeal" && c.met.is_none() && c.left.is_some()).and_then(|c| c.due.as_ref()) {
        line.future(Some(d.rolled), "申诉期满", "appeal period over", ("24时", "24:00"));
    }
    if let Some(d) = due("resubmit") {
        line.future(Some(d), "重新提交", "resubmission", ("", ""));
    }
    if let Some(d) = due("registration") {
        line.future(Some(d), "在国家平台登记", "registered on the platform", ("批准后30日", "30 days from approval"));
    }
    if let Some(d) = due("tracking") {
        line.future(Some(d), "跟踪审查", "tracking review", ("", ""));
    } else if m17_tracking::approved_on(case).is_none() && !matches!(stage, Stage::Revising) {
        let n = m17_tracking::longest(facts, case);
        line.list.push(Milestone {
            date: None,
            zh: "批准后跟踪审查".into(),
            en: "tracking after approval".into(),
            state: When::Future,
            detail_zh: format!("不超过{n}个月"),
            detail_en: format!("every {n} months at most"),
        });
    }
}
