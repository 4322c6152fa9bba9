//! Telling the story: every line of `assets/demo/story.yaml` becomes acts at their moments; the moments are sorted and
//! performed in order, so that the demo's journal reads like the journal of a real secretary.

use crate::beijing::moment;
use crate::counter::{Done, Request};
use crate::desk::Reason;
use crate::failure::{Failure, FailureKind};
use crate::stage::Stage;
use chrono::{Duration, NaiveTime, TimeZone};
use measures::{Date, FiledPaper, Instant, PaperState, PaperStep, Verdict};
use serde_json::{Value, json};
use std::collections::BTreeMap;

type Beat = Box<dyn FnOnce(&mut Teller) -> Result<(), Failure>>;

/// The stage and the beats still to be played.
pub(super) struct Teller<'a> {
    pub stage: &'a mut Stage,
    beats: Vec<(Instant, usize, Beat)>,
    calendar: measures::Calendar,
    pairs: usize,
    /// Names on each case's team: whoever is on it reviews another.
    teams: BTreeMap<String, Vec<String>>,
}

const STANDING_REASON: &str = "按当时情况办理，已报主任委员同意并记录在案";

/// Pairs of reviewers the chair names in turn.
const PAIRS: [[&str; 2]; 5] =
    [["林若溪", "何静姝"], ["方慎行", "陈思远"], ["欧阳敏", "林若溪"], ["赵启明", "方慎行"], ["何静姝", "陈思远"]];

pub(super) fn tell(stage: &mut Stage, story: &Value) -> Result<(), Failure> {
    let mut teller = Teller { stage, beats: vec![], calendar: measures::Calendar::shipped(), pairs: 0, teams: BTreeMap::new() };
    let cases: Vec<Value> = list(story, "cases");
    for case in &cases {
        teller.teams.insert(text(case, "no").unwrap_or_default().into(), strings(case, "team"));
        teller.case(case)?;
    }
    for round in list(story, "rounds") {
        teller.round(&round)?;
    }
    teller.trackings(&cases)?;
    for meeting in list(story, "meetings") {
        teller.meeting(&meeting, story, &cases)?;
    }
    for entry in list(story, "rereviews") {
        teller.rereview(&entry)?;
    }
    teller.others(story)?;
    teller.play()
}

fn list(value: &Value, key: &str) -> Vec<Value> {
    value.get(key).and_then(Value::as_array).cloned().unwrap_or_default()
}
fn text<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key).and_then(Value::as_str)
}
fn date(value: &Value, key: &str) -> Result<Option<Date>, Failure> {
    text(value, key).map(day).transpose()
}
fn day(text: &str) -> Result<Date, Failure> {
    text.parse().map_err(|_| Failure::bug(format!("故事里的日期“{text}”不对")))
}
fn at(day: Date, hour: u32, minute: u32) -> Instant {
    let time = NaiveTime::from_hms_opt(hour, minute, 0).expect("a time of day");
    crate::beijing::beijing_offset().from_local_datetime(&day.and_time(time)).single().expect("Beijing has no daylight saving time")
}

