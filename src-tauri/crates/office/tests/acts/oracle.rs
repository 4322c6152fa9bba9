//! Random acts against an independent reading of the table of states: what the table forbids is refused whatever is sent,
//! what passes leads where the table says, and the case stands there. The oracle below was written from the table of
//! states and transitions and asks no rule of the house; guards that need more than the state (a quorum, a date) are the
//! desk's own, so an act the table permits may still be refused.

use crate::{ALL, Desk, application, seated};
use measures::{Case, FiledPaper};
use office::FailureKind;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Approve,
    Revise,
    Reject,
}
/// What a tracking review can end in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum After {
    Continue,
    Suspend,
    Terminate,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    Received,
    Supplement,
    Refused,
    Withdrawn,
    General,
    Simple,
    Emergency,
    /// Reviewed by a commissioned body.
    Transferred,
    PrelimPassed,
    Sent,
    /// The opinion: agree or not.
    Back(bool),
    Decided(Kind),
    Delivered(Kind),
    Appealed(Kind),
    /// The appeal was well founded; a new vote is due.
    Upheld,
    Suspended,
    Terminated,
    Completed,
    Archived,
    TrackReceived,
    TrackGeneral,
    TrackDecided(After),
    /// An amendment has begun; the walk ends here.
    FurtherRound,
}
use Kind::*;
use State::*;

