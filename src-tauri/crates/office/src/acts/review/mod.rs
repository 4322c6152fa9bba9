//! Between acceptance and decision, outside a meeting: extension (M16), simplified review (M19, M20),
//! expert re-review (M21–M26).

mod extend;
mod rereview;
mod simplified;

pub use extend::*;
pub use rereview::*;
pub use simplified::*;
