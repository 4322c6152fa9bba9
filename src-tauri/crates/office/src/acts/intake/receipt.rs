//! The counter: receipt of an application, corrections to what was typed, files (M12, E9).

use super::super::{Verb, form};
use crate::desk::{Desk, Made, overlay};
use crate::failure::Failure;
use measures::*;
use serde::{Deserialize, Serialize};

/// Formal receipt; takes the case number. The 30 days do not run yet: they run from acceptance.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReceiveApplication {
    pub application: Application,
    /// Moment of receipt; now when left out.
    #[serde(default)]
    pub received: Option<Instant>,
    #[serde(default)]
    pub medium: String,
    /// A person without a unit applies (M12): cannot be accepted by a committee.
    #[serde(default)]
    pub without_unit: bool,
}

impl ReceiveApplication {
    fn application(&self) -> Application {
        let mut application = self.application.clone();
        if self.without_unit && !application.department.contains("无单位") {
            application.department = if application.department.trim().is_empty() {
                "无单位".into()
            } else {
                format!("无单位（{}）", application.department)
            };
        }
        application
    }
    fn case(&self, desk: &Desk, id: String, number: String) -> Case {
        Case {
            id,
            number,
            application: self.application(),
            scope: None,
            listed: None,
            rounds: vec![fresh_round(RoundKind::Initial, String::new(), desk.moment(self.received), &self.medium)],
            turns: vec![],
            notes: vec![],
        }
    }
}

/// A round as it is at receipt: nothing checked, nothing decided.
pub(crate) fn fresh_round(kind: RoundKind, suffix: String, received: Instant, medium: &str) -> Round {
    Round {
        kind,
        suffix,
        received,
        medium: medium.into(),
        checks: Default::default(),
        conflicts_scanned: None,
        supplements: vec![],
        refused: None,
        withdrawn: None,
        accepted: None,
        commission: None,
        recognised: None,
        designation: None,
        opinions: vec![],
        converted: None,
        extensions: vec![],
        items: vec![],
        preliminary: None,
        rereview: None,
        decision: None,
        deliveries: vec![],
        appeal: None,
        major: false,
        report: vec![],
        leader_was: None,
    }
}

impl Verb for ReceiveApplication {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        desk.committee()?;
        let case = self.case(desk, String::new(), String::new());
        let mut findings = m13_acceptance::receive(&case.application, desk.moment(self.received), desk.at);
        // Whoever hands something in is given a receipt; what stands against acceptance is told at the counter.
        let leader = m12_application::leader(&case).into_iter().filter(|f| !findings.iter().any(|x| x.rule == f.rule)).collect::<Vec<_>>();
        findings.extend(leader.into_iter().map(|f| Finding { verdict: Verdict::Note, ..f }));
        Ok(findings)
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let received = desk.moment(self.received);
        let year = chrono::Datelike::year(&received.date_naive());
        let n = desk.tx.next_number(&format!("case-{year}"))?;
        let number = format!("{}-{year}-{n:04}", desk.committee()?.case_prefix);
        let id = desk.tx.next_id("case")?;
        let case = self.case(desk, id.clone(), number.clone());
        desk.put_case(&case)?;
        Ok(Made::said(format!("已收件，案号{number}。"), format!("Received as {number}.")).with("case", id, number))
    }
}

/// Changes what was typed; `with` is a partial [`Application`] object. After acceptance a reason is asked for.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CorrectApplication {
    pub case: String,
    pub with: serde_json::Value,
    #[serde(default)]
    pub reason: String,
}

impl CorrectApplication {
    fn corrected(&self, case: &Case) -> Result<Application, Failure> {
        if self.with.as_object().is_none_or(|o| o.is_empty()) {
            return Err(Failure::invalid("with", "没有写要改什么。", "Nothing to change is named."));
        }
        let application: Application = overlay(&case.application, &self.with)?;
        form::filled("title", &application.title, "活动名称", "name of the activity")?;
        form::filled("leader", &application.leader, "活动负责人", "leader")?;
        if case.round().accepted.is_some() || case.rounds.len() > 1 {
            form::filled("reason", &self.reason, "受理后更正的理由", "reason for a correction after acceptance")?;
        }
        Ok(application)
    }
}

impl Verb for CorrectApplication {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        let application = self.corrected(&case)?;
        Ok(e20_changes::can_correct(&case, &application))
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let mut case = desk.case(&self.case)?;
        let to = self.corrected(&case)?;
        e20_changes::with_leader(&mut case, to);
        if !self.reason.trim().is_empty() {
            case.notes.push(format!("{}更正申请信息：{}", say::zh_date(desk.at.date_naive()), self.reason.trim()));
        }
        desk.put_case(&case)?;
        Ok(Made::said("已更正申请信息。", "The application is corrected.").with("case", &self.case, case.full_number()))
    }
}

