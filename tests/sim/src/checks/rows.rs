//! Each sale of the ledger beside its hold at the provider: P1 to P4.

use super::Property;
use crate::provider::{Hold, Payment, Standing};
use crate::world::{Step, World};
use domain::SaleState;
use ledger::HoldRow;
use std::collections::BTreeMap;

impl World {
    pub(crate) fn check_books(&self) -> Step {
        self.nobody_is_charged_twice()?;
        let disk = self.disk.lock();
        if let Some(seq) = disk.told_twice {
            return Err(self.violation(
                Property::P5,
                format!("two records were both said to be number {seq}"),
            ));
        }
        for row in disk.rows.values() {
            self.check_refunds(row)?;
            let hold = self.provider.holds.get(row.sale.our_ref.as_str());
            if let Some((property, why)) = self.disagreement(row, hold) {
                let state = row.sale.state;
                return Err(self.violation(
                    property,
                    format!("{} is {state:?} and {why}: {hold:?}", row.sale.our_ref),
                ));
            }
        }
        for (id, hold) in &self.provider.holds {
            let is_known = disk.rows.keys().any(|our_ref| our_ref.as_str() == id);
            if !is_known && hold.is_live() {
                return Err(self.violation(Property::P4, format!("the ledger knows no sale {id}: {hold:?}")));
            }
        }
        Ok(())
    }

    fn nobody_is_charged_twice(&self) -> Step {
        let mut of_customer: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
        for (id, hold) in &self.provider.holds {
            if hold.captures > 1 {
                return Err(
                    self.violation(Property::P1, format!("{id} was captured {} times", hold.captures))
                );
            }
            let (live, captures) = of_customer.entry(&hold.customer).or_default();
            *live += u32::from(hold.is_live() && !hold.beyond);
            // Taken by somebody else, of a hold that this till did not know of.
            let is_anothers = hold.elsewhere && hold.beyond;
            *captures += u32::from(hold.payment == Payment::Success && !is_anothers);
        }
        match of_customer
            .iter()
            .find(|(_, (live, captures))| *live > 1 || *captures > 1)
        {
            Some((customer, (live, captures))) => Err(self.violation(
                Property::P1,
                format!("{live} holds and {captures} captures for the one bill of {customer}"),
            )),
            None => Ok(()),
        }
    }

    fn disagreement(&self, row: &HoldRow, hold: Option<&Hold>) -> Option<(Property, &'static str)> {
        let state = row.sale.state;
        let is_live = hold.is_some_and(Hold::is_live);
        let standing = hold.map(|hold| hold.standing);
        let paid = hold.is_some_and(|hold| hold.payment == Payment::Success && !hold.flipped);
        if state == SaleState::Paid && !self.is_proved(row, hold) {
            return Some((Property::P2, "no transaction status proved that"));
        }
        if state == SaleState::NotPaid && paid {
            return Some((Property::P3, "the customer paid"));
        }
        let gone = matches!(state, SaleState::Released | SaleState::Expired);
        let never = matches!(
            state,
            SaleState::HoldRefused | SaleState::HoldAbsent | SaleState::Draft
        );
        if gone && is_live {
            let property = if standing == Some(Standing::Captured) {
                Property::P3
            } else {
                Property::P4
            };
            return Some((property, "the customer's money is not back"));
        }
        // Nobody can know of it before it is asked about again; at the end it must be known.
        let is_news = state == SaleState::HoldAbsent && hold.is_some_and(|hold| hold.beyond);
        if never && is_live && !is_news {
            return Some((Property::P4, "the provider holds it"));
        }
        if gone && hold.is_none() {
            return Some((Property::P4, "the provider never held it"));
        }
        if state == SaleState::Held && hold.is_none() {
            return Some((Property::P4, "the provider never held it"));
        }
        // What was taken by another way is not known here before somebody asks: at the release, or after the deadline.
        let captured = hold.is_some_and(|hold| hold.standing == Standing::Captured && !hold.elsewhere);
        if state == SaleState::Held && captured {
            return Some((Property::P3, "its capture took effect"));
        }
        if state == SaleState::NotPaid && standing == Some(Standing::Authorized) {
            return Some((Property::P4, "the provider still holds it"));
        }
        None
    }

    fn is_proved(&self, row: &HoldRow, hold: Option<&Hold>) -> bool {
        let our_ref = row.sale.our_ref.as_str();
        let Some(paise) = row.sale.capture_paise.map(domain::Paise::get) else {
            return false;
        };
        let told = self
            .books
            .proofs
            .get(our_ref)
            .is_some_and(|proofs| proofs.contains(&paise));
        told && hold.is_some_and(|hold| hold.was_paid && hold.captured_paise == Some(paise))
    }
}
