//! How long a ledger is, table by table: what support is told of it, and no row.

use crate::{LedgerError, Reader};

impl Reader {
    /// Every table of ours by name with the number of its rows, in the order of names.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn table_rows(&self) -> Result<Vec<(String, u64)>, LedgerError> {
        let conn = self.conn();
        let mut tables = conn.prepare(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
        )?;
        let names: Vec<String> = tables
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let mut rows = Vec::with_capacity(names.len());
        for name in names {
            let quoted = name.replace('"', "\"\"");
            let count: i64 = conn.query_row(&format!("SELECT count(*) FROM \"{quoted}\""), [], |row| {
                row.get(0)
            })?;
            rows.push((name, u64::try_from(count).unwrap_or(0)));
        }
        Ok(rows)
    }
}
