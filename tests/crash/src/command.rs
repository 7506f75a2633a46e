//! The words of `holdfast-crash`, and the one line that each sweep ends with.

use crate::power::{self, Moments};
use crate::strace::{Errno, Point, Times};
use crate::sweep::{self, Day, Found};
use crate::tape::Tape;
use std::path::PathBuf;
use std::thread::available_parallelism;

pub const USAGE: &str = "\
holdfast-crash kills    [--all | --sample N] [--random N] [--seed S] [--jobs N]
holdfast-crash errors   [--all | --sample N] [--seed S] [--jobs N]
holdfast-crash powercut [--images N] [--seed S] [--jobs N] [--tape FILE] [--image K --at DIR]

  --all       every call that writes; --sample N: so many of them, evenly spread (60 unless said)
  --random N  and so many kills at moments that the seed gives
  --tape      keeps the recording there, or takes the one that is there: an image is made again from tape, seed and number
  --image K   builds only this one, at DIR";

const SAMPLE: usize = 60;
const IMAGES: u64 = 100_000;

/// What was asked for.
pub struct Order {
    pub what: What,
    pub all: bool,
    pub sample: usize,
    pub random: u64,
    pub images: u64,
    pub seed: u64,
    pub jobs: usize,
    pub tape: Option<PathBuf>,
    /// One image, and where.
    pub one: Option<(u64, PathBuf)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Kills,
    Errors,
    PowerCut,
}

impl Order {
    /// A sample of this kind on all cores.
    pub fn of(what: What) -> Order {
        Order {
            what,
            all: false,
            sample: SAMPLE,
            random: 0,
            images: IMAGES,
            seed: 1,
            jobs: available_parallelism().map_or(1, usize::from),
            tape: None,
            one: None,
        }
    }

    pub fn read(words: &[String]) -> Option<Order> {
        let (what, words) = words.split_first()?;
        let mut order = Order::of(match what.as_str() {
            "kills" => What::Kills,
            "errors" => What::Errors,
            "powercut" => What::PowerCut,
            _ => return None,
        });
        let (mut number, mut at) = (None, None);
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let mut value = || words.next();
            match word.as_str() {
                "--all" => order.all = true,
                "--sample" => order.sample = value()?.parse().ok()?,
                "--random" => order.random = value()?.parse().ok()?,
                "--images" => order.images = value()?.parse().ok()?,
                "--seed" => order.seed = value()?.parse().ok()?,
                "--jobs" => order.jobs = value()?.parse().ok()?,
                "--tape" => order.tape = value().map(PathBuf::from),
                "--image" => number = Some(value()?.parse().ok()?),
                "--at" => at = value().map(PathBuf::from),
                _ => return None,
            }
        }
        order.one = number.zip(at);
        Some(order)
    }
}

/// Does it, and gives the lines that tell what was found.
///
/// # Errors
/// When strace cannot be used here, or when anything was found wrong: all of it, a line each, the summary last.
pub fn obey(order: &Order) -> Result<Vec<String>, String> {
    match order.what {
        What::Kills => kills(order),
        What::Errors => errors(order),
        What::PowerCut => power_cuts(order),
    }
}

fn kills(order: &Order) -> Result<Vec<String>, String> {
    let day = Day::play()?;
    let (chosen, hidden, all) = chosen(order, &day);
    let found = sweep::sweep(order.jobs, &chosen, Point::to_string, |point| day.kill_at(point));
    let told = format!(
        "kills: {} of {all} points ({} more cannot be aimed at), {} killed and recovered",
        chosen.len(),
        hidden.len(),
        found.stood
    );
    let aimless = hidden.iter().map(|call| format!("cannot be aimed at: {call}"));
    let mut lines: Vec<String> = aimless.chain([summary(told, &found)?]).collect();
    if order.random > 0 {
        let numbers: Vec<u64> = (0..order.random).collect();
        let name = |number: &u64| format!("moment {number} of seed {}", order.seed);
        let strike = |number: &u64| day.kill_at_random(order.seed, *number);
        let found = sweep::sweep(order.jobs, &numbers, name, strike);
        let told = format!(
            "kills: {} random moments of seed {}, {} killed and recovered",
            numbers.len(),
            order.seed,
            found.stood
        );
        lines.push(summary(told, &found)?);
    }
    Ok(lines)
}

