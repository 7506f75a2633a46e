//! Faults in what is sent: calls that the engine would never make.

use super::Planted;
use crate::world::{Step, World};
use domain::{Actor, Ask, Call, Event, Fact, Heard, Meaning, Opening, OurRef, Record};
use ledger::HoldRow;
use till::{Clock, Tag};

impl World {
    /// After the engine has heard the reply to `ask`.
    pub fn plant_after_reply(&mut self, ask: &Ask, heard: &Heard) -> Step {
        let lost = matches!(heard.meaning, Meaning::Unknown(_));
        match (self.planted, ask) {
            (Some(Planted::NewIdOnRetry), Ask::Authorize { our_ref, .. }) if lost => {
                self.ask_for_another_hold(our_ref)
            }
            (Some(Planted::CaptureSentAgain), Ask::Capture { .. }) if lost => self.send_rogue(ask.clone()),
            (Some(Planted::RefundSentAgain), Ask::Refund { .. }) if lost => self.send_rogue(ask.clone()),
            (Some(Planted::ReleaseWithoutEnd), Ask::Cancel { our_ref } | Ask::AuthStatus { our_ref, .. }) => {
                let asked = self.commit_intent(our_ref, Call::Cancel, Event::CancelAskedAgain, None);
                let our_ref = our_ref.clone();
                if asked {
                    self.send_rogue(Ask::Cancel { our_ref })
                } else {
                    Ok(())
                }
            }
            _ => Ok(()),
        }
    }

    pub fn plant_second_press(&mut self) -> Step {
        if self.planted != Some(Planted::SecondPressActs) {
            return Ok(());
        }
        let newest = self
            .disk
            .lock()
            .rows
            .values()
            .last()
            .map(|row| row.sale.our_ref.clone());
        match newest {
            Some(our_ref) => self.ask_for_another_hold(&our_ref),
            None => Ok(()),
        }
    }

    /// For the same bill, under a new reference, with an intent of its own.
    fn ask_for_another_hold(&mut self, our_ref: &OurRef) -> Step {
        let Some(row) = self.disk.lock().rows.get(our_ref).cloned() else {
            return Ok(());
        };
        let other = another_ref(our_ref);
        if !self.commit_intent(&other, Call::Authorize, Event::HoldAsked, Some(opening_of(&row))) {
            return Ok(());
        }
        self.send_rogue(Ask::Authorize {
            our_ref: other,
            token: crate::customer::token_of(&till::VaultEntry::UserToken(row.customer.hmac_hex)),
            amount_paise: row.sale.amount_paise,
            expiry_minutes: row.sale.expiry_minutes,
        })
    }

    fn commit_intent(
        &mut self,
        our_ref: &OurRef,
        call: Call,
        event: Event,
        opening: Option<Opening>,
    ) -> bool {
        let record = Record {
            at: self.time.now(),
            by: Actor {
                cashier: "Asha".to_owned(),
                counter: "2".to_owned(),
                shift: 1,
            },
            fact: Fact::Intent {
                our_ref: our_ref.clone(),
                call,
                request_sha256: self.line.next_hash(),
                event,
                opening,
            },
        };
        self.disk.lock().append(record).is_ok()
    }

    fn send_rogue(&mut self, ask: Ask) -> Step {
        self.rogues += 1;
        let sent = self.line.forge(ask);
        self.send(Tag(u64::MAX - self.rogues), sent)
    }
}

fn opening_of(row: &HoldRow) -> Opening {
    Opening {
        customer: row.customer.clone(),
        mode: row.sale.mode,
        amount_paise: row.sale.amount_paise,
        expiry_minutes: row.sale.expiry_minutes,
        lines: row.bill.lines.clone(),
        discount: None,
        note: String::new(),
    }
}

/// The same reference but for its last letter.
fn another_ref(our_ref: &OurRef) -> OurRef {
    let text = our_ref.as_str();
    let (kept, last) = text.split_at(text.len() - 1);
    let other = if last == "0" { "1" } else { "0" };
    format!("{kept}{other}").parse().unwrap()
}
