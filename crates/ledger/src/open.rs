//! Connections and their settings. Every setting is read back: a file system or a build that silently ignores one
//! would turn a promise into a hope.

use crate::{LedgerError, place};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, MAIN_DB, OpenFlags};
use std::path::Path;
use std::time::Duration;

/// "HOLD"
pub(crate) const APPLICATION_ID: i32 = 0x484F_4C44;
/// The newest form of the file that this program knows.
pub(crate) const SCHEMA: i32 = 1;
/// 3.7.0 to 3.51.2 can lose commits when two connections meet a WAL reset.
const SQLITE_MIN: i32 = 3_051_003;
/// The form of the derived tables. A file with another form is derived anew when it is opened; raise it when a column
/// or the domain's `Sale` changes.
pub const PROJECTION: &str = "11";
const BUSY_MS: u64 = 5_000;

/// Not among them: `locking_mode=EXCLUSIVE`. It would save a little, but the manager's board and `holdfast-admin` read
/// while the till runs. That there is one writer is kept by the lock file (see `place::lock`).
const WRITER_SETTINGS: [(&str, i64); 7] = [
    ("synchronous", 2),
    ("foreign_keys", 1),
    ("trusted_schema", 0),
    ("cell_size_check", 1),
    ("fullfsync", 1),
    ("checkpoint_fullfsync", 1),
    // For a rush without a pause: otherwise the writer checkpoints when it has nothing else to do.
    ("wal_autocheckpoint", 1_000),
];
const READER_SETTINGS: [(&str, i64); 3] = [("trusted_schema", 0), ("cell_size_check", 1), ("query_only", 1)];

const SCHEMA_SQL: &str = include_str!("schema.sql");
pub(crate) const PROJECTION_SQL: &str = include_str!("projection.sql");

/// The only writing connection; makes the file if there is none. The caller holds the lock.
pub(crate) fn writing(path: &Path, profile: &str) -> Result<Connection, LedgerError> {
    check_sqlite(rusqlite::version_number())?;
    if place::is_free(path)? {
        make(path, profile)?;
    }
    place::prepare_file(path)?;
    refuse_foreign(path, profile)?;
    let conn = connect(path)?;
    // A file that an older program began and did not finish.
    if schema_of(&conn)? == 0 {
        make_tables(&conn, profile)?;
    }
    place::sync_folder(&place::folder_of(path))?;
    Ok(conn)
}

/// A new ledger is made beside its place and gets its name when it is whole: a power cut in the middle leaves no half of
/// one for the next start to stumble over.
fn make(path: &Path, profile: &str) -> Result<(), LedgerError> {
    if !place::is_free(&place::with_ending(path, "-wal"))? {
        return Err(LedgerError::Damaged(
            "the ledger is gone, and its log is still there".to_owned(),
        ));
    }
    let new = place::with_ending(path, ".new");
    for ending in ["", "-journal", "-wal", "-shm"] {
        place::remove_if_there(&place::with_ending(&new, ending))?;
    }
    place::prepare_file(&new)?;
    let conn = connect(&new)?;
    make_tables(&conn, profile)?;
    // Nobody else can have put this log there: it goes with the connection.
    keep_log_at_close(&conn, false)?;
    conn.close().map_err(|(_, fault)| fault)?;
    std::fs::rename(&new, path)?;
    place::sync_folder(&place::folder_of(path))
}

fn connect(path: &Path) -> Result<Connection, LedgerError> {
    let conn = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    conn.busy_timeout(Duration::from_millis(BUSY_MS))?;
    conn.set_prepared_statement_cache_capacity(64);
    keep_log_at_close(&conn, true)?;
    let mode: String = conn.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    if mode != "wal" {
        return Err(LedgerError::Setting {
            setting: "journal_mode".to_owned(),
            found: mode,
        });
    }
    apply_settings(&conn, &WRITER_SETTINGS)?;
    Ok(conn)
}

/// A database in memory with the settings of the file, made from `image` or, without one, anew.
pub(crate) fn in_memory(profile: &str, image: Option<&[u8]>) -> Result<Connection, LedgerError> {
    check_sqlite(rusqlite::version_number())?;
    let mut conn = Connection::open_in_memory()?;
    conn.set_prepared_statement_cache_capacity(64);
    if let Some(image) = image {
        conn.deserialize_read_exact(MAIN_DB, image, image.len(), false)?;
    }
    apply_settings(&conn, &WRITER_SETTINGS)?;
    if schema_of(&conn)? == 0 {
        make_tables(&conn, profile)?;
    }
    Ok(conn)
}

/// A connection that only reads, in this program or another, while the till writes.
pub(crate) fn reading(path: &Path) -> Result<Connection, LedgerError> {
    check_sqlite(rusqlite::version_number())?;
    place::check_file(path)?;
    let conn = read_only(path, false)?;
    must_be_ours(&conn)?;
    Ok(conn)
}

