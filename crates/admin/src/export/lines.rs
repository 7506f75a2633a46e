use super::sheet::{Cell, Line};
use domain::Record;
use jiff::Timestamp;
use ledger::{ListedHold, SalvagedEvent, StoredRecord};
use serde::Serialize;

/// A sale, with the names of the contract.
#[derive(Serialize)]
pub struct HoldLine {
    our_ref: String,
    provider_ref: Option<String>,
    state: String,
    held_paise: i64,
    captured_paise: i64,
    released_paise: i64,
    refunded_paise: i64,
    customer: String,
    counter: String,
    cashier: String,
    shift: u32,
    created_at: Option<String>,
    deadline_at: Option<String>,
    paid_at: Option<String>,
}

/// A record of the chain. `record` is `null` where this program cannot read the bytes; then `unread` has them as text.
#[derive(Serialize)]
pub struct EventLine {
    seq: u64,
    hash: String,
    record: Option<Record>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unread: Option<String>,
}

impl HoldLine {
    pub fn of(row: ListedHold) -> HoldLine {
        HoldLine {
            our_ref: row.our_ref,
            provider_ref: row.provider_ref,
            state: row.state,
            held_paise: row.held_paise.get(),
            captured_paise: row.captured_paise.get(),
            released_paise: row.released_paise.get(),
            refunded_paise: row.refunded_paise.get(),
            customer: domain::masked(&row.last_four),
            counter: row.counter,
            cashier: row.cashier,
            shift: row.shift,
            created_at: rfc3339(row.created_at_ms),
            deadline_at: row.deadline_at_ms.and_then(rfc3339),
            paid_at: row.paid_at_ms.and_then(rfc3339),
        }
    }
}

impl Line for HoldLine {
    const COLUMNS: &'static [&'static str] = &[
        "our_ref",
        "provider_ref",
        "state",
        "held_paise",
        "captured_paise",
        "released_paise",
        "refunded_paise",
        "customer",
        "counter",
        "cashier",
        "shift",
        "created_at",
        "deadline_at",
        "paid_at",
    ];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            Cell::from(self.our_ref.as_str()),
            Cell::from(self.provider_ref.as_deref()),
            Cell::from(self.state.as_str()),
            Cell::Number(self.held_paise),
            Cell::Number(self.captured_paise),
            Cell::Number(self.released_paise),
            Cell::Number(self.refunded_paise),
            Cell::from(self.customer.as_str()),
            Cell::from(self.counter.as_str()),
            Cell::from(self.cashier.as_str()),
            Cell::Number(self.shift.into()),
            Cell::from(self.created_at.as_deref()),
            Cell::from(self.deadline_at.as_deref()),
            Cell::from(self.paid_at.as_deref()),
        ]
    }
}

impl EventLine {
    pub fn of(stored: StoredRecord) -> EventLine {
        EventLine {
            seq: stored.seq,
            hash: stored.hash_hex,
            record: Some(stored.record),
            unread: None,
        }
    }

    pub fn salvaged(found: SalvagedEvent) -> EventLine {
        let unread = found
            .record
            .is_none()
            .then(|| String::from_utf8_lossy(&found.body).into_owned());
        EventLine {
            seq: found.seq,
            hash: found.hash_hex,
            record: found.record,
            unread,
        }
    }

    pub fn wall_ms(&self) -> Option<i64> {
        self.record.as_ref().map(|record| record.at.wall_ms)
    }
}

impl Line for EventLine {
    const COLUMNS: &'static [&'static str] = &[
        "seq", "hash", "at", "counter", "cashier", "shift", "our_ref", "record",
    ];

    fn cells(&self) -> Vec<Cell<'_>> {
        let mut cells = vec![Cell::from(self.seq), Cell::from(self.hash.as_str())];
        match &self.record {
            Some(record) => cells.extend([
                rfc3339(record.at.wall_ms).map_or(Cell::Empty, |at| Cell::Text(at.into())),
                Cell::from(record.by.counter.as_str()),
                Cell::from(record.by.cashier.as_str()),
                Cell::Number(record.by.shift.into()),
                Cell::from(record.fact.our_ref().map(domain::OurRef::as_str)),
                // Its bytes as they stand in the chain: the fields are written in the same order.
                Cell::Text(serde_json::to_string(record).unwrap_or_default().into()),
            ]),
            None => {
                cells.extend([const { Cell::Empty }; 5]);
                cells.push(Cell::from(self.unread.as_deref()));
            }
        }
        cells
    }
}

/// `None` for what is no moment of this calendar.
fn rfc3339(at_ms: i64) -> Option<String> {
    Timestamp::from_millisecond(at_ms).ok().map(|at| at.to_string())
}
