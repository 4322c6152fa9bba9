//! E16: two thirds of those attending, in integers.

use crate::world::*;
use measures::e16_two_thirds::{needed, needed_of, tally};
use measures::m14_meeting::{Quorum, can_close_item, options, quorum};
use measures::*;
use proptest::prelude::*;

fn room(attending: u32, recused: u32) -> Quorum {
    let w = World::new();
    let mut q = quorum(&w.facts(), &meeting(&[ZHOU], &["1"]), &item("1", "c", &[]), at("2026-09-18 14:20"));
    q.attending = (0..attending).map(|n| format!("a{n}")).collect();
    q.recused = (0..recused).map(|n| format!("r{n}")).collect();
    q
}
fn ballot(votes: &[Vote]) -> Ballot {
    Ballot {
        opened: at("2026-09-18 14:20"),
        votes: votes.iter().enumerate().map(|(n, v)| (format!("a{n}"), *v)).collect(),
        closed: None,
        corrections: vec![],
    }
}
const PLAIN: [Vote; 5] = [Vote::Approve, Vote::Revise, Vote::Reject, Vote::Abstain, Vote::Spoilt];

fn count(attending: u32, recused: u32, votes: &[(Vote, usize)]) -> e16_two_thirds::Tally {
    let list: Vec<Vote> = votes.iter().flat_map(|(v, n)| std::iter::repeat_n(*v, *n)).collect();
    tally(&room(attending, recused), &ballot(&list), &PLAIN)
}

#[test]
fn e16_votes_needed_from_five_to_fifteen() {
    let table: Vec<u32> = (5..=15).map(needed).collect();
    assert_eq!(table, [4, 4, 5, 6, 6, 7, 8, 8, 9, 10, 10]);
    assert_eq!((needed(0), needed(1), needed(3)), (1, 1, 2));
    assert_eq!(needed_of(8, (3, 4)), 6, "a province may ask for three quarters");
}

#[test]
fn case_049_exactly_two_thirds_passes() {
    let t = count(6, 0, &[(Vote::Approve, 4), (Vote::Abstain, 2)]);
    assert_eq!((t.decision, t.boundary), (Some(DecisionKind::Approve), false));
    assert_eq!(t.zh, "到会6人，须4票；批准4票：3×4＝12 ≥ 2×6＝12，已达到。");
    assert_eq!(t.en, "6 attending, 4 votes needed; approve has 4: 3×4=12 ≥ 2×6=12, reached.");
}

#[test]
fn case_051_nothing_reached_is_no_decision() {
    let t = count(5, 0, &[(Vote::Approve, 3), (Vote::Revise, 2)]);
    assert_eq!((t.decision, t.reached), (None, None));
    assert_eq!(t.zh, "批准3票，修改后再审2票，到会5人须4票。都没有达到，未形成决定；不是不予批准。");
    assert_eq!(rules(&t.findings, Verdict::Note), ["E16.no_decision"]);
    // 批准 and 修改后批准 are not added up.
    let mut options = PLAIN.to_vec();
    options.insert(1, Vote::ApproveAfterChanges);
    let b = ballot(&[Vote::Approve, Vote::Approve, Vote::Approve, Vote::ApproveAfterChanges, Vote::Revise]);
    assert_eq!(tally(&room(5, 0), &b, &options).decision, None);
}

#[test]
fn e16_the_seventh_meeting_item_by_item() {
    use Vote::*;
    for (a, r, votes, needed, decision, boundary) in [
        (7, 1, vec![(Approve, 6), (Revise, 1)], 5, Some(DecisionKind::Approve), false),
        (8, 0, vec![(Revise, 6), (Reject, 2)], 6, Some(DecisionKind::Revise), false),
        (7, 1, vec![(Approve, 7)], 5, Some(DecisionKind::Approve), false),
        (8, 0, vec![(Approve, 6), (Revise, 1), (Abstain, 1)], 6, Some(DecisionKind::Approve), false),
        (7, 0, vec![(Approve, 5), (Revise, 2)], 5, Some(DecisionKind::Approve), false),
        (6, 1, vec![(Approve, 4), (Revise, 2)], 4, Some(DecisionKind::Approve), true),
        (8, 0, vec![(Approve, 5), (Spoilt, 3)], 6, None, false),
    ] {
        let t = count(a, r, &votes);
        assert_eq!((t.needed, t.decision, t.boundary), (needed, decision, boundary), "{a} attending, {votes:?}: {}", t.zh);
    }
}