/// What the table knows of a case.
#[derive(Debug, Clone, Copy)]
struct Model {
    state: State,
    listed: bool,
    noticed: bool,
    appealed: bool,
    /// The last decision is the outcome of a tracking review.
    tracked: bool,
    /// The present round is reviewed by another body.
    elsewhere: bool,
    suspended: bool,
    /// Checked, judged and scanned: ready to be accepted. Steers the dice only, the table does not ask.
    prepared: bool,
    /// The re-review opinion this line of rounds stands on.
    opinion: Option<bool>,
    before: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Move {
    Prepare,
    IssueSupplement,
    ReceiveSupplement,
    Refuse,
    AcceptGeneral,
    AcceptSimple,
    AcceptEmergency,
    Commission,
    /// A decision of the commissioned body; none is its preliminary opinion.
    Outside(Option<Kind>),
    Withdraw,
    Designate,
    Agree,
    Disagree,
    ConcludeSimple,
    Convert,
    Vote(Kind),
    VotePass,
    VoteAfter(After),
    Send,
    TheirReceipt,
    Opinion(bool),
    DecideAfter(Kind),
    Serve,
    Appeal,
    Dismiss,
    Uphold,
    Resubmit,
    Amend,
    Track,
    Suspend,
    Resume,
    Terminate,
    Complete,
    Register,
    Archive,
    Reopen,
}
/// Every move with how often it is drawn among those the table permits: what leads deep into the table is drawn more
/// often than what ends a case early.
const MOVES: [(Move, usize); 47] = [
    (Move::Prepare, 4),
    (Move::IssueSupplement, 1),
    (Move::ReceiveSupplement, 4),
    (Move::Refuse, 1),
    (Move::AcceptGeneral, 6),
    (Move::AcceptSimple, 4),
    (Move::AcceptEmergency, 2),
    (Move::Commission, 2),
    (Move::Outside(None), 4),
    (Move::Outside(Some(Approve)), 3),
    (Move::Outside(Some(Revise)), 1),
    (Move::Outside(Some(Reject)), 1),
    (Move::Withdraw, 1),
    (Move::Designate, 4),
    (Move::Agree, 4),
    (Move::Disagree, 1),
    (Move::ConcludeSimple, 4),
    (Move::Convert, 1),
    (Move::Vote(Approve), 4),
    (Move::Vote(Revise), 2),
    (Move::Vote(Reject), 2),
    (Move::VotePass, 6),
    (Move::VoteAfter(After::Continue), 2),
    (Move::VoteAfter(After::Suspend), 2),
    (Move::VoteAfter(After::Terminate), 2),
    (Move::Send, 6),
    (Move::TheirReceipt, 1),
    (Move::Opinion(true), 4),
    (Move::Opinion(false), 3),
    (Move::DecideAfter(Approve), 3),
    (Move::DecideAfter(Revise), 1),
    (Move::DecideAfter(Reject), 1),
    (Move::Serve, 8),
    (Move::Appeal, 3),
    (Move::Dismiss, 2),
    (Move::Uphold, 3),
    (Move::Resubmit, 6),
    (Move::Amend, 1),
    (Move::Track, 3),
    (Move::Suspend, 2),
    (Move::Resume, 2),
    (Move::Terminate, 1),
    (Move::Complete, 1),
    (Move::Register, 1),
    (Move::Archive, 3),
    (Move::Reopen, 2),
    (Move::Prepare, 1),
];

/// Where a move leads, or nothing when the table has no such transition. Moves inside a state stay in it.
fn table(m: &Model, mv: Move) -> Option<State> {
    let s = m.state;
    let served = |k: Kind| if m.elsewhere { Delivered(k) } else { Decided(k) };
    match (mv, s) {
        (Move::Reopen, Archived) => Some(m.before),
        (_, Archived) | (Move::Reopen, _) => None,
        (Move::Prepare, Received | Supplement | TrackReceived) => Some(s),
        (Move::IssueSupplement, Received) if !m.noticed => Some(Supplement),
        (Move::ReceiveSupplement, Supplement) => Some(Received),
        (Move::Refuse, Received | Supplement) => Some(Refused),
        (Move::AcceptGeneral, Received) => Some(General),
        (Move::AcceptGeneral, TrackReceived) => Some(TrackGeneral),
        (Move::AcceptSimple, Received) if !m.listed => Some(Simple),
        (Move::AcceptEmergency, Received) => Some(Emergency),
        (Move::Commission, Received) => Some(Transferred),
        (Move::Outside(None), Transferred) if m.listed => Some(PrelimPassed),
        (Move::Outside(Some(Approve)), Transferred) if m.listed => None,
        (Move::Outside(Some(k)), Transferred) => Some(Delivered(k)),
        (Move::Outside(Some(Approve)), Back(false) | PrelimPassed | Sent) => None,
        (Move::Outside(Some(k)), PrelimPassed | Sent | Back(_)) if m.elsewhere => Some(Delivered(k)),
        (Move::Withdraw, Received | Supplement | General | Simple | Emergency | Transferred | PrelimPassed | Sent | Back(_)) => {
            Some(Withdrawn)
        }
        (Move::Designate | Move::Agree, Simple) => Some(Simple),
        (Move::Disagree | Move::Convert, Simple) => Some(General),
        (Move::ConcludeSimple, Simple) => Some(Decided(Approve)),
        (Move::Vote(_) | Move::VotePass | Move::DecideAfter(_), _) if m.elsewhere => None,
        (Move::Vote(Approve), General | Emergency) if m.listed => None,
        (Move::Vote(Approve), Upheld) if m.listed && m.opinion != Some(true) => None,
        (Move::Vote(Approve), Back(false)) => None,
        (Move::Vote(k), General | Emergency | Upheld | Back(_)) => Some(Decided(k)),
        (Move::VotePass, General | Emergency) if m.listed => Some(PrelimPassed),
        (Move::VotePass, Upheld) if m.listed && m.opinion.is_none() => Some(PrelimPassed),
        (Move::VoteAfter(k), TrackGeneral) => Some(TrackDecided(k)),
        (Move::Send, PrelimPassed) => Some(Sent),
        (Move::TheirReceipt, Sent | Back(_)) => Some(s),
        (Move::Opinion(agree), Sent) => Some(Back(agree)),
        (Move::DecideAfter(Approve), Back(false)) => None,
        (Move::DecideAfter(k), Back(_)) => Some(served(k)),
        (Move::Serve, Decided(k)) => Some(Delivered(k)),
        (Move::Serve, TrackDecided(k)) => Some(match k {
            After::Continue if m.suspended => Suspended,
            After::Continue => Delivered(Approve),
            After::Suspend => Suspended,
            After::Terminate => Terminated,
        }),
        (Move::Appeal, Delivered(k)) if !m.appealed && !m.tracked && !m.elsewhere => Some(Appealed(k)),
        (Move::Dismiss, Appealed(k)) => Some(Delivered(k)),
        (Move::Uphold, Appealed(_)) => Some(Upheld),
        (Move::Resubmit, Delivered(Revise)) => Some(Received),
        (Move::Amend, Delivered(Approve)) => Some(FurtherRound),
        (Move::Track, Delivered(Approve) | Suspended) => Some(TrackReceived),
        (Move::Suspend, Delivered(Approve)) => Some(Suspended),
        (Move::Resume, Suspended) => Some(Delivered(Approve)),
        (Move::Terminate, Delivered(Approve) | Suspended) => Some(Terminated),
        (Move::Complete, Delivered(Approve)) => Some(Completed),
        (Move::Register, Delivered(Approve) | Suspended) if m.listed => Some(s),
        (Move::Archive, Refused | Withdrawn | Terminated | Completed | Delivered(Reject)) => Some(Archived),
        _ => None,
    }
}

/// The stages a case may be shown in.
fn stages(state: State) -> &'static [&'static str] {
    match state {
        Received | TrackReceived => &["received"],
        Supplement => &["supplement"],
        Refused => &["refused"],
        Withdrawn => &["withdrawn"],
        General | TrackGeneral => &["accepted", "in_general"],
        Simple => &["accepted", "in_simple"],
        Emergency => &["in_emergency"],
        Transferred => &["transferred"],
        PrelimPassed => &["prelim_passed"],
        Sent => &["rereview_sent"],
        Back(_) => &["rereview_back"],
        Decided(_) | TrackDecided(_) => &["decided"],
        Delivered(Approve) => &["active", "delivered"],
        Delivered(Revise) => &["revising", "delivered"],
        Delivered(Reject) => &["delivered", "rejected"],
        Appealed(_) => &["appealed"],
        // The appeal round is open: accepted with the conclusion, and at a meeting next.
        Upheld => &["appealed", "accepted", "in_general"],
        Suspended => &["suspended"],
        Terminated => &["terminated"],
        Completed => &["completed"],
        Archived => &["archived"],
        FurtherRound => &["received"],
    }
}