fn errors(order: &Order) -> Result<Vec<String>, String> {
    let day = Day::play()?;
    let (chosen, hidden, all) = chosen(order, &day);
    // Each call fails once, and fails from there on; the three errors take turns.
    let faults: Vec<(Point, Errno, Times)> = chosen
        .into_iter()
        .enumerate()
        .flat_map(|(at, point)| {
            let errno = Errno::ALL[at % Errno::ALL.len()];
            [Times::Once, Times::FromHereOn].map(|times| (point.clone(), errno, times))
        })
        .collect();
    let name = |(point, errno, times): &(Point, Errno, Times)| format!("{errno:?} {times:?} at {point}");
    let found = sweep::sweep(order.jobs, &faults, name, |(point, errno, times)| {
        day.fail_at(point, *errno, *times)
    });
    let told = format!(
        "errors: {} faults at {} of {all} points ({} more cannot be aimed at), {} stopped the till and were recovered \
         from ({} with an open sale looked up meanwhile), {} cost nothing ({} of them without a word)",
        faults.len(),
        faults.len() / 2,
        hidden.len(),
        found.stood,
        found.looked_up,
        found.absorbed,
        found.silent.values().sum::<usize>()
    );
    let silent = found
        .silent
        .iter()
        .map(|(call, count)| format!("without a word: {count} × {call}"));
    let summary = summary(told, &found)?;
    Ok(silent.chain([summary]).collect())
}

fn power_cuts(order: &Order) -> Result<Vec<String>, String> {
    let tape = match &order.tape {
        Some(file) if file.exists() => Tape::load(file)?,
        _ => Day::play()?.tape,
    };
    if let Some(file) = order.tape.as_ref().filter(|file| !file.exists()) {
        tape.keep(file)?;
    }
    let steps = tape.steps();
    let moments = Moments::of(&steps);
    if let Some((number, at)) = &order.one {
        let wrong = power::rebuild(&moments, order.seed, *number, at);
        return wrong.map_or_else(|| Ok(vec![format!("image {number} holds")]), Err);
    }
    let found = power::sweep(&moments, order.seed, order.images, order.jobs);
    let summary = format!(
        "powercut: {} images ({} different) at {} moments, seed {}: {} lost an acknowledged event, {} corrupt, {} s",
        found.images,
        found.different,
        moments.count(),
        order.seed,
        found.lost.len(),
        found.corrupt.len(),
        seconds(found.took)
    );
    if found.lost.is_empty() && found.corrupt.is_empty() {
        return Ok(vec![summary]);
    }
    let shown = found.lost.iter().chain(&found.corrupt).take(20).cloned();
    Err(shown.chain([summary]).collect::<Vec<_>>().join("\n"))
}

fn chosen(order: &Order, day: &Day) -> (Vec<Point>, Vec<String>, usize) {
    let (points, hidden) = day.points();
    let all = points.len();
    if order.all {
        return (points, hidden, all);
    }
    (sweep::sample(&points, order.sample, order.seed), hidden, all)
}

fn summary(told: String, found: &Found) -> Result<String, String> {
    let summary = format!(
        "{told}, {} ended before, {} violations, {} s",
        found.missed,
        found.wrongs.len(),
        seconds(found.took)
    );
    if found.wrongs.is_empty() {
        Ok(summary)
    } else {
        Err(found
            .wrongs
            .iter()
            .cloned()
            .chain([summary])
            .collect::<Vec<_>>()
            .join("\n"))
    }
}

fn seconds(took: std::time::Duration) -> String {
    format!("{}.{}", took.as_secs(), took.subsec_millis() / 100)
}
