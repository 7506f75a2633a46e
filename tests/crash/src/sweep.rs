//! The sweeps: the day is taken down, or lied to, at one call after another, and picked up again.

use crate::Said;
use crate::aim;
use crate::audit::{self, Before};
use crate::day::{self, Part};
use crate::draw::Draw;
use crate::strace::{Errno, Point, Strike, Times};
use crate::tape::Tape;
use crate::world::{Ran, Scene, World};
use std::collections::BTreeMap;
use std::fs;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use tokio::runtime::Runtime;

/// The day as it goes when nothing happens to it: a scene before each part, and everything that was written.
pub struct Day {
    runtime: Runtime,
    scenes: BTreeMap<Part, Scene>,
    pub tape: Tape,
    /// How long each part takes by itself.
    lengths: BTreeMap<Part, Duration>,
}

/// How one taking down ended.
pub enum Ending {
    /// As it must be; whether sales were looked up after the till had stopped taking money.
    Stood {
        looked_up: bool,
    },
    /// The run came to its end before that call.
    Missed,
    /// The call failed, the run went on to its end, and nothing was lost by it; the call, if no word was said of it.
    Absorbed {
        silent: Option<String>,
    },
    Wrong(String),
}

/// What a sweep found.
#[derive(Default)]
pub struct Found {
    pub stood: usize,
    pub missed: usize,
    pub absorbed: usize,
    /// Of the absorbed, those of which no word was said: the call and its path, and how often.
    pub silent: BTreeMap<String, usize>,
    /// Of those that stood, those in which sales were looked up after the till had stopped.
    pub looked_up: usize,
    pub wrongs: Vec<String>,
    pub took: Duration,
}

impl Day {
    /// Plays it once, under the recorder.
    ///
    /// # Errors
    /// When strace cannot be used here, in one sentence.
    pub fn play() -> Result<Day, String> {
        crate::strace::is_usable()?;
        let runtime = Runtime::new().unwrap();
        let mut day = Day {
            runtime,
            scenes: BTreeMap::new(),
            tape: Tape::default(),
            lengths: BTreeMap::new(),
        };
        let mut scene = Scene::first();
        for part in Part::DAY {
            let mut world = scene.set(&day.runtime);
            let began = Instant::now();
            let ran = world.plain(part);
            day.lengths.insert(part, began.elapsed());
            assert!(
                ran.is_done(),
                "{part:?}: {:?} {}",
                ran.said.last(),
                ran.complaints
            );
            day.scenes
                .insert(part, std::mem::replace(&mut scene, world.end(&day.runtime)));
        }
        day.record();
        Ok(day)
    }

    /// One home from its making to the evening, every write on the tape.
    fn record(&mut self) {
        let mut world = Scene::first().set(&self.runtime);
        let folder = crate::world::folder();
        for part in Part::DAY {
            let tape = folder.path().join(part.name());
            let ran = world.recorded(part, &tape);
            assert!(
                ran.is_done(),
                "{part:?}: {:?} {}",
                ran.said.last(),
                ran.complaints
            );
            let lines = fs::read_to_string(tape).unwrap();
            self.tape.add(part, &world.home(), &lines);
        }
    }

    /// Every call that writes, and those that cannot be aimed at.
    pub fn points(&self) -> (Vec<Point>, Vec<String>) {
        aim::points(&self.tape.steps())
    }

    /// `kill -9` just before this call.
    pub fn kill_at(&self, point: &Point) -> Ending {
        let mut world = self.scenes[&point.part].set(&self.runtime);
        let ran = world.struck(point, Strike::Kill);
        if ran.is_done() {
            return Ending::Missed;
        }
        if !ran.was_killed() {
            return Ending::Wrong(format!("it was not killed: {}", last_words(&ran)));
        }
        self.stands(world, ran)
    }

    /// `kill -9` from outside at a moment that the seed gives.
    pub fn kill_at_random(&self, seed: u64, number: u64) -> Ending {
        let mut draw = Draw::of(seed, number);
        let part = Part::DAY[1 + draw.below(Part::DAY.len() - 1)];
        let length = self.lengths[&part].as_micros() as usize;
        let moment = Duration::from_micros(draw.below(length) as u64);
        let mut world = self.scenes[&part].set(&self.runtime);
        let ran = world.killed_after(part, moment, &self.runtime);
        if ran.is_done() {
            return Ending::Missed;
        }
        self.stands(world, ran)
    }

