//! What the papers share in the making: the names every wording knows, the signature, tables of a form.

use crate::Letterhead;
use crate::fonts::Face;
use crate::press::MM;
use crate::press::block::{Align, Block, Cell, Grid, Para, Row, Signed, Style, Track};
use crate::press::frame::{BODY, PITCH, TRACK};
use crate::press::picture;
use crate::sheet::{CaseRef, Imprint, Material, MeetingRef, Recusal, VoteLine, VoteSummary};
use crate::wording::{Values, chinese_date};

/// The page a paper is set on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Red head of the committee, 信函格式.
    Letter,
    /// Red head of the unit, for what the unit itself sends.
    UnitLetter,
    Minutes,
    Form,
    Wide,
    Report,
}

/// What the print shop asks of each paper.
pub(crate) trait Sheet {
    /// What its placeholders stand for, besides those every wording knows.
    fn values(&self, head: &Letterhead) -> Values;
    fn layout(&self) -> Layout;
    /// `None` for sheets that are never issued.
    fn imprint(&self) -> Option<&Imprint>;
    /// The paper's name in the file and in the viewer's title bar.
    fn subject(&self) -> String;
}

/// Names every wording knows.
pub(crate) const COMMON: &[&str] = &["委员会", "单位", "代字", "联系人", "电话", "文号", "成文日期", "落款"];
/// Names of a paper about one case.
pub(crate) const CASE: &[&str] = &["案号", "活动名称", "负责人", "承担单位"];
/// Names of a paper about one meeting.
pub(crate) const MEETING: &[&str] = &["会议", "会议日期", "会议时间", "会议地点", "线上接入", "会议形式", "主持人", "主持人身份"];
/// Names of a vote.
pub(crate) const VOTE: &[&str] = &["表决", "应到", "到会", "回避", "票数", "须票数", "算式"];

/// Values of `COMMON`.
pub(crate) fn common(head: &Letterhead, imprint: Option<&Imprint>) -> Values {
    let number = imprint.and_then(|i| i.number.clone()).unwrap_or_default();
    Values::new()
        .text("委员会", head.committee.as_str())
        .text("单位", head.unit.as_str())
        .text("代字", head.prefix.as_str())
        .text("联系人", head.contact.as_str())
        .text("电话", head.phone.as_str())
        .text("文号", number)
        .date("成文日期", imprint.and_then(|i| i.date))
        .blocks("落款", vec![])
}

/// Values of `CASE`.
pub(crate) fn case(case: &CaseRef) -> Values {
    Values::new()
        .text("案号", case.number.as_str())
        .text("活动名称", case.activity.as_str())
        .text("负责人", case.leader.as_str())
        .text("承担单位", case.unit.as_str())
}

/// Values of `MEETING`.
pub(crate) fn meeting(meeting: &MeetingRef) -> Values {
    Values::new()
        .text("会议", meeting.title.as_str())
        .date("会议日期", meeting.date)
        .text("会议时间", meeting.time.as_str())
        .text("会议地点", meeting.place.as_str())
        .text("线上接入", meeting.link.as_deref().unwrap_or_default())
        .text("会议形式", meeting.form.as_str())
        .text("主持人", meeting.host.as_str())
        .text("主持人身份", meeting.host_note.as_str())
}

/// Values of `VOTE`.
pub(crate) fn vote(vote: Option<&VoteSummary>) -> Values {
    let empty = VoteSummary::default();
    let v = vote.unwrap_or(&empty);
    Values::new()
        .flag("表决", vote.is_some())
        .number("应到", v.due)
        .number("到会", v.attending)
        .text("回避", v.recused.join("、"))
        .text("票数", votes(&v.votes))
        .number("须票数", v.needed)
        .text("算式", v.arithmetic.as_str())
}

/// 批准6票，修改后再审1票
pub(crate) fn votes(lines: &[VoteLine]) -> String {
    lines.iter().map(|v| format!("{}{}票", v.option, v.count)).collect::<Vec<_>>().join("，")
}

/// 实施方案V1.2（2026年8月20日）
pub(crate) fn material(m: &Material) -> String {
    let date = m.date.map(|d| format!("（{}）", chinese_date(d))).unwrap_or_default();
    format!("{}{}{date}", document_name(&m.name), m.version)
}

/// What a document is called on paper: the name of its file without the ending, 实施方案.pdf as 实施方案.
pub(crate) fn document_name(name: &str) -> &str {
    const ENDINGS: &[&str] =
        &["pdf", "docx", "doc", "wps", "ofd", "rtf", "odt", "xlsx", "xls", "et", "pptx", "ppt", "txt", "jpg", "jpeg", "png", "zip"];
    match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.trim().is_empty() && ENDINGS.contains(&ending.to_ascii_lowercase().as_str()) => stem,
        _ => name,
    }
}

/// A sentence ends with a sign, whoever typed it; nothing stays nothing.
pub(crate) fn sentence(text: &str) -> String {
    let text = text.trim_end();
    let ends = ['。', '！', '？', '；', '：', '…', '，', '、', '.', ';'];
    let bare = text.trim_end_matches(['”', '’']);
    if text.is_empty() || bare.ends_with(ends) { text.into() } else { format!("{text}。") }
}

