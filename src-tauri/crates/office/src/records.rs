//! Records of the desk's own, beside the nouns of the law (those are made records in `store::nouns`).

use crate::views::cases::Complaint;
use measures::*;
use serde::{Deserialize, Serialize};
use store::Record;

macro_rules! records {
    ($($type:ty => $kind:literal),+ $(,)?) => {
        $(impl Record for $type {
            const KIND: &'static str = $kind;
            fn id(&self) -> &str { &self.id }
        })+
    };
}

records! {
    Complaint => "complaint",
    Consultation => "consultation",
    CalendarRecord => "calendar",
    OwnWording => "wording",
    LawText => "law_text",
    FrozenReport => "report",
    Contact => "contact",
}

/// E5(2): a question and its answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Consultation {
    pub id: String,
    pub on: Date,
    pub from: String,
    pub question: String,
    pub answer: String,
    pub in_scope: Option<bool>,
    pub heads: Vec<ScopeHead>,
}

/// An imported year of holidays, keyed by the year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CalendarRecord {
    pub id: String,
    pub year: measures::calendar::YearData,
    /// The open dates that taking it in has moved.
    #[serde(default)]
    pub moved: Vec<MovedDate>,
}

/// An open date before and after a year's holidays were known.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MovedDate {
    /// The case's number.
    pub case: String,
    pub zh: String,
    pub en: String,
    pub was: Date,
    pub is: Date,
    /// The applicant was told this day; counted anew it would have been an earlier one.
    pub held: bool,
}
impl MovedDate {
    pub fn said_zh(&self) -> String {
        let to = if self.held { String::new() } else { format!("→{}", say::zh_date(self.is)) };
        format!("{}{}：{}{to}", self.case, self.zh, say::zh_date(self.was))
    }
    pub fn said_en(&self) -> String {
        let to = if self.held { String::new() } else { format!(" → {}", say::en_date(self.is)) };
        format!("{} {}: {}{to}", self.case, self.en, say::en_date(self.was))
    }
}

/// The committee's own wording of a paper, keyed by the paper's kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OwnWording {
    pub id: String,
    pub text: String,
    pub on: Date,
}

/// The official text of an instrument, split into articles; keyed `measures` or `ethics`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LawText {
    pub id: String,
    pub on: Date,
    pub articles: std::collections::BTreeMap<String, String>,
}

/// A submitted annual report with the numbers it was made from, keyed by the year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FrozenReport {
    pub id: String,
    pub year: i32,
    pub on: Date,
    pub submitted: bool,
    pub figures: serde_json::Value,
    pub texts: std::collections::BTreeMap<u32, String>,
    pub paper: Option<String>,
    /// The report on listed activities, fixed with it.
    #[serde(default)]
    pub listed_paper: Option<String>,
    /// The day both were handed in, when that was recorded after they were fixed.
    #[serde(default)]
    pub submitted_on: Option<Date>,
}
impl FrozenReport {
    /// The day the reports were handed in.
    pub fn handed_in(&self) -> Option<Date> {
        self.submitted.then(|| self.submitted_on.unwrap_or(self.on))
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Contact {
    pub id: String,
    pub case: Option<String>,
    pub meeting: Option<String>,
    pub with: String,
    pub about: String,
    pub on: Date,
    pub reminder: u32,
}
