//! Bills that wait: those that were parked, and what was delivered of holds until it is captured. They stand in one small
//! file beside the books, replaced as a whole with every change: a bill is parked when the disk has it, and not before.
//! No money hangs on it: what is held stands in the ledger, and what was delivered is written there with its capture.

mod cart;
mod delivered;
mod parked;
mod tray;
mod view;

pub use tray::BillTray;
pub(crate) use tray::NoTray;
pub(crate) use view::{bill_view, line_view};

use crate::catalogue::ReadCatalogue;
use crate::state::Till;
use contract::{CartCommand, CatalogueState, ErrorCode, UiError};
use domain::{Cart, Catalogue, OurRef};
use parked::Parked;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

pub(crate) struct Bills {
    tray: Box<dyn BillTray>,
    kept: Kept,
    put_aside: Option<String>,
    pub catalogue: Arc<Catalogue>,
    pub catalogue_state: CatalogueState,
}

impl Default for Bills {
    fn default() -> Self {
        Bills {
            tray: Box::new(NoTray),
            kept: Kept::default(),
            put_aside: None,
            catalogue: Arc::default(),
            catalogue_state: CatalogueState::Reading,
        }
    }
}

impl Bills {
    pub fn adopt_catalogue(&self) -> std::io::Result<()> {
        self.tray.adopt_catalogue()
    }
}

/// The file. Its members are added to and never renamed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    last_number: u32,
    parked: Vec<Parked>,
    /// What was delivered of holds that are not captured yet.
    finals: BTreeMap<OurRef, Cart>,
}

impl Till {
    /// Where bills that wait are kept. What stands there is read at once; a file that cannot be read is put aside, so that
    /// nothing of it is lost and the till goes on.
    pub fn keep_bills_in(&mut self, tray: Box<dyn BillTray>) {
        let read = tray.read_bills().map(|text| {
            let kept = text.map(|text| serde_json::from_slice::<Kept>(&text));
            kept.unwrap_or_else(|| Ok(Kept::default()))
        });
        match read {
            Ok(Ok(kept)) => self.bills.kept = kept,
            unread => {
                tracing::warn!(?unread, "the parked bills cannot be read");
                self.bills.put_aside = Some(tray.put_bills_aside().unwrap_or_default());
            }
        }
        if self.sales_read {
            let sales = &self.sales;
            self.bills
                .kept
                .finals
                .retain(|our_ref, _| sales.contains_key(our_ref));
        }
        self.bills.tray = tray;
    }

    pub(crate) fn obey_cart(&mut self, command: CartCommand) -> Result<(), UiError> {
        match command {
            CartCommand::ItemAdd { code } => self.add_item(&code),
            CartCommand::Scan { text } => self.scan(&text),
            CartCommand::LineDiscount { id, text } => self.discount_line(id, &text),
            CartCommand::LineNote { id, text } => self.edit_cart(|cart| cart.note_line(id, &text)),
            CartCommand::Discount { text } => self.discount_bill(&text),
            CartCommand::Note { text } => self.edit_cart(|cart| cart.note(&text)),
            CartCommand::Park { name } => self.park(&name),
            CartCommand::Recall { number } => self.recall(number),
            CartCommand::ThrowAway { number } => self.throw_away(number),
            CartCommand::FinalBegin => self.begin_final(),
            CartCommand::FinalUndo => self.undo_final(),
        }
    }

    /// The file says it, and then memory does; or neither.
    fn keep(&mut self, change: impl FnOnce(&mut Kept)) -> Result<(), UiError> {
        let mut kept = self.bills.kept.clone();
        change(&mut kept);
        let sales = &self.sales;
        let is_over = |our_ref: &OurRef| sales.get(our_ref).is_some_and(|row| row.sale.state.is_final());
        kept.finals.retain(|our_ref, _| !is_over(our_ref));
        let written = serde_json::to_vec(&kept)
            .map_err(std::io::Error::other)
            .and_then(|text| self.bills.tray.write_bills(text));
        written.map_err(|why| {
            tracing::warn!(%why, "the parked bills were not written");
            UiError {
                code: ErrorCode::BillsNotKept,
                detail: Some(why.to_string()),
            }
        })?;
        self.bills.kept = kept;
        Ok(())
    }

    /// The catalogue was read beside the start. Which one it was is written down: prices are accounted for from here on.
    pub(crate) fn hear_catalogue(&mut self, read: Result<ReadCatalogue, String>) {
        match read {
            Ok(read) => {
                let items = u32::try_from(read.catalogue.items().len()).unwrap_or(u32::MAX);
                self.bills.catalogue = read.catalogue;
                self.bills.catalogue_state = CatalogueState::Ready;
                if items > 0 {
                    let sha256 = read.sha256;
                    let found = domain::CartFact::CatalogueFound { items, sha256 };
                    let _ = self.commit(domain::Fact::Cart(found));
                }
            }
            Err(why) => {
                tracing::warn!(why, "the catalogue cannot be read");
                self.bills.catalogue_state = CatalogueState::Unreadable;
            }
        }
    }
}
