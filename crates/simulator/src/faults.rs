//! Trouble on order: per call, what goes wrong and how many times.

use std::collections::{BTreeMap, VecDeque};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::calls::Call;

/// One way in which a call goes wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Fault {
    /// Nothing is done; the connection is closed without a byte of reply.
    LostBeforeEffect,
    /// It is done; the connection is closed without a byte of reply.
    LostAfterEffect,
    /// It is done at once; the reply leaves after `ms` of the simulator's clock.
    Delay {
        /// Milliseconds.
        ms: u64,
    },
    /// It is done, and answered, only after `ms` of the simulator's clock, even if the caller has gone.
    LateEffect {
        /// Milliseconds.
        ms: u64,
    },
    /// HTTP 500 with INTERNAL_SERVER_ERROR in the envelope.
    ServerError {
        /// Whether it is done all the same.
        #[serde(default)]
        done: bool,
    },
    /// HTTP 502 with a page of HTML.
    BadGateway {
        /// Whether it is done all the same.
        #[serde(default)]
        done: bool,
    },
    /// It is done; the reply's body breaks off in the middle, and the connection with it.
    TruncatedBody,
    /// It is done; the reply's body is not JSON.
    GarbageBody,
    /// It is done; the reply says something else about it.
    Altered {
        /// New members of the reply's body, by JSON pointer (`/data/amount`). One that is not there is added to its
        /// object, if that is there.
        members: BTreeMap<String, Value>,
    },
    /// Nothing is done; HTTP 417 with INVALID_TRANSACTION_ID, as for a used id.
    Duplicate,
    /// Nothing is done; the envelope with this code.
    Refuse {
        /// A code, of PhonePe's or not.
        code: String,
    },
    /// Exactly this status and body.
    Literal {
        /// The HTTP status.
        status: u16,
        /// The body, sent as application/json.
        body: String,
        /// Whether it is done all the same.
        #[serde(default)]
        done: bool,
    },
}

/// What is to go wrong, in order, per call.
#[derive(Default)]
pub(crate) struct Faults {
    queues: BTreeMap<Call, VecDeque<(Fault, u32)>>,
}

impl Faults {
    pub(crate) fn add(&mut self, call: Call, fault: Fault, count: u32) {
        if count > 0 {
            self.queues.entry(call).or_default().push_back((fault, count));
        }
    }

    /// The fault for the next request of that call, used up by this.
    pub(crate) fn take(&mut self, call: Call) -> Option<Fault> {
        let queue = self.queues.get_mut(&call)?;
        let (fault, left) = queue.front_mut()?;
        let fault = fault.clone();
        *left = left.saturating_sub(1);
        if *left == 0 {
            queue.pop_front();
        }
        Some(fault)
    }

    pub(crate) fn clear(&mut self) {
        self.queues.clear();
    }
}
