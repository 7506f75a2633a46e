//! Comparing the books with PhonePe and with its settlement files: what a manager can ask for, and what is shown of it.

use crate::WhyCode;
use domain::DifferenceKind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Which sales: those that were opened in it. Days are India's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "period", rename_all = "snake_case")]
#[ts(export)]
pub enum Period {
    Today,
    Yesterday,
    /// The shift that is open, or that was the last.
    Shift,
    /// Both days belong to it. `YYYY-MM-DD`, as the fields give it.
    Days {
        from: String,
        to: String,
    },
}

/// None of it moves money or a sale. What is found of a sale is found by a look, as every other.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(tag = "reconcile", rename_all = "snake_case")]
#[ts(export)]
pub enum ReconcileCommand {
    /// Asks PhonePe about every sale of the period, one after another.
    Begin {
        of: Period,
    },
    Stop {
        run: u32,
    },
    /// Goes on with a run that was stopped.
    Resume {
        run: u32,
    },
    /// A difference was settled, and the note says how.
    CloseDifference {
        number: u32,
        note: String,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum ReconcileState {
    Running,
    Stopped,
    Ended,
}

/// The run that is under way, or the last one. Moments in milliseconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ReconcileRunView {
    pub run: u32,
    pub state: ReconcileState,
    pub begun_at_ms: i64,
    pub cashier: String,
    pub from_ms: i64,
    /// The first moment that is not of the period.
    pub to_ms: i64,
    pub left_at_ms: Option<i64>,
    pub rows: u32,
    pub done: u32,
    pub agrees: u32,
    pub moved_on: u32,
    pub still_open: u32,
    pub left_to_a_person: u32,
    pub differs: u32,
    /// Why nothing is asked just now.
    pub waits: Option<WhyCode>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ReconcileView {
    pub run: Option<ReconcileRunView>,
    /// How many differences nobody has closed.
    pub open_differences: u32,
}

/// What one side says. Texts of others have their control and direction marks made visible.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SideView {
    pub said: String,
    pub amount_text: Option<String>,
    pub provider_ref: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct DifferenceView {
    /// None before it is written down: in what a file would find.
    pub number: Option<u32>,
    pub at_ms: i64,
    #[ts(
        type = "\"paid_there_not_here\" | \"paid_here_not_there\" | \"other_amount\" | \"other_id\" | \"other_merchant\" | \"captured_there\" | \"still_held_there\" | \"gone_there\" | \"unknown_there\" | \"unclear\" | \"not_asked\" | \"refunded_there_not_here\" | \"refunded_here_not_there\" | \"in_file_not_in_books\" | \"in_books_not_in_file\" | \"twice_in_file\""
    )]
    pub kind: DifferenceKind,
    /// The run or else the file that found it.
    pub run: Option<u32>,
    pub import: Option<u32>,
    /// The sale, if it is one of ours.
    pub our_ref: Option<String>,
    pub refund_ref: Option<String>,
    /// The reference as the file names it, if it is none of ours.
    pub named: Option<String>,
    pub ours: Option<SideView>,
    pub theirs: Option<SideView>,
    pub line: Option<u64>,
    pub closed: Option<ClosedView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ClosedView {
    pub at_ms: i64,
    pub by: String,
    pub note: String,
}

/// Which differences a page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct AskDifferences {
    pub open_only: bool,
    /// Those with a lower number; none: the newest.
    pub before: Option<u32>,
}

/// Newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct DifferencesPageView {
    pub rows: Vec<DifferenceView>,
    /// What to ask for to get the next page.
    pub next: Option<u32>,
    /// The files that were compared last.
    pub imports: Vec<ImportView>,
}

/// A settlement file that was compared with the books.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ImportView {
    pub number: u32,
    pub at_ms: i64,
    pub cashier: String,
    pub name: String,
    pub sha256: String,
    pub rows: u32,
    pub agree: u32,
    pub differ: u32,
}

/// A settlement file as the page read it. No `Debug`: it is a shop's payments.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SettlementFile {
    pub name: String,
    /// Its bytes, as they are.
    pub base64: String,
}

/// Which column is what, and how amounts are written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SettlementMapping {
    /// The column's name by what it is: `our_ref`, `amount`, `provider_ref`.
    pub columns: BTreeMap<String, String>,
    /// Amounts are paise, and not rupees.
    pub in_paise: bool,
}

/// What a file looks like before anything is compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SettlementPreview {
    pub sha256: String,
    pub rows: u32,
    pub header: Vec<String>,
    /// The first lines, cell by cell.
    pub first: Vec<Vec<String>>,
    /// How a file with this header was read last, or what its names suggest.
    pub mapping: SettlementMapping,
    pub is_remembered: bool,
    /// The import that this very file was compared in before.
    pub seen_in: Option<u32>,
}
