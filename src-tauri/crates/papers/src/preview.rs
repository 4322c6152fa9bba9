//! Pages as pictures, from the very bytes that are issued or were sent: what the screen shows is what was frozen.
//!
//! Files from outside are drawn here too: in chair mode, where the committee has signed them, and as attachments inside a
//! packet. So all of it is done under guard (`guard`): a page that breaks the renderer is a sentence.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf as Read;
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};

use crate::Error;
use crate::guard::guarded;
use crate::letters::Letters;

/// Larger pictures help nobody and cost memory: A4 at 600 dpi.
const MOST_DPI: f32 = 600.0;
/// Longer side of a picture; a page may say that it is a kilometre wide.
const MOST_DOTS: f32 = 8_000.0;

/// Number of pages.
pub fn page_count(pdf: &[u8]) -> Result<u32, Error> {
    Ok(Leaves::open(pdf.to_vec())?.pages())
}

/// One page as PNG. `page` counts from 0; `dpi` 96 is life size on a common screen.
pub fn page_png(pdf: &[u8], page: u32, dpi: f32) -> Result<Vec<u8>, Error> {
    Leaves::open(pdf.to_vec())?.png(page, dpi)
}

/// A document held open, so that turning the page does not read it from the start again.
pub struct Leaves {
    read: Read,
}

impl Leaves {
    pub fn open(pdf: Vec<u8>) -> Result<Leaves, Error> {
        if !crate::guard::sane(&pdf) {
            return Err(Error::Broken);
        }
        guarded(move || {
            let leaves = Leaves { read: Read::new(pdf).map_err(|e| Error::Read(format!("{e:?}")))? };
            leaves.read.pages(); // finds them now, where it may go wrong
            Ok(leaves)
        })
    }

    pub fn pages(&self) -> u32 {
        u32::try_from(self.read.pages().len()).unwrap_or(u32::MAX)
    }

    /// What can be read on a page, counted from 0.
    pub fn letters(&self, page: u32) -> Result<Letters, Error> {
        guarded(|| Ok(crate::letters::read(self.page(page)?)))
    }

    /// The bookmarks of the file, as its contents.
    pub fn bookmarks(&self) -> Vec<crate::outline::Bookmark> {
        crate::outline::read(&self.read)
    }

    /// One page as PNG.
    pub fn png(&self, page: u32, dpi: f32) -> Result<Vec<u8>, Error> {
        guarded(|| self.drawn(page, dpi))
    }

    fn drawn(&self, page: u32, dpi: f32) -> Result<Vec<u8>, Error> {
        let found = self.page(page)?;
        let (wide, high) = found.render_dimensions();
        let scale = (dpi.clamp(18.0, MOST_DPI) / 72.0).min(MOST_DOTS / wide.max(high).max(1.0));
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

    fn page(&self, page: u32) -> Result<&Page<'_>, Error> {
        let pages = self.read.pages();
        pages
            .get(page as usize)
            .ok_or_else(|| Error::Read(format!("没有第{}页，共{}页 / no page {} of {}", page + 1, pages.len(), page + 1, pages.len())))
    }
}
