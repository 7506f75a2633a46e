//! Pages as a PDF.

use crate::fonts::{self, FACES, Fonts, Weight};
use crate::layout::{HEIGHT, Ink, Mark, Page, Style, WIDTH};
use krilla::Document;
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::text::{Font, TextDirection};

/// A paper that could not be drawn. There is no half of it.
#[derive(Debug, thiserror::Error)]
pub enum DrawError {
    #[error("a font of the program cannot be read")]
    Font,
    #[error("the catalogue has no such words: {0}")]
    Words(String),
    #[error("the page has no size")]
    Page,
    #[error("the PDF could not be made: {0}")]
    Pdf(String),
}

/// A tenth of a point.
const TENTH: f32 = 0.1;
const RULE_HEIGHT: f32 = 6.0;

/// # Errors
/// [`DrawError`]; then nothing was drawn.
pub fn draw(title: &str, pages: &[Page]) -> Result<Vec<u8>, DrawError> {
    let pens = Pens::open()?;
    let mut document = Document::new();
    document.set_metadata(
        Metadata::new()
            .title(title.to_owned())
            .creator("Holdfast".to_owned())
            .language("en-IN".to_owned()),
    );
    for marks in pages {
        let size = Size::from_wh(595.3, 841.9).ok_or(DrawError::Page)?;
        let mut page = document.start_page_with(PageSettings::new(size));
        let mut surface = page.surface();
        surface.push_transform(&Transform::from_scale(TENTH, TENTH));
        for mark in marks {
            pens.draw(&mut surface, mark);
        }
        surface.pop();
        surface.finish();
        page.finish();
    }
    document
        .finish()
        .map_err(|why| DrawError::Pdf(format!("{why:?}")))
}

pub struct Pens {
    fonts: &'static Fonts,
    regular: [Font; FACES],
    bold: [Font; FACES],
}

impl Pens {
    /// # Errors
    /// As [`Fonts::open`].
    pub fn open() -> Result<Pens, DrawError> {
        Ok(Pens {
            fonts: Fonts::open()?,
            regular: embedded(Weight::Regular)?,
            bold: embedded(Weight::Bold)?,
        })
    }

    fn draw(&self, surface: &mut Surface<'_>, mark: &Mark) {
        match mark {
            Mark::Text { x, y, style, text } => self.draw_text(surface, *x, *y, *style, text),
            Mark::Rule { x, y, width } => {
                let rect = Rect::from_xywh(f32::from(*x), f32::from(*y), f32::from(*width), RULE_HEIGHT);
                let mut path = PathBuilder::new();
                if let Some(rect) = rect {
                    path.push_rect(rect);
                }
                if let Some(path) = path.finish() {
                    surface.set_fill(Some(fill(Ink::Grey)));
                    surface.draw_path(&path);
                }
            }
        }
    }

    fn draw_text(&self, surface: &mut Surface<'_>, x: i16, y: i16, style: Style, text: &str) {
        surface.set_fill(Some(fill(style.ink)));
        let at = (i32::from(x), i32::from(y));
        self.write(surface, at, style.weight, style.size, text);
    }

    /// Text in the surface's own fill, from its baseline on; lengths are the surface's.
    pub fn write(
        &self,
        surface: &mut Surface<'_>,
        (mut x, y): (i32, i32),
        weight: Weight,
        size: i16,
        text: &str,
    ) {
        let fonts = match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        };
        for run in self.fonts.runs(weight, text) {
            if let Some(font) = fonts.get(run.face) {
                surface.draw_text(
                    Point::from_xy(length(x), length(y)),
                    font.clone(),
                    f32::from(size),
                    run.text,
                    false,
                    TextDirection::LeftToRight,
                );
            }
            x = x.saturating_add(self.fonts.run_width(weight, size, &run));
        }
    }
}

/// A whole length as drawing takes it, exact far beyond the longest paper.
pub fn length(whole: i32) -> f32 {
    const STEP: i32 = 10_000;
    let part = |part: i32| f32::from(i16::try_from(part).unwrap_or(i16::MAX));
    part(whole.div_euclid(STEP)).mul_add(f32::from(10_000_i16), part(whole.rem_euclid(STEP)))
}

fn embedded(weight: Weight) -> Result<[Font; FACES], DrawError> {
    fonts::opened(weight, |bytes| Font::new(bytes.into(), 0))
}

fn fill(ink: Ink) -> Fill {
    let color = match ink {
        Ink::Black => rgb::Color::new(17, 24, 39),
        Ink::Grey => rgb::Color::new(92, 99, 112),
    };
    Fill {
        paint: color.into(),
        ..Fill::default()
    }
}

const _: () = assert!(
    WIDTH == 5_953 && HEIGHT == 8_419,
    "the page's size in points stands in `draw`"
);
