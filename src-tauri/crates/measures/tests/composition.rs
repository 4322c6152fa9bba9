//! Composition (M10, E7): numbers, posts, sexes, outsiders, backgrounds, terms, and the days they change.

use measures::m10_composition::{bands, can_appoint, composition, coverage};
use measures::*;
use serde_json::json;

fn d(text: &str) -> Date {
    text.parse().expect("a date")
}
fn person(n: u32, category: Category, role: Role) -> Member {
    serde_json::from_value(json!({
        "id": format!("m{n}"), "seat": n, "name": format!("委员{n}"), "sex": if n.is_multiple_of(2) { "female" } else { "male" },
        "unit": "江州大学", "external": n == 7, "category": category, "identity": format!("id-{n}"),
        "terms": [{ "role": role, "from": "2024-01-01", "until": "2028-12-31" }],
    }))
    .expect("a member")
}
fn unit() -> Unit {
    serde_json::from_value(json!({ "name": "江州大学", "kind": "university", "affiliation": "local" })).expect("a unit")
}
/// Seven members in good order: 2 technology, 2 application, 1 ethics, 1 law, 1 outside law.
fn seven() -> Vec<Member> {
    use Category::*;
    [
        (Technology, Role::Chair),
        (Technology, Role::ViceChair),
        (Application, Role::Member),
        (Application, Role::Member),
        (Ethics, Role::Member),
        (Law, Role::Member),
        (Law, Role::Member),
    ]
    .into_iter()
    .zip(1..)
    .map(|((c, r), n)| person(n, c, r))
    .collect()
}
fn check(members: &[Member]) -> Vec<Finding> {
    composition(members, &unit(), d("2026-09-22"), &Rules::shipped(), Profile::Strict)
}
fn rules_of(found: &[Finding], v: Verdict) -> Vec<&str> {
    found.iter().filter(|f| f.verdict == v).map(|f| f.rule.as_str()).collect()
}
fn end(m: &mut Member, on: &str) {
    m.terms[0].ended = Some(TermEnded { on: d(on), how: TermEnd::Resigned, note: String::new() });
}

#[test]
fn m10_a_sound_committee_says_so() {
    let found = check(&seven());
    assert_eq!(rules_of(&found, Verdict::Block), Vec::<&str>::new());
    assert_eq!(found.last().map(|f| f.zh.as_str()), Some("组成合格：7人，四类齐，主任委员1人，非本单位1人。"));
}

#[test]
fn case_063_six_members_after_a_resignation() {
    let mut members = seven();
    end(&mut members[3], "2026-09-01");
    let found = check(&members);
    assert_eq!(rules_of(&found, Verdict::Block), ["E7.members"]);
    assert_eq!(found[0].zh, "现任委员6人，少于7人。");
    assert!(rules_of(&found, Verdict::Fine).is_empty(), "nothing is proven while something blocks");
    // The day before, seven were in office.
    assert!(rules_of(&composition(&members, &unit(), d("2026-08-31"), &Rules::shipped(), Profile::Strict), Verdict::Block).is_empty());
}

#[test]
fn case_065_two_chairs_are_an_error_no_vice_chair_is_a_note() {
    let mut members = seven();
    members[1].terms[0].role = Role::Chair;
    let found = check(&members);
    assert_eq!(rules_of(&found, Verdict::Block), ["E7.one_chair"]);
    assert!(found[0].zh.contains("委员1、委员2"), "{}", found[0].zh);
    members[1].terms[0].role = Role::Member;
    let found = check(&members);
    assert_eq!((rules_of(&found, Verdict::Block), rules_of(&found, Verdict::Note)), (vec![], vec!["E7.vice_chairs"]));
}

#[test]
fn case_059_a_vacant_chair_blocks() {
    let mut members = seven();
    end(&mut members[0], "2026-09-01");
    members.push(person(8, Category::Technology, Role::Member));
    assert_eq!(rules_of(&check(&members), Verdict::Block), ["E7.chair"]);
}

