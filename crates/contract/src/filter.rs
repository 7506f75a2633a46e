use crate::HoldsTab;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What narrows the board beside its search, as it was typed or chosen. An empty text narrows nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(export)]
pub struct HoldsFilter {
    /// The first and the last day on which a sale was opened, in India's calendar: `2026-11-22`.
    pub from: String,
    pub to: String,
    /// Where and by whom it was opened: the whole name.
    pub cashier: String,
    pub counter: String,
    /// What was asked to be held, in rupees; both ends belong to it.
    pub least: String,
    pub most: String,
}

/// One thing that narrows the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum FilterPart {
    From,
    To,
    Cashier,
    Counter,
    Least,
    Most,
}

/// What a page was narrowed by, as people read it: a day, a name, an amount.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct NarrowedBy {
    pub part: FilterPart,
    pub text: String,
}

/// What a manager gave a name: a tab with its search and filter. Kept per till and profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct SavedView {
    pub name: String,
    pub tab: HoldsTab,
    pub search: String,
    pub filter: HoldsFilter,
}
