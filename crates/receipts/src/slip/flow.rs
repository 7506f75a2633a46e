//! A slip as it fills, from the top.

use super::mark::{Mark, Width};
use crate::DrawError;
use crate::fonts::{Fonts, Weight};
use crate::layout::broken;
use qrcode::{Color, EcLevel, QrCode};

const MARGIN: i32 = 6;
const QR_SIDE_MAX: i32 = 216;

/// How a line looks; sizes in dots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    pub size: i16,
    pub weight: Weight,
}

impl Style {
    pub const SHOP: Style = Style::new(38, Weight::Bold);
    pub const TITLE: Style = Style::new(28, Weight::Regular);
    pub const AMOUNT: Style = Style::new(84, Weight::Bold);
    pub const WORD: Style = Style::new(36, Weight::Bold);
    pub const HEADING: Style = Style::new(28, Weight::Bold);
    pub const STRONG: Style = Style::new(26, Weight::Bold);
    pub const BODY: Style = Style::new(26, Weight::Regular);
    pub const SMALL: Style = Style::new(22, Weight::Regular);
    const BAR: Style = Style::new(34, Weight::Bold);

    const fn new(size: i16, weight: Weight) -> Style {
        Style { size, weight }
    }

    fn line_height(self) -> i32 {
        part_of(i32::from(self.size), 138)
    }
}

pub struct Flow {
    fonts: &'static Fonts,
    width: i32,
    marks: Vec<Mark>,
    y: i32,
}

impl Flow {
    /// # Errors
    /// As [`Fonts::open`].
    pub fn begin(width: Width) -> Result<Flow, DrawError> {
        Ok(Flow {
            fonts: Fonts::open()?,
            width: i32::from(width.dots()),
            marks: Vec::new(),
            y: MARGIN,
        })
    }

    /// The marks and how long the paper is.
    pub fn end(self) -> (Vec<Mark>, i32) {
        (self.marks, self.y.saturating_add(MARGIN))
    }

    pub fn gap(&mut self, height: i32) {
        self.y = self.y.saturating_add(height);
    }

    /// A thin line from edge to edge, with air around it.
    pub fn rule(&mut self) {
        self.gap(14);
        self.line(2);
        self.gap(12);
    }

    /// A line from edge to edge at once.
    pub fn line(&mut self, height: i32) {
        self.block(0, self.y, self.width, height);
        self.gap(height);
    }

    pub fn centred(&mut self, style: Style, text: &str) {
        for line in self.broken(style, self.inner(), text) {
            let x = self.middle(style, &line);
            self.write(style, x, &line, false);
        }
    }

    pub fn left(&mut self, style: Style, text: &str) {
        for line in self.broken(style, self.inner(), text) {
            self.write(style, MARGIN, &line, false);
        }
    }

    /// One line in the largest size, or as large as it fits: an amount is never broken and never cut.
    pub fn largest(&mut self, text: &str) {
        let style = self.fitting(Style::AMOUNT, text);
        let x = self.middle(style, text);
        let height = part_of(i32::from(style.size), 124);
        self.text(
            style,
            x,
            self.y.saturating_add(i32::from(style.size)),
            text,
            false,
        );
        self.gap(height);
    }

    /// One line in the middle, smaller where it would not fit: a reference is copied by hand, and never broken.
    pub fn fitted(&mut self, style: Style, text: &str) {
        let style = self.fitting(style, text);
        let x = self.middle(style, text);
        self.write(style, x, text, false);
    }

    fn fitting(&self, mut style: Style, text: &str) -> Style {
        const SMALLEST: i16 = 12;
        while self.fonts.width(style.weight, style.size, text) > self.inner() && style.size > SMALLEST {
            style.size = style.size.saturating_sub(1);
        }
        style
    }