#[test]
fn case_067_the_same_person_twice_does_not_make_seven() {
    let mut members = seven();
    members[3].identity = members[2].identity.clone();
    assert_eq!(rules_of(&check(&members), Verdict::Block), ["E7.duplicate"]);
    // Namesakes without identity numbers are asked about; with numbers they are two people.
    let mut members = seven();
    members[3].name = "艾力·买买提".into();
    members[2].name = "艾力 ·买买提".into();
    assert_eq!(rules_of(&check(&members), Verdict::Ask), Vec::<&str>::new());
    members[2].identity.clear();
    assert_eq!(rules_of(&check(&members), Verdict::Ask), ["E7.namesake"]);
}

#[test]
fn e7_sexes_and_outsiders() {
    let mut members = seven();
    members.iter_mut().for_each(|m| m.sex = Sex::Male);
    assert_eq!(rules_of(&check(&members), Verdict::Block), ["E7.sexes"]);
    let mut members = seven();
    members[6].external = false;
    assert_eq!(rules_of(&check(&members), Verdict::Block), ["E7.external"]);
    assert_eq!(rules_of(&check(&[]), Verdict::Block), ["E7.members", "E7.chair", "E7.external", "M10.categories"]);
}

#[test]
fn case_055_five_years_to_the_day() {
    let members = seven();
    let new = |until: &str| {
        let term = Term { role: Role::Member, from: d("2021-06-01"), until: d(until), document: String::new(), ended: None };
        let m = person(9, Category::Ethics, Role::Member);
        can_appoint(&members, &m, &term, &Rules::shipped())
    };
    for (until, verdict) in [("2026-05-31", None), ("2026-06-01", Some(Verdict::Ask)), ("2026-06-02", Some(Verdict::Block))] {
        let found = new(until);
        assert_eq!(found.iter().find(|f| f.rule == "E7.term").map(|f| f.verdict), verdict, "until {until}");
    }
    assert!(new("2026-06-02")[0].zh.contains("最晚2026年5月31日"));
}

#[test]
fn e7_appointments_do_not_overlap_and_there_is_one_chair() {
    let members = seven();
    let term = |role, from: &str, until: &str| Term { role, from: d(from), until: d(until), document: String::new(), ended: None };
    let rules = Rules::shipped();
    let rule_ids = |m: &Member, t: Term| {
        can_appoint(&members, m, &t, &rules).iter().filter(|f| f.blocks()).map(|f| f.rule.clone()).collect::<Vec<_>>()
    };
    assert_eq!(rule_ids(&members[2], term(Role::Member, "2028-12-31", "2030-01-01")), ["E7.overlap"]);
    assert!(rule_ids(&members[2], term(Role::Member, "2029-01-01", "2033-12-31")).is_empty(), "renewal the day after is allowed");
    assert_eq!(
        rule_ids(&members[2], term(Role::Chair, "2029-01-01", "2033-12-31")),
        Vec::<String>::new(),
        "the chair's term is over by then"
    );
    let newcomer = person(9, Category::Law, Role::Member);
    assert_eq!(rule_ids(&newcomer, term(Role::Chair, "2026-01-01", "2029-12-31")), ["E7.one_chair"]);
    assert_eq!(rule_ids(&newcomer, term(Role::Member, "2026-02-01", "2026-01-01")), ["E7.term_order"]);
    let mut twin = person(9, Category::Law, Role::Member);
    twin.identity = "ID-3".into();
    assert_eq!(rule_ids(&twin, term(Role::Member, "2026-01-01", "2029-12-31")), ["E7.duplicate"]);
}

#[test]
fn case_047_ethics_and_law_in_one_person() {
    let mut members = seven();
    members.truncate(5);
    members[4].also = vec![Category::Law];
    let group: Vec<&Member> = members.iter().collect();
    assert_eq!(coverage(&group, Profile::Strict).missing, [Category::Law]);
    assert!(coverage(&group, Profile::Lenient).missing.is_empty());
    let mut whole = seven();
    whole[5].category = Category::Other;
    whole[6].category = Category::Other;
    whole[4].also = vec![Category::Law];
    let strict = check(&whole);
    assert_eq!(rules_of(&strict, Verdict::Block), ["M10.categories"]);
    assert_eq!(strict[0].zh, "没有法律类委员（一人只计一类）。");
    let lenient = composition(&whole, &unit(), d("2026-09-22"), &Rules::shipped(), Profile::Lenient);
    assert_eq!((rules_of(&lenient, Verdict::Block), rules_of(&lenient, Verdict::Note)), (vec![], vec!["M10.two_hats"]));
}

