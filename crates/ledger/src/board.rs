//! The manager's board: tabs, pages, totals. Open sales are few and read whole; closed ones are millions, and every query
//! over them names its index, so that no plan can turn into a full scan.

mod cards;
mod closed;
mod filter;
mod open;
mod sheet;
mod typed;

pub use cards::Cards;
pub use filter::Filter;
pub use sheet::Board;
pub(crate) use sheet::Sheet;

use crate::HoldRow;
use domain::Paise;
use std::fmt;
use std::str::FromStr;

/// How soon a deadline is "soon".
pub(crate) const EXPIRING_MS: i64 = 10 * 60_000;

/// A tab. A sale may stand in several: a part-captured one in `Captured` and `Partial`, an open one in `Open` and more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tab {
    /// Not final yet; nearest deadline first.
    Open,
    /// Held, and the deadline is at most ten minutes away or past.
    Expiring,
    /// Asked, and the outcome is not known.
    NotSure,
    /// Captured in full or in part, proved or not; newest first.
    Captured,
    /// Captured for less than was held.
    Partial,
    Released,
    Expired,
    /// See [`HoldRow::needs_person`].
    NeedsPerson,
}

impl Tab {
    pub const ALL: [Tab; 8] = [
        Tab::Open,
        Tab::Expiring,
        Tab::NotSure,
        Tab::Captured,
        Tab::Partial,
        Tab::Released,
        Tab::Expired,
        Tab::NeedsPerson,
    ];
}

/// Which rows: a tab, narrowed by a search and a filter, at a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    pub tab: Tab,
    /// Our id from its beginning (six characters at least) or at its end (four), PhonePe's from its beginning (four), all
    /// four last digits, or an amount as people write it. Blank: everything.
    pub search: String,
    pub filter: Filter,
    /// Milliseconds since 1970, for what "expiring" and "needs a person" mean.
    pub now_ms: i64,
}

/// Where a page ended. Opaque outside; its text goes through the window and back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    key: i64,
    seq: i64,
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.key, self.seq)
    }
}

impl FromStr for Cursor {
    type Err = std::num::ParseIntError;

    /// Text that is no cursor is refused as a number would be.
    fn from_str(text: &str) -> Result<Cursor, Self::Err> {
        let (key, seq) = text.split_once('.').unwrap_or((text, ""));
        Ok(Cursor {
            key: key.parse()?,
            seq: seq.parse()?,
        })
    }
}

/// Some rows, and how to get the ones after them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub rows: Vec<HoldRow>,
    /// `None`: these were the last.
    pub next: Option<Cursor>,
}

/// Sums over all rows of a view, whatever page is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    pub count: u64,
    pub held_paise: Paise,
    pub captured_paise: Paise,
    pub released_paise: Paise,
}

/// A tab's totals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TabCount {
    pub tab: Tab,
    pub totals: Totals,
}
