use super::report::report_view;
use super::view::signed;
use contract::{ShiftPageView, ShiftReportView, ZLineView};
use domain::{Fact, Paise, ShiftFact, ShiftReport};
use ledger::{Head, LedgerError, Reader, StoredRecord};

/// A year of days; older ones are reached by their number.
const ZS_SHOWN: u32 = 400;

/// The manager's reading: on a connection of its own, never on the engine's loop.
pub(crate) fn shift_page(
    reader: &Reader,
    number: Option<u32>,
    now_ms: i64,
) -> Result<ShiftPageView, LedgerError> {
    let report = match number {
        None => reader.x_report(now_ms)?.map(|x| report_view(&x, None)),
        Some(number) => z_view(reader, number)?,
    };
    let zs = reader.zs(u32::MAX, ZS_SHOWN)?;
    Ok(ShiftPageView {
        report,
        zs: zs.iter().filter_map(z_line).collect(),
    })
}

/// As it stands in its event: nothing is computed anew.
fn z_view(reader: &Reader, number: u32) -> Result<Option<ShiftReportView>, LedgerError> {
    let found = reader.zs(number.saturating_add(1), 1)?;
    let stored = found
        .iter()
        .find(|stored| report_of(stored).is_some_and(|z| z.number == number));
    Ok(stored.and_then(|stored| {
        let record = Head {
            seq: stored.seq,
            hash_hex: stored.hash_hex.clone(),
        };
        Some(report_view(report_of(stored)?, Some(&record)))
    }))
}

fn z_line(stored: &StoredRecord) -> Option<ZLineView> {
    let z = report_of(stored)?;
    let difference = z.cash.difference_paise.unwrap_or_default();
    Some(ZLineView {
        number: z.number,
        closed_at_ms: z.at_ms,
        closed_by: z.closed_by.clone().unwrap_or_default(),
        captured_text: Paise::new(z.tally.captured()?.captured_paise).to_string(),
        difference_text: signed(difference),
        differs: difference != 0,
    })
}

fn report_of(stored: &StoredRecord) -> Option<&ShiftReport> {
    if let Fact::Shift(ShiftFact::Closed { report, .. }) = &stored.record.fact {
        Some(report)
    } else {
        None
    }
}
