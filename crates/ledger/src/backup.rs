use crate::chain::{self, Head};
use crate::{LedgerError, open, place};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use std::fs::{self, File, OpenOptions};
use std::path::Path;

/// Copies the ledger to a new file through SQLite's backup interface, while a till may be writing, and walks the copy's
/// chain.
///
/// From a reading connection of its own, in one step: that is one snapshot, whatever is appended meanwhile, and the
/// writer does not wait. (From the writer's connection every sale would wait for the copy.)
///
/// # Errors
/// [`LedgerError::AlreadyThere`], [`LedgerError::UnsafePlace`], [`LedgerError::NotWritable`],
/// [`LedgerError::DiskFull`]; [`LedgerError::Damaged`] when the copy does not verify. No file is left then.
pub fn backup(from: &Path, to: &Path) -> Result<Head, LedgerError> {
    let folder = place::folder_of(to);
    place::check_folder(&folder)?;
    if !place::is_free(to)? {
        return Err(LedgerError::AlreadyThere(to.display().to_string()));
    }
    let part = place::with_ending(to, ".part");
    place::remove_if_there(&part)?;
    let copied = copy_and_verify(from, &part).and_then(|head| {
        fs::rename(&part, to)?;
        place::sync_folder(&folder)?;
        Ok(head)
    });
    if copied.is_err() {
        // Its name may not last: a copy that was reported as failed must not stand there as if it had been made.
        place::remove_if_there(&part)?;
        place::remove_if_there(to)?;
    }
    copied
}

fn copy_and_verify(from: &Path, part: &Path) -> Result<Head, LedgerError> {
    let source = open::reading(from)?;
    place::prepare_file(part)?;
    copy(&source, part)?;
    OpenOptions::new()
        .write(true)
        .open(part)
        .and_then(|file: File| file.sync_all())?;
    let copied = open::read_only(part, true)?;
    let walk = chain::walk(&copied);
    walk.chain
        .map(|()| walk.head)
        .map_err(|fault| LedgerError::Damaged(format!("the copy does not verify: {fault}")))
}

fn copy(source: &Connection, part: &Path) -> Result<(), LedgerError> {
    let mut target = Connection::open(part)?;
    let step = Backup::new(source, &mut target)?.step(-1)?;
    if matches!(step, StepResult::Done) {
        Ok(())
    } else {
        Err(LedgerError::Locked)
    }
}
