//! What a page or a paper may ask: the record, the committee, the law, the day. And the small nouns several papers
//! share: a case, a meeting, the documents on the table, the count of one item.

use crate::about::About;
use crate::desk::Desk;
use crate::failure::Failure;
use crate::law::Law;
use chrono::Timelike;
use measures::e16_two_thirds::{Tally, tally};
use measures::m14_meeting::{Quorum, options_of, quorum};
use measures::say::zh_date;
use measures::*;
use store::{Reader, Record};

/// The six dimensions of Article 15, in its order.
pub(crate) const DIMENSIONS: [&str; 6] = ["人类福祉", "公平公正", "可控可信", "透明可解释", "责任可追溯", "隐私保护"];

const MEASURES: &str = "《人工智能科技伦理审查与服务办法（试行）》";
const ETHICS: &str = "《科技伦理审查办法（试行）》";

pub struct Sources<'a> {
    pub reader: &'a Reader,
    pub law: &'a Law,
    pub committee: Committee,
    /// Members of all times, in seat order.
    pub members: Vec<Member>,
    pub now: Instant,
}

impl<'a> Sources<'a> {
    pub fn of_desk(desk: &'a Desk) -> Result<Sources<'a>, Failure> {
        Ok(Sources { reader: desk.tx, law: desk.law, committee: desk.committee()?.clone(), members: desk.members().to_vec(), now: desk.at })
    }
    pub fn of_open(open: &'a crate::office::Open, now: Instant) -> Result<Sources<'a>, Failure> {
        let reader = open.archive.read();
        let committee = reader.get::<Committee>("committee")?.ok_or_else(|| Failure::not_found("committee", "committee"))?;
        let members = crate::desk::in_seat_order(reader.all::<Member>()?);
        Ok(Sources { reader, law: &open.law, committee, members, now })
    }

    pub fn today(&self) -> Date {
        self.now.date_naive()
    }
    pub fn facts(&self) -> Facts<'_> {
        Facts { committee: &self.committee, members: &self.members, calendar: &self.law.calendar, rules: &self.law.rules }
    }
    pub fn need<T: Record>(&self, kind: &str, id: &str) -> Result<T, Failure> {
        self.reader.get::<T>(id)?.ok_or_else(|| Failure::not_found(kind, id))
    }
    pub fn name(&self, member: &str) -> String {
        self.members.iter().find(|m| m.id == member).map_or_else(|| member.to_string(), |m| m.name.clone())
    }
    pub fn names<'b>(&self, members: impl IntoIterator<Item = &'b String>) -> Vec<String> {
        members.into_iter().map(|m| self.name(m)).collect()
    }
    pub fn in_office(&self, day: Date) -> Vec<&Member> {
        self.members.iter().filter(|m| m.in_office(day)).collect()
    }
    pub fn chair_on(&self, day: Date) -> String {
        self.members.iter().find(|m| m.role_on(day) == Some(Role::Chair)).map(|m| m.name.clone()).unwrap_or_default()
    }

    /// Fills in what follows: an item names its case, round and meeting; a case its present round.
    pub fn complete(&self, mut about: About) -> Result<About, Failure> {
        if let Some(id) = &about.item {
            let item = self.need::<Item>("item", id)?;
            about.case.get_or_insert(item.case);
            about.round.get_or_insert(item.round);
            about.meeting.get_or_insert(item.meeting);
        }
        if let (Some(id), None) = (&about.case, about.round) {
            about.round = Some(self.need::<Case>("case", id)?.rounds.len() as u32 - 1);
        }
        Ok(about)
    }

