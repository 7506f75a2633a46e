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

struct Pens {
    fonts: Fonts,
    regular: [Font; FACES],
    bold: [Font; FACES],
}

impl Pens {
    fn open() -> Result<Pens, DrawError> {
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
        let fonts = match style.weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        };
        let mut x = i32::from(x);
        for run in self.fonts.runs(style.weight, text) {
            if let Some(font) = fonts.get(run.face) {
                let at = Point::from_xy(f32::from(i16::try_from(x).unwrap_or(i16::MAX)), f32::from(y));
                surface.draw_text(
                    at,
                    font.clone(),
                    f32::from(style.size),
                    run.text,
                    false,
                    TextDirection::LeftToRight,
                );
            }
            x = x.saturating_add(self.fonts.run_width(style.weight, style.size, &run));
        }
    }
}

fn embedded(weight: Weight) -> Result<[Font; FACES], DrawError> {
    let [latin, rest, devanagari] = fonts::bytes(weight).map(|bytes| Font::new(bytes.into(), 0));
    match (latin, rest, devanagari) {
        (Some(latin), Some(rest), Some(devanagari)) => Ok([latin, rest, devanagari]),
        _ => Err(DrawError::Font),
    }
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
