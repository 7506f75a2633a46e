use crate::chain::{self, ChainFault, Head};
use crate::{Difference, LedgerError, open, replay};
use rusqlite::Connection;
use std::path::Path;

/// What an independent look at a ledger found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    pub events: u64,
    pub head: Head,
    pub chain: Result<(), ChainFault>,
    pub projections: Result<(), Difference>,
    pub anchor: AnchorVerdict,
}

/// The ledger's head against one that was kept elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnchorVerdict {
    #[error("no anchor was given, so a ledger that was rewritten as a whole would not be noticed")]
    NotGiven,
    #[error("the ledger holds what the anchor says")]
    Holds,
    #[error("record {seq} is another than the one that was anchored: the ledger was rewritten")]
    Tampered { seq: u64 },
    #[error(
        "the ledger ends at record {head}, but {anchored} was anchored: its end was cut off or an old copy put in its place"
    )]
    CutOff { anchored: u64, head: u64 },
}

impl Verification {
    /// Everything that was checked holds. A missing anchor is not a failure, only less of a proof.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.chain.is_ok()
            && self.projections.is_ok()
            && matches!(self.anchor, AnchorVerdict::Holds | AnchorVerdict::NotGiven)
    }
}

/// Recomputes the chain, replays the events against the projection and compares the head with the anchor. Reads only;
/// the till may be running.
///
/// # Errors
/// When the file cannot be opened as a ledger of ours at all.
pub fn verify(path: &Path, anchor: Option<&Head>) -> Result<Verification, LedgerError> {
    verify_then(path, || anchor.cloned())
}

/// The same for whoever still waits for the anchor: it is asked for when everything else is done.
///
/// # Errors
/// As [`verify`].
pub fn verify_then(path: &Path, anchor: impl FnOnce() -> Option<Head>) -> Result<Verification, LedgerError> {
    Ok(verify_all(&open::reading(path)?, anchor))
}

pub(crate) fn verify_all(conn: &Connection, anchor: impl FnOnce() -> Option<Head>) -> Verification {
    let walk = chain::walk(conn);
    let projections = replay::compare(conn);
    Verification {
        anchor: judge(conn, anchor().as_ref(), &walk.head),
        events: walk.events,
        head: walk.head,
        chain: walk.chain,
        projections,
    }
}

/// A hash that cannot be read is not the anchor's; why it cannot, the chain's walk has said.
pub(crate) fn judge(conn: &Connection, anchor: Option<&Head>, head: &Head) -> AnchorVerdict {
    let Some(anchor) = anchor else {
        return AnchorVerdict::NotGiven;
    };
    if head.seq < anchor.seq {
        return AnchorVerdict::CutOff {
            anchored: anchor.seq,
            head: head.seq,
        };
    }
    let stored = chain::hash_of(conn, anchor.seq).ok().flatten();
    if anchor.seq == 0 || stored.as_ref() == Some(&anchor.hash_hex) {
        return AnchorVerdict::Holds;
    }
    AnchorVerdict::Tampered { seq: anchor.seq }
}
