//! What our own pages of a packet say: cover, agenda, the summary of an item with the list of what it brought along, and
//! the worksheet, laid out like the keying screen so that a filled sheet is typed in its order.

use super::{Packet, PacketCase, Placed};
use crate::fonts::Face;
use crate::make::{FORM, LABEL, cell, heading, label, mid, para, table};
use crate::press::block::{Align, Block, Cell, Grid, Para, Row, Style, Track};
use crate::press::display::Ink;
use crate::wording::chinese_date;

pub(super) fn named(name: &str, label: &str) -> String {
    let name = crate::make::document_name(name);
    if label.is_empty() { name.to_string() } else { format!("{name}（{label}）") }
}

pub(super) fn item_title(c: &PacketCase) -> String {
    format!("议题{}　{}", c.no, c.case.activity)
}

const TEXT: Style = Style::new(Face::Song, 11.0);

fn line(text: impl Into<String>, style: Style) -> Para {
    Para { widow: false, ..Para::new(text, style).align(Align::Left).pitch(style.size * 1.7) }
}

pub(super) fn blocks(packet: &Packet, placed: &[Placed]) -> Vec<Block> {
    let mut out = cover(packet, placed);
    out.push(Block::NewPage);
    out.push(title("目录"));
    out.push(Block::Contents { style: TEXT, pitch: 19.0 });
    out.push(Block::NewPage);
    out.push(title("议程"));
    out.extend(agenda(packet));
    for (c, case) in packet.cases.iter().enumerate() {
        out.push(Block::NewPage);
        out.extend(summary(case, placed.iter().filter(|p| p.case == c).collect::<Vec<_>>().as_slice()));
        out.push(Block::NewPage);
        out.extend(worksheet(packet, case));
    }
    out
}

fn title(text: &str) -> Block {
    Block::Para(Para::new(text, Style::new(Face::Title, 18.0)).align(Align::Centre).pitch(28.0).around(0.0, 10.0).keep().outline(1, text))
}

fn cover(packet: &Packet, placed: &[Placed]) -> Vec<Block> {
    let centre = |text: &str, face, size: f32, before: f32| {
        Block::Para(Para::new(text, Style::new(face, size)).align(Align::Centre).pitch(size * 1.5).around(before, 0.0).keep())
    };
    let mut out = vec![Block::Space(60.0), centre(&packet.committee, Face::Song, 15.0, 0.0)];
    let mut head = Para::new("阅会包", Style::new(Face::Title, 40.0)).align(Align::Centre).pitch(64.0).around(28.0, 8.0).keep();
    head = head.outline(1, "封面");
    out.push(Block::Para(head));
    out.push(centre(&packet.occasion, Face::Hei, 20.0, 4.0));
    let merged = placed.iter().filter(|p| p.pages > 0).count();
    let listed = placed.len() - merged;
    let mut holds = format!("{}件议题，{merged}份附件并入", packet.cases.len());
    if listed > 0 {
        holds.push_str(&format!("，{listed}份只列名（见各议题附件表）"));
    }
    let mut rows: Vec<(&str, String)> = vec![
        ("送交", format!("{}　{}", packet.member, packet.role)),
        ("方式", packet.form.clone()),
        ("时间", packet.time.clone()),
        ("地点", packet.place.clone()),
        ("内容", holds),
        ("版次", format!("第{}版，{}制", packet.edition, chinese_date(packet.made))),
        ("答复", packet.reply.clone()),
    ];
    if !packet.left_out.is_empty() {
        let numbers: Vec<String> = packet.left_out.iter().map(|n| format!("议题{n}")).collect();
        rows.push(("回避", format!("{}因回避没有装入", numbers.join("、"))));
    }
    let rows = rows
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty())
        .map(|(name, text)| Row::new(vec![label(name), cell(text)]).height(28.0))
        .collect();
    let mut grid = Grid::new(vec![Track::Fixed(70.0), Track::Share(1.0)], 0, rows);
    grid.before = 60.0;
    grid.after = 24.0;
    out.push(Block::Grid(grid));
    for (i, note) in packet.notes.iter().enumerate() {
        out.push(Block::Para(line(format!("{}．{note}", i + 1), TEXT).left(16.0).first(-16.0)));
    }
    out
}

