//! The registers: rows derived from the record so that a list of 50,000 cases needs no case opened. Brought up to date
//! in the transaction of the act that touched them; never in the journal, since they follow from it.

use crate::desk::Desk;
use crate::failure::Failure;
use crate::law::Law;
use crate::views::cases::CaseRow;
use measures::Owner;
use measures::assess::{Beside, Clock, Stage, Standing, assess};
use measures::*;
use store::{CaseRowIn, DutyIn, Reader, Tx};

/// Rows of everything the act touched.
pub(crate) fn bring_up_to_date(desk: &mut Desk) -> Result<(), Failure> {
    if !desk.has_committee() {
        return Ok(());
    }
    let mut cases = std::mem::take(&mut desk.touched_cases);
    if desk.touched_all {
        // Members, rules or calendar changed: open cases may stand differently now.
        cases.extend(desk.tx.open_case_ids()?);
    }
    let now = desk.at;
    let committee = desk.committee()?.clone();
    let members = desk.members().to_vec();
    for id in cases {
        let Some(case) = desk.tx.get::<Case>(&id)? else { continue };
        write_case(desk.tx, &committee, &members, desk.law, &case, now)?;
    }
    for id in std::mem::take(&mut desk.touched_meetings) {
        let Some(meeting) = desk.tx.get::<Meeting>(&id)? else { continue };
        let mut body = format!("{} {}", meeting.place, meeting.link);
        for item in desk.items_of(&meeting)? {
            for remark in &item.remarks {
                body.push_str(&remark.text);
                body.push('\n');
            }
        }
        desk.tx.put_search("meeting", &id, &meeting_title(&meeting), &body)?;
        write_meeting_duties(desk.tx, &meeting)?;
    }
    for id in std::mem::take(&mut desk.touched_papers) {
        let Some(paper) = desk.tx.get::<FiledPaper>(&id)? else { continue };
        let title = if paper.number.is_empty() { paper.title.clone() } else { format!("{}{}", paper.number, paper.title) };
        desk.tx.put_search("paper", &id, &title, &format!("{} {}", paper.addressee, strings_of(&paper.data)))?;
        write_paper_duties(desk.tx, desk.law, &paper)?;
    }
    if desk.touched_all {
        for member in &members {
            desk.tx.put_search("member", &member.id, &member.name, &format!("{} {}", member.unit, member.title))?;
        }
    }
    Ok(())
}

/// Writes one case's register row, its duties and its search entry.
pub fn write_case(tx: &mut Tx, committee: &Committee, members: &[Member], law: &Law, case: &Case, now: Instant) -> Result<(), Failure> {
    let facts = Facts { committee, members, calendar: &law.calendar, rules: &law.rules };
    let standing = standing(tx, &facts, case, now)?;
    let row = row(tx, case, &standing)?;
    tx.put_case_row(CaseRowIn {
        id: &row.id,
        number: &row.number,
        title: &row.title,
        leader: &row.leader,
        unit: &row.department,
        stage: &stage_key(standing.stage),
        procedure: &row.procedure_zh,
        listed: row.listed.first().copied().unwrap_or(0),
        open: row.open,
        due: row.due,
        rolled: row.rolled,
        owner: &row.owner,
        year: row.year,
        doc: &serde_json::to_value(&row)?,
    })?;
    let mut duties = Vec::new();
    // A right that was not used has simply ended: such a clock has nothing left and is nobody's duty.
    for clock in standing.clocks.iter().filter(|c| c.started && c.met.is_none() && c.left.is_some()) {
        let Some(due) = &clock.due else { continue };
        duties.push(DutyIn {
            clock: clock.key.clone(),
            nominal: due.nominal,
            rolled: due.rolled,
            legal: clock.owner == Owner::Committee,
            waiting: matches!(clock.owner, Owner::Applicant | Owner::Authority),
            doc: serde_json::to_value(clock)?,
        });
    }
    tx.put_duties("case", &case.id, &duties)?;
    let application = &case.application;
    let mut body = format!("{} {} {} {}", case.number, application.leader, application.department, application.funding);
    for text in application.texts.values() {
        body.push('\n');
        body.push_str(text);
    }
    for person in &application.team {
        body.push('\n');
        body.push_str(&person.name);
    }
    tx.put_search("case", &case.id, &application.title, &body)?;
    for material in tx.where_::<Material>("case", &case.id)? {
        tx.put_search("material", &material.id, &material.name, &case.number)?;
    }
    Ok(())
}

