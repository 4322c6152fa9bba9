//! From the display list to printpdf, used only as a writer: fonts are subset here, every glyph is placed here.
//!
//! printpdf's own text layout, subsetting, bookmarks, identifiers and PDF/A are deliberately not used: they are missing or
//! wrong in 0.12.8 (ARCHITECTURE.md, "PDF"). What it leaves open is put right in `finish`.

use std::collections::BTreeMap;

use printpdf::{
    FontMetrics, FontType, ImageCompression, ImageOptimizationOptions, ParsedFont, PdfDocument, PdfFont, PdfFontMetricsStub, PdfPage,
    PdfSaveOptions, Pt, RawImage, RawImageData, RawImageFormat, Rect, XObject,
};
use sha2::{Digest, Sha256};

use crate::Error;
use crate::press::compose::Composed;
use crate::press::display::{Item, Pictured};
use crate::press::finish::{self, Facts};
use crate::press::frame::Document;
use crate::press::glyphs::Glyphs;
use crate::press::ops::{Used, font_id, ops, picture_id};
use crate::sheet::{Letterhead, Pdf};

/// Writes the pages of a document.
pub(crate) fn write(glyphs: &Glyphs, doc: &Document, composed: &Composed, letterhead: &Letterhead) -> Result<Pdf, Error> {
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
        pdf.resources.fonts.map.insert(font_id(*source), PdfFont::new(subset(glyphs, *source, font)?));
    }
    let mut pictured: Vec<Pictured> = Vec::new();
    for item in composed.pages.iter().flat_map(|p| &p.items) {
        if let Item::Picture { which, .. } = item
            && !pictured.contains(which)
        {
            pictured.push(*which);
            pdf.resources.xobjects.map.insert(picture_id(*which), XObject::Image(picture(*which, letterhead)?));
        }
    }
    for page in &composed.pages {
        let size = Rect::from_wh(Pt(page.width), Pt(page.height));
        pdf.pages.push(PdfPage { media_box: size.clone(), trim_box: size.clone(), crop_box: size, ops: ops(glyphs, page, &used) });
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
    let facts = Facts { title: &doc.title, author: &doc.author, date: doc.date, marks: &composed.marks, front: composed.front };
    let bytes = finish::finish(&mut inner, &facts)?;
    let sha256 = hex(&Sha256::digest(&bytes));
    Ok(Pdf { bytes, pages: u32::try_from(composed.pages.len()).unwrap_or(u32::MAX), sha256 })
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}

/// Only the glyphs in use, renumbered, with the width table in thousandths that the layout reckoned with.
fn subset(glyphs: &Glyphs, source: usize, used: &Used) -> Result<ParsedFont, Error> {
    let file = &glyphs.fonts.sources()[source];
    let broken = |why: String| Error::BrokenFont { file: file.file.clone(), why };
    let bytes = subsetter::subset(file.bytes(), file.index, &used.remap).map_err(|e| broken(e.to_string()))?;
    let face = glyphs.face(source);
    let upm = f32::from(face.units_per_em());
    let mill = |v: i16| (f32::from(v) * 1000.0 / upm).round() as i16;
    let widths = used.glyphs.iter().map(|(gid, (new, _))| (*new, glyphs.width(source, *gid))).collect();
    let mut tag = Sha256::new();
    for gid in used.glyphs.keys() {
        tag.update(gid.to_be_bytes());
    }
    let tag: String = tag.finalize().iter().take(6).map(|b| char::from(b'A' + b % 26)).collect();
    let name = face
        .names()
        .into_iter()
        .filter(|n| n.name_id == ttf_parser::name_id::POST_SCRIPT_NAME)
        .find_map(|n| n.to_string())
        .unwrap_or_else(|| file.file.split('.').next().unwrap_or("Font").to_string());
    let name: String = name.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    let metrics = FontMetrics { ascent: mill(face.ascender()), descent: mill(face.descender()) };
    let mut font = ParsedFont::with_glyph_data(bytes, 0, Some(format!("{tag}+{name}")), BTreeMap::new(), widths, 1000, metrics);
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
    let bytes = bytes.as_deref().ok_or_else(|| bad("没有图片 / there is none".into()))?;
    let image = crate::press::picture::read(bytes).map_err(bad)?;
    Ok(RawImage {
        pixels: RawImageData::U8(image.rgba),
        width: image.width,
        height: image.height,
        data_format: RawImageFormat::RGBA8,
        tag: Vec::new(),
    })
}
