//! The rest of the sample papers, and the list of all.

use papers::acceptance_notice::AcceptanceNotice;
use papers::agenda::Agenda;
use papers::annual_report::{AnnualReport, Bars, Chapter, Part, Series, Table};
use papers::appeal_decision::{AppealDecision, Ground};
use papers::appeal_notice::AppealNotice;
use papers::archive_index::{ArchiveEntry, ArchiveIndex};
use papers::ballots::{BallotItem, Ballots};
use papers::conversion_notice::ConversionNotice;
use papers::day_sheet::{DayGroup, DayRow, DaySheet};
use papers::designation_slip::{DesignationSlip, Reviewer};
use papers::extension_notice::ExtensionNotice;
use papers::host_designation::HostDesignation;
use papers::listed_report::ListedReport;
use papers::meeting_notice::MeetingNotice;
use papers::preliminary_opinion::PreliminaryOpinion;
use papers::re_review_conflict::ReReviewConflict;
use papers::re_review_request::{Enclosure, ReReviewRequest};
use papers::recovery_sheet::RecoverySheet;
use papers::refusal_notice::RefusalNotice;
use papers::register::{Column, Register};
use papers::roster::{Roster, RosterRow};
use papers::service_receipt::ServiceReceipt;
use papers::sign_in::{SignIn, SignInRow};
use papers::supplement_notice::{Gap, SupplementNotice};
use papers::suspension::Suspension;
use papers::tally::{NamedVote, Tally, TallyItem};
use papers::tracking_notice::TrackingNotice;
use papers::tracking_opinion::TrackingOpinion;
use papers::why_date::{DayMark, MonthGrid, Step, WhyDate};

use super::*;

/// Every paper under the name of its file.
pub fn all() -> Vec<(&'static str, Paper)> {
    vec![
        ("D03-补正告知书", Paper::SupplementNotice(supplement())),
        ("D04-受理通知书", Paper::AcceptanceNotice(acceptance())),
        ("D05-不予受理通知书", Paper::RefusalNotice(refusal())),
        ("D07-审查委员指定书", Paper::DesignationSlip(designation())),
        ("D08-主持会议指定书", Paper::HostDesignation(host())),
        ("D09-会议通知", Paper::MeetingNotice(notice())),
        ("D10-会议议程", Paper::Agenda(agenda())),
        ("D11-签到表", Paper::SignIn(sign_in())),
        ("D15-表决票", Paper::Ballots(ballots())),
        ("D16-表决统计", Paper::Tally(tally())),
        ("D17-会议纪要", Paper::Minutes(minutes())),
        ("D18-初步审查意见", Paper::PreliminaryOpinion(preliminary())),
        ("D19-决定书-修改后再审", Paper::DecisionLetter(decision())),
        ("D19-决定书-批准", Paper::DecisionLetter(approval())),
        ("D19-决定书-不予批准", Paper::DecisionLetter(rejection())),
        ("D19-决定书-简易", Paper::DecisionLetter(simplified())),
        ("D20-延长告知书", Paper::ExtensionNotice(extension())),
        ("D21-转一般程序", Paper::ConversionNotice(conversion())),
        ("D22-专家复核函", Paper::ReReviewRequest(re_review())),
        ("D41-清单活动报告", Paper::ListedReport(listed_report())),
        ("D22-复核回避函", Paper::ReReviewConflict(re_review_conflict())),
        ("D25-送达回证", Paper::ServiceReceipt(receipt())),
        ("D26-申诉受理", Paper::AppealNotice(appeal_notice())),
        ("D27-申诉处理", Paper::AppealDecision(appeal_decision())),
        ("D28-跟踪通知", Paper::TrackingNotice(tracking_notice())),
        ("D30-跟踪意见", Paper::TrackingOpinion(tracking_opinion())),
        ("D32-暂停决定", Paper::Suspension(suspension())),
        ("D40-年度报告", Paper::AnnualReport(annual_report())),
        ("D44-卷内目录", Paper::ArchiveIndex(archive())),
        ("委员名册", Paper::Roster(roster())),
        ("恢复单", Paper::RecoverySheet(recovery())),
        ("今日日程单", Paper::DaySheet(day_sheet())),
        ("时限计算说明", Paper::WhyDate(why_date())),
        ("登记簿", Paper::Register(register())),
    ]
}

