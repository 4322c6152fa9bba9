//! The committee as a body: founding (M9, E4), its particulars, settings, images and registration (E43).

use super::super::{Verb, form};
use crate::desk::{Desk, Made, overlay};
use crate::failure::Failure;
use measures::*;
use serde::{Deserialize, Serialize};

/// Creates the committee of an empty file (M9).
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FoundCommittee {
    pub name: String,
    pub unit: Unit,
    pub founded: Date,
    #[serde(default)]
    pub founding_document: String,
    pub letter_prefix: String,
    pub case_prefix: String,
    pub secretary: String,
    #[serde(default)]
    pub phone: String,
    #[serde(default)]
    pub email: String,
    #[serde(default)]
    pub address: String,
    #[serde(default)]
    pub office: String,
    #[serde(default)]
    pub budget: String,
    #[serde(default)]
    pub demo: bool,
}

impl FoundCommittee {
    fn committee(&self) -> Committee {
        Committee {
            id: "committee".into(),
            name: self.name.trim().into(),
            unit: self.unit.clone(),
            founded: self.founded,
            founding_document: self.founding_document.clone(),
            letter_prefix: self.letter_prefix.trim().into(),
            case_prefix: self.case_prefix.trim().into(),
            secretary: self.secretary.trim().into(),
            phone: self.phone.clone(),
            email: self.email.clone(),
            address: self.address.clone(),
            office: self.office.clone(),
            budget: self.budget.clone(),
            rules: vec![],
            settings: Settings::default(),
            registrations: vec![],
            designations: vec![],
            local: Default::default(),
            violations: vec![],
            bodies: vec![],
            demo: self.demo,
        }
    }
}

/// What no committee can be without, whether founded or changed.
fn complete(committee: &Committee) -> Result<(), Failure> {
    form::filled("name", &committee.name, "委员会名称", "name of the committee")?;
    form::filled("unit", &committee.unit.name, "单位名称", "name of the unit")?;
    form::filled("letter_prefix", &committee.letter_prefix, "发文代字", "letter prefix")?;
    form::filled("case_prefix", &committee.case_prefix, "案号前缀", "case prefix")?;
    form::filled("secretary", &committee.secretary, "秘书姓名", "name of the secretary")
}

impl Verb for FoundCommittee {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        if desk.has_committee() {
            return Err(Failure::invalid(
                "name",
                "这个文件里已经有委员会，一个文件只管一个委员会。",
                "This file already has its committee; one file keeps one.",
            )
            .way("另建一个文件。", "Create another file."));
        }
        complete(&self.committee())?;
        form::not_future(desk, "founded", self.founded)?;
        Ok(vec![])
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let committee = self.committee();
        let made = Made::said(format!("已设立{}。", committee.name), format!("{} founded.", committee.name)).with(
            "committee",
            "committee",
            committee.name.clone(),
        );
        desk.put_committee(committee)?;
        Ok(made)
    }
}

/// Changes single particulars; what is left out stays. `with` is a partial [`Committee`] object.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChangeCommittee {
    pub with: serde_json::Value,
    #[serde(default)]
    pub reason: String,
}

/// Everything that has an act of its own is not among them.
const PARTICULARS: [&str; 12] = [
    "name",
    "unit",
    "founded",
    "founding_document",
    "letter_prefix",
    "case_prefix",
    "secretary",
    "phone",
    "email",
    "address",
    "office",
    "budget",
];

impl ChangeCommittee {
    fn changed(&self, desk: &Desk) -> Result<Committee, Failure> {
        form::only(&self.with, &PARTICULARS)?;
        let committee = overlay(desk.committee()?, &self.with)?;
        complete(&committee)?;
        form::not_future(desk, "founded", committee.founded)?;
        Ok(committee)
    }
}

impl Verb for ChangeCommittee {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        self.changed(desk)?;
        Ok(vec![])
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let committee = self.changed(desk)?;
        let name = committee.name.clone();
        desk.put_committee(committee)?;
        Ok(Made::said("已更改委员会信息。", "The committee's particulars are changed.").with("committee", "committee", name))
    }
}

/// Changes single settings; what is left out stays. `with` is a partial [`Settings`] object.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChangeSettings {
    pub with: serde_json::Value,
}

const SETTINGS: [&str; 9] = [
    "profile",
    "approve_after_changes",
    "signed_ballots",
    "names_on_letters",
    "minutes_attribute",
    "seal_mm",
    "language",
    "lock_minutes",
    "second_copy",
];

