//! The Debian packages this house needs, and how missing ones get in.

use std::process::Command;

use crate::step::{self, Stop, answer};

/// What the window and its web view are built with and run on.
const FOR_BUILDING: &[&str] = &[
    "build-essential",
    "pkg-config",
    "file",
    "libwebkit2gtk-4.1-dev",
    "librsvg2-dev",
    "libssl-dev",
    "libxdo-dev",
    "libayatana-appindicator3-dev",
];

/// What the tests add: a screen and a driver for the real window, a real keyring, and faults at system calls.
const FOR_TESTING: &[&str] = &[
    "xvfb",
    "webkit2gtk-driver",
    "dbus",
    "gnome-keyring",
    "libsecret-tools",
    "strace",
    "openssl",
];

/// What the sweeps over a scripted day need: no window, but faults at system calls.
const FOR_SWEEPING: &[&str] = &["build-essential", "strace"];

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    Building,
    Testing,
    Sweeping,
}

/// Installs what is missing, as root or through a sudo that asks nothing.
///
/// # Errors
/// `Stop::Needs` with the exact command when this user may not install; `Stop::Failed` when apt-get fails.
pub fn ensure(purpose: Purpose) -> Result<(), Stop> {
    if answer("dpkg-query", &["--version"]).is_none() {
        println!(
            "This is not a Debian system, so its packages are not looked at: WebKitGTK 4.1 must be installed."
        );
        return Ok(());
    }
    let missing = missing_of(&wanted_for(purpose), &installed());
    if missing.is_empty() {
        return Ok(());
    }
    install(&missing)
}

fn wanted_for(purpose: Purpose) -> Vec<&'static str> {
    match purpose {
        Purpose::Building => FOR_BUILDING.to_vec(),
        Purpose::Testing => [FOR_BUILDING, FOR_TESTING].concat(),
        Purpose::Sweeping => FOR_SWEEPING.to_vec(),
    }
}

/// All packages of this machine, one a line: asking for all of them never fails because one is unknown.
fn installed() -> String {
    answer(
        "dpkg-query",
        &["--show", "--showformat", "${Package} ${db:Status-Status}\n"],
    )
    .unwrap_or_default()
}

fn missing_of<'a>(wanted: &[&'a str], installed: &str) -> Vec<&'a str> {
    let there = |package: &str| {
        installed
            .lines()
            .any(|line| line == format!("{package} installed"))
    };
    wanted.iter().copied().filter(|package| !there(package)).collect()
}

fn install(missing: &[&str]) -> Result<(), Stop> {
    let Some(rights) = rights() else {
        return Err(Stop::Needs(format!(
            "These Debian packages are missing, and this user may not install them without a password: {}.\n\
             Run this, then the same command again:\n\n  sudo apt-get update && sudo apt-get install -y {}",
            missing.join(", "),
            missing.join(" ")
        )));
    };
    println!("Missing Debian packages: {}", missing.join(" "));
    // A stale list of packages may still be good enough; the install itself decides.
    if let Err(stop) = step::run(
        "refreshing the list of Debian packages",
        &mut apt(rights, &["update"]),
    ) {
        println!("{}", stop.sentence());
    }
    let words = [&["install", "-y", "--no-install-recommends"], missing].concat();
    step::run("installing Debian packages", &mut apt(rights, &words))
}

#[derive(Clone, Copy)]
enum Rights {
    Root,
    Sudo,
}

fn rights() -> Option<Rights> {
    if answer("id", &["-u"]).is_some_and(|id| id.trim() == "0") {
        return Some(Rights::Root);
    }
    answer("sudo", &["-n", "true"]).map(|_| Rights::Sudo)
}

fn apt(rights: Rights, words: &[&str]) -> Command {
    let mut command = match rights {
        Rights::Root => Command::new("env"),
        Rights::Sudo => {
            let mut sudo = Command::new("sudo");
            sudo.args(["-n", "env"]);
            sudo
        }
    };
    command
        .args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"])
        .args(words);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_that_is_absent_or_only_half_there_is_missing() {
        let installed = "file installed\nxvfb config-files\nlibwebkit2gtk-4.1-dev installed\n";
        let wanted = ["file", "xvfb", "libwebkit2gtk-4.1-dev", "strace"];
        assert_eq!(missing_of(&wanted, installed), ["xvfb", "strace"]);
    }

    #[test]
    fn a_package_whose_name_only_begins_the_same_is_not_the_package() {
        assert_eq!(
            missing_of(&["dbus"], "dbus-x11 installed\nlibdbus installed\n"),
            ["dbus"]
        );
    }

    #[test]
    fn testing_needs_what_building_needs_too() {
        let testing = wanted_for(Purpose::Testing);
        assert!(
            wanted_for(Purpose::Building)
                .iter()
                .all(|package| testing.contains(package))
        );
        assert!(testing.contains(&"webkit2gtk-driver"));
    }

    #[test]
    fn apt_never_asks_a_question() {
        let command = apt(Rights::Sudo, &["install", "-y", "file"]);
        let words: Vec<String> = command
            .get_args()
            .map(|word| word.to_string_lossy().into_owned())
            .collect();
        assert_eq!(
            words.join(" "),
            "-n env DEBIAN_FRONTEND=noninteractive apt-get -q install -y file"
        );
    }
}