fn supplement() -> SupplementNotice {
    let gap =
        |item: &str, basis: &str, lacking: &str, cure: &str| Gap { item: s(item), basis: s(basis), lacking: s(lacking), cure: s(cure) };
    SupplementNotice {
        imprint: imprint(58, day(2026, 9, 3)),
        case: long_case(),
        applicant: s("䶮㛃𬭎"),
        received: day(2026, 8, 31),
        gaps: vec![
            gap(
                "数据来源与获取方式",
                "第十二条第一项",
                "实施方案第3.2节只写“公开数据”，没有写明数据集名称、许可和采集时间。",
                "请逐个数据集补充来源、许可证和版本。",
            ),
            gap(
                "科技伦理风险监测预警措施",
                "第十二条第二项",
                "风险评估报告缺少监测指标、阈值和责任人。",
                "请补充监测方案，写明触发停用的条件。",
            ),
            gap(
                "相关机构合法资质材料",
                "第十二条第一项",
                "合作单位长三角智运物流有限公司的道路测试许可已于2026年7月31日到期。",
                "请提交续期后的许可或者续期受理凭证。",
            ),
            gap("遵守科技伦理和科研诚信承诺书", "第十二条第三项", "缺项目参与人员签名。", "请由全体参与人员签名后提交原件。"),
        ],
        due: Some(day(2026, 9, 17)),
        basis: s(M13),
        remark: String::new(),
    }
}

fn acceptance() -> AcceptanceNotice {
    AcceptanceNotice {
        imprint: imprint(55, day(2026, 8, 26)),
        case: case(),
        applicant: s("龚建业"),
        received: day(2026, 8, 24),
        accepted: day(2026, 8, 26),
        accepted_time: String::new(),
        procedure: s("一般程序"),
        procedure_reason: s("涉及未成年人人脸信息，科技伦理风险高于日常生活中遇到的常规风险"),
        form: s("现场与视频结合的会议审查"),
        due: day(2026, 9, 25),
        due_working: s("自受理之日起30日，受理当日不计"),
        due_hours: String::new(),
        listing: s("经判断，本活动不属于《需要开展科技伦理专家复核的人工智能科技活动清单》所列活动。"),
        re_review: false,
        basis: s(M13),
        remark: String::new(),
    }
}

fn refusal() -> RefusalNotice {
    RefusalNotice {
        imprint: imprint(41, day(2026, 6, 5)),
        case: CaseRef {
            number: s("收2026-0038"), activity: s("水稻病害图像识别算法比较"), leader: s("叶知秋"), unit: s("农学院")
        },
        applicant: s("叶知秋"),
        received: day(2026, 6, 3),
        decided: day(2026, 6, 5),
        reasons: list(&[
            "本活动使用公开的植物图像，不涉及人的尊严、公共秩序、生命健康、生态环境、可持续发展等方面的科技伦理风险挑战，不属于《人工智能科技伦理审查与服务办法（试行）》第二条所列范围。",
        ]),
        instead: s("研究内容发生变化、可能带来上述风险的，请重新提出申请。"),
        objection: s("对本通知有异议的，可以向本委员会书面反映。"),
        basis: s(M13),
    }
}

fn designation() -> DesignationSlip {
    let r = |name: &str, category: &str| Reviewer {
        name: s(name),
        category: s(category),
        interests: s("经核查，与申请人和承担单位无利益冲突"),
    };
    DesignationSlip {
        imprint: imprint(49, day(2026, 8, 10)),
        case: case(),
        ground: s("科技伦理风险发生的可能性和程度不高于日常生活中遇到的常规风险（第十九条第一项）"),
        reviewers: vec![r("林若溪", "伦理"), r("艾力·买买提", "技术")],
        opinions_by: Some(day(2026, 8, 17)),
        chair: s("周秉衡"),
        basis: s("《人工智能科技伦理审查与服务办法（试行）》第二十条"),
    }
}

fn host() -> HostDesignation {
    HostDesignation {
        imprint: imprint(72, day(2026, 10, 9)),
        vice_chair: s("林若溪"),
        meeting: s("2026年第8次会议（2026年10月16日）"),
        items: String::new(),
        reason: s("主任委员周秉衡10月16日出国参加学术会议"),
        chair: s("周秉衡"),
        basis: s("《人工智能科技伦理审查与服务办法（试行）》第十四条"),
    }
}

fn notice() -> MeetingNotice {
    MeetingNotice {
        imprint: imprint(59, day(2026, 9, 10)),
        meeting: meeting(),
        addressee: s("艾力·买买提"),
        role: s("委员"),
        items: agenda_items(),
        access: s("会议材料已放入阅会包，口令另行电话告知。"),
        reply_by: Some(day(2026, 9, 14)),
        remark: String::new(),
        reply_slip: true,
    }
}

fn agenda() -> Agenda {
    Agenda {
        imprint: form("JZ-H7-1"),
        meeting: meeting(),
        due: 9,
        items: agenda_items(),
        reported: list(&["简易程序审查5件，均批准。", "应急程序审查1件（JZU-AI-2026-0044），批准。"]),
        last_minutes: s("2026年第6次会议纪要"),
        other: list(&["第四季度会议安排。"]),
    }
}

