//! Marks as the dots of a thermal printer: black or white, nothing between.

use super::mark::Mark;
use crate::DrawError;
use crate::fonts::{Fonts, Weight};
use crate::pdf::length;
use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};
use tiny_skia::{FillRule, Mask, Path, PathBuilder, Point, Rect, Transform};

/// A dot is black when at least so much of it is covered (of 255). Slightly less than half: thermal dots of thin strokes
/// come out weak.
const COVERED: u8 = 112;

/// Dots by rows, eight to a byte, the leftmost in the highest bit; 1 is black.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raster {
    pub width_bytes: u16,
    pub height: u32,
    pub rows: Vec<u8>,
}

pub fn draw(width: u16, height: i32, marks: &[Mark]) -> Result<Raster, DrawError> {
    let height = u32::try_from(height).map_err(|_| DrawError::Page)?;
    let fonts = Fonts::open()?;
    let mut ink = Mask::new(u32::from(width), height).ok_or(DrawError::Page)?;
    let mut blank: Option<Mask> = None;
    for mark in marks {
        let Some(path) = outline(fonts, mark) else {
            continue;
        };
        let on_black = matches!(mark, Mark::Text { on_black: true, .. });
        let sharp = matches!(mark, Mark::Block { .. } | Mark::Qr { .. });
        let mask = if on_black {
            let fresh = || Mask::new(u32::from(width), height);
            let kept = blank.take().or_else(fresh).ok_or(DrawError::Page)?;
            blank.insert(kept)
        } else {
            &mut ink
        };
        mask.fill_path(&path, FillRule::Winding, !sharp, Transform::identity());
    }
    let width_bytes = width.div_ceil(8);
    Ok(Raster {
        width_bytes,
        height,
        rows: packed(usize::from(width), ink.data(), blank.as_ref().map(Mask::data)),
    })
}

/// What is covered and not kept blank, eight dots to a byte.
fn packed(width: usize, ink: &[u8], blank: Option<&[u8]>) -> Vec<u8> {
    let mut rows = dots(width, ink);
    if let Some(blank) = blank {
        for (byte, kept) in rows.iter_mut().zip(dots(width, blank)) {
            *byte &= !kept;
        }
    }
    rows
}

fn dots(width: usize, covered: &[u8]) -> Vec<u8> {
    const BITS: [u8; 8] = [0x80, 0x40, 0x20, 0x10, 0x08, 0x04, 0x02, 0x01];
    let byte = |eight: &[u8]| {
        let black = eight.iter().zip(BITS).filter(|(dot, _)| **dot >= COVERED);
        black.fold(0, |byte, (_, bit)| byte | bit)
    };
    let rows = covered.chunks(width.max(1));
    rows.flat_map(|row| row.chunks(8).map(byte)).collect()
}

fn outline(fonts: &Fonts, mark: &Mark) -> Option<Path> {
    match mark {
        Mark::Text {
            x,
            y,
            size,
            weight,
            text,
            ..
        } => written(fonts, (*x, *y), *size, *weight, text),
        Mark::Block { x, y, width, height } => rect(*x, *y, *width, *height).map(PathBuilder::from_rect),
        Mark::Qr {
            x,
            y,
            dot,
            side,
            modules,
        } => {
            let mut path = PathBuilder::new();
            for (column, row) in dark(*side, modules) {
                let at = |from: i32, index: i32| from.saturating_add(index.saturating_mul(*dot));
                if let Some(rect) = rect(at(*x, column), at(*y, row), *dot, *dot) {
                    path.push_rect(rect);
                }
            }
            path.finish()
        }
    }
}

/// Column and row of every dark module.
pub fn dark(side: i32, modules: &[bool]) -> impl Iterator<Item = (i32, i32)> + '_ {
    let places = (0_i32..).map(move |at| (at.rem_euclid(side.max(1)), at.div_euclid(side.max(1))));
    places
        .zip(modules)
        .filter(|(_, dark)| **dark)
        .map(|(place, _)| place)
}

fn rect(x: i32, y: i32, width: i32, height: i32) -> Option<Rect> {
    Rect::from_xywh(length(x), length(y), length(width), length(height))
}

/// The outlines of all glyphs of a text.
fn written(fonts: &Fonts, (x, y): (i32, i32), size: i16, weight: Weight, text: &str) -> Option<Path> {
    let mut path = PathBuilder::new();
    let mut x = x;
    for run in fonts.runs(weight, text) {
        let Some(font) = fonts.font(weight, &run) else {
            continue;
        };
        let per_em = length(font.face.units_per_em()).recip();
        // A font's units go upwards, a page's dots downwards.
        let to_page = Transform::from_translate(length(x), length(y))
            .pre_scale(f32::from(size), f32::from(size.saturating_neg()))
            .pre_scale(per_em, per_em);
        let glyphs = font.shaped(run.text);
        let mut advance = 0_i32;
        for (glyph, place) in glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()) {
            let at = to_page.pre_translate(
                length(advance.saturating_add(place.x_offset)),
                length(place.y_offset),
            );
            let id = GlyphId(u16::try_from(glyph.glyph_id).unwrap_or(0));
            font.face.outline_glyph(
                id,
                &mut Pen {
                    path: &mut path,
                    to_page: at,
                },
            );
            advance = advance.saturating_add(place.x_advance);
        }
        x = x.saturating_add(font.width(size, &glyphs));
    }
    path.finish()
}

/// Draws a glyph of font units onto the page.
struct Pen<'p> {
    path: &'p mut PathBuilder,
    to_page: Transform,
}

impl Pen<'_> {
    fn at(&self, x: f32, y: f32) -> Point {
        let mut point = Point::from_xy(x, y);
        self.to_page.map_point(&mut point);
        point
    }
}

impl OutlineBuilder for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        let to = self.at(x, y);
        self.path.move_to(to.x, to.y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.at(x, y);
        self.path.line_to(to.x, to.y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (by, to) = (self.at(x1, y1), self.at(x, y));
        self.path.quad_to(by.x, by.y, to.x, to.y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (first, second, to) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.path
            .cubic_to(first.x, first.y, second.x, second.y, to.x, to.y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

impl Raster {
    /// As a PNG of black and white, the dots as they are.
    ///
    /// # Errors
    /// [`DrawError::Page`] when the picture has no size.
    pub fn png(&self) -> Result<Vec<u8>, DrawError> {
        let mut bytes = Vec::new();
        let width = u32::from(self.width_bytes).saturating_mul(8);
        let mut encoder = png::Encoder::new(&mut bytes, width, self.height);
        encoder.set_color(png::ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::One);
        let white_is_one: Vec<u8> = self.rows.iter().map(|dots| !dots).collect();
        let mut writer = encoder.write_header().map_err(|_| DrawError::Page)?;
        writer
            .write_image_data(&white_is_one)
            .map_err(|_| DrawError::Page)?;
        writer.finish().map_err(|_| DrawError::Page)?;
        Ok(bytes)
    }
}
