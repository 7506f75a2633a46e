//! The people at the till: who they are, what they may do, and how often somebody typed a wrong PIN for them. Everything
//! that is known of them is a fold over the ledger's staff facts.

mod delay;
mod fact;
mod people;
mod permission;

pub use delay::{DELAYS_MS, FREE_TRIES, Tries, delay_ms_after};
pub use fact::{LockedWhy, PinUse, StaffFact};
pub use people::{NOBODY, Name, NameRefusal, Pin, PinRefusal, Role};
pub use permission::{Action, Permission, Policy, Rule, RuleRefusal, judge};

use crate::Moment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Until a store chooses another, the till locks itself after so many minutes without a hand on it.
pub const IDLE_MINUTES_USUAL: u32 = 5;
/// Long enough for whoever needs hours for one bill (WCAG 2.2.1 wants ten times the usual at least).
pub const IDLE_MINUTES_MAX: u32 = 600;

/// Somebody who may sign in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    pub name: Name,
    pub role: Role,
    /// Argon2id with its salt and figures, as PHC writes it; nothing without the pepper in the keyring.
    pub pin_phc: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub tries: Option<Tries>,
}

/// The staff as the ledger knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staff {
    /// By name in small letters.
    people: BTreeMap<String, Person>,
    /// All names that nobody has share one count: a stranger must not fill the books by inventing names.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    strangers: Option<Tries>,
    pub policy: Policy,
    pub idle_minutes: u32,
}

impl Default for Staff {
    fn default() -> Staff {
        Staff {
            people: BTreeMap::new(),
            strangers: None,
            policy: Policy::default(),
            idle_minutes: IDLE_MINUTES_USUAL,
        }
    }
}

/// Why a change of the staff is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StaffRefusal {
    #[error("there is somebody of that name already")]
    NameTaken,
    #[error("there is nobody of that name")]
    NoSuchPerson,
    #[error("there must be one manager at least")]
    LastManager,
}

impl Staff {
    /// Nobody was added yet: the till opens as `Cashier` with all rights.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// By name.
    pub fn people(&self) -> impl Iterator<Item = &Person> {
        self.people.values()
    }

    #[must_use]
    pub fn person(&self, name: &Name) -> Option<&Person> {
        self.people.get(&name.key())
    }

    /// Wrong PINs for that name, whether it is anybody's or not.
    #[must_use]
    pub fn tries(&self, name: &Name) -> Option<&Tries> {
        match self.person(name) {
            Some(person) => person.tries.as_ref(),
            None => self.strangers.as_ref(),
        }
    }

    /// Whether the name is free.
    ///
    /// # Errors
    /// [`StaffRefusal::NameTaken`].
    pub fn check_add(&self, name: &Name) -> Result<(), StaffRefusal> {
        match self.person(name) {
            Some(_) => Err(StaffRefusal::NameTaken),
            None => Ok(()),
        }
    }

    /// Whether a manager would be left if this person were gone or no manager any more.
    ///
    /// # Errors
    /// [`StaffRefusal::NoSuchPerson`], [`StaffRefusal::LastManager`].
    pub fn check_without(&self, name: &Name) -> Result<(), StaffRefusal> {
        let person = self.person(name).ok_or(StaffRefusal::NoSuchPerson)?;
        let others = |other: &&Person| other.role == Role::Manager && other.name != person.name;
        if person.role == Role::Manager && self.people().find(others).is_none() {
            return Err(StaffRefusal::LastManager);
        }
        Ok(())
    }

    /// The staff after this fact. A fact about somebody who is not there changes nothing: it was true when written.
    pub fn apply(&mut self, fact: &StaffFact, at: &Moment) {
        match fact {
            StaffFact::Added { name, role, pin_phc } => {
                let person = Person {
                    name: name.clone(),
                    role: *role,
                    pin_phc: pin_phc.clone(),
                    tries: None,
                };
                self.people.insert(name.key(), person);
            }
            StaffFact::Removed { name } => {
                self.people.remove(&name.key());
            }
            StaffFact::PinChanged { name, pin_phc } => self.change(name, |person| {
                person.pin_phc.clone_from(pin_phc);
                person.tries = None;
            }),
            StaffFact::RoleChanged { name, role } => self.change(name, |person| person.role = *role),
            StaffFact::SignedIn { name } | StaffFact::Approved { manager: name, .. } => {
                self.change(name, |person| person.tries = None);
            }
            StaffFact::PinWrong { name, .. } => self.count_wrong(name, at),
            StaffFact::PolicySet { role, action, rule } => self.policy.set(*role, *action, *rule),
            StaffFact::IdleSet { minutes } => self.idle_minutes = *minutes,
            StaffFact::Locked { .. } => {}
        }
    }

    /// Where somebody's row of wrong PINs is longer in `known`, that one counts: it could not be written.
    pub fn keep_wrong_tries_of(&mut self, known: &Staff) {
        let wrong = |tries: &Option<Tries>| tries.as_ref().map_or(0, |tries| tries.wrong);
        for (key, person) in &mut self.people {
            if let Some(before) = known.people.get(key)
                && before.pin_phc == person.pin_phc
                && wrong(&before.tries) > wrong(&person.tries)
            {
                person.tries.clone_from(&before.tries);
            }
        }
        if wrong(&known.strangers) > wrong(&self.strangers) {
            self.strangers.clone_from(&known.strangers);
        }
    }

    fn change(&mut self, name: &Name, change: impl FnOnce(&mut Person)) {
        if let Some(person) = self.people.get_mut(&name.key()) {
            change(person);
        }
    }

    fn count_wrong(&mut self, name: &Name, at: &Moment) {
        let tries = match self.people.get_mut(&name.key()) {
            Some(person) => &mut person.tries,
            None => &mut self.strangers,
        };
        let before = tries.as_ref().map_or(0, |tries| tries.wrong);
        *tries = Some(Tries {
            wrong: before.saturating_add(1),
            last: at.clone(),
        });
    }
}

#[cfg(test)]
mod tests;
