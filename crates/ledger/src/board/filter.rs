//! What narrows a tab beside a search.

use super::open::OpenRow;
use crate::projection::day_of;
use domain::Paise;
use rusqlite::ToSql;

/// Which sales of a tab; each member that is there leaves out what is not so. Moments in milliseconds since 1970.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Where and by whom the sale was opened.
    pub counter: Option<String>,
    pub cashier: Option<String>,
    /// Opened at or after the first, and before the second.
    pub from_ms: Option<i64>,
    pub before_ms: Option<i64>,
    /// What was asked to be held, both ends taken in.
    pub least_paise: Option<Paise>,
    pub most_paise: Option<Paise>,
}

/// A condition and what is bound in it. Nothing that a person typed is ever part of the text.
pub(crate) struct Condition {
    pub text: String,
    pub values: Vec<(&'static str, Box<dyn ToSql>)>,
}

impl Filter {
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Filter::default()
    }

    pub(super) fn means(&self, row: &OpenRow) -> bool {
        let is = |wanted: &Option<String>, there: &str| wanted.as_deref().is_none_or(|name| name == there);
        let amount = Paise::new(row.amount_paise);
        is(&self.counter, &row.counter)
            && is(&self.cashier, &row.cashier)
            && self.from_ms.is_none_or(|from| from <= row.created_at_ms)
            && self.before_ms.is_none_or(|before| row.created_at_ms < before)
            && self.least_paise.is_none_or(|least| least <= amount)
            && self.most_paise.is_none_or(|most| amount <= most)
    }

    pub(super) fn has_amount(&self) -> bool {
        self.least_paise.is_some() || self.most_paise.is_some()
    }

    /// Its amounts, both ends taken in, when closed sales are narrowed by nothing else.
    pub(super) fn only_amounts(&self) -> Option<(i64, i64)> {
        let without = Filter {
            least_paise: None,
            most_paise: None,
            ..self.clone()
        };
        (self.has_amount() && without.is_empty()).then(|| {
            (
                self.least_paise.map_or(0, Paise::get),
                self.most_paise.map_or(i64::MAX, Paise::get),
            )
        })
    }

    /// The days of its period, the second left out, when it begins and ends with days: those are what sums are kept of.
    pub(super) fn days(&self) -> Option<(i64, i64)> {
        let begins_day = |at_ms: i64| day_of(at_ms) != day_of(at_ms.saturating_sub(1));
        let is_whole = |at_ms: Option<i64>| at_ms.is_none_or(begins_day);
        (is_whole(self.from_ms) && is_whole(self.before_ms)).then(|| {
            (
                self.from_ms.map_or(i64::MIN, day_of),
                self.before_ms.map_or(i64::MAX, day_of),
            )
        })
    }

    /// What of it is asked of a row of `filed`, the shelf left out.
    pub(super) fn condition(&self) -> Condition {
        let mut condition = Condition {
            text: "1".to_owned(),
            values: Vec::new(),
        };
        condition.add(" AND filed.counter = :counter", ":counter", self.counter.clone());
        condition.add(" AND filed.cashier = :cashier", ":cashier", self.cashier.clone());
        condition.add(" AND filed.created_at_ms >= :from", ":from", self.from_ms);
        condition.add(" AND filed.created_at_ms < :before", ":before", self.before_ms);
        let paise = |amount: Option<Paise>| amount.map(Paise::get);
        condition.add(
            " AND filed.amount_paise >= :least",
            ":least",
            paise(self.least_paise),
        );
        condition.add(
            " AND filed.amount_paise <= :most",
            ":most",
            paise(self.most_paise),
        );
        condition
    }
}

impl Condition {
    pub fn add<T: ToSql + 'static>(&mut self, text: &str, name: &'static str, value: Option<T>) {
        if let Some(value) = value {
            self.text.push_str(text);
            self.values.push((name, Box::new(value)));
        }
    }

    pub fn bound(&self) -> Vec<(&str, &dyn ToSql)> {
        self.values
            .iter()
            .map(|(name, value)| (*name, &**value))
            .collect()
    }
}
