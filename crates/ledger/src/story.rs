use crate::{Head, HoldRow, LedgerError, StoredRecord, chain, open, reader};
use domain::OurRef;
use rusqlite::Connection;

/// A sale with all its records, oldest first, and where the chain ended: all of one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    pub row: HoldRow,
    pub events: Vec<StoredRecord>,
    pub head: Head,
    /// The profile and the random id that the ledger was made with.
    pub profile: String,
    pub installation: String,
}

/// `None`: there is no such sale.
pub(crate) fn find(conn: &Connection, our_ref: &OurRef) -> Result<Option<Story>, LedgerError> {
    let snapshot = conn.unchecked_transaction()?;
    let Some(row) = HoldRow::find(&snapshot, our_ref)? else {
        return Ok(None);
    };
    Ok(Some(Story {
        row,
        events: reader::events_of(&snapshot, our_ref)?,
        head: chain::stored_tip(&snapshot)?.head(),
        profile: open::meta(&snapshot, "profile")?,
        installation: open::meta(&snapshot, "installation")?,
    }))
}