/// Where a case stands, with what lies beside it on file: its materials, the item it waits for, letters on their way.
pub(crate) fn standing(reader: &Reader, facts: &Facts, case: &Case, now: Instant) -> Result<Standing, Failure> {
    let materials = reader.where_::<Material>("case", &case.id)?.len() as u32;
    let waiting = match case.round().items.last() {
        Some(id) => reader.get::<Item>(id)?.filter(|i| i.outcome.is_none()),
        None => None,
    };
    let meeting = match &waiting {
        Some(item) => reader.get::<Meeting>(&item.meeting)?,
        None => None,
    };
    let papers = reader.where_::<FiledPaper>("case", &case.id)?;
    let unserved_papers =
        papers.iter().filter(|p| p.state == PaperState::Issued && p.steps.contains(&PaperStep::Served) && p.served.is_none()).count()
            as u32;
    let letter = case.round().decision.as_ref().or(case.round().preliminary.as_ref()).and_then(|d| d.paper.as_ref());
    let letter_drafted = papers.iter().any(|p| p.state == PaperState::Draft && Some(&p.id) == letter);
    let beside = Beside { materials, item: meeting.as_ref().zip(waiting.as_ref()), unserved_papers, letter_drafted };
    Ok(assess(facts, case, beside, now))
}

/// A planned meeting is itself a duty of the day it is held.
fn write_meeting_duties(tx: &mut Tx, meeting: &Meeting) -> Result<(), Failure> {
    let mut duties = Vec::new();
    if meeting.closed.is_none() && meeting.cancelled.is_none() {
        let day = meeting.starts.date_naive();
        duties.push(DutyIn {
            clock: "meeting".into(),
            nominal: day,
            rolled: day,
            legal: false,
            waiting: false,
            doc: serde_json::to_value(meeting)?,
        });
    }
    Ok(tx.put_duties("meeting", &meeting.id, &duties)?)
}

/// A letter on its way is a duty of the day by which the committee means to have served it. Only such papers have one,
/// so that those in transit are found without opening the others.
fn write_paper_duties(tx: &mut Tx, law: &Law, paper: &FiledPaper) -> Result<(), Failure> {
    let mut duties = Vec::new();
    if let (PaperState::Issued, Some(_), Some(dated)) = (paper.state, next_step(paper), paper.dated) {
        let due = clock::working_days(dated, law.rules.delivery_working_days(), &law.calendar);
        let doc = serde_json::json!({ "number": paper.number, "title": paper.title });
        duties.push(DutyIn { clock: "paper".into(), nominal: due.nominal, rolled: due.rolled, legal: false, waiting: false, doc });
    }
    Ok(tx.put_duties("paper", &paper.id, &duties)?)
}

/// The step a paper on its way waits for.
pub(crate) fn next_step(paper: &FiledPaper) -> Option<PaperStep> {
    if paper.state != PaperState::Issued {
        return None;
    }
    paper.steps.iter().copied().find(|s| match s {
        PaperStep::Served => paper.served.is_none() && !paper.done.iter().any(|d| d.step == *s),
        s => !paper.done.iter().any(|d| d.step == *s),
    })
}