#[test]
fn m10_a_second_background_frees_the_first() {
    // Only one ethicist, who is also a lawyer; the technologist is also an ethicist: four persons cover all four.
    let mut members = [
        person(1, Category::Technology, Role::Member),
        person(2, Category::Application, Role::Member),
        person(3, Category::Technology, Role::Member),
        person(4, Category::Ethics, Role::Member),
    ];
    members[3].also = vec![Category::Law];
    members[2].also = vec![Category::Ethics];
    let group: Vec<&Member> = members.iter().collect();
    let c = coverage(&group, Profile::Strict);
    assert!(c.missing.is_empty());
    assert_eq!(c.counts.iter().map(|(_, n)| n).sum::<u32>(), 4, "strictly every person counts once");
}

#[test]
fn m34_an_overlay_tightens_and_never_loosens() {
    let rules = Rules::with_overlay(rules::SICHUAN).expect("the example overlay is sound");
    assert!(rules.members_odd());
    let found = composition(&seven()[..6], &unit(), d("2026-09-22"), &rules, Profile::Strict);
    assert!(rules_of(&found, Verdict::Block).contains(&"E7.odd"));
    let loose =
        |key: &str, value: &str| Rules::with_overlay(&format!("name_zh=\"试\"\nname_en=\"x\"\n[[set]]\nkey=\"{key}\"\nvalue={value}\n"));
    for (key, value) in [
        ("quorum", "4"),
        ("decision_days", "31"),
        ("pass_ratio", "\"1/2\""),
        ("pass_ratio", "\"3/2\""),
        ("appeal_days", "2"),
        ("tracking_months", "13"),
        ("in_force", "\"2025-01-01\""),
        ("quorum", "\"5\""),
        ("categories_required", "[\"技术\"]"),
    ] {
        let wrong = loose(key, value).expect_err(&format!("{key} = {value} loosens"));
        assert_eq!(wrong[0].rule, "M34.only_tighter");
    }
    assert_eq!(loose("nonsense", "1").expect_err("unknown")[0].rule, "M34.unknown_key");
    assert_eq!(loose("quorum", "=").expect_err("no toml")[0].rule, "M34.unreadable");
    for (key, value) in [
        ("quorum", "5"),
        ("quorum", "6"),
        ("decision_days", "20"),
        ("pass_ratio", "\"3/4\""),
        ("completeness_working_days", "8"),
        ("categories_required", "[\"技术\",\"应用\",\"伦理\",\"法律\",\"医学\"]"),
    ] {
        let r = loose(key, value).unwrap_or_else(|f| panic!("{key} = {value} is as strict: {}", f[0].zh));
        assert_eq!(r.parameter(key).map(|p| p.from.as_str()), Some("试"));
    }
    assert_eq!(loose("decision_days", "20").map(|r| r.decision_days()).ok(), Some(20));
}

#[test]
fn m37_shipped_numbers_and_their_articles() {
    let r = Rules::shipped();
    assert_eq!((r.quorum(), r.decision_days(), r.appeal_days(), r.redecision_days(), r.rereview_days()), (5, 30, 3, 7, 30));
    assert_eq!(
        (r.tracking_months(), r.tracking_months_listed(), r.emergency_hours(), r.emergency_hours_before_rereview()),
        (12, 6, 72, 36)
    );
    assert_eq!((r.pass_ratio(), r.annual_report(), r.in_force()), ((2, 3), (3, 31), d("2026-03-20")));
    assert_eq!((r.min_members(), r.term_max_years(), r.simplified_reviewers_min()), (7, 5, 2));
    assert_eq!(r.cite("quorum").0, "M14");
    assert_eq!(r.cite("completeness_working_days").0, "R");
    for p in r.all() {
        assert!(!p.zh.is_empty() && !p.en.is_empty(), "{} has no words", p.key);
        assert!(p.article == "R" || p.in_force.is_some(), "{} has no date of force", p.key);
    }
}

