//! A wallet, and what it allows for one amount: the flags and the sentence of the balance page.

use serde::{Deserialize, Serialize};

use super::{Books, Settlement};

/// The oldest PhonePe app, by its version code, that can top up; the page's sample is 400698.
const APP_VERSION_MIN: i64 = 400_000;

/// The books' side of a customer's wallet. Amounts are paise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wallet {
    /// What the customer owns, holds included.
    pub balance_paise: i64,
    /// A ceiling on what is usable, where KYC sets one.
    pub usable_paise_max: Option<i64>,
    /// The largest amount that one transaction may have.
    pub limit_paise: i64,
    /// The largest top-up.
    pub topup_paise_max: i64,
    /// KYC is done.
    pub kyc_done: bool,
    /// The wallet is in a state for payments and top-up.
    pub active: bool,
    /// The customer's PhonePe app can top up.
    pub app_supports_topup: bool,
    /// Every call answers USER_BLACKLISTED.
    pub blacklisted: bool,
    /// Authorize and capture answer BLOCKED_FRAUD.
    pub fraud_suspected: bool,
    /// The OTP calls answer USER_BLOCKED until then (milliseconds since 1970).
    pub blocked_until_ms: Option<i64>,
    /// The OTP calls answer OTP_LIMIT_EXCEEDED.
    pub otp_limited: bool,
    /// How this customer's captures settle, if not as everyone's.
    pub settlement: Option<Settlement>,
    /// The connection is dropped after each successful authorize.
    pub loses_authorize_replies: bool,
}

impl Default for Wallet {
    fn default() -> Self {
        Self {
            balance_paise: 500_000,
            usable_paise_max: None,
            limit_paise: 20_000_000,
            topup_paise_max: 1_000_000,
            kyc_done: true,
            active: true,
            app_supports_topup: true,
            blacklisted: false,
            fraud_suspected: false,
            blocked_until_ms: None,
            otp_limited: false,
            settlement: None,
            loses_authorize_replies: false,
        }
    }
}

/// `topupWorkflowType`, or the older suggest call, which words two sentences differently.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Workflow {
    Transactional,
    NonTransactional,
    Suggest,
}

/// The answer of the balance page for one amount.
pub(crate) struct Flags {
    pub(crate) debit_possible: Option<bool>,
    pub(crate) topup_possible: bool,
    pub(crate) display_message: Option<&'static str>,
}

impl Wallet {
    pub(crate) fn is_blocked(&self, now_ms: i64) -> bool {
        self.blocked_until_ms.is_some_and(|until_ms| now_ms < until_ms)
    }

    fn can_topup(&self, app_version: Option<i64>) -> bool {
        self.app_supports_topup && app_version.is_none_or(|version| version >= APP_VERSION_MIN)
    }

    /// Why nothing can be done with this wallet for that amount, in the page's words.
    fn hindrance(&self, workflow: Workflow, amount_paise: i64) -> Option<&'static str> {
        let suggest = workflow == Workflow::Suggest;
        if !self.kyc_done {
            Some("Please complete your wallet KYC on PhonePe")
        } else if !self.active && suggest {
            Some("Wallet is not in the active state for topup, please visit the PhonePe app for more details")
        } else if !self.active {
            Some("Wallet is not in a state for topup, please visit the PhonePe app for more details")
        } else if (amount_paise > self.limit_paise || self.limit_paise == 0) && suggest {
            Some("The transaction will breach your wallet’s KYC limits. Consider doing a Full KYC on PhonePe")
        } else if amount_paise > self.limit_paise || self.limit_paise == 0 {
            Some("The transaction will breach your wallet’s KYC limits.")
        } else {
            None
        }
    }

    /// The two flags and the sentence for an amount, given what is usable now.
    pub(crate) fn flags(
        &self,
        workflow: Workflow,
        amount_paise: i64,
        usable_paise: i64,
        app_version: Option<i64>,
    ) -> Flags {
        let transactional = workflow != Workflow::NonTransactional;
        let short_paise = amount_paise.saturating_sub(usable_paise).max(0);
        let pays = transactional && short_paise == 0;
        let needed_paise = if transactional { short_paise } else { amount_paise };
        let can_topup = self.can_topup(app_version);
        let message = if let Some(message) = self.hindrance(workflow, amount_paise) {
            Some(message)
        } else if pays {
            None
        } else if !can_topup {
            Some("Your App version does not support wallet top-up. Please upgrade your PhonePe app")
        } else if needed_paise > self.topup_paise_max || self.topup_paise_max == 0 {
            self.clone_at_limit().hindrance(workflow, amount_paise)
        } else {
            None
        };
        Flags {
            debit_possible: transactional.then_some(pays && message.is_none()),
            topup_possible: message.is_none() && can_topup && self.topup_paise_max > 0,
            display_message: message,
        }
    }

    /// A top-up beyond the limit breaches the same limits as a debit does, and gets the same sentence.
    fn clone_at_limit(&self) -> Self {
        Self {
            limit_paise: 0,
            ..self.clone()
        }
    }

    /// Why a top-up or a hold cannot be started; the codes are those that merchants see.
    pub(crate) fn refusal(&self, amount_paise: i64) -> Option<&'static str> {
        if !self.kyc_done || !self.active {
            Some("WALLET_NOT_ACTIVATED")
        } else if amount_paise > self.limit_paise {
            Some("WALLET_LIMIT_BREACHED")
        } else {
            None
        }
    }

    pub(crate) fn topup_refusal(&self, topup_paise: i64, app_version: Option<i64>) -> Option<&'static str> {
        if !self.kyc_done || !self.active {
            Some("WALLET_NOT_ACTIVATED")
        } else if !self.can_topup(app_version) {
            Some("APP_VERSION_NOT_SUPPORTED")
        } else if topup_paise > self.topup_paise_max || self.limit_paise == 0 {
            Some("WALLET_LIMIT_BREACHED")
        } else {
            None
        }
    }
}

impl Books {
    /// What is blocked in a wallet by holds and by captures that have not settled.
    pub(crate) fn blocked_paise(&self, person: &str) -> i64 {
        let own = self.holds.values().filter(|hold| hold.person == person);
        own.fold(0, |sum: i64, hold| sum.saturating_add(hold.blocked_paise()))
    }

    /// The balance less what is blocked.
    pub(crate) fn available_paise(&self, person: &str) -> i64 {
        let balance_paise = self
            .person(person)
            .map_or(0, |person| person.wallet.balance_paise);
        balance_paise.saturating_sub(self.blocked_paise(person)).max(0)
    }

    /// What of the available balance KYC lets the customer use.
    pub(crate) fn usable_paise(&self, person: &str) -> i64 {
        let ceiling = self
            .person(person)
            .and_then(|person| person.wallet.usable_paise_max);
        self.available_paise(person).min(ceiling.unwrap_or(i64::MAX))
    }
}
