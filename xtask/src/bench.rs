//! The benches: each prints one JSON line with our time, the floor's time and their ratio.

use crate::house::House;
use crate::packages::{self, Purpose};
use crate::page;
use crate::programs::{self, Profile};
use crate::step::{self, Stop};

/// A release build of everything, then the bench called `name`, or all of them.
///
/// The program is started from the target directory and not by `cargo run -p`, which would choose other
/// features for its dependencies and compile the release build a second time.
///
/// # Errors
/// What is missing on this machine, a build that fails, or a bench that fails.
pub fn bench(house: &House, name: Option<&str>) -> Result<(), Stop> {
    packages::ensure(Purpose::Testing)?;
    page::ensure_built(house)?;
    programs::compile(house, Profile::Release)?;
    let mut bench = programs::program(house, Profile::Release, "holdfast-bench");
    step::run("measuring", bench.args(name).current_dir(&house.root))
}
