use crate::checks::{Property, Violation};
use crate::planted::Planted;
use crate::world::World;
use ledger::Diskless;
use std::fmt;
use std::ops::Range;
use std::sync::OnceLock;

/// What a seed did, so that a run that did nothing is noticed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub events: u64,
    /// Inputs that the engine heard.
    pub steps: u64,
    pub appends: u64,
    pub sales: u64,
    pub holds: u64,
    pub captures: u64,
    pub refunds: u64,
    /// Holds that were put into the queue, and choices for a deadline.
    pub queued: u64,
    pub chosen: u64,
    pub crashes: u64,
    pub disk_errors: u64,
}

impl Counts {
    pub fn add(&mut self, other: &Counts) {
        self.events += other.events;
        self.steps += other.steps;
        self.appends += other.appends;
        self.sales += other.sales;
        self.holds += other.holds;
        self.captures += other.captures;
        self.refunds += other.refunds;
        self.queued += other.queued;
        self.chosen += other.chosen;
        self.crashes += other.crashes;
        self.disk_errors += other.disk_errors;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Counts {
            events,
            steps,
            appends,
            sales,
            holds,
            captures,
            refunds,
            queued,
            chosen,
            crashes,
            disk_errors,
        } = self;
        write!(
            f,
            "{events} events, {steps} steps, {appends} appends, {sales} presses, {holds} holds, {captures} captures, {refunds} refunds, \
             {queued} queued, {chosen} choices, {crashes} crashes, {disk_errors} disk errors"
        )
    }
}

/// Runs one seed to its end.
///
/// # Errors
/// The first [`Violation`].
pub fn run(seed: u64) -> Result<Counts, Violation> {
    run_with(seed, None, false)
}

/// Runs one seed and prints everything that happens.
///
/// # Errors
/// The first [`Violation`].
pub fn told(seed: u64, planted: Option<Planted>) -> Result<Counts, Violation> {
    run_with(seed, planted, true)
}

/// The first of the seeds at which a planted fault is caught.
#[must_use]
pub fn caught(planted: Planted, seeds: Range<u64>) -> Option<(u64, Property)> {
    seeds.into_iter().find_map(|seed| {
        let broken = run_with(seed, Some(planted), false).err()?;
        Some((seed, broken.property))
    })
}

/// The first of the seeds at which the checker of this promise is the one that catches the fault.
#[must_use]
pub fn caught_by(planted: Planted, property: Property, seeds: Range<u64>) -> Option<u64> {
    seeds.into_iter().find(|seed| {
        let broken = run_with(*seed, Some(planted), false).err();
        broken.is_some_and(|broken| broken.property == property)
    })
}

fn run_with(seed: u64, planted: Option<Planted>, tells: bool) -> Result<Counts, Violation> {
    let mut world = World::new(seed, planted, empty_ledger(), tells);
    world.tell(|| format!("seed {seed}: {:?}", world.plan));
    world.plan_bills();
    world.plan_weather();
    world.start()?;
    let span_ms = world.plan.span_ms;
    world.pass_until(span_ms)?;
    world.heal()?;
    let disk = world.disk.lock();
    world.counts.appends = disk.appends;
    world.counts.disk_errors = disk.errors;
    drop(disk);
    Ok(world.counts)
}

/// Making the tables costs more than a seed's commits do, so it is done once.
fn empty_ledger() -> &'static [u8] {
    static EMPTY: OnceLock<Vec<u8>> = OnceLock::new();
    EMPTY.get_or_init(|| Diskless::new("uat").unwrap().image().unwrap())
}