#[test]
fn bands_are_cut_where_somebody_leaves() {
    let mut members = seven();
    members.push(person(8, Category::Ethics, Role::Member));
    end(&mut members[7], "2026-05-01");
    end(&mut members[4], "2026-09-01");
    let b = bands(&members, &unit(), &Rules::shipped(), Profile::Strict, d("2026-01-01"), d("2026-12-31"));
    let seen: Vec<(String, String, u32, Verdict)> =
        b.iter().map(|b| (b.from.to_string(), b.until.to_string(), b.count, b.verdict)).collect();
    assert_eq!(
        seen,
        [
            ("2026-01-01".into(), "2026-04-30".into(), 8, Verdict::Fine),
            ("2026-05-01".into(), "2026-08-31".into(), 7, Verdict::Fine),
            ("2026-09-01".into(), "2026-12-31".into(), 6, Verdict::Block),
        ]
    );
    let before = bands(&members, &unit(), &Rules::shipped(), Profile::Strict, d("2023-12-30"), d("2024-01-02"));
    assert_eq!(before.iter().map(|b| b.count).collect::<Vec<_>>(), [0, 8]);
}

mod properties {
    use super::*;
    use proptest::prelude::*;

    /// Tries every assignment of persons to the four backgrounds.
    fn best(group: &[Member], taken: &mut Vec<usize>, i: usize) -> usize {
        if i == 4 {
            return 0;
        }
        let mut most = best(group, taken, i + 1);
        for p in 0..group.len() {
            if !taken.contains(&p) && group[p].categories().any(|c| c == Category::REQUIRED[i]) {
                taken.push(p);
                most = most.max(1 + best(group, taken, i + 1));
                taken.pop();
            }
        }
        most
    }
    fn any_group() -> impl Strategy<Value = Vec<Member>> {
        let category = prop::sample::select(Category::ALL.to_vec());
        prop::collection::vec((category.clone(), prop::collection::vec(category, 0..3)), 0..8)
            .prop_map(|people| people.into_iter().zip(1..).map(|((c, also), n)| Member { also, ..person(n, c, Role::Member) }).collect())
    }

    proptest! {
        #[test]
        fn strict_coverage_is_a_largest_matching(group in any_group()) {
            let people: Vec<&Member> = group.iter().collect();
            let strict = coverage(&people, Profile::Strict);
            prop_assert_eq!(4 - strict.missing.len(), best(&group, &mut Vec::new(), 0));
            prop_assert_eq!(strict.counts.iter().map(|(_, n)| *n as usize).sum::<usize>(), group.len());
            for (c, n) in &strict.counts {
                if Category::REQUIRED.contains(c) {
                    prop_assert_eq!(*n == 0, strict.missing.contains(c), "{:?}", c);
                }
            }
        }
        #[test]
        fn lenient_never_misses_more_and_one_more_person_never_hurts(group in any_group(), extra in any_group()) {
            let people: Vec<&Member> = group.iter().collect();
            let more: Vec<&Member> = group.iter().chain(&extra).collect();
            for profile in [Profile::Strict, Profile::Lenient] {
                prop_assert!(coverage(&more, profile).missing.len() <= coverage(&people, profile).missing.len());
            }
            prop_assert!(coverage(&people, Profile::Lenient).missing.len() <= coverage(&people, Profile::Strict).missing.len());
        }
        #[test]
        fn bands_tile_the_stretch(offsets in prop::collection::vec((0i64..900, 1i64..900), 0..9)) {
            let members: Vec<Member> = offsets.iter().zip(1..).map(|((from, len), n)| {
                let mut m = person(n, Category::Ethics, Role::Member);
                m.terms[0].from = d("2024-01-01") + chrono::Duration::days(*from);
                m.terms[0].until = m.terms[0].from + chrono::Duration::days(*len);
                m
            }).collect();
            let (from, until) = (d("2024-06-01"), d("2026-06-01"));
            let b = bands(&members, &unit(), &Rules::shipped(), Profile::Strict, from, until);
            prop_assert_eq!((b[0].from, b[b.len() - 1].until), (from, until));
            for w in b.windows(2) {
                prop_assert_eq!(w[0].until.succ_opt(), Some(w[1].from));
            }
            for day in from.iter_days().take_while(|x| *x <= until).step_by(17) {
                let band = b.iter().find(|x| x.from <= day && day <= x.until).expect("the bands tile");
                prop_assert_eq!(band.count as usize, members.iter().filter(|m| m.in_office(day)).count());
            }
        }
    }
}
