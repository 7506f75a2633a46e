//! `cargo xtask fuzz`: bytes nobody thought of, for everything that reads bytes from outside. The corpora are committed and
//! replayed by the tests; this makes them grow.

use crate::house::House;
use crate::step::{self, Stop, answer};

const TARGETS: [&str; 4] = ["reply", "record", "typed", "command"];
const SECONDS: &str = "60";
/// A reply's body is read up to 256 KiB; nothing longer can teach anything.
const BYTES_MAX: u32 = 4_096;

/// Fuzzes one target, or each in turn, for so many seconds each.
///
/// # Errors
/// What is missing on this machine, a name or number that is not understood, or an input that breaks a promise: it is
/// kept in `tests/fuzz/artifacts`, and belongs into the corpus with its mend.
pub fn fuzz(house: &House, target: Option<&str>, seconds: Option<&str>) -> Result<(), Stop> {
    let targets: Vec<&str> = TARGETS
        .into_iter()
        .filter(|name| target.is_none_or(|wanted| wanted == *name))
        .collect();
    if targets.is_empty() {
        return Err(Stop::Needs(format!("The targets are: {}.", TARGETS.join(", "))));
    }
    let seconds: u32 = seconds
        .unwrap_or(SECONDS)
        .parse()
        .map_err(|_| Stop::Needs("The last word is a number of seconds.".to_owned()))?;
    ensure_tools()?;
    for name in targets {
        let mut run = house.cargo(&["+nightly", "fuzz", "run", "--fuzz-dir", "tests/fuzz", name, "--"]);
        run.arg(format!("-max_total_time={seconds}"))
            .arg(format!("-max_len={BYTES_MAX}"))
            .arg("-print_final_stats=1");
        step::run(&format!("fuzzing {name}"), &mut run)?;
    }
    Ok(())
}

fn ensure_tools() -> Result<(), Stop> {
    if answer("cargo", &["+nightly", "fuzz", "--version"]).is_some() {
        return Ok(());
    }
    Err(Stop::Needs(
        "Fuzzing needs the nightly compiler and cargo-fuzz:\n\n  rustup toolchain install nightly\n  cargo install cargo-fuzz\n"
            .to_owned(),
    ))
}
