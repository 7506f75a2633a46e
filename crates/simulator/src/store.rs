//! The saved state: one JSON file, replaced whole, so that a crash leaves the old one or the new one.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::books::Books;

/// What a restart brings back. Phone numbers, OTPs and tokens are not in it, only salted hashes.
#[derive(Serialize, Deserialize)]
pub(crate) struct Saved<B> {
    pub(crate) clock_offset_ms: i64,
    pub(crate) books: B,
}

/// Reads the file; `None` if there is none. A damaged one is set aside, because it holds nothing real and
/// training must start.
///
/// # Errors
/// Whatever the disk says.
pub(crate) fn load(path: &Path) -> io::Result<Option<Saved<Books>>> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(why) => return Err(why),
    };
    match serde_json::from_slice(&bytes) {
        Ok(saved) => Ok(Some(saved)),
        Err(why) => {
            tracing::warn!(%why, "the simulator's saved state cannot be read and is set aside");
            fs::rename(path, beside(path, "damaged"))?;
            Ok(None)
        }
    }
}

/// Writes the state beside the file and renames it into place.
///
/// # Errors
/// Whatever the disk says.
pub(crate) fn save(path: &Path, saved: &Saved<&Books>) -> io::Result<()> {
    let new = beside(path, "new");
    let mut file = create_private(&new)?;
    file.write_all(&serde_json::to_vec(saved)?)?;
    file.sync_all()?;
    fs::rename(&new, path)
}

fn create_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(suffix);
    path.with_file_name(name)
}
