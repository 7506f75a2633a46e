//! One payment's story as a PDF in the till's home.

use crate::engine::Running;
use crate::salvage::private_file;
use contract::{ErrorCode, UiError};
use domain::OurRef;
use ledger::Reader;
use receipts::evidence_pack;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use till::{Clock, ProfileName};

/// Writes `exports/evidence-….pdf` and returns its path.
///
/// # Errors
/// [`ErrorCode::TillLocked`]; [`ErrorCode::NoSuchSale`]; [`ErrorCode::BooksClosed`] when the ledger cannot be read; [`ErrorCode::FileNotWritten`]
/// with the reason, and then there is no half of a file.
pub async fn write(running: Arc<Running>, our_ref: String) -> Result<String, UiError> {
    running.signed_in()?;
    let our_ref: OurRef = our_ref.try_into().map_err(|_| ErrorCode::NoSuchSale)?;
    tokio::task::spawn_blocking(move || drawn(&running, &our_ref))
        .await
        .map_err(|_| ErrorCode::Stopped)?
        .map(|path| path.display().to_string())
}

fn drawn(running: &Running, our_ref: &OurRef) -> Result<PathBuf, UiError> {
    let story = Reader::open(&running.ledger_path)
        .and_then(|reader| reader.story(our_ref))
        .map_err(|why| refused(ErrorCode::BooksClosed, &why))?
        .ok_or(ErrorCode::NoSuchSale)?;
    let now_ms = running.clock.now().wall_ms;
    let merchant_id = merchant_id(running);
    let pdf = evidence_pack(&story, merchant_id.as_deref(), now_ms)
        .map_err(|why| refused(ErrorCode::FileNotWritten, &why))?;
    let stamp = jiff::Timestamp::now().strftime("%Y%m%dT%H%M%SZ");
    let path = running
        .home
        .root()
        .join("exports")
        .join(format!("evidence-{our_ref}-{stamp}.pdf"));
    keep(&path, &pdf).map_err(|why| refused(ErrorCode::FileNotWritten, &why))?;
    Ok(path)
}

fn merchant_id(running: &Running) -> Option<String> {
    if running.profile == ProfileName::Training {
        return None;
    }
    let settings = running.home.stored_settings().ok().flatten()?;
    settings.provider.map(|provider| provider.merchant_id)
}

/// A private file, whole or not at all.
pub fn keep(path: &Path, pdf: &[u8]) -> io::Result<()> {
    let unfinished = path.with_extension("pdf.part");
    let mut file = private_file(&unfinished)?;
    let written = file.write_all(pdf).and_then(|()| file.sync_all());
    let kept = written.and_then(|()| std::fs::rename(&unfinished, path));
    if kept.is_err() {
        // The disk that did not take it may not give it back either; nothing else can be done here.
        let _ = std::fs::remove_file(&unfinished);
    }
    kept
}

fn refused(code: ErrorCode, why: &dyn std::fmt::Display) -> UiError {
    tracing::warn!(%why, "an evidence pack was not written");
    UiError {
        code,
        detail: Some(why.to_string()),
    }
}
