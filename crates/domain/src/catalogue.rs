//! The items and services that a store sells. The list is kept beside the books, not in them: what of it a bill used
//! stands in the bill's own lines.

mod item;
mod search;

pub use item::{Item, ItemColumn, ItemForm, ItemRefusal, ItemWhy};

use search::Index;
use std::collections::HashMap;

/// All items, by name, and how they are found. It is made whole and never changed.
#[derive(Debug, Default)]
pub struct Catalogue {
    items: Vec<Item>,
    /// Codes and barcodes in small letters.
    by_code: HashMap<Box<str>, usize>,
    index: Index,
}

impl Catalogue {
    pub const ITEMS_MAX: usize = 100_000;

    /// # Errors
    /// The two items that have a code or a barcode in common, as their places in `items`, and which of the two it is.
    pub fn of(mut items: Vec<Item>) -> Result<Catalogue, ItemRefusal> {
        items.sort_by_cached_key(|item| (item.name.to_lowercase(), item.code.clone()));
        let mut by_code: HashMap<Box<str>, usize> = HashMap::with_capacity(items.len().saturating_mul(2));
        for (at, item) in items.iter().enumerate() {
            let names = [
                (ItemColumn::Code, Some(item.code.as_str())),
                (ItemColumn::Barcode, item.barcode.as_deref()),
            ];
            for (column, name) in names {
                let Some(key) = name.map(|name| name.to_lowercase().into_boxed_str()) else {
                    continue;
                };
                // An item's barcode may be its code.
                if by_code.insert(key, at).is_some_and(|other| other != at) {
                    return Err(ItemRefusal {
                        column,
                        why: ItemWhy::Taken,
                    });
                }
            }
        }
        Ok(Catalogue {
            index: Index::of(&items),
            items,
            by_code,
        })
    }

    /// By name.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The item with this code or barcode, however its letters are.
    #[must_use]
    pub fn find(&self, code: &str) -> Option<&Item> {
        let at = self.by_code.get(code.trim().to_lowercase().as_str())?;
        self.items.get(*at)
    }

    /// Up to `most` items with a word that begins like each of the typed ones, whatever their order: first one whose code
    /// or barcode was typed, then those whose name begins so, then by name.
    #[must_use]
    pub fn search(&self, typed: &str, most: usize) -> Vec<&Item> {
        let found = self.index.search(&self.items, typed, most);
        found.into_iter().filter_map(|at| self.items.get(at)).collect()
    }
}

#[cfg(test)]
mod tests;
