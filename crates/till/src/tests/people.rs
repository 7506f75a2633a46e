//! People for the tests. A PIN's hash here is the PIN itself with a word before it: what is tested is the engine.

use super::rig::{Rig, record};
use crate::{Effect, Input, PinTrouble};
use contract::{ActionId, Command, ErrorCode, PinText, StaffCommand, UiError};
use domain::{Fact, Name, Role, StaffFact};
use ledger::Ledger;
use secrecy::ExposeSecret;

pub const MEENA: &str = "240861";
pub const RAVI: &str = "913570";
pub const WRONG: &str = "000001";

pub fn hash_of(pin: &str) -> String {
    format!("hash of {pin}")
}

pub fn name(text: &str) -> Name {
    Name::parse(text).unwrap()
}

pub fn typed(pin: &str) -> PinText {
    PinText::typed(pin.to_owned())
}

pub fn added(text: &str, role: Role, pin: &str) -> Fact {
    Fact::Staff(StaffFact::Added {
        name: name(text),
        role,
        pin_phc: hash_of(pin),
    })
}

/// Meena, a manager, and Ravi, a cashier, were added before this start.
pub fn staffed(ledger: &Ledger) {
    for fact in [
        added("Meena", Role::Manager, MEENA),
        added("Ravi", Role::Cashier, RAVI),
    ] {
        ledger.append(record(fact)).unwrap();
    }
}

pub fn sign_in(who: &str, pin: &str) -> Command {
    Command::Staff(StaffCommand::SignIn {
        name: who.to_owned(),
        pin: typed(pin),
    })
}

pub fn lock() -> Command {
    Command::Staff(StaffCommand::Lock)
}

pub fn approve(action_id: &ActionId, manager: &str, pin: &str) -> Command {
    Command::Staff(StaffCommand::Approve {
        action_id: action_id.clone(),
        manager: manager.to_owned(),
        pin: typed(pin),
    })
}

impl Rig {
    /// A till with Meena and Ravi, started, ready and locked.
    pub fn staffed() -> Rig {
        let mut rig = Rig::unconnected().restarted_after(staffed);
        rig.connect();
        rig.hear(Input::BooksChecked(Ok(())));
        rig
    }

    pub fn with_ravi() -> Rig {
        let mut rig = Rig::staffed();
        rig.act(sign_in("Ravi", RAVI)).unwrap();
        rig
    }

    /// A restart, and the till is ready again.
    pub fn ready_after(self, after_ms: i64) -> Rig {
        let mut rig = self.restarted(after_ms);
        rig.connect();
        rig.hear(Input::BooksChecked(Ok(())));
        rig
    }

    pub fn staff(&mut self, command: StaffCommand) -> Result<(), UiError> {
        self.act(Command::Staff(command))
    }

    /// Tries to sign in; the engine's word on it.
    pub fn try_pin(&mut self, who: &str, pin: &str) -> Result<(), ErrorCode> {
        self.act(sign_in(who, pin)).map_err(|refused| refused.code)?;
        let staff = self.view().staff;
        match staff.refusal {
            Some(refused) => Err(refused.code),
            None => Ok(()),
        }
    }

    pub fn here(&mut self) -> Option<String> {
        self.view().staff.me.map(|me| me.name)
    }

    /// What the ledger has of the staff, oldest first, with who stands in each record.
    pub fn staff_facts(&self) -> Vec<(String, StaffFact)> {
        let facts = |stored: ledger::StoredRecord| {
            if let Fact::Staff(fact) = stored.record.fact {
                Some((stored.record.by.cashier, fact))
            } else {
                None
            }
        };
        let events = self.reader().events().unwrap();
        events.filter_map(|stored| facts(stored.unwrap())).collect()
    }

    pub fn take_pin(&mut self, effect: Effect) {
        if self.pins_wait {
            self.pins.push(effect);
        } else {
            self.answer_pin(effect);
        }
    }

    pub fn answer_pin(&mut self, effect: Effect) {
        let trouble = self.keyring_trouble.map(PinTrouble::Keyring);
        match effect {
            Effect::CheckPin(tag, pin, phc) => {
                let is_right = phc == Some(hash_of(pin.secret().expose_secret()));
                self.hear(Input::PinChecked(tag, trouble.map_or(Ok(is_right), Err)));
            }
            Effect::HashPin(tag, pin) => {
                let phc = hash_of(pin.secret().expose_secret());
                self.hear(Input::PinHashed(tag, trouble.map_or(Ok(phc), Err)));
            }
            Effect::Send(..)
            | Effect::ReadSecret(..)
            | Effect::WriteSecret(..)
            | Effect::DeleteSecret(_)
            | Effect::KeepPreferences(_)
            | Effect::AskForUpdate
            | Effect::Print(..)
            | Effect::UsePrinter(_)
            | Effect::Connect => unreachable!("no PIN"),
        }
    }
}
