//! What a change would make of the catalogue, before anything is changed.

use super::file::{ReadFile, read_file, wrong_item};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use contract::{CatalogueFile, CataloguePreview, ChangedItemView, ErrorCode, ItemChange, UiError};
use domain::{Catalogue, Item, ItemForm};
use std::collections::HashSet;

/// A hundred thousand lines with long names; what travels from the window is held in memory twice.
const FILE_MB_MAX: usize = 16;
const WRONG_SHOWN: usize = 100;
const CHANGED_SHOWN: usize = 50;

/// A file held against the catalogue.
pub struct CataloguePlan {
    pub preview: CataloguePreview,
    items: Vec<Item>,
}

impl CataloguePlan {
    /// # Errors
    /// [`ErrorCode::CatalogueColumns`], [`ErrorCode::FileTooManyRows`], [`ErrorCode::FileTooLarge`], and those of a file
    /// that is no CSV.
    pub fn of(file: &CatalogueFile, current: &Catalogue) -> Result<CataloguePlan, UiError> {
        let bytes = BASE64_STANDARD
            .decode(&file.base64)
            .map_err(|_| ErrorCode::FileNotCsv)?;
        if bytes.len() > FILE_MB_MAX.saturating_mul(1_000_000) {
            return Err(UiError {
                code: ErrorCode::FileTooLarge,
                detail: Some(format!("{FILE_MB_MAX} MB")),
            });
        }
        let read = read_file(&bytes)?;
        if read.rows == 0 {
            return Err(ErrorCode::FileEmpty.into());
        }
        Ok(held_against(read, current))
    }

    /// The catalogue that comes of it. The right lines alone only if somebody has said so.
    ///
    /// # Errors
    /// [`ErrorCode::CatalogueWrongLines`]; [`ErrorCode::ItemWrong`] when what is kept clashes with what is new.
    pub fn into_catalogue(self, right_only: bool) -> Result<Catalogue, UiError> {
        if self.preview.wrong > 0 && !right_only {
            return Err(UiError {
                code: ErrorCode::CatalogueWrongLines,
                detail: Some(self.preview.wrong.to_string()),
            });
        }
        Catalogue::of(self.items).map_err(wrong_item)
    }
}

fn held_against(read: ReadFile, current: &Catalogue) -> CataloguePlan {
    let mut preview = CataloguePreview {
        rows: read.rows,
        added: 0,
        changed: 0,
        removed: 0,
        same: 0,
        wrong: count(read.wrong.len()),
        wrong_lines: read.wrong.into_iter().take(WRONG_SHOWN).collect(),
        changed_items: Vec::new(),
    };
    for item in &read.items {
        match by_code(current, &item.code) {
            None => preview.added = preview.added.saturating_add(1),
            Some(before) if before == item => preview.same = preview.same.saturating_add(1),
            Some(before) => {
                preview.changed = preview.changed.saturating_add(1);
                if preview.changed_items.len() < CHANGED_SHOWN {
                    preview.changed_items.push(changed_view(before, item));
                }
            }
        }
    }
    let mut items = read.items;
    let named: HashSet<String> = items.iter().map(|item| item.code.to_lowercase()).collect();
    let wrong: HashSet<String> = read.wrong_codes.into_iter().collect();
    for before in current.items() {
        let code = before.code.to_lowercase();
        if named.contains(&code) {
            continue;
        }
        if wrong.contains(&code) {
            // Its line is wrong, which does not mean that the store has stopped selling it.
            items.push(before.clone());
        } else {
            preview.removed = preview.removed.saturating_add(1);
        }
    }
    CataloguePlan { preview, items }
}

fn changed_view(before: &Item, item: &Item) -> ChangedItemView {
    let price = |item: &Item| item.price_paise.map(|price| price.to_string());
    ChangedItemView {
        code: item.code.clone(),
        name: item.name.clone(),
        before_text: price(before),
        after_text: price(item),
    }
}

/// The catalogue after one change of a single item, and how many were added, changed and removed.
///
/// # Errors
/// [`ErrorCode::ItemWrong`], [`ErrorCode::NoSuchItem`], [`ErrorCode::FileTooManyRows`]: nothing is changed.
pub fn changed_catalogue(
    current: &Catalogue,
    change: ItemChange,
) -> Result<(Catalogue, (u32, u32, u32)), UiError> {
    let mut items = current.items().to_vec();
    let counts = match change {
        ItemChange::Add { item } => {
            items.push(Item::parse(&ItemForm::from(item)).map_err(wrong_item)?);
            (1, 0, 0)
        }
        ItemChange::Replace { code, item } => {
            let new = Item::parse(&ItemForm::from(item)).map_err(wrong_item)?;
            let place = items.iter_mut().find(|item| item.code == code);
            *place.ok_or(ErrorCode::NoSuchItem)? = new;
            (0, 1, 0)
        }
        ItemChange::Remove { code } => {
            let before = items.len();
            items.retain(|item| item.code != code);
            if items.len() == before {
                return Err(ErrorCode::NoSuchItem.into());
            }
            (0, 0, 1)
        }
    };
    if items.len() > Catalogue::ITEMS_MAX {
        return Err(UiError {
            code: ErrorCode::FileTooManyRows,
            detail: Some(Catalogue::ITEMS_MAX.to_string()),
        });
    }
    let catalogue = Catalogue::of(items).map_err(wrong_item)?;
    Ok((catalogue, counts))
}

fn by_code<'a>(catalogue: &'a Catalogue, code: &str) -> Option<&'a Item> {
    let found = catalogue.find(code)?;
    (found.code.to_lowercase() == code.to_lowercase()).then_some(found)
}

fn count(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}
