//! The nouns. One file each; plain data, no behaviour beyond naming itself.

mod case;
mod committee;
mod elsewhere;
mod meeting;
mod member;
mod packet;
mod paper;

pub use case::*;
pub use committee::*;
pub use elsewhere::*;
pub use meeting::*;
pub use member::*;
pub use packet::*;
pub use paper::*;

/// Declares a small closed vocabulary: an enum that serialises as snake_case and knows its own
/// Chinese and English names. The Chinese is the Measures' own term, never a synonym.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $zh:literal / $en:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vmeta])* $variant),+ }
        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),+];
            /// The Measures' own term.
            pub fn zh(self) -> &'static str { match self { $($name::$variant => $zh),+ } }
            pub fn en(self) -> &'static str { match self { $($name::$variant => $en),+ } }
        }
    };
}
pub(crate) use words;
