//! Tables: columns find their widths, rows keep together, heads come again on the next page.

use std::rc::Rc;

use crate::Error;
use crate::press::block::{Cell, Grid, Row, Track};
use crate::press::display::{Ink, Item};
use crate::press::para::{least_width, natural_width};
use crate::press::slab::{Layer, Slab, place};

const RULE: f32 = 0.5;

/// Lays a table.
pub(crate) fn lay(layer: &Layer, grid: &Grid, out: &mut Vec<Slab>) -> Result<(), Error> {
    let widths = widths(layer, grid)?;
    let mut slabs: Vec<Slab> = Vec::new();
    if let Some(caption) = &grid.caption {
        let mut lines = layer.stack(std::slice::from_ref(caption), layer.width)?;
        for line in &mut lines {
            line.glue = true;
        }
        slabs.append(&mut lines);
    }
    let mut heads: Vec<Slab> = Vec::new();
    if let Some(again) = &grid.again {
        heads.append(&mut layer.stack(std::slice::from_ref(again), layer.width)?);
    }
    let first_row = slabs.len();
    let mut repeat: Option<Rc<Vec<Slab>>> = None;
    let mut index = 0;
    while index < grid.rows.len() {
        // Rows tied by a cell that spans them are one piece.
        let span = grid.rows[index].cells.iter().map(|c| c.rows).max().unwrap_or(1);
        let group = &grid.rows[index..(index + span).min(grid.rows.len())];
        let is_head = index < grid.heads;
        let mut pieces = group_slabs(layer, grid, group, &widths)?;
        for piece in &mut pieces {
            if is_head {
                piece.glue = true;
                heads.push(piece.clone());
            } else {
                if repeat.is_none() && !heads.is_empty() && grid.heads > 0 {
                    repeat = Some(Rc::new(std::mem::take(&mut heads)));
                }
                piece.repeat.clone_from(&repeat);
            }
        }
        slabs.append(&mut pieces);
        index += group.len();
    }
    let count = slabs.len();
    if grid.whole {
        let total: f32 = slabs.iter().map(|s| s.height).sum();
        if total < layer.page_height {
            for slab in slabs.iter_mut().take(count.saturating_sub(1)) {
                slab.glue = true;
            }
        }
    } else if count >= first_row + 3 {
        // The last row is not left alone on a page, nor the first under its head.
        slabs[count - 2].glue = true;
    }
    if let Some(first) = slabs.first_mut() {
        first.before += grid.before;
    }
    if let Some(last) = slabs.last_mut() {
        last.height += grid.after;
    }
    out.append(&mut slabs);
    Ok(())
}

/// The width of each column.
fn widths(layer: &Layer, grid: &Grid) -> Result<Vec<f32>, Error> {
    let count = grid.tracks.len();
    let fixed: f32 = grid.tracks.iter().map(|t| if let Track::Fixed(w) = t { *w } else { 0.0 }).sum();
    let mut free = layer.width - fixed;
    let mut out = vec![0.0; count];
    let autos: Vec<usize> = (0..count).filter(|&i| grid.tracks[i] == Track::Auto).collect();
    let shares: f32 = grid.tracks.iter().map(|t| if let Track::Share(s) = t { *s } else { 0.0 }).sum();
    let mut want = vec![0.0_f32; count];
    let mut least = vec![0.0_f32; count];
    if !autos.is_empty() {
        for row in &grid.rows {
            let mut col = 0;
            for cell in &row.cells {
                if cell.cols == 1 && grid.tracks.get(col) == Some(&Track::Auto) {
                    for para in &cell.paras {
                        want[col] = want[col].max(natural_width(layer.glyphs, para)? + 2.0 * grid.pad + 1.0);
                        least[col] = least[col].max(least_width(layer.glyphs, para)? + 2.0 * grid.pad + 1.0);
                    }
                }
                col += cell.cols;
            }
        }
        // A short column (a name, a date, a number) is not broken to make room for a long one.
        for i in 0..count {
            if want[i] <= 96.0 {
                least[i] = want[i];
            }
        }
        // Long texts do not take all: beyond 14 characters a column grows by the root only.
        let soft = |w: f32| {
            if w > 150.0 { 150.0 + (w - 150.0).sqrt() * 5.0 } else { w }
        };
        let asked: f32 = autos.iter().map(|&i| soft(want[i])).sum();
        let room = if shares > 0.0 { free.min(asked) } else { free };
        if asked <= room {
            let extra = room - asked;
            for &i in &autos {
                out[i] = soft(want[i]) + extra * soft(want[i]) / asked;
            }
        } else {
            let floor: f32 = autos.iter().map(|&i| least[i].min(soft(want[i]))).sum();
            let above = asked - floor;
            let give = (room - floor).max(0.0);
            for &i in &autos {
                let low = least[i].min(soft(want[i]));
                out[i] = if floor >= room { low * room / floor } else { low + (soft(want[i]) - low) * give / above.max(0.01) };
            }
        }
        free -= autos.iter().map(|&i| out[i]).sum::<f32>();
    }
    for (i, track) in grid.tracks.iter().enumerate() {
        match track {
            Track::Fixed(w) => out[i] = *w,
            Track::Share(s) => out[i] = free * s / shares,
            Track::Auto => {}
        }
    }
    if out.iter().any(|w| *w < 8.0) {
        return Err(Error::TooLarge {
            what: "表格 / a table".into(),
            why: format!("{count}栏放不进{:.0}点的宽度 / {count} columns in {:.0} points", layer.width, layer.width),
        });
    }
    Ok(out)
}

