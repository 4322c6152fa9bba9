//! Sample data for every paper: the committee of an invented university, with long and rare names on purpose.
//! Used by the gallery and by the tests; never by the program.

use chrono::NaiveDate;
pub mod measured;
pub mod more;

use papers::decision_letter::{DecisionLetter, Outcome};
use papers::minutes::{Attendee, Minutes, MinutesItem, Question};
use papers::*;

pub fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).expect("a real day")
}

pub fn letterhead() -> Letterhead {
    Letterhead {
        committee: "江州大学人工智能科技伦理委员会".into(),
        unit: "江州大学".into(),
        prefix: "江大智伦".into(),
        seal_png: None,
        seal_mm: 42.0,
        signature_png: None,
        demo: false,
        phone: "0512-6550 1234".into(),
        contact: "许文静".into(),
    }
}

pub fn imprint(number: u32, date: NaiveDate) -> Imprint {
    Imprint {
        number: Some(format!("江大智伦〔2026〕{number}号")),
        date: Some(date),
        check_code: Some(format!("JZ-{number}")),
        journal: Some((4655, "3f9a8c01e77b52d46b1e90aa4c3d8f27a5c04e9b1d73f6820b9e5f14c7d2a638".into())),
        void: None,
    }
}

fn form(code: &str) -> Imprint {
    Imprint { number: None, date: None, ..Imprint { check_code: Some(code.into()), ..imprint(0, day(2026, 9, 18)) } }
}

fn s(text: &str) -> String {
    text.to_string()
}

fn list(items: &[&str]) -> Vec<String> {
    items.iter().map(|t| s(t)).collect()
}

pub fn case() -> CaseRef {
    CaseRef {
        number: s("JZU-AI-2026-0050"),
        activity: s("校园人脸识别无感考勤的算法公平性研究"),
        leader: s("龚建业"),
        unit: s("计算机科学与技术学院"),
    }
}

/// A title of sixty characters, Latin in it, and a name that no common font has.
pub fn long_case() -> CaseRef {
    CaseRef {
        number: s("JZU-AI-2026-0053"),
        activity: s("面向高速公路恶劣天气与突发事件场景的L4级自动驾驶货运编队决策控制系统研发及其在长三角物流通道中的示范应用与安全评估"),
        leader: s("䶮㛃𬭎"),
        unit: s("智能交通与车路协同教育部工程研究中心、江州大学自动化学院"),
    }
}

fn uyghur_case() -> CaseRef {
    CaseRef {
        number: s("JZU-AI-2026-0031-R1"),
        activity: s("基于多模态大语言模型GPT-4o与Qwen2.5的抑郁倾向识别情感计算研究"),
        leader: s("艾力·买买提"),
        unit: s("附属第一医院精神心理科"),
    }
}

const M13: &str = "《人工智能科技伦理审查与服务办法（试行）》第十三条";
const M16: &str = "《人工智能科技伦理审查与服务办法（试行）》第十六条等规定";

fn documents() -> Vec<Material> {
    [
        ("实施方案", "V1.2", Some(day(2026, 8, 20))),
        ("科技伦理风险评估与防控方案", "V1.1", Some(day(2026, 8, 20))),
        ("数据来源与获取方式说明", "V1.0", Some(day(2026, 8, 12))),
        ("知情同意书（学生）", "V2.0", Some(day(2026, 8, 20))),
        ("知情同意书（监护人）", "V2.0", Some(day(2026, 8, 20))),
        ("算法机制机理说明", "V1.0", Some(day(2026, 8, 12))),
        ("测试评估方案", "V1.0", Some(day(2026, 8, 12))),
        ("应急处理预案", "V1.0", Some(day(2026, 8, 12))),
        ("项目任务书", "", Some(day(2026, 3, 1))),
        ("研究人员资质与培训证明", "", None),
        ("经费来源说明", "", None),
        ("遵守人工智能科技伦理和科研诚信承诺书", "", Some(day(2026, 8, 20))),
    ]
    .into_iter()
    .map(|(name, version, date)| Material { name: s(name), version: s(version), date })
    .collect()
}

fn votes(lines: &[(&str, u32)]) -> Vec<VoteLine> {
    lines.iter().map(|(o, c)| VoteLine { option: s(o), count: *c }).collect()
}

fn summary(attending: u32, recused: &[&str], lines: &[(&str, u32)], needed: u32, arithmetic: &str) -> VoteSummary {
    VoteSummary { due: 9, attending, recused: list(recused), votes: votes(lines), needed, arithmetic: s(arithmetic) }
}

fn note(dimension: &str, text: &str) -> DimensionNote {
    DimensionNote { dimension: s(dimension), text: s(text) }
}

