//! `cargo xtask run`: from a clean checkout to an open till.

use std::os::unix::process::CommandExt;
use std::process::Command;

use crate::house::House;
use crate::packages::{self, Purpose};
use crate::page;
use crate::programs::{self, Profile};
use crate::screen;
use crate::step::Stop;

/// Builds what changed and becomes the till: Ctrl-C, signals and the exit code are then its own.
///
/// # Errors
/// What is missing on this machine, a build that fails, or a till that cannot be started.
pub fn open(house: &House) -> Result<(), Stop> {
    screen::ensure()?;
    packages::ensure(Purpose::Building)?;
    page::ensure_built(house)?;
    programs::compile_window(house)?;
    println!("Opening the till: training, unless a store was provisioned on this machine.");
    let error = with_session_bus(programs::program(house, Profile::Dev, "holdfast")).exec();
    Err(Stop::Failed(format!("The till could not be started: {error}")))
}

/// The keyring is reached over the session bus: where no session gave one, the till gets its own.
fn with_session_bus(till: Command) -> Command {
    if screen::has_session_bus() || !screen::can_start_session_bus() {
        return till;
    }
    let mut session = Command::new("dbus-run-session");
    session.arg("--").arg(till.get_program());
    session
}
