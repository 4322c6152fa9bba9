//! The demo committee: 江州大学, its members, meetings and about sixty applications, built by acts like any other file,
//! marked as a demo on every screen and paper.

mod files;
mod tell;

use crate::beijing::moment;
use crate::failure::Failure;
use crate::office::Office;
use crate::seats::seat;
use crate::stage::Stage;
use serde_json::Value;
use std::collections::BTreeMap;

/// Builds the whole demo committee in the file that is open.
pub fn build(office: &mut Office) -> Result<(), Failure> {
    let open = office.open.take().ok_or_else(Failure::closed)?;
    let places = office.places.clone();
    let start = moment("2024-03-15").map_err(Failure::bug)?;
    let task = office.task.clone();
    let mut stage = Stage { office: Office { open: Some(open), task, ..Office::new(places) }, names: BTreeMap::new(), now: start };
    let result = tell(&mut stage);
    office.open = stage.office.open.take();
    result
}

fn tell(stage: &mut Stage) -> Result<(), Failure> {
    let committee = asset(stage, "demo/committee.yaml")?;
    let story = asset(stage, "demo/story.yaml")?;
    seat(stage, &committee)?;
    tell::tell(stage, &story)
}

fn asset(stage: &Stage, name: &str) -> Result<Value, Failure> {
    let path = stage.office.places.assets.join(name);
    let text = std::fs::read_to_string(&path).map_err(|e| Failure::io(&path, &e))?;
    serde_yaml_ng::from_str(&text).map_err(|e| Failure::bug(format!("{}：{e}", path.display())))
}
