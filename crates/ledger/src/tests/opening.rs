use super::*;
use crate::{Reader, open, place};
use rusqlite::Connection;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

fn bytes_of_all(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| {
            (
                entry.file_name().to_string_lossy().into_owned(),
                std::fs::read(entry.path()).unwrap(),
            )
        })
        .filter(|(name, _)| name != "ledger.db.lock")
        .collect();
    files.sort();
    files
}

fn mode_of(path: &Path) -> u32 {
    std::fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn the_file_and_its_folder_are_the_owners_alone() {
    let bench = Bench::new();
    bench.append(started());
    assert_eq!(mode_of(&bench.folder.path().join("books")), 0o700);
    for entry in std::fs::read_dir(bench.folder.path().join("books")).unwrap() {
        let entry = entry.unwrap();
        assert_eq!(mode_of(&entry.path()), 0o600, "{}", entry.path().display());
    }
}

#[test]
fn a_place_that_others_control_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let real = folder.path().join("real");
    std::fs::create_dir(&real).unwrap();
    let pointer = folder.path().join("pointer");
    symlink(&real, &pointer).unwrap();
    assert!(matches!(
        Ledger::open(&pointer.join("ledger.db"), "training"),
        Err(LedgerError::UnsafePlace(_))
    ));
    let elsewhere = real.join("elsewhere.db");
    drop(Ledger::open(&elsewhere, "training").unwrap());
    symlink(&elsewhere, real.join("ledger.db")).unwrap();
    assert!(matches!(
        Ledger::open(&real.join("ledger.db"), "training"),
        Err(LedgerError::UnsafePlace(_))
    ));
    assert!(matches!(
        Reader::open(&real.join("ledger.db")).map(|_| ()),
        Err(LedgerError::UnsafePlace(_))
    ));
    std::fs::set_permissions(&real, std::fs::Permissions::from_mode(0o777)).unwrap();
    assert!(matches!(
        Ledger::open(&elsewhere, "training"),
        Err(LedgerError::UnsafePlace(_))
    ));
}

#[test]
fn a_network_folder_is_known_by_its_mount() {
    let mounts = "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n\
                  30 22 0:40 / /home/shop\\040one rw,relatime shared:1 - nfs4 server:/x rw\n\
                  31 30 8:2 / /home/shop\\040one/local rw - ext4 /dev/sdb rw";
    assert_eq!(
        place::network_kind(mounts, Path::new("/home/shop one/till")),
        Some("nfs4".to_owned())
    );
    assert_eq!(
        place::network_kind(mounts, Path::new("/home/shop one/local/till")),
        None
    );
    assert_eq!(place::network_kind(mounts, Path::new("/var/lib")), None);
}

#[test]
fn every_setting_is_as_it_was_promised() {
    let bench = Bench::new();
    let found = bench
        .ledger
        .ask(|writer| {
            let number = |name: &str| -> i64 {
                writer
                    .conn
                    .pragma_query_value(None, name, |row| row.get(0))
                    .unwrap()
            };
            let journal: String = writer
                .conn
                .pragma_query_value(None, "journal_mode", |row| row.get(0))
                .unwrap();
            let locking: String = writer
                .conn
                .pragma_query_value(None, "locking_mode", |row| row.get(0))
                .unwrap();
            let numbers = [
                "synchronous",
                "foreign_keys",
                "trusted_schema",
                "cell_size_check",
                "fullfsync",
                "checkpoint_fullfsync",
            ]
            .map(number);
            (journal, locking, numbers)
        })
        .unwrap();
    assert_eq!(found, ("wal".to_owned(), "normal".to_owned(), [2, 1, 0, 1, 1, 1]));
}

#[test]
fn an_sqlite_that_can_lose_commits_is_refused() {
    assert_eq!(
        open::check_sqlite(3_051_002),
        Err(LedgerError::OldSqlite {
            found: "3.51.2".to_owned()
        })
    );
    assert_eq!(open::check_sqlite(3_051_003), Ok(()));
    assert_eq!(open::check_sqlite(rusqlite::version_number()), Ok(()));
}

#[test]
fn a_second_writer_is_refused_while_the_first_lives_and_let_in_after() {
    let bench = Bench::new();
    assert_eq!(
        Ledger::open(&bench.path(), "training").map(|_| ()),
        Err(LedgerError::Locked)
    );
    let clone = bench.ledger.clone();
    let (_folder, path) = bench.close();
    assert_eq!(
        Ledger::open(&path, "training").map(|_| ()),
        Err(LedgerError::Locked),
        "a clone lives"
    );
    drop(clone);
    Ledger::open(&path, "training").unwrap();
}

#[test]
fn a_newer_file_is_refused_without_a_byte_of_it_touched() {
    let bench = Bench::new();
    a_day(&bench);
    let (folder, path) = bench.close();
    Connection::open(&path)
        .unwrap()
        .pragma_update(None, "user_version", open::SCHEMA + 1)
        .unwrap();
    let before = bytes_of_all(&folder.path().join("books"));
    let newer = LedgerError::Newer {
        found: open::SCHEMA + 1,
        ours: open::SCHEMA,
    };
    assert_eq!(Ledger::open(&path, "training").map(|_| ()), Err(newer.clone()));
    assert_eq!(bytes_of_all(&folder.path().join("books")), before);
    assert_eq!(Reader::open(&path).map(|_| ()), Err(newer));
    // What is in it can still be taken out.
    let salvage = Reader::open_salvage(&path).unwrap();
    assert!(salvage.events().all(|event| event.record.is_some()));
    assert!(salvage.events().count() > 10);
}

