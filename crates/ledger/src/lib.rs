#![doc = include_str!("../README.md")]

mod advance;
mod backup;
mod board;
mod chain;
mod diskless;
mod fault;
mod filed;
mod handle;
mod listed;
mod open;
mod pictures;
mod place;
mod projection;
mod queue;
mod reader;
mod recent;
mod reconcile;
mod refund;
mod replay;
mod restore;
mod restored;
mod row;
mod salvage;
mod shifts;
mod staff;
mod stored;
mod story;
mod verify;
mod writer;

pub use advance::advance;
pub use backup::backup;
pub use board::{Board, Cards, Cursor, Filter, Page, Tab, TabCount, Totals, View};
pub use chain::{ChainFault, Head};
pub use diskless::Diskless;
pub use fault::LedgerError;
pub use handle::Ledger;
pub use listed::ListedHold;
pub use open::PROJECTION as PROJECTION_FORM;
pub use pictures::{DayPicture, HourPicture, Latency, Pictures};
pub use reader::Reader;
pub use recent::{event_count, verify_recent};
pub use reconcile::{ClosedDifference, FoundDifference, Reconciling, SettlementImport};
pub use refund::RefundRow;
pub use replay::Difference;
pub use restore::{Loss, LostSale, ProvedBackup, loss, prove_backup, put_back};
pub use restored::Restored;
pub use row::{HELD_GRACE_MS, HoldRow, LastReply, Money, Shelf};
pub use salvage::{Salvage, SalvagedEvent};
pub use shifts::Owner;
pub use stored::StoredRecord;
pub use story::Story;
pub use verify::{AnchorVerdict, Verification, verify, verify_then};
pub use writer::Appended;

#[cfg(test)]
mod tests;
