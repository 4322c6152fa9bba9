//! 本软件的处理: where the text leaves a question open, what this product does, strictly and leniently. Data for the
//! help page and for the article's own page; the rule itself stands with its article.

use crate::Cite;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// One open question.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// A1…A23, as the help page numbers them.
    pub id: String,
    /// The articles it touches.
    pub cites: Vec<Cite>,
    pub question_zh: String,
    pub question_en: String,
    pub strict_zh: String,
    pub strict_en: String,
    /// Equal to the strict treatment where there is only one.
    pub lenient_zh: String,
    pub lenient_en: String,
}
impl Reading {
    /// The committee's choice of profile changes something here.
    pub fn differs(&self) -> bool {
        self.strict_zh != self.lenient_zh
    }
}

/// All of them, A1 first.
pub fn all() -> &'static [Reading] {
    static ALL: LazyLock<Vec<Reading>> = LazyLock::new(|| ROWS.iter().map(Row::reading).collect());
    &ALL
}

const ROWS: &[Row] = &[
    both(
        "A1",
        &["M16", "E16", "M35"],
        ("可以作出“修改后批准”吗？", "Is \"approve after changes\" open?"),
        (
            "默认不提供。委员会在设置中开启后可用：复核前、简易程序中不可用；经人核实修改后才算批准，核实之日为批准日。",
            "Off by default. When the committee turns it on: not before re-review and not in the simplified procedure; the approval dates from the day somebody verified the changes.",
        ),
    ),
    differing(
        "A2",
        &["E16", "E8"],
        ("回避的、弃权的委员算不算“到会委员”？", "Do recused and abstaining members count as attending?"),
        (
            "回避的不计入到会；弃权和废票计入。计入回避委员后就不足三分之二的，批准须主任委员说明。",
            "The recused do not count; abstentions and spoilt papers do. An approval that would fail if the recused counted needs the chair's note.",
        ),
        ("同样不计回避、计入弃权，但不要求主任委员说明。", "The same count, without the chair's note."),
    ),
    differing(
        "A3",
        &["M10", "M14"],
        ("四类专业背景须由四名不同的委员满足吗？", "Must four different persons cover the four backgrounds?"),
        ("一人只计一类，四类须四人。", "One person counts for one: four categories, four persons."),
        ("一人可以计多类，显示须知。", "One person may count for several; a note says so."),
    ),
    both(
        "A4",
        &["M16"],
        ("7个工作日从哪天起算？", "From which day do the 7 working days run?"),
        ("从收到申诉之日起算，当日不计。", "From receipt of the appeal, that day not counted."),
    ),
    both(
        "A5",
        &["M27"],
        ("应急审查72小时从何时起算？", "When do the 72 hours begin?"),
        (
            "从受理时刻起算，另显示从收件起算的时刻，按较早的安排。",
            "At the minute of acceptance; the count from receipt is shown too, and work is planned by the earlier.",
        ),
    ),
    both(
        "A6",
        &["M27", "E35"],
        ("专家复核时间计入72小时吗？", "Is the re-review inside the 72 hours?"),
        ("计入。复核前的审查36小时，全部72小时。", "Yes: 36 hours before the re-review, 72 in all."),
    ),
    both(
        "A7",
        &["M16", "M22", "M24"],
        ("清单活动怎样遵守30日？", "How do listed activities keep the 30 days?"),
        (
            "30日内作出初步审查意见；送复核时发延长告知，写明新的日期。",
            "The preliminary opinion within 30 days; an extension notice with a new date when the case goes to re-review.",
        ),
    ),
    both(
        "A8",
        &["M33", "M16"],
        ("自然日期限的末日遇节假日顺延吗？", "Does a natural-day limit roll over a holiday?"),
        (
            "两个日期都算：按不顺延的日期安排，顺延期内标黄，过了顺延日才标逾期；跟踪审查和3月31日不顺延；申请人的权利按顺延日。",
            "Both dates are kept: planning by the plain one, amber until the rolled one, overdue after it. Tracking and 31 March never roll; an applicant's right gets the rolled date.",
        ),
    ),
    both(
        "A9",
        &["M16"],
        ("期限过后还能延长吗，能延长几次？", "Can a limit be extended after it passed, or twice?"),
        (
            "可以登记，但写明理由，并按“逾期后延长”计入年报；再次延长逐次写明理由和新日期。",
            "It is recorded with a reason and reported as extended late; each further extension needs its own reason and date.",
        ),
    ),
    both(
        "A10",
        &["M13"],
        ("收件到受理有没有期限？", "Is there a limit from receipt to acceptance?"),
        (
            "办法没有规定。内部时限5个工作日，委员会可以改；超过后受理须写明理由。",
            "None in the text. The committee's own limit is 5 working days and can be changed; later acceptance needs a reason.",
        ),
    ),
    both(
        "A11",
        &["M11"],
        ("服务中心“同时”提供审查和复核，指同一时间还是全过程？", "Does the ban on giving both services mean at one time or ever?"),
        (
            "全过程：同一活动审查过的中心，以后也不作复核；反之亦同。",
            "Ever: a centre that reviewed an activity never re-reviews it, nor the other way round.",
        ),
    ),
    both(
        "A12",
        &["M26", "M25", "M30"],
        (
            "免于复核的活动，6个月跟踪和登记还要吗；备案正在办理算不算？",
            "Do exempt activities keep the 6 months and registration, and does a pending filing count?",
        ),
        (
            "仍在清单内，6个月跟踪、30日登记照旧。备案在办的，不算，待取得编号。",
            "They stay on the list: 6-month tracking and 30-day registration remain. A pending filing does not count until it has a number.",
        ),
    ),
    both(
        "A13",
        &["M24", "E16"],
        ("收到复核意见后要再表决吗？", "Is a new vote needed after the re-review opinion?"),
        (
            "要。由会议按三分之二作出决定；复核意见为不同意的，不能批准。",
            "Yes, by two thirds at a meeting; after a negative opinion approval is not open.",
        ),
    ),
    both(
        "A14",
        &["M14", "M20"],
        ("主任委员回避或空缺时，谁来指定？", "Who designates when the chair is conflicted or vacant?"),
        (
            "主任委员回避的，该项由其指定的副主任委员主持，简易程序改用一般程序；空缺时谁也不能指定，先请单位任命。为一段期间作的指定，随作出指定的主任委员离任而失效。",
            "A conflicted chair gives the item to a designated vice-chair, and a simplified case goes to the general procedure; while the post is vacant nobody designates: the unit appoints first. A designation for a period falls with the chair who gave it.",
        ),
    ),
    both(
        "A15",
        &["M16"],
        ("同一决定可以申诉几次？", "How often can one decision be appealed?"),
        ("一次。对重新作出的决定有异议的，转投诉举报。", "Once. Objections to the new decision go the way of complaints."),
    ),
    both(
        "A16",
        &["E45", "M30"],
        ("“3月31日前”含当日吗？", "Does \"by 31 March\" include the day?"),
        ("含当日，遇周末不顺延；安排在3月30日前。", "It does, and never moves for a weekend; plan for 30 March."),
    ),
    both(
        "A17",
        &["E7"],
        ("五年任期的最后一日是哪天？", "Which is the last day of a five-year term?"),
        (
            "任职日计入，最晚为满五年的前一日；恰为满五年当日的，写明理由可过。",
            "The first day counts, so the day before the anniversary; the anniversary itself passes with a reason.",
        ),
    ),
    both(
        "A18",
        &["M18"],
        ("互认别家审查结果，要看什么？", "What must be seen before recognising another body's result?"),
        (
            "看决定书、到会人数和表决情况，确定谁负责跟踪；互认不代替复核，也不延长跟踪间隔。",
            "The decision, attendance and votes, and who tracks. Recognition replaces no re-review and lengthens no interval.",
        ),
    ),
    both(
        "A19",
        &["M37"],
        ("施行前受理、施行后决定的，用哪部规定？", "Accepted before, decided after the Measures came into force: which applies?"),
        (
            "2026年3月20日以后的步骤适用本办法；此后送达的决定给3个工作日申诉期。",
            "Steps after 20 March 2026 follow the Measures; decisions served after it carry the 3-working-day appeal.",
        ),
    ),
    both(
        "A20",
        &["M9", "E4"],
        ("是不是所有开展人工智能活动的单位都须设委员会？", "Must every unit with AI activities set up a committee?"),
        ("本软件以委员会已设立为前提，不作判断。", "The product assumes a committee exists and takes no position."),
    ),
    both(
        "A21",
        &["M21"],
        ("清单调整后，已批准的活动怎么办？", "What of approved activities when the list changes?"),
        (
            "不溯及既往；下次跟踪审查时按新清单重新判定。",
            "Nothing retroactive; they are judged against the new list at the next tracking review.",
        ),
    ),
    both(
        "A22",
        &["M17", "E20"],
        ("主任委员可以先行暂停吗？", "Can the chair suspend on the spot?"),
        ("可以作为临时措施登记，下次会议须以三分之二追认。", "Yes, as an interim measure that the next meeting ratifies by two thirds."),
    ),
    both(
        "A23",
        &["M14", "M20", "M11"],
        ("服务中心的审查须守5人到会和简易程序规则吗？", "Are service centres bound by the five attending and the simplified rules?"),
        (
            "条文为“可参考”。登记中心的决定时，记下其自己的规则，不按本委员会的规则拦截。",
            "They may take them as guidance. A centre's decision is filed with the centre's own rule and is not blocked by ours.",
        ),
    ),
];

