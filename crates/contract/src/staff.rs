//! What the window may say and see of the people at the till.

use crate::{ActionId, UiError};
use domain::{Action, Permission, Role};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use ts_rs::TS;

/// A PIN as it was typed. It goes in and never out: written anywhere, it is dots.
#[derive(Clone)]
pub struct PinText(SecretString);

impl PinText {
    #[must_use]
    pub fn typed(text: String) -> PinText {
        PinText(SecretString::from(text))
    }

    #[must_use]
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

impl<'de> Deserialize<'de> for PinText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<PinText, D::Error> {
        String::deserialize(deserializer).map(PinText::typed)
    }
}

impl Serialize for PinText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str("••••••")
    }
}

/// Who is at the till, who may be, and what each may do. No `Debug`: it carries PINs.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(tag = "staff", rename_all = "snake_case")]
#[ts(export)]
pub enum StaffCommand {
    /// Lets somebody in, in place of whoever is there. What the one before had on the screen is kept for him.
    SignIn {
        name: String,
        #[ts(type = "string")]
        pin: PinText,
    },
    /// Locks the till. The bill stays for the same person.
    Lock,
    /// A hand is on the till, though it asks for nothing: the idle time begins anew.
    Awake,
    /// A manager's PIN for what was refused with `manager_needed`; it is then done as it was asked, once.
    Approve {
        action_id: ActionId,
        manager: String,
        #[ts(type = "string")]
        pin: PinText,
    },
    ApprovalLeave,
    /// The first person must be a manager, and is signed in at once.
    PersonAdd {
        name: String,
        #[ts(type = "\"cashier\" | \"manager\"")]
        role: Role,
        #[ts(type = "string")]
        pin: PinText,
    },
    PersonRemove {
        name: String,
    },
    PersonRole {
        name: String,
        #[ts(type = "\"cashier\" | \"manager\"")]
        role: Role,
    },
    /// A new PIN; it also ends a wait after wrong ones.
    PersonPin {
        name: String,
        #[ts(type = "string")]
        pin: PinText,
    },
    RuleSet {
        #[ts(type = "\"cashier\" | \"manager\"")]
        role: Role,
        #[ts(type = "string")]
        action: Action,
        #[ts(type = "\"allowed\" | \"ask_manager\" | \"denied\"")]
        within: Permission,
        /// Rupees as typed; empty: no limit.
        limit_text: String,
        #[ts(type = "\"allowed\" | \"ask_manager\" | \"denied\"")]
        over: Permission,
    },
    IdleSet {
        minutes: u32,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PersonView {
    pub name: String,
    #[ts(type = "\"cashier\" | \"manager\"")]
    pub role: Role,
    /// After wrong PINs: no PIN is taken for this name before then.
    pub wait_until_ms: Option<i64>,
}

/// Something waits for a manager's PIN, in the place where it was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct ApprovalView {
    /// The money button's or panel's own, so that it is the same press that goes on.
    pub action_id: ActionId,
    #[ts(type = "string")]
    pub action: Action,
    pub amount_text: Option<String>,
    pub managers: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct RuleView {
    #[ts(type = "\"cashier\" | \"manager\"")]
    pub role: Role,
    #[ts(type = "string")]
    pub action: Action,
    #[ts(type = "\"allowed\" | \"ask_manager\" | \"denied\"")]
    pub within: Permission,
    /// The limit as an input field takes it; empty: none.
    pub limit_field: String,
    #[ts(type = "\"allowed\" | \"ask_manager\" | \"denied\"")]
    pub over: Permission,
    pub has_amount: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct StaffView {
    /// Nobody was added yet: the till is open, with all rights.
    pub is_empty: bool,
    /// Nobody is signed in: nothing of the till is shown.
    pub locked: bool,
    pub me: Option<PersonView>,
    pub people: Vec<PersonView>,
    /// A PIN is being checked or put away.
    pub checking: bool,
    /// What came of the last PIN, when it was not taken.
    pub refusal: Option<UiError>,
    /// Whose PIN that was.
    pub refused_name: Option<String>,
    pub approval: Option<ApprovalView>,
    /// Whoever is here may change the staff: then the rules are listed.
    pub can_edit: bool,
    pub rules: Vec<RuleView>,
    pub idle_minutes: u32,
    /// When the till locks itself if no hand is put on it.
    pub locks_at_ms: Option<i64>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_comes_in_and_does_not_go_out() {
        let command: StaffCommand =
            serde_json::from_str(r#"{"staff":"sign_in","name":"Asha","pin":"482913"}"#).unwrap();
        let StaffCommand::SignIn { pin, .. } = &command else {
            unreachable!("it is a sign-in")
        };
        assert_eq!(pin.expose(), "482913");
        assert!(!serde_json::to_string(&command).unwrap().contains("482913"));
    }
}
