//! The shipped calendars against the notices, and the reading of a notice, a table and a JSON file.

use measures::calendar::YearData;
use measures::notice::{parse_csv, parse_json, parse_notice};
use measures::{Calendar, Date, DayKind};

fn d(text: &str) -> Date {
    text.parse().expect("a date")
}

#[test]
fn m33_shipped_years_have_the_official_number_of_working_days() {
    let c = Calendar::shipped();
    for (year, working, make_up) in [(2023, 249, 7), (2024, 251, 8), (2025, 248, 5), (2026, 248, 6)] {
        let days = d(&format!("{year}-01-01")).iter_days().take_while(|x| x.format("%Y").to_string() == year.to_string());
        let kinds: Vec<DayKind> = days.map(|x| c.day(x)).collect();
        assert_eq!(kinds.iter().filter(|k| k.worked()).count(), working, "{year}");
        assert_eq!(kinds.iter().filter(|k| **k == DayKind::MakeUp).count(), make_up, "{year}");
        assert!(c.year(year).expect("shipped").doubts().is_empty(), "{year}");
    }
}

#[test]
fn m33_every_official_day_off_is_a_holiday_and_no_other() {
    let c = Calendar::shipped();
    let off = "2022-12: 31
2023-01: 01 02 21 22 23 24 25 26 27
2023-04: 05 29 30
2023-05: 01 02 03
2023-06: 22 23 24
2023-09: 29 30
2023-10: 01 02 03 04 05 06
2024-01: 01
2024-02: 10 11 12 13 14 15 16 17
2024-04: 04 05 06
2024-05: 01 02 03 04 05
2024-06: 10
2024-09: 15 16 17
2024-10: 01 02 03 04 05 06 07
2025-01: 01 28 29 30 31
2025-02: 01 02 03 04
2025-04: 04 05 06
2025-05: 01 02 03 04 05 31
2025-06: 01 02
2025-10: 01 02 03 04 05 06 07 08
2026-01: 01 02 03
2026-02: 15 16 17 18 19 20 21 22 23
2026-04: 04 05 06
2026-05: 01 02 03 04 05
2026-06: 19 20 21
2026-09: 25 26 27
2026-10: 01 02 03 04 05 06 07";
    let expected: Vec<Date> = off
        .lines()
        .flat_map(|line| {
            let (month, days) = line.split_once(": ").expect("month");
            days.split(' ').map(move |day| d(&format!("{month}-{day}")))
        })
        .collect();
    let found: Vec<Date> =
        d("2022-12-01").iter_days().take_while(|x| *x < d("2027-01-01")).filter(|x| c.day(*x) == DayKind::Holiday).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_day_belongs_to_the_notice_that_names_it() {
    let c = Calendar::shipped();
    assert_eq!(c.notice_for(d("2022-12-31")).map(|n| n.number.as_str()), Some("国办发明电〔2022〕16号"));
    assert_eq!(c.notice_for(d("2026-02-16")).map(|n| n.number.as_str()), Some("国办发明电〔2025〕7号"));
    assert!(c.known(d("2022-12-31")) && !c.known(d("2022-12-30")) && !c.known(d("2027-01-01")));
    assert_eq!(c.notice_for(d("2027-01-01")), None);
    assert_eq!((c.holiday_name(d("2026-09-25")), c.holiday_name(d("2026-09-24"))), (Some("中秋节"), None));
    assert_eq!(c.day(d("2026-09-20")), DayKind::MakeUp);
    assert_eq!(c.day(d("2026-09-19")), DayKind::Weekend);
}

#[test]
fn an_amended_notice_replaces_its_year_and_no_other() {
    let mut c = Calendar::shipped();
    let mut data = c.year(2026).expect("shipped");
    data.off.retain(|o| o.name != "春节");
    c.with(data);
    assert_eq!(c.day(d("2026-02-16")), DayKind::Working);
    assert_eq!(c.day(d("2025-01-29")), DayKind::Holiday);
    assert_eq!(c.day(d("2026-01-01")), DayKind::Holiday);
}

const NOTICE: &str = "国务院办公厅关于2026年
部分节假日安排的通知
国办发明电〔2025〕7号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节等节日放假调休日期的安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班。
国务院办公厅
2025年11月4日";

#[test]
fn the_pasted_notice_of_2026_gives_the_shipped_year() {
    let shipped = Calendar::shipped().year(2026).expect("shipped");
    // Line breaks, spaces and half-width brackets are what pasting does to a text.
    for text in [NOTICE.to_string(), NOTICE.replace('\n', ""), NOTICE.replace('（', "(").replace('）', ") "), NOTICE.replace('：', ":\n")]
    {
        let draft = parse_notice(&text).expect("the notice is read");
        assert_eq!(draft.doubts, Vec::<String>::new());
        assert_eq!(
            (draft.data.year, draft.data.notice.as_str(), draft.data.issued),
            (2026, "国办发明电〔2025〕7号", Some(d("2025-11-04")))
        );
        assert_eq!((&draft.data.off, &draft.data.work), (&shipped.off, &shipped.work));
    }
}

#[test]
fn a_notice_may_begin_in_the_december_before_and_encourage_a_rest_day() {
    let text = "国务院办公厅关于2023年部分节假日安排的通知 国办发明电〔2022〕16号
一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。
二、春节：1月21日至27日放假调休，共7天。1月28日（星期六）、1月29日（星期日）上班。鼓励各单位安排职工在除夕（1月20日）休息。
三、清明节：4月5日放假，共1天。四、劳动节：4月29日至5月3日放假调休，共5天。4月23日（星期日）、5月6日（星期六）上班。
五、端午节：6月22日至24日放假调休，共3天。6月25日（星期日）上班。
六、中秋节、国庆节：9月29日至10月6日放假调休，共8天。10月7日（星期六）、10月8日（星期日）上班。
国务院办公厅 2022年12月8日";
    let draft = parse_notice(text).expect("read");
    let shipped = Calendar::shipped().year(2023).expect("shipped");
    assert_eq!(draft.doubts, Vec::<String>::new());
    assert_eq!((draft.data.off, draft.data.work, draft.data.issued), (shipped.off, shipped.work, shipped.issued));
}

#[test]
fn a_doctored_notice_raises_doubts() {
    for (from, to, doubt) in [
        ("1月4日（周日）", "1月4日（周六）", "2026年1月4日是周日，通知写的是周六。"),
        ("共9天", "共8天", "春节：通知写共8天，读到9天。"),
        ("5月9日（周六）上班", "5月8日上班", "2026年5月8日不是周六或周日，不需要调休上班。"),
        ("5月9日（周六）上班", "5月3日上班", "2026年5月3日既放假又上班。"),
        ("三、清明节：4月4日（周六）至6日（周一）放假，共3天。", "", "没有读到“清明”。"),
        ("国办发明电〔2025〕7号", "", "没有找到发文字号（国办发明电〔〕号），请补填。"),
    ] {
        assert!(NOTICE.contains(from));
        let draft = parse_notice(&NOTICE.replace(from, to)).expect("read");
        assert!(draft.doubts.iter().any(|x| x == doubt), "{from} → {to}: {:?}", draft.doubts);
    }
    assert!(parse_notice("放假了").is_err());
    assert!(parse_notice("关于2027年部分节假日安排的通知").expect_err("no days").contains("没有读到放假日期"));
}

#[test]
fn a_table_and_a_json_file_give_the_same_year() {
    let mut csv = String::from("date,kind,name\n");
    let mut days = Vec::new();
    let shipped = Calendar::shipped().year(2026).expect("shipped");
    for o in &shipped.off {
        for x in o.from.iter_days().take_while(|x| *x <= o.until) {
            csv.push_str(&format!("{x},休,{}\n", o.name));
            days.push(serde_json::json!({ "name": o.name, "date": x, "isOffDay": true }));
        }
    }
    for x in &shipped.work {
        csv.push_str(&format!("{},班,\n", x.format("%Y/%m/%d")));
        days.push(serde_json::json!({ "name": "", "date": x, "isOffDay": false }));
    }
    let json = serde_json::json!({ "year": 2026, "papers": ["https://www.gov.cn/"], "days": days }).to_string();
    let same = |data: YearData| assert_eq!((data.year, data.off, data.work), (2026, shipped.off.clone(), shipped.work.clone()));
    same(parse_csv(&csv).expect("csv").data);
    same(parse_json(&json).expect("json").data);
    assert!(parse_csv("2027-01-01,休\n2027-13-01,休").expect_err("bad row").starts_with("第2行"));
    assert!(parse_csv("2027-01-01,也许").expect_err("bad kind").contains("“休”或“班”"));
    assert!(parse_json("{}").is_err());
    assert!(parse_csv("").is_err());
}
