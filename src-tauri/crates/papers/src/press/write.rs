//! From the display list to printpdf, used only as a writer: fonts are subset here, every glyph is placed here.
//!
//! printpdf's own text layout, subsetting, bookmarks, identifiers and PDF/A are deliberately not used: they are missing or
//! wrong in 0.12.8 (ARCHITECTURE.md, "PDF"). What it leaves open is put right in `finish`.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, Color, DictItem, FontId, FontMetrics, FontType, ImageCompression,
    ImageOptimizationOptions, Line, LineDashPattern, LinePoint, LinkAnnotation, Op, PaintMode,
    ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfFontMetricsStub, PdfPage, PdfSaveOptions,
    Point, Polygon, PolygonRing, Pt, RawImage, RawImageData, RawImageFormat, Rect, Rgb, TextItem,
    TextMatrix, WindingOrder, XObject, XObjectId, XObjectTransform,
};
use sha2::{Digest, Sha256};

use crate::Error;
use crate::press::display::{Ink, Item, Page, Pictured, Run};
use crate::press::finish::{self, Facts};
use crate::press::frame::{Composed, Document};
use crate::press::glyphs::Glyphs;
use crate::sheet::{Letterhead, Pdf};

/// Glyphs of one font in use: original number -> number in the subset and the character it stands for.
#[derive(Default)]
struct Used {
    glyphs: BTreeMap<u16, (u16, char)>,
    remap: subsetter::GlyphRemapper,
}

/// Writes the pages of a document.
pub(crate) fn write(
    glyphs: &Glyphs,
    doc: &Document,
    composed: &Composed,
    letterhead: &Letterhead,
) -> Result<Pdf, Error> {
    let mut used: BTreeMap<usize, Used> = BTreeMap::new();
    for item in composed.pages.iter().flat_map(|p| &p.items) {
        let Item::Run(run) = item else { continue };
        let font = used.entry(run.source).or_default();
        for placed in &run.glyphs {
            let new = font.remap.remap(placed.gid);
            font.glyphs.entry(placed.gid).or_insert((new, placed.ch));
        }
    }
    let mut pdf = PdfDocument::new(&doc.title);
    for (source, font) in &used {
        pdf.resources.fonts.map.insert(
            font_id(*source),
            PdfFont::new(subset(glyphs, *source, font)?),
        );
    }
    let mut pictured: Vec<Pictured> = Vec::new();
    for item in composed.pages.iter().flat_map(|p| &p.items) {
        if let Item::Picture { which, .. } = item
            && !pictured.contains(which)
        {
            pictured.push(*which);
            pdf.resources.xobjects.map.insert(
                picture_id(*which),
                XObject::Image(picture(*which, letterhead)?),
            );
        }
    }
    for page in &composed.pages {
        let size = Rect::from_wh(Pt(page.width), Pt(page.height));
        pdf.pages.push(PdfPage {
            media_box: size.clone(),
            trim_box: size.clone(),
            crop_box: size,
            ops: ops(glyphs, page, &used),
        });
    }
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        secure: true,
        // Without this the pixels of a seal are written uncompressed.
        image_optimization: Some(ImageOptimizationOptions {
            quality: None,
            max_image_size: None,
            dither_greyscale: None,
            convert_to_greyscale: None,
            auto_optimize: Some(false),
            format: Some(ImageCompression::Flate),
        }),
    };
    let mut warnings = Vec::new();
    let mut inner = printpdf::serialize::to_lopdf_doc(&pdf, &options, &mut warnings);
    if let Some(warning) = warnings.first() {
        return Err(Error::Write(format!("{warning:?}")));
    }
    let facts = Facts {
        title: &doc.title,
        author: &doc.author,
        date: doc.date,
        marks: &composed.marks,
        front: composed.front,
    };
    let bytes = finish::finish(&mut inner, &facts)?;
    let sha256 = hex(&Sha256::digest(&bytes));
    Ok(Pdf {
        bytes,
        pages: u32::try_from(composed.pages.len()).unwrap_or(u32::MAX),
        sha256,
    })
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

