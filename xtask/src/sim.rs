//! `cargo xtask sim`: the whole shop from a seed, in a release build.

use crate::house::House;
use crate::programs::{self, Profile};
use crate::step::{self, Stop};

/// Builds the simulation alone, which needs neither the page nor the window's packages, and runs it with these words.
///
/// # Errors
/// A build that fails, or a seed that breaks a promise.
pub fn sim(house: &House, words: &[&str]) -> Result<(), Stop> {
    programs::compile_sim(house)?;
    let mut sim = programs::program(house, Profile::Release, "holdfast-sim");
    step::run("simulating", sim.args(words))
}
