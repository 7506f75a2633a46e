//! What can still be read of a ledger that cannot be read as usual.

use super::lines::EventLine;
use super::not_read;
use crate::outcome::Stop;
use domain::OurRef;
use ledger::{HoldRow, LedgerError, Reader, Salvage, SalvagedEvent, advance};
use std::collections::BTreeMap;
use std::path::Path;

pub struct Rest {
    salvage: Salvage,
    /// Why it is needed.
    fault: LedgerError,
}

/// A sale as far as its records tell.
struct Told {
    row: HoldRow,
    /// A record of it did not follow from those before.
    has_gap: bool,
}

impl Rest {
    /// # Errors
    /// When the fault is not one of the file itself, or nothing can be read.
    pub fn open(ledger: &Path, fault: LedgerError) -> Result<Rest, Stop> {
        let is_of_the_file = matches!(
            fault,
            LedgerError::Damaged(_)
                | LedgerError::Newer { .. }
                | LedgerError::NotWritable(_)
                | LedgerError::Sqlite(_)
        );
        if !is_of_the_file {
            return Err(not_read(&fault));
        }
        let salvage = Reader::open_salvage(ledger).map_err(|_| not_read(&fault))?;
        Ok(Rest { salvage, fault })
    }

    /// Every event after `after`; returns what is wrong, in words.
    ///
    /// # Errors
    /// Those of `take`.
    pub fn events(
        &self,
        after: u64,
        mut take: impl FnMut(&EventLine) -> Result<(), Stop>,
    ) -> Result<String, Stop> {
        let mut lost = Lost::default();
        for found in self.salvage.events() {
            lost.note(&found);
            if found.seq > after {
                take(&EventLine::salvaged(found))?;
            }
        }
        Ok(lost.words(&self.fault, 0))
    }

    /// The sales that were opened after the event `after`, replayed from the events, and what is wrong, in words.
    pub fn holds(&self, after: u64) -> (Vec<HoldRow>, String) {
        let mut lost = Lost::default();
        let mut told: BTreeMap<OurRef, Told> = BTreeMap::new();
        for found in self.salvage.events() {
            lost.note(&found);
            replay(&mut told, &found);
        }
        let mut told: Vec<Told> = told.into_values().filter(|sale| sale.row.seq > after).collect();
        told.sort_by_key(|sale| sale.row.seq);
        let stale = told.iter().filter(|sale| sale.has_gap).count();
        let rows = told.into_iter().map(|sale| sale.row).collect();
        (rows, lost.words(&self.fault, stale))
    }
}

fn replay(told: &mut BTreeMap<OurRef, Told>, found: &SalvagedEvent) {
    let Some(record) = &found.record else { return };
    let Some(our_ref) = record.fact.our_ref() else {
        return;
    };
    let before = told.get(our_ref);
    match advance(before.map(|sale| &sale.row), our_ref, record, found.seq) {
        Ok(row) => {
            let has_gap = before.is_some_and(|sale| sale.has_gap);
            told.insert(our_ref.clone(), Told { row, has_gap });
        }
        Err(_) => {
            if let Some(sale) = told.get_mut(our_ref) {
                sale.has_gap = true;
            }
        }
    }
}

/// Counts what is missing between the events that can be read.
#[derive(Default)]
struct Lost {
    last: u64,
    missing: u64,
    unread: u64,
}

impl Lost {
    fn note(&mut self, found: &SalvagedEvent) {
        let between = found.seq.saturating_sub(self.last).saturating_sub(1);
        self.missing = self.missing.saturating_add(between);
        self.unread = self.unread.saturating_add(u64::from(found.record.is_none()));
        self.last = found.seq;
    }

    fn words(&self, fault: &LedgerError, stale: usize) -> String {
        let Lost {
            last,
            missing,
            unread,
        } = self;
        let mut words = format!(
            "{fault}; the last record that can be read is {last}, {missing} before it are missing and {unread} are not understood"
        );
        if *missing > 0 || *unread > 0 || stale > 0 {
            words.push_str("; the state of sales may be older than the truth");
        }
        words
    }
}
