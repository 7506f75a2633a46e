use jiff::Timestamp;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

const CURRENT: &str = "holdfast.log";
const DAYS_KEPT: usize = 14;

/// Appends to `holdfast.log`; when a day (UTC) is over, its lines become `holdfast-YYYY-MM-DD.log`.
pub struct DailyFile {
    dir: PathBuf,
    file: File,
    day: String,
}

impl DailyFile {
    /// Goes on with the file of today.
    ///
    /// # Errors
    /// When the folder or the file cannot be made.
    pub fn open(dir: &Path) -> io::Result<DailyFile> {
        let mut folder = DirBuilder::new();
        folder.recursive(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::DirBuilderExt;
            folder.mode(0o700);
        }
        folder.create(dir)?;
        let today = day_of(Timestamp::now());
        let last_written = fs::metadata(dir.join(CURRENT))
            .and_then(|meta| meta.modified())
            .ok();
        let day = last_written
            .and_then(|at| Timestamp::try_from(at).ok())
            .map_or_else(|| today.clone(), day_of);
        let mut daily = DailyFile {
            dir: dir.to_owned(),
            file: append(&dir.join(CURRENT))?,
            day,
        };
        daily.turn_to(today)?;
        Ok(daily)
    }

    fn turn_to(&mut self, today: String) -> io::Result<()> {
        if today == self.day {
            return Ok(());
        }
        fs::rename(
            self.dir.join(CURRENT),
            self.dir.join(format!("holdfast-{}.log", self.day)),
        )?;
        self.file = append(&self.dir.join(CURRENT))?;
        self.day = today;
        self.forget_oldest()
    }

    fn forget_oldest(&self) -> io::Result<()> {
        let mut old: Vec<PathBuf> = fs::read_dir(&self.dir)?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| {
                path.file_name()
                    .and_then(|name| name.to_str())
                    .is_some_and(|name| name.starts_with("holdfast-"))
            })
            .collect();
        // Named by day: the order of names is the order of days.
        old.sort();
        let too_many = old.len().saturating_sub(DAYS_KEPT);
        old.iter().take(too_many).try_for_each(fs::remove_file)
    }
}

impl Write for DailyFile {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        // A day that cannot be turned must not cost the line.
        let _ = self.turn_to(day_of(Timestamp::now()));
        self.file.write(line)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

fn append(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).append(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path)
}

fn day_of(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yesterdays_lines_move_to_a_file_of_their_own_and_only_two_weeks_are_kept() {
        let dir = tempfile::tempdir().unwrap();
        for day in 1..=20 {
            fs::write(dir.path().join(format!("holdfast-2020-01-{day:02}.log")), "old").unwrap();
        }
        let mut daily = DailyFile::open(dir.path()).unwrap();
        daily.write_all(b"one\n").unwrap();
        daily.day = "2020-02-01".to_owned();
        daily.write_all(b"two\n").unwrap();
        let read = |name: &str| fs::read_to_string(dir.path().join(name)).unwrap();
        assert_eq!(read("holdfast-2020-02-01.log"), "one\n");
        assert_eq!(read(CURRENT), "two\n");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), DAYS_KEPT + 1);
        assert!(!dir.path().join("holdfast-2020-01-07.log").exists());
    }

    #[cfg(unix)]
    #[test]
    fn the_log_is_its_owners_alone() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let logs = dir.path().join("logs");
        let _daily = DailyFile::open(&logs).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&logs), 0o700);
        assert_eq!(mode(&logs.join(CURRENT)), 0o600);
    }
}