fn sign_in() -> SignIn {
    let rows = members()
        .into_iter()
        .map(|(name, gender, _, category, unit, external)| SignInRow {
            name: s(name),
            gender: s(gender),
            category: s(category),
            unit: s(unit),
            external,
            ..SignInRow::default()
        })
        .collect();
    SignIn {
        imprint: form("JZ-H7-2"),
        meeting: meeting(),
        members: rows,
        advisers: vec![SignInRow {
            name: s("段云起"),
            gender: s("男"),
            category: s("公卫"),
            unit: s("公共卫生学院"),
            ..SignInRow::default()
        }],
        secretaries: vec![SignInRow {
            name: s("许文静"),
            gender: s("女"),
            category: s("秘书"),
            unit: s("科研处伦理办公室"),
            ..SignInRow::default()
        }],
        applicants: agenda_items()
            .iter()
            .map(|i| SignInRow {
                name: i.case.leader.clone(),
                category: i.no.to_string(),
                unit: i.case.unit.clone(),
                ..SignInRow::default()
            })
            .collect(),
    }
}

fn ballots() -> Ballots {
    let options = list(&["批准", "修改后批准", "修改后再审", "不予批准", "弃权"]);
    let item = |no: u32, case: CaseRef, kind: &str, voters: &[&str]| BallotItem {
        no,
        case,
        kind: s(kind),
        version: s("实施方案V1.2（2026年8月20日）等12份材料"),
        options: options.clone(),
        voters: list(voters),
    };
    Ballots {
        imprint: form("JZ-H7-3"),
        meeting: meeting(),
        signed: true,
        items: vec![item(2, case(), "初次审查", &["周秉衡", "林若溪", "艾力·买买提"]), item(3, long_case(), "初次审查", &["欧阳敏"])],
    }
}

fn tally() -> Tally {
    let named = |n: &str, c: &str, v: &str, r: &str| NamedVote { name: s(n), category: s(c), vote: s(v), reason: s(r) };
    Tally {
        imprint: form("JZ-H7-4"),
        meeting: meeting(),
        items: vec![
            TallyItem {
                no: 1,
                case: agenda_items()[0].case.clone(),
                kind: s("初次审查"),
                due: 9,
                attending: 7,
                recused: vec![Recusal { name: s("赵启明"), reason: s("与申请人系同一课题组"), ..Recusal::default() }],
                absent: vec![Absence { name: s("罗晓岚"), reason: s("出庭") }],
                votes: votes(&[("批准", 6), ("修改后再审", 1)]),
                needed: 5,
                arithmetic: s("3×6＝18≥2×7＝14，已达到三分之二；连回避的一并计算，18≥16，也已达到"),
                outcome: s("批准"),
                named: vec![
                    named("周秉衡", "技术", "批准", ""),
                    named("林若溪", "伦理", "批准", ""),
                    named("方慎行", "法律", "批准", ""),
                    named("陈思远", "技术", "批准", ""),
                    named("艾力·买买提", "技术", "修改后再审", "应补充方言样本"),
                    named("何静姝", "伦理", "批准", ""),
                    named("欧阳敏", "应用", "批准", ""),
                ],
            },
            TallyItem {
                no: 3,
                case: long_case(),
                kind: s("初次审查"),
                due: 9,
                attending: 5,
                votes: votes(&[("批准", 3), ("修改后再审", 2)]),
                needed: 4,
                arithmetic: s("批准3×3＝9＜2×5＝10，修改后再审3×2＝6＜10，都没有达到"),
                outcome: s("未形成决定"),
                ..TallyItem::default()
            },
            TallyItem {
                no: 4,
                case: uyghur_case(),
                kind: s("修改后再审"),
                due: 9,
                attending: 7,
                recused: vec![Recusal { name: s("方慎行"), reason: s("法律顾问合同"), ..Recusal::default() }],
                arithmetic: s("到会7人中没有法律类委员，不符合第十四条"),
                outcome: s("未审议"),
                ..TallyItem::default()
            },
        ],
        tellers: list(&["许文静", "何静姝"]),
    }
}

fn preliminary() -> PreliminaryOpinion {
    PreliminaryOpinion {
        imprint: imprint(64, day(2026, 9, 18)),
        case: long_case(),
        addressee: s("江东省科学技术厅"),
        accepted: day(2026, 9, 1),
        reviewed: day(2026, 9, 18),
        occasion: s("本委员会2026年第7次会议"),
        list_item: s("第三项，面向存在安全、人身健康风险等场景的具有高度自主能力的自动化决策系统的研发"),
        list_version: s("2026年3月20日版"),
        documents: documents(),
        risks: vec![
            note("可控可信", "恶劣天气下感知退化，编队车辆可能出现连锁制动失效；开放道路的极端情况难以穷尽。"),
            note("责任可追溯", "编队头车与跟随车的决策责任划分应当有完整日志支持。"),
        ],
        controls: list(&[
            "全程安全员值守，任一车辆置信度低于阈值即解除编队。",
            "每日上传车端日志，保存不少于三年。",
            "雨雪雾能见度低于200米时停止测试。",
        ]),
        legality: s("申请材料齐全，已取得道路测试许可，数据采集和出境符合法律法规的规定。"),
        reasonableness: s("具有技术发展需要，风险防控措施与风险程度相适应，符合我国实际。"),
        vote: Some(summary(8, &[], &[("初步审查通过", 7), ("修改后再审", 1)], 6, "3×7＝21≥2×8＝16，达到到会委员三分之二")),
        conclusion: s("同意通过初步审查，请承担单位申请开展专家复核。"),
        basis: s("《人工智能科技伦理审查与服务办法（试行）》第二十二条"),
        signer: s("主任委员"),
    }
}

