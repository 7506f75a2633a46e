//! Faults on the disk itself, done with SQLite and without the ledger's code.

use rusqlite::{Connection, MAIN_DB, params};

/// The database as it was before, with the one event of the database after it.
pub(crate) fn with_only_the_event(before: &[u8], after: &[u8], seq: u64) -> Vec<u8> {
    let (before, after) = (opened(before), opened(after));
    let seq = i64::try_from(seq).unwrap();
    let (body, hash): (Vec<u8>, Vec<u8>) = after
        .query_row("SELECT body, hash FROM event WHERE seq = ?1", [seq], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .unwrap();
    before
        .execute(
            "INSERT INTO event(seq, body, hash) VALUES (?1, ?2, ?3)",
            params![seq, body, hash],
        )
        .unwrap();
    image(before)
}

/// The counter's name in the last event is another one.
pub(crate) fn with_a_changed_record(of: &[u8]) -> Vec<u8> {
    let conn = opened(of);
    let trigger: String = conn
        .query_row(
            "SELECT sql FROM sqlite_schema WHERE name = 'event_is_never_changed'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    conn.execute_batch("DROP TRIGGER event_is_never_changed").unwrap();
    conn.execute(
        "UPDATE event SET body = CAST(replace(CAST(body AS TEXT), 'Asha', 'Mira') AS BLOB) \
         WHERE seq = (SELECT max(seq) FROM event)",
        [],
    )
    .unwrap();
    conn.execute_batch(&trigger).unwrap();
    image(conn)
}

fn opened(image: &[u8]) -> Connection {
    let mut conn = Connection::open_in_memory().unwrap();
    conn.deserialize_read_exact(MAIN_DB, image, image.len(), false)
        .unwrap();
    conn
}

fn image(mut conn: Connection) -> Vec<u8> {
    conn.serialize(MAIN_DB).unwrap().to_vec()
}
