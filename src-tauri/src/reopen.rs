//! The way back after the books were closed: the ledger is opened again, its chain checked, and the engine goes on from
//! what is written, as at a start.

use crate::books::{self, Anchor, Verdict};
use crate::engine::Running;
use contract::{ErrorCode, UiError};
use ledger::{Head, Ledger};
use secrecy::ExposeSecret;
use secrets::Entry;
use std::sync::{Arc, PoisonError};
use till::{Books, BooksTrouble, profile_name};

/// # Errors
/// [`ErrorCode::NotAllowedNow`] while it is not offered; [`ErrorCode::Busy`] while it is being tried;
/// [`ErrorCode::BooksClosed`] with the reason when the books stay closed.
pub async fn retry(running: Arc<Running>) -> Result<(), UiError> {
    let _turn = running.reopening.try_lock().map_err(|_| ErrorCode::Busy)?;
    let is_offered = running
        .till
        .views()
        .borrow()
        .stop
        .as_ref()
        .is_some_and(|stop| stop.can_retry);
    if !is_offered {
        return Err(ErrorCode::NotAllowedNow.into());
    }
    let anchor = anchor(&running).await;
    let (of_thread, read) = (running.clone(), anchor.clone());
    let opened = tokio::task::spawn_blocking(move || open(&of_thread, &read))
        .await
        .map_err(|_| ErrorCode::Stopped)?;
    let detail = opened.as_ref().err().map(|trouble| format!("{trouble:?}"));
    let books = opened.map(|ledger| -> Box<dyn Books> {
        keep(&running, Some(ledger.clone()));
        Box::new(ledger)
    });
    let taken = running.till.books_opened(books).await;
    if taken.is_ok() && matches!(anchor, Anchor::Read(_)) {
        running.settle.send_replace(Verdict::Holds);
    }
    taken.map(drop).map_err(|refused| UiError { detail, ..refused })
}

/// The handle that this program still has would keep the file locked: it goes first.
fn open(running: &Running, anchor: &Anchor) -> Result<Ledger, BooksTrouble> {
    keep(running, None);
    let ledger = books::open(&running.ledger_path, profile_name(running.profile))?;
    let head = match anchor {
        Anchor::Read(head) => head.as_ref(),
        Anchor::Unreadable => None,
    };
    let found = ledger::verify(&running.ledger_path, head).map_err(|error| books::trouble_of(&error))?;
    books::judged(&found)?;
    Ok(ledger)
}

fn keep(running: &Running, ledger: Option<Ledger>) {
    let mut kept = running.ledger.lock().unwrap_or_else(PoisonError::into_inner);
    let before = std::mem::replace(&mut *kept, ledger);
    drop(kept);
    // The last handle waits for the writer's thread, and for the disk.
    drop(before);
}

/// What the keyring remembers of the chain's end.
pub(crate) async fn anchor(running: &Running) -> Anchor {
    match running.safe.chosen().await.keyring.get(Entry::LedgerHead).await {
        Ok(line) => Anchor::Read(line.and_then(|line| Head::from_line(line.expose_secret()))),
        Err(_) => Anchor::Unreadable,
    }
}
