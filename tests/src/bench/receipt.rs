//! A receipt from the books to the printer's dots and to a PDF, against the bare libraries that draw the same words: no
//! layout, no catalogue, no search for a font, everything opened before.

use super::{Measured, rounds};
use domain::{CustomerMark, Line, OurRef, Paise, ProviderRef, Quantity, Sale, SaleMode, SaleState};
use krilla::geom::{Point, Size};
use krilla::page::PageSettings;
use krilla::text::{Font, TextDirection};
use ledger::HoldRow;
use receipts::{Mark, Paper, Sheet, Width, slip};
use rustybuzz::script::{DEVANAGARI, LATIN};
use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};
use rustybuzz::{Direction, Face, ShapePlan, UnicodeBuffer};
use std::hint::black_box;
use std::time::{Duration, Instant};
use tiny_skia::{FillRule, Mask, PathBuilder, Transform};

const NOON: i64 = 1_782_885_600_000;
const PER_SAMPLE: u32 = 4;
/// Latin and Devanagari; the floor takes the one that has the text's first letter.
const FONTS: [&[u8]; 2] = [
    include_bytes!("../../../crates/receipts/fonts/inter-400.ttf"),
    include_bytes!("../../../crates/receipts/fonts/devanagari-400.ttf"),
];

/// Drawn to raster, as for a printer.
pub fn measure_raster() -> Measured {
    let (row, words) = (paid(), words());
    let faces = [(FONTS[0], LATIN), (FONTS[1], DEVANAGARI)].map(Script::open);
    let height = drawn(&row).raster().unwrap().height;
    measured(
        || drop(black_box(drawn(&row).raster().unwrap())),
        || drop(black_box(bare_raster(&faces, &words, height))),
    )
}

/// Drawn to PDF.
pub fn measure_pdf() -> Measured {
    let (row, words) = (paid(), words());
    measured(
        || drop(black_box(drawn(&row).pdf().unwrap())),
        || drop(black_box(bare_pdf(&words))),
    )
}

fn measured(ours: impl Fn(), floor: impl Fn()) -> Measured {
    let mut pairs = Vec::new();
    for round in 0..rounds(60) {
        pairs.push(if round % 2 == 0 {
            let first = timed(&ours);
            (first, timed(&floor))
        } else {
            let first = timed(&floor);
            (timed(&ours), first)
        });
    }
    Measured::of_times(&pairs, PER_SAMPLE)
}

fn timed(work: &impl Fn()) -> Duration {
    let began = Instant::now();
    for _ in 0..PER_SAMPLE {
        work();
    }
    began.elapsed()
}

fn drawn(row: &HoldRow) -> receipts::Slip {
    let sheet = Sheet {
        shop: "Green Park EV & Salon",
        at_ms: NOON,
        is_training: false,
        is_duplicate: false,
        language: "hi",
        width: Width::Mm80,
    };
    slip(Paper::Sale(row), &sheet).unwrap()
}

/// A Hindi receipt with eight lines.
fn paid() -> HoldRow {
    let our_ref: OurRef = "S01ARZ3NDEKTSV4RRFFQ69G5FAV".parse().unwrap();
    let mut sale = Sale::draft(our_ref, SaleMode::Hold, Paise::new(480_000), 60);
    sale.state = SaleState::Paid;
    sale.capture_paise = Some(Paise::new(450_050));
    sale.paid_at_ms = Some(NOON);
    sale.provider_ref = Some(ProviderRef("T2607011130123456789012".to_owned()));
    let line = |id| Line {
        id,
        name: "बालों का स्पा और तेल मालिश, herbal mask".to_owned(),
        quantity: Quantity::parse("2").unwrap(),
        price_paise: Paise::new(30_000),
        quick: false,
        item: None,
        discount: None,
        note: String::new(),
    };
    HoldRow {
        seq: 1,
        sale,
        customer: CustomerMark {
            hmac_hex: "ab".to_owned(),
            last_four: "3210".to_owned(),
        },
        counter: "Counter 2".to_owned(),
        cashier: "आशा देवी".to_owned(),
        shift: 14,
        created_at_ms: NOON,
        updated_at_ms: NOON,
        bill: domain::Bill {
            lines: (0..8).map(line).collect(),
            ..domain::Bill::default()
        },
        delivered: None,
        last_reply: None,
        refunds: Vec::new(),
    }
}

/// What stands on that receipt: font, size, place and text.
fn words() -> Vec<(usize, i16, (i32, i32), String)> {
    let slip = drawn(&paid());
    let texts = slip.marks().iter().filter_map(|mark| match mark {
        Mark::Text { x, y, size, text, .. } => {
            let indic = text.chars().next().is_some_and(|c| c >= '\u{900}');
            Some((usize::from(indic), *size, (*x, *y), text.clone()))
        }
        Mark::Block { .. } | Mark::Qr { .. } => None,
    });
    texts.collect()
}

fn bare_pdf(words: &[(usize, i16, (i32, i32), String)]) -> Vec<u8> {
    let fonts = FONTS.map(|bytes| Font::new(bytes.into(), 0).unwrap());
    let mut document = krilla::Document::new();
    let mut page = document.start_page_with(PageSettings::new(Size::from_wh(640.0, 1_400.0).unwrap()));
    let mut surface = page.surface();
    for (font, size, (x, y), text) in words {
        let at = Point::from_xy(*x as f32, *y as f32);
        surface.draw_text(
            at,
            fonts[*font].clone(),
            f32::from(*size),
            text,
            false,
            TextDirection::LeftToRight,
        );
    }
    surface.finish();
    page.finish();
    document.finish().unwrap()
}

/// A font with the rules by which it writes its script.
struct Script {
    face: Face<'static>,
    script: rustybuzz::Script,
    plan: ShapePlan,
}

impl Script {
    fn open((bytes, script): (&'static [u8], rustybuzz::Script)) -> Script {
        let face = Face::from_slice(bytes, 0).unwrap();
        Script {
            plan: ShapePlan::new(&face, Direction::LeftToRight, Some(script), None, &[]),
            face,
            script,
        }
    }
}

fn bare_raster(faces: &[Script], words: &[(usize, i16, (i32, i32), String)], height: u32) -> Mask {
    let mut mask = Mask::new(576, height).unwrap();
    for (font, size, (x, y), text) in words {
        let Script { face, script, plan } = &faces[*font];
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_script(*script);
        buffer.set_direction(Direction::LeftToRight);
        let glyphs = rustybuzz::shape_with_plan(face, plan, buffer);
        let scale = f32::from(*size) / face.units_per_em() as f32;
        let mut pen = Pen {
            path: PathBuilder::new(),
            x: 0.0,
        };
        for (glyph, place) in glyphs.glyph_infos().iter().zip(glyphs.glyph_positions()) {
            face.outline_glyph(GlyphId(u16::try_from(glyph.glyph_id).unwrap()), &mut pen);
            pen.x += place.x_advance as f32;
        }
        if let Some(path) = pen.path.finish() {
            let place = Transform::from_row(scale, 0.0, 0.0, -scale, *x as f32, *y as f32);
            mask.fill_path(&path, FillRule::Winding, true, place);
        }
    }
    mask
}

struct Pen {
    path: PathBuilder,
    x: f32,
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.x + x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.x + x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.path.quad_to(self.x + x1, y1, self.x + x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.path
            .cubic_to(self.x + x1, y1, self.x + x2, y2, self.x + x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}
