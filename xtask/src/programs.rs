//! Compiling. Features are always chosen for the whole workspace, even for one program: cargo would
//! otherwise pick other features for shared crates and compile them a second time.

use std::process::Command;

use crate::house::House;
use crate::packages::{self, Purpose};
use crate::page;
use crate::step::{self, Stop};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    Dev,
    Release,
    /// As the package holds it.
    Installed,
}

/// The page and every program.
///
/// # Errors
/// What is missing on this machine, or a build that fails.
pub fn build(house: &House, profile: Profile) -> Result<(), Stop> {
    packages::ensure(Purpose::Building)?;
    page::ensure_built(house)?;
    page::ensure_gallery(house)?;
    compile(house, profile)?;
    println!("Programs are in {}", folder(house, profile).display());
    Ok(())
}

/// Every program, with the page already built.
///
/// # Errors
/// `Stop::Failed` when cargo fails.
pub fn compile(house: &House, profile: Profile) -> Result<(), Stop> {
    let mut cargo = house.cargo(&["build", "--workspace", "--bins"]);
    if profile == Profile::Release {
        cargo.arg("--release");
    }
    step::run("compiling the programs", &mut cargo)
}

/// The package's program, with the features that it needs itself and none that only tests switch on.
///
/// # Errors
/// `Stop::Failed` when cargo fails.
pub fn compile_installed(house: &House) -> Result<(), Stop> {
    let mut cargo = house.cargo(&["rustc", "--profile", "installed", "--package", "installed", "--"]);
    // Functions of the same instructions are kept once, and an address within the file takes a bit and not 24 bytes. Rust
    // brings the linker that can do this only for this kind of machine; elsewhere the file is half a megabyte larger.
    if cfg!(target_arch = "x86_64") {
        for wish in ["--icf=all", "-z,pack-relative-relocs"] {
            cargo.args(["-C", &format!("link-arg=-Wl,{wish}")]);
        }
    }
    step::run("compiling the program of the package", &mut cargo)
}

/// Only the window's program, with the page already built.
///
/// # Errors
/// `Stop::Failed` when cargo fails.
pub fn compile_window(house: &House) -> Result<(), Stop> {
    let mut cargo = house.cargo(&["build", "--workspace", "--bin", "holdfast"]);
    step::run("compiling the till", &mut cargo)
}

/// These programs and what they need; no page, unless one of them has the window.
///
/// # Errors
/// `Stop::Failed` when cargo fails.
pub fn compile_some(house: &House, names: &[&str]) -> Result<(), Stop> {
    let mut cargo = house.cargo(&["build", "--workspace"]);
    for name in names {
        cargo.args(["--bin", name]);
    }
    step::run("compiling the programs of the sweeps", &mut cargo)
}

/// Only the simulation, for release: it has to be fast.
///
/// # Errors
/// `Stop::Failed` when cargo fails.
pub fn compile_sim(house: &House) -> Result<(), Stop> {
    let mut cargo = house.cargo(&["build", "--workspace", "--bin", "holdfast-sim", "--release"]);
    step::run("compiling the simulation", &mut cargo)
}

/// Every program and every test, once, so that later steps only run them.
///
/// # Errors
/// `Stop::Failed` when cargo fails.
pub fn compile_with_tests(house: &House) -> Result<(), Stop> {
    let mut cargo = house.cargo(&["build", "--workspace", "--bins", "--tests"]);
    step::run("compiling the programs and their tests", &mut cargo)
}

/// A compiled program, started where the person is: a relative path in `HOLDFAST_HOME` means that folder.
pub fn program(house: &House, profile: Profile, name: &str) -> Command {
    Command::new(folder(house, profile).join(name))
}

/// Where cargo leaves them.
pub fn folder(house: &House, profile: Profile) -> std::path::PathBuf {
    house.target.join(match profile {
        Profile::Dev => "debug",
        Profile::Release => "release",
        Profile::Installed => "installed",
    })
}