/// The register row of a case.
pub(crate) fn row(reader: &Reader, case: &Case, standing: &Standing) -> Result<CaseRow, Failure> {
    let round = case.round();
    let running = running_clock(standing);
    // Only the step the law prescribes is offered as the next one; other acts are found in the case.
    let next = standing.possible.iter().find(|p| p.main);
    let (mut agenda, mut meeting) = (String::new(), String::new());
    if let Some(item) = round.items.last().map(|id| reader.get::<Item>(id)).transpose()?.flatten()
        && let Some(m) = reader.get::<Meeting>(&item.meeting)?
    {
        let order = m.items.iter().position(|i| *i == item.id).map_or(0, |p| p + 1);
        agenda = format!("第{}次会议第{order}项", m.no);
        // It is the meeting's turn until the item has its outcome.
        if item.outcome.is_none() && next.is_none() {
            meeting = m.id;
        }
    }
    let at_meeting = if meeting.is_empty() { ("", "") } else { ("会议预检", "pre-check") };
    let due = running.and_then(|c| c.due.as_ref());
    Ok(CaseRow {
        id: case.id.clone(),
        number: case.full_number(),
        title: case.application.title.clone(),
        leader: case.application.leader.clone(),
        department: case.application.department.clone(),
        procedure_zh: round.procedure().map_or("", Procedure::zh).into(),
        procedure_en: round.procedure().map_or("", Procedure::en).into(),
        listed: case.listed.as_ref().map(|l| l.items.clone()).unwrap_or_default(),
        stage: standing.stage,
        stage_zh: standing.stage.zh().into(),
        stage_en: standing.stage.en().into(),
        clock_zh: running.map(|c| c.zh.clone()).unwrap_or_default(),
        clock_en: running.map(|c| c.en.clone()).unwrap_or_default(),
        clock: running.map(|c| c.key.clone()).unwrap_or_default(),
        due: due.map(|d| d.nominal),
        rolled: due.map(|d| d.rolled),
        owner: running.map(|c| owner_key(c.owner)).unwrap_or("").into(),
        certain: due.is_none_or(|d| d.certain),
        act: next.map(|p| p.act.clone()).unwrap_or_default(),
        act_zh: next.map_or_else(|| at_meeting.0.into(), |p| p.zh.clone()),
        act_en: next.map_or_else(|| at_meeting.1.into(), |p| p.en.clone()),
        year: chrono::Datelike::year(&case.rounds[0].received.date_naive()),
        open: is_open(standing.stage),
        agenda,
        meeting,
        limit: due.map(|d| d.limit),
        start: due.map(|d| d.start),
        start_at: due.and_then(|d| d.start_at),
        at: due.and_then(|d| d.at),
        left: None,
    })
}

/// The clock a list shows: the one that presses most.
pub(crate) fn running_clock(standing: &Standing) -> Option<&Clock> {
    standing.pressing.and_then(|i| standing.clocks.get(i as usize))
}

/// Something may still have to be done about a case in this stage before its decision is served.
pub(crate) fn is_open(stage: Stage) -> bool {
    !stage.ended() && !matches!(stage, Stage::Active | Stage::Recognised)
}

/// The stage as it is written in a column: `in_general`.
pub(crate) fn stage_key(stage: Stage) -> String {
    serde_json::to_value(stage).ok().and_then(|v| v.as_str().map(str::to_string)).unwrap_or_default()
}

pub(crate) fn owner_key(owner: Owner) -> &'static str {
    match owner {
        Owner::Committee => "committee",
        Owner::Applicant => "applicant",
        Owner::Authority => "authority",
        Owner::Internal => "internal",
    }
}

pub(crate) fn meeting_title(meeting: &Meeting) -> String {
    format!("{}年第{}次会议", meeting.year, meeting.no)
}

/// All strings of a paper's data, for the search index.
fn strings_of(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::String(s) => s.clone(),
        serde_json::Value::Array(a) => a.iter().map(strings_of).collect::<Vec<_>>().join(" "),
        serde_json::Value::Object(o) => o.values().map(strings_of).collect::<Vec<_>>().join(" "),
        _ => String::new(),
    }
}
