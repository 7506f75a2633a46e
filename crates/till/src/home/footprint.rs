//! What a home takes of its disk, and what is left there. For the health panel and for `holdfast-admin doctor`.

use super::Home;
use contract::ProfileName;
use std::fs;
use std::path::Path;
use std::time::UNIX_EPOCH;

/// Of one profile, as of one look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Footprint {
    /// What this user may still write on the home's disk; `None` where the system does not say.
    pub free_bytes: Option<u64>,
    /// The ledger with its log.
    pub ledger_bytes: u64,
    /// The newest daily backup, in milliseconds since 1970.
    pub backup_at_ms: Option<i64>,
}

impl Home {
    /// Looks at files only, and at none for longer than its name and size.
    #[must_use]
    pub fn footprint(&self, profile: ProfileName) -> Footprint {
        let ledger = self.ledger_file(profile);
        let with_log = [ledger.clone(), ledger.with_extension("sqlite-wal")];
        Footprint {
            free_bytes: free_bytes(self.root()),
            ledger_bytes: with_log
                .iter()
                .filter_map(|file| Some(fs::metadata(file).ok()?.len()))
                .sum(),
            backup_at_ms: newest_backup_at_ms(&ledger.with_file_name("backups")),
        }
    }
}

#[cfg(unix)]
fn free_bytes(root: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(root).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}

#[cfg(not(unix))]
fn free_bytes(_: &Path) -> Option<u64> {
    None
}

/// By the files' own times: a name says only the day.
fn newest_backup_at_ms(folder: &Path) -> Option<i64> {
    fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let name = entry.file_name().into_string().ok()?;
            let is_ours = name.starts_with("ledger-") && name.ends_with(".sqlite");
            let age = entry.metadata().ok()?.modified().ok()?.duration_since(UNIX_EPOCH);
            is_ours.then_some(i64::try_from(age.ok()?.as_millis()).ok()?)
        })
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_homes_disk_ledger_and_newest_backup_are_seen() {
        let dir = tempfile::tempdir().unwrap();
        let home = Home::open(dir.path()).unwrap();
        let empty = home.footprint(ProfileName::Training);
        assert_eq!((empty.ledger_bytes, empty.backup_at_ms), (0, None));
        assert!(!cfg!(unix) || empty.free_bytes > Some(0));
        let ledger = home.ledger_path(ProfileName::Training).unwrap();
        fs::write(&ledger, [0; 4096]).unwrap();
        fs::write(ledger.with_extension("sqlite-wal"), [0; 100]).unwrap();
        let backups = ledger.with_file_name("backups");
        fs::create_dir(&backups).unwrap();
        fs::write(backups.join("notes.txt"), "not ours").unwrap();
        assert_eq!(home.footprint(ProfileName::Training).backup_at_ms, None);
        fs::write(backups.join("ledger-2026-11-26.sqlite"), "x").unwrap();
        let seen = home.footprint(ProfileName::Training);
        assert_eq!(seen.ledger_bytes, 4196);
        assert!(seen.backup_at_ms > Some(1_700_000_000_000));
    }
}
