//! A paper without pages: its words, tables and measures in the order of reading, as JSON.
//!
//! For `make bench`, which lets other typesetters set the very same content. Deliberately no second layout: widths of
//! columns that the content decides, charts and calendars are refused, because others could not set them alike.

use serde_json::{Value, json};

use crate::fonts::Face;
use crate::press::block::{Align, Block, Cell, Grid, Para, Track};
use crate::press::frame::Frame;
use crate::{Error, Letterhead, Paper, Wording};

/// Width of the type area in points, in which shares of a table are reckoned.
const WIDTH: f32 = 156.0 * crate::press::MM;

/// The content of a paper: title, author, red head and number of a letter, then the pieces one after the other.
pub fn content(paper: &Paper, letterhead: &Letterhead) -> Result<Value, Error> {
    let wording = Wording::parse(Wording::default_text(paper.kind()))?;
    let document = crate::document(paper, letterhead, &wording);
    let mut pieces = Vec::new();
    for block in document.blocks.iter().chain(&document.foot) {
        put(block, &mut pieces)?;
    }
    let head = match &document.frame {
        Frame::Letter { head, number } => json!({ "text": head, "size": crate::press::frame::Head::of(head).size, "number": number }),
        _ => Value::Null,
    };
    Ok(json!({ "title": document.title, "author": document.author, "head": head, "pieces": pieces }))
}

fn put(block: &Block, out: &mut Vec<Value>) -> Result<(), Error> {
    match block {
        Block::Para(p) => out.push(para(p)),
        Block::Grid(g) => {
            if let Some(caption) = &g.caption {
                out.push(para(caption));
            }
            out.push(grid(g)?);
        }
        Block::Signed(s) => {
            out.push(json!({ "piece": "space", "height": s.pitch }));
            for (text, right) in [(&s.signer, None), (&s.name, Some(2.0)), (&s.date, Some(4.0))] {
                if !text.is_empty() {
                    let align = if right.is_some() { Align::Right } else { Align::Left };
                    let em = s.style.size + s.track;
                    let mut line = Para::new(text.as_str(), s.style).align(align).pitch(s.pitch);
                    line.right = right.unwrap_or(0.0) * em;
                    out.push(para(&line));
                }
            }
        }
        Block::Space(height) => out.push(json!({ "piece": "space", "height": height })),
        Block::NewPage => out.push(json!({ "piece": "page" })),
        Block::Keep(inner) => {
            for block in inner {
                put(block, out)?;
            }
        }
        Block::Contents { style, pitch } => out.push(json!({ "piece": "contents", "size": style.size, "pitch": pitch })),
        Block::Chart(_) | Block::Month(_) | Block::Slot { .. } | Block::Cut => {
            return Err(Error::Write("this paper has drawings, which have no plain form".into()));
        }
    }
    Ok(())
}

fn face(face: Face) -> &'static str {
    match face {
        Face::Fang => "fang",
        Face::Title => "title",
        Face::Hei => "hei",
        Face::Kai => "kai",
        Face::Song => "song",
    }
}

fn para(p: &Para) -> Value {
    let align = match p.align {
        Align::Justify => "justify",
        Align::Left => "left",
        Align::Centre => "centre",
        Align::Right => "right",
    };
    let spans: Vec<Value> = p.spans.iter().map(|s| json!({ "text": s.text, "face": face(s.style.face), "size": s.style.size })).collect();
    json!({
        "piece": "para", "spans": spans, "align": align, "first": p.first, "left": p.left, "right": p.right, "pitch": p.pitch,
        "track": p.track, "before": p.before, "after": p.after, "keep": p.keep,
        "outline": p.outline.as_ref().map(|(level, title)| json!({ "level": level, "title": title })),
    })
}

fn grid(g: &Grid) -> Result<Value, Error> {
    let fixed: f32 = g.tracks.iter().map(|t| if let Track::Fixed(w) = t { *w } else { 0.0 }).sum();
    let shares: f32 = g.tracks.iter().map(|t| if let Track::Share(s) = t { *s } else { 0.0 }).sum();
    let widths: Option<Vec<f32>> = g
        .tracks
        .iter()
        .map(|t| match t {
            Track::Fixed(w) => Some(*w),
            Track::Share(s) => Some((WIDTH - fixed) * s / shares),
            Track::Auto => None,
        })
        .collect();
    let widths = widths.ok_or_else(|| Error::Write("the content decides a column's width, which has no plain form".into()))?;
    let cell = |c: &Cell| json!({ "paras": c.paras.iter().map(para).collect::<Vec<_>>(), "cols": c.cols, "shade": c.shade });
    let rows: Vec<Value> =
        g.rows.iter().map(|r| json!({ "height": r.height, "cells": r.cells.iter().map(cell).collect::<Vec<_>>() })).collect();
    Ok(json!({ "piece": "table", "widths": widths, "heads": g.heads, "pad": g.pad, "rows": rows, "before": g.before, "after": g.after }))
}
