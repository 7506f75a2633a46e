//! Paper: what is printed, what became of it, and what follows from it. Nothing here waits for a printer, and nothing of
//! money depends on one.

mod automatic;
mod view;

use crate::inputs::{Effect, Tag};
use crate::state::{OpenBooks, Till};
use contract::{
    ErrorCode, PaperCommand, PaperName, PaperOutcome, PaperPreferences, PrinterTrouble, ProfileName, UiError,
};
use domain::{Fact, OurRef, Paper, PaperFact, RefundRef, SaleState};
use ledger::HoldRow;
use std::collections::{BTreeMap, BTreeSet};

/// Longer than this no address is.
const ADDRESS_MAX: usize = 255;
/// A name over a slip, in characters.
pub(crate) const SHOP_MAX: usize = 60;
/// From here on people are told that it is slow.
const SLOW_AFTER_MS: i64 = 4_000;

/// A paper to be printed, as the engine hands it over: the sale as the engine knows it, so that the paper and the fact say the
/// same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperOrder {
    pub content: PaperContent,
    pub duplicate: bool,
    /// Opens the drawer.
    pub kick: bool,
    /// Now, in milliseconds since 1970.
    pub at_ms: i64,
    pub training: bool,
    /// As its catalogue is called.
    pub language: String,
    pub preferences: PaperPreferences,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaperContent {
    Sale(Box<HoldRow>),
    Refund(Box<HoldRow>, RefundRef),
    /// Read from the books by whoever draws it.
    Report(Option<u32>),
    TestPage,
}

/// What the printer has to say for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrinterStands {
    NotSetUp,
    Ready { paper_low: bool },
    Trouble(PrinterTrouble),
}

/// What became of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed {
    Done {
        confirmed: bool,
    },
    /// Not one byte of it has left.
    Not(PrinterTrouble),
    /// Bytes have left.
    Perhaps(PrinterTrouble),
}

#[derive(Default)]
pub(crate) struct PaperDesk {
    stands: Option<PrinterStands>,
    under_way: BTreeMap<Tag, UnderWay>,
    /// Printed in this run: the books may be closed, or not judged yet.
    printed: BTreeSet<String>,
    last: Option<contract::LastPaperView>,
}

struct UnderWay {
    what: PaperName,
    /// `None`: a test page, which is no fact.
    fact: Option<Paper>,
    duplicate: bool,
    automatic: bool,
    since_ms: i64,
}

impl PaperDesk {
    /// When the view has to say that it is slow.
    pub fn wake_at_ms(&self, now_ms: i64) -> Option<i64> {
        let slow_at = self.under_way.values().map(UnderWay::slow_at_ms);
        slow_at.filter(|at_ms| *at_ms > now_ms).min()
    }
}

impl UnderWay {
    fn slow_at_ms(&self) -> i64 {
        self.since_ms.saturating_add(SLOW_AFTER_MS)
    }
}

impl Till {
    pub(crate) fn obey_paper(&mut self, command: PaperCommand) -> Result<(), UiError> {
        match command {
            PaperCommand::Print { what } => self.print(what, false),
        }
    }

    /// Checks what was chosen for paper, and tells the printer's side.
    pub(crate) fn choose_paper(&mut self, mut paper: PaperPreferences) -> Result<(), UiError> {
        for text in [&mut paper.printer, &mut paper.shop, &mut paper.language] {
            *text = text.trim().to_owned();
        }
        let is_odd = |c: char| c.is_whitespace() || c.is_control();
        if paper.printer.len() > ADDRESS_MAX || paper.printer.contains(is_odd) {
            return Err(ErrorCode::PrinterAddress.into());
        }
        if paper.shop.chars().count() > SHOP_MAX || paper.shop.contains(char::is_control) {
            return Err(UiError {
                code: ErrorCode::ShopNameLong,
                detail: Some(SHOP_MAX.to_string()),
            });
        }
        if !paper.language.is_empty() && !crate::preferences::is_language(&paper.language) {
            return Err(ErrorCode::LanguageUnknown.into());
        }
        if self.chosen.view.chosen.paper.printer != paper.printer {
            self.paper.stands = None;
            self.effects.push(Effect::UsePrinter(paper.printer.clone()));
        }
        self.chosen.view.chosen.paper = paper;
        Ok(())
    }

    /// The printer that was chosen, at the start.
    pub(crate) fn use_printer(&mut self) {
        let address = self.chosen.view.chosen.paper.printer.clone();
        if !address.is_empty() {
            self.effects.push(Effect::UsePrinter(address));
        }
    }

    pub(crate) fn hear_printer(&mut self, stands: PrinterStands) {
        self.paper.stands = Some(stands);
    }

