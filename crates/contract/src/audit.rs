use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a person's check of the books found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct AuditView {
    /// Everything holds, and everything was checked; training needs no keyring, so there the anchor may be missing.
    pub holds: bool,
    /// How many records the chain has.
    pub events: u64,
    /// The end of the chain, `128:3f2a…`.
    pub head: String,
    /// What is wrong with the chain of records.
    pub chain_fault: Option<String>,
    /// What is wrong with the amounts and states that are told from the records.
    pub figures_fault: Option<String>,
    pub anchor: AuditAnchor,
    /// How long it took, in milliseconds.
    pub took_ms: u64,
}

/// The end of the chain against the copy that is kept outside the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "anchor", rename_all = "snake_case")]
#[ts(export)]
pub enum AuditAnchor {
    /// Record `seq` is the one that was anchored.
    Holds {
        seq: u64,
    },
    /// No copy is kept yet.
    NoneYet,
    /// The keyring could not be read.
    NotRead,
    Broken {
        what: String,
    },
}