struct Walk {
    desk: Desk,
    model: Model,
    day: chrono::NaiveDate,
    n: u32,
}

impl Walk {
    fn new(listed: bool) -> Walk {
        let mut desk = seated("2026-09-01 09:00");
        let mut of = application("甲");
        of["ordinary_risk"] = json!(true);
        desk.named(
            "中心",
            json!({"act": "register_body", "kind": "service_centre", "name": "江州科技伦理服务中心", "credit_code": "12330000MB1A2B3C4D",
                "set_up_by": "江州省科学技术厅", "services": ["review"]}),
        );
        desk.named("甲", json!({"act": "receive_application", "application": of}));
        let model = Model {
            state: Received,
            listed,
            noticed: false,
            appealed: false,
            tracked: false,
            elsewhere: false,
            suspended: false,
            prepared: false,
            opinion: None,
            before: Received,
        };
        Walk { desk, model, day: "2026-09-01".parse().expect("a day"), n: 0 }
    }
    fn now(&mut self, hour: u32, minute: u32) {
        self.desk.at(&format!("{} {hour:02}:{minute:02}", self.day));
    }
    /// Sends an act, with a reason for whatever the law asks; whether it passed.
    fn send(&mut self, act: Value) -> bool {
        let first = self.desk.0.perform(&act, &Default::default());
        match first {
            Err(f) if f.kind == FailureKind::NeedsReason => {
                let reasons = f.findings.iter().map(|x| (x.rule.clone(), "情况属实，已核对原件并报告主任委员".to_string())).collect();
                self.desk.0.perform(&act, &reasons).is_ok()
            }
            Err(f) if f.kind == FailureKind::Bug => panic!("{act}\n{f}"),
            other => other.is_ok(),
        }
    }
    fn case(&self) -> Case {
        self.desk.case("甲")
    }
    fn round(&self) -> Value {
        serde_json::to_value(self.case().rounds.last()).expect("plain")
    }
    /// Draws a meeting about the case to its vote; whether the vote decided something.
    fn vote(&mut self, vote: &str) -> bool {
        self.n += 1;
        let (meeting, item) = (format!("会{}", self.n), format!("项{}", self.n));
        let day = self.day;
        self.desk.named(
            &meeting,
            json!({"act": "plan_meeting", "starts": format!("{day} 14:00"), "ends": format!("{day} 17:00"), "form": "on_site", "place": "行政楼305"}),
        );
        let before = self.round();
        let placed = json!({"act": "place_item", "meeting": format!("${meeting}"), "case": "$甲"});
        if !self.send(placed) {
            self.send(json!({"act": "cancel_meeting", "meeting": format!("${meeting}"), "reason": "没有议题"}));
            return false;
        }
        let of: measures::Meeting = self.desk.get(&meeting);
        self.desk.0.names.insert(item.clone(), of.items[0].clone());
        self.now(14, 0);
        let present: Vec<String> = ALL.iter().map(|m| format!("${m}")).collect();
        let votes: serde_json::Map<String, Value> = ALL.iter().map(|m| (format!("${m}"), json!(vote))).collect();
        let item = format!("${item}");
        let all = self.send(json!({"act": "open_meeting", "meeting": format!("${meeting}"), "present": present}))
            && self.send(json!({"act": "take_up", "item": item}))
            && self.send(json!({"act": "record_votes", "item": item, "votes": votes}))
            && self.send(json!({"act": "close_item", "item": item, "reasons": "六个方面逐项审议，风险可控", "suggestions": ["补充说明"], "conditions": ["查明原因并整改后恢复"]}));
        if !all {
            self.send(json!({"act": "defer_item", "item": item, "reason": "表决不成"}));
        }
        self.send(json!({"act": "close_meeting", "meeting": format!("${meeting}")}));
        let after = self.round();
        before["decision"] != after["decision"] || before["preliminary"] != after["preliminary"]
    }
    fn serve(&mut self) -> bool {
        self.n += 1;
        let name = format!("决定书{}", self.n);
        let kind = match self.model.state {
            TrackDecided(After::Suspend | After::Terminate) => "suspension",
            TrackDecided(After::Continue) => "tracking_opinion",
            _ => "decision_letter",
        };
        let draft = json!({"act": "draft_paper", "kind": kind, "case": "$甲"});
        if !self.send(draft) {
            return false;
        }
        let Some(letter) = self.desk.all::<FiledPaper>().into_iter().rfind(|p| p.kind == kind) else { return false };
        self.desk.0.names.insert(name.clone(), letter.id);
        let paper = format!("${name}");
        self.send(json!({"act": "issue_paper", "paper": paper}));
        for step in ["printed", "signed", "sealed"] {
            self.send(json!({"act": "record_step", "paper": paper, "step": step}));
        }
        self.send(json!({"act": "record_service", "paper": paper, "method": "in_person", "receiver": "王某", "note": "当面签收"}))
    }
    /// Attempts a move; whether it passed.
    fn attempt(&mut self, mv: Move) -> bool {
        let day = self.day.to_string();
        let word = |k: Kind| match k {
            Approve => "approve",
            Revise => "revise",
            Reject => "reject",
        };
        match mv {
            Move::Prepare => {
                let items: &[u32] = if self.model.listed { &[2] } else { &[] };
                let checked = self.send(json!({"act": "check_elements", "case": "$甲", "checks": {"A10": {"state": "present"}}, "rest_present": true}));
                self.send(json!({"act": "determine_scope", "case": "$甲", "in_scope": true, "heads": ["dignity"], "reason": "涉及个人信息处理和人的尊严"}));
                if self.model.state != Archived {
                    self.send(json!({"act": "judge_list", "case": "$甲", "items": items, "reason": "对照清单三类逐项判定"}));
                }
                self.send(json!({"act": "scan_conflicts", "case": "$甲"}));
                checked
            }
            Move::IssueSupplement => {
                self.send(json!({"act": "check_elements", "case": "$甲", "checks": {"A10": {"state": "missing", "note": "请补交数据来源说明"}}, "rest_present": true}));
                self.send(json!({"act": "issue_supplement", "case": "$甲", "gaps": {"A10": "请补交数据来源说明"}}))
            }
            Move::ReceiveSupplement => self.send(json!({"act": "receive_supplement", "case": "$甲", "elements": ["A10"]})),
            Move::Refuse => self.send(json!({"act": "refuse", "case": "$甲", "reason": "不属于本委员会受理的范围"})),
            Move::AcceptGeneral => self.send(json!({"act": "accept", "case": "$甲", "procedure": "general", "reason": "风险高于常规，影响范围较大"})),
            Move::AcceptSimple => {
                self.send(json!({"act": "accept", "case": "$甲", "procedure": "simplified", "ground": "ordinary_risk", "reason": "公开数据，风险不高于日常"}))
            }
            Move::AcceptEmergency => {
                self.send(json!({"act": "accept", "case": "$甲", "procedure": "emergency", "reason": "应对突发公共卫生事件"}))
            }
            Move::Commission => self.send(
                json!({"act": "commission_review", "case": "$甲", "body": "$中心", "reason": "没有相应专业的委员", "number": "江大函〔2026〕15号", "tracker": "committee"}),
            ),
            Move::Outside(kind) => self.send(
                json!({"act": "record_commissioned", "case": "$甲", "kind": kind.map_or("pass", word), "on": day, "number": "江伦中心〔2026〕8号",
                    "reasons": "六个方面逐项审查", "suggestions": ["补充说明"]}),
            ),
            Move::Withdraw => self.send(json!({"act": "withdraw", "case": "$甲", "reason": "申请人书面撤回"})),
            Move::Designate => {
                self.send(json!({"act": "designate_reviewers", "case": "$甲", "by": "$周秉衡", "reviewers": ["$陈思远", "$何静姝"]}))
            }
            Move::Agree => {
                let next = if self.case().round().opinions.is_empty() { "$陈思远" } else { "$何静姝" };
                self.send(json!({"act": "record_opinion", "case": "$甲", "member": next, "view": "agree"}))
            }
            Move::Disagree => {
                let next = if self.case().round().opinions.is_empty() { "$陈思远" } else { "$何静姝" };
                self.send(json!({"act": "record_opinion", "case": "$甲", "member": next, "view": "disagree", "text": "保护措施不足"}))
            }
            Move::ConcludeSimple => self.send(json!({"act": "conclude_simplified", "case": "$甲", "reasons": "两名委员一致同意"})),
            Move::Convert => self.send(json!({"act": "convert", "case": "$甲", "because": "委员提议转会议审查"})),
            Move::Vote(k) => self.vote(word(k)),
            Move::VotePass => self.vote("pass"),
            Move::VoteAfter(After::Continue) => self.vote("continue"),
            Move::VoteAfter(After::Suspend) => self.vote("suspend"),
            Move::VoteAfter(After::Terminate) => self.vote("terminate"),
            Move::Send => self.send(json!({"act": "send_rereview", "case": "$甲", "authority": "江州省科学技术厅"})),
            Move::TheirReceipt => self.send(json!({"act": "rereview_received", "case": "$甲", "on": day})),
            Move::Opinion(agree) => self.send(
                json!({"act": "record_rereview", "case": "$甲", "opinion": if agree { "agree" } else { "disagree" }, "on": day, "number": "江科复〔2026〕9号"}),
            ),
            Move::DecideAfter(k) => self.send(
                json!({"act": "decide_after_rereview", "case": "$甲", "kind": word(k), "reasons": "依据复核意见作出决定", "suggestions": ["补充说明"]}),
            ),
            Move::Serve => self.serve(),
            Move::Appeal => self.send(json!({"act": "record_appeal", "case": "$甲", "received": day, "grounds": "对理由有不同意见，书面说明如下"})),
            Move::Dismiss => {
                self.send(json!({"act": "conclude_appeal", "case": "$甲", "sufficient": false, "finding": "申诉理由不充分，维持原决定"}))
            }
            Move::Uphold => self.send(json!({"act": "conclude_appeal", "case": "$甲", "sufficient": true, "finding": "申诉理由充分，重新审查"})),
            Move::Resubmit => self.send(json!({"act": "resubmit", "case": "$甲", "replies": ["已补充说明，见第三节"]})),
            Move::Amend => self.send(json!({"act": "start_round", "case": "$甲", "kind": "amendment", "report": ["问卷文字调整"]})),
            Move::Track => self.send(json!({"act": "start_round", "case": "$甲", "kind": "tracking", "report": ["一", "二", "三", "四"]})),
            Move::Suspend => self.send(json!({"act": "suspend", "case": "$甲", "reason": "发生安全事件", "conditions": "查明原因并整改后恢复"})),
            Move::Resume => self.send(json!({"act": "resume", "case": "$甲", "reason": "已整改并核验"})),
            Move::Terminate => self.send(json!({"act": "terminate", "case": "$甲", "reason": "风险无法控制"})),
            Move::Complete => self.send(json!({"act": "complete", "case": "$甲", "finding": "结题报告审查通过"})),
            Move::Register => self.send(json!({"act": "register_listed", "case": "$甲", "on": day, "number": "国科伦登2026-0001"})),
            Move::Archive => self.send(json!({"act": "archive", "case": "$甲"})),
            Move::Reopen => self.send(json!({"act": "reopen", "case": "$甲", "reason": "补充归档材料，经主任委员同意"})),
        }
    }
    fn follow(&mut self, mv: Move, to: State) {
        let m = &mut self.model;
        match (mv, to) {
            (Move::Prepare, _) => m.prepared = true,
            (Move::IssueSupplement, _) => (m.noticed, m.prepared) = (true, false),
            (Move::Appeal, _) => m.appealed = true,
            (Move::Commission, _) => m.elsewhere = true,
            (Move::Opinion(agree), _) => m.opinion = Some(agree),
            // Another round: its own notice, its own reviewer, its own opinion.
            (Move::Resubmit, _) => {
                (m.noticed, m.appealed, m.elsewhere, m.opinion, m.prepared) = (false, false, false, None, false);
            }
            (Move::Track, _) => (m.elsewhere, m.tracked, m.prepared) = (false, true, false),
            (Move::Suspend, _) | (Move::Serve, Suspended) => m.suspended = true,
            (Move::Resume, _) => m.suspended = false,
            (Move::Archive, _) => m.before = m.state,
            _ => {}
        }
        m.state = to;
    }
    fn stage(&mut self) -> String {
        let now = self.desk.0.now;
        let id = self.desk.id("甲");
        let view = self.desk.0.office.look(now, json!({ "view": "case", "id": id })).expect("a case");
        view["standing"]["stage"].as_str().unwrap_or_default().to_string()
    }
}