    /// The call fails.
    pub fn fail_at(&self, point: &Point, errno: Errno, times: Times) -> Ending {
        let mut world = self.scenes[&point.part].set(&self.runtime);
        let ran = world.struck(point, Strike::Error(errno, times));
        let is_stopped = ran.ended.code() == Some(i32::from(day::STOPPED));
        if !is_stopped && !ran.is_done() {
            return Ending::Wrong(format!("it broke: {}", last_words(&ran)));
        }
        if let Some(asked) = asked_after_failure(&ran.said) {
            return Ending::Wrong(format!("after a failed write it asked for more: {asked}"));
        }
        let has_failed = ran.said.iter().any(|said| matches!(said, Said::Failed(_)));
        if has_failed && !is_stopped {
            return Ending::Wrong("a record could not be written, and the till took money on".to_owned());
        }
        let is_told =
            !ran.complaints.is_empty() || ran.said.iter().any(|said| matches!(said, Said::NotBackedUp(_)));
        let silent = (!is_told).then(|| format!("{} {}", point.call, point.path.display()));
        match self.stands(world, ran) {
            Ending::Stood { .. } if !is_stopped => Ending::Absorbed { silent },
            ending => ending,
        }
    }

    /// A planted fault: what the part recorded is gone when it is started again. Shows that the audit can fail.
    pub fn forget(&self, part: Part) -> Ending {
        let mut world = self.scenes[&part].set(&self.runtime);
        let ran = world.plain(part);
        let earlier = self.scenes[&part].set(&self.runtime);
        fs::remove_dir_all(world.home()).unwrap();
        fs::rename(earlier.home(), world.home()).unwrap();
        self.stands(world, ran)
    }

    /// Started again on the same home, it finds what was acknowledged, settles every sale and agrees with PhonePe.
    fn stands(&self, mut world: World, ran: Ran) -> Ending {
        let before = Before {
            acked: world.acked.clone(),
            said: ran.said,
        };
        let again = world.plain(Part::Recovery);
        if !again.is_done() {
            return Ending::Wrong(format!("it did not recover: {}", last_words(&again)));
        }
        let acked = before.acked.as_ref().map_or(0, |head| head.seq);
        let found = again.said.iter().find_map(|said| match said {
            Said::Found(head) => Some(head.seq),
            _ => None,
        });
        // One more than was acknowledged may be there: written, and the word of it cut off.
        if !found.is_some_and(|found| (acked..=acked + 1).contains(&found)) {
            return Ending::Wrong(format!("event {acked} was acknowledged, and {found:?} was found"));
        }
        let wrongs = audit::wrongs(&world, &before);
        let looked_up = before.said.contains(&Said::LookedUp);
        if wrongs.is_empty() {
            Ending::Stood { looked_up }
        } else {
            Ending::Wrong(wrongs.join("; "))
        }
    }
}

/// Does one thing after another, `jobs` at once, and gathers how each ended.
pub fn sweep<T: Sync>(
    jobs: usize,
    things: &[T],
    name: impl Fn(&T) -> String + Sync,
    strike: impl Fn(&T) -> Ending + Sync,
) -> Found {
    let began = Instant::now();
    let (next, found) = (AtomicUsize::new(0), Mutex::new(Found::default()));
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                while let Some(thing) = things.get(next.fetch_add(1, Ordering::SeqCst)) {
                    let ending = strike(thing);
                    found.lock().unwrap().note(&name(thing), ending);
                }
            });
        }
    });
    let mut found = found.into_inner().unwrap();
    found.took = began.elapsed();
    found
}

impl Found {
    fn note(&mut self, name: &str, ending: Ending) {
        match ending {
            Ending::Stood { looked_up } => {
                self.stood += 1;
                self.looked_up += usize::from(looked_up);
            }
            Ending::Missed => self.missed += 1,
            Ending::Absorbed { silent } => {
                self.absorbed += 1;
                if let Some(call) = silent {
                    *self.silent.entry(call).or_default() += 1;
                }
            }
            Ending::Wrong(what) => {
                let told = format!("{name}: {what}");
                eprintln!("✗ {told}");
                self.wrongs.push(told);
            }
        }
    }
}

/// So many of them, evenly spread, where the seed begins.
pub fn sample<T: Clone>(all: &[T], count: usize, seed: u64) -> Vec<T> {
    let count = count.min(all.len());
    let mut draw = Draw::of(seed, 0);
    (0..count)
        .map(|at| {
            let (from, to) = (at * all.len() / count, (at + 1) * all.len() / count);
            all[from + draw.below(to - from)].clone()
        })
        .collect()
}

fn asked_after_failure(said: &[Said]) -> Option<&Said> {
    let failed = said.iter().position(|said| matches!(said, Said::Failed(_)))?;
    said[failed..]
        .iter()
        .find(|said| matches!(said, Said::Acked { asks: true, .. }))
}

fn last_words(ran: &Ran) -> String {
    let wrong = ran.said.iter().find(|said| matches!(said, Said::Wrong(_)));
    let said = wrong.or(ran.said.last());
    format!("{:?} {said:?} {}", ran.ended, ran.complaints)
}
