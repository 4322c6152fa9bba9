//! The nouns of the law as records: which table each lies in. They are told here because neither the law nor the desk
//! may say it for the other: the law knows no tables, and a trait of this room cannot be given to its nouns elsewhere.

use crate::Record;
use measures::{
    Adviser, Case, Committee, FiledPaper, Item, LetterPoints, Material, Meeting, Member, Packet, Reader, ReaderOpinion, Training,
};

macro_rules! records {
    ($($noun:ident = $kind:literal),+ $(,)?) => {
        $(impl Record for $noun {
            const KIND: &'static str = $kind;
            fn id(&self) -> &str { &self.id }
        })+
    };
}

records! {
    Committee = "committee", Member = "member", Adviser = "adviser", Training = "training",
    Case = "case", Material = "material", Meeting = "meeting", Item = "item", FiledPaper = "paper",
    Packet = "packet", Reader = "reader", ReaderOpinion = "opinion", LetterPoints = "points",
}