/// The same numbers every time: a walk that fails can be walked again.
struct Dice(u64);
impl Dice {
    fn roll(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % n
    }
}

/// One of the moves the table permits here, by its weight. An application is made ready before it is accepted, and not twice.
fn permitted(dice: &mut Dice, model: &Model) -> Option<Move> {
    let weight = |mv: Move, w: usize| match (mv, model.state, model.prepared) {
        (Move::Prepare, Received | TrackReceived, ready) => usize::from(!ready) * 8,
        (Move::AcceptGeneral | Move::AcceptSimple | Move::AcceptEmergency, _, false) => 0,
        _ => w,
    };
    let open: Vec<(Move, usize)> =
        MOVES.into_iter().filter(|(mv, _)| table(model, *mv).is_some()).map(|(mv, w)| (mv, weight(mv, w))).collect();
    let mut n = dice.roll(open.iter().map(|(_, w)| w).sum::<usize>().max(1));
    open.into_iter()
        .find(|(_, w)| {
            let here = n < *w;
            n = n.saturating_sub(*w);
            here
        })
        .map(|(mv, _)| mv)
}

/// Where the table is silent nothing is tried: a letter served again, an appeal against an approval suspended meanwhile or
/// against the outcome of tracking, acts on an approval that is decided and not served yet, which the house takes as in
/// force, and a withdrawal while a new decision is due.
fn silent(model: &Model, mv: Move) -> bool {
    let on_approval =
        matches!(mv, Move::Amend | Move::Track | Move::Suspend | Move::Resume | Move::Terminate | Move::Complete | Move::Register);
    match model.state {
        Decided(Approve) | Appealed(Approve) => on_approval,
        Decided(Revise) => mv == Move::Resubmit,
        Delivered(_) | Appealed(_) => mv == Move::Serve || (mv == Move::Appeal && model.tracked),
        Suspended | Terminated | Completed => matches!(mv, Move::Serve | Move::Appeal),
        Upheld => mv == Move::Withdraw || on_approval,
        TrackReceived | TrackGeneral | TrackDecided(_) => {
            on_approval || matches!(mv, Move::Appeal | Move::Withdraw | Move::Refuse | Move::IssueSupplement | Move::Commission)
        }
        _ => false,
    }
}

