//! The daily backup: at most one a day and profile, the last fourteen kept, on a thread of its own and through a
//! connection of its own, so that no sale waits for it. One that cannot be taken is told and tried again.

use jiff::Timestamp;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// How many days are kept.
const KEPT: usize = 14;
/// India's clock, by which a till's day ends.
const INDIA_MS: i64 = 19_800_000;
const AGAIN_AFTER_FAILURE_MS: i64 = 3_600_000;
const BEGIN: &str = "ledger-";
const END: &str = ".sqlite";

/// The backups of one profile.
pub struct Backups {
    ledger: PathBuf,
    folder: PathBuf,
    /// The day that is done with, so that a folder is not read each minute.
    done: Option<String>,
    failed_at_ms: Option<i64>,
}

impl Backups {
    /// They stand in `backups` beside the ledger.
    #[must_use]
    pub fn beside(ledger: &Path) -> Backups {
        Backups {
            folder: ledger.with_file_name("backups"),
            ledger: ledger.to_owned(),
            done: None,
            failed_at_ms: None,
        }
    }

    /// Takes today's backup if there is none and it is time; to be called again and again. `None`: there was nothing to
    /// do. Otherwise when the day's backup was taken (milliseconds since 1970), or why it could not be.
    pub fn tend(&mut self, now_ms: i64) -> Option<Result<i64, String>> {
        let day = day_of(now_ms);
        let is_too_soon = self
            .failed_at_ms
            .is_some_and(|at_ms| (0..AGAIN_AFTER_FAILURE_MS).contains(&now_ms.saturating_sub(at_ms)));
        if self.done.as_ref() == Some(&day) || is_too_soon {
            return None;
        }
        let taken = self.take(&day, now_ms);
        self.failed_at_ms = taken.as_ref().err().map(|_| now_ms);
        self.done = taken.is_ok().then_some(day);
        Some(taken)
    }

    fn take(&self, day: &str, now_ms: i64) -> Result<i64, String> {
        let to = self.folder.join(format!("{BEGIN}{day}{END}"));
        if let Some(at_ms) = taken_at_ms(&to) {
            return Ok(at_ms);
        }
        make_private(&self.folder).map_err(|why| why.to_string())?;
        let head = ledger::backup(&self.ledger, &to).map_err(|why| why.to_string())?;
        tracing::info!(seq = head.seq, "the daily backup was taken");
        if let Err(error) = self.let_old_ones_go() {
            tracing::warn!(%error, "an old backup could not be removed");
        }
        Ok(now_ms)
    }

    /// Only files that have our names; the newest stay.
    fn let_old_ones_go(&self) -> io::Result<()> {
        let mut days: Vec<String> = fs::read_dir(&self.folder)?
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|name| is_a_days(name))
            .collect();
        days.sort();
        let too_many = days.len().saturating_sub(KEPT);
        for name in days.iter().take(too_many) {
            fs::remove_file(self.folder.join(name))?;
        }
        Ok(())
    }
}

/// `2026-11-24`, in India.
fn day_of(at_ms: i64) -> String {
    let there = Timestamp::from_millisecond(at_ms.saturating_add(INDIA_MS)).unwrap_or(Timestamp::UNIX_EPOCH);
    there.strftime("%Y-%m-%d").to_string()
}

fn is_a_days(name: &str) -> bool {
    let day = name.strip_prefix(BEGIN).and_then(|rest| rest.strip_suffix(END));
    day.is_some_and(|day| day.parse::<jiff::civil::Date>().is_ok())
}

fn taken_at_ms(path: &Path) -> Option<i64> {
    let modified = fs::metadata(path).ok()?.modified().ok()?;
    let age = modified.duration_since(UNIX_EPOCH).ok()?;
    i64::try_from(age.as_millis()).ok()
}

fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(folder)
}

#[cfg(test)]
mod tests;
