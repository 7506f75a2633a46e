//! What the till does at its start, and everything that it would tell of its books.

use super::files::PROFILE;
use domain::OurRef;
use ledger::{
    Cards, Filter, Head, HoldRow, Ledger, LedgerError, Page, Reader, StoredRecord, Tab, TabCount, View,
};
use std::path::Path;

/// Later than any event of the story.
const NOW_MS: i64 = 1_790_000_000_000;

/// Opens the ledger and checks it against the anchor, as a start of the till does.
///
/// # Errors
/// What it noticed.
pub fn start(path: &Path, anchor: &Head) -> Result<(), String> {
    let ledger = Ledger::open(path, PROFILE).map_err(|why| why.to_string())?;
    ledger.live_rows().map_err(|why| why.to_string())?;
    let found = ledger::verify(path, Some(anchor)).map_err(|why| why.to_string())?;
    if found.holds() {
        Ok(())
    } else {
        Err(format!("{found:?}"))
    }
}

/// All of it: each event and its place, each sale by every way of finding it, every figure of the board.
#[derive(PartialEq, Eq)]
pub struct Told {
    events: Vec<StoredRecord>,
    rows: Vec<HoldRow>,
    by_ref: Vec<Option<HoldRow>>,
    stories: Vec<Vec<StoredRecord>>,
    pages: Vec<Page>,
    counts: Vec<TabCount>,
    cards: Cards,
    open: Vec<OurRef>,
    profile: String,
}

impl Told {
    /// # Errors
    /// What could not be read.
    pub fn of(path: &Path) -> Result<Told, LedgerError> {
        let reader = Reader::open(path)?;
        let rows: Vec<HoldRow> = reader.all_rows()?.collect::<Result<_, _>>()?;
        let refs: Vec<OurRef> = rows.iter().map(|row| row.sale.our_ref.clone()).collect();
        let page = |tab| {
            let search = String::new();
            let now_ms = NOW_MS;
            reader.page(
                &View {
                    tab,
                    search,
                    filter: Filter::default(),
                    now_ms,
                },
                None,
                1_000,
            )
        };
        Ok(Told {
            events: reader.events()?.collect::<Result<_, _>>()?,
            by_ref: refs
                .iter()
                .map(|our_ref| reader.row(our_ref))
                .collect::<Result<_, _>>()?,
            stories: refs
                .iter()
                .map(|our_ref| reader.events_of(our_ref))
                .collect::<Result<_, _>>()?,
            pages: Tab::ALL.into_iter().map(page).collect::<Result<_, _>>()?,
            counts: reader.counts("", &Filter::default(), NOW_MS)?,
            cards: reader.cards(NOW_MS)?,
            open: opened(path)?,
            profile: reader.profile()?,
            rows,
        })
    }

    /// The first part in which it is not the same.
    pub fn difference(&self, honest: &Told) -> &'static str {
        [
            (self.events != honest.events, "the events differ"),
            (self.rows != honest.rows, "the sales differ"),
            (self.by_ref != honest.by_ref, "a sale found by its id differs"),
            (self.stories != honest.stories, "a sale's timeline differs"),
            (self.pages != honest.pages, "a page of the board differs"),
            (self.counts != honest.counts, "a total of the board differs"),
            (self.cards != honest.cards, "a figure above the board differs"),
            (self.open != honest.open, "the open sales of a start differ"),
        ]
        .into_iter()
        .find_map(|(differs, what)| differs.then_some(what))
        .unwrap_or("the profile differs")
    }
}

/// The sales that the engine would take up.
fn opened(path: &Path) -> Result<Vec<OurRef>, LedgerError> {
    let rows = Ledger::open(path, PROFILE)?.live_rows()?;
    Ok(rows.into_iter().map(|row| row.sale.our_ref).collect())
}
