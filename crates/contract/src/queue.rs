//! Captures and releases of many holds at once, and what is done at one hold's deadline: what a manager can ask for, and
//! what is shown of it.

use crate::{ActionId, WhyCode};
use domain::{CannotWhy, OurRef, SaleState};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum QueueKind {
    /// Each hold in full.
    Capture,
    Release,
}

/// What is done when a hold's deadline comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum AtDeadline {
    /// Nothing is asked; the hold stands before a person until PhonePe gives it back.
    AskAPerson,
    Release,
    Capture,
}

/// Nothing of it names an amount that was not typed, but for the full amount of each hold.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(tag = "queue", rename_all = "snake_case")]
#[ts(export)]
pub enum QueueCommand {
    /// Shows which of these holds can be captured or released and which cannot, and why. Nothing is sent.
    Review {
        kind: QueueKind,
        #[ts(type = "string[]")]
        our_refs: Vec<OurRef>,
    },
    Close,
    /// Puts those that can into the queue.
    Confirm {
        action_id: ActionId,
    },
    /// What still waits is not asked for any more.
    Stop {
        run: u32,
    },
    /// The result was read.
    CloseRun {
        run: u32,
    },
    /// What is done at this hold's deadline; the amount is read for a capture alone.
    Choose {
        #[ts(type = "string")]
        our_ref: OurRef,
        at_deadline: AtDeadline,
        amount_text: String,
    },
}

/// One selected hold. Without a reason it can.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct QueuePanelRow {
    pub our_ref: String,
    pub masked: String,
    pub held_text: String,
    pub deadline_at_ms: Option<i64>,
    #[ts(
        type = "\"not_held\" | \"being_sent\" | \"not_sure_yet\" | \"captured_already\" | \"released_already\" | \"expired\" | \"capture_failed\" | \"needs_person\" | \"past_deadline\" | \"over_the_hold\" | \"nothing_to_capture\" | \"in_queue\" | \"asked_otherwise\" | \"final_cart\" | null"
    )]
    pub why: Option<CannotWhy>,
}

/// The table before anything moves: those that can first, nearest deadline first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct QueuePanelView {
    pub kind: QueueKind,
    pub rows: Vec<QueuePanelRow>,
    pub can: u32,
    pub cannot: u32,
    /// The sum of those that can.
    pub amount_text: String,
    /// Good for one press, while neither the selection nor any row of it has changed. `None`: none of them can.
    pub action_id: Option<ActionId>,
}

/// What became of one hold of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum RunOutcome {
    Waiting,
    Sending,
    /// PhonePe accepted the capture; that it is paid is not proved yet.
    Captured,
    Paid,
    Released,
    Expired,
    NotSureYet,
    /// Asked for, and it certainly had no effect.
    StillHeld,
    Failed,
    NeedsPerson,
    Skipped,
    Stopped,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct RunRowView {
    pub our_ref: String,
    #[ts(type = "string")]
    pub state: SaleState,
    pub masked: String,
    /// What is to be captured or released.
    pub amount_text: String,
    pub deadline_at_ms: Option<i64>,
    pub outcome: RunOutcome,
    /// Why it was skipped.
    #[ts(
        type = "\"not_held\" | \"being_sent\" | \"not_sure_yet\" | \"captured_already\" | \"released_already\" | \"expired\" | \"capture_failed\" | \"needs_person\" | \"past_deadline\" | \"over_the_hold\" | \"nothing_to_capture\" | \"in_queue\" | \"asked_otherwise\" | \"final_cart\" | null"
    )]
    pub skipped: Option<CannotWhy>,
    /// Why its sale stands where it does, when that needs a sentence.
    pub why: Option<WhyCode>,
    /// Verbatim, with control and direction marks made visible.
    pub provider_words: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct OutcomeCount {
    pub outcome: RunOutcome,
    pub count: u32,
}

/// A run that is under way, or whose result nobody has closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct RunView {
    pub run: u32,
    pub kind: QueueKind,
    pub at_ms: i64,
    pub cashier: String,
    pub all: u32,
    /// Neither waiting nor being sent.
    pub done: u32,
    /// What was to be captured or released, and what of it certainly was.
    pub amount_text: String,
    pub done_text: String,
    pub counts: Vec<OutcomeCount>,
    /// Rows wait, so that it can be stopped.
    pub can_stop: bool,
    pub is_over: bool,
    /// Why nothing of it is sent just now.
    pub waits: Option<WhyCode>,
    /// In the order in which they are asked for.
    pub rows: Vec<RunRowView>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct QueueView {
    pub panel: Option<QueuePanelView>,
    /// Newest first.
    pub runs: Vec<RunView>,
}

/// What is going to be done at a hold's deadline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PlanView {
    pub at_deadline: AtDeadline,
    pub amount_text: Option<String>,
    /// When it is done: a little before the deadline.
    pub at_ms: i64,
}

/// The choice for a hold's deadline, in its timeline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct DeadlineView {
    /// When it would be done.
    pub at_ms: i64,
    pub deadline_at_ms: i64,
    pub chosen: AtDeadline,
    pub amount_text: Option<String>,
    /// The amount as a field takes it: what was chosen, or all that is held.
    pub amount_field: String,
    /// There is still time to choose.
    pub can_choose: bool,
}
