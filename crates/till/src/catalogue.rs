//! The catalogue's file, what a new file would change, and how a change becomes the store's: staged beside the old file,
//! written into the books with its hash, and only then put in the old one's place.

mod file;
mod plan;

pub use file::{read_catalogue, written_catalogue};
pub use plan::{CataloguePlan, changed_catalogue};

use crate::state::{OpenBooks, Till};
use contract::{CatalogueItemView, CatalogueState, ErrorCode, FoundItemView, UiError};
use domain::{Action, CartFact, Catalogue, Fact, Item, Paise, Permission};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// A catalogue and the hash of the file that it was read from.
#[derive(Clone)]
pub struct ReadCatalogue {
    pub catalogue: Arc<Catalogue>,
    /// Lower-case hex.
    pub sha256: String,
}

/// A catalogue whose file is staged, to become the store's.
pub struct StagedCatalogue {
    pub catalogue: Arc<Catalogue>,
    pub sha256: String,
    pub added: u32,
    pub changed: u32,
    pub removed: u32,
    /// The imported file's name; none for a single item.
    pub file: Option<String>,
}

impl StagedCatalogue {
    /// With the bytes that are to be staged: how many items were added, changed and removed by it is told.
    #[must_use]
    pub fn of(
        catalogue: Catalogue,
        (added, changed, removed): (u32, u32, u32),
        file: Option<String>,
    ) -> (StagedCatalogue, Vec<u8>) {
        let bytes = written_catalogue(catalogue.items());
        let staged = StagedCatalogue {
            sha256: sha256_of(&bytes),
            catalogue: Arc::new(catalogue),
            added,
            changed,
            removed,
            file,
        };
        (staged, bytes)
    }
}

impl Till {
    /// A person has changed the catalogue. The record comes first: a price that counts is one that the books know of.
    pub(crate) fn take_catalogue(&mut self, staged: StagedCatalogue) -> Result<(), UiError> {
        if self.people.is_locked() {
            return Err(ErrorCode::TillLocked.into());
        }
        if self.permission(Action::CatalogueEdit, None) != Permission::Allowed {
            return Err(ErrorCode::NotAllowedForYou.into());
        }
        if matches!(self.books, OpenBooks::Open(_)) && !self.books_checked {
            return Err(ErrorCode::BooksChecking.into());
        }
        self.commit(Fact::Cart(CartFact::CatalogueChanged {
            items: u32::try_from(staged.catalogue.items().len()).unwrap_or(u32::MAX),
            sha256: staged.sha256,
            added: staged.added,
            changed: staged.changed,
            removed: staged.removed,
            file: staged.file,
        }))?;
        self.bills.adopt_catalogue().map_err(|why| {
            tracing::error!(%why, "the catalogue is in the books, but its file could not be put in place");
            UiError {
                code: ErrorCode::FileNotWritten,
                detail: Some(why.to_string()),
            }
        })?;
        self.bills.catalogue = staged.catalogue;
        self.bills.catalogue_state = CatalogueState::Ready;
        Ok(())
    }
}

/// An item as a search shows it.
#[must_use]
pub fn found_item(item: &Item) -> FoundItemView {
    let text = |amount: Option<Paise>| amount.map(|amount| amount.to_string());
    FoundItemView {
        code: item.code.clone(),
        name: item.name.clone(),
        unit: item.unit.clone(),
        price_text: text(item.price_paise),
        hold_text: text(item.hold_paise),
    }
}

/// An item as a manager's list shows it.
#[must_use]
pub fn listed_item(item: &Item) -> CatalogueItemView {
    CatalogueItemView {
        fields: item.to_form().into(),
        price_text: item.price_paise.map(|price| price.to_string()),
    }
}

pub(crate) fn sha256_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
