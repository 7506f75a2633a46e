//! Every sale of a ledger of years as CSV by `holdfast-admin export`, against SQLite handing over the same columns. Rows a
//! second, and the most memory that the program ever held.

use super::{Measured, ages, rounds};
use rusqlite::{Connection, OpenFlags};
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

/// How often the memory is looked at.
const GLANCE: Duration = Duration::from_millis(5);

pub fn measure() -> Measured {
    let size = ages::Size::of_benches();
    let ledger = ages::kept(size);
    let home = tempfile::TempDir::new_in(ledger.parent().unwrap().parent().unwrap()).unwrap();
    make_home(home.path(), &ledger);
    let pairs: Vec<(f64, f64)> = (0..rounds(5))
        .map(|_| {
            let (rows, took, peak_kib) = exported(home.path());
            assert_eq!(rows, size.holds);
            let ours = rows as f64 / took.as_secs_f64();
            let floor = size.holds as f64 / scanned(&ledger).as_secs_f64();
            eprintln!("{rows} rows: {ours:.0} rows/s, plain SQL {floor:.0} rows/s, at most {peak_kib} KiB");
            (ours, floor)
        })
        .collect();
    Measured::of_rates(&pairs, "rows/s")
}

/// The same file under a second name: a copy of ten gigabytes would measure the disk.
fn make_home(home: &Path, ledger: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let folder = home.join("training");
    fs::create_dir(&folder).unwrap();
    for private in [home, &folder] {
        fs::set_permissions(private, fs::Permissions::from_mode(0o700)).unwrap();
    }
    fs::hard_link(ledger, folder.join("ledger.sqlite")).unwrap();
}

fn exported(home: &Path) -> (usize, Duration, u64) {
    let out = home.join("holds.csv");
    let program = std::env::current_exe().unwrap().with_file_name("holdfast-admin");
    let began = Instant::now();
    let mut child = Command::new(program)
        .args(["export", "--format", "csv", "--what", "holds", "--out"])
        .arg(&out)
        .env("HOLDFAST_HOME", home)
        .stdout(Stdio::null())
        .spawn()
        .expect("holdfast-admin is built beside this program");
    let id = child.id();
    let (ended, wait) = mpsc::channel();
    let waiting = std::thread::spawn(move || {
        assert!(child.wait().unwrap().success());
        ended.send(()).unwrap();
    });
    let mut peak_kib = 0;
    while wait.recv_timeout(GLANCE) == Err(RecvTimeoutError::Timeout) {
        peak_kib = peak_kib.max(peak_of(id));
    }
    let took = began.elapsed();
    waiting.join().unwrap();
    let text = fs::read(&out).unwrap();
    fs::remove_file(&out).unwrap();
    (
        text.iter().filter(|byte| **byte == b'\n').count() - 1,
        took,
        peak_kib,
    )
}

fn peak_of(id: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok())
        .unwrap_or(0)
}

fn scanned(ledger: &Path) -> Duration {
    let conn = Connection::open_with_flags(ledger, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let began = Instant::now();
    let mut statement = conn
        .prepare(
            "SELECT our_ref, provider_ref, state, held_paise, captured_paise, released_paise, refunded_paise, \
             customer_last4, counter, cashier, shift, created_at_ms, deadline_at_ms, paid_at_ms FROM hold ORDER BY seq",
        )
        .unwrap();
    let mut rows = statement.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        for column in 0..14 {
            black_box(row.get_ref(column).unwrap());
        }
    }
    began.elapsed()
}
