//! 收件: 23 elements, the notice that writes itself, and the gate to acceptance.

use super::case::ElementRow;
use super::cases::CaseRow;
use crate::failure::Failure;
use crate::office::Office;
use crate::sources::Sources;
use measures::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::RowQuery;

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IntakeView {
    pub case: Case,
    pub number: String,
    pub zh: String,
    pub en: String,
    pub elements: Vec<ElementRow>,
    /// Files that have no element yet.
    pub loose: Vec<LooseFile>,
    pub present: u32,
    pub missing: u32,
    pub not_applicable: u32,
    pub unchecked: u32,
    /// The supplement notice as it would read, paragraph by paragraph.
    pub notice: Vec<String>,
    /// Last day for the applicant if served today.
    pub notice_due: Option<measures::clock::Due>,
    pub supplement: Vec<Finding>,
    pub acceptance: Vec<Finding>,
    pub proposal: measures::m13_procedure::Proposal,
    pub conflicts: Vec<measures::e08_conflicts::Match>,
    /// Earlier applications with the same title or leader.
    pub similar: Vec<SimilarCase>,
    /// The three plain questions of the list (M21).
    pub list_questions: Vec<ListQuestion>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LooseFile {
    pub material: Material,
    /// Elements suggested by the file's name, best first.
    pub suggestions: Vec<Element>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SimilarCase {
    pub id: String,
    pub number: String,
    pub title: String,
    pub leader: String,
    pub how_zh: String,
    pub how_en: String,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ListQuestion {
    pub item: u32,
    pub zh: String,
    pub en: String,
}

pub fn build(office: &Office, now: Instant, id: &str) -> Result<IntakeView, Failure> {
    let src = Sources::of_open(office.opened()?, now)?;
    let facts = src.facts();
    let case = src.need::<Case>("case", id)?;
    let materials = super::case::materials(&src, id)?;
    let elements = super::case::elements(&case, &materials);
    let round = case.round();
    let state = |s: CheckState| elements.iter().filter(|e| e.check.as_ref().is_some_and(|c| c.state == s)).count() as u32;
    let loose: Vec<LooseFile> = materials
        .iter()
        .filter(|m| m.elements.is_empty() && m.replaced_by.is_none())
        .map(|m| LooseFile { suggestions: suggest(&m.name), material: m.clone() })
        .collect();
    let gaps: BTreeMap<Element, String> = m12_application::gaps(&case).into_iter().collect();
    let before = round.accepted.is_none() && !round.over();
    let unchecked = m12_application::unchecked(&case).len() as u32;
    let (zh, en) = sentence(&case, materials.len(), loose.len(), gaps.len(), unchecked as usize);
    Ok(IntakeView {
        number: case.full_number(),
        zh,
        en,
        present: state(CheckState::Present),
        missing: gaps.len() as u32,
        not_applicable: state(CheckState::NotApplicable),
        unchecked,
        notice: if gaps.is_empty() { vec![] } else { notice(&src, &case, &gaps) },
        notice_due: (before && !gaps.is_empty()).then(|| m13_acceptance::supplement_due(&facts, src.today())),
        supplement: if before && !gaps.is_empty() { m13_acceptance::can_supplement(&facts, &case, &gaps, src.today()) } else { vec![] },
        acceptance: if before { m13_acceptance::gate_acceptance(&facts, &case) } else { vec![] },
        proposal: m13_procedure::propose(&case),
        conflicts: e08_conflicts::matches(&facts, &case),
        similar: similar(&src, &case)?,
        list_questions: m21_list::List::shipped()
            .items
            .iter()
            .flat_map(|i| i.questions.iter().map(|q| ListQuestion { item: i.n, zh: q.zh.clone(), en: q.en.clone() }))
            .collect(),
        elements,
        loose,
        case,
    })
}

fn sentence(case: &Case, files: usize, loose: usize, gaps: usize, unchecked: usize) -> (String, String) {
    let round = case.round();
    if let Some(a) = &round.accepted {
        let day = a.at.date_naive();
        return (
            format!("{}已受理，{}。", say::zh_date(day), a.procedure.zh()),
            format!("Accepted on {}, {}.", say::en_date(day), a.procedure.en()),
        );
    }
    if round.over() {
        return ("本轮申请已经结束。".into(), "This application is closed.".into());
    }
    let all = Element::ALL.len();
    let mut zh = format!("收到{files}份文件，{all}项要素");
    let mut en = format!("{} received; of {all} elements ", say::en_count(files as i64, "file"));
    let be = |n: usize| if n == 1 { "is" } else { "are" };
    match (gaps, unchecked) {
        (0, 0) => {
            zh.push_str("齐全");
            en.push_str("none is missing");
        }
        (0, n) => {
            zh.push_str(&format!("中还有{n}项没有查验"));
            en.push_str(&format!("{n} {} not checked yet", be(n)));
        }
        (n, 0) => {
            zh.push_str(&format!("中缺{n}项"));
            en.push_str(&format!("{n} {} missing", be(n)));
        }
        (n, m) => {
            zh.push_str(&format!("中缺{n}项，{m}项没有查验"));
            en.push_str(&format!("{n} {} missing and {m} not checked", be(n)));
        }
    }
    zh.push('。');
    en.push('.');
    if loose > 0 {
        zh.push_str(&format!("先归位{loose}份文件{}。", if gaps > 0 { "，再发一次性告知书" } else { "" }));
        en.push_str(&format!(" Place {} first.", say::en_count(loose as i64, "file")));
    }
    (zh, en)
}

/// The notice as it would read if it went out today.
fn notice(src: &Sources, case: &Case, gaps: &BTreeMap<Element, String>) -> Vec<String> {
    let mut out = vec![format!("{}：", case.application.leader), "你提交的申请材料尚缺下列内容，请一次补齐：".to_string()];
    for (n, (element, note)) in gaps.iter().enumerate() {
        let cites = say::zh_list(m12_application::basis(*element).iter().map(|c| Cite((*c).into()).zh()));
        out.push(format!("{}. {}：{}（{cites}）", n + 1, element.zh(), note.trim_end_matches('。')));
    }
    let days = src.law.rules.supplement_working_days();
    out.push(format!("请自本告知书送达之日起{days}个工作日内补齐。以上为全部需补充材料。"));
    out
}

/// Earlier applications by the same leader or under the same name.
fn similar(src: &Sources, case: &Case) -> Result<Vec<SimilarCase>, Failure> {
    let mut out: Vec<SimilarCase> = Vec::new();
    let title = names::folded(&case.application.title);
    let leader = names::folded(&case.application.leader);
    for text in [&case.application.title, &case.application.leader] {
        if text.trim().is_empty() {
            continue;
        }
        let query = RowQuery { text: Some(text.clone()), order: "number".into(), desc: true, limit: 20, ..RowQuery::default() };
        for doc in src.reader.case_rows(&query)?.0 {
            let row: CaseRow = serde_json::from_value(doc)?;
            if row.id == case.id || out.iter().any(|s| s.id == row.id) {
                continue;
            }
            let (same_title, same_leader) = (names::folded(&row.title) == title, names::folded(&row.leader) == leader);
            let (zh, en) = match (same_title, same_leader) {
                (true, true) => ("名称、负责人都相同", "same name and leader"),
                (true, false) => ("名称相同", "same name"),
                (false, true) => ("同一负责人", "same leader"),
                (false, false) => continue,
            };
            out.push(SimilarCase {
                id: row.id,
                number: row.number,
                title: row.title,
                leader: row.leader,
                how_zh: format!("{zh}，{}", row.stage_zh),
                how_en: format!("{en}, {}", row.stage_en),
            });
        }
    }
    Ok(out)
}

/// Words of a file's name and the element they speak of, the plainest first.
const WORDS: [(&str, Element); 31] = [
    ("承诺", Element::A19),
    ("知情同意", Element::A18),
    ("利益冲突", Element::A8),
    ("资质", Element::A5),
    ("执照", Element::A5),
    ("法人证书", Element::A5),
    ("人员", Element::A6),
    ("简历", Element::A6),
    ("培训", Element::A6),
    ("经费", Element::A7),
    ("任务书", Element::A7),
    ("合同", Element::A7),
    ("算法", Element::A9),
    ("模型", Element::A9),
    ("数据", Element::A10),
    ("授权", Element::A10),
    ("测试", Element::A11),
    ("评测", Element::A11),
    ("产品", Element::A12),
    ("应用", Element::A13),
    ("风险", Element::A14),
    ("监测", Element::A15),
    ("预警", Element::A15),
    ("应急", Element::A16),
    ("预案", Element::A16),
    ("成果", Element::A17),
    ("方案", Element::A4),
    ("计划", Element::A4),
    ("清单", Element::A22),
    ("备案", Element::A23),
    ("申请", Element::A1),
];

/// At most three elements a file may belong to, by the words of its name.
fn suggest(name: &str) -> Vec<Element> {
    let mut out = Vec::new();
    for (word, element) in WORDS {
        if name.contains(word) && !out.contains(&element) {
            out.push(element);
        }
    }
    out.truncate(3);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_files_name_suggests_its_element() {
        assert_eq!(suggest("承诺书（负责人签字）.pdf"), [Element::A19]);
        assert_eq!(suggest("风险评估与应急预案.docx"), [Element::A14, Element::A16]);
        assert_eq!(suggest("扫描件0007.pdf"), []);
    }
}
