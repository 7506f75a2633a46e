//! May whoever is here do this? Asked in the engine for every command, never in the window.

use crate::state::Till;
use contract::{ErrorCode, UiError};
use domain::{Action, Paise, Permission, Role, judge};

impl Till {
    /// The one place where an action is allowed or refused, for so much. While nobody was added yet everything is
    /// allowed. A handler that knows its amount late may ask here itself: its command is then kept for a manager's PIN
    /// all the same.
    ///
    /// # Errors
    /// [`ErrorCode::TillLocked`], [`ErrorCode::NotAllowedForYou`], or [`ErrorCode::ManagerNeeded`]: nothing was done yet,
    /// and the same command goes on when a manager has approved it.
    pub(crate) fn permit(&mut self, action: Action, amount_paise: Option<Paise>) -> Result<(), UiError> {
        if self.people.is_locked() {
            return Err(ErrorCode::TillLocked.into());
        }
        match self.permission(action, amount_paise) {
            Permission::Allowed => Ok(()),
            Permission::Denied => Err(ErrorCode::NotAllowedForYou.into()),
            Permission::AskManager if self.is_approved(action, amount_paise) => Ok(()),
            Permission::AskManager => {
                self.people.wanted = Some((action, amount_paise));
                Err(ErrorCode::ManagerNeeded.into())
            }
        }
    }

    /// What the rules say of whoever is here. Nobody may nothing.
    pub(crate) fn permission(&self, action: Action, amount_paise: Option<Paise>) -> Permission {
        if self.people.staff.is_empty() {
            return Permission::Allowed;
        }
        match self.present_role() {
            Some(role) => judge(&self.people.staff.policy, role, action, amount_paise),
            None => Permission::Denied,
        }
    }

    fn present_role(&self) -> Option<Role> {
        let name = self.people.present.as_ref()?;
        self.people.staff.person(name).map(|person| person.role)
    }
}
