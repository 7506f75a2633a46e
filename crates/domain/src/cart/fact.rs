//! What the ledger stores of bills and of the catalogue. The field names are its form on disk: added to, never renamed.

use super::Bill;
use crate::{OurRef, Paise};
use serde::{Deserialize, Serialize};

/// A step of a bill or of the catalogue. It leaves every sale where it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "cart", rename_all = "snake_case")]
pub enum CartFact {
    /// What was delivered of a held bill, committed before the capture that it is the reason for.
    Delivered {
        our_ref: OurRef,
        bill: Bill,
        total_paise: Paise,
    },
    /// The catalogue that was found at a start: also one that somebody changed with an editor.
    CatalogueFound { items: u32, sha256: String },
    /// A person changed the catalogue in the window.
    CatalogueChanged {
        items: u32,
        /// Of the whole new file, lower-case hex.
        sha256: String,
        added: u32,
        changed: u32,
        removed: u32,
        /// The imported file's name; none for a single item.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        file: Option<String>,
    },
}

impl CartFact {
    #[must_use]
    pub fn our_ref(&self) -> Option<&OurRef> {
        match self {
            CartFact::Delivered { our_ref, .. } => Some(our_ref),
            CartFact::CatalogueFound { .. } | CartFact::CatalogueChanged { .. } => None,
        }
    }
}
