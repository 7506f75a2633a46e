//! Whom the store has told what happens to its sales: whether they can be told at all.

use super::Check;
use crate::place::Place;
use secrets::{Entry, SecretState};
use std::env;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use till::{HookSettings, ProfileName, StoreSettings};

const NAME: &str = "hook";
const NAME_ANOTHER: &str =
    "Correct `hook` in settings.json, or take it out; sales go on, and nobody is told meanwhile.";
const MAKE_KEY: &str =
    "Run `holdfast-admin hook-key`; messages wait until then, and nothing is sent unsigned.";

/// Nothing where nobody is to be told.
pub fn check(place: &Place) -> Option<Check> {
    let settings = place.settings.as_ref()?;
    let check = match &settings.hook {
        HookSettings::Program(words) => program(words.first()?),
        HookSettings::Address(_) => address(place),
    };
    Some(in_profile(settings, check))
}

/// In training there are no customers to be told.
fn in_profile(settings: &StoreSettings, check: Check) -> Check {
    if settings.profile() == ProfileName::Training {
        return Check::note(NAME, format!("{}; in training nobody is told", check.words));
    }
    check
}

fn program(name: &str) -> Check {
    match found(name) {
        Some(at) => Check::fine(NAME, format!("its program is there: {}", at.display())),
        None => Check::wrong(
            NAME,
            format!("there is no program {name} that can be run"),
            NAME_ANOTHER,
        ),
    }
}

/// As the system looks for it when the till runs it: a bare name in the folders of `PATH`.
fn found(name: &str) -> Option<PathBuf> {
    let can_run = |path: &PathBuf| {
        path.metadata()
            .is_ok_and(|file| file.is_file() && file.permissions().mode() & 0o111 != 0)
    };
    if name.contains('/') {
        return Some(Path::new(name).to_owned()).filter(can_run);
    }
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(name))
        .find(can_run)
}

/// The address is neither read nor asked: whether it can be used at all, the till's own panel says.
fn address(place: &Place) -> Check {
    let Some(ring) = place
        .keyring()
        .filter(|ring| ring.state_blocking() == SecretState::Ready)
    else {
        return Check::note(
            NAME,
            "an address is named; whether its key is there, the keyring does not say now",
        );
    };
    match ring.get_blocking(Entry::HookKey) {
        Ok(Some(_)) => Check::fine(NAME, "an address is named, and the keyring holds its key"),
        Ok(None) => Check::wrong(
            NAME,
            "an address is named, and the keyring holds no key for it",
            MAKE_KEY,
        ),
        Err(why) => Check::wrong(NAME, format!("its key cannot be read: {why}"), MAKE_KEY),
    }
}