pub fn meeting() -> MeetingRef {
    MeetingRef {
        title: s("2026年第7次会议"),
        date: day(2026, 9, 18),
        time: s("14:00"),
        place: s("行政楼405会议室"),
        link: Some(s("腾讯会议 682-119-407")),
        form: s("现场与视频结合"),
        host: s("周秉衡"),
        host_note: s("主任委员"),
    }
}

fn agenda_items() -> Vec<AgendaItem> {
    vec![
        AgendaItem {
            no: 1,
            case: CaseRef {
                number: s("JZU-AI-2026-0049"),
                activity: s("课堂话语自动分析与教学质量评价"),
                leader: s("蒋立群"),
                unit: s("教育学院"),
            },
            kind: s("初次审查"),
            time: s("14:15"),
            minutes: Some(20),
            presenter: s("蒋立群"),
            recused: list(&["赵启明"]),
        },
        AgendaItem {
            no: 2,
            case: case(),
            kind: s("初次审查"),
            time: s("14:35"),
            minutes: Some(25),
            presenter: s("龚建业"),
            recused: vec![],
        },
        AgendaItem {
            no: 3,
            case: long_case(),
            kind: s("初次审查"),
            time: s("15:00"),
            minutes: Some(30),
            presenter: s("䶮㛃𬭎"),
            recused: vec![],
        },
        AgendaItem {
            no: 4,
            case: uyghur_case(),
            kind: s("修改后再审"),
            time: s("15:30"),
            minutes: Some(20),
            presenter: s("艾力·买买提"),
            recused: list(&["方慎行"]),
        },
    ]
}

fn members() -> Vec<(&'static str, &'static str, &'static str, &'static str, &'static str, bool)> {
    vec![
        ("周秉衡", "男", "主任委员", "技术", "计算机科学与技术学院", false),
        ("林若溪", "女", "副主任委员", "伦理", "马克思主义学院", false),
        ("赵启明", "男", "副主任委员", "应用", "附属第一医院", false),
        ("方慎行", "男", "委员", "法律", "法学院", false),
        ("罗晓岚", "女", "委员", "法律", "江州衡平律师事务所", true),
        ("陈思远", "男", "委员", "技术", "人工智能研究院", false),
        ("艾力·买买提", "男", "委员", "技术", "江州智算科技有限公司", true),
        ("何静姝", "女", "委员", "伦理", "哲学系", false),
        ("欧阳敏", "女", "委员", "应用", "教育学院", false),
    ]
}

pub fn decision() -> DecisionLetter {
    DecisionLetter {
        imprint: imprint(62, day(2026, 9, 18)),
        case: case(),
        applicant: s("龚建业"),
        outcome: Outcome::Revise,
        decision: String::new(),
        partners: vec![],
        accepted: day(2026, 8, 26),
        procedure: s("一般程序"),
        procedure_reason: String::new(),
        reviewed: day(2026, 9, 18),
        occasion: s("第7次会议"),
        documents: documents(),
        vote: Some(summary(8, &[], &[("修改后再审", 6), ("不予批准", 2)], 6, "同意修改后再审的3×6＝18≥2×8＝16，达到到会委员三分之二")),
        listing: s("本活动未列入复核清单。"),
        re_review: String::new(),
        reasons: vec![],
        suggestions: list(&[
            "补充未录入人脸者的等效考勤方式，不得以录入作为到课条件。",
            "按性别、肤色、是否戴眼镜分组报告误识率和拒识率。",
            "明确人脸特征的保存期限和删除方式。",
            "补充申诉渠道和人工复核流程。",
        ]),
        resubmit_by: Some(day(2026, 10, 30)),
        scope: String::new(),
        conditions: vec![],
        tracking: None,
        duties: vec![],
        appeal: Some(s("3个工作日")),
        basis: s(M16),
        supersedes: String::new(),
        signer_post: s("主任委员"),
        signer: s("周秉衡"),
        copies: vec![],
    }
}

