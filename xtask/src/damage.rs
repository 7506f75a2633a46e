//! The damage sweep: copies of a ledger are harmed and started on, and nothing may change in silence.

use crate::house::House;
use crate::packages::{self, Purpose};
use crate::page;
use crate::programs::{self, Profile};
use crate::step::{self, Stop};

/// A release build of everything, then the sweep; `words` are its own.
///
/// # Errors
/// What is missing on this machine, a build that fails, or a change that stayed silent.
pub fn damage(house: &House, words: &[&str]) -> Result<(), Stop> {
    packages::ensure(Purpose::Testing)?;
    page::ensure_built(house)?;
    programs::compile(house, Profile::Release)?;
    let mut sweep = programs::program(house, Profile::Release, "holdfast-damage");
    step::run(
        "harming copies of a ledger",
        sweep.args(words).current_dir(&house.root),
    )
}
