//! The engine that sets type: blocks -> lines -> pages of placed items -> PDF.
//!
//! It knows Chinese typesetting (GB/T 9704 grid, kinsoku, justification) and nothing about ethics committees. Lengths are
//! points, y grows downwards from the top of the paper until `write` turns it over.

pub(crate) mod block;
pub(crate) mod calendar;
pub(crate) mod chart;
pub(crate) mod compose;
pub(crate) mod contents;
pub(crate) mod display;
pub(crate) mod finish;
pub(crate) mod flow;
pub(crate) mod frame;
pub(crate) mod furniture;
pub(crate) mod glyphs;
pub(crate) mod icc;
pub(crate) mod lines;
pub(crate) mod mark;
pub(crate) mod ops;
pub(crate) mod para;
pub(crate) mod picture;
pub(crate) mod signed;
pub(crate) mod slab;
pub(crate) mod table;
pub(crate) mod text;
pub(crate) mod write;

/// Points in a millimetre.
pub(crate) const MM: f32 = 72.0 / 25.4;

#[cfg(test)]
mod tests;
