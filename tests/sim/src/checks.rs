//! What must be so after each step: the provider's books beside the ledger.

mod end;
mod rows;
mod send;
mod start;
mod view;

use crate::queue::Proof;
use crate::world::World;
use domain::{Ask, Call, OurRef};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// The promises of the design, and that the shop comes to rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Property {
    /// A customer is never charged twice for one sale.
    P1,
    /// A sale shown as paid is paid.
    P2,
    /// A paid sale is never lost.
    P3,
    /// No money stays blocked in silence.
    P4,
    /// What was recorded stays recorded.
    P5,
    /// In doubt it stops taking money.
    P9,
    /// With all faults off, everything settles.
    Liveness,
}

/// A promise that was broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    pub seed: u64,
    pub property: Property,
    /// True time since the simulation began.
    pub at_ms: i64,
    pub what: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Violation {
            seed,
            property,
            at_ms,
            what,
        } = self;
        write!(
            f,
            "{property:?} broken at {at_ms} ms: {what}; replay: cargo xtask sim --seed {seed}"
        )
    }
}

/// What the checkers remember.
#[derive(Default)]
pub(crate) struct Books {
    /// Truthful proofs of payment that reached the till, by our reference.
    proofs: BTreeMap<String, Vec<i64>>,
    /// Requests that may still have an effect.
    flying: Vec<Flying>,
    cancels: BTreeMap<String, u32>,
    /// When a request that moves money was sent last (true time); nought before the first.
    pub last_money_ms: i64,
    /// Releases that a person confirmed and the engine took.
    pub releases: BTreeMap<String, u32>,
}

struct Flying {
    our_ref: String,
    call: Call,
    customer: Option<String>,
    /// Of a refund: the sale, and how much.
    refund: Option<(String, i64)>,
    lands_ms: i64,
}

impl Books {
    pub fn proved(&mut self, proof: Proof) {
        self.proofs.entry(proof.our_ref).or_default().push(proof.paise);
    }

    /// A copy of the request reaches the provider then, and may be obeyed.
    pub fn under_way(&mut self, ask: &Ask, lands_ms: i64) {
        if ask.call().moves_money() {
            self.flying.push(Flying {
                our_ref: ref_of(ask),
                call: ask.call(),
                customer: customer_of(ask),
                refund: refund_of(ask),
                lands_ms,
            });
        }
    }
}

impl Books {
    /// A truthful proof of just this much reached the till.
    pub fn is_proved_to_the_till(&self, id: &str, paise: i64) -> bool {
        self.proofs.get(id).is_some_and(|proofs| proofs.contains(&paise))
    }

    /// What may still go back of this sale by requests that have not arrived. A late copy of one that the provider knows is
    /// refused by its id, however the first one ended.
    pub fn refunds_flying(&self, our_ref: &OurRef, now_ms: i64, is_known: impl Fn(&str) -> bool) -> i64 {
        let mut seen = BTreeSet::new();
        self.flying
            .iter()
            .filter(|flying| flying.lands_ms > now_ms && !is_known(&flying.our_ref))
            .filter(|flying| seen.insert(&flying.our_ref))
            .filter_map(|flying| flying.refund.as_ref())
            .filter(|(of, _)| of == our_ref.as_str())
            .map(|(_, paise)| paise)
            .sum()
    }
}

impl World {
    pub(crate) fn violation(&self, property: Property, what: impl Into<String>) -> Violation {
        Violation {
            seed: self.seed,
            property,
            at_ms: self.time.now_ms(),
            what: what.into(),
        }
    }
}

/// The sale or the refund that a question is about; empty where it is about none.
pub(crate) fn ref_of(ask: &Ask) -> String {
    match ask {
        Ask::Authorize { our_ref, .. }
        | Ask::AuthStatus { our_ref, .. }
        | Ask::Capture { our_ref, .. }
        | Ask::Cancel { our_ref }
        | Ask::TransactionStatus { our_ref, .. } => our_ref.to_string(),
        Ask::Refund { refund_ref, .. } | Ask::RefundStatus { refund_ref, .. } => refund_ref.to_string(),
        Ask::SendOtp { .. }
        | Ask::VerifyOtp { .. }
        | Ask::Unlink { .. }
        | Ask::Balance { .. }
        | Ask::Suggest { .. }
        | Ask::TopUp { .. } => String::new(),
    }
}

fn refund_of(ask: &Ask) -> Option<(String, i64)> {
    if let Ask::Refund {
        our_ref,
        amount_paise,
        ..
    } = ask
    {
        Some((our_ref.to_string(), amount_paise.get()))
    } else {
        None
    }
}

fn customer_of(ask: &Ask) -> Option<String> {
    use secrecy::ExposeSecret;
    if let Ask::Authorize { token, .. } = ask {
        Some(token.expose_secret().to_owned())
    } else {
        None
    }
}