fn agenda(packet: &Packet) -> Vec<Block> {
    let rows = packet
        .agenda
        .iter()
        .map(|item| {
            let out = packet.left_out.contains(&item.no);
            let note = if out { "回避，材料不送".to_string() } else { String::new() };
            Row::new(vec![
                mid(item.no.to_string()),
                mid(item.time.as_str()),
                cell(format!("{}（{}）", item.case.activity, item.case.number)),
                mid(item.presenter.as_str()),
                mid(item.kind.as_str()),
                mid(item.minutes.map(|m| format!("{m}分钟")).unwrap_or_default()),
                mid(note),
            ])
            .height(26.0)
        })
        .collect();
    let tracks = vec![
        Track::Fixed(26.0),
        Track::Fixed(40.0),
        Track::Share(1.0),
        Track::Fixed(64.0),
        Track::Fixed(62.0),
        Track::Fixed(44.0),
        Track::Fixed(60.0),
    ];
    vec![Block::Grid(table(tracks, &["序", "时间", "活动名称", "汇报人", "类型", "用时", "说明"], rows))]
}

fn summary(case: &PacketCase, placed: &[&Placed]) -> Vec<Block> {
    let head = Para::new(item_title(case), Style::new(Face::Title, 16.0)).align(Align::Left).pitch(25.0).keep();
    let mut out = vec![Block::Para(head.outline(1, item_title(case)))];
    let about = format!("{}　{}　{}　{}", case.case.number, case.kind, case.case.leader, case.case.unit);
    out.push(Block::Para(line(about, Style::new(Face::Song, 10.5).ink(Ink::Grey)).around(0.0, 8.0).keep().outline(2, "摘要")));
    if !case.changed.is_empty() {
        out.push(heading("本版变动"));
        out.extend(case.changed.iter().map(|s| Block::Para(line(format!("· {s}"), TEXT))));
    }
    let rows: Vec<Row> = case
        .summary
        .iter()
        .filter(|(_, lines)| lines.iter().any(|l| !l.trim().is_empty()))
        .map(|(name, lines)| {
            let mut text = cell(lines.first().cloned().unwrap_or_default());
            text.paras = lines.iter().map(|l| para(l.as_str(), FORM, Align::Left)).collect();
            Row::new(vec![label(name.as_str()), text])
        })
        .collect();
    if !rows.is_empty() {
        out.push(Block::Grid(Grid::new(vec![Track::Fixed(84.0), Track::Share(1.0)], 0, rows)));
    }
    out.push(heading(&format!("附件（{}）", placed.len())));
    if placed.is_empty() {
        out.push(Block::Para(line("没有附件。", TEXT)));
        return out;
    }
    let small = |text: String| Cell::new(para(text, Style::new(Face::Song, 7.5).ink(Ink::Grey), Align::Left));
    let rows = placed
        .iter()
        .enumerate()
        .map(|(i, p)| {
            let d = &case.documents[p.document];
            let mut title = cell(if d.label.is_empty() { d.name.clone() } else { format!("{}（{}）", d.name, d.label) });
            if p.pages == 0 {
                title.paras.push(para(format!("没有并入：{}。请看原文件。", p.why.0), LABEL, Align::Left));
                title.paras.extend(small(format!("SHA-256 {}", d.sha256)).paras);
            }
            let pages = if p.pages > 0 { format!("总第{}页起，{}页", p.first, p.pages) } else { "只列名".into() };
            Row::new(vec![mid((i + 1).to_string()), title, mid(size(d.len)), mid(pages)]).height(24.0)
        })
        .collect();
    let tracks = vec![Track::Fixed(28.0), Track::Share(1.0), Track::Fixed(62.0), Track::Fixed(110.0)];
    let mut grid = table(tracks, &["序", "文件", "大小", "页"], rows);
    grid.again = Some(para("附件（续）", FORM, Align::Right));
    out.push(Block::Grid(grid));
    out
}

