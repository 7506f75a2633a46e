//! `catalogue.csv`: the same form as it stands in the profile's folder, is exported and is imported.

use super::{ReadCatalogue, sha256_of};
use crate::reconcile::CsvLines;
use contract::{ErrorCode, UiError, WrongLineView};
use domain::{Catalogue, Item, ItemColumn, ItemForm, ItemRefusal, ItemWhy};
use std::collections::HashMap;
use std::sync::Arc;

const SHOWN_CHARS_MAX: usize = 40;

/// A file, line by line: what is an item, and what is none.
#[derive(Debug)]
pub(super) struct ReadFile {
    pub rows: u32,
    pub items: Vec<Item>,
    pub wrong: Vec<WrongLineView>,
    /// Codes of the lines that are wrong, in small letters: their items are not to be taken for removed ones.
    pub wrong_codes: Vec<String>,
}

/// Reads a catalogue that must be right as a whole.
///
/// # Errors
/// [`ErrorCode::CatalogueColumns`], [`ErrorCode::CatalogueWrongLines`], and those of a file that is no CSV.
pub fn read_catalogue(bytes: &[u8]) -> Result<ReadCatalogue, UiError> {
    let read = read_file(bytes)?;
    if let Some(first) = read.wrong.first() {
        return Err(UiError {
            code: ErrorCode::CatalogueWrongLines,
            detail: Some(first.line.to_string()),
        });
    }
    let catalogue = Catalogue::of(read.items).map_err(wrong_item)?;
    Ok(ReadCatalogue {
        catalogue: Arc::new(catalogue),
        sha256: sha256_of(bytes),
    })
}

pub(super) fn wrong_item(refusal: ItemRefusal) -> UiError {
    let why = serde_json::to_value(refusal.why).ok();
    let why = why
        .as_ref()
        .and_then(serde_json::Value::as_str)
        .unwrap_or_default();
    UiError {
        code: ErrorCode::ItemWrong,
        detail: Some(format!("{}:{why}", refusal.column.name())),
    }
}

pub(super) fn read_file(bytes: &[u8]) -> Result<ReadFile, UiError> {
    let mut lines = CsvLines::open(bytes)?;
    let columns = columns_of(&lines.header)?;
    let mut read = ReadFile {
        rows: 0,
        items: Vec::new(),
        wrong: Vec::new(),
        wrong_codes: Vec::new(),
    };
    let mut taken: HashMap<String, u32> = HashMap::new();
    while let Some((line, cells)) = lines.next_line()? {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        read.rows = read.rows.saturating_add(1);
        if usize::try_from(read.rows).is_ok_and(|rows| rows > Catalogue::ITEMS_MAX) {
            return Err(UiError {
                code: ErrorCode::FileTooManyRows,
                detail: Some(Catalogue::ITEMS_MAX.to_string()),
            });
        }
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        let mut form = ItemForm::default();
        for (column, cell) in columns.iter().zip(cells.iter()) {
            form.set(*column, as_text(cell));
        }
        read.take(line, &form, &mut taken);
    }
    Ok(read)
}

impl ReadFile {
    fn take(&mut self, line: u32, form: &ItemForm, taken: &mut HashMap<String, u32>) {
        let parsed = Item::parse(form).map_err(|refusal| (refusal, None));
        let item = parsed.and_then(|item| match clash(&item, taken) {
            Some((column, other)) => {
                let why = ItemWhy::Taken;
                Err((ItemRefusal { column, why }, Some(other)))
            }
            None => Ok(item),
        });
        match item {
            Ok(item) => {
                taken.insert(item.code.to_lowercase(), line);
                if let Some(barcode) = &item.barcode {
                    taken.insert(barcode.to_lowercase(), line);
                }
                self.items.push(item);
            }
            Err((refusal, as_line)) => {
                self.wrong_codes.push(form.code.trim().to_lowercase());
                let found: String = form.cell(refusal.column).chars().take(SHOWN_CHARS_MAX).collect();
                self.wrong.push(WrongLineView {
                    line,
                    column: refusal.column,
                    why: refusal.why,
                    found: domain::ProviderText::received(&found).shown(),
                    as_line,
                });
            }
        }
    }
}

fn clash(item: &Item, taken: &HashMap<String, u32>) -> Option<(ItemColumn, u32)> {
    let line_of = |name: &str| taken.get(&name.to_lowercase()).copied();
    let by_code = line_of(&item.code).map(|line| (ItemColumn::Code, line));
    by_code.or_else(|| Some((ItemColumn::Barcode, line_of(item.barcode.as_deref()?)?)))
}

/// Names in any order and however their letters are; what a catalogue does not know is refused, because a misspelt column
/// would be a thousand prices that nobody missed.
fn columns_of(header: &[String]) -> Result<Vec<ItemColumn>, UiError> {
    let mut columns: Vec<ItemColumn> = Vec::with_capacity(header.len());
    for name in header {
        let bare = name
            .trim_start_matches('\u{FEFF}')
            .trim()
            .to_lowercase()
            .replace(' ', "_");
        let known = ItemColumn::ALL.into_iter().find(|column| column.name() == bare);
        match known {
            Some(column) if !columns.contains(&column) => columns.push(column),
            Some(_) | None => return Err(wrong_columns(name)),
        }
    }
    for needed in [ItemColumn::Code, ItemColumn::Name, ItemColumn::Price] {
        if !columns.contains(&needed) {
            return Err(wrong_columns(needed.name()));
        }
    }
    Ok(columns)
}

fn wrong_columns(name: &str) -> UiError {
    let name: String = name.chars().take(SHOWN_CHARS_MAX).collect();
    UiError {
        code: ErrorCode::CatalogueColumns,
        detail: Some(domain::ProviderText::received(&name).shown()),
    }
}

/// The file of these items: UTF-8 with a mark for Excel, lines as RFC 4180 has them, and no cell that a spreadsheet runs.
#[must_use]
pub fn written_catalogue(items: &[Item]) -> Vec<u8> {
    let names = ItemColumn::ALL.map(ItemColumn::name);
    let mut text = format!("\u{FEFF}{}\r\n", names.join(","));
    for item in items {
        let form = item.to_form();
        for (nth, column) in ItemColumn::ALL.into_iter().enumerate() {
            if nth > 0 {
                text.push(',');
            }
            push_cell(&mut text, form.cell(column));
        }
        text.push_str("\r\n");
    }
    text.into_bytes()
}

fn push_cell(text: &mut String, cell: &str) {
    let guard = if is_guarded(cell) { "'" } else { "" };
    if cell.contains([',', '"', '\r', '\n']) {
        text.push('"');
        text.push_str(guard);
        text.push_str(&cell.replace('"', "\"\""));
        text.push('"');
    } else {
        text.push_str(guard);
        text.push_str(cell);
    }
}

/// Behind an apostrophe a spreadsheet runs nothing. One that is there already gets another, so that it comes back.
fn is_guarded(cell: &str) -> bool {
    let runs = |c: char| matches!(c, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\'');
    cell.trim_start().starts_with(runs)
}

/// Takes away the apostrophe that [`push_cell`] puts there, and no other.
fn as_text(cell: &str) -> &str {
    match cell.trim_start().strip_prefix('\'') {
        Some(rest) if is_guarded(rest) => rest,
        Some(_) | None => cell,
    }
}