/// Where a cell stands inside a group of rows.
struct Standing<'a> {
    cell: &'a Cell,
    x: f32,
    w: f32,
    row: usize,
    lines: Vec<Slab>,
}

fn group_slabs(layer: &Layer, grid: &Grid, group: &[Row], widths: &[f32]) -> Result<Vec<Slab>, Error> {
    let columns = widths.len();
    // Which columns of later rows are covered by a cell from above.
    let mut covered = vec![0_usize; columns];
    let mut cells: Vec<Standing> = Vec::new();
    for (r, row) in group.iter().enumerate() {
        let mut col = 0;
        let mut own = row.cells.iter();
        while col < columns {
            if covered[col] > 0 {
                covered[col] -= 1;
                col += 1;
                continue;
            }
            let Some(cell) = own.next() else { break };
            let span = cell.cols.min(columns - col);
            let x: f32 = widths[..col].iter().sum();
            let w: f32 = widths[col..col + span].iter().sum();
            for c in &mut covered[col..col + span] {
                *c = cell.rows.saturating_sub(1);
            }
            let lines = layer.stack(&cell.paras, w - 2.0 * grid.pad)?;
            cells.push(Standing { cell, x, w, row: r, lines });
            col += span;
        }
    }
    let mut heights: Vec<f32> = group.iter().map(|r| r.height).collect();
    let need = |s: &Standing| s.lines.iter().map(|l| l.height + l.before).sum::<f32>() + 2.0 * grid.pad;
    for s in cells.iter().filter(|s| s.cell.rows == 1) {
        heights[s.row] = heights[s.row].max(need(s));
    }
    for s in cells.iter().filter(|s| s.cell.rows > 1) {
        let end = (s.row + s.cell.rows).min(heights.len());
        let lack = need(s) - heights[s.row..end].iter().sum::<f32>();
        if lack > 0.0 {
            heights[end - 1] += lack;
        }
    }
    let total: f32 = heights.iter().sum();
    if group.len() == 1 && total > layer.page_height * 0.45 {
        return Ok(cut_row(layer, grid, &cells, total));
    }
    let mut slab = Slab { height: total, ..Slab::default() };
    for s in cells {
        let top: f32 = heights[..s.row].iter().sum();
        let end = (s.row + s.cell.rows).min(heights.len());
        let h: f32 = heights[s.row..end].iter().sum();
        if s.cell.shade {
            slab.items.insert(0, Item::Fill { x: s.x, y: top, w: s.w, h, ink: Ink::Shade });
        }
        if let Some(slot) = s.cell.slot {
            slab.items.push(Item::Slot { x: s.x, y: top, w: s.w, h, slot });
        }
        let text = need(&s) - 2.0 * grid.pad;
        let mut y = top + if s.cell.top { grid.pad } else { (h - text) / 2.0 };
        for line in s.lines {
            y += line.before;
            place(&mut slab.items, line.items, s.x + grid.pad, y);
            y += line.height;
        }
        frame(&mut slab.items, s.x, top, s.w, h, true, true);
    }
    Ok(vec![slab])
}

/// A row higher than nearly half a page is cut between its lines.
fn cut_row(layer: &Layer, grid: &Grid, cells: &[Standing], total: f32) -> Vec<Slab> {
    let step = cells.iter().flat_map(|s| &s.lines).map(|l| l.height).fold(8.0, f32::max);
    let per_piece = ((layer.page_height * 0.12) / step).floor().max(2.0) as usize;
    let longest = cells.iter().map(|s| s.lines.len()).max().unwrap_or(1);
    let mut out = Vec::new();
    let mut from = 0;
    while from < longest {
        let to = if longest - from < per_piece * 2 { longest } else { from + per_piece };
        let first = from == 0;
        let last = to == longest;
        let mut slab = Slab::default();
        let mut height = 0.0_f32;
        for s in cells {
            let mut y = if first { grid.pad } else { 0.0 };
            for line in s.lines.iter().skip(from).take(to - from) {
                y += line.before;
                place(&mut slab.items, line.items.clone(), s.x + grid.pad, y);
                y += line.height;
            }
            height = height.max(y + if last { grid.pad } else { 0.0 });
        }
        slab.height = if first && last { height.max(total) } else { height };
        for s in cells {
            frame(&mut slab.items, s.x, 0.0, s.w, slab.height, first, last);
        }
        if !first {
            slab.torn = Some(layer.width);
        }
        out.push(slab);
        from = to;
    }
    out
}

fn frame(items: &mut Vec<Item>, x: f32, y: f32, w: f32, h: f32, top: bool, bottom: bool) {
    let line = |x1, y1, x2, y2| Item::Stroke { x1, y1, x2, y2, thick: RULE, dash: 0.0, ink: Ink::Black };
    items.push(line(x, y, x, y + h));
    items.push(line(x + w, y, x + w, y + h));
    if top {
        items.push(line(x, y, x + w, y));
    }
    if bottom {
        items.push(line(x, y + h, x + w, y + h));
    }
}
