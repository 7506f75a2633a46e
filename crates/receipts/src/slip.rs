//! Narrow paper: what a customer takes home and what a shift ends with. A slip is laid out once, in dots of the printer
//! (eight to a millimetre), and then drawn to a printer's picture, to PDF and to the screen.

mod flow;
mod mark;
mod pdf;
mod raster;
mod refund;
mod report;
mod sale;
mod test_page;
mod time;

pub use mark::{Mark, Width};
pub use raster::Raster;

use crate::DrawError;
use crate::catalogue::Catalogue;
use domain::ShiftReport;
use flow::{Flow, Style};
use ledger::{HoldRow, RefundRow};

/// What is to be told on paper.
#[derive(Clone, Copy)]
pub enum Paper<'a> {
    /// The sale as it stands: its state chooses the slip.
    Sale(&'a HoldRow),
    Refund(&'a HoldRow, &'a RefundRow),
    /// An X, or a Z.
    Report(&'a ShiftReport),
    /// Proves width, languages and edges.
    Test,
}

/// On what it is told.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    /// The name over every slip; none if empty.
    pub shop: &'a str,
    /// Now, in milliseconds since 1970.
    pub at_ms: i64,
    /// Marked at both ends: no real money was moved.
    pub is_training: bool,
    /// The same paper was printed before.
    pub is_duplicate: bool,
    /// As its file is called, such as `hi`.
    pub language: &'a str,
    pub width: Width,
}

/// A paper with every word at its place. Lengths in dots.
pub struct Slip {
    width: Width,
    height: i32,
    language: &'static str,
    title: String,
    marks: Vec<Mark>,
}

/// Lays a paper out.
///
/// # Errors
/// [`DrawError`] when a font or a message of ours is missing, which a test would have found.
pub fn slip(paper: Paper<'_>, sheet: &Sheet<'_>) -> Result<Slip, DrawError> {
    let words = Catalogue::open(sheet.language)?;
    let mut flow = Flow::begin(sheet.width)?;
    let draft = Draft {
        sheet: *sheet,
        words: &words,
    };
    if sheet.is_training {
        flow.bar(&draft.say("paper-training")?);
        flow.centred(Style::SMALL, &draft.say("paper-training-note")?);
        flow.gap(10);
    }
    if sheet.is_duplicate {
        flow.boxed(&draft.say("paper-duplicate")?);
    }
    let shop = sheet.shop.trim();
    if !shop.is_empty() {
        flow.centred(Style::SHOP, &visible(shop));
        flow.gap(4);
    }
    let title = match paper {
        Paper::Sale(row) => draft.sale(&mut flow, row)?,
        Paper::Refund(row, refund) => draft.refund(&mut flow, row, refund)?,
        Paper::Report(report) => draft.report(&mut flow, report)?,
        Paper::Test => draft.test_page(&mut flow)?,
    };
    let printed = time::moment(sheet.at_ms);
    flow.gap(12);
    flow.centred(
        Style::SMALL,
        &draft.say_of("paper-printed", &[("time", &printed)])?,
    );
    if sheet.is_duplicate {
        flow.boxed(&draft.say("paper-duplicate")?);
    }
    if sheet.is_training {
        flow.gap(10);
        flow.bar(&draft.say("paper-training")?);
    }
    let (marks, height) = flow.end();
    Ok(Slip {
        width: sheet.width,
        height,
        language: words.code(),
        title,
        marks,
    })
}

impl Slip {
    /// Every line as it stands on the paper, from top to bottom; for a screen reader and for searching in tests.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines: Vec<(i32, i32, &str)> = self
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Text { x, y, text, .. } => Some((*y, *x, text.as_str())),
                Mark::Block { .. } | Mark::Qr { .. } => None,
            })
            .collect();
        lines.sort();
        let mut text = String::new();
        let mut last = None;
        for (y, _, line) in lines {
            match last {
                None => {}
                Some(before) if before == y => text.push_str("  "),
                Some(_) => text.push('\n'),
            }
            text.push_str(line);
            last = Some(y);
        }
        text
    }

    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    #[must_use]
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// As a thermal printer takes it.
    ///
    /// # Errors
    /// [`DrawError`]; then nothing was drawn.
    pub fn raster(&self) -> Result<Raster, DrawError> {
        raster::draw(self.width.dots(), self.height, &self.marks)
    }

    /// As a file to keep or to send.
    ///
    /// # Errors
    /// [`DrawError`]; then nothing was drawn.
    pub fn pdf(&self) -> Result<Vec<u8>, DrawError> {
        pdf::draw(self)
    }
}

/// A paper on its way: its words and its sheet.
struct Draft<'a> {
    sheet: Sheet<'a>,
    words: &'a Catalogue,
}

impl Draft<'_> {
    fn say(&self, id: &str) -> Result<String, DrawError> {
        self.words.say(id, &[])
    }

    fn say_of(&self, id: &str, variables: &[(&'static str, &str)]) -> Result<String, DrawError> {
        self.words.say(id, variables)
    }

    /// A name and its value, the value at the right edge.
    fn row(&self, flow: &mut Flow, id: &str, value: &str) -> Result<(), DrawError> {
        flow.row(Style::BODY, &self.say(id)?, value);
        Ok(())
    }

    fn strong_row(&self, flow: &mut Flow, id: &str, value: &str) -> Result<(), DrawError> {
        flow.row(Style::STRONG, &self.say(id)?, value);
        Ok(())
    }

    fn small_row(&self, flow: &mut Flow, id: &str, value: &str) -> Result<(), DrawError> {
        flow.row(Style::SMALL, &self.say(id)?, value);
        Ok(())
    }
}

/// Typed or received text, with what could reorder or hide its neighbours made visible.
fn visible(text: &str) -> String {
    domain::ProviderText::received(text).shown()
}

#[cfg(test)]
mod tests;