#[test]
fn random_acts_never_leave_the_table_of_states() {
    const WALKS: u64 = 80;
    const STEPS: u32 = 40;
    let (mut wrong, mut reached, mut went, mut forbidden, mut replayed) = (Vec::new(), BTreeMap::new(), BTreeSet::new(), 0u32, 0u32);
    for seed in 0..WALKS {
        let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9).wrapping_add(7));
        let mut walk = Walk::new(seed % 2 == 1);
        let (mut way, mut ended) = (Vec::new(), 0);
        for _ in 0..STEPS {
            // A day further each step, so that what must happen on another day can; the clock of an act is its own day's.
            walk.day = walk.day.succ_opt().expect("a day");
            walk.now(9, 0);
            let mv = match permitted(&mut dice, &walk.model).filter(|_| dice.roll(4) > 0) {
                Some(mv) => mv,
                None => MOVES[dice.roll(MOVES.len())].0,
            };
            let to = table(&walk.model, mv);
            if to.is_none() && silent(&walk.model, mv) {
                continue;
            }
            let from = walk.model.state;
            let passed = walk.attempt(mv);
            way.push(format!("{from:?} {mv:?} {}", if passed { "✓" } else { "–" }));
            match (passed, to) {
                (true, None) => {
                    wrong.push(format!("seed {seed}: {mv:?} passed from {from:?}: {}", way.join(" → ")));
                    break;
                }
                (false, None) => forbidden += 1,
                (true, Some(to)) => {
                    walk.follow(mv, to);
                    went.insert(mv);
                }
                (false, Some(_)) => {}
            }
            *reached.entry(walk.model.state).or_insert(0u32) += 1;
            let stage = walk.stage();
            if !stages(walk.model.state).contains(&stage.as_str()) {
                wrong.push(format!("seed {seed}: shown as {stage}, the table has {:?}: {}", walk.model.state, way.join(" → ")));
                break;
            }
            // What is at an end is tried a few times more, archived and reopened, and then left.
            ended += u32::from(matches!(walk.model.state, Refused | Withdrawn | Terminated | Completed | Archived));
            if walk.model.state == FurtherRound || ended > 6 {
                break;
            }
        }
        // A few of the ways are gone again on an empty file, among them those by another body.
        if replayed < 5 && (seed % 30 == 0 || way.iter().any(|w| w.contains("Outside") && w.ends_with('✓'))) {
            replayed += 1;
            let again = office::replay::replay(&walk.desk.0.office.opened().expect("open").archive, crate::assets()).expect("replayed");
            assert_eq!(again, Vec::<String>::new(), "seed {seed}: {}", way.join(" → "));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(forbidden > 250, "the walks must try what is forbidden: {forbidden}");
    assert!(replayed == 5, "too few walks went by another body: {replayed}");
    // Every class of states of the table was come to, and every way between them was gone at least once.
    #[rustfmt::skip]
    let classes = [
        Received, Supplement, Refused, Withdrawn, General, Simple, Emergency, Transferred, PrelimPassed, Sent, Back(true), Back(false),
        Decided(Approve), Decided(Revise), Decided(Reject), Delivered(Approve), Delivered(Revise), Delivered(Reject),
        Appealed(Approve), Appealed(Revise), Appealed(Reject), Upheld, Suspended, Terminated, Completed, Archived,
        TrackReceived, TrackGeneral, TrackDecided(After::Continue), TrackDecided(After::Suspend), TrackDecided(After::Terminate), FurtherRound,
    ];
    let missing: Vec<State> = classes.into_iter().filter(|s| !reached.contains_key(s)).collect();
    assert!(missing.is_empty(), "no walk came to {missing:?}; reached {reached:?}");
    let unused: BTreeSet<Move> = MOVES.iter().map(|(mv, _)| *mv).filter(|mv| *mv != Move::Terminate && !went.contains(mv)).collect();
    assert!(unused.is_empty(), "no walk ever went by {unused:?}");
}