/// `sentence` for each.
pub(crate) fn sentences(texts: &[String]) -> Vec<String> {
    texts.iter().map(|t| sentence(t)).collect()
}

/// The documents in a sentence: all of up to three, otherwise the first and how many.
pub(crate) fn materials(documents: &[Material]) -> String {
    match documents {
        [] => String::new(),
        few if few.len() <= 3 => few.iter().map(material).collect::<Vec<_>>().join("、"),
        [first, ..] => format!("{}等{}份材料", material(first), documents.len()),
    }
}

/// 赵启明（与申请人同一课题组）
pub(crate) fn recusal(r: &Recusal) -> String {
    if r.reason.is_empty() { r.name.clone() } else { format!("{}（{}）", r.name, r.reason) }
}

/// The end of a letter. A draft has neither seal nor signature.
pub(crate) fn signature(head: &Letterhead, imprint: &Imprint, signer: &str, name: &str) -> Vec<Block> {
    let issued = imprint.number.is_some();
    let hand = head.signature_png.as_deref().filter(|_| issued && !signer.is_empty());
    let signature = hand.map(|png| {
        let height = 13.0 * MM;
        let ratio = picture::ratio(png).unwrap_or(2.0);
        let width = (height * ratio).min(38.0 * MM);
        (width, width / ratio)
    });
    vec![Block::Signed(Signed {
        name: name.to_string(),
        date: imprint.date.map(chinese_date).unwrap_or_default(),
        signer: signer.to_string(),
        style: Style::new(Face::Fang, BODY),
        pitch: PITCH,
        track: TRACK,
        seal: head.seal_png.as_ref().filter(|_| issued).map(|_| head.seal_mm.clamp(20.0, 60.0) * MM),
        signature,
    })]
}

/// A signature block as a value for `{放 落款}`.
pub(crate) fn signed(head: &Letterhead, imprint: &Imprint, signer: &str) -> Values {
    Values::new().blocks("落款", signature(head, imprint, signer, &head.committee))
}

/// 主任委员： where a post is named.
pub(crate) fn post(post: &str) -> String {
    if post.is_empty() { String::new() } else { format!("{post}：") }
}

/// Text of a form's cell.
pub(crate) const FORM: Style = Style::new(Face::Song, 10.5);
/// Label of a form's cell.
pub(crate) const LABEL: Style = Style::new(Face::Hei, 10.5);

/// A paragraph for a cell.
pub(crate) fn para(text: impl Into<String>, style: Style, align: Align) -> Para {
    Para { widow: false, ..Para::new(text, style).align(align).pitch(style.size * 1.5) }
}

/// A cell of running text.
pub(crate) fn cell(text: impl Into<String>) -> Cell {
    Cell::new(para(text, FORM, Align::Left))
}

/// A cell with its text in the middle.
pub(crate) fn mid(text: impl Into<String>) -> Cell {
    Cell::new(para(text, FORM, Align::Centre))
}

/// A label.
pub(crate) fn label(text: impl Into<String>) -> Cell {
    Cell::new(para(text, LABEL, Align::Centre)).shade()
}

/// A head row.
pub(crate) fn heads(names: &[&str]) -> Row {
    Row::new(names.iter().map(|n| label(*n)).collect()).height(24.0)
}

/// A table whose first row is a head.
pub(crate) fn table(tracks: Vec<Track>, names: &[&str], rows: Vec<Row>) -> Grid {
    let mut all = vec![heads(names)];
    all.extend(rows);
    Grid::new(tracks, 1, all)
}

/// A heading inside a form.
pub(crate) fn heading(text: &str) -> Block {
    Block::Para(Para::new(text, Style::new(Face::Hei, 12.0)).pitch(20.0).around(10.0, 4.0).keep())
}

/// The reviewed documents as an annex page.
pub(crate) fn material_annex(documents: &[Material]) -> Vec<Block> {
    let style = Style::new(Face::Hei, BODY);
    let rows = documents
        .iter()
        .enumerate()
        .map(|(i, m)| {
            let date = m.date.map(chinese_date).unwrap_or_default();
            Row::new(vec![mid((i + 1).to_string()), cell(document_name(&m.name)), mid(m.version.as_str()), mid(date)])
        })
        .collect();
    let tracks = vec![Track::Fixed(40.0), Track::Share(1.0), Track::Fixed(70.0), Track::Fixed(110.0)];
    let mut grid = table(tracks, &["序号", "文件名称", "版本", "版本日期"], rows);
    grid.again = Some(para("审查文件清单（续）", FORM, Align::Right));
    vec![
        Block::NewPage,
        Block::Para(Para::new("附件", style).pitch(PITCH).keep()),
        Block::Para(
            Para::new("审查文件清单", Style::new(Face::Title, 22.0))
                .align(Align::Centre)
                .pitch(PITCH)
                .around(PITCH, PITCH)
                .keep()
                .outline(2, "附件 审查文件清单"),
        ),
        Block::Grid(grid),
    ]
}

/// 1. 2. 3. before each text.
pub(crate) fn numbered(items: &[String]) -> Vec<String> {
    items.iter().enumerate().map(|(i, t)| format!("{}. {t}", i + 1)).collect()
}