fn font_id(source: usize) -> FontId {
    FontId(format!("T{source}"))
}

fn picture_id(which: Pictured) -> XObjectId {
    XObjectId(match which {
        Pictured::Seal => "Seal".into(),
        Pictured::Signature => "Signature".into(),
    })
}

/// Only the glyphs in use, renumbered, with the width table in thousandths that the layout reckoned with.
fn subset(glyphs: &Glyphs, source: usize, used: &Used) -> Result<ParsedFont, Error> {
    let file = &glyphs.fonts.sources()[source];
    let broken = |why: String| Error::BrokenFont {
        file: file.file.clone(),
        why,
    };
    let bytes = subsetter::subset(file.bytes(), file.index, &used.remap)
        .map_err(|e| broken(e.to_string()))?;
    let face = glyphs.face(source);
    let upm = f32::from(face.units_per_em());
    let mill = |v: i16| (f32::from(v) * 1000.0 / upm).round() as i16;
    let widths = used
        .glyphs
        .iter()
        .map(|(gid, (new, _))| (*new, glyphs.width(source, *gid)))
        .collect();
    let mut tag = Sha256::new();
    for gid in used.glyphs.keys() {
        tag.update(gid.to_be_bytes());
    }
    let tag: String = tag
        .finalize()
        .iter()
        .take(6)
        .map(|b| char::from(b'A' + b % 26))
        .collect();
    let name = face
        .names()
        .into_iter()
        .filter(|n| n.name_id == ttf_parser::name_id::POST_SCRIPT_NAME)
        .find_map(|n| n.to_string())
        .unwrap_or_else(|| file.file.split('.').next().unwrap_or("Font").to_string());
    let name: String = name
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    let metrics = FontMetrics {
        ascent: mill(face.ascender()),
        descent: mill(face.descender()),
    };
    let mut font = ParsedFont::with_glyph_data(
        bytes,
        0,
        Some(format!("{tag}+{name}")),
        BTreeMap::new(),
        widths,
        1000,
        metrics,
    );
    if face.tables().cff.is_some() {
        font.font_type = FontType::OpenTypeCFF(());
    }
    let bounds = face.global_bounding_box();
    font.pdf_font_metrics = PdfFontMetricsStub {
        units_per_em: 1000,
        x_min: mill(bounds.x_min),
        y_min: mill(bounds.y_min),
        x_max: mill(bounds.x_max),
        y_max: mill(bounds.y_max),
        us_weight_class: face.weight().to_number(),
        ..PdfFontMetricsStub::default()
    };
    Ok(font)
}

/// A picture of the letterhead, as RGBA.
fn picture(which: Pictured, letterhead: &Letterhead) -> Result<RawImage, Error> {
    let (what, bytes) = match which {
        Pictured::Seal => ("印章 / seal", &letterhead.seal_png),
        Pictured::Signature => ("签名 / signature", &letterhead.signature_png),
    };
    let bad = |why: String| Error::Picture { what, why };
    let bytes = bytes
        .as_deref()
        .ok_or_else(|| bad("没有图片 / there is none".into()))?;
    let image = crate::press::picture::read(bytes).map_err(bad)?;
    Ok(RawImage {
        pixels: RawImageData::U8(image.rgba),
        width: image.width,
        height: image.height,
        data_format: RawImageFormat::RGBA8,
        tag: Vec::new(),
    })
}

