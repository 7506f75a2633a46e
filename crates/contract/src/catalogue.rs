//! The catalogue as managers change it and cashiers search it. None of it goes through the engine's loop but the change
//! itself.

use domain::{ItemColumn, ItemForm, ItemWhy};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An item that was found by what was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct FoundItemView {
    pub code: String,
    pub name: String,
    pub unit: String,
    /// `None`: the amount is known later.
    pub price_text: Option<String>,
    pub hold_text: Option<String>,
}

/// An item in fields, as it stands in a file too.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ItemFields {
    pub code: String,
    pub name: String,
    pub barcode: String,
    /// Rupees, GST included; empty: the amount is known later.
    pub price: String,
    pub unit: String,
    /// Percent.
    pub gst: String,
    pub hsn: String,
    /// Rupees that are held at least.
    pub hold: String,
    pub expiry_minutes: String,
}

/// An item of the manager's list: as fields take it, and with its price as people read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CatalogueItemView {
    pub fields: ItemFields,
    pub price_text: Option<String>,
}

/// A page of the manager's list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CataloguePageView {
    pub items: Vec<CatalogueItemView>,
    /// How many there are in all.
    pub of: u32,
    /// More are found than are shown.
    pub has_more: bool,
}

/// One change of a single item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "change", rename_all = "snake_case")]
#[ts(export)]
pub enum ItemChange {
    Add {
        item: ItemFields,
    },
    /// The item with that code is now this; its code may be another one too.
    Replace {
        code: String,
        item: ItemFields,
    },
    Remove {
        code: String,
    },
}

/// A catalogue's file as the page read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CatalogueFile {
    pub name: String,
    pub base64: String,
}

/// A line of a file that is no item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct WrongLineView {
    /// From one; the header is line 1.
    pub line: u32,
    #[ts(
        type = "\"code\" | \"name\" | \"barcode\" | \"price\" | \"unit\" | \"gst\" | \"hsn\" | \"hold\" | \"expiry_minutes\""
    )]
    pub column: ItemColumn,
    #[ts(
        type = "\"missing\" | \"too_long\" | \"not_an_amount\" | \"too_large\" | \"not_a_rate\" | \"not_minutes\" | \"shortened\" | \"no_price_no_hold\" | \"taken\""
    )]
    pub why: ItemWhy,
    pub found: String,
    /// The line that has the same code or barcode.
    pub as_line: Option<u32>,
}

/// An item that the file changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ChangedItemView {
    pub code: String,
    pub name: String,
    pub before_text: Option<String>,
    pub after_text: Option<String>,
}

/// What a file would do. Nothing has been changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct CataloguePreview {
    pub rows: u32,
    pub added: u32,
    pub changed: u32,
    pub removed: u32,
    pub same: u32,
    pub wrong: u32,
    /// The first of them.
    pub wrong_lines: Vec<WrongLineView>,
    /// Changed items with their price before and after, the first of them.
    pub changed_items: Vec<ChangedItemView>,
}

impl From<ItemFields> for ItemForm {
    fn from(fields: ItemFields) -> ItemForm {
        ItemForm {
            code: fields.code,
            name: fields.name,
            barcode: fields.barcode,
            price: fields.price,
            unit: fields.unit,
            gst: fields.gst,
            hsn: fields.hsn,
            hold: fields.hold,
            expiry_minutes: fields.expiry_minutes,
        }
    }
}

impl From<ItemForm> for ItemFields {
    fn from(form: ItemForm) -> ItemFields {
        ItemFields {
            code: form.code,
            name: form.name,
            barcode: form.barcode,
            price: form.price,
            unit: form.unit,
            gst: form.gst,
            hsn: form.hsn,
            hold: form.hold,
            expiry_minutes: form.expiry_minutes,
        }
    }
}
