//! What a customer takes home of a refund.

use super::flow::{Flow, Style};
use super::time::moment;
use super::{Draft, visible};
use crate::DrawError;
use domain::RefundState;
use ledger::{HoldRow, RefundRow};

impl Draft<'_> {
    /// The slip of a refund as it stands. Returns its title.
    pub(super) fn refund(&self, flow: &mut Flow, row: &HoldRow, of: &RefundRow) -> Result<String, DrawError> {
        let refund = &of.refund;
        // "Refunded" only when the transaction status of the refund's own id has proved it.
        let (word, note) = match refund.state {
            RefundState::Refunded => ("paper-word-refunded", "paper-note-refunded"),
            RefundState::Pending => ("paper-word-refund-accepted", "paper-note-refund-accepted"),
            RefundState::Asked | RefundState::Unknown | RefundState::NeedsPerson => {
                ("paper-word-refund-not-sure", "paper-note-refund-not-sure")
            }
            RefundState::Absent | RefundState::Failed => {
                ("paper-word-refund-failed", "paper-note-refund-failed")
            }
        };
        let title = self.say("paper-title-refund")?;
        flow.centred(Style::TITLE, &title);
        flow.gap(6);
        flow.largest(&refund.amount_paise.to_string());
        flow.centred(Style::WORD, &self.say(word)?);
        flow.gap(6);
        flow.centred(Style::BODY, &self.say(note)?);
        flow.rule();
        self.row(flow, "paper-charged", &row.captured_paise().to_string())?;
        self.strong_row(flow, "paper-refunded", &row.refunded_paise().to_string())?;
        flow.rule();
        if let Some(at_ms) = refund.refunded_at_ms {
            self.small_row(flow, "paper-refunded", &moment(at_ms))?;
        }
        self.small_row(flow, "paper-begun", &moment(refund.asked_at_ms))?;
        self.small_row(flow, "paper-reason", &visible(of.reason.as_str()))?;
        self.small_row(flow, "paper-customer", &row.customer.masked())?;
        self.small_row(flow, "paper-counter", &visible(&of.counter))?;
        self.small_row(flow, "paper-cashier", &visible(&of.cashier))?;
        if let Some(provider_ref) = &refund.provider_ref {
            self.small_row(flow, "paper-phonepe-ref", &visible(&provider_ref.0))?;
        }
        flow.left(Style::SMALL, &self.say("paper-refund-ref")?);
        flow.fitted(Style::SMALL, refund.refund_ref.as_str());
        // The sale's reference: that is what the till's search finds.
        self.look_up(flow, row.sale.our_ref.as_str())?;
        Ok(title)
    }
}
