//! What the window may say and see of a bill beyond its bare lines: items, discounts, notes, parked bills, and what was
//! delivered in the end.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is typed is text; the engine reads it. Texts that are empty take a discount or a note away.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(tag = "cart", rename_all = "snake_case")]
#[ts(export)]
pub enum CartCommand {
    /// One of an item of the catalogue, by its code.
    ItemAdd {
        code: String,
    },
    /// What a scanner has read: a barcode, or a code.
    Scan {
        text: String,
    },
    /// `50` or `10%`.
    LineDiscount {
        id: u32,
        text: String,
    },
    LineNote {
        id: u32,
        text: String,
    },
    /// Of the whole bill.
    Discount {
        text: String,
    },
    Note {
        text: String,
    },
    /// Puts the bill aside, with its customer; the next one can begin.
    Park {
        name: String,
    },
    /// Brings a parked bill back. A bill that stands on the screen is parked in its place.
    Recall {
        number: u32,
    },
    ThrowAway {
        number: u32,
    },
    /// The bill of the hold on the screen may be changed into what was delivered.
    FinalBegin,
    /// Back to the bill that was held.
    FinalUndo,
}

/// What a line has beside name, quantity and price.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct LineTermsView {
    /// Of the catalogue; none for a line that was typed.
    pub code: Option<String>,
    pub unit: String,
    /// The amount is known later.
    pub open: bool,
    /// The price is not the catalogue's; that one is here.
    pub listed_text: Option<String>,
    pub discount_field: String,
    pub discount_text: Option<String>,
    /// What the discount takes off.
    pub less_text: Option<String>,
    pub note: String,
    /// At least so much is held for it, which is more than its amount.
    pub hold_text: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct GstView {
    pub rate_text: String,
    pub of_text: String,
    pub tax_text: String,
}

/// What a bill has beside its lines and its total.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct BillView {
    /// Before the bill's own discount; only with one.
    pub subtotal_text: Option<String>,
    pub discount_field: String,
    pub discount_text: Option<String>,
    pub less_text: Option<String>,
    pub note: String,
    /// The tax that is contained, as information.
    pub gst: Vec<GstView>,
    /// What is held when that is more than the total: for items whose amount is known later.
    pub hold_text: Option<String>,
    /// The items' own expiry, when it is not the store's.
    pub expiry_minutes: Option<u32>,
    /// It is what was delivered of a held bill.
    pub is_final: bool,
    /// What was delivered comes to more than is held; by so much.
    pub over_text: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum ChangeKind {
    Added,
    Removed,
    Quantity,
    Price,
    LineDiscount,
    Discount,
}

/// One difference between what was held and what was delivered. A side that is not there is empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct BillChangeView {
    pub kind: ChangeKind,
    /// Empty for the quick amount line, and for the bill itself.
    pub name: String,
    pub before: String,
    pub after: String,
}

/// What the review of a capture says of the final cart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct DeliveredView {
    pub held_text: String,
    pub total_text: String,
    /// Another amount was typed than the final cart comes to.
    pub is_typed: bool,
    pub changes: Vec<BillChangeView>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ParkedView {
    pub number: u32,
    pub name: String,
    pub total_text: String,
    pub lines: u32,
    pub masked: Option<String>,
    pub cashier: String,
    pub at_ms: i64,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum CatalogueState {
    /// It is read beside the start.
    #[default]
    Reading,
    Ready,
    /// The file cannot be read; it is left as it is.
    Unreadable,
}

/// Parked bills, and how far the catalogue is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct BillsView {
    pub parked: Vec<ParkedView>,
    pub catalogue: CatalogueState,
    pub items: u32,
    /// Whoever is here may change the catalogue.
    pub can_edit: bool,
    /// The file of the parked bills could not be read, and was put aside under this name.
    pub put_aside: Option<String>,
}
