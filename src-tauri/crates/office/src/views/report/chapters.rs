//! The fourteen chapters: figures and tables with last year beside, the sentences written from them, and what is to be
//! mended. Numbers come from `year`; sentences only repeat them.

use super::figures::{Chapter, Figure, tenths};
use super::year::{Data, Lists, PROCEDURES, Span, key};
use crate::sources::Sources;
use chrono::Datelike;
use measures::say::{zh_date, zh_list};
use measures::*;
use std::collections::BTreeMap;

/// Title, and whether only the committee itself can write it.
const CHAPTERS: [(&str, &str, bool); 14] = [
    ("单位与委员会概况", "The unit and its committee", false),
    ("制度建设", "Rules", false),
    ("咨询与风险评估指导", "Consultation and guidance", false),
    ("审查情况", "Reviews", false),
    ("复核清单活动", "Listed activities", false),
    ("跟踪审查", "Tracking", false),
    ("申诉", "Appeals", false),
    ("结果互认与委托审查", "Recognition and entrusted reviews", false),
    ("培训", "Training", false),
    ("投诉举报与违规处理", "Complaints and violations", false),
    ("登记与更新", "Registration", false),
    ("质量控制与监督", "Quality and supervision", false),
    ("问题与建议", "Problems and suggestions", true),
    ("下年度计划", "Plan for next year", true),
];

pub(crate) const COUNTING_ZH: &str = "审查按决定日期计入年度，年末未决定的计入在审；收件按收件日期计入年度。";
pub(super) const COUNTING_EN: &str =
    "Reviews count by the date of decision, those undecided at the end of the year as in review; applications by the date of receipt.";

pub(super) struct Book<'a> {
    pub src: &'a Sources<'a>,
    pub data: &'a Data,
    pub span: Span,
    pub now: &'a Lists,
    pub before: &'a Lists,
    pub texts: &'a BTreeMap<u32, String>,
}

