use super::Role;
use crate::Paise;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a person does at the till, as far as a store may want to say who may. Bills, customers' numbers and OTPs, the
/// balance and looks at PhonePe are the till's ordinary work: whoever is signed in may do them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    Hold,
    /// Hold and capture in one.
    Charge,
    Capture,
    Release,
    Refund,
    /// Captures or releases of many holds at once; the amount is their sum.
    Bulk,
    UnlinkCustomer,
    ShiftOpen,
    /// The count and the Z.
    ShiftClose,
    CashInOut,
    /// Open holds by name to somebody else.
    HandOver,
    /// Asking PhonePe about a whole period, settlement files, and closing what was found.
    Reconcile,
    /// Another price than the catalogue's, and discounts.
    PriceChange,
    /// Adding, changing and importing items.
    CatalogueEdit,
    /// Adding and removing people, their PINs and roles, and these rules.
    StaffEdit,
    Settings,
}

impl Action {
    pub const ALL: [Action; 16] = [
        Action::Hold,
        Action::Charge,
        Action::Capture,
        Action::Release,
        Action::Refund,
        Action::Bulk,
        Action::UnlinkCustomer,
        Action::ShiftOpen,
        Action::ShiftClose,
        Action::CashInOut,
        Action::HandOver,
        Action::Reconcile,
        Action::PriceChange,
        Action::CatalogueEdit,
        Action::StaffEdit,
        Action::Settings,
    ];

    /// Whether a limit means anything for it.
    #[must_use]
    pub fn has_amount(self) -> bool {
        match self {
            Action::Hold
            | Action::Charge
            | Action::Capture
            | Action::Release
            | Action::Refund
            | Action::Bulk
            | Action::CashInOut => true,
            Action::UnlinkCustomer
            | Action::ShiftOpen
            | Action::ShiftClose
            | Action::HandOver
            | Action::Reconcile
            | Action::PriceChange
            | Action::CatalogueEdit
            | Action::StaffEdit
            | Action::Settings => false,
        }
    }
}

/// May this person do this?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    Allowed,
    /// With a manager's PIN, in place.
    AskManager,
    Denied,
}

/// One rule: up to and with the limit the one permission, over it the other. Without a limit there is no over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    pub within: Permission,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub limit_paise: Option<Paise>,
    pub over: Permission,
}

impl Rule {
    #[must_use]
    pub const fn always(permission: Permission) -> Rule {
        Rule {
            within: permission,
            limit_paise: None,
            over: permission,
        }
    }

    const fn up_to(limit_paise: Paise) -> Rule {
        Rule {
            within: Permission::Allowed,
            limit_paise: Some(limit_paise),
            over: Permission::AskManager,
        }
    }
}

/// Why a rule is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RuleRefusal {
    #[error("managers must be able to change staff and settings, or nobody can any more")]
    LocksEverybodyOut,
    #[error("there is no amount in this action that could have a limit")]
    NoAmount,
    #[error("more than the limit would be allowed than less")]
    WeakerOverTheLimit,
}

/// A store's rules: those that somebody set, over those that the till comes with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Policy(BTreeMap<Role, BTreeMap<Action, Rule>>);

/// ₹10,000.
const CASHIER_LIMIT: Paise = Paise::new(1_000_000);

impl Policy {
    #[must_use]
    pub fn rule(&self, role: Role, action: Action) -> Rule {
        let set = self.0.get(&role).and_then(|rules| rules.get(&action));
        set.copied().unwrap_or_else(|| usual(role, action))
    }

    pub(super) fn set(&mut self, role: Role, action: Action, rule: Rule) {
        self.0.entry(role).or_default().insert(action, rule);
    }

    /// Whether the rule may stand.
    ///
    /// # Errors
    /// A [`RuleRefusal`].
    pub fn check(role: Role, action: Action, rule: Rule) -> Result<(), RuleRefusal> {
        let keeps_the_key = matches!(action, Action::StaffEdit | Action::Settings) && role == Role::Manager;
        if keeps_the_key && rule != Rule::always(Permission::Allowed) {
            return Err(RuleRefusal::LocksEverybodyOut);
        }
        if rule.limit_paise.is_some() && !action.has_amount() {
            return Err(RuleRefusal::NoAmount);
        }
        if strictness(rule.over) < strictness(rule.within) {
            return Err(RuleRefusal::WeakerOverTheLimit);
        }
        Ok(())
    }
}

/// Whether somebody in this role may do this, for so much. Without an amount an action with a limit is judged as over it.
#[must_use]
pub fn judge(policy: &Policy, role: Role, action: Action, amount_paise: Option<Paise>) -> Permission {
    let rule = policy.rule(role, action);
    match (rule.limit_paise, amount_paise) {
        (None, _) => rule.within,
        (Some(limit), Some(amount)) if amount <= limit => rule.within,
        (Some(_), _) => rule.over,
    }
}

fn strictness(permission: Permission) -> u8 {
    match permission {
        Permission::Allowed => 0,
        Permission::AskManager => 1,
        Permission::Denied => 2,
    }
}

fn usual(role: Role, action: Action) -> Rule {
    if role == Role::Manager {
        return Rule::always(Permission::Allowed);
    }
    match action {
        Action::Hold | Action::Charge | Action::Capture => Rule::up_to(CASHIER_LIMIT),
        Action::Release
        | Action::UnlinkCustomer
        | Action::ShiftOpen
        | Action::ShiftClose
        | Action::HandOver => Rule::always(Permission::Allowed),
        Action::Refund | Action::Bulk | Action::CashInOut | Action::PriceChange => {
            Rule::always(Permission::AskManager)
        }
        Action::Reconcile | Action::CatalogueEdit | Action::StaffEdit | Action::Settings => {
            Rule::always(Permission::Denied)
        }
    }
}
