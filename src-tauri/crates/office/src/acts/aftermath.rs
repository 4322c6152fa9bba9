//! 会后一键: all drafts a closed meeting calls for, at one stroke. No number is taken, nobody is told.

use super::Verb;
use crate::about::About;
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use crate::prints::link::link;
use crate::prints::{self, kind_en, kind_zh, press, proposed_extension};
use crate::sources::Sources;
use measures::e16_two_thirds::Tally;
use measures::*;
use papers::Kind;
use serde::{Deserialize, Serialize};
use serde_json::json;

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RunAftermath {
    pub meeting: String,
    /// Lines ticked off on the page, by their key; all when empty.
    #[serde(default)]
    pub leave_out: Vec<String>,
}

/// One line of what the run would create.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AftermathLine {
    pub key: String,
    /// `letter`, `record`, `date`
    pub group: String,
    pub item: Option<String>,
    pub order: u32,
    pub title: String,
    /// Only where the title is a sentence: what a date is for.
    pub title_en: String,
    pub votes: String,
    pub votes_en: String,
    pub arithmetic_zh: String,
    pub arithmetic_en: String,
    pub outcome_zh: String,
    pub outcome_en: String,
    pub paper_zh: String,
    pub paper_en: String,
    /// Already drafted or issued: the paper's id.
    pub paper: Option<String>,
    /// What the print shop calls it; empty for a date.
    pub kind: String,
    /// Of the paper on file, with its number once it has one.
    pub state: Option<PaperState>,
    pub number: String,
    pub findings: Vec<Finding>,
    pub date: Option<Date>,
}

/// What a closed meeting calls for: a letter an item, the meeting's own papers, and the dates that follow.
pub(crate) fn lines(src: &Sources, meeting: &Meeting) -> Result<Vec<AftermathLine>, Failure> {
    let items = src.items_of(meeting)?;
    let on_file = src.reader.where_::<FiledPaper>("meeting", &meeting.id)?;
    let mut letters = Vec::new();
    let mut dates = Vec::new();
    for (n, item) in items.iter().enumerate() {
        let case = src.need::<Case>("case", &item.case)?;
        letters.extend(letter(src, meeting, n as u32 + 1, item, &case)?);
        dates.extend(dates_of(src, n as u32 + 1, item, &case)?);
    }
    let mut out = letters;
    if out.iter().any(|l| l.group == "letter") {
        let facts = src.facts();
        let due = clock::working_days(meeting.day(), facts.rules.delivery_working_days(), facts.calendar);
        let letters = out.len();
        let days = facts.rules.delivery_working_days();
        let (zh, en) = (
            format!("{letters}份文书送达（内部{days}个工作日）"),
            format!("{} served (own limit, {days} working days)", say::en_count(letters as i64, "letter")),
        );
        dates.insert(0, date_line("date:deliver", None, 0, (zh, en), Some(due.nominal)));
    }
    for kind in [Kind::Minutes, Kind::Tally, Kind::SignIn] {
        let paper = on_file.iter().rfind(|p| p.kind == kind.id() && p.state != PaperState::Void && p.item.is_none());
        // A sign-in sheet drafted before the meeting is the one to be signed; it is not drafted twice.
        out.push(AftermathLine {
            key: format!("record:{}", kind.id()),
            group: "record".into(),
            title: crate::projection::meeting_title(meeting),
            paper_zh: kind_zh(kind).into(),
            paper_en: kind_en(kind).into(),
            paper: paper.map(|p| p.id.clone()),
            kind: kind.id().into(),
            state: paper.map(|p| p.state),
            number: paper.map(|p| p.number.clone()).unwrap_or_default(),
            findings: match issued(paper) {
                true => vec![],
                false => press::lint(src, kind, &About::meeting(&meeting.id), &json!({}), meeting.day())?
                    .into_iter()
                    .filter(|f| f.verdict <= Verdict::Note)
                    .collect(),
            },
            ..blank()
        });
    }
    out.extend(dates);
    Ok(out)
}

fn blank() -> AftermathLine {
    AftermathLine {
        key: String::new(),
        group: String::new(),
        item: None,
        order: 0,
        title: String::new(),
        title_en: String::new(),
        votes: String::new(),
        votes_en: String::new(),
        arithmetic_zh: String::new(),
        arithmetic_en: String::new(),
        outcome_zh: String::new(),
        outcome_en: String::new(),
        paper_zh: String::new(),
        paper_en: String::new(),
        paper: None,
        kind: String::new(),
        state: None,
        number: String::new(),
        findings: vec![],
        date: None,
    }
}

/// What has been issued is fixed; asking it again today would find it late.
fn issued(paper: Option<&FiledPaper>) -> bool {
    paper.is_some_and(|p| p.state == PaperState::Issued)
}