fn extension() -> ExtensionNotice {
    ExtensionNotice {
        imprint: imprint(65, day(2026, 9, 18)),
        case: CaseRef {
            number: s("JZU-AI-2026-0054"),
            activity: s("司法文书智能摘要系统的偏差评测"),
            leader: s("叶知秋"),
            unit: s("法学院"),
        },
        applicant: s("叶知秋"),
        accepted: day(2026, 9, 2),
        original_due: day(2026, 10, 2),
        reason_kind: s("情况复杂"),
        reason: s("第7次会议审议时，有委员依规定回避，到会委员中没有法律类委员，不能审议和表决，须列入下次会议。"),
        new_due: day(2026, 10, 23),
        next_step: s("本申请列入2026年10月16日召开的第8次会议，届时请到会汇报。"),
        basis: s("《人工智能科技伦理审查与服务办法（试行）》第十六条"),
    }
}

fn conversion() -> ConversionNotice {
    ConversionNotice {
        imprint: imprint(47, day(2026, 7, 20)),
        case: case(),
        applicant: s("龚建业"),
        accepted: day(2026, 7, 10),
        converted: day(2026, 7, 20),
        reason: s("两名审查委员意见不一致"),
        due: day(2026, 8, 9),
        next_step: s("本申请列入第6次会议审议。"),
        basis: s("《人工智能科技伦理审查与服务办法（试行）》第二十条第二款"),
    }
}

fn re_review() -> ReReviewRequest {
    let e = |name: &str, pages: &str| Enclosure { name: s(name), pages: s(pages) };
    ReReviewRequest {
        imprint: Imprint { number: Some(s("江大函〔2026〕118号")), ..imprint(118, day(2026, 9, 24)) },
        case: long_case(),
        authority: s("江东省科学技术厅"),
        list_item: s("第三项"),
        opinion_number: s("江大智伦〔2026〕64号"),
        opinion_date: day(2026, 9, 18),
        reviewed: day(2026, 9, 18),
        partners: list(&["长三角智运物流有限公司"]),
        basis: s("《人工智能科技伦理审查与服务办法（试行）》第二十二条、第二十三条"),
        routing: s("我单位为省属高等学校，且为牵头单位，故报请你厅组织复核。"),
        package: vec![
            e("科技活动概况", "第1—6页"),
            e("实施方案、风险防控与应急处理预案", "第7—58页"),
            e("相关机构资质、人员与经费材料", "第59—83页"),
            e("知情同意与数据来源证明", "第84—97页"),
            e("承诺书", "第98页"),
            e("初步审查意见及表决记录摘录", "第99—104页"),
        ],
    }
}

fn listed_report() -> ListedReport {
    let text = |t: &str| Part::Text { text: s(t) };
    ListedReport {
        imprint: imprint(9, day(2027, 3, 12)),
        year: 2026,
        as_of: day(2026, 12, 31),
        addressee: s("江州大学"),
        chapters: vec![
            Chapter { title: s("概况"), parts: vec![text("本年度在实施的清单活动1项，其中本年度批准1项。")] },
            Chapter {
                title: s("各项活动实施情况"),
                parts: vec![
                    Part::Heading { text: s("自动驾驶人机共驾接管研究") },
                    text("2026年10月8日批准，复核意见江东科复〔2026〕31号（同意）。2026年10月20日在国家平台登记。"),
                ],
            },
        ],
    }
}

fn re_review_conflict() -> ReReviewConflict {
    ReReviewConflict {
        imprint: Imprint { number: Some(s("江大函〔2026〕121号")), ..imprint(121, day(2026, 9, 28)) },
        case: long_case(),
        authority: s("江东省科学技术厅"),
        sent: day(2026, 9, 24),
        request_number: s("江大函〔2026〕118号"),
        body: s("江州科技伦理服务中心"),
        members: list(&["方慎行（现任委员）", "孟广平（2021年3月至2024年3月任委员）"]),
        basis: s("《人工智能科技伦理审查与服务办法（试行）》第十一条"),
    }
}

