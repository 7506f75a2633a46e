//! A ledger is harmed in every way we can think of, started on as the till does, and asked whether all is well. It may
//! say no, or it may say yes and be unchanged. Saying yes to something else is a *silent change*: there must be none.
//!
//! Every case follows from the seed, the kind of harm and a number, and can be done again alone.

mod backups;
mod dice;
mod files;
mod harm;
mod story;
mod tamper;
mod told;

pub use backups::backups;
pub use harm::Kind;
pub use tamper::tamper;

pub(crate) use dice::Dice;
use files::Shelf;
use ledger::Head;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use told::{Told, start};

/// How many cases of each kind.
pub struct Plan {
    pub seed: u64,
    pub cases: Vec<(Kind, usize)>,
    pub threads: usize,
}

/// What the cases came to.
#[derive(Default)]
pub struct Findings {
    /// Kind, cases, and how many of them were noticed.
    pub noticed: Vec<(Kind, usize, usize)>,
    /// One line per case in which the till said that all is well and it was not.
    pub silent: Vec<String>,
    /// One line per case in which the start changed a file that it did not trust.
    pub overwritten: Vec<String>,
    pub events: u64,
}

/// A start of the till on a ledger and its anchor: what it noticed, if anything.
pub type Start = fn(&Path, &Head) -> Result<(), String>;

/// How one case ended.
enum Ending {
    Noticed,
    Unharmed,
    Silent(String),
    Overwritten(String),
}

impl Plan {
    /// `flips` flipped bits, and of everything else in proportion: of 10,000 it is the whole of what is promised.
    #[must_use]
    pub fn of(seed: u64, flips: usize, threads: usize) -> Plan {
        let share = |whole: usize| (whole * flips).div_ceil(10_000);
        Plan {
            seed,
            threads,
            cases: vec![
                (Kind::Flip, flips),
                (Kind::Truncate, share(1_000)),
                (Kind::SwapPages, share(500)),
                (Kind::LogFlip, share(500)),
                (Kind::LogTruncate, share(200)),
                (Kind::LogMissing, 1),
                (Kind::LogForeign, 1),
                (Kind::LogOfYesterday, 1),
                (Kind::Edit, share(100)),
                (Kind::Insert, share(100)),
                (Kind::Delete, share(100)),
                (Kind::Reorder, share(100)),
                (Kind::CutTail, share(100)),
                (Kind::PutBackYesterday, 1),
                (Kind::Recompute, share(20)),
            ],
        }
    }

    /// Does every case and says what came of it.
    #[must_use]
    pub fn run(&self) -> Findings {
        self.run_with(start)
    }

    /// The same with another start than the till's.
    #[must_use]
    pub fn run_with(&self, start: Start) -> Findings {
        let shelf = Shelf::fill();
        let honest = Told::of(&shelf.today()).expect("the unharmed ledger can be read");
        let all: Vec<(Kind, usize)> = self
            .cases
            .iter()
            .flat_map(|(kind, count)| (0..*count).map(|number| (*kind, number)))
            .collect();
        let next = AtomicUsize::new(0);
        let endings = Mutex::new(Vec::new());
        std::thread::scope(|scope| {
            for _ in 0..self.threads {
                scope.spawn(|| {
                    while let Some((kind, number)) = all.get(next.fetch_add(1, Ordering::SeqCst)) {
                        let ending = one(&shelf, &honest, start, (self.seed, *kind, *number));
                        let mut endings = endings.lock().unwrap_or_else(PoisonError::into_inner);
                        endings.push((*kind, *number, ending));
                    }
                });
            }
        });
        let endings = endings.into_inner().unwrap_or_else(PoisonError::into_inner);
        self.findings(endings, shelf.events())
    }

    fn findings(&self, endings: Vec<(Kind, usize, Ending)>, events: u64) -> Findings {
        let mut findings = Findings {
            events,
            noticed: self
                .cases
                .iter()
                .map(|(kind, count)| (*kind, *count, 0))
                .collect(),
            ..Findings::default()
        };
        for (kind, number, ending) in endings {
            let case = format!("--seed {} --case {}:{number}", self.seed, kind.name());
            match ending {
                Ending::Unharmed => continue,
                Ending::Silent(what) => findings.silent.push(format!("{case}: {what}")),
                Ending::Overwritten(what) => findings.overwritten.push(format!("{case}: {what}")),
                Ending::Noticed => {}
            }
            if let Some((_, _, noticed)) = findings.noticed.iter_mut().find(|(of, _, _)| *of == kind) {
                *noticed += 1;
            }
        }
        findings
    }
}

impl Findings {
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.silent.is_empty() && self.overwritten.is_empty()
    }

    #[must_use]
    pub fn cases(&self) -> usize {
        self.noticed.iter().map(|(_, count, _)| count).sum()
    }
}

/// One case alone, for looking into it.
#[must_use]
pub fn replay(seed: u64, kind: Kind, number: usize) -> Findings {
    let shelf = Shelf::fill();
    let honest = Told::of(&shelf.today()).expect("the unharmed ledger can be read");
    let ending = one(&shelf, &honest, start, (seed, kind, number));
    let plan = Plan {
        seed,
        cases: vec![(kind, 1)],
        threads: 1,
    };
    plan.findings(vec![(kind, number, ending)], shelf.events())
}

fn one(shelf: &Shelf, honest: &Told, start: Start, (seed, kind, number): (u64, Kind, usize)) -> Ending {
    let mut dice = Dice::of(seed, kind.name(), number);
    let bench = shelf.bench();
    let harmed = harm::harm(shelf, &bench, kind, &mut dice);
    let before = bench.bytes();
    let said = start(&bench.ledger(), shelf.anchor());
    let is_kept = bench.bytes() == before || harmed.may_be_finished;
    let Err(noticed) = said else {
        return match Told::of(&bench.ledger()) {
            Ok(told) if told == *honest => Ending::Unharmed,
            Ok(told) => Ending::Silent(format!("{}; {}", harmed.what, told.difference(honest))),
            Err(why) => Ending::Silent(format!(
                "{}; said to hold, but it cannot be read: {why}",
                harmed.what
            )),
        };
    };
    if is_kept {
        Ending::Noticed
    } else {
        Ending::Overwritten(format!("{}; noticed as: {noticed}", harmed.what))
    }
}