fn size(bytes: u64) -> String {
    match bytes {
        0..=1023 => format!("{bytes} B"),
        1024..=1_048_575 => format!("{} KB", bytes.div_ceil(1024)),
        _ => format!("{}.{} MB", bytes >> 20, ((bytes & 0xf_ffff) * 10) >> 20),
    }
}

/// Lines to write on.
fn blanks(rows: usize, height: f32) -> Grid {
    Grid::new(vec![Track::Share(1.0)], 0, (0..rows).map(|_| Row::new(vec![cell("")]).height(height)).collect())
}

fn worksheet(packet: &Packet, case: &PacketCase) -> Vec<Block> {
    let consultation = case.options.is_empty();
    let name = if consultation { "咨询意见单" } else { "审查工作单" };
    let head = Para::new(format!("{name}　议题{}", case.no), Style::new(Face::Title, 15.0)).align(Align::Left).pitch(24.0).keep();
    let mut out = vec![Block::Para(head.outline(2, "审查工作单"))];
    let about = format!("{}　{}　　{}　{}", case.case.number, case.case.activity, packet.member, packet.role);
    out.push(Block::Para(line(about, Style::new(Face::Song, 10.5)).around(0.0, 6.0).keep()));
    let conflict =
        Row::new(vec![label("利益冲突"), cell("□ 没有　　□ 有，是：________________________________（有的，本项到此为止，以下不填）")]);
    let mut grid = Grid::new(vec![Track::Fixed(70.0), Track::Share(1.0)], 0, vec![conflict.height(28.0)]);
    grid.after = 6.0;
    out.push(Block::Grid(grid));
    let heads: Vec<String> = case.answers.iter().enumerate().map(|(i, a)| format!("{} {a}", i + 1)).collect();
    let mut names: Vec<&str> = vec!["序", "要点"];
    names.extend(heads.iter().map(String::as_str));
    names.push("说明（写明页码）");
    let wide = names.len();
    let mut rows: Vec<Row> = Vec::new();
    for d in &case.dimensions {
        rows.push(Row::new(vec![Cell::new(para(d.title.as_str(), LABEL, Align::Left)).cols(wide).shade()]).height(18.0));
        for (code, words) in &d.points {
            let mut cells = vec![mid(code.as_str()), cell(words.as_str())];
            cells.extend(case.answers.iter().map(|_| mid("□")));
            cells.push(cell(""));
            rows.push(Row::new(cells).height(22.0));
        }
    }
    let mut tracks = vec![Track::Fixed(30.0), Track::Share(1.0)];
    tracks.extend(case.answers.iter().map(|_| Track::Fixed(38.0)));
    tracks.push(Track::Share(0.8));
    let mut grid = table(tracks, &names, rows);
    grid.again = Some(para(format!("{name}　议题{}（续）", case.no), FORM, Align::Right));
    grid.pad = 3.0;
    out.push(Block::Grid(grid));
    let ticks: Vec<String> = case.options.iter().enumerate().map(|(i, o)| format!("{} □ {o}", i + 1)).collect();
    let mut end = vec![];
    if !consultation {
        end.push(Row::new(vec![label("初步意见"), cell(format!("{}（会前意见，不计票）", ticks.join("　　")))]).height(30.0));
    }
    end.push(Row::new(vec![label("签名"), cell("　　　　　　　　　　　　　　　　　　　　年　　月　　日")]).height(30.0));
    let mut sign = Grid::new(vec![Track::Fixed(70.0), Track::Share(1.0)], 0, end);
    sign.before = 6.0;
    let remarks =
        Para { keep: true, ..line("意见、问题和修改建议（写明文件和页码；要写入决定书的划√）", LABEL) };
    out.push(Block::Keep(vec![Block::Para(remarks.around(8.0, 2.0)), Block::Grid(blanks(5, 22.0)), Block::Grid(sign)]));
    out
}