fn receipt() -> ServiceReceipt {
    ServiceReceipt {
        imprint: form("JZ-62-S"),
        case: case(),
        document_title: s("科技伦理审查决定书"),
        document_number: s("江大智伦〔2026〕62号"),
        copies: 1,
        addressee: s("龚建业（计算机科学与技术学院）"),
        address: s("江州大学行政楼405室"),
        ways: list(&["直接送交", "邮寄", "电子邮件", "留置"]),
        way: s("直接送交"),
        served_at: String::new(),
        receiver: String::new(),
        server: s("许文静"),
        remark: String::new(),
        appeal_note: String::new(),
    }
}

fn appeal_notice() -> AppealNotice {
    AppealNotice {
        imprint: imprint(73, day(2026, 9, 25)),
        case: case(),
        applicant: s("龚建业"),
        accepted: true,
        appeal_received: day(2026, 9, 23),
        decision_number: s("江大智伦〔2026〕62号决定书"),
        served: day(2026, 9, 20),
        last_day: day(2026, 9, 23),
        reason: s("申诉在期限内提出。"),
        decide_by: Some(day(2026, 10, 12)),
        basis: s("《人工智能科技伦理审查与服务办法（试行）》第十六条第二款"),
    }
}

fn appeal_decision() -> AppealDecision {
    AppealDecision {
        imprint: imprint(76, day(2026, 10, 10)),
        case: case(),
        applicant: s("龚建业"),
        decision_number: s("江大智伦〔2026〕62号决定书"),
        decision_date: day(2026, 9, 18),
        appeal_received: day(2026, 9, 23),
        reviewed: day(2026, 10, 10),
        occasion: s("本委员会临时会议"),
        grounds: vec![
            Ground {
                ground: s("已在8月20日版方案附录B中给出分组误识率。"),
                finding: s("附录B只有性别分组，缺肤色和是否戴眼镜的分组，该理由部分成立。"),
            },
            Ground {
                ground: s("校园卡考勤即为等效方式。"), finding: s("方案未写明校园卡考勤与人脸考勤同等有效，该理由不成立。")
            },
        ],
        vote: Some(summary(8, &[], &[("维持", 7), ("重新决定", 1)], 6, "3×7＝21≥2×8＝16，达到到会委员三分之二")),
        redecided: false,
        result: s("维持江大智伦〔2026〕62号决定书。"),
        effect: s("原决定书继续有效。请按其中的修改建议提交修改后的材料。"),
        basis: s("《人工智能科技伦理审查与服务办法（试行）》第十六条第二款"),
        signer: s("主任委员"),
    }
}

fn tracking_notice() -> TrackingNotice {
    TrackingNotice {
        imprint: imprint(52, day(2026, 8, 14)),
        case: CaseRef {
            number: s("JZU-AI-2026-0022"),
            activity: s("脑机融合的抑郁干预系统研发"),
            leader: s("卢海棠"),
            unit: s("附属第一医院"),
        },
        leader: s("卢海棠"),
        decision_number: s("江大智伦〔2026〕21号决定书"),
        decision_date: day(2026, 3, 27),
        period_from: day(2026, 3, 27),
        period_to: day(2026, 9, 25),
        due: day(2026, 9, 25),
        submit_by: day(2026, 9, 4),
        materials: list(&[
            "科技活动实施情况和方案调整情况；",
            "科技伦理风险防控措施的执行情况；",
            "风险变化及对参与者的影响；",
            "日志、不良事件和投诉记录摘要。",
        ]),
        basis: s("《人工智能科技伦理审查与服务办法（试行）》第十七条、第二十五条"),
    }
}

fn tracking_opinion() -> TrackingOpinion {
    TrackingOpinion {
        imprint: imprint(68, day(2026, 9, 18)),
        case: CaseRef {
            number: s("JZU-AI-2026-0022-T01"),
            activity: s("脑机融合的抑郁干预系统研发"),
            leader: s("卢海棠"),
            unit: s("附属第一医院"),
        },
        leader: s("卢海棠"),
        reviewed: day(2026, 9, 18),
        procedure: s("一般程序"),
        occasion: s("第7次会议"),
        period_from: day(2026, 3, 27),
        period_to: day(2026, 9, 17),
        documents: documents()[..2].to_vec(),
        findings: vec![note("可控可信", "没有发生非计划停机，刺激参数均在批准范围内。"), note("隐私保护", "脑电原始数据已本地加密。")],
        vote: Some(summary(7, &["赵启明"], &[("继续实施", 7)], 5, "3×7＝21≥2×7＝14，达到到会委员三分之二")),
        conclusion: s("继续实施"),
        requirements: list(&["入组人数超过80人前再次报告。"]),
        next_due: Some(day(2027, 3, 17)),
        appeal: None,
        basis: s("《人工智能科技伦理审查与服务办法（试行）》第十七条、第二十五条"),
        signer: s("主任委员"),
    }
}

