//! X and Z on narrow paper: every figure of the report, and by name whatever is not at its end.

use super::flow::{Flow, Style};
use super::time::{moment, time_of_day};
use super::{Draft, visible};
use crate::DrawError;
use domain::{DueHold, Figures, OurRef, Paise, ShiftReport};

impl Draft<'_> {
    /// The report as it was drawn. Returns its title.
    pub(super) fn report(&self, flow: &mut Flow, report: &ShiftReport) -> Result<String, DrawError> {
        let title = self.say(if report.closed_by.is_some() {
            "paper-title-z"
        } else {
            "paper-title-x"
        })?;
        flow.centred(Style::WORD, &format!("{title} {}", report.number));
        flow.gap(6);
        self.whose(flow, report)?;
        self.sales(flow, report)?;
        self.payments(flow, report)?;
        self.cash(flow, report)?;
        self.due(flow, "paper-open-holds", &report.open)?;
        self.due(flow, "paper-not-sure-sales", &report.not_sure)?;
        let unproved = report.unproved.iter();
        let unproved = unproved.map(|sale| (&sale.our_ref, sale.captured_paise));
        self.named(flow, "paper-unproved-sales", unproved.collect())?;
        let corrected = report.corrected.iter();
        let corrected = corrected.map(|sale| (&sale.our_ref, sale.held_paise));
        self.named(flow, "paper-corrected-sales", corrected.collect())?;
        flow.rule();
        let head = format!("{}:{}", report.head_seq, report.head_hash);
        self.small_row(flow, "paper-books-end", &head)?;
        Ok(format!("{title} {}", report.number))
    }

    fn whose(&self, flow: &mut Flow, report: &ShiftReport) -> Result<(), DrawError> {
        let by = |at_ms, name: &str| {
            let (time, name) = (moment(at_ms), visible(name));
            self.say_of("paper-by", &[("time", &time), ("name", &name)])
        };
        self.small_row(flow, "paper-counter", &visible(&report.counter))?;
        self.small_row(flow, "paper-cashiers", &visible(&report.cashiers.join(", ")))?;
        self.small_row(flow, "paper-opened", &by(report.opened_at_ms, &report.opened_by)?)?;
        match &report.closed_by {
            Some(name) => self.small_row(flow, "paper-closed", &by(report.at_ms, name)?),
            None => self.small_row(flow, "paper-drawn", &moment(report.at_ms)),
        }
    }

    fn sales(&self, flow: &mut Flow, report: &ShiftReport) -> Result<(), DrawError> {
        let tally = &report.tally;
        let over = report.carried_over().unwrap_or_default();
        self.part(flow, "paper-part-sales")?;
        for (id, figures, paise) in [
            (
                "paper-carried-in",
                report.carried_in,
                report.carried_in.held_paise,
            ),
            ("paper-placed", report.placed, report.placed.held_paise),
            (
                "paper-captured-in-full",
                tally.captured_in_full,
                tally.captured_in_full.captured_paise,
            ),
            (
                "paper-captured-in-part",
                tally.captured_in_part,
                tally.captured_in_part.captured_paise,
            ),
            (
                "paper-rest-released",
                tally.captured_in_part,
                tally.captured_in_part.released_paise,
            ),
            (
                "paper-released-holds",
                tally.released,
                tally.released.released_paise,
            ),
            ("paper-expired-holds", tally.expired, tally.expired.released_paise),
            ("paper-not-paid", tally.not_paid, tally.not_paid.held_paise),
        ] {
            self.counted(flow, id, figures.count, Some(paise))?;
        }
        self.counted(flow, "paper-not-held", tally.not_held.count, None)?;
        self.counted(
            flow,
            "paper-refunds",
            tally.refunded_count,
            Some(tally.refunded_paise),
        )?;
        self.counted(flow, "paper-carried-over", over.count, Some(over.held_paise))
    }

    fn payments(&self, flow: &mut Flow, report: &ShiftReport) -> Result<(), DrawError> {
        let captured = report.tally.captured().unwrap_or_default();
        let proved = report.tally.proved;
        let unproved = captured.minus(proved).unwrap_or_default();
        self.part(flow, "paper-part-payments")?;
        let line =
            |flow: &mut Flow, id, of: Figures| self.counted(flow, id, of.count, Some(of.captured_paise));
        line(flow, "paper-captured", captured)?;
        line(flow, "paper-proved", proved)?;
        line(flow, "paper-unproved", unproved)
    }

    /// What is expected and the difference stand there only after the count.
    fn cash(&self, flow: &mut Flow, report: &ShiftReport) -> Result<(), DrawError> {
        let cash = &report.cash;
        self.part(flow, "paper-part-cash")?;
        self.row(flow, "paper-float", &cash.float_paise.to_string())?;
        for (id, moved) in [("paper-paid-in", cash.paid_in), ("paper-paid-out", cash.paid_out)] {
            self.counted(flow, id, i64::from(moved.count), Some(moved.paise.get()))?;
        }
        for (id, paise) in [
            ("paper-expected", cash.expected_paise),
            ("paper-counted", cash.counted_paise),
        ] {
            if let Some(paise) = paise {
                self.row(flow, id, &paise.to_string())?;
            }
        }
        if let Some(paise) = cash.difference_paise {
            let plus = if paise > 0 { "+" } else { "" };
            self.strong_row(flow, "paper-difference", &format!("{plus}{}", Paise::new(paise)))?;
        }
        if let Some(reason) = &cash.reason {
            self.row(flow, "paper-reason", &visible(reason))?;
        }
        Ok(())
    }

    fn part(&self, flow: &mut Flow, id: &str) -> Result<(), DrawError> {
        flow.rule();
        flow.left(Style::HEADING, &self.say(id)?);
        flow.gap(2);
        Ok(())
    }

    fn counted(&self, flow: &mut Flow, id: &str, count: i64, paise: Option<i64>) -> Result<(), DrawError> {
        let (name, count) = (self.say(id)?, count.to_string());
        let name = self.say_of("paper-count", &[("name", &name), ("count", &count)])?;
        let amount = paise.map(|paise| Paise::new(paise).to_string());
        flow.row(Style::BODY, &name, &amount.unwrap_or_default());
        Ok(())
    }

    fn due(&self, flow: &mut Flow, id: &str, holds: &[DueHold]) -> Result<(), DrawError> {
        if holds.is_empty() {
            return Ok(());
        }
        self.part(flow, id)?;
        for hold in holds {
            let who = hold.owner.as_ref().unwrap_or(&hold.cashier);
            let customer = domain::masked(&hold.last_four);
            let name = format!("{customer} · {}", visible(who));
            flow.row(Style::BODY, &name, &hold.held_paise.to_string());
            if let Some(at_ms) = hold.deadline_at_ms {
                let time = time_of_day(at_ms, report_day(self));
                flow.left(Style::SMALL, &self.say_of("paper-until", &[("time", &time)])?);
            }
            flow.left(Style::SMALL, hold.our_ref.as_str());
            flow.gap(6);
        }
        Ok(())
    }

    fn named(&self, flow: &mut Flow, id: &str, sales: Vec<(&OurRef, Paise)>) -> Result<(), DrawError> {
        if sales.is_empty() {
            return Ok(());
        }
        self.part(flow, id)?;
        for (our_ref, paise) in sales {
            flow.row(Style::SMALL, our_ref.as_str(), &paise.to_string());
        }
        Ok(())
    }
}

/// The day that a time without a date is of: the paper's own.
fn report_day(draft: &Draft<'_>) -> i64 {
    draft.sheet.at_ms
}
