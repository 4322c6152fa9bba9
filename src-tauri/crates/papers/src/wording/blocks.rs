//! A filled wording becomes blocks: marks at the start of a line say what the line is.

use crate::fonts::Face;
use crate::press::block::{Align, Block, Para, Span, Style};
use crate::press::display::Ink;
use crate::press::frame::{BODY, PITCH, TRACK};
use crate::press::text::balanced;
use crate::wording::parse::{Piece, Wording, fill};
use crate::wording::values::{Value, Values};

/// How the lines of a wording look in one kind of paper.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Manner {
    body: Style,
    pitch: f32,
    track: f32,
    title: Style,
    title_pitch: f32,
    title_after: f32,
    /// Headings stand in like paragraphs; on forms they stand at the edge.
    head_first: f32,
}

impl Manner {
    /// GB/T 9704: 3号 on the grid, title 2号小标宋.
    pub(crate) const LETTER: Manner = Manner {
        body: Style::new(Face::Fang, BODY),
        pitch: PITCH,
        track: TRACK,
        title: Style::new(Face::Title, 22.0),
        title_pitch: 34.0,
        title_after: PITCH,
        head_first: 2.0 * (BODY + TRACK),
    };

    /// Forms: 小四 in 宋体.
    pub(crate) const FORM: Manner = Manner {
        body: Style::new(Face::Song, 12.0),
        pitch: 21.0,
        track: 0.0,
        title: Style::new(Face::Title, 20.0),
        title_pitch: 30.0,
        title_after: 10.0,
        head_first: 0.0,
    };

    fn em(&self) -> f32 {
        self.body.size + self.track
    }

    fn para(&self, spans: Vec<Span>) -> Para {
        Para { track: self.track, pitch: self.pitch, ..Para::of(spans) }
    }

    fn heading(&self, spans: Vec<Span>) -> Para {
        self.para(spans).first(self.head_first)
    }

    fn indented(&self, spans: Vec<Span>) -> Para {
        self.para(spans).first(2.0 * self.em())
    }
}

/// Body and foot (抄送) of a paper.
pub(crate) fn blocks(wording: &Wording, values: &Values, manner: Manner) -> (Vec<Block>, Vec<Block>) {
    let mut pieces = Vec::new();
    fill(wording.nodes(), &[values], None, &mut 0, &mut pieces);
    let mut out = Vec::new();
    let mut foot = Vec::new();
    let mut line: Vec<Piece> = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Written(text) => {
                let mut parts = text.split('\n');
                if let Some(first) = parts.next() {
                    line.push(Piece::Written(first.into()));
                }
                for part in parts {
                    close(&mut line, manner, &mut out, &mut foot);
                    line.push(Piece::Written(part.into()));
                }
            }
            Piece::Recorded(text) => {
                // A recorded text may have paragraphs of its own.
                let mut parts = text.split('\n').filter(|p| !p.trim().is_empty());
                if let Some(first) = parts.next() {
                    line.push(Piece::Recorded(first.into()));
                }
                for part in parts {
                    close(&mut line, manner, &mut out, &mut foot);
                    line.push(Piece::Recorded(part.into()));
                }
            }
            Piece::Place(name) => {
                close(&mut line, manner, &mut out, &mut foot);
                // Signatures do not stand alone on a page.
                if name == "签署"
                    && let Some(Block::Para(before)) = out.last_mut()
                {
                    before.keep = true;
                }
                if let Some(Value::Blocks(placed)) = values.get(&name) {
                    out.extend(placed.iter().cloned());
                }
            }
            Piece::EmptyLine => {
                close(&mut line, manner, &mut out, &mut foot);
                out.push(Block::Space(manner.pitch));
            }
            Piece::NewPage => {
                close(&mut line, manner, &mut out, &mut foot);
                out.push(Block::NewPage);
            }
        }
    }
    close(&mut line, manner, &mut out, &mut foot);
    (out, foot)
}

