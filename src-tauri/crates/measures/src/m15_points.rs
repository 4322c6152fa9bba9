//! Article 15: the six dimensions of review as seventeen points of a worksheet, with the further points E15 adds when
//! people or personal information are involved. The principles of Article 3 are seven and something else.
//!
//! The points are our own short words for a worksheet, not the text.

use crate::nouns::words;
use crate::{Finding, Flags};
use serde::{Deserialize, Serialize};

words! {
    /// The conclusion on one point.
    PointView { Met = "符合" / "met", Mostly = "基本符合" / "mostly met", NotMet = "不符合" / "not met", NotApplicable = "不适用" / "not applicable" }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Dimension {
    /// 1–6 as Article 15 numbers them; 7 for what E15 adds.
    pub n: u32,
    pub zh: &'static str,
    pub en: &'static str,
}
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Point {
    /// 1.1 … 6.2, E1 …
    pub code: &'static str,
    pub dimension: u32,
    pub zh: &'static str,
    pub en: &'static str,
}

pub const DIMENSIONS: [Dimension; 7] = [
    Dimension { n: 1, zh: "人类福祉", en: "human wellbeing" },
    Dimension { n: 2, zh: "公平公正", en: "fairness" },
    Dimension { n: 3, zh: "可控可信", en: "control and trust" },
    Dimension { n: 4, zh: "透明可解释", en: "transparency" },
    Dimension { n: 5, zh: "责任可追溯", en: "accountability" },
    Dimension { n: 6, zh: "隐私保护", en: "privacy" },
    Dimension { n: 7, zh: "另加要点", en: "further points" },
];

const fn point(code: &'static str, dimension: u32, zh: &'static str, en: &'static str) -> Point {
    Point { code, dimension, zh, en }
}

/// The seventeen points every review looks at.
pub const POINTS: [Point; 17] = [
    point("1.1", 1, "科学价值与社会价值", "scientific and social value"),
    point("1.2", 1, "目标有益于福祉与可持续发展", "a goal good for wellbeing and sustainability"),
    point("1.3", 1, "风险与受益相称", "risks in proportion to benefits"),
    point("2.1", 2, "训练数据的选择标准", "criteria for selecting training data"),
    point("2.2", 2, "算法、模型、系统设计合理", "sound design of algorithm, model and system"),
    point("2.3", 2, "防偏见、歧视和算法压榨的措施", "measures against bias, discrimination and exploitation"),
    point("2.4", 2, "资源、机会、决策客观包容", "objective and inclusive allocation and decisions"),
    point("3.1", 3, "开放环境、极端情况、干扰下的稳健", "robustness in open, extreme and disturbed conditions"),
    point("3.2", 3, "用户能控制、引导、干预", "users can control, guide and intervene"),
    point("3.3", 3, "持续监测方案", "a plan for continuous monitoring"),
    point("3.4", 3, "应急预案", "a contingency plan"),
    point("4.1", 4, "用途、运行逻辑、交互和风险的披露", "disclosure of use, logic, interaction and risk"),
    point("4.2", 4, "可解释的技术手段", "technical means of explanation"),
    point("5.1", 5, "各环节日志与全链条追溯", "logs of every link, traceable throughout"),
    point("5.2", 5, "人员资质", "qualification of personnel"),
    point("6.1", 6, "数据收集、存储、加工、使用", "collection, storage, processing and use of data"),
    point("6.2", 6, "数据新技术与充分的隐私保护", "new data technology with sufficient protection"),
];

const HUMAN: [Point; 2] = [
    point("E1", 7, "招募、知情同意、补偿与退出", "recruitment, consent, compensation, withdrawal"),
    point("E2", 7, "弱势群体的保护", "protection of vulnerable groups"),
];
const DATA: [Point; 1] = [point("E3", 7, "数据处理合法、风险监测与应急处理", "lawful processing, risk monitoring and response")];

/// The worksheet of a case: the seventeen, and what its flags add (E15(3), E15(5)).
pub fn worksheet(flags: &Flags) -> Vec<Point> {
    let mut list = POINTS.to_vec();
    if flags.human_participants || flags.human_samples {
        list.extend(HUMAN);
    }
    if flags.personal_information {
        list.extend(DATA);
    }
    list
}

/// One filled line of a worksheet.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointNote {
    pub code: String,
    pub view: PointView,
    #[serde(default)]
    pub text: String,
    /// Page of the material it rests on.
    #[serde(default)]
    pub page: String,
}

/// May the worksheet be signed? Each of the six dimensions has a conclusion; “not applicable” and “not met” say why.
pub fn can_sign(notes: &[PointNote], flags: &Flags) -> Vec<Finding> {
    let sheet = worksheet(flags);
    let mut out = Vec::new();
    let empty: Vec<&str> = DIMENSIONS
        .iter()
        .filter(|d| sheet.iter().any(|p| p.dimension == d.n))
        .filter(|d| !sheet.iter().any(|p| p.dimension == d.n && notes.iter().any(|n| n.code == p.code)))
        .map(|d| d.zh)
        .collect();
    if !empty.is_empty() {
        out.push(
            Finding::block(
                "M15.dimensions",
                format!("还没有结论：{}。", empty.join("、")),
                format!("{} dimensions have no conclusion yet.", empty.len()),
            )
            .way("每个方面至少给一条结论。", "Each dimension needs at least one."),
        );
    }
    for n in notes.iter().filter(|n| matches!(n.view, PointView::NotApplicable | PointView::NotMet) && n.text.trim().is_empty()) {
        let zh = sheet.iter().find(|p| p.code == n.code).map_or(n.code.as_str(), |p| p.zh);
        out.push(
            Finding::block(
                "M15.reason",
                format!("“{zh}”记为{}，没有写理由。", n.view.zh()),
                format!("Point {} is “{}” without a reason.", n.code, n.view.en()),
            )
            .way("写明理由。", "Say why."),
        );
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn m15_seventeen_points_in_six_dimensions() {
        let count = |d: u32| POINTS.iter().filter(|p| p.dimension == d).count();
        assert_eq!((1..=6).map(count).collect::<Vec<_>>(), [3, 4, 4, 2, 2, 2]);
        assert_eq!(worksheet(&Flags::default()).len(), 17);
        let flags = Flags { human_participants: true, personal_information: true, ..Flags::default() };
        assert_eq!(worksheet(&flags).len(), 20, "E15 adds points for people and for data");
    }

    #[test]
    fn m15_no_signature_with_a_dimension_left_out() {
        let note = |code: &str, view| PointNote { code: code.into(), view, text: String::new(), page: String::new() };
        let mut notes: Vec<PointNote> = ["1.1", "2.1", "3.1", "4.1", "5.1"].iter().map(|c| note(c, PointView::Met)).collect();
        let found = can_sign(&notes, &Flags::default());
        assert_eq!(found.len(), 1);
        assert!(found[0].blocks() && found[0].zh.contains("隐私保护"), "{}", found[0].zh);
        notes.push(note("6.1", PointView::NotApplicable));
        let found = can_sign(&notes, &Flags::default());
        assert_eq!(found.iter().map(|f| f.rule.as_str()).collect::<Vec<_>>(), ["M15.reason"]);
        notes.last_mut().unwrap().text = "不处理个人信息".into();
        assert!(can_sign(&notes, &Flags::default()).is_empty());
    }
}
