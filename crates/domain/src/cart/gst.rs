use super::discount::{parse_hundredths, percent_text};
use crate::Paise;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A rate of India's goods and services tax, in hundredths of a percent: 18 % is 1800.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct GstRate(u32);

/// What of a bill is of one rate, and the tax that is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GstPart {
    pub rate: GstRate,
    /// What is paid for it after all discounts, tax included.
    pub of_paise: Paise,
    pub tax_paise: Paise,
}

impl GstRate {
    const WHOLE: u32 = 10_000;

    /// Reads `18`, `18%`, `0.25 %`. The rates change by law, so any up to 100 % is one.
    #[must_use]
    pub fn parse(typed: &str) -> Option<GstRate> {
        let bare = typed.trim();
        let bare = bare.strip_suffix('%').unwrap_or(bare).trim_end();
        parse_hundredths(bare)
            .filter(|hundredths| *hundredths <= Self::WHOLE)
            .map(GstRate)
    }

    /// The tax in a price that includes it: price × rate / (100 % + rate), half a paisa rounded up.
    #[must_use]
    pub fn contained_in(self, amount: Paise) -> Paise {
        super::discount::share(amount, self.0, Self::WHOLE.saturating_add(self.0))
    }

    /// As a file or a field takes it: `18`, `0.25`.
    #[must_use]
    pub fn to_field(self) -> String {
        percent_text(self.0)
    }
}

/// `18 %`.
impl fmt::Display for GstRate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} %", percent_text(self.0))
    }
}