fn close(line: &mut Vec<Piece>, m: Manner, out: &mut Vec<Block>, foot: &mut Vec<Block>) {
    let pieces = std::mem::take(line);
    let text: String = pieces.iter().map(plain).collect();
    if text.trim().is_empty() {
        return;
    }
    let (mark, pieces) = take_mark(pieces);
    let hei = |size: f32| Style::new(Face::Hei, size);
    let em = m.em();
    match mark {
        Mark::Title => {
            let text: String = pieces.iter().map(plain).collect();
            for (i, row) in balanced(text.trim(), 19).into_iter().enumerate() {
                let mut para = Para::new(row, m.title).align(Align::Centre).pitch(m.title_pitch).keep();
                if i == 0 {
                    para = para.outline(1, text.trim());
                }
                out.push(Block::Para(para));
            }
            if let Some(Block::Para(last)) = out.last_mut() {
                last.after = m.title_after;
            }
        }
        Mark::Addressee => {
            let mut spans = spans(&pieces, m.body);
            spans.push(Span { text: "：".into(), style: m.body });
            out.push(Block::Para(m.para(spans).keep()));
        }
        Mark::Head1 => {
            let spans = spans(&pieces, hei(m.body.size));
            let title: String = spans.iter().map(|s| s.text.as_str()).collect();
            out.push(Block::Para(m.heading(spans).keep().outline(2, title)));
        }
        Mark::Head2 => {
            let spans = spans(&pieces, Style::new(Face::Kai, m.body.size));
            out.push(Block::Para(m.heading(spans).keep()));
        }
        Mark::Flush => out.push(Block::Para(m.para(spans(&pieces, m.body)))),
        Mark::Centre => out.push(Block::Para(m.para(spans(&pieces, m.body)).align(Align::Centre))),
        Mark::Right => out.push(Block::Para(m.para(spans(&pieces, m.body)).align(Align::Right))),
        Mark::Small => {
            let style = Style::new(m.body.face, m.body.size * 0.8);
            let para = Para { track: m.track * 0.8, pitch: m.pitch * 0.8, ..Para::of(spans(&pieces, style)) };
            out.push(Block::Para(para.first(2.0 * em * 0.8).around(m.pitch * 0.3, 0.0)));
        }
        Mark::Enclosures => {
            let mut all = vec![Span { text: "附件：".into(), style: m.body }];
            all.extend(spans(&pieces, m.body));
            // Wrapped lines stand under the first character of the name.
            let para = m.para(all).left(5.0 * em).first(-3.0 * em);
            out.push(Block::Space(m.pitch));
            out.push(Block::Para(para));
        }
        Mark::Note => {
            let mut all = vec![Span { text: "（".into(), style: m.body }];
            all.extend(spans(&pieces, m.body));
            all.push(Span { text: "）".into(), style: m.body });
            out.push(Block::Para(m.indented(all)));
        }
        Mark::Copies => {
            // 4号仿宋, one character from either side (GB/T 9704 7.4.2).
            let style = Style::new(Face::Fang, 14.0);
            let mut all = vec![Span { text: "抄送：".into(), style }];
            all.extend(spans(&pieces, style));
            let para = Para { right: 14.0, pitch: 24.0, ..Para::of(all).left(14.0 * 4.0).first(-14.0 * 3.0) };
            foot.push(Block::Para(para));
        }
        Mark::Body => {
            let mut para = m.indented(spans(&pieces, m.body));
            // What announces a list or a table does not stay behind on the page before it.
            para.keep = text.trim_end().trim_end_matches('*').ends_with('：');
            out.push(Block::Para(para));
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Mark {
    Title,
    Addressee,
    Head1,
    Head2,
    Flush,
    Centre,
    Right,
    Small,
    Enclosures,
    Note,
    Copies,
    Body,
}

const MARKS: [(&str, Mark); 11] = [
    ("标题：", Mark::Title),
    ("主送：", Mark::Addressee),
    ("== ", Mark::Head2),
    ("= ", Mark::Head1),
    ("> ", Mark::Flush),
    ("居中：", Mark::Centre),
    ("右齐：", Mark::Right),
    ("小字：", Mark::Small),
    ("附件：", Mark::Enclosures),
    ("附注：", Mark::Note),
    ("抄送：", Mark::Copies),
];

/// Only what is written can be a mark; a value that begins with 标题： is still a value.
fn take_mark(mut pieces: Vec<Piece>) -> (Mark, Vec<Piece>) {
    let first = pieces.iter().position(|p| !plain(p).trim().is_empty());
    if let Some(at) = first
        && let Piece::Written(text) = &pieces[at]
    {
        let text = text.trim_start();
        for (sign, mark) in MARKS {
            if let Some(rest) = text.strip_prefix(sign) {
                pieces[at] = Piece::Written(rest.trim_start().to_string());
                return (mark, pieces);
            }
        }
    }
    (Mark::Body, pieces)
}

fn plain(piece: &Piece) -> &str {
    match piece {
        Piece::Written(text) | Piece::Recorded(text) => text,
        _ => "",
    }
}

/// `**…**` in what is written switches to 黑体 and back; what is recorded takes the look of its place.
fn spans(pieces: &[Piece], base: Style) -> Vec<Span> {
    let strong = Style::new(Face::Hei, base.size).ink(Ink::Black);
    let mut out: Vec<Span> = Vec::new();
    let mut bold = false;
    let mut push = |text: &str, bold: bool| {
        if text.is_empty() {
            return;
        }
        let style = if bold { strong } else { base };
        match out.last_mut() {
            Some(last) if last.style == style => last.text.push_str(text),
            _ => out.push(Span { text: text.to_string(), style }),
        }
    };
    for piece in pieces {
        match piece {
            Piece::Written(text) => {
                for (i, part) in text.split("**").enumerate() {
                    if i > 0 {
                        bold = !bold;
                    }
                    push(part, bold);
                }
            }
            Piece::Recorded(text) => push(text, bold),
            _ => {}
        }
    }
    out
}