impl Teller<'_> {
    fn beat(&mut self, when: Instant, beat: impl FnOnce(&mut Teller) -> Result<(), Failure> + 'static) {
        let order = self.beats.len();
        self.beats.push((when, order, Box::new(beat)));
    }
    fn act_at(&mut self, when: Instant, act: Value) {
        self.beat(when, move |t| t.act(&act).map(drop));
    }

    /// Plays all beats in the order of time; beats may add later ones.
    fn play(&mut self) -> Result<(), Failure> {
        let mut played = 0;
        loop {
            self.beats.sort_by_key(|(when, order, _)| std::cmp::Reverse((*when, *order)));
            let Some((when, _, beat)) = self.beats.pop() else { return Ok(()) };
            played += 1;
            if !self.stage.office.task.at(played, played + self.beats.len() as u64) {
                return Err(store::Error::Cancelled.into());
            }
            self.stage.now = when;
            beat(self)?;
        }
    }

    /// Performs an act; where the law asks, the standing reason answers.
    fn act(&mut self, act: &Value) -> Result<Done, Failure> {
        let resolved = self.stage.resolve(act)?;
        let act: crate::Act = serde_json::from_value(resolved)?;
        let now = self.stage.now;
        let mut request = Request { act, reasons: vec![], rehearse: false, draft: String::new() };
        match self.stage.office.act(now, request.clone()) {
            Err(failure) if failure.kind == FailureKind::NeedsReason => {
                request.reasons = failure
                    .findings
                    .iter()
                    .filter(|f| f.verdict == Verdict::Ask)
                    .map(|f| Reason { rule: f.rule.clone(), reason: STANDING_REASON.into() })
                    .collect();
                self.stage.office.act(now, request)
            }
            other => other,
        }
        .map_err(|mut f| {
            f.zh = format!("{}：{}", now.format("%Y-%m-%d %H:%M"), f.zh);
            f
        })
    }
    fn act_as(&mut self, act: &Value, name: &str) -> Result<(), Failure> {
        let done = self.act(act)?;
        let id = done.made.refs.first().ok_or_else(|| Failure::bug(format!("“{name}”没有建立")))?.id.clone();
        self.stage.names.insert(name.into(), id);
        Ok(())
    }

    /// The n-th working day after (or before, n < 0) a day.
    fn working(&self, from: Date, n: i32) -> Date {
        let step = if n < 0 { -1 } else { 1 };
        let (mut day, mut left) = (from, n.abs());
        while left > 0 {
            day += Duration::days(step);
            if self.calendar.day(day).worked() {
                left -= 1;
            }
        }
        day
    }

    // ---- cases

    fn case(&mut self, case: &Value) -> Result<(), Failure> {
        let no = text(case, "no").unwrap_or_default().to_string();
        let path = text(case, "path").unwrap_or_default().to_string();
        let received = date(case, "received")?.ok_or_else(|| Failure::bug(format!("{no}没有收件日期")))?;
        let serial: u32 = no.rsplit('-').next().and_then(|s| s.parse().ok()).unwrap_or(0);
        // Numbers are taken in the order of receipt, so cases of one day are received in the order of their numbers.
        let moment = at(received, 9, 5) + Duration::minutes(i64::from(serial) * 2);
        let receive = json!({
            "act": "receive_application", "received": moment.to_rfc3339(), "medium": if serial.is_multiple_of(3) { "现场" } else { "电子邮件" },
            "application": application(case, &no), "without_unit": case.get("instead").is_some() && text(case, "department") == Some("（无单位人员）"),
        });
        let name = no.clone();
        self.beat(moment, move |t| t.act_as(&receive, &name));
        for (i, (file, elements)) in [
            ("申请表.docx", json!(["A1", "A2", "A3", "A6", "A7"])),
            ("实施方案.pdf", json!(["A4", "A9", "A11", "A12", "A13", "A17"])),
            ("风险评估与防控应急预案.docx", json!(["A14", "A15", "A16"])),
            ("承诺书.pdf", json!(["A19"])),
        ]
        .into_iter()
        .enumerate()
        {
            let words = [text(case, "title"), text(case, "leader"), text(case, "department")].map(|t| t.unwrap_or_default().to_string());
            let [title, leader, department] = words;
            let dated = received - Duration::days(6);
            let mut attach = json!({"act": "attach_material", "case": format!("${no}"), "elements": elements, "name": file, "version": if i == 1 { "V1.2" } else { "V1.0" }, "version_date": dated.to_string()});
            // What goes to a meeting is read there: those files are PDFs with pages.
            let set = super::files::of(file, &title, &leader, &department, dated).filter(|_| !path.starts_with("simple:"));
            self.beat(moment + Duration::minutes(1), move |t| {
                match set {
                    Some(set) => {
                        let office = &mut t.stage.office;
                        let pdf = papers::typed::typed(&set, office.press.fonts()?)?;
                        attach["sha256"] = office.opened_mut()?.archive.stage_blob(&pdf.bytes)?.into();
                    }
                    None => attach["text"] = format!("{file}\n{title}\n{leader}\n").into(),
                }
                t.act(&attach).map(drop)
            });
        }
        if path == "unchecked" {
            return Ok(());
        }
        let gaps = list(case, "gaps");
        let mut checks = json!({});
        for gap in &gaps {
            let code = gap.as_str().unwrap_or_default();
            checks[code] = json!({"state": "missing", "note": gap_words(code)});
        }
        let check = at(received, 10, 40);
        let later = |minutes: i64| (moment + Duration::minutes(30)).max(check) + Duration::minutes(minutes);
        let id = format!("${no}");
        let out_of_scope = path == "refused" && text(case, "reason").is_some_and(|r| r.contains("适用范围"));
        self.act_at(later(0), json!({"act": "check_elements", "case": id, "checks": checks, "rest_present": true}));
        self.act_at(later(5), json!({"act": "determine_scope", "case": id, "in_scope": !out_of_scope, "heads": if out_of_scope { json!([]) } else { json!(["dignity", "life_health"]) }, "reason": if out_of_scope { text(case, "reason").unwrap_or_default() } else { "处理个人信息并可能影响个人权益，属于适用范围" }}));
        if path == "refused" {
            let on = self.working(received, 2);
            self.act_at(at(on, 15, 0), json!({"act": "refuse", "case": id, "reason": text(case, "reason").unwrap_or_default(), "instead": text(case, "instead").unwrap_or_default()}));
            self.letters(at(on, 16, 0), no.clone(), None);
            return Ok(());
        }
        self.act_at(later(10), json!({"act": "judge_list", "case": id, "items": case.get("list").cloned().unwrap_or_else(|| json!([])), "reason": if case.get("list").is_some() { "按三个问题逐一核对，符合清单所列情形" } else { "按三个问题逐一核对，不属于清单所列情形" }}));
        self.act_at(later(15), json!({"act": "scan_conflicts", "case": id}));
        if path == "withdrawn" {
            let on = self.working(received, 3);
            self.act_at(at(on, 11, 0), json!({"act": "withdraw", "case": id, "reason": "申请人书面撤回，拟调整方案后另行申请"}));
            return Ok(());
        }
        let mut ready = received;
        if !gaps.is_empty() {
            let notice = date(case, "notice")?.unwrap_or_else(|| self.working(received, 2));
            self.act_at(at(notice, 14, 0), json!({"act": "issue_supplement", "case": id, "served": notice.to_string()}));
            self.letters(at(notice, 15, 0), no.clone(), None);
            let Some(back) = date(case, "back")? else { return Ok(()) };
            self.act_at(at(back, 10, 0), json!({"act": "receive_supplement", "case": id}));
            ready = back;
        }
        let accepted = date(case, "accepted")?.unwrap_or_else(|| self.working(ready, 2));
        let simple = path.starts_with("simple:") || path.starts_with("reviewing:");
        let mut accept = json!({"act": "accept", "case": id, "procedure": if simple { "simplified" } else { "general" }, "reason": if simple { "风险发生的可能性和程度不高于日常生活中遇到的常规风险" } else { "涉及个人信息或对个人权益有影响，风险高于常规，不紧急" }});
        if simple {
            accept["ground"] = json!("ordinary_risk");
        }
        self.act_at(at(accepted, 15, 10), accept);
        self.letters(at(accepted, 16, 10), no.clone(), None);
        if simple {
            let decide = date(case, "decide")?;
            self.simplified(&no, accepted, decide, case.get("tracking_months").cloned(), path.starts_with("reviewing:"));
        }
        Ok(())
    }

    /// M20: designation, two opinions, the decision on the day of the last one.
    fn simplified(&mut self, no: &str, accepted: Date, decide: Option<Date>, months: Option<Value>, open: bool) {
        let team = self.teams.get(no).cloned().unwrap_or_default();
        let free = |pair: &[&str; 2]| !pair.iter().any(|m| team.iter().any(|t| t == m));
        let turns = (0..PAIRS.len()).map(|i| PAIRS[(self.pairs + i) % PAIRS.len()]);
        let pair = if no == "2026-0047" { PAIRS[0] } else { turns.into_iter().find(free).unwrap_or(PAIRS[0]) };
        self.pairs += 1;
        let id = format!("${no}");
        let named = self.working(accepted, 1);
        self.act_at(at(named, 9, 30), json!({"act": "designate_reviewers", "case": id, "by": "$周秉衡", "reviewers": [format!("${}", pair[0]), format!("${}", pair[1])]}));
        let first = self.working(named, 2);
        self.act_at(at(first, 11, 0), json!({"act": "record_opinion", "case": id, "member": format!("${}", pair[0]), "view": "agree", "text": "风险可控，措施可行。"}));
        if open {
            return;
        }
        let last = decide.unwrap_or_else(|| self.working(first, 2));
        self.act_at(at(last, 10, 0), json!({"act": "record_opinion", "case": id, "member": format!("${}", pair[1]), "view": "agree", "text": "同意。数据去标识后保存。"}));
        let mut conclude = json!({"act": "conclude_simplified", "case": id, "reasons": "两名委员独立审查，意见均为同意，没有疑义"});
        if let Some(months) = months {
            conclude["tracking_months"] = months;
        }
        self.act_at(at(last, 10, 30), conclude);
        let name = no.to_string();
        self.beat(at(last, 11, 0), move |t| t.draft_for_case(&name));
        self.letters(at(last, 15, 0), no.to_string(), None);
    }

    /// A decision letter for the present round, unless the desk has drafted one already.
    fn draft_for_case(&mut self, no: &str) -> Result<(), Failure> {
        let case = self.stage.names.get(no).cloned().unwrap_or_default();
        let record: measures::Case = self.stage.office.opened()?.archive.read().need(&case)?;
        let kind = if record.round().kind == measures::RoundKind::Tracking { "tracking_opinion" } else { "decision_letter" };
        if !self.drafts(&case, None)?.iter().any(|d| d.kind == kind) {
            self.act(&json!({"act": "draft_paper", "kind": kind, "case": case}))?;
        }
        Ok(())
    }

    fn drafts(&self, case: &str, meeting: Option<&str>) -> Result<Vec<FiledPaper>, Failure> {
        let mut drafts: Vec<FiledPaper> = self
            .stage
            .office
            .opened()?
            .archive
            .read()
            .where_::<FiledPaper>("state", "draft")?
            .into_iter()
            .filter(|p| p.state == PaperState::Draft)
            .filter(|p| meeting.map_or_else(|| p.case.as_deref() == Some(case), |m| p.meeting.as_deref() == Some(m)))
            .collect();
        drafts.sort_by_key(|p| p.id.trim_start_matches(char::is_alphabetic).parse::<u32>().unwrap_or(0));
        Ok(drafts)
    }

    /// Issues the drafts of a case and takes each through its steps: printed and signed the same day, sealed the next,
    /// served within the committee's own three working days.
    fn letters(&mut self, when: Instant, no: String, served: Option<Date>) {
        self.beat(when, move |t| {
            let case = t.stage.names.get(&no).cloned().unwrap_or_default();
            for draft in t.drafts(&case, None)? {
                t.issue(&draft, served)?;
            }
            Ok(())
        });
    }

    fn issue(&mut self, draft: &FiledPaper, served: Option<Date>) -> Result<(), Failure> {
        self.act(&json!({"act": "issue_paper", "paper": draft.id}))?;
        let now = self.stage.now;
        let today = now.date_naive();
        let next = self.working(today, 1);
        let serve = served.unwrap_or_else(|| self.working(today, 2));
        let id = draft.id.clone();
        for step in &draft.steps {
            let (when, act) = match step {
                PaperStep::Printed => (
                    now + Duration::minutes(20),
                    json!({"act": "record_step", "paper": id, "step": "printed", "by": "许文静", "copies": 3}),
                ),
                PaperStep::Signed => {
                    (now + Duration::minutes(60), json!({"act": "record_step", "paper": id, "step": "signed", "by": "周秉衡"}))
                }
                PaperStep::Sealed => (at(next, 9, 30), json!({"act": "record_step", "paper": id, "step": "sealed", "by": "许文静"})),
                PaperStep::Scanned => (at(next, 10, 0), json!({"act": "record_step", "paper": id, "step": "scanned", "by": "许文静"})),
                PaperStep::Served => (
                    at(serve, 15, 0),
                    json!({"act": "record_service", "paper": id, "method": "in_person", "receiver": if draft.addressee.is_empty() { "本人" } else { &draft.addressee }, "place": "行政楼305"}),
                ),
            };
            // The last fortnight's letters are still on their way.
            if when < last_day() {
                self.beat(when, move |t| t.act(&act).map(drop));
            }
        }
        Ok(())
    }

    // ---- further rounds

    fn round(&mut self, round: &Value) -> Result<(), Failure> {
        let no = text(round, "case").unwrap_or_default().to_string();
        let received = date(round, "received")?.ok_or_else(|| Failure::bug("一轮没有收件日期"))?;
        let accepted = date(round, "accepted")?.unwrap_or_else(|| self.working(received, 2));
        let kind = text(round, "kind").unwrap_or_default();
        let id = format!("${no}");
        let start = at(received, 14, 20);
        if kind == "resubmission" {
            let name = no.clone();
            self.beat(start, move |t| {
                let case: measures::Case = t.stage.office.opened()?.archive.read().need(&t.stage.names[&name])?;
                let points = case.round().decision.as_ref().map_or(1, |d| d.suggestions.len().max(1));
                let replies: Vec<String> = (1..=points).map(|i| format!("第{i}条已按建议修改，见方案V2.0相应章节。")).collect();
                t.act(
                    &json!({"act": "resubmit", "case": case.id, "received": start.to_rfc3339(), "replies": replies, "medium": "电子邮件"}),
                )
                .map(drop)
            });
        } else {
            self.act_at(start, json!({"act": "start_round", "case": id, "kind": kind, "received": start.to_rfc3339(), "medium": "电子邮件", "report": round.get("report").cloned().unwrap_or_else(|| json!([]))}));
        }
        self.formal_check(&id, start);
        self.act_at(at(accepted, 15, 20), json!({"act": "accept", "case": id, "procedure": "general", "reason": "需经会议审议，不紧急"}));
        self.letters(at(accepted, 16, 20), no, None);
        Ok(())
    }

    /// Judgement and scan of a further round.
    fn formal_check(&mut self, id: &str, start: Instant) {
        self.act_at(start + Duration::minutes(20), json!({"act": "check_elements", "case": id, "rest_present": true}));
        self.act_at(start + Duration::minutes(25), json!({"act": "scan_conflicts", "case": id}));
    }

    /// E19: every approved activity is tracked before its date; by the simplified procedure where nothing was adjusted.
    fn trackings(&mut self, cases: &[Value]) -> Result<(), Failure> {
        for case in cases {
            let no = text(case, "no").unwrap_or_default().to_string();
            if case.get("untracked").is_some() || case.get("list").is_some() {
                continue;
            }
            let received = date(case, "received")?.unwrap_or_default();
            // The date comes from the decision itself: looked at once a month from the receipt on.
            let mut look = received + Duration::days(330);
            while at(look, 9, 0) < last_day() {
                let name = no.clone();
                self.beat(at(look, 8, 50), move |t| t.track_if_due(&name));
                look += Duration::days(20);
            }
        }
        Ok(())
    }

    fn track_if_due(&mut self, no: &str) -> Result<(), Failure> {
        let Some(id) = self.stage.names.get(no).cloned() else { return Ok(()) };
        let open = self.stage.office.opened()?;
        let case: measures::Case = open.archive.read().need(&id)?;
        let round = case.round();
        let Some(decision) = round.decision.as_ref().filter(|d| d.kind.allows()) else { return Ok(()) };
        let Some(due) = decision.next_tracking else { return Ok(()) };
        let today = self.stage.now.date_naive();
        let ended = case.turns.iter().any(|t| matches!(t.kind, measures::TurnKind::Completed | measures::TurnKind::Terminated));
        if ended || due - today > Duration::days(40) || due < today {
            return Ok(());
        }
        let start = self.stage.now + Duration::minutes(10);
        let id = format!("${no}");
        let report = json!([
            "按批准的方案执行，没有调整。",
            "风险防控措施全部执行，日志完整。",
            "未发现新的风险，参与者的安全和权益未受影响。",
            "无事件、无投诉。"
        ]);
        self.act_at(start, json!({"act": "start_round", "case": id, "kind": "tracking", "received": start.to_rfc3339(), "medium": "电子邮件", "report": report}));
        self.formal_check(&id, start);
        let accepted = self.working(start.date_naive(), 1);
        self.act_at(at(accepted, 15, 30), json!({"act": "accept", "case": id, "procedure": "simplified", "ground": "tracking_without_adjustment", "reason": "前期无重大调整的跟踪审查"}));
        self.letters(at(accepted, 16, 30), no.to_string(), None);
        self.simplified(no, accepted, None, None, false);
        Ok(())
    }

    fn rereview(&mut self, entry: &Value) -> Result<(), Failure> {
        let no = text(entry, "case").unwrap_or_default().to_string();
        let id = format!("${no}");
        let sent = date(entry, "sent")?.ok_or_else(|| Failure::bug("复核没有报请日期"))?;
        self.act_at(at(sent, 9, 40), json!({"act": "send_rereview", "case": id, "authority": "江州省科学技术厅"}));
        if let Some(received) = date(entry, "received")? {
            self.act_at(at(received, 16, 0), json!({"act": "rereview_received", "case": id, "on": received.to_string()}));
        }
        if let Some(on) = date(entry, "on")? {
            self.act_at(at(on, 15, 40), json!({"act": "record_rereview", "case": id, "opinion": text(entry, "opinion").unwrap_or("agree"), "on": on.to_string(), "number": text(entry, "number").unwrap_or_default()}));
        }
        if let Some(decided) = date(entry, "decided")? {
            let months = if no == "2026-0022" { 3 } else { 6 };
            self.act_at(at(decided, 10, 0), json!({"act": "decide_after_rereview", "case": id, "kind": text(entry, "kind").unwrap_or("approve"), "reasons": "专家复核意见为同意，风险防控措施可行", "tracking_months": months}));
            let name = no.clone();
            self.beat(at(decided, 10, 30), move |t| t.draft_for_case(&name));
            self.letters(at(decided, 15, 0), no.clone(), None);
        }
        if let Some(registered) = date(entry, "registered")? {
            self.act_at(
                at(registered, 16, 40),
                json!({"act": "register_listed", "case": id, "on": registered.to_string(), "number": format!("国科伦登{}", no)}),
            );
        }
        Ok(())
    }

    // ---- meetings

    fn meeting(&mut self, meeting: &Value, story: &Value, cases: &[Value]) -> Result<(), Failure> {
        let year = meeting["year"].as_i64().unwrap_or_default();
        let no = meeting["no"].as_i64().unwrap_or_default();
        let name = format!("{year}-{no}");
        let held = date(meeting, "day")?.ok_or_else(|| Failure::bug("会议没有日期"))?;
        let opens = clock(held, text(meeting, "opens").unwrap_or("14:00"))?;
        let absent: Vec<String> = strings(meeting, "absent");
        let chair_absent = meeting.get("chair_absent").is_some();
        let planned = date(meeting, "planned")?.unwrap_or(held - Duration::days(21));
        let mut plan = json!({"act": "plan_meeting", "starts": at(held, 14, 0).to_rfc3339(), "ends": at(held, 16, 30).to_rfc3339(), "form": if meeting.get("video").is_some() { "hybrid" } else { "on_site" }, "place": text(meeting, "place").unwrap_or("行政楼305")});
        if chair_absent {
            plan["host"] = json!("$林若溪");
        }
        let key = name.clone();
        self.beat(at(planned, 10, 0), move |t| t.act_as(&plan, &key));
        let id = format!("${name}");

        // The agenda, in the order of the story or of the numbers.
        let mut agenda: Vec<String> = strings(meeting, "order");
        if agenda.is_empty() {
            for case in cases {
                if text(case, "path") == Some(format!("meeting:{no}").as_str())
                    && text(case, "no").is_some_and(|n| n.starts_with(&year.to_string()))
                {
                    agenda.push(text(case, "no").unwrap_or_default().into());
                }
            }
            for round in list(story, "rounds") {
                if round.get("meeting").and_then(Value::as_i64) == Some(no) && year == 2026 {
                    agenda.push(text(&round, "case").unwrap_or_default().into());
                }
            }
            for later in list(story, "deferred") {
                if text(&later, "to") == Some(name.as_str()) {
                    agenda.push(text(&later, "case").unwrap_or_default().into());
                }
            }
            if name == "2026-8" {
                agenda.push("2026-0054".into());
            }
        }
        let placed = self.working(held, -7);
        for (i, case) in agenda.iter().enumerate() {
            let act = json!({"act": "place_item", "meeting": id, "case": format!("${case}"), "minutes": 20});
            let key = format!("{name}/{case}");
            let case = case.clone();
            let when = at(placed, 11, 0) + Duration::minutes(i as i64);
            self.beat(when, move |t| t.place_when_accepted(act, key, case));
        }
        if meeting.get("planned").is_some() {
            return Ok(());
        }
        self.act_at(at(self.working(held, -6), 16, 0), json!({"act": "send_notices", "meeting": id}));
        let key = name.clone();
        self.beat(at(self.working(held, -6), 16, 10), move |t| {
            let id = t.stage.names[&key].clone();
            for draft in t.drafts("", Some(&id))?.iter().filter(|d| d.kind == "meeting_notice") {
                t.issue(draft, None)?;
            }
            Ok(())
        });
        if chair_absent {
            self.act_at(at(self.working(held, -6), 15, 0), json!({"act": "designate_host", "meeting": id, "by": "$周秉衡", "vice_chair": "$林若溪", "on": self.working(held, -6).to_string(), "reason": "因公出差"}));
        }
        if let Some(adviser) = text(meeting, "adviser") {
            self.act_at(
                at(self.working(held, -5), 10, 0),
                json!({"act": "seat_adviser", "meeting": id, "adviser": format!("${adviser}"), "no_interest": true}),
            );
        }
        let video = strings(meeting, "video");
        let everyone: Vec<String> =
            ["周秉衡", "林若溪", "赵启明", "方慎行", "罗晓岚", "陈思远", "艾力·买买提", "何静姝", "欧阳敏", "孟广平"]
                .map(String::from)
                .to_vec();
        let outside_from = day("2025-09-01")?;
        let seated: Vec<String> = everyone
            .into_iter()
            .filter(|m| match m.as_str() {
                "罗晓岚" | "艾力·买买提" => held >= outside_from,
                "孟广平" => held < day("2025-07-01").unwrap_or_default(),
                _ => true,
            })
            .collect();
        let away = |m: &String| absent.contains(m) || (chair_absent && m == "周秉衡");
        for (i, member) in seated.iter().enumerate() {
            let reply = if away(member) {
                "absent"
            } else if video.contains(member) {
                "video"
            } else {
                "attending"
            };
            let mut act = json!({"act": "record_reply", "meeting": id, "member": format!("${member}"), "reply": reply});
            if let Some(leaves) = meeting.get("leaves").and_then(|l| text(l, member)) {
                act["leaving"] = json!(clock(held, leaves)?.to_rfc3339());
            }
            self.act_at(at(self.working(held, -3), 9, 10) + Duration::minutes(i as i64), act);
        }
        let present: Vec<String> = seated.iter().filter(|m| !away(m) && !video.contains(m)).map(|m| format!("${m}")).collect();
        let remote: Vec<String> = seated.iter().filter(|m| !away(m) && video.contains(m)).map(|m| format!("${m}")).collect();
        self.act_at(opens, json!({"act": "open_meeting", "meeting": id, "at": opens.to_rfc3339(), "present": present, "video": remote, "recorder": "许文静", "last_minutes_approved": true}));
        if let Some(leaves) = meeting.get("leaves").and_then(Value::as_object) {
            for (member, when) in leaves {
                let when = clock(held, when.as_str().unwrap_or_default())?;
                self.act_at(when, json!({"act": "depart", "meeting": id, "member": format!("${member}"), "at": when.to_rfc3339()}));
            }
        }
        let mut from = opens + Duration::minutes(6);
        let fixed: Vec<Instant> = (agenda.iter().filter_map(|c| text(meeting.get("items")?.get(c)?, "at")).chain(text(meeting, "closes")))
            .map(|t| clock(held, t))
            .collect::<Result<_, _>>()?;
        for case in agenda {
            let details = meeting.get("items").and_then(|i| i.get(&case)).cloned().unwrap_or_else(|| json!({}));
            let begins = match text(&details, "at") {
                Some(at) => clock(held, at)?,
                None => from,
            };
            from = begins + Duration::minutes(18);
            let team = cases.iter().find(|c| text(c, "no") == Some(&case)).map(|c| strings(c, "team")).unwrap_or_default();
            // A quarter of an hour, or less where the next item or the end of the meeting is written down.
            let until = fixed
                .iter()
                .filter(|t| **t > begins)
                .min()
                .map_or(begins + Duration::minutes(15), |next| (*next - Duration::minutes(1)).min(begins + Duration::minutes(15)));
            self.item(&name, &case, begins, until, &details, team, story, cases, held);
        }
        let closes = match text(meeting, "closes") {
            Some(t) => clock(held, t)?,
            None => from + Duration::minutes(4),
        };
        self.act_at(closes, json!({"act": "close_meeting", "meeting": id, "at": closes.to_rfc3339()}));
        let after = at(held, 17, 5).max(closes + Duration::minutes(10));
        self.act_at(after, json!({"act": "run_aftermath", "meeting": id}));
        let unfinished = meeting.get("unfinished").is_some();
        let key = name.clone();
        self.beat(after + Duration::minutes(15), move |t| t.issue_meeting(&key, unfinished));
        Ok(())
    }

    fn place_when_accepted(&mut self, act: Value, key: String, case: String) -> Result<(), Failure> {
        let record = match self.stage.names.get(&case) {
            Some(id) => self.stage.office.opened()?.archive.read().get::<measures::Case>(id)?,
            None => None,
        };
        if record.is_some_and(|r| r.round().accepted.is_some() && r.round().decision.is_none()) {
            return self.act_as(&act, &key);
        }
        // Not accepted yet: on the first working morning after.
        let again = at(self.working(self.stage.now.date_naive(), 1), 11, 30);
        self.beat(again, move |t| t.place_when_accepted(act, key, case));
        Ok(())
    }

    #[allow(clippy::too_many_arguments)]
    fn item(
        &mut self,
        meeting: &str,
        case: &str,
        begins: Instant,
        until: Instant,
        details: &Value,
        team: Vec<String>,
        story: &Value,
        cases: &[Value],
        held: Date,
    ) {
        let key = format!("{meeting}/{case}");
        let id = format!("${key}");
        let recused: Vec<String> = text(details, "recuse").map(|r| vec![r.to_string()]).unwrap_or(team);
        for member in &recused {
            let (id, member) = (id.clone(), member.clone());
            self.act_at(
                begins,
                json!({"act": "recuse", "item": id, "member": format!("${member}"), "reason": "项目成员", "left": begins.to_rfc3339()}),
            );
        }
        let refused = text(details, "not_deliberated").map(str::to_string);
        if let Some(why) = refused {
            let when = until.min(begins + Duration::minutes(4));
            self.act_at(when, json!({"act": "defer_item", "item": id, "reason": why, "at": when.to_rfc3339()}));
            let (case, new_due) = (format!("${case}"), text(details, "extend").unwrap_or_default().to_string());
            self.act_at(at(held, 17, 0), json!({"act": "extend", "case": case, "ground": "other", "facts": "到会的唯一法律类委员须回避，本次会议不能审议，转下次会议", "new_due": new_due, "approved_by": "周秉衡"}));
        } else {
            self.act_at(
                begins + Duration::minutes(1),
                json!({"act": "take_up", "item": id, "at": (begins + Duration::minutes(1)).to_rfc3339()}),
            );
            self.act_at(until - Duration::minutes(6), json!({"act": "record_remarks", "item": id, "presented": "申请人报告了方案、风险评估和防控措施，并回答提问后退场。", "answers": "就数据来源、人工复核和日志保存作了说明。", "remarks": [{"dimension": 2, "text": "训练数据选择标准合理，已说明分组误差。"}, {"dimension": 6, "text": "个人信息处理有书面同意，保存期限明确。"}]}));
            let listed = cases.iter().find(|c| text(c, "no") == Some(case)).is_some_and(|c| c.get("list").is_some());
            let votes = text(details, "votes").map(str::to_string).or_else(|| self.votes_of(meeting, case, story, cases, details));
            let (id2, key2) = (id.clone(), key.clone());
            let tally = votes.clone();
            self.beat(until - Duration::minutes(3), move |t| t.vote(&id2, &key2, tally.as_deref(), listed));
            let deferred = list(story, "deferred").into_iter().find(|d| text(d, "from") == Some(meeting) && text(d, "case") == Some(case));
            let undecided = deferred.is_some() || (meeting == "2026-9" && case == "2026-0066");
            let mut close = json!({"act": "close_item", "item": id, "at": until.to_rfc3339()});
            let kind = votes.as_deref().map(leading).unwrap_or('批');
            match kind {
                '改' => {
                    close["suggestions"] = details.get("suggestions").cloned().unwrap_or_else(|| {
                        json!([
                            "补充数据来源和授权范围的证明，写明退出方式。",
                            "按人群分组报告误差，并说明超出阈值时的处置。",
                            "明确人工复核的节点、责任人和时限。"
                        ])
                    });
                    if let Some(by) = details.get("resubmit_by") {
                        close["resubmit_by"] = by.clone();
                    }
                    close["reasons"] = json!("方案的社会价值得到认可，公平公正和隐私保护方面的措施尚不充分");
                }
                '否' => {
                    close["reasons"] =
                        json!("以情绪或表情推断个人能力缺乏科学依据，且可能对个人权益造成不可逆的影响，防控措施不能消除该风险")
                }
                '批' | '通' => {
                    close["conditions"] = json!(["不得超出批准的数据范围和用途使用模型。"]);
                    if listed {
                        close["reasons"] = json!(
                            "合规性：数据来源合法，授权齐备，已核对有关管理规定。合理性：研究目的明确，风险受益比可以接受，人工复核和熔断措施到位。"
                        );
                    }
                }
                _ => {}
            }
            if undecided {
                close["reasons"] = json!("各选项均未达到到会委员三分之二");
            }
            let id3 = id.clone();
            self.beat(until, move |t| match t.act(&close) {
                Ok(_) => Ok(()),
                Err(f) => Err(Failure { zh: format!("{id3}：{}", f.zh), ..f }),
            });
            if let Some(d) = deferred {
                let (case, noticed, due) = (
                    format!("${case}"),
                    text(&d, "noticed").unwrap_or_default().to_string(),
                    text(&d, "new_due").unwrap_or_default().to_string(),
                );
                if let Ok(noticed) = day(&noticed) {
                    self.act_at(at(noticed, 17, 0), json!({"act": "extend", "case": case, "ground": "complex", "facts": "会议未形成决定，须再次审议", "new_due": due, "approved_by": "周秉衡"}));
                    let name = case.trim_start_matches('$').to_string();
                    self.letters(at(noticed, 17, 20), name, None);
                }
            }
        }
        for member in recused {
            let back = text(details, "back").and_then(|b| clock(held, b).ok()).unwrap_or(until + Duration::minutes(1));
            self.act_at(back, json!({"act": "return_recused", "item": id, "member": format!("${member}"), "at": back.to_rfc3339()}));
        }
    }

    /// Votes written with a case or under `ballots`.
    fn votes_of(&self, meeting: &str, case: &str, story: &Value, cases: &[Value], _details: &Value) -> Option<String> {
        if let Some(b) = list(story, "ballots").iter().find(|b| text(b, "meeting") == Some(meeting) && text(b, "case") == Some(case)) {
            return text(b, "votes").map(str::to_string);
        }
        let record = cases.iter().find(|c| text(c, "no") == Some(case))?;
        // The votes of a case are those of its first meeting; a resubmission is unanimous unless written down.
        let first = text(record, "path")?.strip_prefix("meeting:")?;
        if meeting.ends_with(&format!("-{first}")) { text(record, "votes").map(str::to_string) } else { None }
    }

    /// Gives the votes of `批6 改1` in seat order to those who attend; everybody for it when nothing is written.
    fn vote(&mut self, item: &str, key: &str, votes: Option<&str>, listed: bool) -> Result<(), Failure> {
        let id = self.stage.names.get(key).cloned().unwrap_or_default();
        let reader = self.stage.office.opened()?.archive.read();
        let record: measures::Item = reader.need(&id)?;
        let meeting: measures::Meeting = reader.need(&record.meeting)?;
        let case: measures::Case = reader.need(&record.case)?;
        let now = self.stage.now;
        let mut members: Vec<measures::Member> = reader.all()?;
        members.sort_by_key(|m| m.seat);
        let attending: Vec<String> = members
            .into_iter()
            .filter(|m| meeting.present(now).any(|a| a.member == m.id) && !record.is_recused(&m.id))
            .map(|m| m.id)
            .collect();
        let all_for = match case.rounds[record.round as usize].kind {
            measures::RoundKind::Tracking => '续',
            _ if listed && case.needs_rereview() => '通',
            _ => '批',
        };
        let mut cast: Vec<&str> = Vec::new();
        for part in votes.unwrap_or_default().split_whitespace() {
            let mark = part.chars().next().unwrap_or(all_for);
            let n: usize = part[mark.len_utf8()..].parse().unwrap_or(1);
            cast.extend(std::iter::repeat_n(option(mark), n));
        }
        let mut map = serde_json::Map::new();
        for (i, member) in attending.iter().enumerate() {
            map.insert(member.clone(), json!(cast.get(i).copied().unwrap_or(option(all_for))));
        }
        self.act(&json!({"act": "record_votes", "item": item, "votes": map, "at": now.to_rfc3339()})).map(drop)
    }

    /// Issues what the run drafted: letters in the order of the agenda, then the minutes.
    fn issue_meeting(&mut self, meeting: &str, unfinished: bool) -> Result<(), Failure> {
        let id = self.stage.names[meeting].clone();
        let record: measures::Meeting = self.stage.office.opened()?.archive.read().need(&id)?;
        let order = |p: &FiledPaper| p.item.as_ref().and_then(|i| record.items.iter().position(|x| x == i)).unwrap_or(usize::MAX);
        let mut drafts = self.drafts("", Some(&id))?;
        for item in &record.items {
            // A paper of a case on the agenda, like the extension notice of a deferred item, goes with its item.
            let item: measures::Item = self.stage.office.opened()?.archive.read().need(item)?;
            for mut extra in self.drafts(&item.case, None)? {
                if !drafts.iter().any(|d| d.id == extra.id) {
                    extra.item = Some(item.id.clone());
                    drafts.push(extra);
                }
            }
        }
        drafts.sort_by_key(|p| (order(p), p.id.trim_start_matches(char::is_alphabetic).parse::<u32>().unwrap_or(0)));
        let serve = match meeting {
            "2026-7" => Some(day("2026-09-21")?),
            _ => None,
        };
        for (i, draft) in drafts.iter().enumerate() {
            // An extension the chair has not confirmed yet stays a draft.
            if draft.kind == "extension_notice" && !self.extended(draft)? {
                continue;
            }
            if unfinished && i >= 3 {
                // The last meeting's letters wait as drafts for the chair to check.
                continue;
            }
            self.issue(draft, serve)?;
        }
        Ok(())
    }

    fn extended(&self, draft: &FiledPaper) -> Result<bool, Failure> {
        let Some(id) = &draft.case else { return Ok(false) };
        let case: measures::Case = self.stage.office.opened()?.archive.read().need(id)?;
        Ok(!case.round().extensions.is_empty())
    }

    // ---- the rest

    fn others(&mut self, story: &Value) -> Result<(), Failure> {
        for appeal in list(story, "appeals") {
            let id = format!("${}", text(&appeal, "case").unwrap_or_default());
            let received = date(&appeal, "received")?.unwrap_or_default();
            self.act_at(at(received, 16, 0), json!({"act": "record_appeal", "case": id, "received": received.to_string(), "grounds": text(&appeal, "grounds").unwrap_or_default()}));
            if let Some(on) = date(&appeal, "concluded")? {
                self.act_at(at(on, 15, 0), json!({"act": "conclude_appeal", "case": id, "sufficient": appeal["sufficient"], "on": on.to_string(), "finding": text(&appeal, "finding").unwrap_or_default()}));
            }
            let name = id.trim_start_matches('$').to_string();
            self.letters(at(date(&appeal, "concluded")?.unwrap_or(received), 16, 30), name, None);
        }
        for voided in list(story, "voided") {
            let (name, on) = (text(&voided, "case").unwrap_or_default().to_string(), date(&voided, "on")?.unwrap_or_default());
            let why = text(&voided, "reason").unwrap_or_default().to_string();
            self.beat(at(on, 10, 0), move |t| {
                let case = t.stage.names.get(&name).cloned().unwrap_or_default();
                let issued = t.stage.office.opened()?.archive.read().where_::<FiledPaper>("case", &case)?;
                let letter = issued.into_iter().find(|p| p.kind == "decision_letter" && p.state == PaperState::Issued);
                let letter = letter.ok_or_else(|| Failure::bug(format!("{name}没有决定书可作废")))?;
                t.act(&json!({"act": "void_paper", "paper": letter.id, "on": on.to_string(), "reason": why, "reissue": true}))?;
                t.letters(at(on, 10, 20), name, None);
                Ok(())
            });
        }
        for (key, verb) in [
            ("contacts", "record_contact"),
            ("complaints", "record_complaint"),
            ("consultations", "record_consultation"),
            ("completed", "complete"),
        ] {
            for (i, entry) in list(story, key).into_iter().enumerate() {
                let on = date(&entry, "on")?.unwrap_or_default();
                let mut act = entry.clone();
                act["act"] = json!(verb);
                if let Some(case) = text(&entry, "case") {
                    act["case"] = json!(format!("${case}"));
                }
                let concluded = date(&entry, "concluded")?;
                let result = act.get("result").cloned();
                if let Some(o) = act.as_object_mut() {
                    o.remove("concluded");
                    o.remove("result");
                }
                let name = format!("{key}{i}");
                let complaint = key == "complaints";
                let key = name.clone();
                self.beat(at(on, 11, 20), move |t| if complaint { t.act_as(&act, &key) } else { t.act(&act).map(drop) });
                if let (Some(on), Some(result)) = (concluded, result) {
                    self.act_at(at(on, 11, 0), json!({"act": "conclude_complaint", "complaint": format!("${name}"), "on": on.to_string(), "result": result, "replied": on.to_string()}));
                }
            }
        }
        Ok(())
    }
}

