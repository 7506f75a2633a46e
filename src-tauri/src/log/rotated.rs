use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

const CURRENT: &str = "holdfast.log";
const BEGIN: &str = "holdfast-";
const END: &str = ".log";

/// Lines of this run that could not be written, all files together.
static LOST: AtomicU64 = AtomicU64::new(0);

/// How much is kept: `files_max` full files of about `bytes_max` each beside the one that is written to.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    pub bytes_max: u64,
    pub files_max: usize,
}

impl Limits {
    /// Ten megabytes in all, which is some weeks of a busy till.
    pub const OF_A_TILL: Limits = Limits {
        bytes_max: 1_000_000,
        files_max: 9,
    };
}

/// Appends to `holdfast.log`. When that is full it becomes `holdfast-NUMBER.log` in one step, and the oldest one goes: a
/// crash in between leaves a file too many, which the next start removes. The numbers rise, whatever the clock does.
///
/// Writing to it never fails. A log is worth no sale: what a full disk does not take is counted and said when it takes
/// lines again.
pub struct RotatedFile {
    dir: PathBuf,
    limits: Limits,
    file: File,
    written: u64,
    /// Lines that were not written since the last one that was.
    lost: u64,
    /// A line broke off in the middle.
    torn: bool,
}

impl RotatedFile {
    /// Goes on with the file of the last run.
    ///
    /// # Errors
    /// When the folder or the file cannot be made.
    pub fn open(dir: &Path, limits: Limits) -> io::Result<RotatedFile> {
        let mut folder = DirBuilder::new();
        folder.recursive(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::DirBuilderExt;
            folder.mode(0o700);
        }
        folder.create(dir)?;
        let file = append(&dir.join(CURRENT))?;
        let written = file.metadata()?.len();
        let rotated = RotatedFile {
            dir: dir.to_owned(),
            limits,
            file,
            written,
            lost: 0,
            torn: false,
        };
        rotated.forget_oldest();
        Ok(rotated)
    }

    fn put(&mut self, line: &[u8]) {
        let room = u64::try_from(line.len()).unwrap_or(u64::MAX);
        if self.written > 0 && self.written.saturating_add(room) > self.limits.bytes_max {
            // If it cannot be turned now, it is tried again with the next line.
            let _ = self.rotate();
        }
        let is_over = self.written > self.limits.bytes_max.saturating_mul(2);
        if is_over || self.say_what_was_lost().and_then(|()| self.keep(line)).is_err() {
            self.lost = self.lost.saturating_add(1);
            LOST.fetch_add(1, Ordering::Relaxed);
        }
    }

    fn say_what_was_lost(&mut self) -> io::Result<()> {
        if self.torn {
            self.keep(b"\n")?;
            self.torn = false;
        }
        if self.lost > 0 {
            let said = format!("{} lines could not be written here\n", self.lost);
            self.keep(said.as_bytes())?;
            self.lost = 0;
        }
        Ok(())
    }

    fn keep(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        let whole = bytes.len();
        while !bytes.is_empty() {
            let taken = match self.file.write(bytes) {
                Ok(0) => Err(io::Error::from(io::ErrorKind::WriteZero)),
                written => written,
            }
            .inspect_err(|_| self.torn |= bytes.len() < whole)?;
            self.written = self.written.saturating_add(u64::try_from(taken).unwrap_or(0));
            bytes = bytes.get(taken..).unwrap_or_default();
        }
        Ok(())
    }

    fn rotate(&mut self) -> io::Result<()> {
        let next = full_files(&self.dir)
            .last()
            .map_or(1, |(number, _)| number.saturating_add(1));
        match fs::rename(
            self.dir.join(CURRENT),
            self.dir.join(format!("{BEGIN}{next:06}{END}")),
        ) {
            // A rename that went well, and a new file that could not be made, the last time.
            Err(missing) if missing.kind() == io::ErrorKind::NotFound => {}
            renamed => renamed?,
        }
        self.file = append(&self.dir.join(CURRENT))?;
        self.written = 0;
        self.torn = false;
        self.forget_oldest();
        Ok(())
    }

    fn forget_oldest(&self) {
        let files = full_files(&self.dir);
        let too_many = files.len().saturating_sub(self.limits.files_max);
        for (_, path) in files.iter().take(too_many) {
            // One that stays is tried again with the next turn.
            let _ = fs::remove_file(path);
        }
    }
}