/// One file into one or more elements. The bytes are in the archive already (`sha256`), or given as `text`.
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AttachMaterial {
    pub case: String,
    #[serde(default)]
    pub elements: Vec<Element>,
    pub name: String,
    #[serde(default)]
    pub version: String,
    #[serde(default)]
    pub version_date: Option<Date>,
    #[serde(default)]
    pub received: Option<Date>,
    #[serde(default)]
    pub sha256: String,
    #[serde(default)]
    pub text: Option<String>,
    /// The earlier version this one replaces: its material id.
    #[serde(default)]
    pub replaces: Option<String>,
}

impl AttachMaterial {
    fn replaced(&self, desk: &Desk) -> Result<Option<Material>, Failure> {
        let Some(id) = &self.replaces else { return Ok(None) };
        let old = desk.tx.get::<Material>(id)?.ok_or_else(|| Failure::not_found("material", id))?;
        if old.case != self.case {
            return Err(Failure::invalid("replaces", "要替换的材料不是本件的。", "The material to be replaced belongs to another case."));
        }
        if old.replaced_by.is_some() {
            return Err(Failure::invalid(
                "replaces",
                format!("“{}”已有更新的版本，请替换最新的那份。", old.name),
                format!("“{}” has a later version; replace that one.", old.name),
            ));
        }
        Ok(Some(old))
    }
}

impl Verb for AttachMaterial {
    fn examine(&self, desk: &Desk) -> Result<Vec<Finding>, Failure> {
        let case = desk.case(&self.case)?;
        form::filled("name", &self.name, "文件名", "name of the file")?;
        form::not_future(desk, "received", desk.day(self.received))?;
        if let Some(day) = self.version_date {
            form::not_future(desk, "version_date", day)?;
        }
        self.replaced(desk)?;
        if self.text.is_none() {
            form::filled("sha256", &self.sha256, "文件内容", "content of the file")?;
            form::on_file(desk, "sha256", &self.sha256)?;
            let twin = desk
                .tx
                .where_::<Material>("sha256", &self.sha256)?
                .into_iter()
                .find(|m| m.case == self.case && Some(&m.id) != self.replaces.as_ref());
            if let Some(twin) = twin {
                return Err(Failure::invalid(
                    "sha256",
                    format!("与已收的“{}”内容完全相同，没有重复收入。", twin.name),
                    format!("The same bytes are on file as “{}”; not taken twice.", twin.name),
                )
                .way("一份文件可以归入多个要素。", "One file may fill several elements."));
            }
        }
        Ok(e06_records::read_only(&case).into_iter().collect())
    }
    fn apply(&self, desk: &mut Desk) -> Result<Made, Failure> {
        let case = desk.case(&self.case)?;
        let old = self.replaced(desk)?;
        let sha256 = match &self.text {
            Some(text) => desk.tx.put_blob(text.as_bytes())?,
            None => self.sha256.clone(),
        };
        let size = u32::try_from(form::on_file(desk, "sha256", &sha256)?).unwrap_or(u32::MAX);
        let id = desk.tx.next_id("material")?;
        let elements =
            if self.elements.is_empty() { old.as_ref().map(|m| m.elements.clone()).unwrap_or_default() } else { self.elements.clone() };
        let version = match (self.version.trim(), &old) {
            ("", None) => "V1.0".into(),
            ("", Some(old)) => next_version(&old.version),
            (version, _) => version.to_string(),
        };
        let material = Material {
            id: id.clone(),
            case: self.case.clone(),
            round: case.rounds.len() as u32 - 1,
            elements,
            name: self.name.trim().into(),
            version,
            version_date: self.version_date,
            received: desk.day(self.received),
            sha256,
            size,
            replaced_by: None,
        };
        desk.put_material(&material)?;
        desk.tx.put_search("material", &id, &material.name, self.text.as_deref().unwrap_or_default())?;
        if let Some(mut old) = old {
            old.replaced_by = Some(id.clone());
            desk.put_material(&old)?;
        }
        Ok(Made::said(
            format!("已收入“{}”{}。", material.name, material.version),
            format!("“{}” {} is on file.", material.name, material.version),
        )
        .with("material", id, material.name))
    }
}

/// V1.0 → V2.0; a version not written this way gets a mark of its own.
fn next_version(old: &str) -> String {
    old.strip_prefix('V')
        .and_then(|v| v.split('.').next())
        .and_then(|n| n.parse::<u32>().ok())
        .map_or_else(|| format!("{old}（修订）"), |n| format!("V{}.0", n + 1))
}

#[cfg(test)]
mod tests {
    use super::next_version;

    #[test]
    fn a_replaced_file_without_a_version_counts_up() {
        assert_eq!(next_version("V1.0"), "V2.0");
        assert_eq!(next_version("V9.3"), "V10.0");
        assert_eq!(next_version("送审稿"), "送审稿（修订）");
    }
}
