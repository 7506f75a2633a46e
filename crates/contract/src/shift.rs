//! Shifts, X and Z as the window asks for them and sees them.

use crate::ActionId;
use domain::{OurRef, SaleState};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A step of a shift. Amounts are rupees as they were typed. What changes the books carries the id of the form as it
/// stood, so that a second press is refused.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(tag = "step", rename_all = "snake_case")]
#[ts(export)]
pub enum ShiftCommand {
    Open {
        action_id: ActionId,
        float: String,
    },
    CashIn {
        action_id: ActionId,
        amount: String,
        reason: String,
    },
    CashOut {
        action_id: ActionId,
        amount: String,
        reason: String,
    },
    /// `to` looks after this open hold from now on.
    HandOver {
        #[ts(type = "string")]
        our_ref: OurRef,
        to: String,
    },
    /// The drawer was counted; only now its expected amount is shown.
    Count {
        action_id: ActionId,
        counted: String,
    },
    /// Makes the Z. `carry_over` says that holds without a new owner stay with the next shift.
    Close {
        action_id: ActionId,
        reason: String,
        carry_over: bool,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum ShiftState {
    /// No shift was ever opened here; the till sells without one.
    Never,
    Open,
    /// New holds wait for the next shift.
    Closed,
}

/// What the count came to. There is none before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CountView {
    pub counted_text: String,
    pub expected_text: String,
    /// Counted less expected, with its sign.
    pub difference_text: String,
    pub difference_paise: i64,
    /// A reason is needed.
    pub differs: bool,
}

/// An open hold that somebody has to look after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct HandOverView {
    pub our_ref: String,
    #[ts(type = "string")]
    pub state: SaleState,
    pub amount_text: String,
    pub masked: String,
    pub deadline_at_ms: Option<i64>,
    pub cashier: String,
    pub owner: Option<String>,
    /// It was handed over by name in this shift.
    pub is_handed: bool,
}

/// The shift that is running, or the one that comes next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ShiftView {
    pub state: ShiftState,
    pub number: u32,
    pub opened_at_ms: Option<i64>,
    pub opened_by: Option<String>,
    /// For the next step that changes the books.
    pub action_id: ActionId,
    pub count: Option<CountView>,
    /// Open holds, the nearest deadline first; of very many, those that were not handed over.
    pub holds: Vec<HandOverView>,
    /// Open holds that have no place among them; the board has them.
    pub holds_more: u32,
    /// How many of all were not handed over by name in this shift.
    pub unhanded: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum ReportPart {
    Sales,
    Payments,
    Cash,
}

/// One figure of a report. The window has a name for each; the marks carry them as `figure-KEY`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum FigureKey {
    CarriedIn,
    Placed,
    CapturedInFull,
    CapturedInPart,
    /// What went back to customers as the rest of partial captures.
    RestReleased,
    Released,
    Expired,
    NotPaid,
    NotHeld,
    Refunded,
    CarriedOver,
    /// By us.
    Captured,
    /// By PhonePe's transaction status.
    Proved,
    Unproved,
    Float,
    PaidIn,
    PaidOut,
    Expected,
    Counted,
    Difference,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct FigureView {
    pub key: FigureKey,
    pub part: ReportPart,
    pub count: Option<i64>,
    pub paise: Option<i64>,
    pub amount_text: Option<String>,
}

/// A hold that is carried over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct DueHoldView {
    pub our_ref: String,
    #[ts(type = "string")]
    pub state: SaleState,
    pub paise: i64,
    pub amount_text: String,
    pub masked: String,
    pub deadline_at_ms: Option<i64>,
    pub cashier: String,
    pub owner: Option<String>,
}

/// A sale that explains a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct NamedSaleView {
    pub our_ref: String,
    pub paise: i64,
    pub amount_text: String,
}

/// X or Z.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ShiftReportView {
    pub is_z: bool,
    pub number: u32,
    pub counter: String,
    pub cashiers: Vec<String>,
    pub opened_at_ms: i64,
    pub opened_by: String,
    pub at_ms: i64,
    pub closed_by: Option<String>,
    pub first_sale_at_ms: Option<i64>,
    pub last_sale_at_ms: Option<i64>,
    pub figures: Vec<FigureView>,
    pub open: Vec<DueHoldView>,
    pub not_sure: Vec<DueHoldView>,
    pub unproved: Vec<NamedSaleView>,
    pub corrected: Vec<NamedSaleView>,
    /// How often the drawer was counted; only the first count was a blind one.
    pub counts: u32,
    pub first_count_text: Option<String>,
    pub reason: Option<String>,
    /// The end of the chain before the report: `128:3f2a…`.
    pub head: String,
    /// The Z's own record: number and hash.
    pub record: Option<String>,
}

/// One earlier Z in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ZLineView {
    pub number: u32,
    pub closed_at_ms: i64,
    pub closed_by: String,
    pub captured_text: String,
    pub difference_text: String,
    pub differs: bool,
}

/// A report and the earlier Zs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ShiftPageView {
    /// The asked Z; without a number the X of the open shift. `None`: there is no such.
    pub report: Option<ShiftReportView>,
    /// Newest first.
    pub zs: Vec<ZLineView>,
}
