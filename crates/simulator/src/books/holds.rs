//! What the calls and time do to holds.

use super::hold::{Ending, Hold, HoldState, Outcome, Settlement};
use super::{Books, PersonId, random_hex, rupees};
use crate::reply::Refusal;

/// What an authorize call asks for.
pub(crate) struct HoldRequest {
    pub(crate) transaction_id: String,
    pub(crate) amount_paise: i64,
    pub(crate) expiry_minutes: i64,
}

impl Books {
    pub(crate) fn hold(&self, transaction_id: &str) -> Option<&Hold> {
        self.holds.get(transaction_id)
    }

    pub(crate) fn holds(&self) -> impl Iterator<Item = &Hold> {
        self.holds.values()
    }

    pub(crate) fn set_settlement(&mut self, settlement: Settlement) {
        self.settlement = settlement;
        self.dirty = true;
    }

    /// Blocks an amount. The transaction id is used up by a hold that stands, not by a refusal.
    pub(crate) fn authorize(
        &mut self,
        person: PersonId,
        asked: HoldRequest,
        now_ms: i64,
    ) -> Result<(), Refusal> {
        if self.holds.contains_key(&asked.transaction_id) {
            return Err(Refusal::of("INVALID_TRANSACTION_ID"));
        }
        let wallet = self
            .person(&person)
            .map(|person| person.wallet.clone())
            .unwrap_or_default();
        if wallet.fraud_suspected {
            return Err(Refusal::of("BLOCKED_FRAUD"));
        }
        if let Some(code) = wallet.refusal(asked.amount_paise) {
            return Err(Refusal::of(code));
        }
        // No page names the code for too little money; PAYMENT_ERROR is what the debit page has for it.
        if self.usable_paise(&person) < asked.amount_paise {
            return Err(Refusal::of("PAYMENT_ERROR"));
        }
        let text = format!(
            "{} blocked in your wallet for {}.",
            rupees(asked.amount_paise),
            asked.transaction_id
        );
        self.tell(&person, now_ms, text);
        let life_ms = asked.expiry_minutes.saturating_mul(60_000);
        let hold = Hold {
            transaction_id: asked.transaction_id.clone(),
            person,
            state: HoldState::Authorized,
            authorized_paise: asked.amount_paise,
            captured_paise: None,
            authorized_at_ms: now_ms,
            expires_at_ms: now_ms.saturating_add(life_ms),
            settles_at_ms: None,
            outcome: Outcome::Success,
            ending: None,
            provider_reference: None,
        };
        self.holds.insert(asked.transaction_id, hold);
        self.dirty = true;
        Ok(())
    }

    /// Captures once, all or part; the rest is released at once.
    pub(crate) fn capture(
        &mut self,
        id: &str,
        amount_paise: Option<i64>,
        now_ms: i64,
    ) -> Result<Hold, Refusal> {
        let common = self.settlement;
        let hold = self.holds.get(id).ok_or(Refusal::of("TRANSACTION_NOT_FOUND"))?;
        let wallet = self
            .person(&hold.person)
            .map(|person| person.wallet.clone())
            .unwrap_or_default();
        refuse_capture(hold, wallet.blacklisted, wallet.fraud_suspected)?;
        let Some(hold) = self.holds.get_mut(id) else {
            return Err(Refusal::of("TRANSACTION_NOT_FOUND"));
        };
        let captured_paise = amount_paise.unwrap_or(hold.authorized_paise);
        if captured_paise > hold.authorized_paise {
            return Err(Refusal::bad_request("capture of more than was authorized"));
        }
        let settlement = wallet.settlement.unwrap_or(common);
        let after_ms = i64::try_from(settlement.after_ms).unwrap_or(i64::MAX);
        hold.state = HoldState::Created;
        hold.captured_paise = Some(captured_paise);
        hold.settles_at_ms = Some(now_ms.saturating_add(after_ms));
        hold.outcome = settlement.outcome;
        hold.provider_reference = Some(format!("P{}", random_digits()));
        self.dirty = true;
        Ok(hold.clone())
    }

