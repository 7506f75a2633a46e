use crate::bill::Bill;
use crate::chance::Dice;
use crate::checks::{Books, Violation};
use crate::disk::SharedDisk;
use crate::plan::Plan;
use crate::planted::Planted;
use crate::provider::Provider;
use crate::queue::{Event, Queue};
use crate::run::Counts;
use crate::time::Time;
use crate::wire::Line;
use contract::{Accepted, UiError};
use till::{Input, Till};

/// One shop, its provider and its weather, on one thread.
pub(crate) struct World {
    pub seed: u64,
    pub plan: Plan,
    pub planted: Option<Planted>,
    pub time: Time,
    pub queue: Queue,
    pub line: Line,
    pub provider: Provider,
    pub disk: SharedDisk,
    /// `None` between a crash and the next start.
    pub till: Option<Till>,
    /// Which run of the program this is; what was on its way to an earlier one is not heard.
    pub life: u32,
    /// The last wish for a tick; older ones are forgotten.
    pub wish: u64,
    pub spins: u32,
    pub awake_at_ms: i64,
    pub bills: Vec<Bill>,
    pub healing: bool,
    pub books: Books,
    pub counts: Counts,
    pub dice: Streams,
    pub tells: bool,
    /// Calls that a planted fault has made.
    pub rogues: u64,
}

/// A stream for each source of chance.
pub(crate) struct Streams {
    pub wire: Dice,
    pub disk: Dice,
    pub people: Dice,
    pub weather: Dice,
    pub engine: Dice,
    pub beyond: Dice,
    pub refunds: Dice,
    pub bulk: Dice,
}

pub(crate) type Step = Result<(), Violation>;
pub(crate) type Answer = Option<Result<Accepted, UiError>>;

impl World {
    pub fn new(seed: u64, planted: Option<Planted>, empty: &[u8], tells: bool) -> World {
        let mut dice = Dice::of(seed);
        let plan = Plan::drawn(&mut dice.split());
        let line = Line::default();
        if planted == Some(Planted::CallBeforeIntent) {
            line.be_eager();
        }
        World {
            seed,
            planted,
            time: Time::default(),
            queue: Queue::default(),
            line,
            provider: Provider::default(),
            disk: SharedDisk::new(empty, planted),
            till: None,
            life: 0,
            wish: 0,
            spins: 0,
            awake_at_ms: 0,
            bills: Vec::new(),
            healing: false,
            books: Books::default(),
            counts: Counts::default(),
            dice: Streams {
                wire: dice.split(),
                disk: dice.split(),
                people: dice.split(),
                weather: dice.split(),
                engine: dice.split(),
                beyond: dice.split(),
                refunds: dice.split(),
                bulk: dice.split(),
            },
            plan,
            tells,
            rogues: 0,
        }
    }

    /// Lets everything happen that happens until `end_ms`.
    pub fn pass_until(&mut self, end_ms: i64) -> Step {
        while let Some((at_ms, event)) = self.queue.pop_until(end_ms) {
            self.time.advance_to(at_ms);
            if at_ms < self.awake_at_ms && event.is_of_the_machine() {
                // A machine that sleeps does not fall asleep.
                if !matches!(event, Event::Sleep { .. }) {
                    self.queue.push(self.awake_at_ms, event);
                }
                continue;
            }
            self.counts.events += 1;
            self.happen(event)?;
        }
        self.time.advance_to(end_ms);
        Ok(())
    }

    fn happen(&mut self, event: Event) -> Step {
        match event {
            Event::Arrive { request, replies } => self.arrive(&request, replies)?,
            Event::Reply(reply) => self.deliver(reply)?,
            Event::TokenRead { life, tag, token } => {
                self.hear_in(life, Input::SecretRead(tag, Ok(Some(token))))?;
            }
            Event::KeyringWritten { life } => self.hear_in(life, Input::SecretWritten(Ok(())))?,
            Event::Connected { life } => self.connected(life)?,
            Event::BooksChecked { life } => self.books_checked(life)?,
            Event::Wake { life, wish } => {
                if wish == self.wish {
                    self.hear_in(life, Input::Tick)?;
                }
            }
            Event::Cashier(cashier) => self.cashier_acts(cashier)?,
            Event::Settle(id) => self.settle(&id),
            Event::Expire(id) => {
                self.tell(|| format!("provider: {id} runs out if it still stands"));
                self.provider.expire(&id);
            }
            Event::CaptureElsewhere(id) => self.capture_elsewhere(&id),
            Event::EndRefund(id) => self.end_refund(&id),
            Event::Flip(id) => {
                self.tell(|| format!("provider: the payment of {id} is turned round"));
                self.provider.flip(&id);
            }
            // What the weather had planned for the healing's time, because the machine slept till then, is off too.
            Event::Crash { .. } | Event::SetClock { .. } | Event::Sleep { .. } if self.healing => {}
            Event::Crash { reboots, down_ms } => self.crash(reboots, down_ms)?,
            Event::Start => self.start()?,
            Event::SetClock { by_ms } => {
                self.tell(|| format!("the wall clock is set by {by_ms} ms"));
                self.time.set_wall(by_ms);
            }
            Event::Sleep { for_ms } => self.fall_asleep(for_ms),
        }
        self.check_books()
    }

    pub fn tell(&self, what: impl FnOnce() -> String) {
        if self.tells {
            println!("{:>10.3} s  {}", seconds(self.time.now_ms()), what());
        }
    }
}

#[allow(
    clippy::float_arithmetic,
    clippy::as_conversions,
    reason = "a time in a trace is for people"
)]
fn seconds(ms: i64) -> f64 {
    ms as f64 / 1_000.0
}
