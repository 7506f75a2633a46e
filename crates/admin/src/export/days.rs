//! What each day of India's calendar truly brought and gave back.

use super::sheet::{Cell, Line};
use super::span::{self, Span};
use crate::outcome::Stop;
use domain::Paise;
use jiff::civil::Date;
use ledger::HoldRow;
use serde::Serialize;
use std::collections::BTreeMap;

/// One day in which something was paid or refunded.
#[derive(Serialize)]
pub struct DayLine {
    /// As `2026-07-01`.
    pub day: String,
    /// How many sales PhonePe's transaction status called paid.
    pub paid: u32,
    pub paid_paise: Paise,
    /// How many refunds it called done.
    pub refunds: u32,
    pub refunded_paise: Paise,
    /// What was paid less what was refunded; below zero on a day of refunds.
    pub net_paise: i64,
}

/// The days of a span.
pub struct Days {
    span: Span,
    days: BTreeMap<Date, DayLine>,
}

impl Days {
    pub fn of(span: Span) -> Days {
        Days {
            span,
            days: BTreeMap::new(),
        }
    }

    /// Adds what was proved of a sale: a capture at the moment of its proof, each refund at its own.
    ///
    /// # Errors
    /// When a sum is more than a ledger can hold, which no true ledger reaches.
    pub fn add(&mut self, row: &HoldRow) -> Result<(), Stop> {
        if let Some(day) = self.day(row.sale.paid_at_ms) {
            day.paid = day.paid.saturating_add(1);
            day.paid_paise = sum(day.paid_paise, row.captured_paise())?;
        }
        for refund in row.bare_refunds() {
            if let Some(day) = self.day(refund.refunded_at_ms) {
                day.refunds = day.refunds.saturating_add(1);
                day.refunded_paise = sum(day.refunded_paise, refund.refunded_paise())?;
            }
        }
        Ok(())
    }

    /// Oldest first.
    pub fn lines(self) -> impl Iterator<Item = DayLine> {
        self.days.into_values().map(|mut day| {
            day.net_paise = day.paid_paise.get().saturating_sub(day.refunded_paise.get());
            day
        })
    }

    fn day(&mut self, at_ms: Option<i64>) -> Option<&mut DayLine> {
        let at_ms = at_ms.filter(|at_ms| self.span.has(*at_ms))?;
        let day = span::day_in_india(at_ms)?;
        Some(self.days.entry(day).or_insert(DayLine {
            day: day.to_string(),
            paid: 0,
            paid_paise: Paise::ZERO,
            refunds: 0,
            refunded_paise: Paise::ZERO,
            net_paise: 0,
        }))
    }
}

impl Line for DayLine {
    const COLUMNS: &'static [&'static str] = &[
        "day",
        "paid",
        "paid_paise",
        "refunds",
        "refunded_paise",
        "net_paise",
    ];

    fn cells(&self) -> Vec<Cell<'_>> {
        vec![
            Cell::from(self.day.as_str()),
            Cell::Number(self.paid.into()),
            Cell::Number(self.paid_paise.get()),
            Cell::Number(self.refunds.into()),
            Cell::Number(self.refunded_paise.get()),
            Cell::Number(self.net_paise),
        ]
    }
}

fn sum(so_far: Paise, more: Paise) -> Result<Paise, Stop> {
    so_far
        .checked_add(more)
        .ok_or_else(|| Stop::wrong("A day's sum is larger than any till can take; nothing was written."))
}