/// The day after which nothing has happened yet.
fn last_day() -> Instant {
    moment("2026-11-16 09:00").expect("a moment")
}

fn clock(day: Date, text: &str) -> Result<Instant, Failure> {
    moment(&format!("{day} {text}")).map_err(Failure::bug)
}

fn strings(value: &Value, key: &str) -> Vec<String> {
    list(value, key).iter().filter_map(Value::as_str).map(str::to_string).collect()
}

/// The option with most votes of `批6 改1`, for the words that go with the decision.
fn leading(votes: &str) -> char {
    votes
        .split_whitespace()
        .filter_map(|p| {
            let mark = p.chars().next()?;
            Some((p[mark.len_utf8()..].parse::<u32>().unwrap_or(1), mark))
        })
        .max_by_key(|(n, _)| *n)
        .map_or('批', |(_, mark)| mark)
}

fn option(mark: char) -> &'static str {
    match mark {
        '改' => "revise",
        '否' => "reject",
        '弃' => "abstain",
        '通' => "pass",
        '续' => "continue",
        '停' => "suspend",
        _ => "approve",
    }
}

fn gap_words(code: &str) -> &'static str {
    match code {
        "A5" => "合作企业的合法资质材料未提交",
        "A6" => "新增成员的伦理培训记录未提交",
        "A8" => "本活动利益冲突声明未提交",
        "A10" => "数据来源与取得证明未提交，须载明采集范围和授权",
        "A14" => "未就弱势人群评估潜在风险",
        "A16" => "应急处理预案缺联系人和停用步骤",
        "A18" => "知情同意书未提交",
        "A19" => "承诺书未由活动负责人本人签字",
        _ => "未提交",
    }
}

