//! The display list of a page as printpdf's operators: ground first, then pictures, lines, text, links.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, Color, DictItem, FontId, Line, LineDashPattern, LinePoint, LinkAnnotation, Op, PaintMode, PdfFontHandle, Point, Polygon,
    PolygonRing, Pt, Rect, Rgb, TextItem, TextMatrix, WindingOrder, XObjectId, XObjectTransform,
};

use crate::press::display::{Ink, Item, Page, Pictured, Run};
use crate::press::glyphs::Glyphs;

/// Glyphs of one font in use: original number -> number in the subset and the character it stands for.
#[derive(Default)]
pub(crate) struct Used {
    pub(crate) glyphs: BTreeMap<u16, (u16, char)>,
    pub(crate) remap: subsetter::GlyphRemapper,
}

pub(crate) fn font_id(source: usize) -> FontId {
    FontId(format!("T{source}"))
}

pub(crate) fn picture_id(which: Pictured) -> XObjectId {
    XObjectId(match which {
        Pictured::Seal => "Seal".into(),
        Pictured::Signature => "Signature".into(),
    })
}

/// The operators of a page.
pub(crate) fn ops(glyphs: &Glyphs, page: &Page, used: &BTreeMap<usize, Used>) -> Vec<Op> {
    let mut out = Vec::with_capacity(page.items.len() * 4);
    let up = |y: f32| page.height - y;
    // Shapes and pictures first: marks and seals lie under the text.
    for item in &page.items {
        match item {
            Item::Shape { rings, ink } => {
                out.push(Op::SetFillColor { col: color(*ink) });
                let rings = rings.iter().map(|r| PolygonRing { points: r.iter().map(|(x, y)| point(*x, up(*y))).collect() }).collect();
                let polygon = Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
                out.push(Op::DrawPolygon { polygon });
            }
            Item::Fill { x, y, w, h, ink } => {
                out.push(Op::SetFillColor { col: color(*ink) });
                let rectangle = Rect {
                    x: Pt(*x),
                    y: Pt(up(*y + *h)),
                    width: Pt(*w),
                    height: Pt(*h),
                    mode: Some(PaintMode::Fill),
                    winding_order: Some(WindingOrder::NonZero),
                };
                out.push(Op::DrawRectangle { rectangle });
            }
            _ => {}
        }
    }
    for item in &page.items {
        if let Item::Picture { which, x, y, w, h } = item {
            let transform = XObjectTransform {
                translate_x: Some(Pt(*x)),
                translate_y: Some(Pt(up(*y + *h))),
                scale_x: Some(*w),
                scale_y: Some(*h),
                no_auto_scale: true,
                ..XObjectTransform::default()
            };
            out.push(Op::UseXobject { id: picture_id(*which), transform });
        }
    }
    for item in &page.items {
        if let Item::Stroke { x1, y1, x2, y2, thick, dash, ink } = item {
            out.push(Op::SetOutlineColor { col: color(*ink) });
            out.push(Op::SetOutlineThickness { pt: Pt(*thick) });
            if *dash > 0.0 {
                let pattern = [*dash, *dash].into_iter().collect();
                out.push(Op::SetLineDashPattern { dash: LineDashPattern { offset: 0.0, pattern } });
            }
            let line = Line { points: vec![point(*x1, up(*y1)), point(*x2, up(*y2))], is_closed: false };
            out.push(Op::DrawLine { line });
            if *dash > 0.0 {
                out.push(Op::SetLineDashPattern { dash: LineDashPattern::default() });
            }
        }
    }
    out.push(Op::StartTextSection);
    let mut font: Option<(usize, f32)> = None;
    let mut ink: Option<Ink> = None;
    for item in &page.items {
        match item {
            Item::Run(run) => text(glyphs, run, up(run.y), used, &mut font, &mut ink, &mut out),
            Item::Say(text) => {
                let mut data = vec![0xFE, 0xFF];
                data.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
                let map = BTreeMap::from([("ActualText".to_string(), DictItem::String { data, literal: false })]);
                out.push(Op::BeginMarkedContentWithProperties { tag: "Span".into(), properties: DictItem::Dict { map } });
            }
            Item::Said => out.push(Op::EndMarkedContent),
            _ => {}
        }
    }
    out.push(Op::EndTextSection);
    for item in &page.items {
        if let Item::Link { x, y, w, h, page: target } = item {
            let rect = Rect { x: Pt(*x), y: Pt(up(*y + *h)), width: Pt(*w), height: Pt(*h), mode: None, winding_order: None };
            let to = printpdf::Destination::Xyz { page: target + 1, left: None, top: None, zoom: None };
            let link =
                LinkAnnotation::new(rect, printpdf::Actions::go_to(to), Some(printpdf::BorderArray::Solid([0.0, 0.0, 0.0])), None, None);
            out.push(Op::LinkAnnotation { link });
        }
    }
    out
}

/// Glyphs of a run. The numbers between them bring the viewer's pen to where each glyph was placed; the pen is reckoned
/// with the same whole widths the file declares, so rounding never adds up along a line.
fn text(
    glyphs: &Glyphs,
    run: &Run,
    y: f32,
    used: &BTreeMap<usize, Used>,
    font: &mut Option<(usize, f32)>,
    ink: &mut Option<Ink>,
    out: &mut Vec<Op>,
) {
    if run.glyphs.is_empty() {
        return;
    }
    if *ink != Some(run.ink) {
        out.push(Op::SetFillColor { col: color(run.ink) });
        *ink = Some(run.ink);
    }
    if *font != Some((run.source, run.size)) {
        out.push(Op::SetFont { font: PdfFontHandle::External(font_id(run.source)), size: Pt(run.size) });
        *font = Some((run.source, run.size));
    }
    let start = run.glyphs[0].x;
    let matrix = TextMatrix::Translate(Pt(round(run.x + start)), Pt(round(y)));
    out.push(Op::SetTextMatrix { matrix });
    let map = &used[&run.source];
    let mut pen = 0.0_f32; // thousandths of the size
    let mut codes: Vec<Codepoint> = Vec::with_capacity(run.glyphs.len());
    for placed in &run.glyphs {
        let want = (placed.x - start) * 1000.0 / run.size;
        let kern = (pen - want).round();
        if kern != 0.0
            && let Some(last) = codes.last_mut()
        {
            last.offset += kern;
            pen -= kern;
        }
        let (gid, _) = map.glyphs[&placed.gid];
        codes.push(Codepoint { gid, offset: 0.0, cid: Some(placed.ch.to_string()) });
        pen += f32::from(glyphs.width(run.source, placed.gid));
    }
    out.push(Op::ShowText { items: vec![TextItem::GlyphIds(codes)] });
}

/// Hundredths of a point are more than any printer knows.
fn round(v: f32) -> f32 {
    (v * 100.0).round() / 100.0
}

fn point(x: f32, y: f32) -> LinePoint {
    LinePoint { p: Point { x: Pt(round(x)), y: Pt(round(y)) }, bezier: false }
}

fn color(ink: Ink) -> Color {
    let [r, g, b] = ink.rgb();
    Color::Rgb(Rgb { r, g, b, icc_profile: None })
}
