//! A slip as a PDF of one page, as wide as the roll and as long as it is.

use super::mark::Mark;
use super::raster::dark;
use super::{Slip, visible};
use crate::DrawError;
use crate::pdf::{Pens, length};
use krilla::Document;
use krilla::color::luma;
use krilla::geom::{Path, PathBuilder, Rect, Size, Transform};
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;

/// Points to a dot: 72 points and 203.2 dots to an inch.
const POINT: f32 = 0.354_330_7;

pub fn draw(slip: &Slip) -> Result<Vec<u8>, DrawError> {
    let pens = Pens::open()?;
    let mut document = Document::new();
    document.set_metadata(
        Metadata::new()
            .title(visible(&slip.title))
            .creator("Holdfast".to_owned())
            .language(slip.language.to_owned()),
    );
    let border = slip.width.border();
    let around = |dots: i32| length(border.saturating_mul(2).saturating_add(dots)).mul_add(POINT, 0.0);
    let size = Size::from_wh(around(i32::from(slip.width.dots())), around(slip.height));
    let mut page = document.start_page_with(PageSettings::new(size.ok_or(DrawError::Page)?));
    let mut surface = page.surface();
    surface.push_transform(&Transform::from_scale(POINT, POINT));
    surface.push_transform(&Transform::from_translate(length(border), length(border)));
    for mark in &slip.marks {
        put(&pens, &mut surface, mark);
    }
    surface.pop();
    surface.pop();
    surface.finish();
    page.finish();
    document
        .finish()
        .map_err(|why| DrawError::Pdf(format!("{why:?}")))
}

fn put(pens: &Pens, surface: &mut Surface<'_>, mark: &Mark) {
    match mark {
        Mark::Text {
            x,
            y,
            size,
            weight,
            on_black,
            text,
        } => {
            surface.set_fill(Some(fill(if *on_black { 255 } else { 0 })));
            pens.write(surface, (*x, *y), *weight, *size, text);
        }
        Mark::Block { x, y, width, height } => {
            filled(surface, [(*x, *y, *width, *height)].into_iter());
        }
        Mark::Qr {
            x,
            y,
            dot,
            side,
            modules,
        } => {
            let at = |from: &i32, index: i32| from.saturating_add(index.saturating_mul(*dot));
            let squares = dark(*side, modules).map(|(column, row)| (at(x, column), at(y, row), *dot, *dot));
            filled(surface, squares);
        }
    }
}

fn filled(surface: &mut Surface<'_>, rects: impl Iterator<Item = (i32, i32, i32, i32)>) {
    let mut path = PathBuilder::new();
    for (x, y, width, height) in rects {
        if let Some(rect) = Rect::from_xywh(length(x), length(y), length(width), length(height)) {
            path.push_rect(rect);
        }
    }
    let path: Option<Path> = path.finish();
    if let Some(path) = path {
        surface.set_fill(Some(fill(0)));
        surface.draw_path(&path);
    }
}

fn fill(luma: u8) -> Fill {
    Fill {
        paint: luma::Color::new(luma).into(),
        ..Fill::default()
    }
}