impl Book<'_> {
    pub(super) fn fig(&self, key: &str, zh: &str, en: &str, unit: (&str, &str)) -> Figure {
        Figure {
            key: key.into(),
            zh: zh.into(),
            en: en.into(),
            n: self.now.n(key),
            last_year: (self.span.year > self.src.committee.founded.year()).then(|| self.before.n(key)),
            unit_zh: unit.0.into(),
            unit_en: unit.1.into(),
            text: String::new(),
        }
    }
    pub(super) fn n(&self, key: &str) -> u32 {
        self.now.n(key)
    }

    pub fn chapters(&self) -> Vec<Chapter> {
        let mut out: Vec<Chapter> = CHAPTERS
            .iter()
            .enumerate()
            .map(|(i, (zh, en, _))| Chapter {
                no: i as u32 + 1,
                zh: (*zh).into(),
                en: (*en).into(),
                lamp: Verdict::Fine,
                said: vec![],
                text: self.texts.get(&(i as u32 + 1)).cloned().unwrap_or_default(),
                tables: vec![],
                figures: vec![],
            })
            .collect();
        self.overview(&mut out[0]);
        self.rules(&mut out[1]);
        self.consultation(&mut out[2]);
        self.reviews(&mut out[3]);
        self.listed(&mut out[4]);
        self.tracking(&mut out[5]);
        self.appeals(&mut out[6]);
        out[7].said.push("本年度没有在本系统登记结果互认和委托审查；有的，由委员会在此写明。".into());
        self.training(&mut out[8]);
        self.complaints(&mut out[9]);
        self.registration(&mut out[10]);
        self.quality(&mut out[11]);
        for (chapter, (_, _, own)) in out.iter_mut().zip(CHAPTERS) {
            if own && chapter.text.trim().is_empty() {
                chapter.lamp = Verdict::Note;
            }
            if chapter.tables.iter().any(|t| t.check.is_some()) {
                chapter.lamp = Verdict::Block;
            }
        }
        out
    }

    /// Chapters only the committee can write and has not.
    pub fn unwritten(chapters: &[Chapter]) -> (Vec<&str>, Vec<&str>) {
        chapters
            .iter()
            .zip(CHAPTERS)
            .filter(|(c, (_, _, own))| *own && c.text.trim().is_empty())
            .map(|(c, _)| (c.zh.as_str(), c.en.as_str()))
            .unzip()
    }

    fn overview(&self, c: &mut Chapter) {
        let committee = &self.src.committee;
        let people = ("人", "people");
        c.figures = vec![
            self.fig("member.total", "年末委员", "Members at year's end", people),
            self.fig("member.appointed", "本年聘任、续聘", "Appointed or renewed", people),
            self.fig("member.ended", "本年离任", "Left", people),
        ];
        let office = self.src.in_office(self.span.to);
        let by = |role: Role| zh_list(office.iter().filter(|m| m.role_on(self.span.to) == Some(role)).map(|m| &m.name));
        let outside = office.iter().filter(|m| m.external).count();
        let kinds = zh_list(Category::ALL.iter().filter_map(|k| {
            let n = office.iter().filter(|m| m.category == *k).count();
            (n > 0).then(|| format!("{}{n}人", k.zh()))
        }));
        c.said.push(format!("{}由{}于{}设立。", committee.name, committee.unit.name, zh_date(committee.founded)));
        c.said.push(format!(
            "截至{}有委员{}人（{kinds}），其中非本单位{outside}人；主任委员{}，副主任委员{}。",
            zh_date(self.span.to),
            office.len(),
            or(by(Role::Chair), "空缺"),
            or(by(Role::ViceChair), "空缺"),
        ));
        let mut conditions = vec![format!("秘书{}", committee.secretary)];
        for (word, text) in [("办公场所", &committee.office), ("经费", &committee.budget)] {
            if !text.trim().is_empty() {
                conditions.push(format!("{word}：{}", text.trim()));
            }
        }
        c.said.push(format!("工作条件：{}。", conditions.join("；")));
        let findings =
            m10_composition::composition(&self.src.members, &committee.unit, self.span.to, &self.src.law.rules, committee.settings.profile);
        if finding::worst(&findings) == Verdict::Block {
            c.lamp = Verdict::Ask;
            c.said.extend(findings.iter().filter(|f| f.blocks()).map(|f| f.zh.clone()));
        }
    }

    fn rules(&self, c: &mut Chapter) {
        c.figures = vec![self.fig("rules.adopted", "本年制定、修订", "Adopted or revised", ("项", "documents"))];
        c.said.push(match self.n("rules.adopted") {
            0 => "本年度没有制定或者修订规章制度。".into(),
            n => format!("本年度制定或者修订规章制度{n}项：{}。", zh_list(self.now.rows("rules.adopted").iter().map(|r| r.title.trim()))),
        });
    }

    fn consultation(&self, c: &mut Chapter) {
        c.figures = vec![self.fig("consultation.total", "咨询", "Consultations", ("次", "times"))];
        c.said.push(none_or(self.n("consultation.total"), "本年度没有咨询记录。", |n| {
            format!("本年度答复科技伦理咨询、指导风险评估{n}次。")
        }));
    }

    fn reviews(&self, c: &mut Chapter) {
        c.tables = vec![self.review_table(), self.decision_table(), self.receipt_table(), self.time_table()];
        let (received, accepted, refused, withdrawn) =
            (self.n("receipt.total"), self.n("receipt.accepted"), self.n("receipt.refused"), self.n("receipt.withdrawn"));
        c.said.push(format!(
            "{}至{}，本委员会收到申请{received}件，受理{accepted}件，不予受理{refused}件，撤回{withdrawn}件，待补正{}件，待形式审查{}件；一次性告知补正{}件。",
            zh_date(self.span.from),
            zh_date(self.span.to),
            self.n("receipt.supplement"),
            self.n("receipt.checking"),
            self.n("receipt.noticed"),
        ));
        if self.n("receipt.elsewhere") > 0 {
            c.said.push(format!("委托其他机构审查或者承认合作单位审查结果{}件，不计入本委员会的审查和决定。", self.n("receipt.elsewhere")));
        }
        let by = zh_list(PROCEDURES.iter().map(|p| format!("{}{}件次", p.zh(), self.n(&format!("review.{}.total", key(*p))))));
        c.said.push(format!(
            "按轮次计审查{}件次，其中{by}；简易程序转一般程序{}件次。",
            self.n("review.total"),
            self.n("review.converted")
        ));
        let kinds = zh_list(DecisionKind::ALL.iter().filter_map(|k| {
            let n = self.n(&format!("decision.{}", key(*k)));
            (n > 0).then(|| format!("{}{n}件次", k.zh()))
        }));
        let (total, open) = (self.n("decision.total"), self.n("decision.open"));
        c.said.push(if kinds.is_empty() {
            format!("没有作出审查决定，在审{open}件次。")
        } else {
            format!("作出审查决定{total}件次：{kinds}；在审{open}件次。")
        });
        let timed = self.n("time.days");
        if timed > 0 {
            let (average, longest) = self.days();
            c.said.push(format!(
                "受理至决定（清单活动至初步审查意见）平均{average}日，最长{longest}日；规定期限内{}件次，依规定延长并在新期限内{}件次，超期{}件次。",
                self.n("time.in_time"),
                self.n("time.by_extension"),
                self.n("time.late"),
            ));
        }
        let meetings = self.n("meeting.total");
        if meetings > 0 {
            let came = self.n("meeting.attendance");
            c.said.push(format!(
                "召开审查会议{meetings}次，到会{came}人次，平均每次到会{}人、审议{}项；回避{}人次；未形成决定或者未审议{}项。",
                tenths(came, meetings),
                tenths(self.n("meeting.items"), meetings),
                self.n("meeting.recusals"),
                self.n("meeting.undecided"),
            ));
        }
        if self.n("extension.unserved") > 0 || self.n("time.late") > 0 {
            c.lamp = Verdict::Ask;
        }
    }
}

