use super::{Action, Name, Role, Rule};
use crate::{OurRef, Paise};
use serde::{Deserialize, Serialize};

/// What the ledger stores of the staff. The form on disk is `{"fact":"staff","staff":"added",…}`; no PIN is ever in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "staff", rename_all = "snake_case")]
pub enum StaffFact {
    Added {
        name: Name,
        role: Role,
        /// The PIN's Argon2id hash in PHC's form, peppered from the keyring.
        pin_phc: String,
    },
    Removed {
        name: Name,
    },
    PinChanged {
        name: Name,
        pin_phc: String,
    },
    RoleChanged {
        name: Name,
        role: Role,
    },
    SignedIn {
        name: Name,
    },
    Locked {
        name: Name,
        why: LockedWhy,
    },
    /// Also for a name that nobody has.
    PinWrong {
        name: Name,
        /// What it was typed for.
        purpose: PinUse,
    },
    PolicySet {
        role: Role,
        action: Action,
        rule: Rule,
    },
    IdleSet {
        minutes: u32,
    },
    /// A manager let somebody do what only managers may; written before it is done. Who did it is the record's cashier.
    Approved {
        manager: Name,
        action: Action,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        amount_paise: Option<Paise>,
        #[serde(skip_serializing_if = "Option::is_none", default)]
        our_ref: Option<OurRef>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LockedWhy {
    /// Somebody pressed the key.
    Asked,
    Idle,
    /// Removed while signed in.
    Removed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PinUse {
    SignIn,
    Approval,
}
