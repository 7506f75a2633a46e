use crate::wire::Sent;
use domain::{Ask, Heard};
use secrecy::SecretString;
use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::rc::Rc;
use till::Tag;

/// What is going to happen. `life` is the run of the program that it is meant for; a later one never hears of it.
pub(crate) enum Event {
    /// A copy of a request reaches the provider; only the first copy's reply finds its way back.
    Arrive {
        request: Rc<Request>,
        replies: bool,
    },
    Reply(Box<Reply>),
    TokenRead {
        life: u32,
        tag: Tag,
        token: SecretString,
    },
    KeyringWritten {
        life: u32,
    },
    Connected {
        life: u32,
    },
    BooksChecked {
        life: u32,
    },
    Wake {
        life: u32,
        wish: u64,
    },
    Cashier(usize),
    Settle(String),
    Expire(String),
    /// Somebody takes the hold's money by another way than this till.
    CaptureElsewhere(String),
    /// A refund comes to its end at the provider.
    EndRefund(String),
    /// The provider changes its mind about a payment.
    Flip(String),
    Crash {
        reboots: bool,
        down_ms: i64,
    },
    Start,
    SetClock {
        by_ms: i64,
    },
    Sleep {
        for_ms: i64,
    },
}

impl Event {
    /// Something that needs the machine to be awake.
    pub fn is_of_the_machine(&self) -> bool {
        !matches!(
            self,
            Event::Arrive { .. }
                | Event::Settle(_)
                | Event::Expire(_)
                | Event::CaptureElsewhere(_)
                | Event::EndRefund(_)
                | Event::Flip(_)
        )
    }
}

/// One request on its way, with what chance has in store for it.
pub(crate) struct Request {
    pub sent: Sent,
    pub life: u32,
    pub tag: Tag,
    pub sent_at_ms: i64,
    pub refusal: Option<&'static str>,
    pub fate: ReplyFate,
    pub reply_after_ms: i64,
}

impl Request {
    pub fn reply(&self, heard: Heard, proof: Option<Proof>) -> Reply {
        Reply {
            life: self.life,
            tag: self.tag,
            ask: self.sent.ask.clone(),
            heard,
            proof,
        }
    }
}

/// What the client will say of a request.
#[derive(Clone)]
pub(crate) struct Reply {
    pub life: u32,
    pub tag: Tag,
    pub ask: Ask,
    pub heard: Heard,
    pub proof: Option<Proof>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReplyFate {
    Arrives,
    Lost,
    Html,
    Cut,
    Redirect,
    ServerError,
    UnknownCode,
    UnlistedState,
    WrongAmount,
    WrongMerchant,
    WrongId,
}

/// A reply that says, truthfully, that this much was paid.
#[derive(Clone)]
pub(crate) struct Proof {
    pub our_ref: String,
    pub paise: i64,
}

/// Events in the order of true time; of one moment, in the order in which they were planned.
#[derive(Default)]
pub(crate) struct Queue {
    heap: BinaryHeap<Planned>,
    count: u64,
}

struct Planned {
    at_ms: i64,
    nth: u64,
    event: Event,
}

impl Queue {
    pub fn push(&mut self, at_ms: i64, event: Event) {
        self.count += 1;
        self.heap.push(Planned {
            at_ms,
            nth: self.count,
            event,
        });
    }

    /// The next event that comes no later than `end_ms`.
    pub fn pop_until(&mut self, end_ms: i64) -> Option<(i64, Event)> {
        if self.heap.peek()?.at_ms > end_ms {
            return None;
        }
        self.heap.pop().map(|planned| (planned.at_ms, planned.event))
    }
}

impl Ord for Planned {
    fn cmp(&self, other: &Self) -> Ordering {
        (other.at_ms, other.nth).cmp(&(self.at_ms, self.nth))
    }
}

impl PartialOrd for Planned {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Planned {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Planned {}