    /// A name at the left and its value at the right edge. The name takes as many lines as it needs; a value that leaves
    /// it no room stands under it.
    pub fn row(&mut self, style: Style, name: &str, value: &str) {
        const BETWEEN: i32 = 16;
        let wide = self.fonts.width(style.weight, style.size, value);
        let left = self.inner().saturating_sub(wide).saturating_sub(BETWEEN);
        if left < part_of(self.inner(), 30) {
            self.left(style, name);
            for line in self.broken(style, self.inner(), value) {
                let x = self.right(style, &line);
                self.write(style, x, &line, false);
            }
            return;
        }
        let lines = self.broken(style, left, name);
        let last = lines.len().saturating_sub(1);
        for (at, line) in lines.iter().enumerate() {
            if at == last {
                let x = self.right(style, value);
                self.text(style, x, self.baseline(style), value, false);
            }
            self.write(style, MARGIN, line, false);
        }
    }

    /// White words on a black bar: what nobody may overlook.
    pub fn bar(&mut self, text: &str) {
        let lines = self.broken(Style::BAR, self.inner(), text);
        let count = i32::try_from(lines.len()).unwrap_or(1);
        let height = Style::BAR.line_height().saturating_mul(count).saturating_add(12);
        self.block(0, self.y, self.width, height);
        self.gap(6);
        for line in &lines {
            let x = self.middle(Style::BAR, line);
            self.write(Style::BAR, x, line, true);
        }
        self.gap(6);
    }

    /// Bold words in a frame.
    pub fn boxed(&mut self, text: &str) {
        const LINE: i32 = 3;
        self.gap(8);
        let top = self.y;
        self.gap(8);
        self.centred(Style::BAR, text);
        self.gap(8);
        let (height, below) = (self.y.saturating_sub(top), self.y.saturating_sub(LINE));
        self.block(0, top, self.width, LINE);
        self.block(0, below, self.width, LINE);
        self.block(0, top, LINE, height);
        self.block(self.width.saturating_sub(LINE), top, LINE, height);
        self.gap(10);
    }

    /// A QR code in the middle, with the quiet zone that readers want. Nothing where the text is too long for one.
    pub fn qr(&mut self, text: &str) {
        let Ok(code) = QrCode::with_error_correction_level(text.as_bytes(), EcLevel::M) else {
            return;
        };
        let side = i32::try_from(code.width()).unwrap_or(1);
        let dot = QR_SIDE_MAX.checked_div(side).unwrap_or(1).max(3);
        let quiet = dot.saturating_mul(4);
        let wide = side.saturating_mul(dot);
        self.gap(quiet);
        self.marks.push(Mark::Qr {
            x: self.width.saturating_sub(wide).div_euclid(2),
            y: self.y,
            dot,
            side,
            modules: code
                .to_colors()
                .into_iter()
                .map(|color| color == Color::Dark)
                .collect(),
        });
        self.gap(wide.saturating_add(quiet));
    }

    fn write(&mut self, style: Style, x: i32, text: &str, on_black: bool) {
        self.text(style, x, self.baseline(style), text, on_black);
        self.gap(style.line_height());
    }

    fn text(&mut self, style: Style, x: i32, y: i32, text: &str, on_black: bool) {
        self.marks.push(Mark::Text {
            x,
            y,
            size: style.size,
            weight: style.weight,
            on_black,
            text: text.to_owned(),
        });
    }

    fn block(&mut self, x: i32, y: i32, width: i32, height: i32) {
        self.marks.push(Mark::Block { x, y, width, height });
    }

    fn baseline(&self, style: Style) -> i32 {
        self.y.saturating_add(part_of(i32::from(style.size), 102))
    }

    fn inner(&self) -> i32 {
        self.width.saturating_sub(MARGIN.saturating_mul(2))
    }

    fn middle(&self, style: Style, text: &str) -> i32 {
        let wide = self.fonts.width(style.weight, style.size, text);
        self.width.saturating_sub(wide).div_euclid(2).max(0)
    }

    fn right(&self, style: Style, text: &str) -> i32 {
        let wide = self.fonts.width(style.weight, style.size, text);
        self.width.saturating_sub(MARGIN).saturating_sub(wide).max(0)
    }

    fn broken(&self, style: Style, width_max: i32, text: &str) -> Vec<String> {
        let width_of = |text: &str| self.fonts.width(style.weight, style.size, text);
        broken(width_of, width_max, text)
    }
}

/// So many hundredths of a length.
fn part_of(whole: i32, hundredths: i32) -> i32 {
    whole.saturating_mul(hundredths).div_euclid(100)
}