    /// The case and the round a paper is about.
    pub fn case_of(&self, about: &About) -> Result<(Case, usize), Failure> {
        let id = about
            .case
            .as_ref()
            .ok_or_else(|| Failure::invalid("case", "没有写明是哪一件案件的文书。", "The paper does not say which case it is about."))?;
        let case = self.need::<Case>("case", id)?;
        let round = about.round.map_or(case.rounds.len() - 1, |r| r as usize);
        if round >= case.rounds.len() {
            return Err(Failure::invalid(
                "round",
                format!("{}没有第{}轮审查。", case.number, round + 1),
                format!("{} has no round {}.", case.number, round + 1),
            ));
        }
        Ok((case, round))
    }
    pub fn meeting_of(&self, about: &About) -> Result<Meeting, Failure> {
        let id = about.meeting.as_ref().ok_or_else(|| {
            Failure::invalid("meeting", "没有写明是哪一次会议的文书。", "The paper does not say which meeting it is about.")
        })?;
        self.need("meeting", id)
    }
    pub fn items_of(&self, meeting: &Meeting) -> Result<Vec<Item>, Failure> {
        meeting.items.iter().map(|i| self.need("item", i)).collect()
    }

    pub fn case_ref(&self, case: &Case, round: usize) -> papers::CaseRef {
        let unit = &self.committee.unit.name;
        let department = &case.application.department;
        papers::CaseRef {
            number: format!("{}{}", case.number, case.rounds[round].suffix),
            activity: case.application.title.clone(),
            leader: case.application.leader.clone(),
            unit: if department.contains(unit.as_str()) || department.starts_with("无单位") {
                department.clone()
            } else {
                format!("{unit}{department}")
            },
        }
    }

    pub fn meeting_ref(&self, meeting: &Meeting) -> papers::MeetingRef {
        let day = meeting.day();
        let at = meeting.opened.unwrap_or(meeting.starts);
        let post = self.members.iter().find(|m| m.id == meeting.host).and_then(|m| m.role_on(day));
        let host_note = match (post, &meeting.designation) {
            (Some(Role::ViceChair), Some(d)) => format!("副主任委员，{}经主任委员指定", zh_date(d.on)),
            (Some(Role::ViceChair), None) => match m14_designation::to_preside(&self.facts(), &meeting.host, day) {
                Ok(d) => format!("副主任委员，{}经主任委员指定，期间至{}", zh_date(d.on), zh_date(d.until)),
                Err(_) => Role::ViceChair.zh().into(),
            },
            (Some(role), _) => role.zh().into(),
            (None, _) => String::new(),
        };
        papers::MeetingRef {
            title: crate::projection::meeting_title(meeting),
            date: day,
            time: clock_time(at),
            place: meeting.place.clone(),
            link: (!meeting.link.trim().is_empty()).then(|| meeting.link.clone()),
            form: match meeting.form {
                MeetingForm::OnSite => "现场会议",
                MeetingForm::Online => "线上会议",
                MeetingForm::Hybrid => "现场与视频结合",
            }
            .into(),
            host: self.name(&meeting.host),
            host_note,
        }
    }

    pub fn materials(&self, case: &str) -> Result<Vec<Material>, Failure> {
        Ok(self.reader.where_::<Material>("case", case)?)
    }

    /// The documents that lay before whoever decided: as named on the agenda, or the versions in force of a round.
    pub fn documents(&self, case: &Case, round: usize, item: Option<&Item>) -> Result<Vec<papers::Material>, Failure> {
        let on_file = self.materials(&case.id)?;
        let printed = |m: &Material| papers::Material { name: m.name.clone(), version: m.version.clone(), date: m.version_date };
        if let Some(item) = item.filter(|i| !i.documents.is_empty()) {
            let same = |said: &str, m: &Material| {
                m.id == said || (said.starts_with(&m.name) && (m.version.is_empty() || said.contains(&m.version)))
            };
            return Ok(item
                .documents
                .iter()
                .map(|said| match on_file.iter().filter(|m| same(said, m)).max_by_key(|m| m.name.len()) {
                    Some(m) => printed(m),
                    None => papers::Material { name: said.clone(), ..Default::default() },
                })
                .collect());
        }
        let later = |m: &Material| m.replaced_by.as_ref().and_then(|r| on_file.iter().find(|x| x.id == *r)).map(|x| x.round as usize);
        Ok(on_file.iter().filter(|m| m.round as usize <= round && later(m).is_none_or(|r| r > round)).map(printed).collect())
    }

