//! The board's saved views, in a small file beside the ledger of the profile.

use crate::engine::Running;
use contract::{ErrorCode, ProfileName, SavedView, UiError};
use std::sync::{Arc, Mutex, PoisonError};
use till::Home;

/// One step on the file at a time: each reads it, changes it and writes it.
static FILE: Mutex<()> = Mutex::new(());

/// # Errors
/// [`ErrorCode::TillLocked`] while nobody is signed in; what the file says.
pub async fn with_file(
    running: Arc<Running>,
    step: impl FnOnce(&Home, ProfileName) -> Result<Vec<SavedView>, UiError> + Send + 'static,
) -> Result<Vec<SavedView>, UiError> {
    // A view names cashiers and what somebody looked for.
    running.signed_in()?;
    let stepped = tokio::task::spawn_blocking(move || {
        let _one_at_a_time = FILE.lock().unwrap_or_else(PoisonError::into_inner);
        step(&running.home, running.profile)
    });
    stepped.await.map_err(|_| ErrorCode::Stopped)?
}
