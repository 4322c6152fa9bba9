//! THE LAW. The nouns of an ethics committee and pure functions over them: what
//! 《人工智能科技伦理审查与服务办法（试行）》 ("the Measures", cited `M14`) and the articles of
//! 《科技伦理审查办法（试行）》 it imports (cited `E16`) require of the facts on a given day.
//!
//! Invariant: no IO, no SQL, no clock, no randomness. The day, the calendar and the rule pack are arguments.
//! Invariant: a rule finds, it does not fail. It returns [`Finding`]s; whoever asked decides what to do.
//!
//! The files follow the order of the text: `m14_meeting.rs` is Article 14 of the Measures,
//! `e16_two_thirds.rs` Article 16 of 《伦理办法》. `ARTICLES.md` accounts for every article of both.

pub mod assess;
pub mod calendar;
pub mod clock;
pub mod daily;
pub mod e06_evidence;
pub mod e06_papers;
pub mod e06_records;
pub mod e06_rules;
pub mod e08_conflicts;
pub mod e08_undertakings;
pub mod e16_needed;
pub mod e16_two_thirds;
pub mod e20_changes;
pub mod e45_report;
pub mod facts;
pub mod finding;
pub mod law;
pub mod left;
pub mod m02_scope;
pub mod m10_composition;
pub mod m11_centres;
pub mod m12_application;
pub mod m12_commission;
pub mod m13_acceptance;
pub mod m13_procedure;
pub mod m14_designation;
pub mod m14_items;
pub mod m14_matter;
pub mod m14_meeting;
pub mod m14_packets;
pub mod m14_precheck;
pub mod m14_quorum;
pub mod m14_ways;
pub mod m15_points;
pub mod m16_appeal;
pub mod m16_decision;
pub mod m16_due;
pub mod m16_letter;
pub mod m17_tracking;
pub mod m18_recognition;
pub mod m19_simplified;
pub mod m21_list;
pub mod m22_rereview;
pub mod m26_exemption;
pub mod m27_emergency;
pub mod m30_registration;
pub mod m31_complaints;
pub mod m32_violations;
pub mod m33_terms;
pub mod names;
pub mod notice;
pub mod nouns;
pub mod readings;
pub mod rules;
pub mod say;

pub use calendar::{Calendar, DayKind};
pub use clock::{Counted, Due, Left, LeftState, Limit, Owner};
pub use facts::Facts;
pub use finding::{Cite, Finding, Verdict};
pub use nouns::*;
pub use rules::Rules;

/// A legal date: a day in Beijing, never an instant.
pub type Date = chrono::NaiveDate;
/// A moment with its offset; always +08:00 in this product.
pub type Instant = chrono::DateTime<chrono::FixedOffset>;