fn date_line(key: &str, item: Option<&Item>, order: u32, (title, title_en): (String, String), date: Option<Date>) -> AftermathLine {
    AftermathLine { key: key.into(), group: "date".into(), item: item.map(|i| i.id.clone()), order, title, title_en, date, ..blank() }
}

/// Which paper tells the outcome of an item; `None` when nothing goes out.
fn kind_of(src: &Sources, case: &Case, item: &Item) -> Result<Option<Kind>, Failure> {
    let round = &case.rounds[item.round as usize];
    let Some(outcome) = &item.outcome else { return Ok(None) };
    Ok(match (outcome.result, outcome.decision) {
        (ItemResult::Decided, Some(DecisionKind::Pass)) => Some(Kind::PreliminaryOpinion),
        (ItemResult::Decided, Some(DecisionKind::Suspend | DecisionKind::Terminate)) => Some(Kind::Suspension),
        (ItemResult::Decided, Some(_)) if round.kind == RoundKind::Tracking => Some(Kind::TrackingOpinion),
        (ItemResult::Decided, Some(_)) => Some(Kind::DecisionLetter),
        // Not decided: the applicant hears of it when the limit has to be extended.
        _ if round.extensions.last().is_some_and(|e| e.on >= outcome.at.date_naive()) => Some(Kind::ExtensionNotice),
        _ => proposed_extension(src, round)?.map(|_| Kind::ExtensionNotice),
    })
}

fn letter(src: &Sources, meeting: &Meeting, order: u32, item: &Item, case: &Case) -> Result<Option<AftermathLine>, Failure> {
    let Some(kind) = kind_of(src, case, item)? else { return Ok(None) };
    let about = src.complete(about(item, kind))?;
    let (quorum, tally) = src.count(meeting, item)?;
    let votes = tally.as_ref().map(|t| {
        let cast = || t.counts.iter().filter(|(_, n)| *n > 0);
        let zh: Vec<String> = cast().map(|(v, n)| format!("{}{n}", v.zh())).collect();
        let en: Vec<String> = cast().map(|(v, n)| format!("{} {n}", v.en())).collect();
        (zh.join("，"), en.join(", "))
    });
    let (votes, votes_en) = votes.unwrap_or_else(|| ("未表决".into(), "no vote".into()));
    let attending = quorum.attending.len();
    let (arithmetic_zh, arithmetic_en) = match &tally {
        Some(t) => equation(t),
        None if quorum.missing.is_empty() => (format!("到会{attending}"), format!("{attending} attending")),
        None => (
            format!("到会{attending}，{}类缺位", say::zh_list(quorum.missing.iter().map(|c| c.zh()))),
            format!("{attending} attending, nobody for {}", say::en_list(quorum.missing.iter().map(|c| c.en()))),
        ),
    };
    let paper =
        src.papers_of(&case.id)?.into_iter().rfind(|p| p.kind == kind.id() && p.round == Some(item.round) && p.state != PaperState::Void);
    let outcome = item.outcome.as_ref();
    let (outcome_zh, outcome_en) = match outcome {
        Some(o) => (prints::outcome_words(case, item, o), o.decision.map_or(o.result.en(), DecisionKind::en).to_string()),
        None => Default::default(),
    };
    Ok(Some(AftermathLine {
        key: format!("letter:{}", item.id),
        group: "letter".into(),
        item: Some(item.id.clone()),
        order,
        title: case.application.title.clone(),
        title_en: String::new(),
        votes,
        votes_en,
        arithmetic_zh,
        arithmetic_en,
        outcome_zh,
        outcome_en,
        paper_zh: kind_zh(kind).into(),
        paper_en: kind_en(kind).into(),
        kind: kind.id().into(),
        state: paper.as_ref().map(|p| p.state),
        number: paper.as_ref().map(|p| p.number.clone()).unwrap_or_default(),
        findings: if issued(paper.as_ref()) { vec![] } else { press::lint(src, kind, &about, &json!({}), src.today())? },
        paper: paper.map(|p| p.id),
        date: if kind == Kind::ExtensionNotice {
            proposed_extension(src, &case.rounds[item.round as usize])?.map(|e| e.new_due)
        } else {
            None
        },
    }))
}

/// 到会7：18≥14；含回避18≥16
fn equation(t: &Tally) -> (String, String) {
    let best = t.counts.iter().filter(|(v, _)| v.decision().is_some()).map(|(_, n)| *n).max().unwrap_or(0);
    let sign = |all: u32| if 3 * best >= 2 * all { "≥" } else { "<" };
    let (a, all) = (t.attending, t.attending + t.recused);
    let mut zh = format!("到会{a}：{}{}{}", 3 * best, sign(a), 2 * a);
    let mut en = format!("{a} attending: {}{}{}", 3 * best, sign(a), 2 * a);
    if t.recused > 0 {
        zh.push_str(&format!("；含回避{}{}{}", 3 * best, sign(all), 2 * all));
        en.push_str(&format!("; with the recused {}{}{}", 3 * best, sign(all), 2 * all));
    }
    (zh, en)
}

