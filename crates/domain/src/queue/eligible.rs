use super::QueuedWhat;
use crate::{Paise, Sale, SaleState};
use serde::{Deserialize, Serialize};

/// Why a hold cannot be captured or released from the queue. The names are the form on disk: added to, never renamed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CannotWhy {
    /// Nothing is blocked: it never was asked, was refused, or never arrived.
    NotHeld,
    /// A request for it is on its way.
    BeingSent,
    /// A request for it has no answer yet.
    NotSureYet,
    CapturedAlready,
    ReleasedAlready,
    /// PhonePe gave it back when its time was over.
    Expired,
    /// A capture of it was tried and failed.
    CaptureFailed,
    /// It stands before a person.
    NeedsPerson,
    /// By this till's clock its time is over; PhonePe has not said so yet.
    PastDeadline,
    /// More would be captured than is held.
    OverTheHold,
    NothingToCapture,
    /// It waits in a run already.
    InQueue,
    /// While it waited, something else was asked for it.
    AskedOtherwise,
    /// Somebody at the till is saying what was delivered, and that is not what the run would take.
    FinalCart,
}

impl CannotWhy {
    pub const ALL: [CannotWhy; 14] = [
        CannotWhy::NotHeld,
        CannotWhy::BeingSent,
        CannotWhy::NotSureYet,
        CannotWhy::CapturedAlready,
        CannotWhy::ReleasedAlready,
        CannotWhy::Expired,
        CannotWhy::CaptureFailed,
        CannotWhy::NeedsPerson,
        CannotWhy::PastDeadline,
        CannotWhy::OverTheHold,
        CannotWhy::NothingToCapture,
        CannotWhy::InQueue,
        CannotWhy::AskedOtherwise,
        CannotWhy::FinalCart,
    ];
}

/// Whether this may be asked for the hold now. Only what is surely held, and surely not asked for, may.
///
/// # Errors
/// Why not.
pub fn eligible(sale: &Sale, what: &QueuedWhat, now_ms: i64) -> Result<(), CannotWhy> {
    match sale.state {
        SaleState::Held => may_still(sale, what, now_ms),
        SaleState::Draft | SaleState::HoldRefused | SaleState::HoldAbsent => Err(CannotWhy::NotHeld),
        SaleState::HoldAsked | SaleState::CaptureAsked | SaleState::CancelAsked => Err(CannotWhy::BeingSent),
        SaleState::HoldUnknown | SaleState::CaptureUnknown | SaleState::CancelUnknown => {
            Err(CannotWhy::NotSureYet)
        }
        SaleState::CaptureAccepted | SaleState::Paid => Err(CannotWhy::CapturedAlready),
        SaleState::NotPaid => Err(CannotWhy::CaptureFailed),
        SaleState::Released => Err(CannotWhy::ReleasedAlready),
        SaleState::Expired => Err(CannotWhy::Expired),
        SaleState::NeedsPerson => Err(CannotWhy::NeedsPerson),
    }
}

fn may_still(sale: &Sale, what: &QueuedWhat, now_ms: i64) -> Result<(), CannotWhy> {
    if sale.is_past_deadline(now_ms) {
        return Err(CannotWhy::PastDeadline);
    }
    match what {
        QueuedWhat::Release => Ok(()),
        QueuedWhat::Capture { amount_paise } if *amount_paise <= Paise::ZERO => {
            Err(CannotWhy::NothingToCapture)
        }
        QueuedWhat::Capture { amount_paise } if *amount_paise > sale.amount_paise => {
            Err(CannotWhy::OverTheHold)
        }
        QueuedWhat::Capture { .. } => Ok(()),
    }
}
