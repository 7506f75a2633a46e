//! The share of every pull request: samples of the three sweeps, and planted faults that they must notice. The whole
//! sweeps are `cargo xtask crash --all` and `cargo xtask powercut`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "all of it is test code: a failed unwrap is a failed test"
)]

use holdfast_crash::day::Part;
use holdfast_crash::power::{self, Moments};
use holdfast_crash::strace::{Errno, Point, Times};
use holdfast_crash::sweep::{self, Day, Ending};
use holdfast_crash::tape::{Deed, Step};

const SEED: u64 = 1;
const KILLS: usize = 60;
const FAULTS: usize = 24;
const IMAGES: u64 = 5_000;

/// The tests beside these have the other cores; the images alone are worth two.
const JOBS: usize = 1;
const IMAGE_JOBS: usize = 2;

fn day() -> Day {
    Day::play().unwrap_or_else(|why| panic!("{why}"))
}

#[test]
fn a_day_killed_at_any_write_is_picked_up_without_a_sale_lost_or_charged_twice() {
    let day = day();
    let (points, hidden) = day.points();
    assert!(points.len() > 1_000, "{} points are no day", points.len());
    assert_eq!(hidden, Vec::<String>::new(), "cannot be aimed at");
    let chosen = sweep::sample(&points, KILLS, SEED);
    let found = sweep::sweep(JOBS, &chosen, Point::to_string, |point| day.kill_at(point));
    assert_eq!(found.wrongs, Vec::<String>::new());
    assert_eq!(found.stood, KILLS, "{} ended before their call", found.missed);
}

#[test]
fn a_disk_that_fails_at_any_write_stops_the_till_and_loses_nothing() {
    let day = day();
    let (points, _) = day.points();
    let faults: Vec<(Point, Errno, Times)> = sweep::sample(&points, FAULTS, SEED)
        .into_iter()
        .zip(Errno::ALL.into_iter().cycle())
        .zip([Times::Once, Times::FromHereOn].into_iter().cycle())
        .map(|((point, errno), times)| (point, errno, times))
        .collect();
    let name = |(point, errno, times): &(Point, Errno, Times)| format!("{errno:?} {times:?} at {point}");
    let strike = |(point, errno, times): &(Point, Errno, Times)| day.fail_at(point, *errno, *times);
    let found = sweep::sweep(JOBS, &faults, name, strike);
    assert_eq!(found.wrongs, Vec::<String>::new());
    assert_eq!(found.stood + found.absorbed, FAULTS);
    assert!(
        found.stood > FAULTS / 2,
        "only {} of {FAULTS} stopped the till",
        found.stood
    );
}

#[test]
fn no_power_cut_takes_an_acknowledged_event_or_leaves_a_ledger_that_does_not_open() {
    let day = day();
    let steps = day.tape.steps();
    let found = power::sweep(&Moments::of(&steps), SEED, IMAGES, IMAGE_JOBS);
    let faults: Vec<String> = found.lost.into_iter().chain(found.corrupt).collect();
    if !faults.is_empty() {
        let kept = std::env::temp_dir().join(format!("holdfast-powercut-{}.tape", std::process::id()));
        day.tape.keep(&kept).unwrap();
        let again = format!(
            "holdfast-crash powercut --seed {SEED} --tape {} --image NUMBER --at DIR",
            kept.display()
        );
        panic!("{}\nto build one again: {again}", faults.join("\n"));
    }
}

#[test]
fn a_program_that_forgot_to_sync_its_log_or_a_folder_would_be_caught() {
    let steps = day().tape.steps();
    let without = |is_forgotten: &dyn Fn(&std::path::Path) -> bool| {
        let is_kept = |step: &&Step| !matches!(&step.deed, Deed::Sync { path, .. } if is_forgotten(path));
        let steps: Vec<Step> = steps.iter().filter(is_kept).cloned().collect();
        let moments = Moments::of(&steps);
        // Everything that waits is dropped, once at every moment.
        let each_once = u64::try_from(moments.count()).unwrap();
        power::sweep(&moments, SEED, each_once, JOBS).lost.len()
    };
    assert!(without(&|path| path.ends_with("ledger.sqlite-wal")) > 100);
    assert!(without(&|path| path.as_os_str().is_empty()) > 100);
    assert!(without(&|path| path.ends_with("uat")) > 100);
}

#[test]
fn a_ledger_put_back_to_an_earlier_moment_would_be_caught() {
    let Ending::Wrong(what) = day().forget(Part::Afternoon) else {
        panic!("it was not noticed");
    };
    assert!(what.contains("CutOff"), "{what}");
}
