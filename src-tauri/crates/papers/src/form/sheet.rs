//! What the form asks, in the order in which a sheet on paper is typed in: interests first, then point by point, remarks
//! with their place, the opinion.

use super::field::{Field, Kind};
use super::{DAY, Form, FormItem, NAME, Part, REMARKS, grouped, name_of};
use crate::fonts::Face;
use crate::make::{FORM, LABEL, cell, label, mid, para, table};
use crate::packet::front::plain;
use crate::press::block::{Align, Block, Cell, Grid, Para, Row, Style, Track};
use crate::press::display::Ink;
use crate::press::glyphs::Glyphs;
use crate::wording::chinese_date;

const TEXT: Style = Style::new(Face::Song, 11.0);
const SMALL: Style = Style::new(Face::Song, 9.0);
/// Width of a box to tick.
const BOX: f32 = 24.0;

struct Sheet<'a, 'f> {
    glyphs: &'a Glyphs<'f>,
    fields: Vec<Field>,
    out: Vec<Block>,
}

impl Sheet<'_, '_> {
    fn t(&self, text: &str) -> String {
        plain(self.glyphs, text)
    }
    /// A cell that is a field.
    fn field(&mut self, field: Field) -> Cell {
        self.fields.push(field);
        cell("").slot(self.fields.len() - 1)
    }
    fn line(&mut self, text: String, style: Style, before: f32, after: f32) {
        let para = Para { widow: false, ..Para::new(text, style).align(Align::Left).pitch(style.size * 1.7) };
        self.out.push(Block::Para(para.around(before, after)));
    }
    fn heading(&mut self, text: &str) {
        self.out.push(Block::Para(Para::new(text, LABEL).pitch(18.0).around(8.0, 3.0).keep()));
    }
    fn grid(&mut self, tracks: Vec<Track>, rows: Vec<Row>) {
        let mut grid = Grid::new(tracks, 0, rows);
        grid.after = 4.0;
        self.out.push(Block::Grid(grid));
    }
}

/// The pages of the form and its fields in their order.
pub(super) fn blocks(glyphs: &Glyphs, form: &Form) -> (Vec<Block>, Vec<Field>) {
    let mut sheet = Sheet { glyphs, fields: Vec::new(), out: Vec::new() };
    cover(&mut sheet, form);
    for (n, item) in form.items.iter().enumerate() {
        worksheet(&mut sheet, form, n, item);
    }
    (sheet.out, sheet.fields)
}

