//! What a person typed into the search: one meaning for the open sales, which are few and judged here, and for the closed
//! ones, which are found by indices.

use super::closed::FiledRow;
use super::open::OpenRow;
use crate::LedgerError;
use crate::filed::{ID_END, backwards};
use domain::Paise;
use rusqlite::{Connection, ToSql};

/// The beginning of our id is its time: with fewer characters it is half a year's sales.
const ID_BEGIN_MIN: usize = 6;
const ID_END_MIN: usize = 4;
const PROVIDER_ID_MIN: usize = 4;

/// Our id from its beginning or at its end, PhonePe's from its beginning, all four last digits, or an amount.
pub(crate) struct Typed {
    text: String,
    id: String,
    paise: Option<i64>,
}

impl Typed {
    /// `None`: nothing was typed.
    pub fn of(search: &str) -> Option<Typed> {
        let text = search.trim();
        (!text.is_empty()).then(|| Typed {
            text: text.to_owned(),
            id: text.to_ascii_uppercase(),
            paise: Paise::parse_rupees(text).ok().map(Paise::get),
        })
    }

    pub fn means(&self, row: &OpenRow) -> bool {
        let is_ours = self
            .by_id_begin()
            .is_some_and(|begin| row.our_ref.starts_with(begin))
            || self.by_id_end().is_some_and(|end| row.our_ref.ends_with(end));
        let is_theirs = self.by_provider_id().is_some_and(|begin| {
            let there = row.provider_ref.as_deref().and_then(|id| id.get(..begin.len()));
            there.is_some_and(|there| there.eq_ignore_ascii_case(begin))
        });
        let amounts = [row.amount_paise, row.captured_paise, row.released_paise];
        is_ours
            || is_theirs
            || row.last4 == self.text
            || self.paise.is_some_and(|paise| amounts.contains(&paise))
    }

    /// What it means as an amount, in paise.
    pub fn paise(&self) -> Option<i64> {
        self.paise
    }

    /// The closed sales that it means but by their amounts, each perhaps more than once; `condition` narrows them further.
    /// Those of a common amount are too many to be read: they are summed up and paged by SQL.
    pub fn closed(
        &self,
        conn: &Connection,
        condition: &str,
        bound: &[(&str, &dyn ToSql)],
    ) -> Result<Vec<FiledRow>, LedgerError> {
        let mut found = Vec::new();
        let mut look = |from: &str, key: &[(&str, &dyn ToSql)]| -> Result<(), LedgerError> {
            let sql = format!(
                "SELECT {} FROM {from} AND {condition} AND (:paise IS NULL OR :paise NOT IN \
                 (filed.amount_paise, filed.captured_paise, filed.released_paise))",
                FiledRow::COLUMNS
            );
            let mut all: Vec<(&str, &dyn ToSql)> = key.iter().chain(bound).copied().collect();
            all.push((":paise", &self.paise));
            let mut statement = conn.prepare_cached(&sql)?;
            let rows = statement.query_map(&*all, FiledRow::of)?;
            for row in rows {
                found.push(row?);
            }
            Ok(())
        };
        if self.text.len() == 4 {
            look(
                "filed INDEXED BY filed_last4 WHERE last4 = :key",
                &[(":key", &self.text)],
            )?;
        }
        if let Some(begin) = self.by_id_begin() {
            let from = "hold CROSS JOIN filed ON filed.seq = hold.seq \
                        WHERE hold.our_ref >= :key AND hold.our_ref < :above";
            look(from, &[(":key", &begin), (":above", &above(begin))])?;
        }
        if let Some(end) = self.by_id_end() {
            let (key, all) = (backwards(end), i64::try_from(end.len()).unwrap_or(i64::MAX));
            if end.len() <= ID_END {
                let from = "filed INDEXED BY filed_id_end WHERE id_end >= :key AND id_end < :above";
                look(from, &[(":key", &key), (":above", &above(&key))])?;
            } else {
                let from = "filed INDEXED BY filed_id_end CROSS JOIN hold ON hold.seq = filed.seq \
                            WHERE id_end = :key AND substr(our_ref, -:length) = :end";
                look(from, &[(":key", &key), (":length", &all), (":end", &end)])?;
            }
        }
        if let Some(begin) = self.by_provider_id() {
            let from = "filed INDEXED BY filed_provider \
                        WHERE filed.provider_ref >= :key AND filed.provider_ref < :above";
            look(from, &[(":key", &begin), (":above", &above(begin))])?;
        }
        Ok(found)
    }

    fn by_id_begin(&self) -> Option<&str> {
        Some(&*self.id).filter(|id| id.len() >= ID_BEGIN_MIN)
    }

    fn by_id_end(&self) -> Option<&str> {
        Some(&*self.id).filter(|id| id.len() >= ID_END_MIN && id.is_ascii())
    }

    fn by_provider_id(&self) -> Option<&str> {
        Some(&*self.text).filter(|id| id.len() >= PROVIDER_ID_MIN)
    }
}

/// No text that begins with this one is as large.
fn above(begin: &str) -> String {
    format!("{begin}\u{10FFFF}")
}