fn suspension() -> Suspension {
    Suspension {
        imprint: imprint(80, day(2026, 11, 6)),
        case: CaseRef {
            number: s("JZU-AI-2025-0019"),
            activity: s("老年陪伴机器人情感依赖研究"),
            leader: s("唐砚秋"),
            unit: s("社会学院"),
        },
        leader: s("唐砚秋"),
        ends: false,
        decided: day(2026, 11, 6),
        occasion: s("本委员会临时会议"),
        facts: list(&["2026年10月28日，两名参与者在机器人停用后出现明显焦虑，家属向本委员会投诉。", "方案规定的过渡期心理支持没有提供。"]),
        scope: s("本活动中涉及新参与者入组和机器人撤出的部分"),
        effective: s("自送达之日"),
        measures: list(&["立即停止新参与者入组。", "7日内为全部在组参与者安排心理评估。", "封存机器人交互日志，不得删改。"]),
        resumption: s("完成上述措施并提交整改报告，经本委员会审查同意后恢复。"),
        vote: Some(summary(7, &[], &[("暂停", 7)], 5, "3×7＝21≥2×7＝14，达到到会委员三分之二")),
        appeal: Some(s("3个工作日")),
        basis: s("《人工智能科技伦理审查与服务办法（试行）》第十七条"),
        signer: s("主任委员"),
        copies: list(&["社会学院", "科研处"]),
    }
}

fn table(caption: &str, heads: &[&str], rows: &[&[&str]], total: bool) -> Part {
    Part::Table(Table { caption: s(caption), heads: list(heads), rows: rows.iter().map(|r| list(r)).collect(), total, ..Table::default() })
}

fn text(t: &str) -> Part {
    Part::Text { text: s(t) }
}

pub fn annual_report() -> AnnualReport {
    let chapter = |title: &str, parts: Vec<Part>| Chapter { title: s(title), parts };
    let cases: Vec<Vec<String>> = (1..=62)
        .map(|i| {
            vec![
                format!("JZU-AI-2026-{i:04}"),
                s(["课堂话语自动分析与教学质量评价", "校园车辆轨迹预测", "手术视频智能质控", "招生咨询对话系统"][i % 4]),
                s(["蒋立群", "马会宁", "艾力·买买提", "欧阳敏"][i % 4]),
                s(["一般", "简易"][i % 2]),
                s(["批准", "修改后再审", "批准", "不予批准"][i % 4]),
            ]
        })
        .collect();
    AnnualReport {
        imprint: Imprint { number: Some(s("江大智伦〔2027〕3号")), ..imprint(3, day(2027, 1, 12)) },
        year: 2026,
        as_of: day(2026, 12, 31),
        counting_rule: s("审查件数按决定日期计入年度，尚未决定的按受理日期计入。"),
        addressee: s("江州大学"),
        chapters: vec![
            chapter(
                "单位与委员会概况",
                vec![
                    text(
                        "江州大学人工智能科技伦理委员会于2024年3月15日设立，2026年12月31日在任委员9人，其中男5人、女4人，技术类3人、应用类2人、伦理类2人、法律类2人，非本单位委员2人。",
                    ),
                    Part::Heading { text: s("工作条件") },
                    text("配备专职秘书1人、办公场所1处，年度经费28万元。"),
                ],
            ),
            chapter("制度建设", vec![text("修订《简易程序审查工作规程》和《应急审查标准操作规程》，新制定《利益冲突管理办法》。")]),
            chapter("咨询与风险评估指导", vec![text("提供适用范围咨询41次，开展科技伦理风险评估指导6场。")]),
            chapter(
                "审查情况",
                vec![
                    text("2026年收到申请62件，受理52件，不予受理4件，撤回1件，待补正2件，待形式审查3件。按轮次计受理98件次。"),
                    table(
                        "表1　受理情况（件次）",
                        &["程序", "初次", "再审", "变更", "跟踪", "合计"],
                        &[
                            &["一般程序", "34", "6", "3", "4", "47"],
                            &["简易程序", "17", "0", "6", "27", "50"],
                            &["应急程序", "1", "0", "0", "0", "1"],
                            &["合计", "52", "6", "9", "31", "98"],
                        ],
                        true,
                    ),
                    table(
                        "表2　决定情况（件次）",
                        &["年度", "批准、继续", "修改后再审", "不予批准", "暂停", "合计", "在审"],
                        &[&["2026年", "71", "9", "3", "1", "84", "14"], &["2025年", "58", "7", "2", "0", "67", "11"]],
                        false,
                    ),
                    Part::Bars(Bars {
                        caption: s("图1　各类决定件次"),
                        unit: s("件次"),
                        groups: list(&["批准、继续", "修改后再审", "不予批准", "暂停"]),
                        series: vec![
                            Series { name: s("2026年"), values: vec![71.0, 9.0, 3.0, 1.0] },
                            Series { name: s("2025年"), values: vec![58.0, 7.0, 2.0, 0.0] },
                        ],
                    }),
                    text("受理至决定平均18.6日，最长37日；30日内作出决定82件次，占97.6%，其余2件次均在期限届满前延长并告知申请人。"),
                    Part::Bars(Bars {
                        caption: s("图2　各月受理至决定平均用时"),
                        unit: s("日"),
                        groups: (1..=12).map(|m| format!("{m}月")).collect(),
                        series: vec![Series {
                            name: s("平均用时"),
                            values: vec![17.2, 16.0, 21.4, 19.9, 18.0, 17.5, 22.3, 24.1, 18.6, 15.2, 16.8, 17.0],
                        }],
                    }),
                ],
            ),
            chapter("复核清单活动", vec![text("判断列入清单3件，均已报请专家复核；收到复核意见2件，据此作出决定2件。")]),
            chapter("跟踪审查", vec![text("应完成跟踪审查31件次，按期完成30件次，逾期1件次；暂停1件，无终止。")]),
            chapter("申诉", vec![text("收到申诉2件，均在期限内，维持原决定1件，7个工作日内重新作出决定1件。")]),
            chapter("结果互认与委托审查", vec![text("互认外单位审查结果2件。")]),
            chapter("培训", vec![Part::List { items: list(&["外派培训4人次；", "校内培训3场，312人次。"]) }]),
            chapter("投诉举报与违规处理", vec![text("收到举报1件，核查后转有关部门处理。")]),
            chapter("登记与更新", vec![text("委员会信息变更后30日内在国家科技伦理管理信息登记平台更新2次。")]),
            chapter("质量控制与监督", vec![text("抽查卷宗20件，发现缺送达回证1件，已补。")]),
            chapter("问题与建议", vec![text("法律类委员偏少，回避后容易不符合法定人数，建议增聘。")]),
            chapter("下年度计划", vec![text("增聘法律类委员1人；完善跟踪审查台账。")]),
        ],
        annexes: vec![
            Chapter {
                title: s("委员名单"),
                parts: vec![Part::Table(Table {
                    heads: list(&["姓名", "性别", "单位", "职务", "类别"]),
                    rows: members().into_iter().map(|(n, g, r, c, u, _)| list(&[n, g, u, r, c])).collect(),
                    ..Table::default()
                })],
            },
            Chapter {
                title: s("审查案件清单"),
                parts: vec![Part::Table(Table {
                    caption: s("2026年审查案件"),
                    heads: list(&["案号", "活动名称", "负责人", "程序", "决定"]),
                    rows: cases,
                    note: s("按案号排列。"),
                    ..Table::default()
                })],
            },
        ],
    }
}

