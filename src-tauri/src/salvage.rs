//! Copies out what can be read of a ledger that cannot be used, for a manager or support.

use crate::engine::Running;
use contract::{ErrorCode, UiError};
use ledger::{LedgerError, Reader, SalvagedEvent};
use serde::Serialize;
use serde_json::value::RawValue;
use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use till::profile_name;

/// One record: its bytes as JSON if they are that, otherwise in hex.
#[derive(Serialize)]
struct Salvaged<'a> {
    seq: u64,
    hash: &'a str,
    readable: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<&'a RawValue>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bytes_hex: Option<String>,
}

/// Writes `exports/…json` and returns its path.
///
/// # Errors
/// [`ErrorCode::NotAllowedNow`] while the ledger is in use; [`ErrorCode::BooksClosed`] with the reason when nothing can
/// be read or written.
pub async fn export(running: Arc<Running>) -> Result<String, UiError> {
    let is_offered = running
        .till
        .views()
        .borrow()
        .notice
        .as_ref()
        .is_some_and(|notice| notice.can_export);
    if !is_offered {
        return Err(ErrorCode::NotAllowedNow.into());
    }
    let written = tokio::task::spawn_blocking(move || {
        let stamp = jiff::Timestamp::now().strftime("%Y%m%dT%H%M%SZ");
        let name = format!("ledger-{}-{stamp}.json", profile_name(running.profile));
        write(
            &running.ledger_path,
            &running.home.root().join("exports").join(name),
        )
    });
    let path = written.await.map_err(|_| ErrorCode::Stopped)?.map_err(|error| {
        tracing::error!(%error, "the ledger could not be exported");
        UiError {
            code: ErrorCode::BooksClosed,
            detail: Some(error.to_string()),
        }
    })?;
    Ok(path.display().to_string())
}

/// Writes one array of records, oldest first.
///
/// # Errors
/// [`LedgerError`] when the ledger is beyond reading or the file cannot be written.
pub fn write(ledger: &Path, to: &Path) -> Result<PathBuf, LedgerError> {
    let salvage = Reader::open_salvage(ledger)?;
    let mut file = BufWriter::new(private_file(to)?);
    let mut before = "[\n";
    for event in salvage.events() {
        file.write_all(before.as_bytes())?;
        serde_json::to_writer(&mut file, &salvaged(&event)).map_err(io::Error::from)?;
        before = ",\n";
    }
    let end = if before == "[\n" { "[]\n" } else { "\n]\n" };
    file.write_all(end.as_bytes())?;
    file.into_inner()
        .map_err(io::IntoInnerError::into_error)?
        .sync_all()?;
    Ok(to.to_owned())
}

fn salvaged(event: &SalvagedEvent) -> Salvaged<'_> {
    let record: Option<&RawValue> = serde_json::from_slice(&event.body).ok();
    let bytes_hex = record
        .is_none()
        .then(|| event.body.iter().map(|byte| format!("{byte:02x}")).collect());
    Salvaged {
        seq: event.seq,
        hash: &event.hash_hex,
        readable: event.record.is_some(),
        record,
        bytes_hex,
    }
}

/// A new file for its owner alone, in a folder of the same kind.
pub(crate) fn private_file(path: &Path) -> io::Result<File> {
    let mut folder = DirBuilder::new();
    folder.recursive(true);
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
        folder.mode(0o700);
        options.mode(0o600);
    }
    if let Some(parent) = path.parent() {
        folder.create(parent)?;
    }
    options.open(path)
}

#[cfg(test)]
mod tests;
