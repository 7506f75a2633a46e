//! `cargo xtask check`: everything that can be said about the sources without running the tests.

use crate::house::House;
use crate::page;
use crate::step::{self, Stop, answer};
use crate::tidy;
use crate::types::{self, Scope};

/// What went well and what did not, so that one run tells everything that is wrong.
#[derive(Default)]
pub struct Tally {
    good: usize,
    bad: Vec<String>,
}

impl Tally {
    pub fn note(&mut self, outcome: Result<(), Stop>) {
        match outcome {
            Ok(()) => self.good += 1,
            Err(stop) => {
                println!("{}", stop.sentence());
                self.bad
                    .push(stop.sentence().lines().next().unwrap_or_default().to_owned());
            }
        }
    }

    /// # Errors
    /// `Stop::Failed` with the first line of everything that failed.
    pub fn close(self) -> Result<(), Stop> {
        if self.bad.is_empty() {
            println!("\nAll {} steps passed.", self.good);
            return Ok(());
        }
        let all = self.good + self.bad.len();
        Err(Stop::Failed(format!(
            "{} of {all} steps failed:\n{}",
            self.bad.len(),
            self.bad.join("\n")
        )))
    }
}

/// The checks alone.
///
/// # Errors
/// What is missing on this machine, or the list of what was found wrong.
pub fn check(house: &House) -> Result<(), Stop> {
    page::ensure_packages(house)?;
    let mut tally = Tally::default();
    sources(house, &mut tally);
    // The program embeds the page, so clippy cannot look at it before the page exists.
    tally.note(page::ensure_built(house));
    tally.note(clippy(house));
    tally.note(types::check(house, Scope::ContractAlone));
    tally.close()
}

/// The checks that compile no Rust.
pub fn sources(house: &House, tally: &mut Tally) {
    tally.note(step::run(
        "checking Rust's formatting",
        &mut house.cargo(&["fmt", "--all", "--check"]),
    ));
    tally.note(tidy::tidy(house));
    tally.note(step::run(
        "checking the page's types",
        &mut house.npm(&["run", "check"]),
    ));
    tally.note(step::run("linting the page", &mut house.npm(&["run", "lint"])));
    licences(house, tally);
}

/// # Errors
/// `Stop::Failed` on any warning.
pub fn clippy(house: &House) -> Result<(), Stop> {
    let words = ["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"];
    step::run("clippy", &mut house.cargo(&words))
}

/// Advisories need the network and an answer that changes from day to day, so they are not part of this.
fn licences(house: &House, tally: &mut Tally) {
    if answer("cargo", &["deny", "--version"]).is_none() {
        println!(
            "– licences, bans and sources were NOT checked: cargo-deny is not installed \
             (`cargo install --locked cargo-deny`, then `cargo deny check`, which also reads the advisories)"
        );
        return;
    }
    let words = ["deny", "--offline", "check", "bans", "licenses", "sources"];
    tally.note(step::run(
        "checking licences, bans and sources",
        &mut house.cargo(&words),
    ));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tally_fails_when_one_step_of_many_failed_and_names_it() {
        let mut tally = Tally::default();
        tally.note(Ok(()));
        tally.note(Err(Stop::Failed(
            "✗ clippy failed after 3 s\nmore of it".to_owned(),
        )));
        tally.note(Ok(()));
        let stop = tally.close().unwrap_err();
        assert_eq!(stop.sentence(), "1 of 3 steps failed:\n✗ clippy failed after 3 s");
        assert_eq!(stop.exit_code(), 1);
    }

    #[test]
    fn a_tally_without_a_failure_passes() {
        let mut tally = Tally::default();
        tally.note(Ok(()));
        assert_eq!(tally.close(), Ok(()));
    }
}
