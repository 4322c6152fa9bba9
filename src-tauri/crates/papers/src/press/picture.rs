//! Reads the PNG of a seal or a signature. Only PNG: it is what keeps a seal's edge sharp and its ground clear.

/// Eight bits a channel, row by row.
pub(crate) struct Pixels {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) rgba: Vec<u8>,
}

/// Larger pictures are a mistake: a seal at 600 dpi is 1,000 pixels wide.
const MOST: u32 = 4000;

/// Reads a PNG, or says why not.
pub(crate) fn read(bytes: &[u8]) -> Result<Pixels, String> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
    decoder.set_transformations(png::Transformations::normalize_to_color8() | png::Transformations::ALPHA);
    let mut reader = decoder.read_info().map_err(|e| e.to_string())?;
    let (width, height) = (reader.info().width, reader.info().height);
    if width > MOST || height > MOST {
        return Err(format!("{width}×{height}像素，超过{MOST} / {width}×{height} pixels, more than {MOST}"));
    }
    let size = reader.output_buffer_size().ok_or("图片太大 / too large")?;
    let mut buffer = vec![0; size];
    let frame = reader.next_frame(&mut buffer).map_err(|e| e.to_string())?;
    buffer.truncate(frame.buffer_size());
    let rgba = match frame.color_type {
        png::ColorType::Rgba => buffer,
        png::ColorType::Rgb => buffer.chunks_exact(3).flat_map(|p| [p[0], p[1], p[2], 255]).collect(),
        png::ColorType::GrayscaleAlpha => buffer.chunks_exact(2).flat_map(|p| [p[0], p[0], p[0], p[1]]).collect(),
        png::ColorType::Grayscale => buffer.iter().flat_map(|p| [*p, *p, *p, 255]).collect(),
        png::ColorType::Indexed => return Err("调色板没有展开 / palette was not expanded".into()),
    };
    Ok(Pixels { width: width as usize, height: height as usize, rgba })
}

/// Width over height, without decoding the pixels.
pub(crate) fn ratio(bytes: &[u8]) -> Option<f32> {
    let reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().ok()?;
    let info = reader.info();
    (info.height > 0).then(|| info.width as f32 / info.height as f32)
}