pub fn approval() -> DecisionLetter {
    DecisionLetter {
        imprint: imprint(66, day(2026, 9, 18)),
        case: uyghur_case(),
        applicant: s("艾力·买买提"),
        outcome: Outcome::Approve,
        partners: list(&["江州市精神卫生中心", "江州智算科技有限公司"]),
        accepted: day(2026, 9, 7),
        documents: documents()[..3].to_vec(),
        vote: Some(summary(
            8,
            &["方慎行"],
            &[("批准", 6), ("修改后再审", 1), ("弃权", 1)],
            6,
            "同意批准的3×6＝18≥2×8＝16，达到到会委员三分之二",
        )),
        suggestions: vec![],
        resubmit_by: None,
        scope: s("批准在江州市两家医院招募300名志愿者，使用脱敏语音、文本和面部表情数据开展研究。"),
        reasons: vec![
            note("人类福祉", "有明确的科学价值和社会价值，风险受益合理。"),
            note("公平公正", "训练数据的地域、年龄、性别构成已说明，分组评测方案可行。"),
            note("可控可信", "识别结果不直接用于诊断，由医师复核。"),
        ],
        conditions: list(&["模型版本更换前书面报告本委员会。", "志愿者撤回同意的，15日内删除其全部数据并书面告知。"]),
        tracking: Some(Tracking { interval: s("12个月"), next: day(2027, 9, 17) }),
        duties: vec![],
        copies: list(&["附属第一医院科研处", "江州市精神卫生中心"]),
        ..decision()
    }
}

pub fn rejection() -> DecisionLetter {
    DecisionLetter {
        imprint: imprint(70, day(2026, 10, 16)),
        case: CaseRef {
            number: s("JZU-AI-2026-0058"), activity: s("宿舍晚归行为预测与预警"), leader: s("沈一帆"), unit: s("学生工作部")
        },
        applicant: s("沈一帆"),
        outcome: Outcome::Reject,
        documents: documents()[..1].to_vec(),
        vote: Some(summary(9, &[], &[("不予批准", 7), ("修改后再审", 2)], 6, "同意不予批准的3×7＝21≥2×9＝18，达到到会委员三分之二")),
        suggestions: vec![],
        resubmit_by: None,
        reasons: vec![
            note("人类福祉", "预期受益不足以说明对全体住宿学生行为的持续监测具有必要性。"),
            note("公平公正", "以晚归作为风险标签，对勤工助学、实验值守的学生形成不利推断，且没有申辩途径。"),
            note("隐私保护", "门禁、消费和网络日志的合并使用超出收集目的，未取得同意。"),
        ],
        ..decision()
    }
}

pub fn simplified() -> DecisionLetter {
    DecisionLetter {
        imprint: imprint(71, day(2026, 10, 20)),
        outcome: Outcome::ApproveRevised,
        procedure: s("简易程序"),
        procedure_reason: s("本活动科技伦理风险发生的可能性和程度不高于日常生活中遇到的常规风险（第十九条第一项）"),
        occasion: s("由林若溪、何静姝两名委员"),
        vote: None,
        documents: documents()[..2].to_vec(),
        suggestions: list(&["在知情同意书中写明数据保存期限。"]),
        resubmit_by: Some(day(2026, 11, 3)),
        tracking: Some(Tracking { interval: s("12个月"), next: day(2027, 10, 19) }),
        ..decision()
    }
}

