//! Any list as a printed register, by default on landscape paper: what the screen shows, with its filter and day.

use serde::{Deserialize, Serialize};

/// Any list as a printed register, by default on landscape paper.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Register {
    pub title: String,
    /// Filter and day: 在办24件，2026年9月17日.
    #[serde(default)]
    pub subtitle: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<String>>,
    #[serde(default)]
    pub note: String,
    /// Upright paper instead of landscape.
    #[serde(default)]
    pub portrait: bool,
}

/// One column.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Column {
    pub head: String,
    /// Relative width; 0 lets the content decide.
    #[serde(default)]
    pub width: f32,
    /// Numbers stand at the right.
    #[serde(default)]
    pub numeric: bool,
}
