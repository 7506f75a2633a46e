//! `cargo xtask package`: the Debian package, from one program and a small tree of files, by the tools that every Debian has.
//!
//! Tauri's own bundler would have to be installed first, knows of no other names for a program, and writes neither a man
//! page, AppStream metadata nor the dependencies that the linker knows of; so does not `cargo-deb` without as much to tell
//! it as stands here.

mod control;
mod tree;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::house::House;
use crate::packages::{self, Purpose};
use crate::page;
use crate::programs::{self, Profile};
use crate::step::{self, Stop, answer};
use control::Release;

/// A counter's machine has other things on its disk: 20 MB, which is less than 20 MiB.
const INSTALLED_MAX_KIB: u64 = 20_000_000 / 1024;

/// How a package is made from programs that are there already: by tests, which have no time for a build of its own.
#[derive(Default)]
struct Words<'a> {
    programs: Option<&'a str>,
    out: Option<&'a str>,
    version: Option<&'a str>,
}

/// Builds the program as it is shipped and packs it; or, with `--programs FOLDER`, packs the one that stands there, quickly,
/// in the same layout, and without a limit of size.
///
/// # Errors
/// What is missing on this machine, a build or a tool that fails, or a package that is larger than it may be.
pub fn package(house: &House, words: &[&str]) -> Result<(), Stop> {
    let words = read(words)?;
    let from = match words.programs {
        Some(folder) => PathBuf::from(folder),
        None => {
            packages::ensure(Purpose::Building)?;
            page::ensure_built(house)?;
            programs::compile_installed(house)?;
            programs::folder(house, Profile::Installed)
        }
    };
    let out = words
        .out
        .map_or_else(|| house.target.join("package"), PathBuf::from);
    let release = Release::of(house, words.version)?;
    let root = out.join("root");
    tree::lay_out(house, &from, &root, &release)?;
    let installed_kib = tree::size_kib(&root).map_err(|why| failed("the tree cannot be measured", &why))?;
    let depends = control::depends(&out, &root)?;
    let is_shipped = words.programs.is_none();
    if is_shipped && installed_kib > INSTALLED_MAX_KIB {
        return Err(Stop::Failed(format!(
            "✗ {installed_kib} KiB would be installed, more than the {INSTALLED_MAX_KIB} that a counter's machine is asked for"
        )));
    }
    control::write(&root, &release, &depends, installed_kib)?;
    let file = pack(&out, &root, &release, is_shipped)?;
    let packed = fs::metadata(&file).map_err(|why| failed("the package is not there", &why))?;
    println!(
        "{}: {} kB to carry, {installed_kib} KiB installed",
        file.display(),
        packed.len().div_ceil(1000)
    );
    Ok(())
}

fn read<'a>(words: &[&'a str]) -> Result<Words<'a>, Stop> {
    let mut read = Words::default();
    for pair in words.chunks(2) {
        match pair {
            ["--programs", folder] => read.programs = Some(folder),
            ["--out", folder] => read.out = Some(folder),
            ["--as-version", version] => read.version = Some(version),
            other => {
                return Err(Stop::Needs(format!(
                    "`package` does not understand `{}`: it takes --programs FOLDER, --out FOLDER and --as-version X.Y.Z",
                    other.join(" ")
                )));
            }
        }
    }
    Ok(read)
}

/// The same bytes for the same programs: one owner, one time, names in order.
fn pack(out: &Path, root: &Path, release: &Release, is_shipped: bool) -> Result<PathBuf, Stop> {
    let file = out.join(release.file_name());
    let mut dpkg = Command::new("dpkg-deb");
    dpkg.env("SOURCE_DATE_EPOCH", release.epoch.to_string())
        .arg("--root-owner-group")
        .arg(if is_shipped { "-Zxz" } else { "-Znone" })
        .arg("--build")
        .args([root, &file]);
    step::run("packing", &mut dpkg)?;
    Ok(file)
}

/// The last commit's time, unless whoever builds says another.
fn epoch(house: &House) -> Result<u64, Stop> {
    let told = std::env::var("SOURCE_DATE_EPOCH").ok();
    let root = house.root.display().to_string();
    let told = told.or_else(|| answer("git", &["-C", &root, "log", "-1", "--format=%ct"]));
    told.and_then(|told| told.trim().parse().ok()).ok_or_else(|| {
        Stop::Needs("Without git's history, say when this was made: SOURCE_DATE_EPOCH=seconds.".to_owned())
    })
}

fn failed(what: &str, why: &dyn std::fmt::Display) -> Stop {
    Stop::Failed(format!("{what}: {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_in_pairs_and_others_are_refused() {
        let read_words = read(&["--programs", "built", "--as-version", "0.0.1"]).unwrap();
        assert_eq!(
            (read_words.programs, read_words.version, read_words.out),
            (Some("built"), Some("0.0.1"), None)
        );
        for wrong in [&["--programs"][..], &["--release", "now"]] {
            assert_eq!(read(wrong).err().unwrap().exit_code(), 2, "{wrong:?}");
        }
    }
}