fn ops(glyphs: &Glyphs, page: &Page, used: &BTreeMap<usize, Used>) -> Vec<Op> {
    let mut out = Vec::with_capacity(page.items.len() * 4);
    let up = |y: f32| page.height - y;
    // Shapes and pictures first: marks and seals lie under the text.
    for item in &page.items {
        match item {
            Item::Shape { rings, ink } => {
                out.push(Op::SetFillColor { col: color(*ink) });
                let rings = rings
                    .iter()
                    .map(|r| PolygonRing {
                        points: r.iter().map(|(x, y)| point(*x, up(*y))).collect(),
                    })
                    .collect();
                let polygon = Polygon {
                    rings,
                    mode: PaintMode::Fill,
                    winding_order: WindingOrder::NonZero,
                };
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
            out.push(Op::UseXobject {
                id: picture_id(*which),
                transform,
            });
        }
    }
    for item in &page.items {
        if let Item::Stroke {
            x1,
            y1,
            x2,
            y2,
            thick,
            dash,
            ink,
        } = item
        {
            out.push(Op::SetOutlineColor { col: color(*ink) });
            out.push(Op::SetOutlineThickness { pt: Pt(*thick) });
            if *dash > 0.0 {
                let pattern = [*dash, *dash].into_iter().collect();
                out.push(Op::SetLineDashPattern {
                    dash: LineDashPattern {
                        offset: 0.0,
                        pattern,
                    },
                });
            }
            let line = Line {
                points: vec![point(*x1, up(*y1)), point(*x2, up(*y2))],
                is_closed: false,
            };
            out.push(Op::DrawLine { line });
            if *dash > 0.0 {
                out.push(Op::SetLineDashPattern {
                    dash: LineDashPattern::default(),
                });
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
                let map = BTreeMap::from([(
                    "ActualText".to_string(),
                    DictItem::String {
                        data,
                        literal: false,
                    },
                )]);
                out.push(Op::BeginMarkedContentWithProperties {
                    tag: "Span".into(),
                    properties: DictItem::Dict { map },
                });
            }
            Item::Said => out.push(Op::EndMarkedContent),
            _ => {}
        }
    }
    out.push(Op::EndTextSection);
    for item in &page.items {
        if let Item::Link {
            x,
            y,
            w,
            h,
            page: target,
        } = item
        {
            let rect = Rect {
                x: Pt(*x),
                y: Pt(up(*y + *h)),
                width: Pt(*w),
                height: Pt(*h),
                mode: None,
                winding_order: None,
            };
            let to = printpdf::Destination::Xyz {
                page: target + 1,
                left: None,
                top: None,
                zoom: None,
            };
            let link = LinkAnnotation::new(
                rect,
                printpdf::Actions::go_to(to),
                Some(printpdf::BorderArray::Solid([0.0, 0.0, 0.0])),
                None,
                None,
            );
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
        out.push(Op::SetFillColor {
            col: color(run.ink),
        });
        *ink = Some(run.ink);
    }
    if *font != Some((run.source, run.size)) {
        out.push(Op::SetFont {
            font: PdfFontHandle::External(font_id(run.source)),
            size: Pt(run.size),
        });
        *font = Some((run.source, run.size));
    }
    let start = run.glyphs[0].x;
    let (sin, cos) = run.turn.to_radians().sin_cos();
    let matrix = if run.turn == 0.0 {
        TextMatrix::Translate(Pt(round(run.x + start)), Pt(round(y)))
    } else {
        TextMatrix::Raw([cos, sin, -sin, cos, run.x, y])
    };
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
        codes.push(Codepoint {
            gid,
            offset: 0.0,
            cid: Some(placed.ch.to_string()),
        });
        pen += f32::from(glyphs.width(run.source, placed.gid));
    }
    out.push(Op::ShowText {
        items: vec![TextItem::GlyphIds(codes)],
    });
}

/// Hundredths of a point are more than any printer knows.
fn round(v: f32) -> f32 {
    (v * 100.0).round() / 100.0
}

fn point(x: f32, y: f32) -> LinePoint {
    LinePoint {
        p: Point {
            x: Pt(round(x)),
            y: Pt(round(y)),
        },
        bezier: false,
    }
}

fn color(ink: Ink) -> Color {
    let [r, g, b] = ink.rgb();
    Color::Rgb(Rgb {
        r,
        g,
        b,
        icc_profile: None,
    })
}
