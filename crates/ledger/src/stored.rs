use crate::LedgerError;
use crate::chain::{hex, seq_of};
use domain::Record;
use rusqlite::Row;

/// An event as it stands in the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRecord {
    pub seq: u64,
    pub record: Record,
    pub hash_hex: String,
}

impl StoredRecord {
    /// From `SELECT seq, body, hash`.
    pub(crate) fn of(row: &Row<'_>) -> Result<StoredRecord, LedgerError> {
        let seq = seq_of(row.get(0)?);
        let body = row.get_ref(1)?.as_bytes().unwrap_or_default();
        let record = serde_json::from_slice(body)
            .map_err(|why| LedgerError::Damaged(format!("record {seq} is not one of ours: {why}")))?;
        let hash_hex = hex(row.get_ref(2)?.as_bytes().unwrap_or_default());
        Ok(StoredRecord {
            seq,
            record,
            hash_hex,
        })
    }
}
