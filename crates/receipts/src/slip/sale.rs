//! What a customer takes home of a sale. The state chooses which slip it is, and no other word than the state's.

use super::flow::{Flow, Style};
use super::time::{moment, time_of_day};
use super::{Draft, visible};
use crate::DrawError;
use domain::{Line, Paise, Quantity, SaleState};
use ledger::HoldRow;

/// Title, the amount that matters, the state's word and what it means.
struct Head {
    title: &'static str,
    word: &'static str,
    amount_paise: Paise,
    /// Bold: what the paper is not.
    warning: Option<String>,
    notes: Vec<String>,
}

impl Draft<'_> {
    /// The slip of a sale as it stands. Returns its title.
    pub(super) fn sale(&self, flow: &mut Flow, row: &HoldRow) -> Result<String, DrawError> {
        let head = self.head(row)?;
        let title = self.say(head.title)?;
        flow.centred(Style::TITLE, &title);
        flow.gap(6);
        flow.largest(&head.amount_paise.to_string());
        flow.centred(Style::WORD, &self.say(head.word)?);
        if let Some(warning) = &head.warning {
            flow.gap(4);
            flow.centred(Style::HEADING, warning);
        }
        for note in &head.notes {
            flow.gap(6);
            flow.centred(Style::BODY, note);
        }
        self.provider_words(flow, row)?;
        flow.rule();
        self.bill(flow, row)?;
        self.amounts(flow, row)?;
        flow.rule();
        self.particulars(flow, row)?;
        self.look_up(flow, row.sale.our_ref.as_str())?;
        Ok(title)
    }

    fn head(&self, row: &HoldRow) -> Result<Head, DrawError> {
        let sale = &row.sale;
        let (title, word, note) = names(sale.state);
        let is_held = sale.state == SaleState::Held;
        let notes = match note {
            Some(note) => vec![self.say(note)?],
            None if sale.state == SaleState::Paid => Vec::new(),
            None if is_held => {
                let returns = self.with_deadline(row, "paper-note-held-returns", &[])?;
                returns.into_iter().collect()
            }
            None => self.not_sure(row)?,
        };
        let warning = if is_held {
            Some(self.say("paper-note-held")?)
        } else {
            None
        };
        let captured = row.captured_paise();
        let amount_paise = if sale.state == SaleState::NotPaid {
            sale.capture_paise.unwrap_or(sale.amount_paise)
        } else if captured.is_positive() {
            captured
        } else {
            sale.amount_paise
        };
        Ok(Head {
            title,
            word,
            amount_paise,
            warning,
            notes,
        })
    }

    /// What may be blocked or taken, and by when what is not used returns.
    fn not_sure(&self, row: &HoldRow) -> Result<Vec<String>, DrawError> {
        let sale = &row.sale;
        let held = sale.amount_paise.to_string();
        let note = match sale.state {
            SaleState::CaptureAsked | SaleState::CaptureUnknown => {
                let amount = sale.capture_paise.unwrap_or(sale.amount_paise).to_string();
                let amounts: [(&'static str, &str); 2] = [("held", &held), ("amount", &amount)];
                self.with_deadline(row, "paper-note-capture-not-sure", &amounts)?
            }
            SaleState::CancelAsked | SaleState::CancelUnknown => {
                self.with_deadline(row, "paper-note-release-not-sure", &[("amount", &held)])?
            }
            SaleState::HoldAsked | SaleState::HoldUnknown => {
                self.with_deadline(row, "paper-note-hold-not-sure", &[("amount", &held)])?
            }
            SaleState::NeedsPerson
            | SaleState::Draft
            | SaleState::HoldRefused
            | SaleState::HoldAbsent
            | SaleState::Held
            | SaleState::CaptureAccepted
            | SaleState::Paid
            | SaleState::NotPaid
            | SaleState::Released
            | SaleState::Expired => None,
        };
        match note {
            Some(note) => Ok(vec![note, self.say("paper-note-do-not-pay-again")?]),
            None => Ok(vec![self.say("paper-note-needs-person")?]),
        }
    }

    /// The message with `time`, the sale's deadline. `None` where the sale has none.
    fn with_deadline(
        &self,
        row: &HoldRow,
        id: &str,
        variables: &[(&'static str, &str)],
    ) -> Result<Option<String>, DrawError> {
        let Some(at_ms) = row.sale.deadline_at_ms else {
            return Ok(None);
        };
        let time = time_of_day(at_ms, self.sheet.at_ms);
        let mut all = variables.to_vec();
        all.push(("time", &time));
        self.say_of(id, &all).map(Some)
    }

    /// Only under what failed: there PhonePe's sentence is the customer's next step.
    fn provider_words(&self, flow: &mut Flow, row: &HoldRow) -> Result<(), DrawError> {
        let failed = matches!(row.sale.state, SaleState::HoldRefused | SaleState::NotPaid);
        let said = row.last_reply.as_ref().and_then(|reply| reply.words.as_ref());
        if let Some(words) = said.filter(|_| failed) {
            flow.gap(8);
            flow.centred(Style::SMALL, &self.say("paper-phonepe-says")?);
            flow.centred(Style::BODY, &format!("“{}”", words.shown()));
        }
        Ok(())
    }

    /// What was delivered, once that is what is charged for; until then what was held for.
    fn bill(&self, flow: &mut Flow, row: &HoldRow) -> Result<(), DrawError> {
        let delivered = row
            .delivered
            .as_ref()
            .filter(|_| row.captured_paise().is_positive());
        let bill = delivered.unwrap_or(&row.bill);
        for line in &bill.lines {
            self.line(flow, line)?;
        }
        let less = bill.less();
        if less.is_positive() {
            self.row(flow, "paper-discount", &format!("−{less}"))?;
        }
        if bill.lines.len() > 1 || less.is_positive() {
            flow.gap(4);
            self.strong_row(flow, "paper-total", &bill.total().to_string())?;
        }
        for part in bill.gst() {
            let rate = part.rate.to_field();
            let contained = self.say_of(
                "paper-gst",
                &[("rate", &rate), ("tax", &part.tax_paise.to_string())],
            )?;
            flow.left(Style::SMALL, &contained);
        }
        if !bill.note.is_empty() {
            flow.gap(4);
            flow.left(Style::BODY, &visible(&bill.note));
        }
        if !bill.lines.is_empty() {
            flow.rule();
        }
        Ok(())
    }

    fn line(&self, flow: &mut Flow, line: &Line) -> Result<(), DrawError> {
        let amount = line.amount().map(|amount| amount.to_string()).unwrap_or_default();
        let name = if line.name.is_empty() {
            self.say("paper-quick-line")?
        } else {
            visible(&line.name)
        };
        flow.row(Style::BODY, &name, &amount);
        if line.quantity != Quantity::ONE {
            let unit = line
                .item
                .as_ref()
                .map(|item| visible(&item.unit))
                .unwrap_or_default();
            let quantity = format!("{} {unit}", line.quantity);
            let price = line.price_paise.to_string();
            let parts: [(&'static str, &str); 2] = [("quantity", quantity.trim_end()), ("price", &price)];
            flow.left(Style::SMALL, &self.say_of("paper-line", &parts)?);
            flow.gap(4);
        }
        let less = line.less();
        if less.is_positive() {
            self.row(flow, "paper-discount", &format!("−{less}"))?;
        }
        if !line.note.is_empty() {
            flow.left(Style::SMALL, &visible(&line.note));
        }
        Ok(())
    }

    /// Held, charged, released and refunded: the halves of what was blocked.
    fn amounts(&self, flow: &mut Flow, row: &HoldRow) -> Result<(), DrawError> {
        let may_be_held = matches!(
            row.sale.state,
            SaleState::HoldAsked | SaleState::HoldUnknown | SaleState::NeedsPerson
        );
        if row.held_paise().is_positive() && !may_be_held {
            self.row(flow, "paper-held", &row.held_paise().to_string())?;
        } else {
            self.row(flow, "paper-asked", &row.sale.amount_paise.to_string())?;
        }
        if row.captured_paise().is_positive() {
            self.strong_row(flow, "paper-charged", &row.captured_paise().to_string())?;
        }
        if row.released_paise().is_positive() {
            self.row(flow, "paper-released", &row.released_paise().to_string())?;
        }
        if row.refunded_paise().is_positive() {
            self.strong_row(flow, "paper-refunded", &row.refunded_paise().to_string())?;
        }
        if let Some(at_ms) = row
            .sale
            .deadline_at_ms
            .filter(|_| row.sale.state == SaleState::Held)
        {
            let until = time_of_day(at_ms, self.sheet.at_ms);
            self.strong_row(flow, "paper-held-until", &until)?;
        }
        Ok(())
    }

    fn particulars(&self, flow: &mut Flow, row: &HoldRow) -> Result<(), DrawError> {
        let sale = &row.sale;
        if let Some(at_ms) = sale.paid_at_ms.filter(|_| sale.state == SaleState::Paid) {
            self.small_row(flow, "paper-paid-at", &moment(at_ms))?;
        }
        self.small_row(flow, "paper-begun", &moment(row.created_at_ms))?;
        self.small_row(flow, "paper-customer", &row.customer.masked())?;
        self.small_row(flow, "paper-counter", &visible(&row.counter))?;
        self.small_row(flow, "paper-cashier", &visible(&row.cashier))?;
        if let Some(provider_ref) = &sale.provider_ref {
            self.small_row(flow, "paper-phonepe-ref", &visible(&provider_ref.0))?;
        }
        Ok(())
    }

    /// The reference as a code: scanned into the till's search, it finds the sale.
    pub(super) fn look_up(&self, flow: &mut Flow, reference: &str) -> Result<(), DrawError> {
        flow.gap(6);
        flow.qr(reference);
        flow.centred(Style::SMALL, &self.say("paper-our-ref")?);
        flow.fitted(Style::STRONG, reference);
        flow.centred(Style::SMALL, &self.say("paper-look-up")?);
        Ok(())
    }
}

/// Title, word and note of a state; a note that needs an amount or a time is none here.
fn names(state: SaleState) -> (&'static str, &'static str, Option<&'static str>) {
    let released = "paper-title-release";
    let failed = ("paper-title-not-charged", "paper-word-not-charged");
    match state {
        SaleState::Held => ("paper-title-hold", "paper-word-held", None),
        SaleState::CaptureAccepted => (
            "paper-title-receipt",
            "paper-word-accepted",
            Some("paper-note-accepted"),
        ),
        // The one state that the transaction status has proved.
        SaleState::Paid => ("paper-title-receipt", "paper-word-paid", None),
        SaleState::Released => (released, "paper-word-released", Some("paper-note-released")),
        SaleState::Expired => (released, "paper-word-expired", Some("paper-note-expired")),
        SaleState::NotPaid => (failed.0, failed.1, Some("paper-note-not-charged")),
        SaleState::Draft | SaleState::HoldRefused | SaleState::HoldAbsent => {
            (failed.0, failed.1, Some("paper-note-not-held"))
        }
        SaleState::HoldAsked
        | SaleState::HoldUnknown
        | SaleState::CaptureAsked
        | SaleState::CaptureUnknown
        | SaleState::CancelAsked
        | SaleState::CancelUnknown
        | SaleState::NeedsPerson => ("paper-title-not-sure", "paper-word-not-sure", None),
    }
}