    /// What became of a paper. What certainly never left is no fact; everything else may lie on the counter.
    pub(crate) fn hear_printed(&mut self, tag: Tag, printed: Printed) {
        let Some(done) = self.paper.under_way.remove(&tag) else {
            return;
        };
        let (outcome, trouble) = match printed {
            Printed::Done { confirmed: true } => (PaperOutcome::Printed, None),
            Printed::Done { confirmed: false } => (PaperOutcome::Believed, None),
            Printed::Not(trouble) => (PaperOutcome::NotPrinted, Some(trouble)),
            Printed::Perhaps(trouble) => (PaperOutcome::Perhaps, Some(trouble)),
        };
        self.paper.last = Some(contract::LastPaperView {
            what: done.what,
            at_ms: self.now_ms(),
            outcome,
            trouble,
            duplicate: done.duplicate,
            automatic: done.automatic,
        });
        let Some(what) = done.fact.filter(|_| outcome != PaperOutcome::NotPrinted) else {
            return;
        };
        self.paper.printed.extend(what.name());
        let fact = PaperFact {
            what,
            duplicate: done.duplicate,
            perhaps: outcome == PaperOutcome::Perhaps,
        };
        if let Err(refused) = self.commit(Fact::Paper(fact)) {
            tracing::warn!(code = ?refused.code, "that a paper was printed is not in the books");
        }
    }

    /// Orders a paper. One that is on its way already is not ordered twice.
    fn print(&mut self, what: PaperName, automatic: bool) -> Result<(), UiError> {
        if self.chosen.view.chosen.paper.printer.is_empty() {
            return Err(ErrorCode::PrinterNotSetUp.into());
        }
        let (content, fact) = self.content_of(&what)?;
        let is_same = |under_way: &UnderWay| under_way.what == what && under_way.fact == fact;
        if self.paper.under_way.values().any(is_same) {
            return Err(ErrorCode::PaperUnderWay.into());
        }
        let duplicate = fact.as_ref().is_some_and(|paper| self.was_printed(paper));
        if automatic && duplicate {
            return Ok(());
        }
        let preferences = self.chosen.view.chosen.paper.clone();
        let training = self.config.profile == ProfileName::Training;
        let language = match preferences.language.as_str() {
            "" => self.chosen.view.chosen.language.clone(),
            chosen => chosen.to_owned(),
        };
        let order = PaperOrder {
            kick: preferences.opens_drawer && !training && !duplicate && is_receipt(fact.as_ref()),
            content,
            duplicate,
            at_ms: self.now_ms(),
            training,
            language,
            preferences,
        };
        let tag = self.free_tag();
        let under_way = UnderWay {
            what,
            fact,
            duplicate,
            automatic,
            since_ms: order.at_ms,
        };
        self.paper.under_way.insert(tag, under_way);
        self.effects.push(Effect::Print(tag, Box::new(order)));
        Ok(())
    }

    fn content_of(&mut self, what: &PaperName) -> Result<(PaperContent, Option<Paper>), UiError> {
        match what {
            PaperName::Sale { our_ref } => {
                let row = self.row_to_print(our_ref)?;
                if row.sale.state == SaleState::Draft {
                    return Err(ErrorCode::NothingToPrint.into());
                }
                let paper = Paper::Sale {
                    our_ref: our_ref.clone(),
                    state: row.sale.state,
                };
                Ok((PaperContent::Sale(Box::new(row)), Some(paper)))
            }
            PaperName::Refund { our_ref, refund_ref } => {
                let row = self.row_to_print(our_ref)?;
                let refund = row.refunds.iter().find(|of| of.refund.refund_ref == *refund_ref);
                let state = refund.ok_or(ErrorCode::NoSuchSale)?.refund.state;
                let paper = Paper::Refund {
                    our_ref: our_ref.clone(),
                    refund_ref: refund_ref.clone(),
                    state,
                };
                Ok((
                    PaperContent::Refund(Box::new(row), refund_ref.clone()),
                    Some(paper),
                ))
            }
            PaperName::Report { number: Some(number) } => {
                let paper = Paper::Z { number: *number };
                Ok((PaperContent::Report(Some(*number)), Some(paper)))
            }
            PaperName::Report { number: None } => {
                let shift = self.shift.open()?.number;
                Ok((PaperContent::Report(None), Some(Paper::X { shift })))
            }
            PaperName::TestPage => Ok((PaperContent::TestPage, None)),
        }
    }

    /// From memory or from the books, and without taking an old sale into the strip.
    fn row_to_print(&self, our_ref: &OurRef) -> Result<HoldRow, UiError> {
        let row = self.peek_row(our_ref);
        row.ok_or_else(|| ErrorCode::NoSuchSale.into())
    }

    pub(crate) fn was_printed(&self, paper: &Paper) -> bool {
        let Some(name) = paper.name() else { return false };
        let in_books = match &self.books {
            OpenBooks::Open(books) => books.was_printed(&name).unwrap_or_else(|failed| {
                tracing::warn!(%failed, "whether a paper was printed before cannot be read");
                false
            }),
            OpenBooks::Closed(_) => false,
        };
        in_books || self.paper.printed.contains(&name)
    }
}

/// Only what proves that money was taken opens a drawer.
fn is_receipt(paper: Option<&Paper>) -> bool {
    matches!(
        paper,
        Some(Paper::Sale {
            state: SaleState::Paid,
            ..
        })
    )
}
