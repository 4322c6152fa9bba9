//! Tables as one Excel workbook: heads stay in sight and can be filtered, dates are dates, nothing is a formula.

use crate::{Cell, Error, Sheet};
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError};

pub fn workbook(sheets: &[Sheet]) -> Result<Vec<u8>, Error> {
    let mut book = Workbook::new();
    for sheet in sheets {
        write(book.add_worksheet(), sheet).map_err(|e| Error::Workbook { sheet: sheet.name.clone(), why: e.to_string() })?;
    }
    book.save_to_buffer().map_err(|e| Error::Workbook { sheet: String::new(), why: e.to_string() })
}

fn write(out: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let head = Format::new().set_bold().set_background_color(0xE8EDF3).set_border_bottom(FormatBorder::Thin);
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let date = Format::new().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Top);
    out.set_name(&sheet.name)?;
    for (column, words) in sheet.heads.iter().enumerate() {
        let column = column as u16;
        out.write_string_with_format(0, column, words, &head)?;
        let widest = sheet.rows.iter().filter_map(|row| row.get(usize::from(column))).map(wide).max().unwrap_or(0);
        out.set_column_width(column, wide(&Cell::Text(words.clone())).max(widest).clamp(8, 48) as f64 + 2.0)?;
    }
    for (row, cells) in (1..).zip(&sheet.rows) {
        for (column, cell) in (0..).zip(cells) {
            match cell {
                Cell::Text(words) => out.write_string_with_format(row, column, words, &text)?,
                Cell::Number(number) => out.write_number_with_format(row, column, *number, &text)?,
                Cell::Date(day) => out.write_datetime_with_format(row, column, day, &date)?,
                Cell::Nothing => continue,
            };
        }
    }
    out.set_freeze_panes(1, 0)?;
    if let (last, 1..) = (sheet.rows.len() as u32, sheet.heads.len()) {
        out.autofilter(0, 0, last, sheet.heads.len() as u16 - 1)?;
    }
    Ok(())
}

/// Width in half characters: a Chinese character takes two.
fn wide(cell: &Cell) -> usize {
    match cell {
        Cell::Text(words) => words.lines().map(|l| l.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()).max().unwrap_or(0),
        Cell::Number(_) => 8,
        Cell::Date(_) => 10,
        Cell::Nothing => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader, Xlsx};

    #[test]
    fn another_program_reads_what_was_written() {
        let day = chrono::NaiveDate::from_ymd_opt(2028, 2, 29);
        let mut cases = Sheet::new("案件", &["编号", "负责人", "受理", "次数"]);
        cases.rows.push(vec!["0001".into(), "龚䶮".into(), day.into(), 3_u32.into()]);
        cases.rows.push(vec!["=1+1".into(), Cell::Nothing, None.into(), 0_u32.into()]);
        let bytes = workbook(&[cases, Sheet::new("会议", &["届次"])]).expect("written");
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).expect("an Excel workbook");
        assert_eq!(book.sheet_names(), ["案件", "会议"]);
        let range = book.worksheet_range("案件").expect("the first table");
        assert_eq!(range.get((1, 1)), Some(&Data::String("龚䶮".into())));
        assert_eq!(range.get((2, 0)), Some(&Data::String("=1+1".into())), "text, not a formula");
        let Some(Data::DateTime(moment)) = range.get((1, 2)) else { panic!("a date is a date") };
        assert_eq!(moment.as_f64(), 46812.0, "29 February 2028 in Excel's count of days");
    }

    #[test]
    fn a_name_excel_refuses_is_an_error_that_names_it() {
        let error = workbook(&[Sheet::new("2026/案件", &["编号"])]).expect_err("a slash is not allowed");
        assert!(error.to_string().contains("2026/案件"), "{error}");
    }
}