fn archive() -> ArchiveIndex {
    let e = |number: &str, author: &str, title: &str, date: NaiveDate, pages: &str| ArchiveEntry {
        title: s(title),
        number: s(number),
        author: s(author),
        date: Some(date),
        pages: s(pages),
        note: String::new(),
    };
    let c = "本委员会";
    ArchiveIndex {
        imprint: form("JZ-A-0050"),
        case: case(),
        box_no: s("2026-07"),
        retention: s("30年"),
        entries: vec![
            e("", "龚建业", "科技伦理审查申请书及全部材料", day(2026, 8, 24), "1-86"),
            e("江大智伦〔2026〕55号", c, "科技伦理审查受理通知书", day(2026, 8, 26), "87-88"),
            e("", c, "会议通知、议程、签到表", day(2026, 9, 18), "89-96"),
            e("", c, "表决票（8张）、表决结果统计表", day(2026, 9, 18), "97-106"),
            e("第7号", c, "2026年第7次会议纪要（摘录）", day(2026, 9, 18), "107-109"),
            e("江大智伦〔2026〕62号", c, "科技伦理审查决定书", day(2026, 9, 18), "110-112"),
            e("", c, "送达回证", day(2026, 9, 20), "113"),
        ],
        total_pages: 113,
        compiled_by: s("许文静"),
    }
}

fn roster() -> Roster {
    Roster {
        imprint: form("JZ-R-1"),
        as_of: day(2026, 9, 18),
        members: members()
            .into_iter()
            .map(|(name, gender, role, category, unit, external)| RosterRow {
                name: s(name),
                gender: s(gender),
                role: s(role),
                category: s(category),
                unit: s(unit),
                external,
                title: s("教授"),
                from: day(2024, 3, 15),
                to: day(2029, 3, 14),
            })
            .collect(),
        statement: s(
            "共9人，男5人、女4人；技术类3人、应用类2人、伦理类2人、法律类2人；非本单位2人。组成符合《人工智能科技伦理审查与服务办法（试行）》第十条、《科技伦理审查办法（试行）》第七条的规定。",
        ),
    }
}

