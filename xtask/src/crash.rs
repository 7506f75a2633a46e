//! The sweeps over a scripted day: kills, disk errors and power cuts. `tests/crash` does them; here they are only built
//! and called.

use crate::house::House;
use crate::packages::{self, Purpose};
use crate::programs::{self, Profile};
use crate::step::{self, Stop};

/// `holdfast-crash kills` and `errors` with these words; `--random` is for kills alone.
///
/// # Errors
/// What is missing on this machine, a build that fails, or what a sweep found.
pub fn crash(house: &House, words: &[&str]) -> Result<(), Stop> {
    ready(house)?;
    sweep(house, "kills", words)?;
    sweep(house, "errors", &without_random(words))
}

/// `holdfast-crash powercut` with these words.
///
/// # Errors
/// As [`crash`].
pub fn power_cut(house: &House, words: &[&str]) -> Result<(), Stop> {
    ready(house)?;
    sweep(house, "powercut", words)
}

fn ready(house: &House) -> Result<(), Stop> {
    packages::ensure(Purpose::Sweeping)?;
    programs::compile_some(house, &["holdfast-day", "holdfast-crash"])
}

fn sweep(house: &House, what: &str, words: &[&str]) -> Result<(), Stop> {
    let mut sweep = programs::program(house, Profile::Dev, "holdfast-crash");
    step::run(what, sweep.arg(what).args(words))
}

fn without_random<'a>(words: &[&'a str]) -> Vec<&'a str> {
    match words.iter().position(|word| *word == "--random") {
        Some(at) => [words.get(..at), words.get(at.saturating_add(2)..)]
            .into_iter()
            .flatten()
            .flatten()
            .copied()
            .collect(),
        None => words.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn random_moments_are_for_kills_alone() {
        assert_eq!(
            without_random(&["--all", "--random", "9", "--seed", "2"]),
            ["--all", "--seed", "2"]
        );
        assert_eq!(without_random(&["--sample", "5"]), ["--sample", "5"]);
        assert_eq!(without_random(&["--random"]), Vec::<&str>::new());
    }
}
