//! What must be so after every run, however it went: PhonePe's books and the ledger agree about each paisa, nothing
//! was asked twice, every request kept to the published form, and the ledger proves itself.

use crate::Counter;
use domain::{RefundState, SaleState};
use ledger::{Head, HoldRow, Reader};
use secrecy::ExposeSecret;
use secrets::Entry;
use simulator::{Call, HoldState, HoldView, RefundState as Theirs};
use std::collections::BTreeMap;

/// How often a capture may have been asked for one sale.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Captures {
    AtMostOne,
    /// One was lost on its way, proved so, and asked again by the cashier.
    OneLost,
}

impl Counter {
    /// Everything that holds at any moment at which no answer is on its way.
    pub async fn audit(&self) {
        self.audit_with(Captures::AtMostOne).await;
    }

    pub async fn audit_with(&self, captures: Captures) {
        self.settle().await;
        assert_eq!(
            self.simulator.violations(),
            Vec::new(),
            "requests that break the published form"
        );
        self.nothing_was_asked_twice(captures);
        self.ledger_proves_itself().await;
        let rows = self.rows();
        for hold in self.simulator.holds() {
            let row = rows
                .iter()
                .find(|row| row.sale.our_ref.as_str() == hold.transaction_id);
            agree(
                row.unwrap_or_else(|| panic!("PhonePe holds what the ledger does not know: {hold:#?}")),
                &hold,
            );
        }
        for row in &rows {
            self.is_backed(row);
            self.refunds_agree(row);
        }
    }

    /// Every sale of the ledger, as another program would read it.
    pub fn rows(&self) -> Vec<HoldRow> {
        let reader = Reader::open(&self.ledger_path()).unwrap();
        reader.all_rows().unwrap().collect::<Result<_, _>>().unwrap()
    }

    async fn ledger_proves_itself(&self) {
        let kept = self.keyring.get(Entry::LedgerHead).await.ok().flatten();
        let anchor = kept.map(|line| Head::from_line(line.expose_secret()).expect("the anchor is one"));
        let found = ledger::verify(&self.ledger_path(), anchor.as_ref()).unwrap();
        assert!(found.holds(), "{found:#?}");
    }

    fn nothing_was_asked_twice(&self, captures: Captures) {
        let captures_max = if captures == Captures::OneLost { 2 } else { 1 };
        let mut counts: BTreeMap<(Call, String), u64> = BTreeMap::new();
        for request in self.simulator.requests() {
            if let Some(id) = request.transaction_id {
                *counts.entry((request.call, id)).or_default() += 1;
            }
        }
        for ((call, id), count) in counts {
            let most = match call {
                Call::AuthAuthorize | Call::Refund => 1,
                Call::AuthCapture => captures_max,
                Call::AuthCancel => u64::from(domain::Sale::CANCEL_ASKS_MAX),
                Call::OtpSend
                | Call::OtpVerify
                | Call::TokenUnlink
                | Call::WalletBalance
                | Call::WalletTopup
                | Call::DebitSuggest
                | Call::AuthStatus
                | Call::TransactionStatus => continue,
            };
            assert!(count <= most, "{call:?} of {id} was asked {count} times");
        }
    }

    /// What the ledger calls refunded went back, what it calls failed did not, and never more than was captured.
    fn refunds_agree(&self, row: &HoldRow) {
        let theirs: Vec<_> = self
            .simulator
            .refunds()
            .into_iter()
            .filter(|refund| refund.original_id == row.sale.our_ref.as_str())
            .collect();
        for refund in &theirs {
            let known = row
                .refunds
                .iter()
                .any(|of| of.refund.refund_ref.as_str() == refund.transaction_id);
            assert!(known, "a refund that the ledger does not know: {refund:#?}");
        }
        for of in &row.refunds {
            let refund = theirs
                .iter()
                .find(|refund| refund.transaction_id == of.refund.refund_ref.as_str());
            let state = refund.map(|refund| refund.state);
            let told = format!("{of:#?}\n{refund:#?}");
            match of.refund.state {
                RefundState::Refunded => assert_eq!(state, Some(Theirs::Success), "{told}"),
                RefundState::Failed | RefundState::Absent => {
                    assert!(matches!(state, None | Some(Theirs::Failed)), "{told}");
                }
                // Not sure yet: nothing is claimed, so nothing can disagree.
                RefundState::Asked
                | RefundState::Unknown
                | RefundState::Pending
                | RefundState::NeedsPerson => {}
            }
        }
        let given: i64 = theirs
            .iter()
            .filter(|refund| refund.state != Theirs::Failed)
            .map(|refund| refund.amount_paise)
            .sum();
        let captured = self
            .simulator
            .hold(row.sale.our_ref.as_str())
            .and_then(|hold| hold.captured_paise);
        assert!(
            given <= captured.unwrap_or(0),
            "{given} of {captured:?}: {theirs:#?}"
        );
    }

    /// A state that promises something about PhonePe's books has a hold there.
    fn is_backed(&self, row: &HoldRow) {
        let promises = matches!(
            row.sale.state,
            SaleState::Held
                | SaleState::CaptureAccepted
                | SaleState::Paid
                | SaleState::NotPaid
                | SaleState::Released
                | SaleState::Expired
        );
        let hold = self.simulator.hold(row.sale.our_ref.as_str());
        assert!(
            !promises || hold.is_some(),
            "the ledger believes in a hold that PhonePe never had: {row:#?}"
        );
    }
}

/// What the ledger says of a sale is what PhonePe's books say, or is not sure yet.
fn agree(row: &HoldRow, hold: &HoldView) {
    let sale = &row.sale;
    let told = format!("{row:#?}\n{hold:#?}");
    assert_eq!(sale.amount_paise.get(), hold.authorized_paise, "{told}");
    assert_eq!(row.customer.last_four, hold.last_four, "{told}");
    let captured = hold.captured_paise;
    match sale.state {
        SaleState::Held => assert_eq!(hold.state, HoldState::Authorized, "{told}"),
        SaleState::Paid => {
            assert_eq!(
                (hold.state, hold.payment_code),
                (HoldState::Completed, "PAYMENT_SUCCESS"),
                "{told}"
            );
            assert_eq!(Some(row.captured_paise().get()), captured, "{told}");
            assert_eq!(
                row.captured_paise().get() + row.released_paise().get(),
                hold.authorized_paise,
                "{told}"
            );
        }
        SaleState::CaptureAccepted => {
            assert_eq!(Some(row.captured_paise().get()), captured, "{told}");
        }
        SaleState::NotPaid => {
            assert_eq!(hold.state, HoldState::Completed, "{told}");
            assert_ne!(hold.payment_code, "PAYMENT_SUCCESS", "{told}");
            assert_eq!(row.captured_paise().get(), 0, "{told}");
        }
        SaleState::Released | SaleState::Expired => {
            assert_eq!(
                (hold.state, hold.blocked_paise),
                (HoldState::Cancelled, 0),
                "{told}"
            );
            assert_eq!(row.released_paise().get(), hold.authorized_paise, "{told}");
        }
        SaleState::Draft | SaleState::HoldRefused | SaleState::HoldAbsent => {
            panic!("the ledger believes that nothing is held, and PhonePe holds it: {told}")
        }
        // Not sure yet: nothing is claimed, so nothing can disagree.
        SaleState::HoldAsked
        | SaleState::HoldUnknown
        | SaleState::CaptureAsked
        | SaleState::CaptureUnknown
        | SaleState::CancelAsked
        | SaleState::CancelUnknown
        | SaleState::NeedsPerson => {}
    }
}
