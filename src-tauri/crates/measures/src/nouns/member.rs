//! Members of the committee, their terms, undertakings and interests (M10, E7, E8), and advisers (M14).

use super::words;
use crate::Date;
use serde::{Deserialize, Serialize};

words! {
    /// The professional background M10 asks for.
    Category {
        Technology = "技术" / "technology",
        Application = "应用" / "application",
        Ethics = "伦理" / "ethics",
        Law = "法律" / "law",
        Other = "其他" / "other",
    }
}
impl Category {
    /// The four that M10 names; the committee and each item's attendance must have them all.
    pub const REQUIRED: [Category; 4] = [Category::Technology, Category::Application, Category::Ethics, Category::Law];
}

words! {
    Role {
        Chair = "主任委员" / "chair",
        ViceChair = "副主任委员" / "vice-chair",
        Member = "委员" / "member",
    }
}
words! { Sex { Male = "男" / "male", Female = "女" / "female" } }
words! {
    /// How a term ended before its last day.
    TermEnd { Resigned = "辞任" / "resigned", Dismissed = "免职" / "dismissed", Suspended = "停职" / "suspended", Other = "其他" / "other" }
}
words! {
    /// E8: without both, nobody can be put on an attendance list.
    UndertakingKind { Confidentiality = "保密承诺书" / "confidentiality undertaking", Interest = "利益冲突声明" / "conflict-of-interest declaration" }
}

/// One appointment: a role from a day to a day, both included.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    pub role: Role,
    pub from: Date,
    /// The last day of the term, included.
    pub until: Date,
    /// The appointment document, its number.
    #[serde(default)]
    pub document: String,
    /// Set when it ended early: the last day in office and how.
    #[serde(default)]
    pub ended: Option<TermEnded>,
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermEnded {
    /// The first day out of office.
    pub on: Date,
    pub how: TermEnd,
    #[serde(default)]
    pub note: String,
}

impl Term {
    /// In office on `day` under this appointment.
    pub fn covers(&self, day: Date) -> bool {
        self.from <= day && day <= self.until && self.ended.as_ref().is_none_or(|e| day < e.on)
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undertaking {
    pub kind: UndertakingKind,
    pub signed: Date,
    /// SHA-256 of the scan in the archive, when there is one.
    #[serde(default)]
    pub scan: Option<String>,
}

words! {
    /// Relations that D12 asks about.
    Relation {
        SameTeam = "同一项目组" / "same team",
        Supervision = "师生" / "supervisor or student",
        Kin = "亲属" / "kin",
        Shares = "持股或任职" / "shares or post",
        Funding = "经费往来" / "funding",
        Competitor = "竞争关系" / "competitor",
        CoAuthor = "三年内合作发表" / "co-author within three years",
        Superior = "上下级" / "superior or subordinate",
        Other = "其他" / "other",
    }
}

/// A standing interest of a member: with whom (a person, unit or sponsor), of what kind, since when.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interest {
    pub relation: Relation,
    pub with: String,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub until: Option<Date>,
}

/// A person on the committee. History stays: terms are added and ended, never edited away.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    pub id: String,
    /// Place in the appointment document; lists and ballots keep this order.
    pub seat: u32,
    pub name: String,
    pub sex: Sex,
    /// Unit and department as printed on the roster.
    pub unit: String,
    /// 非本单位 (E7).
    pub external: bool,
    #[serde(default)]
    pub title: String,
    pub category: Category,
    /// Further categories the person is qualified in; the strict profile counts one person for one category.
    #[serde(default)]
    pub also: Vec<Category>,
    /// Identity number or another unique mark, for telling namesakes apart and finding duplicates (E7).
    #[serde(default)]
    pub identity: String,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub email: String,
    pub terms: Vec<Term>,
    #[serde(default)]
    pub undertakings: Vec<Undertaking>,
    #[serde(default)]
    pub interests: Vec<Interest>,
    /// Days of training attended (E8(5)).
    #[serde(default)]
    pub trainings: Vec<Date>,
}

impl Member {
    pub fn term_on(&self, day: Date) -> Option<&Term> {
        self.terms.iter().find(|t| t.covers(day))
    }
    pub fn in_office(&self, day: Date) -> bool {
        self.term_on(day).is_some()
    }
    pub fn role_on(&self, day: Date) -> Option<Role> {
        self.term_on(day).map(|t| t.role)
    }
    /// Both E8 undertakings signed on or before `day`.
    pub fn undertook(&self, kind: UndertakingKind, day: Date) -> bool {
        self.undertakings.iter().any(|u| u.kind == kind && u.signed <= day)
    }
    pub fn categories(&self) -> impl Iterator<Item = Category> + '_ {
        std::iter::once(self.category).chain(self.also.iter().copied())
    }
}

/// 顾问专家 (M14): consulted, never counted, never voting. Kept apart from members so that no list can mix them.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adviser {
    pub id: String,
    pub name: String,
    pub unit: String,
    pub field: String,
    #[serde(default)]
    pub phone: String,
    /// Date of the statement that there is no direct interest (M14).
    #[serde(default)]
    pub no_interest: Option<Date>,
}