impl ChangeSettings {
    fn changed(&self, desk: &Desk) -> Result<Settings, Failure> {
        form::only(&self.with, &SETTINGS)?;
        let settings: Settings = overlay(&desk.committee()?.settings, &self.with)?;
        if !(30..=50).contains(&settings.seal_mm) {
            return Err(Failure::invalid("seal_mm", "印章直径在30至50毫米之间。", "The seal is between 30 and 50 millimetres wide."));
        }
        if !["zh-CN", "en"].contains(&settings.language.as_str()) {
            return Err(Failure::invalid("language", "界面语言是zh-CN或en。", "The language is zh-CN or en."));
        }
        Ok(settings)
    }
}

impl Verb for ChangeSettings {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        self.changed(desk)?;
        Ok(vec![])
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let settings = self.changed(desk)?;
        let committee = Committee { settings, ..desk.committee()?.clone() };
        desk.put_committee(committee)?;
        Ok(Made::said("已更改设置。", "The settings are changed."))
    }
}

#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RegisterCommittee {
    pub on: Date,
    #[serde(default)]
    pub number: String,
    #[serde(default)]
    pub note: String,
}

impl RegisterCommittee {
    fn registered(&self, desk: &Desk) -> Result<Committee, Failure> {
        let mut committee = desk.committee()?.clone();
        committee.registrations.push(Registration { on: self.on, number: self.number.trim().into(), note: self.note.clone() });
        committee.registrations.sort_by_key(|r| r.on);
        Ok(committee)
    }
}

impl Verb for RegisterCommittee {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        if self.on < desk.committee()?.founded {
            return Err(Failure::invalid("on", "登记日期早于委员会设立。", "Registered before the committee was founded."));
        }
        let facts = desk.facts()?;
        let mut findings = m30_registration::committee(&Facts { committee: &self.registered(desk)?, ..facts }, self.on);
        findings.extend(form::later(desk, self.on));
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let committee = self.registered(desk)?;
        let first = committee.registrations.len() == 1;
        desk.put_committee(committee)?;
        let (zh, en) = if first {
            ("已登记委员会平台登记。", "The committee's registration is recorded.")
        } else {
            ("已登记平台信息更新。", "The update of the registration is recorded.")
        };
        Ok(Made::said(zh, en).with("committee", "committee", ""))
    }
}

/// The seal's or the chair's signature's picture, already in the archive under its SHA-256.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SetImage {
    /// `seal` or `signature`
    pub which: String,
    pub sha256: Option<String>,
    #[serde(default)]
    pub mm: Option<u32>,
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

impl SetImage {
    fn changed(&self, desk: &Desk) -> Result<Settings, Failure> {
        let mut settings = desk.committee()?.settings.clone();
        if let Some(sha) = &self.sha256 {
            form::on_file(desk, "sha256", sha)?;
            let bytes = desk.tx.blob(sha)?.unwrap_or_default();
            if !bytes.starts_with(PNG) {
                return Err(Failure::invalid("sha256", "图片不是PNG格式。", "The picture is not a PNG.")
                    .way("另存为背景透明的PNG再放入。", "Save it as a PNG with a transparent background."));
            }
        }
        match self.which.as_str() {
            "seal" => settings.seal = self.sha256.clone(),
            "signature" => settings.signature = self.sha256.clone(),
            other => return Err(Failure::invalid("which", format!("没有“{other}”这种图片。"), format!("There is no image “{other}”."))),
        }
        if let Some(mm) = self.mm {
            if !(30..=50).contains(&mm) {
                return Err(Failure::invalid("mm", "印章直径在30至50毫米之间。", "The seal is between 30 and 50 millimetres wide."));
            }
            settings.seal_mm = mm;
        }
        Ok(settings)
    }
}

impl Verb for SetImage {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        self.changed(desk)?;
        Ok(vec![])
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let settings = self.changed(desk)?;
        let committee = Committee { settings, ..desk.committee()?.clone() };
        desk.put_committee(committee)?;
        Ok(match (self.which.as_str(), self.sha256.is_some()) {
            ("seal", true) => Made::said("已放入印章。", "The seal is set."),
            ("seal", false) => Made::said("已取下印章。", "The seal is taken off."),
            (_, true) => Made::said("已放入签名。", "The signature is set."),
            (_, false) => Made::said("已取下签名。", "The signature is taken off."),
        })
    }
}
