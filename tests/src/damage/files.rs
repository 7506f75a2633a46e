//! The ledger before it is harmed, in the forms in which it can stand on a disk.

use super::story;
use ledger::{Head, Ledger};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

pub const PROFILE: &str = "uat";
const NAME: &str = "ledger.sqlite";

/// Everything that the harms are made from.
pub struct Shelf {
    folder: TempDir,
    anchor: Head,
    /// The ledger, closed: one file.
    pub closed: Vec<u8>,
    /// The same as a power cut leaves it: its newest records are in the log.
    pub living: Pair,
    /// As it was some records earlier.
    pub yesterday: Pair,
    pub yesterday_closed: Vec<u8>,
    /// Another till's.
    pub foreign: Pair,
}

/// A ledger's file and its log.
pub struct Pair {
    pub file: Vec<u8>,
    pub log: Vec<u8>,
}

impl Shelf {
    pub fn fill() -> Shelf {
        let folder = in_memory();
        let path = folder.path().join("today").join(NAME);
        let ledger = Ledger::open(&path, PROFILE).unwrap();
        let mut facts = story::facts(0);
        let last_day = facts.split_off(facts.len() - 120);
        ledger.append_all(facts).unwrap();
        let yesterday = cut(&path);
        let yesterday_closed = closed(&yesterday);
        for fact in last_day {
            ledger.append(fact).unwrap();
        }
        let anchor = ledger.head().unwrap();
        let living = cut(&path);
        drop(ledger);
        assert!(!with_log(&path).exists(), "closed, it is one file");
        Shelf {
            closed: fs::read(&path).unwrap(),
            anchor,
            living,
            yesterday,
            yesterday_closed,
            foreign: foreign(folder.path()),
            folder,
        }
    }

    pub fn anchor(&self) -> &Head {
        &self.anchor
    }

    pub fn events(&self) -> u64 {
        self.anchor.seq
    }

    /// The unharmed ledger, closed.
    pub fn today(&self) -> PathBuf {
        self.folder.path().join("today").join(NAME)
    }

    pub fn bench(&self) -> Bench {
        Bench { folder: in_memory() }
    }
}

/// Where one harmed copy stands.
pub struct Bench {
    folder: TempDir,
}

impl Bench {
    pub fn ledger(&self) -> PathBuf {
        self.folder.path().join(NAME)
    }

    pub fn put(&self, file: &[u8], log: Option<&[u8]>) {
        fs::write(self.ledger(), file).unwrap();
        if let Some(log) = log {
            fs::write(with_log(&self.ledger()), log).unwrap();
        }
    }

    /// File and log as they stand there. An empty log is none.
    pub fn bytes(&self) -> (Vec<u8>, Vec<u8>) {
        let log = fs::read(with_log(&self.ledger())).unwrap_or_default();
        (fs::read(self.ledger()).unwrap(), log)
    }
}

/// Thousands of copies are written and started on: a disk would only make it slow.
fn in_memory() -> TempDir {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() {
        TempDir::new_in(memory)
    } else {
        TempDir::new()
    }
    .unwrap();
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o700)).unwrap();
    folder
}

fn with_log(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-wal");
    PathBuf::from(name)
}

/// What a power cut would leave. Read by another process: closing the file in this one would drop SQLite's locks on it.
fn cut(path: &Path) -> Pair {
    let read = |path: &Path| {
        let read = Command::new("cat").arg(path).output().unwrap();
        assert!(read.status.success(), "{}", path.display());
        read.stdout
    };
    Pair {
        file: read(path),
        log: read(&with_log(path)),
    }
}

/// The pair as one file, as if it had been closed.
fn closed(pair: &Pair) -> Vec<u8> {
    let bench = Bench { folder: in_memory() };
    bench.put(&pair.file, Some(&pair.log));
    let conn = rusqlite::Connection::open(bench.ledger()).unwrap();
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .unwrap();
    drop(conn);
    fs::read(bench.ledger()).unwrap()
}

fn foreign(folder: &Path) -> Pair {
    let path = folder.join("foreign").join(NAME);
    let ledger = Ledger::open(&path, PROFILE).unwrap();
    let mut facts = story::facts(7);
    let last = facts.split_off(facts.len() - 40);
    ledger.append_all(facts).unwrap();
    ledger.append_all(last).unwrap();
    cut(&path)
}
