//! What `make bench` sets, here and by other typesetters: a decision letter and a report of thirty pages.

use papers::annual_report::{AnnualReport, Chapter, Part, Table};
use papers::{Face, Fonts, Imprint, Letterhead, Paper};

use super::*;

/// The fonts of the bench: one face for the body that every typesetter can embed (仿宋 comes as CFF, which not all can).
pub fn fonts() -> Result<Fonts, papers::Error> {
    let folder = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/fonts"));
    let mut fonts = Fonts::open(folder)?;
    for face in [Face::Fang, Face::Kai] {
        fonts.prefer(face, &folder.join("NotoSerifSC-Regular.ttf"), 0)?;
    }
    Ok(fonts)
}

/// Without QR codes, which only this product prints.
fn bare(of: Imprint) -> Imprint {
    Imprint { check_code: None, journal: None, ..of }
}

/// Paper `which` is `letter` or `report`; `round` is in its text, so that no round can be answered from memory.
pub fn paper(which: &str, round: usize) -> Option<(Paper, Letterhead)> {
    match which {
        "letter" => {
            let mut letter = decision();
            letter.imprint = bare(imprint(100 + round as u32, day(2026, 9, 18)));
            letter.case.number = format!("JZU-AI-2026-{:04}", 100 + round);
            Some((Paper::DecisionLetter(letter), letterhead()))
        }
        "report" => Some((Paper::AnnualReport(report(round)), letterhead())),
        _ => None,
    }
}

fn report(round: usize) -> AnnualReport {
    let mut report = more::annual_report();
    report.imprint = bare(report.imprint);
    report.imprint.number = Some(format!("江大智伦〔2027〕{}号", 100 + round));
    // Charts are drawn by each typesetter in its own way or not at all; prose stands in their place.
    for chapter in &mut report.chapters {
        chapter.parts.retain(|p| !matches!(p, Part::Bars(_)));
        let title = chapter.title.clone();
        chapter.parts.extend(prose(&title));
        chapter.parts.iter_mut().for_each(even);
    }
    let rows = |from: usize, to: usize| (from..=to).map(row).collect();
    let heads = ["案号", "活动名称", "负责人", "程序", "决定"].map(String::from).to_vec();
    report.annexes = vec![
        report.annexes[0].clone(),
        Chapter {
            title: "审查案件清单".into(),
            parts: vec![Part::Table(Table { heads, rows: rows(1, 110), widths: vec![3.4, 5.2, 2.4, 1.2, 2.2], ..Table::default() })],
        },
    ];
    report.annexes[0].parts.iter_mut().for_each(even);
    report
}

/// The content decides a column's width here, the table elsewhere: every typesetter is given the same widths.
fn even(part: &mut Part) {
    if let Part::Table(table) = part {
        table.widths = vec![1.0; table.heads.len()];
    }
}

fn row(i: usize) -> Vec<String> {
    let titles = ["课堂话语自动分析与教学质量评价", "校园车辆轨迹预测与路口安全评估", "手术视频智能质控", "招生咨询对话系统（GPT-4o）"];
    let leaders = ["蒋立群", "马会宁", "艾力·买买提", "欧阳敏"];
    let decisions = ["批准", "修改后再审", "批准", "不予批准"];
    vec![
        format!("JZU-AI-2026-{i:04}"),
        titles[i % 4].into(),
        leaders[i % 4].into(),
        ["一般", "简易"][i % 2].into(),
        decisions[i % 4].into(),
    ]
}

fn prose(title: &str) -> Vec<Part> {
    let text = |text: String| Part::Text { text };
    vec![
        Part::Heading { text: format!("{title}的做法") },
        text(format!(
            "本年度委员会把{title}列入年度计划，由一名副主任委员牵头，秘书处按月汇总。2026年3月20日起依照《人工智能科技伦理审查与服务办法（试行）》执行，此前受理的申请按原规定办理完毕。各单位提交的材料先由秘书对照23项要素逐项核对，缺少的一次性告知；涉及“算法公平性”“数据来源”“知情同意”的，请相应类别的委员先行阅看，形成书面意见后再列入会议议程。"
        )),
        text(
            "会议审查前五个工作日送达材料，会上由申请人到会说明并回答提问，随后申请人离场，委员逐项讨论、逐项表决。利益冲突由委员自行声明，会议主持人逐项询问并记入纪要；声明回避的委员离场，不计入该项到会人数。表决以到会委员三分之二以上同意为通过，任何一种意见均未达到的，不作出决定，列入下次会议。"
                .into(),
        ),
        Part::Heading { text: format!("{title}的成效与不足") },
        text(format!(
            "从全年情况看，{title}工作总体平稳：材料一次合格率由2025年的62.4%提高到78.9%，受理至决定的平均用时由23.1日缩短到18.6日。不足之处主要有三点：一是部分申请人对GPT-4o、Qwen2.5等通用模型的二次开发是否需要审查把握不准；二是跨单位合作项目的责任划分写得过于笼统；三是跟踪审查的报告质量参差不齐，个别项目只报进度、不报风险变化。"
        )),
        Part::List {
            items: list(&[
                "对通用模型的二次开发，编印一页纸的适用范围说明，附12个正反例。",
                "合作项目应当提交各方签字的责任划分表，写明数据、算法、部署各环节的责任人。",
                "跟踪审查报告增设“风险变化”必填栏，未填写的退回补正。",
            ]),
        },
    ]
}
