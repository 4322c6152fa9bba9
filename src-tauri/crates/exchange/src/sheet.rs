//! A table of values, and its CSV: UTF-8 with a byte order mark, because Excel in China takes a file without one for GBK.

use chrono::NaiveDate;

#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Text(String),
    Number(f64),
    Date(NaiveDate),
    Nothing,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::from(text.to_owned())
    }
}
impl From<String> for Cell {
    fn from(text: String) -> Cell {
        if text.is_empty() { Cell::Nothing } else { Cell::Text(text) }
    }
}
impl From<u32> for Cell {
    fn from(number: u32) -> Cell {
        Cell::Number(number.into())
    }
}
impl From<Option<NaiveDate>> for Cell {
    fn from(day: Option<NaiveDate>) -> Cell {
        day.map_or(Cell::Nothing, Cell::Date)
    }
}

/// A table: its name (at most 31 characters, as Excel allows), its heads and its rows, each as long as the heads.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    pub name: String,
    pub heads: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

impl Sheet {
    pub fn new(name: &str, heads: &[&str]) -> Sheet {
        Sheet { name: name.to_owned(), heads: heads.iter().map(|h| (*h).to_owned()).collect(), rows: Vec::new() }
    }

    /// Text that a spreadsheet would run as a formula (`=`, `+`, `-`, `@` first) gets an apostrophe before it: what an
    /// applicant typed must not act on the secretary's computer.
    pub fn csv(&self) -> Vec<u8> {
        let mut out = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer("\u{feff}".as_bytes().to_vec());
        let never = "a vector takes every byte";
        out.write_record(&self.heads).expect(never);
        for row in &self.rows {
            out.write_record(row.iter().map(plain)).expect(never);
        }
        out.into_inner().expect(never)
    }
}

fn plain(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => format!("'{text}"),
        Cell::Text(text) => text.clone(),
        Cell::Number(number) => number.to_string(),
        Cell::Date(day) => day.to_string(),
        Cell::Nothing => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn csv_keeps_quotes_lines_and_rare_names_and_runs_no_formula() {
        let mut sheet = Sheet::new("案件", &["编号", "负责人", "说明"]);
        sheet.rows.push(vec!["JZU-AI-2026-0001".into(), "龚䶮𬭎".into(), "他说\"好\"，\n换行".into()]);
        sheet.rows.push(vec![7_u32.into(), "艾力·买买提".into(), "=HYPERLINK(\"http://x\")".into()]);
        let bytes = sheet.csv();
        assert_eq!(&bytes[..3], b"\xef\xbb\xbf");
        let mut back = csv::Reader::from_reader(&bytes[3..]);
        let rows: Vec<csv::StringRecord> = back.records().collect::<Result<_, _>>().expect("well formed");
        assert_eq!(&rows[0][1], "龚䶮𬭎");
        assert_eq!(&rows[0][2], "他说\"好\"，\n换行");
        assert_eq!(&rows[1][2], "'=HYPERLINK(\"http://x\")");
    }
}
