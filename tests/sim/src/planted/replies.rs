//! Faults in what a reply is taken to mean.

use super::Planted;
use crate::world::World;
use domain::{Answer, Ask, Call, Expected, Heard, Meaning, Paise, RefusalKind, SaleState, UnknownWhy};

impl World {
    pub fn plant_in_reply(&mut self, ask: &Ask, heard: &mut Heard) {
        let Some(planted) = self.planted else { return };
        let expected = if let Ask::TransactionStatus {
            expected: Expected::Exactly(paise) | Expected::AtMost(paise),
            ..
        } = ask
        {
            Some(*paise)
        } else {
            None
        };
        let call = heard.call;
        let meant = match (planted, &heard.meaning) {
            (Planted::LostIsNotSent, Meaning::Unknown(UnknownWhy::TimedOut | UnknownWhy::ConnectionLost))
                if call.moves_money() =>
            {
                Some(Meaning::NotSent("no answer".to_owned()))
            }
            (Planted::NewCodeRefuses, Meaning::Unknown(UnknownWhy::UnlistedCode))
                if call == Call::Authorize =>
            {
                Some(Meaning::Refused(RefusalKind::Other))
            }
            (Planted::AmountNotCompared, Meaning::Unknown(UnknownWhy::Mismatch(what)))
                if what.contains("amount is") =>
            {
                expected.map(|paise| paid(Paise::new(paise.get() + 1)))
            }
            (Planted::NameNotCompared, Meaning::Unknown(UnknownWhy::Mismatch(what)))
                if what.contains("another") =>
            {
                expected.map(paid)
            }
            (Planted::RefundPendingIsGiven, Meaning::Agreed(Answer::PaymentPending)) => refunded(ask),
            (Planted::AbsenceForGood, Meaning::Agreed(Answer::AuthState { .. }))
                if self.is_of_an_absent(ask) =>
            {
                Some(Meaning::Refused(RefusalKind::NotFound))
            }
            _ => None,
        };
        if let Some(meant) = meant {
            heard.meaning = meant;
        }
    }
}

impl World {
    fn is_of_an_absent(&self, ask: &Ask) -> bool {
        let Ask::AuthStatus { our_ref, .. } = ask else {
            return false;
        };
        let disk = self.disk.lock();
        let row = disk.rows.get(our_ref);
        row.is_some_and(|row| row.sale.state == SaleState::HoldAbsent)
    }
}

fn refunded(ask: &Ask) -> Option<Meaning> {
    if let Ask::RefundStatus { amount_paise, .. } = ask {
        Some(paid(*amount_paise))
    } else {
        None
    }
}

fn paid(amount_paise: Paise) -> Meaning {
    Meaning::Agreed(Answer::PaymentSuccess {
        amount_paise,
        provider_ref: None,
    })
}
