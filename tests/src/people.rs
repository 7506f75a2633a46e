//! Two people at the counter, and their PINs.

use crate::Counter;
use contract::{ActionId, Command, PinText, StaffCommand};
use domain::{Action, Permission, Role};

/// A manager.
pub const MEENA: (&str, &str) = ("Meena", "482913");
/// A cashier.
pub const ASHA: (&str, &str) = ("Asha", "703615");
/// Nobody's PIN.
pub const WRONG_PIN: &str = "918274";

pub fn sign_in(who: &str, pin: &str) -> Command {
    Command::Staff(StaffCommand::SignIn {
        name: who.to_owned(),
        pin: PinText::typed(pin.to_owned()),
    })
}

impl Counter {
    pub async fn staff(&self, command: StaffCommand) {
        self.does(Command::Staff(command)).await;
    }

    pub async fn add_person(&self, (name, pin): (&str, &str), role: Role) {
        self.staff(StaffCommand::PersonAdd {
            name: name.to_owned(),
            role,
            pin: PinText::typed(pin.to_owned()),
        })
        .await;
        let staff = &self.view().staff;
        assert!(
            staff.people.iter().any(|person| person.name == name),
            "{staff:#?}"
        );
    }

    pub async fn sign_in(&self, (name, pin): (&str, &str)) {
        self.does(sign_in(name, pin)).await;
        let staff = &self.view().staff;
        assert_eq!(
            staff.me.as_ref().map(|me| me.name.as_str()),
            Some(name),
            "{staff:#?}"
        );
    }

    /// A manager was made and has added a cashier who may hold so much and asks over it; the cashier is at the till.
    pub async fn staffed(&self, limit: &str) {
        self.add_person(MEENA, Role::Manager).await;
        self.add_person(ASHA, Role::Cashier).await;
        self.staff(StaffCommand::RuleSet {
            role: Role::Cashier,
            action: Action::Hold,
            within: Permission::Allowed,
            limit_text: limit.to_owned(),
            over: Permission::AskManager,
        })
        .await;
        self.sign_in(ASHA).await;
    }

    pub async fn approve(&self, action_id: &ActionId, (manager, pin): (&str, &str)) {
        self.staff(StaffCommand::Approve {
            action_id: action_id.clone(),
            manager: manager.to_owned(),
            pin: PinText::typed(pin.to_owned()),
        })
        .await;
    }
}