pub fn minutes() -> Minutes {
    let attendee = |name: &str, category: &str, note: &str| Attendee { name: s(name), category: s(category), note: s(note) };
    Minutes {
        imprint: Imprint { number: Some(s("第7号")), ..imprint(7, day(2026, 9, 18)) },
        meeting: meeting(),
        ended: s("16:48"),
        due: 9,
        present: vec![
            attendee("周秉衡", "技术", ""),
            attendee("林若溪", "伦理", ""),
            attendee("赵启明", "应用", ""),
            attendee("方慎行", "法律", ""),
            attendee("陈思远", "技术", "16:20离会"),
            attendee("艾力·买买提", "技术", "视频"),
            attendee("何静姝", "伦理", ""),
            attendee("欧阳敏", "应用", ""),
        ],
        absent: vec![Absence { name: s("罗晓岚"), reason: s("出庭") }],
        advisers: list(&["段云起（江州大学公共卫生学院）"]),
        secretaries: list(&["许文静"]),
        quorum: s("到会委员不少于5人，技术、应用、伦理、法律四类委员齐全，符合法定人数。"),
        interests: s("主持人询问利益冲突，赵启明声明与第1项申请人系同一课题组，方慎行声明与第4项承担单位签有法律顾问合同，分别回避。"),
        last_minutes: s("会议确认了2026年第6次会议纪要。"),
        reported: list(&["上次会议以来，以简易程序审查5件，均批准。", "应急程序审查1件（JZU-AI-2026-0044），用时31小时，批准。"]),
        items: vec![
            MinutesItem {
                no: 1,
                case: agenda_items()[0].case.clone(),
                kind: s("初次审查"),
                documents: documents()[..2].to_vec(),
                presenter: s("蒋立群"),
                presentation: s("介绍了研究背景、课堂录音的采集范围、说话人分离和脱敏方法，以及结果只向任课教师本人反馈的安排。"),
                questions: vec![Question {
                    question: s("学生不同意录音时怎样处理？"),
                    answer: s("安排无录音班次，或以静音通道剔除，不影响成绩。"),
                }],
                discussion: vec![
                    note("公平公正", "方言和少数民族学生的识别误差应当单独报告，不得据以评价教师。"),
                    note("隐私保护", "录音保存期限应当与论文发表脱钩，最长一年。"),
                ],
                dissent: list(&["一名委员认为应先在一个班级试行。"]),
                recused: vec![Recusal {
                    name: s("赵启明"), reason: s("与申请人系同一课题组"), left_at: s("14:31"), back_at: s("14:52")
                }],
                vote: Some(summary(7, &["赵启明"], &[("批准", 6), ("修改后再审", 1)], 5, "3×6＝18≥2×7＝14，达到三分之二")),
                outcome: s("决定批准。"),
                conditions: list(&["录音原件最长保存一年。"]),
                tracking: Some(Tracking { interval: s("12个月"), next: day(2027, 9, 17) }),
            },
            MinutesItem {
                no: 2,
                case: case(),
                kind: s("初次审查"),
                documents: documents(),
                presenter: s("龚建业"),
                presentation: s("介绍了无感考勤系统的部署范围和公平性评测设计。"),
                questions: vec![],
                discussion: vec![note("", "委员普遍认为等效的非人脸考勤方式不足，误识率没有分组报告。")],
                dissent: vec![],
                recused: vec![],
                vote: Some(summary(8, &[], &[("修改后再审", 6), ("不予批准", 2)], 6, "3×6＝18≥2×8＝16，达到三分之二")),
                outcome: s("决定修改后再审。"),
                conditions: vec![],
                tracking: None,
            },
            MinutesItem {
                no: 4,
                case: uyghur_case(),
                kind: s("修改后再审"),
                documents: vec![],
                presenter: String::new(),
                presentation: String::new(),
                questions: vec![],
                discussion: vec![],
                dissent: vec![],
                recused: vec![Recusal {
                    name: s("方慎行"),
                    reason: s("与承担单位有法律顾问合同"),
                    left_at: s("15:30"),
                    back_at: String::new(),
                }],
                vote: None,
                outcome: s("未审议：方慎行回避后，到会7人中没有法律类委员，不符合第十四条的规定，列入第8次会议。"),
                conditions: vec![],
                tracking: None,
            },
        ],
        other: list(&["秘书通报了第四季度会议安排：10月16日、11月13日、12月18日。"]),
        recorder: s("许文静"),
    }
}

/// A ring and a star in red on clear ground, in place of a real seal.
pub fn seal_png() -> Vec<u8> {
    const SIDE: usize = 500;
    let mut pixels = vec![0_u8; SIDE * SIDE * 4];
    for y in 0..SIDE {
        for x in 0..SIDE {
            let (dx, dy) = (x as f32 - 249.5, y as f32 - 249.5);
            let r = dx.hypot(dy);
            let ring = (224.0..244.0).contains(&r);
            // A five-pointed star: the radius allowed grows towards each point.
            let turn = (dx.atan2(-dy).rem_euclid(std::f32::consts::TAU / 5.0) - std::f32::consts::TAU / 10.0).abs();
            let star = r < 36.0 / (std::f32::consts::TAU / 5.0 - turn).cos().abs().max(0.28) && r < 110.0;
            if ring || star {
                pixels[(y * SIDE + x) * 4..][..4].copy_from_slice(&[205, 20, 30, 235]);
            }
        }
    }
    png_of(SIDE, SIDE, &pixels)
}

/// A curved stroke in place of a signature.
pub fn signature_png() -> Vec<u8> {
    const W: usize = 420;
    const H: usize = 160;
    let mut pixels = vec![0_u8; W * H * 4];
    for i in 0..4000 {
        let t = i as f32 / 4000.0;
        let x = 20.0 + t * 370.0 + 24.0 * (t * 37.0).sin();
        let y = 80.0 + 52.0 * (t * 23.0).cos() * (1.0 - t * 0.6);
        for (ox, oy) in [(0, 0), (1, 0), (0, 1), (1, 1), (2, 1), (1, 2)] {
            let (px, py) = (x as usize + ox, y as usize + oy);
            if px < W && py < H {
                pixels[(py * W + px) * 4..][..4].copy_from_slice(&[10, 10, 30, 255]);
            }
        }
    }
    png_of(W, H, &pixels)
}

fn png_of(width: usize, height: usize, rgba: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, width as u32, height as u32);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(rgba).expect("pixels");
    writer.finish().expect("an end");
    out
}
