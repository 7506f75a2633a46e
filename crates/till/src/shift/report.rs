//! A report as people read it: every figure with its key, its count and its amount. The window and `holdfast-admin`
//! show this, so they cannot differ.

use super::view::signed;
use contract::{DueHoldView, FigureKey, FigureView, NamedSaleView, ReportPart, ShiftReportView};
use domain::{DueHold, Figures, OurRef, Paise, ShiftReport};
use ledger::Head;

/// The view of an X, or of a Z with its record (number and hash).
#[must_use]
pub fn report_view(report: &ShiftReport, record: Option<&Head>) -> ShiftReportView {
    ShiftReportView {
        is_z: report.closed_by.is_some(),
        number: report.number,
        counter: report.counter.clone(),
        cashiers: report.cashiers.clone(),
        opened_at_ms: report.opened_at_ms,
        opened_by: report.opened_by.clone(),
        at_ms: report.at_ms,
        closed_by: report.closed_by.clone(),
        first_sale_at_ms: report.first_sale.as_ref().map(|sale| sale.at_ms),
        last_sale_at_ms: report.last_sale.as_ref().map(|sale| sale.at_ms),
        figures: figures(report),
        open: report.open.iter().map(due_view).collect(),
        not_sure: report.not_sure.iter().map(due_view).collect(),
        unproved: report
            .unproved
            .iter()
            .map(|sale| named(&sale.our_ref, sale.captured_paise))
            .collect(),
        corrected: report
            .corrected
            .iter()
            .map(|sale| named(&sale.our_ref, sale.held_paise))
            .collect(),
        counts: report.cash.counts,
        first_count_text: report.cash.first_count_paise.map(|paise| paise.to_string()),
        reason: report.cash.reason.clone(),
        head: Head {
            seq: report.head_seq,
            hash_hex: report.head_hash.clone(),
        }
        .to_line(),
        record: record.map(Head::to_line),
    }
}

fn figures(report: &ShiftReport) -> Vec<FigureView> {
    let tally = &report.tally;
    let over = report.carried_over().unwrap_or_default();
    let captured = tally.captured().unwrap_or_default();
    let unproved = captured.minus(tally.proved).unwrap_or_default();
    let sales = |key, of: Figures, paise| figure(ReportPart::Sales, key, Some(of.count), Some(paise));
    let payments =
        |key, of: Figures| figure(ReportPart::Payments, key, Some(of.count), Some(of.captured_paise));
    let mut all = vec![
        sales(
            FigureKey::CarriedIn,
            report.carried_in,
            report.carried_in.held_paise,
        ),
        sales(FigureKey::Placed, report.placed, report.placed.held_paise),
        sales(
            FigureKey::CapturedInFull,
            tally.captured_in_full,
            tally.captured_in_full.captured_paise,
        ),
        sales(
            FigureKey::CapturedInPart,
            tally.captured_in_part,
            tally.captured_in_part.captured_paise,
        ),
        sales(
            FigureKey::RestReleased,
            tally.captured_in_part,
            tally.captured_in_part.released_paise,
        ),
        sales(FigureKey::Released, tally.released, tally.released.released_paise),
        sales(FigureKey::Expired, tally.expired, tally.expired.released_paise),
        sales(FigureKey::NotPaid, tally.not_paid, tally.not_paid.held_paise),
        figure(
            ReportPart::Sales,
            FigureKey::NotHeld,
            Some(tally.not_held.count),
            None,
        ),
        figure(
            ReportPart::Sales,
            FigureKey::Refunded,
            Some(tally.refunded_count),
            Some(tally.refunded_paise),
        ),
        sales(FigureKey::CarriedOver, over, over.held_paise),
        payments(FigureKey::Captured, captured),
        payments(FigureKey::Proved, tally.proved),
        payments(FigureKey::Unproved, unproved),
    ];
    all.extend(cash_figures(report));
    all
}

/// What is expected and the difference stand there only after the count.
fn cash_figures(report: &ShiftReport) -> Vec<FigureView> {
    let cash = &report.cash;
    let line = |key, count, paise| figure(ReportPart::Cash, key, count, Some(paise));
    let mut all = vec![
        line(FigureKey::Float, None, cash.float_paise.get()),
        line(
            FigureKey::PaidIn,
            Some(i64::from(cash.paid_in.count)),
            cash.paid_in.paise.get(),
        ),
        line(
            FigureKey::PaidOut,
            Some(i64::from(cash.paid_out.count)),
            cash.paid_out.paise.get(),
        ),
    ];
    let counted = [
        (FigureKey::Expected, cash.expected_paise.map(Paise::get)),
        (FigureKey::Counted, cash.counted_paise.map(Paise::get)),
        (FigureKey::Difference, cash.difference_paise),
    ];
    for (key, paise) in counted {
        if let Some(paise) = paise {
            all.push(line(key, None, paise));
        }
    }
    all
}

fn figure(part: ReportPart, key: FigureKey, count: Option<i64>, paise: Option<i64>) -> FigureView {
    let text = |paise| {
        if key == FigureKey::Difference {
            signed(paise)
        } else {
            Paise::new(paise).to_string()
        }
    };
    FigureView {
        key,
        part,
        count,
        paise,
        amount_text: paise.map(text),
    }
}

fn due_view(hold: &DueHold) -> DueHoldView {
    DueHoldView {
        our_ref: hold.our_ref.to_string(),
        state: hold.state,
        paise: hold.held_paise.get(),
        amount_text: hold.held_paise.to_string(),
        masked: format!("•••••• {}", hold.last_four),
        deadline_at_ms: hold.deadline_at_ms,
        cashier: hold.cashier.clone(),
        owner: hold.owner.clone(),
    }
}

fn named(our_ref: &OurRef, paise: Paise) -> NamedSaleView {
    NamedSaleView {
        our_ref: our_ref.to_string(),
        paise: paise.get(),
        amount_text: paise.to_string(),
    }
}
