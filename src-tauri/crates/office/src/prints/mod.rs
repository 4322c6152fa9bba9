//! From the record to the print shop: the data of every paper, built from what is on file.
//!
//! One file a group of papers. A draft keeps only who it is about and the words a person typed (`edited`); everything
//! else is built anew from the record each time it is looked at, so a draft can never disagree with the file. At issue
//! (签发) the data are built once more and frozen. Deliberately no layout (that is `papers`) and no rule (`measures`).

mod build;
pub(crate) mod committee;
mod decision;
pub(crate) mod fields;
mod intake;
pub(crate) mod link;
mod listed_report;
mod meeting;
mod minutes;
pub(crate) mod names;
pub(crate) mod packet;
pub(crate) mod press;
pub(crate) mod report;
mod tracking;

pub(crate) use build::data;
pub use build::{build, draft, present};
pub(crate) use committee::roster as roster_on;
pub use fields::{Form, field_list, values};
pub(crate) use fields::{of_decision, words_only};
pub(crate) use intake::proposed_extension;
pub(crate) use meeting::outcome_words;
pub(crate) use names::{addressee, title};
pub use names::{kind_en, kind_zh, named};
