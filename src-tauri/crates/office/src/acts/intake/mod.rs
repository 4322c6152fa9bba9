//! From the counter to acceptance (M2, M12, M13, M21, E8, E9).

mod check;
mod elsewhere;
mod gate;
mod place;
mod receipt;

pub use check::*;
pub use elsewhere::*;
pub use gate::*;
pub use place::*;
pub use receipt::*;