fn application(case: &Value, no: &str) -> Value {
    let title = text(case, "title").unwrap_or_default();
    let leader = text(case, "leader").unwrap_or_default();
    let department = text(case, "department").unwrap_or_default();
    let simple = text(case, "path").is_some_and(|p| p.starts_with("simple") || p.starts_with("reviewing"));
    let gaps = strings(case, "gaps");
    let mut team = vec![json!({"name": leader, "unit": department, "part": "负责人", "trained": true})];
    for member in strings(case, "team") {
        team.push(json!({"name": member, "unit": "江州大学", "part": "项目成员", "trained": true}));
    }
    json!({
        "title": title, "leader": leader, "leader_title": "教授", "department": department,
        "phone": format!("0790-8800{}", &no[no.len() - 4..]), "email": "", "funding": "江州省自然科学基金",
        "team": team,
        "partners": if no == "2026-0053" { json!(["江州高空装备公司"]) } else { json!([]) },
        "flags": {
            "human_participants": gaps.contains(&"A18".to_string()), "personal_information": !simple,
            "several_units": no == "2026-0053", "lead_unit": true,
        },
        "passport": {"system": title, "model": "自建模型", "version": "1.0", "data_sources": ["本单位经授权采集的数据", "公开数据集"], "users": "本单位科研人员", "controls": ["人工复核", "日志留存6个月"]},
        "risks": [{"what": "误判影响个人", "likelihood": if simple { 1 } else { 2 }, "degree": if simple { 1 } else { 2 }, "measure": "人工复核后方可使用结果"}],
        "ordinary_risk": simple,
        "texts": {"A2": format!("研究{title}的方法与边界，服务教学、医疗和公共服务。"), "A9": "基于深度神经网络，输出附置信度与依据。"},
        "self_listed": case.get("list").cloned().unwrap_or_else(|| json!([])),
    })
}
