//! Pages as pictures, from the very bytes that are issued: what the screen shows is what was frozen.
//!
//! Only for our own papers. Files from outside are not opened here.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf as Read;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};

use crate::Error;

/// Larger pictures help nobody and cost memory: A4 at 600 dpi.
const MOST_DPI: f32 = 600.0;

/// Number of pages.
pub fn page_count(pdf: &[u8]) -> Result<u32, Error> {
    let read = open(pdf)?;
    Ok(u32::try_from(read.pages().len()).unwrap_or(u32::MAX))
}

/// One page as PNG. `page` counts from 0; `dpi` 96 is life size on a common screen.
pub fn page_png(pdf: &[u8], page: u32, dpi: f32) -> Result<Vec<u8>, Error> {
    let read = open(pdf)?;
    let pages = read.pages();
    let found = pages
        .get(page as usize)
        .ok_or_else(|| Error::Read(format!("没有第{}页，共{}页 / no page {} of {}", page + 1, pages.len(), page + 1, pages.len())))?;
    let scale = dpi.clamp(18.0, MOST_DPI) / 72.0;
    let cache = RenderCache::new();
    let settings = InterpreterSettings::default();
    let pixels = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let map = hayro::render(found, &cache, &settings, &RenderSettings::default(), &pixels);
    let (width, height) = (u32::from(map.width()), u32::from(map.height()));
    // White ground and opaque pages: the alpha channel would only be weight.
    let rgb: Vec<u8> = map.data_as_u8_slice().chunks_exact(4).flat_map(|p| [p[0], p[1], p[2]]).collect();
    let mut out = Vec::with_capacity(rgb.len() / 8);
    let failed = |e: png::EncodingError| Error::Read(e.to_string());
    let mut encoder = png::Encoder::new(&mut out, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(&rgb).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(out)
}

fn open(pdf: &[u8]) -> Result<Read, Error> {
    Read::new(pdf.to_vec()).map_err(|e| Error::Read(format!("{e:?}")))
}
