//! The books: people with wallets, their links to the merchant, holds, refunds, top-ups. Time is passed in.

mod hold;
mod holds;
mod links;
mod otp;
mod refunds;
mod topups;
mod wallet;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::cast;
use crate::signing::{hex, sha256_hex};
pub(crate) use hold::Hold;
pub use hold::{Ending, HoldState, Outcome, Settlement};
pub(crate) use holds::HoldRequest;
pub(crate) use links::{DeviceCheck, Link, LinkState};
pub use otp::OtpRules;
pub(crate) use otp::OtpState;
pub(crate) use refunds::RefundRequest;
pub use refunds::{Refund, RefundRule, RefundState};
pub use topups::TopUp;
pub(crate) use topups::TopUpRequest;
pub use wallet::Wallet;
pub(crate) use wallet::Workflow;

/// Who a wallet belongs to: a salted hash, so that a saved file holds no phone number.
pub(crate) type PersonId = String;

/// Everything that an effect can change.
#[derive(Serialize, Deserialize)]
pub(crate) struct Books {
    pepper: String,
    people: BTreeMap<PersonId, Person>,
    links: BTreeMap<String, Link>,
    holds: BTreeMap<String, Hold>,
    topups: BTreeMap<String, TopUp>,
    settlement: Settlement,
    /// Absent from a state that was saved before refunds were known.
    #[serde(default)]
    refunds: BTreeMap<String, Refund>,
    #[serde(default)]
    refund_rule: RefundRule,
    #[serde(skip)]
    otp_rules: OtpRules,
    #[serde(skip)]
    dirty: bool,
}

/// One customer. The number, the OTP and the messages live in memory only.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Person {
    pub(crate) wallet: Wallet,
    pub(crate) last_four: String,
    pub(crate) seen_at_ms: i64,
    #[serde(skip)]
    pub(crate) mobile: Option<String>,
    #[serde(skip)]
    pub(crate) otp: OtpState,
    #[serde(skip)]
    pub(crate) messages: Vec<Message>,
}

/// An SMS on the customer's phone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Message {
    /// When it arrived, in milliseconds since 1970 by the simulator's clock.
    pub at_ms: i64,
    /// Its text.
    pub text: String,
}

impl Books {
    pub(crate) fn new() -> Self {
        Self {
            pepper: random_hex(16),
            people: BTreeMap::new(),
            links: BTreeMap::new(),
            holds: BTreeMap::new(),
            topups: BTreeMap::new(),
            settlement: Settlement::default(),
            refunds: BTreeMap::new(),
            refund_rule: RefundRule::default(),
            otp_rules: OtpRules::default(),
            dirty: false,
        }
    }

    /// The id under which a number is kept.
    pub(crate) fn id_of(&self, mobile: &str) -> PersonId {
        sha256_hex(&[&self.pepper, "mobile", mobile])
    }

    /// The person with that number, with the cast's wallet if it is the first time.
    pub(crate) fn meet(&mut self, mobile: &str, now_ms: i64) -> PersonId {
        let id = self.id_of(mobile);
        let person = self.people.entry(id.clone()).or_insert_with(|| Person {
            wallet: cast::wallet_of(mobile),
            last_four: mobile
                .get(mobile.len().saturating_sub(4)..)
                .unwrap_or_default()
                .to_owned(),
            seen_at_ms: now_ms,
            mobile: None,
            otp: OtpState::default(),
            messages: Vec::new(),
        });
        person.mobile = Some(mobile.to_owned());
        person.seen_at_ms = now_ms;
        self.dirty = true;
        id
    }

    pub(crate) fn person(&self, id: &str) -> Option<&Person> {
        self.people.get(id)
    }

    pub(crate) fn person_mut(&mut self, id: &str) -> Option<&mut Person> {
        self.dirty = true;
        self.people.get_mut(id)
    }

    pub(crate) fn people(&self) -> impl Iterator<Item = (&PersonId, &Person)> {
        self.people.iter()
    }

    pub(crate) fn set_otp_rules(&mut self, rules: OtpRules) {
        self.otp_rules = rules;
    }

    /// Lets everything happen whose time has come: holds expire, captures settle, top-up links go stale.
    pub(crate) fn catch_up(&mut self, now_ms: i64) {
        self.expire_holds(now_ms);
        self.settle_captures(now_ms);
        self.end_refunds(now_ms);
        self.drop_stale_topups(now_ms);
    }

    /// Whether something changed since the last call of this: then the state is saved.
    pub(crate) fn take_dirty(&mut self) -> bool {
        std::mem::take(&mut self.dirty)
    }

    fn tell(&mut self, person: &str, at_ms: i64, text: String) {
        if let Some(person) = self.people.get_mut(person) {
            person.messages.push(Message { at_ms, text });
            let extra = person.messages.len().saturating_sub(20);
            person.messages.drain(..extra);
        }
    }
}

/// Random bytes in hex. Nothing real is protected by them, so a system without any is logged, not fatal.
pub(crate) fn random_hex(bytes: usize) -> String {
    let mut buffer = vec![0_u8; bytes];
    if getrandom::fill(&mut buffer).is_err() {
        tracing::error!("the system gave no random bytes");
    }
    hex(&buffer)
}

/// Rupees as people in India read them: `₹1,23,456.78`.
pub(crate) fn rupees(paise: i64) -> String {
    let sign = if paise < 0 { "-" } else { "" };
    let paise = paise.unsigned_abs();
    let digits = (paise / 100).to_string();
    let (head, tail) = digits.split_at(digits.len().saturating_sub(3));
    let mut grouped = String::new();
    for (at, digit) in head.chars().enumerate() {
        if at > 0 && (head.len().saturating_sub(at)) % 2 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let comma = if head.is_empty() { "" } else { "," };
    format!("{sign}₹{grouped}{comma}{tail}.{:02}", paise % 100)
}
