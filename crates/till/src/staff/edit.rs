//! Changes of the staff and its rules.

use super::pins::Job;
use super::{Till, name_error};
use crate::front::amount_error;
use contract::{ErrorCode, PinText, UiError};
use domain::{
    Action, IDLE_MINUTES_MAX, LockedWhy, Name, Paise, Permission, Policy, Role, Rule, RuleRefusal, StaffFact,
    StaffRefusal,
};

impl Till {
    /// Hashes the PIN of a new person, who is added when that is done.
    pub(super) fn add_person(&mut self, name: &str, role: Role, pin: &PinText) -> Result<(), UiError> {
        let name = Name::parse(name).map_err(name_error)?;
        self.people.staff.check_add(&name).map_err(staff_error)?;
        if self.people.staff.is_empty() && role != Role::Manager {
            return Err(ErrorCode::FirstIsManager.into());
        }
        self.hash_pin(Job::Add { name, role }, pin)
    }

    pub(super) fn add_with(&mut self, name: Name, role: Role, pin_phc: String) {
        let was_empty = self.people.staff.is_empty();
        let added = self
            .people
            .staff
            .check_add(&name)
            .map_err(staff_error)
            .and_then(|()| {
                self.note_staff(StaffFact::Added {
                    name: name.clone(),
                    role,
                    pin_phc,
                })
            });
        match added {
            Err(refused) => self.refuse(Some(name), refused),
            // Whoever made the first manager has just typed the PIN twice, and the bill on the screen is his.
            Ok(()) if was_empty => self.let_in(&name),
            Ok(()) => {}
        }
    }

    pub(super) fn remove_person(&mut self, name: &str) -> Result<(), UiError> {
        let name = self.somebody_else(name)?;
        self.people.staff.check_without(&name).map_err(staff_error)?;
        self.books_must_take_staff()?;
        self.note_staff(StaffFact::Removed { name: name.clone() })?;
        self.drop_front_of(&name);
        if self.people.present.as_ref() == Some(&name) {
            self.lock(LockedWhy::Removed);
        }
        Ok(())
    }

    pub(super) fn change_role(&mut self, name: &str, role: Role) -> Result<(), UiError> {
        let name = self.somebody_else(name)?;
        if role != Role::Manager {
            self.people.staff.check_without(&name).map_err(staff_error)?;
        }
        self.books_must_take_staff()?;
        self.note_staff(StaffFact::RoleChanged { name, role })
    }

    pub(super) fn change_pin(&mut self, name: &str, pin: &PinText) -> Result<(), UiError> {
        let name = self.somebody(name)?;
        self.hash_pin(Job::Change { name }, pin)
    }

    pub(super) fn change_with(&mut self, name: Name, pin_phc: String) {
        if self.people.staff.person(&name).is_none() {
            return self.refuse(Some(name), ErrorCode::NoSuchPerson.into());
        }
        let changed = self.note_staff(StaffFact::PinChanged {
            name: name.clone(),
            pin_phc,
        });
        if let Err(refused) = changed {
            self.refuse(Some(name), refused);
        }
    }

    pub(super) fn set_rule(
        &mut self,
        role: Role,
        action: Action,
        within: Permission,
        limit_text: &str,
        over: Permission,
    ) -> Result<(), UiError> {
        let limit_paise = match limit_text.trim() {
            "" => None,
            typed => Some(Paise::parse_rupees(typed).map_err(amount_error)?),
        };
        let rule = match limit_paise {
            None => Rule::always(within),
            Some(_) => Rule {
                within,
                limit_paise,
                over,
            },
        };
        Policy::check(role, action, rule).map_err(rule_error)?;
        self.books_must_take_staff()?;
        self.note_staff(StaffFact::PolicySet { role, action, rule })
    }

    pub(super) fn set_idle(&mut self, minutes: u32) -> Result<(), UiError> {
        if !(1..=IDLE_MINUTES_MAX).contains(&minutes) {
            return Err(ErrorCode::IdleOutOfRange.into());
        }
        self.books_must_take_staff()?;
        self.note_staff(StaffFact::IdleSet { minutes })
    }

    /// The name as its owner is called.
    fn somebody(&self, name: &str) -> Result<Name, UiError> {
        let name = Name::parse(name).map_err(name_error)?;
        let person = self.people.staff.person(&name);
        person
            .map(|person| person.name.clone())
            .ok_or_else(|| ErrorCode::NoSuchPerson.into())
    }

    fn somebody_else(&self, name: &str) -> Result<Name, UiError> {
        let name = self.somebody(name)?;
        if self.people.present.as_ref() == Some(&name) {
            return Err(ErrorCode::NotYourself.into());
        }
        Ok(name)
    }
}

fn staff_error(refusal: StaffRefusal) -> UiError {
    match refusal {
        StaffRefusal::NameTaken => ErrorCode::NameTaken,
        StaffRefusal::NoSuchPerson => ErrorCode::NoSuchPerson,
        StaffRefusal::LastManager => ErrorCode::LastManager,
    }
    .into()
}

fn rule_error(refusal: RuleRefusal) -> UiError {
    match refusal {
        RuleRefusal::LocksEverybodyOut => ErrorCode::RuleLocksOut,
        RuleRefusal::NoAmount => ErrorCode::RuleNoAmount,
        RuleRefusal::WeakerOverTheLimit => ErrorCode::RuleWeaker,
    }
    .into()
}
