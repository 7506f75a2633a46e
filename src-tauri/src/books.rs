//! Opening the ledger and checking its chain, both away from the window.

use ledger::{AnchorVerdict, ChainFault, Head, Ledger, LedgerError, Verification};
use std::path::Path;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};
use till::BooksTrouble;
use tokio::sync::watch;

/// How long the check waits for the keyring's word before it walks the chain without it.
const ANCHOR_WAIT: Duration = Duration::from_millis(1_500);

/// With more events than this the whole check takes longer than a customer waits: about ten seconds on a small machine.
const LONG: u64 = 200_000;

/// What the keyring holds of the ledger's head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Read; `None` when there is no anchor yet.
    Read(Option<Head>),
    Unreadable,
}

/// Whether the ledger was compared with its anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Open,
    Holds,
    Broken,
}

/// Opens the ledger of a profile. What cannot be opened is a notice on the screen, never a crash.
///
/// # Errors
/// What the notice says.
pub fn open(path: &Path, profile: &str) -> Result<Ledger, BooksTrouble> {
    Ledger::open(path, profile).map_err(|error| {
        tracing::error!(%error, "the ledger cannot be used");
        trouble_of(&error)
    })
}

/// Checks the whole ledger and tells `report`. The chain is walked while the keyring is still being read; if that could
/// not be read in time, the chain alone is reported first and the anchor compared when it comes. `verdict` is settled
/// only then, so that no new anchor hides a broken one.
///
/// Of a long ledger with an anchor it reports first what has come since the anchor and of every sale that is not at its
/// end, so that selling can begin; the whole goes on beside, and what it finds closes the books later.
pub fn check(
    path: &Path,
    anchors: &Receiver<Anchor>,
    verdict: &watch::Sender<Verdict>,
    report: impl Fn(Result<(), BooksTrouble>),
) {
    check_beyond(LONG, path, anchors, verdict, report);
}

fn check_beyond(
    long: u64,
    path: &Path,
    anchors: &Receiver<Anchor>,
    verdict: &watch::Sender<Verdict>,
    report: impl Fn(Result<(), BooksTrouble>),
) {
    if ledger::event_count(path).is_ok_and(|events| events <= long) {
        return check_whole(path, anchors, None, verdict, report);
    }
    let first = anchors.recv_timeout(ANCHOR_WAIT).unwrap_or(Anchor::Unreadable);
    if let Anchor::Read(Some(head)) = &first
        && !reported(&ledger::verify_recent(path, head), verdict, &report)
    {
        return;
    }
    check_whole(path, anchors, Some(first), verdict, report);
}

/// `known` is what the keyring has said already.
fn check_whole(
    path: &Path,
    anchors: &Receiver<Anchor>,
    known: Option<Anchor>,
    verdict: &watch::Sender<Verdict>,
    report: impl Fn(Result<(), BooksTrouble>),
) {
    let until = Instant::now().checked_add(ANCHOR_WAIT);
    let mut is_known = false;
    let found = ledger::verify_then(path, || {
        let left = until.map_or(ANCHOR_WAIT, |until| {
            until.saturating_duration_since(Instant::now())
        });
        let first = known.unwrap_or_else(|| anchors.recv_timeout(left).unwrap_or(Anchor::Unreadable));
        is_known = matches!(first, Anchor::Read(_));
        head_of(first)
    });
    if !reported(&found, verdict, &report) {
        return;
    }
    if !is_known {
        let Some(head) = later_anchor(anchors) else { return };
        if head.is_some() && !reported(&ledger::verify(path, head.as_ref()), verdict, &report) {
            return;
        }
    }
    verdict.send_replace(Verdict::Holds);
}

/// What an unusable ledger is to the engine.
#[must_use]
pub fn trouble_of(error: &LedgerError) -> BooksTrouble {
    let said = error.to_string();
    match error {
        LedgerError::Newer { .. } => BooksTrouble::Newer(said),
        LedgerError::Damaged(_) => BooksTrouble::Damaged(said),
        LedgerError::NotWritable(_) | LedgerError::DiskFull => BooksTrouble::CannotWrite(said),
        LedgerError::Refused(_)
        | LedgerError::NoSuchSale(_)
        | LedgerError::Shift(_)
        | LedgerError::Queue(_)
        | LedgerError::Reconcile(_)
        | LedgerError::WrongZ(_) => BooksTrouble::Contradicted(said),
        LedgerError::Locked
        | LedgerError::WrongProfile { .. }
        | LedgerError::UnsafePlace(_)
        | LedgerError::OldSqlite { .. }
        | LedgerError::Setting { .. }
        | LedgerError::Poisoned
        | LedgerError::AlreadyThere(_)
        | LedgerError::Stopped
        | LedgerError::Sqlite(_) => BooksTrouble::CannotOpen(said),
    }
}

/// What a finished check is to the engine.
///
/// # Errors
/// [`BooksTrouble::Damaged`] when records cannot be read, [`BooksTrouble::Tampered`] when they can and are not what was
/// written.
pub fn judged(found: &Verification) -> Result<(), BooksTrouble> {
    match &found.chain {
        Ok(()) => {}
        Err(fault @ ChainFault::Unreadable { .. }) => return Err(BooksTrouble::Damaged(fault.to_string())),
        Err(fault @ (ChainFault::Altered { .. } | ChainFault::Missing { .. })) => {
            return Err(BooksTrouble::Tampered(fault.to_string()));
        }
    }
    match &found.anchor {
        AnchorVerdict::Holds | AnchorVerdict::NotGiven => {}
        fault @ (AnchorVerdict::Tampered { .. } | AnchorVerdict::CutOff { .. }) => {
            return Err(BooksTrouble::Tampered(fault.to_string()));
        }
    }
    found
        .projections
        .as_ref()
        .copied()
        .map_err(|difference| BooksTrouble::Tampered(difference.to_string()))
}

fn reported(
    found: &Result<Verification, LedgerError>,
    verdict: &watch::Sender<Verdict>,
    report: &impl Fn(Result<(), BooksTrouble>),
) -> bool {
    let result = match found {
        Ok(found) => judged(found),
        Err(error) => Err(trouble_of(error)),
    };
    let holds = result.is_ok();
    match &result {
        Ok(()) => tracing::info!("the ledger was checked and holds"),
        Err(trouble) => tracing::error!(?trouble, "the ledger was checked and does not hold"),
    }
    if !holds {
        verdict.send_replace(Verdict::Broken);
    }
    report(result);
    holds
}

fn head_of(anchor: Anchor) -> Option<Head> {
    match anchor {
        Anchor::Read(head) => head,
        Anchor::Unreadable => None,
    }
}

/// Waits until the keyring can be read; `None` when the till ends before.
fn later_anchor(anchors: &Receiver<Anchor>) -> Option<Option<Head>> {
    anchors.iter().find_map(|anchor| match anchor {
        Anchor::Read(head) => Some(head),
        Anchor::Unreadable => None,
    })
}

#[cfg(test)]
mod tests;
