//! The file as a table: its header, and its lines by a mapping.

use super::{SettlementError, amount};
use contract::SettlementMapping;
use csv::{ByteRecord, StringRecord};
use domain::{SETTLEMENT_TERMS, SettlementRow};
use std::io::Read;

/// No cell of a settlement file is longer than this; a quote that is never closed would make one of the rest of the file.
const RECORD_BYTES_MAX: usize = 65_536;
const SHOWN_CHARS_MAX: usize = 40;

/// What columns are called in the files that were seen, without case, spaces and signs.
const KNOWN: [(&str, &[&str]); 3] = [
    (
        "our_ref",
        &[
            "merchantreferenceid",
            "merchanttransactionid",
            "merchantorderid",
            "ourref",
            "transactionid",
            "orderid",
        ],
    ),
    (
        "amount",
        &[
            "transactionamount",
            "amount",
            "paymentamount",
            "grossamount",
            "amountpaise",
            "capturedpaise",
        ],
    ),
    (
        "provider_ref",
        &[
            "phonepereferenceid",
            "phonepetransactionid",
            "providerreferenceid",
            "providerref",
        ],
    ),
];

/// A file that is being read, line by line.
pub struct TableOf<R: Read> {
    reader: csv::Reader<R>,
    record: ByteRecord,
    our_ref: usize,
    amount: usize,
    provider_ref: Option<usize>,
    in_paise: bool,
}

/// The names of the columns.
///
/// # Errors
/// [`SettlementError::NotUtf8`], [`SettlementError::NotCsv`], [`SettlementError::Empty`].
pub fn read_header(file: impl Read) -> Result<Vec<String>, SettlementError> {
    Ok(Lines::open(file)?.header)
}

/// What the columns' names suggest; a term that none of them looks like is left out.
#[must_use]
pub fn suggested_mapping(header: &[String]) -> SettlementMapping {
    let mut mapping = SettlementMapping::default();
    for (term, names) in KNOWN {
        let column = names
            .iter()
            .find_map(|name| header.iter().find(|column| bare(column) == *name));
        if let Some(column) = column {
            mapping.columns.insert(term.to_owned(), column.clone());
        }
    }
    let amount = mapping.columns.get("amount");
    mapping.in_paise = amount.is_some_and(|column| bare(column).contains("paise"));
    mapping
}

fn bare(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// A file without a mapping: of PhonePe's settlements, or a catalogue.
pub(crate) struct Lines<R: Read> {
    reader: csv::Reader<R>,
    record: ByteRecord,
    pub header: Vec<String>,
}

impl<R: Read> Lines<R> {
    pub fn open(file: R) -> Result<Lines<R>, SettlementError> {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(file);
        let mut record = ByteRecord::new();
        let header = next_line(&mut reader, &mut record)?.ok_or(SettlementError::Empty)?;
        Ok(Lines {
            reader,
            record,
            header: header.1.iter().map(|cell| cell.trim().to_owned()).collect(),
        })
    }

    pub fn next_line(&mut self) -> Result<Option<(u64, StringRecord)>, SettlementError> {
        next_line(&mut self.reader, &mut self.record)
    }
}

impl<R: Read> TableOf<R> {
    /// Reads the header and finds the mapping's columns in it.
    ///
    /// # Errors
    /// [`SettlementError::ColumnMissing`] with what was looked for and what was found, and those of [`read_header`].
    pub fn open(file: R, mapping: &SettlementMapping) -> Result<TableOf<R>, SettlementError> {
        let Lines {
            reader,
            record,
            header,
        } = Lines::open(file)?;
        let [our_ref, amount, provider_ref] = SETTLEMENT_TERMS;
        Ok(TableOf {
            our_ref: column(&header, mapping, our_ref)?,
            amount: column(&header, mapping, amount)?,
            provider_ref: match mapping.columns.get(provider_ref) {
                Some(named) if !named.is_empty() => Some(column(&header, mapping, provider_ref)?),
                Some(_) | None => None,
            },
            in_paise: mapping.in_paise,
            reader,
            record,
        })
    }

    /// The next line by the mapping; `None`: that was the last.
    ///
    /// # Errors
    /// [`SettlementError::Amount`], and those of [`read_header`].
    pub fn next_row(&mut self) -> Result<Option<SettlementRow>, SettlementError> {
        let Some((line, cells)) = next_line(&mut self.reader, &mut self.record)? else {
            return Ok(None);
        };
        let cell = |at: usize| cells.get(at).unwrap_or_default().trim();
        let written = cell(self.amount);
        let amount_paise = amount::parse(written, self.in_paise).ok_or_else(|| SettlementError::Amount {
            line,
            found: written.chars().take(SHOWN_CHARS_MAX).collect(),
            unit: if self.in_paise { "paise" } else { "rupees" },
        })?;
        let provider_ref = self.provider_ref.map(cell).filter(|cell| !cell.is_empty());
        Ok(Some(SettlementRow {
            line,
            named: as_text(cell(self.our_ref)).to_owned(),
            amount_paise,
            provider_ref: provider_ref.map(|cell| as_text(cell).to_owned()),
        }))
    }
}

/// A workbook marks a cell as text with an apostrophe in front. Anything else stays as it is: nothing is computed.
fn as_text(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}

fn column(header: &[String], mapping: &SettlementMapping, term: &str) -> Result<usize, SettlementError> {
    let named = mapping
        .columns
        .get(term)
        .map(|name| name.trim())
        .unwrap_or_default();
    let found = header
        .iter()
        .position(|column| !named.is_empty() && column == named);
    found.ok_or_else(|| SettlementError::ColumnMissing {
        wanted: if named.is_empty() {
            term.to_owned()
        } else {
            format!("{term} ({named})")
        },
        found: header
            .iter()
            .map(|name| name.chars().take(SHOWN_CHARS_MAX).collect::<String>())
            .collect::<Vec<_>>()
            .join(", "),
    })
}

/// The next line that is not empty, with its number.
fn next_line<R: Read>(
    reader: &mut csv::Reader<R>,
    record: &mut ByteRecord,
) -> Result<Option<(u64, StringRecord)>, SettlementError> {
    let is_there = reader.read_byte_record(record).map_err(told)?;
    if !is_there {
        return Ok(None);
    }
    let line = record.position().map_or(0, csv::Position::line);
    if record.as_slice().len() > RECORD_BYTES_MAX {
        return Err(SettlementError::NotCsv {
            line,
            why: "the line is too long; a quotation mark may not be closed".to_owned(),
        });
    }
    let text =
        StringRecord::from_byte_record(record.clone()).map_err(|_| SettlementError::NotUtf8 { line })?;
    // UTF-16 written without a mark is UTF-8 too, with a zero after every letter.
    if text.as_slice().contains('\0') {
        return Err(SettlementError::NotUtf8 { line });
    }
    Ok(Some((line, text)))
}

fn told(fault: csv::Error) -> SettlementError {
    let line = fault.position().map_or(0, csv::Position::line);
    let kind = fault.into_kind();
    if let csv::ErrorKind::Io(fault) = kind {
        return SettlementError::Unreadable(fault);
    }
    let why = if let csv::ErrorKind::UnequalLengths {
        expected_len, len, ..
    } = kind
    {
        format!("{len} cells, and the header has {expected_len}")
    } else {
        "not the form of a CSV file".to_owned()
    };
    SettlementError::NotCsv { line, why }
}