#[test]
fn e16_what_can_still_be_reached_is_said_while_voting() {
    let t = count(8, 0, &[(Vote::Approve, 4), (Vote::Reject, 2)]);
    assert_eq!(t.missing.len(), 2);
    assert_eq!(t.zh, "到会8人，须6票；已投6人：批准4票，不予批准2票。");
    assert_eq!(t.can_still_zh, "还有2人未投：批准还差2票，不予批准已不能达到。");
    let t = count(8, 0, &[(Vote::Approve, 3), (Vote::Reject, 3)]);
    assert_eq!(t.can_still_zh, "还有2人未投，任何选项都已不能达到三分之二。");
    assert!(t.decision.is_none() && !t.zh.contains("未形成决定"), "not before all have voted");
}

#[test]
fn e16_votes_of_others_are_not_counted() {
    let mut b = ballot(&[Vote::Approve; 4]);
    b.votes.insert("absent".into(), Vote::Approve);
    let t = tally(&room(6, 0), &b, &PLAIN);
    assert_eq!(t.counts[0], (Vote::Approve, 4));
    assert_eq!(blocks(&t.findings), ["E16.voter"]);
    assert_eq!(blocks(&tally(&room(6, 0), &ballot(&[Vote::Pass]), &PLAIN).findings), ["M16.option"]);
}

#[test]
fn e16_an_approval_at_the_border_needs_the_chairs_note() {
    let six = [ZHOU, LIN, ZHAO, FANG, CHEN, HE];
    let c = accepted("2026-08-24", Procedure::General);
    for (lenient, note, rule, verdict) in [
        (false, "", "E16.boundary", Some(Verdict::Block)),
        (false, "已核对", "E16.boundary", None),
        (true, "", "E16.boundary", Some(Verdict::Note)),
    ] {
        let w = if lenient { World::new().lenient() } else { World::new() };
        let mut m = meeting(&six, &["1"]);
        m.attendance.push(Attendance { member: OUYANG.into(), presence: Presence::InRoom, from: at("2026-09-18 14:00"), until: None });
        let mut i = item("1", "c49", &[OUYANG]);
        let votes: Vec<(&str, Vote)> =
            six.iter().enumerate().map(|(n, m)| (*m, if n < 4 { Vote::Approve } else { Vote::Revise })).collect();
        vote_all(&mut i, &votes);
        let found = can_close_item(&w.facts(), &m, &i, &c, note, at("2026-09-18 14:30"));
        assert_eq!(found.iter().find(|f| f.rule == rule).map(|f| f.verdict), verdict, "lenient {lenient}, note {note:?}: {found:#?}");
        well_said(&found);
    }
}

#[test]
fn e16_an_item_closes_with_every_paper_in() {
    let w = World::new();
    let six = [ZHOU, LIN, ZHAO, FANG, CHEN, HE];
    let m = meeting(&six, &["1"]);
    let c = accepted("2026-08-24", Procedure::General);
    let mut i = item("1", "c49", &[]);
    assert_eq!(blocks(&can_close_item(&w.facts(), &m, &i, &c, "", at("2026-09-18 14:30"))), ["E16.ballot"]);
    vote_all(&mut i, &[(ZHOU, Vote::Approve), (LIN, Vote::Approve), (ZHAO, Vote::Approve), (FANG, Vote::Approve), (CHEN, Vote::Abstain)]);
    let found = can_close_item(&w.facts(), &m, &i, &c, "", at("2026-09-18 14:30"));
    assert_eq!((blocks(&found), found[0].zh.as_str()), (vec!["E16.ballots"], "何静姝还没有投票。"));
    i.ballots[0].votes.insert(HE.into(), Vote::Spoilt);
    free(&can_close_item(&w.facts(), &m, &i, &c, "", at("2026-09-18 14:30")));
    assert_eq!(options(&c, &w.committee.settings).len(), 5);
}

