//! Convening and holding a meeting (M14, E8, E14, E16): agenda, answers, attendance, recusals, ballots.

mod close;
mod convene;
mod correct;
mod hold;
mod invite;
mod table;
mod vote;

pub use close::*;
pub use convene::*;
pub use correct::*;
pub use hold::*;
pub use invite::*;
pub use vote::*;
