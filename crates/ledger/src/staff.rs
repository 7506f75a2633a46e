//! What the ledger remembers of the people at the till: the domain's fold over their facts, kept as it is.

use crate::LedgerError;
use domain::{Fact, Record, Staff};
use rusqlite::{Connection, OptionalExtension};

/// Writes what the record says about them, inside the caller's transaction.
pub(crate) fn write(conn: &Connection, record: &Record) -> Result<(), LedgerError> {
    let Fact::Staff(fact) = &record.fact else {
        return Ok(());
    };
    let mut staff = read(conn)?;
    staff.apply(fact, &record.at);
    let state = serde_json::to_string(&staff).map_err(|why| LedgerError::Damaged(why.to_string()))?;
    conn.prepare_cached(
        "INSERT INTO staff(one, state) VALUES (1, ?1) ON CONFLICT DO UPDATE SET state = excluded.state",
    )?
    .execute([state])?;
    Ok(())
}

pub(crate) fn read(conn: &Connection) -> Result<Staff, LedgerError> {
    let state: Option<String> = conn
        .prepare_cached("SELECT state FROM staff WHERE one = 1")?
        .query_row([], |row| row.get(0))
        .optional()?;
    match state {
        None => Ok(Staff::default()),
        Some(state) => serde_json::from_str(&state)
            .map_err(|why| LedgerError::Damaged(format!("the staff cannot be read: {why}"))),
    }
}
