//! Random acts against an independent reading of the table of states: what the table forbids is refused whatever is sent,
//! what passes leads where the table says, and the case stands there. The oracle below was written from the table of
//! states and transitions and asks no rule of the house; guards that need more than the state (a quorum, a date) are the
//! desk's own, so an act the table permits may still be refused.

use crate::{ALL, Desk, application, seated};
use measures::{Case, FiledPaper};
use office::FailureKind;
use serde_json::{Value, json};
use std::collections::BTreeSet;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Approve,
    Revise,
    Reject,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    Received,
    Supplement,
    Refused,
    Withdrawn,
    General,
    Simple,
    PrelimPassed,
    Sent,
    /// The opinion: agree or not.
    Back(bool),
    Decided(Kind),
    Delivered(Kind),
    Appealed(Kind),
    Suspended,
    Terminated,
    Completed,
    Archived,
    /// A further round has begun; the walk ends here.
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
    before: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Move {
    Prepare,
    IssueSupplement,
    ReceiveSupplement,
    Refuse,
    AcceptGeneral,
    AcceptSimple,
    Withdraw,
    Designate,
    Agree,
    Disagree,
    ConcludeSimple,
    Convert,
    Vote(Kind),
    VotePass,
    Send,
    TheirReceipt,
    Opinion(bool),
    DecideAfter(Kind),
    Serve,
    Appeal,
    Dismiss,
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
const MOVES: [Move; 37] = [
    Move::Prepare,
    Move::IssueSupplement,
    Move::ReceiveSupplement,
    Move::Refuse,
    Move::AcceptGeneral,
    Move::AcceptSimple,
    Move::Withdraw,
    Move::Designate,
    Move::Agree,
    Move::Disagree,
    Move::ConcludeSimple,
    Move::Convert,
    Move::Vote(Approve),
    Move::Vote(Revise),
    Move::Vote(Reject),
    Move::VotePass,
    Move::Send,
    Move::TheirReceipt,
    Move::Opinion(true),
    Move::Opinion(false),
    Move::DecideAfter(Approve),
    Move::DecideAfter(Revise),
    Move::DecideAfter(Reject),
    Move::Serve,
    Move::Appeal,
    Move::Dismiss,
    Move::Resubmit,
    Move::Amend,
    Move::Track,
    Move::Suspend,
    Move::Resume,
    Move::Terminate,
    Move::Complete,
    Move::Register,
    Move::Archive,
    Move::Reopen,
    Move::Prepare,
];

/// Where a move leads, or nothing when the table has no such transition. Moves inside a state stay in it.
fn table(m: &Model, mv: Move) -> Option<State> {
    let s = m.state;
    match (mv, s) {
        (Move::Reopen, Archived) => Some(m.before),
        (_, Archived) | (Move::Reopen, _) => None,
        (Move::Prepare, Received | Supplement) => Some(s),
        (Move::IssueSupplement, Received) if !m.noticed => Some(Supplement),
        (Move::ReceiveSupplement, Supplement) => Some(Received),
        (Move::Refuse, Received | Supplement) => Some(Refused),
        (Move::AcceptGeneral, Received) => Some(General),
        (Move::AcceptSimple, Received) if !m.listed => Some(Simple),
        (Move::Withdraw, Received | Supplement | General | Simple | PrelimPassed | Sent | Back(_)) => Some(Withdrawn),
        (Move::Designate | Move::Agree, Simple) => Some(Simple),
        (Move::Disagree | Move::Convert, Simple) => Some(General),
        (Move::ConcludeSimple, Simple) => Some(Decided(Approve)),
        (Move::Vote(Approve), General) if m.listed => None,
        (Move::Vote(Approve), Back(false)) => None,
        (Move::Vote(k), General | Back(_)) => Some(Decided(k)),
        (Move::VotePass, General) if m.listed => Some(PrelimPassed),
        (Move::Send, PrelimPassed) => Some(Sent),
        (Move::TheirReceipt, Sent | Back(_)) => Some(s),
        (Move::Opinion(agree), Sent) => Some(Back(agree)),
        (Move::DecideAfter(Approve), Back(false)) => None,
        (Move::DecideAfter(k), Back(_)) => Some(Decided(k)),
        (Move::Serve, Decided(k)) => Some(Delivered(k)),
        (Move::Appeal, Delivered(k)) if !m.appealed => Some(Appealed(k)),
        (Move::Dismiss, Appealed(k)) => Some(Delivered(k)),
        (Move::Resubmit, Delivered(Revise)) => Some(Received),
        (Move::Amend, Delivered(Approve)) => Some(FurtherRound),
        (Move::Track, Delivered(Approve) | Suspended) => Some(FurtherRound),
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
        Received => &["received"],
        Supplement => &["supplement"],
        Refused => &["refused"],
        Withdrawn => &["withdrawn"],
        General => &["accepted", "in_general"],
        Simple => &["accepted", "in_simple"],
        PrelimPassed => &["prelim_passed"],
        Sent => &["rereview_sent"],
        Back(_) => &["rereview_back"],
        Decided(_) => &["decided"],
        Delivered(Approve) => &["active", "delivered"],
        Delivered(Revise) => &["revising", "delivered"],
        Delivered(Reject) => &["delivered", "rejected"],
        Appealed(_) => &["appealed"],
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
        desk.named("甲", json!({"act": "receive_application", "application": of}));
        let model = Model { state: Received, listed, noticed: false, appealed: false, before: Received };
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
            && self.send(json!({"act": "close_item", "item": item, "reasons": "六个方面逐项审议，风险可控", "suggestions": ["补充说明"]}));
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
        let draft = json!({"act": "draft_paper", "kind": "decision_letter", "case": "$甲"});
        if !self.send(draft) {
            return false;
        }
        let Some(letter) = self.desk.all::<FiledPaper>().into_iter().rfind(|p| p.kind == "decision_letter") else { return false };
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
            (Move::IssueSupplement, _) => m.noticed = true,
            (Move::Appeal, _) => m.appealed = true,
            (Move::Resubmit, _) => (m.noticed, m.appealed) = (false, false),
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

#[test]
fn random_acts_never_leave_the_table_of_states() {
    const WALKS: u64 = 40;
    const STEPS: u32 = 26;
    let (mut wrong, mut reached, mut forbidden) = (Vec::new(), BTreeSet::new(), 0u32);
    for seed in 0..WALKS {
        let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9).wrapping_add(7));
        let mut walk = Walk::new(seed % 2 == 1);
        let mut way = Vec::new();
        for _ in 0..STEPS {
            // A day further each step, so that what must happen on another day can; the clock of an act is its own day's.
            walk.day = walk.day.succ_opt().expect("a day");
            walk.now(9, 0);
            let open: Vec<Move> = MOVES.into_iter().filter(|mv| table(&walk.model, *mv).is_some()).collect();
            let mv = if dice.roll(5) < 3 && !open.is_empty() { open[dice.roll(open.len())] } else { MOVES[dice.roll(MOVES.len())] };
            let to = table(&walk.model, mv);
            // Where the table is silent nothing is tried: a letter served again, an appeal against an approval suspended
            // meanwhile, and acts on an approval that is decided and not served yet, which the house takes as in force.
            let on_approval =
                matches!(mv, Move::Amend | Move::Track | Move::Suspend | Move::Resume | Move::Terminate | Move::Complete | Move::Register);
            let silent = match walk.model.state {
                Decided(Approve) | Appealed(Approve) => on_approval,
                Decided(Revise) => mv == Move::Resubmit,
                Delivered(_) | Appealed(_) => mv == Move::Serve,
                Suspended | Terminated | Completed => matches!(mv, Move::Serve | Move::Appeal),
                _ => false,
            };
            if to.is_none() && silent {
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
                (true, Some(to)) => walk.follow(mv, to),
                (false, Some(_)) => {}
            }
            reached.insert(walk.model.state);
            let stage = walk.stage();
            if !stages(walk.model.state).contains(&stage.as_str()) {
                wrong.push(format!("seed {seed}: shown as {stage}, the table has {:?}: {}", walk.model.state, way.join(" → ")));
                break;
            }
            if walk.model.state == FurtherRound {
                break;
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(forbidden > 150, "the walks must try what is forbidden: {forbidden}");
    let missing: Vec<State> = [Received, Supplement, Refused, Withdrawn, General, Simple, Decided(Approve), Delivered(Approve), Archived]
        .into_iter()
        .filter(|s| !reached.contains(s))
        .collect();
    assert!(missing.is_empty(), "no walk came to {missing:?}");
}
