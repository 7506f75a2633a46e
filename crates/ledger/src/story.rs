use crate::{Head, HoldRow, LedgerError, StoredRecord, chain, open, queue, reader};
use domain::{Action, Fact, OurRef, QueueFact, StaffFact};
use rusqlite::Connection;

/// A sale with all its records, oldest first, and where the chain ended: all of one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    pub row: HoldRow,
    /// A manager's approval stands right before what it allowed, as in the chain.
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
        events: with_approvals(&snapshot, our_ref)?,
        head: chain::stored_tip(&snapshot)?.head(),
        profile: open::meta(&snapshot, "profile")?,
        installation: open::meta(&snapshot, "installation")?,
    }))
}

fn with_approvals(conn: &Connection, our_ref: &OurRef) -> Result<Vec<StoredRecord>, LedgerError> {
    let mut own = reader::events_of(conn, our_ref)?;
    for seq in queue::records_of(conn, our_ref)? {
        own.extend(record(conn, seq)?);
    }
    own.sort_unstable_by_key(|stored| stored.seq);
    let mut events = Vec::new();
    for stored in own {
        let before = record(conn, number(stored.seq).saturating_sub(1))?;
        events.extend(before.filter(|before| allows(&before.record.fact, &stored.record.fact, our_ref)));
        events.push(stored);
    }
    Ok(events)
}

fn record(conn: &Connection, seq: i64) -> Result<Option<StoredRecord>, LedgerError> {
    let mut statement = conn.prepare_cached("SELECT seq, body, hash FROM event WHERE seq = ?1")?;
    let mut rows = statement.query([seq])?;
    rows.next()?.map(StoredRecord::of).transpose()
}

fn number(seq: u64) -> i64 {
    i64::try_from(seq).unwrap_or(i64::MAX)
}

/// An approval is of one sale, or of all that a run takes in.
fn allows(fact: &Fact, next: &Fact, our_ref: &OurRef) -> bool {
    let Fact::Staff(StaffFact::Approved {
        our_ref: of, action, ..
    }) = fact
    else {
        return false;
    };
    if matches!(next, Fact::Queue(QueueFact::Queued { .. })) {
        *action == Action::Bulk
    } else {
        of.as_ref() == Some(our_ref)
    }
}
