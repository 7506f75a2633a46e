//! A settlement file: how it is read, and how it is compared with the books. It is read line by line, so that a million of
//! them need no memory but for the references; nothing is written here, so a file that turns out to be bad on its last line
//! leaves nothing behind.

mod amount;
mod table;

pub(crate) use table::Lines as CsvLines;
use table::TableOf;
pub use table::{read_header, suggested_mapping};

use contract::{ErrorCode, SettlementMapping, UiError};
use domain::{Difference, OurSide, ReconcileFact, SettlementRow, Theirs, compare_line, not_in_file};
use ledger::{HoldRow, LedgerError, Reader};
use std::collections::{BTreeMap, HashSet};
use std::io::Read;

/// Amounts are paise: kept beside the columns' names, so that a remembered mapping is whole.
const UNIT: &str = "unit";

/// Why a file cannot be compared. Each is a sentence for a person; nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum SettlementError {
    #[error("the file is larger than {max_mb} MB")]
    TooLarge { max_mb: u64 },
    #[error("the file has more than {max} lines")]
    TooManyRows { max: u32 },
    #[error("the file has no line but the header")]
    Empty,
    #[error("line {line} is not UTF-8: save the file as \"CSV UTF-8\" and try again")]
    NotUtf8 { line: u64 },
    #[error("line {line}: {why}")]
    NotCsv { line: u64, why: String },
    #[error("{wanted} is not among the columns: {found}")]
    ColumnMissing { wanted: String, found: String },
    #[error("line {line}: {found:?} is no amount in {unit}")]
    Amount {
        line: u64,
        found: String,
        unit: &'static str,
    },
    #[error(
        "the file and the books differ in more than {max} places: it is hardly of this period and merchant"
    )]
    OfAnotherPeriod { max: usize },
    #[error("the books cannot be read: {0}")]
    Books(#[from] LedgerError),
    #[error("the file cannot be read: {0}")]
    Unreadable(#[from] std::io::Error),
}

impl From<SettlementError> for UiError {
    fn from(error: SettlementError) -> UiError {
        let (code, detail) = match error {
            SettlementError::TooLarge { max_mb } => (ErrorCode::FileTooLarge, format!("{max_mb} MB")),
            SettlementError::TooManyRows { max } => (ErrorCode::FileTooManyRows, max.to_string()),
            SettlementError::Empty => return ErrorCode::FileEmpty.into(),
            SettlementError::NotUtf8 { line } => (ErrorCode::FileNotUtf8, line.to_string()),
            SettlementError::NotCsv { line, why } => (ErrorCode::FileNotCsv, format!("line {line}: {why}")),
            SettlementError::ColumnMissing { wanted, found } => {
                (ErrorCode::FileColumnMissing, format!("{wanted}; found: {found}"))
            }
            SettlementError::Amount { line, found, .. } => {
                (ErrorCode::FileAmount, format!("line {line}: {found}"))
            }
            SettlementError::OfAnotherPeriod { max } => (ErrorCode::FileOfAnotherPeriod, max.to_string()),
            SettlementError::Books(failed) => (ErrorCode::BooksClosed, failed.to_string()),
            SettlementError::Unreadable(failed) => (ErrorCode::FileNotCsv, failed.to_string()),
        };
        UiError {
            code,
            detail: Some(detail),
        }
    }
}

/// How much is taken.
#[derive(Clone, Copy, Debug)]
pub struct FileLimits {
    pub rows: u32,
}

/// What came of a file beside its differences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FileSummary {
    pub rows: u32,
    pub agree: u32,
}

/// A file that was compared, to be written down as one record.
pub struct ComparedFile {
    pub name: String,
    pub sha256: String,
    pub header: Vec<String>,
    pub mapping: SettlementMapping,
    pub from_ms: i64,
    pub to_ms: i64,
    pub summary: FileSummary,
    pub differences: Vec<Difference>,
}

impl ComparedFile {
    pub(super) fn into_fact(self, import: u32) -> ReconcileFact {
        ReconcileFact::Imported {
            import,
            name: self.name,
            sha256: self.sha256,
            header: self.header,
            mapping: kept(&self.mapping),
            from_ms: self.from_ms,
            to_ms: self.to_ms,
            rows: self.summary.rows,
            agree: self.summary.agree,
            differences: self.differences,
        }
    }
}

