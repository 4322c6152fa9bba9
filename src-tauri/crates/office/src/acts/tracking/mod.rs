//! After approval: resubmission, amendment, tracking, suspension, termination, closing (M16, M17, M25, E19, E20).

mod rounds;
mod turns;

pub use rounds::*;
pub use turns::*;