    /// Releases a hold that was not captured.
    pub(crate) fn cancel(&mut self, id: &str, now_ms: i64) -> Result<(), Refusal> {
        let hold = self.holds.get(id).ok_or(Refusal::of("TRANSACTION_NOT_FOUND"))?;
        if self
            .person(&hold.person)
            .is_some_and(|person| person.wallet.blacklisted)
        {
            return Err(Refusal::of("USER_BLACKLISTED"));
        }
        match hold.state {
            HoldState::Authorized => {
                self.release(id, Ending::Cancelled, now_ms);
                Ok(())
            }
            HoldState::Cancelled => Err(Refusal::of("AUTHORIZATION_ALREADY_CANCELLED")),
            HoldState::Created | HoldState::Completed => Err(Refusal::of("AUTHORIZATION_ALREADY_CAPTURED")),
        }
    }

    /// Ends one capture now, whatever its time was; `false` if there is none that is settling.
    pub(crate) fn settle(&mut self, id: &str, outcome: Outcome, now_ms: i64) -> bool {
        let settling = self
            .holds
            .get_mut(id)
            .filter(|hold| hold.state == HoldState::Created);
        let Some(hold) = settling else { return false };
        hold.outcome = outcome;
        hold.settles_at_ms = Some(now_ms);
        self.settle_captures(now_ms);
        true
    }

    pub(super) fn expire_holds(&mut self, now_ms: i64) {
        let due = |hold: &&Hold| hold.state == HoldState::Authorized && hold.expires_at_ms <= now_ms;
        let ids: Vec<String> = self
            .holds
            .values()
            .filter(due)
            .map(|hold| hold.transaction_id.clone())
            .collect();
        for id in ids {
            self.release(&id, Ending::Expired, now_ms);
        }
    }

    pub(super) fn settle_captures(&mut self, now_ms: i64) {
        let due = |hold: &Hold| {
            hold.state == HoldState::Created && hold.settles_at_ms.is_some_and(|at_ms| at_ms <= now_ms)
        };
        let mut settled = Vec::new();
        for hold in self.holds.values_mut().filter(|hold| due(hold)) {
            hold.state = HoldState::Completed;
            settled.push((
                hold.person.clone(),
                hold.captured_paise.unwrap_or(0),
                hold.outcome,
            ));
        }
        for (person, paise, outcome) in settled {
            let text = match outcome {
                Outcome::Success => format!("{} paid from your wallet.", rupees(paise)),
                Outcome::Error | Outcome::Declined => format!("Payment of {} failed.", rupees(paise)),
            };
            if let Some(person) = self.person_mut(&person).filter(|_| outcome == Outcome::Success) {
                person.wallet.balance_paise = person.wallet.balance_paise.saturating_sub(paise);
            }
            self.tell(&person, now_ms, text);
            self.dirty = true;
        }
    }

    fn release(&mut self, id: &str, ending: Ending, now_ms: i64) {
        let Some(hold) = self.holds.get_mut(id) else {
            return;
        };
        hold.state = HoldState::Cancelled;
        hold.ending = Some(ending);
        let (person, text) = (
            hold.person.clone(),
            format!("{} released.", rupees(hold.authorized_paise)),
        );
        self.tell(&person, now_ms, text);
        self.dirty = true;
    }
}

fn refuse_capture(hold: &Hold, blacklisted: bool, fraud_suspected: bool) -> Result<(), Refusal> {
    let code = match hold.state {
        HoldState::Cancelled => "AUTHORIZATION_ALREADY_CANCELLED",
        HoldState::Created | HoldState::Completed => "INVALID_TRANSACTION_ID",
        HoldState::Authorized if blacklisted => "USER_BLACKLISTED",
        HoldState::Authorized if fraud_suspected => "BLOCKED_FRAUD",
        HoldState::Authorized => return Ok(()),
    };
    Err(Refusal::of(code))
}

/// 22 digits, as in PhonePe's sample reference.
fn random_digits() -> String {
    let number = u64::from_str_radix(&random_hex(7), 16).unwrap_or_default();
    format!("{number:022}")
}
