//! The thread on which printing happens. Whoever orders a paper never waits for it.

use crate::address::Address;
use crate::job::{self, Deadlines, Health, Job, Outcome, Trouble};
use std::io;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, SyncSender, TrySendError};
use std::thread;
use std::time::Duration;

/// More papers than this are never waiting at a counter; then somebody is pressing a key for a printer that hangs.
const WAITING_MAX: usize = 8;
/// How often the printer is looked at while nothing is printed, for the lamp.
const LOOK_EVERY: Duration = Duration::from_secs(20);

/// Names one order; chosen by whoever orders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct JobId(pub u64);

/// How the printer stands, for a lamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    NotSetUp,
    /// It can print, as far as it says.
    Ready {
        paper_low: bool,
    },
    Trouble(Trouble),
}

/// What is told as it happens, on the worker's thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    State(State),
    Slow(JobId),
    Ended(JobId, Outcome),
}

enum Order {
    Use(Option<Address>),
    Print(JobId, Job),
}

/// Takes orders; ends its thread when it is dropped and what it was doing is over.
pub struct Worker {
    orders: SyncSender<Order>,
}

impl Worker {
    /// # Errors
    /// When the system gives no thread.
    pub fn start(deadlines: Deadlines, tell: impl Fn(Event) + Send + 'static) -> io::Result<Worker> {
        let (orders, taken) = mpsc::sync_channel(WAITING_MAX);
        thread::Builder::new()
            .name("printer".to_owned())
            .spawn(move || work(&taken, &deadlines, &tell))?;
        Ok(Worker { orders })
    }

    /// From now on this printer, or none. `false`: too much is waiting; nothing was changed.
    #[must_use]
    pub fn use_address(&self, address: Option<Address>) -> bool {
        self.orders.try_send(Order::Use(address)).is_ok()
    }

    /// `false`: too many papers are waiting; this one was not taken and will not be printed.
    #[must_use]
    pub fn print(&self, id: JobId, job: Job) -> bool {
        match self.orders.try_send(Order::Print(id, job)) {
            Ok(()) => true,
            Err(TrySendError::Full(_) | TrySendError::Disconnected(_)) => false,
        }
    }
}

fn work(orders: &Receiver<Order>, deadlines: &Deadlines, tell: &dyn Fn(Event)) {
    let mut address = None;
    let mut said = None;
    let mut say = |state: State| {
        if said.replace(state) != Some(state) {
            tell(Event::State(state));
        }
    };
    loop {
        match orders.recv_timeout(LOOK_EVERY) {
            Ok(Order::Use(next)) => {
                address = next;
                say(state_of(address.as_ref(), deadlines));
            }
            Ok(Order::Print(id, job)) => {
                let outcome = match &address {
                    Some(address) => job::print(address, &job, deadlines, &|| tell(Event::Slow(id))),
                    None => Outcome::NotPrinted(Trouble::NotReached),
                };
                tell(Event::Ended(id, outcome));
                if address.is_some() {
                    say(after(outcome));
                }
            }
            Err(RecvTimeoutError::Timeout) => say(state_of(address.as_ref(), deadlines)),
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}

fn state_of(address: Option<&Address>, deadlines: &Deadlines) -> State {
    match address.map(|address| job::look(address, deadlines)) {
        None => State::NotSetUp,
        Some(Health::Ready { paper_low }) => State::Ready { paper_low },
        Some(Health::Silent) => State::Ready { paper_low: false },
        Some(Health::Not(trouble)) => State::Trouble(trouble),
    }
}

fn after(outcome: Outcome) -> State {
    match outcome {
        Outcome::Printed { paper_low, .. } => State::Ready { paper_low },
        Outcome::NotPrinted(trouble) | Outcome::Perhaps(trouble) => State::Trouble(trouble),
    }
}