#[test]
fn another_profile_and_another_programs_file_are_refused_untouched() {
    let bench = Bench::new();
    bench.append(started());
    let (folder, path) = bench.close();
    let before = bytes_of_all(&folder.path().join("books"));
    assert_eq!(
        Ledger::open(&path, "production").map(|_| ()),
        Err(LedgerError::WrongProfile {
            found: "training".to_owned(),
            wanted: "production".to_owned()
        })
    );
    assert_eq!(bytes_of_all(&folder.path().join("books")), before);
    let foreign = folder.path().join("books").join("other.db");
    Connection::open(&foreign)
        .unwrap()
        .execute_batch("CREATE TABLE photo(name)")
        .unwrap();
    assert!(matches!(
        Ledger::open(&foreign, "training"),
        Err(LedgerError::Damaged(_))
    ));
    let text = folder.path().join("books").join("notes.txt");
    std::fs::write(
        &text,
        "not a database, and longer than a header so that it is looked at as one ".repeat(20),
    )
    .unwrap();
    assert!(matches!(
        Ledger::open(&text, "training"),
        Err(LedgerError::Damaged(_))
    ));
}

#[test]
fn a_creation_that_was_cut_short_is_finished() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.db");
    std::fs::write(&path, "").unwrap();
    let ledger = Ledger::open(&path, "training").unwrap();
    assert_eq!(ledger.append(started()).unwrap().seq, 1);
    assert_eq!(mode_of(&path), 0o600);
    // Also when only SQLite's header had been written.
    let headed = folder.path().join("headed.db");
    Connection::open(&headed)
        .unwrap()
        .execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE x(a); DROP TABLE x;")
        .unwrap();
    assert_eq!(
        Ledger::open(&headed, "training")
            .unwrap()
            .append(started())
            .unwrap()
            .seq,
        1
    );
}

#[test]
fn a_creation_that_was_cut_short_leaves_nothing_in_the_ledgers_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ledger.db");
    // What a power cut may leave: half a page, and a log of something else.
    std::fs::write(folder.path().join("ledger.db.new"), [0x53; 700]).unwrap();
    std::fs::write(folder.path().join("ledger.db.new-wal"), [0; 4152]).unwrap();
    let ledger = Ledger::open(&path, "training").unwrap();
    assert_eq!(ledger.append(started()).unwrap().seq, 1);
    drop(ledger);
    let names: Vec<String> = bytes_of_all(folder.path())
        .into_iter()
        .map(|(name, _)| name)
        .collect();
    assert_eq!(names, ["ledger.db"]);
}

#[test]
fn a_log_without_its_ledger_is_never_played_into_a_new_one() {
    let bench = Bench::new();
    a_day(&bench);
    let (_folder, path) = bench.pulled_plug();
    std::fs::remove_file(&path).unwrap();
    assert!(matches!(
        Ledger::open(&path, "training"),
        Err(LedgerError::Damaged(_))
    ));
    assert!(!path.exists());
    assert!(
        std::fs::metadata(place::with_ending(&path, "-wal"))
            .unwrap()
            .len()
            > 4_096
    );
}

#[test]
fn the_books_go_on_where_they_ended() {
    let bench = Bench::new();
    a_day(&bench);
    let head = bench.ledger.head().unwrap();
    let live_rows = bench.ledger.live_rows().unwrap();
    let installation = bench.ledger.installation_id().to_owned();
    assert_eq!(installation.len(), 32);
    let (_folder, path) = bench.close();
    let again = Ledger::open(&path, "training").unwrap();
    assert_eq!(again.head().unwrap(), head);
    assert_eq!(again.event_count().unwrap(), head.seq);
    assert_eq!(again.live_rows().unwrap(), live_rows);
    assert_eq!(again.installation_id(), installation);
    again.append(started()).unwrap();
    let found = crate::verify(&path, Some(&head)).unwrap();
    assert!(found.holds(), "{found:?}");
}

#[test]
fn a_projection_of_another_form_is_derived_anew() {
    let bench = Bench::new();
    a_day(&bench);
    let rows = bench.ledger.live_rows().unwrap();
    let (_folder, path) = bench.close();
    Connection::open(&path)
        .unwrap()
        .execute_batch(
            "UPDATE meta SET value = '0' WHERE key = 'projection'; DROP TABLE hold; CREATE TABLE hold(old);",
        )
        .unwrap();
    let found = crate::verify(&path, None).unwrap();
    assert!(found.holds(), "nothing of the older form is believed: {found:?}");
    let again = Ledger::open(&path, "training").unwrap();
    assert_eq!(again.live_rows().unwrap(), rows);
    assert!(crate::verify(&path, None).unwrap().holds());
}