    /// The agenda item on which a round was decided, or the last one it was put on.
    pub fn item_of(&self, round: &Round, decision: Option<&Decision>) -> Result<Option<Item>, Failure> {
        match decision.and_then(|d| d.item.as_ref()).or_else(|| if decision.is_some() { None } else { round.items.last() }) {
            Some(id) => Ok(self.reader.get::<Item>(id)?),
            None => Ok(None),
        }
    }

    /// The moment an item's vote was counted: when the ballot closed, else when the item did, else now.
    pub fn counted_at(&self, meeting: &Meeting, item: &Item) -> Instant {
        item.ballot()
            .and_then(|b| b.closed)
            .or(item.outcome.as_ref().map(|o| o.at))
            .or(item.taken_up)
            .or(meeting.closed)
            .unwrap_or(self.now)
    }

    /// Who attended an item and how its last ballot counted.
    pub fn count(&self, meeting: &Meeting, item: &Item) -> Result<(Quorum, Option<Tally>), Failure> {
        let facts = self.facts();
        let at = self.counted_at(meeting, item);
        // A vote is taken before the minute it is closed; whoever leaves at that minute has voted.
        let quorum = quorum(&facts, meeting, item, at);
        let case = self.need::<Case>("case", &item.case)?;
        let options = options_of(&case, item, &self.committee.settings);
        let tally = item.ballot().filter(|b| !b.votes.is_empty()).map(|b| tally(&quorum, b, &options));
        Ok((quorum, tally))
    }

    pub fn vote_summary(&self, meeting: &Meeting, item: &Item) -> Result<Option<papers::VoteSummary>, Failure> {
        let (quorum, Some(tally)) = self.count(meeting, item)? else { return Ok(None) };
        Ok(Some(papers::VoteSummary {
            due: self.in_office(meeting.day()).len() as u32,
            attending: tally.attending,
            recused: self.names(&quorum.recused),
            votes: votes(&tally),
            needed: tally.needed,
            arithmetic: arithmetic(&tally),
        }))
    }

    /// Legal basis as it is cited on `day`. Before the Measures came into force the older instrument stood alone.
    pub fn basis(&self, day: Date, measures: &[u32], ethics: &[u32]) -> String {
        let list = |name: &str, numbers: &[u32]| {
            let articles: Vec<String> = numbers.iter().map(|n| format!("第{}条", finding::chinese_number(*n))).collect();
            format!("{name}{}", articles.join("、"))
        };
        let mut parts = Vec::new();
        if day >= self.law.rules.in_force() && !measures.is_empty() {
            parts.push(list(MEASURES, measures));
        }
        if (day < self.law.rules.in_force() || measures.is_empty()) && !ethics.is_empty() {
            parts.push(list(ETHICS, ethics));
        }
        if parts.is_empty() {
            parts.push(list(MEASURES, measures));
        }
        parts.join("、")
    }
    /// Both instruments, for a step whose case began under the older one or that only the older one knows.
    pub fn basis_of_both(&self, measures: &[u32], ethics: &[u32]) -> String {
        let day = self.law.rules.in_force();
        format!("{}、{}", self.basis(day, measures, &[]), self.basis(day, &[], ethics))
    }
    pub fn under_measures(&self, day: Date) -> bool {
        day >= self.law.rules.in_force()
    }