/// A line of the table above: id, articles, the question and the two treatments, each in both languages.
struct Row {
    id: &'static str,
    cites: &'static [&'static str],
    question: (&'static str, &'static str),
    strict: (&'static str, &'static str),
    lenient: (&'static str, &'static str),
}
impl Row {
    fn reading(&self) -> Reading {
        Reading {
            id: self.id.into(),
            cites: self.cites.iter().map(|c| Cite((*c).into())).collect(),
            question_zh: self.question.0.into(),
            question_en: self.question.1.into(),
            strict_zh: self.strict.0.into(),
            strict_en: self.strict.1.into(),
            lenient_zh: self.lenient.0.into(),
            lenient_en: self.lenient.1.into(),
        }
    }
}

const fn differing(
    id: &'static str,
    cites: &'static [&'static str],
    question: (&'static str, &'static str),
    strict: (&'static str, &'static str),
    lenient: (&'static str, &'static str),
) -> Row {
    Row { id, cites, question, strict, lenient }
}

/// One treatment whatever the profile.
const fn both(
    id: &'static str,
    cites: &'static [&'static str],
    question: (&'static str, &'static str),
    taken: (&'static str, &'static str),
) -> Row {
    differing(id, cites, question, taken, taken)
}

/// The readings that touch an article (`M14`, `M14.quorum` and `M14(1)` all ask for M14).
pub fn touching(article: &str) -> impl Iterator<Item = &'static Reading> {
    let head = Cite(article.split(['.', '(']).next().unwrap_or(article).to_string());
    all().iter().filter(move |r| r.cites.contains(&head))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readings_are_numbered_a1_to_a23_and_say_something() {
        for (r, n) in all().iter().zip(1..) {
            assert_eq!(r.id, format!("A{n}"));
            assert!(!r.cites.is_empty() && r.question_zh.ends_with('？') && r.question_en.ends_with('?'), "{}", r.id);
            assert!(
                r.strict_zh.ends_with('。') && r.lenient_zh.ends_with('。') && r.strict_en.ends_with('.') && r.lenient_en.ends_with('.'),
                "{}",
                r.id
            );
        }
        assert_eq!(all().len(), 23);
        assert_eq!(touching("M14.quorum").map(|r| r.id.as_str()).collect::<Vec<_>>(), ["A3", "A14", "A23"]);
    }
}