fn recovery() -> RecoverySheet {
    let groups = "5B1D 8F02 7C4E 1AA7 0D39 E4C0 A61D B2F8 03F9 55C1 90E2 77B2 C8D4 2FB8 61A0 9D0C";
    RecoverySheet {
        made_at: s("2026年5月11日9:40"),
        made_by: s("许文静"),
        groups: groups.split(' ').map(s).collect(),
        checksum: s("K7"),
        file: s("江州大学.lunshen，编号7f3c-19e0"),
        without_program: list(&["把上面16组连写成64个十六进制字符，作为恢复密钥。", "用通用的SQLCipher 4工具按数据文件旁的说明打开。"]),
    }
}

fn day_sheet() -> DaySheet {
    let row = |due: &str, what: &str, who: &str, article: &str| DayRow { due: s(due), what: s(what), who: s(who), article: s(article) };
    DaySheet {
        date: day(2026, 9, 17),
        weekday: s("星期四"),
        secretary: s("许文静"),
        summary: s("1件逾期，3件今天到期；明天14:00第7次会议，第5项现在还开不成。"),
        groups: vec![
            DayGroup {
                title: s("逾期"), rows: vec![row("逾期7天", "跟踪审查报告未交，发催办函", "2025-0019 唐砚秋", "第十七条")]
            },
            DayGroup {
                title: s("今天到期"),
                rows: vec![
                    row("9月17日", "形式审查，决定是否受理", "2026-0061 沈一帆", "第十三条"),
                    row("9月17日", "补正材料到期", "2026-0057 叶知秋", "第十三条"),
                    row("9月17日24:00", "申诉期届满", "2026-0046 韩雪梅", "第十六条"),
                ],
            },
            DayGroup {
                title: s("等待他人"),
                rows: vec![row("9月27日", "专家复核意见（省科技厅8月28日收到）", "2026-0041 䶮㛃𬭎", "第二十三条")],
            },
        ],
        meeting: s("第7次会议：9月18日14:00，行政楼405会议室，8项，罗晓岚请假。"),
    }
}

fn why_date() -> WhyDate {
    let step = |l: &str, t: &str| Step { label: s(l), text: s(t) };
    let mark =
        |day: u32, sign: &str, note: &str, count: Option<u32>| DayMark { day, sign: s(sign), note: s(note), count, last: count == Some(3) };
    let mut marks = vec![mark(13, "", "送达", None), mark(14, "班", "", Some(1))];
    marks.extend((15..=23).map(|d| {
        mark(
            d,
            "休",
            if d == 16 {
                "除夕"
            } else if d == 17 {
                "春节"
            } else {
                "不计"
            },
            None,
        )
    }));
    marks.extend([mark(24, "", "", Some(2)), mark(25, "", "", Some(3)), mark(28, "班", "", None)]);
    WhyDate {
        case: Some(CaseRef { number: s("JZU-AI-2026-0006"), ..case() }),
        subject: s("申诉期限的最后一日"),
        day: s("2026年2月25日"),
        sentence: s(
            "决定书2月13日送达，当日不计。第1个工作日是2月14日（周六，调休上班）；2月15日至23日春节放假9天不计；第2、第3个工作日是24日、25日。2月25日24:00届满。",
        ),
        steps: vec![
            step("起点", "2026年2月13日，面交，钟启明签收。"),
            step("期限", "3个工作日。送达时依本委员会章程第二十一条；2026年3月20日起依《办法》第十六条。"),
            step("数法", "开始的当日不计（参照民法典第二百零一条）。工作日含调休上班日，不含放假日。"),
            step("日历", "国办发明电〔2025〕7号，2026年放假安排，2025年11月6日导入。"),
            step("停、延", "没有中止，没有延长。"),
        ],
        months: vec![MonthGrid { year: 2026, month: 2, marks }],
        compare: s("同一个春节，决定期限这样数：1月22日受理，当日不计，加30日，为2月21日（周六，假期内）。放假照样计入。"),
        printed: s("2026年9月17日"),
    }
}

pub fn register() -> Register {
    let c = |head: &str, width: f32, numeric: bool| Column { head: s(head), width, numeric };
    Register {
        title: s("在办案件登记簿"),
        subtitle: s("江州大学人工智能科技伦理委员会　2026年9月17日　24件"),
        columns: vec![
            c("案号", 0.0, false),
            c("活动名称", 0.0, false),
            c("负责人", 0.0, false),
            c("单位", 0.0, false),
            c("程序", 0.0, false),
            c("受理", 0.0, false),
            c("到期", 0.0, false),
            c("余（天）", 0.0, true),
        ],
        rows: (1..=24)
            .map(|i| {
                let case = [case(), long_case(), uyghur_case()][i % 3].clone();
                vec![
                    format!("JZU-AI-2026-{:04}", 30 + i),
                    case.activity,
                    case.leader,
                    case.unit,
                    s("一般"),
                    s("9月1日"),
                    s("10月1日"),
                    (i % 30).to_string(),
                ]
            })
            .collect(),
        note: s("按到期日排列。"),
        portrait: false,
    }
}
