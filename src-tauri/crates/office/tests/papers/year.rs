//! The year's report, counted from lists and fixed once.

use crate::desk::held;
use serde_json::{Value, json};

#[test]
fn the_year_is_counted_from_lists_and_fixed_once() {
    let (mut desk, meeting, cases, _) = held();
    desk.on("2026-09-18 16:48");
    desk.act(json!({"act": "close_meeting", "meeting": meeting}));
    desk.on("2026-10-09 09:00");
    let third = desk.accepted("多模态情感智能计算", "韩雪梅");
    let report = desk.look(json!({"view": "report", "year": 2026}));
    let table = |report: &Value, n: usize| report["chapters"][3]["tables"][n].clone();
    let cell = |t: &Value, key: &str| {
        t["rows"]
            .as_array()
            .expect("rows")
            .iter()
            .flat_map(|r| r["cells"].as_array().expect("cells").clone())
            .find(|c| c["key"] == key)
            .unwrap_or_else(|| panic!("no {key} in {t}"))["n"]
            .clone()
    };
    assert_eq!(cell(&table(&report, 0), "review.total"), 3);
    assert_eq!(cell(&table(&report, 1), "decision.revise"), 1);
    assert_eq!(cell(&table(&report, 1), "decision.open"), 1);
    assert_eq!(cell(&table(&report, 2), "receipt.total"), 3);
    assert!((0..4).all(|n| table(&report, n)["check"].is_null()), "the sums agree");
    let list = desk.look(json!({"view": "report_list", "year": 2026, "key": "decision.open"}));
    assert_eq!((list["rows"].as_array().map(Vec::len), list["rows"][0]["id"].as_str()), (Some(1), Some(third.as_str())));
    assert_eq!(desk.look(json!({"view": "report_list", "year": 2026, "key": "time.days"}))["rows"][0]["detail"], "23日");
    let _ = cases;

    assert!(desk.refused(json!({"act": "freeze_report", "year": 2026})).contains(&"E45.year".to_string()));
    desk.on("2027-02-20 09:00");
    let texts = json!({"13": "审查材料质量参差。", "14": "增加培训。"});
    desk.act(json!({"act": "freeze_report", "year": 2026, "texts": texts, "submitted": true}));
    let frozen = desk.look(json!({"view": "report", "year": 2026}));
    assert_eq!(frozen["frozen"], "2027-02-20");
    assert_eq!(frozen["findings"].as_array().map(Vec::len), Some(0));
    assert_eq!(desk.refused(json!({"act": "freeze_report", "year": 2026})), ["E45.fixed"]);
    let text = desk.text(json!({"bytes": "report", "year": 2026}));
    for said in ["2026年度工作报告", "审查材料质量参差", "按决定日期计入年度", "多模态情感智能计算", "江大智伦〔2027〕1号"]
    {
        assert!(text.contains(said), "the report lacks {said}");
    }
}