fn any_vote() -> impl Strategy<Value = Vote> {
    prop::sample::select(&PLAIN[..])
}
proptest! {
    #[test]
    fn e16_two_options_never_both_reach_two_thirds(votes in prop::collection::vec(any_vote(), 1..30), recused in 0u32..4) {
        let a = votes.len() as u32;
        let t = tally(&room(a, recused), &ballot(&votes), &PLAIN);
        let reached = t.counts.iter().filter(|(v, n)| v.decision().is_some() && 3 * n >= 2 * a).count();
        prop_assert!(reached <= 1);
        prop_assert_eq!(reached == 1, t.decision.is_some());
        prop_assert_eq!(t.counts.iter().map(|c| c.1).sum::<u32>(), a, "every paper is counted once");
        // By fractions in wide integers, independently of the rule's own arithmetic.
        for (v, n) in &t.counts {
            let two_thirds = u64::from(*n) * 3_000_000 >= u64::from(a) * 2_000_000;
            prop_assert_eq!(t.reached == Some(*v), two_thirds && v.decision().is_some());
        }
        prop_assert_eq!(t.boundary, t.reached.is_some_and(|v| 3 * t.counts.iter().find(|c| c.0 == v).expect("reached").1 < 2 * (a + recused)));
    }

    #[test]
    fn e16_one_more_vote_never_loses_a_decision(votes in prop::collection::vec(any_vote(), 1..30)) {
        let a = votes.len() as u32;
        let before = tally(&room(a, 0), &ballot(&votes), &PLAIN);
        if let Some(v) = before.reached {
            for n in 0..votes.len() {
                let mut more = votes.clone();
                more[n] = v;
                prop_assert_eq!(tally(&room(a, 0), &ballot(&more), &PLAIN).reached, Some(v));
            }
        }
    }

    #[test]
    fn e16_needed_is_the_least_number_that_reaches(a in 1u32..500) {
        let n = needed(a);
        prop_assert!(3 * n >= 2 * a && 3 * (n - 1) < 2 * a);
    }

    #[test]
    fn m14_adding_a_member_in_the_room_never_makes_a_green_lamp_red(mask in 0u32..512, more in 0usize..9) {
        let w = World::new();
        let all = [ZHOU, LIN, ZHAO, FANG, LUO, CHEN, AILI, HE, OUYANG];
        let here: Vec<&str> = all.iter().enumerate().filter(|(n, _)| mask >> n & 1 == 1).map(|(_, m)| *m).collect();
        let t = at("2026-09-18 14:20");
        let before = quorum(&w.facts(), &meeting(&here, &["1"]), &item("1", "c", &[]), t);
        let mut with = here.clone();
        if !with.contains(&all[more]) { with.push(all[more]); }
        let after = quorum(&w.facts(), &meeting(&with, &["1"]), &item("1", "c", &[]), t);
        prop_assert!(before.lamp != Verdict::Fine || after.lamp == Verdict::Fine, "{} then {}", before.zh, after.zh);
        // The lamp against the text, read naively: five, the chair, four categories (nobody here has two).
        let cats: std::collections::BTreeSet<Category> = w.members.iter().filter(|m| here.contains(&m.id.as_str())).map(|m| m.category).collect();
        prop_assert_eq!(before.lamp == Verdict::Fine, here.len() >= 5 && here.contains(&ZHOU) && cats.len() == 4);
        prop_assert_eq!(before.attending.len() + before.absent.len() + before.recused.len(), 9);
        // Every single-person way out that promises a green lamp keeps its promise.
        for way in before.ways.iter().filter(|x| x.zh.contains("即可审议") && before.host_ok) {
            let mut with = here.clone();
            with.push(way.member.as_deref().expect("a call-in names a member"));
            prop_assert_eq!(quorum(&w.facts(), &meeting(&with, &["1"]), &item("1", "c", &[]), t).lamp, Verdict::Fine);
        }
    }
}

#[test]
fn e16_the_counts_parts_make_its_sentence() {
    let w = World::new();
    let m = meeting(&[ZHOU, LIN, FANG, CHEN, OUYANG], &["1"]);
    let mut one = item("1", "c", &[]);
    vote_all(&mut one, &[(ZHOU, Vote::Approve), (LIN, Vote::Approve), (FANG, Vote::Approve), (CHEN, Vote::Revise), (OUYANG, Vote::Revise)]);
    let q = m14_quorum::quorum(&w.facts(), &m, &one, at("2026-09-18 14:24"));
    let t = e16_two_thirds::tally(&q, one.ballot().expect("voted"), &[Vote::Approve, Vote::Revise, Vote::Reject]);
    assert_eq!(t.count_zh, "批准3票，修改后再审2票，到会5人须4票");
    assert_eq!(t.zh, format!("{}。都没有达到，未形成决定；不是不予批准。", t.count_zh));
    assert_eq!(t.en, format!("{}. None reaches it: no decision. This is not a rejection.", t.count_en));
}
