//! `cargo xtask test` and `cargo xtask e2e`: the tests, after everything they need is there.

use std::process::Command;

use crate::check::{self, Tally};
use crate::house::House;
use crate::packages::{self, Purpose};
use crate::page;
use crate::programs;
use crate::step::{self, Stop, answer};
use crate::types::{self, Scope};

/// Everything the build server runs, cheap things first. One failure does not hide the next, except that
/// nothing is compiled without a page and nothing is run that did not compile.
///
/// # Errors
/// What is missing on this machine, or the list of what failed.
pub fn test(house: &House) -> Result<(), Stop> {
    packages::ensure(Purpose::Testing)?;
    page::ensure_packages(house)?;
    let mut tally = Tally::default();
    check::sources(house, &mut tally);
    page::ensure_built(house)?;
    page::ensure_gallery(house)?;
    tally.note(step::run("testing the page", &mut house.npm(&["run", "test"])));
    tally.note(check::clippy(house));
    programs::compile_with_tests(house)?;
    tally.note(types::check(house, Scope::Workspace));
    tally.note(step::run(
        "running the Rust tests and the window's tests",
        &mut all_tests(house),
    ));
    tally.close()
}

/// Only the tests in the real window whose names contain `filter`.
///
/// # Errors
/// What is missing on this machine, a build that fails, or a test that fails.
pub fn window(house: &House, filter: Option<&str>) -> Result<(), Stop> {
    packages::ensure(Purpose::Testing)?;
    page::ensure_built(house)?;
    page::ensure_gallery(house)?;
    programs::compile_with_tests(house)?;
    step::run("running the window's tests", &mut window_tests(house, filter))
}

fn all_tests(house: &House) -> Command {
    if has_nextest() {
        house.cargo(&["nextest", "run", "--workspace"])
    } else {
        house.cargo(&[
            "test",
            "--workspace",
            "--lib",
            "--bins",
            "--tests",
            "--no-fail-fast",
        ])
    }
}

fn window_tests(house: &House, filter: Option<&str>) -> Command {
    if has_nextest() {
        let mut nextest = house.cargo(&["nextest", "run", "--workspace", "--test", "holdfast"]);
        nextest.args(["-E", "test(/^e2e::/)"]).args(filter);
        return nextest;
    }
    // Without nextest a filter is one piece of the name, so it must start where the modules start.
    let mut test = house.cargo(&["test", "--workspace", "--test", "holdfast", "--"]);
    test.arg(format!("e2e::{}", filter.unwrap_or_default()));
    test
}

fn has_nextest() -> bool {
    answer("cargo", &["nextest", "--version"]).is_some()
}
