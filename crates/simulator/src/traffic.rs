//! What came over the wire: every request that arrived, counted before anything else happens to it, and every
//! breach of the published form.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::calls::Call;

/// The oldest entries go first; counts are not affected.
const KEPT_MAX: usize = 5_000;

/// One request as it arrived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Received {
    /// Its number, from 1.
    pub number: u64,
    /// When it arrived, in milliseconds since 1970 by the simulator's clock.
    pub at_ms: i64,
    /// Which call it was.
    pub call: Call,
    /// The transaction it was about, if the call has one.
    pub transaction_id: Option<String>,
    /// Its headers, names in lower case.
    pub headers: BTreeMap<String, String>,
    /// Its body, byte for byte.
    pub body: String,
    /// The code of the simulator's own answer, whether or not that answer reached the caller.
    pub answered: Option<String>,
}

/// A request that broke the published form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Violation {
    /// When, in milliseconds since 1970 by the simulator's clock.
    pub at_ms: i64,
    /// Which call; absent when the request was none of them.
    pub call: Option<Call>,
    /// What was wrong. No value is repeated here, only names.
    pub what: String,
}

/// The record of both.
#[derive(Default)]
pub(crate) struct Traffic {
    last_number: u64,
    received: Vec<Received>,
    per_call: BTreeMap<Call, u64>,
    per_transaction: BTreeMap<(String, Call), u64>,
    violations: Vec<Violation>,
}

impl Traffic {
    /// Counts a request and returns its number.
    pub(crate) fn arrived(&mut self, mut request: Received) -> u64 {
        self.last_number = self.last_number.saturating_add(1);
        request.number = self.last_number;
        count(self.per_call.entry(request.call).or_default());
        if let Some(id) = &request.transaction_id {
            count(
                self.per_transaction
                    .entry((id.clone(), request.call))
                    .or_default(),
            );
        }
        self.received.push(request);
        let extra = self.received.len().saturating_sub(KEPT_MAX);
        self.received.drain(..extra);
        self.last_number
    }

    pub(crate) fn answered(&mut self, number: u64, code: String) {
        if let Some(request) = self
            .received
            .iter_mut()
            .rev()
            .find(|request| request.number == number)
        {
            request.answered = Some(code);
        }
    }

    pub(crate) fn violated(&mut self, violation: Violation) {
        self.violations.push(violation);
    }

    pub(crate) fn received(&self) -> &[Received] {
        &self.received
    }

    pub(crate) fn count_of(&self, call: Call) -> u64 {
        self.per_call.get(&call).copied().unwrap_or(0)
    }

    /// How often each call came for one transaction.
    pub(crate) fn counts_for(&self, transaction_id: &str) -> BTreeMap<Call, u64> {
        let own = self
            .per_transaction
            .iter()
            .filter(|((id, _), _)| id == transaction_id);
        own.map(|((_, call), count)| (*call, *count)).collect()
    }

    pub(crate) fn counts(&self) -> &BTreeMap<Call, u64> {
        &self.per_call
    }

    pub(crate) fn violations(&self) -> &[Violation] {
        &self.violations
    }

    pub(crate) fn clear_violations(&mut self) {
        self.violations.clear();
    }
}

fn count(number: &mut u64) {
    *number = number.saturating_add(1);
}