    /// The judgement against the list of M21, as a full sentence.
    pub fn listing(&self, case: &Case) -> String {
        let Some(judged) = &case.listed else { return String::new() };
        if judged.items.is_empty() {
            return "经本委员会判定，该活动不在需要开展科技伦理专家复核的人工智能科技活动清单内，无须报请专家复核。".into();
        }
        let items = list_items(&judged.items);
        match &judged.exemption {
            Some(e) => format!(
                "经本委员会判定，该活动属于复核清单{items}；已实行{}（{}，{}），符合科技伦理要求为其审批条件或者监管内容，不再开展专家复核。",
                e.regime, e.authority, e.number
            ),
            None => format!("经本委员会判定，该活动属于复核清单{items}，须在通过初步审查后报请专家复核。"),
        }
    }

    /// The frozen or drafted papers about a case.
    pub fn papers_of(&self, case: &str) -> Result<Vec<FiledPaper>, Failure> {
        Ok(self.reader.where_::<FiledPaper>("case", case)?)
    }
    /// Number of an issued paper, for reference in a later one.
    pub fn number_of(&self, paper: Option<&String>) -> String {
        paper.and_then(|id| self.reader.get::<FiledPaper>(id).ok().flatten()).map(|p| p.number).unwrap_or_default()
    }
}

/// 第一项、第三项
pub(crate) fn list_items(items: &[u32]) -> String {
    say::zh_list(items.iter().map(|n| format!("第{}项", finding::chinese_number(*n))))
}

/// 14:03
pub(crate) fn clock_time(at: Instant) -> String {
    format!("{}:{:02}", at.hour(), at.minute())
}

pub(crate) fn votes(tally: &Tally) -> Vec<papers::VoteLine> {
    tally.counts.iter().filter(|(_, n)| *n > 0).map(|(v, n)| papers::VoteLine { option: v.zh().into(), count: *n }).collect()
}

/// 3×6＝18 ≥ 2×8＝16，已达到; and what a count with the recused in the denominator would give.
pub(crate) fn arithmetic(tally: &Tally) -> String {
    let a = tally.attending;
    let best = tally.counts.iter().filter(|(v, _)| v.decision().is_some()).map(|(_, n)| *n).max().unwrap_or(0);
    match tally.reached {
        Some(v) => {
            let n = tally.counts.iter().find(|(o, _)| *o == v).map_or(0, |(_, n)| *n);
            let mut said = format!("3×{n}＝{} ≥ 2×{a}＝{}，已达到三分之二", 3 * n, 2 * a);
            if tally.recused > 0 {
                let all = a + tally.recused;
                let sign = if 3 * n >= 2 * all { "≥" } else { "<" };
                said.push_str(&format!("；含回避3×{n}＝{} {sign} 2×{all}＝{}", 3 * n, 2 * all));
            }
            said
        }
        None => format!("3×{best}＝{} < 2×{a}＝{}，均未达到三分之二", 3 * best, 2 * a),
    }
}

/// One paragraph of reasons a dimension: 公平公正：… starts one.
pub(crate) fn by_dimension(text: &str) -> Vec<papers::DimensionNote> {
    text.lines()
        .map(str::trim)
        .filter(|l| !l.is_empty())
        .map(|line| {
            let head = line.split_once('：').filter(|(d, _)| DIMENSIONS.contains(&d.trim()));
            match head {
                Some((d, rest)) => papers::DimensionNote { dimension: d.trim().into(), text: rest.trim().into() },
                None => papers::DimensionNote { dimension: String::new(), text: line.into() },
            }
        })
        .collect()
}

/// A sentence ends with a full stop, whoever typed it.
pub(crate) fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || text.ends_with(['。', '！', '？', '；']) { text.into() } else { format!("{text}。") }
}
/// A clause does not.
pub(crate) fn clause(text: &str) -> String {
    text.trim().trim_end_matches(['。', '；', '，', '.']).into()
}

/// What is needed on file before a paper can be written.
pub(crate) fn lacking(zh: &str, en: &str) -> Failure {
    Failure::invalid("kind", format!("还不能起草：{zh}。"), format!("Cannot be drafted yet: {en}."))
}
