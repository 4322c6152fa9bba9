//! Derived rows: the register, the duties and the search, that they say what was put and nothing that was taken back.

mod common;
use chrono::NaiveDate;
use common::*;
use serde_json::{Value, json};
use store::{Archive, CaseRowIn, DutyIn, Error, How, Op, Pressing, RowQuery, Tx};

fn d(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// id, title, leader, unit, stage, listed, open, rolled
type Row = (&'static str, &'static str, &'static str, &'static str, &'static str, u32, bool, &'static str);

const CASES: &[Row] = &[
    ("c1", "基于人工智能的抑郁筛查模型", "单伟", "医学院", "accepted", 3, true, "2026-03-20"),
    ("c2", "自动驾驶伦理决策研究", "曾敏", "交通学院", "served", 0, false, ""),
    ("c3", "大语言模型GPT在教学中的应用", "李娜", "教育学院", "accepted", 0, true, "2026-03-09"),
    ("c10", "情感計算與智慧課堂", "𠮷野洋", "教育学院", "meeting", 0, true, "2026-04-01"),
];

fn put(tx: &mut Tx, c: &Row) -> Result<(), Error> {
    let (id, title, leader, unit, stage, listed, open, rolled) = *c;
    let number = format!("JZU-AI-2026-{:0>4}", &id[1..]);
    let doc = json!({ "id": id, "number": number });
    let rolled = (!rolled.is_empty()).then(|| d(rolled));
    tx.put_case_row(CaseRowIn {
        id,
        number: &number,
        title,
        leader,
        unit,
        stage,
        procedure: "一般程序",
        listed,
        open,
        due: rolled,
        rolled,
        owner: "committee",
        year: 2026,
        doc: &doc,
    })?;
    tx.put_search("case", id, title, &format!("{number} {leader} {unit}。本项目采用联邦学习，数据不出医院，风险可控。"))
}

fn filled() -> Archive {
    let mut a = Archive::in_memory(origin(), day(0)).unwrap();
    a.project(day(0), |tx: &mut Tx| CASES.iter().try_for_each(|c| put(tx, c))).unwrap();
    a
}

fn ids(a: &Archive, q: &RowQuery) -> (Vec<String>, u32) {
    let (rows, total) = a.read().case_rows(q).unwrap();
    (rows.iter().map(|r| r["id"].as_str().unwrap().to_owned()).collect(), total)
}
fn text(t: &str) -> RowQuery {
    RowQuery { text: Some(t.into()), order: "number".into(), limit: 10, ..RowQuery::default() }
}

#[test]
fn rows_are_filtered_ordered_and_counted() {
    let a = filled();
    let check = |what: &str, filter: Vec<(&str, Op, Value)>, order: &str, desc: bool, want: &[&str]| {
        let q = RowQuery {
            filter: filter.into_iter().map(|(c, o, v)| (c.to_owned(), o, v)).collect(),
            order: order.into(),
            desc,
            limit: 10,
            ..RowQuery::default()
        };
        assert_eq!(ids(&a, &q), (want.iter().map(|s| (*s).to_owned()).collect(), want.len() as u32), "{what}");
    };
    check("what presses first, cases without a date last", vec![], "", false, &["c3", "c1", "c10", "c2"]);
    check("newest number first", vec![], "number", true, &["c10", "c3", "c2", "c1"]);
    check("open", vec![("open", Op::Is, json!(true))], "number", false, &["c1", "c3", "c10"]);
    check("listed", vec![("listed", Op::More, json!(0))], "", false, &["c1"]);
    check("no date", vec![("rolled", Op::Is, json!(null))], "", false, &["c2"]);
    check("by the 20th", vec![("rolled", Op::AtMost, json!("2026-03-20"))], "", false, &["c3", "c1"]);
    check("stages", vec![("stage", Op::In, json!(["served", "meeting"])), ("year", Op::Is, json!(2026))], "", false, &["c10", "c2"]);
    check("not of a unit", vec![("unit", Op::Not, json!("教育学院")), ("open", Op::Is, json!(true))], "", false, &["c1"]);
    let either = RowQuery {
        any: vec![
            vec![("stage".into(), Op::Is, json!("served"))],
            vec![("listed".into(), Op::More, json!(0)), ("open".into(), Op::Is, json!(true))],
        ],
        order: "number".into(),
        limit: 10,
        ..RowQuery::default()
    };
    assert_eq!(ids(&a, &either), (vec!["c1".into(), "c2".into()], 2), "one way or the other");
    let second = RowQuery { order: "number".into(), limit: 2, offset: 2, ..RowQuery::default() };
    assert_eq!(ids(&a, &second), (vec!["c3".into(), "c10".into()], 4));
    let bad = RowQuery { order: "1; drop table journal".into(), limit: 1, ..RowQuery::default() };
    assert!(matches!(a.read().case_rows(&bad), Err(Error::UnknownColumn { .. })), "only columns of the schema are asked for");
    assert_eq!(a.read().open_case_ids().unwrap(), ["c1", "c3", "c10"]);
    assert_eq!(a.read().case_counts("stage").unwrap(), [(json!("accepted"), 2), (json!("meeting"), 1), (json!("served"), 1)]);
}

#[test]
fn words_and_sounds_find_rows() {
    let a = filled();
    for (typed, want) in [
        ("人工智能", vec!["c1"]),
        ("伦理", vec!["c2"]),
        ("2026-0003", vec!["c3"]),
        ("教育学院", vec!["c3", "c10"]),
        ("教育 gpt", vec!["c3"]),
        ("ＧＰＴ", vec!["c3"]),
        ("计算与智慧", vec!["c10"]),
        ("𠮷", vec!["c10"]),
        ("shanwei", vec!["c1"]),
        ("dw", vec!["c1"]),
        ("zm", vec!["c2"]),
        ("rgzn", vec!["c1"]),
        ("jiashi", vec!["c2"]),
        ("iashi", vec![]),
        ("模型 医学院", vec!["c1"]),
        ("没有这个", vec![]),
        ("%", vec![]),
    ] {
        assert_eq!(ids(&a, &text(typed)), (want.iter().map(|s| (*s).to_owned()).collect(), want.len() as u32), "“{typed}”");
    }
}

#[test]
fn what_is_taken_back_is_not_found() {
    let mut a = filled();
    assert_eq!(ids(&a, &text("抑郁")).1, 1);
    let changed = ("c1", "改过的题目", "单伟", "医学院", "accepted", 3, true, "2026-03-20");
    let tried: Result<(), Error> = a.rehearse(day(1), |tx: &mut Tx| {
        put(tx, &changed)?;
        assert_eq!(tx.case_rows(&text("改过"))?.1, 1, "an act sees its own rows");
        assert_eq!(tx.search("改过", 5)?.len(), 1);
        Ok(())
    });
    tried.unwrap();
    // And when the texts were first read inside the act that was taken back.
    let mut b = filled();
    let tried: Result<(), Error> = b.rehearse(day(1), |tx: &mut Tx| {
        put(tx, &changed)?;
        tx.case_rows(&text("改过")).map(drop)
    });
    tried.unwrap();
    assert_eq!((ids(&b, &text("抑郁")).1, ids(&b, &text("改过")).1), (1, 0));
    assert_eq!((ids(&a, &text("抑郁")).1, ids(&a, &text("改过")).1, a.read().search("改过", 5).unwrap().len()), (1, 0, 0));
    a.project(day(1), |tx: &mut Tx| put(tx, &changed)).unwrap();
    assert_eq!((ids(&a, &text("抑郁")).1, ids(&a, &text("改过")).1), (0, 1));
    assert_eq!((a.read().search("抑郁", 5).unwrap().len(), a.read().search("改过", 5).unwrap().len()), (0, 1));
    a.project(day(1), |tx: &mut Tx| -> Result<(), Error> {
        tx.drop_case_row("c1")?;
        tx.drop_search("case", "c1")
    })
    .unwrap();
    assert_eq!((ids(&a, &text("改过")).1, a.read().search("改过", 5).unwrap().len()), (0, 0));
    let smuggled = a.project(day(1), |tx: &mut Tx| tx.put(&Note { id: "n1".into(), case: "c1".into(), text: String::new() }));
    assert!(matches!(smuggled, Err(Error::NotAProjection)), "records are not changed without a line");
    assert_eq!(a.read().get::<Note>("n1").unwrap(), None);
}

#[test]
fn search_says_how_and_where() {
    let a = filled();
    let find =
        |t: &str| -> Vec<(String, How, String)> { a.read().search(t, 5).unwrap().into_iter().map(|h| (h.id, h.how, h.snippet)).collect() };
    assert_eq!(find("智慧课堂"), [("c10".into(), How::Written, String::new())], "simplified finds traditional");
    assert_eq!(find("课"), [("c10".into(), How::Written, String::new())]);
    assert_eq!(find("zdjs")[0].1, How::Initials);
    assert_eq!(find("zidongjia")[0].1, How::Pinyin);
    assert_eq!(find("zm")[0], ("c2".into(), How::Initials, String::new()), "a leader, by the first line of the body");
    assert_eq!(find("zengmin")[0].1, How::Pinyin);
    assert!(find("idongjia").is_empty(), "a sound is found from the beginning of a syllable on");
    let body = find("联邦学习");
    assert_eq!(body.iter().map(|h| h.0.as_str()).collect::<Vec<_>>(), ["c10", "c3", "c2", "c1"], "newest first");
    assert!(body[0].2.contains("采用联邦学习，数据不出医院") && body[0].2.starts_with('…'), "{}", body[0].2);
    assert_eq!(find("大语言 联邦").len(), 1, "every word, wherever it stands");
    assert_eq!(a.read().search_in("case", "联邦", 9).unwrap().len(), 4);
    assert_eq!(a.read().search_in("law_text", "联邦", 9).unwrap().len(), 0);
    assert_eq!(a.read().search("联邦", 2).unwrap().len(), 2, "no more than asked for");
    assert_eq!(find("“NEAR(”*").len(), 0, "the query language is not the user's");
}

#[test]
fn duties_come_in_the_order_they_press() {
    let mut a = filled();
    let duty = |clock: &str, day: &str, legal: bool, waiting: bool| DutyIn {
        clock: clock.into(),
        nominal: d(day),
        rolled: d(day),
        legal,
        waiting,
        doc: json!({ "clock": clock }),
    };
    a.project(day(0), |tx: &mut Tx| -> Result<(), Error> {
        tx.put_duties("case", "c1", &[duty("review", "2026-03-20", true, false), duty("supplement", "2026-03-01", false, true)])?;
        tx.put_duties("case", "c3", &[duty("house", "2026-03-09", false, false), duty("serve", "2026-03-09", true, false)])?;
        tx.put_duties("meeting", "m1", &[duty("meeting", "2026-03-02", false, false)])
    })
    .unwrap();
    let clocks = |until: Option<&str>| -> Vec<String> { a.read().duties(until.map(d), 10).unwrap().into_iter().map(|x| x.clock).collect() };
    assert_eq!(clocks(None), ["supplement", "meeting", "serve", "house", "review"]);
    assert_eq!(clocks(Some("2026-03-09")).len(), 4);
    let counts = |today: &str, near: &str| a.read().pressing_counts(d(today), d(near)).unwrap().into_iter().collect::<Vec<_>>();
    assert_eq!(counts("2026-03-09", "2026-03-16"), [(Pressing::Today, 2), (Pressing::Waiting, 1)], "a meeting is no case");
    assert_eq!(counts("2026-03-08", "2026-03-20"), [(Pressing::Risk, 2), (Pressing::Waiting, 1)], "the house's own limit is not in sight");
    assert_eq!(counts("2026-03-10", "2026-03-17"), [(Pressing::Overdue, 1), (Pressing::Risk, 1), (Pressing::Waiting, 1)]);
    let first = |pressing, today: &str, near: &str, limit| -> Vec<String> {
        a.read().pressing(pressing, d(today), d(near), limit).unwrap().into_iter().map(|x| x.clock).collect()
    };
    assert_eq!(first(Pressing::Risk, "2026-03-08", "2026-03-20", 10), ["serve", "review"]);
    assert_eq!(first(Pressing::Risk, "2026-03-08", "2026-03-20", 1), ["serve"]);
    assert_eq!(first(Pressing::Risk, "2026-03-10", "2026-03-17", 10), ["house"]);
    assert_eq!(first(Pressing::Overdue, "2026-03-10", "2026-03-17", 10), ["serve"]);
    assert_eq!(first(Pressing::Waiting, "2026-03-10", "2026-03-17", 10), ["supplement"]);
    a.project(day(0), |tx: &mut Tx| tx.put_duties("case", "c3", &[])).unwrap();
    assert_eq!(a.read().duties_of_kind("meeting").unwrap().len(), 1);
    assert_eq!(a.read().duties_of("case", "c3").unwrap(), []);
    assert_eq!(a.read().duties_of("case", "c1").unwrap().len(), 2);
}
