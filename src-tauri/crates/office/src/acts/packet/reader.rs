//! Whose key signs returns: enrolled by its number read over the telephone, revoked when it is lost. Returns taken in
//! before stay where they are; the journal says which came first.

use super::who::person;
use crate::acts::{Verb, form};
use crate::desk::{Desk, Made};
use crate::failure::Failure;
use measures::*;
use serde::{Deserialize, Serialize};

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EnrolReader {
    pub member: String,
    /// Public key in hex, as the return names it.
    pub key: String,
    #[serde(default)]
    pub on: Option<Date>,
}

impl Verb for EnrolReader {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let on = desk.day(self.on);
        form::not_future(desk, "on", on)?;
        person(desk, &self.member)?;
        if self.key.len() != 64 || !self.key.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(Failure::invalid("key", "这不是一把签名钥匙。", "This is no signing key."));
        }
        Ok(m14_packets::can_enrol(&desk.facts()?, &desk.tx.all::<Reader>()?, &self.member, &self.key, on))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        desk.put(&Reader { id: self.key.clone(), member: self.member.clone(), on: desk.day(self.on), revoked: None })?;
        let name = person(desk, &self.member)?;
        Ok(Made::said(format!("{name}的签名钥匙已登记。"), format!("{name}'s key is enrolled.")).with("reader", &self.key, name))
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RevokeReader {
    pub key: String,
    pub reason: String,
    #[serde(default)]
    pub on: Option<Date>,
}

impl Verb for RevokeReader {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let reader = desk.tx.get::<Reader>(&self.key)?.ok_or_else(|| Failure::not_found("reader", &self.key))?;
        form::not_future(desk, "on", desk.day(self.on))?;
        form::filled("reason", &self.reason, "作废的原因", "reason")?;
        if reader.revoked.is_some() {
            return Err(Failure::invalid("key", "这把钥匙已经作废。", "The key is revoked already."));
        }
        Ok(vec![])
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut reader = desk.tx.get::<Reader>(&self.key)?.ok_or_else(|| Failure::not_found("reader", &self.key))?;
        reader.revoked = Some(ReaderRevoked { on: desk.day(self.on), reason: self.reason.trim().into() });
        desk.put(&reader)?;
        let name = person(desk, &reader.member)?;
        Ok(Made::said(
            format!("{name}的钥匙已作废，此后用它签的回执不收。"),
            format!("{name}'s key is revoked; later returns signed with it are not taken."),
        )
        .with("reader", &self.key, name))
    }
}