fn cover(sheet: &mut Sheet, form: &Form) {
    let committee = sheet.t(&form.committee);
    sheet.out.push(Block::Para(Para::new(committee, Style::new(Face::Song, 12.0)).align(Align::Centre).pitch(20.0).keep()));
    let consultation = form.items.iter().all(|i| i.options.is_empty());
    let name = if consultation { "咨询意见单" } else { "审查工作单" };
    let head = Para::new(name, Style::new(Face::Title, 24.0)).align(Align::Centre).pitch(40.0).around(4.0, 6.0).keep();
    sheet.out.push(Block::Para(head.outline(1, name)));
    let mut who = Field::new(NAME.into(), Kind::Line, "姓名，已填好");
    (who.value, who.fixed) = (sheet.t(&form.member), true);
    let who = sheet.field(who);
    let day = sheet.field(Field::new(DAY.into(), Kind::Line, "填写日期，如2026-09-07"));
    let occasion = sheet.t(&form.occasion);
    let role = sheet.t(&form.role);
    let mut rows = vec![
        Row::new(vec![label("会议"), cell(occasion).cols(3)]).height(26.0),
        Row::new(vec![label("姓名"), who, label("身份"), cell(role)]).height(26.0),
        Row::new(vec![label("填写日期"), day, label("核对码"), cell(grouped(&form.check))]).height(26.0),
    ];
    if !form.reply.is_empty() {
        let reply = sheet.t(&form.reply);
        rows.push(Row::new(vec![label("交回"), cell(reply).cols(3)]).height(26.0));
    }
    let halves = vec![Track::Fixed(70.0), Track::Share(1.0), Track::Fixed(70.0), Track::Share(1.2)];
    sheet.grid(halves, rows);
    let notes = [
        "在电脑上用看PDF的软件直接填写，填完保存，把文件交回秘书；不要“打印成PDF”，那样填写项会消失，只能当纸质录入。".to_string(),
        "每件议题先填“利益冲突”：有利害关系的，写明是什么，该议题到此为止。".to_string(),
        "要点按“符合、基本符合、不符合、不适用”选一项，没有看的留空；意见写明文件和页码。".to_string(),
        format!("填写日期写成{}或{}都可以。", form.made.format("%Y-%m-%d"), chinese_date(form.made)),
        if consultation {
            "顾问专家提供咨询意见，不参加表决。".to_string()
        } else {
            "这是会前意见，供讨论用，不计票。本表没有电子签名，秘书收到后会向您核对。".to_string()
        },
        "也可以打印出来用笔填写。".to_string(),
    ];
    for (n, note) in notes.into_iter().enumerate() {
        let para = Para::new(format!("{}．{note}", n + 1), TEXT).align(Align::Left).pitch(19.0).left(16.0).first(-16.0);
        sheet.out.push(Block::Para(para));
    }
    let rows = form
        .items
        .iter()
        .map(|i| {
            let (title, number) = (sheet.t(&i.case.activity), sheet.t(&i.case.number));
            Row::new(vec![mid(i.no.to_string()), cell(title), mid(number), mid(i.kind.as_str())]).height(24.0)
        })
        .collect();
    let tracks = vec![Track::Fixed(40.0), Track::Share(1.0), Track::Fixed(110.0), Track::Fixed(76.0)];
    let mut list = table(tracks, &["议题", "活动名称", "案号", "类型"], rows);
    list.before = 12.0;
    sheet.out.push(Block::Grid(list));
}

fn worksheet(sheet: &mut Sheet, form: &Form, n: usize, item: &FormItem) {
    sheet.out.push(Block::NewPage);
    let title = format!("议题{}　{}", item.no, sheet.t(&item.case.activity));
    let head = Para::new(title.as_str(), Style::new(Face::Title, 14.0)).align(Align::Left).pitch(22.0).keep();
    sheet.out.push(Block::Para(head.outline(1, title)));
    let about = [&item.case.number, &item.kind, &item.case.leader, &item.case.unit].map(|s| sheet.t(s)).join("　");
    let about = format!("{about}　　{}　核对码{}", sheet.t(&form.member), grouped(&form.check));
    sheet.line(about, SMALL.ink(Ink::Grey), 0.0, 4.0);
    conflict(sheet, n, item);
    points(sheet, n, item);
    remarks(sheet, n, item);
    opinion(sheet, n, item);
}

fn tip(item: &FormItem, words: &str) -> String {
    format!("议题{}　{words}", item.no)
}

fn choice(sheet: &mut Sheet, n: usize, item: &FormItem, part: Part, value: &str, words: &str) -> Cell {
    sheet.field(Field::new(name_of(n, part), Kind::Choice(value.into()), tip(item, words)))
}

fn conflict(sheet: &mut Sheet, n: usize, item: &FormItem) {
    let none = choice(sheet, n, item, Part::Conflict, "none", "利益冲突：没有");
    let declared = choice(sheet, n, item, Part::Conflict, "declared", "利益冲突：有");
    let words = sheet.field(Field::new(name_of(n, Part::ConflictWords), Kind::Lines, tip(item, "利益冲突是什么")));
    let row = Row::new(vec![label("利益冲突"), none, cell("没有"), declared, cell("有，是"), words]).height(30.0);
    let tracks = vec![Track::Fixed(70.0), Track::Fixed(BOX), Track::Fixed(38.0), Track::Fixed(BOX), Track::Fixed(48.0), Track::Share(1.0)];
    sheet.grid(tracks, vec![row]);
}