fn dates_of(src: &Sources, order: u32, item: &Item, case: &Case) -> Result<Vec<AftermathLine>, Failure> {
    let round = &case.rounds[item.round as usize];
    let number = format!("{}{}", case.number, round.suffix);
    let mut out = Vec::new();
    if let Some(d) = [&round.decision, &round.preliminary].into_iter().flatten().find(|d| d.item.as_ref() == Some(&item.id)) {
        if let (Some(months), Some(next)) = (d.tracking_months, d.next_tracking) {
            out.push(date_line(
                &format!("date:track:{}", item.id),
                Some(item),
                order,
                (format!("{number}下次跟踪审查（{months}个月）"), format!("{number}, next tracking review ({months} months)")),
                Some(next),
            ));
        }
        if d.kind == DecisionKind::Revise {
            out.push(date_line(
                &format!("date:resubmit:{}", item.id),
                Some(item),
                order,
                (format!("{number}申请人交回修改稿"), format!("{number}, the applicant resubmits")),
                d.resubmit_by,
            ));
        }
        if d.kind == DecisionKind::Pass {
            let missing = m22_rereview::package(case).iter().filter(|p| p.needed && !p.present).count();
            let title = match missing {
                0 => (format!("{number}报请专家复核，材料齐"), format!("{number}, request expert re-review, material complete")),
                _ => (
                    format!("{number}备齐复核材料，尚缺{missing}件"),
                    format!("{number}, complete the re-review material, {missing} missing"),
                ),
            };
            out.push(date_line(&format!("date:rereview:{}", item.id), Some(item), order, title, None));
        }
    } else if let Some(to) = item.outcome.as_ref().and_then(|o| o.deferred_to.as_ref()) {
        let next = src.need::<Meeting>("meeting", to)?;
        out.push(date_line(
            &format!("date:defer:{}", item.id),
            Some(item),
            order,
            (format!("{number}列入第{}次会议", next.no), format!("{number}, on the agenda of meeting {}", next.no)),
            Some(next.day()),
        ));
    }
    Ok(out)
}

fn about(item: &Item, kind: Kind) -> About {
    // Letters of the case's own clock belong to the round, not to the item.
    match kind {
        Kind::ExtensionNotice => About::round(&item.case, item.round),
        _ => About::item(&item.id),
    }
}

impl RunAftermath {
    /// A paper not drafted yet and not ticked off.
    fn wants(&self, line: &AftermathLine) -> bool {
        line.paper.is_none() && line.group != "date" && !self.leave_out.contains(&line.key)
    }
}

impl Verb for RunAftermath {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let meeting = desk.meeting(&self.meeting)?;
        if meeting.closed.is_none() {
            return Err(
                Failure::invalid("meeting", "会议还没有散会。", "The meeting is not closed.").way("散会后再办。", "Close it first.")
            );
        }
        let lines = lines(&Sources::of_desk(desk)?, &meeting)?;
        if let Some(unknown) = self.leave_out.iter().find(|k| !lines.iter().any(|l| l.key == **k)) {
            return Err(Failure::invalid("leave_out", format!("没有“{unknown}”这一行。"), format!("There is no line “{unknown}”.")));
        }
        if !lines.iter().any(|l| self.wants(l)) {
            return Err(Failure::invalid("meeting", "草稿都已起好，没有要再起草的。", "All drafts are there; nothing is left to draft."));
        }
        Ok(vec![])
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let meeting = desk.meeting(&self.meeting)?;
        let lines = lines(&Sources::of_desk(desk)?, &meeting)?;
        let mut made = Made::default();
        for line in lines.iter().filter(|l| self.wants(l)) {
            let filed = match (&line.item, line.key.strip_prefix("record:")) {
                (_, Some(kind)) => prints::draft(desk, kind, About::meeting(&meeting.id), &json!({}))?,
                (Some(id), None) => {
                    let item = desk.item(id)?;
                    let case = desk.case(&item.case)?;
                    let Some(kind) = kind_of(&Sources::of_desk(desk)?, &case, &item)? else { continue };
                    let filed = prints::draft(desk, kind.id(), about(&item, kind), &json!({}))?;
                    link(desk, &filed, Some(filed.id.clone()))?;
                    filed
                }
                (None, None) => continue,
            };
            made = made.with("paper", &filed.id, &filed.title);
        }
        let n = made.refs.len();
        made.zh = format!("已起草{n}份文书；没有取号，没有签发。");
        made.en = format!("Drafted {}; no number taken, nothing issued.", say::en_count(n as i64, "paper"));
        Ok(made)
    }
}