impl Write for RotatedFile {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.put(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// How many lines of this run no disk took.
#[must_use]
pub fn lost_lines() -> u64 {
    LOST.load(Ordering::Relaxed)
}

/// Oldest first. Files of an older program, named by days, are older than any.
fn full_files(dir: &Path) -> Vec<(u64, PathBuf)> {
    let mut files: Vec<(u64, PathBuf)> = fs::read_dir(dir)
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let name = path.file_name()?.to_str()?;
            let number = name.strip_prefix(BEGIN)?.strip_suffix(END)?.parse();
            Some((number.unwrap_or(0), path))
        })
        .collect();
    files.sort();
    files
}

/// Every file of a log, oldest first, the one that is written to last.
#[must_use]
pub fn files_in(dir: &Path) -> Vec<PathBuf> {
    let current = dir.join(CURRENT);
    let full = full_files(dir).into_iter().map(|(_, path)| path);
    full.chain(current.is_file().then_some(current)).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: Limits = Limits {
        bytes_max: 100,
        files_max: 3,
    };

    fn names(dir: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(dir)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn a_full_file_moves_aside_and_the_oldest_goes_so_that_the_whole_stays_bounded() {
        let dir = tempfile::tempdir().unwrap();
        let mut log = RotatedFile::open(dir.path(), SMALL).unwrap();
        for number in 0..200 {
            writeln!(log, "line {number:03}, of twenty").unwrap();
        }
        assert_eq!(
            names(dir.path()),
            [
                "holdfast-000037.log",
                "holdfast-000038.log",
                "holdfast-000039.log",
                "holdfast.log"
            ]
        );
        let sizes = names(dir.path())
            .iter()
            .map(|name| fs::metadata(dir.path().join(name)).unwrap().len())
            .max();
        assert!(sizes <= Some(SMALL.bytes_max), "{sizes:?}");
        let last = fs::read_to_string(dir.path().join(CURRENT)).unwrap();
        assert!(last.ends_with("line 199, of twenty\n"), "{last}");
    }

    #[test]
    fn a_next_run_goes_on_and_removes_what_a_crash_or_an_older_program_left() {
        let dir = tempfile::tempdir().unwrap();
        for name in ["2026-01-01", "2026-01-02", "000007", "000008", "000010"] {
            fs::write(dir.path().join(format!("holdfast-{name}.log")), "old").unwrap();
        }
        fs::write(dir.path().join(CURRENT), "x".repeat(90) + "\n").unwrap();
        fs::write(dir.path().join("other.log"), "not ours").unwrap();
        let mut log = RotatedFile::open(dir.path(), SMALL).unwrap();
        writeln!(log, "a line of the next run").unwrap();
        assert_eq!(
            names(dir.path()),
            [
                "holdfast-000008.log",
                "holdfast-000010.log",
                "holdfast-000011.log",
                "holdfast.log",
                "other.log"
            ]
        );
    }

    /// `/dev/full` is a disk on which there is no room.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_costs_lines_and_nothing_else_and_they_are_counted() {
        let dir = tempfile::tempdir().unwrap();
        let mut log = RotatedFile::open(dir.path(), SMALL).unwrap();
        writeln!(log, "before").unwrap();
        let good = std::mem::replace(&mut log.file, append(Path::new("/dev/full")).unwrap());
        let lost_before = lost_lines();
        for _ in 0..3 {
            log.write_all(b"into nothing\n").unwrap();
        }
        assert!(lost_lines() >= lost_before + 3);
        log.file = good;
        writeln!(log, "after").unwrap();
        let said = fs::read_to_string(dir.path().join(CURRENT)).unwrap();
        assert_eq!(said, "before\n3 lines could not be written here\nafter\n");
    }

    #[test]
    fn a_folder_that_goes_away_costs_lines_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let logs = dir.path().join("logs");
        let mut log = RotatedFile::open(&logs, SMALL).unwrap();
        fs::remove_dir_all(&logs).unwrap();
        for _ in 0..100 {
            writeln!(log, "a line that goes nowhere").unwrap();
        }
        assert!(!logs.exists());
    }

    #[cfg(unix)]
    #[test]
    fn the_log_is_its_owners_alone() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let logs = dir.path().join("logs");
        let mut log = RotatedFile::open(&logs, SMALL).unwrap();
        for _ in 0..10 {
            writeln!(log, "a line of some thirty characters").unwrap();
        }
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&logs), 0o700);
        for name in names(&logs) {
            assert_eq!(mode(&logs.join(name)), 0o600);
        }
    }
}
