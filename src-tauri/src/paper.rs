//! Papers as the window sees them, and as files. They are drawn from the books here, and by nothing else on the printer.

use crate::engine::Running;
use crate::evidence::keep;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use contract::{
    ErrorCode, PaperLanguage, PaperName, PaperPreferences, PaperPreview, PaperWidth, PreferencesView,
    ProfileName, UiError,
};
use domain::{Fact, Paper as Printed, ShiftFact, ShiftReport};
use ledger::{HoldRow, Reader};
use receipts::{Paper, Sheet, Slip, Width};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use till::{Clock, PaperContent, PaperOrder};

/// Why there is no paper.
#[derive(Debug, thiserror::Error)]
pub enum NoPaper {
    #[error("there is no such sale, refund or shift")]
    NoSuch,
    #[error(transparent)]
    Books(#[from] ledger::LedgerError),
    #[error(transparent)]
    Drawing(#[from] receipts::DrawError),
}

/// The paper of an order, for the printer.
///
/// # Errors
/// [`NoPaper`]; nothing may be printed then.
pub fn drawn(order: &PaperOrder, ledger_path: &Path) -> Result<Slip, NoPaper> {
    let sheet = Sheet {
        shop: &order.preferences.shop,
        at_ms: order.at_ms,
        is_training: order.training,
        is_duplicate: order.duplicate,
        language: &order.language,
        width: width_of(order.preferences.width),
    };
    let report;
    let paper = match &order.content {
        PaperContent::Sale(row) => Paper::Sale(row),
        PaperContent::Refund(row, refund_ref) => {
            let of = row.refunds.iter().find(|of| of.refund.refund_ref == *refund_ref);
            Paper::Refund(row, of.ok_or(NoPaper::NoSuch)?)
        }
        PaperContent::Report(number) => {
            report = report_of(&Reader::open(ledger_path)?, *number, order.at_ms)?;
            Paper::Report(&report)
        }
        PaperContent::TestPage => Paper::Test,
    };
    Ok(receipts::slip(paper, &sheet)?)
}

/// A paper as it would be printed now.
///
/// # Errors
/// [`ErrorCode::TillLocked`]; [`ErrorCode::NoSuchSale`]; [`ErrorCode::BooksClosed`] when it cannot be read.
pub async fn preview(running: Arc<Running>, what: PaperName) -> Result<PaperPreview, UiError> {
    running.signed_in()?;
    let now = now_of(&running);
    beside(move || {
        let (slip, duplicate) = looked_up(&now, &what)?;
        let raster = slip.raster()?;
        Ok(PaperPreview {
            title: slip.title().to_owned(),
            width: u32::from(raster.width_bytes).saturating_mul(8),
            height: raster.height,
            dots: STANDARD.encode(&raster.rows),
            text: slip.text(),
            duplicate,
        })
    })
    .await?
    .map_err(|why| refused(&why))
}

/// Writes `papers/….pdf` and returns its path. A file is no print: it makes no later one a duplicate.
///
/// # Errors
/// As [`preview`]; [`ErrorCode::FileNotWritten`] with the reason, and then there is no half of a file.
pub async fn save(running: Arc<Running>, what: PaperName) -> Result<String, UiError> {
    running.signed_in()?;
    let now = now_of(&running);
    let folder = running.home.root().join("papers");
    beside(move || {
        let (slip, _) = looked_up(&now, &what).map_err(|why| refused(&why))?;
        let pdf = slip.pdf().map_err(|why| not_written(&why))?;
        let stamp = jiff::Timestamp::now().strftime("%Y%m%dT%H%M%S%3fZ");
        let path = folder.join(format!("{}-{stamp}.pdf", file_name(&what)));
        keep(&path, &pdf).map_err(|why| not_written(&why))?;
        Ok(path.display().to_string())
    })
    .await?
}

/// The languages that paper can be in.
///
/// # Errors
/// [`ErrorCode::Stopped`] when a catalogue of ours is none, which a test would have found.
pub fn languages() -> Result<Vec<PaperLanguage>, UiError> {
    receipts::languages()
        .map(|code| {
            let name = receipts::name_of(code).map_err(|_| ErrorCode::Stopped)?;
            Ok(PaperLanguage {
                code: code.to_owned(),
                name,
            })
        })
        .collect()
}

/// What a paper needs beside the books.
struct Now {
    ledger_path: PathBuf,
    at_ms: i64,
    is_training: bool,
    language: String,
    preferences: PaperPreferences,
}

fn now_of(running: &Running) -> Now {
    let PreferencesView { chosen, .. } = running.till.views().borrow().preferences.clone();
    Now {
        ledger_path: running.ledger_path.clone(),
        at_ms: running.clock.now().wall_ms,
        is_training: running.profile == ProfileName::Training,
        language: if chosen.paper.language.is_empty() {
            chosen.language
        } else {
            chosen.paper.language.clone()
        },
        preferences: chosen.paper,
    }
}

/// The paper, and whether the next print of it is a duplicate.
fn looked_up(now: &Now, what: &PaperName) -> Result<(Slip, bool), NoPaper> {
    let reader = Reader::open(&now.ledger_path)?;
    let row = |our_ref| reader.row(our_ref)?.ok_or(NoPaper::NoSuch);
    let of: HoldRow;
    let report: ShiftReport;
    let (paper, name) = match what {
        PaperName::Sale { our_ref } => {
            of = row(our_ref)?;
            let printed = Printed::Sale {
                our_ref: our_ref.clone(),
                state: of.sale.state,
            };
            (Paper::Sale(&of), printed.name())
        }
        PaperName::Refund { our_ref, refund_ref } => {
            of = row(our_ref)?;
            let refund = of.refunds.iter().find(|of| of.refund.refund_ref == *refund_ref);
            let refund = refund.ok_or(NoPaper::NoSuch)?;
            let printed = Printed::Refund {
                our_ref: our_ref.clone(),
                refund_ref: refund_ref.clone(),
                state: refund.refund.state,
            };
            (Paper::Refund(&of, refund), printed.name())
        }
        PaperName::Report { number } => {
            report = report_of(&reader, *number, now.at_ms)?;
            let name = number.and_then(|number| Printed::Z { number }.name());
            (Paper::Report(&report), name)
        }
        PaperName::TestPage => (Paper::Test, None),
    };
    let is_duplicate = match name {
        Some(name) => reader.was_printed(&name)?,
        None => false,
    };
    let sheet = Sheet {
        shop: &now.preferences.shop,
        at_ms: now.at_ms,
        is_training: now.is_training,
        is_duplicate,
        language: &now.language,
        width: width_of(now.preferences.width),
    };
    Ok((receipts::slip(paper, &sheet)?, is_duplicate))
}

/// The Z as it stands in its event, or the X as of now.
fn report_of(reader: &Reader, number: Option<u32>, at_ms: i64) -> Result<ShiftReport, NoPaper> {
    let Some(number) = number else {
        return reader.x_report(at_ms)?.ok_or(NoPaper::NoSuch);
    };
    let found = reader.zs(number.saturating_add(1), 1)?;
    let report = found.into_iter().find_map(|stored| {
        if let Fact::Shift(ShiftFact::Closed { report, .. }) = stored.record.fact
            && report.number == number
        {
            Some(*report)
        } else {
            None
        }
    });
    report.ok_or(NoPaper::NoSuch)
}

fn width_of(width: PaperWidth) -> Width {
    match width {
        PaperWidth::Mm80 => Width::Mm80,
        PaperWidth::Mm58 => Width::Mm58,
    }
}

fn file_name(what: &PaperName) -> String {
    match what {
        PaperName::Sale { our_ref } => format!("slip-{our_ref}"),
        PaperName::Refund { refund_ref, .. } => format!("refund-{refund_ref}"),
        PaperName::Report { number: None } => "x-report".to_owned(),
        PaperName::Report { number: Some(number) } => format!("z-report-{number}"),
        PaperName::TestPage => "test-page".to_owned(),
    }
}

async fn beside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, UiError> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| ErrorCode::Stopped.into())
}

fn refused(why: &NoPaper) -> UiError {
    tracing::warn!(%why, "a paper cannot be shown");
    match why {
        NoPaper::NoSuch => ErrorCode::NoSuchSale.into(),
        NoPaper::Books(_) | NoPaper::Drawing(_) => UiError {
            code: ErrorCode::BooksClosed,
            detail: Some(why.to_string()),
        },
    }
}

fn not_written(why: &dyn std::fmt::Display) -> UiError {
    tracing::warn!(%why, "a paper was not written");
    UiError {
        code: ErrorCode::FileNotWritten,
        detail: Some(why.to_string()),
    }
}