fn points(sheet: &mut Sheet, n: usize, item: &FormItem) {
    let mut names: Vec<&str> = vec!["序", "要点"];
    names.extend(item.answers.iter().map(String::as_str));
    names.push("说明（写明页码）");
    let wide = names.len();
    let mut rows: Vec<Row> = Vec::new();
    for d in &item.dimensions {
        rows.push(Row::new(vec![Cell::new(para(d.title.as_str(), LABEL, Align::Left)).cols(wide).shade()]).height(17.0));
        for (code, words) in &d.points {
            let mut cells = vec![mid(code.as_str()), Cell::new(para(words.as_str(), Style { size: 9.5, ..FORM }, Align::Left))];
            for (i, answer) in item.answers.iter().enumerate() {
                let value = (i + 1).to_string();
                cells.push(choice(sheet, n, item, Part::Answer(code), &value, &format!("{code} {words}：{answer}")));
            }
            let about = tip(item, &format!("{code} {words}的说明"));
            cells.push(sheet.field(Field::new(name_of(n, Part::Words(code)), Kind::Lines, about)));
            rows.push(Row::new(cells).height(27.0));
        }
    }
    let mut tracks = vec![Track::Fixed(28.0), Track::Share(1.0)];
    tracks.extend(item.answers.iter().map(|_| Track::Fixed(40.0)));
    tracks.push(Track::Share(1.0));
    let mut grid = table(tracks, &names, rows);
    grid.again = Some(para(format!("议题{}　要点（续）", item.no), FORM, Align::Right));
    grid.pad = 3.0;
    sheet.out.push(Block::Grid(grid));
}

fn remarks(sheet: &mut Sheet, n: usize, item: &FormItem) {
    let mut rows = Vec::new();
    for r in 0..REMARKS {
        let list = Kind::List(item.documents.iter().map(|d| sheet.t(crate::make::document_name(d))).collect());
        let words = sheet.field(Field::new(name_of(n, Part::RemarkWords(r)), Kind::Lines, tip(item, &format!("意见{}", r + 1))));
        let document = sheet.field(Field::new(name_of(n, Part::RemarkDocument(r)), list, tip(item, &format!("意见{}所说的文件", r + 1))));
        let page = sheet.field(Field::new(name_of(n, Part::RemarkPage(r)), Kind::Line, tip(item, &format!("意见{}的页码", r + 1))));
        let letter =
            sheet.field(Field::new(name_of(n, Part::RemarkLetter(r)), Kind::Tick, tip(item, &format!("意见{}要写入决定书", r + 1))));
        rows.push(Row::new(vec![mid((r + 1).to_string()), words, document, page, letter]).height(30.0));
    }
    sheet.heading("意见、问题和修改建议");
    let tracks = vec![Track::Fixed(22.0), Track::Share(1.0), Track::Fixed(124.0), Track::Fixed(40.0), Track::Fixed(52.0)];
    let mut grid = table(tracks, &["", "意见", "文件", "页码", "写入决定"], rows);
    grid.whole = true;
    sheet.out.push(Block::Grid(grid));
}

fn opinion(sheet: &mut Sheet, n: usize, item: &FormItem) {
    let whole = sheet.field(Field::new(name_of(n, Part::Whole), Kind::Lines, tip(item, "总的意见")));
    let mut out = Grid::new(vec![Track::Fixed(70.0), Track::Share(1.0)], 0, vec![Row::new(vec![label("总的意见"), whole]).height(72.0)]);
    out.before = 6.0;
    let mut kept = vec![Block::Grid(out)];
    if !item.options.is_empty() {
        let mut cells = vec![label("初步意见")];
        let mut tracks = vec![Track::Fixed(70.0)];
        for (key, words) in &item.options {
            cells.push(choice(sheet, n, item, Part::Opinion, key, &format!("初步意见：{words}")));
            cells.push(cell(words.as_str()));
            tracks.extend([Track::Fixed(BOX), Track::Share(1.0)]);
        }
        kept.push(Block::Grid(Grid::new(tracks, 0, vec![Row::new(cells).height(28.0)])));
    }
    sheet.out.push(Block::Keep(kept));
}
