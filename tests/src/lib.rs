//! Proofs that need more than one room. `desktop` and `page` drive the real window; `host` serves the same door to any
//! browser. Nothing here is part of the product.

pub mod desktop;
pub mod host;
pub mod page;
pub mod screen;