/// It is a ledger of a form that this program knows.
pub(crate) fn must_be_ours(conn: &Connection) -> Result<(), LedgerError> {
    let (application, schema) = marks(conn)?;
    judge_marks(application, schema)?;
    if schema == 0 {
        return Err(LedgerError::Damaged("the file has no tables".to_owned()));
    }
    Ok(())
}

/// `as_it_is` leaves the write-ahead log aside and touches nothing, not even the files beside it.
pub(crate) fn read_only(path: &Path, as_it_is: bool) -> Result<Connection, LedgerError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = if as_it_is {
        Connection::open_with_flags(immutable_uri(path), flags | OpenFlags::SQLITE_OPEN_URI)?
    } else {
        Connection::open_with_flags(path, flags)?
    };
    conn.busy_timeout(Duration::from_millis(BUSY_MS))?;
    conn.set_prepared_statement_cache_capacity(64);
    apply_settings(&conn, &READER_SETTINGS)?;
    Ok(conn)
}

/// Whether closing leaves the write-ahead log where it is. So it does until this program has written something of its
/// own: a log that somebody put there would otherwise be moved into the file before anybody has judged the two.
pub(crate) fn keep_log_at_close(conn: &Connection, keep: bool) -> Result<(), LedgerError> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep)?;
    Ok(())
}

pub(crate) fn check_sqlite(found: i32) -> Result<(), LedgerError> {
    if found >= SQLITE_MIN {
        return Ok(());
    }
    Err(LedgerError::OldSqlite {
        found: format!(
            "{}.{}.{}",
            found / 1_000_000,
            found / 1_000 % 1_000,
            found % 1_000
        ),
    })
}

/// What the `meta` table says under this key.
pub(crate) fn meta(conn: &Connection, key: &str) -> Result<String, LedgerError> {
    let mut statement = conn.prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
    Ok(statement.query_row([key], |row| row.get(0))?)
}

fn apply_settings(conn: &Connection, settings: &[(&str, i64)]) -> Result<(), LedgerError> {
    for (setting, wanted) in settings {
        conn.pragma_update(None, setting, wanted)?;
        let found: i64 = conn.pragma_query_value(None, setting, |row| row.get(0))?;
        if found != *wanted {
            return Err(LedgerError::Setting {
                setting: (*setting).to_owned(),
                found: found.to_string(),
            });
        }
    }
    Ok(())
}

/// Looks at an existing file before anything of it is touched. With no write-ahead log beside it everything is in the
/// file itself, and it can be read without making a single file.
fn refuse_foreign(path: &Path, profile: &str) -> Result<(), LedgerError> {
    let log_is_empty = std::fs::metadata(place::with_ending(path, "-wal")).is_ok_and(|meta| meta.len() == 0);
    let no_log = !place::with_ending(path, "-wal").exists() || log_is_empty;
    let conn = read_only(path, no_log)?;
    let (application, schema) = marks(&conn)?;
    judge_marks(application, schema)?;
    if schema == 0 {
        return Ok(());
    }
    let found = meta(&conn, "profile")?;
    if found != profile {
        return Err(LedgerError::WrongProfile {
            found,
            wanted: profile.to_owned(),
        });
    }
    Ok(())
}

fn marks(conn: &Connection) -> Result<(i32, i32), LedgerError> {
    let application = conn.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let schema = schema_of(conn)?;
    // Tables without our marks are somebody else's file; no tables at all are a creation that was cut short.
    if application == 0 && tables > 0 {
        return Ok((-1, schema));
    }
    Ok((application, schema))
}

fn schema_of(conn: &Connection) -> Result<i32, LedgerError> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

fn judge_marks(application: i32, schema: i32) -> Result<(), LedgerError> {
    let is_empty = application == 0 && schema == 0;
    if application != APPLICATION_ID && !is_empty {
        return Err(LedgerError::Damaged(
            "the file is not a ledger of Holdfast".to_owned(),
        ));
    }
    if schema > SCHEMA {
        return Err(LedgerError::Newer {
            found: schema,
            ours: SCHEMA,
        });
    }
    Ok(())
}

/// All or nothing, then out of the log and into the file, so that any program can read the marks from it.
fn make_tables(conn: &Connection, profile: &str) -> Result<(), LedgerError> {
    conn.execute_batch("BEGIN IMMEDIATE")?;
    conn.execute_batch(SCHEMA_SQL)?;
    conn.execute_batch(PROJECTION_SQL)?;
    conn.execute(
        "INSERT INTO meta(key, value) VALUES ('installation', lower(hex(randomblob(16)))), ('profile', ?1), \
         ('projection', ?2)",
        [profile, PROJECTION],
    )?;
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    conn.pragma_update(None, "user_version", SCHEMA)?;
    conn.execute_batch("COMMIT")?;
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}

fn immutable_uri(path: &Path) -> String {
    let escaped: String = path
        .to_string_lossy()
        .chars()
        .map(|c| match c {
            '%' => "%25".to_owned(),
            '?' => "%3f".to_owned(),
            '#' => "%23".to_owned(),
            c => c.to_string(),
        })
        .collect();
    format!("file:{escaped}?immutable=1")
}
