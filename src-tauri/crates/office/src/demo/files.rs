//! Attachments of the demo that are real PDFs: the plan with the consent form and the statement on data in it, and the
//! undertaking. So a packet of the demo has something to merge; the other files are words under a name.

use measures::Date;
use papers::typed::Typed;

/// The words of a file of this name, when it is one of those that are set.
pub(super) fn of(file: &str, title: &str, leader: &str, department: &str, dated: Date) -> Option<Typed> {
    let under = vec![format!("{department}　{leader}"), format!("{}", measures::say::zh_date(dated))];
    let p = |s: &str| s.replace("{题}", title).replace("{人}", leader).replace("{院}", department);
    let section = |heading: &str, paras: &[&str]| (heading.to_string(), paras.iter().map(|s| p(s)).collect::<Vec<_>>());
    match file {
        "实施方案.pdf" => Some(Typed {
            title: format!("{title}实施方案"),
            under,
            sections: vec![
                section(
                    "一、研究目的",
                    &[
                        "研究{题}的方法与边界，服务教学、医疗和公共服务，并弄清它在什么情况下会出错、出错时由谁发现和纠正。",
                        "本项目不以替代人的决定为目的：系统的输出只作参考，决定由有资质的人员作出并负责。",
                    ],
                ),
                section(
                    "二、技术路线",
                    &[
                        "基于深度神经网络，输出附置信度与依据；置信度低于阈值的，系统不给结论，转人工处理。",
                        "训练、验证和测试数据按采集单位划分，避免同一来源的数据同时进入训练和测试。分组报告不同性别、年龄段的误差。",
                        "模型、数据和参数的每一版都有编号和留痕，日志保存六个月，可以追溯到每一次输出所用的版本。",
                    ],
                ),
                section(
                    "三、实施步骤",
                    &[
                        "第一阶段（三个月）：整理数据，完成去标识，建立基线。",
                        "第二阶段（六个月）：训练和内部测试，邀请不参与研发的人员试用并记录意见。",
                        "第三阶段（三个月）：小范围试运行，每周检查误判，达到停止条件即停。",
                    ],
                ),
                section(
                    "四、风险与措施",
                    &[
                        "误判影响个人：全部结果经人工复核后方可使用；对当事人的异议三个工作日内答复。",
                        "偏差：按性别、年龄段和来源分组检查，差异超过五个百分点的，查明原因前不进入下一阶段。",
                        "数据泄露：原始数据不出采集单位，研究用的数据在校内隔离环境里使用，访问逐次登记。",
                    ],
                ),
                section(
                    "※附一　知情同意书（样本）",
                    &[
                        "您好。我们是{院}的研究人员，正在进行“{题}”的研究，负责人是{人}。请您在决定是否参加以前读完这一页，有不明白的随时问。",
                        "需要您做什么：同意我们使用您在服务过程中形成的、已经去除姓名和证件号码的记录。不增加任何检查，也不占用您的时间。",
                        "可能的风险：去标识以后仍有极小的可能被认出。我们用隔离环境和访问登记来防止，发生泄露的，二十四小时内告知您并报告伦理委员会。",
                        "您的权利：参加是自愿的；可以随时退出，不需要说明理由，也不影响您应得的服务；退出以后我们删除您的记录，已经写入统计结果的除外。",
                        "费用与补偿：不收费。需要您另到校的，报销交通费。",
                        "有疑问或者投诉，可以找项目负责人，也可以直接找伦理委员会办公室。",
                    ],
                ),
                section(
                    "※附二　数据来源说明",
                    &[
                        "本项目使用两类数据：本单位经授权采集的数据，以及公开数据集。",
                        "本单位的数据由信息管理部门按年度批件提供，提供前去除姓名、证件号码、电话和住址，日期按月保留。",
                        "公开数据集逐个核对了许可条件，均允许用于科学研究；来源、版本和下载日期记入数据台账。",
                        "不使用从网络上抓取的、来源不明的或者超出原告知目的的数据。",
                    ],
                ),
            ],
            signed: String::new(),
            date: dated,
        }),
        "承诺书.pdf" => Some(Typed {
            title: "科技伦理承诺书".into(),
            under: vec![title.to_string()],
            sections: vec![section(
                "",
                &[
                    "本人作为“{题}”的负责人，郑重承诺：",
                    "所提交的材料真实、完整，与实际开展的研究一致；研究方案有变化的，先报告、经同意后再实施。",
                    "遵守科技伦理的原则和伦理委员会的决定，接受跟踪审查，如实报告出现的问题和不良事件。",
                    "对参与本项目的人员进行伦理培训，未经培训的不接触数据和受试者。",
                    "违反承诺的，承担相应的责任。",
                ],
            )],
            signed: format!("承诺人：{leader}"),
            date: dated,
        }),
        _ => None,
    }
}