fn kept(mapping: &SettlementMapping) -> BTreeMap<String, String> {
    let mut kept = mapping.columns.clone();
    let unit = if mapping.in_paise { "paise" } else { "rupees" };
    kept.insert(UNIT.to_owned(), unit.to_owned());
    kept
}

pub(super) fn remembered(kept: &BTreeMap<String, String>) -> SettlementMapping {
    let mut columns = kept.clone();
    let unit = columns.remove(UNIT);
    SettlementMapping {
        columns,
        in_paise: unit.as_deref() == Some("paise"),
    }
}

/// What a file looks like before anything is compared.
pub(super) struct FilePreview {
    pub rows: u32,
    pub header: Vec<String>,
    pub first: Vec<Vec<String>>,
}

const FIRST_LINES: usize = 4;
const CELL_CHARS_MAX: usize = 60;

/// Reads it to its end, so that a bad last line is told before a column is chosen.
pub(super) fn preview(file: impl Read, limits: FileLimits) -> Result<FilePreview, SettlementError> {
    let mut lines = table::Lines::open(file)?;
    let mut rows: u32 = 0;
    let mut first = Vec::new();
    while let Some((_, cells)) = lines.next_line()? {
        rows = rows.saturating_add(1);
        if rows > limits.rows {
            return Err(SettlementError::TooManyRows { max: limits.rows });
        }
        if first.len() < FIRST_LINES {
            let shown = cells.iter().map(|cell| {
                let cell: String = cell.chars().take(CELL_CHARS_MAX).collect();
                domain::ProviderText::received(&cell).shown()
            });
            first.push(shown.collect());
        }
    }
    if rows == 0 {
        return Err(SettlementError::Empty);
    }
    Ok(FilePreview {
        rows,
        header: lines.header,
        first,
    })
}

/// Compares a file with the books. Every line is held against what they have under its reference, and every sale that was
/// proved paid from `span`'s first moment on and before its second (milliseconds since 1970) must have a line. `found` is
/// told each difference, in the file's order.
///
/// # Errors
/// A [`SettlementError`]; what `found` was told until then is to be thrown away.
pub fn compare_file(
    books: &Reader,
    file: impl Read,
    mapping: &SettlementMapping,
    (from_ms, to_ms): (i64, i64),
    limits: FileLimits,
    found: &mut dyn FnMut(Difference) -> Result<(), SettlementError>,
) -> Result<FileSummary, SettlementError> {
    let mut table = TableOf::open(file, mapping)?;
    let mut summary = FileSummary::default();
    let mut seen: HashSet<String> = HashSet::new();
    while let Some(row) = table.next_row()? {
        summary.rows = summary.rows.saturating_add(1);
        if summary.rows > limits.rows {
            return Err(SettlementError::TooManyRows { max: limits.rows });
        }
        let is_second = !seen.insert(row.named.clone());
        match against_books(books, &row, is_second)? {
            Some(difference) => found(difference)?,
            None => summary.agree = summary.agree.saturating_add(1),
        }
    }
    if summary.rows == 0 {
        return Err(SettlementError::Empty);
    }
    for row in books.paid_between(from_ms, to_ms)? {
        let row = row?;
        if !seen.contains(row.sale.our_ref.as_str()) {
            found(not_in_file(&row.sale))?;
        }
    }
    Ok(summary)
}

fn against_books(
    books: &Reader,
    row: &SettlementRow,
    is_second: bool,
) -> Result<Option<Difference>, SettlementError> {
    let theirs = row.theirs();
    let ours: Option<HoldRow> = match &theirs {
        Theirs::Sale(our_ref) => books.row(our_ref)?,
        Theirs::Refund(refund_ref) => books.row_of_refund(refund_ref)?,
        Theirs::Unknown => None,
    };
    let side = match (&ours, &theirs) {
        (Some(ours), Theirs::Sale(_)) => OurSide::Sale(&ours.sale),
        (Some(ours), Theirs::Refund(refund_ref)) => ours
            .refunds
            .iter()
            .find(|row| row.refund.refund_ref == *refund_ref)
            .map_or(OurSide::Nothing, |row| {
                OurSide::Refund(&ours.sale.our_ref, &row.refund)
            }),
        (_, Theirs::Unknown) | (None, _) => OurSide::Nothing,
    };
    Ok(compare_line(row, side, is_second))
}
