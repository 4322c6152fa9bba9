//! The sRGB colour profile a PDF/A must carry, built from the numbers of IEC 61966-2-1 (ICC version 4, 588 bytes).

/// The profile.
pub(crate) fn srgb() -> Vec<u8> {
    let fixed = |v: f64| ((v * 65536.0).round() as i32).to_be_bytes();
    let xyz = |v: [f64; 3]| {
        let mut out = b"XYZ \0\0\0\0".to_vec();
        v.iter().for_each(|c| out.extend(fixed(*c)));
        out
    };
    let text = |s: &str| {
        let units: Vec<u8> = s.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let mut out = b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0cenUS".to_vec();
        out.extend((units.len() as u32).to_be_bytes());
        out.extend(28_u32.to_be_bytes());
        out.extend(units);
        while !out.len().is_multiple_of(4) {
            out.push(0);
        }
        out
    };
    let mut curve = b"para\0\0\0\0\0\x03\0\0".to_vec();
    [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.04045].iter().for_each(|c| curve.extend(fixed(*c)));
    // White of the PCS, primaries and adaptation (Bradford) to it.
    let mut chad = b"sf32\0\0\0\0".to_vec();
    [1.0478112, 0.0228866, -0.0501270, 0.0295424, 0.9904844, -0.0170491, -0.0092345, 0.0150436, 0.7521316]
        .iter()
        .for_each(|c| chad.extend(fixed(*c)));
    let parts: [(&[u8; 4], Vec<u8>); 8] = [
        (b"desc", text("sRGB IEC61966-2.1")),
        (b"cprt", text("Public domain")),
        (b"wtpt", xyz([0.9642, 1.0, 0.8249])),
        (b"chad", chad),
        (b"rXYZ", xyz([0.4360747, 0.2225045, 0.0139322])),
        (b"gXYZ", xyz([0.3850649, 0.7168786, 0.0971045])),
        (b"bXYZ", xyz([0.1430804, 0.0606169, 0.7141733])),
        (b"rTRC", curve),
    ];
    let count = parts.len() as u32 + 2; // gTRC and bTRC share the curve
    let mut table = count.to_be_bytes().to_vec();
    let mut data: Vec<u8> = Vec::new();
    let start = 128 + 4 + 12 * count;
    for (tag, bytes) in &parts {
        let at = (start + data.len() as u32).to_be_bytes();
        let len = (bytes.len() as u32).to_be_bytes();
        table.extend([tag.as_slice(), &at, &len].concat());
        if *tag == b"rTRC" {
            table.extend([b"gTRC".as_slice(), &at, &len].concat());
            table.extend([b"bTRC".as_slice(), &at, &len].concat());
        }
        data.extend(bytes);
    }
    let mut out = vec![0_u8; 128];
    let total = 128 + table.len() + data.len();
    out[0..4].copy_from_slice(&(total as u32).to_be_bytes());
    out[8..12].copy_from_slice(&[4, 0x20, 0, 0]);
    out[12..24].copy_from_slice(b"mntrRGB XYZ ");
    for (i, part) in [2024_u16, 3, 15, 0, 0, 0].iter().enumerate() {
        out[24 + 2 * i..26 + 2 * i].copy_from_slice(&part.to_be_bytes());
    }
    out[36..40].copy_from_slice(b"acsp");
    [0.9642, 1.0, 0.8249].iter().enumerate().for_each(|(i, c)| out[68 + 4 * i..72 + 4 * i].copy_from_slice(&fixed(*c)));
    out.extend(table);
    out.extend(data);
    out
}
