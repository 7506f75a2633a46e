use crate::{DeadlineView, HoldsFilter, MoneyWord, NarrowedBy, PlanView, RefundsView};
use domain::{SaleState, Word};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The tabs of the holds board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum HoldsTab {
    Open,
    Expiring,
    NotSure,
    Captured,
    Partial,
    Released,
    Expired,
    NeedsPerson,
}

/// Asks for a page of the board.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct AskPage {
    pub tab: HoldsTab,
    /// The beginning or the end of an id, an amount, or the last four digits.
    pub search: String,
    /// The cursor of the page before; `None` for the first.
    pub after: Option<String>,
    /// What else it is narrowed by.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(optional)]
    pub filter: Option<HoldsFilter>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct TabCount {
    pub tab: HoldsTab,
    pub count: u64,
}

/// Totals of the rows that the tab, search and filter select, all pages together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct TotalsView {
    pub count: u64,
    pub held_text: String,
    pub captured_text: String,
    pub released_text: String,
}

/// The figures above the board.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CardsView {
    pub held_now_text: String,
    pub held_now_count: u64,
    pub captured_today_text: String,
    pub captured_today_count: u64,
    pub partial_today_count: u64,
    pub paid_today_text: String,
    pub paid_today_count: u64,
    pub released_today_text: String,
    pub expired_today_count: u64,
    /// Held paise by minutes to the deadline, twelve bars of five minutes.
    pub radar_paise: Vec<i64>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct HoldRowView {
    pub our_ref: String,
    pub provider_ref: Option<String>,
    #[ts(type = "string")]
    pub state: SaleState,
    #[ts(type = "\"sending\" | \"not_sure_yet\" | \"held\" | \"captured\" | \"released\" | \"failed\"")]
    pub word: Word,
    pub money: MoneyWord,
    pub held_text: String,
    pub captured_text: Option<String>,
    pub released_text: Option<String>,
    /// What is proved to have gone back after it was captured.
    pub refunded_text: Option<String>,
    pub masked: String,
    pub counter: String,
    pub cashier: String,
    pub shift: u32,
    pub created_at_ms: i64,
    pub deadline_at_ms: Option<i64>,
    pub expiry_ms: i64,
    pub last_look_at_ms: Option<i64>,
    pub next_look_at_ms: Option<i64>,
    pub needs_person: bool,
    /// It waits in a run of the queue.
    pub queued: bool,
    /// What was chosen for its deadline.
    pub plan: Option<PlanView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct HoldsPageView {
    pub tab: HoldsTab,
    pub now_ms: i64,
    pub rows: Vec<HoldRowView>,
    /// Give it back to get the next page; `None`: this was the last.
    pub next: Option<String>,
    pub counts: Vec<TabCount>,
    pub totals: TotalsView,
    /// What rows, counts and totals were narrowed by, beside the search.
    pub narrowed: Vec<NarrowedBy>,
    pub cards: CardsView,
}

/// One event of a sale, as a manager reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct TimelineEntry {
    pub seq: u64,
    pub at_ms: i64,
    pub cashier: String,
    pub counter: String,
    /// The manager without whom it could not have been asked.
    pub approved_by: Option<String>,
    /// The refund that the event is about, if it is about one.
    pub refund_ref: Option<String>,
    /// The fact: `intent`, `reply`, `look`, `recovered`.
    pub fact: String,
    /// The call, in PhonePe's words: `authorize`, `capture`, …
    pub call: Option<String>,
    /// The move, if it moved: `hold_authorized`, …
    pub event: Option<String>,
    pub amount_text: Option<String>,
    pub meaning: Option<String>,
    pub code: Option<String>,
    pub provider_words: Option<String>,
    pub http_status: Option<u16>,
    pub took_ms: Option<u64>,
    pub by_hand: bool,
    pub request_sha256: Option<String>,
    pub reply_sha256: Option<String>,
    pub hash: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct TimelineView {
    pub row: HoldRowView,
    pub refunds: RefundsView,
    /// While it is held and has a deadline.
    pub deadline: Option<DeadlineView>,
    pub entries: Vec<TimelineEntry>,
}
