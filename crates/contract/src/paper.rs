//! Printing, as the window asks for it and sees it.

use domain::{OurRef, RefundRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One paper by name. What it says follows from the books: a sale's state chooses its slip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "of", rename_all = "snake_case")]
#[ts(export)]
pub enum PaperName {
    Sale {
        #[ts(type = "string")]
        our_ref: OurRef,
    },
    Refund {
        #[ts(type = "string")]
        our_ref: OurRef,
        #[ts(type = "string")]
        refund_ref: RefundRef,
    },
    /// The Z with this number; without one the X of the open shift.
    Report {
        number: Option<u32>,
    },
    TestPage,
}

#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(tag = "paper", rename_all = "snake_case")]
#[ts(export)]
pub enum PaperCommand {
    Print { what: PaperName },
}

/// What keeps a printer from printing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum PrinterTrouble {
    NotSetUp,
    /// What stands in the settings is no host, no address and no path.
    BadAddress,
    NotReached,
    Offline,
    CoverOpen,
    OutOfPaper,
    Fault,
    Stuck,
    CutOff,
    /// More papers wait than a counter can want.
    TooMany,
    /// The paper could not be drawn, or the books not be read for it.
    NotDrawn,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum PrinterState {
    NotSetUp,
    /// Nothing was heard of it yet.
    Unasked,
    Ready,
    PaperLow,
    /// A paper is on its way.
    Busy,
    /// On its way for longer than a slip takes.
    Slow,
    Trouble,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum PaperOutcome {
    Printed,
    /// All bytes were taken by a printer that answers no question.
    Believed,
    /// Not one byte of it has left.
    NotPrinted,
    /// Bytes have left. A person looks at the printer.
    Perhaps,
}

/// What became of the last paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct LastPaperView {
    pub what: PaperName,
    pub at_ms: i64,
    pub outcome: PaperOutcome,
    pub trouble: Option<PrinterTrouble>,
    pub duplicate: bool,
    /// Nobody pressed for it.
    pub automatic: bool,
}

/// The printer, for its lamp and for the panel of whoever looks after it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PrinterView {
    pub state: PrinterState,
    /// With `state` trouble.
    pub trouble: Option<PrinterTrouble>,
    /// Papers that are on their way.
    pub waiting: u32,
    pub last: Option<LastPaperView>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum PaperWidth {
    #[default]
    Mm80,
    Mm58,
}

/// What was chosen for paper.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export)]
pub struct PaperPreferences {
    /// `192.168.1.50:9100`, `/dev/usb/lp0`; empty: there is no printer.
    pub printer: String,
    pub width: PaperWidth,
    /// As its catalogue is called; empty: the window's.
    pub language: String,
    /// Over every slip.
    pub shop: String,
    /// A hold slip as soon as a hold of the sale on the screen stands.
    pub prints_hold_slip: bool,
    /// A receipt as soon as the sale on the screen is proved paid.
    pub prints_receipt: bool,
    /// With a receipt, never in training and never for a hold.
    pub opens_drawer: bool,
}

/// A paper as the printer would get it, and as a screen reader tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PaperPreview {
    pub title: String,
    /// Dots across, always whole bytes, and rows.
    pub width: u32,
    pub height: u32,
    /// Base64 of the rows, eight dots to a byte, the leftmost in the highest bit; 1 is black.
    pub dots: String,
    pub text: String,
    /// It was printed before, and is marked so.
    pub duplicate: bool,
}

/// A language that paper can be in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PaperLanguage {
    pub code: String,
    /// In the language itself.
    pub name: String,
}
