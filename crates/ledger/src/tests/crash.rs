//! Killed in the middle: what was acknowledged is there afterwards.

use super::*;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

const FOLDER: &str = "LEDGER_CRASH_FOLDER";

#[test]
fn files_copied_from_under_a_living_writer_hold_every_acknowledged_event() {
    let bench = Bench::new();
    a_day(&bench);
    let head = bench.ledger.head().unwrap();
    let rows = bench.ledger.live_rows().unwrap();
    let (_folder, path) = bench.pulled_plug();
    let after = Ledger::open(&path, "training").unwrap();
    assert_eq!(after.head().unwrap(), head);
    assert_eq!(after.live_rows().unwrap(), rows);
    after.append(started()).unwrap();
    drop(after);
    assert!(crate::verify(&path, Some(&head)).unwrap().holds());
}

#[test]
fn a_writer_killed_at_any_moment_loses_nothing_that_it_acknowledged() {
    // The test starts itself again as its own child, which writes until it is killed.
    if let Some(folder) = std::env::var_os(FOLDER) {
        write_and_say_so(PathBuf::from(folder).join("ledger.db"));
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.db");
    let mut acknowledged = 0;
    for round in 1..=8_u64 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "--nocapture",
                "tests::crash::a_writer_killed_at_any_moment_loses_nothing_that_it_acknowledged",
            ])
            .env(FOLDER, folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let wanted = acknowledged + 5 + round * 3;
        for line in BufReader::new(child.stdout.take().unwrap()).lines() {
            let line = line.unwrap();
            let Some(seq) = line.strip_prefix("ACK ") else {
                continue;
            };
            acknowledged = seq.parse::<u64>().unwrap();
            if acknowledged >= wanted {
                child.kill().unwrap();
                break;
            }
        }
        child.wait().unwrap();
        assert!(acknowledged >= wanted, "the child wrote until it was killed");
        let found = crate::verify(&path, None).unwrap();
        assert!(found.holds(), "{found:?}");
        assert!(found.events >= acknowledged, "{} of {acknowledged}", found.events);
        acknowledged = found.events;
    }
}

fn write_and_say_so(path: PathBuf) -> ! {
    let ledger = Ledger::open(&path, "training").unwrap();
    let mut n = u32::try_from(ledger.event_count().unwrap()).unwrap();
    loop {
        n += 1;
        let seq = ledger.append(asks_hold(n, NOON, 100)).unwrap().seq;
        println!("ACK {seq}");
        let seq = ledger
            .append(replies(n, NOON, Call::Authorize, Event::HoldUnanswered))
            .unwrap()
            .seq;
        println!("ACK {seq}");
        n += 1;
    }
}
