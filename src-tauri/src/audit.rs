//! A person's check of the books while the till runs: the whole chain, every figure, and the anchor.

use crate::books::{self, Anchor, Verdict};
use crate::engine::Running;
use crate::reopen;
use contract::{AuditAnchor, AuditView, ErrorCode, UiError};
use ledger::{AnchorVerdict, Verification};
use std::sync::Arc;
use std::time::Instant;
use till::ProfileName;

/// Books that do not hold are closed, as after the check of a start.
///
/// # Errors
/// [`ErrorCode::TillLocked`]; [`ErrorCode::BooksClosed`] with the reason when there is nothing that could be checked.
pub async fn check(running: Arc<Running>) -> Result<AuditView, UiError> {
    running.signed_in()?;
    // Before the ledger: what is appended meanwhile only moves the ledger's end further.
    let anchor = reopen::anchor(&running).await;
    let begun = Instant::now();
    let path = running.ledger_path.clone();
    let head = match &anchor {
        Anchor::Read(head) => head.clone(),
        Anchor::Unreadable => None,
    };
    let found = tokio::task::spawn_blocking(move || ledger::verify(&path, head.as_ref()))
        .await
        .map_err(|_| ErrorCode::Stopped)?
        .map_err(|why| UiError {
            code: ErrorCode::BooksClosed,
            detail: Some(why.to_string()),
        })?;
    let took_ms = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX);
    if let Err(trouble) = books::judged(&found) {
        tracing::error!(?trouble, "the books were checked by hand and do not hold");
        // No new anchor may hide what was found.
        running.settle.send_replace(Verdict::Broken);
        running.till.books_checked(Err(trouble));
    }
    let needs_anchor = running.profile != ProfileName::Training;
    let mut view = view(&found, &anchor, took_ms);
    view.holds &= !(needs_anchor && view.anchor == AuditAnchor::NotRead);
    Ok(view)
}

fn view(found: &Verification, anchor: &Anchor, took_ms: u64) -> AuditView {
    let said = |fault: &dyn std::fmt::Display| fault.to_string();
    AuditView {
        holds: found.holds(),
        events: found.events,
        head: found.head.to_line(),
        chain_fault: found.chain.as_ref().err().map(|fault| said(fault)),
        figures_fault: found.projections.as_ref().err().map(|fault| said(fault)),
        anchor: match (&found.anchor, anchor) {
            (AnchorVerdict::NotGiven, Anchor::Unreadable) => AuditAnchor::NotRead,
            (AnchorVerdict::NotGiven, Anchor::Read(_)) => AuditAnchor::NoneYet,
            (AnchorVerdict::Holds, Anchor::Read(head)) => AuditAnchor::Holds {
                seq: head.as_ref().map_or(0, |head| head.seq),
            },
            (AnchorVerdict::Holds, Anchor::Unreadable) => AuditAnchor::NotRead,
            (broken @ (AnchorVerdict::Tampered { .. } | AnchorVerdict::CutOff { .. }), _) => {
                AuditAnchor::Broken {
                    what: broken.to_string(),
                }
            }
        },
        took_ms,
    }
}
