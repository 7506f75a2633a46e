//! What a manager reads beside the engine: the differences, and a settlement file before and while it is compared.

use super::period::span_of;
use super::settlement::{FileLimits, SettlementError, preview, remembered};
use super::view::{found_view, import_view};
use super::{ComparedFile, compare_file, suggested_mapping};
use crate::desk::{Desk, unreadable};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use contract::{
    AskDifferences, DifferencesPageView, ErrorCode, Period, SettlementFile, SettlementMapping,
    SettlementPreview, UiError,
};
use sha2::{Digest, Sha256};

const PAGE_ROWS: u32 = 50;
const IMPORTS_SHOWN: u32 = 5;
/// Among so many a header is looked for.
const IMPORTS_REMEMBERED: u32 = 200;
/// What travels from the window is held in memory twice; larger files are `holdfast-admin`'s.
const FILE_MB_MAX: u64 = 8;
const FILE_ROWS_MAX: u32 = 50_000;
/// More differences than anybody closes one by one: the file is another one than was meant.
const DIFFERENCES_MAX: usize = 500;
const NAME_CHARS_MAX: usize = 120;

impl Desk {
    /// # Errors
    /// [`ErrorCode::BooksClosed`] when the ledger cannot be read.
    pub fn differences(&self, ask: &AskDifferences) -> Result<DifferencesPageView, UiError> {
        let before = ask.before.unwrap_or(u32::MAX);
        let limit = PAGE_ROWS.saturating_add(1);
        let found = self
            .reader
            .differences(ask.open_only, before, limit)
            .map_err(unreadable)?;
        let shown = usize::try_from(PAGE_ROWS).unwrap_or(usize::MAX);
        let has_more = found.len() > shown;
        let rows: Vec<_> = found.iter().take(shown).collect();
        let imports = self.reader.imports(IMPORTS_SHOWN).map_err(unreadable)?;
        Ok(DifferencesPageView {
            next: rows.last().map(|last| last.number).filter(|_| has_more),
            rows: rows.into_iter().map(found_view).collect(),
            imports: imports.iter().map(import_view).collect(),
        })
    }

    /// Reads a settlement file through and says what it looks like. Nothing is compared or written.
    ///
    /// # Errors
    /// Those of a file that is too large or not of its form; [`ErrorCode::BooksClosed`].
    pub fn settlement_preview(&self, file: &SettlementFile) -> Result<SettlementPreview, UiError> {
        let bytes = bytes_of(file)?;
        let read = preview(bytes.as_slice(), limits())?;
        let imports = self.reader.imports(IMPORTS_REMEMBERED).map_err(unreadable)?;
        let like = imports.iter().find(|import| import.header == read.header);
        let sha256 = sha256_of(&bytes);
        Ok(SettlementPreview {
            seen_in: imports
                .iter()
                .find(|import| import.sha256 == sha256)
                .map(|import| import.number),
            mapping: like.map_or_else(
                || suggested_mapping(&read.header),
                |import| remembered(&import.mapping),
            ),
            is_remembered: like.is_some(),
            rows: read.rows,
            first: read.first,
            header: read.header,
            sha256,
        })
    }

    /// Compares a settlement file with the books. What comes back is given to the engine, which writes it down.
    ///
    /// # Errors
    /// As [`Desk::settlement_preview`]; those of the mapping and the period; [`ErrorCode::FileOfAnotherPeriod`].
    pub fn settlement_compare(
        &self,
        file: &SettlementFile,
        mapping: SettlementMapping,
        of: &Period,
        now_ms: i64,
    ) -> Result<ComparedFile, UiError> {
        let bytes = bytes_of(file)?;
        let shift = self.reader.shift().map_err(unreadable)?;
        let span = span_of(of, now_ms, shift.as_ref())?;
        let header = super::read_header(bytes.as_slice())?;
        let mut differences = Vec::new();
        let summary = compare_file(
            &self.reader,
            bytes.as_slice(),
            &mapping,
            span,
            limits(),
            &mut |difference| {
                if differences.len() >= DIFFERENCES_MAX {
                    return Err(SettlementError::OfAnotherPeriod { max: DIFFERENCES_MAX });
                }
                differences.push(difference);
                Ok(())
            },
        )?;
        let name: String = file
            .name
            .chars()
            .filter(|c| !c.is_control())
            .take(NAME_CHARS_MAX)
            .collect();
        Ok(ComparedFile {
            name: domain::ProviderText::received(&name).shown(),
            sha256: sha256_of(&bytes),
            header,
            mapping,
            from_ms: span.0,
            to_ms: span.1,
            summary,
            differences,
        })
    }
}

fn limits() -> FileLimits {
    FileLimits { rows: FILE_ROWS_MAX }
}

fn bytes_of(file: &SettlementFile) -> Result<Vec<u8>, UiError> {
    let bytes = BASE64_STANDARD
        .decode(&file.base64)
        .map_err(|_| ErrorCode::FileNotCsv)?;
    let max = FILE_MB_MAX.saturating_mul(1_000_000);
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > max {
        return Err(SettlementError::TooLarge { max_mb: FILE_MB_MAX }.into());
    }
    Ok(bytes)
}

fn sha256_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