impl Book<'_> {
    fn listed(&self, c: &mut Chapter) {
        let unit = ("件", "activities");
        c.figures = vec![
            self.fig("listed.judged", "清单判定", "Judged against the list", unit),
            self.fig("listed.hit", "属于清单", "On the list", unit),
            self.fig("listed.exempt", "免予复核", "Exempt", unit),
            self.fig("listed.sent", "报请复核", "Sent for re-review", unit),
            self.fig("listed.agree", "复核同意", "Agreed", unit),
            self.fig("listed.disagree", "复核不同意", "Disagreed", unit),
            self.fig("listed.decided", "已作决定", "Decided", unit),
            self.fig("listed.running", "在实施", "Running", unit),
        ];
        c.said.push(format!(
            "本年度对{}件活动作清单判定，属于复核清单{}件（免予复核{}件）；报请专家复核{}件，收到同意意见{}件、不同意意见{}件；年末在实施的清单活动{}件。",
            self.n("listed.judged"),
            self.n("listed.hit"),
            self.n("listed.exempt"),
            self.n("listed.sent"),
            self.n("listed.agree"),
            self.n("listed.disagree"),
            self.n("listed.running"),
        ));
    }

    fn tracking(&self, c: &mut Chapter) {
        let unit = ("件", "activities");
        c.figures = vec![
            self.fig("tracking.done", "已作跟踪审查", "Reviewed", ("件次", "rounds")),
            self.fig("tracking.overdue", "到期未作", "Overdue", unit),
            self.fig("tracking.suspended", "暂停", "Suspended", unit),
            self.fig("tracking.terminated", "终止", "Terminated", unit),
            self.fig("tracking.completed", "结题", "Completed", unit),
            self.fig("tracking.risk", "风险变化报告", "Risk changes", ("件次", "reports")),
            self.fig("tracking.incident", "事件报告", "Incidents", ("件次", "reports")),
        ];
        c.said.push(format!(
            "本年度作出跟踪审查{}件次，到期未作{}件；暂停{}件，终止{}件，结题{}件；收到风险变化报告{}件次、事件报告{}件次。",
            self.n("tracking.done"),
            self.n("tracking.overdue"),
            self.n("tracking.suspended"),
            self.n("tracking.terminated"),
            self.n("tracking.completed"),
            self.n("tracking.risk"),
            self.n("tracking.incident"),
        ));
        if self.n("tracking.overdue") > 0 {
            c.lamp = Verdict::Ask;
        }
    }

    fn appeals(&self, c: &mut Chapter) {
        let unit = ("件", "appeals");
        c.figures = vec![
            self.fig("appeal.total", "申诉", "Appeals", unit),
            self.fig("appeal.admitted", "受理", "Admitted", unit),
            self.fig("appeal.refused", "不予受理", "Refused", unit),
            self.fig("appeal.sufficient", "理由充分，重新决定", "Sufficient", unit),
            self.fig("appeal.redecided_in_time", "期限内重新决定", "Decided anew in time", unit),
            self.fig("appeal.upheld", "维持原决定", "Upheld", unit),
        ];
        let days = self.src.law.rules.redecision_days();
        c.said.push(none_or(self.n("appeal.total"), "本年度没有收到申诉。", |n| {
            format!(
                "本年度收到申诉{n}件，受理{}件，不予受理{}件；理由充分、重新作出决定{}件（其中{days}个工作日内{}件），维持原决定{}件。",
                self.n("appeal.admitted"),
                self.n("appeal.refused"),
                self.n("appeal.sufficient"),
                self.n("appeal.redecided_in_time"),
                self.n("appeal.upheld"),
            )
        }));
    }

    fn training(&self, c: &mut Chapter) {
        c.figures = vec![
            self.fig("training.total", "培训", "Trainings", ("次", "times")),
            self.fig("training.sent", "派出", "Attended elsewhere", ("次", "times")),
            self.fig("training.in_house", "内部", "In house", ("次", "times")),
            self.fig("training.members", "委员参加", "Members attending", ("人次", "attendances")),
        ];
        let others: u32 = self.data.trainings.iter().filter(|t| self.span.has(t.on)).map(|t| t.others).sum();
        c.said.push(none_or(self.n("training.total"), "本年度没有培训记录。", |n| {
            format!(
                "本年度培训{n}次，其中派出{}次、内部{}次；委员参加{}人次，科研人员参加{others}人次。",
                self.n("training.sent"),
                self.n("training.in_house"),
                self.n("training.members")
            )
        }));
    }

    fn complaints(&self, c: &mut Chapter) {
        c.figures = vec![
            self.fig("complaint.total", "投诉举报", "Complaints", ("件", "complaints")),
            self.fig("complaint.concluded", "已办结", "Concluded", ("件", "complaints")),
            self.fig("violation.total", "违规", "Violations", ("件", "violations")),
            self.fig("violation.concluded", "已处理", "Dealt with", ("件", "violations")),
        ];
        c.said.push(none_or(self.n("complaint.total"), "本年度没有收到投诉举报。", |n| {
            format!("本年度收到投诉举报{n}件，办结{}件。", self.n("complaint.concluded"))
        }));
        c.said.push(none_or(self.n("violation.total"), "本年度没有登记违规。", |n| {
            format!("本年度登记违规{n}件，已有处理结果{}件。", self.n("violation.concluded"))
        }));
    }

    fn registration(&self, c: &mut Chapter) {
        c.figures = vec![
            self.fig("registration.committee", "委员会登记、更新", "Committee registered or updated", ("次", "times")),
            self.fig("registration.listed", "清单活动登记、更新", "Listed activities registered or updated", ("件次", "times")),
        ];
        c.said.push(format!(
            "本年度在国家科技伦理管理信息登记平台登记或者更新委员会信息{}次、清单活动信息{}件次。",
            self.n("registration.committee"),
            self.n("registration.listed")
        ));
        let facts = self.src.facts();
        let open: Vec<Finding> =
            m30_registration::committee(&facts, self.span.to).into_iter().filter(|f| f.verdict <= Verdict::Ask).collect();
        if !open.is_empty() {
            c.lamp = Verdict::Ask;
            c.said.extend(open.into_iter().map(|f| f.zh));
        }
    }

    fn quality(&self, c: &mut Chapter) {
        c.figures = vec![
            self.fig("meeting.recusals", "回避", "Recusals", ("人次", "times")),
            self.fig("meeting.undecided", "未形成决定或未审议", "No decision or not deliberated", ("项", "items")),
        ];
        c.said.push("审查全程留痕，决定由表决票数或者一致意见得出，文书编号不重复使用，作废留号。".into());
    }
}

fn or(text: String, otherwise: &str) -> String {
    if text.is_empty() { otherwise.into() } else { text }
}
fn none_or(n: u32, none: &str, some: impl Fn(u32) -> String) -> String {
    if n == 0 { none.into() } else { some(n) }
}
