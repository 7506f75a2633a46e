//! The support bundle: one zip for whoever helps from afar. It is put together once, shown file by file as it is, and saved
//! as it was shown, into the home and nowhere else.

mod compose;
mod scrub;

pub use compose::{Sources, compose};

use crate::engine::Running;
use crate::health;
use crate::salvage::private_file;
use contract::{ErrorCode, SupportFileView, SupportView, UiError};
use sha2::{Digest, Sha256};
use std::collections::VecDeque;
use std::fs::{self, File};
use std::io::{self, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use till::Clock;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// How many refusals are remembered.
const REFUSALS_KEPT: usize = 50;

/// One file of a bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupportFile {
    pub name: String,
    pub text: String,
}

/// The last refusals of this run, by code and moment; and the bundle that is being looked at.
#[derive(Default)]
pub struct SupportDesk {
    refusals: Mutex<VecDeque<(i64, ErrorCode)>>,
    shown: Mutex<Option<(String, Vec<SupportFile>)>>,
}

impl SupportDesk {
    /// Remembers that the engine said no. What was asked is not remembered: an OTP may be in it.
    pub fn note(&self, code: ErrorCode) {
        let now_ms = jiff::Timestamp::now().as_millisecond();
        let mut refusals = self.refusals.lock().unwrap_or_else(PoisonError::into_inner);
        if refusals.len() >= REFUSALS_KEPT {
            refusals.pop_front();
        }
        refusals.push_back((now_ms, code));
    }

    fn refusals(&self) -> Vec<(i64, ErrorCode)> {
        let refusals = self.refusals.lock().unwrap_or_else(PoisonError::into_inner);
        refusals.iter().copied().collect()
    }

    fn show(&self, files: Vec<SupportFile>) -> SupportView {
        let id = id_of(&files);
        let view = SupportView {
            id: id.clone(),
            files: files.iter().map(file_view).collect(),
        };
        *self.shown.lock().unwrap_or_else(PoisonError::into_inner) = Some((id, files));
        view
    }

    fn shown(&self, id: &str) -> Option<Vec<SupportFile>> {
        let shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        shown
            .as_ref()
            .filter(|(shown, _)| shown == id)
            .map(|(_, files)| files.clone())
    }
}

/// Puts a bundle together and shows it; nothing is written.
///
/// # Errors
/// [`ErrorCode::TillLocked`]; [`ErrorCode::ManagerNeeded`] for a cashier; [`ErrorCode::Stopped`].
pub async fn preview(running: Arc<Running>, desk: &SupportDesk) -> Result<SupportView, UiError> {
    allowed(&running)?;
    let health = health::look(running.clone()).await?;
    let notice = running
        .till
        .views()
        .borrow()
        .notice
        .as_ref()
        .map(|notice| notice.code);
    let sources = Sources {
        at_ms: running.clock.now().wall_ms,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        profile: running.profile,
        health,
        notice,
        refusals: desk.refusals(),
        home: running.home.clone(),
        ledger: running.ledger_path.clone(),
    };
    let files = tokio::task::spawn_blocking(move || compose(&sources))
        .await
        .map_err(|_| ErrorCode::Stopped)?;
    Ok(desk.show(files))
}

/// Saves the bundle that was shown under this id, and returns its path.
///
/// # Errors
/// [`ErrorCode::TillLocked`]; [`ErrorCode::ManagerNeeded`]; [`ErrorCode::NotAllowedNow`] when another bundle, or none,
/// was shown; [`ErrorCode::FileNotWritten`] with the reason, and then there is no half of a file.
pub async fn save(running: Arc<Running>, desk: &SupportDesk, id: String) -> Result<String, UiError> {
    allowed(&running)?;
    let files = desk.shown(&id).ok_or(ErrorCode::NotAllowedNow)?;
    let stamp = jiff::Timestamp::now().strftime("%Y%m%dT%H%M%SZ");
    let path = running
        .home
        .root()
        .join("support")
        .join(format!("holdfast-support-{stamp}.zip"));
    let written = tokio::task::spawn_blocking(move || keep(&path, &files).map(|()| path))
        .await
        .map_err(|_| ErrorCode::Stopped)?;
    written
        .map(|path: PathBuf| path.display().to_string())
        .map_err(|why| {
            tracing::warn!(%why, "a support bundle was not written");
            UiError {
                code: ErrorCode::FileNotWritten,
                detail: Some(why.to_string()),
            }
        })
}

/// Whoever may change the staff may hand out what the till says of itself.
fn allowed(running: &Running) -> Result<(), UiError> {
    running.signed_in()?;
    if running.till.views().borrow().staff.can_edit {
        Ok(())
    } else {
        Err(ErrorCode::ManagerNeeded.into())
    }
}

/// Writes the whole bundle under its name, or nothing.
///
/// # Errors
/// When the disk does not take it.
pub fn keep(path: &Path, files: &[SupportFile]) -> io::Result<()> {
    let unfinished = path.with_extension("zip.part");
    let packed = private_file(&unfinished).and_then(|file| pack(file, files));
    let kept = packed.and_then(|()| fs::rename(&unfinished, path));
    if kept.is_err() {
        // The disk that did not take it may not give it back either; nothing else can be done here.
        let _ = fs::remove_file(&unfinished);
    }
    kept
}

fn pack(file: File, files: &[SupportFile]) -> io::Result<()> {
    let mut zip = ZipWriter::new(file);
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for SupportFile { name, text } in files {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(text.as_bytes())?;
    }
    let mut file = zip.finish()?;
    file.flush()?;
    file.rewind()?;
    file.sync_all()
}

fn id_of(files: &[SupportFile]) -> String {
    let mut sum = Sha256::new();
    for SupportFile { name, text } in files {
        for part in [name, text] {
            sum.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            sum.update(part.as_bytes());
        }
    }
    sum.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

fn file_view(file: &SupportFile) -> SupportFileView {
    SupportFileView {
        name: file.name.clone(),
        size_text: till::size_text(u64::try_from(file.text.len()).unwrap_or(u64::MAX)),
        text: file.text.clone(),
    }
}

#[cfg(test)]
mod tests;
