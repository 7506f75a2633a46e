//! The page that a person prints to see whether the printer is set up rightly.

use super::Draft;
use super::flow::{Flow, Style};
use crate::DrawError;
use crate::catalogue::{Catalogue, languages};
use domain::Paise;

/// Lakh grouping, the rupee sign and every digit there is room for.
const AMOUNT: Paise = Paise::new(12_345_678);

impl Draft<'_> {
    /// Edges, width, every language and a code. Returns its title.
    pub(super) fn test_page(&self, flow: &mut Flow) -> Result<String, DrawError> {
        let title = self.say("paper-title-test")?;
        flow.line(3);
        flow.gap(8);
        flow.centred(Style::WORD, &title);
        flow.largest(&AMOUNT.to_string());
        flow.centred(Style::BODY, &self.say("paper-test-note")?);
        flow.rule();
        let dots = self.sheet.width.dots().to_string();
        self.row(flow, "paper-test-width", &dots)?;
        for code in languages() {
            let words = Catalogue::open(code)?;
            let name = words.say("paper-language", &[])?;
            flow.row(Style::STRONG, &name, &words.say("paper-note-held", &[])?);
        }
        flow.qr("HOLDFAST");
        flow.centred(Style::SMALL, &self.say("paper-test-edges")?);
        flow.gap(8);
        flow.line(3);
        Ok(title)
    }
}
